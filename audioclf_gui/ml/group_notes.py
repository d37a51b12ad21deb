"""What to say where so few groups were judged that nobody can tell how far the figures are luck."""

from collections.abc import Mapping
from typing import Any

from audioclf_gui.core.figures import LEAST_GROUPS
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.text import Text


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
