"""Comma-separated labels, for people and scripts: one row for each label, numbers at full precision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import delimiter_of, joined, rows
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    SkippedLine,
    label_format,
)
from audioclf_gui.formats.template import LabelText, Record, is_renamed, region_of
from audioclf_gui.formats.text import FileText, end_of, finite, number

_REQUIRED = ("start_s", "end_s", "label")
_OPTIONAL = ("low_hz", "high_hz", "score")
_FILE = "file"


@label_format
class CsvLabels:
    """Columns by name, in any order and with any others between them."""

    key = "csv"
    name = Text("Comma-separated values")
    suffixes: tuple[str, ...] = (".csv",)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the columns start_s, end_s and label, and low_hz, high_hz, score and file where they are.

        An empty end_s marks a moment. Semicolons and tabs between the columns are accepted, and
        decimal commas.
        """
        if not content.strip():
            return LabelFile(())
        table = _CsvTable.parse(content)
        if table is None:
            columns = ", ".join(_REQUIRED)
            reason = Text("its first line does not name the columns {columns}", columns=columns)
            raise BadLabelFileError(source, reason, 1)
        file = table.file
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        return LabelFile(file.regions, file.skipped, self.write(file.regions) == content, table.sound_files)

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write UTF-8 with LF; a column that the template lacks is added to it once a region needs it.

        Where all rows of the template name one sound file, new ones name it too.
        """
        if template is not None and not regions and not template.strip():
            return template
        blank = joined((*_REQUIRED, *_OPTIONAL), ",") + "\n"
        table = _CsvTable.parse(template or b"") or _CsvTable.parse(blank.encode())
        assert table is not None, "the blank table has every column"
        table = table.with_columns(
            [name for name in _OPTIONAL if any(getattr(region, name) is not None for region in regions)]
        )
        return table.file.merged(regions, partial(_render, table))

    def losses(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """It holds everything."""
        return ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether the first line names the columns."""
        lines = FileText.decode(content).lines
        return bool(lines) and set(_REQUIRED) <= _columns(lines[0], delimiter_of(lines[0])).keys()


@dataclass(frozen=True, slots=True)
class _CsvTable:
    file: LabelText
    delimiter: str
    columns: Mapping[str, int]  # from the name in lower case to the place of the cell
    sound_files: tuple[str, ...]  # for each region; empty without such a column

    @classmethod
    def parse(cls, content: bytes) -> Self | None:
        """Take a table apart; None if it lacks a required column."""
        source = FileText.decode(content)
        lines = source.lines
        delimiter = delimiter_of(lines[0] if lines else "")
        records: list[Record] = []
        regions: list[Region] = []
        skipped: list[SkippedLine] = []
        sound_files: list[str] = []
        columns: dict[str, int] = {}
        for row in rows(lines, delimiter):
            if not records:
                columns = _columns(row.text, delimiter)
                records.append(Record(row.text))
                continue
            if not row.text.strip():
                records.append(Record(row.text))
                continue
            cells = {name: row.cells[place] for name, place in columns.items() if place < len(row.cells)}
            try:
                region = _region(cells, row.fault, row.text)
            except NotALabelError as error:
                skipped.append(SkippedLine(row.number, error.reason))
                records.append(Record(row.text))
                continue
            records.append(Record(row.text, len(regions)))
            regions.append(region)
            sound_files.append(cells.get(_FILE, ""))
        if not set(_REQUIRED) <= columns.keys():
            return None
        file = LabelText(source, tuple(records), tuple(regions), tuple(skipped), headers=1)
        return cls(file, delimiter, columns, tuple(sound_files) if _FILE in columns else ())

    def with_columns(self, names: Sequence[str]) -> Self:
        """The table with those of the columns that it lacked added on the right."""
        missing = [name for name in names if name not in self.columns]
        if not missing:
            return self
        header, *records = self.file.records
        text = header.text.removesuffix(end_of(header.text))
        width = len(next(rows([text], self.delimiter)).cells)
        wider = Record(self.delimiter.join((text, *missing)) + end_of(header.text))
        columns = {**self.columns, **{name: width + place for place, name in enumerate(missing)}}
        return replace(self, file=replace(self.file, records=(wider, *records)), columns=columns)


def _columns(header: str, delimiter: str) -> dict[str, int]:
    cells = next(rows([header.removesuffix(end_of(header))], delimiter)).cells if header.strip() else ()
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        columns.setdefault(cell.strip().lower(), place)
    return columns


def _region(cells: Mapping[str, str], fault: Text | None, raw: str) -> Region:
    """The region of a row; NotALabelError if it is none."""
    if fault:
        raise NotALabelError(fault)
    start_s = number(cells.get("start_s", ""))
    end_s = number(cells["end_s"]) if cells.get("end_s", "").strip() else start_s
    if start_s is None or end_s is None:
        raise NotALabelError(Text("start_s or end_s is no number of seconds"))
    low_hz, high_hz, score = (finite(cells.get(name, "")) for name in _OPTIONAL)
    if score is not None and not 0.0 <= score <= 1.0:
        score = None
    text = cells.get("label", "")
    return region_of(start_s, end_s, text, low_hz, high_hz, score, raw.removesuffix(end_of(raw)))


def _render(table: _CsvTable, region: Region, before: Region | None, record: str) -> list[str]:
    """The row with the cells in which `region` differs from `before`; the others keep their text."""
    cells = list(next(rows(FileText(record).lines, table.delimiter)).cells) if record else []
    cells += [""] * (1 + max(table.columns.values()) - len(cells))
    for name, place in table.columns.items():
        if name == _FILE and before is None:
            cells[place] = table.sound_files[0] if len(set(table.sound_files)) == 1 else ""
        elif name in (*_REQUIRED, *_OPTIONAL):
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
