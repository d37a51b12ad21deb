"""A cross-validation has as many folds as are asked for, and its time is estimated before it begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audioclf_gui.core.run import Epoch, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.ml.events import EpochDone, PartBegun

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 120_000


@pytest.fixture
def box(workspace, qtbot):
    """The box of the number of folds, every fold in turn chosen."""
    settings = workspace.settings
    settings.suggest.setChecked(False)
    qtbot.waitUntil(lambda: settings.check_on.findText("Every fold in turn") >= 0)
    assert not settings.folds.isVisible()
    settings.check_on.setCurrentIndex(settings.check_on.findText("Every fold in turn"))
    assert settings.folds.isVisible()
    return settings.folds


def type_count(box, text):
    box.count.setFocus()
    box.count.selectAll()
    QTest.keyClicks(box.count, text)
    QTest.keyClick(box.count, Qt.Key.Key_Return)


def test_a_typed_number_of_folds_is_held_out(workspace, box, qtbot):
    assert box.count.text() == "automatic (5)"
    type_count(box, "3")
    assert (workspace.choice.settings.folds, workspace.choice.all_folds) == (3, True)
    qtbot.waitUntil(lambda: box.outlook.text().startswith("3 folds."), timeout=ENOUGH_MS)
    assert box.outlook.text().endswith("How long that takes is estimated after the first epoch.")
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    (run,) = ended.args
    assert run.status is RunStatus.DONE
    assert len(run.report["folds"]) == 3
    qtbot.waitUntil(lambda: "estimated from run 1" in box.outlook.text(), timeout=ENOUGH_MS)
    assert "less than a minute" in box.outlook.text()


def test_the_first_epoch_of_a_fold_tells_how_long_the_others_take(workspace):
    header = workspace.header
    header.show_event(PartBegun(Text("fold {name}", name="1"), number=1, parts=3), 0.0)
    header.show_event(EpochDone(Epoch(1, 1.0, 0.5, 1.0, 0.5, 1e-3, 60.0), 4, 1, 90.0, 180.0), 0.5)
    assert header.state.whole_text().endswith("8 minutes for the others")
    header.show_event(PartBegun(Text("fold {name}", name="3"), number=3, parts=3), 0.5)
    header.show_event(EpochDone(Epoch(1, 1.0, 0.5, 1.0, 0.5, 1e-3, 60.0), 4, 1, 90.0, 180.0), 0.5)
    assert "for the others" not in header.state.whole_text()


def test_no_more_folds_are_offered_than_there_are_groups_and_the_least_is_automatic(workspace, box, qtbot):
    qtbot.waitUntil(lambda: box.count.maximum() == 6, timeout=ENOUGH_MS)
    type_count(box, "6")
    assert workspace.choice.settings.folds == 6
    workspace.choice.set(validate="group")
    assert not box.isVisible()
    workspace.settings.check_on.setCurrentIndex(workspace.settings.check_on.findText("Every fold in turn"))
    assert workspace.choice.settings.folds == 6, "a number that was chosen comes back"
    for _ in range(5):
        QTest.keyClick(box.count, Qt.Key.Key_Down)
    assert workspace.choice.settings.folds is None


def test_more_folds_than_groups_are_refused_before_training(workspace, box, qtbot):
    workspace.choice.hold_out_every_fold(9)
    qtbot.waitUntil(lambda: "too few for 9 folds" in box.outlook.text(), timeout=ENOUGH_MS)
    assert box.outlook.text() == "There are 6 groups, too few for 9 folds. Make 6 folds at most."
