"""Loss, what is measured and learning rate over the epochs of a run, of its folds, or of several runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from audioclf_gui.core.run import Epoch
from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.figures import svg
from audioclf_gui.jobs.figures.axes import Axes, range_of, ticks

_WIDTH, _HEIGHT, _GAP = 290.0, 200.0, 56.0  # of a panel, and between two
_TOP, _BELOW = 18.0, 26.0
_LEGEND_STEP, _LEGEND_GAP = 16.0, 34.0
_DASHES = "4 3"


@dataclass(frozen=True, slots=True)
class Fit:
    """One training from its first epoch to its last, and what it is called beside others."""

    name: Text
    epochs: tuple[Epoch, ...]


@dataclass(frozen=True, slots=True)
class _Curve:
    colour: svg.Colour
    dashes: str
    points: tuple[tuple[float, float], ...]


def curves_svg(epochs: Sequence[Epoch], title: str, figure: str) -> str:
    """A file of `curves` of one training.

    Parameters
    ----------
    figure : str
        What is measured after each epoch: accuracy, average precision or R².
    """
    return svg.document(curves([Fit(Text.plain(""), tuple(epochs))], Text.plain(figure)), title)


def curves(fits: Sequence[Fit], figure: Text, words: Words = str) -> svg.Drawing:
    """Three panels, side by side: loss, what is measured, and learning rate.

    Of one training the panels show training and validation apart; of several each has its colour, and what is
    dashed is on the sounds that it learnt from.
    """
    panels = (
        (Text("loss"), _both(fits, "train_loss", "valid_loss")),
        (figure, _both(fits, "train_figure", "valid_figure")),
        (Text("learning rate"), _rates(fits)),
    )
    width = 3 * (_WIDTH + _GAP) + 4.0
    parts = [
        part
        for place, (name, lines) in enumerate(panels)
        for part in _panel(_GAP + place * (_WIDTH + _GAP) - 10.0, words(name), lines)
    ]
    legend = list(_legend(fits, words, _GAP - 10.0, _TOP + _HEIGHT + _BELOW + _LEGEND_STEP, width))
    rows = max(row for row, _parts in legend) + 1
    parts += [part for _row, drawn in legend for part in drawn]
    return svg.Drawing(width, _TOP + _HEIGHT + _BELOW + (rows + 0.6) * _LEGEND_STEP, tuple(parts))


def _both(fits: Sequence[Fit], train: str, valid: str) -> list[_Curve]:
    """Of one training two colours; of several one each, and dashes."""
    colours = cycle(svg.SERIES)
    found = []
    for fit in fits:
        colour = next(colours)
        other = next(colours) if len(fits) == 1 else colour
        dashes = "" if len(fits) == 1 else _DASHES
        found.append(_Curve(colour, dashes, _points(fit, train)))
        found.append(_Curve(other, "", _points(fit, valid)))
    return found


def _rates(fits: Sequence[Fit]) -> list[_Curve]:
    if len(fits) == 1:
        return [_Curve(svg.INK, "", _points(fits[0], "learning_rate"))]
    return [
        _Curve(colour, "", _points(fit, "learning_rate"))
        for fit, colour in zip(fits, cycle(svg.SERIES), strict=False)
    ]


def _points(fit: Fit, name: str) -> tuple[tuple[float, float], ...]:
    return tuple((float(epoch.number), float(getattr(epoch, name))) for epoch in fit.epochs)


def _panel(left: float, name: str, lines: Sequence[_Curve]) -> list[str]:
    points = [point for one in lines for point in one.points]
    last = max((x for x, _y in points), default=1.0)
    across = (1.0, last) if last > 1.0 else (0.5, 1.5)
    axes = Axes(left, _TOP, _WIDTH, _HEIGHT, across, range_of(y for _x, y in points))
    whole = [tick for tick in ticks(across) if tick == round(tick)]
    parts = [*axes.frame(whole, ticks(axes.up)), svg.text(left, _TOP - 6.0, name, size=12.0)]
    for one in lines:
        parts += axes.line(one.points, one.colour, dashes=one.dashes)
    return parts


def _legend(
    fits: Sequence[Fit], words: Words, left: float, top: float, width: float
) -> Iterator[tuple[int, list[str]]]:
    """What the colours mean, with the row that each stands in."""
    if len(fits) == 1:
        named = [(words(Text("training")), svg.SERIES[0], ""), (words(Text("validation")), svg.SERIES[1], "")]
    else:
        named = [(words(fit.name), colour, "") for fit, colour in zip(fits, cycle(svg.SERIES), strict=False)]
        named.append((words(Text("dashed: on the sounds learnt from")), svg.GREY, _DASHES))
    row, x = 0, left
    for whole, colour, dashes in named:
        name = svg.shortened(whole, 60)
        if x > left and x + _LEGEND_GAP + svg.width_of(name) > width:
            row, x = row + 1, left
        y = top + row * _LEGEND_STEP
        yield (
            row,
            [
                svg.rule((x, y - 4.0), (x + 20.0, y - 4.0), colour, 2.0, dashes),
                svg.text(x + 26.0, y, name, colour=svg.GREY),
            ],
        )
        x += _LEGEND_GAP + svg.width_of(name) + 12.0
