"""What an import would take in: what a layout, a table or names make of the files that were found."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Any

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.group_names import group_name_of_column
from audioclf_gui.core.naming import Twins, twins
from audioclf_gui.core.supplement import LeftAlone, quantity_to_come, supplement
from audioclf_gui.core.text import Text, joined, quoted
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.datasets import (
    LAYOUTS,
    ClassNames,
    Columns,
    Listing,
    described_by_names,
    fold_of_table,
    folders,
    likely_columns,
    pattern_of,
    read_class_names,
    read_sheet,
    table,
    with_folders_beside,
    with_names,
    with_split_lists,
)
from audioclf_gui.jobs.edit_clips import NameClasses, after_edit
from audioclf_gui.jobs.import_clips import at_copies
from audioclf_gui.jobs.import_survey import Survey
from audioclf_gui.jobs.joined_labels import joined_labels
from audioclf_gui.jobs.layout_guess import NAMES, PARTS, PLAIN, TABLE, ChosenFolder

_OF_PEOPLE = {
    "commonvoice": "speaker",
    "librispeech": "speaker",
    "speechcommands": "speaker",
    "voxceleb": "speaker",
    "xenocanto": "recordist",
}
"""What groups are in layouts whose groups are people."""

_LOOKED_INTO = 20  # tables that may say what codes stand for
_MOST_CODE_BYTES = 2**20  # more of them nobody writes
_EMPTY_TABLE = Text("Choose the table, its column of file names and its column of classes.")


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How classes, groups and folds are found."""

    layout: str
    name_pattern: str = ""  # regular expression with a group `label`, in file names; may have `group`, `fold`
    group_pattern: str = ""  # one more, with the groups `group` and `fold`
    table: Path | None = None
    columns: Columns = field(default_factory=Columns)
    name_template: str = ""  # of file names, see `name_template.pattern_of`
    class_names: Path | None = None  # a table of the names that codes of classes stand for


def guessed_plan(found: Survey) -> ImportPlan:
    """How that is to be taken in of which nobody has said anything."""
    if found.layout == TABLE and found.tables:
        columns = likely_columns(read_sheet(found.tables[0]), found.heard)
        return ImportPlan(TABLE, table=found.tables[0], columns=columns)
    return ImportPlan(PLAIN if found.layout == TABLE else found.layout, columns=Columns())


def plan_to_json(plan: ImportPlan) -> dict[str, object]:
    """The plan as a value that can be kept."""
    table, names = plan.table, plan.class_names
    paths = {"table": table and str(table), "class_names": names and str(names)}
    return {**asdict(plan), **paths}


def plan_from_json(kept: Mapping[str, Any]) -> ImportPlan:
    """The plan that was kept.

    Raises
    ------
    KeyError, TypeError
        If it is none.
    """
    columns = Columns(**{**kept["columns"], "classes": tuple(kept["columns"]["classes"])})
    paths = {name: kept[name] and Path(kept[name]) for name in ("table", "class_names")}
    return ImportPlan(**{**kept, "columns": columns, **paths})


def candidates(found: Survey, plan: ImportPlan) -> Listing:
    """The files that would be taken in, with what layout or table and finally file names say about each.

    Each file is listed once. What lies there and is named nowhere is told.

    Raises
    ------
    UserError
        If the plan does not fit what was found.
    """
    match plan.layout:
        case _ if plan.layout in {PLAIN, NAMES, PARTS}:
            listing = Listing(tuple(Candidate(file) for file in found.audio))
        case _ if plan.layout == TABLE:
            listing = _from_table(found, plan)
        case _:
            listing = _from_layout(found, plan.layout)
    roots = [source.root for source in found.sources] or [found.root]
    listing = with_folders_beside(with_split_lists(listing, roots), roots)
    listed = {_key(one.path): one for one in reversed(listing.candidates)}
    notes = (*listing.notes, *_left_out_notes([file for file in found.audio if _key(file) not in listed]))
    pattern = pattern_of(plan.name_template) if plan.name_template else plan.name_pattern
    named = described_by_names(tuple(reversed(listed.values())), pattern, plan.group_pattern)
    whole = Listing(named.candidates, (*notes, *named.notes), listing.read)
    return whole if plan.class_names is None else _with_names(whole, plan.class_names)


def _with_names(listing: Listing, table: Path) -> Listing:
    named, notes = with_names(listing.candidates, read_class_names(table))
    return Listing(named, (*listing.notes, *notes), (*listing.read, table))


