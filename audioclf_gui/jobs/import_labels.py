"""Taking label files of other programs into a project."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Clip, KeptLabelFile, Quarantined
from audioclf_gui.core.clip_finder import ClipFinder
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label_files import import_change
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.quarantine import put_aside
from audioclf_gui.core.text import Text
from audioclf_gui.core.unplaced import UnplacedError
from audioclf_gui.formats.exchange import read_label_file, to_keep
from audioclf_gui.formats.placing import placed, placed_on
from audioclf_gui.jobs.label_claims import PlacedLabels, once, undisputed
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import KeepLabelFiles, MakeEdit


@dataclass(frozen=True, slots=True)
class ImportLabels:
    """Label files to take in; the same request comes from a command line and from a dropped file."""

    files: tuple[Path, ...]
    format_key: str = ""  # empty: told by what is in the file
    clip: Clip | None = None  # whose labels they are, whatever they are called and name
    by_name: bool = False  # whether folders do not count where a name fits one clip only


@dataclass(frozen=True, slots=True)
class LabelsImported:
    """What came of it."""

    files: tuple[PlacedLabels, ...]
    refused: tuple[Quarantined, ...]
    unplaced: tuple[Path, ...] = ()  # files among the refused that were understood and wait for a clip


def import_labels(
    request: ImportLabels, project: ProjectView
) -> Generator[Progress | MakeEdit | KeepLabelFiles, None, LabelsImported]:
    """Read, place and add the labels as one edit, with a copy of the project before it.

    A file belongs to the clips that it names, or if it names none to the one that it is called like, see
    `core.clip_finder`. What does not belong anywhere is put aside, and nothing else is affected.

    Raises
    ------
    UserError
        If the project cannot be written.
    """
    project.check_writable()
    finder = ClipFinder(project.catalogue, put_aside(project.file), by_name=request.by_name)
    found: list[PlacedLabels] = []
    refused: list[Quarantined] = []
    unplaced: list[Path] = []
    sources = once(request.files)
    for number, source in enumerate(sources, start=1):
        problem: UserError | None
        try:
            file = read_label_file(source, request.format_key or None)
            pairs, problem = placed(finder, file) if request.clip is None else placed_on(request.clip, file)
        except UserError as error:
            problem = error
        else:
            found.append(PlacedLabels(file, tuple(pairs)))
        if problem is not None:
            refused.append(Quarantined(source, problem.message, problem.remedy))
            unplaced += [source] if isinstance(problem, UnplacedError) else []
        yield Progress(number, len(sources))
    if request.clip is None and not request.by_name:
        found, rivals = undisputed(found, project.catalogue)
        refused += rivals
        unplaced += [rival.path for rival in rivals]
    if found:
        pairs = [pair for one in found for pair in one.pairs]
        n = len(found)
        what = Text("import labels of {n} file", "import labels of {n} files", n=n)
        yield from bulk_edit(project, what, import_change(project.catalogue, pairs))
        yield KeepLabelFiles(_kept(found))
    return LabelsImported(tuple(found), tuple(refused), tuple(unplaced))


def _kept(found: Sequence[PlacedLabels]) -> tuple[KeptLabelFile, ...]:
    return tuple(kept for one in found for kept in to_keep(one.file, one.pairs))
