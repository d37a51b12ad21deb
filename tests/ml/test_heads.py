import numpy as np
import pytest
import torch
from safetensors.torch import load, save
from torch.nn import functional

from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.heads import balanced, directions, fit_head, fit_linear, inner_folds, logits


def sounds(per_class, classes=3, size=40, spread=0.6, seed=0):
    """Vectors of classes that differ in some numbers, as networks with ReLU at their end give them."""
    rng = torch.Generator().manual_seed(seed)
    centres = torch.rand(classes, size, generator=torch.Generator().manual_seed(99))
    labels = torch.arange(classes).repeat_interleave(per_class)
    noise = torch.randn(len(labels), size, generator=rng) * spread
    return (centres[labels] + noise).clamp(min=0.0), labels, [f"clip {at}" for at in range(len(labels))]


def fitted(*given, **named):
    """The head that comes of it."""
    return result_of(fit_head(*given, **named))


def accuracy(head, vectors, labels):
    return float((logits(head.arrays, vectors).argmax(dim=1) == labels).float().mean())


@pytest.mark.parametrize("kind", ["linear", "prototypes", "mlp"])
def test_every_kind_of_head_learns_and_says_the_same_when_read_again(kind):
    vectors, labels, groups = sounds(9)
    head = fitted(vectors, labels, groups, outputs=3, kinds=[kind])
    fresh, wanted, _ = sounds(100, seed=1)
    assert head.kind == kind
    assert accuracy(head, fresh, wanted) > 0.85
    arrays = load(save(dict(head.arrays)))
    assert torch.equal(logits(arrays, fresh), logits(head.arrays, fresh))
    assert all(value.dtype == torch.float32 for value in arrays.values())


def test_the_same_examples_give_the_same_bytes():
    first, second = (fitted(*sounds(12), outputs=3, kinds=["linear", "mlp"]) for _ in range(2))
    assert save(dict(first.arrays)) == save(dict(second.arrays))
    assert first.tried == second.tried


@pytest.mark.parametrize("factor", [7.0, 1e-4])
def test_louder_or_quieter_is_not_another_sound(factor):
    vectors, labels, groups = sounds(12)
    head = fitted(vectors, labels, groups, outputs=3)
    assert torch.allclose(logits(head.arrays, vectors * factor), logits(head.arrays, vectors), atol=1e-4)


@pytest.mark.parametrize("size", [200, 20])
def test_a_linear_head_is_where_loss_and_squared_weights_are_least(size):
    """Also where it was found in fewer coordinates: at the minimum of a convex function nothing pulls."""
    vectors, labels, _ = sounds(15, size=size)
    counted = balanced(labels, 3)
    head = fit_linear(vectors, labels, outputs=3, strength=0.3, weights=counted)
    unit = directions(vectors.double(), directions(vectors.double()).mean(dim=0)) * size**0.5
    weight = (head.arrays["weight"].double() / size**0.5).requires_grad_()
    bias = head.arrays["bias"].double().requires_grad_()
    losses = functional.cross_entropy(unit @ weight + bias, labels, reduction="none")
    (0.3 * (losses * counted).sum() + 0.5 * weight.square().sum()).backward()
    assert float(weight.grad.abs().max()) < 2e-3
    assert float(bias.grad.abs().max()) < 2e-3
    assert float(weight.detach().abs().max()) > 0.05


def test_the_strength_suits_the_examples():
    clear = fitted(*sounds(20, spread=0.3), outputs=3, kinds=["linear"])
    vectors, labels, groups = sounds(20)
    shuffled = labels[torch.randperm(len(labels), generator=torch.Generator().manual_seed(0))]
    hopeless = fitted(vectors, shuffled, groups, outputs=3, kinds=["linear"])
    assert clear.strength > hopeless.strength
    assert min(hopeless.tried.values()) > 1.0  # guessing costs log 3 = 1.099
    assert min(clear.tried.values()) < 0.1
    assert clear.tried[f"linear {clear.strength:g}"] == min(clear.tried.values())


def test_what_counts_nothing_has_no_say_in_the_strength():
    vectors, labels, groups = sounds(20, spread=0.3)
    weights = torch.cat([torch.ones(60), torch.zeros(60)])
    wrong = torch.cat([labels, (labels + 1) % 3])
    head = fitted(vectors.repeat(2, 1), wrong, groups * 2, outputs=3, weights=weights)
    assert min(head.tried.values()) < 0.1


def test_copies_in_a_group_do_not_make_a_strength_look_good():
    """Each clip comes five times: judged by its own copies, any noise can be learnt by heart."""
    vectors, labels, _ = sounds(12)
    shuffled = labels[torch.randperm(len(labels), generator=torch.Generator().manual_seed(0))]
    copies, wanted = vectors.repeat(5, 1), shuffled.repeat(5)
    grouped = fitted(copies, wanted, [f"{at % 36}" for at in range(180)], outputs=3, kinds=["linear"])
    leaking = fitted(copies, wanted, [f"{at}" for at in range(180)], outputs=3, kinds=["linear"])
    assert min(leaking.tried.values()) < 0.2
    assert min(grouped.tried.values()) > 1.0


