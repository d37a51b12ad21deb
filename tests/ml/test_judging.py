"""What a finished model is told about itself, and what it is worth, is never flattered."""

import threading
from dataclasses import replace

import numpy as np
import pytest
import torch

from audioclf_gui.core.clip import ClipId
from audioclf_gui.ml import metrics
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.pipeline import judging
from audioclf_gui.ml.pipeline.judging import (
    Judged,
    clip_scores,
    out_of_fold_verdict,
    pass_verdict,
    window_logits,
)
from audioclf_gui.ml.settings import settings_for

CPU = torch.device("cpu")
NAMES = ("dog", "cat")


def to_the_end(events):
    """What a generator of events returns."""
    try:
        while True:
            next(events)
    except StopIteration as end:
        return end.value


def examples_of(labels):
    return [
        Example(ClipId(at + 1), None, f"{at}", label, f"g{at}", "", 0.0, 1.0)
        for at, label in enumerate(labels)
    ]


def softmax(logits):
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


@pytest.fixture
def too_sure(make_task, random_pictures, band_means):
    """A network that is sure of answers that are guesses, with validation and test examples."""

    def make(valid, test):
        rng = np.random.default_rng(4)
        labels = [0, 1, *rng.integers(0, 2, 40).tolist()]
        network = band_means(2)
        with torch.no_grad():
            network.head.weight.mul_(20.0)
        task = make_task(random_pictures(42), labels, train=range(2), valid=valid, test=test)
        return network, task, examples_of(labels)

    return make


def logits_of(network, task, chosen):
    return torch.cat(to_the_end(window_logits(network, task, chosen, CPU))).double().numpy()


def test_a_temperature_fitted_on_the_measured_clips_does_not_flatter_their_figures(too_sure):
    network, task, examples = too_sure(valid=range(2, 42), test=())
    verdict = to_the_end(pass_verdict(network, task, examples, CPU))
    true, logits = task.strata[2:], logits_of(network, task, range(2, 42))
    assert verdict.calibration.temperature > 2.0
    assert verdict.part == "valid"
    names = {name: place % 5 for place, name in enumerate(sorted(one.group for one in examples[2:]))}
    part = np.array([names[one.group] for one in examples[2:]])
    scores, temperatures = np.zeros_like(logits), []
    for at in range(5):
        temperatures.append(metrics.fit_temperature(logits[part != at], true[part != at]))
        scores[part == at] = softmax(logits[part == at] / temperatures[-1])
    figures = verdict.figures()
    assert figures["log_loss"] == pytest.approx(metrics.log_loss(true, scores), rel=1e-3)
    assert figures["figures_temperature"] == pytest.approx(np.mean(temperatures), rel=1e-3)
    flattered = softmax(logits / verdict.calibration.temperature)
    assert metrics.log_loss(true, flattered) < figures["log_loss"] < metrics.log_loss(true, softmax(logits))
    (first, *_) = verdict.predictions()
    assert first["scores"] == pytest.approx(
        softmax(logits[:1] / verdict.calibration.temperature)[0], abs=1e-4
    )


def test_the_clips_of_one_group_are_measured_as_they_are_answered(too_sure):
    network, task, examples = too_sure(valid=range(2, 42), test=())
    alike = [replace(one, group="pond") for one in examples]
    figures = to_the_end(pass_verdict(network, task, alike, CPU)).figures()
    assert figures["figures_temperature"] == 1.0
    plain = softmax(logits_of(network, task, range(2, 42)))
    assert figures["log_loss"] == pytest.approx(metrics.log_loss(task.strata[2:], plain), rel=1e-4)


def test_thresholds_fitted_on_the_measured_clips_do_not_flatter_their_figures():
    """Frogs of one pond are there from a logit of 2 on, of the other from -2 on; toads from 0 in both."""
    ponds = {"one": (2.5, 1.5), "other": (-1.5, -2.5)}
    rows = [(pond, frog, toad) for pond in ponds for frog in (0, 1) for toad in (0, 1)] * 5
    goal = MultiLabel(("frog", "toad"))
    sets = [
        frozenset({0} if not frog else set()) | ({1} if not toad else set()) for _pond, frog, toad in rows
    ]
    measured = Judged(
        goal,
        tuple(
            Example(ClipId(at + 1), None, f"{at}", target, rows[at][0], "", 0.0, 1.0)
            for at, target in enumerate(sets)
        ),
        goal.encoded(sets),
        tuple(torch.tensor([[ponds[pond][frog], 3.0 - 6.0 * toad]]) for pond, frog, toad in rows),
    )
    verdict = out_of_fold_verdict([measured])
    frogs, toads = verdict.figures()["per_class"]
    assert (toads["precision"], toads["recall"]) == (1.0, 1.0)
    # by the other pond's threshold all frogs of one pond are heard falsely, or none of the other's are
    assert (frogs["missed"], frogs["false"]) == (10, 10)
    assert verdict.figures()["exact"] == 0.5


