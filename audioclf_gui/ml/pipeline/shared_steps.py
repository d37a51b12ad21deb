"""Steps that several processes share: each learns from its part of a batch, and all take the same step.

Data parallelism: Li et al., PyTorch Distributed, Proceedings of the VLDB Endowment 13 (2020). Batches are
drawn and altered by every process in the same way, so that only gradients travel. Batch normalisation takes
the mean and the variance of the whole batch, as one process would.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import torch
from torch import Tensor, distributed, nn
from torch.distributed.nn.functional import all_reduce
from typing_extensions import override

from audioclf_gui.ml.feature_cache import Places

_LONGEST_WAIT = timedelta(minutes=5)  # of one process for another one
_BATCH_NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d)


class Leader(Protocol):
    """Tells the other processes what the next step is."""

    def lead(self, chosen: Places, rate: float, rng: torch.Generator, /) -> None:
        """The same examples, learning rate and random numbers for all."""


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """What one of several processes does of each step."""

    number: int  # from 0
    processes: int
    leader: Leader | None = None  # of the process that leads, and of no other

    def part(self, count: int) -> slice:
        """Its part of so many examples; parts are as even as can be."""
        return slice(self.number * count // self.processes, (self.number + 1) * count // self.processes)

    def joined(self, model: nn.Module, loss: Tensor, answers: Tensor, count: int) -> tuple[Tensor, Tensor]:
        """Sum the gradients of all processes, and their losses; the answers to the whole batch.

        Parameters
        ----------
        loss : shape ()
            What its part adds to the mean over the batch.
        answers : shape (part, outputs)
        count : int
            Examples in the batch.

        Returns
        -------
        shapes () and (count, outputs)
        """
        whole = answers.new_zeros((count, answers.shape[1]))
        whole[self.part(count)] = answers
        gradients = [_gradient(one) for one in model.parameters() if one.requires_grad]
        flat = torch.cat([loss.reshape(1), whole.reshape(-1), *(one.reshape(-1) for one in gradients)])
        distributed.all_reduce(flat)
        sizes = [1, whole.numel(), *(one.numel() for one in gradients)]
        loss, answers, *summed = torch.split(flat, sizes)
        for gradient, one in zip(gradients, summed, strict=True):
            gradient.copy_(one.view_as(gradient))
        return loss[0], answers.view_as(whole)


def _gradient(weights: nn.Parameter) -> Tensor:
    if weights.grad is None:  # its part of the batch is empty
        weights.grad = torch.zeros_like(weights)
    return weights.grad


def _summed(values: Tensor) -> Tensor:
    """Over all processes; gradients go back to all of them."""
    found: Tensor = all_reduce(values)  # type: ignore[no-untyped-call]
    return found


def join_group(share: Share, meeting: str, device: torch.device) -> None:
    """Meet the other processes; RuntimeError if one does not come.

    Parameters
    ----------
    meeting : str
        An address that all can see: ``file://…``, or ``tcp://HOST:PORT`` where the first of them is.
    """
    distributed.init_process_group(
        "nccl" if device.type == "cuda" else "gloo",
        init_method=meeting,
        rank=share.number,
        world_size=share.processes,
        timeout=_LONGEST_WAIT,
    )


def leave_group() -> None:
    """Part from them."""
    if distributed.is_initialized():
        distributed.destroy_process_group()


def with_common_norms(model: nn.Module) -> nn.Module:
    """The same model, whose batch normalisation is that of all processes together; its weights stay."""
    for module in list(model.modules()):
        for name, child in module.named_children():
            if isinstance(child, _BATCH_NORMS):
                setattr(module, name, _CommonBatchNorm.of(child))
    return model


class _CommonBatchNorm(nn.modules.batchnorm._BatchNorm):  # noqa: SLF001 - the base of all three
    """Batch normalisation by the statistics of the parts of all processes."""

    @classmethod
    def of(cls, norm: nn.modules.batchnorm._BatchNorm) -> "_CommonBatchNorm":
        """One with the very weights and running statistics of another."""
        made = cls(norm.num_features, norm.eps, norm.momentum, norm.affine, norm.track_running_stats)
        made.weight, made.bias = norm.weight, norm.bias
        for name, value in norm.named_buffers(recurse=False):
            setattr(made, name, value)
        return made.train(norm.training)

    @override
    def _check_input_dim(self, input: Tensor) -> None:
        """What fits the model fits here."""

    @override
    def forward(self, input: Tensor) -> Tensor:
        if not self.training:
            return super().forward(input)
        values = input.float()
        dims = [0, *range(2, values.ndim)]
        shape = (1, -1, *(1 for _ in dims[1:]))
        count = values.new_tensor([values.numel() / values.shape[1]])
        distributed.all_reduce(count)
        mean = _summed(values.sum(dims)) / count
        moved = values - mean.view(shape)
        variance = _summed(moved.square().sum(dims)) / count
        self._follow(mean.detach(), variance.detach(), float(count))
        normal: Tensor = moved * torch.rsqrt(variance + self.eps).view(shape)
        if self.affine:
            normal = normal * self.weight.view(shape) + self.bias.view(shape)
        return normal.to(input.dtype)

    @torch.no_grad()
    def _follow(self, mean: Tensor, variance: Tensor, count: float) -> None:
        """Move the running statistics, the variance without bias as elsewhere."""
        if self.running_mean is None or self.running_var is None or self.num_batches_tracked is None:
            return
        self.num_batches_tracked.add_(1)
        weight = 1.0 / float(self.num_batches_tracked) if self.momentum is None else self.momentum
        self.running_mean.lerp_(mean, weight)
        self.running_var.lerp_(variance * (count / max(1.0, count - 1.0)), weight)
