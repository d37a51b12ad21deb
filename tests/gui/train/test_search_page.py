"""The search in the window: trials come in, it stops, goes on, and its winner is taken over."""

import itertools
import multiprocessing

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from audioclf_gui.gui.theme import theme_signals
from audioclf_gui.gui.train.parallel_plot import ParallelPlot
from audioclf_gui.jobs.presets import kept_presets, preset_folder
from audioclf_gui.ml.search.space import space_of
from audioclf_gui.ml.search.study import Trial

pytest.importorskip("optuna")

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 120_000


@pytest.fixture
def page(workspace, qtbot):
    """The page, with nothing tried yet."""
    tab = next(tab for tab in workspace.answers.left.tabs if tab.text() == "Search")
    qtbot.mouseClick(tab, LEFT)
    page = workspace.answers.search
    assert page.isVisible()
    page.trials.setValue(3)
    return page


def test_a_search_is_stopped_gone_on_with_and_its_winner_chosen(page, workspace, qtbot):
    assert not page.use.isEnabled()
    assert not page.halt.isEnabled()
    qtbot.mouseClick(page.start, LEFT)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=ENOUGH_MS)
    assert "kept apart from the search" in page.said.text()
    qtbot.mouseClick(page.halt, LEFT)
    qtbot.waitUntil(page.start.isEnabled, timeout=ENOUGH_MS)
    assert page.answer.isVisible()
    qtbot.mouseClick(page.start, LEFT)
    qtbot.waitUntil(page.use.isEnabled, timeout=ENOUGH_MS)
    assert "on sound the search never saw" in page.answer.text()
    assert len(page.plot.drawn) == 3
    theme_signals.changed.emit()
    qtbot.mouseClick(page.use, LEFT)
    settings = workspace.choice.settings
    assert settings.preset == "forest"
    winner = page.found.winner
    assert {name: getattr(settings, name) for name in winner.values} == dict(winner.values)


def test_the_winner_is_kept_as_a_preset_by_one_click(page, workspace, context, qtbot):
    page.trials.setValue(2)
    assert not page.save.isEnabled()
    qtbot.mouseClick(page.start, LEFT)
    qtbot.waitUntil(page.save.isEnabled, timeout=ENOUGH_MS)
    qtbot.mouseClick(page.save, LEFT)
    name = "Random forest, best of a search"
    qtbot.waitUntil(lambda: workspace.settings.model.findData(name) >= 0, timeout=ENOUGH_MS)
    winner = page.found.winner
    settings = kept_presets(preset_folder()).find(name).preset.settings
    assert {key: getattr(settings, key) for key in winner.values} == dict(winner.values)
    assert workspace.choice.saved.name == name
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(lambda: workspace.settings.model.findData(f"{name} 2") >= 0, timeout=ENOUGH_MS)
    assert page.preset.findData(name) >= 0  # a search can start from it


def test_what_carries_trials_out_ends_with_the_window(page, context, qtbot):
    qtbot.mouseClick(page.start, LEFT)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=ENOUGH_MS)
    assert multiprocessing.active_children()
    context.tasks.stop_all()  # as the window does that is closed
    qtbot.waitUntil(lambda: not context.tasks.running, timeout=ENOUGH_MS)
    assert not multiprocessing.active_children()


def trial(number, values):
    return Trial(number, values, "done", (number / 10,), 1.0)


@pytest.mark.parametrize("width", [220, 330, 700])
def test_every_axis_is_named_and_no_name_stands_on_another(qtbot, width):
    plot = ParallelPlot()
    qtbot.addWidget(plot)
    plot.resize(width, 140)
    space = space_of(["network"])
    values = [{one.name: one.points[at % 2] for one in space} for at in range(3)]
    plot.show_trials(space, [trial(at, one) for at, one in enumerate(values, start=1)], "balanced accuracy")
    with qtbot.waitExposed(plot):
        plot.show()
    boxes = [box for box, _ in plot.names.shown()]
    assert len(boxes) == len(space) + 1
    assert not any(one.intersects(other) for one, other in itertools.combinations(boxes, 2))
    assert all(plot.names.rect().contains(box) for box in boxes)
    texts = [text for _, text in plot.names.shown()]
    if width == 700:
        assert texts == [*(one.name for one in space), "balanced accuracy"]
    begun = [text.rstrip("…") for text in texts]
    assert all(begun)
    assert all(one.name.startswith(text) for one, text in zip(space, begun, strict=False))


def test_what_is_cut_off_and_the_values_that_are_tried_are_in_a_tool_tip(qtbot):
    plot = ParallelPlot()
    qtbot.addWidget(plot)
    plot.resize(220, 140)
    space = space_of(["network"])
    plot.show_trials(space, [trial(1, {one.name: one.points[0] for one in space})], "accuracy")
    with qtbot.waitExposed(plot):
        plot.show()
    at = plot.names.shown()[2][0].center()
    QApplication.sendEvent(plot.names, QHelpEvent(QEvent.Type.ToolTip, at, plot.names.mapToGlobal(at)))
    assert QToolTip.text() == "label_smoothing=0..0.2"
