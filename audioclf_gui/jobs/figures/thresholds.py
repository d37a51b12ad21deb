"""From which score on a class is best answered: precision over recall, and recall over false answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.figures import svg
from audioclf_gui.jobs.figures.axes import Axes, unit_axes

if TYPE_CHECKING:  # ml comes with the model
    from audioclf_gui.ml.thresholds import AtThreshold, ClassScores

_SIDE = 128.0
_LEFT, _BETWEEN = 44.0, 52.0
_TOP, _BELOW = 24.0, 38.0
_TILE = _LEFT + 2 * _SIDE + _BETWEEN + 24.0
_TICKS = (0.0, 0.5, 1.0)
_ACROSS = 3  # classes beside each other
_MOST_POINTS = 200  # of a curve, which more would not make smoother


@dataclass(frozen=True, slots=True)
class AnsweredClass:
    """The scores of a class, what it is called, and the score from which it is answered."""

    name: str
    scores: "ClassScores"
    threshold: float


def threshold_curves(classes: Sequence[AnsweredClass], words: Words = str) -> svg.Drawing:
    """Two plots for each class; the dot is where it is answered from."""
    across = min(_ACROSS, len(classes))
    tall = _TOP + _SIDE + _BELOW
    parts = [
        part
        for place, one in enumerate(classes)
        for part in _tile(one, place % across * _TILE, place // across * tall, words)
    ]
    rows = -(-len(classes) // max(1, across))
    return svg.Drawing(max(1, across) * _TILE, rows * tall + 4.0, tuple(parts))


def _tile(one: AnsweredClass, left: float, top: float, words: Words) -> list[str]:
    curve, chosen = _thinned(one.scores.curve()), one.scores.at(one.threshold)
    first = unit_axes(left + _LEFT, top + _TOP, _SIDE)
    second = unit_axes(left + _LEFT + _SIDE + _BETWEEN, top + _TOP, _SIDE)
    precision, recall = words(Text("precision")), words(Text("recall"))
    return [
        svg.text(left + _LEFT, top + _TOP - 8.0, svg.shortened(one.name, 44), size=12.0),
        *_plot(
            first,
            ((at.recall, at.precision) for at in curve),
            (chosen.recall, chosen.precision),
            (recall, precision),
        ),
        *_plot(
            second,
            [(0.0, 0.0), *((at.false_rate, at.recall) for at in curve)],
            (chosen.false_rate, chosen.recall),
            (words(Text("false alarm rate")), recall),
        ),
    ]


def _plot(
    axes: Axes,
    points: Iterable[tuple[float, float]],
    chosen: tuple[float, float],
    titles: tuple[str, str],
) -> list[str]:
    return [
        *axes.frame(_TICKS, _TICKS),
        *axes.titles(*titles, room=28.0),
        *axes.line(points, svg.SERIES[0]),
        *svg.dots([axes.place(*chosen)], svg.SERIES[1], 4.0),
    ]


def _thinned(curve: "Sequence[AtThreshold]") -> "list[AtThreshold]":
    """Some of many points, the first and the last among them."""
    step = max(1, -(-len(curve) // _MOST_POINTS))
    return [*curve[:-1:step], *curve[-1:]]
