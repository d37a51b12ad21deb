"""Comma-separated labels, for people and scripts: one row for each label, numbers at full precision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import (
    Row,
    column_names,
    heading,
    joined,
    row_name_notes,
    rows,
    start_of,
    widened,
)
from audioclf_gui.formats.labels.layer_columns import is_export
from audioclf_gui.formats.naming_columns import NamingColumns, compared, naming_columns
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    Capabilities,
    LabelFile,
    NotALabelError,
    SkippedLine,
    column_note,
    label_format,
)
from audioclf_gui.formats.template import LabelText, Record, is_renamed, region_of
from audioclf_gui.formats.text import FileText, end_of, finite, seconds

_REQUIRED = ("start_s", "end_s", "label")
_OPTIONAL = ("low_hz", "high_hz", "score")
_DECIMALS = 9
_DURATION, _FOLD = "duration_s", "fold"
_OTHER_NAMES = {
    "start_s": (
        "start",
        "start (s)",
        "start time",
        "start time (s)",
        "begin",
        "begin (s)",
        "begin time",
        "onset",
        "tmin",
    ),
    "end_s": ("end", "end (s)", "end time", "end time (s)", "stop", "stop (s)", "stop s", "offset", "tmax"),
    _DURATION: ("duration", "duration (s)"),
    "low_hz": ("low", "low (hz)", "low freq", "low freq (hz)", "freq low", "low frequency"),
    "high_hz": (
        "high",
        "high (hz)",
        "high freq",
        "high freq (hz)",
        "freq high",
        "high frequency",
        "max freq",
    ),
    "score": ("confidence", "probability"),
}
"""What other programs (BirdNET, DCASE, Kaleidoscope) call them, in lower case and with blanks for `_`."""
_LABEL_NAMES = (
    "label", "common name", "annotation", "species", "class", "event label", "event", "category", "tag",
    "scientific name", "text", "name", "manual id", "auto id", "auto id*",
)  # fmt: skip


@label_format
class CsvLabels:
    """Columns by name, in any order and with any others between them."""

    key = "csv"
    name = Text("Comma-separated values")
    suffixes: tuple[str, ...] = (".csv",)
    capabilities = Capabilities()

    def __init__(self, label_column: str = "") -> None:
        self.label_column = label_column

    def by_column(self, name: str) -> "CsvLabels":
        """With the labels in the column of that name."""
        return CsvLabels(name)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the columns start_s, end_s and label, and low_hz, high_hz, score and file where they are.

        An empty end_s marks a moment. Semicolons and tabs between the columns are accepted, decimal
        commas, and names that other programs give these columns, durations in the place of ends among them.
        The folder of the file may stand in a column of its own.
        """
        if not content.strip():
            return LabelFile(())
        table = _CsvTable.parse(content, self.label_column)
        if table is None:
            wanted = ", ".join((*_REQUIRED[:-1], self.label_column or "label"))
            reason = Text("its first line does not name the columns {columns}", columns=wanted)
            raise BadLabelFileError(source, reason, 1)
        file = table.file
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        places = table.columns.keys()
        return LabelFile(
            file.regions,
            file.skipped,
            self.write(file.regions) == content,
            table.sound_files,
            columns=table.candidates,
            document=file,
            holds=Capabilities({"low_hz", "high_hz"} <= places, "score" in places),
            notes=(*table.notes, *column_note(table.candidates, self.label_column)),
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write UTF-8 with LF; a column that the template lacks is added to it once a region needs it.

        Where all rows of the template name one sound file, new ones name it too.
        """
        if template is not None and not regions and not template.strip():
            return template
        blank = joined((*_REQUIRED, *_OPTIONAL), ",") + "\n"
        table = _CsvTable.parse(template or b"", self.label_column) or _CsvTable.parse(blank.encode())
        assert table is not None, "the blank table has every column"
        table = table.with_columns(
            [name for name in _OPTIONAL if any(getattr(region, name) is not None for region in regions)]
        )
        return table.file.merged(regions, partial(_render, table))

    def losses(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """It holds everything."""
        return ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether the first line names the columns, and none that tables of whole data sets have."""
        lines = FileText.decode(content).lines
        header = _header(lines)
        return (
            _is_complete(_columns(header, self.label_column))
            and _FOLD not in map(compared, header)
            and not is_export(lines)
        )


@dataclass(frozen=True, slots=True)
class _CsvTable:
    file: LabelText
    delimiter: str
    header: tuple[str, ...]
    columns: Mapping[str, int]  # from our name of it to the place of the cell
    sound_files: tuple[str, ...]  # for each region; empty without such a column
    guesses: tuple[Text, ...]
    naming: NamingColumns
    common: Mapping[int, str]  # the cells that name the sound file, by place, if all rows name the same

    @classmethod
    def parse(cls, content: bytes, label_column: str = "") -> Self | None:
        """Take a table apart; None if it lacks a required column."""
        source = FileText.decode(content)
        lines = source.lines
        start, delimiter = start_of(lines)
        table = list(rows(lines[start:], delimiter))
        header = column_names(table)
        columns = _columns(header, label_column)
        if not _is_complete(columns):
            return None
        first, *others = table
        records = [*map(Record, lines[:start]), Record(first.text)]
        regions: list[Region] = []
        skipped: list[SkippedLine] = []
        naming = naming_columns(header, others, columns.values())
        sound_files: list[str] = []
        for row in others:
            if not row.text.strip():
                records.append(Record(row.text))
                continue
            cells = {name: row.cells[place] for name, place in columns.items() if place < len(row.cells)}
            try:
                region = _region(cells, _fault(row, len(header)), row.text)
            except NotALabelError as error:
                skipped.append(SkippedLine(start + row.number, error.reason))
                records.append(Record(row.text))
                continue
            records.append(Record(row.text, len(regions)))
            regions.append(region)
            sound_files.append(naming.sound_file(row))
        file = LabelText(source, tuple(records), tuple(regions), tuple(skipped), headers=start + 1)
        files = tuple(sound_files) if naming.places else ()
        notes = row_name_notes(table)
        return cls(file, delimiter, header, columns, files, notes, naming, naming.common_cells(others))

    @property
    def candidates(self) -> tuple[str, ...]:
        """The columns that are called as those of labels are; the one that is read comes first."""
        label = self.columns["label"]
        places = {compared(name): place for place, name in reversed(list(enumerate(self.header)))}
        others = (places[name] for name in _LABEL_NAMES if name in places and places[name] != label)
        return tuple(heading(self.header[place]) for place in (label, *others))

    @property
    def notes(self) -> tuple[Text, ...]:
        """What to say of columns that are not called as we call them."""
        names = [
            heading(self.header[place])
            for ours, place in self.columns.items()
            if ours in {"start_s", "end_s", _DURATION} and compared(self.header[place]) != compared(ours)
        ]
        notes = [*self.guesses, *([self.naming.note] if self.naming.note else [])]
        if names:
            columns = ", ".join(f"“{name}”" for name in names)
            notes.append(Text("its columns {columns} are read as seconds", columns=columns))
        return tuple(notes)

    def with_columns(self, names: Sequence[str]) -> Self:
        """The table with those of the columns that it lacked added on the right."""
        missing = [name for name in names if name not in self.columns]
        if not missing:
            return self
        head, header = self.file.records[: self.file.headers - 1], self.file.records[self.file.headers - 1]
        records = self.file.records[self.file.headers :]
        width = len(self.header)
        wider = Record(widened(header.text, width, self.delimiter, missing))
        columns = {**self.columns, **{name: width + place for place, name in enumerate(missing)}}
        return replace(
            self,
            file=replace(self.file, records=(*head, wider, *records)),
            header=(*self.header, *missing),
            columns=columns,
        )


def _header(lines: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns, as they stand in the file."""
    start, delimiter = start_of(lines)
    first = next(rows(lines[start:], delimiter), None)
    return first.cells if first else ()


def _columns(header: Sequence[str], label_column: str) -> dict[str, int]:
    """Where each of our columns is: under our name for it, else under the first other name that is there."""
    places = {compared(name): place for place, name in reversed(list(enumerate(header)))}
    columns: dict[str, int] = {}
    for ours in (*_REQUIRED[:2], *_OPTIONAL, _DURATION):
        known = (compared(ours), *_OTHER_NAMES[ours])
        if (place := next((places[name] for name in known if name in places), None)) is not None:
            columns[ours] = place
    if _DURATION in columns and "start_s" not in columns and "end_s" in columns:
        columns["start_s"] = columns.pop("end_s")  # Kaleidoscope's OFFSET is where a sound begins
    labels = [compared(label_column)] if label_column else _LABEL_NAMES
    if (place := next((places[name] for name in labels if name in places), None)) is not None:
        columns["label"] = place
    return columns


def _is_complete(columns: Mapping[str, int]) -> bool:
    return columns.keys() >= {"start_s", "label"} and bool({"end_s", _DURATION} & columns.keys())


def _fault(row: Row, columns: int) -> Text | None:
    """Why the cells of a row cannot be trusted."""
    if row.fault is None and any(cell.strip() for cell in row.cells[columns:]):
        return Text("it has more cells than there are columns")
    return row.fault


def _region(cells: Mapping[str, str], fault: Text | None, raw: str) -> Region:
    """The region of a row; NotALabelError if it is none."""
    if fault:
        raise NotALabelError(fault)
    start_s = seconds(cells.get("start_s", ""))
    end_s = _end(cells, start_s)
    if start_s is None or end_s is None:
        raise NotALabelError(Text("start_s or end_s is no number of seconds"))
    low_hz, high_hz, score = (finite(cells.get(name, "")) for name in _OPTIONAL)
    if score is not None and not 0.0 <= score <= 1.0:
        score = None
    text = cells.get("label", "")
    return region_of(start_s, end_s, text, low_hz, high_hz, score, raw.removesuffix(end_of(raw)))


def _end(cells: Mapping[str, str], start_s: float | None) -> float | None:
    """When the label of a row ends; without an end or a duration it is a moment."""
    if cells.get("end_s", "").strip():
        return seconds(cells["end_s"])
    if not cells.get(_DURATION, "").strip() or start_s is None:
        return start_s
    duration_s = finite(cells[_DURATION])
    return None if duration_s is None else round(start_s + duration_s, _DECIMALS)


def _render(table: _CsvTable, region: Region, before: Region | None, record: str) -> list[str]:
    """The row with the cells in which `region` differs from `before`; the others keep their text."""
    cells = list(next(rows(FileText(record).lines, table.delimiter)).cells) if record else []
    cells += [""] * (1 + max(*table.columns.values(), *table.common, 0) - len(cells))
    for place, cell in table.common.items() if before is None else ():
        cells[place] = cell
    for name, place in table.columns.items():
        if name == _DURATION:
            if before is None or (region.start_s, region.end_s) != (before.start_s, before.end_s):
                cells[place] = repr(round(region.end_s - region.start_s, _DECIMALS))
        else:
            value = region.text if name == "label" else getattr(region, name)
            if not cells[place].strip() or _is_changed(name, region, before):
                cells[place] = _cell(value)
    return [joined(cells, table.delimiter)]


def _is_changed(column: str, region: Region, before: Region | None) -> bool:
    if column == "label":
        return is_renamed(region, before)
    return before is None or getattr(region, column) != getattr(before, column)


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else repr(float(value))
