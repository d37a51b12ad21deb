"""Rich Transcription Time Marked files, as speech recognition and diarisation write them.

A line of ten fields parted by spaces, as in NIST's "The 2009 (RT-09) Rich Transcription Meeting Recognition
Evaluation Plan", appendix A: type, file, channel, start, duration, words, kind, name, score, look-ahead.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.labels.timed_fields import NONE, TimedFields
from audioclf_gui.formats.registry import LabelFile, LabelledSound, label_format
from audioclf_gui.formats.text import FileText

_FIELDS = TimedFields(
    file=1,
    start=3,
    length=4,
    name=7,
    score=8,
    blank="SPEAKER {file} 1 0 0" + f" {NONE}" * 5,
    first="SPEAKER",
    other=("SPKR-INFO",),
)
_LINE = re.compile(r"SPEAKER\s+\S+\s+\S+\s+[\d.]+\s+[\d.]+\s+\S+\s+\S+\s+\S+(?:\s|$)")


@label_format
class RttmSegments:
    """The segments of a recording, each with who or what is heard; the file's name stands in every line."""

    key = "rttm"
    name = Text("Rich Transcription segments")
    suffixes: tuple[str, ...] = (".rttm",)
    capabilities = _FIELDS.capabilities

    def __init__(self, fields: TimedFields = _FIELDS) -> None:
        self._fields = fields

    def of_sound(self, sound: LabelledSound) -> "RttmSegments":
        """With the recording's name in the lines of new files."""
        return RttmSegments(replace(_FIELDS, sound=sound.name or NONE))

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the lines of type SPEAKER; comments and descriptions of speakers are no labels."""
        return self._fields.read(content, source)

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write lines of type SPEAKER, to the microsecond; new ones name the file that all others name."""
        return self._fields.write(regions, template)

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """None but names of several words, which it has no place for."""
        return ()

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether its first segment has all fields; a file of that ending may have none."""
        lines = [line for line in FileText.decode(content).lines if line.startswith("SPEAKER")]
        if not lines:
            return not content.strip() and source.suffix.lower() in self.suffixes
        return _LINE.match(lines[0]) is not None
