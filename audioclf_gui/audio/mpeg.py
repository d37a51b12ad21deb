"""The frames of an MP3 file, one after the other: what lies between them and is none.

Decoders leave damaged frames out without a word and go on with the next one that they find.
"""

from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from audioclf_gui.core.text import Text

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


def mpeg_damage(path: Path) -> Text | None:
    """What in a file of MPEG audio is neither a frame nor a tag; None if all is, or if it cannot be told.

    Notes
    -----
    The header of a frame tells where the next one is (ISO/IEC 11172-3, section 2.4.2.3, and 13818-3 for lower
    rates). Streams of free format do not tell, and are not judged. Tags are ID3, at either end, and APE;
    zeros between them are padding. What follows the last frame does not count.
    """
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        start = _behind_tags(content, 0)
        first = start if _is_chain(content, start, 2) else _next_chain(content, start)
        if first is None:
            return None
        before = _foreign_bytes(content, start, first)
        if before:
            return Text(
                "{n} byte before the first frame is not sound.",
                "{n} bytes before the first frame are not sound.",
                n=before,
            )
        return _gap(content, first)


def _gap(content: mmap, first: int) -> Text | None:
    """What lies between frames and is none."""
    place, samples, lost = first, 0, 0
    lost_s: float | None = None
    stream = None
    while (frame := _frame(content, place)) and (stream is None or frame.stream == stream):
        stream = frame.stream
        behind = _behind_tags(content, place + frame.size)
        following = _frame(content, behind)
        if following and following.stream == stream:
            samples += frame.samples
            place = behind
            continue
        resumed = _next_chain(content, place + 1)
        if resumed is None:
            break
        from_here = place if resumed < behind else behind  # its own header may say the wrong length
        lost_s = samples / frame.rate_hz if lost_s is None else lost_s
        lost += _foreign_bytes(content, from_here, resumed)
        samples += frame.samples
        place = resumed
    if not lost:
        return None
    return Text(
        "{n} byte after {time_s:.1f} s is no frame of sound.",
        "{n} bytes are no frames of sound, the first of them after {time_s:.1f} s.",
        n=lost,
        time_s=lost_s or 0.0,
    )


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
