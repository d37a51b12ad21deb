"""Which label is meant after an edit was undone or made again, told by what that changed."""

from audioclf_gui.core.change import LabelDifference
from audioclf_gui.core.label import Label


def came_back(difference: LabelDifference, selected: Label | None) -> Label | None:
    """The label to select after a step through the history; None if none stands out.

    It is what the selected one became, if it is among those that were changed; else the only one that
    came. So the next key changes the label that the step was about, and makes no second one over it.
    """
    removed, added = difference.removed, difference.added
    if selected in removed and len(removed) == len(added):
        return added[removed.index(selected)]
    return added[0] if len(added) == 1 else None


def left_behind(difference: LabelDifference) -> Label | None:
    """The label that alone went in a step through the history; None if others came or went, too."""
    return difference.removed[0] if len(difference.removed) == 1 and not difference.added else None
