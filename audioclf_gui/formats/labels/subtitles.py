"""Subtitles, as editors of films and speech recognisers write them: SubRip (.srt) and WebVTT (.vtt).

Cues are parted by empty lines: a number or name, a line `start --> end`, lines of text. WebVTT is as in the
W3C's "WebVTT: The Web Video Text Tracks Format"; its tags are no part of a label's text.
"""

import html
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    SkippedLine,
    label_format,
)
from audioclf_gui.formats.template import LabelText, Record, is_renamed, region_of
from audioclf_gui.formats.text import FileText, end_of

_TIME = r"(?:(\d{1,6}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{3}))?"
_SPAN = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?![\d:.,])", re.ASCII)
_ARROW = "-->"
_WEB_HEAD = re.compile(r"WEBVTT(?=[ \t\r\n]|$)")
_WEB_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?=[ \t\r\n]|$)")
_TAG = re.compile(r"<[^<>]*>")
_BREAKS = re.compile(r"[\r\n]+")
_EMPTY_LINE = re.compile(r"\A[\r\n]|(?:\r\n|\r|\n){2}|[\r\n]\Z")


@label_format
class SubRip:
    """Numbered cues; a new one has the next free number, wherever it stands."""

    key = "srt"
    name = Text("SubRip subtitles")
    suffixes: tuple[str, ...] = (".srt",)
    capabilities = Capabilities(bands=False, scores=False, fine_times=False)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the cues; tags are part of their text, since there is no way to write a `<` that is none."""
        return _label_file(self, content, source, is_web=False)

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write cues to the millisecond, UTF-8 unless the file has another encoding."""
        file = _parse(template or b"", is_web=False)
        last = max((int(one) for one in _numbers(file)), default=0)
        return file.merged(regions, partial(_render, count(last + 1), is_web=False))

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """Arrows and empty lines, which would end the text."""
        n = sum(_ARROW in one.text for one in regions)
        arrows = Text("“->” stands for “-->” in {n} label.", "“->” stands for “-->” in {n} labels.", n=n)
        return (arrows, *_empty_lines_lost(regions)) if n else _empty_lines_lost(regions)

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether its first cue has a line of times; a file of that ending may have none."""
        if not content.strip():
            return source.suffix.lower() in self.suffixes
        cue = next(_cues(FileText.decode(content).lines), [])
        return any(_SPAN.match(line) for line in cue[:2])


@label_format
class WebVideoText:
    """Cues below a line WEBVTT; notes, styles and regions of the picture are kept and are no labels."""

    key = "vtt"
    name = Text("WebVTT subtitles")
    suffixes: tuple[str, ...] = (".vtt",)
    capabilities = Capabilities(bands=False, scores=False, fine_times=False)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the text of the cues without its tags, character references resolved."""
        return _label_file(self, content, source, is_web=True)

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write cues to the millisecond; what a changed text had of tags is gone."""
        if template is None or (regions and not template.strip()):
            template = b"WEBVTT\n\n"
        return _parse(template, is_web=True).merged(regions, partial(_render, None, is_web=True))

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """Empty lines, which would end the text."""
        return _empty_lines_lost(regions)

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether it begins with WEBVTT; a file of that ending may be empty."""
        if not content.strip():
            return source.suffix.lower() in self.suffixes
        return _WEB_HEAD.match(FileText.decode(content).text) is not None


def _label_file(known: SubRip | WebVideoText, content: bytes, source: Path, *, is_web: bool) -> LabelFile:
    file = _parse(content, is_web=is_web)
    if file.skipped and not file.regions:
        raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
    is_own = known.write(file.regions) == content
    tags = {tag for one in file.regions for tag in _TAG.findall(one.raw)} if is_web else set()
    note = Text("its tags {tags} are kept in the file and not shown", tags=quoted(sorted(tags), most=5))
    notes = (note,) if tags else ()
    return LabelFile(file.regions, file.skipped, is_own, holds=known.capabilities, notes=notes)


class _Cue(NamedTuple):
    """The lines of a cue."""

    head: list[str]  # its number or name, if it has one
    times: str
    text: list[str]
    gap: list[str]  # the empty lines behind it


def _parse(content: bytes, *, is_web: bool) -> LabelText:
    source = FileText.decode(content)
    records: list[Record] = []
    regions: list[Region] = []
    skipped: list[SkippedLine] = []
    number, headers = 1, 0
    for lines in _cues(source.lines):
        text = "".join(lines)
        is_head = is_web and not records and _WEB_HEAD.match(text) is not None
        headers += is_head
        if not text.strip() or is_head or (is_web and _WEB_ASIDE.match(text)):
            records.append(Record(text))
        else:
            try:
                regions.append(_region(_cue(lines), text, is_web=is_web))
                records.append(Record(text, len(regions) - 1))
            except NotALabelError as error:
                skipped.append(SkippedLine(number, error.reason))
                records.append(Record(text))
        number += len(lines)
    return LabelText(source, tuple(records), tuple(regions), tuple(skipped), headers, is_parted=True)


