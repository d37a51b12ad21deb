"""Heads: what learns, in a second, on the vectors that a frozen network makes of sounds.

All of them look at a vector in the same way: signed square roots, brought to length 1, less the mean of the
training vectors, brought to length 1 again. That beat standardising each number by 0.5 to 1 point with many
clips and by 5 to 10 with one or two of a class, since the head then sees a sound's direction from the
average, whatever its loudness.
"""

import math
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from audioclf_gui.core.text import Text
from audioclf_gui.ml.events import FitProgress

Arrays = Mapping[str, Tensor]
Folds = npt.NDArray[np.int64]

_Candidate = tuple[str, float]  # a kind of head, and a strength

Loss = Callable[[Tensor, Tensor], Tensor]
"""From logits (n, outputs) and targets (n, …) to what each example costs, (n,)."""

STRENGTHS = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""C of a linear head, as in scikit-learn: how much the examples count against small weights."""

_USUAL_STRENGTH = 1.0
_STRENGTHS_FOR_NUMBERS = (0.01, 0.1, 1.0)
_INNER_FOLDS = 5
_MOST_FOR_CHOOSING = 1500  # examples
_SHARPNESS = (5.0, 10.0, 20.0)  # by which the cosines of prototypes are multiplied
_HIDDEN = 64
_STEPS = 200
_TINY = 1e-12
_FROM_VECTORS = Text("learning from what was heard")
_FROM_NUMBERS = Text("learning from statistics of the spectrogram")


@dataclass(frozen=True, slots=True)
class Head:
    """A head that has learnt.

    Attributes
    ----------
    kind : str
        linear, prototypes or mlp.
    arrays
        float32: `centre` (size,), `weight` (hidden or size, outputs), `bias` (outputs,), and of an mlp also
        `hidden_weight` (size, hidden) and `hidden_bias` (hidden,). `logits` needs nothing else.
    strength : float
        C, or the sharpness of prototypes.
    tried
        Mean loss on kept-back groups of all that was tried, in nats; empty if there were too few groups.
    folds : int
        In how many inner folds that was; 0 if there were too few groups, or too little time.
    is_cut : bool
        Whether there would have been more folds, had there been more time.
    """

    kind: str
    arrays: Arrays
    strength: float
    tried: Mapping[str, float] = field(default_factory=dict)
    folds: int = 0
    is_cut: bool = False


def logits(arrays: Arrays, vectors: Tensor) -> Tensor:
    """What a head says of vectors (n, size): float32 (n, outputs)."""
    seen = directions(vectors.float(), arrays["centre"])
    if "hidden_weight" in arrays:
        seen = functional.gelu(seen @ arrays["hidden_weight"] + arrays["hidden_bias"])
    return seen @ arrays["weight"] + arrays["bias"]


def directions(vectors: Tensor, centre: Tensor | None = None) -> Tensor:
    """Vectors (n, size) as heads see them; without a centre, only up to where it is taken away.

    Notes
    -----
    Signed square roots and length 1 as in Perronnin et al., Improving the Fisher kernel (ECCV 2010).
    """
    roots = functional.normalize(vectors.sign() * vectors.abs().sqrt(), dim=1, eps=_TINY)
    return roots if centre is None else functional.normalize(roots - centre, dim=1, eps=_TINY)


def cross_entropy(given: Tensor, targets: Tensor) -> Tensor:
    """The loss of classes: `targets` are indices (n,)."""
    return functional.cross_entropy(given, targets, reduction="none")


def fit_head(
    vectors: Tensor,
    targets: Tensor,
    groups: Sequence[str],
    *,
    outputs: int,
    loss: Loss = cross_entropy,
    strata: Sequence[int] | None = None,
    weights: Tensor | None = None,
    kinds: Sequence[str] = ("linear",),
    is_over: Callable[[], bool] = lambda: False,
) -> Generator[FitProgress, None, Head]:
    """The head whose loss on kept-back groups is least, fitted to everything.

    Parameters
    ----------
    vectors : float32, shape (n, size)
    targets : shape (n, …)
        As `loss` takes them: the index of a class each, if nothing else is said.
    groups
        What must not be on both sides of an inner fold, for each example.
    strata
        What every inner fold is to have as much of; the classes by default.
    weights : shape (n,), optional
        How much each example counts; see `balanced`.
    kinds
        Which heads are tried, of linear, mlp, and, where targets are classes, prototypes. On real sounds none
        of the others was better than the linear one by more than chance, not even from one or two examples
        of a class.
    is_over
        Is asked before each fit that chooses; once it says so, the finished folds choose, of none of them a
        linear head of usual strength.

    Notes
    -----
    Where a class comes from one group, nothing can be kept back, and a linear head of usual strength is
    taken. The same input gives the same head.
    """
    problem = _problem(vectors, targets, weights, outputs, loss)
    known = targets.tolist() if strata is None else strata
    return (yield from _chosen(problem, known, groups, kinds, is_over))


def fit_numbers(
    numbers: Tensor,
    targets: Tensor,
    groups: Sequence[str],
    *,
    outputs: int,
    loss: Loss,
    strata: Sequence[int],
    weights: Tensor,
    is_over: Callable[[], bool],
) -> Generator[FitProgress, None, Head]:
    """The same, linear, on numbers (n, size) that are standardised each by itself, and seen as they are.

    Its logits are ``numbers @ weight + bias``; fewer strengths are tried.
    """
    seen, basis = _reduced(numbers.double())
    centre = torch.zeros(numbers.shape[1], dtype=torch.float64)
    problem = _Problem(
        seen,
        targets,
        weights.double(),
        outputs,
        loss,
        centre,
        basis,
        length=1.0,
        strengths=_STRENGTHS_FOR_NUMBERS,
        doing=_FROM_NUMBERS,
    )
    return (yield from _chosen(problem, strata, groups, ("linear",), is_over))


def _chosen(
    problem: "_Problem",
    strata: Sequence[int],
    groups: Sequence[str],
    kinds: Sequence[str],
    is_over: Callable[[], bool],
) -> Generator[FitProgress, None, Head]:
    """The head whose loss on kept-back groups is least; see `fit_head`."""
    names = np.unique(np.asarray(groups), return_inverse=True)[1]
    folds = inner_folds(strata, names.tolist(), _MOST_FOR_CHOOSING)
    count = int(folds.max()) + 1 if folds.max() > 0 else 0
    losses: list[Mapping[_Candidate, float]] = []  # for each fold what all that was tried costs
    for fold in range(count):
        of_fold = yield from _fold_losses(problem, folds, fold, kinds, is_over)
        if of_fold is None:
            break
        losses.append(of_fold)
    kind = "linear" if "linear" in kinds else kinds[0]
    strengths = _strengths(problem, kind)
    best = (kind, strengths[len(strengths) // 2])  # the usual one
    weight = float(problem.weights[torch.from_numpy((folds >= 0) & (folds < len(losses)))].sum())
    tried = {one: sum(of_fold[one] for of_fold in losses) / weight for one in (losses[0] if losses else ())}
    kind, strength = min(tried, key=tried.__getitem__, default=best)
    named = {f"{one[0]} {one[1]:g}": cost for one, cost in tried.items()}
    return replace(_finished(problem, kind, strength, named), folds=len(losses), is_cut=len(losses) < count)


def _fold_losses(
    problem: "_Problem", folds: Folds, fold: int, kinds: Sequence[str], is_over: Callable[[], bool]
) -> Generator[FitProgress, None, Mapping[_Candidate, float] | None]:
    """The loss, on what a fold keeps back, of all that is tried; None if it is over before."""
    train, judged = torch.from_numpy((folds >= 0) & (folds != fold)), torch.from_numpy(folds == fold)
    learnt = problem.part(train)
    candidates = [(kind, strength) for kind in kinds for strength in _strengths(problem, kind)]
    losses: dict[_Candidate, float] = {}
    for kind in kinds:
        start: Arrays | None = None
        for strength in _strengths(problem, kind):
            if is_over():
                return None
            start = _FITS[kind](learnt, strength, start)
            cost = problem.loss(_answer(start, problem.seen[judged]), problem.targets[judged])
            losses[kind, strength] = float((cost * problem.weights[judged]).sum())
            done, total = fold * len(candidates) + len(losses), (int(folds.max()) + 1) * len(candidates)
            yield FitProgress(done, total, problem.doing)
    return losses


def fit_linear(
    vectors: Tensor,
    targets: Tensor,
    *,
    outputs: int,
    loss: Loss = cross_entropy,
    strength: float = _USUAL_STRENGTH,
    weights: Tensor | None = None,
) -> Head:
    """A linear head for any objective that has a convex loss of logits.

    Parameters
    ----------
    vectors : float32, shape (n, size)
    targets : shape (n, …)
        As `loss` takes them.
    strength : float
        C: the loss of all examples counts C times, against half the sum of squared weights.
    """
    problem = _problem(vectors, targets, weights, outputs, loss)
    return _finished(problem, "linear", strength, {})


def balanced(classes: Tensor, count: int, exponent: float = 1.0) -> Tensor:
    """Weights (n,) of mean 1 by which rare classes count more: as much as all at an exponent of 1."""
    share = torch.bincount(classes, minlength=count).clamp(min=1).double()[classes]
    weights = share**-exponent
    return weights / weights.mean()


def inner_folds(classes: Sequence[int], groups: Sequence[int], most: int) -> Folds:
    """For each example the fold that keeps it back, int64 (n,); -1 for those that are not needed.

    Groups stay whole, and every class is in every fold as evenly as they allow; there are as many folds as
    the class of the fewest groups has groups, up to five. Of more than `most` examples every so manieth group
    of each class is taken.
    """
    labels, names = np.asarray(classes), np.asarray(groups)
    sizes = np.bincount(names)
    first = np.zeros(len(sizes), np.int64)  # the class of a group is the one that it has most of
    for name in range(len(sizes)):
        first[name] = np.bincount(labels[names == name]).argmax()
    every = max(1, math.ceil(len(labels) / most))
    reach = [len(set(names[labels == label])) for label in np.unique(labels)]
    count = min(_INNER_FOLDS, *reach, max(2, min(reach) // every))
    chosen = np.full(len(sizes), -1, np.int64)
    for label in np.unique(first):
        of_label = np.flatnonzero(first == label)
        taken = of_label[np.argsort(-sizes[of_label], kind="stable")][::every]
        chosen[taken] = np.arange(len(taken)) % count
    folds: Folds = chosen[names]
    return folds


@dataclass(frozen=True, slots=True)
class _Problem:
    """What is to be fitted, in float64 and in as few coordinates as there are examples."""

    seen: Tensor  # (n, coordinates)
    targets: Tensor
    weights: Tensor  # (n,)
    outputs: int
    loss: Loss
    centre: Tensor  # (size,)
    basis: Tensor | None  # (coordinates, size); None: the coordinates are those of the vectors
    length: float  # of what is seen here, where the finished head sees length 1
    strengths: tuple[float, ...] = STRENGTHS  # that are tried
    doing: Text = _FROM_VECTORS  # for the user

    def part(self, rows: Tensor) -> "_Problem":
        """The same with some of the examples."""
        return replace(self, seen=self.seen[rows], targets=self.targets[rows], weights=self.weights[rows])


def _problem(
    vectors: Tensor, targets: Tensor, weights: Tensor | None, outputs: int, loss: Loss = cross_entropy
) -> _Problem:
    roots = directions(vectors.double())
    centre = roots.mean(dim=0)
    # Of the length that standardised numbers have, so that strengths mean what they mean elsewhere.
    length = math.sqrt(vectors.shape[1])
    seen = functional.normalize(roots - centre, dim=1, eps=_TINY) * length
    counted = torch.ones(len(seen), dtype=torch.float64) if weights is None else weights.double()
    reduced, basis = _reduced(seen)
    return _Problem(reduced, targets, counted, outputs, loss, centre, basis, length)


def _reduced(seen: Tensor) -> tuple[Tensor, Tensor | None]:
    """Coordinates in the span of the examples, where small weights are the same: a fit costs less there."""
    if len(seen) >= seen.shape[1]:
        return seen, None
    squares, turned = torch.linalg.eigh(seen @ seen.T)
    kept = squares > squares[-1].clamp(min=_TINY) * 1e-10
    lengths = squares[kept].sqrt()
    return turned[:, kept] * lengths, (turned[:, kept] / lengths).T @ seen


def _fitted_linear(problem: _Problem, strength: float, start: Arrays | None) -> Arrays:
    size = problem.seen.shape[1]
    begun = start or {
        "weight": torch.zeros(size, problem.outputs, dtype=torch.float64),
        "bias": torch.zeros(problem.outputs, dtype=torch.float64),
    }
    return _minimised(problem, strength, begun)


def _fitted_mlp(problem: _Problem, strength: float, start: Arrays | None) -> Arrays:
    rng = torch.Generator().manual_seed(0)
    size = problem.seen.shape[1]
    begun = start or {
        "hidden_weight": torch.randn(size, _HIDDEN, generator=rng, dtype=torch.float64) / math.sqrt(size),
        "hidden_bias": torch.zeros(_HIDDEN, dtype=torch.float64),
        "weight": torch.randn(_HIDDEN, problem.outputs, generator=rng, dtype=torch.float64)
        / math.sqrt(_HIDDEN),
        "bias": torch.zeros(problem.outputs, dtype=torch.float64),
    }
    return _minimised(problem, strength, begun)


def _fitted_prototypes(problem: _Problem, strength: float, _start: Arrays | None) -> Arrays:
    """Cosines with the mean direction of each class."""
    members = functional.one_hot(problem.targets, problem.outputs).double() * problem.weights[:, None]
    means = functional.normalize(members.T @ problem.seen, dim=1, eps=_TINY)
    return {
        "weight": means.T * (strength / problem.length),
        "bias": torch.zeros(problem.outputs, dtype=torch.float64),
    }


_FITS: Mapping[str, Callable[[_Problem, float, Arrays | None], Arrays]] = {
    "linear": _fitted_linear,
    "prototypes": _fitted_prototypes,
    "mlp": _fitted_mlp,
}


def _strengths(problem: _Problem, kind: str) -> tuple[float, ...]:
    return _SHARPNESS if kind == "prototypes" else problem.strengths


def _minimised(problem: _Problem, strength: float, begun: Arrays) -> Arrays:
    """Where loss and squared weights together are least, or near it for an mlp, from `begun` on."""
    arrays = {name: value.clone().requires_grad_() for name, value in begun.items()}
    optimizer = torch.optim.LBFGS(
        list(arrays.values()),
        max_iter=_STEPS,
        history_size=20,
        tolerance_grad=1e-3,
        tolerance_change=1e-7,
        line_search_fn="strong_wolfe",
    )

    def cost() -> float:
        optimizer.zero_grad()
        losses = problem.loss(_answer(arrays, problem.seen), problem.targets)
        squares = sum(value.square().sum() for name, value in arrays.items() if name.endswith("weight"))
        total: Tensor = strength * (losses * problem.weights).sum() + 0.5 * squares
        total.backward()  # type: ignore[no-untyped-call]
        return float(total.detach())

    optimizer.step(cost)  # type: ignore[no-untyped-call]
    return {name: value.detach() for name, value in arrays.items()}


def _answer(arrays: Arrays, seen: Tensor) -> Tensor:
    if "hidden_weight" in arrays:
        seen = functional.gelu(seen @ arrays["hidden_weight"] + arrays["hidden_bias"])
    return seen @ arrays["weight"] + arrays["bias"]


def _finished(problem: _Problem, kind: str, strength: float, tried: Mapping[str, float]) -> Head:
    """Fit to everything, and bring the first weights back to the coordinates of `directions`."""
    arrays = dict(_FITS[kind](problem, strength, None))
    first = "hidden_weight" if "hidden_weight" in arrays else "weight"
    weight = arrays[first] if problem.basis is None else problem.basis.T @ arrays[first]
    arrays[first] = weight * problem.length
    arrays["centre"] = problem.centre
    return Head(kind, {name: value.float().contiguous() for name, value in arrays.items()}, strength, tried)