def _key(path: Path) -> str:
    return os.path.normpath(path.absolute())


def _from_layout(found: Survey, layout: str) -> Listing:
    """What the layout makes of each source; one that does not have it is taken as it is, if others do."""
    if layout not in LAYOUTS:  # of a script, or of a plug-in that is gone
        raise UserError(
            Text("there is no layout called {name}", name=layout),
            remedy=Text("There are: {names}.", names=joined(LAYOUTS)),
        )
    listings: list[Listing] = []
    errors: list[UserError] = []
    sources = found.sources or (ChosenFolder(found.root, ()),)
    for source in sources:
        try:
            listings.append(LAYOUTS[layout].read(source.root, source.audio))
        except UserError as error:
            errors.append(error)
            listings.append(Listing(tuple(map(Candidate, source.audio)), (error.message,)))
    if len(errors) == len(sources):
        raise errors[0]
    return Listing(
        tuple(one for listing in listings for one in listing.candidates),
        tuple(dict.fromkeys(note for listing in listings for note in listing.notes)),
        tuple(file for listing in listings for file in listing.read),
    )


class Role(Enum):
    """What a file is for that lies beside the recordings."""

    READ = "read"  # says what is in them
    LABELS = "labels"  # come in after them
    LEFT = "left"  # a table that is not read
    STRANGE = "strange"  # about nothing that is there


@dataclass(frozen=True, slots=True)
class FileBeside:
    """A file that is no sound."""

    path: Path
    role: Role


def _beside(found: Survey, read: Sequence[Path]) -> tuple[FileBeside, ...]:
    """All files that are no sound, those first that count."""
    roles = {_key(file): FileBeside(file, Role.READ) for file in read}
    for files, role in (
        (found.unused, Role.STRANGE),
        (found.label_files, Role.LABELS),
        (found.tables, Role.LEFT),
    ):
        for file in files:
            roles.setdefault(_key(file), FileBeside(file, role))
    order = list(Role)
    return tuple(sorted(roles.values(), key=lambda one: order.index(one.role)))


def _left_out_notes(files: Sequence[Path]) -> Iterator[Text]:
    if files:
        yield Text(
            "{n} sound file lies there and is named nowhere, so it stays out: {first}",
            "{n} sound files lie there and are named nowhere, so they stay out: {first} for one",
            n=len(files),
            first=files[0].name,
        )


def _unused_notes(files: Sequence[Path]) -> Iterator[Text]:
    if files:
        yield Text(
            "{n} label file or table is about no recording here that shows, and stays out: {first}",
            "{n} label files or tables are about no recording here that shows, and stay out: {first} for one",
            n=len(files),
            first=files[0].name,
        )


def _from_table(found: Survey, plan: ImportPlan) -> Listing:
    if plan.table is None or not plan.columns.path:
        raise UserError(Text("No column of file names is chosen"), remedy=_EMPTY_TABLE)
    listing = table(plan.table, plan.columns, [source.root for source in found.sources] or [found.root])
    if plan.columns.fold:
        return listing
    with_folds = _with_folds(listing, found.sources)
    return _of_a_part(listing, plan.table, found.tables) if with_folds is listing else with_folds


def _of_a_part(listing: Listing, file: Path, tables: Sequence[Path]) -> Listing:
    """What a table says, with the part of a split that it is about, if other tables are about others."""
    fold = fold_of_table(file, tables)
    if not fold:
        return listing
    note = Text(
        "{file} is called after a part of a split, so that is the fold: {fold}", file=file.name, fold=fold
    )
    told = tuple(replace(one, fold=fold) for one in listing.candidates)
    return replace(listing, candidates=told, notes=(*listing.notes, note))


def _with_folds(listing: Listing, sources: Sequence[ChosenFolder]) -> Listing:
    """What a table says that knows no folds, with the parts of a split in which the files lie."""
    parts = [one for source in sources for one in folders(source.root, source.audio).candidates if one.fold]
    folds = {_key(one.path): one.fold for one in parts}
    names = sorted(set(folds.values()))
    if len(names) < 2:
        return listing
    told = tuple(replace(one, fold=folds.get(_key(one.path), "")) for one in listing.candidates)
    if told == listing.candidates:
        return listing
    note = Text(
        "the parts of a split that folders are called after are the folds: {names}", names=quoted(names)
    )
    return replace(listing, candidates=told, notes=(*listing.notes, note))


