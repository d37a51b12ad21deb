"""Thresholds raised until answers are as sure as somebody wants them, or the reason why they cannot be."""

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.decision_choice import TELLING, Outcome
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.objectives.objective import Bools, Floats

Doubles = npt.NDArray[np.float64]
Thresholds = tuple[float, ...]

_LEAST_ASKED = 4  # windows of a class, to raise its threshold by
_LEAST_LEFT = 0.2  # of the windows of a class that are found before: no class is given up


@dataclass(frozen=True, slots=True, eq=False)
class UnlearntWindows:
    """Scores of windows that a model had not learnt, and what would be right to answer.

    Attributes
    ----------
    scores, wanted, partly : shape (n, outputs)
        As `HeardScenes` has them.
    noise : shape (m, outputs)
        Scores of windows in which there is nothing to hear.
    noise_s : float
        How long that noise goes on.
    is_of_scenes : bool
        Else the scores are of whole sounds.
    """

    goal: Objective
    scores: Floats
    wanted: Bools
    partly: Bools
    noise: Floats
    noise_s: float
    is_of_scenes: bool = True

    def __post_init__(self) -> None:
        if self.goal.background is not None:  # it is no answer, and its sounds are to have none
            wanted = self.wanted.copy()
            wanted[:, self.goal.background] = False
            object.__setattr__(self, "wanted", wanted)

    def outcome(self, thresholds: Sequence[float]) -> Outcome:
        """What these thresholds come to."""
        found, noise = (self.goal.heard_in(one, thresholds) for one in (self.scores, self.noise))
        asked = self.wanted.any(axis=1) if self.goal.is_exclusive else self.wanted
        return Outcome(
            windows=len(self.scores),
            asked=int(asked.sum()),
            right=int((found & self.wanted).sum()),
            wrong=int((found & ~self.wanted & ~self.partly).sum() + noise.sum()),
            alarms=int(noise.any(axis=1).sum()),
            noise_s=self.noise_s,
            is_of_scenes=self.is_of_scenes,
        )

    def with_precision(self, least: float, trained: Sequence[float]) -> Thresholds:
        """Thresholds, none below the `trained` one, with which such a share of all answers is right.

        Raises
        ------
        UserError
            If that cannot be reached without giving a class up, or cannot be told from so few answers.
        """
        reached = [0.0]

        def is_reached(outcome: Outcome, _raised: int) -> bool:
            reached.append(outcome.precision or 0.0)
            return reached[-1] >= least

        if not self.wanted.any():
            raise UserError(
                Text("no answers to held-out sounds were kept with this model"),
                remedy=Text("Train it again with some sounds held out: what it says of them is then kept."),
            )
        found, outcome = self._raised(trained, is_reached, ~(self.wanted | self.partly))
        if reached[-1] < least:
            raise UserError(
                Text("no thresholds give a precision of {wanted:.3g} on the held-out sounds", wanted=least),
                remedy=Text(
                    "The most without giving a class up is {most:.2f}. Ask for less, or train on more"
                    " sounds.",
                    most=max(reached),
                ),
            )
        answers = outcome.right + outcome.wrong
        if answers * (1.0 - least) < TELLING:
            raise UserError(
                Text(
                    "{answers} answers to held-out sounds are too few to tell a precision of {wanted:.3g}",
                    answers=answers,
                    wanted=least,
                ),
                remedy=Text(
                    "It takes {needed} of them. Ask for less, or train on more sounds.",
                    needed=int(np.ceil(TELLING / (1.0 - least))),
                ),
            )
        return found

    def with_alarms(self, most_per_hour: float, trained: Sequence[float]) -> Thresholds:
        """Thresholds, none below the `trained` one, with which noise is answered so often at the most.

        Raises
        ------
        UserError
            If that cannot be reached without giving a class up, or cannot be told from so little noise.
        """
        hours = self.noise_s / 3600.0
        if hours * most_per_hour < TELLING:
            raise UserError(
                Text(
                    "{hours:.2g} hours of noise are too few to tell {most:g} false alarms an hour",
                    hours=hours,
                    most=most_per_hour,
                ),
                remedy=Text("Ask for {least:.0f} or more.", least=np.ceil(TELLING / max(hours, 1e-6))),
            )

        fewest = [math.inf]

        def is_reached(outcome: Outcome, raised: int) -> bool:
            fewest.append(outcome.alarms + raised)
            return fewest[-1] <= most_per_hour * hours

        found, _outcome = self._raised(trained, is_reached, np.zeros_like(self.wanted))
        if fewest[-1] > most_per_hour * hours:
            raise UserError(
                Text("no thresholds promise at most {most:g} false alarms an hour", most=most_per_hour),
                remedy=Text(
                    "The fewest without giving a class up are {fewest:.0f}. Ask for more, or train on noise"
                    " as well.",
                    fewest=np.ceil(min(fewest) / hours),
                ),
            )
        return found

    def _raised(
        self, trained: Sequence[float], is_reached: Callable[[Outcome, int], bool], bad: Bools
    ) -> tuple[Thresholds, Outcome]:
        """The first thresholds on the way up that are good enough, else the last; and what they come to.

        The way does not depend on how much is wanted, so whoever wants more never gets a lower threshold.
        Each step takes the lowest bad answer from the class whose answers are least often good, unless hardly
        any of these would be left.

        Parameters
        ----------
        is_reached
            Given what thresholds come to, and how many of them are raised: each stands right above an answer
            that it is to refuse, so in other noise another such answer is to be expected for each.
        bad : shape (n, outputs)
            Which answers are to become fewer, beside all those to noise.
        """
        kept, in_noise = (self.goal.heard_in(one, trained).any(axis=1) for one in (self.scores, self.noise))
        few = replace(  # no other windows are answered while thresholds rise
            self,
            scores=self.scores[kept],
            wanted=self.wanted[kept],
            partly=self.partly[kept],
            noise=self.noise[in_noise],
        )
        way = _Way.of(few, trained, bad[kept])
        can_rise = self.wanted.sum(axis=0) >= _LEAST_ASKED
        now = tuple(trained)
        while not is_reached(outcome := few.outcome(now), sum(map(operator.gt, now, trained))):
            raised = way.raised(now, can_rise)
            if raised is None:
                break
            now = raised
        return now, outcome


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """How thresholds rise, step by step.

    Attributes
    ----------
    good, bad : shape (n, outputs)
    least_good : shape (outputs,)
        How many good answers each class keeps at the least.
    """

    goal: Objective
    scores: Floats
    good: Bools
    bad: Bools
    least_good: Doubles

    @classmethod
    def of(cls, held: UnlearntWindows, trained: Sequence[float], bad: Bools) -> Self:
        scores = np.concatenate([held.scores, held.noise])
        none = np.zeros(held.noise.shape, np.bool_)
        good, bad = np.concatenate([held.wanted, none]), np.concatenate([bad, ~none])
        least_good = _LEAST_LEFT * (held.goal.heard_in(scores, trained) & good).sum(axis=0)
        return cls(held.goal, scores, good, bad, least_good)

    def raised(self, now: Thresholds, can_rise: Bools) -> Thresholds | None:
        """The next thresholds on the way, None at its end; a class that can rise no more is struck off."""
        while (at := self._worst(now, can_rise)) is not None:
            step = self._above_lowest_bad(now, at)
            raised = (*now[:at], step, *now[at + 1 :])
            good = (self.goal.heard_in(self.scores, raised) & self.good)[:, at].sum()
            if step <= 1.0 and good >= self.least_good[at]:
                return raised
            can_rise[at] = False
        return None

    def _worst(self, now: Thresholds, can_rise: Bools) -> int | None:
        """The class whose answers are least often good, of those that can rise and have a bad one."""
        answers = self.goal.heard_in(self.scores, now)
        good, bad = ((answers & one).sum(axis=0) for one in (self.good, self.bad))
        places = np.flatnonzero(can_rise & (bad > 0))
        return int(places[(good / (good + bad).clip(1))[places].argmin()]) if len(places) else None

    def _above_lowest_bad(self, now: Thresholds, at: int) -> float:
        """Halfway from the lowest bad answer of a class to its next one, or to 1."""
        answered = self.goal.heard_in(self.scores, now)[:, at]
        scores = self.scores[:, at]
        lowest = scores[answered & self.bad[:, at]].min()
        higher = float(scores[answered & (scores > lowest)].min(initial=1.0))
        least = float(np.nextafter(lowest, np.float32(np.inf)))
        return max((float(lowest) + higher) / 2.0, least)
