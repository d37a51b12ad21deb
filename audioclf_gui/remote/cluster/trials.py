"""The trials of a search carried out by the workers of a Ray cluster."""

import socket
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from audioclf_gui import __version__
from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.text import Text
from audioclf_gui.ml.search.study import Trial
from audioclf_gui.ml.search.trying import Carrier, FoldJudged, TrialFailed, TrialLost, Work, tried_out
from audioclf_gui.remote.cluster.batches import Unfit
from audioclf_gui.remote.cluster.events import ClusterNote, WorkerLost, WorkerReady
from audioclf_gui.remote.cluster.failures import Starts, first_line, unfit_here
from audioclf_gui.remote.cluster.packages import ray


class TrialWorker:
    """Runs in a process of the cluster, and keeps the trial that it is at between two folds."""

    def __init__(self, work: Work, version: str) -> None:
        self._work, self._version = work, version
        self._folds: Generator[FoldJudged | TrialFailed, None, None] | None = None

    def prepare(self) -> str | Unfit:
        """Look whether all is there; the name of the computer, or why nothing can be done there."""
        seen: Sequence[Path] = list(dict.fromkeys(one.path for one in self._work.data.examples))
        unfit = unfit_here(self._version, seen)
        if unfit is not None:
            return unfit
        torch.set_num_threads(1)
        self._work = replace(self._work, cache_dir=cache_folder())  # the one of this computer
        return socket.gethostname()

    def begin(self, values: Mapping[str, object]) -> FoldJudged | TrialFailed:
        """The first fold of a trial, in place of what is left of another one."""
        self._folds = tried_out(self._work, values)
        return next(self._folds)

    def go_on(self) -> FoldJudged | TrialFailed:
        """The next fold of the same trial."""
        assert self._folds is not None
        return next(self._folds)


@dataclass(slots=True, eq=False)
class _TrialActor:
    """An actor and the reference to what it is going to say; a `Carrier`."""

    actor: Any
    said: Any

    def begin(self, trial: Trial) -> None:
        self.said = self.actor.begin.remote(dict(trial.values))

    def go_on(self) -> None:
        self.said = self.actor.go_on.remote()

    def drop(self) -> None:
        """Nothing: what is begun next takes its place."""


class _TrialCrew:
    """A `Crew` of actors, in which others take the places of those that die."""

    def __init__(self, start: Callable[[], Any], wanted: int, told: Callable[[ClusterNote], None]) -> None:
        self._start, self._wanted, self._told = start, wanted, told
        self._starting: dict[Any, _TrialActor] = {}
        self._starts = Starts(wanted)
        self.ready: list[_TrialActor] = []
        self._fill_up()

    def said(
        self, busy: Collection[Carrier], timeout_s: float
    ) -> list[tuple[_TrialActor, FoldJudged | TrialFailed | TrialLost]]:
        """What the busy ones say; those that have been started meanwhile are ready."""
        waited = {one.said: one for one in self.ready if one in busy}
        references, _ = ray().wait([*self._starting, *waited], num_returns=1, timeout=timeout_s)
        for reference in references:
            if reference in self._starting:
                self._welcome(self._starting.pop(reference), reference)
        return [(waited[one], self._answer(waited[one])) for one in references if one in waited]

    def dismiss(self) -> None:
        """End all of them, whatever they are at."""
        for one in (*self.ready, *self._starting.values()):
            ray().kill(one.actor)

    def _fill_up(self) -> None:
        while len(self.ready) + len(self._starting) < self._wanted:
            actor = self._start()
            one = _TrialActor(actor, actor.prepare.remote())
            self._starting[one.said] = one

    def _welcome(self, one: _TrialActor, reference: Any) -> None:
        host = self._starts.host(reference)
        if host is None:
            self._fill_up()
            return
        self.ready.append(one)
        self._told(WorkerReady(Text("A worker is ready on {host}.", host=host)))

    def _answer(self, one: _TrialActor) -> FoldJudged | TrialFailed | TrialLost:
        try:
            answer: FoldJudged | TrialFailed = ray().get(one.said)
        except ray().exceptions.RayTaskError:
            raise
        except ray().exceptions.RayError as error:
            self.ready.remove(one)
            ray().kill(one.actor)
            self._fill_up()
            reason = first_line(error)
            self._told(
                WorkerLost(Text("A worker was lost ({reason}). Its trial is tried again.", reason=reason))
            )
            return TrialLost(reason)
        return answer


@contextmanager
def trial_crew(told: Callable[[ClusterNote], None], work: Work, count: int) -> Iterator[_TrialCrew]:
    """So many workers of the cluster that is there; `told` gets what should be known of them."""
    shared, worker = ray().put(work), ray().remote(num_cpus=1)(TrialWorker)
    crew = _TrialCrew(lambda: worker.remote(shared, __version__), count, told)
    try:
        yield crew
    finally:
        crew.dismiss()
