"""A label format: lines as `0.250000 -> 0.500000`, a tab and the label's name."""

import re
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.plugins import PlugIn
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    LabelFormat,
    NotALabelError,
    SkippedLine,
)
from audioclf_gui.formats.template import LabelText, Record, region_of, spaces_stand_for_breaks
from audioclf_gui.formats.text import FileText

_LINE = re.compile(r"(?P<start>\d+(?:\.\d+)?) -> (?P<end>\d+(?:\.\d+)?)\t(?P<name>[^\r\n]*)", re.ASCII)
_NOT_ONE = Text.plain("it is no line of an arrow list")


class ArrowList:
    """Times in seconds with an arrow between them; frequencies and scores have no place."""

    key = "arrows"
    name = Text.plain("Arrow list (example)")
    suffixes: tuple[str, ...] = (".arrows",)
    capabilities = Capabilities(bands=False, scores=False)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the lines that are labels; what is none is named, and stays when the file is written back."""
        file = _parsed(content)
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        return LabelFile(file.regions, file.skipped, canonical=not file.skipped, holds=self.capabilities)

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write to the microsecond; lines of labels that nobody changed stay as they were."""
        return _parsed(template or b"").merged(regions, _rendered)

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """Tabs and line breaks in names become spaces."""
        count = sum(_one_line(one.text) != one.text for one in regions)
        return (spaces_stand_for_breaks(count),) if count else ()

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether it is called so and its first line is a label."""
        lines = FileText.decode(content).lines
        is_called_so = source.suffix.lower() in self.suffixes
        return is_called_so and (not lines or _LINE.match(lines[0]) is not None)


def _parsed(content: bytes) -> LabelText:
    source = FileText.decode(content)
    records: list[Record] = []
    regions: list[Region] = []
    skipped: list[SkippedLine] = []
    for number, line in enumerate(source.lines, start=1):
        try:
            regions.append(_region(line))
            records.append(Record(line, len(regions) - 1))
        except NotALabelError as error:
            records.append(Record(line))
            if line.strip():
                skipped.append(SkippedLine(number, error.reason))
    return LabelText(source, tuple(records), tuple(regions), tuple(skipped))


def _region(line: str) -> Region:
    found = _LINE.fullmatch(line.rstrip("\r\n"))
    if found is None:
        raise NotALabelError(_NOT_ONE)
    return region_of(float(found["start"]), float(found["end"]), found["name"], raw=line)


def _rendered(region: Region, _before: Region | None, _record: str) -> list[str]:
    return [f"{region.start_s:.6f} -> {region.end_s:.6f}\t{_one_line(region.text)}"]


def _one_line(text: str) -> str:
    return re.sub(r"\r\n|[\t\r\n]", " ", text)


PLUG_IN: PlugIn[LabelFormat] = PlugIn(ArrowList(), api=1)
