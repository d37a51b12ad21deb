"""Whether what a model heard in use sounds unlike what it has learnt from, day by day."""

import math
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

import numpy as np

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.heard import WindowRecord, read_records, records_folder
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import REGRESSION, SINGLE_LABEL
from audioclf_gui.core.run import Run
from audioclf_gui.core.suggested import read_suggested, suggested_file
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.corrections import Corrections, corrections
from audioclf_gui.jobs.drift_words import differences, measure_names
from audioclf_gui.jobs.monitor import check_groups, labelled_examples
from audioclf_gui.ml.drift import LEAST_GROUPS, Drift, MeasureDrift, Reference
from audioclf_gui.ml.settings import settings_from_dict
from audioclf_gui.ml.sound_profile import ProfileBands, bands_up_to

By = Literal["day", "session"]
LEAST_WINDOWS = 5  # of a day or session; fewer are not compared
_KINDS = 9  # of figures: four of sound, four of answers, and the distance of embeddings
_STEP = math.sqrt(2.0)


@dataclass(frozen=True, slots=True)
class MonitorOverTime:
    """Whose records are compared with the training data, and what is taken together."""

    run: Run
    bundle: Path
    by: By = "day"
    label_times: Mapping[ClipId, str] = field(default_factory=dict)  # since the run began


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
        """Those that could be told."""
        return tuple(one for one in (self.sound, self.answers, self.embedding) if one is not None)

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
        if self.answers is not None and self.answers.is_alarming:
            top, _entropy = self.answers.measures
            yield (
                Text(
                    "the model is less sure: its highest score is {now:.0f} % on average, {before:.0f} % of"
                    " labelled sounds that it had not learnt from",
                    now=top.now,
                    before=top.before,
                )
                if top.now < top.before
                else Text(
                    "the model is surer than of labelled sounds that it had not learnt from: its highest"
                    " score is {now:.0f} % on average, not {before:.0f} %",
                    now=top.now,
                    before=top.before,
                )
            )
        if self.embedding is not None and self.embedding.is_alarming:
            yield Text("what the model hears of the sound is unlike all that it has learnt from")


@dataclass(frozen=True, slots=True)
class MonitoredOverTime:
    """All days or sessions, the oldest first, and what they were compared with."""

    run: Run
    periods: tuple[Period, ...]
    windows: int
    unread: int  # lines of the records
    labels: int
    groups: int
    corrections: tuple[Corrections, ...]  # of what it suggested, by day, and of all last
    judged: int  # labelled sounds whose answers are known that the model had not learnt from; 0: too few

    @property
    def has_drifted(self) -> bool:
        """Whether any day or session raises the alarm."""
        return any(one.is_alarming for one in self.periods)

    @property
    def is_alarming(self) -> bool:
        """Whether the newest day or session that could be compared alarms, or what people corrected does."""
        compared = [one for one in self.periods if one.drifts]
        corrected = bool(self.corrections) and self.corrections[-1].is_alarming
        return corrected or (bool(compared) and compared[-1].is_alarming)

    @property
    def answer(self) -> Text:
        """Whether the model can be trusted on what it hears now."""
        compared = [one for one in self.periods if one.drifts]
        if not compared:
            return Text("Too little was heard yet to compare it with the labelled sounds.")
        newest = compared[-1]
        if not newest.is_alarming:
            return Text(
                "What run {id:d} heard last, {when}, sounds like what it has learnt from.",
                id=self.run.id,
                when=newest.name,
            )
        return Text(
            "Alarm: what run {id:d} heard last, {when}, is unlike what it has learnt from. Label some of it"
            " and train again before you trust the model on it.",
            id=self.run.id,
            when=newest.name,
        )

    @property
    def caution(self) -> Text:
        """What was compared, and where the alarm line comes from."""
        return Text(
            "{n} recorded window, one of each file and minute, compared with {labels} labels of {groups}"
            " groups. An alarm line is where one more of your own groups would lie once in a hundred times;"
            " roughly, if few.",
            "{n} recorded windows, one of each file and minute, compared with {labels} labels of {groups}"
            " groups. An alarm line is where one more of your own groups would lie once in a hundred times;"
            " roughly, if few.",
            n=self.windows,
            labels=self.labels,
            groups=self.groups,
        )

    @property
    def notes(self) -> tuple[Text, ...]:
        """What could not be read or told."""
        notes = []
        if self.unread:
            notes.append(
                Text(
                    "{n} line of the records cannot be read and is left out.",
                    "{n} lines of the records cannot be read and are left out.",
                    n=self.unread,
                )
            )
        if self.windows and not self.judged and self.run.objective != REGRESSION:
            notes.append(
                Text(
                    "How sure the model is cannot be compared: sounds of fewer than {least} groups were kept"
                    " from its training.",
                    least=LEAST_GROUPS,
                )
            )
        return tuple(notes)


