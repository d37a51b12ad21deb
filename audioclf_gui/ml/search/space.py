"""Which settings a search may try, read from `NAME=LOW..HIGH` and `NAME=A,B,C` or by a space's name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.parameter import Parameter, Value, checked
from audioclf_gui.ml.settings import TrainSettings, describe

_LOG_FROM = 20.0  # a range whose ends are so many times apart is searched by its logarithm

_NOT_SEARCHED = {"preset", "objective", "seed", "device", "threads", "validate", "test", "refit", "as_given"}
"""What decides where and on what is measured, not how well something is learnt."""

TITLES: Mapping[str, Text] = {
    "trees": Text("Of trees"),
    "network": Text("Of networks"),
    "r3": Text("As R3 searched"),
    "r3-wide": Text("As R3 searched, wider"),
}
"""What the named spaces are called."""

SPACES: Mapping[str, tuple[str, ...]] = {
    "trees": ("max_depth=4,8,16,none", "min_split=2..16", "min_leaf=1..8", "balance=0..1"),
    "network": (
        "learning_rate=0.0005..0.02",
        "weight_decay=0.001..0.1",
        "label_smoothing=0..0.2",
        "dropout=0..0.5",
        "mixup=0..0.5",
        "gain_db=0..12",
    ),
    "r3": ("max_depth=2,4,6,8", "min_split=2,4,6,8"),
    "r3-wide": ("max_depth=2,4,6,8,none", "min_split=2,4,6,8", "trees=100,300", "min_leaf=1,2"),
}


@dataclass(frozen=True, slots=True)
class Range:
    """All numbers from `low` to `high`, both among them."""

    name: str
    low: float
    high: float
    whole: bool = False
    log: bool = False

    @property
    def points(self) -> tuple[Value, ...]:
        """The values that stand for it in a grid: four, or fewer whole ones."""
        if self.log:
            ratio = self.high / self.low
            found = [self.low * ratio ** (step / 3) for step in range(4)]
        else:
            found = [self.low + (self.high - self.low) * step / 3 for step in range(4)]
        found[-1] = self.high  # not a rounding error beyond it
        return tuple(dict.fromkeys(round(one) if self.whole else one for one in found))

    @property
    def words(self) -> str:
        """As it is written."""
        return f"{self.name}={self.low:g}..{self.high:g}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values."""

    name: str
    points: tuple[Value, ...]

    @property
    def words(self) -> str:
        """As it is written."""
        return f"{self.name}={','.join('none' if one is None else str(one) for one in self.points)}"


Dimension = Range | Choice


def usual_space(settings: TrainSettings) -> tuple[Dimension, ...]:
    """What is worth a search with these settings: sizes of trees, or how a network learns."""
    names = SPACES["trees" if settings.architecture == "forest" else "network"]
    return space_of([one for one in names if settings.dropout is not None or not one.startswith("dropout")])


def space_of(wanted: Sequence[str]) -> tuple[Dimension, ...]:
    """The dimensions that texts describe, each a dimension or the name of a space; later ones win.

    Raises
    ------
    UserError
        If there is no such parameter, or it cannot have such a value.
    """
    found: dict[str, Dimension] = {}
    for text in wanted:
        for one in SPACES.get(text, (text,)):
            dimension = _dimension(one)
            found[dimension.name] = dimension
    return tuple(found.values())


def _dimension(text: str) -> Dimension:
    name, equals, values = (part.strip() for part in text.partition("="))
    parameter = {one.name: one for one in describe()}.get(name)
    if parameter is None or not equals or name in _NOT_SEARCHED:
        raise UserError(
            Text("there is no search over {text!r}", text=text),
            remedy=Text(
                "Write NAME=LOW..HIGH or NAME=A,B,C with the name of a training parameter,"
                " learning_rate=0.001..0.01 for one, or one of: {spaces}.",
                spaces=joined(SPACES),
            ),
        )
    low, dots, high = values.partition("..")
    if dots:
        return _range(parameter, low, high)
    points = tuple(dict.fromkeys(checked(parameter, one.strip()) for one in values.split(",")))
    return Choice(name, points)


def _range(parameter: Parameter, low: str, high: str) -> Range:
    ends = [checked(parameter, one.strip()) for one in (low, high)]
    if parameter.kind not in {int, float} or None in ends:
        raise UserError(
            Text("{name} has no range from {low} to {high}", name=parameter.name, low=low, high=high),
            remedy=Text("List its values: {name}=A,B,C.", name=parameter.name),
        )
    first, last = (float(str(one)) for one in ends)
    if first >= last:
        raise UserError(
            Text("{name} has no range from {low} to {high}", name=parameter.name, low=low, high=high),
            remedy=Text("Write the smaller number first."),
        )
    log = first > 0.0 and last / first >= _LOG_FROM
    return Range(parameter.name, first, last, parameter.kind is int, log)
