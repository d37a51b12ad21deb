"""Carrying the trials of a study out, whoever does it: processes of this computer, or others elsewhere."""

import math
import multiprocessing
import threading
from collections import Counter, deque
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeAlias, TypeVar

from audioclf_gui.core.errors import UserError, in_words
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.search.study import Study, Trial
from audioclf_gui.ml.settings import TrainSettings, settings_from_dict
from audioclf_gui.ml.splits import Split

_Result = TypeVar("_Result")

_LOOK_EVERY_S = 0.2
_MOST_DEATHS = 3  # of those who carry a trial out, before it is given up


@dataclass(frozen=True, slots=True)
class Work:
    """What all trials of a study have in common."""

    data: TrainingData
    splits: tuple[Split, ...]
    settings: TrainSettings
    cache_dir: Path


@dataclass(frozen=True, slots=True)
class FoldJudged:
    """The figure of a fold, counted from 1."""

    fold: int
    figure: float


@dataclass(frozen=True, slots=True)
class TrialFailed:
    """Settings cannot be learnt with."""

    problem: str


@dataclass(frozen=True, slots=True)
class TrialLost:
    """Whoever carried the trial out is gone, and it with them."""

    problem: str


class Carrier(Protocol):
    """Carries out one trial after the other, fold by fold; compared by identity."""

    def begin(self, trial: Trial) -> None:
        """Judge the first fold."""
        ...

    def go_on(self) -> None:
        """Judge the next fold."""
        ...

    def drop(self) -> None:
        """Leave the rest of the folds."""
        ...


class Crew(Protocol):
    """Those who carry trials out."""

    @property
    def ready(self) -> Sequence[Carrier]:
        """Those who are there, busy ones too."""
        ...

    def said(
        self, busy: Collection[Carrier], timeout_s: float
    ) -> Sequence[tuple[Carrier, FoldJudged | TrialFailed | TrialLost]]:
        """What some of the busy ones have to say, as soon as one does; one that is lost is ready no more."""
        ...


OpenCrew: TypeAlias = Callable[[Work, int], AbstractContextManager[Crew]]
"""So many who carry trials of this work out; all are gone with the block."""


def with_values(settings: TrainSettings, values: Mapping[str, object]) -> TrainSettings:
    """The settings with those of a trial; UserError if they do not go together."""
    return settings_from_dict({**settings.to_dict(), **values})


def carry_out(
    study: Study, work: Work, jobs: int, opened: OpenCrew
) -> Generator[tuple[Trial, ...], None, None]:
    """Run all trials that are not done, so many at a time; all trials as they are, several times a second.

    A trial that is lost is tried again. Closing the generator ends whoever is at work; what they have judged
    is in the study.
    """
    waiting = deque(one for one in study.trials() if one.state in {"waiting", "running"})
    if not waiting:
        return
    deaths: Counter[int] = Counter()
    with opened(work, min(jobs, len(waiting))) as crew:
        busy: dict[Carrier, tuple[Trial, list[float]]] = {}
        while waiting or busy:
            for carrier in [one for one in crew.ready if one not in busy][: len(waiting)]:
                trial = waiting.popleft()
                study.begin(trial.number)
                carrier.begin(trial)
                busy[carrier] = (trial, [])
            for carrier, said in crew.said(busy, _LOOK_EVERY_S):
                trial, figures = busy[carrier]
                if not isinstance(said, TrialLost):
                    if _heard(study, work, carrier, said, trial, figures):
                        del busy[carrier]
                    continue
                del busy[carrier]
                deaths[trial.number] += 1
                if deaths[trial.number] < _MOST_DEATHS:
                    study.lose(trial.number)
                    waiting.appendleft(trial)
                else:
                    study.fail(trial.number, in_words(_deadly(said)))
            yield study.trials()


def _heard(
    study: Study,
    work: Work,
    carrier: Carrier,
    said: FoldJudged | TrialFailed,
    trial: Trial,
    figures: list[float],
) -> bool:
    """Note what somebody says of a trial; whether it is at an end."""
    if isinstance(said, TrialFailed):
        study.fail(trial.number, said.problem)
        return True
    is_last = said.fold == len(work.splits)
    if not math.isfinite(said.figure):  # Optuna would take the trial for one that was never carried out
        if not is_last:
            carrier.drop()
        study.fail(trial.number, in_words(_no_figure(said)))
        return True
    figures.append(said.figure)
    goes_on = study.judged(trial.number, said.fold, said.figure)
    if not is_last:
        carrier.go_on() if goes_on else carrier.drop()
    if is_last or not goes_on:
        study.end(trial.number, sum(figures) / len(figures), early=not is_last)
        return True
    return False


def _no_figure(said: FoldJudged) -> UserError:
    return UserError(
        Text("in inner fold {fold:d} nothing can be measured: the figure is not finite", fold=said.fold),
        remedy=Text("Look whether each fold has examples of more than one answer, or narrow the space."),
    )


def _deadly(said: TrialLost) -> UserError:
    return UserError(
        Text("those who carry it out die of it: {reason}", reason=said.problem),
        remedy=Text("There may be too little memory: give it fewer at a time, or narrow the space."),
    )


def tried_out(work: Work, values: Mapping[str, object]) -> Generator[FoldJudged | TrialFailed, None, None]:
    """What comes of a trial, fold by fold."""
    try:
        settings = replace(with_values(work.settings, values), threads=1, device="cpu")
        for fold, figure in enumerate(_figures(work, settings), start=1):
            yield FoldJudged(fold, figure)
    except UserError as error:
        yield TrialFailed(in_words(error))


def _figures(work: Work, settings: TrainSettings) -> Generator[float, None, None]:
    """The figure of each fold in turn."""
    import numpy as np

    from audioclf_gui.ml.feature_cache import cache_features
    from audioclf_gui.ml.front_ends import front_end_for
    from audioclf_gui.ml.held_out_answers import HeardExamples, answers
    from audioclf_gui.ml.unlearnt_scores import scores_of

    ends = front_end_for(work.data.examples, settings)
    features = _followed(cache_features(work.data.examples, ends, work.cache_dir, threading.Event()))
    heard = HeardExamples(work.data, settings, features, ())
    for split in work.splits:
        judged = _followed(answers(heard, [split]))
        scores = scores_of(work.data, judged)
        yield scores.figure(np.ones(len(scores.places), np.bool_))


def _followed(events: Generator[object, None, _Result]) -> _Result:
    """What a job comes to; the process ends between two events once the search that wants it is gone."""
    parent = multiprocessing.parent_process()
    try:
        while True:
            next(events)
            if parent is not None and not parent.is_alive():
                raise EOFError
    except StopIteration as end:
        result: _Result = end.value
        return result
