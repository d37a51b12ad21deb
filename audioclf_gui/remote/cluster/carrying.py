"""Giving the workers of a cluster what is to be done, and doing again what died with one of them.

Each batch is with one worker at a time. Of a worker that dies nothing was taken that was not whole, so its
batches go back to the others. What it was at may have killed it: after two deaths the files of a batch are
given one by one, and one of which two more workers die is put aside. Ray's own retries are not used, since
they wait for the lost worker to come back while others have nothing to do; nor is Ray Data, which writes what
was computed twice as two files, and keeps no record of what is done.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from audioclf_gui.core.text import Text
from audioclf_gui.remote.cluster.batches import Batch, BatchAnswer, NotHeard
from audioclf_gui.remote.cluster.events import ClusterNote, WorkerLost, WorkerReady
from audioclf_gui.remote.cluster.failures import Starts, first_line
from audioclf_gui.remote.cluster.packages import ray

_PAUSE_S = 0.2  # as often the caller is given its turn, to be interrupted for one
_UNDER_WAY = 2  # batches of a worker: the next one is there when one is done
_SPLIT_AFTER, _PUT_ASIDE_AFTER = 2, 3  # deaths

CarryingEvent = tuple[Batch, BatchAnswer] | NotHeard | ClusterNote | None


@dataclass
class _CrewMember:
    """An actor, what it is at and what is next, each by the reference to its answer."""

    actor: Any
    batches: dict[Any, Batch] = field(default_factory=dict)


class _Crew:
    """The workers that are ready, those that are being started, and what waits for them."""

    def __init__(self, batches: Sequence[Batch], start: Callable[[], Any], wanted: int) -> None:
        self._start, self._wanted = start, wanted
        self._waiting = deque(batches)
        self._starting: dict[Any, _CrewMember] = {}
        self._ready: list[_CrewMember] = []
        self._starts = Starts(wanted)
        self.fill_up()

    @property
    def has_work(self) -> bool:
        """Whether anything is to be done yet."""
        return bool(self._waiting) or any(worker.batches for worker in self._ready)

    @property
    def references(self) -> list[Any]:
        """What can be waited for."""
        return [*self._starting, *(one for worker in self._ready for one in worker.batches)]

    def fill_up(self) -> None:
        """Start as many workers as are missing and have something to do."""
        needed = min(self._wanted, len(self._waiting) + len(self._ready))
        while len(self._starting) + len(self._ready) < needed:
            actor = self._start()
            self._starting[actor.prepare.remote()] = _CrewMember(actor)

    def dismiss(self) -> None:
        """End all workers, whatever they are at."""
        for worker in (*self._ready, *self._starting.values()):
            ray().kill(worker.actor)

    def take(self, reference: Any) -> Generator[CarryingEvent, None, None]:
        """See what became of something that was waited for; exceptions of our own are bugs, and go on."""
        worker = self._starting.pop(reference, None)
        if worker is not None:
            yield from self._welcome(worker, reference)
            return
        worker = next(one for one in self._ready if reference in one.batches)
        try:
            answer = ray().get(reference)
        except ray().exceptions.RayTaskError:
            raise
        except ray().exceptions.RayError as error:
            yield from self._lose(worker, error)
        else:
            yield worker.batches.pop(reference), answer
            self._feed(worker)

    def _welcome(self, worker: _CrewMember, reference: Any) -> Generator[CarryingEvent, None, None]:
        host = self._starts.host(reference)
        if host is None:
            self.fill_up()
            return
        self._ready.append(worker)
        self._feed(worker)
        yield WorkerReady(Text("A worker is ready on {host}.", host=host))

    def _feed(self, worker: _CrewMember) -> None:
        """Give it as much as it may have; what may have killed one before is with it alone.

        Else the batch before, whose answer was lost on its way when the worker died, would be blamed for it.
        """
        while self._waiting and len(worker.batches) < _UNDER_WAY:
            if worker.batches and any(one.deaths for one in (self._waiting[0], *worker.batches.values())):
                return
            batch = self._waiting.popleft()
            worker.batches[worker.actor.answer.remote(batch)] = batch

    def _lose(self, worker: _CrewMember, error: Exception) -> Generator[CarryingEvent, None, None]:
        self._ready.remove(worker)
        ray().kill(worker.actor)
        first, *others = worker.batches.values()
        self._waiting.extendleft(reversed(others))
        files = sum(len(batch.files) for batch in worker.batches.values())
        yield WorkerLost(
            Text(
                "A worker was lost ({reason}). {n} file is given to another one.",
                "A worker was lost ({reason}). {n} files are given to other ones.",
                n=files,
                reason=first_line(error),
            )
        )
        yield from self._give_again(replace(first, deaths=first.deaths + 1))
        self.fill_up()
        for one in self._ready:
            self._feed(one)

    def _give_again(self, batch: Batch) -> Generator[CarryingEvent, None, None]:
        if batch.deaths < _SPLIT_AFTER:
            self._waiting.appendleft(batch)
        elif len(batch.files) > 1:
            alone = replace(batch, deaths=_SPLIT_AFTER - 1)
            self._waiting.extendleft(replace(alone, groups=((file,),)) for file in reversed(batch.files))
        elif batch.deaths < _PUT_ASIDE_AFTER:
            self._waiting.appendleft(batch)
        else:
            yield NotHeard(
                batch.files[0],
                Text("the worker that reads it dies of it"),
                Text("Look at the file, or convert it to WAV or FLAC; memory may be short too."),
            )


def carried(
    batches: Sequence[Batch], start: Callable[[], Any], workers: int
) -> Generator[CarryingEvent, None, None]:
    """Each batch with its answer, in the order in which they are done; None now and then while nothing is.

    Parameters
    ----------
    start
        Starts an actor of Ray that has the methods of `ArchiveWorker`.
    workers : int
        How many are wanted; those for which there is no room yet begin once there is.

    Raises
    ------
    UserError
        If workers cannot be started, or are not fit for it.
    """
    crew = _Crew(batches, start, workers)
    try:
        while crew.has_work:
            found, _ = ray().wait(crew.references, num_returns=1, timeout=_PAUSE_S)
            if not found:
                yield None
            for reference in found:
                yield from crew.take(reference)
    finally:
        crew.dismiss()
