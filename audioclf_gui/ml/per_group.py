"""How good the answers to each group are, worst first: which speaker, which site is the hard one."""

from collections.abc import Sequence

import numpy as np

from audioclf_gui.ml.dataset import FILE_GROUP, Example
from audioclf_gui.ml.grouping import group_titles
from audioclf_gui.ml.objectives.objective import Array, Floats, Objective, Thresholds

_MOST_GROUPS = 1000  # that a report lists


def per_group(
    goal: Objective,
    wanted: Array,
    scores: Floats,
    thresholds: Thresholds,
    examples: Sequence[Example],
    groups: Sequence[str],
) -> list[dict[str, object]]:
    """A row for each group: its name as `group`, its `pieces`, and what `Objective.of_group` says.

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
    rows = []
    for group, chosen in places.items():
        figures = goal.of_group(wanted[chosen], scores[chosen], least[chosen] if least.ndim == 2 else least)
        rows.append((next(iter(figures.values())), titles[group], len(chosen), figures))
    rows.sort(key=lambda row: (row[0] if goal.has_classes else -row[0], row[1]))  # of numbers it is an error
    return [{"group": title, "pieces": count, **figures} for _, title, count, figures in rows[:_MOST_GROUPS]]