@dataclass(frozen=True, slots=True)
class Outline:
    """What a plan comes to."""

    candidates: tuple[Candidate, ...]  # all that it lists
    wanted: tuple[Candidate, ...]  # those that the project does not have yet
    known: int  # how many it has
    gaining: tuple[Candidate, ...] = ()  # those that it has, and that get a class, group, fold or target
    left_alone: tuple[LeftAlone, ...] = ()  # where the project says otherwise and keeps it
    notes: tuple[Text, ...] = ()  # what was guessed
    twins: tuple[Twins, ...] = ()  # classes that would come and look like others
    beside: tuple[FileBeside, ...] = ()  # the files that are no sound
    names: ClassNames | None = None  # of codes, also of those in label files
    groups_called: str = ""  # what one of the groups is, where a column or the layout says it

    @property
    def taken(self) -> tuple[Candidate, ...]:
        """Those about which the project learns something."""
        return (*self.wanted, *self.gaining)

    @property
    def label_files(self) -> tuple[Path, ...]:
        """Those that come in after the recordings."""
        return tuple(one.path for one in self.beside if one.role is Role.LABELS)

    @property
    def classes(self) -> int:
        """How many classes are named."""
        return len({name for one in self.taken for name in one.class_names})

    @property
    def groups(self) -> int:
        """How many groups are named."""
        return len({one.group for one in self.taken} - {""})

    @property
    def folds(self) -> int:
        """How many folds are named."""
        return len({one.fold for one in self.taken} - {""})


def outline(found: Survey, plan: ImportPlan, view: CatalogueView) -> Outline:
    """Work a plan out; it may be called in the background.

    Raises
    ------
    UserError
        If the plan does not fit what was found, or its numbers are something else than the project's.
    """
    listing = candidates(found, plan)
    there = at_copies(view, listing.candidates)
    quantity_to_come(view, there)
    told = supplement(view, there)
    is_another_table = plan.layout == TABLE and plan.table not in found.tables[:1]
    guessed = found.notes if plan.layout == found.layout and not is_another_table else ()
    beside = _beside(found, listing.read)
    strange = [one.path for one in beside if one.role is Role.STRANGE]
    names = None if plan.class_names is None else read_class_names(plan.class_names)
    codes = _code_notes(listing.candidates, beside) if names is None else _joined_notes(names, view)
    return Outline(
        listing.candidates,
        tuple(view.unknown(there)),
        len(told.known),
        told.gaining,
        told.left_alone,
        (*guessed, *listing.notes, *_unused_notes(strange), *codes),
        tuple(_twins(view, (*view.unknown(there), *told.gaining))),
        beside,
        names,
        _groups_called(plan) if any(one.group for one in there) else "",
    )


def _groups_called(plan: ImportPlan) -> str:
    if plan.layout == TABLE:
        return group_name_of_column(plan.columns.group)
    return _OF_PEOPLE.get(plan.layout, "")


def _joined_notes(names: ClassNames, view: CatalogueView) -> Iterator[Text]:
    """What the names of codes do to labels that the project has; those that come are told with them."""
    return joined_labels(view, after_edit(NameClasses(names), view))


def _code_notes(listed: Sequence[Candidate], beside: Sequence[FileBeside]) -> Iterator[Text]:
    """Tables that are not read and seem to say what the classes are called."""
    classes = {name for one in listed for name in one.class_names}
    tables = [one.path for one in beside if one.role in {Role.LEFT, Role.STRANGE}]
    for file in tables[:_LOOKED_INTO] if classes else ():
        try:
            known = read_class_names(file) if file.stat().st_size <= _MOST_CODE_BYTES else None
        except (OSError, UserError):
            continue
        if known is None:
            continue
        coded = [name for name in sorted(classes) if known.name_of(name) != name]
        if 2 * len(coded) > len(classes):
            yield Text(
                "{file} seems to give {n} class its name ({code} is {name}): choose it for the codes, or"
                " by --class-names",
                "{file} seems to give {n} classes their names ({code} is {name}): choose it for the codes, or"
                " by --class-names",
                file=file.name,
                n=len(coded),
                code=coded[0],
                name=known.name_of(coded[0]),
            )


def _twins(view: CatalogueView, taken: Sequence[Candidate]) -> list[Twins]:
    """Classes that would look alike, at least one of which would come."""
    known = view.clips_of_classes
    clips = Counter(known)
    clips.update(name for one in taken for name in one.class_names)
    return [one for one in twins(clips) if not known.keys() >= {one.into, *one.names}]
