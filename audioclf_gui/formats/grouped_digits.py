"""Commas in numbers: between thousands, or in the place of a decimal point.

One number alone does not tell: `1,500` is one and a half to a German and fifteen hundred to an American.
"""

import re
from collections.abc import Sequence

_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?")
_SURELY = re.compile(r".*,.*[,.].*")


def are_grouped(cells: Sequence[str], *, counts_small: bool) -> bool:
    """Whether every comma in these numbers stands between thousands.

    It does if one number has two of them, or a point as well, or if others have a point.

    Parameters
    ----------
    counts_small
        Whether they count what nobody parts further, as milliseconds.
    """
    return _may_be_grouped(cells) and (
        counts_small or any("." in cell or _SURELY.match(cell) for cell in cells)
    )


def doubted(cells: Sequence[str]) -> str:
    """A number of which the commas of all do not tell what they are; empty if there is none."""
    return next((cell for cell in cells if "," in cell), "") if _may_be_grouped(cells) else ""


def _may_be_grouped(cells: Sequence[str]) -> bool:
    with_comma = [cell for cell in cells if "," in cell]
    return bool(with_comma) and all(map(_GROUPED.fullmatch, with_comma))
