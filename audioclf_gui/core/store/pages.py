"""The pages of an SQLite file read one by one, so that a damaged one costs only what stands on it.

SQLite itself gives up a table at the first page that makes no sense to it. Here each page is read by the
published file format (sqlite.org/fileformat2.html): a damaged one is noted, and what it leads to is looked
for among the pages that nothing else leads to, as SQLite's own `.recover` does.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

Page: TypeAlias = bytes | None
"""What stands on a page; None where that is not known."""
Record: TypeAlias = tuple[object, ...]
"""The values of a row; its rowid is not among them."""

_INDEX, _LEAF_INDEX, _TABLE, _LEAF_TABLE = 2, 10, 5, 13
_HEADER_BYTES = 100  # before the tree on the first page
_MEANINGLESS = (IndexError, ValueError, struct.error, OverflowError)


@dataclass
class Tree:
    """What a table's pages hold.

    Attributes
    ----------
    rows : dict
        For each rowid the values.
    whole : bool
        Whether every page and row of it could be read.
    """

    rows: dict[int, Record] = field(default_factory=dict)
    whole: bool = True


class Pages:
    """The pages of one file.

    Parameters
    ----------
    pages
        From the first on; None for those that are damaged or missing.
    page_size
        In bytes.
    """

    def __init__(self, pages: Sequence[Page], page_size: int) -> None:
        self._pages = pages
        self._page_size = page_size
        self._claimed: set[int] = set()

    def get(self, number: int) -> bytes | None:
        """A page by its number, which is counted from 1."""
        return self._pages[number - 1] if 0 < number <= len(self._pages) else None

    def tree(self, root: int) -> Tree:
        """The table whose tree begins at page `root`."""
        found = Tree()
        self._walk(root, found)
        return found

    def entries(self, root: int) -> int | None:
        """How many rows the index that begins at page `root` leads to; None if it is damaged."""
        todo, seen, count = [root], set[int](), 0
        while todo:
            number = todo.pop()
            page = self.get(number)
            at = _start(number)
            if page is None or number in seen or page[at] not in {_INDEX, _LEAF_INDEX}:
                return None
            seen.add(number)
            self._claimed.add(number)
            count += _u16(page, at + 3)
            if page[at] == _INDEX:
                todo.extend(self._children(number, page))
        return count

    def lost_rows(self, fits: Callable[[int, Record], bool]) -> Tree:
        """Rows on pages that no tree leads to and that are not free; of those that `fits` knows.

        Call it after every tree that has a root has been read.
        """
        found = Tree(whole=False)
        for number, page in enumerate(self._pages, start=1):
            if page is None or number in self._claimed or number in self._free:
                continue
            if page[_start(number)] != _LEAF_TABLE:
                continue
            rows = self._leaf(number, page)
            if rows.rows and all(fits(rowid, row) for rowid, row in rows.rows.items()):
                found.rows.update(rows.rows)
        return found

    def _walk(self, root: int, found: Tree) -> None:
        todo = [root]
        while todo:
            number = todo.pop()
            page = self.get(number)
            kind = None if page is None else page[_start(number)]
            if page is None or number in self._claimed or kind not in {_TABLE, _LEAF_TABLE}:
                found.whole = False
                continue
            self._claimed.add(number)
            if kind == _TABLE:
                children = list(self._children(number, page))
                found.whole &= bool(children)
                todo.extend(reversed(children))
            else:
                leaf = self._leaf(number, page)
                found.whole &= leaf.whole
                for rowid, row in leaf.rows.items():
                    found.whole &= rowid not in found.rows
                    found.rows.setdefault(rowid, row)

    def _children(self, number: int, page: bytes) -> Iterator[int]:
        at = _start(number)
        cells = range(at + 12, at + 12 + 2 * _u16(page, at + 3), 2)
        try:
            yield from [_u32(page, _u16(page, cell)) for cell in cells]
            yield _u32(page, at + 8)
        except _MEANINGLESS:
            return

    def _leaf(self, number: int, page: bytes) -> Tree:
        at = _start(number)
        found = Tree()
        for place in range(_u16(page, at + 3)):
            try:
                size, start = _varint(page, _u16(page, at + 8 + 2 * place))
                rowid, start = _varint(page, start)
                found.rows[_signed(rowid)] = _values(self._payload(page, start, size))
            except _MEANINGLESS:
                found.whole = False
        return found

    def _payload(self, page: bytes, start: int, size: int) -> bytes:
        """What stands in a cell, wherever it goes on; ValueError where that is lost."""
        here = self._local(size)
        content = bytearray(page[start : start + here])
        if here < size:
            following = _u32(page, start + here)
            for _ in range(len(self._pages)):
                if len(content) >= size:
                    break
                overflow = self.get(following)
                if overflow is None:
                    raise ValueError("a part of the row is lost")
                following = _u32(overflow, 0)
                content += overflow[4 : self._page_size][: size - len(content)]
        if len(content) != size:
            raise ValueError("the row is longer than what is there")
        return bytes(content)

    def _local(self, size: int) -> int:
        """How many bytes of a row's `size` stand on its own page."""
        most = self._page_size - 35
        if size <= most:
            return size
        least = (self._page_size - 12) * 32 // 255 - 23
        fitting = least + (size - least) % (self._page_size - 4)
        return fitting if fitting <= most else least

    @cached_property
    def _free(self) -> frozenset[int]:
        """Pages that hold nothing any more, though what stood there may still be readable."""
        first = self.get(1)
        free: set[int] = set()
        trunk = 0 if first is None else _u32(first, 32)
        while (page := self.get(trunk)) is not None and trunk not in free:
            count = min(_u32(page, 4), (len(page) - 8) // 4)
            free |= {trunk, *(_u32(page, 8 + 4 * place) for place in range(count))}
            trunk = _u32(page, 0)
        return frozenset(free)


def padded(content: bytes, page_size: int, count: int) -> list[Page]:
    """The first `count` pages; what is cut off or cut through is not known."""
    starts = range(0, count * page_size, page_size)
    parts = (content[start : start + page_size] for start in starts)
    return [part if len(part) == page_size else None for part in parts]


def _start(number: int) -> int:
    return _HEADER_BYTES if number == 1 else 0


def _u16(page: bytes, at: int) -> int:
    return int.from_bytes(_exactly(page, at, 2), "big")


def _u32(page: bytes, at: int) -> int:
    return int.from_bytes(_exactly(page, at, 4), "big")


def _exactly(page: bytes, at: int, count: int) -> bytes:
    if at + count > len(page):
        raise IndexError(at)
    return page[at : at + count]


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """An unsigned number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(8):
        byte = page[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | page[at + 8], at + 9


def _signed(value: int) -> int:
    return value - 2**64 if value >= 2**63 else value


def _values(payload: bytes) -> Record:
    """The values of a record; ValueError if it makes no sense or is not as long as it says."""
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError("a record of another length")
    return tuple(values)


_WHOLE_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _value(payload: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind == 0:
        return None, at
    if kind in _WHOLE_BYTES:
        size = _WHOLE_BYTES[kind]
        return int.from_bytes(_exactly(payload, at, size), "big", signed=True), at + size
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in {8, 9}:
        return kind - 8, at
    if kind < 12:
        raise ValueError("no value is stored so")
    size = (kind - 12) // 2
    content = _exactly(payload, at, size)
    return (content.decode("utf-8") if kind % 2 else content), at + size
