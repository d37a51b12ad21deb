"""Annotation layers of Sonic Visualiser: its text exports, and its layer files (.svl)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import Row, joined
from audioclf_gui.formats.labels import svl
from audioclf_gui.formats.labels.layer_columns import (
    REGIONS,
    Layer,
    delimiter_of_layer,
    is_export,
    layer_of,
    table_rows,
)
from audioclf_gui.formats.labels.unnamed_times import is_of_layer
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    SkippedLine,
    label_format,
)
from audioclf_gui.formats.template import LabelText, Record, end_after, is_renamed, region_of
from audioclf_gui.formats.text import FileText, end_of, finite

_WHOLE = re.compile(r"\s*\d+\s*")
_BREAKS = re.compile(r"\r\n|[\t\r\n]")
_DECIMALS = 9


@label_format
class SonicVisualiserLayer:
    """A row for each event, or an element `point` for each in a layer file.

    Values and levels are kept in the file and not shown. What is new gets the value 0.
    """

    key = "sonic-visualiser"
    name = Text("Sonic Visualiser layer")
    suffixes: tuple[str, ...] = (".csv", ".svl", ".txt")
    capabilities = Capabilities(bands=False, scores=False)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read regions, notes, boxes, instants; instants and values of a curve are moments."""
        if not content.strip():
            return LabelFile((), canonical=not content)
        if svl.is_layer_file(content):
            file, has_bands = svl.parsed(content, source)
            return LabelFile(file.regions, file.skipped, holds=Capabilities(has_bands, scores=False))
        table = _Table.parse(content)
        if table is None:
            reason = Text("its columns are not those of a layer: {columns}", columns=REGIONS.columns)
            raise BadLabelFileError(source, reason, 1)
        if table.counts_samples:
            reason = Text("its times are counted in samples; export them in seconds")
            raise BadLabelFileError(source, reason, 1)
        file = table.file
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        note = Text("its columns are read as {columns}", columns=table.layer.columns)
        return LabelFile(
            file.regions,
            file.skipped,
            table.is_own,
            holds=Capabilities(bands=table.layer.low is not None, scores=False),
            notes=(note,) if not table.layer.has_names else (),
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write as Sonic Visualiser does: commas, nanoseconds, no header, no empty label."""
        if template is not None and not regions and not template.strip():
            return template
        if template is not None and svl.is_layer_file(template):
            return svl.written(regions, template)
        table = _Table.parse(template or b"") or _Table(LabelText(FileText(""), (), ()), REGIONS, ",")
        content = table.file.merged(regions, partial(_render, table))
        again = _Table.parse(content)
        return content if again and again.layer == table.layer else _spelled_out(table, content)

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """Moments: Sonic Visualiser 4.5 leaves out the rows of a table that last no time."""
        told = Text(
            "Sonic Visualiser leaves {n} moment out when it reads a table of stretches.",
            "Sonic Visualiser leaves {n} moments out when it reads a table of stretches.",
            n=sum(one.start_s == one.end_s for one in regions),
        )
        return (told,) if told.count else ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it is a layer file, or its columns can be nothing but those of a layer."""
        return svl.is_layer_file(content) or is_export(FileText.decode(content).lines)


@dataclass(frozen=True, slots=True)
class _Table:
    file: LabelText
    layer: Layer
    delimiter: str

    @classmethod
    def parse(cls, content: bytes) -> Self | None:
        """Take an export apart; None if it is none."""
        source = FileText.decode(content)
        delimiter = delimiter_of_layer(source.lines)
        table = table_rows(source.lines, delimiter)
        layer = layer_of(table)
        if layer is None:
            return None
        records: list[Record] = []
        regions: list[Region] = []
        skipped: list[SkippedLine] = []
        for row in table:
            if not row.text.strip() or (layer.has_names and not records):
                records.append(Record(row.text))
                continue
            try:
                region = _region(row, layer)
            except NotALabelError as error:
                skipped.append(SkippedLine(row.number, error.reason))
                records.append(Record(row.text))
                continue
            records.append(Record(row.text, len(regions)))
            regions.append(region)
        headers = int(layer.has_names)
        text = LabelText(source, tuple(records), tuple(regions), tuple(skipped), headers)
        return cls(text, layer, delimiter)

    @property
    def counts_samples(self) -> bool:
        """Whether its times are whole numbers without a point: it was exported in samples."""
        found = [region.raw.split(self.delimiter) for region in self.file.regions]
        return bool(found) and all(
            _WHOLE.fullmatch(cells[place]) for cells in found for place in (0, 2) if place < len(cells)
        )

    @property
    def is_own(self) -> bool:
        """Whether Sonic Visualiser could have written it: nanoseconds, commas, LF."""
        return (
            not self.file.skipped
            and not self.file.source.mark
            and self.delimiter == ","
            and {end_of(line) for line in self.file.source.lines} <= {"", "\n"}
            and all(is_of_layer(region.raw.partition(",")[0]) for region in self.file.regions)
        )


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _region(row: Row, layer: Layer) -> Region:
    """The region of a row; NotALabelError if it is none."""
    if row.fault:
        raise NotALabelError(row.fault)
    start_s = finite(_cell(row, layer.start))
    duration_s = finite(_cell(row, layer.duration)) if layer.duration is not None else 0.0
    if start_s is None or duration_s is None:
        raise NotALabelError(Text("its time or its duration is no number of seconds"))
    end_s = finite(_cell(row, layer.end)) if layer.end is not None else end_after(start_s, duration_s)
    if end_s is None:
        raise NotALabelError(Text("its time or its duration is no number of seconds"))
    low_hz, high_hz = finite(_cell(row, layer.low)), finite(_cell(row, layer.high))
    raw = row.text.removesuffix(end_of(row.text))
    return region_of(start_s, end_s, _cell(row, layer.label), low_hz, high_hz, None, raw)


def _render(table: _Table, region: Region, before: Region | None, record: str) -> list[str]:
    """The row with the cells in which `region` differs from `before`; the others keep their text."""
    layer = table.layer
    cells = list(table_rows(FileText(record).lines, table.delimiter)[0].cells) if record else []
    new: dict[int | None, str] = {}
    if before is None:
        places = (layer.start, *(place or 0 for place in layer[2:6]), (layer.label or 0) - 1)
        new |= dict.fromkeys(range(1 + max(places)), "0")
    if before is None or region.start_s != before.start_s:
        new[layer.start] = _time(region.start_s)
    if before is None or (region.start_s, region.end_s) != (before.start_s, before.end_s):
        new |= {layer.end: _time(region.end_s), layer.duration: _time(region.end_s - region.start_s)}
    if before is None or (region.low_hz, region.high_hz) != (before.low_hz, before.high_hz):
        low_hz = region.low_hz or 0.0
        new |= {layer.low: _hertz(low_hz), layer.high: _hertz(region.high_hz or low_hz)}
    if is_renamed(region, before) and (region.text or _has(cells, layer.label)):
        new[layer.label] = region.text
    for place, text in new.items():
        if place is not None:
            cells += [""] * (1 + place - len(cells))
            cells[place] = text
    return [_row(cells, table.delimiter)]


def _spelled_out(table: _Table, content: bytes) -> bytes:
    """The file with all digits of its times and no label left out: the rows that stayed show no other layer.

    Which columns they are may have been told by rows that are gone, see `layer_of`.
    """
    source, layer = FileText.decode(content), table.layer
    lines = []
    for row in table_rows(source.lines, table.delimiter):
        cells = [*row.cells, *[""] * (1 + (layer.label or 0) - len(row.cells))]
        places = (layer.start, layer.end, layer.duration)
        times = {place: finite(cells[place]) for place in places if place is not None}
        for place, value_s in times.items():
            cells[place] = cells[place] if value_s is None else _time(value_s)
        is_event = times[layer.start] is not None
        lines.append(_row(cells, table.delimiter) + end_of(row.text) if is_event else row.text)
    return source.encode("".join(lines))


def _row(cells: Sequence[str], delimiter: str) -> str:
    if delimiter == "\t":
        return "\t".join(_BREAKS.sub(" ", cell) for cell in cells)
    return joined(cells, delimiter)


def _has(cells: Sequence[str], place: int | None) -> bool:
    return place is not None and place < len(cells)


def _time(value: float) -> str:
    return f"{value:.{_DECIMALS}f}"


def _hertz(value: float) -> str:
    """A frequency with few decimals: columns of many are told for times."""
    return repr(round(value, 3)).removesuffix(".0")
