"""From which score on each class counts, fitted on what a model said of sounds that it had not learnt."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from audioclf_gui.ml.heard_scenes import Bools, Floats, HeardScenes
from audioclf_gui.ml.objectives import Objective

Doubles = npt.NDArray[np.float64]

STEPS = tuple(round(float(one), 3) for one in np.geomspace(0.01, 0.8, 40))
"""The thresholds that are tried; more is asked of no class, as what has learnt little is seldom surer."""

_STARTS = (0.05, 0.1, 0.2)  # the best that is found depends on where it is looked for
_ROUNDS = 6
_WEIGHTS_OF_NOISE = (3, 10, 30, 100)  # of a window: far commoner than sounds where a microphone listens
_MORE_NOISE = 0.01  # of its windows may be answered beyond what is usual: so few are luck
_LEAST_WINDOWS = 4  # of a class, to fit its threshold on
_LEAST_KEPT = 0.5  # of the windows of a class that its usual threshold finds


def fitted_thresholds(
    goal: Objective, heard: HeardScenes, temperature: float, usual: Sequence[float]
) -> tuple[float, ...]:
    """The thresholds with which most windows of made scenes are answered right and few others at all.

    By F1, of windows with a sound and the answers given, as `Objective.heard` gives one. Classes decide
    together: what one threshold takes from noise and from other classes, the others get. Hardly more noise
    is answered than with the usual thresholds, and no class is given up; where that cannot be, these stay.

    Parameters
    ----------
    usual
        Fitted to whole sounds; a class keeps its own of which the scenes have too little.
    """
    scores, noise = (scores_of(goal, one, temperature) for one in (heard.logits, heard.noise))
    known = [at for at in range(goal.outputs) if heard.wanted[:, at].sum() >= _LEAST_WINDOWS]
    most = _answered(goal, noise, usual) + _MORE_NOISE * len(noise)
    for weight in _WEIGHTS_OF_NOISE:
        best = _best(goal, (scores, heard.wanted, noise), weight, usual, known)
        found = _none_silenced(goal, scores, heard.wanted, usual, best)
        if _answered(goal, noise, found) <= most:
            return found
    return tuple(usual)


def _none_silenced(
    goal: Objective, scores: Floats, wanted: Bools, usual: Sequence[float], found: Sequence[float]
) -> tuple[float, ...]:
    """The same with the usual threshold of every class that would hardly be heard any more.

    What sounds like noise itself, as rain does, would else be given up for fewer false answers.
    """
    before, now = (_found_of_each(goal, scores, wanted, one) for one in (usual, found))
    return tuple(
        own if count < _LEAST_KEPT * known else new
        for own, new, known, count in zip(usual, found, before, now, strict=True)
    )


def _found_of_each(goal: Objective, scores: Floats, wanted: Bools, thresholds: Sequence[float]) -> list[int]:
    """How many windows of each class are answered right."""
    counts = [0] * goal.outputs
    for row, of_row in zip(scores, wanted, strict=True):
        for at in goal.heard(row, thresholds):
            counts[at] += bool(of_row[at])
    return counts


def _answered(goal: Objective, scores: Floats, thresholds: Sequence[float]) -> int:
    return sum(bool(goal.heard(row, thresholds)) for row in scores)


def _best(
    goal: Objective,
    heard: tuple[Floats, Bools, Floats],
    weight: int,
    usual: Sequence[float],
    known: Sequence[int],
) -> tuple[float, ...]:
    """The thresholds of the best F1 where each window of noise counts as so many."""
    noise = np.tile(heard[2], (weight, 1))
    scores = np.concatenate([heard[0], noise])
    wanted = np.concatenate([heard[1], np.zeros(noise.shape, np.bool_)])
    if goal.background is not None:  # it is no answer, and its sounds are to have none
        scores[:, goal.background], wanted[:, goal.background] = 0.0, False
    starts = [np.array(usual, np.float64)]
    for level in _STARTS:
        starts.append(starts[0].copy())
        starts[-1][known] = level
    tried = [_climbed(scores, wanted, start, known) for start in starts]
    return tuple(max(tried, key=lambda one: one[1])[0].tolist())


def _climbed(scores: Floats, wanted: Bools, start: Doubles, known: Sequence[int]) -> tuple[Doubles, float]:
    """The thresholds of the classes that are known, each by turns at its best, and the F1 of all."""
    found, best = start.copy(), -1.0
    for _ in range(_ROUNDS):
        before = best
        for at in known:
            found[at], best = _best_step(scores, wanted, found, at)
        if best <= before:
            break
    return found, best


def scores_of(goal: Objective, logits: Floats, temperature: float) -> Floats:
    """The scores (n, outputs) of logits."""
    found: Floats = goal.scores(torch.from_numpy(logits), temperature).numpy()
    return found


def _best_step(scores: Floats, wanted: Bools, thresholds: Doubles, at: int) -> tuple[float, float]:
    """The threshold of a class with the best F1 beside those of the others, and that F1."""
    above = scores / thresholds
    above[:, at] = 0.0
    other = above.argmax(axis=1)
    rows = np.arange(len(scores))
    others, is_other_right = above[rows, other], wanted[rows, other]
    reached: list[float] = []
    for step in STEPS:
        own = scores[:, at] / step
        is_answered = np.maximum(own, others) >= 1.0
        is_right = np.where(own > others, wanted[:, at], is_other_right) & is_answered
        counted = int(is_answered.sum()) + int(wanted.any(axis=1).sum())
        reached.append(2.0 * int(is_right.sum()) / max(1, counted))
    best = max(reached)
    alike = [step for step, value in zip(STEPS, reached, strict=True) if value >= best - 1e-12]
    return alike[len(alike) // 2], best
