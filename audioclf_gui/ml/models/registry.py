"""Which networks there are, and how a name and options become one of them."""

import difflib
import inspect
from collections.abc import Callable, Mapping
from typing import TypeVar

from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

ARCHITECTURES: dict[str, type[nn.Module]] = {}

_Network = TypeVar("_Network", bound=nn.Module)


def architecture(name: str) -> Callable[[type[_Network]], type[_Network]]:
    """Make a network known under `name`; the class itself comes back unchanged."""

    def register(cls: type[_Network]) -> type[_Network]:
        if name in ARCHITECTURES:
            raise ValueError(f"two networks are called {name!r}")
        ARCHITECTURES[name] = cls
        return cls

    return register


def build(name: str, classes: int, mels: int, options: Mapping[str, object]) -> nn.Module:
    """A network with fresh weights, from torch's global generator.

    It maps normalised log-mel (batch, 1, mels, columns), of any number of columns, to logits
    (batch, classes). UserError when no network has this name or these options.
    """
    if name not in ARCHITECTURES:
        near = difflib.get_close_matches(name, ARCHITECTURES, n=1)
        raise UserError(
            Text("there is no network called {name!r}", name=name),
            remedy=Text("Use {name!r}.", name=near[0])
            if near
            else Text("Use one of: {names}.", names=", ".join(sorted(ARCHITECTURES))),
        )
    network = ARCHITECTURES[name]
    known = list(inspect.signature(network).parameters)[2:]
    unknown = sorted(set(options) - set(known))
    if unknown:
        raise UserError(
            Text("the network {name!r} has no option {option!r}", name=name, option=unknown[0]),
            remedy=Text(
                "It takes: {options}. Set {option} to none.", options=", ".join(known), option=unknown[0]
            ),
        )
    return network(classes, mels, **options)