def test_test_clips_are_measured_at_the_temperature_of_the_validation_clips(too_sure):
    network, task, examples = too_sure(valid=range(2, 22), test=range(22, 42))
    verdict = to_the_end(pass_verdict(network, task, examples, CPU))
    fitted = metrics.fit_temperature(logits_of(network, task, range(2, 22)), task.strata[2:22])
    assert verdict.calibration.temperature == pytest.approx(fitted, rel=1e-3)
    assert verdict.part == "test"
    expected = softmax(logits_of(network, task, range(22, 42)) / fitted)
    assert verdict.figures()["log_loss"] == pytest.approx(
        metrics.log_loss(task.strata[22:], expected), rel=1e-3
    )
    assert [one["clip_id"] for one in verdict.predictions()] == list(range(23, 43))
    thresholds = metrics.event_thresholds(
        softmax(logits_of(network, task, range(2, 22)) / fitted), task.strata[2:22]
    )
    assert verdict.calibration.thresholds == tuple(thresholds)


def test_a_model_of_all_clips_is_calibrated_by_what_the_folds_answered(too_sure):
    _network, task, examples = too_sure(valid=(), test=())
    answered = Judged(
        task.objective,
        tuple(examples[2:]),
        task.targets[2:],
        tuple(torch.tensor([[9.0, -9.0]]) for _ in examples[2:]),
    )
    verdict = out_of_fold_verdict([answered])
    assert verdict.part == "out-of-fold"
    assert verdict.calibration.temperature > 2.0
    assert verdict.figures()["accuracy"] == pytest.approx((task.strata[2:] == 0).mean())


def test_a_clip_s_scores_are_the_mean_of_its_windows_probabilities():
    logits = torch.tensor([[0.0, 0.0], [4.0, 0.0]])
    sure = 1.0 / (1.0 + np.exp(-2.0))
    scores = clip_scores(SingleLabel(("a", "b")), [logits], 2.0)
    assert scores[0] == pytest.approx([(0.5 + sure) / 2, (1.5 - sure) / 2])


def test_silence_before_and_after_a_sound_counts_for_nothing_in_its_figures(
    make_task, random_pictures, band_means
):
    pictures = [random_pictures(1, windows, seed=windows)[0] for windows in (3, 2, 1)]
    loud, quiet, nothing = -20.0, -90.0, -np.inf
    levels = [np.array(one) for one in ([quiet, loud, nothing], [nothing, quiet], [nothing])]
    task, network = make_task(pictures, [0, 1, 0], levels=dict(enumerate(levels))), band_means(2)
    everything = replace(task, quiet_db=-np.inf)
    heard, second, third = to_the_end(window_logits(network, task, range(3), CPU))
    of_all = to_the_end(window_logits(network, everything, range(3), CPU))
    assert torch.equal(heard, of_all[0][1:2])
    assert torch.equal(second, of_all[1])  # there is nothing else to go by
    assert torch.equal(third, of_all[2])


def test_every_window_is_judged_standardised_and_in_order(
    make_task, random_pictures, band_means, monkeypatch
):
    monkeypatch.setattr(judging, "_WINDOWS_AT_ONCE", 3)
    pictures = [random_pictures(1, windows, seed=windows)[0] for windows in (2, 1, 5, 1)]
    task, network = make_task(pictures, [0, 1, 0, 1]), band_means(2)
    answers = to_the_end(window_logits(network, task, [3, 0, 2], CPU))
    assert [len(one) for one in answers] == [1, 2, 5]
    mean, deviation = task.mean.view(1, -1, 1), task.deviation.view(1, -1, 1)
    for at, one in zip([3, 0, 2], answers, strict=True):
        heard = (pictures[at].half().float() - mean) / deviation
        assert torch.allclose(one, network(heard), atol=1e-5)


@pytest.mark.parametrize(("as_given", "sizes"), [(True, [4, 4, 2]), (False, [10])])
def test_a_reference_as_given_is_judged_in_batches_as_its_authors_did(
    make_task, random_pictures, band_means, as_given, sizes
):
    """R4 as given standardises each batch by itself, so that answers depend on the company."""
    task = make_task(random_pictures(10), [0, 1] * 5)
    settings = settings_for("r4", as_given=as_given, batch_size=4, top_db=None, mels=8)
    network, heard = band_means(2), []
    network.register_forward_pre_hook(lambda _network, inputs: heard.append(len(inputs[0])))
    answers = to_the_end(window_logits(network, replace(task, settings=settings), range(10), CPU))
    assert (len(answers), heard) == (10, sizes)


def test_judging_that_is_stopped_gives_no_answers(make_task, random_pictures, band_means, monkeypatch):
    monkeypatch.setattr(judging, "_WINDOWS_AT_ONCE", 1)
    monkeypatch.setattr(judging, "EVENT_EVERY_S", 0.0)
    task, stop = make_task(random_pictures(5), [0, 1, 0, 1, 0]), threading.Event()
    events = window_logits(band_means(2), task, range(5), CPU, stop)
    assert next(events).done == 1
    assert next(events).done == 2
    stop.set()
    assert to_the_end(events) == []
