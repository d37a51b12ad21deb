"""How good the answers to each group are, worst first: which speaker, which site is the hard one."""

from collections.abc import Mapping, Sequence

import numpy as np

from audioclf_gui.ml.dataset import FILE_GROUP, Example
from audioclf_gui.ml.grouping import group_titles
from audioclf_gui.ml.objectives.objective import Array, Floats, Objective, Thresholds

_MOST_GROUPS = 1000  # that a report lists
_FIRST_FIGURE = 2  # of a row, after its name and its pieces
_PIECES_TO_TELL = 5  # of a group; with fewer it is ranked by the figure of all rather than by its own


def per_group(
    goal: Objective,
    wanted: Array,
    scores: Floats,
    thresholds: Thresholds,
    examples: Sequence[Example],
    groups: Sequence[str],
) -> list[dict[str, object]]:
    """A row for each group: its name as `group`, its `pieces`, and what `Objective.of_group` says.

    A group of few pieces is ranked as if it had some more of the usual kind, since one clip that went wrong
    does not make a bad site (a mean shrunk to that of all; Efron and Morris 1975).

    None where nobody has named groups, since files by themselves tell no more than the clips do.

    Parameters
    ----------
    groups : shape (n,)
        The group that each example counts to.
    """
    if all(group.startswith(FILE_GROUP) for group in groups):
        return []
    places: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        places.setdefault(group, []).append(at)
    titles = group_titles({group: examples[chosen[0]].path for group, chosen in places.items()})
    least = np.asarray(thresholds, np.float32)
    rows: list[dict[str, object]] = []
    for group, chosen in places.items():
        figures = goal.of_group(wanted[chosen], scores[chosen], least[chosen] if least.ndim == 2 else least)
        rows.append({"group": titles[group], "pieces": len(chosen), **figures})
    ranked = sorted(
        zip(_ranks(goal, rows), rows, strict=True), key=lambda one: (one[0], str(one[1]["group"]))
    )
    return [row for _, row in ranked[:_MOST_GROUPS]]


def _ranks(goal: Objective, rows: Sequence[Mapping[str, object]]) -> list[float]:
    """The lower the worse: the first figure of each group, which of numbers is an error."""
    pieces = np.array([row["pieces"] for row in rows], np.float64)
    figures = np.array([list(row.values())[_FIRST_FIGURE] for row in rows], np.float64)
    of_all = float(np.average(figures, weights=pieces))
    shrunk = (pieces * figures + _PIECES_TO_TELL * of_all) / (pieces + _PIECES_TO_TELL)
    return [float(one) for one in (shrunk if goal.has_classes else -shrunk)]
