"""Rich Transcription Time Marked files, as speech recognition and diarisation write them.

A line of ten fields parted by spaces, as in NIST's "The 2009 (RT-09) Rich Transcription Meeting Recognition
Evaluation Plan", appendix A: type, file, channel, start, duration, words, kind, name, score, look-ahead.
"""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    SkippedLine,
    label_format,
)
from audioclf_gui.formats.template import LabelText, Record, is_renamed, region_of
from audioclf_gui.formats.text import FileText, end_of, finite

_NONE = "<NA>"
_UNKNOWN = f" {_NONE}" * 5
_START, _DURATION, _NAME, _SCORE = 3, 4, 7, 8
_FIELDS = 10
_DECIMALS = 6
_FIELD = re.compile(r"\S+")
_LINE = re.compile(r"SPEAKER\s+\S+\s+\S+\s+[\d.]+\s+[\d.]+\s+\S+\s+\S+\s+\S+(?:\s|$)")


@label_format
class RttmSegments:
    """The segments of a recording, each with who or what is heard; the file's name stands in every line."""

    key = "rttm"
    name = Text("Rich Transcription segments")
    suffixes: tuple[str, ...] = (".rttm",)
    capabilities = Capabilities(bands=False, blanks=False, files=True)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the lines of type SPEAKER; comments and descriptions of speakers are no labels."""
        file = _parse(content)
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        return LabelFile(
            file.regions,
            file.skipped,
            self.write(file.regions) == content,
            document=file,
            holds=self.capabilities,
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write lines of type SPEAKER, to the microsecond; new ones name the file that all others name."""
        file = _parse(template or b"")
        sound_files = {one.sound_file for one in file.regions} or {_NONE}
        sound_file = (sound_files.pop() if len(sound_files) == 1 else "") or _NONE
        return file.merged(regions, partial(_render, sound_file))

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """None but names of several words, which it has no place for."""
        return ()

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether its first segment has all fields; a file of that ending may have none."""
        lines = [line for line in FileText.decode(content).lines if line.startswith("SPEAKER")]
        if not lines:
            return not content.strip() and source.suffix.lower() in self.suffixes
        return _LINE.match(lines[0]) is not None


def _parse(content: bytes) -> LabelText:
    source = FileText.decode(content)
    records: list[Record] = []
    regions: list[Region] = []
    skipped: list[SkippedLine] = []
    for number, line in enumerate(source.lines, start=1):
        fields = line.split()
        if not fields or line.startswith(";;") or fields[0] == "SPKR-INFO":
            records.append(Record(line))
            continue
        try:
            region = _region(fields, line)
        except NotALabelError as error:
            skipped.append(SkippedLine(number, error.reason))
            records.append(Record(line))
            continue
        records.append(Record(line, len(regions)))
        regions.append(region)
    return LabelText(source, tuple(records), tuple(regions), tuple(skipped))


def _region(fields: Sequence[str], line: str) -> Region:
    """The region of a line; NotALabelError if it is none."""
    if fields[0] != "SPEAKER" or len(fields) <= _NAME:
        raise NotALabelError(Text("it is no line of type SPEAKER with {n} fields", n=_FIELDS))
    start_s, duration_s = finite(fields[_START]), finite(fields[_DURATION])
    if start_s is None or duration_s is None:
        raise NotALabelError(Text("its start or its duration is no number of seconds"))
    name = "" if fields[_NAME] == _NONE else fields[_NAME]
    score = finite(fields[_SCORE]) if len(fields) > _SCORE else None
    score = score if score is not None and 0.0 <= score <= 1.0 else None
    end_s = round(start_s + duration_s, 9)
    sound_file = "" if fields[1] == _NONE else fields[1]
    raw = line.removesuffix(end_of(line))
    return region_of(start_s, end_s, name, score=score, raw=raw, sound_file=sound_file)


def _render(sound_file: str, region: Region, before: Region | None, record: str) -> list[str]:
    """The line with the fields in which `region` differs from `before`; the others keep their text."""
    line = record.removesuffix(end_of(record)) or f"SPEAKER {sound_file} 1 0 0{_UNKNOWN}"
    new: dict[int, str] = {}
    if before is None or (region.start_s, region.end_s) != (before.start_s, before.end_s):
        new[_START] = f"{region.start_s:.{_DECIMALS}f}"
        new[_DURATION] = f"{region.end_s - region.start_s:.{_DECIMALS}f}"
    if is_renamed(region, before):
        new[_NAME] = "_".join(region.text.split()) or _NONE
    if before is None or region.score != before.score:
        new[_SCORE] = _NONE if region.score is None else f"{region.score:.{_DECIMALS}f}"
    fields = list(_FIELD.finditer(line))
    for place, text in sorted(new.items(), reverse=True):
        if place < len(fields):
            line = line[: fields[place].start()] + text + line[fields[place].end() :]
        elif text != _NONE:
            line = f"{line} {text}"
    return [line]
