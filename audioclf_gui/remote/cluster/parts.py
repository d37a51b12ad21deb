"""Parts of a result on disk, from which alone is known which files are done.

A part is a Parquet file of the rows of a batch, without the column `path`, and says in its metadata which
files these are of. It is called by what went in, so that the same work, done twice, writes the same file.
"""

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text, text_from
from audioclf_gui.remote.cluster.archive import ArchiveFile
from audioclf_gui.remote.cluster.batches import NotHeard
from audioclf_gui.remote.cluster.packages import pyarrow

SUFFIX = ".parquet"

_FACTS = b"audioclf"
_OPEN_PARTS = 8  # whose rows are in memory at a time, since files of later runs may lie between others

Row = Sequence[str | float | npt.NDArray[np.float32] | None]


@dataclass(frozen=True, slots=True)
class FileRows:
    """A file that is done, and where its rows are."""

    state: str  # of the file when it was heard
    duration_s: float
    part: Path
    start: int
    count: int


@dataclass(frozen=True, slots=True)
class FileRefused:
    """A file that is done, and can never be heard."""

    state: str
    reason: Text
    remedy: Text


Done = dict[str, FileRows | FileRefused]
"""What is known of each file that is done, by its source."""


@dataclass(frozen=True, slots=True)
class PartColumns:
    """Those of a part."""

    names: tuple[str, ...]  # not always different ones: classes are called as people like
    words: frozenset[int]  # the places of those that hold words; the others hold numbers
    vector_size: int = 0  # how many numbers the last one holds in each row; 0: one, as the others

    def schema(self, *before: str) -> Any:
        """Of a table of pyarrow's, with columns of words before these."""
        arrow = pyarrow()
        kinds = [arrow.string() if at in self.words else arrow.float64() for at in range(len(self.names))]
        if self.vector_size:
            kinds[-1] = arrow.list_(arrow.float32(), self.vector_size)
        fields = [(name, arrow.string()) for name in before]
        return arrow.schema([*fields, *zip(self.names, kinds, strict=True)])


class PartWriter:
    """Collects the rows of a batch of files."""

    def __init__(self, columns: PartColumns) -> None:
        self._columns = columns
        self._rows: list[Row] = []
        self._heard: list[tuple[str, str, float, int]] = []
        self._refused: list[tuple[str, str, str, str]] = []

    def add(self, file: ArchiveFile, duration_s: float, rows: Sequence[Row]) -> None:
        """A file that was heard."""
        self._rows += rows
        self._heard.append((file.source, file.state, duration_s, len(rows)))

    def refuse(self, one: NotHeard) -> None:
        """A file that cannot be heard, now or ever."""
        self._refused.append((one.file.source, one.file.state, one.reason.stored(), one.remedy.stored()))

    @property
    def heard_s(self) -> float:
        """How much sound was added."""
        return sum(duration_s for _, _, duration_s, _ in self._heard)

    def content(self) -> bytes:
        """The part, the same for the same files; nothing if there are none."""
        if not self._heard and not self._refused:
            return b""
        arrow, schema = pyarrow(), self._columns.schema()
        columns: list[Sequence[object]] = list(zip(*self._rows, strict=True)) or [()] * len(schema)
        arrays = [arrow.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]
        facts = json.dumps({"heard": self._heard, "refused": self._refused})
        table = arrow.Table.from_arrays(arrays, schema=schema.with_metadata({_FACTS: facts.encode()}))
        file = io.BytesIO()
        arrow.parquet.write_table(table, file, compression="zstd")
        return file.getvalue()


def write_part(folder: Path, name: str, content: bytes) -> Path:
    """Keep a part, whole or not at all; UserError if the disk refuses it."""
    path = folder / f"{name}{SUFFIX}"
    try:
        write_atomically(path, content)
    except OSError as error:
        raise cannot_write(path, error) from error
    return path


def read_done(path: Path) -> Done:
    """What a part knows; UserError if it is damaged."""
    done: Done = {}
    heard, refused = _facts(path)
    start = 0
    for source, state, duration_s, count in heard:
        done[source] = FileRows(state, duration_s, path, start, count)
        start += count
    for source, state, reason, remedy in refused:
        done[source] = FileRefused(state, text_from(reason), text_from(remedy))
    return done


def read_all_done(paths: Iterable[Path], files: Sequence[ArchiveFile]) -> tuple[Done, int]:
    """What parts know of files as they are now; and how many files were done, but have changed since.

    Raises
    ------
    UserError
        If a part is damaged.
    """
    states = {file.source: file.state for file in files}
    done: Done = {}
    outlived: set[str] = set()
    for path in paths:
        for source, one in read_done(path).items():
            if states.get(source) == one.state:
                done[source] = one
            elif source in states:
                outlived.add(source)
    return done, len(outlived - done.keys())


def _facts(path: Path) -> tuple[list[Any], list[Any]]:
    arrow = pyarrow()
    try:
        facts = json_value(arrow.parquet.read_metadata(path).metadata[_FACTS])
        return facts["heard"], facts["refused"]
    except (OSError, KeyError, TypeError, ValueError) as error:  # pyarrow's own errors are ValueErrors
        raise UserError(
            Text("the part {path} of the results is damaged", path=path),
            remedy=Text("Delete it and run the command again: its files are done anew."),
        ) from error


class PartReader:
    """Reads the rows of files out of parts, the newest of which stay in memory."""

    def __init__(self) -> None:
        self._table = lru_cache(_OPEN_PARTS)(_read)

    def rows(self, file: FileRows) -> Any:
        """As a table of pyarrow's."""
        return self._table(file.part).slice(file.start, file.count)


def _read(path: Path) -> Any:
    with pyarrow().parquet.ParquetFile(path) as file:
        return file.read().replace_schema_metadata(None)


def parts_in(folder: Path) -> Iterator[Path]:
    """The parts that are there, in the order of their names."""
    return iter(sorted(folder.glob(f"[!.]*{SUFFIX}")))
