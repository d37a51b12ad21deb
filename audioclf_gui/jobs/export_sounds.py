"""Writing the sound of labels, or of a stretch, as files of their own: one folder for each class."""

import csv
import io
import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path

from audioclf_gui.audio.heard_stretches import HeardReader
from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.audio.stretches import SoundFormat, StretchReader
from audioclf_gui.core.clip import Clip, Quarantined
from audioclf_gui.core.content import part_of, put_where_wanted, write_where_wanted
from audioclf_gui.core.errors import UnreadableAudioError, cannot_write
from audioclf_gui.core.file_names import file_name, file_names
from audioclf_gui.core.label import Label
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.recording_names import split_name
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.datasets.folders import folders
from audioclf_gui.jobs.label_choice import class_ids_called, tracks_called

TABLE = "sounds.csv"
_COLUMNS = (
    *("file", "class", "recording", "group", "cut_from_s", "cut_to_s", "label_from_s", "label_to_s"),
    *("low_hz", "high_hz", "track", "rate_hz", "channels", "samples"),
)


@dataclass(frozen=True, slots=True)
class ExportSounds:
    """Whose labels are to be written as sound, and how.

    Attributes
    ----------
    classes, tracks : tuple of str
        Only labels of these; all if there is none.
    span_s : (float, float) or None
        This stretch of each clip is meant instead of its labels.
    heard : PlaySettings or None
        Write what is heard with these, at 48 kHz at most and in 16 bits, instead of the samples themselves.
    """

    folder: Path
    clips: tuple[Clip, ...]
    format: SoundFormat = SoundFormat.WAV
    margin_s: float = 0.0  # before and after each label, as far as there is sound
    classes: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    span_s: tuple[float, float] | None = None
    heard: PlaySettings | None = None


@dataclass(frozen=True, slots=True)
class WrittenSound:
    """A file with the sound of a label, and where that came from."""

    path: Path
    clip: Clip
    class_name: str  # empty: none yet
    start_s: float  # of the file in the clip, margin included
    end_s: float
    label: Label
    samples: str
    rate_hz: int
    channels: int


@dataclass(frozen=True, slots=True)
class SoundsExported:
    """What came of it."""

    sounds: tuple[WrittenSound, ...]
    refused: tuple[Quarantined, ...]  # clips whose sound cannot be read
    kept: tuple[Path, ...]  # where files are that were in the places before
    notes: tuple[Text, ...]


@dataclass(slots=True)
class _Done:
    """What was written so far."""

    sounds: list[WrittenSound] = field(default_factory=list)
    refused: list[Quarantined] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    empty: int = 0  # labels without sound
    as_wav: int = 0  # sounds that FLAC cannot hold


def export_sounds(request: ExportSounds, project: ProjectView) -> Generator[Progress, None, SoundsExported]:
    """Write each label's sound in the folder of its class, and a table of what came from where beside them.

    Rate, channels and samples are those of the recording, unless what is heard is wanted. Files without a
    class lie beside the folders, and those of a stretch need no table, since their names say where they are
    from. Whoever ends the job early has the table of what was written until then.

    Raises
    ------
    UserError
        If a class or track is unknown, or a file cannot be written.
    """
    view = project.catalogue
    wanted = _wanted(request, view)
    done = _Done()
    places = _Places(request.folder, view)
    try:
        for number, (clip, labels) in enumerate(wanted, start=1):
            try:
                with _reader(view.audio_path(clip), request) as reader:
                    for _ in _written(reader, clip, labels, request, places, done):
                        yield Progress(number - 1, len(wanted))
            except UnreadableAudioError as error:
                done.refused.append(Quarantined(error.path, error.reason, error.remedy))
            yield Progress(number, len(wanted))
    finally:
        if done.sounds and request.span_s is None:
            done.kept += _write_table(request.folder, done.sounds)
    notes = tuple(_notes(request, done))
    return SoundsExported(tuple(done.sounds), tuple(done.refused), tuple(done.kept), notes)


def _reader(path: Path, request: ExportSounds) -> StretchReader | HeardReader:
    return StretchReader(path) if request.heard is None else HeardReader(path, request.heard)


def _wanted(request: ExportSounds, view: CatalogueView) -> list[tuple[Clip, list[Label]]]:
    """The clips with what is to be written of each, in the order in which it is heard."""
    if request.span_s is not None:
        return [(clip, [Label(None, *request.span_s)]) for clip in request.clips]
    class_ids = class_ids_called(request.classes, view)
    tracks = tracks_called(request.tracks, view)
    chosen = (
        (
            clip,
            [
                label
                for label in view.labels(clip.id)
                if (not class_ids or label.class_id in class_ids)
                and (not tracks or (label.track in tracks and not label.is_whole_clip))
            ],
        )
        for clip in request.clips
    )
    return [(clip, sorted(labels, key=lambda one: one.start_s or 0.0)) for clip, labels in chosen if labels]


