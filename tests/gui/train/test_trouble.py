"""What goes wrong while a model is trained or asked ends in words, and in a workspace that can be used."""

import threading

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core import edits
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.run import Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.gui.train import suggester
from audioclf_gui.jobs.suggest import Suggested
from audioclf_gui.jobs.writing import PutRun, PutSuggestions
from audioclf_gui.ml import runs

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def endless_training(monkeypatch):
    """A training that does nothing until it is stopped; counts how often it began."""
    began = []

    def run_training(_plan, _bundle, _cache_dir, stop):
        began.append(1)
        stop.wait(10.0)
        yield from ()

    monkeypatch.setattr(runs, "run_training", run_training)
    return began


def test_two_quick_clicks_on_train_are_one_run(workspace, context, endless_training, qtbot):
    for _ in range(2):
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    qtbot.waitUntil(lambda: endless_training == [1])
    with qtbot.waitSignal(workspace.trainer.ended):
        workspace.stop()
    assert len(context.document.project.runs.all) == 1


def test_a_run_that_kept_nothing_says_so_and_offers_nothing(workspace, context, endless_training, qtbot):
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    qtbot.waitUntil(lambda: endless_training == [1])
    with qtbot.waitSignal(workspace.trainer.ended):
        workspace.stop()
    assert "no model was kept" in workspace.header.state.whole_text()
    assert not workspace.header.suggest_button.isVisible()
    assert "kept no model" in workspace.matrix.empty_text
    assert context.document.project.runs.with_model == ()


def test_a_refused_choice_is_told_and_leaves_no_run(workspace, context, qtbot):
    workspace.choice.set(test="group:nowhere")
    with qtbot.waitSignal(workspace.trainer.ended, timeout=20_000):
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    qtbot.waitUntil(lambda: "no group called 'nowhere'" in context.message_bar.text.text())
    assert context.document.project.runs.all == ()
    assert workspace.settings.train_button.isEnabled()


def test_a_class_may_go_while_it_is_trained_on(workspace, context, endless_training, qtbot):
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    context.document.do(Text("delete"), edits.delete_class(context.document.view, 1))
    with qtbot.waitSignal(workspace.trainer.ended):
        workspace.stop()
    assert workspace.settings.train_button.isEnabled()


def test_a_disk_that_fills_up_during_a_run_is_told_and_leaves_the_workspace_usable(
    workspace, context, endless_training, qtbot, monkeypatch
):
    def refuse(_run):
        raise UserError(
            Text("the project could not be saved: disk full"), remedy=Text("Free some disk space.")
        )

    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    monkeypatch.setattr(context.document.project.runs, "put", refuse)
    with qtbot.waitSignal(workspace.trainer.ended):
        workspace.stop()
    qtbot.waitUntil(lambda: "disk full" in context.message_bar.text.text())
    assert workspace.settings.train_button.isEnabled()


@pytest.fixture
def suggested(context, monkeypatch):
    """The model of run 1 says class 1 for the first clip, late; that of run 2 says class 2, at once."""
    late, end = threading.Event(), threading.Event()
    clip_id = context.document.view.clips[0].id
    made = []
    for _ in range(2):
        made.append(context.document.project.runs.next("default", {}))
        context.document.write(PutRun(made[-1]))

    def suggest(request, project, stop):
        run_id = request.run_id
        project.check_writable()
        yield Progress(0, 1)
        if run_id == made[0].id:
            late.wait(5.0)
        if stop.is_set():
            return Suggested(0, {})
        detail = SuggestionDetail(Suggestion(clip_id, run_id, run_id, 0.9), {run_id: 0.9}, ())
        yield PutSuggestions((detail,))
        end.wait(5.0)
        yield Progress(1, 1)
        return Suggested(1, {})

    monkeypatch.setattr(suggester, "suggest", suggest)
    return made, late, end


def test_what_an_earlier_model_says_late_is_not_taken_for_the_newer_one(workspace, context, suggested, qtbot):
    (first, second), late, end = suggested
    workspace.suggester.start(first)
    workspace.suggester.start(second)
    project, clip_id = context.document.project, context.document.view.clips[0].id
    qtbot.waitUntil(lambda: project.catalogue.view.suggestion(clip_id) is not None)
    late.set()
    qtbot.waitUntil(lambda: len(context.tasks.running) == 1)
    assert workspace.suggester.is_running
    end.set()
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert project.catalogue.view.suggestion(clip_id).run_id == second.id
    assert not workspace.suggester.is_running


def test_suggestions_for_a_project_that_may_only_be_read_are_refused_in_words(
    workspace, context, suggested, qtbot, monkeypatch
):
    monkeypatch.setattr(context.document.project._database, "read_only", True)
    (_, second), _, end = suggested
    end.set()
    workspace.suggester.start(second)
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert "open elsewhere" in context.message_bar.text.text()
    assert not workspace.suggester.is_running
