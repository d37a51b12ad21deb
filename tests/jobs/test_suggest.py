"""A model suggests classes for the clips of a project."""

import threading

import pytest

from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.run import RunId
from audioclf_gui.jobs import suggest as suggest_module
from audioclf_gui.jobs.suggest import Suggest, suggest
from audioclf_gui.jobs.writing import PutSuggestions, carry_out

from .conftest import collected


def test_every_readable_clip_gets_a_suggestion_unlabelled_ones_first(project, ids, run, bundle):
    project.catalogue.view.audio_path(project.catalogue.view.clip(ids["dog-0"])).unlink()
    told = collected(suggest(Suggest(run.id, bundle), project.view()))
    details = [detail for event in told.of(PutSuggestions) for detail in event.details]
    assert details[0].suggestion.clip_id == ids["new-0"]
    assert {one.suggestion.clip_id for one in details} == set(ids.values()) - {ids["dog-0"]}
    assert told.result == 5
    assert told.of(Progress)[-1] == Progress(6, 6)


def test_a_stop_keeps_what_was_suggested(project, run, bundle, monkeypatch):
    monkeypatch.setattr(suggest_module, "_BATCH_CLIPS", 1)
    stop = threading.Event()

    def show(event):
        if isinstance(event, PutSuggestions):
            stop.set()

    given = carry_out(suggest(Suggest(run.id, bundle), project.view(), stop), project, show)
    assert given == 1
    suggested = [clip for clip in project.catalogue.view.clips if project.catalogue.view.suggestion(clip.id)]
    assert len(suggested) == 1


def test_a_model_without_a_class_of_the_project_is_refused(project, run, save_tiny, tmp_path):
    stranger = save_tiny(tmp_path / "stranger", classes=("a", "b", "c"))
    with pytest.raises(UserError, match="none of the model's classes"):
        collected(suggest(Suggest(run.id, stranger), project.view()))


def test_a_project_that_may_only_be_read_gets_no_suggestions(reader, bundle):
    with pytest.raises(ReadOnlyProjectError):
        collected(suggest(Suggest(RunId(1), bundle), reader.view()))
