"""A search for settings by trials in inner folds, its winner measured on sound that was kept apart."""

import hashlib
import json
import threading
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np

from audioclf_gui.core.figures import Interval
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.quick_folds import answered, heard_by
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.parameter import Value
from audioclf_gui.ml.search.space import Dimension
from audioclf_gui.ml.search.study import Method, Study, Trial, best_of, drawn
from audioclf_gui.ml.settings import TrainSettings

if TYPE_CHECKING:  # torch comes with the first training
    from audioclf_gui.ml.held_out_answers import HeardExamples
    from audioclf_gui.ml.pipeline.judging import Judged
    from audioclf_gui.ml.search.trying import OpenCrew
    from audioclf_gui.ml.splits import Split

SEARCHES = "searches"
"""The folder of a project for the journals of its searches."""

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Search:
    """What is to be tried.

    Attributes
    ----------
    settings : TrainSettings
        What the trials start from; its seed draws them.
    space : tuple of Dimension
    trials : int
        How many settings are tried; a grid has no more than its points.
    jobs : int
        How many processes try them.
    outer : {"one", "all"}
        What the figure of the winner is measured on: one fold, which is kept apart from the beginning, or
        every fold in turn, each by a search of its own that never saw it.
    """

    settings: TrainSettings
    space: tuple[Dimension, ...]
    method: Method = "random"
    trials: int = 12
    jobs: int = 2
    outer: Literal["one", "all"] = "one"


@dataclass(frozen=True, slots=True)
class Announced:
    """What is going to be done, and what it costs."""

    text: Text


@dataclass(frozen=True, slots=True)
class TrialsEnded(Progress):
    """How many trials have come to an end; other Progress is of examples that are heard or measured."""


@dataclass(frozen=True, slots=True)
class TrialsSeen:
    """All trials of one part of the search as they are now."""

    part: str  # the fold that is kept apart from them; "" of the last search where every fold is in turn
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to; without a figure it was stopped before, or no trial could be learnt."""

    journal: Path
    figure_name: Text
    trials: tuple[Trial, ...]
    winner: Trial | None
    outer_figure: float | None = None
    interval: Interval | None = None
    groups: int = 0  # of the sound that the search never saw
    judged: int = 0  # examples of it
    stopped: bool = False

    @property
    def answer(self) -> Text:
        """What to expect of the winner."""
        done = sum(one.state in {"done", "ended early"} for one in self.trials)
        if self.winner is None:
            return Text("No trial was carried out to its end.")
        best, name = self.winner.figure or 0.0, self.figure_name
        if self.outer_figure is None:
            return Text(
                "Best of {n} trial on the inner folds so far: {name} {best:.2f}. What the best of several"
                " has there flatters it.",
                "Best of {n} trials on the inner folds so far: {name} {best:.2f}. What the best of several"
                " has there flatters it.",
                n=done,
                name=name,
                best=best,
            )
        return Text(
            "Best of {n} trial on the inner folds: {name} {best:.2f}; on sound the search never saw:"
            " {outer:.2f} ({spread}).",
            "Best of {n} trials on the inner folds: {name} {best:.2f}; on sound the search never saw:"
            " {outer:.2f} ({spread}).",
            n=done,
            name=name,
            best=best,
            outer=self.outer_figure,
            spread=self._spread,
        )

    @property
    def _spread(self) -> Text:
        if self.interval is None:
            return Text(
                "{n} group: too few to tell how far off that may be",
                "{n} groups: too few to tell how far off that may be",
                n=self.groups,
            )
        low, high = self.interval
        return Text(
            "95 %: {low:.2f} to {high:.2f}, {n} group",
            "95 %: {low:.2f} to {high:.2f}, {n} groups",
            low=low,
            high=high,
            n=self.groups,
        )


def search(
    request: Search,
    project: ProjectView,
    cache_dir: Path,
    stop: threading.Event,
    crew: "OpenCrew | None" = None,
) -> Generator[Progress | Announced | TrialsSeen, None, Found]:
    """Try settings, and measure the best on what no trial has heard.

    Every step is written to a journal in the project's folder first, so that the same search, asked for again
    after whatever ended it, goes on where it was; trials that were running then are run again. With `stop`
    set it ends at once and tells what is done.

    Parameters
    ----------
    crew
        Who carries the trials out; None: processes of this computer.

    Raises
    ------
    UserError
        If Optuna is not installed, the project may only be read, or there is too little to learn from.
    """
    from audioclf_gui.ml.objectives import objective_for
    from audioclf_gui.ml.splits import cross_validation

    project.check_writable()
    settings = drawn(request.space, request.method, request.trials, request.settings.seed)
    heard = yield from heard_by(request.settings, project, cache_dir)
    request = replace(request, settings=heard.settings)
    folds = cross_validation(heard.data, "group", request.settings.seed)
    kept_apart = folds if request.outer == "all" else folds[-1:]
    journal = project.folder / SEARCHES / f"{_name(request, heard.data)}.log"
    inner = len(cross_validation(_without(heard.data, folds[-1][1]), "group", request.settings.seed))
    yield Announced(_announcement(heard.data, kept_apart, inner, len(settings)))
    answers: list[Judged] = []
    name = objective_for(heard.data).figure_name
    trials: tuple[Trial, ...] = ()
    for fold, split in kept_apart:
        part = _without(heard.data, split)
        trials = yield from _tried(request, part, fold, settings, journal, cache_dir, stop, crew)
        winner = best_of(trials)
        if winner is None or stop.is_set():
            return Found(journal, name, trials, winner, stopped=stop.is_set())
        measuring = _measured(request, heard, winner, split, project, cache_dir)
        measured = yield from _unless_stopped(measuring, stop)
        if measured is None:
            return Found(journal, name, trials, winner, stopped=True)
        answers += measured
    if request.outer == "all":
        trials = yield from _tried(request, heard.data, "", settings, journal, cache_dir, stop, crew)
    winner = best_of(trials)
    if stop.is_set():
        return Found(journal, name, trials, winner, stopped=True)
    return _found(Found(journal, name, trials, winner), heard.data, answers)


def _tried(
    request: Search,
    data: TrainingData,
    part: str,
    settings: Sequence[Mapping[str, Value]],
    journal: Path,
    cache_dir: Path,
    stop: threading.Event,
    crew: "OpenCrew | None",
) -> Generator[Progress | TrialsSeen, None, tuple[Trial, ...]]:
    from audioclf_gui.ml.search.trying import Work, carry_out
    from audioclf_gui.ml.search.workers import processes
    from audioclf_gui.ml.splits import cross_validation

    splits = tuple(split for _, split in cross_validation(data, "group", request.settings.seed))
    study = Study(journal, part, settings, request.method)
    seen: tuple[Trial, ...] = ()
    work = Work(data, splits, request.settings, cache_dir)
    with closing(carry_out(study, work, request.jobs, crew or processes)) as steps:
        for trials in steps:
            done = sum(one.state not in {"waiting", "running"} for one in trials)
            yield TrialsEnded(done, len(trials))
            if trials != seen:
                yield TrialsSeen(part, trials)
                seen = trials
            if stop.is_set():
                break
    return study.trials()


def _measured(
    request: Search,
    heard: "HeardExamples",
    winner: Trial,
    split: "Split",
    project: ProjectView,
    cache_dir: Path,
) -> "Generator[Progress, None, list[Judged]]":
    """What a model with the winner's settings, learnt from all that the search saw, says of the rest."""
    from audioclf_gui.ml.search.trying import with_values

    settings = with_values(request.settings, winner.values)
    heard = yield from heard_by(settings, project, cache_dir)
    return (yield from answered(heard, [split]))


