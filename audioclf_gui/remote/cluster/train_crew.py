"""The workers that train together: brought into being, led, and sent home."""

import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audioclf_gui import __version__
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.learning import Fits
from audioclf_gui.ml.events import Note, TrainEvent
from audioclf_gui.remote.cluster.batches import Unfit
from audioclf_gui.remote.cluster.packages import ray

if TYPE_CHECKING:  # torch comes with the worker
    from audioclf_gui.remote.cluster.train_worker import ModelFiles, Piece

_PAUSE_S = 0.2  # as often it is looked whether it is to end
_LATE_S = 5.0  # after so long it is said what is waited for
_WAITS = Text("The cluster has no room yet, or its workers are slow to start: this waits for them.")
_CLEARED_WITHIN_S = 10.0
_THREADS_OF_LEADER = 4  # it learns, tells of it and can be stopped


@dataclass(frozen=True, slots=True)
class TrainCrewNeeds:
    """What a training takes of a cluster."""

    workers: int
    gpus: int  # of each
    seen: tuple[Path, ...] = ()  # what has to be there where a worker runs
    takes_gpu: bool = False  # one, if the cluster has any


def check_is_enough(needs: TrainCrewNeeds) -> None:
    """Raise UserError if the computers of the cluster, were they idle, had no room for it."""
    has = ray().cluster_resources()
    cores, gpus = (int(has.get(kind, 0)) for kind in ("CPU", "GPU"))
    wanted = needs.workers * needs.gpus
    if cores < needs.workers:
        raise UserError(
            Text(
                "the cluster has {n} core, and its workers take one each: {wanted:d}",
                "the cluster has {n} cores, and its workers take one each: {wanted:d}",
                n=cores,
                wanted=needs.workers,
            ),
            remedy=Text("Ask for fewer workers, or add computers to the cluster."),
        )
    if gpus < wanted:
        raise UserError(
            Text(
                "the cluster has {n} GPU, and {wanted:d} are wanted",
                "the cluster has {n} GPUs, and {wanted:d} are wanted",
                n=gpus,
                wanted=wanted,
            ),
            remedy=Text("Set device = cpu, or add computers with GPUs to the cluster."),
        )


