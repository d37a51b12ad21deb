"""Text as other tools write it: encoding, byte-order mark, line ends and numbers."""

import codecs
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, TypeAlias

from audioclf_gui.core.text import Text
from audioclf_gui.formats.east_asian import EAST_ASIAN, east_asian

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN, _ANY = "cp1252", "latin-1"
_READ_AS = {
    **EAST_ASIAN,
    **dict.fromkeys((_WESTERN, _ANY), Text("that of Western European systems")),
}
_LOOKED_AT = 2**12
_FOREIGN_WORD = re.compile(r"[^\s,;\"<>]*[^\x00-\x7f][^\s,;\"<>]*")
_DECLARED = re.compile(rb"""encoding=["'](?:iso-8859-1|latin-?1|windows-1252)["']""", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NUMBER = re.compile(
    r"[+-]?(?:(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?|nan|inf(?:inity)?)", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file with what is needed to write it back as the same bytes."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    @classmethod
    def decode(cls, content: bytes) -> Self:
        """Read any bytes: by their mark, as UTF-8, `east_asian`, Windows-1252, or Latin-1, which takes all.

        UTF-16 without a mark shows itself by the zero bytes beside its digits and line ends.
        """
        likely = [(mark, encoding) for mark, encoding in _MARKS if content.startswith(mark)]
        likely = likely or [(b"", encoding) for encoding in _wide(content[:_LOOKED_AT])]
        for mark, encoding in [*likely, (b"", "utf-8")]:
            try:
                return cls(content[len(mark) :].decode(encoding), encoding, mark)
            except UnicodeDecodeError:
                continue
        if encoding := east_asian(content):
            return cls(content.decode(encoding), encoding)
        try:
            return cls(content.decode(_WESTERN), _WESTERN)
        except UnicodeDecodeError:
            return cls(content.decode(_ANY), _ANY)

    def encode(self, text: str) -> bytes:
        """`text` in the encoding of this file, or in UTF-8 where that lacks a character of it."""
        valid = text.encode("utf-8", "replace").decode("utf-8")  # file names can bring halves of characters
        try:
            return self.mark + valid.encode(self.encoding)
        except UnicodeEncodeError:
            return valid.encode("utf-8")

    @property
    def lines(self) -> list[str]:
        """Its lines, each with its own line end; only CR and LF end a line."""
        return _LINE.findall(self.text)

    @property
    def line_end(self) -> str:
        """The line end it uses first; LF if it has none."""
        return next((end for line in self.lines if (end := end_of(line))), "\n")


def encoding_note(content: bytes) -> tuple[Text, ...]:
    """What to say of a text whose encoding nothing tells: its letters may be others."""
    text = FileText.decode(content)
    word = _FOREIGN_WORD.search(text.text)
    read_as = _READ_AS.get(text.encoding)
    if read_as is None or word is None or _DECLARED.search(content[:_LOOKED_AT]):
        return ()
    return (
        Text(
            "its text is no UTF-8 and is read as {encoding}, with words such as “{word}”: if that is wrong,"
            " save it as UTF-8",
            encoding=read_as,
            word=word[0],
        ),
    )


def _wide(content: bytes) -> list[str]:
    """The byte order of a text in UTF-16 of which every other byte is mostly zero; nothing for others."""
    half = len(content) // 2
    zeros = {
        "utf-16-be": content[: 2 * half : 2].count(0),
        "utf-16-le": content[1 : 2 * half : 2].count(0),
    }
    order = max(zeros, key=zeros.__getitem__)
    return [order] if half > 2 and zeros[order] > half // 2 and min(zeros.values()) == 0 else []


Change: TypeAlias = tuple[int, int, str]
"""Where a stretch of a text starts and stops, and what comes in its place."""


def changed(text: str, changes: Sequence[Change]) -> str:
    """The text with new ones in place of its stretches; what begins at the same place stays in its order."""
    pieces, done = [], 0
    for start, stop, new in sorted(changes, key=lambda change: change[:2]):
        pieces += [text[done:start], new]
        done = stop
    return "".join((*pieces, text[done:]))


def end_of(line: str) -> str:
    """The line end that `line` has, or nothing."""
    return line[len(line.rstrip("\r\n")) :]


def number(text: str) -> float | None:
    """The number that `text` is, written with a point or a comma; None if it is none.

    `nan` and `inf` are numbers, as in the tools whose files these are: refusing them is for whoever
    knows what the number means.
    """
    stripped = text.strip()
    return float(stripped.replace(",", ".")) if _NUMBER.fullmatch(stripped) else None


def seconds(text: str) -> float | None:
    """The time that `text` is: a number of seconds, or minutes and hours before it as in `1:02:03.5`."""
    *before, last = text.strip().split(":")
    value = number(last)
    if not before:
        return value
    if value is None or not 0.0 <= value < 60.0 or len(before) > 2:
        return None
    if not all(part.isdecimal() and part.isascii() for part in before):
        return None
    *hours, minutes = map(int, before)
    if hours and minutes >= 60:
        return None
    return 3600.0 * sum(hours) + 60.0 * minutes + value


def clock(value_s: float) -> str:
    """A time as `seconds` reads it, with hours and minutes, to the microsecond."""
    minutes, rest = divmod(round(value_s * 1e6), 60_000_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1_000_000:02}.{rest % 1_000_000:06}"


def finite(text: str) -> float | None:
    """The number that `text` is, unless it is none or endless."""
    value = number(text)
    return value if value is not None and math.isfinite(value) else None
