"""Check sums of a project file, kept behind its last page, where SQLite does not look.

SQLite does not notice a bit that flips in a text. The CRC-32 of each page tells which pages are not as they
were left, and the parity of the pages brings some of them back, as the disks of a RAID 5 do: each parity page
is the exclusive or of every sixteenth page, so one damaged page is mended, or sixteen in a row.

The sums stand before and behind the parity, so that damage to the seal itself seldom takes both. The seal is
put on when the file is closed. While it is open, what is written goes to the write-ahead log, and
the pages stay as they were: after a crash the seal is good still. Once pages are written again, by whatever
program, SQLite's change counter in the head of the file goes on, and that makes the seal void.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.content import flush

Bytes: TypeAlias = npt.NDArray[np.uint8]

_MAGIC = b"ACLFSEAL"
_BLOCK = struct.Struct("<8sIII")  # magic, page size, pages, change counter; sums and their CRC-32 follow
_STRIPES = 16
_MIN_PAGE, _MAX_PAGE = 512, 65536
_COUNTER, _SECOND_COUNTER = slice(24, 28), slice(92, 96)
_JOURNAL = slice(18, 20)
_WITHOUT_LOG, _WITH_LOG = b"\1\1", b"\2\2"
_CHANGING = (_JOURNAL, _COUNTER, slice(92, 100))
"""Of the head, what opening the file changes: the kind of journal, the counters, SQLite's version."""


@dataclass(frozen=True, slots=True, eq=False)
class Seal:
    """What is known about the pages of a file as it was closed.

    Attributes
    ----------
    page_size : int
        In bytes.
    counter : int
        SQLite's change counter at that time.
    sums : uint32, shape (pages,)
        CRC-32 of each page.
    parity : mapping
        By stripe, for those of which it can be relied upon, the exclusive or of its pages.
    """

    page_size: int
    counter: int
    sums: npt.NDArray[np.uint32]
    parity: Mapping[int, Bytes]

    @property
    def end(self) -> int:
        """Where the pages end, in bytes from the start of the file."""
        return len(self.sums) * self.page_size

    def is_void(self, content: bytes) -> bool:
        """Whether pages have been written since; the counter stands in two places."""
        is_read = content[_COUNTER] == content[_SECOND_COUNTER] and content.startswith(b"SQLite format 3\0")
        opened = content[_JOURNAL] == _WITH_LOG  # which counts, too
        return is_read and int.from_bytes(content[_COUNTER], "big") != self.counter + opened

    def damaged(self, content: bytes) -> list[int]:
        """The pages that are not as they were left, counted from 0."""
        differ = np.flatnonzero(_sums(self._pages_of(content)) != self.sums)
        counts_differ = content[_COUNTER] != content[_SECOND_COUNTER]
        is_head_odd = counts_differ or content[_JOURNAL] not in {_WITHOUT_LOG, _WITH_LOG}
        return sorted({*map(int, differ), *([0] if is_head_odd else [])})

    def mended(self, content: bytes, damaged: Iterable[int]) -> tuple[bytes, list[int]]:
        """The pages with what parity can bring back, and which of the damaged ones it cannot."""
        pages = self._pages_of(content)
        for place in damaged:
            stripe = place % _STRIPES
            if stripe in self.parity:
                pages[place] = 0
                pages[place] = _parity(pages[stripe::_STRIPES]) ^ self.parity[stripe]
        mended = bytearray(pages.tobytes())
        mended[_JOURNAL] = _WITHOUT_LOG
        mended[_COUNTER] = mended[_SECOND_COUNTER] = self.counter.to_bytes(4, "big")
        return bytes(mended), self.damaged(bytes(mended))

    def _pages_of(self, content: bytes) -> Bytes:
        """The pages; zeros for those that a file which lost some bytes is too short for."""
        return _pages(content[: self.end].ljust(self.end, b"\0"), self.page_size)


def read_seal(content: bytes) -> Seal | None:
    """The seal of a file; None if it has none that can be read."""
    place = content.rfind(_MAGIC)
    while place >= 0:
        seal = _seal_at(content, place)
        if seal is not None:
            return seal
        place = content.rfind(_MAGIC, 0, place)
    return None


def _seal_at(content: bytes, place: int) -> Seal | None:
    """What one of the two blocks of sums says; None if it is damaged or none."""
    if place + _BLOCK.size > len(content):
        return None
    _magic, page_size, count, counter = _BLOCK.unpack_from(content, place)
    end = place + _BLOCK.size + 4 * (count + _STRIPES)
    is_likely = count and _MIN_PAGE <= page_size <= _MAX_PAGE
    if not is_likely or content[end : end + 4] != _checked(content[place:end]):
        return None
    sums = np.frombuffer(content, "<u4", count + _STRIPES, place + _BLOCK.size)
    start = page_size * count + end + 4 - place
    parity = {}
    for stripe, wanted in enumerate(sums[count:]):
        page = content[start + stripe * page_size : start + (stripe + 1) * page_size]
        if zlib.crc32(page) == wanted:
            parity[stripe] = np.frombuffer(page, np.uint8)
    return Seal(page_size, counter, sums[:count], parity)


def put_seal(file: Path) -> None:
    """Seal a file that nobody has open, in the place of the seal that it had.

    Raises
    ------
    OSError
        If the disk refuses it; the file has no seal then.
    """
    content = file.read_bytes()
    end = end_of_pages(content)
    pages = _pages(content[:end], page_size_of(content))
    parity = np.stack([_parity(pages[stripe::_STRIPES]) for stripe in range(_STRIPES)])
    sums = np.concatenate([_sums(pages), _sums(parity)]).astype("<u4").tobytes()
    counter = int.from_bytes(content[_COUNTER], "big")
    block = _BLOCK.pack(_MAGIC, pages.shape[1], len(pages), counter) + sums
    block += _checked(block)
    try:
        with file.open("r+b") as stream:
            stream.seek(end)
            stream.write(block + parity.tobytes() + block)
            stream.truncate()
            flush(stream)
    except OSError:
        take_seal_off(file, end)
        raise


def _checked(block: bytes) -> bytes:
    return zlib.crc32(block).to_bytes(4, "little")


def take_seal_off(file: Path, end: int) -> None:
    """Cut the file at the end of its pages."""
    with file.open("r+b") as stream:
        stream.truncate(end)


def end_of_pages(content: bytes) -> int:
    """Where the pages of a file that is closed and sound end, in bytes from its start, as its head says."""
    return int.from_bytes(content[28:32], "big") * page_size_of(content)


def page_size_of(content: bytes) -> int:
    """The size of its pages that the head of an SQLite file names; 0 if it names none that can be."""
    size = int.from_bytes(content[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size >= _MIN_PAGE and size & (size - 1) == 0 else 0


def _pages(content: bytes, page_size: int) -> Bytes:
    """Shape (pages, page_size), without what changes in the head."""
    pages = np.frombuffer(content, np.uint8).reshape(-1, page_size).copy()
    for part in _CHANGING:
        pages[0, part] = 0
    return pages


def _sums(pages: Bytes) -> npt.NDArray[np.uint32]:
    sums = (zlib.crc32(page) for page in pages)  # other threads get their turns between two pages
    return np.fromiter(sums, np.uint32, len(pages))


def _parity(pages: Bytes) -> Bytes:
    parity: Bytes = np.bitwise_xor.reduce(pages, axis=0)
    return parity
