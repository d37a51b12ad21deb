"""A model suggests classes for the clips of a project."""

import threading

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core import edits
from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunId
from audioclf_gui.core.text import Text
from audioclf_gui.jobs import suggest as suggest_module
from audioclf_gui.jobs.edit_clips import (
    AcceptSuggestions,
    DeleteClass,
    MergeClasses,
    MoveClass,
    RenameClass,
    edit_clips,
)
from audioclf_gui.jobs.suggest import Suggest, suggest
from audioclf_gui.jobs.writing import PutSuggestions, carry_out
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.inference import predict_files
from audioclf_gui.ml.objectives.multi_label import MultiLabel

from .conftest import collected


def add_class(project, name):
    project.catalogue.apply(Text("add class"), edits.add_class(project.catalogue.view, name))


def edit(project, request):
    carry_out(edit_clips(request, project.view()), project)


def suggested(project):
    """The names of the classes that are suggested, for every clip that has a suggestion."""
    view = project.catalogue.view
    names = {known.id: known.name for known in view.classes}
    found = [view.suggestion(clip.id) for clip in view.clips]
    return [names[one.class_id] for one in found if one is not None]


@pytest.fixture
def dogs(project, says, tmp_path):
    """A model of this project that takes everything for a dog, and next likely for a wren."""
    return says(tmp_path / "dogs", [3.0, 2.0, 0.0], classes=("dog", "wren", "owl"), class_ids=(1, 2, 3))


@pytest.fixture
def looked(project, run, dogs):
    """Let the model look at the clips; what came of it."""
    add_class(project, "owl")
    assert [known.id for known in project.catalogue.view.classes] == [1, 2, 3]
    return lambda: carry_out(suggest(Suggest(run.id, dogs), project.view()), project)


def test_a_renamed_class_is_suggested_under_its_new_name_and_accepted_as_such(project, ids, looked):
    edit(project, RenameClass("dog", "hound"))
    assert looked().clips == 6
    assert suggested(project) == ["hound"] * 6
    chosen = edits.suggested_classes(project.catalogue.view, [ids["new-0"]])
    edit(project, AcceptSuggestions(chosen))
    (label,) = project.catalogue.view.labels(ids["new-0"])
    assert label.class_id == project.catalogue.view.classes[0].id
    assert project.catalogue.view.classes[0].name == "hound"


def test_a_merged_class_is_suggested_as_the_one_it_went_into_with_both_their_scores(project, ids, looked):
    edit(project, MergeClasses(("dog",), "wren"))
    looked()
    assert suggested(project) == ["wren"] * 6
    detail = project.suggestions.detail(ids["new-0"])
    assert detail.suggestion.score == pytest.approx(1.0 - detail.scores[3], abs=1e-6)
    project.catalogue.undo()
    looked()
    assert suggested(project) == ["dog"] * 6


def test_until_then_the_score_of_what_was_likeliest_is_the_least_that_the_merged_class_has(
    project, ids, looked
):
    looked()
    before = project.catalogue.view.suggestion(ids["new-0"])
    edit(project, MergeClasses(("dog",), "wren"))
    detail = project.suggestions.detail(ids["new-0"])
    assert detail.suggestion.score == before.score < detail.scores[detail.suggestion.class_id]
    project.catalogue.undo()
    assert project.catalogue.view.suggestion(ids["new-0"]) == before


def test_classes_in_another_order_are_not_mixed_up(project, looked):
    edit(project, MoveClass("dog", 2))
    looked()
    assert suggested(project) == ["dog"] * 6


def test_what_a_model_takes_for_a_dropped_class_gets_no_suggestion_not_even_an_earlier_one(project, looked):
    looked()
    edit(project, DeleteClass("dog"))
    done = looked()
    assert suggested(project) == []
    assert (done.clips, done.missing) == (0, {"dog": 6})
    assert [str(note) for note in done.notes] == [
        "6 clips got no suggestion: the project has no such class: dog (6)."
    ]
    project.catalogue.undo()
    assert suggested(project) == []


