"""Whether an Ogg stream is whole: decoders leave out what is damaged or missing, and say nothing."""

import mmap
import zlib
from collections.abc import Iterator
from pathlib import Path

from audioclf_gui.core.text import Text

_BEGINNING = b"OggS"  # of a page (RFC 3533, section 6)
_HEAD_BYTES = 27  # of a page, before the list of its segments
_FIRST, _LAST = 2, 4  # flags of a page
_MIRRORED = bytes(int(f"{octet:08b}"[::-1], 2) for octet in range(256))


def ogg_damage(path: Path) -> Text | None:
    """What is wrong with the pages of a file; None if all are there and their checksums agree."""
    numbers: dict[bytes, int] = {}  # of the latest page of each stream that has not ended
    lost = 0
    for page in _pages(path):
        stream, number = page[14:18], int.from_bytes(page[18:22], "little")
        if not page[5] & _FIRST:
            lost += max(0, number - numbers.get(stream, number - 1) - 1)
        numbers[stream] = number
        if page[5] & _LAST:
            del numbers[stream]
    if lost:
        return Text(
            "{n} page of its Ogg stream is damaged or missing: what follows is heard too early.",
            "{n} pages of its Ogg stream are damaged or missing: what follows is heard too early.",
            n=lost,
        )
    return Text("The end of its Ogg stream is missing: it may have been cut off.") if numbers else None


def _pages(path: Path) -> Iterator[bytes]:
    """Every page that is what its checksum was made of, wherever it begins."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        at = content.find(_BEGINNING)
        while 0 <= at <= len(content) - _HEAD_BYTES:
            segments = content[at + _HEAD_BYTES : at + _HEAD_BYTES + content[at + 26]]
            page = content[at : at + _HEAD_BYTES + len(segments) + sum(segments)]
            is_sound = _checksum(page) == page[22:26]
            if is_sound:
                yield page
            at = content.find(_BEGINNING, at + (len(page) if is_sound else len(_BEGINNING)))


def _checksum(page: bytes) -> bytes:
    """Made with the polynomial of zlib, but with the highest bit of each octet first and nothing inverted."""
    bare = page[:22] + bytes(4) + page[26:]
    found = zlib.crc32(bare.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return found.to_bytes(4, "big").translate(_MIRRORED)
