"""Sets of the DCASE challenges: a table of scenes or of events, and lists of the parts of a split.

Source: the readme files of TUT Acoustic Scenes 2016 and 2017, TUT Sound Events 2016 and 2017, and TAU Urban
Acoustic Scenes 2018 to 2022.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.present import is_folder
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.columns import Columns
from audioclf_gui.formats.datasets.finding import Named, Places, place_notes
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, visible_folders
from audioclf_gui.formats.datasets.sheet import Sheet, read_header, read_sheet
from audioclf_gui.formats.datasets.table import described
from audioclf_gui.formats.text import finite

_TABLES = ("meta.csv", "meta.txt", "meta.tsv")
_LISTS = "evaluation_setup"
_LIST = re.compile(r"(?:.*_)?fold(\d+)_(train|test|evaluate)\.(?:csv|txt|tsv)", re.IGNORECASE)
_TRAIN, _TEST = "train", "test"
_EVENTS = (("onset", "offset", "event_label"), ("event_onset", "event_offset", "event_label"))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the columns of the table are called; empty where there is none."""

    path: str
    scene: str
    group: str
    events: tuple[str, str, str] | None  # begin and end in seconds, and what is heard


def dcase_table(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """The table of the data set in `root` or in a folder of it, if there is one."""
    for place in (root, *visible_folders(root)):
        for name in _TABLES:
            head = read_header(place / name)
            if head is not None and head.rows and _facts(head, has_lists=is_folder(place / _LISTS)):
                return place / name
    return None


def _facts(sheet: Sheet, *, has_lists: bool) -> _Facts | None:
    """Which columns say what; None if this is no table of such a set."""
    if sheet.is_headless and has_lists and len(sheet.columns) > 1:
        if len(sheet.columns) > 4 and all(_has_times(sheet.column(name)) for name in sheet.columns[2:4]):
            last = sheet.columns[-1] if len(sheet.columns) > 5 else ""
            return _Facts("1", "2", last, ("3", "4", "5"))
        return _Facts("1", "2", "3" if len(sheet.columns) > 2 else "", None)
    events = next((names for names in _EVENTS if sheet.has(names)), None)
    if not sheet.has(["filename"]) or not (sheet.has(["scene_label"]) or (events and has_lists)):
        return None
    scene = "scene_label" if sheet.has(["scene_label"]) else ""
    return _Facts("filename", scene, "identifier" if sheet.has(["identifier"]) else "", events)


def _has_times(cells: Sequence[str]) -> bool:
    """Whether most cells are numbers; a few may be wrong."""
    return 2 * sum(finite(cell) is not None for cell in cells) > len(cells)


@layout(
    "dcase",
    Text("DCASE: scenes or events"),
    dcase_table,
    lambda folder: Text(
        "{folder} looks like a set of a DCASE challenge: it has a table with the same columns", folder=folder
    ),
)
def dcase(root: Path, files: Sequence[Path] = ()) -> Listing:  # noqa: ARG001 - the table names them
    """Scenes as classes, or events as labels of parts; the place as the group; the lists as folds.

    Where there are several folds, that is the fold of a clip in which it is tested.

    Raises
    ------
    UserError
        If no such table lies in `root` or in a folder of it.
    """
    file = dcase_table(root)
    if file is None:
        raise UserError(
            Text("{name} holds no table meta.csv or meta.txt of a DCASE set", name=root.name),
            remedy=Text("Choose the folder that holds it, evaluation_setup and audio."),
        )
    sheet, top = read_sheet(file), file.parent
    facts = _facts(sheet, has_lists=is_folder(top / _LISTS))
    assert facts is not None  # its first rows were looked at
    places = Places([top, top / "audio"], [top])
    named = places.find(sheet.column(facts.path))
    if facts.events:
        listing = _with_events(sheet, facts, facts.events, named)
    else:
        listing = described(sheet, Columns(facts.path, facts.scene, facts.group), named)
    lists = _lists(top / _LISTS)
    folds, told = _folds(lists, places)
    candidates = tuple(replace(one, fold=folds.get(one.path, "")) for one in listing.candidates)
    notes = (*listing.notes, *told, *_group_notes(facts), *_fold_notes(candidates, folds))
    return Listing(candidates, notes, (file, *lists))


def _with_events(
    sheet: Sheet, facts: _Facts, events: tuple[str, str, str], named: Sequence[Named | None]
) -> Listing:
    """Each recording with its events as labels of parts."""
    groups = sheet.column(facts.group) if facts.group else [""] * len(sheet.rows)
    regions: defaultdict[Path, list[Region]] = defaultdict(list)
    group_of: dict[Path, str] = {}
    faulty = []
    rows = zip(sheet.rows, named, zip(*map(sheet.column, events), strict=True), groups, strict=True)
    for row, one, (start, end, text), group in rows:
        if one is None:
            continue
        group_of.setdefault(one.path, name_in_file(group))
        start_s, end_s, name = finite(start), finite(end), name_in_file(text)
        if start_s is None or end_s is None or not 0.0 <= start_s <= end_s or not name:
            if any((start, end, text)):
                faulty.append(row.number)
        else:
            regions[one.path].append(Region(start_s, end_s, name))
    found = tuple(
        Candidate(path, group=group, regions=tuple(regions[path])) for path, group in group_of.items()
    )
    return Listing(
        found, (*sheet.notes, *place_notes(sheet.file, named), *_event_notes(sheet, found, faulty))
    )


def _event_notes(sheet: Sheet, found: Sequence[Candidate], faulty: Sequence[int]) -> Iterator[Text]:
    yield Text(
        "{table} tells where events begin and end, so they become {n} label of parts, not classes of"
        " recordings",
        "{table} tells where events begin and end, so they become {n} labels of parts, not classes of"
        " recordings",
        table=sheet.file.name,
        n=sum(len(one.regions) for one in found),
    )
    if faulty:
        yield Text(
            "{n} row of {file} tells of no event that can be and is left out (line {line:d})",
            "{n} rows of {file} tell of no events that can be and are left out (the first is in line"
            " {line:d})",
            n=len(faulty),
            file=sheet.file.name,
            line=faulty[0],
        )


def _lists(folder: Path) -> dict[Path, tuple[str, str]]:
    """The lists of files, each with its fold and whether it is for training or testing."""
    matches = (
        {file: _LIST.fullmatch(file.name) for file in in_order(folder.iterdir())} if folder.is_dir() else {}
    )
    return {
        file: (match[1], _TRAIN if match[2].lower() == _TRAIN else _TEST)
        for file, match in matches.items()
        if match
    }


def _folds(files: Mapping[Path, tuple[str, str]], places: Places) -> tuple[dict[Path, str], list[Text]]:
    """The fold of each recording that the lists name, and what there is to say about them."""
    lists: defaultdict[str, dict[str, set[Path]]] = defaultdict(lambda: {_TRAIN: set(), _TEST: set()})
    notes: list[Text] = []
    for file, (fold, part) in files.items():
        sheet = read_sheet(file)
        cells = sheet.column(sheet.columns[0])
        lists[fold][part] |= {one.path for one in places.find(cells) if one is not None}
    if not lists:
        return {}, [Text("there are no lists of files for training and testing, so no clip has a fold")]
    if len(lists) == 1:
        (parts,) = lists.values()
        folds = dict.fromkeys(parts[_TRAIN], _TRAIN) | dict.fromkeys(parts[_TEST], _TEST)
        return folds, notes
    tested = Counter(path for parts in lists.values() for path in parts[_TEST])
    folds = {path: fold for fold, parts in lists.items() for path in parts[_TEST] if tested[path] == 1}
    notes.append(
        Text("the fold of a clip is the one in which it is tested: {folds}", folds=quoted(sorted(lists)))
    )
    if twice := [path for path, times in tested.items() if times > 1]:
        notes.append(
            Text(
                "{n} clip is tested in several folds, so it has none: {name}",
                "{n} clips are tested in several folds, so they have none: {name} for one",
                n=len(twice),
                name=min(twice).name,
            )
        )
    return folds, notes


def _group_notes(facts: _Facts) -> Iterator[Text]:
    if facts.group:
        yield Text(
            "the identifier of the place or recording (column “{column}”) is the group", column=facts.group
        )


def _fold_notes(candidates: Sequence[Candidate], folds: Mapping[Path, str]) -> Iterator[Text]:
    without = [one.path for one in candidates if not one.fold]
    if folds and without:
        yield Text(
            "{n} clip is in no list for training or testing, so it has no fold: {name}",
            "{n} clips are in no list for training or testing, so they have no fold: {name} for one",
            n=len(without),
            name=without[0].name,
        )
