"""Label files of other programs, read in whatever format they are, and written for the clips of a project."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.naming import as_regions
from audioclf_gui.core.project import Project
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, LabelFile, LabelFormat, recognise


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
    template: bytes | None  # the file that was imported for it, if any


def format_called(key: str) -> LabelFormat:
    """The label format of that key; UserError if there is none."""
    if key not in FORMATS:
        raise UserError(f"there is no label format called {key}", remedy=f"Use one of: {', '.join(FORMATS)}.")
    return FORMATS[key]


def read_label_file(source: Path, format_key: str | None = None) -> ReadLabels:
    """Read a label file, in the format that it shows unless one is named.

    Raises
    ------
    UserError
        If it cannot be read or its format is unknown.
    """
    known = format_called(format_key) if format_key else recognise(source)
    if known is None:
        formats = ", ".join(one.name for one in FORMATS.values())
        raise UserError(
            f"the format of {source.name} is not recognised",
            remedy=f"These are understood: {formats}. If it is one of them, name it.",
        )
    try:
        content = source.read_bytes()
    except OSError as error:
        raise BadLabelFileError(source, error.strerror or str(error)) from error
    return ReadLabels(source, content, known, known.read(content, source))


def exports(project: Project, clips: Iterable[Clip], known: LabelFormat, folder: Path) -> list[LabelExport]:
    """What to write below `folder` for those clips that have labels or were imported with some."""
    result = []
    for clip in clips:
        template = project.label_file(clip.id, known.key)
        labels = project.labels(clip.id)
        if labels or template is not None:
            target = folder / _inner_path(clip.path).with_suffix(known.suffixes[0])
            regions = tuple(as_regions(labels, project.classes, clip.duration_s))
            result.append(LabelExport(clip, target, known, regions, template))
    return result


def write_export(export: LabelExport) -> tuple[str, ...]:
    """Write one label file, whole or not at all.

    Returns
    -------
    tuple of str
        What the format could not hold, as sentences for the user.

    Raises
    ------
    UserError
        If it cannot be written.
    """
    try:
        write_atomically(export.target, export.format.write(export.regions, export.template))
    except OSError as error:
        raise UserError(
            f"{export.target.name} cannot be written: {error.strerror}",
            remedy="Choose a folder that you may write to, with room on its disk.",
        ) from error
    return export.format.losses(export.regions)


def _inner_path(path: str) -> Path:
    """The same path, made to stay inside whatever folder it is put into."""
    whole = Path(path)
    return Path(*(part for part in whole.relative_to(whole.anchor).parts if part != ".."))
