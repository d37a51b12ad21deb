"""A step of learning recorded on a GPU and repeated: one call instead of hundreds of small ones."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

_FIRST_STEPS = 10  # done one by one: recording takes as long as a few, and must find everything set up


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What came of one batch, where it was computed."""

    loss: Tensor  # mean, ()
    logits: Tensor  # (batch, outputs), before the step
    wanted: Tensor  # (batch, outputs)


Learn = Callable[[Tensor, Tensor, Tensor], Step]
"""One step from features, targets and a weight; a new one of each, in the same places, is another step."""


@dataclass(frozen=True, slots=True, eq=False)
class _Recording:
    graph: torch.cuda.CUDAGraph
    features: Tensor
    targets: Tensor
    step: Step  # overwritten by each repetition


class RecordedSteps:
    """Steps as CUDA graphs, one for each size of batch; the first ones are done as they are.

    What waits for the GPU, or reads from it, cannot be recorded: steps that do are done as they are.
    """

    def __init__(self, device: torch.device) -> None:
        self._weight = torch.ones((), device=device)
        self._stream = torch.cuda.Stream(device)  # type: ignore[no-untyped-call]
        self._memory = torch.cuda.graph_pool_handle()
        self._recordings: dict[int, _Recording] = {}
        self._steps = 0
        self._records = True

    def forget(self) -> None:
        """Record nothing any more, and free the memory that this took."""
        self._recordings.clear()
        self._records = False

    def step(self, learn: Learn, features: Tensor, targets: Tensor, weight: float) -> Step:
        """One step, `learn` being the same each time; it is not over when this returns."""
        self._weight.fill_(weight)
        self._steps += 1
        if self._records and self._steps == _FIRST_STEPS:
            return self._checked(learn, features, targets)
        if not self._records or self._steps < _FIRST_STEPS:
            return self._unrecorded(learn, features, targets)
        found = self._recordings.get(len(features))
        if found is None:
            found = self._recordings[len(features)] = self._recorded(learn, features, targets)
        found.features.copy_(features)
        found.targets.copy_(targets)
        found.graph.replay()
        return Step(found.step.loss.clone(), found.step.logits.clone(), found.step.wanted.clone())

    def _unrecorded(self, learn: Learn, features: Tensor, targets: Tensor) -> Step:
        """On the stream of the recordings, since what autograd keeps belongs to the first one that it saw."""
        now = torch.cuda.current_stream()
        self._stream.wait_stream(now)
        with torch.cuda.stream(self._stream):
            step = learn(features, targets, self._weight)
        now.wait_stream(self._stream)
        return step

    def _checked(self, learn: Learn, features: Tensor, targets: Tensor) -> Step:
        """A step that finds out whether steps wait for the GPU."""
        before = torch.cuda.get_sync_debug_mode()
        torch.cuda.set_sync_debug_mode("error")
        try:
            return self._unrecorded(learn, features, targets)
        except RuntimeError as error:
            if "synchronizing" not in str(error):
                raise
            self._records = False
        finally:
            torch.cuda.set_sync_debug_mode(before)
        return self._unrecorded(learn, features, targets)

    def _recorded(self, learn: Learn, features: Tensor, targets: Tensor) -> _Recording:
        features, targets = features.clone(), targets.clone()
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph, self._memory, self._stream, "thread_local"):
            step = learn(features, targets, self._weight)
        return _Recording(graph, features, targets, step)
