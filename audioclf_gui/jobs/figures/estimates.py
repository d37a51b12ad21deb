"""Estimates of a number over the truth, and how far off they are."""

from collections.abc import Sequence

from audioclf_gui.core.figures import RegressionFigures
from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.figures import svg
from audioclf_gui.jobs.figures.axes import Axes, range_of, ticks

_WIDTH, _HEIGHT = 380.0, 300.0
_LEFT, _TOP, _BETWEEN = 72.0, 12.0, 92.0
_BELOW = 40.0


def estimates(figures: RegressionFigures, words: Words = str) -> svg.Drawing:
    """Two plots: the estimate of each sound over its true number, and the error."""
    true = [one for one, _estimate in figures.estimates]
    estimated = [one for _true, one in figures.estimates]
    errors = [one - known for known, one in figures.estimates]
    both = range_of([*true, *estimated])
    first = Axes(_LEFT, _TOP, _WIDTH, _HEIGHT, range_of(true), both)
    second = Axes(_LEFT + _WIDTH + _BETWEEN, _TOP, _WIDTH, _HEIGHT, first.across, range_of([*errors, 0.0]))
    low, high = first.across
    quantity, unit = figures.quantity, figures.unit
    across = _titled(Text("true {quantity}", quantity=quantity), unit)
    parts = [
        *_plot(
            first,
            list(zip(true, estimated, strict=True)),
            [(low, low), (high, high)],
            (words(across), words(_titled(Text("estimated {quantity}", quantity=quantity), unit))),
        ),
        *_plot(
            second,
            list(zip(true, errors, strict=True)),
            [(low, 0.0), (high, 0.0)],
            (words(across), words(_titled(Text("error"), unit))),
        ),
    ]
    return svg.Drawing(_LEFT + 2 * _WIDTH + _BETWEEN + 16.0, _TOP + _HEIGHT + _BELOW, tuple(parts))


def _plot(
    axes: Axes,
    points: Sequence[tuple[float, float]],
    ideal: Sequence[tuple[float, float]],
    titles: tuple[str, str],
) -> list[str]:
    return [
        *axes.frame(ticks(axes.across), ticks(axes.up)),
        *axes.titles(*titles, room=50.0),
        *axes.line(ideal, svg.IDEAL, 1.2, dashes="5 4"),
        *svg.dots((axes.place(*point) for point in points), svg.FILLED, 3.0, opacity=0.6),
    ]


def _titled(name: Text, unit: str) -> Text:
    return Text("{name} [{unit}]", name=name, unit=unit) if unit else name
