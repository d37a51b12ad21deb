"""What an import would take in: what lies under the chosen paths, and what a layout makes of it."""

import os
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import name_key, own_names
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.datasets import (
    LAYOUTS,
    Columns,
    Listing,
    guess_layout,
    likely_columns,
    preview_names,
    read_header,
    table,
)
from audioclf_gui.formats.registry import FORMATS, recognise

PLAIN, NAMES, TABLE = "plain", "names", "table"
"""The ways besides the layouts of `formats.datasets`: no classes, from file names, from a table."""

_TABLE_SUFFIXES = {".csv", ".tsv"}
_LOOKED_INTO = 20  # tables, before it is guessed what they are for
_EMPTY_TABLE = Text("Choose the table, its column of file names and its column of classes.")


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies under the paths that were chosen or dropped."""

    root: Path  # what the layouts start from
    audio: tuple[Path, ...]
    label_files: tuple[Path, ...]
    tables: tuple[Path, ...]
    layout: str  # the one that it looks like


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How classes, groups and folds are found."""

    layout: str
    name_pattern: str = ""  # regular expression with a group `label`, in file names; may have `group`, `fold`
    group_pattern: str = ""  # one more, with the groups `group` and `fold`
    table: Path | None = None
    columns: Columns = field(default_factory=Columns)


def survey(paths: Sequence[Path]) -> Survey:
    """Look at files and folders; to be run where waiting for the disk does no harm."""
    suffixes = _label_suffixes()
    sound = [path for path in paths if path.is_dir() or path.suffix.lower() not in suffixes | _TABLE_SUFFIXES]
    audio = tuple(dict.fromkeys(file for path in sound for file in audio_files(path)))
    heard = {name_key(file.name) for file in audio}
    others = [file for path in paths for file in _other_files(path, suffixes)]
    labels = tuple(
        file
        for file in others
        if file.suffix.lower() in suffixes and (_is_called_like(file, heard) or _is_given(file, paths))
    )
    tables = tuple(file for file in others if file.suffix.lower() in _TABLE_SUFFIXES and file not in labels)
    root = _root(paths)
    is_folder = any(path.is_dir() for path in paths)
    naming = [file for file in tables[:_LOOKED_INTO] if _names_files(file)]
    tables = tuple(dict.fromkeys((*naming, *tables)))
    layout = (guess_layout(root, audio) if is_folder else None) or (TABLE if naming or not audio else PLAIN)
    return Survey(root, audio, labels, tables, layout)


def _names_files(table: Path) -> bool:
    """Whether a table seems to say something about files; others lie beside many recordings, too."""
    head = read_header(table)
    return head is not None and bool(likely_columns(head).path)


def _is_given(file: Path, paths: Sequence[Path]) -> bool:
    """Whether the file itself was chosen, and as labels; a table of clips has the same endings."""
    return file in paths and recognise(file) is not None


def _label_suffixes() -> set[str]:
    return {suffix for known in FORMATS.values() for suffix in known.suffixes}


def _other_files(path: Path, suffixes: set[str]) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(
        Path(folder, name)
        for folder, _folders, names in os.walk(path)
        for name in names
        if Path(name).suffix.lower() in suffixes | _TABLE_SUFFIXES and not name.startswith(".")
    )


def _is_called_like(label_file: Path, recordings: AbstractSet[str]) -> bool:
    return any(name.key in recordings for name in own_names(label_file.name))


def _root(paths: Sequence[Path]) -> Path:
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    return Path(os.path.commonpath([path.parent for path in paths]))


def candidates(root: Path, audio: Sequence[Path], plan: ImportPlan) -> Listing:
    """The files that would be taken in, with what layout or table and finally file names say about each.

    Parameters
    ----------
    root
        What the layout starts from.
    audio
        The sound files below it.

    Raises
    ------
    UserError
        If the plan does not fit what was found.
    """
    match plan.layout:
        case "plain" | "names":
            found = Listing(tuple(Candidate(file) for file in audio))
        case "table":
            found = _from_table([root], plan)
        case _:
            found = LAYOUTS[plan.layout](root, audio)
    return _with_names(found, plan)


def _with_names(found: Listing, plan: ImportPlan) -> Listing:
    """The files with what the patterns find in their names."""
    matches = preview_names([one.path for one in found.candidates], plan.name_pattern, plan.group_pattern)
    named = tuple(
        replace(
            one,
            class_name=match.label or one.class_name,
            group=match.group or one.group,
            fold=match.fold or one.fold,
        )
        for one, match in zip(found.candidates, matches, strict=True)
    )
    return replace(found, candidates=named)


def candidates_of(paths: Sequence[Path], plan: ImportPlan) -> Listing:
    """The files of several paths, each of which the layout starts from; what a table names may lie in any.

    Raises
    ------
    UserError
        If a path does not exist, or the plan does not fit what was found.
    """
    for path in paths:
        if not path.exists():
            raise UserError(
                Text("{path} does not exist", path=path), remedy=Text("Check the path; nothing was imported.")
            )
    if plan.layout == TABLE:
        return _with_names(_from_table(paths, plan), plan)
    found = [candidates(path, audio_files(path), plan) for path in paths]
    return Listing(
        tuple(one for listing in found for one in listing.candidates),
        tuple(dict.fromkeys(note for listing in found for note in listing.notes)),
    )


def _from_table(roots: Sequence[Path], plan: ImportPlan) -> Listing:
    if plan.table is None or not plan.columns.path:
        raise UserError(Text("No column of file names is chosen"), remedy=_EMPTY_TABLE)
    return table(plan.table, plan.columns, roots)


@dataclass(frozen=True, slots=True)
class Outline:
    """What a plan comes to."""

    wanted: tuple[Candidate, ...]  # those that the project does not have yet
    known: int  # how many it has
    classes: int
    groups: int
    folds: int
    notes: tuple[Text, ...] = ()  # what had to be guessed


def outline(found: Survey, plan: ImportPlan, view: CatalogueView) -> Outline:
    """Work a plan out; looks at the project's clips in memory only, so it may run in the background."""
    listing = candidates(found.root, found.audio, plan)
    wanted = tuple(view.unknown(listing.candidates))
    return Outline(
        wanted,
        len(listing.candidates) - len(wanted),
        len({one.class_name for one in wanted} - {""}),
        len({one.group for one in wanted} - {""}),
        len({one.fold for one in wanted} - {""}),
        listing.notes,
    )
