"""Which labels are meant after an edit was undone or made again, told by what that changed."""

from collections.abc import Sequence

from audioclf_gui.core.change import LabelDifference
from audioclf_gui.core.label import Label, Labels


def came_back(difference: LabelDifference, meant: Sequence[Label]) -> Labels:
    """The labels to select after a step through the history; none if none stand out.

    They are what the selected ones became, if those were changed; else the only one that came. So the next
    key changes the labels that the step was about, and makes no second ones over them.

    Parameters
    ----------
    meant
        Those that were selected last, the one that the keys of one label speak to at the end.
    """
    removed, added = difference.removed, difference.added
    if returned := tuple(label for label in meant if label in added):
        return returned
    if removed and set(removed) <= set(meant):
        return (*(label for label in meant if label not in removed), *added)
    if meant and meant[-1] in removed and len(removed) == len(added):
        return (added[removed.index(meant[-1])],)
    return added if len(added) == 1 else ()


def left_behind(difference: LabelDifference) -> Label | None:
    """The label that alone went in a step through the history; None if others came or went, too."""
    return difference.removed[0] if len(difference.removed) == 1 and not difference.added else None
