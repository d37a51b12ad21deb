"""The search in the window: trials come in, it stops, goes on, and its winner is taken over."""

import multiprocessing

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.gui.theme import theme_signals
from audioclf_gui.jobs.presets import kept_presets, preset_folder

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
