"""A picture of a network: its layers from top to bottom, with shapes, parameters and work."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from audioclf_gui.jobs.figures import svg

if TYPE_CHECKING:
    from audioclf_gui.ml.network_layers import NetworkLayer

_WIDTH, _HEIGHT, _STEP = 560.0, 24.0, 34.0
_LEFT, _TOP = 20.0, 10.0
_COLOURS = {
    "Conv": svg.Colour("", "#cfe2f3"),
    "Linear": svg.Colour("", "#d9ead3"),
    "BatchNorm": svg.Colour("", "#f4f4f4"),
    "Pool": svg.Colour("", "#fce5cd"),
}


def network_text(layers: Sequence["NetworkLayer"], title: str, shape: Sequence[int]) -> str:
    """A line for each layer and the sums, as columns of plain text."""
    head = ("layer", "kind", "output", "parameters", "multiply-adds")
    rows = [
        head,
        ("", "input", _shape(shape), "", ""),
        *(
            (layer.name, layer.kind, _shape(layer.shape), _count(layer.parameters), _count(layer.macs))
            for layer in layers
        ),
        ("sum", "", "", _count(_parameters(layers)), _count(_macs(layers))),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if column < 3 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join((title, "", *lines)) + "\n"


def network_svg(layers: Sequence["NetworkLayer"], title: str, shape: Sequence[int]) -> str:
    """A box for each layer, in the order in which a window goes through them."""
    parts = _box(0, f"input {_shape(shape)}", "", svg.PAPER)
    for number, layer in enumerate(layers, start=1):
        colour = next((one for kind, one in _COLOURS.items() if kind in layer.kind), svg.PAPER)
        costs = f"{_count(layer.parameters)} parameters" if layer.parameters else ""
        costs += f", {_count(layer.macs)} multiply-adds" if layer.macs else ""
        x, y = _LEFT + 0.5 * _WIDTH, _TOP + number * _STEP
        parts.append(svg.line([(x, y - _STEP + _HEIGHT), (x, y)], svg.GREY, 1.0))
        parts += _box(number, f"{layer.kind}  {_shape(layer.shape)}", costs, colour)
    bottom = _TOP + (len(layers) + 1) * _STEP
    sums = f"{_count(_parameters(layers))} parameters, {_count(_macs(layers))} multiply-adds for one window"
    parts.append(svg.text(_LEFT, bottom + 12.0, sums))
    return svg.document(svg.Drawing(_WIDTH + 2 * _LEFT, bottom + 30.0, tuple(parts)), title)


def _box(number: int, words: str, costs: str, colour: svg.Colour) -> list[str]:
    y = _TOP + number * _STEP
    parts = [svg.rect(_LEFT, y, _WIDTH, _HEIGHT, colour, svg.GREY), svg.text(_LEFT + 8.0, y + 16.0, words)]
    if costs:
        parts.append(svg.text(_LEFT + _WIDTH - 8.0, y + 16.0, costs, anchor="end", colour=svg.GREY))
    return parts


def _shape(shape: Sequence[int]) -> str:
    return " × ".join(map(str, shape))


def _count(value: int) -> str:
    return f"{value:,}".replace(",", " ")


def _parameters(layers: Sequence["NetworkLayer"]) -> int:
    return sum(layer.parameters for layer in layers)


def _macs(layers: Sequence["NetworkLayer"]) -> int:
    return sum(layer.macs for layer in layers)
