"""Labels that models doubt are a choice in the queue."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.gui.review.queue import Show

RATE_HZ = 8000
ENOUGH_MS = 120_000


@pytest.fixture
def project_folder(tmp_path):
    """Ten whistles and ten hisses from five sites; the whistle of "wrong.wav" is called a hiss."""
    folder = tmp_path / "Sounds"
    rng = np.random.default_rng(2)
    with Project.create(folder) as project:
        wanted = []
        for number in range(20):
            label = ("whistle", "hiss")[number % 2]
            noise = rng.normal(0.0, 0.05, RATE_HZ // 2)
            tone = 0.3 * np.sin(2 * np.pi * (1000 + 7 * number) * np.arange(RATE_HZ // 2) / RATE_HZ)
            path = folder / "audio" / ("wrong.wav" if number == 6 else f"{label}-{number}.wav")
            path.parent.mkdir(exist_ok=True)
            write_wav(path, (noise + tone * (label == "whistle")).astype(np.float32), RATE_HZ)
            given = "hiss" if number == 6 else label
            wanted.append(Candidate(path, given, group=f"site {number // 4}"))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return folder


def choose(box, text, qtbot):
    """Go to an entry of a box as the keyboard does."""
    box.setFocus()
    for _ in range(abs(box.findText(text) - box.currentIndex())):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_label_errors_are_found_and_shown_the_likeliest_first(workspace, context, qtbot):
    panel = workspace.panel
    choose(panel.show_box, "Likely label errors", qtbot)
    assert panel.show_kind is Show.QUARANTINED, "the queue stays while the labels are judged"
    qtbot.waitUntil(lambda: panel.show_kind is Show.GIVEN, timeout=ENOUGH_MS)
    assert panel.given.text().startswith("Likely label errors first, of 20 judged labels")
    assert "by quick folds" in panel.given.text()
    first = workspace.grid.entries[0]
    assert context.document.view.clip(first.clip_id).name == "wrong.wav"
    (proposed,) = first.proposed
    assert {known.id: known.name for known in context.document.view.classes}[proposed] == "whistle"
