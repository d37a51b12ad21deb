"""The other forms of Praat's TextGrids, which are read only: the chronological one, and the binary one.

As in Praat's manual, "TextGrid file formats", and its `TextGrid_files.cpp`. A file that is changed is written
in the long form, which Praat reads alike.
"""

import math
import re
import struct
from collections.abc import Sequence

from audioclf_gui.formats.praat import (
    INTERVALS,
    POINTS,
    Grid,
    Mark,
    NotAGridError,
    TierDraft,
    Tokens,
    grid_of,
    is_number,
    is_text,
)

BINARY = b"ooBinaryFile\x08TextGrid"
_CHRONOLOGICAL = re.compile(r'\s*"Praat chronological TextGrid')
_WIDE = 0xFFFF  # in the place of a length: the text that follows is in UTF-16


def is_chronological(text: str) -> bool:
    """Whether it is the form in which the items of all tiers are in the order of time."""
    return _CHRONOLOGICAL.match(text) is not None


def of_chronological(text: str) -> Grid:
    """Read the chronological form; NotAGridError where it goes on otherwise."""
    tokens = Tokens(text)
    tokens.take(is_text)
    start_s, stop_s, count = (tokens.take(is_number) for _ in range(3))
    kinds: list[str] = []
    names: list[str] = []
    for _ in range(_counted(count.number, count.start)):
        kind = tokens.take(is_text)
        if kind.words not in {INTERVALS, POINTS}:
            raise NotAGridError(kind.start)
        kinds.append(kind.words)
        names.append(tokens.take(is_text).words)
        tokens.take(is_number), tokens.take(is_number)
    marks: list[list[Mark]] = [[] for _ in kinds]
    while tokens.is_next(is_number):
        tier = tokens.take(is_number)
        place = _counted(tier.number, tier.start) - 1
        if not 0 <= place < len(kinds):
            raise NotAGridError(tier.start)
        begin_s = tokens.take(is_number).number
        end_s = tokens.take(is_number).number if kinds[place] == INTERVALS else begin_s
        marks[place].append(Mark(begin_s, end_s, tokens.take(is_text).words))
    if tokens.is_next(lambda _token: True):
        raise NotAGridError(tokens.take(lambda _token: True).start)
    return _grid(start_s.number, stop_s.number, kinds, names, marks)


def of_binary(content: bytes) -> Grid:
    """Read the binary form; NotAGridError at the byte from which on it is none."""
    reader = _Reader(content)
    start_s, stop_s = reader.number(), reader.number()
    count = reader.integer() if reader.byte() else 0
    kinds: list[str] = []
    names: list[str] = []
    marks: list[list[Mark]] = []
    for _ in range(_counted(count, reader.at)):
        kind = reader.taken(reader.byte()).decode("latin-1").partition(" ")[0]
        if kind not in {INTERVALS, POINTS}:
            raise NotAGridError(reader.at)
        kinds.append(kind)
        names.append(reader.text())
        reader.number(), reader.number()
        items = []
        for _ in range(_counted(reader.integer(), reader.at)):
            begin_s = reader.number()
            end_s = reader.number() if kind == INTERVALS else begin_s
            items.append(Mark(begin_s, end_s, reader.text()))
        marks.append(items)
    return _grid(start_s, stop_s, kinds, names, marks)


class _Reader:
    """Takes values from the bytes of a binary file, the most significant byte first."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.at = len(BINARY)

    def taken(self, size: int) -> bytes:
        piece = self._content[self.at : self.at + size]
        if len(piece) < size:
            raise NotAGridError(self.at)
        self.at += size
        return piece

    def byte(self) -> int:
        return self.taken(1)[0]

    def integer(self) -> int:
        return int(struct.unpack(">i", self.taken(4))[0])

    def number(self) -> float:
        value = float(struct.unpack(">d", self.taken(8))[0])
        if not math.isfinite(value):
            raise NotAGridError(self.at - 8)
        return value

    def text(self) -> str:
        (length,) = struct.unpack(">H", self.taken(2))
        if length != _WIDE:
            return self.taken(length).decode("latin-1")
        (length,) = struct.unpack(">H", self.taken(2))
        return self.taken(2 * length).decode("utf-16-be", "replace")


def _counted(count: float, position: int) -> int:
    """A number of items; NotAGridError if there cannot be so many."""
    if count < 0 or count != int(count):
        raise NotAGridError(position)
    return int(count)


def _grid(
    start_s: float, stop_s: float, kinds: Sequence[str], names: Sequence[str], marks: Sequence[Sequence[Mark]]
) -> Grid:
    """The grid of these tiers; intervals without a text are gaps."""
    drafts = [
        TierDraft(kind, name, tuple(one for one in found if kind == POINTS or one.text.strip()))
        for kind, name, found in zip(kinds, names, marks, strict=True)
    ]
    return grid_of(start_s, stop_s, drafts)
