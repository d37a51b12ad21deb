"""What columns without names hold, where a table begins with times: ends behind them, or something else."""

import re
from collections.abc import Sequence

from audioclf_gui.formats.text import number, seconds

_OF_LAYERS = re.compile(r"\s*\d+\.\d{9}\s*")  # the times of Sonic Visualiser, and none of its values
_BACKWARD_AT_MOST = 0.1  # of the rows: more ends before their starts, and the column is no end
_BACKWARD_IF_ALIKE = (
    0.5  # where both are written with the same decimals, as no value or duration beside a time
)


def are_ends(starts: Sequence[str], ends: Sequence[str]) -> bool:
    """Whether hardly any row ends before it starts; more may, where all times have the same decimals.

    Parameters
    ----------
    starts, ends
        As they stand in the rows; an end may be empty.
    """
    told = list(filter(str.strip, ends))
    if told and all(map(is_of_layer, starts)) and not any(map(is_of_layer, told)):
        return False
    decimals = {_decimals(text) for text in (*starts, *told)}
    is_alike = len(decimals) == 1 and 0 not in decimals
    share = _BACKWARD_IF_ALIKE if is_alike else _BACKWARD_AT_MOST
    return len(backward(starts, ends)) <= share * len(starts)


def are_labels(table: Sequence[Sequence[str]]) -> bool:
    """Whether rows are start, end and label: two times, and a text in any of them."""
    timed = [cells for cells in table if len(cells) > 2 and None not in map(seconds, cells[:2])]
    return (
        bool(timed)
        and table[0] is timed[0]
        and 2 * len(timed) > len(table)
        and any(cells[2].strip() and number(cells[2]) is None for cells in timed)
        and are_ends([cells[0] for cells in timed], [cells[1] for cells in timed])
    )


def is_of_layer(time: str) -> bool:
    """Whether a time is written as Sonic Visualiser writes it."""
    return _OF_LAYERS.fullmatch(time) is not None


def backward(starts: Sequence[str], ends: Sequence[str]) -> list[int]:
    """Which rows end before they start."""
    times = [(seconds(start), seconds(end)) for start, end in zip(starts, ends, strict=True)]
    return [
        at
        for at, (start_s, end_s) in enumerate(times)
        if start_s is not None and end_s is not None and end_s < start_s
    ]


def _decimals(text: str) -> int:
    return len(text.strip().replace(",", ".").partition(".")[2])
