"""The frames of an MP3 file, one after the other: what lies between them and is none.

Decoders leave damaged frames out without a word and go on with the next one that they find.
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from io import SEEK_CUR, SEEK_END, SEEK_SET, RawIOBase
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from typing_extensions import override

from audioclf_gui.core.text import Text

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ID3, _APE, _ID3V1 = b"ID3", b"APETAGEX", b"TAG"
_ID3V1_BYTES = 128
_RATES_HZ = (44100, 48000, 32000)
_DIVISORS = {3: 1, 2: 2, 0: 4}  # by the two bits of the version: MPEG-1, MPEG-2, MPEG-2.5
_SPARSE = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_KBPS = {
    (True, 1): tuple(range(32, 449, 32)),
    (True, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): _SPARSE,
    (False, 3): _SPARSE,
}
"""Bit rates by whether it is MPEG-1, and the layer."""
_LENGTH_TAGS = (b"Xing", b"Info", b"VBRI")
_TAG_WITHIN = 64  # bytes of the first frame
_ROOMY = 9  # place of a bit rate of which a frame has room for the tag in every stream
_CHAIN = 3  # so many frames in a row are no chance


class _Frame(NamedTuple):
    """What the header of a frame says."""

    version: int
    layer: int
    rate_hz: int
    is_mono: bool
    size: int  # in bytes
    samples: int

    @property
    def stream(self) -> tuple[int, int, int, bool]:
        """What all frames of a file have in common."""
        return self.version, self.layer, self.rate_hz, self.is_mono


@dataclass(frozen=True, slots=True)
class _Walk:
    """What going from frame to frame through a file told."""

    before: int  # bytes before the first frame that are no tag
    first: int  # where the first frame is
    frames: int
    lost: int  # bytes between frames that are none
    lost_s: float  # when the first of them come


def mpeg_damage(path: Path) -> Text | None:
    """What in a file of MPEG audio is neither a frame nor a tag; None if all is, or if it cannot be told.

    Notes
    -----
    The header of a frame tells where the next one is (ISO/IEC 11172-3, section 2.4.2.3, and 13818-3 for lower
    rates). Streams of free format do not tell, and are not judged. Tags are ID3, at either end, and APE;
    zeros between them are padding. What follows the last frame does not count.
    """
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        walk = _walk(content)
    if walk is None:
        return None
    if walk.before:
        return Text(
            "{n} byte before the first frame is not sound.",
            "{n} bytes before the first frame are not sound.",
            n=walk.before,
        )
    if not walk.lost:
        return None
    return Text(
        "{n} byte after {time_s:.1f} s is no frame of sound.",
        "{n} bytes are no frames of sound, the first of them after {time_s:.1f} s.",
        n=walk.lost,
        time_s=walk.lost_s,
    )


@dataclass(frozen=True, slots=True)
class LengthHeader:
    """A frame that tells how many there are in a file that does not say it itself.

    Decoders take the size of the first frame for that of all where none says how many there are: where the
    sizes differ, they give up early or promise too much.
    """

    content: bytes
    place: int  # where the first frame of the file begins, which comes behind this one
    sound_frames: int  # how many frames of sound, as samples of all channels, the file has

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """The frame for a file; None if it has one of its own, or no frames.

        Notes
        -----
        It is silent, with a tag "Xing" behind the place of the side information, as in Xing's "VBR Header
        SDK" of 1999.
        """
        status = path.stat()
        return cls(*found) if (found := _length_header(path, status.st_size, status.st_mtime_ns)) else None


@lru_cache(maxsize=4096)
def _length_header(path: Path, _size: int, _changed_ns: int) -> tuple[bytes, int, int] | None:
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        start = _behind_tags(content, 0)
        head = content[start : start + _TAG_WITHIN]
        if _frame(content, start) and any(tag in head for tag in _LENGTH_TAGS):
            return None
        walk = _walk(content)
        frame = None if walk is None else _frame(content, walk.first)
        if walk is None or frame is None or frame.layer != 3:
            return None
        first = content[walk.first : walk.first + 4]
    is_first = frame.version == 3
    bare = bytes((first[0], first[1] | 1, _ROOMY << 4 | first[2] & 0x0C, first[3]))  # no checksum, no padding
    side_bytes = (17 if frame.is_mono else 32) if is_first else (9 if frame.is_mono else 17)
    told = bare + bytes(side_bytes) + b"Xing" + (1).to_bytes(4, "big") + walk.frames.to_bytes(4, "big")
    size = frame.samples // 8 * 1000 * _KBPS[is_first, 3][_ROOMY - 1] // frame.rate_hz
    return told.ljust(size, b"\0"), walk.first, walk.frames * frame.samples


class Headed(RawIOBase):
    """A file behind a frame that was put before it, as if it had been there."""

    def __init__(self, path: Path, header: LengthHeader) -> None:
        super().__init__()
        self._header = header.content
        self._skipped = header.place - len(header.content)  # from places here to those in the file
        self._file = path.open("rb")
        self._place = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        size = os.fstat(self._file.fileno()).st_size - self._skipped
        self._place = offset + {SEEK_SET: 0, SEEK_CUR: self._place, SEEK_END: size}[whence]
        return self._place

    @override
    def tell(self) -> int:
        return self._place

    @override
    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        head = self._header[self._place : self._place + len(view)]
        view[: len(head)] = head
        self._place += len(head)
        count = len(head)
        if count < len(view):
            self._file.seek(self._place + self._skipped)
            read = self._file.readinto(view[count:])
            self._place += read
            count += read
        return count

    @override
    def close(self) -> None:
        self._file.close()
        super().close()


def _walk(content: mmap) -> _Walk | None:
    """Go through a file; None if there are no frames."""
    start = _behind_tags(content, 0)
    first = start if _is_chain(content, start, 2) else _next_chain(content, start)
    opening = None if first is None else _frame(content, first)
    if first is None or opening is None:
        return None
    before = _foreign_bytes(content, start, first)
    stream, place = opening.stream, first
    frame: _Frame | None = opening
    frames, lost, lost_at = 0, 0, None
    while frame is not None and frame.stream == stream:
        frames += 1
        behind = _behind_tags(content, place + frame.size)
        following = _frame(content, behind)
        if following is None or following.stream != stream:
            resumed = _next_chain(content, place + 1)
            if resumed is None:
                break
            lost_at = frames - 1 if lost_at is None else lost_at
            lost += _foreign_bytes(content, place if resumed < behind else behind, resumed)
            behind, following = resumed, _frame(content, resumed)
        place, frame = behind, following
    return _Walk(before, first, frames, lost, (lost_at or 0) * opening.samples / opening.rate_hz)


def _frame(content: mmap, place: int) -> _Frame | None:
    """The frame whose header is there; None if there is none."""
    head = content[place : place + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    bit_rate, rate = head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer == 4 or not 0 < bit_rate < 15 or rate == 3:
        return None
    is_first = version == 3
    rate_hz = _RATES_HZ[rate] // _DIVISORS[version]
    bits_a_second = 1000 * _KBPS[is_first, layer][bit_rate - 1]
    padding = head[2] >> 1 & 1
    samples = 384 if layer == 1 else 1152 if is_first or layer == 2 else 576
    slot = 4 if layer == 1 else 1  # bytes that are padded with
    size = slot * (samples // (8 * slot) * bits_a_second // rate_hz + padding)
    return _Frame(version, layer, rate_hz, head[3] >> 6 == 3, size, samples)


def _next_chain(content: mmap, start: int) -> int | None:
    """Where the next few frames in a row begin; None if there are no more."""
    place = content.find(b"\xff", start)
    while place >= 0:
        if _is_chain(content, place, _CHAIN):
            return place
        place = content.find(b"\xff", place + 1)
    return None


def _is_chain(content: mmap, place: int, frames: int) -> bool:
    streams = set()
    for _ in range(frames):
        frame = _frame(content, place)
        if frame is None:
            return False
        streams.add(frame.stream)
        place = _behind_tags(content, place + frame.size)
    return len(streams) == 1


def _behind_tags(content: mmap, place: int) -> int:
    """Where the tags that begin there end."""
    while True:
        head = content[place : place + 32]
        if head.startswith(_ID3) and len(head) > 9:
            size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
            place += 10 + size + (10 if head[5] & 0x10 else 0)
        elif head.startswith(_APE):
            place += 32 + int.from_bytes(head[12:16], "little")
        elif head.startswith(_ID3V1):
            place += _ID3V1_BYTES
        else:
            return place


def _foreign_bytes(content: mmap, start: int, stop: int) -> int:
    """How many bytes of a stretch there are behind the zeros that it begins with."""
    return len(content[start:stop].lstrip(b"\0"))
