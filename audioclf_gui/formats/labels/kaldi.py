"""The file `segments` of Kaldi: a line for each utterance, with its name, recording, start and end.

As on Kaldi's page "Data preparation". Speakers and transcripts stand in other files, which are not read.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from typing_extensions import override

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.labels.timed_fields import NONE, TimedFields, TimedLines
from audioclf_gui.formats.registry import label_format
from audioclf_gui.formats.text import FileText, finite

_FIELDS = TimedFields(
    file=1, start=2, length=3, name=0, score=None, blank=f"{NONE} {{file}} 0 0", says_end=True
)
_TIME = r"\d+(?:\.\d+)?"
_UTTERANCE = re.compile(rf"(\S+) +(\S+) +{_TIME} +{_TIME}\s*", re.ASCII)
_SEEN_LINES = 20


@label_format
class KaldiSegments(TimedLines):
    """The utterances of recordings; a label is the name of its utterance."""

    key = "kaldi"
    name = Text("Kaldi segments")
    suffixes: tuple[str, ...] = (".segments",)
    capabilities = _FIELDS.capabilities

    def __init__(self, fields: TimedFields = _FIELDS) -> None:
        super().__init__(fields)

    @override
    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """None, but Kaldi takes no two utterances of one name."""
        n = sum(count for count in Counter(one.text for one in regions).values() if count > 1)
        told = Text(
            "{n} label shares its name; Kaldi wants another one for each.",
            "{n} labels share their names; Kaldi wants another one for each.",
            n=n,
        )
        return (told,) if n else ()

    def recognises(self, content: bytes, source: Path) -> bool:
        """Whether its first lines are two names and two times; a file of that ending may have none."""
        first = list(islice((line for line in FileText.decode(content).lines if line.strip()), _SEEN_LINES))
        if not first:
            return not content.strip() and source.suffix.lower() in self.suffixes
        found = [_UTTERANCE.fullmatch(line) for line in first[:1] + first[1:-1]]  # the last may be cut off
        return all(one is not None and finite(one[1]) is finite(one[2]) is None for one in found)
