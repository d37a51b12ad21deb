"""Writing regions into the text of the file they came from, so that what nobody touched stays as it was."""

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import match, meaning
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import NotALabelError, SkippedLine
from audioclf_gui.formats.text import FileText, end_of

_BREAK = re.compile(r"\r\n|\r|\n")

Render = Callable[[Region, Region | None, str], Sequence[str]]
"""The lines of a region, without line ends, given what it was and its record (None and "" for a new one)."""


@dataclass(frozen=True, slots=True)
class Record:
    """Some lines of a label file that belong together."""

    text: str  # with its line end
    region: int | None = None  # index of the region it describes; two records may describe one


@dataclass(frozen=True, slots=True)
class LabelText:
    """A label file taken apart: all its text in records, and what they mean."""

    source: FileText
    records: tuple[Record, ...]
    regions: tuple[Region, ...]
    skipped: tuple[SkippedLine, ...] = ()
    headers: int = 0  # how many records come before any label
    is_parted: bool = False  # whether an empty line ends each record, which `Render` then ends in, too

    def merged(self, regions: Sequence[Region], render: Render) -> bytes:
        """The file with `regions` in place of its own; see `LabelFormat.write`."""
        origins = match(self.regions, regions)
        if is_untouched(self.regions, regions, origins):
            return self.source.encode(self.source.text)
        now = {origin: region for origin, region in zip(origins, regions, strict=True) if origin is not None}
        line_end = self.source.line_end
        pieces: list[tuple[float | None, str]] = []
        for record in self.records:
            if record.region is None:
                pieces.append((None, record.text))
            elif region := now.get(record.region):
                before = self.regions[record.region]
                text = record.text
                if meaning(before) != meaning(region):
                    end = _last_end(text) if self.is_parted else end_of(text)
                    text = line_end.join(render(region, before, text)) + end
                pieces.append((region.start_s, text))
        added = [region for origin, region in zip(origins, regions, strict=True) if origin is None]
        new = [
            (region.start_s, line_end.join(render(region, None, "")) + line_end)
            for region in sorted(added, key=lambda region: region.start_s)
        ]
        merged = _in_order_of_time(pieces, new, self.headers - 1)
        return self.source.encode(_joined(merged, line_end, 2 if self.is_parted else 1))

    def part(self, indices: Collection[int]) -> bytes:
        """The head of the file and the records of those regions."""
        records = [
            record.text
            for place, record in enumerate(self.records)
            if place < self.headers or record.region in indices
        ]
        return self.source.encode("".join(records))


def region_of(
    start_s: float,
    end_s: float,
    text: str,
    low_hz: float | None = None,
    high_hz: float | None = None,
    *rest: Any,
    **facts: Any,
) -> Region:
    """The region, its frequencies in order and none below 0; NotALabelError if no label can run so."""
    low_hz, high_hz = (None if one is None or one < 0.0 else one for one in (low_hz, high_hz))
    if low_hz is not None and high_hz is not None and high_hz < low_hz:
        low_hz, high_hz = high_hz, low_hz
    try:
        return Region(start_s, end_s, text, low_hz, high_hz, *rest, **facts)
    except ValueError as error:
        reason = Text("a label cannot run from {start_s} s to {end_s} s", start_s=start_s, end_s=end_s)
        raise NotALabelError(reason) from error


def end_after(start_s: float, duration_s: float) -> float:
    """The end of what lasts so long, without the digits that adding makes up; no duration leaves a moment."""
    if duration_s == 0.0:
        return start_s
    end_s = round(start_s + duration_s, 9)
    return max(start_s, end_s) if duration_s > 0.0 else end_s


def spaces_stand_for_breaks(labels: int) -> Text:
    """What is lost where a format has one line for a label, and tabs between its columns."""
    return Text(
        "A space stands for a tab or a line break in {n} label.",
        "A space stands for a tab or a line break in {n} labels.",
        n=labels,
    )


def is_untouched(known: Sequence[Region], regions: Sequence[Region], origins: Sequence[int | None]) -> bool:
    """Whether `regions`, of which `match` gave the origins, say what the known ones do."""
    return len(known) == len(regions) and all(
        origin is not None and meaning(known[origin]) == meaning(region)
        for origin, region in zip(origins, regions, strict=True)
    )


def is_renamed(region: Region, before: Region | None) -> bool:
    """Whether the text of a record has to be written anew: another spelling of the same name stays."""
    return before is None or name_in_file(region.text) != name_in_file(before.text)


def _in_order_of_time(
    pieces: Sequence[tuple[float | None, str]], new: Iterable[tuple[float, str]], header: int
) -> list[str]:
    """Each new piece, in their order, before the first that starts later, else after the last with a start.

    Where none has a start they come after the piece at `header`, or last if there is no header.
    """
    waiting = deque(new)
    last = max((place for place, (start_s, _) in enumerate(pieces) if start_s is not None), default=header)
    merged = []
    for place, (start_s, text) in enumerate(pieces):
        while waiting and start_s is not None and waiting[0][0] < start_s:
            merged.append(waiting.popleft()[1])
        merged.append(text)
        if place == last:
            merged.extend(text for _, text in waiting)
            waiting.clear()
    return [*merged, *(text for _, text in waiting)]


def _joined(texts: Sequence[str], line_end: str, breaks: int) -> str:
    """All texts in a row; each but the last ends in so many line ends, if it has fewer."""
    *ahead, last = texts or [""]
    return "".join(text + line_end * (breaks - len(_BREAK.findall(end_of(text)))) for text in ahead) + last


def _last_end(text: str) -> str:
    """The line end that a text of several lines ends in, or nothing."""
    return next(reversed(_BREAK.findall(end_of(text))), "")
