"""Lines of fields parted by blanks, one for each segment of a recording: file, times, name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    LabelledSound,
    NotALabelError,
    SkippedLine,
    last_channels,
    score_note,
)
from audioclf_gui.formats.template import LabelText, Record, end_after, is_renamed, region_of
from audioclf_gui.formats.text import FileText, end_of, finite

NONE = "<NA>"
_DECIMALS = 6
_FIELD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class TimedFields:
    """Which field says what, counted from 0, and what a new line is like."""

    file: int
    start: int
    length: int
    name: int
    score: int | None
    blank: str  # with `{file}` where the recording is named
    first: str = ""  # what the lines of segments begin with; empty: nothing that all have
    other: tuple[str, ...] = ()  # and lines that are none, and no fault
    says_end: bool = False  # whether `length` is the end of a segment, and not its duration
    sound: str = NONE  # what a new file calls its recording
    channel: int | None = None

    @property
    def capabilities(self) -> Capabilities:
        """What there is a field for."""
        return Capabilities(bands=False, scores=self.score is not None, blanks=False, files=True)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """The segments of a file; BadLabelFileError if it has none but faults."""
        file = self._parse(content)
        if file.skipped and not file.regions:
            raise BadLabelFileError(source, file.skipped[0].reason, file.skipped[0].number)
        is_own = replace(self, sound=_only(file) or NONE).write(file.regions, None) == content
        lines = [(one.sound_file, one.raw.split()) for one in file.regions]
        odd = sum(self._score(line) is None and self._given_score(line) is not None for _, line in lines)
        return LabelFile(
            file.regions,
            file.skipped,
            is_own,
            document=file,
            holds=self.capabilities,
            notes=score_note(odd),
            channels=last_channels((sound, self._channel(line)) for sound, line in lines),
        )

    def write(self, regions: Sequence[Region], template: bytes | None) -> bytes:
        """Times to the microsecond; a new line names the recording that all others name."""
        file = self._parse(template or b"")
        sound = (_only(file) or NONE) if file.regions else self.sound
        return file.merged(regions, partial(self._render, sound))

    def _parse(self, content: bytes) -> LabelText:
        source = FileText.decode(content)
        records: list[Record] = []
        regions: list[Region] = []
        skipped: list[SkippedLine] = []
        for number, line in enumerate(source.lines, start=1):
            fields = line.split()
            if not fields or line.startswith(";;") or fields[0] in self.other:
                records.append(Record(line))
                continue
            try:
                region = self._region(fields, line)
            except NotALabelError as error:
                skipped.append(SkippedLine(number, error.reason))
                records.append(Record(line))
                continue
            records.append(Record(line, len(regions)))
            regions.append(region)
        return LabelText(source, tuple(records), tuple(regions), tuple(skipped))

    def _region(self, fields: Sequence[str], line: str) -> Region:
        """The region of a line; NotALabelError if it is none."""
        n = len(self.blank.split())
        if self.first and (fields[0] != self.first or not self.name < len(fields) <= n):
            raise NotALabelError(Text("it is no line of type {type} with {n} fields", type=self.first, n=n))
        if len(fields) <= max(self.name, self.length):
            n = max(self.name, self.length) + 1
            raise NotALabelError(Text("it has fewer than {n} fields", n=n))
        start_s, length_s = finite(fields[self.start]), finite(fields[self.length])
        if start_s is None or length_s is None:
            raise NotALabelError(
                Text("its start or its end is no number of seconds")
                if self.says_end
                else Text("its start or its duration is no number of seconds")
            )
        name = "" if fields[self.name] == NONE else fields[self.name]
        end_s = length_s if self.says_end else end_after(start_s, length_s)
        sound_file = "" if fields[self.file] == NONE else fields[self.file]
        raw = line.removesuffix(end_of(line))
        score = self._score(fields)
        return region_of(start_s, end_s, name, score=score, raw=raw, sound_file=sound_file)

    def _score(self, fields: Sequence[str]) -> float | None:
        """The score of a line, if it has one and that is a share of 1."""
        score = self._given_score(fields)
        return score if score is not None and 0.0 <= score <= 1.0 else None

    def _given_score(self, fields: Sequence[str]) -> float | None:
        return finite(fields[self.score]) if self.score is not None and len(fields) > self.score else None

    def _channel(self, fields: Sequence[str]) -> str:
        return "" if self.channel is None else fields[self.channel]

    def _render(self, sound_file: str, region: Region, before: Region | None, record: str) -> list[str]:
        """The line with the fields in which `region` differs from `before`; the others keep their text."""
        line = record.removesuffix(end_of(record)) or self.blank.format(file=sound_file)
        new: dict[int, str] = {}
        if before is None or (region.start_s, region.end_s) != (before.start_s, before.end_s):
            new[self.start] = f"{region.start_s:.{_DECIMALS}f}"
            length_s = region.end_s if self.says_end else region.end_s - region.start_s
            new[self.length] = f"{length_s:.{_DECIMALS}f}"
        if is_renamed(region, before):
            new[self.name] = "_".join(region.text.split()) or NONE
        if self.score is not None and (before is None or region.score != before.score):
            new[self.score] = NONE if region.score is None else f"{region.score:.{_DECIMALS}f}"
        fields = list(_FIELD.finditer(line))
        for place, text in sorted(new.items(), reverse=True):
            if place < len(fields):
                line = line[: fields[place].start()] + text + line[fields[place].end() :]
            elif text != NONE:
                line = f"{line} {text}"
        return [line]


class TimedLines:
    """A format of such lines; the file's name stands in each, so that a new one has to be told it.

    Parameters
    ----------
    fields : TimedFields
        Which field says what.
    """

    def __init__(self, fields: TimedFields) -> None:
        self._fields = fields

    def of_sound(self, sound: LabelledSound) -> Self:
        """With the recording's name in the lines of new files."""
        return type(self)(replace(self._fields, sound=sound.name or NONE))

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read a label of each line that is one; a score that is no share of 1 is left out."""
        return self._fields.read(content, source)

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write to the microsecond; new lines name the recording that all others name."""
        return self._fields.write(regions, template)

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """None but names of several words, which it has no place for."""
        return ()


def _only(file: LabelText) -> str:
    """The recording that all lines name; empty if they name none, or several."""
    named = {one.sound_file for one in file.regions}
    return named.pop() if len(named) == 1 else ""
