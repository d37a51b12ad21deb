"""What a model heard on a day or in a session, against what it has learnt from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from audioclf_gui.core.text import Text, listed
from audioclf_gui.jobs.drift_words import differences, measure_names
from audioclf_gui.ml.drift import Drift, MeasureDrift
from audioclf_gui.ml.novelty import USUAL
from audioclf_gui.ml.sound_profile import ProfileBands

LEAST_WINDOWS = 5  # of a day or session; fewer are not compared

FigureKind = Literal["farthest", "psi", "ks", "embedding"]
"""What can be followed over time: the figure that is farthest, or one kind of it; see `ml.drift`."""


@dataclass(frozen=True, slots=True)
class Period:
    """What a model heard on one day or in one session, against the training data.

    Attributes
    ----------
    begin, end : datetime
        When its first and last window were heard, in UTC.
    sound, answers, embedding : Drift or None
        Of level, clipping and bands; of highest score and entropy in percent; of what the model hears of the
        sound, a distance only. None: there were too few windows, or too few groups to tell.
    novel
        The share of its windows that have nothing like them among the labelled sounds, see `ml.novelty`.
    """

    begin: datetime
    end: datetime
    session: str  # empty for a day
    kinds: tuple[str, ...]  # how it was heard
    windows: int
    files: int
    bands: ProfileBands
    sound: Drift | None
    answers: Drift | None
    embedding: Drift | None
    novel: float
    farthest: tuple[str, ...]  # its sound files as the project writes them down, the most unlike first

    @property
    def name(self) -> str:
        """The day, or when the session began, in local time."""
        begin = self.begin.astimezone()
        return f"{begin:%Y-%m-%d %H:%M:%S}" if self.session else f"{begin:%Y-%m-%d}"

    @property
    def short_name(self) -> str:
        """The day of the month, or when the session began, in local time."""
        begin = self.begin.astimezone()
        return f"{begin:%d %H:%M}" if self.session else f"{begin:%m-%d}"

    @property
    def drifts(self) -> tuple[Drift, ...]:
        """Those that could be told and would be bad: a model that is surer than usual harms nobody."""
        answers = self.answers if self._is_less_sure else None
        return tuple(one for one in (self.sound, answers, self.embedding) if one is not None)

    @property
    def _is_less_sure(self) -> bool:
        return self.answers is not None and self.answers.measures[0].now < self.answers.measures[0].before

    @property
    def is_only_mixture(self) -> bool:
        """Whether each sound is like labelled ones, so that no more than their shares can be different."""
        return self.novel <= 2.0 * USUAL

    @property
    def measures(self) -> Mapping[str, MeasureDrift]:
        """By the key that JSON has for them; none where there were too few windows."""
        sound = () if self.sound is None else self.sound.measures
        answers = () if self.answers is None else self.answers.measures
        return {
            **dict(zip(measure_names(self.bands), sound, strict=False)),
            **dict(zip(("top_score_percent", "entropy_percent"), answers, strict=False)),
        }

    @property
    def is_alarming(self) -> bool:
        """Whether any figure is above its line."""
        return any(one.is_alarming for one in self.drifts)

    @property
    def excess(self) -> float | None:
        """The figure that is farthest, in units of its alarm line: above 1 is an alarm."""
        return max((ratio for one in self.drifts for ratio in one.ratios), default=None)

    def in_lines(self, kind: FigureKind) -> float | None:
        """The largest figure of a kind in units of its alarm line; None where it could not be told."""
        if kind == "farthest":
            return self.excess
        if kind == "embedding":
            return None if self.embedding is None else self.embedding.ratios[-1]
        place = 0 if kind == "psi" else 1
        return max((one.ratios[place] for drift in self.drifts for one in drift.measures), default=None)

    @property
    def answer(self) -> Text:
        """What is different, in words."""
        if not self.drifts:
            return Text("Too few windows to compare: {least} are needed.", least=LEAST_WINDOWS)
        if not self.is_alarming:
            return Text("Like the labelled sounds.")
        return Text("Alarm: {differences}.", differences=listed(tuple(self._differences()), "; "))

    def _differences(self) -> Iterator[Text]:
        if self.sound is not None:
            yield from differences(self.sound, self.bands)
        if self.answers is not None and self.answers.is_alarming and self._is_less_sure:
            top, _entropy = self.answers.measures
            yield Text(
                "the model is less sure: its highest score is {now:.0f} % on average, {before:.0f} % of"
                " labelled sounds that it had not learnt from",
                now=top.now,
                before=top.before,
            )
        if self.embedding is not None and self.embedding.is_alarming:
            yield Text("what the model hears is on average unlike what it has learnt from")
        yield Text("{share:.0%} of it has nothing like it among the labelled sounds", share=self.novel)
