"""What speaks for the class of a clip is drawn over its picture, and what the model hears is played."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.run import RunStatus
from audioclf_gui.jobs.writing import PutRun

KEY = Qt.Key


@pytest.fixture
def model(suggest, context, save_tiny):
    """The run that suggests has a model, which knows dog, rain and bell."""
    suggest({"c00": ("dog", 0.5), "c01": ("rain", 0.6)})
    project = context.document.project
    (run,) = project.runs
    save_tiny(project.runs.bundle_path(run), classes=("dog", "rain", "bell"))
    context.document.write(PutRun(replace(run, status=RunStatus.DONE)))


def test_what_speaks_for_the_class_is_drawn_and_taken_away_again(model, workspace, context, qtbot):
    grid, explainer = workspace.grid, workspace.explainer
    qtbot.keyClick(grid, KEY.Key_E)
    qtbot.waitUntil(lambda: explainer.shown == grid.entries[0].clip_id, timeout=20_000)
    evidence = workspace._tile(grid.entries[0]).evidence
    assert evidence.class_name == "dog"
    assert workspace._tile(grid.entries[1]).evidence is None
    grid.grab()
    qtbot.keyClick(grid, KEY.Key_E)
    assert workspace._tile(grid.entries[0]).evidence is None


def test_what_the_model_hears_is_played(model, workspace, context, qtbot):
    qtbot.keyClick(workspace.grid, KEY.Key_H)
    qtbot.waitUntil(lambda: context.player.path is not None, timeout=20_000)
    assert context.player.path.name == f"{workspace.grid.entries[0].clip_id}.wav"
    assert context.player.path.is_file()


def test_without_a_model_that_is_said(suggestions, workspace, context, qtbot):
    with qtbot.waitSignal(context.status_changed) as told:
        qtbot.keyClick(workspace.grid, KEY.Key_E)
    assert told.args == ["Train a model first: none is there to be asked."]
