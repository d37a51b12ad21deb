"""Whether what a model heard in use sounds unlike what it has learnt from, day by day."""

import math
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.heard import WindowRecord, read_records, records_folder
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import REGRESSION, SINGLE_LABEL
from audioclf_gui.core.run import Run
from audioclf_gui.core.suggested import read_suggested, suggested_file
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.corrections import Corrections, corrections
from audioclf_gui.jobs.heard_periods import LEAST_WINDOWS, Period
from audioclf_gui.jobs.monitor import check_groups, labelled_examples
from audioclf_gui.ml.drift import LEAST_GROUPS, Drift, Reference
from audioclf_gui.ml.novelty import novel_share
from audioclf_gui.ml.settings import settings_from_dict
from audioclf_gui.ml.sound_profile import ProfileBands, bands_up_to

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.reference_windows import ReferenceWindows

By = Literal["day", "session"]
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
        if newest.is_only_mixture:
            return Text(
                "Alarm: what run {id:d} heard last, {when}, comes in other shares than what it has learnt"
                " from, though each sound is like labelled ones. Check its answers to some of it.",
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
    from audioclf_gui.ml.reference_windows import known_to, reference_answers, reference_windows

    windows, unread = _recorded(request)
    corrected = _corrections(request, project.catalogue)
    if not windows:
        _check_anything(request.run, corrected)
        return MonitoredOverTime(request.run, (), 0, unread, 0, 0, corrected, 0)
    examples = labelled_examples(project.catalogue, settings_from_dict(request.run.settings))
    bundle = load_bundle(request.bundle)
    examples = known_to(bundle, examples, request.label_times)
    check_groups(len({one.group for one in examples}))
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
        known,
    )
    fitting = [one for one in windows if references.fits(one)]
    periods = []
    parts = _parts(fitting, request.by)
    total = len(examples) + len(parts)  # after the examples, which `reference_windows` counts
    for done, part in enumerate(parts, start=len(examples)):
        yield Progress(done, total)
        periods.append(_period(part, request.by, references))
    yield Progress(total, total)
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
    known: "ReferenceWindows"

    def fits(self, window: WindowRecord) -> bool:
        """Whether a record is of this model."""
        return (
            len(window.bands_db) == len(self.bands)
            and len(window.embedding) == self.known.embeddings.shape[1]
        )


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
    embedded = np.array([one.embedding for one in windows], np.float64)
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
        novel_share(references.known.embeddings, references.known.groups, embedded),
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
