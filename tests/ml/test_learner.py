"""One step of learning, against numbers worked out by hand."""

import copy

import numpy as np
import pytest
import torch
from torch import nn

from audioclf_gui.ml.pipeline.judging import window_logits
from audioclf_gui.ml.pipeline.learner import Learner, _sent, weights_on_cpu

CPU = torch.device("cpu")
RATE = 0.01


def rng(seed=0):
    return torch.Generator().manual_seed(seed)


def log_softmax(logits):
    return logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))


def numbers(values):
    return values.detach().double().numpy()


def answers(network, task):
    """What a BandMeans network says to the first window of every training example, by hand."""
    pictures = np.stack([numbers(task.features.windows(at)[0]) for at in task.split.train])
    mean, deviation = numbers(task.mean)[:, None], numbers(task.deviation)[:, None]
    standardised = ((pictures - mean) / deviation).mean(axis=2)
    return standardised @ numbers(network.head.weight).T + numbers(network.head.bias)


def test_the_network_learns_from_standardised_pictures(make_task, random_pictures, band_means):
    task = make_task(random_pictures(6), [0, 1, 2, 0, 1, 2])
    learner = Learner(band_means(3), task, CPU)
    heard = []
    learner._model.register_forward_pre_hook(lambda _network, inputs: heard.append(inputs[0].clone()))
    learner.step(range(6), RATE, rng())
    (pictures,) = heard
    assert pictures.shape == (6, 8, 10)
    assert torch.allclose(pictures.mean(dim=(0, 2)), torch.zeros(8), atol=1e-3)
    assert torch.allclose(pictures.std(dim=(0, 2), correction=0), torch.ones(8), atol=1e-3)


@pytest.mark.parametrize(
    "change",
    [
        {"masks": 4, "mask_bins": 0.5},
        {"gain_db": 6.0},
        {"eq_db": 6.0},
        {"shift": 1.0},
        {"noise": 1.0},
        {"pitch_bins": 2},
    ],
    ids=lambda change: next(iter(change)),
)
def test_pictures_are_altered_anew_in_every_step_and_never_when_judged(
    make_task, random_pictures, band_means, change
):
    task = make_task(random_pictures(6), [0, 1, 2, 0, 1, 2], range(3), range(3, 6), **change)
    learner, heard, generator = Learner(band_means(3), task, CPU), [], rng()
    for network in (learner._model, learner.averaged):
        network.register_forward_pre_hook(lambda _network, inputs: heard.append(inputs[0].clone()))
    for _ in range(2):
        learner.step(range(3), RATE, generator)
    for _ in window_logits(learner.averaged, task, range(3), CPU):
        pass
    first, second, judged = heard
    assert torch.allclose(judged, task.standardised(task.features.batch(range(3), rng())), atol=1e-5)
    assert not torch.allclose(first, judged, atol=0.01)
    assert not torch.allclose(first, second, atol=0.01)


@pytest.mark.parametrize("smoothing", [0.0, 0.1, 0.4])
def test_the_loss_is_the_cross_entropy_with_smoothed_labels(
    make_task, random_pictures, band_means, smoothing
):
    labels = [0, 1, 2, 2, 1]
    task = make_task(random_pictures(5), labels, label_smoothing=smoothing)
    network = band_means(3)
    logits = answers(network, task)
    wanted = (1.0 - smoothing) * np.eye(3)[labels] + smoothing / 3
    done = Learner(network, task, CPU).step(range(5), RATE, rng())
    assert float(done.loss) == pytest.approx(-(wanted * log_softmax(logits)).sum(axis=1).mean(), abs=1e-5)
    assert np.allclose(done.logits, logits, atol=1e-5)
    assert np.array_equal(done.wanted, np.eye(3)[labels])