@pytest.mark.parametrize("most", [30, 10_000])
def test_inner_folds_keep_groups_whole_and_every_class_in_every_fold(most):
    rng = np.random.default_rng(3)
    groups = rng.integers(0, 60, 400)
    labels = groups % 3
    folds = inner_folds(labels.tolist(), groups.tolist(), most)
    assert all(len(set(folds[groups == group])) == 1 for group in range(60))
    for fold in range(folds.max() + 1):
        assert set(labels[folds == fold]) == {0, 1, 2}
    assert (folds >= 0).sum() == (400 if most > 400 else pytest.approx(30, abs=25))


def test_a_class_of_one_recording_is_learnt_without_choosing():
    vectors, labels, groups = sounds(6)
    groups = ["the only one" if label == 0 else group for label, group in zip(labels, groups, strict=True)]
    head = fitted(vectors, labels, groups, outputs=3)
    assert (head.kind, head.tried) == ("linear", {})
    assert accuracy(head, vectors, labels) == 1.0


def test_a_rare_class_is_heard_when_classes_are_balanced():
    vectors, labels, groups = sounds(60, classes=2, spread=1.5)
    kept = [at for at in range(120) if labels[at] == 0 or at % 12 == 0]
    vectors, labels, groups = vectors[kept], labels[kept], [groups[at] for at in kept]
    fresh, wanted, _ = sounds(200, classes=2, spread=1.5, seed=1)
    rare = wanted == 1
    plain = fitted(vectors, labels, groups, outputs=2, kinds=["linear"])
    even = fitted(vectors, labels, groups, outputs=2, kinds=["linear"], weights=balanced(labels, 2))
    assert accuracy(even, fresh[rare], wanted[rare]) > accuracy(plain, fresh[rare], wanted[rare]) + 0.1
    weights = balanced(labels, 2, exponent=0.5)
    assert float(weights.mean()) == pytest.approx(1.0)
    assert float(weights[labels == 1][0] / weights[labels == 0][0]) == pytest.approx((60 / 5) ** 0.5)


def test_sets_of_classes_are_learnt_with_the_loss_of_sets():
    vectors, labels, _ = sounds(40, spread=0.3)
    sets = functional.one_hot(labels, 3).double()
    both = torch.cat([vectors, vectors[:40] + vectors[40:80]])
    wanted = torch.cat([sets, (sets[:40] + sets[40:80])])

    def loss(given, targets):
        return functional.binary_cross_entropy_with_logits(given, targets, reduction="none").sum(dim=1)

    head = fit_linear(both, wanted, outputs=3, loss=loss)
    assert float(((logits(head.arrays, both) > 0) == (wanted > 0.5)).float().mean()) > 0.97


def test_an_mlp_learns_what_no_line_separates():
    rng = torch.Generator().manual_seed(5)
    signs = torch.randint(0, 2, (200, 2), generator=rng)
    vectors = torch.cat([signs, 1 - signs], dim=1).float() + 0.05 * torch.rand(200, 4, generator=rng)
    labels, groups = signs[:, 0] ^ signs[:, 1], [str(at) for at in range(200)]
    head = fitted(vectors, labels, groups, outputs=2, kinds=["linear", "mlp"])
    assert head.kind == "mlp"
    assert accuracy(head, vectors, labels) > 0.99
    assert accuracy(fit_linear(vectors, labels, outputs=2), vectors, labels) < 0.9


@pytest.mark.parametrize(("fits", "folds"), [(0, 0), (5, 0), (6, 1), (17, 2)])
def test_a_head_that_has_no_more_time_is_chosen_by_the_folds_that_are_finished(fits, folds):
    vectors, labels, groups = sounds(12)
    seen = []
    fit = fit_head(vectors, labels, groups, outputs=3, is_over=lambda: len(seen) >= fits)
    head = result_of(fit, seen.append)
    assert [one.done for one in seen] == list(range(1, fits + 1))
    assert (head.folds, head.is_cut) == (folds, True)
    assert bool(head.tried) is bool(folds)
    assert accuracy(head, vectors, labels) > 0.85, "it has learnt from everything all the same"


def test_a_head_that_has_its_time_tries_all_folds_and_tells_how_far_it_is():
    seen = []
    head = result_of(fit_head(*sounds(12), outputs=3), seen.append)
    assert [(one.done, one.total) for one in seen] == [(done, 30) for done in range(1, 31)]
    assert (head.folds, head.is_cut) == (5, False)
