"""Label tracks of Audacity.

The rules are those of its own reader and writer (`LabelTrack.cpp` and `Internat.cpp` of Audacity 3 and 4).
"""

import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.labels.layer_columns import is_export
from audioclf_gui.formats.labels.unnamed_times import are_ends
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    SkippedLine,
    label_format,
    turned_note,
)
from audioclf_gui.formats.template import LabelText, Record, is_renamed, region_of, spaces_stand_for_breaks
from audioclf_gui.formats.text import FileText, clock, end_of, number, seconds

_CONTINUATION = "\\"
_NO_LABEL = (_CONTINUATION, "#")  # what begins the lines of frequencies, and remarks of other programs
_LONGEST_TEXT = 259  # longer ones may not come back, says Audacity's manual
_TIME = r"(?:0|[1-9]\d*)\.\d{6}"
_OWN_RECORD = re.compile(rf"{_TIME}\t{_TIME}\t[^\t\r\n]*(?:\n\\(?:\t(?:{_TIME}|-1\.000000)){{2}})?\n")
_BREAKS = re.compile(r"\r\n|[\t\r\n]")
_SPACED = re.compile(r"\s*(\S*[^\s,;])[ ]+(\S*[^\s,;])(?:[ ]+(.*))?", re.DOTALL)
_PREVIEWED_LINES = 20
_CLOCK = Text("its times are read as hours, minutes and seconds")
_LARGE_S = 1000.0  # whole numbers so large may well count samples, or milliseconds
_WHOLE = Text("its times are whole numbers and are read as seconds")
_MORE_COLUMNS = Text("what stands behind its third column is kept in the file and not shown")
_PARTED_BY_SPACES = Text("its columns are parted by spaces where Audacity has tabs")


class _Fields(NamedTuple):
    """The first line of a record."""

    start: str
    end: str  # empty: a moment
    text: str
    extra: list[str]  # further columns, which Audacity drops
    is_spaced: bool = False  # spaces stand between the columns, as other programs write them


@label_format
class AudacityLabels:
    """A line `start TAB end TAB text` for each label; a second line, after a backslash, for frequencies."""

    key = "audacity"
    name = Text("Audacity label track")
    suffixes: tuple[str, ...] = (".txt", ".tsv")
    capabilities = Capabilities()

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read what Audacity reads, and more.

        A fourth column from 0 to 1 is the score, which it drops. Times by the clock and spaces between
        the columns, which it refuses, are understood and noted. A track in which no label has frequencies
        has no place for them: its "Standard" setting leaves them all out.
        """
        file = _parse(content)
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        return LabelFile(
            file.regions, file.skipped, _is_own(file), holds=_held(file.regions), notes=_notes(file.regions)
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write as Audacity does, to the microsecond; a score goes into a fourth column."""
        return _parse(template or b"").merged(regions, _render)

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """Line breaks and tabs of texts become spaces; Audacity cuts or refuses long texts."""
        broken = sum(bool(_BREAKS.search(region.text)) for region in regions)
        long = sum(len(region.text) > _LONGEST_TEXT for region in regions)
        losses = (
            spaces_stand_for_breaks(broken),
            Text(
                "{n} label has over {longest} characters and may be cut by Audacity.",
                "{n} labels have over {longest} characters and may be cut by Audacity.",
                n=long,
                longest=_LONGEST_TEXT,
            ),
        )
        return tuple(loss for loss in losses if loss.count)

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether the first line is a label, as most after it, and the second column holds ends.

        Remarks after a `#` do not count. Nothing at all is an empty track.
        """
        lines = [line for line in FileText.decode(content).lines if line.strip() and line[0] not in _NO_LABEL]
        if not lines:
            return not content.strip() and source.suffix.lower() in self.suffixes
        head = lines[:_PREVIEWED_LINES]
        fields = [_fields(line) for line in head]
        good = [
            ("\t" in line or one.is_spaced) and seconds(one.start) is not None
            for line, one in zip(head, fields, strict=True)
        ]
        return (
            good[0]
            and 2 * sum(good) > len(good)
            and are_ends([one.start for one in fields], [one.end for one in fields])
            and not is_export(lines)
            and not _has_text_behind_numbers(fields)
        )


def _parse(content: bytes) -> LabelText:
    source = FileText.decode(content)
    records: list[Record] = []
    regions: list[Region] = []
    skipped: list[SkippedLine] = []
    for line_number, lines in _grouped(source.lines):
        text = "".join(lines)
        if not text.strip():
            records.append(Record(text))
            continue
        try:
            region = _region(lines)
        except NotALabelError as error:
            skipped.append(SkippedLine(line_number, error.reason))
            records.append(Record(text))
            continue
        if len(lines) > 1 and _frequencies(lines[1]) is None:
            skipped.append(SkippedLine(line_number + 1, Text("no two frequencies follow the backslash")))
        records.append(Record(text, len(regions)))
        regions.append(region)
    return LabelText(source, tuple(records), tuple(regions), tuple(skipped))


def _grouped(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each line with the continuation lines below it, and its number."""
    first = 0
    while first < len(lines):
        stop = first + 1
        while stop < len(lines) and lines[first].strip() and lines[stop].startswith(_CONTINUATION):
            stop += 1
        yield first + 1, list(lines[first:stop])
        first = stop


