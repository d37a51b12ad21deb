"""Processes that carry trials out, one thread of the processor each."""

import multiprocessing
import os
import signal
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.search.study import Trial
from audioclf_gui.ml.search.trying import Carrier, FoldJudged, TrialFailed, Work, tried_out

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(slots=True, eq=False)
class TrialProcess:
    """A process and the line to it; a `Carrier`."""

    process: BaseProcess
    line: Connection
    number: int = 0  # of the trial that it was given last

    def begin(self, trial: Trial) -> None:
        """Judge the first fold."""
        self.number = trial.number
        self.line.send(dict(trial.values))

    def go_on(self) -> None:
        """Judge the next fold."""
        self.line.send(True)

    def drop(self) -> None:
        """Leave the rest of the folds."""
        self.line.send(False)


@dataclass(frozen=True, slots=True, eq=False)
class _Processes:
    """A `Crew` of which nobody may die: what ends one here may end the others too."""

    ready: Sequence[TrialProcess]

    def said(
        self, busy: Collection[Carrier], timeout_s: float
    ) -> list[tuple[TrialProcess, FoldJudged | TrialFailed]]:
        lines = {one.line: one for one in self.ready if one in busy}
        found = []
        for line in wait(list(lines), timeout_s):
            assert isinstance(line, Connection)
            try:
                found.append((lines[line], line.recv()))
            except EOFError:
                raise UserError(
                    Text(
                        "the process that carried trial {number:d} out ended by itself",
                        number=lines[line].number,
                    ),
                    remedy=Text(
                        "There may be too little memory: search again with one job; no trial is lost."
                    ),
                ) from None
        return found


@contextmanager
def processes(work: Work, count: int) -> Iterator[_Processes]:
    """So many processes that wait for trials; all are gone in the end."""
    spawning = multiprocessing.get_context("spawn")  # torch does not survive a fork
    workers = []
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        with _deaf_to_ctrl_c():
            for _ in range(count):
                ours, theirs = spawning.Pipe()
                process = spawning.Process(target=_serve, args=(theirs, work), daemon=True)
                process.start()
                theirs.close()
                workers.append(TrialProcess(process, ours))
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    try:
        yield _Processes(workers)
    finally:
        for worker in workers:
            worker.line.close()
            worker.process.kill()
            worker.process.join()


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes begun meanwhile do not hear Ctrl+C, which a terminal sends to them too.

    The search hears it, and ends them.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection, work: Work) -> None:
    """Carry out the trials that come by the line, until it ends: the search is over, or was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # also where it could not be kept from hearing it before
    try:
        while True:
            _try_out(line, work, line.recv())
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _try_out(line: Connection, work: Work, values: Mapping[str, object]) -> None:
    for said in tried_out(work, values):
        line.send(said)
        if isinstance(said, TrialFailed) or (said.fold < len(work.splits) and not line.recv()):
            return
