"""Writing a project's labels for other programs, and label files from one format to another."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import EXPORTED, Clip, KeptLabelFile, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_templates import templates
from audioclf_gui.core.naming import as_regions
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.recording_names import RecordingName, bare_name, recording_name, told_apart
from audioclf_gui.core.text import Text
from audioclf_gui.formats.exchange import (
    LabelExport,
    ReadLabels,
    Targets,
    ending_for,
    exports,
    format_called,
    read_label_file,
    suffix_for,
    write_export,
    write_labels,
)
from audioclf_gui.formats.losses import losses, summed
from audioclf_gui.formats.registry import LabelFormat
from audioclf_gui.jobs.writing import KeepLabelFiles

_TOLD_EVERY = 500


@dataclass(frozen=True, slots=True)
class ExportLabels:
    """One label file for each of these clips that has labels."""

    format_key: str
    folder: Path
    clips: tuple[Clip, ...]


@dataclass(frozen=True, slots=True)
class LabelFileWritten:
    """A file more is written."""

    done: int
    total: int
    target: Path
    name: str  # what it is about: a clip's path, or the file it was made from
    labels: int
    losses: tuple[Text, ...]  # what the format could not hold
    kept: Path | None  # where the file is that was in the target's place before


def foresee_losses(
    request: ExportLabels, project: ProjectView
) -> Generator[Progress, None, tuple[Text, ...]]:
    """What the format cannot hold of the labels that would be written; nothing is.

    Raises
    ------
    UserError
        If there is no such format.
    """
    known, view = format_called(request.format_key), project.catalogue
    told: list[Text] = []
    for number, clip in enumerate(request.clips, start=1):
        told += losses(known, as_regions(view.labels(clip.id), view.classes, clip.duration_s))
        if number % _TOLD_EVERY == 0:
            yield Progress(number, len(request.clips))
    return summed(told)


def export_labels(
    request: ExportLabels, project: ProjectView
) -> Generator[LabelFileWritten | KeepLabelFiles, None, None]:
    """Write the files, each whole or not at all; an untouched import comes out byte for byte.

    A project that may be written keeps them as it keeps imported ones, so that they can be compared when
    they come back from another program.

    Raises
    ------
    UserError
        If there is no such format, or a file cannot be written.
    """
    known = format_called(request.format_key)
    wanted = exports(
        project.catalogue, request.clips, known, request.folder, templates(project.file, known.key)
    )
    kept: list[KeptLabelFile] = []
    for number, one in enumerate(wanted, start=1):
        written = write_export(one)
        kept.append(_kept(one, written.content))
        facts = (one.target, one.clip.path, len(one.regions), written.losses, written.kept)
        yield LabelFileWritten(number, len(wanted), *facts)
    if kept and not project.read_only:
        yield KeepLabelFiles(tuple(kept))


def _kept(export: LabelExport, content: bytes) -> KeptLabelFile:
    target = export.target
    return KeptLabelFile(
        export.clip.id,
        export.format.key,
        target.name,
        content,
        "" if export.kept is None else export.kept.label_column,
        target.absolute().parent.name,
        EXPORTED,
        is_older=export.kept is not None and export.kept.is_older,
    )


@dataclass(frozen=True, slots=True)
class ConvertLabels:
    """Label files to write anew in another format; no project is needed."""

    files: tuple[Path, ...]
    format_key: str
    folder: Path


@dataclass(frozen=True, slots=True)
class LabelFileConverted:
    """What was written for a file; several targets where it is about several sound files."""

    file: ReadLabels
    written: tuple[LabelFileWritten, ...]


def convert_labels(
    request: ConvertLabels,
) -> Generator[LabelFileConverted, None, tuple[Quarantined, ...]]:
    """Read each file in the format that it shows and write it in the wanted one; the refused ones at the end.

    Raises
    ------
    UserError
        If there is no such format, or a file cannot be written.
    """
    known = format_called(request.format_key)
    targets = Targets(request.folder, taken=request.files)
    refused = []
    for source in request.files:
        try:
            file = read_label_file(source)
        except UserError as error:
            refused.append(Quarantined(source, error.message, error.remedy))
        else:
            yield LabelFileConverted(file, tuple(_converted(file, known, targets)))
    return tuple(refused)


def _converted(file: ReadLabels, known: LabelFormat, targets: Targets) -> Iterator[LabelFileWritten]:
    """Write a label file anew: one for each recording, if it is about several that `known` would mix up."""
    same = known.key == file.format.key
    parts: dict[str, Sequence[Region]] = {}
    if not same and len(file.labels.by_file) > 1:
        parts = dict(file.labels.by_file)
    parts = parts or {"": file.labels.regions}
    bare = file.source.name if same else bare_name(file.source.name) + file.source.suffix
    own = RecordingName((bare,))
    names = told_apart([recording_name(name) or own for name in parts])
    for number, (name, regions) in enumerate(zip(names, parts.values(), strict=True), start=1):
        ending = suffix_for(known, file.source.name) if same else ending_for(known, "")
        target = targets.of(name, ending)
        written = write_labels(target, known, regions, file.content if same else None)
        facts = (target, str(file.source), len(regions), written.losses, written.kept)
        yield LabelFileWritten(number, len(parts), *facts)
