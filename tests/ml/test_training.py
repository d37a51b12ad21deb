import itertools
import json
import math
import threading
import time
from contextlib import closing

import numpy as np
import pytest
import torch

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml import runs
from audioclf_gui.ml.bundle import load_bundle, read_heard, read_predictions
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.decision_fit import fitted_thresholds
from audioclf_gui.ml.events import (
    BatchDone,
    CacheProgress,
    ClipRefused,
    EpochDone,
    FoldDone,
    Note,
    PartBegun,
    TrainingDone,
)
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.made_scenes import hear_scenes
from audioclf_gui.ml.pipeline import epoch, learner
from audioclf_gui.ml.pipeline.judging import pass_verdict
from audioclf_gui.ml.pipeline.policy import epochs_for
from audioclf_gui.ml.pipeline.sampling import balanced_order
from audioclf_gui.ml.pipeline.task import make_task
from audioclf_gui.ml.settings import settings_for

CLASSES = ("high", "low", "noise")
QUICK = {
    "judging_share": 1.0,
    "mels": 16,
    "architecture": "r4_cnn",
    "dropout": None,
    "batch_size": 8,
    "threads": 1,
    "device": "cpu",
    "refit": False,
}


def run_training(data, settings, *places):
    return runs.run_training(*runs.prepare(data, settings), *places)


def cross_validate(data, settings, *places):
    return runs.cross_validate(runs.prepare(data, settings, all_folds=True), *places)


def quick(**changes):
    return settings_for("default", **({**QUICK, "epochs": 3} | changes))


@pytest.fixture(scope="session")
def sounds(tmp_path_factory):
    """Three easily told classes from six sites, four clips of each class and site, 0.5 s at 8 kHz."""
    folder = tmp_path_factory.mktemp("sounds")
    rng = np.random.default_rng(5)
    time_s = np.arange(4000) / 8000
    examples = []
    for at in range(72):
        index, site = at % 3, at // 12
        tone = np.sin(2 * np.pi * (2500 if index == 0 else 400) * (1 + 0.02 * site) * time_s)
        sound = 0.3 * tone * (index < 2) + rng.normal(0.0, 0.1 if index == 2 else 0.01, 4000)
        path = folder / f"{at:02}.wav"
        write_wav(path, sound.astype(np.float32), 8000)
        content = content_hash(path)
        examples.append(
            Example(ClipId(at + 1), path, content, index, f"site {site}", str(site % 3), 0.0, 0.5, 8000)
        )
    return TrainingData(CLASSES, (7, 8, 9), tuple(examples), "group")


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


def without_folds(data):
    return TrainingData(
        data.classes,
        data.class_ids,
        tuple(
            Example(one.clip_id, one.path, one.content, one.target, one.group, "", 0.0, 0.5, 8000)
            for one in data.examples
        ),
        data.grouped_by,
    )


def of_kind(events, kind):
    return [event for event in events if isinstance(event, kind)]


def test_training_learns_and_reports_everything_that_is_published(sounds, cache, tmp_path):
    events = list(run_training(without_folds(sounds), quick(epochs=15), tmp_path / "run", cache))
    done = events[-1]
    assert isinstance(done, TrainingDone)
    report = done.report
    assert report["accuracy"] > 0.9
    assert report["clips"] == {"train": 48, "valid": 12, "test": 12, "quarantined": 0}
    assert report["groups"] == {"train": 4, "valid": 1, "test": 1}
    assert {
        "run",
        "preset",
        "device",
        "seed",
        "classes",
        "epochs",
        "best_epoch",
        "balanced_accuracy",
        "macro_f1",
        "log_loss",
        "per_class",
        "confusion",
        "samples_per_second",
        "bundle",
        "selection",
    } <= set(report)
    assert set(report["seconds"]) == {"cache", "train", "total"}
    assert json.loads(json.dumps(report)) == report
    epochs = of_kind(events, EpochDone)
    assert [event.epoch.number for event in epochs] == list(range(1, 16))
    assert epochs[-1].seconds_left == 0.0
    assert epochs[-1].epoch.learning_rate < 0.1 * max(event.epoch.learning_rate for event in epochs)
    assert of_kind(events, CacheProgress)
    last_batches = {event.epoch: (event.done, event.total) for event in of_kind(events, BatchDone)}
    assert all(done == total == 6 for done, total in last_batches.values())