class _Places:
    """Where sounds are written: each in a place of its own, and never over a clip of the project."""

    def __init__(self, folder: Path, view: CatalogueView) -> None:
        self._folder = folder
        self._names = {known.id: known.name for known in view.classes}
        self._folders = file_names((TABLE, *self._names.values()))
        self._taken = {view.audio_file(clip).casefold() for clip in view.clips}

    def class_name(self, label: Label) -> str:
        """The class of a label; empty if it has none yet."""
        return "" if label.class_id is None else self._names[label.class_id]

    def of(self, clip: Clip, label: Label, span_s: tuple[float, float], suffix: str) -> Path:
        """A free place, as `song/night_12.500-13.250_song.wav`."""
        name = self.class_name(label)
        folder = self._folder / self._folders[name] if name else self._folder
        start_s, end_s = span_s
        parts = (
            file_name(split_name(clip.name)[0]),
            f"{start_s:.3f}-{end_s:.3f}",
            file_name(name) if name else "",
        )
        stem = "_".join(filter(None, parts))
        names = chain((stem,), (f"{stem} {number}" for number in count(2)))
        paths = (folder / f"{one}.{suffix}" for one in names)
        path = next(one for one in paths if _compared(one) not in self._taken)
        self._taken.add(_compared(path))
        return path


def _compared(path: Path) -> str:
    """The path in letters that no system tells apart."""
    return os.path.normpath(path.absolute()).casefold()


def _written(
    reader: StretchReader | HeardReader,
    clip: Clip,
    labels: Iterable[Label],
    request: ExportSounds,
    places: _Places,
    done: _Done,
) -> Iterator[None]:
    """Write what is wanted of one clip, block by block."""
    if (reader.rate_hz, reader.channels) != (clip.audio.rate_hz, clip.audio.channels):
        raise UnreadableAudioError(
            Path(clip.path),
            Text("its sampling rate or channels are not those that it was imported with"),
            remedy=Text("Put the file back that was imported, or import this one as a clip of its own."),
        )
    container = reader.container(request.format)
    for label in labels:
        start, stop = _frames(clip, label, request.margin_s)
        if start >= stop:
            done.empty += 1
            continue
        span_s = (start / reader.rate_hz, stop / reader.rate_hz)
        path = places.of(clip, label, span_s, container)
        try:
            with part_of(path) as part:
                yield from reader.copy(part, container, start, stop)
                kept = put_where_wanted(part, path)
        except OSError as error:
            raise cannot_write(path, error) from error
        done.kept += [] if kept is None else [kept]
        done.as_wav += container is not request.format
        done.sounds.append(
            WrittenSound(
                path,
                clip,
                places.class_name(label),
                *span_s,
                label,
                reader.kind.name,
                reader.written_hz,
                reader.written_channels,
            )
        )


def _frames(clip: Clip, label: Label, margin_s: float) -> tuple[int, int]:
    """The frames of a label with its margin, as far as the clip has them; none where it holds no sound."""
    rate_hz, frames = clip.audio.rate_hz, clip.audio.frames
    start_s, end_s = label.span_s(clip.duration_s)
    start, stop = round((start_s - margin_s) * rate_hz), round((end_s + margin_s) * rate_hz)
    return max(start, 0), min(stop, frames)


def _write_table(folder: Path, sounds: Iterable[WrittenSound]) -> list[Path]:
    """Write what came from where; where the table is kept that was in its place."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_row(folder, one) for one in sounds)
    path = folder / TABLE
    try:
        kept = write_where_wanted(path, text.getvalue().encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise cannot_write(path, error) from error
    return [] if kept is None else [kept]


def _row(folder: Path, sound: WrittenSound) -> tuple[object, ...]:
    clip, label = sound.clip, sound.label
    times_s = (sound.start_s, sound.end_s, *label.span_s(clip.duration_s))
    return (
        sound.path.relative_to(folder).as_posix(),
        sound.class_name,
        clip.path,
        clip.group or clip.path,
        *(f"{time_s:.6f}" for time_s in times_s),
        *("" if edge_hz is None else f"{edge_hz:g}" for edge_hz in (label.low_hz, label.high_hz)),
        label.track,
        sound.rate_hz,
        sound.channels,
        sound.samples,
    )


def _notes(request: ExportSounds, done: _Done) -> Iterator[Text]:
    """What the user should know of what was left out, or will not come back as it went."""
    if done.empty:
        yield Text(
            "{n} label is left out, as it is a moment or behind the end of its clip and so holds no sound;"
            " a margin gives moments some.",
            "{n} labels are left out, as they are moments or behind the end of their clips and so hold no"
            " sound; a margin gives moments some.",
            n=done.empty,
        )
    if request.heard is not None and done.sounds:
        yield Text("The sounds are written as they are heard, not as they were recorded.")
    if done.as_wav:
        yield Text(
            "{n} sound is written as WAV, as FLAC has no room for its kind of samples, rate or channels.",
            "{n} sounds are written as WAV, as FLAC has no room for their kind of samples, rate or channels.",
            n=done.as_wav,
        )
    read = folders(request.folder, [one.path for one in done.sounds]).candidates
    back = {one.path: one.class_name for one in read}
    changed = dict.fromkeys(one.class_name for one in done.sounds if back.get(one.path) != one.class_name)
    if changed and request.span_s is None:
        yield Text(
            "{names} would not be read so from the folders alone: import the sounds by the columns file and"
            " class of {table}.",
            names=quoted(list(changed), most=6),
            table=TABLE,
        )
