"""Going on when memory runs out or a GPU fails."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace

import torch
from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import CPU
from audioclf_gui.ml.events import Note
from audioclf_gui.ml.feature_cache import Places
from audioclf_gui.ml.pipeline.learner import Learner
from audioclf_gui.ml.pipeline.recorded import Step
from audioclf_gui.ml.pipeline.task import Task

_OF_A_GPU = ("CUDA error", "CUBLAS_STATUS", "CUDNN_STATUS", "cuDNN error")
_UNREPEATABLE = "does not have a deterministic implementation"
_MAY_DIFFER = Text(
    "This network needs something that a GPU does not do the same way twice: repeated, the training may come"
    " to slightly other weights."
)


def step_in_parts(
    learner: Learner, chosen: Places, rate: float, rng: torch.Generator, notes: list[Text]
) -> Generator[Note, None, Step]:
    """One step of the learner; when memory runs out, the same again in smaller parts.

    Where a network needs something that a GPU does not do the same way twice, it does it as it can. What is
    said about either is added to `notes`, and holds for the steps that follow.

    Raises
    ------
    UserError
        If memory does not suffice for two clips.
    """
    while True:
        try:
            return learner.step(chosen, rate, rng)
        except (MemoryError, RuntimeError) as error:
            if _UNREPEATABLE in str(error):
                torch.use_deterministic_algorithms(mode=False)
                notes.append(_MAY_DIFFER)
                yield Note(notes[-1])
                continue
            if not is_out_of_memory(error):
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
        learner = Learner(self.network, self.task, CPU)
        learner.restore(self.snapshot)
        return learner, replace(self, is_spare=True)


def is_out_of_memory(error: Exception) -> bool:
    """Whether less at a time may do."""
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or "can't allocate memory" in str(error)


def is_device_failure(error: Exception) -> bool:
    """Whether a GPU has failed; its libraries tell that in words of their own."""
    return isinstance(error, torch.AcceleratorError) or any(name in str(error) for name in _OF_A_GPU)