def _region(lines: Sequence[str]) -> Region:
    """The region of a record; NotALabelError if it is none."""
    fields = _fields(lines[0])
    start_s = seconds(fields.start)
    end_s = seconds(fields.end) if fields.end else start_s
    if start_s is None or end_s is None:
        raise NotALabelError(
            Text("{text} is no number of seconds with a tab after it", text=repr(fields.start[:40]))
        )
    low_hz, high_hz = (_frequencies(lines[1]) if len(lines) > 1 else None) or (None, None)
    raw = "".join(lines)
    return region_of(
        start_s, end_s, fields.text, low_hz, high_hz, _score(fields), raw.removesuffix(end_of(raw))
    )


def _fields(line: str) -> _Fields:
    """Tabs before the second number collapse, as in Audacity; what follows it goes by columns."""
    bare = line.removesuffix(end_of(line))
    spaced = _SPACED.fullmatch(bare) if "\t" not in bare else None
    if spaced and seconds(spaced[1]) is not None and seconds(spaced[2]) is not None:
        return _Fields(spaced[1], spaced[2], spaced[3] or "", [], is_spaced=True)
    start, _, rest = bare.lstrip("\t").partition("\t")
    second, *others = rest.lstrip("\t").split("\t")
    if seconds(second) is None:
        return _Fields(start, "", second, others)
    return _Fields(start, second, others[0] if others else "", others[1:])


def _has_text_behind_numbers(fields: Sequence[_Fields]) -> bool:
    """Whether the texts are all numbers, and words stand in a column behind them: those are the texts."""
    return all(number(one.text) is not None for one in fields) and any(
        one.extra and one.extra[0].strip() and number(one.extra[0]) is None for one in fields
    )


def _notes(regions: Sequence[Region]) -> tuple[Text, ...]:
    """What had to be understood otherwise than Audacity does."""
    lines = [_fields(region.raw.partition("\n")[0]) for region in regions]
    notes = {
        _CLOCK: any(":" in one.start + one.end for one in lines),
        _WHOLE: max((one.end_s for one in regions), default=0.0) >= _LARGE_S
        and all((one.start + one.end).strip().isdecimal() for one in lines),
        _PARTED_BY_SPACES: any(one.is_spaced for one in lines),
        _MORE_COLUMNS: any("".join(one.extra[_score(one) is not None :]).strip() for one in lines),
    }
    turned = sum(map(_is_turned, regions))
    return (*(note for note, is_true in notes.items() if is_true), *turned_note(turned))


