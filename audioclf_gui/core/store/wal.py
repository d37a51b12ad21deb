"""SQLite's write-ahead log: which pages a crash has left in it, and whether the log itself is whole.

Read by the published format (sqlite.org/fileformat2.html, section 4). The check sum of each frame goes on
from that of the frame before, so SQLite takes no notice of anything behind a damaged frame: whole edits would
be gone without a word.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER = struct.Struct(">IIIIIIII")  # magic, version, page size, number, two salts, two check sums
_FRAME = struct.Struct(">IIIIII")  # page, size of the file after a commit or 0, two salts, two check sums
_MAGIC = 0x377F0682  # the last bit tells the byte order of what is summed up


@dataclass(frozen=True, slots=True)
class Log:
    """What can be relied upon of a write-ahead log.

    Attributes
    ----------
    pages : dict
        By number, from 1 on, the newest version of each page that a transaction left there.
    count : int
        How many pages the file has after them; 0 if there is no transaction in the log.
    lost : int
        At least so many transactions are damaged or stand behind a damaged frame.
    """

    pages: dict[int, bytes]
    count: int = 0
    lost: int = 0


def read_log(content: bytes) -> Log:
    """What is in a log; it is empty if nothing was written since the last checkpoint."""
    if len(content) <= _HEADER.size:
        return Log({})
    magic, _version, page_size, _number, *salts, first, second = _HEADER.unpack_from(content)
    order = ">" if magic & 1 else "<"
    if magic & ~1 != _MAGIC or _sums(content[:24], (0, 0), order) != (first, second):
        return Log({}, lost=1)
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    count, lost = 0, 0
    sums, is_whole = (first, second), True
    for head, noted, body in _frames(content, page_size, tuple(salts)):
        number, size = struct.unpack(">II", head)
        fits = _sums(body, _sums(head, sums, order), order) == noted
        sums, is_whole = noted, is_whole and fits
        if is_whole:
            waiting[number] = body
        elif fits and size:
            lost += 1
        if is_whole and size:
            pages.update(waiting)
            waiting, count = {}, size
    is_cut = (len(content) - _HEADER.size) % (_FRAME.size + page_size) != 0
    return Log(pages, count, max(lost, int(is_cut or not is_whole)))


def _frames(
    content: bytes, page_size: int, salts: tuple[int, ...]
) -> Iterator[tuple[bytes, tuple[int, int], bytes]]:
    """The frames of this generation of the log: head, check sums as noted, page."""
    for start in range(_HEADER.size, len(content) - _FRAME.size - page_size + 1, _FRAME.size + page_size):
        *_, salt1, salt2, first, second = _FRAME.unpack_from(content, start)
        if (salt1, salt2) == salts:
            page = start + _FRAME.size
            yield content[start : start + 8], (first, second), content[page : page + page_size]


def _sums(content: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
