"""Label files and tables among recordings: which are about these, and which about nothing that is there."""

import os
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import names_meant, own_names
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import is_bare_split_list
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import FORMATS, recognise
from audioclf_gui.formats.workbook import WorkbookError
from audioclf_gui.jobs.table_guess import NamingTable, naming_tables

_TABLE_SUFFIXES = {".csv", ".tsv", ".jsonl"}
_WORKBOOK_SUFFIXES = {".xlsx", ".xls", ".ods"}
_LOOKED_INTO = 20  # tables, before it is guessed what they are for


@dataclass(frozen=True, slots=True)
class FilesBeside:
    """The files under some paths that are no sound."""

    label_files: tuple[Path, ...]  # called like a recording, given as such, or naming recordings in them
    tables: tuple[Path, ...]  # those that describe whole recordings come first
    naming: tuple[NamingTable, ...]  # these, the most telling first
    reasons: tuple[Text, ...]  # why others are not among them
    unused: tuple[Path, ...]  # label files and tables that are about nothing that is there


def files_beside(paths: Sequence[Path], heard: AbstractSet[str]) -> FilesBeside:
    """Look through paths for label files and tables.

    Parameters
    ----------
    heard
        The recordings that are there, as `recording_names.name_key` compares them.
    """
    suffixes = _label_suffixes()
    others = list(dict.fromkeys(file for path in paths for file in _other_files(path, suffixes)))
    called_like = [
        file
        for file in others
        if file.suffix.lower() in suffixes and (_is_called_like(file, heard) or _is_given(file, paths))
    ]
    books = [file for file in others if file.suffix.lower() in _WORKBOOK_SUFFIXES and file not in paths]
    known = {*called_like, *books}
    texts = [file for file in others if file not in known and not is_bare_split_list(file, heard)]
    tables = [file for file in texts if _is_called_a_table(file)]
    unlike = [file for file in texts if not _is_called_a_table(file)]  # some programs save tables as .txt
    looked_into = (*tables[:_LOOKED_INTO], *(unlike[:_LOOKED_INTO] if heard else ()))
    naming, reasons = naming_tables(looked_into, heard)
    described = [one.file for one in naming]
    rest = [file for file in texts if file not in described and is_called_of_text(file)] if heard else []
    combined, unused = _told_by_rows(rest, heard)
    if heard and not naming:
        unused += [file for file in tables if file not in combined and file not in unused]
    return FilesBeside(
        label_files=(*called_like, *combined),
        tables=tuple(dict.fromkeys((*described, *tables))),
        naming=tuple(naming),
        reasons=(*reasons.values(), *(WorkbookError(file).message for file in books)),
        unused=tuple(file for file in unused if file not in reasons),
    )


def is_called_of_text(file: Path) -> bool:
    """Whether the ending of a file is one that label files or tables have."""
    return file.suffix.lower() in _label_suffixes() | _TABLE_SUFFIXES


def texts_in(folder: Path) -> list[Path]:
    """What could be label files or tables in a folder, however deep, by the endings of their names."""
    return [file for file in _other_files(folder, _label_suffixes()) if is_called_of_text(file)]


def _label_suffixes() -> set[str]:
    return {suffix.lower() for known in FORMATS.values() for suffix in known.suffixes}


def _is_called_a_table(file: Path) -> bool:
    return file.suffix.lower() in _TABLE_SUFFIXES


def _other_files(path: Path, suffixes: set[str]) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(
        Path(folder, name)
        for folder, _folders, names in os.walk(path)
        for name in names
        if Path(name).suffix.lower() in suffixes | _TABLE_SUFFIXES | _WORKBOOK_SUFFIXES
        and not name.startswith((".", "~"))
    )


def _is_called_like(label_file: Path, recordings: AbstractSet[str]) -> bool:
    return any(name.key in recordings for name in own_names(label_file.name))


def _is_given(file: Path, paths: Sequence[Path]) -> bool:
    """Whether the file itself was chosen, and as labels; a table of clips has the same endings."""
    return file in paths and recognise(file) is not None


def _told_by_rows(files: Iterable[Path], heard: AbstractSet[str]) -> tuple[list[Path], list[Path]]:
    """Those of the files that hold labels of recordings that are there, and other label files."""
    found: list[Path] = []
    others: list[Path] = []
    for file in files:
        try:
            if recognise(file) is None:
                continue
            labels = read_label_file(file).labels
        except UserError:
            others.append(file)
        else:
            named = {name.key for called in labels.by_file for name in names_meant(called)}
            (others if named.isdisjoint(heard) else found).append(file)
    return found, others