def _cues(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each cue, or whatever stands in its place, with the empty ones behind it.

    A line of times begins a cue even where the empty line before it was forgotten.
    """
    begun: list[str] = []
    is_ended = False  # by an empty line
    for line in lines:
        is_empty = not line.strip("\r\n")
        if is_ended and not is_empty:
            yield begun
            begun = []
        elif _SPAN.match(line) and (
            len(begun) > 1 or any(_SPAN.match(one) or _WEB_HEAD.match(one) for one in begun)
        ):
            is_numbered = len(begun) > 1 and begun[-1].strip().isdecimal() and not is_ended
            head = [begun.pop()] if is_numbered else []
            yield begun
            begun = head
        begun.append(line)
        is_ended = is_empty
    if begun:
        yield begun


def _cue(lines: Sequence[str]) -> _Cue:
    """A cue taken apart; NotALabelError if it is none."""
    at = next((at for at, line in enumerate(lines[:2]) if _SPAN.match(line)), None)
    if at is None:
        raise NotALabelError(Text("it has no line of times such as 00:00:01,500 --> 00:00:02,000"))
    rest = list(lines[at + 1 :])
    text = rest[: next((end for end, line in enumerate(rest) if not line.strip("\r\n")), len(rest))]
    return _Cue(list(lines[:at]), lines[at], text, rest[len(text) :])


def _numbers(file: LabelText) -> Iterator[str]:
    for record in file.records:
        first = record.text.split("\n", 1)[0].strip()
        if record.region is not None and first.isdecimal() and len(first) < 10:
            yield first


def _region(cue: _Cue, record: str, *, is_web: bool) -> Region:
    found = _SPAN.match(cue.times)
    assert found is not None, "it is a line of times"
    start_s, end_s = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
    lines = [line.removesuffix(end_of(line)) for line in cue.text]
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    text = "\n".join(lines)
    if is_web:
        text = html.unescape(_TAG.sub("", text))
    return region_of(start_s, end_s, text, raw=record.rstrip("\r\n"))


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return (3_600_000 * hours + 60_000 * minutes + 1000 * seconds + thousandths) / 1000


def _render(
    numbers: Iterator[int] | None, region: Region, before: Region | None, record: str, *, is_web: bool
) -> list[str]:
    """The lines of a cue in which only what `region` says otherwise than `before` is written anew."""
    if before is None:
        head = [] if numbers is None else [str(next(numbers))]
        return [*head, _span(region, is_web=is_web), *_text_lines(region.text, is_web=is_web), ""]
    cue = _cue(FileText(record).lines)
    head, text, gap = (
        [line.removesuffix(end_of(line)) for line in part] for part in (cue.head, cue.text, cue.gap)
    )
    times = cue.times.removesuffix(end_of(cue.times))
    if (region.start_s, region.end_s) != (before.start_s, before.end_s):
        times = _SPAN.sub(lambda _found: _span(region, is_web=is_web), times, count=1)
    if is_renamed(region, before):
        gap = gap if text or len(gap) < 2 else gap[1:]  # of several empty lines the first is the text
        text = _text_lines(region.text, is_web=is_web)
    return [*head, times, *text, *gap]


def _span(region: Region, *, is_web: bool) -> str:
    return " --> ".join(_clock(time_s, "." if is_web else ",") for time_s in (region.start_s, region.end_s))


def _clock(time_s: float, point: str) -> str:
    rest, thousandths = divmod(round(time_s * 1000), 1000)
    rest, seconds = divmod(rest, 60)
    hours, minutes = divmod(rest, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{thousandths:03}"


def _text_lines(text: str, *, is_web: bool) -> list[str]:
    """The lines of a text; one that is empty if it has none."""
    whole = html.escape(text, quote=False) if is_web else text.replace(_ARROW, "->")
    return _BREAKS.sub("\n", whole.strip("\r\n")).split("\n")


def _empty_lines_lost(regions: Sequence[Region]) -> tuple[Text, ...]:
    n = sum(_EMPTY_LINE.search(one.text) is not None for one in regions)
    lost = Text(
        "The empty lines of {n} label are left out.", "The empty lines of {n} labels are left out.", n=n
    )
    return (lost,) if n else ()
