"""Label files of other programs, into the document and out of it."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_files import ClipFinder, import_change
from audioclf_gui.core.text import Text
from audioclf_gui.formats.exchange import (
    KeptFile,
    LabelExport,
    ReadLabels,
    placed,
    read_label_file,
    to_keep,
    write_export,
)
from audioclf_gui.gui.document import Document


@dataclass(frozen=True, slots=True)
class RefusedLabels:
    """A label file that was not."""

    source: Path
    error: UserError


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """How many files are written, and what their format could not hold."""

    done: int
    total: int
    losses: tuple[Text, ...]


def read_label_files(files: Sequence[Path]) -> Generator[ReadLabels | RefusedLabels, None, None]:
    """Read each file in the format that it shows; to be run in the background."""
    for file in files:
        try:
            yield read_label_file(file)
        except UserError as error:
            yield RefusedLabels(file, error)


def take_in_labels(document: Document, files: Sequence[ReadLabels], what: Text) -> list[RefusedLabels]:
    """Add the labels of the files to their clips, as one step that can be undone.

    A file belongs to the clip that is called like it, or to those that it names; a single one without
    such a clip to the clip that is shown. What does not belong anywhere comes back.

    Raises
    ------
    UserError
        If the project cannot be written.
    """
    finder = ClipFinder(document.view)
    wanted: list[tuple[Clip, Sequence[Region]]] = []
    kept: list[KeptFile] = []
    refused = []
    for file in files:
        try:
            pairs, problem = placed(finder, file)
        except UserError as error:
            is_alone = len(files) == 1 and len(file.labels.by_file) < 2
            shown = document.current if is_alone else None
            pairs, problem = ([], error) if shown is None else ([(shown, file.labels.regions)], None)
        if problem is not None:
            refused.append(RefusedLabels(file.source, problem))
        wanted += pairs
        kept += to_keep(file, pairs)
    if wanted:
        document.do(what, import_change(document.view, wanted))
        document.project.label_files.keep(kept)
    return refused


def write_label_files(wanted: Sequence[LabelExport]) -> Generator[ExportProgress, None, None]:
    """Write the files, each whole or not at all; to be run in the background."""
    for number, one in enumerate(wanted, start=1):
        yield ExportProgress(number, len(wanted), write_export(one))
