"""What a model came to class by class: a table of figures, and the confusion matrix as a picture."""

from collections.abc import Mapping, Sequence
from typing import Any

from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.figures import svg

_CELL, _SMALLEST_CELL = 34.0, 15.0
_USUAL = 11.0  # size of letters
_FEW = 20  # classes, up to which cells are as large as numbers want them
_MOST_LETTERS = 28  # of a name
_PER_CLASS = ("precision", "recall", "f1", "support", "average_precision", "threshold")


def report_text(figures: Mapping[str, Any], title: str) -> str:
    """Every single figure in a line, then a line for each class; as columns of plain text."""
    singles = [
        (name, value) for name, value in figures.items() if isinstance(value, int | float | str) and name
    ]
    lines = [title, "", *(f"{name:24} {_number(value)}" for name, value in singles)]
    rows = figures.get("per_class")
    if isinstance(rows, list) and rows:
        width = max(len("class"), *(len(str(row["class"])) for row in rows))
        keys = [key for key in _PER_CLASS if key in rows[0]]
        lines += ["", f"{'class':{width}}" + "".join(f"{key:>{_width(key)}}" for key in keys)]
        lines += [
            f"{row['class']!s:{width}}" + "".join(f"{_number(row[key]):>{_width(key)}}" for key in keys)
            for row in rows
        ]
    return "\n".join(lines) + "\n"


def confusion_svg(matrix: Sequence[Sequence[int]], classes: Sequence[str], title: str) -> str:
    """A file of `confusion_drawing`."""
    return svg.document(confusion_drawing(matrix, classes), title)


def confusion_drawing(
    matrix: Sequence[Sequence[int]], classes: Sequence[str], words: Words = str, *, in_shares: bool = False
) -> svg.Drawing:
    """Rows are true classes, columns answers; the darker a cell, the larger its share of the row.

    Parameters
    ----------
    in_shares
        Whether the numbers are shares of the row in percent, else they are counts. Where they would be too
        small to be read, there are none of cells that are empty.
    """
    names = [svg.shortened(name, _MOST_LETTERS) for name in classes]
    cell, size = _sizes(len(classes))
    scale = size / _USUAL
    longest = scale * max(map(svg.width_of, names), default=0.0)
    left, top = 30.0 + longest, 20.0 + longest
    parts = [
        svg.text(left, 10.0, words(Text("answer")), colour=svg.GREY),
        svg.text(12.0, top - 6.0, words(Text("true class")), colour=svg.GREY),
    ]
    for row, (name, counts) in enumerate(zip(names, matrix, strict=True)):
        y, along = top + row * cell, left + (row + 0.5) * cell + 0.35 * size
        parts.append(svg.text(left - 6.0, y + 0.5 * cell + 0.35 * size, name, size=size, anchor="end"))
        parts.append(svg.text(along, top - 6.0, name, size=size, turned_deg=-90.0))
        for column, count in enumerate(counts):
            share = count / max(1, sum(counts))
            number = f"{100.0 * share:.0f}" if in_shares else str(count)
            parts += _cell(left + column * cell, y, cell, size, number, share, has_zeros=cell == _CELL)
    side = cell * len(classes)
    return svg.Drawing(max(left + side + 20.0, 8.0 * _USUAL), top + side + 20.0, tuple(parts))


def _cell(
    x: float, y: float, cell: float, size: float, number: str, share: float, *, has_zeros: bool
) -> list[str]:
    parts = [svg.rect(x, y, cell, cell, svg.PAPER, svg.LIGHT)]
    if share:
        parts.append(svg.rect(x, y, cell, cell, svg.FILLED, svg.LIGHT, opacity=share))
    if share or has_zeros:
        colour = svg.WHITE if share > 0.6 else svg.INK if share else svg.LIGHT
        middle = x + 0.5 * cell, y + 0.5 * cell + 0.35 * size
        parts.append(svg.text(*middle, number, size=size, anchor="middle", colour=colour))
    return parts


def _sizes(classes: int) -> tuple[float, float]:
    """The side of a cell and the size of letters, smaller where there are many classes."""
    if classes <= _FEW:
        return _CELL, _USUAL
    cell = max(_SMALLEST_CELL, _CELL * _FEW / classes)
    return cell, min(_USUAL, 0.55 * cell)


def _width(key: str) -> int:
    return max(11, len(key) + 2)


def _number(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)
