"""Comma-separated labels, for people and scripts: one row for each label, numbers at full precision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Self

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Certainty, Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.core.spelling import tidied
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.track import MAIN, Track, track_name, with_tracks
from audioclf_gui.formats.chosen_columns import FILE, chosen, is_more_than_label
from audioclf_gui.formats.csv_rows import Row, heading, joined, rows, widened
from audioclf_gui.formats.labels.column_names import DURATION, WORDS
from audioclf_gui.formats.labels.csv_columns import (
    NUMBERS,
    OPTIONAL,
    REQUIRED,
    LabelTable,
    says_nothing,
    table_of,
)
from audioclf_gui.formats.labels.doubtful_cells import cell_notes, is_turned
from audioclf_gui.formats.labels.layer_columns import is_export
from audioclf_gui.formats.labels.selection_columns import is_selection_table
from audioclf_gui.formats.labels.times_told_twice import contradicting
from audioclf_gui.formats.naming_columns import NamingColumns, compared, naming_columns
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    SkippedLine,
    column_note,
    label_format,
)
from audioclf_gui.formats.template import LabelText, Record, is_renamed, region_of
from audioclf_gui.formats.text import FileText, end_of

_DECIMALS = 9
_FOLD = "fold"
_CALCULATED = {"start_s", "end_s", *NUMBERS}


@label_format
class CsvLabels:
    """Columns by name, in any order and with any others between them."""

    key = "csv"
    name = Text("Comma-separated values")
    suffixes: tuple[str, ...] = (".csv",)
    capabilities = Capabilities(tracks=True, files=True, notes=True, certainties=True, extra=True)

    def __init__(self, label_column: str = "") -> None:
        self.label_column = label_column

    def by_column(self, name: str) -> "CsvLabels":
        """With the labels in the column of that name."""
        return CsvLabels(name)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the columns start_s, end_s and label, and those of OPTIONAL and file where they are.

        An empty end_s marks a moment. Semicolons and tabs between the columns are accepted, decimal
        commas, and names that other programs give these columns, durations in the place of ends and other
        units among them. The folder of the file may stand in a column of its own. Without any names, rows
        of two times and a text are start, end and label.
        """
        if not content.strip():
            return LabelFile(())
        table = _CsvTable.parse(content, self.label_column)
        if table is None:
            said = chosen(self.label_column)
            wanted = ", ".join(dict.fromkeys((*(said.get(name, name) for name in REQUIRED), *said.values())))
            reason = Text("its first line does not name the columns {columns}", columns=wanted)
            raise BadLabelFileError(source, reason, 1)
        self._check_times(table.table, source)
        file = table.file
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        places = table.table.columns.keys()
        return LabelFile(
            file.regions,
            file.skipped,
            self.write(file.regions) == content,
            columns=table.table.candidates,
            document=file,
            tracks=with_tracks((), (Track(one.track) for one in file.regions if one.track != MAIN)),
            holds=Capabilities(
                bands={"low_hz", "high_hz"} <= places,
                scores="score" in places,
                tracks="track" in places,
                files=bool(table.naming.places),
                notes="note" in places,
                certainties="certainty" in places,
                extra=True,
            ),
            notes=(*table.notes, *column_note(table.table.candidates, self.label_column)),
        )

    def _check_times(self, table: LabelTable, source: Path) -> None:
        """Refuse times that are not known in seconds, or told twice and differently."""
        if table.counted:
            raise BadLabelFileError(
                source,
                Text("its columns {columns} count samples or frames", columns=quoted(table.counted)),
                table.start,
                remedy=Text(
                    "Add columns called start_s and end_s that hold seconds, or export it in seconds."
                ),
            )
        if twice := [] if is_more_than_label(self.label_column) else contradicting(table):
            raise BadLabelFileError(
                source,
                Text("its columns {columns} tell different times", columns=quoted(twice)),
                table.start,
                remedy=Text("Leave one column for each time, in one unit, or choose which ones are meant."),
            )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write UTF-8 with LF; a column that the template lacks is added to it once a region needs it.

        Where all rows of the template name one sound file, new ones name it too.
        """
        if template is not None and not regions and not template.strip():
            return template
        blank = joined((*REQUIRED, *NUMBERS), ",") + "\n"
        table = _CsvTable.parse(template or b"", self.label_column) or _CsvTable.parse(blank.encode())
        assert table is not None, "the blank table has every column"
        table = table.with_columns(
            [name for name in OPTIONAL if any(getattr(one, name) not in {None, ""} for one in regions)]
        ).with_extra(regions)
        content = table.file.merged(regions, partial(_render, table))
        if table.table.is_named or table.table.is_told_by(FileText.decode(content).lines):
            return content
        return table.named().file.merged(regions, partial(_render, table))

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """None."""
        return ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it is a table of start, end and label, and none of a whole data set or another program."""
        lines = FileText.decode(content).lines
        table = table_of(lines, self.label_column)
        return (table is not None and is_more_than_label(self.label_column)) or (
            table is not None
            and _FOLD not in map(compared, table.header)
            and not is_selection_table(table.header)
            and not is_export(lines)
        )


