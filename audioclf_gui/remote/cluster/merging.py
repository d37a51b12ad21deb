"""One result of all parts: each file of the archive once, in the archive's order."""

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from audioclf_gui.core.content import part_of, put_where_wanted
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.jobs.results import ResultWritten
from audioclf_gui.remote.cluster.archive import ArchiveFile
from audioclf_gui.remote.cluster.batches import NotHeard
from audioclf_gui.remote.cluster.packages import pyarrow
from audioclf_gui.remote.cluster.parts import Done, FileRows, PartColumns, PartReader
from audioclf_gui.remote.cluster.table_formats import TableFormat

_PATH = "path"
_BYTES_TOGETHER = 64 * 2**20


def write_table(
    path: Path, kind: TableFormat, columns: PartColumns, files: Sequence[ArchiveFile], done: Done
) -> ResultWritten:
    """The rows of all files that were heard; what was in the place is kept beside it.

    Parameters
    ----------
    columns : PartColumns
        Those of the parts; before them stands the path.

    Raises
    ------
    UserError
        If it cannot be written.
    """
    tables = _tables(files, done)
    if kind == "csv":
        return _written(path, lambda part: _write_rows(part, (_PATH, *columns.names), _rows(tables)))
    return _written(path, lambda part: _write_parquet(part, columns, tables))


def write_put_aside(path: Path, files: Sequence[NotHeard]) -> ResultWritten:
    """A table of the files that could not be heard, each with the reason and what to do."""

    def write(part: Path) -> None:
        rows = ((_text(one.file.place), str(one.reason), str(one.remedy)) for one in files)
        _write_rows(part, (_PATH, "reason", "remedy"), rows)

    return _written(path, write)


def _tables(files: Sequence[ArchiveFile], done: Done) -> Iterator[Any]:
    arrow, reader = pyarrow(), PartReader()
    for file in files:
        rows = done.get(file.source)
        if isinstance(rows, FileRows) and rows.count:
            places = arrow.repeat(arrow.scalar(_text(file.place), arrow.string()), rows.count)
            yield reader.rows(rows).add_column(0, _PATH, places)


def _rows(tables: Iterator[Any]) -> Iterator[Sequence[object]]:
    for table in tables:
        yield from zip(*(column.to_pylist() for column in table.columns), strict=True)


def _write_rows(part: Path, names: Sequence[str], rows: Iterator[Sequence[object]]) -> None:
    with part.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)


def _write_parquet(part: Path, columns: PartColumns, tables: Iterator[Any]) -> None:
    arrow = pyarrow()
    with arrow.parquet.ParquetWriter(part, columns.schema(_PATH), compression="zstd") as writer:
        together: list[Any] = []
        size = 0
        for table in tables:
            together.append(table)
            size += table.nbytes
            if size >= _BYTES_TOGETHER:
                writer.write_table(arrow.concat_tables(together))
                together, size = [], 0
        if together:
            writer.write_table(arrow.concat_tables(together))


def _written(path: Path, write: Callable[[Path], None]) -> ResultWritten:
    try:
        with part_of(path) as part:
            write(part)
            return ResultWritten(path, put_where_wanted(part, path))
    except OSError as error:
        raise cannot_write(path, error) from error


def _text(place: str) -> str:
    """A name in another code page as tables have it, which are in UTF-8."""
    return place.encode("utf-8", "backslashreplace").decode("utf-8")