def test_thresholds_are_fitted_on_scenes_of_held_out_sounds_that_are_kept_with_the_model(
    sounds, cache, tmp_path
):
    data = without_folds(sounds)
    (plan,) = runs.prepare(data, quick())
    (done,) = of_kind(runs.run_training(plan, tmp_path / "run", cache), TrainingDone)
    bundle, kept = load_bundle(done.bundle), read_heard(done.bundle)
    features = result_of(cache_features(data.examples, plan.front_end, cache, threading.Event()))
    task, device = make_task(plan, features), torch.device("cpu")
    verdict = result_of(pass_verdict(bundle.model, task, data.examples, device))
    held_out = {data.examples[at] for at in plan.split.valid}
    assert set(verdict.calibrated_by) == held_out
    assert not held_out & {data.examples[at] for at in plan.split.train}
    again = result_of(hear_scenes(bundle.model, task, verdict.calibrated_by, device))
    assert again.logits == pytest.approx(kept.logits, abs=1e-4)
    assert again.noise == pytest.approx(kept.noise, abs=1e-4)
    assert (again.wanted == kept.wanted).all()
    assert (again.partly == kept.partly).all()
    assert kept.sounds == again.sounds == len(held_out)
    usual = verdict.calibration
    fitted = fitted_thresholds(bundle.card.objective, kept, usual.temperature, usual.thresholds)
    assert bundle.card.thresholds == fitted != usual.thresholds


def test_the_saved_model_answers_as_the_report_says(sounds, cache, tmp_path):
    data = without_folds(sounds)
    (done,) = of_kind(run_training(data, quick(epochs=10), tmp_path / "run", cache), TrainingDone)
    bundle = load_bundle(done.bundle)
    assert bundle.card.classes == CLASSES
    predictions = read_predictions(done.bundle)
    assert {one["part"] for one in predictions} == {done.report["measured_on"]} == {"test"}
    confusion = np.zeros((3, 3), int)
    paths = {one.clip_id: one.path for one in sounds.examples}
    for one in predictions:
        confusion[CLASSES.index(one["true"]), CLASSES.index(one["predicted"])] += 1
        answer = predict_file(bundle, paths[one["clip_id"]])
        assert answer.class_name == one["predicted"]
        assert answer.scores == pytest.approx(one["scores"], abs=0.01)
    assert confusion.tolist() == done.report["confusion"]


@pytest.mark.parametrize("preset", ["default", "r4", "speech", "fast"])
def test_every_preset_trains(preset, sounds, cache, tmp_path):
    settings = settings_for(preset, epochs=1, threads=1, device="cpu", mels=16)
    events = list(run_training(sounds, settings, tmp_path / "run", cache))
    assert load_bundle(events[-1].bundle).card.record["report"]["preset"] == preset


def test_the_same_seed_gives_the_same_numbers(sounds, cache, tmp_path):
    def losses(name, seed):
        events = run_training(
            sounds,
            quick(architecture="residual_cnn", dropout=0.2, seed=seed, epochs=2),
            tmp_path / name,
            cache,
        )
        return [event.epoch.train_loss for event in of_kind(events, EpochDone)]

    first = losses("a", 3)
    torch.rand(5)
    assert losses("b", 3) == first
    assert losses("c", 4) != first


def test_threads_are_as_before_afterwards(sounds, cache, tmp_path):
    before = torch.get_num_threads()
    events = run_training(sounds, quick(threads=2), tmp_path / "run", cache)
    next(events)
    assert torch.get_num_threads() == 2
    events.close()
    assert torch.get_num_threads() == before


