"""Finding the recordings that a table names, wherever its author had them."""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from audioclf_gui.core.recording_names import (
    RecordingName,
    are_counted,
    common_end,
    is_recording,
    name_key,
    names_meant,
    plain,
    plain_parts,
    recording_name,
)
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.datasets.places import in_order

_TOLD = 3  # of the paths that a name could mean


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell of a table names.

    Attributes
    ----------
    cell : str
        As it stands in the table.
    path : Path
        The recording, or where it should be if there is none.
    others : tuple of Path
        If the name could mean several recordings, or one in another folder, those; none of them is taken.
    is_guessed : bool
        Whether the recording lies elsewhere than the cell says.
    """

    cell: str
    path: Path
    others: tuple[Path, ...] = ()
    is_guessed: bool = False

    @property
    def trait(self) -> tuple[str, ...]:
        """What cells have in common that name one recording."""
        called = recording_name(self.cell)
        return () if called is None else (*called.folders, called.key)


class Places:
    """Finds the recordings that a table names below some folders.

    Parameters
    ----------
    bases
        Folders that names may be relative to, the most likely first.
    searched
        Those below which a recording may lie anywhere.
    """

    def __init__(self, bases: Sequence[Path], searched: Sequence[Path]) -> None:
        self._bases = [base.absolute() for base in bases]
        self._searched = [base.absolute() for base in searched]
        self._listing = cache(_listing)

    def find(self, cells: Sequence[str]) -> list[Named | None]:
        """What each cell names; None for an empty one.

        A path counts as written, but for accents, case, separators and the ending of the recording, from
        one of the bases; where there is no such file, from any folder below. Of a path on another machine,
        or of a set that was laid out otherwise, the end counts that agrees with the folders here: a file
        in a folder of another name is never taken. Nor is one that two different cells would mean.
        """
        found = {cell: self._find(cell) for cell in dict.fromkeys(cells)}
        meant: defaultdict[Path, set[tuple[str, ...]]] = defaultdict(set)
        for one in filter(None, found.values()):
            meant[one.path].add(one.trait)
        for one in filter(None, list(found.values())):
            if one.is_guessed and len(meant[one.path]) > 1:
                found[one.cell] = Named(one.cell, self._missing(one.cell), (one.path,))
        return [found[cell] for cell in cells]

    def _find(self, cell: str) -> Named | None:
        names = names_meant(cell)
        if not names:
            return None
        if exact := self._as_written(cell, names[0]):
            return Named(cell, exact)
        for name in names:
            alike = self._below(name)
            if len(alike) > 1:
                return Named(cell, self._missing(cell), tuple(alike))
            if alike:
                return Named(cell, alike[0], is_guessed=True)
        elsewhere = [file for name in names for _, file in self._recordings.get(name.key, ())]
        return Named(cell, self._missing(cell), tuple(elsewhere))

    def _missing(self, cell: str) -> Path:
        called = recording_name(cell)
        is_elsewhere = called is not None and called.absolute
        return Path(cell) if is_elsewhere else self._bases[0] / cell.replace("\\", "/")

    def _as_written(self, cell: str, called: RecordingName) -> Path | None:
        """The file of that very path, or of one that another system would spell so."""
        for base in self._bases:
            if _is_file(path := base / cell.replace("\\", "/")):
                return Path(os.path.normpath(path))
        for base in () if called.absolute else self._bases:
            place = base.parents[called.climbs - 1] if called.climbs else base
            if similar := self._similar(place, called):
                return similar
        return None

    def _similar(self, place: Path, called: RecordingName) -> Path | None:
        for part in called.folders:
            folder = self._listing(place)[0].get(part)
            if folder is None:
                return None
            place = folder
        files = self._listing(place)[1]
        same = [file for file in files.get(called.key, ()) if plain(file.name) == plain(called.name)]
        alike = same[:1] or files.get(called.key, [])
        return alike[0] if len(alike) == 1 else None

    def _below(self, called: RecordingName) -> list[Path]:
        """The recordings of that name of which the folders agree best, if they agree."""
        wanted = called.folders
        fitting: defaultdict[tuple[int, bool], list[Path]] = defaultdict(list)
        for base, file in self._recordings.get(called.key, ()):
            folders = plain_parts(file.parent)
            depth = common_end(wanted, folders)
            if depth < len(wanted):
                inside = len(plain_parts(file.parent)) - len(plain_parts(base))
                if depth < inside or self._is_another(called, file, depth):
                    continue
            fitting[depth, called.suffix in {"", file.suffix.lower()}].append(file)
        return list(dict.fromkeys(fitting[max(fitting)])) if fitting else []

    def _is_another(self, called: RecordingName, file: Path, depth: int) -> bool:
        """Whether the first folder that differs tells that another recording is meant."""
        wanted = called.parts[:-1][-depth - 1]
        if len(file.parent.parts) <= depth + 1:
            return False
        here = file.parents[depth]
        return are_counted(wanted, here.name) or plain(wanted) in self._listing(here.parent)[0]

    @cached_property
    def _recordings(self) -> dict[str, list[tuple[Path, Path]]]:
        """Every recording below the searched folders by its compared name, each with the folder searched."""
        found: defaultdict[str, list[tuple[Path, Path]]] = defaultdict(list)
        for base in self._searched:
            for folder, folders, names in os.walk(base):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                for name in sorted(names):
                    if is_recording(name) and not name.startswith("."):
                        found[name_key(name)].append((base, Path(folder, name)))
        return found


def place_notes(table: Path, named: Sequence[Named | None]) -> Iterator[Text]:
    """What had to be guessed to find recordings, and what could not be."""
    known = [one for one in dict.fromkeys(named) if one is not None]
    if moved := [one for one in known if one.is_guessed]:
        yield Text(
            "{n} recording is not where {table} says and was found by its name: {cell} as {path}",
            "{n} recordings are not where {table} says and were found by their names: {cell} as {path}",
            path=moved[0].path,
            n=len(moved),
            table=table.name,
            cell=moved[0].cell,
        )
    if ended := [one for one in known if not one.others and _has_other_ending(one)]:
        yield Text(
            "{n} recording has another ending than in {table}: {cell} is {name}",
            "{n} recordings have other endings than in {table}: {cell} is {name}",
            name=ended[0].path.name,
            n=len(ended),
            table=table.name,
            cell=ended[0].cell,
        )
    if unclear := [one for one in known if one.others]:
        yield Text(
            "{n} recording of {table} is not taken, since it could be another: {cell} could be {paths}",
            "{n} recordings of {table} are not taken, since they could be others: {cell} could be {paths}",
            paths=_enumerated(unclear[0].others),
            n=len(unclear),
            table=table.name,
            cell=unclear[0].cell,
        )


def _enumerated(paths: Sequence[Path]) -> Text:
    told = list(map(str, paths[:_TOLD]))
    return joined([*told, "…"] if len(paths) > _TOLD else told)


def _has_other_ending(one: Named) -> bool:
    called = recording_name(one.cell)
    return called is not None and called.suffix != one.path.suffix.lower() and _is_file(one.path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a text that is too long for a name, or holds a zero
        return False


def _listing(folder: Path) -> tuple[dict[str, Path], dict[str, list[Path]]]:
    """Its folders and, by their names without the ending of a recording, its files, as they are compared."""
    folders: dict[str, Path] = {}
    files: defaultdict[str, list[Path]] = defaultdict(list)
    try:
        for path in in_order(folder.iterdir()):
            if path.is_dir():
                folders.setdefault(plain(path.name), path)
            else:
                files[name_key(path.name)].append(path)
    except OSError:
        return {}, {}
    return folders, files
