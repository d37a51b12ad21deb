"""When a recording began, as far as its header or its name tells."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from audioclf_gui.core.recording_times import moment, started_by_name
from audioclf_gui.core.text import Text

_MOST_TEXT = 2**16  # bytes of a chunk that is looked at
_MOST_CHUNKS = 64
_BEXT_DATE = 320  # where the date lies in a bext chunk (EBU Tech 3285): 10 characters, then 8 of the time

_AUDIOMOTH = re.compile(r"Recorded at (\d\d):(\d\d):(\d\d)(?:\.\d+)? (\d\d)/(\d\d)/(\d{4})")
_GUANO = re.compile(r"^Timestamp:\s*(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)", re.MULTILINE)
_BEXT = re.compile(r"(\d{4}).(\d\d).(\d\d)(\d\d).(\d\d).(\d\d)")


@dataclass(frozen=True, slots=True)
class RecordingStart:
    """A moment in the time of the recorder, and where it was found."""

    at: datetime
    source: Text


def recording_start(path: Path) -> RecordingStart | None:
    """When a recording began; None if nothing tells.

    Its header is asked first: the bext chunk of Broadcast Wave, the GUANO chunk of bat recorders and the
    comment of AudioMoth. Then its name: 20240131_053000, 2024-01-31 05-30-00 and the like.
    """
    try:
        with path.open("rb") as file:
            for name, content in _chunks(file):
                if (found := _told(name, content)) is not None:
                    return RecordingStart(found, Text("from the file's header"))
    except OSError:
        return None
    named = started_by_name(path.name)
    return None if named is None else RecordingStart(named, Text("from the file's name"))


def _told(name: bytes, content: bytes) -> datetime | None:
    text = content.decode("utf-8", "replace")
    if name == b"bext":
        date = content[_BEXT_DATE : _BEXT_DATE + 18].decode("ascii", "replace")
        match = _BEXT.fullmatch(date)
        return None if match is None else moment(*match.groups())
    if name == b"guan" and (match := _GUANO.search(text)) is not None:
        return moment(*match.groups())
    if name == b"LIST" and (match := _AUDIOMOTH.search(text)) is not None:
        hour, minute, second, day, month, year = match.groups()
        return moment(year, month, day, hour, minute, second)
    return None


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Names and beginnings of the chunks of a RIFF file that hold text."""
    magic, _, form = struct.unpack("<4sI4s", file.read(12).ljust(12, b"\0"))
    if magic not in {b"RIFF", b"RF64"} or form != b"WAVE":
        return
    for _ in range(_MOST_CHUNKS):
        header = file.read(8)
        if len(header) < 8:
            return
        name, size = struct.unpack("<4sI", header)
        start = file.tell()
        if name in {b"bext", b"guan", b"LIST"}:
            yield name, file.read(min(size, _MOST_TEXT))
        if size == 0xFFFFFFFF:  # the length is said elsewhere; what follows is found by few
            return
        file.seek(start + size + size % 2)
