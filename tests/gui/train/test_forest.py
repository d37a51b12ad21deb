"""A model that learns in one go, in the window: chosen like any other, and no empty curve without a word."""

from PySide6.QtCore import Qt

from audioclf_gui.core.run import RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.gui.train.trainer import gathered
from audioclf_gui.ml.events import FitProgress, PartBegun

ENOUGH_MS = 60_000


def choose(workspace, title):
    """Take an entry of the list of models, as a click does."""
    box = workspace.settings.model
    box.setCurrentIndex(box.findText(title))
    box.activated.emit(box.currentIndex())


def train(workspace, qtbot):
    qtbot.mouseClick(workspace.settings.train_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        pass
    return ended.args[0]


def test_a_forest_is_chosen_by_its_name_and_says_why_there_is_no_curve(workspace, context, qtbot):
    workspace.settings.suggest.setChecked(False)
    choose(workspace, "Random forest")
    workspace.choice.set(trees=20, coefficients=8)
    assert "seconds" in workspace.settings.model.toolTip()
    run = train(workspace, qtbot)
    assert (run.status, run.preset) == (RunStatus.DONE, "forest")
    assert context.document.project.runs.epochs(run.id) == ()
    assert "learns in one go" in workspace.rows.without.text()
    assert workspace.rows.without.isVisible()
    assert not workspace.loss.isVisible()  # the results have its room
    assert not workspace.rows.larger.isVisible()
    assert workspace.header.figures.isVisible()
    assert "best_epoch" not in workspace.header.figures.blocks
    assert "epoch" not in workspace.header.state.text()
    assert sum(map(sum, workspace.matrix.counts)) == run.report["clips"]["test"]


def test_after_a_forest_a_network_draws_its_curves_again(workspace, qtbot):
    workspace.settings.suggest.setChecked(False)
    choose(workspace, "Random forest")
    workspace.choice.set(trees=5, coefficients=8)
    train(workspace, qtbot)
    choose(workspace, "Small network on numbers")
    train(workspace, qtbot)
    assert workspace.loss.isVisible()
    assert workspace.figure.isVisible()
    assert not workspace.rows.without.isVisible()


def test_the_bar_moves_while_trees_grow():
    events = [PartBegun(Text("all clips"), 2, 2), FitProgress(5, 20, Text("growing trees"))]
    (news,) = gathered(event for event in events)
    assert (news.done, news.total) == (25, 40)