@dataclass(frozen=True, slots=True)
class _CsvTable:
    file: LabelText
    table: LabelTable
    naming: NamingColumns
    common: Mapping[int, str]  # the cells that name the sound file, by place, if all rows name the same

    @classmethod
    def parse(cls, content: bytes, label_column: str = "") -> Self | None:
        """Take a table apart; None if it lacks a required column."""
        source = FileText.decode(content)
        table = table_of(source.lines, label_column)
        if table is None:
            return None
        records = list(map(Record, source.lines[: table.start]))
        regions: list[Region] = []
        skipped: list[SkippedLine] = []
        naming = _naming(table, chosen(label_column).get(FILE, ""))
        for row in table.rows:
            if not row.text.strip():
                records.append(Record(row.text))
                continue
            try:
                region = _region(table, naming, row)
            except NotALabelError as error:
                skipped.append(SkippedLine(row.number, error.reason))
                records.append(Record(row.text))
                continue
            records.append(Record(row.text, len(regions)))
            regions.append(region)
        file = LabelText(source, tuple(records), tuple(regions), tuple(skipped), headers=table.start)
        return cls(file, table, naming, naming.common_cells(table.rows))

    @property
    def notes(self) -> tuple[Text, ...]:
        """What to say of columns that are not called as we call them."""
        named = [self.naming.note] if self.naming.note else []
        return (*self.table.notes, *cell_notes(self.table), *named)

    def with_columns(self, names: Sequence[str]) -> Self:
        """The table with those of the columns that it lacked added on the right."""
        missing = [name for name in names if name not in self.table.columns]
        if not missing:
            return self
        named = self.named()
        table = named.table
        file = _widened(named.file, table, missing)
        return replace(named, file=file, table=table.with_columns(missing))

    def with_extra(self, regions: Sequence[Region]) -> Self:
        """The table with columns on the right for what new regions brought from another table."""
        known = set(map(values, self.file.regions))
        there = set(map(heading, self.table.header))
        wanted = {name: None for one in regions if values(one) not in known for name, _ in one.extra}
        missing = [
            name for name in wanted if name not in there and name == tidied(name) and says_nothing(name)
        ]
        if not missing:
            return self
        named = self.named()
        table = named.table
        file = _widened(named.file, table, missing)
        return replace(named, file=file, table=replace(table, header=(*table.header, *missing)))

    def named(self) -> Self:
        """The table with a line that names its columns, if it has none."""
        table, records = self.table, self.file.records
        if table.is_named:
            return self
        header = Record(joined(table.header, table.delimiter) + self.file.source.line_end)
        file = replace(
            self.file,
            records=(*records[: table.start], header, *records[table.start :]),
            headers=table.start + 1,
        )
        return replace(self, file=file, table=replace(table, start=table.start + 1, is_named=True))


