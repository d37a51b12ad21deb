"""Label files of other programs, read in whatever format they are, and written for the clips of a project."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from audioclf_gui.core.capabilities import USUAL, held_by
from audioclf_gui.core.clip import Clip, ClipId, KeptLabelFile
from audioclf_gui.core.content import write_where_wanted
from audioclf_gui.core.errors import UserError, cannot_read, cannot_write
from audioclf_gui.core.label import Region
from audioclf_gui.core.naming import as_regions
from audioclf_gui.core.recording_names import bare_name
from audioclf_gui.core.region_pairs import match
from audioclf_gui.core.text import Text, joined
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.chosen_columns import is_more_than_label
from audioclf_gui.formats.doubtful_names import with_name_notes
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.read_back import not_found_again
from audioclf_gui.formats.registry import (
    FORMATS,
    EndingFormat,
    LabelFile,
    LabelFormat,
    LabelledSound,
    of_column,
    of_sound,
    recognise,
)
from audioclf_gui.formats.text import encoding_note
from audioclf_gui.formats.unrecognised import not_recognised
from audioclf_gui.formats.workbook import WorkbookError, is_workbook


@dataclass(frozen=True, slots=True)
class ReadLabels:
    """A label file that was understood."""

    source: Path
    content: bytes
    format: LabelFormat
    labels: LabelFile


@dataclass(frozen=True, slots=True)
class LabelExport:
    """What is to be written for one clip."""

    clip: Clip
    target: Path
    format: LabelFormat
    regions: tuple[Region, ...]
    kept: KeptLabelFile | None  # the file that was imported for it, if any


def format_called(key: str) -> LabelFormat:
    """The label format of that key; UserError if there is none."""
    if key not in FORMATS:
        raise UserError(
            Text("there is no label format called {name}", name=key),
            remedy=Text("Use one of: {names}.", names=joined(FORMATS)),
        )
    return FORMATS[key]


def read_label_file(source: Path, format_key: str | None = None, label_column: str = "") -> ReadLabels:
    """Read a label file, in the format that it shows unless one is named.

    Parameters
    ----------
    label_column
        Of a table, the column that the labels stand in, or several columns by what they say, see
        `formats.chosen_columns`; they are guessed if none is named.

    Raises
    ------
    UserError
        If it cannot be read or its format is unknown.
    """
    if not format_key and is_more_than_label(label_column):
        format_key = "csv"  # whatever it may look like: somebody has said what its columns are
    known = format_called(format_key) if format_key else recognise(source, label_column)
    try:
        content = source.read_bytes()
    except OSError as error:
        raise cannot_read(source, error) from error
    if is_workbook(content):
        raise WorkbookError(source)
    if known is None:
        raise not_recognised(source, content)
    known = of_column(known, label_column)
    labels = with_name_notes(known.read(content, source))
    labels = replace(labels, notes=(*encoding_note(content), *labels.notes))
    return ReadLabels(source, content, known, labels)


def to_keep(
    file: ReadLabels, pairs: Sequence[tuple[Clip, Sequence[Region]]], label_column: str = ""
) -> list[KeptLabelFile]:
    """What `LabelTemplates.keep` is to keep of a file: for each clip the part that is about it."""
    name, folder = file.source.name, file.source.absolute().parent.name
    places: defaultdict[Region, list[int]] = defaultdict(list)
    for at, region in enumerate(file.labels.regions):
        places[region].append(at)
    kept = []
    for clip, regions in pairs:
        part = _part(file, regions, places)
        column = label_column or _column_of_whole(file, part)
        kept.append(KeptLabelFile(clip.id, file.format.key, name, part, column, folder))
    return kept


def _part(file: ReadLabels, regions: Sequence[Region], places: Mapping[Region, Sequence[int]]) -> bytes:
    document = file.labels.document
    if document is None or len(regions) == len(file.labels.regions):
        return file.content
    return document.part({at for one in regions for at in places[one]})


def _column_of_whole(file: ReadLabels, part: bytes) -> str:
    """The column that the labels of a file were taken from, where a part of it alone shows another one."""
    first = file.labels.columns[:1]
    if not first or part == file.content:
        return ""
    try:
        return "" if file.format.read(part, file.source).columns[:1] == first else first[0]
    except UserError:
        return first[0]


def kept_regions(kept: KeptLabelFile) -> tuple[Region, ...]:
    """What a kept file says; nothing if its format is not known any more, or cannot read it."""
    try:
        known = of_column(format_called(kept.format_key), kept.label_column)
        regions = known.read(kept.content, Path(kept.name)).regions
        return tuple(held_by(USUAL, regions)) if kept.is_older else regions
    except UserError:
        return ()


def _as_in_older(kept: KeptLabelFile, known: LabelFormat, regions: Sequence[Region]) -> list[Region]:
    """The labels with tracks, notes and columns of the file that they came from when there were none yet.

    What was given to a label since stays.
    """
    said = known.read(kept.content, Path(kept.name)).regions
    origins = match(held_by(USUAL, said), held_by(USUAL, regions))
    return [
        region if origin is None else _filled(region, said[origin])
        for region, origin in zip(regions, origins, strict=True)
    ]


def _filled(region: Region, said: Region) -> Region:
    return replace(
        region,
        track=region.track or said.track,
        note=region.note or said.note,
        certainty=region.certainty or said.certainty,
        extra=region.extra or said.extra,
    )


def suffix_for(known: LabelFormat, name: str) -> str:
    """What a file to be written in a format ends in: as the file of that name, if that is of the format."""
    suffix = Path(name).suffix
    return suffix if suffix.lower() in map(str.lower, known.suffixes) else known.suffixes[0]


def ending_for(known: LabelFormat, name: str) -> str:
    """What the name of a clip's file ends in: as that of the file of that name, if that is of the format.

    Examples
    --------
    >>> [ending_for(FORMATS["raven"], name) for name in ("", "all.selections.txt", "a.csv")]
    ['.Table.1.selections.txt', '.selections.txt', '.csv']
    """
    if Path(name).suffix.lower() not in map(str.lower, known.suffixes):
        return known.ending if isinstance(known, EndingFormat) else known.suffixes[0]
    ending = name[len(bare_name(name)) :]
    return ending if ending.startswith(".") else suffix_for(known, name)


class Targets:
    """Places for files to write below a folder, none given twice.

    Parameters
    ----------
    taken
        Files that are not to be replaced.
    """

    def __init__(self, folder: Path, taken: Iterable[Path] = ()) -> None:
        self._folder = folder
        self._taken = set(map(_same_for_all_systems, taken))

    def of(self, place: Path, suffix: str) -> Path:
        """Where to write what belongs to `place`, as `night.txt`, `night.flac.txt` or `night 2.txt`."""
        names = chain(
            (f"{place.stem}{suffix}", f"{place.name}{suffix}"),
            (f"{place.stem} {number}{suffix}" for number in count(2)),
        )
        targets = (self._folder / place.with_name(name) for name in names)
        target = next(one for one in targets if _same_for_all_systems(one) not in self._taken)
        self._taken.add(_same_for_all_systems(target))
        return target


def _same_for_all_systems(path: Path) -> str:
    """The path in letters that no system tells apart."""
    return str(path.resolve()).casefold()


def exports(
    view: CatalogueView,
    clips: Iterable[Clip],
    known: LabelFormat,
    folder: Path,
    templates: Mapping[ClipId, KeptLabelFile],
) -> list[LabelExport]:
    """What to write below `folder` for those clips that have labels or were imported with some.

    Parameters
    ----------
    templates
        For each clip the file of that format that was imported for it, if any.
    """
    result = []
    targets = Targets(folder)
    for clip in clips:
        kept = templates.get(clip.id)
        labels = view.labels(clip.id)
        if labels or kept is not None:
            target = targets.of(_inner_path(clip.path), ending_for(known, "" if kept is None else kept.name))
            regions = tuple(as_regions(labels, view.classes, clip.duration_s))
            sound = LabelledSound(
                _path_told(clip.path), clip.duration_s, clip.audio.rate_hz, clip.audio.channels
            )
            one = of_sound(known, sound)
            one = one if kept is None else of_column(one, kept.label_column)
            if kept is not None and kept.is_older:
                regions = tuple(_as_in_older(kept, one, regions))
            result.append(LabelExport(clip, target, one, regions, kept))
    return result


class WrittenLabels(NamedTuple):
    """What became of a label file."""

    losses: tuple[Text, ...]  # what the format, or the file, could not hold, as sentences for the user
    kept: Path | None  # where the file is that was in its place before
    content: bytes  # what was written


def write_export(export: LabelExport) -> WrittenLabels:
    """Write one label file, as `write_labels` does."""
    template = None if export.kept is None else export.kept.content
    return write_labels(export.target, export.format, export.regions, template)


def write_labels(
    target: Path, known: LabelFormat, regions: Sequence[Region], template: bytes | None = None
) -> WrittenLabels:
    """Write a label file, whole or not at all; another one in its place is kept, see `write_where_wanted`.

    Raises
    ------
    UserError
        If it cannot be written.
    """
    regions = held_by(known.capabilities, said := regions)
    content = known.write(regions, template)
    try:
        kept = write_where_wanted(target, content)
    except OSError as error:
        raise cannot_write(target, error) from error
    return WrittenLabels((*losses(known, said), *not_found_again(known, regions, content)), kept, content)


def _path_told(path: str) -> str:
    """How files for others call a recording: by its path in the project, or its name if it is elsewhere."""
    place = Path(path)
    return place.name if place.is_absolute() else place.as_posix()


def _inner_path(path: str) -> Path:
    """The same path, made to stay inside whatever folder it is put into."""
    whole = Path(path)
    return Path(*(part for part in whole.relative_to(whole.anchor).parts if part != ".."))
