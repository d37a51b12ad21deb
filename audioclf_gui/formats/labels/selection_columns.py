"""The columns of Raven's selection tables: how they are called, parted, and told from each other."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import Row, rows, start_of, unquoted_rows
from audioclf_gui.formats.text import number

BEGIN, END, OFFSET = "begin time (s)", "end time (s)", "file offset (s)"
LOW, HIGH = "low freq (hz)", "high freq (hz)"
LOW_KHZ, HIGH_KHZ = "low freq (khz)", "high freq (khz)"
DELTA_TIME, DELTA_FREQ = "delta time (s)", "delta freq (hz)"
SELECTION, VIEW, CHANNEL = "selection", "view", "channel"
SCORES = ("confidence", "score")
NOTES = ("notes", "note", "comments", "comment", "remarks")
_OWN_FILES = {"begin file", "begin path"}
_TEXTS = ("annotation", "common name", "species", "label", "class", "classification", "type", "species code")
_SPELLED = {" ".join(re.findall("[a-z]+", name)): name for name in (BEGIN, END, OFFSET, LOW, HIGH)}
_UNIT = re.compile(r" (?:s|hz)$")
_SPELLED |= {_UNIT.sub("", words): name for words, name in _SPELLED.items()}  # by the words of their names
_NEVER_TEXT = re.compile(
    r"view|channel|.*(?:selec|file|path|date|time|confidence|score|rank).*|.*\((?:s|hz|db[^)]*)\)|"
)


def sequence_notes(files: Sequence[str], places: Mapping[str, int], table: Sequence[Row]) -> tuple[Text, ...]:
    """What to say where nothing tells whether times go on from one sound file to the next, as Raven's do."""
    if OFFSET in places:
        cells = [row.cells[places[OFFSET]] for row in table if len(row.cells) > places[OFFSET]]
        n = sum(not cell.strip() for cell in cells)
        told = Text(
            "{n} row says no “File Offset (s)”, so its times are taken for those in its recording",
            "{n} rows say no “File Offset (s)”, so their times are taken for those in their recordings",
            n=n,
        )
        return (told,) if n else ()
    if not _OWN_FILES & places.keys() or len(set(files)) < 2:
        return ()
    return (Text("it has no column “File Offset (s)”, so its times are taken for those in each recording"),)


def parted(lines: Sequence[str]) -> tuple[str, bool, int]:
    """What stands between the columns, whether cells may be quoted, and which line names the columns.

    Between tabs a quote is a letter like any other, unless all names of columns are quoted.
    """
    start, delimiter = start_of(lines)
    header = lines[start].strip() if start < len(lines) else ""
    if "\t" not in header:
        return delimiter, True, start
    names = list(filter(None, header.split("\t")))
    return "\t", all(len(name) > 1 and name[0] == name[-1] == '"' for name in names), start


def note_place_of(header: Iterable[str], text_place: int | None) -> int | None:
    """Where notes are, unless the labels are there; None if nowhere."""
    places = places_of(header)
    return next((places[name] for name in NOTES if name in places and places[name] != text_place), None)


def further_places(header: Sequence[str], known: Iterable[int | None]) -> list[int]:
    """Where columns are that have a name, are not `known`, and say what no field of a label does."""
    ours = {BEGIN, END, OFFSET, LOW, HIGH, LOW_KHZ, HIGH_KHZ, DELTA_TIME, DELTA_FREQ}
    ours |= {SELECTION, VIEW, CHANNEL, *SCORES}
    taken = set(known)
    taken.update(place for name, place in places_of(header).items() if name in ours)
    named = ((place, name.strip().lower()) for place, name in enumerate(header))
    return [place for place, name in named if name and name not in ours and place not in taken]


def selection_rows(lines: Sequence[str], delimiter: str, is_quoted: bool) -> Iterator[Row]:
    """The rows of a table; together their texts are all of `lines`."""
    return rows(lines, delimiter) if is_quoted else unquoted_rows(lines, delimiter)


def places_of(header: Iterable[str]) -> dict[str, int]:
    """Where each column is, by its name in lower case; the first of that name.

    With a file offset, times go on from one recording to the next, in whatever way it is spelled: the
    columns that Raven computes with are found without their units too, and as R and others write them.
    """
    places: dict[str, int] = {}
    spelled: dict[str, int] = {}
    for place, name in enumerate(header):
        if name.strip():
            places.setdefault(name.strip().lower(), place)
        ravens = _SPELLED.get(" ".join(re.findall("[a-z]+", name.lower())))
        if ravens is not None:
            spelled.setdefault(ravens, place)
    return {**spelled, **places} if OFFSET in spelled else places


def is_selection_table(header: Iterable[str]) -> bool:
    """Whether these are the names of the columns of a selection table."""
    return {BEGIN, END} <= places_of(header).keys()


def text_places_of(header: Sequence[str], table: Sequence[Row]) -> list[int]:
    """Where the labels may be: in a column with a usual name, or in the last that has text, and so on."""
    names = [name.strip().lower() for name in header]
    possible = [place for place, name in enumerate(names) if not _NEVER_TEXT.fullmatch(name)]
    filled = [
        place for place in possible if any(len(row.cells) > place and row.cells[place] for row in table)
    ]
    usual = [place for name in _TEXTS for place in (filled or possible) if names[place] == name]
    worded = [
        place
        for place in filled
        if any(
            len(row.cells) > place and row.cells[place] and number(row.cells[place]) is None for row in table
        )
    ]
    return list(dict.fromkeys((*usual, *reversed(worded), *reversed([] if filled else possible))))