def _unless_stopped(
    events: Generator[Progress, None, _Result], stop: threading.Event
) -> Generator[Progress, None, _Result | None]:
    """The same events and what they come to; None once `stop` is set."""
    with closing(events):
        try:
            while not stop.is_set():
                yield next(events)
        except StopIteration as end:
            result: _Result = end.value
            return result
    return None


def _without(data: TrainingData, split: "Split") -> TrainingData:
    """What the search may see: nothing that is measured, which in two sets is the validation set."""
    seen = sorted({*split.train, *split.valid} - set(split.measured))
    return replace(data, examples=tuple(data.examples[at] for at in seen))


def _found(found: Found, data: TrainingData, answers: "Sequence[Judged]") -> Found:
    from audioclf_gui.ml.unlearnt_scores import groups_among, interval_of, scores_of

    scores = scores_of(data, answers)
    groups = groups_among(data, scores.places)
    return replace(
        found,
        outer_figure=scores.figure(np.ones(len(scores.places), np.bool_)),
        interval=interval_of(scores.figure, scores.objective, groups),
        groups=len(set(groups.tolist())),
        judged=len(scores.places),
    )


def _announcement(data: TrainingData, kept: "Sequence[tuple[str, Split]]", inner: int, trials: int) -> Text:
    """What the search will not see, and the cost of the rest; `inner` is how many folds each trial has."""
    name, split = kept[0]
    if len(kept) == 1:
        return Text(
            "Fold {name} ({part:d} of {whole:d} examples) is kept apart from the search, and judged once, at"
            " its end. {trials:d} trials in {inner:d} inner folds each: at most {cost:d} trainings.",
            name=name,
            part=len(split.measured),
            whole=len(data.examples),
            trials=trials,
            inner=inner,
            cost=trials * inner + 1,
        )
    return Text(
        "Each of {outer:d} folds is kept apart from a search of its own, and a last one sees them all."
        " {trials:d} trials in some {inner:d} inner folds each: about {cost:d} trainings.",
        outer=len(kept),
        trials=trials,
        inner=inner,
        cost=(len(kept) + 1) * trials * inner + len(kept),
    )


def _name(request: Search, data: TrainingData) -> str:
    """The same for the same search of the same data, so that it is gone on with."""
    asked = {
        "settings": request.settings.to_dict(),
        "space": [one.words for one in request.space],
        "method": request.method,
        "outer": request.outer,
        "data": [
            (one.content, one.start_s, one.stop_s, one.group, one.fold, str(one.target))
            for one in data.examples
        ],
    }
    digest = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:10]
    return f"{request.settings.preset}-{digest}"
