"""Going on when memory runs out or a GPU fails."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.events import Note
from audioclf_gui.ml.pipeline.learner import Learner, Step
from audioclf_gui.ml.pipeline.task import Task


def step_in_parts(
    learner: Learner, chosen: Sequence[int], rate: float, rng: torch.Generator, notes: list[Text]
) -> Generator[Note, None, Step]:
    """One step of the learner; when memory runs out, the same again in smaller parts.

    What is said about it is added to `notes`. The parts stay as small for the steps that follow.

    Raises
    ------
    UserError
        If memory does not suffice for two clips.
    """
    while True:
        try:
            return learner.step(chosen, rate, rng)
        except (MemoryError, RuntimeError) as error:
            if not _is_out_of_memory(error):
                raise
        learner.parts *= 2
        size = len(chosen) // learner.parts
        if size < 2:
            raise UserError(
                Text("the memory does not even suffice for two clips at a time"),
                remedy=Text("Choose a shorter window (window_s), the device cpu, or close other programs."),
            )
        notes.append(
            Text("Memory ran out: each batch is now worked through in parts of {size} clips.", size=size)
        )
        yield Note(notes[-1])


@dataclass(frozen=True, slots=True, eq=False)
class SafePoint:
    """What to go on from should the device fail: the end of the last whole epoch."""

    network: nn.Module  # fresh, on the CPU
    task: Task
    snapshot: Mapping[str, object]  # see `Learner.snapshot`
    is_spare: bool = False  # the processor has stepped in already

    def on_processor(self, error: Exception) -> "tuple[Learner, SafePoint]":
        """A learner on the processor that goes on from here; `error` again if that one has failed too."""
        if self.is_spare:
            raise error
        learner = Learner(self.network, self.task, torch.device("cpu"))
        learner.restore(self.snapshot)
        return learner, replace(self, is_spare=True)


def _is_out_of_memory(error: Exception) -> bool:
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or "can't allocate memory" in str(error)
