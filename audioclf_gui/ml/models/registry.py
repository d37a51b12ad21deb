"""Which models there are, and how a name and options become one of them."""

import difflib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.registry import PlugInKind, Registry
from audioclf_gui.core.text import Text, joined

_Network = TypeVar("_Network", bound=nn.Module)


@dataclass(frozen=True, slots=True)
class Architecture:
    """A kind of model: what it is made of, what it hears, and how it learns."""

    network: type[nn.Module]
    axes: int  # of what it hears: 2 for pictures (bands, columns), 1 for rows of numbers
    estimator: str  # the name of what fits it, see `pipeline.estimators`


@runtime_checkable
class StartsFromFile(Protocol):
    """A network some of whose weights were learnt elsewhere, and come in a file that the user brings."""

    @classmethod
    def options_from(cls, weights: Path) -> Mapping[str, object]:
        """The options of a network that can `start_from` this file; a UserError if none can."""

    def start_from(self, weights: Path) -> None:
        """Take the weights of a file; a UserError if they are not in it."""


def _fault(thing: object, _key: str) -> Text | None:
    """What is wrong with an architecture of a plug-in; whether it can learn is seen when it is to."""
    if not isinstance(thing, Architecture):
        return Text("it is no {wanted}", wanted="Architecture")
    network: object = thing.network
    if not (isinstance(network, type) and issubclass(network, nn.Module)):
        return Text("it is no {wanted}", wanted="torch.nn.Module")
    return None if thing.axes in (1, 2) else Text("it hears neither pictures nor rows of numbers")


ARCHITECTURES: Registry[Architecture] = Registry(PlugInKind.ARCHITECTURE, _fault)


def architecture(
    name: str, *, axes: int = 2, estimator: str = "gradient"
) -> Callable[[type[_Network]], type[_Network]]:
    """Make a model known under `name`; the class itself comes back unchanged.

    Its constructor takes the number of outputs and the shape of one window's features, then its options.
    """

    def register(cls: type[_Network]) -> type[_Network]:
        ARCHITECTURES.add(name, Architecture(cls, axes, estimator))
        return cls

    return register


def known_architecture(name: str) -> Architecture:
    """The architecture of this name; UserError when there is none."""
    if name not in ARCHITECTURES:
        near = difflib.get_close_matches(name, ARCHITECTURES, n=1)
        raise UserError(
            Text("there is no network called {name!r}", name=name),
            remedy=Text("Use {name!r}.", name=near[0])
            if near
            else Text("Use one of: {names}.", names=joined(sorted(ARCHITECTURES))),
        )
    return ARCHITECTURES[name]


def checked_architecture(name: str, shape: tuple[int, ...], options: Mapping[str, object]) -> Architecture:
    """The architecture of this name.

    Raises
    ------
    UserError
        If none has this name or these options, or this one does not hear features of such a shape.
    """
    found = known_architecture(name)
    if len(shape) != found.axes:
        raise UserError(
            Text("the network {name!r} does not hear what the front end makes", name=name),
            remedy=Text("Choose the front end log-mel.")
            if found.axes == 2
            else Text("Choose a front end that makes rows of numbers, such as mfcc-statistics."),
        )
    known = list(inspect.signature(found.network).parameters)[2:]
    unknown = sorted(set(options) - set(known))
    if unknown:
        raise UserError(
            Text("the network {name!r} has no option {option!r}", name=name, option=unknown[0]),
            remedy=Text(
                "It takes: {options}. Set {option} to none.", options=joined(known), option=unknown[0]
            ),
        )
    return found


def takes(name: str, option: str) -> bool:
    """Whether the architecture of this name, if there is one, has this option."""
    return name in ARCHITECTURES and option in inspect.signature(ARCHITECTURES[name].network).parameters


def options_from_file(name: str, weights: str) -> Mapping[str, object]:
    """The options that suit the weights an architecture is to start from; none for most, which need no file.

    Raises
    ------
    UserError
        If it needs a file and none is named or it cannot be used, or one is named that it cannot use.
    """
    starts = known_architecture(name).network
    if not issubclass(starts, StartsFromFile):
        if not weights:
            return {}
        raise UserError(
            Text("the network {name!r} does not start from a file of weights", name=name),
            remedy=Text("Leave weights empty."),
        )
    if not weights:
        raise UserError(
            Text(
                "the network {name!r} starts from weights that were learnt elsewhere, and none are given",
                name=name,
            ),
            remedy=Text("Set weights to their safetensors file: --set weights=vgg16.safetensors, for one."),
        )
    return starts.options_from(Path(weights))


def build(name: str, outputs: int, shape: tuple[int, ...], options: Mapping[str, object]) -> nn.Module:
    """A network with fresh weights, from torch's global generator; fails as `checked_architecture`.

    It maps standardised features (batch, *shape) to logits (batch, outputs). Of a picture (mels, columns) the
    number of columns is free.
    """
    return checked_architecture(name, shape, options).network(outputs, shape, **options)
