"""What to say of the groups that were judged: that they are too few, or that one is the hard one."""

from collections.abc import Mapping
from typing import Any

from audioclf_gui.core.figures import LEAST_GROUPS
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.text import Text
from audioclf_gui.ml.intervals import wilson

_LUCK = 0.05  # so seldom any of groups that are alike is called the hard one


def group_notes(report: Mapping[str, Any], in_all: int) -> tuple[Text, ...]:
    """What to know about the groups that the figures of a report are of; see the two functions below."""
    return (*few_groups_note(report, in_all), *hard_group_note(report))


def hard_group_note(report: Mapping[str, Any]) -> tuple[Text, ...]:
    """Which group is answered so much worse than the others that luck does not explain it; none if none is.

    Luck is that of independent clips, and allowance is made for the number of groups (C. E. Bonferroni).
    """
    from scipy.special import ndtri

    groups = report_from_json(report).per_group
    if len(groups) < 2 or groups[0].figures[0].key != "accuracy":
        return ()
    worst, *others = groups
    n, elsewhere = worst.pieces, sum(one.pieces for one in others)
    accuracy = worst.figures[0].value
    rest = sum(one.figures[0].value * one.pieces for one in others) / elsewhere
    _, high = wilson(accuracy * n, n, float(ndtri(1.0 - _LUCK / 2 / len(groups))))
    if high >= rest:
        return ()
    return (
        Text(
            "The hard group is {group}: accuracy {accuracy:.2f} of {n} label, of the others {rest:.2f}.",
            "The hard group is {group}: accuracy {accuracy:.2f} of {n} labels, of the others {rest:.2f}.",
            n=n,
            group=worst.name,
            accuracy=accuracy,
            rest=rest,
        ),
    )


def few_groups_note(report: Mapping[str, Any], in_all: int) -> tuple[Text, ...]:
    """Why the figures of a report have no intervals, and what would help; none where they have.

    Parameters
    ----------
    in_all
        How many groups there are to learn from and to judge by.
    """
    found = report_from_json(report)
    if found.too_few is None or not found.judged_groups:
        return ()
    judged = found.judged_groups_text
    assert judged is not None
    if in_all >= LEAST_GROUPS:
        return (
            Text(
                "Judged by {groups}, too few to tell how far the figures are luck:"
                " hold out all folds, one after the other, to judge by all {in_all:d}.",
                groups=judged,
                in_all=in_all,
            ),
        )
    return (
        Text(
            "Judged by {groups}, too few to tell how far the figures are luck: label sounds of more"
            " recordings, and of more speakers or sites where there are such.",
            groups=judged,
        ),
    )
