"""Label files of other programs, into the document and out of it."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_files import clip_for, import_change
from audioclf_gui.core.naming import as_regions
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, LabelFile, LabelFormat, recognise
from audioclf_gui.gui.document import Document


@dataclass(frozen=True, slots=True)
class ReadLabels:
    """A label file that was understood."""

    source: Path
    content: bytes
    format: LabelFormat
    labels: LabelFile


@dataclass(frozen=True, slots=True)
class RefusedLabels:
    """A label file that was not."""

    source: Path
    error: UserError


@dataclass(frozen=True, slots=True)
class LabelExport:
    """What is to be written for one clip."""

    target: Path
    regions: tuple[Region, ...]
    template: bytes | None


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """How many files are written, and what their format could not hold."""

    done: int
    total: int
    losses: tuple[str, ...]


def read_label_files(files: Sequence[Path]) -> Generator[ReadLabels | RefusedLabels, None, None]:
    """Read each file in the format that it shows; to be run in the background."""
    for file in files:
        try:
            yield _read(file)
        except UserError as error:
            yield RefusedLabels(file, error)


def _read(file: Path) -> ReadLabels:
    known = recognise(file)
    if known is None:
        formats = ", ".join(one.name for one in FORMATS.values())
        raise UserError(
            f"the format of {file.name} is not recognised", remedy=f"These are understood: {formats}."
        )
    try:
        content = file.read_bytes()
    except OSError as error:
        raise BadLabelFileError(file, error.strerror or str(error)) from error
    return ReadLabels(file, content, known, known.read(content, file))


def take_in_labels(document: Document, files: Sequence[ReadLabels], what: str) -> list[RefusedLabels]:
    """Add the labels of the files to their clips, as one step that can be undone.

    A file belongs to the clip that is called like it; a single one without such a clip to the clip
    that is shown. What does not belong anywhere comes back.
    """
    refused = []
    document.undo_stack.beginMacro(what)
    try:
        for file in files:
            try:
                _take_in(document, file, what, alone=len(files) == 1)
            except UserError as error:
                refused.append(RefusedLabels(file.source, error))
    finally:
        document.undo_stack.endMacro()
    return refused


def _take_in(document: Document, file: ReadLabels, what: str, *, alone: bool) -> None:
    project = document.project
    try:
        clip = clip_for(project, file.source)
    except UserError:
        if not alone or document.current is None:
            raise
        clip = document.current
    document.do(what, import_change(project, clip, file.labels.regions_of(clip.name)))
    project.keep_label_file(clip.id, file.format.key, file.source.name, file.content)


def exports(document: Document, clips: Sequence[Clip], known: LabelFormat, folder: Path) -> list[LabelExport]:
    """What to write for those clips that have labels or were imported with some."""
    project = document.project
    result = []
    for clip in clips:
        template = project.label_file(clip.id, known.key)
        labels = project.labels(clip.id)
        if labels or template is not None:
            name = Path(clip.path.replace("../", "").replace(":", "")).with_suffix(known.suffixes[0])
            regions = as_regions(labels, project.classes, clip.duration_s)
            result.append(LabelExport(folder / str(name).lstrip("/\\"), tuple(regions), template))
    return result


def write_label_files(
    wanted: Sequence[LabelExport], known: LabelFormat
) -> Generator[ExportProgress, None, None]:
    """Write the files, each whole or not at all; to be run in the background."""
    for number, one in enumerate(wanted, start=1):
        try:
            write_atomically(one.target, known.write(one.regions, one.template))
        except OSError as error:
            raise UserError(
                f"{one.target.name} cannot be written: {error.strerror}",
                remedy="Choose a folder that you may write to, with room on its disk.",
            ) from error
        yield ExportProgress(number, len(wanted), known.losses(one.regions))
