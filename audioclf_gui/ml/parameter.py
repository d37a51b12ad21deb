"""One parameter of training: what it may be, and what is said of a value that it may not."""

import math
from dataclasses import dataclass

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined

_SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """What the window's advanced panel and `--set` need to know about one field of TrainSettings."""

    name: str
    kind: type  # str, int, float or bool
    optional: bool  # None is allowed and means: chosen from the data
    default: Value
    unit: Text | None  # None: a bare number
    minimum: float | None
    maximum: float | None
    choices: tuple[str, ...]  # the only texts allowed; empty: any
    reason: Text


def checked(parameter: Parameter, value: object) -> Value:
    """The value as the parameter holds it; a UserError if it is of the wrong kind or out of bounds."""
    if parameter.optional and (value is None or (isinstance(value, str) and value in {"", "auto", "none"})):
        return None
    if parameter.kind is str:
        return _checked_text(parameter, value)
    if parameter.kind is bool:
        return _checked_switch(parameter, value)
    found = number(value, parameter.kind)
    low, high = parameter.minimum, parameter.maximum
    if found is None or (low is not None and found < low) or (high is not None and found > high):
        raise _unusable(parameter, value, _bounds(parameter))
    return found


def _unusable(parameter: Parameter, value: object, remedy: Text) -> UserError:
    return UserError(
        Text("{name} = {value} cannot be used", name=parameter.name, value=repr(value)), remedy=remedy
    )


def _bounds(parameter: Parameter) -> Text:
    low, high, unit = parameter.minimum or 0.0, parameter.maximum or 0.0, parameter.unit
    if parameter.kind is int:
        first, last = int(low), int(high)
        if unit is None:
            return Text("Give a whole number from {low:d} to {high:d}.", low=first, high=last)
        return Text("Give a whole number from {low:d} to {high:d} {unit}.", low=first, high=last, unit=unit)
    if unit is None:
        return Text("Give a number from {low:g} to {high:g}.", low=low, high=high)
    return Text("Give a number from {low:g} to {high:g} {unit}.", low=low, high=high, unit=unit)


def _checked_switch(parameter: Parameter, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value.casefold() not in _SWITCHES:
        raise _unusable(parameter, value, Text("Give true or false."))
    return _SWITCHES[value.casefold()]


def _checked_text(parameter: Parameter, value: object) -> str:
    if isinstance(value, str) and (not parameter.choices or value in parameter.choices):
        return value
    if not parameter.choices:
        raise _unusable(parameter, value, Text("Give a text."))
    allowed = joined(choice or "(empty)" for choice in parameter.choices)
    raise _unusable(parameter, value, Text("Use one of: {choices}.", choices=allowed))


def number(value: object, kind: type) -> int | float | None:
    """A finite number of this kind, int or float, also from a text; None if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    if not math.isfinite(found) or (kind is int and found != int(found)):
        return None
    return int(found) if kind is int else found
