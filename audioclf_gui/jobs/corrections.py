"""How often people corrected what a model suggested: drift of what the classes mean, not of the sound."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import Source
from audioclf_gui.core.suggested import KeptSuggestion
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.dataset import group_of
from audioclf_gui.ml.intervals import of_share


@dataclass(frozen=True, slots=True)
class Corrections:
    """The suggestions that people answered on one day, or on all.

    Attributes
    ----------
    share
        Of those that were corrected or rejected.
    interval : (float, float) or None
        95 % interval of `share` over groups; None where there are too few groups.
    expected : float or None
        The share that the model's own scores of these suggestions let expect; None of sets of classes.
    """

    day: str  # in local time, as 2026-11-27; empty for all
    answered: int
    corrected: int
    interval: tuple[float, float] | None
    expected: float | None

    @property
    def share(self) -> float:
        """Of those that were corrected or rejected."""
        return self.corrected / self.answered

    @property
    def is_alarming(self) -> bool:
        """Whether people corrected more than the model's scores let expect, beyond luck."""
        return self.interval is not None and self.expected is not None and self.interval[0] > self.expected

    @property
    def text(self) -> Text:
        """In words."""
        facts = Text(
            "{share:.0%} of {n} suggestion that people answered was corrected ({interval})",
            "{share:.0%} of {n} suggestions that people answered were corrected ({interval})",
            n=self.answered,
            share=self.share,
            interval=self._interval_text,
        )
        if self.expected is not None:
            facts = Text(
                "{facts}; their scores let expect {expected:.0%}", facts=facts, expected=self.expected
            )
        if self.is_alarming:
            return Text("Alarm: {facts}: what the classes mean may have changed.", facts=facts)
        return Text("{facts}.", facts=facts)

    @property
    def _interval_text(self) -> Text:
        if self.interval is None:
            return Text("too few groups for an interval")
        low, high = self.interval
        return Text("95 % interval {low:.0%} to {high:.0%}", low=low, high=high)


def corrections(
    view: CatalogueView,
    suggested: Mapping[ClipId, KeptSuggestion],
    label_times: Mapping[ClipId, str],
    *,
    are_sets: bool,
) -> tuple[Corrections, ...]:
    """What came of suggestions, day by day, and of all of them last; nothing where nobody answered any.

    Classes that were deleted since are left out, and with them suggestions of nothing else.
    """
    answers = list(_answers(view, suggested, label_times))
    days: dict[str, list[_Answer]] = {}
    for one in answers:
        days.setdefault(one.day, []).append(one)
    parts = [_told(day, days[day], are_sets) for day in sorted(days)]
    return (*parts, _told("", answers, are_sets)) if answers else ()


@dataclass(frozen=True, slots=True)
class _Answer:
    day: str
    group: str
    is_corrected: bool
    score: float


def _answers(
    view: CatalogueView, suggested: Mapping[ClipId, KeptSuggestion], label_times: Mapping[ClipId, str]
) -> Iterator[_Answer]:
    for clip in view.clips:
        one, at = suggested.get(clip.id), label_times.get(clip.id, "")
        if one is None or at <= one.at:
            continue
        wanted = {now for class_id in one.classes if (now := view.class_now(class_id)) is not None}
        if one.classes and not wanted:
            continue  # nobody could accept a class that is gone
        given = {
            label.class_id
            for label in view.labels(clip.id)
            if label.source is not Source.MODEL and label.class_id is not None
        }
        if given or not wanted.isdisjoint(view.rejected(clip.id)):
            day = f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d}"
            yield _Answer(day, group_of(clip), given != wanted, one.score)


def _told(day: str, answers: Sequence[_Answer], are_sets: bool) -> Corrections:
    corrected = np.array([one.is_corrected for one in answers])
    groups = np.unique([one.group for one in answers], return_inverse=True)[1]
    expected = None if are_sets else float(np.mean([1.0 - one.score for one in answers]))
    return Corrections(day, len(answers), int(corrected.sum()), of_share(corrected, groups), expected)
