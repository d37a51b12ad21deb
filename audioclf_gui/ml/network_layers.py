"""What a network is made of: its layers in the order in which a sound goes through them, counted."""

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from audioclf_gui.ml.models import known_architecture
from audioclf_gui.ml.pipeline.plan import TrainingPlan, fresh_network

_OF_LAYERS = ("gradient", "ensemble")  # the estimators of models that are made of them
_SILENT = (nn.Dropout, nn.Identity)  # what changes nothing when the network answers


@dataclass(frozen=True, slots=True)
class NetworkLayer:
    """One layer of a network.

    Attributes
    ----------
    shape : tuple of int
        Of what it makes of one window.
    parameters : int
        That are learnt or frozen; running statistics are not counted.
    macs : int
        Multiplications with addition for one window; of convolutions and dense layers only.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    parameters: int
    macs: int


def layers_of(plan: TrainingPlan) -> tuple[NetworkLayer, ...]:
    """The layers of the network that a plan trains; none where it learns otherwise than by gradients."""
    if known_architecture(plan.settings.architecture).estimator not in _OF_LAYERS:
        return ()
    with torch.random.fork_rng(devices=[]):
        return network_layers(fresh_network(plan), plan.front_end.shape)


def network_layers(network: nn.Module, shape: tuple[int, ...]) -> tuple[NetworkLayer, ...]:
    """The layers that a window with features of this shape goes through; layers that do nothing are left out.

    A layer that is gone through twice is there twice, its parameters the first time only.
    """
    found: list[NetworkLayer] = []
    seen: set[nn.Module] = set()
    names = {module: name for name, module in network.named_modules()}

    def note(module: nn.Module, _inputs: Any, output: Tensor) -> None:
        of_one = tuple(output.shape[1:])
        counted = 0 if module in seen else sum(one.numel() for one in module.parameters())
        seen.add(module)
        found.append(
            NetworkLayer(names[module], type(module).__name__, of_one, counted, _macs(module, of_one))
        )

    leaves = [module for module in network.modules() if _is_leaf(module)]
    handles = [module.register_forward_hook(note) for module in leaves]
    network.eval()
    try:
        with torch.inference_mode():
            network(torch.zeros(1, *shape))
    finally:
        for handle in handles:
            handle.remove()
    return tuple(found)


def _is_leaf(module: nn.Module) -> bool:
    return not any(module.children()) and not isinstance(module, (*_SILENT, nn.Sequential))


def _macs(module: nn.Module, shape: tuple[int, ...]) -> int:
    match module:
        case nn.Conv1d() | nn.Conv2d() | nn.Conv3d():
            return math.prod(shape) * (module.in_channels // module.groups) * math.prod(module.kernel_size)
        case nn.Linear():
            return math.prod(shape) * module.in_features
    return 0
