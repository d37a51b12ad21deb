"""Sets of classes in the window: learnt because labels share their time, judged and looked at by class."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Answer

from .conftest import RATE_HZ, sound

LEFT = Qt.MouseButton.LeftButton
SETS = (("whistle",), ("hiss",), ("whistle", "hiss"))


@pytest.fixture
def project_folder(tmp_path):
    """Clips of a whistle, of a hiss and of both, from eight sites."""
    folder = tmp_path / "Mixtures"
    with Project.create(folder) as project:
        wanted = []
        for number in range(48):
            names = SETS[number % 3]
            path = Path(folder / "audio" / f"{'-'.join(names)}-{number}.wav")
            path.parent.mkdir(exist_ok=True)
            write_wav(path, sound(number, 1000.0 if "whistle" in names else None), RATE_HZ)
            wanted.append(Candidate(path, names[0], group=f"site {number // 6}", others=names[1:]))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return folder


@pytest.fixture
def trained(workspace, qtbot):
    """The workspace with a run of one click."""
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    qtbot.waitUntil(lambda: workspace.trainer.is_running)
    qtbot.waitUntil(lambda: not workspace.trainer.is_running, timeout=120_000)
    return workspace


def test_sets_are_judged_by_class_with_average_precision_and_without_a_matrix(trained, qtbot, context):
    assert context.document.project.runs.all[-1].objective == "multi-label"
    assert trained.figure.heading.text().casefold() == "average precision"
    assert not trained.matrix.isVisible()
    assert trained.answers.thresholds.isVisible()
    assert "no confusion matrix" in trained.answers.hint.text()
    model = trained.table.figures
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == [
        "Class", "Avg. prec.", "Prec.", "Recall", "F1", "Threshold", "Clips", "Missed", "False"
    ]  # fmt: skip
    assert {model.index(row, 0).data() for row in range(model.rowCount())} == {"whistle", "hiss"}
    last = trained.runs.table.item(0, 2)
    assert "average precision" in last.toolTip().casefold()


def test_a_click_on_a_class_opens_its_wrong_clips_with_the_sets_that_were_answered(trained, qtbot):
    model, table = trained.table.figures, trained.table
    places = {model.index(row, 0).data(): row for row in range(model.rowCount())}
    wrong = [
        (name, column, int(model.index(row, column).data()))
        for name, row in places.items()
        for column in (7, 8)
        if int(model.index(row, column).data())
    ]
    assert wrong, "three epochs leave something to be corrected"
    name, column, count = wrong[0]
    with qtbot.waitSignal(trained.clips_shown) as shown:
        qtbot.mouseClick(
            table.viewport(), LEFT, pos=table.visualRect(model.index(places[name], column)).center()
        )
    title, answers = shown.args
    assert name in title
    assert len(answers) == count
    assert all(isinstance(one, Answer) for one in answers)
