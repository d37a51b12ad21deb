"""Options of commands that decide what is an event."""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

DECISION_OPTIONS = (
    ("threshold", "P", "score from which a class counts, 0 to 1; default: each class's own, from the model"),
    ("release", "P", "part of its threshold down to which the score of a class may fall in an event"),
    ("smoothing", "W", "weight of the past in each window's scores, 0 to below 1"),
    ("min_event_s", "S", "how long a class must stay above its threshold before it counts"),
    ("join_s", "S", "two events of a class with less between them are one"),
    ("cool_down_s", "S", "silence about a class after an event of it has ended"),
    ("silence_db", "DB", "windows below this level, in dBFS, have no class; default: the model's own"),
)
"""Each setting with its unit and what it means."""


def add_options(parser: argparse.ArgumentParser, named: Iterable[tuple[str, str, str]]) -> None:
    """Add an option for each of the settings."""
    for name, unit, what in named:
        option = "--" + name.replace("_", "-")
        parser.add_argument(option, dest=name, metavar=unit, type=float, help=what)


def given(options: argparse.Namespace, named: Iterable[tuple[str, str, str]]) -> dict[str, float]:
    """Those of the options that were given."""
    values = {name: getattr(options, name) for name, _unit, _what in named}
    return {name: value for name, value in values.items() if value is not None}


@contextmanager
def settings_checked(command: str) -> Iterator[None]:
    """Settings without sense are an error of whoever gave them."""
    try:
        yield
    except ValueError as error:
        raise UserError(
            Text("nothing can be decided like this: {reason}", reason=str(error)),
            remedy=Text("`audioclf {command} --help` tells the range of each option.", command=command),
        ) from error