def monitor_over_time(
    request: MonitorOverTime, project: ProjectView
) -> Generator[Progress, None, MonitoredOverTime]:
    """Compare what a run's model heard in use with the labelled sounds, by day or session.

    Raises
    ------
    UserError
        If nothing was recorded and nobody answered suggestions, the model cannot be used, or the labels are
        of so few groups that nobody can tell how much groups differ.
    """
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.reference_windows import reference_answers, reference_windows

    windows, unread = _recorded(request)
    corrected = _corrections(request, project.catalogue)
    if not windows:
        _check_anything(request.run, corrected)
        return MonitoredOverTime(request.run, (), 0, unread, 0, 0, corrected, 0)
    examples = labelled_examples(project.catalogue, settings_from_dict(request.run.settings))
    bundle = load_bundle(request.bundle)
    bands = bands_up_to(bundle.card.front_end.rate_hz / 2.0)
    known = yield from reference_windows(bundle, examples)
    count = int(known.groups.max(initial=-1)) + 1
    check_groups(count)
    judged = reference_answers(bundle, examples)
    is_judged = int(judged.groups.max(initial=-1)) + 1 >= LEAST_GROUPS
    references = _References(
        Reference(known.profiles, known.groups, kinds=_KINDS),
        Reference(judged.values, judged.groups, kinds=_KINDS) if is_judged else None,
        Reference(known.embeddings, known.groups, kinds=_KINDS, least_sd=0.05, only_distance=True),
        bands,
        known.embeddings.shape[1],
    )
    fitting = [one for one in windows if references.fits(one)]
    periods = []
    parts = _parts(fitting, request.by)
    for done, part in enumerate(parts):
        yield Progress(done, len(parts))
        periods.append(_period(part, request.by, references))
    yield Progress(len(parts), len(parts))
    return MonitoredOverTime(
        request.run,
        tuple(periods),
        len(fitting),
        unread + len(windows) - len(fitting),
        len(known.groups),
        count,
        corrected,
        len(judged.groups) if is_judged else 0,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _References:
    """What the training data look like."""

    sound: Reference
    answers: Reference | None
    embedding: Reference
    bands: ProfileBands
    size: int  # of an embedding

    def fits(self, window: WindowRecord) -> bool:
        """Whether a record is of this model."""
        return len(window.bands_db) == len(self.bands) and len(window.embedding) == self.size


def _recorded(request: MonitorOverTime) -> tuple[Sequence[WindowRecord], int]:
    folder = records_folder(request.bundle)
    if folder is not None:
        try:
            found = read_records(folder)
        except OSError as error:
            raise cannot_read(folder, error) from error
        return found.windows, found.unread
    return (), 0


def _corrections(request: MonitorOverTime, view: CatalogueView) -> tuple[Corrections, ...]:
    file = suggested_file(request.bundle)
    if file is None:
        return ()
    try:
        suggested = read_suggested(file)
    except OSError as error:
        raise cannot_read(file, error) from error
    are_sets = request.run.objective != SINGLE_LABEL
    return corrections(view, suggested, request.label_times, are_sets=are_sets)


def _check_anything(run: Run, corrected: Sequence[Corrections]) -> None:
    if corrected:
        return
    raise UserError(
        Text("nothing is recorded yet of what run {id:d} heard in use", id=run.id),
        remedy=Text(
            "Classify files or listen with its model where it lies in the project, or answer its suggestions:"
            " what `audioclf predict`, `audioclf live` and their places in the window hear is recorded."
        ),
    )


def _parts(windows: Sequence[WindowRecord], by: By) -> list[list[WindowRecord]]:
    parts: dict[str, list[WindowRecord]] = {}
    for one in windows:
        key = one.session if by == "session" else f"{one.at.astimezone():%Y-%m-%d}"
        parts.setdefault(key, []).append(one)
    return list(parts.values())


def _period(windows: Sequence[WindowRecord], by: By, references: _References) -> Period:
    profiles = [(one.level_dbfs, one.clipped_percent, *one.bands_db) for one in windows]
    sure = [
        (100.0 * one.top_score, 100.0 * one.entropy)
        for one in windows
        if one.top_score is not None and one.entropy is not None
    ]
    return Period(
        windows[0].at,
        windows[-1].at,
        windows[0].session if by == "session" else "",
        tuple(sorted({one.kind for one in windows})),
        len(windows),
        len({one.source for one in windows if one.source}),
        references.bands,
        _drift(references.sound, profiles),
        None if references.answers is None else _drift(references.answers, sure),
        _drift(references.embedding, [one.embedding for one in windows]),
        _farthest(windows, references.embedding),
    )


def _farthest(windows: Sequence[WindowRecord], reference: Reference) -> tuple[str, ...]:
    distances = reference.distances(np.array([one.embedding for one in windows], np.float64))
    order = np.argsort(-distances, kind="stable")
    return tuple(dict.fromkeys(windows[at].source for at in order if windows[at].source))


def _drift(reference: Reference, rows: Sequence[tuple[float, ...]]) -> Drift | None:
    if len(rows) < LEAST_WINDOWS:
        return None
    step = int(math.log(len(rows) / LEAST_WINDOWS, _STEP) + 1e-9)
    return reference.drift(np.array(rows, np.float64), int(LEAST_WINDOWS * _STEP**step))
