"""A project that a model can be trained on in seconds, and the workspace that shows it."""

from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.gui.train.workspace import TrainWorkspace

RATE_HZ = 8000
SMALL = {
    "epochs": 3,
    "patience": None,
    "refit": False,
    "rate_hz": RATE_HZ,
    "mels": 16,
    "mel_window_s": 0.032,
    "window_s": 0.5,
    "batch_size": 8,
    "threads": 1,
    "valid_share": 0.25,
    "test_share": 0.25,
}


def sound(seed: int, hz: float | None) -> np.ndarray:
    rng = np.random.default_rng(seed)
    noise = 0.05 * rng.standard_normal(RATE_HZ // 2)
    tone = 0.0 if hz is None else 0.3 * np.sin(2 * np.pi * (hz + seed) * np.arange(RATE_HZ // 2) / RATE_HZ)
    return (noise + tone).astype(np.float32)


@pytest.fixture
def project_folder(tmp_path):
    """Twelve whistles and twelve hisses from six sites each, and four clips without a label."""
    folder = tmp_path / "Whistles"
    with Project.create(folder) as project:
        wanted = []
        for number in range(28):
            label = "" if number >= 24 else ("whistle", "hiss")[number % 2]
            path = Path(folder / "audio" / f"{label or 'new'}-{number}.wav")
            path.parent.mkdir(exist_ok=True)
            write_wav(path, sound(number, 1000.0 if number % 2 == 0 else None), RATE_HZ)
            wanted.append(Candidate(path, label, group=f"site {number // 4}"))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return folder


@pytest.fixture
def workspace(context, qtbot, tmp_path):
    workspace = TrainWorkspace(context, tmp_path / "cache")
    qtbot.addWidget(workspace)
    workspace.resize(1280, 740)
    workspace.choice.choose_preset("fast")
    workspace.choice.set(**SMALL)
    with qtbot.waitActive(workspace):  # keys go to the window that is active
        workspace.show()
        workspace.activateWindow()
    workspace.activate()
    yield workspace
    workspace.shutdown()