def _is_turned(region: Region) -> bool:
    """Whether its line has the upper frequency where the lower one should be."""
    low_hz, high_hz = _frequencies(region.raw.partition("\n")[2].partition("\n")[0]) or (0.0, 0.0)
    return 0.0 <= high_hz < low_hz


def _held(regions: Sequence[Region]) -> Capabilities:
    return Capabilities(
        bands=any(map(_has_band, regions)), scores=any(region.score is not None for region in regions)
    )


def _score(fields: _Fields) -> float | None:
    score = number(fields.extra[0]) if fields.end and fields.extra else None
    return score if score is not None and 0.0 <= score <= 1.0 else None


def _frequencies(line: str) -> tuple[float, float] | None:
    """The edges in hertz, below 0 if unknown; None if the line says something else."""
    mark, *texts = line.removesuffix(end_of(line)).split("\t")
    found = [value for text in texts[:2] if (value := number(text)) is not None and math.isfinite(value)]
    if mark != _CONTINUATION or len(found) < 2:
        return None
    low_hz, high_hz = found
    return low_hz, high_hz


def _is_own(file: LabelText) -> bool:
    """Whether Audacity could have written the file: its digits and columns, one kind of line end."""
    return (
        not file.skipped
        and (file.source.encoding, file.source.mark) == ("utf-8", b"")
        and {end_of(line) for line in file.source.lines} in (set(), {"\n"}, {"\r\n"})
        and all(_OWN_RECORD.fullmatch(record.text.replace("\r\n", "\n")) for record in file.records)
        and not any("\n" in region.raw and not _has_band(region) for region in file.regions)
    )


def _has_band(region: Region) -> bool:
    return region.low_hz is not None or region.high_hz is not None


def _render(region: Region, before: Region | None, record: str) -> list[str]:
    first, *continuations = (line.removesuffix(end_of(line)) for line in FileText(record).lines or [""])
    if before is None or (region.low_hz, region.high_hz) != (before.low_hz, before.high_hz):
        del continuations[: before is not None and _has_band(before)]
        continuations[:0] = _band_line(region)
    return [_first_line(region, before, _fields(first)), *continuations]


def _first_line(region: Region, before: Region | None, old: _Fields) -> str:
    """The fields in which `region` differs from `before` are written anew; the others keep their text."""
    start, end, text, extra, is_spaced = old
    if before is None or region.start_s != before.start_s:
        start = _time(region.start_s, start)
    if before is None or region.end_s != before.end_s or not end:
        end = start if region.end_s == region.start_s else _time(region.end_s, end)
    if (seconds(start) or 0.0) > (seconds(end) or 0.0):  # one was rounded, the other has more digits
        start, end = _time(region.start_s, start), _time(region.end_s, end)
    if is_renamed(region, before):
        text = _BREAKS.sub(" ", region.text)
    if before is None or region.score != before.score:
        rest = extra[_score(old) is not None :]
        extra = rest if region.score is None else [_decimal(region.score), *rest]
    if region.score is None and _score(_Fields(start, end, text, extra)) is not None:
        extra = ["", *extra]  # so that a further column is not taken for the score
    line = "\t".join((start, end, text, *extra))
    if is_spaced and not extra and text == text.lstrip() and "\t" not in text:
        line = f"{start} {end} {text}" if text else f"{start} {end}"
    return line


def _time(value_s: float, old: str) -> str:
    """A time in the way of the one that it replaces."""
    return clock(value_s) if ":" in old else _decimal(value_s)


def _band_line(region: Region) -> list[str]:
    if not _has_band(region):
        return []
    return ["\t".join((_CONTINUATION, _frequency(region.low_hz), _frequency(region.high_hz)))]


def _frequency(value_hz: float | None) -> str:
    return "-1.000000" if value_hz is None or not 0.0 <= value_hz < math.inf else _decimal(value_hz)


def _decimal(value: float) -> str:
    return f"{abs(value):.6f}"
