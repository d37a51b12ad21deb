"""The processes that share the steps of a fit: one leads, and the others do what it tells them."""

import multiprocessing
import os
import signal
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import torch
from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import training_threads
from audioclf_gui.ml.feature_cache import Places
from audioclf_gui.ml.pipeline.learner import Learner
from audioclf_gui.ml.pipeline.shared_steps import Share, join_group, leave_group
from audioclf_gui.ml.pipeline.task import Task


@dataclass(frozen=True, slots=True, eq=False)
class _Helper:
    process: BaseProcess
    line: Connection
    device: torch.device


class _Lines:
    """Tells all helpers the next step."""

    def __init__(self, helpers: Sequence[_Helper]) -> None:
        self._helpers = helpers

    def lead(self, chosen: Places, rate: float, rng: torch.Generator) -> None:
        """See `Leader`; UserError if a helper has ended."""
        step = (list(map(int, chosen)), rate, rng.get_state().numpy())
        for helper in self._helpers:
            try:
                helper.line.send(step)
            except OSError as error:
                raise _ended(helper) from error


def _ended(helper: _Helper) -> UserError:
    return UserError(
        Text("the process that learns on {device} has ended", device=str(helper.device)),
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
    with tempfile.TemporaryDirectory(prefix="audioclf-") as folder:
        meeting = str(Path(folder) / "meeting")
        helpers = [
            _begun(number, len(devices), device, meeting, (network, task))
            for number, device in enumerate(devices)
            if number
        ]
        try:
            share = Share(0, len(devices), _Lines(helpers))
            for helper in helpers:
                helper.line.send(learner.snapshot())
            join_group(share, meeting, learner.device)
            learner.share_steps(share)
            yield
        except RuntimeError as error:
            gone = next((one for one in helpers if not one.process.is_alive()), None)
            if gone is None:
                raise
            raise _ended(gone) from error
        finally:
            for helper in helpers:
                helper.line.close()
                helper.process.kill()
                helper.process.join()
            leave_group()


def _begun(
    number: int, processes: int, device: torch.device, meeting: str, learnt: tuple[nn.Module, Task]
) -> _Helper:
    spawning = multiprocessing.get_context("spawn")  # torch does not survive a fork
    ours, theirs = spawning.Pipe()
    process = spawning.Process(
        target=_help, args=(theirs, Share(number, processes), device, meeting, learnt), daemon=True
    )
    process.start()
    theirs.close()
    return _Helper(process, ours, device)


def _help(
    line: Connection, share: Share, device: torch.device, meeting: str, learnt: tuple[nn.Module, Task]
) -> None:
    """Share the steps that come by the line, until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that leads hears it, and ends this one
    network, task = learnt
    if device.type == "cuda":
        torch.cuda.set_device(device)
    try:
        snapshot: Mapping[str, object] = line.recv()
        with training_threads(task.settings.threads):
            learner = Learner(network, task, device)
            learner.restore(snapshot)
            join_group(share, meeting, device)
            learner.share_steps(share)
            while True:
                chosen, rate, state = line.recv()
                rng = torch.Generator()
                rng.set_state(torch.from_numpy(state))
                learner.step(chosen, rate, rng)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        os._exit(0)  # the group is gone, too: there is nothing to take leave of
