"""A model is trained, and the run is written down from its beginning to its end."""

import math
import shutil
import threading
from itertools import product

import pytest
import torch

from audioclf_gui.core.errors import ReadOnlyProjectError, UserError, in_words
from audioclf_gui.core.run import Epoch, RunId, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.jobs import train as train_job
from audioclf_gui.jobs.resume import to_go_on
from audioclf_gui.jobs.train import Train, check_report, checkpoints, train
from audioclf_gui.jobs.writing import AddEpochs, PutRun, carry_out, write
from audioclf_gui.ml.events import EpochDone, FitProgress, Note, PartBegun
from audioclf_gui.ml.settings import settings_for

from .conftest import RATE_HZ, collected

SMALL = {
    "judging_share": 1.0,
    "epochs": 2,
    "rate_hz": RATE_HZ,
    "mels": 16,
    "mel_window_s": 0.032,
    "window_s": 0.5,
    "batch_size": 8,
    "threads": 1,
    "valid_share": 0.25,
    "test_share": 0.25,
    "architecture": "r4_cnn",  # small: what is written down of a run is the same for all
    "dropout": None,
}


def start(project, tmp_path, stop=None, **more):
    settings = settings_for("fast", **SMALL)
    request = Train(project.runs.next("fast", settings.to_dict()), settings, **more)
    return train(request, project.view(), tmp_path / "cache", stop or threading.Event())


def test_no_more_progress_is_told_than_can_be_seen_and_the_last_of_it_always(monkeypatch):
    trials = [FitProgress(done, 50, Text("trying")) for done in range(50)]
    figures = EpochDone(Epoch(1, 0.5, 0.9, 0.4, 0.9, 0.001, 0.1), 1, 1, 100.0, 0.0)
    note = Note(Text("tried"))
    closed = []

    def events():
        try:
            yield from (*trials, figures, note)
        finally:
            closed.append(True)

    monkeypatch.setattr(train_job, "EVENT_EVERY_S", math.inf)
    assert list(train_job._paced(events())) == [trials[0], figures, trials[-1], note]
    monkeypatch.setattr(train_job, "EVENT_EVERY_S", 0.0)
    assert list(train_job._paced(events())) == [*trials, figures, note]
    left_early = train_job._paced(events())
    next(left_early)
    left_early.close()
    assert len(closed) == 3


def test_a_run_is_written_down_from_its_beginning_to_its_end(learnable, tmp_path):
    told = []
    run = carry_out(start(learnable, tmp_path), learnable, told.append)
    written = [(event.run.status, bool(event.run.report)) for event in told if isinstance(event, PutRun)]
    assert written == [(RunStatus.RUNNING, False), (RunStatus.RUNNING, True), (RunStatus.DONE, True)]
    assert learnable.runs.all == (run,)
    assert run.report["run"] == run.id == RunId(1)
    assert [epoch.number for epoch in learnable.runs.epochs(run.id)] == [1, 2]
    assert learnable.runs.bundle_path(run).is_dir()
    check_report(run)


def test_of_a_cross_validation_the_epochs_of_every_fold_are_kept(learnable, tmp_path):
    run = carry_out(start(learnable, tmp_path, all_folds=True), learnable)
    assert len(run.report["folds"]) == 5
    epochs = learnable.runs.epochs(run.id)
    assert [(epoch.part, epoch.number) for epoch in epochs] == list(product(range(1, 6), (1, 2)))
    assert run.bundle.endswith("/model")


def test_a_run_that_is_stopped_before_it_learns_says_so(learnable, tmp_path):
    stop = threading.Event()
    stop.set()
    run = carry_out(start(learnable, tmp_path, stop), learnable)
    assert run.status is RunStatus.STOPPED
    with pytest.raises(UserError, match="ended before there was a model"):
        check_report(run)


def test_a_run_that_goes_on_and_comes_to_nothing_new_keeps_the_model_that_it_had(
    learnable, tmp_path, monkeypatch
):
    stop = threading.Event()

    def stop_after_an_epoch(event):
        if isinstance(event, EpochDone):
            stop.set()

    had = carry_out(start(learnable, tmp_path, stop), learnable, stop_after_an_epoch)
    assert (had.status, had.report["stopped"]) == (RunStatus.STOPPED, True)
    states = checkpoints(learnable.runs.bundle_path(had))
    states.mkdir(exist_ok=True)
    (states / "of an epoch.safetensors").touch()

    def again(stop=stop):
        request = to_go_on(learnable.folder, had)
        return train(request, learnable.view(), tmp_path / "cache", stop)

    assert carry_out(again(), learnable) == had  # stopped before it has learnt anything
    assert learnable.runs.with_model == (had,)
    cut_off = again(threading.Event())
    write(learnable, next(event for event in cut_off if isinstance(event, PutRun)))
    cut_off.close()
    learnable.runs.close_interrupted()
    assert learnable.runs.all == (had,)

    def broken(*_args, **_kwargs):
        raise MemoryError("no memory left")
        yield

    monkeypatch.setattr("audioclf_gui.ml.runs.run_training", broken)
    with pytest.raises(MemoryError):
        carry_out(again(threading.Event()), learnable)
    assert learnable.runs.all == (had,)


