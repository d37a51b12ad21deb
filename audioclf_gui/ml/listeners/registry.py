"""Which listeners the program knows by name, and what has to be told of each before it is used."""

import difflib
from collections.abc import Callable
from dataclasses import dataclass

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.listeners.listener import PretrainedListener


@dataclass(frozen=True, slots=True)
class KnownListener:
    """A listener that is in an optional package.

    Attributes
    ----------
    needs
        The packages that it is in, and those that run it.
    open : callable
        Opens it; UserError with the command to install it where its package is missing.
    """

    key: str
    name: Text
    about: Text
    licence: Text
    source: Text
    needs: tuple[str, ...]
    open: Callable[[], PretrainedListener]


LISTENERS: dict[str, KnownListener] = {}


def known(listener: KnownListener) -> KnownListener:
    """Make a listener known under its key; the value itself comes back."""
    if listener.key in LISTENERS:
        raise ValueError(f"two listeners are called {listener.key!r}")
    LISTENERS[listener.key] = listener
    return listener


def load(key: str) -> PretrainedListener:
    """The listener of that key; UserError when there is none, or when its package is missing."""
    if key not in LISTENERS:
        near = difflib.get_close_matches(key, LISTENERS, n=1)
        raise UserError(
            Text("there is no listener called {name!r}", name=key),
            remedy=Text("Use {name!r}.", name=near[0])
            if near
            else Text("Use one of: {names}.", names=", ".join(sorted(LISTENERS))),
        )
    return LISTENERS[key].open()