class TrainCrew:
    """Workers with a core each, on as many computers as can be."""

    def __init__(self, needs: TrainCrewNeeds) -> None:
        self._needs = needs
        self._workers: list[Any] = []
        self._first_ones: list[Any] = []  # on each computer
        self._room: Any = None
        self._folder: Path | None = None

    def assembled(self, stop: threading.Event) -> Generator[Note, None, bool]:
        """Begin as soon as there is room; whether they are there and not to stop already.

        Raises
        ------
        UserError
            If a worker cannot be started, or is not fit for it, or so many computers are lost meanwhile that
            there will be no room.
        """
        has_gpu = self._needs.takes_gpu and ray().cluster_resources().get("GPU", 0) >= 1
        gpus = 1 if has_gpu else self._needs.gpus
        share = {"CPU": 1, **({"GPU": gpus} if gpus else {})}
        self._room = ray().util.placement_group([share] * self._needs.workers, strategy="SPREAD")
        if not (yield from self._awaited(self._has_room, stop)):
            return False
        self._workers = [self._begun(number, gpus) for number in range(self._needs.workers)]
        prepared = [worker.prepare.remote(__version__, self._needs.seen) for worker in self._workers]
        if not (yield from self._awaited(lambda: _have_answered(prepared), stop)):
            return False
        computers: set[str] = set()
        for worker, found in zip(self._workers, _answers(prepared), strict=True):
            if isinstance(found, Unfit):
                raise UserError(found.message, remedy=found.remedy)
            if found not in computers:
                computers.add(found)
                self._first_ones.append(worker)
        return True

    def _awaited(self, is_done: Callable[[], bool], stop: threading.Event) -> Generator[Note, None, bool]:
        """Whether it is done before it is to stop."""
        begun_s, is_told = time.monotonic(), False
        while not stop.is_set():
            if is_done():
                return True
            check_is_enough(self._needs)
            if not is_told and time.monotonic() - begun_s > _LATE_S:
                is_told = True
                yield Note(
                    Text(
                        "The cluster has no room yet, or its workers are slow to start: this waits for them."
                    )
                )
            stop.wait(_PAUSE_S)
        return False

    def _has_room(self) -> bool:
        # asked anew each time: an answer to ready() that gets lost would be waited for for ever
        state: str = ray().util.placement_group_table(self._room)["state"]
        return state == "CREATED"

    def _begun(self, number: int, gpus: int) -> Any:
        from audioclf_gui.remote.cluster.train_worker import TrainWorker

        place = ray().util.scheduling_strategies.PlacementGroupSchedulingStrategy(
            self._room, placement_group_bundle_index=number
        )
        options = {"num_cpus": 1, "num_gpus": gpus, "scheduling_strategy": place}
        if number == 0:  # the others take their steps in order
            options["max_concurrency"] = _THREADS_OF_LEADER
        return ray().remote(**options)(TrainWorker).remote()

    def take(self, pieces: "Sequence[Piece]") -> None:
        """Have parts of files on each computer."""
        shared = ray().put(pieces)
        _answers([worker.take.remote(shared) for worker in self._first_ones])

    def clear_afterwards(self, folder: Path) -> None:
        """Leave nothing of this folder on any computer."""
        self._folder = folder

    def learn(self, fits: Fits, cache_dir: Path, stop: threading.Event) -> Generator[TrainEvent, None, None]:
        """What the leader tells, to the end, where it writes to the disk of here.

        Raises
        ------
        UserError
            If a worker is lost, or training fails.
        """
        from audioclf_gui.remote.cluster.train_worker import ModelFiles

        for event in self._told(fits, cache_dir, stop, is_away=False):
            assert not isinstance(event, ModelFiles)
            yield event

    def learn_away(
        self, fits: Fits, cache_dir: Path, stop: threading.Event
    ) -> "Generator[TrainEvent | ModelFiles, None, None]":
        """What the leader tells, and the models that it makes on a disk of its own."""
        for helper in self._first_ones[1:]:
            helper.read.remote(fits, cache_dir)
        yield from self._told(fits, cache_dir, stop, is_away=True)

    def _told(
        self, fits: Fits, cache_dir: Path, stop: threading.Event, *, is_away: bool
    ) -> "Generator[TrainEvent | ModelFiles, None, None]":
        from audioclf_gui.remote.cluster.train_worker import Ended

        leader, *helpers = self._workers
        leading = leader.lead.remote(fits, cache_dir, helpers, is_away=is_away)
        is_stopping = False
        while True:
            if stop.is_set() and not is_stopping:
                leader.stop.remote()
                is_stopping = True
            (news,) = _answers([leader.news.remote()])
            for event in news:
                match event:
                    case Ended(problem) if problem is not None:
                        raise UserError(problem.message, remedy=problem.remedy)
                    case Ended():
                        return
                    case _:
                        yield event
            if not news:
                _check(leading)

    def dismiss(self) -> None:
        """End all workers, whatever they are at, and give the room back."""
        if self._folder is not None:
            clearing = [worker.clear.remote(self._folder) for worker in self._first_ones]
            ray().wait(clearing, num_returns=len(clearing), timeout=_CLEARED_WITHIN_S)
        for worker in self._workers:
            ray().kill(worker)
        if self._room is not None:
            ray().util.remove_placement_group(self._room)


def _have_answered(references: Sequence[Any]) -> bool:
    done, _ = ray().wait(list(references), num_returns=len(references), timeout=0)
    return len(done) == len(references)


def _answers(references: Sequence[Any]) -> list[Any]:
    """What workers say; UserError if one of them is lost."""
    try:
        found: list[Any] = ray().get(list(references))
    except ray().exceptions.RayTaskError:  # a bug of ours
        raise
    except ray().exceptions.RayError as error:
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        raise UserError(
            Text("a worker of the cluster was lost: {reason}", reason=reason),
            remedy=Text(
                "Look whether its computer runs, has memory left and has this program installed (pip install"
                ' "audioclf-gui[cluster]"), then train again.'
            ),
        ) from error
    return found


def _check(leading: Any) -> None:
    """See that the leader is at work, or has ended well."""
    done, _ = ray().wait([leading], timeout=0)
    if done:
        _answers(done)