def test_a_failure_is_written_down_and_passed_on(learnable, tmp_path, monkeypatch):
    def broken(*_args, **_kwargs):
        raise MemoryError("no memory left")
        yield

    monkeypatch.setattr("audioclf_gui.ml.runs.run_training", broken)
    with pytest.raises(MemoryError):
        carry_out(start(learnable, tmp_path), learnable)
    (run,) = learnable.runs.all
    assert run.status is RunStatus.FAILED
    assert run.report["error"] == "no memory left"


def test_a_disk_that_refuses_the_model_is_told_with_what_to_do(learnable, tmp_path):
    models = learnable.folder / "models"
    models.rmdir()
    models.write_text("in the way")
    with pytest.raises(UserError, match="run-0001 cannot be written: ") as refusal:
        carry_out(start(learnable, tmp_path), learnable)
    assert str(models) in str(refusal.value.remedy)
    (run,) = learnable.runs.all
    assert (run.status, run.report["error"]) == (RunStatus.FAILED, in_words(refusal.value))


def test_nothing_to_learn_from_begins_no_run(project, ids, tmp_path):
    from audioclf_gui.jobs.edit_clips import LabelClips, edit_clips

    carry_out(edit_clips(LabelClips(tuple(ids.values()), ""), project.view()), project)
    with pytest.raises(UserError):
        carry_out(start(project, tmp_path), project)
    assert project.runs.all == ()


def test_a_project_that_may_only_be_read_is_not_trained_on(reader, tmp_path):
    with pytest.raises(ReadOnlyProjectError):
        collected(start(reader, tmp_path))


def test_a_run_that_kept_nothing_names_no_model_and_is_offered_nowhere(learnable, tmp_path):
    stop = threading.Event()
    stop.set()
    run = carry_out(start(learnable, tmp_path, stop), learnable)
    assert (run.bundle, run.has_model) == ("", False)
    assert learnable.runs.with_model == ()


def test_a_model_that_was_deleted_is_offered_nowhere(learnable, tmp_path):
    run = carry_out(start(learnable, tmp_path), learnable)
    assert learnable.runs.with_model == (run,)
    shutil.rmtree(learnable.runs.bundle_path(run))
    assert learnable.runs.with_model == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"validate": "fold:9"},
        {"test": "group:nowhere"},
        {"architecture": "transformer"},
        pytest.param(
            {"device": "cuda"},
            marks=pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here"),
        ),
    ],
)
def test_what_cannot_be_done_is_refused_before_a_run_is_begun(learnable, tmp_path, changes):
    settings = settings_for("fast", **(SMALL | changes))
    request = Train(learnable.runs.next("fast", settings.to_dict()), settings)
    with pytest.raises(UserError):
        carry_out(train(request, learnable.view(), tmp_path / "cache", threading.Event()), learnable)
    assert learnable.runs.all == ()


@pytest.mark.parametrize("all_folds", [False, True])
def test_a_run_that_is_stopped_while_it_learns_from_all_clips_is_stopped_in_its_report_too(
    learnable, tmp_path, all_folds
):
    stop = threading.Event()

    def stop_at_the_last_part(event):
        if isinstance(event, PartBegun) and event.number == event.parts:
            stop.set()

    run = carry_out(start(learnable, tmp_path, stop, all_folds=all_folds), learnable, stop_at_the_last_part)
    assert (run.status, run.report["stopped"]) == (RunStatus.STOPPED, True)
    assert run.has_model


@pytest.mark.parametrize("all_folds", [False, True])
def test_a_run_that_is_cut_off_while_it_learns_from_all_clips_keeps_its_figures(
    learnable, tmp_path, all_folds
):
    events = start(learnable, tmp_path, all_folds=all_folds)
    for event in events:
        if isinstance(event, PutRun | AddEpochs):
            write(learnable, event)
        if isinstance(event, PartBegun) and event.number == event.parts:
            break
    events.close()
    learnable.runs.close_interrupted()
    (run,) = learnable.runs.with_model
    assert run.status is RunStatus.STOPPED
    assert run.report["accuracy"] >= 0.0
    assert run.report["stopped"]
    assert learnable.runs.epochs(run.id)


def test_a_cross_validation_that_is_cut_off_has_the_model_of_its_newest_fold(learnable, tmp_path):
    events = start(learnable, tmp_path, all_folds=True)
    for event in events:
        if isinstance(event, PutRun | AddEpochs):
            write(learnable, event)
        if isinstance(event, PartBegun) and event.number == 3:
            break
    events.close()
    learnable.runs.close_interrupted()
    (run,) = learnable.runs.with_model
    assert run.bundle.endswith("folds/02")
