"""A network and what moves while it learns: optimizer, running mean of the weights, one step of it all."""

import copy
import importlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from audioclf_gui.core.collecting import no_garbage_collection
from audioclf_gui.core.text import Text
from audioclf_gui.ml import augmentation
from audioclf_gui.ml.devices import reduced_precision, sent
from audioclf_gui.ml.feature_cache import Places
from audioclf_gui.ml.pipeline.recorded import RecordedSteps, Step
from audioclf_gui.ml.pipeline.shared_steps import Share, with_common_norms
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.settings import TrainSettings

Weights = dict[str, Tensor]
_Pairs = tuple[list[Tensor], list[Tensor]]
_Key = TypeVar("_Key")

_RHO, _ADADELTA_EPS = 0.95, 1e-7  # as in the paper (Zeiler, 2012), and as Keras has it


class DivergedError(Exception):
    """Something is no number any more; `what`, with which its sentence begins, says what."""

    def __init__(self, what: Text) -> None:
        self.what = what
        super().__init__(str(what))


class Learner:
    """Teaches a copy of a network batch by batch; the weights worth keeping are those of `averaged`."""

    def __init__(self, network: nn.Module, task: Task, device: torch.device) -> None:
        self.device = device
        self.parts = 1  # a batch is worked through in so many parts, more after memory ran out
        self.averaged = _placed(copy.deepcopy(network), device)
        self.task = replace(task, mean=task.mean.to(device), deviation=task.deviation.to(device))
        if task.noise is not None:
            self.task = replace(self.task, noise=task.noise.to(device))
        self._settings = task.settings
        self._mixes = task.settings.mixup > 0.0 and task.objective.blends
        self._model = _placed(copy.deepcopy(network), device)
        self._optimizer = _optimizer(self._model, task.settings, device)
        self._targets = torch.from_numpy(task.targets).float().to(device)
        self._updates = 0
        self._moving, self._counters = _pairs(self.averaged, self._model)
        self.low_precision = reduced_precision(device, task.settings.precision)
        self._on_gpu = RecordedSteps(device) if device.type == "cuda" else None
        self._share: Share | None = None

    def share_steps(self, share: Share) -> None:
        """Learn from a part of each batch only, other processes from the rest of it."""
        self._share = share
        self._model = with_common_norms(self._model)
        if self._on_gpu is not None:
            self._on_gpu.forget()  # what travels between processes is not recorded

    def step(self, chosen: Places, rate: float, rng: torch.Generator) -> Step:
        """Learn from one batch; on a GPU it is not done yet when this returns.

        A loss that is no number spoils the weights: somebody has to look at it now and then.
        """
        if self._share is not None and self._share.leader is not None:
            self._share.leader.lead(chosen, rate, rng)
        features = self.task.features.batch(chosen, rng, self.device)
        places = sent(torch.from_numpy(np.asarray(chosen, np.int64)), self.device)
        targets = self._targets.index_select(0, places)
        for group in self._optimizer.param_groups:
            group["lr"] = group["lr"].fill_(rate) if isinstance(group["lr"], Tensor) else rate
        if self._on_gpu is None:
            step = self._learn(features, targets, rng, lambda: self._mixing_weight(rng))
        else:
            if self.parts > 1:
                self._on_gpu.forget()
            step = self._on_gpu.step(self._learn_on_gpu, features, targets, self._mixing_weight(rng))
        self._average()
        return step

    def _learn_on_gpu(self, features: Tensor, targets: Tensor, weight: Tensor) -> Step:
        """Nothing in here waits for the GPU; dropout draws from the same generator."""
        rng = torch.cuda.default_generators[torch.cuda.current_device()]
        return self._learn(features, targets, rng, lambda: weight)

    def _learn(
        self,
        features: Tensor,
        targets: Tensor,
        rng: torch.Generator,
        mixing_weight: Callable[[], float | Tensor],
    ) -> Step:
        """From features (batch, *shape) as they are stored and targets (batch, outputs)."""
        pictures, wanted = self._varied(features, targets, rng, mixing_weight)
        count = len(pictures)
        if self.task.noise is not None:
            pictures, wanted = self._with_noise(self.task.noise, pictures, wanted, rng)
        self._model.train()
        self._optimizer.zero_grad(set_to_none=True)
        loss, answers = self._with_gradients(pictures, wanted)
        self._optimizer.step()
        return Step(loss, answers[:count], wanted[:count])

    def _with_gradients(self, pictures: Tensor, wanted: Tensor) -> tuple[Tensor, Tensor]:
        """Mean loss of the batch and answers to it, its gradients left at the weights."""
        own = slice(None) if self._share is None else self._share.part(len(pictures))
        losses, answers = [], []
        parts = (torch.tensor_split(one[own], self.parts) for one in (pictures, wanted))  # as even as can be
        for part, wanted_of_part in zip(*parts, strict=True):
            with torch.autocast(self.device.type, torch.bfloat16, enabled=self.low_precision):
                logits = self._model(part)
            loss = self.task.objective.loss(logits.float(), wanted_of_part, self._settings)
            loss = loss * (len(part) / len(pictures))
            loss.backward()  # type: ignore[no-untyped-call]
            losses.append(loss.detach())
            answers.append(logits.detach().float())
        loss, answered = torch.stack(losses).sum(), torch.cat(answers)
        if self._share is None:
            return loss, answered
        return self._share.joined(self._model, loss, answered, len(pictures))

    def _with_noise(
        self, noise: Tensor, pictures: Tensor, wanted: Tensor, rng: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        """The batch, and after it noise that is none of the classes, altered and standardised as they are."""
        count = max(1, round(len(pictures) * self._settings.made_noise))
        places = torch.randint(len(noise), (count,), generator=rng, device=rng.device)
        heard = self.task.varied(noise.index_select(0, places.to(self.device)).float(), rng)
        return torch.cat([pictures, heard]), functional.pad(wanted, (0, 0, 0, count))

    def _varied(
        self,
        features: Tensor,
        targets: Tensor,
        rng: torch.Generator,
        mixing_weight: Callable[[], float | Tensor],
    ) -> tuple[Tensor, Tensor]:
        """Augmented, standardised features (batch, *shape) and targets (batch, outputs), or blends."""
        pictures = self.task.varied(features.float(), rng)
        if not self._mixes:
            return pictures, targets
        weight = mixing_weight()
        if not isinstance(weight, Tensor) and weight == 1.0:
            return pictures, targets
        return augmentation.mix(pictures, targets, weight, rng)

    def _mixing_weight(self, rng: torch.Generator) -> float:
        """What the pictures themselves weigh in a blend; 1, for none, on half of the steps."""
        if not self._mixes or float(torch.rand((), generator=rng)) >= 0.5:
            return 1.0
        return augmentation.mixing_weight(self._settings.mixup, rng)

    @torch.no_grad()
    def _average(self) -> None:
        """Move the running mean of the weights; a young mean follows quickly."""
        self._updates += 1
        keep = min(self._settings.ema, (1 + self._updates) / (10 + self._updates))
        torch._foreach_lerp_(*self._moving, 1.0 - keep)
        if self._counters[0]:
            torch._foreach_copy_(*self._counters)

    def snapshot(self) -> dict[str, object]:
        """Everything that going on from here needs, on the CPU."""
        moments: dict[int, dict[str, Tensor]] = self._optimizer.state_dict()["state"]
        copies = _on_cpu(
            {("model", name): value for name, value in self._model.state_dict().items()}
            | {("averaged", name): value for name, value in self.averaged.state_dict().items()}
            | {(place, name): value for place, state in moments.items() for name, value in state.items()}
        )
        return {
            "model": {name: copies["model", name] for name in self._model.state_dict()},
            "averaged": {name: copies["averaged", name] for name in self.averaged.state_dict()},
            "optimizer": {
                "state": {
                    place: {name: copies[place, name] for name in state} for place, state in moments.items()
                }
            },
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
    return _on_cpu(model.state_dict())


def _placed(network: nn.Module, device: torch.device) -> nn.Module:
    """The network on the device, its weights in the order in which convolutions are fastest."""
    placed = network.to(device)
    for weights in placed.parameters():
        if weights.ndim == 4:
            weights.data = weights.data.contiguous(memory_format=torch.channels_last)
    return placed


def _pairs(averaged: nn.Module, model: nn.Module) -> tuple[_Pairs, _Pairs]:
    """Weights and statistics of two equal networks, of which a mean can be taken, and whole numbers."""
    both = list(zip(averaged.state_dict().values(), model.state_dict().values(), strict=True))
    moving = [pair for pair in both if pair[0].is_floating_point()]
    counters = [pair for pair in both if not pair[0].is_floating_point()]
    return _unzipped(moving), _unzipped(counters)


def _unzipped(pairs: list[tuple[Tensor, Tensor]]) -> _Pairs:
    return [one for one, _ in pairs], [other for _, other in pairs]


def _optimizer(model: nn.Module, settings: TrainSettings, device: torch.device) -> torch.optim.Optimizer:
    """One that asks no GPU whether it is recording, as all of torch's do at each step where there is one.

    A GPU that has failed would answer with its failure, though the processor has long taken over.
    """
    if (compiler := "torch._dynamo") not in sys.modules:  # the first optimizer imports it: 100 000 objects
        with no_garbage_collection():
            importlib.import_module(compiler)
    optimizer = _asking_optimizer(model, settings, device)
    optimizer._accelerator_graph_capture_health_check = _nothing  # type: ignore[method-assign] # noqa: SLF001
    return optimizer


def _nothing() -> None:
    """Recordings are made by nobody else."""


def _asking_optimizer(
    model: nn.Module, settings: TrainSettings, device: torch.device
) -> torch.optim.Optimizer:
    """On a GPU everything that changes from step to step lies there, so that it can be recorded."""
    on_gpu = device.type == "cuda"
    rate: Any = torch.tensor(settings.learning_rate, device=device) if on_gpu else settings.learning_rate
    parameters = list(model.parameters())
    if settings.optimizer == "adadelta":
        return torch.optim.Adadelta(
            parameters, rate, _RHO, _ADADELTA_EPS, settings.weight_decay, capturable=on_gpu
        )
    if settings.optimizer == "adam":
        return torch.optim.Adam(
            parameters, lr=rate, weight_decay=settings.weight_decay, fused=True, capturable=on_gpu
        )
    matrices = [parameter for parameter in parameters if parameter.ndim > 1]
    vectors = [parameter for parameter in parameters if parameter.ndim <= 1]
    return torch.optim.AdamW(
        [
            {"params": matrices, "weight_decay": settings.weight_decay},
            {"params": vectors, "weight_decay": 0.0},
        ],
        lr=rate,
        fused=True,
        capturable=on_gpu,
    )


def _on_cpu(tensors: Mapping[_Key, Tensor]) -> dict[_Key, Tensor]:
    """Copies; a GPU's come in one piece for each type of number, since each piece takes as long as a step."""
    kinds = sorted({(value.device.type, str(value.dtype)) for value in tensors.values()})
    copies: dict[_Key, Tensor] = {}
    for device, kind in kinds:
        named = {
            key: value.detach()
            for key, value in tensors.items()
            if (value.device.type, str(value.dtype)) == (device, kind)
        }
        copies |= {key: value.clone() for key, value in named.items()} if device == "cpu" else _sent(named)
    return {key: copies[key] for key in tensors}


def _sent(tensors: Mapping[_Key, Tensor]) -> dict[_Key, Tensor]:
    """A GPU's tensors of one type, in one piece."""
    joined = torch.cat([_as_it_lies(value) for value in tensors.values()]).cpu()
    sizes = [value.numel() for value in tensors.values()]
    parts = zip(tensors.items(), torch.split(joined, sizes), strict=True)
    return {key: part.as_strided(value.shape, _strides(value)).clone() for (key, value), part in parts}


def _as_it_lies(value: Tensor) -> Tensor:
    """All its numbers in one row, in the order of the memory, so that nothing has to be moved."""
    return value.as_strided((value.numel(),), (1,)) if _is_dense(value) else value.reshape(-1)


def _strides(value: Tensor) -> tuple[int, ...]:
    return value.stride() if _is_dense(value) else value.contiguous().stride()


def _is_dense(value: Tensor) -> bool:
    return value.is_contiguous() or value.is_contiguous(memory_format=torch.channels_last)
