"""What an import would take in: what lies under the chosen paths, and what a layout makes of it."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.naming import Twins, twins
from audioclf_gui.core.recording_names import name_key
from audioclf_gui.core.supplement import LeftAlone, quantity_to_come, supplement
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.datasets import (
    LAYOUTS,
    Columns,
    Listing,
    described_by_names,
    folders,
    guess_layout,
    table,
)
from audioclf_gui.jobs.files_beside import files_beside, is_called_of_text
from audioclf_gui.jobs.import_clips import at_copies
from audioclf_gui.jobs.layout_guess import PLAIN, TABLE, ChosenFolder, guess

_EMPTY_TABLE = Text("Choose the table, its column of file names and its column of classes.")


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies under the paths that were chosen or dropped."""

    root: Path  # around all of them
    sources: tuple[ChosenFolder, ...]
    label_files: tuple[Path, ...]
    tables: tuple[Path, ...]
    layout: str  # the one that it looks like
    notes: tuple[Text, ...] = ()  # why it looks like that one, or like none
    unused: tuple[Path, ...] = ()  # label files and tables that are about nothing that is there

    @property
    def audio(self) -> tuple[Path, ...]:
        """All sound files."""
        return tuple(file for source in self.sources for file in source.audio)

    @property
    def heard(self) -> frozenset[str]:
        """The names of the sound files as they are compared, see `recording_names.name_key`."""
        return frozenset(name_key(file.name) for file in self.audio)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How classes, groups and folds are found."""

    layout: str
    name_pattern: str = ""  # regular expression with a group `label`, in file names; may have `group`, `fold`
    group_pattern: str = ""  # one more, with the groups `group` and `fold`
    table: Path | None = None
    columns: Columns = field(default_factory=Columns)


def survey(paths: Sequence[Path]) -> Survey:
    """Look at files and folders; to be run where waiting for the disk does no harm.

    Each file counts once, also if its path is given twice or lies in a folder that is given too.

    Raises
    ------
    UserError
        If a path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise UserError(
                Text("{path} does not exist", path=path), remedy=Text("Check the path; nothing was imported.")
            )
    sound = [path for path in paths if path.is_dir() or not is_called_of_text(path)]
    sources = _joined(_sources(sound))
    beside = files_beside(paths, {name_key(file.name) for source in sources for file in source.audio})
    has_folder = any(path.is_dir() for path in paths)
    guessed = guess(sources if has_folder else (), beside.naming, beside.reasons, beside.label_files)
    layout = guessed.layout or (PLAIN if sources else TABLE)
    known = {*sound, *beside.label_files, *beside.tables}
    strange = tuple(path for path in dict.fromkeys(paths) if path not in known)
    if strange:  # read as sound, so that somebody says what is wrong with them
        sources = (*sources, ChosenFolder(_root(strange), strange))
    return Survey(
        _root(paths), sources, beside.label_files, beside.tables, layout, guessed.notes, beside.unused
    )


def _sources(paths: Sequence[Path]) -> tuple[ChosenFolder, ...]:
    """The outermost of the folders, and the folder around the files that lie in none of them."""
    given: dict[Path, Path] = {}
    for path in paths:
        given.setdefault(path.resolve(), path)
    folders = {real: path for real, path in given.items() if path.is_dir()}
    outermost = [path for real, path in folders.items() if folders.keys().isdisjoint(real.parents)]
    sources = [ChosenFolder(path, tuple(audio_files(path))) for path in outermost]
    single = tuple(path for real, path in given.items() if real not in folders)
    if single:
        found = {file.resolve() for source in sources for file in source.audio}
        single = tuple(path for path in single if path.resolve() not in found)
    if single:
        sources.append(ChosenFolder(_root(single), single))
    return tuple(sources)


def _joined(sources: tuple[ChosenFolder, ...]) -> tuple[ChosenFolder, ...]:
    """Folders of which none shows a layout by itself are those of classes: the data set is around them."""
    if len(sources) < 2 or any(guess_layout(source.root, source.audio) for source in sources):
        return sources
    root = _root([source.root for source in sources])
    return (ChosenFolder(root, tuple(file for source in sources for file in source.audio)),)


def _root(paths: Sequence[Path]) -> Path:
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    return Path(os.path.commonpath([path.parent for path in paths]))


def candidates(found: Survey, plan: ImportPlan) -> Listing:
    """The files that would be taken in, with what layout or table and finally file names say about each.

    Each file is listed once. What lies there and is named nowhere is told.

    Raises
    ------
    UserError
        If the plan does not fit what was found.
    """
    match plan.layout:
        case "plain" | "names":
            listing = Listing(tuple(Candidate(file) for file in found.audio))
        case "table":
            listing = _from_table(found, plan)
        case _:
            listing = _from_layout(found, plan.layout)
    listed = {_key(one.path): one for one in reversed(listing.candidates)}
    notes = (*listing.notes, *_left_out_notes([file for file in found.audio if _key(file) not in listed]))
    named = described_by_names(tuple(reversed(listed.values())), plan.name_pattern, plan.group_pattern)
    return Listing(named.candidates, (*notes, *named.notes))


def _key(path: Path) -> str:
    return os.path.normpath(path.absolute())


def _from_layout(found: Survey, layout: str) -> Listing:
    """What the layout makes of each source; one that does not have it is taken as it is, if others do."""
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
    )


def label_files(found: Survey, plan: ImportPlan) -> tuple[Path, ...]:
    """Those label files that come in after the recordings: all but one that is read as their table."""
    return _but_table(found.label_files, plan)


def _but_table(files: Sequence[Path], plan: ImportPlan) -> tuple[Path, ...]:
    table = _key(plan.table) if plan.layout == TABLE and plan.table is not None else ""
    return tuple(file for file in files if _key(file) != table)


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
    return listing if plan.columns.fold else _with_folds(listing, found.sources)


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
    return Listing(told, (*listing.notes, note))


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

    @property
    def taken(self) -> tuple[Candidate, ...]:
        """Those about which the project learns something."""
        return (*self.wanted, *self.gaining)

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
    return Outline(
        listing.candidates,
        tuple(view.unknown(there)),
        len(told.known),
        told.gaining,
        told.left_alone,
        (*guessed, *listing.notes, *_unused_notes(_but_table(found.unused, plan))),
        tuple(_twins(view, (*view.unknown(there), *told.gaining))),
    )


def _twins(view: CatalogueView, taken: Sequence[Candidate]) -> list[Twins]:
    """Classes that would look alike, at least one of which would come."""
    known = view.clips_of_classes
    clips = Counter(known)
    clips.update(name for one in taken for name in one.class_names)
    return [one for one in twins(clips) if not known.keys() >= {one.into, *one.names}]
