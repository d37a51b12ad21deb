"""Making a project of mixtures out of labelled sounds: planned, rendered, labelled, ready to train on."""

import os
import shutil
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

import numpy as np

from audioclf_gui.audio.files import probe, read_mono, write_flac, write_wav
from audioclf_gui.audio.mixing import Frames, rendered
from audioclf_gui.audio.side_by_side import in_order
from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.content import content_hash, write_atomically
from audioclf_gui.core.errors import UnreadableAudioError, UserError, cannot_write
from audioclf_gui.core.mixtures import Learnt, MixturePlan, MixtureSettings, Subset
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.core.project_files import project_files
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN, Track
from audioclf_gui.core.track_edits import add_track
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.exchange import format_called
from audioclf_gui.jobs.mixture_records import (
    MixtureRecord,
    append_record,
    begun_records,
    is_whole,
    label_track,
    record_of,
    regions_of,
    shared_groups,
    write_table,
)
from audioclf_gui.jobs.mixture_sources import MixtureSounds, gathered_sounds
from audioclf_gui.ml.memory import computer_bytes

EVENTS = "events"
"""The track of the events where models learn what sounds in whole mixtures."""

Mixing: TypeAlias = Callable[
    [Sequence[MixturePlan], "MakeMixtures", "MixtureSounds", dict[Path, Quarantined]],
    Generator[MixtureRecord, None, None],
]
"""Makes mixtures in their order; what cannot be read meanwhile is added to the last argument."""

_SOUND = "audio"  # the folder with a folder for each subset
_SAMPLE_BYTES = {SoundFormat.WAV: 2.0, SoundFormat.FLAC: 1.3}
"""About so many for each sample of 16 bits."""
_RENDERING_BYTES = 16.0  # for each sample while it is made
_MEMORY_PART = 0.25  # of the computer's, for all that are made at a time


@dataclass(frozen=True, slots=True)
class MakeMixtures:
    """What is to be made of which sounds.

    Attributes
    ----------
    folder : Path
        Of the new project: missing, empty, or with what an earlier run of the same request has made.
    sounds : CatalogueView or Path
        The labelled clips of a project, or a folder of recordings that tells their classes as an import does.
    background : Path or None
        The folder of recordings for the background, if the settings want them.
    """

    sounds: CatalogueView | Path
    folder: Path
    settings: MixtureSettings
    format: SoundFormat = SoundFormat.FLAC
    background: Path | None = None


@dataclass(frozen=True, slots=True)
class MixturesOutlined:
    """What would be made."""

    mixtures: Mapping[Subset, int]
    groups: Mapping[Subset, int]  # speakers, sites or recordings
    classes: tuple[str, ...]
    rate_hz: int
    duration_s: float  # of all together
    size: int  # bytes, about
    notes: tuple[Text, ...]
    refused: tuple[Quarantined, ...]
    text: Text  # all of that in a sentence


@dataclass(frozen=True, slots=True)
class MixturesMade:
    """What came of it."""

    file: Path  # of the project
    mixtures: Mapping[Subset, int]
    groups: Mapping[Subset, int]
    events: int  # that sound
    duration_s: float
    kept: int  # mixtures that an earlier run had made
    notes: tuple[Text, ...]
    refused: tuple[Quarantined, ...]


def outline_mixtures(request: MakeMixtures) -> Generator[Progress, None, MixturesOutlined]:
    """Say what `make_mixtures` would make; nothing is written. UserError as there."""
    sounds = yield from gathered_sounds(request.settings, request.sounds, request.background)
    wanted = {subset: count for subset, count in sounds.settings.wanted().items() if count}
    duration_s, size = _duration_s(sounds.settings), _size(request, sounds)
    known = (sounds.classes, sounds.settings.rate_hz, duration_s, size, sounds.notes, sounds.refused)
    return MixturesOutlined(wanted, sounds.groups, *known, _outline_text(sounds, size))


def _mixed_here(
    plans: Iterable[MixturePlan],
    request: MakeMixtures,
    sounds: MixtureSounds,
    refused: dict[Path, Quarantined],
) -> Generator[MixtureRecord, None, None]:
    """Make mixtures, on all cores, in their order; when it is closed, those under way are given up."""
    stop = threading.Event()
    folder, form = request.folder, request.format
    with ThreadPoolExecutor(_workers(sounds.settings), "mixtures") as pool:
        try:
            yield from in_order((partial(mixed, plan, folder, form, refused, stop) for plan in plans), pool)
        finally:
            stop.set()


