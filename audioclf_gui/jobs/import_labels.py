"""Taking label files of other programs into a project."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Clip, KeptLabelFile, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_files import ClipFinder, import_change
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.formats.exchange import ReadLabels, placed, read_label_file, to_keep
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import KeepLabelFiles, MakeEdit


@dataclass(frozen=True, slots=True)
class ImportLabels:
    """Label files to take in; the same request comes from a command line and from a dropped file."""

    files: tuple[Path, ...]
    format_key: str = ""  # empty: told by what is in the file
    shown: Clip | None = None  # the clip of a single file that fits none by its name


@dataclass(frozen=True, slots=True)
class PlacedLabels:
    """A file with the clips that its labels went to."""

    file: ReadLabels
    pairs: tuple[tuple[Clip, tuple[Region, ...]], ...]


@dataclass(frozen=True, slots=True)
class LabelsImported:
    """What came of it."""

    files: tuple[PlacedLabels, ...]
    refused: tuple[Quarantined, ...]


def import_labels(
    request: ImportLabels, project: ProjectView
) -> Generator[Progress | MakeEdit | KeepLabelFiles, None, LabelsImported]:
    """Read, place and add the labels as one edit, with a copy of the project before it.

    A file belongs to the clip that is called like it, or to those that it names. What does not belong
    anywhere is put aside, and nothing else is affected.

    Raises
    ------
    UserError
        If the project cannot be written.
    """
    project.check_writable()
    finder = ClipFinder(project.catalogue)
    found: list[PlacedLabels] = []
    refused: list[Quarantined] = []
    for number, source in enumerate(request.files, start=1):
        try:
            file = read_label_file(source, request.format_key or None)
            pairs, problem = _placed(request, finder, file)
        except UserError as error:
            refused.append(Quarantined(source, error.message, error.remedy))
        else:
            found.append(PlacedLabels(file, tuple(pairs)))
            if problem is not None:
                refused.append(Quarantined(source, problem.message, problem.remedy))
        yield Progress(number, len(request.files))
    if found:
        pairs = [pair for one in found for pair in one.pairs]
        n = len(found)
        what = Text("import labels of {n} file", "import labels of {n} files", n=n)
        yield from bulk_edit(project, what, import_change(project.catalogue, pairs))
        yield KeepLabelFiles(_kept(found))
    return LabelsImported(tuple(found), tuple(refused))


def _placed(
    request: ImportLabels, finder: ClipFinder, file: ReadLabels
) -> tuple[Sequence[tuple[Clip, tuple[Region, ...]]], UserError | None]:
    try:
        return placed(finder, file)
    except UserError:
        is_alone = len(request.files) == 1 and len(file.labels.by_file) < 2
        if request.shown is None or not is_alone:
            raise
        return [(request.shown, file.labels.regions)], None


def _kept(found: Sequence[PlacedLabels]) -> tuple[KeptLabelFile, ...]:
    return tuple(kept for one in found for kept in to_keep(one.file, one.pairs))
