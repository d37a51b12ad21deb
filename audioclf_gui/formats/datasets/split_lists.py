"""Lists of recordings beside them that say which part of a split each is in: train_list.txt, test.txt."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import (
    common_end,
    is_recording,
    name_key,
    plain_parts,
    recording_name,
)
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.parts_beside import part_of_list
from audioclf_gui.formats.datasets.places import in_order, visible_folders
from audioclf_gui.formats.datasets.split_files import is_called_of_splits, parts_in
from audioclf_gui.formats.text import FileText

_SUFFIXES = frozenset(("", ".txt", ".lst", ".list", ".scp"))
_TABLE_SUFFIXES = frozenset((".csv", ".tsv"))
_MOST_BYTES = 2**25
_SEEN_LINES = 50
_SEPARATOR = re.compile(r"[,;|\t]")
_FIRST_WORD = re.compile(r"[^\s,;|]+")


@dataclass(frozen=True, slots=True)
class _SplitList:
    file: Path
    fold: str
    found: frozenset[Path]  # those of the recordings that it names
    absent: tuple[str, ...]  # the other names in it


def is_bare_split_list(file: Path, heard: Collection[str]) -> bool:
    """Whether a file lists recordings of a part of a split and says nothing more, so that it is no table.

    Parameters
    ----------
    heard
        The recordings that are there, as `recording_names.name_key` compares them.
    """
    lines = _lines(file)[:_SEEN_LINES] if part_of_list(file) else ()
    called = [recording_name(line) for line in lines if line.strip()]
    known = sum(one is not None and one.key in heard for one in called)
    return bool(known) and known >= len(called) - 1 and not any(map(_SEPARATOR.search, lines))


def with_split_lists(listing: Listing, roots: Iterable[Path]) -> Listing:
    """The listing with the folds that lists in these folders, or directly in those in them, tell.

    Only several lists that name most of what they do name here count, and only where nothing else told folds.
    """
    if any(one.fold for one in listing.candidates):
        return listing
    known: defaultdict[str, list[Path]] = defaultdict(list)
    for one in listing.candidates:
        known[name_key(one.path.name)].append(one.path)
    files = [
        file for root in roots for folder in (root, *visible_folders(root)) for file in _files(folder, known)
    ]
    free = [file for file in dict.fromkeys(files) if file not in listing.read]
    lists = [one for file in free for one in _read(file, known)]
    lists = [one for one in lists if len(one.found) > len(one.absent)]
    if len({one.fold for one in lists}) < 2:
        strange = (file for file in free if _is_strange(file))
        notes = (*listing.notes, *map(_not_read, lists), *map(_not_understood, strange))
        return replace(listing, notes=notes)
    folds: defaultdict[Path, set[str]] = defaultdict(set)
    for of_part in lists:
        for path in of_part.found:
            folds[path].add(of_part.fold)
    only = {path: next(iter(names)) for path, names in folds.items() if len(names) == 1}
    told = tuple(replace(one, fold=only.get(one.path, "")) for one in listing.candidates)
    notes = (*listing.notes, *_notes(lists, told, folds))
    return Listing(told, notes, (*listing.read, *dict.fromkeys(one.file for one in lists)))


def _files(folder: Path, known: Collection[str]) -> list[Path]:
    try:
        called = (path for path in folder.iterdir() if part_of_list(path) or is_called_of_splits(path))
        inside = in_order(path for path in called if path.is_file())
        small = [path for path in inside if path.stat().st_size <= _MOST_BYTES]
    except OSError:
        return []
    return [
        path
        for path in small
        if (path.suffix.lower() in _SUFFIXES and part_of_list(path))
        or is_called_of_splits(path)
        or (path.suffix.lower() in _TABLE_SUFFIXES and is_bare_split_list(path, known))
    ]


def _lines(file: Path) -> Sequence[str]:
    try:
        return FileText.decode(file.read_bytes()).lines
    except OSError:
        return ()


def _read(file: Path, known: Mapping[str, Sequence[Path]]) -> list[_SplitList]:
    if not is_called_of_splits(file):
        return [_read_lines(file, known)]
    try:
        parts = parts_in(file)
    except (OSError, UserError):
        return []
    return [_of_names(file, part, names, known) for part, names in (parts or {}).items()]


def _is_strange(file: Path) -> bool:
    """Whether a file is called after a whole split and is neither one that is read nor a table."""
    try:
        is_of_all = is_called_of_splits(file) and not part_of_list(file)
        return is_of_all and file.suffix.lower() not in _TABLE_SUFFIXES and parts_in(file) is None
    except OSError:
        return True


def _of_names(file: Path, part: str, names: Sequence[str], known: Mapping[str, Sequence[Path]]) -> _SplitList:
    meant = {name: _meant(name, known) for name in names}
    found = frozenset(path for path in meant.values() if path is not None)
    return _SplitList(file, part, found, tuple(name for name, path in meant.items() if path is None))


def _read_lines(file: Path, known: Mapping[str, Sequence[Path]]) -> _SplitList:
    found: set[Path] = set()
    absent: list[str] = []
    for line in filter(None, map(str.strip, _lines(file))):
        word = _FIRST_WORD.match(line)
        path = _meant(line, known) or (_meant(word[0], known) if word else None)
        if path is None:
            absent.append(line)
        else:
            found.add(path)
    is_headed = file.suffix.lower() in _TABLE_SUFFIXES and not is_recording(absent[0] if absent else "")
    return _SplitList(file, part_of_list(file), frozenset(found), tuple(absent[1:] if is_headed else absent))


def _meant(text: str, known: Mapping[str, Sequence[Path]]) -> Path | None:
    """The one recording that a text names, by its folders too where it has any."""
    called = recording_name(text)
    if called is None:
        return None
    agreed = {
        path: common_end(called.folders, plain_parts(path.parent)) for path in known.get(called.key, ())
    }
    most = max(agreed.values(), default=0)
    best = [path for path, count in agreed.items() if count == most]
    return best[0] if len(best) == 1 and (most or not called.folders) else None


def _not_understood(file: Path) -> Text:
    return Text(
        "{file} seems to tell a split in a form that is not known and is not read: write the names of each"
        " part into lists such as train.txt and test.txt",
        file=file.name,
    )


def _not_read(one: _SplitList) -> Text:
    return Text(
        "{file} seems to list one part of a split and is not read, since no other list tells of the rest",
        file=one.file.name,
    )


def _notes(
    lists: Sequence[_SplitList], told: Sequence[Candidate], folds: Mapping[Path, set[str]]
) -> Iterator[Text]:
    files = list(dict.fromkeys(one.file.name for one in lists))
    yield Text(
        "{files} lists the parts of a split, so these are the folds: {folds}",
        "{files} list the parts of a split, so these are the folds: {folds}",
        n=len(files),
        files=quoted(files),
        folds=quoted(sorted({one.fold for one in lists})),
    )
    several = [path for path, names in folds.items() if len(names) > 1]
    if several:
        yield Text(
            "{n} recording is in several lists and has no fold: {first}",
            "{n} recordings are in several lists and have no fold: {first} for one",
            n=len(several),
            first=min(several).name,
        )
    if n := sum(one.path not in folds for one in told):
        yield Text(
            "{n} recording is in no list and has no fold",
            "{n} recordings are in no list and have no fold",
            n=n,
        )
    for one in lists:
        if one.absent:
            yield Text(
                "{n} name of {file} is that of no recording here: {first}",
                "{n} names of {file} are those of no recordings here: {first} for one",
                n=len(one.absent),
                file=one.file.name,
                first=one.absent[0],
            )