def make_mixtures(
    request: MakeMixtures, mixing: Mixing = _mixed_here
) -> Generator[Progress, None, MixturesMade]:
    """Fill a folder with mixtures, their label tracks, tables of what is in them, and a project.

    Whoever ends the job, or kills the process, keeps the mixtures that are done: the same request goes on
    with them. The project is made when all of them are there.

    Parameters
    ----------
    mixing
        Who makes them; it decides about nothing but the time that it takes.

    Yields
    ------
    Progress
        After each mixture.

    Raises
    ------
    UserError
        If there is nothing to mix, too few groups for the subsets, or the folder holds something else.
    """
    _check_unfinished(request.folder)
    sounds = yield from gathered_sounds(request.settings, request.sounds, request.background)
    with _refusing(request.folder):
        done = _done_before(request.folder, sounds)
    refused = {one.path: one for one in sounds.refused}
    kept, total = len(done), sum(sounds.settings.mixtures)
    _check_room(request, sounds, kept)
    yield Progress(len(done), total)
    missing = [plan for plan in sounds.plans() if plan.name not in done]
    with closing(mixing(missing, request, sounds, refused)) as made:
        for record in made:
            with _refusing(request.folder):
                append_record(request.folder, record)
            done[record.name] = record
            yield Progress(len(done), total)
    records = [done[plan.name] for plan in sounds.plans()]
    file = _project(request, records)
    return _result(file, sounds, records, kept, tuple(refused.values()))


def _check_unfinished(folder: Path) -> None:
    """UserError if a project with clips is in the folder; without them it is of a process that died."""
    for file in project_files(folder):
        with Project.open(file) as project:
            if project.catalogue.view.clips_by_id:
                raise UserError(
                    Text("{name} holds a project already", name=folder.name),
                    remedy=Text("Open it, or choose another folder."),
                )
            project.view().check_writable()


def _done_before(folder: Path, sounds: MixtureSounds) -> dict[str, MixtureRecord]:
    """The mixtures that an earlier run has made and that are still whole."""
    known = begun_records(folder)
    for half in (folder / _SOUND).glob("*/.*.part"):  # of a process that died
        half.unlink(missing_ok=True)
    done = {}
    for plan in sounds.plans() if known else ():
        record = known.get(plan.name)
        if record is None:
            continue
        if record.fingerprint != plan.fingerprint():
            raise UserError(
                Text("{folder} holds mixtures that were made with other settings or sounds", folder=folder),
                remedy=Text("Choose an empty folder, or make them with the settings of then."),
            )
        if is_whole(folder, record):
            done[plan.name] = record
    return done


def _workers(settings: MixtureSettings) -> int:
    """How many mixtures are made at a time: on all cores, unless long ones would fill the memory."""
    size = max(1.0, settings.length_s[1] * settings.rate_hz * _RENDERING_BYTES)
    return max(1, min(os.cpu_count() or 1, int(_MEMORY_PART * computer_bytes() / size)))


def mixed(
    plan: MixturePlan,
    folder: Path,
    form: SoundFormat,
    refused: dict[Path, Quarantined],
    stop: threading.Event,
) -> MixtureRecord:
    """Render a mixture and write its sound and its label track; one that was half there is written anew.

    Raises
    ------
    CancelledError
        As soon as `stop` is set.
    UserError
        If it cannot be written.
    """
    made = rendered(plan, partial(_read, refused, stop))
    file = f"{_SOUND}/{plan.subset}/{plan.name}.{form}"
    path = folder / file
    with _refusing(path):
        writes = {SoundFormat.WAV: write_wav, SoundFormat.FLAC: write_flac}
        writes[form](path, made.samples, plan.rate_hz)
        record = record_of(plan, made, file, content_hash(path))
        track = format_called("audacity").write(regions_of(record, MAIN))
        write_atomically(label_track(path), track)
    return record


def _read(
    refused: dict[Path, Quarantined],
    stop: threading.Event,
    path: Path,
    rate_hz: int,
    start_s: float,
    stop_s: float,
) -> Frames:
    """A stretch of a recording; silence where it cannot be read, which is told at the end."""
    if stop.is_set():
        raise CancelledError
    try:
        return read_mono(path, rate_hz, start_s, stop_s)
    except UnreadableAudioError as error:
        refused[path] = Quarantined(path, error.reason, error.remedy)
        return np.zeros(1, np.float32)


def _project(request: MakeMixtures, records: Sequence[MixtureRecord]) -> Path:
    """Make the project of finished mixtures; its file."""
    learnt = request.settings.learnt
    groups = shared_groups(records)
    found = []
    with _refusing(request.folder):
        write_table(request.folder, records)
        for record in records:
            path = request.folder / record.file
            found.append(FoundClip(_candidate(path, record, groups, learnt), probe(path), record.content))
    begun = project_files(request.folder)
    with Project.open(begun[0]) if begun else Project.create(request.folder) as project:
        if learnt is Learnt.CLIPS and EVENTS not in {one.name for one in project.catalogue.view.tracks}:
            track = Track(EVENTS, learnt=False)
            project.catalogue.apply(Text("add track"), add_track(project.catalogue.view, track))
        project.catalogue.add_clips(found)
        return project.file


