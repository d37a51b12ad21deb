"""Recordings of xeno-canto: the species in their names, or in what the archive tells of them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.recording_names import split_name
from audioclf_gui.core.spelling import tidied, twin_key
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below
from audioclf_gui.formats.datasets.sheet import Sheet, read_header, read_sheet

_NUMBERED = re.compile(r"XC\s?(\d+)(?!\d)", re.IGNORECASE)
_NAMED = re.compile(
    r"XC\s?(\d+)\s*[-_]\s+(?P<common>.+?)\s+[-_]\s+(?P<species>\S+ [^\s-]+)(?:\s.*)?", re.IGNORECASE
)
_UNKNOWN = frozenset(("identity unknown", "mystery mystery", "soundscape", "sonus naturalis"))
_TABLES = (("gen", "sp"), ("genus", "species"), ("genus", "specificepithet"))
_NUMBERS = ("id", "recordingid", "xcid", "nr", "catalognumber")
_RECORDISTS = ("rec", "recordist", "author")
_DEEP = ("*", "*/*")
_MOST_BYTES = 2**28


@dataclass(frozen=True, slots=True)
class _Told:
    """What the archive tells of a recording."""

    species: str  # genus and epithet
    recordist: str
    others: bool = False  # whether further species are heard in the background


def xenocanto_shows(root: Path, files: Sequence[Path]) -> bool:
    """Whether most recordings are called as the archive calls them, or a file of its own tells of them."""
    numbered = [file for file in files if _NUMBERED.match(file.name)]
    if 2 * len(numbered) <= len(files) or not numbered:
        return False
    return 2 * sum(_species(file) is not None for file in numbered) > len(numbered) or bool(_told(root)[0])


@layout(
    "xenocanto",
    Text("xeno-canto"),
    xenocanto_shows,
    lambda folder: Text(
        "{folder} looks like recordings of xeno-canto: they are called by its numbers", folder=folder
    ),
)
def xenocanto(root: Path, files: Sequence[Path]) -> Listing:
    """The scientific name of the species as the class, the recordist or else the recording as the group.

    What the archive tells in a table or in JSON counts more than the name.
    """
    told, read, faults = _told(root)
    candidates, background = [], []
    for file in in_order(files):
        if not parts_below(root, file):
            continue
        number = _NUMBERED.match(file.name)
        known = told.get(number[1]) if number else None
        species = (known.species if known else "") or _species(file) or ""
        is_known = bool(species) and twin_key(species) not in map(twin_key, _UNKNOWN)
        group = (known.recordist if known else "") or (f"XC{number[1]}" if number else "")
        candidates.append(Candidate(file, species if is_known else "", group))
        if known and known.others:
            background.append(file)
    return Listing(tuple(candidates), (*faults, *_notes(candidates, background, told)), tuple(read))


def _species(file: Path) -> str | None:
    """Genus and epithet in the name `XC123456 - Eurasian Wren - Troglodytes troglodytes.mp3`."""
    match = _NAMED.fullmatch(tidied(split_name(file.name)[0]))
    return None if match is None else match["species"]


def _told(root: Path) -> tuple[dict[str, _Told], list[Path], list[Text]]:
    """What files of the archive tell, by the number of the recording; those, and faults of others."""
    found: dict[str, _Told] = {}
    read: list[Path] = []
    faults: list[Text] = []
    for file in (file for pattern in _DEEP for file in in_order(root.glob(pattern))):
        reader = _READERS.get(file.suffix.lower())
        if reader is None or file.name.startswith("."):
            continue
        try:
            told = reader(file)
        except UserError as error:
            faults.append(error.message)
        else:
            found |= told
            read += [file] if told else []
    return found, read, faults


def _from_json(file: Path) -> dict[str, _Told]:
    try:
        told = json_value(file.read_text("utf-8")) if file.stat().st_size < _MOST_BYTES else None
    except (OSError, ValueError):
        return {}
    recordings = told.get("recordings") if isinstance(told, dict) else told
    if not isinstance(recordings, list):
        return {}
    return dict(
        _of_recording(one)
        for one in recordings
        if isinstance(one, dict) and one.keys() >= {"id", "gen", "sp"}
    )


def _of_recording(facts: Mapping[str, Any]) -> tuple[str, _Told]:
    also = facts.get("also")
    is_several = isinstance(also, list) and any(map(str.strip, map(str, also)))
    species = tidied(f"{facts['gen']} {facts['sp']}")
    return str(facts["id"]), _Told(species, tidied(str(facts.get("rec") or "")), is_several)


def _from_table(file: Path) -> dict[str, _Told]:
    head = read_header(file)
    if head is None or (columns := _columns(head)) is None:
        return {}
    number, genus, epithet, recordist = columns
    sheet = read_sheet(file)
    rows = zip(
        sheet.column(number),
        sheet.column(genus),
        sheet.column(epithet),
        sheet.column(recordist) if recordist else [""] * len(sheet.rows),
        strict=True,
    )
    return {
        key.upper().removeprefix("XC"): _Told(tidied(f"{first} {second}"), tidied(name))
        for key, first, second, name in rows
        if key and first
    }


_READERS: Mapping[str, Callable[[Path], dict[str, _Told]]] = {
    ".json": _from_json,
    ".csv": _from_table,
    ".tsv": _from_table,
}


def _columns(sheet: Sheet) -> tuple[str, str, str, str] | None:
    """The columns of number, genus, epithet and recordist of a table; the last may lack."""
    names = {twin_key(name): name for name in sheet.columns}
    number = next((names[key] for key in _NUMBERS if key in names), None)
    latin = next(((names[one], names[two]) for one, two in _TABLES if {one, two} <= names.keys()), None)
    if number is None or latin is None:
        return None
    return number, *latin, next((names[key] for key in _RECORDISTS if key in names), "")


def _notes(
    candidates: Sequence[Candidate], background: Sequence[Path], told: Mapping[str, _Told]
) -> Iterator[Text]:
    yield Text("the scientific name of the species is the class")
    if len({one.path.parent for one in candidates}) > 1:
        yield Text("the folders of the recordings say nothing then; choose folders if they are the classes")
    if told:
        yield Text("the recordist is the group, where one is told; else it is the recording")
    else:
        yield Text("each recording of the archive is a group, since nothing tells who made it")
    without = [one.path for one in candidates if not one.class_name]
    if without:
        yield Text(
            "{n} recording tells of no species, so it has no class: {names}",
            "{n} recordings tell of no species, so they have no class: {names}",
            n=len(without),
            names=quoted([file.name for file in without]),
        )
    if background:
        yield Text(
            "{n} recording has further species in the background, which are not taken: {names}",
            "{n} recordings have further species in the background, which are not taken: {names}",
            n=len(background),
            names=quoted([file.name for file in background]),
        )
