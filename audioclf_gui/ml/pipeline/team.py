"""The processes that share the steps of a fit: one leads, and the others do what it tells them."""

import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Protocol

import torch
from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import training_threads
from audioclf_gui.ml.feature_cache import Places
from audioclf_gui.ml.pipeline.learner import Learner
from audioclf_gui.ml.pipeline.shared_steps import Share, join_group, leave_group
from audioclf_gui.ml.pipeline.task import Task


@dataclass(frozen=True, slots=True)
class SharedStep:
    """What all learn from next."""

    chosen: Sequence[int]
    rate: float
    random_state: torch.Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Joining:
    """What a process has to know that is to share the steps of another."""

    share: Share
    device: torch.device
    meeting: str  # see `join_group`
    network: nn.Module  # on the CPU
    task: Task
    snapshot: Mapping[str, object]  # of the learner that leads


class Helper(Protocol):
    """A process that shares steps, seen from the one that leads."""

    def send(self, step: SharedStep, /) -> None:
        """Have it take a step; OSError if it has ended."""

    def is_alive(self) -> bool:
        """Whether it has not ended."""

    def dismiss(self) -> None:
        """End what it does, whatever that is."""


@dataclass(frozen=True, slots=True)
class Recruiting:
    """Where helpers come from."""

    begun: Callable[[Joining], Helper]
    meeting: Callable[[Path], str]  # an address for them to meet; the folder is there as long as they are


class Follower:
    """Takes the steps that another process leads."""

    def __init__(self, joining: Joining) -> None:
        self._learner = Learner(joining.network, joining.task, joining.device)
        self._learner.restore(joining.snapshot)
        join_group(joining.share, joining.meeting, joining.device)
        self._learner.share_steps(joining.share)

    def follow(self, step: SharedStep) -> None:
        """Do its part of a step; RuntimeError if another process is gone."""
        rng = torch.Generator()
        rng.set_state(step.random_state)
        self._learner.step(step.chosen, step.rate, rng)


class _Lines:
    """Tells all helpers the next step."""

    def __init__(self, helpers: Mapping[torch.device, Sequence[Helper]]) -> None:
        self._helpers = helpers

    def lead(self, chosen: Places, rate: float, rng: torch.Generator) -> None:
        """See `Leader`; UserError if a helper has ended."""
        step = SharedStep(list(map(int, chosen)), rate, rng.get_state())
        for device, helpers in self._helpers.items():
            for helper in helpers:
                try:
                    helper.send(step)
                except OSError as error:
                    raise _ended(device) from error


def _ended(device: torch.device) -> UserError:
    return UserError(
        Text("the process that learns on {device} has ended", device=str(device)),
        remedy=Text("Train again, with a smaller batch_size if its memory ran out, or on one device."),
    )


@contextmanager
def shared(
    learner: Learner, network: nn.Module, task: Task, devices: Sequence[torch.device]
) -> Iterator[None]:
    """Let the learner share its steps with a process on each further device, as long as this lasts.

    With fewer than two devices it goes on alone.

    Parameters
    ----------
    learner
        Of this network and task, on the first device.
    network
        On the CPU, as the learner got it.

    Raises
    ------
    UserError
        If a process ends before it was asked to.
    """
    if len(devices) < 2:
        yield
        return
    recruiting = _RECRUITING.get() or _FROM_HERE
    helpers: dict[torch.device, list[Helper]] = {}
    with tempfile.TemporaryDirectory(prefix="audioclf-") as folder:
        meeting, snapshot = recruiting.meeting(Path(folder)), learner.snapshot()
        try:
            for number, device in enumerate(devices[1:], start=1):
                joining = Joining(Share(number, len(devices)), device, meeting, network, task, snapshot)
                helpers.setdefault(device, []).append(recruiting.begun(joining))
            join_group(Share(0, len(devices)), meeting, learner.device)
            learner.share_steps(Share(0, len(devices), _Lines(helpers)))
            yield
        except RuntimeError as error:
            gone = [device for device, some in helpers.items() if not all(one.is_alive() for one in some)]
            if not gone:
                raise
            raise _ended(gone[0]) from error
        finally:
            for some in helpers.values():
                for helper in some:
                    helper.dismiss()
            leave_group()


@contextmanager
def recruited(recruiting: Recruiting) -> Iterator[None]:
    """Let helpers come from elsewhere than from this computer, for all that is learnt meanwhile."""
    token = _RECRUITING.set(recruiting)
    try:
        yield
    finally:
        _RECRUITING.reset(token)


@dataclass(frozen=True, slots=True, eq=False)
class _ProcessHere:
    process: BaseProcess
    line: Connection

    def send(self, step: SharedStep) -> None:
        self.line.send((step.chosen, step.rate, step.random_state.numpy()))

    def is_alive(self) -> bool:
        return self.process.is_alive()

    def dismiss(self) -> None:
        self.line.close()
        self.process.kill()
        self.process.join()


def _begun(joining: Joining) -> _ProcessHere:
    spawning = multiprocessing.get_context("spawn")  # torch does not survive a fork
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_help, args=(theirs, joining), daemon=True)
    process.start()
    theirs.close()
    return _ProcessHere(process, ours)


def _help(line: Connection, joining: Joining) -> None:
    """Share the steps that come by the line, until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that leads hears it, and ends this one
    if joining.device.type == "cuda":
        torch.cuda.set_device(joining.device)
    try:
        with training_threads(joining.task.settings.threads):
            follower = Follower(joining)
            while True:
                chosen, rate, state = line.recv()
                follower.follow(SharedStep(chosen, rate, torch.from_numpy(state)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        os._exit(0)  # the group is gone, too: there is nothing to take leave of


def _meeting_here(folder: Path) -> str:
    return f"file://{folder / 'meeting'}"


_FROM_HERE = Recruiting(_begun, _meeting_here)
_RECRUITING: ContextVar[Recruiting | None] = ContextVar("_RECRUITING", default=None)