def _candidate(path: Path, record: MixtureRecord, groups: Mapping[str, str], learnt: Learnt) -> Candidate:
    heard = tuple(dict.fromkeys(name for event in record.heard for name in event["classes"]))
    is_whole_learnt = learnt is Learnt.CLIPS
    return Candidate(
        path,
        heard[0] if is_whole_learnt and heard else "",
        group=groups[record.name],
        fold=record.subset,
        regions=tuple(regions_of(record, EVENTS if is_whole_learnt else MAIN)),
        others=heard[1:] if is_whole_learnt else (),
    )


def _check_room(request: MakeMixtures, sounds: MixtureSounds, kept: int) -> None:
    """UserError if the disk is too full for what is still to be made."""
    total = sum(sounds.settings.mixtures)
    size = _size(request, sounds) * (total - kept) / total
    free = shutil.disk_usage(request.folder).free
    if free < size:
        raise UserError(
            Text(
                "the mixtures need about {size_mb:.0f} MB, and there are {free_mb:.0f} MB free",
                size_mb=size / 1e6,
                free_mb=free / 1e6,
            ),
            remedy=Text("Make fewer or shorter ones, or choose a folder on another disk."),
        )


def _size(request: MakeMixtures, sounds: MixtureSounds) -> int:
    """Bytes of all mixtures, about."""
    return round(_duration_s(sounds.settings) * sounds.settings.rate_hz * _SAMPLE_BYTES[request.format])


def _duration_s(settings: MixtureSettings) -> float:
    return sum(settings.mixtures) * sum(settings.length_s) / 2.0


def _outline_text(sounds: MixtureSounds, size: int) -> Text:
    """What will be made, in a sentence."""
    low, high = sounds.settings.length_s
    length = Text("{s:g} s", s=low) if low == high else Text("{low:g} to {high:g} s", low=low, high=high)
    return Text(
        "{n} mixture of {length} at {rate_hz:d} Hz, from {groups:d} groups of sounds (speakers, sites or"
        " recordings), {valid:d} of them for validation only and {test:d} for testing; about"
        " {size_mb:.0f} MB.",
        "{n} mixtures of {length} at {rate_hz:d} Hz, from {groups:d} groups of sounds (speakers, sites or"
        " recordings), {valid:d} of them for validation only and {test:d} for testing; about"
        " {size_mb:.0f} MB.",
        n=sum(sounds.settings.mixtures),
        length=length,
        rate_hz=sounds.settings.rate_hz,
        groups=sum(sounds.groups.values()),
        valid=sounds.groups.get(Subset.VALID, 0),
        test=sounds.groups.get(Subset.TEST, 0),
        size_mb=size / 1e6,
    )


def _result(
    file: Path,
    sounds: MixtureSounds,
    records: Sequence[MixtureRecord],
    kept: int,
    refused: tuple[Quarantined, ...],
) -> MixturesMade:
    return MixturesMade(
        file,
        {subset: count for subset, count in sounds.settings.wanted().items() if count},
        sounds.groups,
        sum(len(record.heard) for record in records),
        sum(record.facts["length_s"] for record in records),
        kept,
        (*sounds.notes, *_notes(records, sounds.settings)),
        refused,
    )


def _notes(records: Sequence[MixtureRecord], settings: MixtureSettings) -> Iterator[Text]:
    """What the user should know of how they came out."""
    lowered = [record.lowered_db for record in records if record.lowered_db]
    if lowered:
        yield Text(
            "{n} mixture was made quieter to keep its peak at {peak_db:g} dB, by {most_db:.1f} dB at most.",
            "{n} mixtures were made quieter to keep their peaks at {peak_db:g} dB, by {most_db:.1f} dB at"
            " most.",
            n=len(lowered),
            peak_db=settings.peak_db,
            most_db=max(lowered),
        )
    silent = sum(len(record.events) - len(record.heard) for record in records)
    if silent:
        yield Text(
            "{n} event is silent and has no label.", "{n} events are silent and have no label.", n=silent
        )
    empty = sum(not record.heard for record in records)
    if empty:
        yield Text(
            "{n} mixture has no sound in it that is labelled.",
            "{n} mixtures have no sound in them that is labelled.",
            n=empty,
        )


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Say what cannot be written, in words."""
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from error
