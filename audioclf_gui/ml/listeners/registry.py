"""Which listeners the program knows by name, and what has to be told of each before it is used."""

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.listeners.listener import PretrainedListener
from audioclf_gui.ml.listeners.place import note_place
from audioclf_gui.ml.listeners.signature import NOTHING_SAID, Answers


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


FILE_ENDINGS = (".onnx", ".tflite")

LISTENERS: dict[str, KnownListener] = {}


def known(listener: KnownListener) -> KnownListener:
    """Make a listener known under its key; the value itself comes back."""
    if listener.key in LISTENERS:
        raise ValueError(f"two listeners are called {listener.key!r}")
    LISTENERS[listener.key] = listener
    return listener


def load(name: str, answers: Answers = NOTHING_SAID) -> PretrainedListener:
    """The listener of that key, or in that file or folder; `answers` say what a file leaves open.

    Raises
    ------
    UserError
        If there is none, its package is missing, or the file is no network that can listen.
    """
    if name in LISTENERS:
        return LISTENERS[name].open()
    if is_file_name(name):
        from audioclf_gui.ml.listeners.brought import open_path

        listener = open_path(Path(name).expanduser(), answers)
        note_place(listener.content, Path(name).expanduser())
        return listener
    near = difflib.get_close_matches(name, LISTENERS, n=1)
    raise UserError(
        Text("there is no listener called {name!r}", name=name),
        remedy=Text("Use {name!r}.", name=near[0])
        if near
        else Text(
            "Use one of: {names}, or an ONNX or TensorFlow Lite file.", names=", ".join(sorted(LISTENERS))
        ),
    )


def is_file_name(name: str) -> bool:
    """Whether a setting names a file and no listener that is known."""
    return Path(name).suffix.casefold() in FILE_ENDINGS or len(Path(name).parts) > 1