def test_a_model_of_an_older_version_goes_by_names(project, run, says, tmp_path):
    old = says(tmp_path / "old", [3.0, 2.0, 0.0], classes=("dog", "wren", "owl"))
    carry_out(suggest(Suggest(run.id, old), project.view()), project)
    assert suggested(project) == ["dog"] * 6
    edit(project, RenameClass("dog", "hound"))
    done = carry_out(suggest(Suggest(run.id, old), project.view()), project)
    assert done.missing == {"dog": 6}


def test_every_readable_clip_gets_a_suggestion_unlabelled_ones_first(project, ids, run, bundle):
    project.catalogue.view.audio_path(project.catalogue.view.clip(ids["dog-0"])).unlink()
    add_class(project, "owl")
    told = collected(suggest(Suggest(run.id, bundle), project.view()))
    details = [detail for event in told.of(PutSuggestions) for detail in event.details]
    assert details[0].suggestion.clip_id == ids["new-0"]
    assert {one.suggestion.clip_id for one in details} == set(ids.values()) - {ids["dog-0"]}
    assert (told.result.clips, told.result.missing) == (5, {})
    assert [one.path.name for one in told.result.refused] == ["dog-0.wav"]
    assert [str(note) for note in told.result.notes] == [
        "1 clip got no suggestion since its file cannot be read: dog-0.wav (No such file or directory)."
    ]
    assert told.of(Progress)[-1] == Progress(6, 6)


def test_a_stop_keeps_what_was_suggested(project, run, bundle, monkeypatch):
    monkeypatch.setattr(suggest_module, "_BATCH_CLIPS", 1)
    monkeypatch.setattr(suggest_module, "_LEAST_S", 0.0)
    add_class(project, "owl")
    stop = threading.Event()

    def show(event):
        if isinstance(event, PutSuggestions):
            stop.set()

    done = carry_out(suggest(Suggest(run.id, bundle), project.view(), stop), project, show)
    assert done.clips == 1
    suggested = [clip for clip in project.catalogue.view.clips if project.catalogue.view.suggestion(clip.id)]
    assert len(suggested) == 1


def test_a_model_without_a_class_of_the_project_is_refused(project, run, save_tiny, tmp_path):
    stranger = save_tiny(tmp_path / "stranger", classes=("a", "b", "c"))
    with pytest.raises(UserError, match="none of the model's classes"):
        collected(suggest(Suggest(run.id, stranger), project.view()))


def test_a_project_that_may_only_be_read_gets_no_suggestions(reader, bundle):
    with pytest.raises(ReadOnlyProjectError):
        collected(suggest(Suggest(RunId(1), bundle), reader.view()))


def test_a_model_of_sets_suggests_all_classes_that_reach_their_thresholds(project, run, ids, says, tmp_path):
    objective = MultiLabel(("dog", "wren", "bat"))
    bundle = says(tmp_path / "sets", [3.0, 2.0, 1.0], objective=objective, thresholds=(0.5, 0.5, 0.5))
    done = carry_out(suggest(Suggest(run.id, bundle), project.view()), project)
    assert (done.clips, done.none, done.notes) == (6, 0, ())
    dog, wren = (known.id for known in project.catalogue.view.classes)
    assert {project.catalogue.view.suggestion(clip.id).classes for clip in project.catalogue.view.clips} == {
        (dog, wren)
    }
    assert edit_and_classes(project, ids["new-0"]) == (dog, wren)


def edit_and_classes(project, clip_id):
    """Accept what is suggested for a clip; the classes that it has then."""
    edit(project, AcceptSuggestions(edits.suggested_classes(project.catalogue.view, [clip_id])))
    return whole_clip_classes(project.catalogue.view.labels(clip_id))


