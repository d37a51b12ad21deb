"""A project with suggestions, and the workspace that reviews them."""

from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Suggestion, SuggestionDetail
from audioclf_gui.gui.review.workspace import ReviewWorkspace
from audioclf_gui.jobs.writing import PutRun, PutSuggestions

RATE_HZ = 16_000


@pytest.fixture
def project_folder(tmp_path):
    """Forty unlabelled clips, c00 to c39, and two of each class."""
    folder = tmp_path / "Yard"
    with Project.create(folder) as project:
        wanted = []
        rng = np.random.default_rng(1)
        names = [(f"c{number:02}", "") for number in range(40)]
        names += [(f"{label}{number}", label) for label in ("dog", "rain", "bell") for number in range(2)]
        for name, label in names:
            path = Path(folder / "audio" / f"{name}.wav")
            path.parent.mkdir(exist_ok=True)
            write_wav(path, (0.1 * rng.standard_normal(4000)).astype(np.float32), RATE_HZ)
            wanted.append(Candidate(path, label))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return folder


@pytest.fixture
def clip_ids(context):
    """The clips' ids by the name of their file, without its ending."""
    return {clip.name.removesuffix(".wav"): clip.id for clip in context.document.view.clips}


@pytest.fixture
def class_ids(context):
    return {known.name: known.id for known in context.document.view.classes}


@pytest.fixture
def suggest(context, clip_ids, class_ids):
    """Puts suggestions into the project as a model would: {"c00": ("dog", 0.7)}."""
    run = context.document.project.runs.next("fast", {})
    context.document.write(PutRun(run))

    def put(wanted):
        details = [
            SuggestionDetail(
                Suggestion(clip_ids[name], run.id, class_ids[label], score), {class_ids[label]: score}, ()
            )
            for name, (label, score) in wanted.items()
        ]
        context.document.write(PutSuggestions(tuple(details)))

    return put


@pytest.fixture
def suggestions(suggest):
    """Every unlabelled clip is suggested; the higher its number, the more certain."""
    suggest({f"c{number:02}": (("dog", "rain")[number % 2], 0.4 + number / 100) for number in range(40)})


@pytest.fixture
def workspace(context, qtbot, tmp_path):
    workspace = ReviewWorkspace(context, tmp_path / "cache")
    qtbot.addWidget(workspace)
    workspace.resize(1280, 740)
    with qtbot.waitActive(workspace):  # keys go to the window that is active
        workspace.show()
        workspace.activateWindow()
    workspace.activate()
    yield workspace
    workspace.shutdown()