def test_a_held_out_fold_is_measured_with_the_last_weights(sounds, cache, tmp_path):
    events = list(run_training(sounds, quick(validate="fold:1"), tmp_path / "run", cache))
    report = events[-1].report
    assert report["clips"]["valid"] == 24
    assert report["clips"]["test"] == 0
    assert report["best_epoch"] == report["epochs"] == 3
    assert "nothing was chosen" in report["selection"]


def test_stopping_keeps_the_best_epoch_and_still_reports(sounds, cache, tmp_path):
    stop = threading.Event()
    events = []
    for event in run_training(sounds, quick(epochs=200, validate="fold:1"), tmp_path / "run", cache, stop):
        events.append(event)
        if isinstance(event, EpochDone) and event.epoch.number == 2:
            stop.set()
    report = events[-1].report
    assert report["epochs"] == 2
    assert report["stopped"]
    assert any("optimistic" in note for note in report["notes"])
    assert load_bundle(events[-1].bundle).card.record["report"]["best_epoch"] == report["best_epoch"]


def test_stopping_in_the_first_epoch_keeps_what_was_learnt(sounds, cache, tmp_path, monkeypatch):
    monkeypatch.setattr(epoch, "EVENT_EVERY_S", 0.0)
    stop = threading.Event()
    events = []
    for event in run_training(sounds, quick(batch_size=2, epochs=50), tmp_path / "run", cache, stop):
        events.append(event)
        if isinstance(event, BatchDone):
            stop.set()
    assert [event.done for event in of_kind(events, BatchDone)] == [1, 2]
    assert load_bundle(events[-1].bundle).card.record["report"]["best_epoch"] == 1


def test_stopping_before_the_first_batch_says_that_nothing_was_kept(sounds, cache, tmp_path):
    stop = threading.Event()
    stop.set()
    events = list(run_training(sounds, quick(), tmp_path / "run", cache, stop))
    assert "no new model was kept" in str(events[-1].text)
    assert not (tmp_path / "run").exists()


def test_closing_at_any_event_leaves_the_best_epoch_as_a_model(sounds, cache, tmp_path):
    for upto in itertools.count(1):  # how many events there are depends on the clock and the cache
        folder = tmp_path / f"{upto}"
        with closing(run_training(sounds, quick(), folder, cache)) as events:
            seen = list(itertools.islice(events, upto))
        if isinstance(seen[-1], TrainingDone):
            break
        judged = of_kind(seen, EpochDone)
        assert folder.exists() == bool(judged)
        if judged:
            assert load_bundle(folder).card.record["best_epoch"] == judged[-1].best_epoch


def test_a_loss_that_is_no_number_ends_training_and_keeps_the_best(sounds, cache, tmp_path, monkeypatch):
    calls = []
    real = torch.nn.functional.cross_entropy

    def breaks_later(*args, **kwargs):
        calls.append(1)
        return real(*args, **kwargs) * (math.nan if len(calls) > 14 else 1.0)

    monkeypatch.setattr(torch.nn.functional, "cross_entropy", breaks_later)
    events = list(run_training(sounds, quick(epochs=9, validate="fold:1"), tmp_path / "run", cache))
    assert any("no number" in str(event.text) for event in of_kind(events, Note))
    assert events[-1].report["best_epoch"] <= 2
    assert not events[-1].report["stopped"]
    monkeypatch.setattr(
        torch.nn.functional, "cross_entropy", lambda *_, **__: torch.tensor(math.nan, requires_grad=True)
    )
    with pytest.raises(UserError) as error:
        list(run_training(sounds, quick(), tmp_path / "never", cache))
    assert "learning_rate" in str(error.value.remedy)


def while_learning(fails):
    """torch's convolution, but that `fails(pictures, number)` may raise where something is learnt."""
    real, calls = torch.nn.functional.conv2d, itertools.count(1)

    def convolved(pictures, *arguments):
        if torch.is_grad_enabled():
            fails(pictures, next(calls))
        return real(pictures, *arguments)

    return convolved