def test_clips_of_no_class_of_a_set_lose_their_suggestion_and_are_counted(project, run, says, tmp_path):
    objective = MultiLabel(("dog", "wren"))
    sure = says(tmp_path / "sure", [3.0, 2.0], objective=objective, thresholds=(0.5, 0.5))
    carry_out(suggest(Suggest(run.id, sure), project.view()), project)
    none = says(tmp_path / "none", [-3.0, -2.0], objective=objective, thresholds=(0.5, 0.5))
    done = carry_out(suggest(Suggest(run.id, none), project.view()), project)
    assert (done.clips, done.none) == (0, 6)
    assert not project.catalogue.view.has_suggestions
    assert [str(note) for note in done.notes] == [
        "6 clips got no suggestion: no class reaches its threshold."
    ]


@pytest.mark.parametrize("level", [0.0, 1e-5])
def test_of_what_is_silence_to_the_model_nothing_is_suggested_and_that_is_told(
    level, project, run, ids, says, tmp_path
):
    bundle = says(tmp_path / "m", [3.0, 2.0, 0.0], classes=("dog", "wren", "owl"), class_ids=(1, 2, 3))
    path = project.catalogue.view.audio_path(project.catalogue.view.clip(ids["new-0"]))
    hiss = np.random.default_rng(0).normal(0.0, level, 4000)
    sf.write(path, hiss.astype(np.float32), 8000, "FLOAT")
    done = carry_out(suggest(Suggest(run.id, bundle), project.view()), project)
    assert (done.clips, done.none, done.silent) == (5, 0, 1)
    assert project.catalogue.view.suggestion(ids["new-0"]) is None
    (note,) = map(str, done.notes)
    assert note.startswith(
        "1 clip got no suggestion: to the model it is silence, nothing at all or far quieter"
    )


@pytest.fixture
def sparse(project, ids, save_tiny, tmp_path):
    """A model that knows a part of a long recording for something, and nothing else; its folder."""
    path = project.catalogue.view.audio_path(project.catalogue.view.clip(ids["new-0"]))
    noise = np.random.default_rng(5).normal(0.0, 0.3, 4000).astype(np.float32)
    hum = 0.01 * np.sin(2 * np.pi * 60.0 * np.arange(28_000) / 8000).astype(np.float32)
    write_wav(path, np.concatenate([noise, hum]), 8000)
    objective = MultiLabel(("dog", "wren", "owl"))
    probe = load_bundle(save_tiny(tmp_path / "probe", objective=objective, thresholds=(1.0, 1.0, 1.0)))
    (answer,) = predict_files(probe, [path])
    scores = np.stack([window.scores for window in answer.windows])
    best = int(np.argmax(scores.max(axis=0) - answer.scores))
    thresholds = [1.0, 1.0, 1.0]
    thresholds[best] = float(scores[:, best].max() + answer.scores[best]) / 2.0
    assert scores[:, best].max() > thresholds[best] > answer.scores[best]
    return save_tiny(tmp_path / "sparse", objective=objective, thresholds=tuple(thresholds))


def test_what_is_heard_in_a_recording_that_is_of_no_class_as_a_whole_is_kept(
    project, run, ids, looked, sparse
):
    assert looked().clips == 6
    assert project.catalogue.view.suggestion(ids["new-0"]) is not None
    done = carry_out(suggest(Suggest(run.id, sparse), project.view()), project)
    assert done.inside == 1
    assert "1 recording is of no class as a whole" in " ".join(map(str, done.notes))
    assert project.catalogue.view.suggestion(ids["new-0"]) is None
    heard = project.suggestions.detail(ids["new-0"])
    (name,) = {one.class_id: None for one in heard.events}
    folder = project.folder
    project.close()
    with Project.open(folder) as again:
        assert again.catalogue.view.suggestion(ids["new-0"]) is None
        assert again.suggestions.detail(ids["new-0"]) == heard
        called = next(known.name for known in again.catalogue.view.classes if known.id == name)
        edit(again, DeleteClass(called))
        assert again.suggestions.detail(ids["new-0"]) is None
