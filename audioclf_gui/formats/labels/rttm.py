"""Rich Transcription Time Marked files, as speech recognition and diarisation write them.

A line of ten fields parted by spaces, as in NIST's "The 2009 (RT-09) Rich Transcription Meeting Recognition
Evaluation Plan", appendix A: type, file, channel, start, duration, words, kind, name, score, look-ahead.
"""

import re
from pathlib import Path

from audioclf_gui.core.text import Text
from audioclf_gui.formats.labels.timed_fields import NONE, TimedFields, TimedLines
from audioclf_gui.formats.registry import label_format
from audioclf_gui.formats.text import FileText

_FIELDS = TimedFields(
    file=1,
    channel=2,
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
class RttmSegments(TimedLines):
    """The segments of a recording, each with who or what is heard; the file's name stands in every line."""

    key = "rttm"
    name = Text("Rich Transcription segments")
    suffixes: tuple[str, ...] = (".rttm",)
    capabilities = _FIELDS.capabilities

    def __init__(self, fields: TimedFields = _FIELDS) -> None:
        super().__init__(fields)

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether its first segment has all fields; a file of that ending may have none."""
        lines = [line for line in FileText.decode(content).lines if line.startswith("SPEAKER")]
        if not lines:
            return not content.strip() and source.suffix.lower() in self.suffixes
        return _LINE.match(lines[0]) is not None