def _naming(table: LabelTable, wanted: str) -> NamingColumns:
    """Where the table names recordings: in the column that somebody chose, or where it looks so."""
    if wanted:
        called = (place for place, name in enumerate(table.header) if compared(name) == compared(wanted))
        return NamingColumns(tuple(called)[:1])
    taken = [column.place for column in table.columns.values()]
    return naming_columns(table.header, table.rows, taken)


def _widened(file: LabelText, table: LabelTable, names: Sequence[str]) -> LabelText:
    """The file with more names in the line that names the columns."""
    *before, header = file.records[: table.start]
    cells = [joined([name], table.delimiter) for name in names]
    wider = Record(widened(header.text, len(table.header), table.delimiter, cells))
    return replace(file, records=(*before, wider, *file.records[table.start :]))


def _region(table: LabelTable, naming: NamingColumns, row: Row) -> Region:
    """The region of a row; NotALabelError if it is none."""
    if row.fault:
        raise NotALabelError(row.fault)
    if any(cell.strip() for cell in row.cells[len(table.header) :]):
        raise NotALabelError(Text("it has more cells than there are columns"))
    start_s, end_s = table.span_s(row)
    if start_s is None or end_s is None:
        raise NotALabelError(Text("start_s or end_s is no number of seconds"))
    low_hz, high_hz, score = (table.value(name, row) for name in NUMBERS)
    if score is not None and not 0.0 <= score <= 1.0:
        score = None
    raw = row.text.removesuffix(end_of(row.text))
    certainty, note = table.cell("certainty", row).strip(), table.cell("note", row)
    return region_of(
        start_s,
        end_s,
        table.cell("label", row),
        low_hz,
        high_hz,
        score,
        raw,
        track=track_name(table.cell("track", row)),
        note=note if note.strip() else "",
        certainty=Certainty(certainty) if certainty else None,
        extra=table.others(row, naming.places),
        sound_file=naming.sound_file(row),
    )


def _render(csv: _CsvTable, region: Region, before: Region | None, record: str) -> list[str]:
    """The row with the cells in which `region` differs from `before`; the others keep their text."""
    table = csv.table
    cells = list(next(rows(FileText(record).lines, table.delimiter)).cells) if record else []
    places = [column.place for column in table.columns.values()]
    cells += [""] * (1 + max(*places, *csv.common, 0) - len(cells))
    for place, cell in csv.common.items() if before is None else ():
        cells[place] = cell
    turned = bool(record) and is_turned(table, next(rows(FileText(record).lines, table.delimiter)))
    for name, column in table.columns.items():
        if name == DURATION:
            if before is None or (region.start_s, region.end_s) != (before.start_s, before.end_s):
                cells[column.place] = column.cell(round(region.end_s - region.start_s, _DECIMALS))
        elif (name not in WORDS and not cells[column.place].strip()) or _is_changed(
            name, region, before, turned=turned
        ):
            value: Any = region.text if name == "label" else getattr(region, name)
            cells[column.place] = column.cell(value) if name in _CALCULATED else value or ""
    _put_extra(cells, table, region, before)
    return [joined(cells, table.delimiter)]


def _put_extra(cells: list[str], table: LabelTable, region: Region, before: Region | None) -> None:
    """Fill the cells of further columns in which a region differs from what it was."""
    old, new = dict(() if before is None else before.extra), dict(region.extra)
    for place, name in enumerate(map(heading, table.header)):
        if name in old.keys() | new.keys() and old.get(name) != new.get(name):
            cells += [""] * (1 + place - len(cells))
            cells[place] = new.get(name, "")


def _is_changed(column: str, region: Region, before: Region | None, *, turned: bool) -> bool:
    if column == "label":
        return is_renamed(region, before)
    if turned and before is not None and column in {"low_hz", "high_hz"}:
        return (region.low_hz, region.high_hz) != (before.low_hz, before.high_hz)
    return before is None or getattr(region, column) != getattr(before, column)
