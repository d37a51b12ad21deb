"""What a model came to class by class: a table of figures, and the confusion matrix as a picture."""

from collections.abc import Mapping, Sequence
from typing import Any

from audioclf_gui.jobs.figures import svg

_CELL = 34.0
_LETTER = 6.2  # width of a letter, about
_BLUE = (31, 119, 180)
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
    """Rows are true classes, columns answers; the darker a cell, the larger its share of the row."""
    longest = _LETTER * max(map(len, classes), default=0)
    left, top = 30.0 + longest, 50.0 + longest
    size = _CELL * len(classes)
    parts = [
        svg.text(left, top - longest - 10.0, "answer", colour=svg.GREY),
        svg.text(12.0, top - 6.0, "true class", colour=svg.GREY),
    ]
    for row, (name, counts) in enumerate(zip(classes, matrix, strict=True)):
        y = top + row * _CELL
        parts.append(svg.text(left - 6.0, y + 0.62 * _CELL, name, anchor="end"))
        parts.append(svg.text(left + (row + 0.62) * _CELL, top - 6.0, name, turned_deg=-90.0))
        for column, count in enumerate(counts):
            share = count / max(1, sum(counts))
            x = left + column * _CELL
            parts.append(svg.rect(x, y, _CELL, _CELL, _shade(share), svg.LIGHT))
            colour = "#ffffff" if share > 0.6 else svg.INK if count else svg.LIGHT
            middle = x + 0.5 * _CELL
            parts.append(svg.text(middle, y + 0.62 * _CELL, str(count), anchor="middle", colour=colour))
    return svg.document(max(left + size + 20.0, 8.0 * len(title)), top + size + 20.0, title, parts)


def _shade(share: float) -> str:
    red, green, blue = (round(255 + share * (full - 255)) for full in _BLUE)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _width(key: str) -> int:
    return max(11, len(key) + 2)


def _number(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)