def test_when_memory_runs_out_batches_are_split_and_it_is_said(sounds, cache, tmp_path, monkeypatch):
    def hungry(pictures, _number):
        if len(pictures) > 4:
            raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(torch.nn.functional, "conv2d", while_learning(hungry))
    events = list(run_training(sounds, quick(), tmp_path / "run", cache))
    assert [event.text for event in of_kind(events, Note) if "parts of 4" in str(event.text)]
    assert isinstance(events[-1], TrainingDone)


@pytest.mark.parametrize(
    "error",
    [torch.AcceleratorError("CUDA error: device lost"), RuntimeError("cuDNN error: CUDNN_STATUS_BAD_PARAM")],
    ids=["device", "library"],
)
def test_a_gpu_that_vanishes_is_replaced_by_the_processor(error, sounds, cache, tmp_path, monkeypatch):
    def vanishes_once(_pictures, number):
        if number == 90:
            raise error

    settings = quick(epochs=3, architecture="residual_cnn", dropout=0.2)
    undisturbed = of_kind(run_training(sounds, settings, tmp_path / "a", cache), EpochDone)
    monkeypatch.setattr(torch.nn.functional, "conv2d", while_learning(vanishes_once))
    events = list(run_training(sounds, settings, tmp_path / "b", cache))
    assert any("on the processor" in str(event.text) for event in of_kind(events, Note))
    assert [event.epoch.train_loss for event in of_kind(events, EpochDone)] == pytest.approx(
        [event.epoch.train_loss for event in undisturbed]
    )


def test_an_error_of_the_program_itself_is_not_taken_for_one_of_the_gpu(sounds, cache, tmp_path, monkeypatch):
    def is_wrong(_pictures, number):
        if number == 20:
            raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    monkeypatch.setattr(torch.nn.functional, "conv2d", while_learning(is_wrong))
    with pytest.raises(RuntimeError, match="mat1"):
        list(run_training(sounds, quick(), tmp_path / "run", cache))


def test_patience_ends_by_cooling_down_never_at_a_high_rate(sounds, cache, tmp_path):
    settings = quick(epochs=400, patience=3, cool_down=0.02, learning_rate=0.01)
    events = list(run_training(without_folds(sounds), settings, tmp_path / "run", cache))
    epochs = of_kind(events, EpochDone)
    assert len(epochs) < 400
    assert epochs[-1].epoch.learning_rate < 0.05 * max(event.epoch.learning_rate for event in epochs)
    assert any("No improvement" in str(event.text) for event in of_kind(events, Note))
    assert not events[-1].report["stopped"]


def test_a_time_limit_is_kept_by_cooling_down(sounds, cache, tmp_path):
    settings = quick(epochs=10000, max_minutes=0.02)
    events = list(run_training(sounds, settings, tmp_path / "run", cache))
    epochs = of_kind(events, EpochDone)
    assert len(epochs) < 10000
    assert epochs[-1].epoch.learning_rate < max(event.epoch.learning_rate for event in epochs)
    assert events[-1].report["seconds"]["train"] < 10.0


def test_bad_files_are_left_out_and_counted(sounds, cache, tmp_path):
    text = tmp_path / "text.wav"
    text.write_text("not sound")
    bad = tuple(
        Example(ClipId(90 + at), text, f"bad{at}", at % 3, f"b{at}", "0", 0.0, 0.5, 8000) for at in range(4)
    )
    data = TrainingData(CLASSES, (7, 8, 9), (*bad, *sounds.examples))
    events = list(run_training(data, quick(), tmp_path / "run", cache))
    assert len(of_kind(events, ClipRefused)) == 4
    assert events[-1].report["clips"]["quarantined"] == 4
    assert sum(events[-1].report["clips"][part] for part in ("train", "valid", "test")) == 72
    with pytest.raises(UserError, match="cannot be read"):
        list(
            run_training(
                TrainingData(CLASSES, (7, 8, 9), bad), quick(validate="random:0.25"), tmp_path / "none", cache
            )
        )


