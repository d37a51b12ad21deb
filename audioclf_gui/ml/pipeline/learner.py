"""A network and what moves while it learns: optimizer, running mean of the weights, one step of it all."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from audioclf_gui.core.text import Text
from audioclf_gui.ml import augmentation
from audioclf_gui.ml.devices import reduced_precision
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.settings import TrainSettings

Weights = dict[str, Tensor]

_RHO, _ADADELTA_EPS = 0.95, 1e-7  # as in the paper (Zeiler, 2012), and as Keras has it


class DivergedError(Exception):
    """Something is no number any more; `what`, with which its sentence begins, says what."""

    def __init__(self, what: Text) -> None:
        self.what = what
        super().__init__(str(what))


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What came of one batch."""

    loss: float  # mean
    logits: Tensor  # (batch, outputs), before the step
    wanted: Tensor  # (batch, outputs)


class Learner:
    """Teaches a copy of a network batch by batch; the weights worth keeping are those of `averaged`."""

    def __init__(self, network: nn.Module, task: Task, device: torch.device) -> None:
        self.device = device
        self.parts = 1  # a batch is worked through in so many parts, more after memory ran out
        self.averaged = _placed(copy.deepcopy(network), device)
        self.task = task
        self._settings = task.settings
        self._model = _placed(copy.deepcopy(network), device)
        self._optimizer = _optimizer(self._model, task.settings)
        self._updates = 0
        self.low_precision = reduced_precision(device, task.settings.precision)

    def step(self, chosen: Sequence[int], rate: float, rng: torch.Generator) -> Step:
        """Learn from one batch.

        Raises
        ------
        DivergedError
            If the loss is no number; nothing has been learnt from it then.
        """
        features, targets = self._batch(chosen, rng)
        self._model.train()
        self._optimizer.zero_grad(set_to_none=True)
        loss, answers = 0.0, []
        for part, wanted in zip(features.chunk(self.parts), targets.chunk(self.parts), strict=True):
            with torch.autocast(self.device.type, torch.bfloat16, enabled=self.low_precision):
                logits = self._model(part)
            part_loss = self.task.objective.loss(logits.float(), wanted, self._settings)
            part_loss = part_loss * (len(part) / len(features))
            if not bool(torch.isfinite(part_loss)):
                raise DivergedError(Text("The loss"))
            part_loss.backward()  # type: ignore[no-untyped-call]
            loss += float(part_loss.detach())
            answers.append(logits.detach().float())
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        self._optimizer.step()
        self._average()
        return Step(loss, torch.cat(answers), targets)

    def _batch(self, chosen: Sequence[int], rng: torch.Generator) -> tuple[Tensor, Tensor]:
        """Augmented, standardised features (batch, *shape) and targets (batch, outputs), or blends."""
        features = self.task.varied(self.task.features.batch(chosen, rng).to(self.device), rng)
        targets = torch.from_numpy(self.task.targets[np.asarray(chosen)]).to(self.device).float()
        if self._settings.mixup > 0.0 and float(torch.rand((), generator=rng)) < 0.5:
            return augmentation.mix(features, targets, self._settings.mixup, rng)
        return features, targets

    @torch.no_grad()
    def _average(self) -> None:
        """Move the running mean of the weights; a young mean follows quickly."""
        self._updates += 1
        keep = min(self._settings.ema, (1 + self._updates) / (10 + self._updates))
        now = self._model.state_dict()
        for name, mean in self.averaged.state_dict().items():
            if mean.is_floating_point():
                mean.lerp_(now[name], 1.0 - keep)
            else:
                mean.copy_(now[name])

    def snapshot(self) -> dict[str, object]:
        """Everything that going on from here needs, on the CPU."""
        return {
            "model": weights_on_cpu(self._model),
            "averaged": weights_on_cpu(self.averaged),
            "optimizer": _on_cpu(self._optimizer.state_dict()),
            "updates": self._updates,
        }

    def restore(self, snapshot: Mapping[str, object]) -> None:
        """Be what `snapshot` was taken of, on this learner's own device."""
        self._model.load_state_dict(snapshot["model"])  # type: ignore[arg-type]
        self.averaged.load_state_dict(snapshot["averaged"])  # type: ignore[arg-type]
        moments = snapshot["optimizer"]["state"]  # type: ignore[index]
        self._optimizer.load_state_dict({**self._optimizer.state_dict(), "state": moments})
        for weights, state in self._optimizer.state.items():
            for name, value in state.items():
                if isinstance(value, Tensor) and value.shape == weights.shape:
                    # fused steps take weights and moments to lie in memory in the same order
                    state[name] = torch.empty_like(weights, requires_grad=False).copy_(value)
        self._updates = snapshot["updates"]  # type: ignore[assignment]


def weights_on_cpu(model: nn.Module) -> Weights:
    """A copy of its weights and running statistics."""
    return {name: value.detach().to("cpu", copy=True) for name, value in model.state_dict().items()}


def _placed(network: nn.Module, device: torch.device) -> nn.Module:
    """The network on the device, its weights in the order in which convolutions are fastest."""
    placed = network.to(device)
    for weights in placed.parameters():
        if weights.ndim == 4:
            weights.data = weights.data.contiguous(memory_format=torch.channels_last)
    return placed


def _optimizer(model: nn.Module, settings: TrainSettings) -> torch.optim.Optimizer:
    parameters = list(model.parameters())
    if settings.optimizer == "adadelta":
        return torch.optim.Adadelta(
            parameters, settings.learning_rate, _RHO, _ADADELTA_EPS, settings.weight_decay
        )
    if settings.optimizer == "adam":
        return torch.optim.Adam(
            parameters, lr=settings.learning_rate, weight_decay=settings.weight_decay, fused=True
        )
    matrices = [parameter for parameter in parameters if parameter.ndim > 1]
    vectors = [parameter for parameter in parameters if parameter.ndim <= 1]
    return torch.optim.AdamW(
        [
            {"params": matrices, "weight_decay": settings.weight_decay},
            {"params": vectors, "weight_decay": 0.0},
        ],
        lr=settings.learning_rate,
        fused=True,
    )


def _on_cpu(value: object) -> object:
    if isinstance(value, Tensor):
        return value.detach().to("cpu", copy=True)
    if isinstance(value, dict):
        return {key: _on_cpu(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_on_cpu(one) for one in value]
    return value