def test_no_part_of_a_batch_is_of_one_example_where_there_could_be_two(make_task, random_pictures):
    """Ten in four parts would be three, three, three and one, from which a batch norm cannot learn."""

    class Normed(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.head = torch.nn.Linear(8, 2)
            self.norm = torch.nn.BatchNorm1d(2)

        def forward(self, pictures):
            return self.norm(self.head(pictures.mean(dim=2)))

    learner = Learner(Normed(), make_task(random_pictures(10), [0, 1] * 5), torch.device("cpu"))
    learner.parts = 4
    step = learner.step(range(10), 0.01, torch.Generator())
    assert len(step.logits) == 10
    assert torch.isfinite(step.loss)


@pytest.mark.parametrize("parts", [2, 3, 7])
def test_a_batch_in_uneven_parts_has_the_gradient_of_the_whole(make_task, random_pictures, band_means, parts):
    task = make_task(random_pictures(7), [0, 1, 2, 0, 1, 2, 0])
    found = []
    for number in (1, parts):
        learner = Learner(band_means(3), task, CPU)
        learner.parts = number
        result = learner.step(range(7), RATE, rng())
        found.append((result, [parameter.grad for parameter in learner._model.parameters()]))
    (whole, gradients), (in_parts, in_parts_gradients) = found
    assert float(in_parts.loss) == pytest.approx(float(whole.loss), abs=1e-6)
    assert torch.allclose(in_parts.logits, whole.logits, atol=1e-6)
    for gradient, other in zip(gradients, in_parts_gradients, strict=True):
        assert torch.allclose(gradient, other, atol=1e-6)


def test_the_rate_asked_for_is_the_size_of_the_first_step(make_task, random_pictures, band_means):
    """Adam's first step is rate * g / (|g| + epsilon), so every weight moves by the rate."""
    network = band_means(2)
    learner = Learner(network, make_task(random_pictures(4), [0, 1, 0, 1]), CPU)
    learner.step(range(4), 0.02, rng())
    moved = (learner._model.head.weight - network.head.weight).abs()
    assert torch.allclose(moved, torch.full_like(moved, 0.02), rtol=1e-3)


def test_weight_decay_pulls_at_matrices_only(make_task, random_pictures, band_means):
    """Decoupled decay (Loshchilov & Hutter, 2019) takes rate * decay of each weight."""
    network = band_means(2)
    after = {}
    for decay in (0.0, 0.5):
        learner = Learner(network, make_task(random_pictures(4), [0, 1, 0, 1], weight_decay=decay), CPU)
        learner.step(range(4), RATE, rng())
        after[decay] = weights_on_cpu(learner._model)
    taken = after[0.0]["head.weight"] - after[0.5]["head.weight"]
    assert torch.allclose(taken, RATE * 0.5 * network.head.weight.detach(), atol=1e-6)
    moved = (after[0.5]["head.bias"] - network.head.bias.detach()).abs()
    assert torch.allclose(moved, torch.full_like(moved, RATE), atol=1e-6)  # by the gradient alone


@pytest.mark.parametrize("ema", [0.0, 0.2, 0.99])
def test_the_weights_kept_are_a_running_mean_that_is_quick_while_young(
    make_task, random_pictures, band_means, ema
):
    """After update n the old mean weighs min(ema, (1 + n) / (10 + n))."""
    network = band_means(2)
    learner = Learner(network, make_task(random_pictures(4), [0, 1, 0, 1], ema=ema), CPU)
    mean = numbers(network.head.weight)
    for update in range(1, 6):
        learner.step(range(4), RATE, rng(update))
        kept = min(ema, (1 + update) / (10 + update))
        mean = kept * mean + (1.0 - kept) * numbers(learner._model.head.weight)
        assert numbers(learner.averaged.head.weight) == pytest.approx(mean, abs=1e-6)


class Normed(nn.Module):
    """With a batch norm, whose buffers move as well."""

    def __init__(self):
        super().__init__()
        self.norm = nn.BatchNorm1d(8)
        self.head = nn.Linear(8, 2)

    def forward(self, pictures):
        return self.head(self.norm(pictures.mean(dim=2)))


def test_running_statistics_are_averaged_and_counters_copied(make_task, random_pictures):
    learner = Learner(Normed(), make_task(random_pictures(4), [0, 1, 0, 1], ema=0.99), CPU)
    mean = np.ones(8)
    for update in range(1, 4):
        learner.step(range(4), RATE, rng())
        kept = (1 + update) / (10 + update)
        mean = kept * mean + (1.0 - kept) * numbers(learner._model.norm.running_var)
    assert numbers(learner.averaged.norm.running_var) == pytest.approx(mean, abs=1e-5)
    assert int(learner.averaged.norm.num_batches_tracked) == 3


def test_mixup_blends_about_half_of_the_batches(make_task, random_pictures, band_means):
    learner = Learner(band_means(2), make_task(random_pictures(4), [0, 1, 0, 1], mixup=1.0), CPU)
    generator = rng(3)
    targets = [learner.step(range(4), RATE, generator).wanted for _ in range(300)]
    blended = sum(not torch.equal(one, one.round()) for one in targets)
    # partners of the same class leave targets as they are: of 24 orders of the four, four do
    assert blended / 300 == pytest.approx(0.5 * 20 / 24, abs=0.08)


def test_a_learner_restored_from_a_snapshot_goes_on_as_if_nothing_had_happened(
    make_task, random_pictures, band_means
):
    task = make_task(random_pictures(6), [0, 1, 2, 0, 1, 2], ema=0.9, weight_decay=0.1)
    first, other = (Learner(band_means(3), task, CPU) for _ in range(2))
    for number in range(3):
        first.step(range(6), RATE, rng(number))
    snapshot = first.snapshot()
    losses = [float(first.step(range(6), RATE, rng(number)).loss) for number in range(3, 6)]
    other.restore(snapshot)
    assert [float(other.step(range(6), RATE, rng(number)).loss) for number in range(3, 6)] == losses
    for one, same in ((first._model, other._model), (first.averaged, other.averaged)):
        kept, now = weights_on_cpu(one), weights_on_cpu(same)
        assert all(torch.equal(kept[name], now[name]) for name in kept)


def test_the_other_optimizer_is_adam_with_a_decay_in_the_gradient(make_task, random_pictures, band_means):
    """Adam's first step is the rate in every weight, whatever adds to the gradient."""
    network = band_means(2)
    task = make_task(random_pictures(4), [0, 1, 0, 1], optimizer="adam", weight_decay=0.9)
    learner = Learner(network, task, CPU)
    learner.step(range(4), 0.02, rng())
    moved = (learner._model.head.weight - network.head.weight).abs()
    assert torch.allclose(moved, torch.full_like(moved, 0.02), rtol=1e-3)
    (group,) = learner._optimizer.param_groups
    assert (group["lr"], group["weight_decay"]) == (0.02, 0.9)


def test_a_snapshot_is_a_copy(make_task, random_pictures, band_means):
    learner = Learner(band_means(2), make_task(random_pictures(4), [0, 1, 0, 1]), CPU)
    learner.step(range(4), RATE, rng())
    snapshot = learner.snapshot()
    kept = copy.deepcopy(snapshot)
    learner.step(range(4), RATE, rng())
    for name in ("model", "averaged"):
        assert all(torch.equal(snapshot[name][key], value) for key, value in kept[name].items())
    states = snapshot["optimizer"]["state"], kept["optimizer"]["state"]
    assert all(torch.equal(states[0][at]["exp_avg"], states[1][at]["exp_avg"]) for at in states[1])
    assert snapshot["updates"] == 1


def test_what_is_sent_in_one_piece_is_the_same_on_arrival():
    """Weights of convolutions lie with their channels last; a view of every other number lies nowhere so."""
    rows = torch.randn(6, 5)
    tensors = {
        "scalar": torch.tensor(3.0),
        "row": torch.randn(7),
        "convolution": torch.randn(4, 3, 3, 2).contiguous(memory_format=torch.channels_last),
        "others": rows[::2],
        "turned": rows.T,
    }
    sent = _sent(tensors)
    assert all(torch.equal(sent[name], value) for name, value in tensors.items())
    assert sent["convolution"].stride() == tensors["convolution"].stride()
    rows.zero_()
    assert bool(sent["others"].any())