@pytest.mark.parametrize("count", [5, 9, 17])
def test_few_clips_and_odd_batches_train(count, sounds, cache, tmp_path):
    few = TrainingData(CLASSES, (7, 8, 9), without_folds(sounds).examples[:: 72 // count][:count])
    settings = quick(batch_size=2, epochs=2, architecture="residual_cnn", validate="random:0.3")
    (done,) = of_kind(run_training(few, settings, tmp_path / "run", cache), TrainingDone)
    assert math.isfinite(done.report["log_loss"])


def test_nothing_to_tell_apart_is_refused_before_anything_is_computed(sounds, tmp_path):
    one = TrainingData(CLASSES, (7, 8, 9), tuple(ex for ex in sounds.examples if ex.target == 1))
    with pytest.raises(UserError) as error:
        next(run_training(one, quick(), tmp_path / "run", tmp_path / "cache"))
    assert "another class" in str(error.value.remedy)
    assert not (tmp_path / "cache").exists()


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here")
def test_asking_for_a_gpu_that_is_not_there_is_refused(sounds, cache, tmp_path):
    with pytest.raises(UserError, match="no GPU"):
        next(run_training(sounds, quick(device="cuda"), tmp_path / "run", cache))


def test_cross_validation_judges_every_clip_once_and_keeps_a_model_of_all(sounds, cache, tmp_path):
    events = list(cross_validate(sounds, quick(epochs=8, refit=True), tmp_path / "run", cache))
    folds = of_kind(events, FoldDone)
    assert [event.name for event in folds] == ["0", "1", "2"]
    begun = [(str(event.name), event.number, event.parts) for event in of_kind(events, PartBegun)]
    assert begun == [("fold 1 of 3", 1, 4), ("fold 2 of 3", 2, 4), ("fold 3 of 3", 3, 4), ("all clips", 4, 4)]
    done = events[-1]
    assert len(done.report["folds"]) == 3
    mean = np.mean([event.report["accuracy"] for event in folds])
    assert done.report["mean"]["accuracy"] == pytest.approx(mean)
    assert done.report["accuracy"] == pytest.approx(mean)  # folds of equal size
    assert set(done.report["sd"]) == {"accuracy", "balanced_accuracy", "macro_f1", "log_loss"}
    assert sorted(one["clip_id"] for one in read_predictions(done.bundle)) == list(range(1, 73))
    bundle = load_bundle(done.bundle)
    assert bundle.card.record["report"]["clips"]["train"] == 72


@pytest.mark.parametrize("count", [1, 2])
def test_stopping_a_cross_validation_reports_the_folds_begun(count, sounds, cache, tmp_path):
    stop = threading.Event()
    events = []
    for event in cross_validate(sounds, quick(epochs=2), tmp_path / "run", cache, stop):
        events.append(event)
        if isinstance(event, FoldDone) and event.number == count:
            stop.set()
    assert len(events[-1].report["folds"]) == count
    assert events[-1].bundle == tmp_path / "run" / "model"
    assert len(read_predictions(events[-1].bundle)) == 24 * count
    assert load_bundle(events[-1].bundle).card.classes == CLASSES
    assert not any("no model" in str(event.text) for event in of_kind(events, Note))


@pytest.mark.parametrize(("examples", "epochs"), [(320, 120), (1600, 120), (8000, 24), (40, 160), (10**6, 8)])
def test_more_clips_mean_fewer_epochs(examples, epochs):
    assert epochs_for(examples, 32) == epochs


def test_balance_gives_rare_classes_a_larger_share():
    labels = np.array([0] * 90 + [1] * 10)
    shares = []
    for balance in (0.0, 0.5, 1.0):
        order = balanced_order(labels, balance, np.random.default_rng(0))
        assert len(order) == pytest.approx(100, abs=2)
        shares.append((labels[order] == 1).mean())
    assert shares == pytest.approx([0.1, 0.25, 0.5], abs=0.02)


def test_every_clip_comes_once_when_classes_are_even():
    order = balanced_order(np.array([0, 1] * 20), 0.5, np.random.default_rng(1))
    assert sorted(order.tolist()) == list(range(40))


def test_events_are_rare_enough_for_a_window(sounds, cache, tmp_path, monkeypatch):
    monkeypatch.setattr(epoch, "EVENT_EVERY_S", 1000.0)
    events = list(run_training(sounds, quick(epochs=2, batch_size=2), tmp_path / "run", cache))
    assert len(of_kind(events, BatchDone)) == 2


def test_a_slow_first_step_does_not_end_a_run_with_a_time_limit(sounds, cache, tmp_path, monkeypatch):
    real = learner.Learner.step
    steps = []

    def warms_up(self, chosen, rate, rng):
        time.sleep(0.0 if steps else 0.5)  # as the first step on a GPU takes seconds
        steps.append(rate)
        return real(self, chosen, rate, rng)

    monkeypatch.setattr(learner.Learner, "step", warms_up)
    list(run_training(sounds, quick(epochs=10000, max_minutes=0.05), tmp_path / "run", cache))
    assert len(steps) > 20
    assert max(steps) > 0.5 * quick().learning_rate  # the whole cycle, not the beginning of a longer one


def test_a_clock_that_hardly_ticks_is_no_harm(sounds, cache, tmp_path, monkeypatch):
    monkeypatch.setattr(time, "monotonic", lambda: 7.0)
    (done,) = of_kind(run_training(sounds, quick(max_minutes=1.0), tmp_path / "run", cache), TrainingDone)
    assert math.isfinite(done.report["samples_per_second"])


def test_a_gpu_that_fails_while_its_weights_are_copied_is_replaced_too(sounds, cache, tmp_path, monkeypatch):
    real = learner.Learner.snapshot
    copies = []

    def fails_once(self):
        copies.append(1)
        if len(copies) == 3:  # of the fresh weights, and after each epoch
            raise torch.AcceleratorError("CUDA error: unspecified launch failure")
        return real(self)

    undisturbed = of_kind(run_training(sounds, quick(), tmp_path / "a", cache), EpochDone)
    monkeypatch.setattr(learner.Learner, "snapshot", fails_once)
    events = list(run_training(sounds, quick(), tmp_path / "b", cache))
    assert [event.epoch.number for event in of_kind(events, EpochDone)] == [1, 2, 3]
    assert [event.epoch.train_loss for event in of_kind(events, EpochDone)] == pytest.approx(
        [event.epoch.train_loss for event in undisturbed]
    )
    assert any("on the processor" in note for note in events[-1].report["notes"])


class DeadGpu:
    """What torch's own functions for a GPU say once it has failed: the same whatever is asked."""

    def __call__(self, *_arguments, **_keywords):
        raise torch.AcceleratorError("CUDA error: device-side assert triggered")


def test_the_processor_learns_without_asking_a_gpu_that_has_failed_for_anything(
    sounds, cache, tmp_path, monkeypatch
):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_initialized", lambda: True)
    for name in (
        "_lazy_init",
        "_lazy_call",
        "current_device",
        "current_stream",
        "empty_cache",
        "get_device_properties",
        "is_current_stream_capturing",
        "manual_seed",
        "manual_seed_all",
        "mem_get_info",
        "synchronize",
    ):
        assert hasattr(torch.cuda, name)
        monkeypatch.setattr(torch.cuda, name, DeadGpu())
    for preset in ("default", "r0a"):
        settings = settings_for(preset, device="cpu", epochs=1, threads=1, refit=True)
        events = list(run_training(sounds, settings, tmp_path / preset, cache))
        assert isinstance(events[-1], TrainingDone)
