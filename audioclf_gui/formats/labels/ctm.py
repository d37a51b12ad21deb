"""Conversation Time Marked files, as recognisers of speech write them: a line for each word.

File, channel, start, duration, word and perhaps how sure the recogniser is, parted by spaces, as in the page
"infmts" of NIST's Scoring Toolkit.
"""

import re
from itertools import islice
from pathlib import Path

from audioclf_gui.core.text import Text
from audioclf_gui.formats.labels.timed_fields import NONE, TimedFields, TimedLines
from audioclf_gui.formats.registry import label_format
from audioclf_gui.formats.text import FileText, finite

_FIELDS = TimedFields(file=0, channel=1, start=2, length=3, name=4, score=5, blank=f"{{file}} 1 0 0 {NONE}")
_TIME = r"(?:\d+\.?\d*|\.\d+)"
_WORD = re.compile(rf"\S+ +\w{{1,2}} +{_TIME} +{_TIME} +(\S+)(?: +(?:-?{_TIME}|{NONE}))?\s*", re.ASCII)
_ALTERNATIVE = re.compile(r"\S+ +\w{1,2} +\* +\* +<ALT\S*>\s*", re.ASCII)
_SEEN_LINES = 20


@label_format
class CtmWords(TimedLines):
    """The words of a recording; the file's name stands in every line, and may lack the ending."""

    key = "ctm"
    name = Text("Conversation Time Marked words")
    suffixes: tuple[str, ...] = (".ctm",)
    capabilities = _FIELDS.capabilities

    def __init__(self, fields: TimedFields = _FIELDS) -> None:
        super().__init__(fields)

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether its first lines are words with times; a file of that ending may have none."""
        lines = (
            line for line in FileText.decode(content).lines if line.strip() and not line.startswith(";;")
        )
        first = list(islice(lines, _SEEN_LINES))
        if not first:
            return not content.strip() and source.suffix.lower() in self.suffixes
        words = [found for line in first if (found := _WORD.fullmatch(line))]
        others = [line for line in first[:-1] if not _WORD.fullmatch(line)]  # the last may be cut off
        is_text = any(finite(found[1]) is None for found in words)
        return is_text and all(map(_ALTERNATIVE.fullmatch, others))
