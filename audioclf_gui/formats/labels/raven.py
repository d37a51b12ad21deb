"""Selection tables of Raven, and of the many programs that write their like (BirdNET, warbleR, ...)."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.core.spelling import tidied
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import (
    Row,
    column_names,
    doubled_notes,
    joined,
    no_number_notes,
    row_name_notes,
    widened,
)
from audioclf_gui.formats.labels.selection_columns import (
    BEGIN,
    CHANNEL,
    DELTA_FREQ,
    DELTA_TIME,
    END,
    HIGH,
    HIGH_KHZ,
    LOW,
    LOW_KHZ,
    NOTES,
    OFFSET,
    SCORES,
    SELECTION,
    VIEW,
    further_places,
    is_selection_table,
    note_place_of,
    parted,
    places_of,
    selection_rows,
    sequence_notes,
    text_places_of,
)
from audioclf_gui.formats.labels.selection_reader import SelectionReader, shift_of
from audioclf_gui.formats.naming_columns import naming_columns
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    column_note,
    label_format,
    last_channels,
    score_note,
    turned_note,
)
from audioclf_gui.formats.template import LabelText, Record, is_renamed, spaces_stand_for_breaks
from audioclf_gui.formats.text import FileText, finite, number

_OWN_HEADER = (
    "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\tAnnotation\r\n"
)
_ADDED = {
    "low_hz": "Low Freq (Hz)",
    "high_hz": "High Freq (Hz)",
    "text": "Annotation",
    "score": "Confidence",
    "note": "Notes",
}
_DECIMALS = {BEGIN: 9, END: 9, OFFSET: 9, LOW: 3, HIGH: 3, DELTA_TIME: 4, DELTA_FREQ: 3}
_BREAKS = re.compile(r"\r\n|[\t\r\n]")


@label_format
class RavenTable:
    """A header that names the columns, then a row for each selection and view.

    Users name the column of the labels as they like; unless one is chosen it is guessed: a usual name,
    else the last column with text in it.
    """

    key = "raven"
    name = Text("Raven selection table")
    suffixes: tuple[str, ...] = (".txt", ".csv", ".tsv")
    ending = ".Table.1.selections.txt"
    capabilities = Capabilities(files=True, notes=True, extra=True)

    def __init__(self, label_column: str = "") -> None:
        self.label_column = label_column

    def by_column(self, name: str) -> "RavenTable":
        """With the labels in the column of that name."""
        return RavenTable(name)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read one region for each selection, however many views show it.

        Where the table runs over several sound files, times are those inside the file (File Offset).
        """
        if not content.strip():
            return LabelFile(())
        table = _SelectionTable.parse(content, self.label_column)
        if table is None:
            raise BadLabelFileError(
                source, Text("its first line does not name Begin Time (s) and End Time (s)"), 1
            )
        if self.label_column and table.text_place is None:
            columns = ", ".join(filter(None, map(str.strip, table.header)))
            reason = Text("it has no column “{name}”, but {columns}", name=self.label_column, columns=columns)
            raise BadLabelFileError(source, reason, 1)
        file = table.file
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        places = places_of(table.header)
        return LabelFile(
            file.regions,
            file.skipped,
            table.is_own,
            columns=table.text_columns,
            document=file,
            holds=Capabilities(
                bands={LOW, HIGH} <= places.keys() or {LOW_KHZ, HIGH_KHZ} <= places.keys(),
                scores=bool(places.keys() & set(SCORES)),
                files=any(one.sound_file for one in file.regions),
                notes=bool(places.keys() & set(NOTES)),
                extra=True,
            ),
            notes=(*table.notes, *column_note(table.text_columns, self.label_column)),
            channels=table.channels,
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write as Raven does: tabs, CRLF, nanoseconds; a column is added once a region needs it."""
        if template is not None and not regions and not template.strip():
            return template
        table = _SelectionTable.parse(template or b"", self.label_column) or _SelectionTable.parse(
            _OWN_HEADER.encode()
        )
        assert table is not None, "the blank table has every column"
        table = table.with_columns_for(regions)
        content = table.with_extra(regions).written(regions)
        again = _SelectionTable.parse(content, self.label_column)
        is_told = again is not None and again.text_place == table.text_place
        return content if is_told else table.written(regions)

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """Line breaks and tabs of texts become spaces."""
        broken = sum(bool(_BREAKS.search(region.text + region.note)) for region in regions)
        return (spaces_stand_for_breaks(broken),) if broken else ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether the first line names the columns."""
        lines = FileText.decode(content).lines
        delimiter, is_quoted, start = parted(lines)
        first = next(selection_rows(lines[start : start + 1], delimiter, is_quoted), None)
        return first is not None and is_selection_table(first.cells)


@dataclass(frozen=True, slots=True)
class _SelectionTable:
    file: LabelText
    delimiter: str
    is_quoted: bool
    header: tuple[str, ...]
    text_place: int | None
    text_columns: tuple[str, ...]  # that may hold the labels; the one that is read comes first
    shift_s: float  # from times in the own file to those in the joined ones, for new rows
    last_selection: int
    notes: tuple[Text, ...]  # what was guessed
    channels: Mapping[str, int]  # the last of each recording with a label
    common: Mapping[int, str]  # the cells that name the sound file, by place, if all rows name the same

    @classmethod
    def parse(cls, content: bytes, label_column: str = "") -> Self | None:
        """Take a table apart; None if it lacks the times."""
        source = FileText.decode(content)
        lines = source.lines
        delimiter, is_quoted, start = parted(lines)
        table = list(selection_rows(lines[start:], delimiter, is_quoted))
        header = column_names(table)
        places = places_of(header)
        if not is_selection_table(header):
            return None
        first, *others = table
        timed = [place for name, place in places.items() if name in _DECIMALS]
        naming = naming_columns(header, others, timed)
        text_places = [place for place in text_places_of(header, others) if place not in naming.places]
        if label_column:
            chosen = places.get(tidied(label_column).lower())
            text_places = [] if chosen is None else list(dict.fromkeys((chosen, *text_places)))
        text_place = next(iter(text_places), None)
        reader = SelectionReader(header, text_place, naming)
        for row in others:
            reader.take(replace(row, number=start + row.number))
        records = (*map(Record, lines[:start]), Record(first.text), *reader.records)
        regions, skipped = tuple(reader.regions), tuple(reader.skipped)
        file = LabelText(source, records, regions, skipped, headers=start + 1)
        files = [one.sound_file for one in regions] if naming.places else ()
        shift_s = next(iter(reader.shifts)) if len(reader.shifts) == 1 else 0.0
        notes = (
            *row_name_notes(table),
            *doubled_notes(header, (*timed, *([] if text_place is None else [text_place]))),
            *([naming.note] if naming.note else ()),
            *sequence_notes(files, places, others),
            *_score_notes(places, others),
            *turned_note(reader.turned),
            *_wordy_notes(header, places, others),
        )
        columns = tuple(header[place].strip() for place in text_places)
        last, channels = reader.last_selection, last_channels(reader.channels)
        common = naming.common_cells(others)
        return cls(
            file, delimiter, is_quoted, header, text_place, columns, shift_s, last, notes, channels, common
        )

    @property
    def is_own(self) -> bool:
        """Whether Raven could have written it: tabs, CRLF, its decimals, full rows."""
        places = {
            place: _DECIMALS[name] for name, place in places_of(self.header).items() if name in _DECIMALS
        }
        lines = self.file.source.lines
        table = [line.removesuffix("\r\n").split("\t") for line in lines]
        return (
            not self.file.skipped
            and not self.file.source.mark
            and all(line.endswith("\r\n") for line in lines)
            and all(len(cells) == len(self.header) for cells in table)
            and all(
                not cells[place] or re.fullmatch(rf"\d+\.\d{{{decimals}}}", cells[place])
                for cells in table[1:]
                for place, decimals in places.items()
            )
        )

    def with_columns_for(self, regions: Sequence[Region]) -> Self:
        """The table with columns added on the right for what `regions` have and it has no place for."""
        places = places_of(self.header)
        needed = {
            "low_hz": not places.keys() & {LOW, LOW_KHZ}
            and any(region.low_hz is not None for region in regions),
            "high_hz": not places.keys() & {HIGH, HIGH_KHZ}
            and any(region.high_hz is not None for region in regions),
            "text": self.text_place is None and any(region.text for region in regions),
            "score": not places.keys() & set(SCORES) and any(region.score is not None for region in regions),
            "note": self.note_place is None and any(region.note for region in regions),
        }
        wider = self._widened([_ADDED[field] for field, lacking in needed.items() if lacking])
        return replace(wider, text_place=wider.header.index(_ADDED["text"])) if needed["text"] else wider

    def with_extra(self, regions: Sequence[Region]) -> Self:
        """The table with columns on the right for what new regions brought from another table."""
        known = set(map(values, self.file.regions))
        there = places_of(self.header).keys()
        wanted = {name: None for one in regions if values(one) not in known for name, _ in one.extra}
        missing = [name for name in wanted if name.lower() not in there and name == tidied(name)]
        return self._widened([missing[place] for place in further_places(missing, ())])

    def written(self, regions: Sequence[Region]) -> bytes:
        """The file with `regions` in place of its own."""
        fresh = iter(range(self.last_selection + 1, self.last_selection + 1 + len(regions)))
        return self.file.merged(regions, partial(_render, self, fresh))

    @property
    def note_place(self) -> int | None:
        """Where notes are."""
        return note_place_of(self.header, self.text_place)

    def _widened(self, missing: Sequence[str]) -> Self:
        if not missing:
            return self
        at = self.file.headers - 1
        are_quoted = (
            self.is_quoted and self.delimiter == "\t"
        )  # else the next reader takes quotes for letters
        names = [f'"{name}"' for name in missing] if are_quoted else missing
        wider = Record(widened(self.file.records[at].text, len(self.header), self.delimiter, names))
        header = (*self.header, *missing)
        file = replace(self.file, records=(*self.file.records[:at], wider, *self.file.records[at + 1 :]))
        return replace(self, file=file, header=header)


def _score_notes(places: Mapping[str, int], rows: Iterable[Row]) -> tuple[Text, ...]:
    name = next((one for one in SCORES if one in places), "")
    cells = [row.cells[places[name]] for row in rows if name and places[name] < len(row.cells)]
    scores = [value for cell in cells if (value := finite(cell)) is not None]
    return score_note(sum(not 0.0 <= value <= 1.0 for value in scores), name)


def _wordy_notes(header: Sequence[str], places: Mapping[str, int], rows: Sequence[Row]) -> Iterator[Text]:
    """Which columns of numbers say something else in some rows, which are read as if they said nothing."""
    for name in (LOW, HIGH, LOW_KHZ, HIGH_KHZ, OFFSET, *SCORES):
        if name in places:
            place = places[name]
            cells = [row.cells[place] for row in rows if place < len(row.cells)]
            yield from no_number_notes(header[place], (cell for cell in cells if finite(cell) is None))


def _render(
    table: _SelectionTable, selections: Iterator[int], region: Region, before: Region | None, record: str
) -> list[str]:
    """The row with the cells in which `region` differs from `before`; the others keep their text."""
    old = next(selection_rows(FileText(record).lines, table.delimiter, table.is_quoted), None)
    cells = list(old.cells) if old else []
    cells += [""] * (len(table.header) - len(cells))
    for place, cell in table.common.items() if before is None else ():
        cells[place] = cell
    places = places_of(table.header)
    named = {name: cells[place].strip() for name, place in places.items()}
    new = {} if before else {
        SELECTION: str(next(selections)),
        VIEW: "Spectrogram 1",
        CHANNEL: "1",
    }  # fmt: skip
    new |= _times(region, before, named, shift_of(named) if before else table.shift_s)
    new |= _band(region, before)
    if before is None or region.score != before.score:
        filled = [name for name in SCORES if finite(named.get(name, "")) is not None]
        column = next((name for name in (*filled, *SCORES) if name in places), "")
        new[column] = "" if region.score is None else repr(float(region.score))
    for name, text in new.items():
        if name in places:
            cells[places[name]] = text
    if table.text_place is not None and is_renamed(region, before):
        cells[table.text_place] = _BREAKS.sub(" ", region.text)
    if table.note_place is not None and region.note != ("" if before is None else before.note):
        cells[table.note_place] = _BREAKS.sub(" ", region.note)
    _put_extra(cells, table, region, before)
    return [joined(cells, table.delimiter) if table.is_quoted else table.delimiter.join(cells)]


def _put_extra(cells: list[str], table: _SelectionTable, region: Region, before: Region | None) -> None:
    """Fill the cells of further columns in which a region differs from what it was."""
    old, new = dict(() if before is None else before.extra), dict(region.extra)
    for place in further_places(table.header, (table.text_place, table.note_place, *table.common)):
        name = table.header[place].strip()
        if old.get(name) != new.get(name):
            cells[place] = _BREAKS.sub(" ", new.get(name, ""))


def _times(region: Region, before: Region | None, old: Mapping[str, str], shift_s: float) -> dict[str, str]:
    """The new cells of the columns of time."""
    begin, end = f"{region.start_s + shift_s:.9f}", f"{region.end_s + shift_s:.9f}"
    new: dict[str, str] = {}
    if before is None or region.start_s != before.start_s:
        new |= {BEGIN: begin, OFFSET: f"{region.start_s:.9f}"}
    if before is None or region.end_s != before.end_s:
        new |= {END: end}
    merged = {**old, **new}
    if new and (number(merged[BEGIN]) or 0.0) > (number(merged[END]) or 0.0):
        new |= {BEGIN: begin, END: end}  # one was rounded, the other has more digits
    if new:
        new |= {DELTA_TIME: f"{region.end_s - region.start_s:.4f}"}
    return new


def _band(region: Region, before: Region | None) -> dict[str, str]:
    """The new cells of the columns of frequency."""
    low_hz, high_hz = region.low_hz, region.high_hz
    if before is not None and (low_hz, high_hz) == (before.low_hz, before.high_hz):
        return {}
    width_hz = None if low_hz is None or high_hz is None else high_hz - low_hz
    return {
        LOW: _hertz(low_hz),
        HIGH: _hertz(high_hz),
        LOW_KHZ: _hertz(low_hz, unit_hz=1e3),
        HIGH_KHZ: _hertz(high_hz, unit_hz=1e3),
        DELTA_FREQ: _hertz(width_hz),
    }


def _hertz(value_hz: float | None, unit_hz: float = 1.0) -> str:
    if value_hz is None or not 0.0 <= value_hz < math.inf:
        return ""
    return f"{abs(value_hz):.3f}" if unit_hz == 1.0 else f"{abs(value_hz) / unit_hz:.6f}"
