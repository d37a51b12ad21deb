"""Loss, what is measured and learning rate over the epochs of a run."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from audioclf_gui.core.run import Epoch
from audioclf_gui.jobs.figures import svg

_WIDTH, _HEIGHT, _GAP = 300.0, 200.0, 60.0  # of a panel, and between two
_TOP = 50.0
_TRAIN, _VALID = "#1f77b4", "#d62728"


@dataclass(frozen=True, slots=True)
class Curve:
    """One value for each epoch."""

    name: str
    colour: str
    values: tuple[float, ...]


def curves_svg(epochs: Sequence[Epoch], title: str, figure: str) -> str:
    """Three panels, side by side: loss, what is measured, and learning rate.

    Parameters
    ----------
    figure : str
        What is measured after each epoch: accuracy, average precision or R².
    """
    numbers = [epoch.number for epoch in epochs]
    panels = (
        ("loss", _pair([epoch.train_loss for epoch in epochs], [epoch.valid_loss for epoch in epochs])),
        (
            figure,
            _pair([epoch.train_figure for epoch in epochs], [epoch.valid_figure for epoch in epochs]),
        ),
        ("learning rate", (Curve("", svg.INK, tuple(epoch.learning_rate for epoch in epochs)),)),
    )
    parts = [
        part
        for place, (name, curves) in enumerate(panels)
        for part in _panel(_GAP + place * (_WIDTH + _GAP), name, numbers, curves)
    ]
    return svg.document(3 * (_WIDTH + _GAP) + 20.0, _TOP + _HEIGHT + 50.0, title, parts)


def _pair(train: Sequence[float], valid: Sequence[float]) -> tuple[Curve, ...]:
    return Curve("training", _TRAIN, tuple(train)), Curve("validation", _VALID, tuple(valid))


def _panel(left: float, name: str, numbers: Sequence[int], curves: Sequence[Curve]) -> list[str]:
    finite = [value for curve in curves for value in curve.values if math.isfinite(value)]
    low, high = (min(finite), max(finite)) if finite else (0.0, 1.0)
    if high - low < 1e-12:
        low, high = low - 0.5, high + 0.5
    first, last = (numbers[0], numbers[-1]) if numbers else (0, 1)

    def place(number: int, value: float) -> tuple[float, float]:
        along = (number - first) / max(1, last - first)
        return left + along * _WIDTH, _TOP + _HEIGHT * (1.0 - (value - low) / (high - low))

    parts = [
        svg.rect(left, _TOP, _WIDTH, _HEIGHT, "none", svg.LIGHT),
        svg.text(left, _TOP - 8.0, name, size=12.0),
        svg.text(left - 4.0, _TOP + 8.0, f"{high:.3g}", anchor="end", colour=svg.GREY),
        svg.text(left - 4.0, _TOP + _HEIGHT, f"{low:.3g}", anchor="end", colour=svg.GREY),
        svg.text(left, _TOP + _HEIGHT + 16.0, f"epoch {first}", colour=svg.GREY),
        svg.text(left + _WIDTH, _TOP + _HEIGHT + 16.0, str(last), anchor="end", colour=svg.GREY),
    ]
    for number, curve in enumerate(curves):
        pairs = [pair for pair in zip(numbers, curve.values, strict=True) if math.isfinite(pair[1])]
        if pairs:
            parts.append(svg.line([place(*pair) for pair in pairs], curve.colour))
        if curve.name:
            x = left + _WIDTH - 4.0 - 70.0 * number
            parts.append(svg.text(x, _TOP - 8.0, curve.name, colour=curve.colour, anchor="end"))
    return parts
