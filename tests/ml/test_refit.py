"""The model that is kept has learnt from all clips; the figures are of one that had not."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest
import torch

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.text import Text
from audioclf_gui.ml import runs
from audioclf_gui.ml.bundle import load_bundle, read_predictions
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import BatchDone, EpochDone, FoldDone, Measured, Note, PartBegun, TrainingDone
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.pipeline import refit
from audioclf_gui.ml.pipeline.fit import Fitted
from audioclf_gui.ml.settings import settings_for

CLASSES = ("high", "low")
FIGURES = ("accuracy", "log_loss", "ece", "confusion", "clips", "groups", "best_epoch", "epochs")
NOTE = "Measured on clips held back; the model kept was then trained on all 48 clips."


@pytest.fixture(scope="module")
def sounds(tmp_path_factory):
    """High and low tones from eight sites, 0.5 s at 8 kHz, hard enough that no epoch is right throughout."""
    folder = tmp_path_factory.mktemp("sounds")
    rng = np.random.default_rng(5)
    examples = []
    for at in range(48):
        hz = (900.0, 700.0)[at % 2] * rng.uniform(0.8, 1.25)
        tone = 0.1 * np.sin(2 * np.pi * hz * np.arange(4000) / 8000)
        path = folder / f"{at:02}.wav"
        write_wav(path, (tone + rng.normal(0.0, 0.1, 4000)).astype(np.float32), 8000)
        examples.append(
            Example(ClipId(at + 1), path, content_hash(path), at % 2, f"site {at // 6}", "", 0.0, 0.5, 8000)
        )
    return TrainingData(CLASSES, (7, 8), tuple(examples), "group")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def begin(sounds, cache, tmp_path):
    """The events of a small run, or of a cross-validation."""

    def events(name="run", stop=None, *, all_folds=False, **changes):
        quick = {"mels": 16, "architecture": "r4_cnn", "dropout": None, "batch_size": 8, "epochs": 4}
        settings = settings_for("default", **(quick | {"threads": 1, "device": "cpu"} | changes))
        plans = runs.prepare(sounds, settings, all_folds=all_folds)
        if all_folds:
            return runs.cross_validate(plans, tmp_path / name, cache, stop)
        return runs.run_training(plans[0], tmp_path / name, cache, stop)

    return events


def contents(data, chosen):
    return frozenset(data.examples[at].content for at in chosen)


def test_the_figures_are_those_of_the_run_without_it_and_the_model_knows_all_clips(begin, sounds):
    (*_, plain) = begin("plain", refit=False)
    (*events, done) = begin("refitted")
    assert {name: done.report[name] for name in FIGURES} == {name: plain.report[name] for name in FIGURES}
    assert NOTE in done.report["notes"]
    assert NOTE not in plain.report["notes"]
    assert (done.report["refit"], done.report["refit_clips"], plain.report["refit"]) == (True, 48, False)
    assert done.report["refit_epochs"] == done.report["epochs"]
    measured, kept = load_bundle(plain.bundle), load_bundle(done.bundle)
    assert kept.card.learnt == contents(sounds, range(48))
    assert measured.card.learnt < kept.card.learnt
    assert (kept.card.temperature, kept.card.thresholds) == (
        measured.card.temperature,
        measured.card.thresholds,
    )
    weights = [bundle.model.state_dict().values() for bundle in (measured, kept)]
    assert not all(torch.equal(*pair) for pair in zip(*weights, strict=True))
    assert read_predictions(done.bundle) == read_predictions(plain.bundle)
    (told,) = [event for event in events if isinstance(event, Measured)]
    assert told.report["accuracy"] == done.report["accuracy"]
    assert done.report["seconds"]["refit"] > 0.0


def test_each_phase_is_named_and_only_what_is_measured_has_epochs_with_figures(begin):
    parts = {}
    for event in begin():
        match event:
            case PartBegun():
                part = parts.setdefault(str(event.name), [])
            case BatchDone() | EpochDone():
                part.append(type(event))
    assert list(parts) == ["held-out run", "all clips"]
    first, second = parts.values()
    assert first.count(EpochDone) == 4
    assert set(second) == {BatchDone}


def test_one_seed_gives_one_model_to_the_last_byte_of_its_bundle(begin, contents):
    first, second = (contents(list(begin(name, seed=3))[-1].bundle) for name in ("a", "b"))
    assert first == second


@pytest.mark.parametrize("all_folds", [False, True])
def test_stopping_it_keeps_the_model_that_was_measured_and_says_so(begin, all_folds, sounds):
    stop = threading.Event()
    events = []
    for event in begin(stop=stop, all_folds=all_folds):
        events.append(event)
        if isinstance(event, PartBegun) and event.number == event.parts:
            stop.set()
    done = events[-1]
    assert "was measured: training on all clips was stopped." in done.report["notes"][-1]
    assert (done.report["refit"], done.report["stopped"]) == (False, True)
    bundle = load_bundle(done.bundle)
    assert len(bundle.card.learnt) < 48
    assert len(read_predictions(done.bundle)) == (48 if all_folds else len(judged_of(done, sounds)))


@pytest.mark.parametrize("all_folds", [False, True])
def test_a_run_that_is_stopped_before_says_nothing_of_learning_from_all_clips(begin, all_folds):
    stop = threading.Event()
    events = []
    for event in begin(stop=stop, all_folds=all_folds):
        events.append(event)
        if isinstance(event, EpochDone):
            stop.set()
    assert "all clips" not in [str(event.name) for event in events if isinstance(event, PartBegun)]
    assert not [event for event in events if isinstance(event, Measured)]
    said = [str(event.text) for event in events if isinstance(event, Note)]
    assert said[-1] == "The model kept is the one that was measured: training was stopped."
    assert not any("all clips" in one for one in said)
    report = events[-1].report
    assert (report["stopped"], report["notes"][-1]) == (True, said[-1])


def test_a_cross_validation_that_is_stopped_between_two_folds_says_so(begin):
    stop = threading.Event()
    for event in begin(stop=stop, all_folds=True, refit=False):
        if isinstance(event, FoldDone):
            stop.set()
    (fold,) = event.report["folds"]
    assert (event.report["stopped"], fold["stopped"]) == (True, False)


def test_a_run_that_was_at_its_end_when_it_was_stopped_was_not_stopped(begin):
    stop = threading.Event()
    for event in begin(stop=stop, refit=False):
        if isinstance(event, EpochDone) and event.epoch.number == 4:
            stop.set()
    assert not event.report["stopped"]


def judged_of(done, sounds):
    return range(sum(map(sum, done.report["confusion"])))


def test_closing_during_it_leaves_the_measured_model_with_its_figures(begin, tmp_path):
    events = begin()
    for event in events:
        if isinstance(event, Measured):
            report = event.report
        if isinstance(event, PartBegun) and event.number == 2:
            next(events)
            break
    events.close()
    bundle = load_bundle(tmp_path / "run")
    assert bundle.card.record["report"]["accuracy"] == report["accuracy"]
    assert len(bundle.card.learnt) < 48


def test_when_it_fails_the_measured_model_is_kept_with_the_reason(begin, monkeypatch):
    def fails(*_, **__):
        raise UserError(Text("the memory does not suffice"), remedy=Text("Buy some."))
        yield

    monkeypatch.setattr(refit, "learn", fails)
    (*events, done) = begin()
    said = "The model kept is the one that was measured: training on all clips failed (the memory does not"
    assert said in done.report["notes"][-1]
    assert any(said in str(event.text) for event in events if isinstance(event, Note))
    assert len(load_bundle(done.bundle).card.learnt) < 48


def test_a_time_limit_holds_for_both_trainings_together(begin):
    began = time.monotonic()
    (*_, done) = begin(epochs=10000, max_minutes=0.05)
    assert time.monotonic() - began < 3.0 + 7.0
    spent = done.report["seconds"]
    assert not done.report["refit"] or spent["refit"] > 0.5 * spent["train"]


def test_a_cross_validation_keeps_a_model_of_all_clips_or_that_of_the_last_fold(begin, sounds):
    (*_, done) = begin("all", all_folds=True)
    (*events, plain) = begin("last", all_folds=True, refit=False)
    assert {name: done.report[name] for name in FIGURES[:4]} == {
        name: plain.report[name] for name in FIGURES[:4]
    }
    folds = [event for event in events if isinstance(event, FoldDone)]
    assert [event.report["accuracy"] for event in folds] == [one["accuracy"] for one in done.report["folds"]]
    kept, last = load_bundle(done.bundle), load_bundle(plain.bundle)
    assert kept.card.learnt == contents(sounds, range(48))
    assert len(last.card.learnt) < 48
    assert kept.card.temperature == last.card.temperature
    assert read_predictions(done.bundle) == read_predictions(plain.bundle)
    assert isinstance(done, TrainingDone)


@pytest.mark.parametrize("refit_wanted", [True, False])
def test_the_report_says_at_which_temperature_its_figures_are(begin, refit_wanted, sounds):
    (*_, done) = begin(refit=refit_wanted)
    assert done.report["figures_temperature"] == done.report["temperature"]
    assert done.report["temperature"] == load_bundle(done.bundle).card.temperature
    (*_, done) = begin("folds", all_folds=True, refit=refit_wanted)
    assert done.report["figures_temperature"] != 1.0
    assert done.report["temperature"] == load_bundle(done.bundle).card.temperature != 1.0


def test_a_device_or_network_that_is_not_there_is_refused_before_anything_begins(sounds):
    with pytest.raises(UserError):
        runs.prepare(sounds, replace(settings_for("default"), architecture="transformer"))


def test_all_clips_are_learnt_for_as_many_epochs_as_before_whichever_of_them_was_best(sounds, cache):
    quick = {"mels": 16, "architecture": "r4_cnn", "dropout": None, "batch_size": 8, "epochs": 5}
    (plan,) = runs.prepare(sounds, settings_for("default", **quick, threads=1, device="cpu"))
    stop, cpu = threading.Event(), torch.device("cpu")
    features = result_of(cache_features(plan.data.examples, plan.front_end, cache, stop))
    before = Fitted(torch.nn.Identity(), 1, 3, 12, False, False, 1.0, cpu, ())
    found = result_of(refit.refit(plan, [before], features, stop, None, PartBegun(Text("all clips"), 2, 2)))
    assert found.fitted.epochs == 3
    assert found.task.split.train == tuple(range(48))
