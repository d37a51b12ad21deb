"""A table of labels: what is known of each, and what its sound measures."""

import csv
import io
import math
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.audio.measured_files import measuring_file
from audioclf_gui.audio.measurements import Measurements, Stretch
from audioclf_gui.core.clip import Clip, ClipId, Quarantined
from audioclf_gui.core.content import write_where_wanted
from audioclf_gui.core.errors import UnreadableAudioError, UserError, cannot_write
from audioclf_gui.core.label_columns import MEASURED_KEYS, TableColumn, columns_with
from audioclf_gui.core.label_query import matching, ordered
from audioclf_gui.core.label_rows import Ints, LabelRows, rows_of, with_numbers
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.table_place import check_table_place

MEASUREMENTS = ("clip", "track", "class", "note", "certainty", *(one.name for one in fields(Measurements)))
"""The columns of a table of measurements: whose label it is, and all that is measured."""

_TAB_SUFFIXES = frozenset((".tsv", ".tab"))

Row = tuple[str | float | None, ...]


@dataclass(frozen=True, slots=True)
class TabulateLabels:
    """Which labels, and what of them.

    Attributes
    ----------
    clips
        Whose labels they are.
    out
        The table to be written: with tabs if it is called `.tsv`, else with commas. None: it is only told.
    filter
        As in `core.label_query`; empty: all.
    columns
        By their keys, see `core.label_columns`; empty: what is known of every label, and further columns of
        label files.
    sort, falling
        The key of the column that they are sorted by; empty: clips in their order, labels by their start.
    """

    clips: tuple[Clip, ...]
    out: Path | None = None
    filter: str = ""
    columns: tuple[str, ...] = ()
    sort: str = ""
    falling: bool = False


@dataclass(frozen=True, slots=True)
class LabelsTabulated:
    """The table."""

    columns: tuple[TableColumn, ...]
    rows: tuple[Row, ...]  # None is a number that is not known
    refused: tuple[Quarantined, ...]  # clips that cannot be read: their labels measure nothing
    kept: Path | None  # where the file is that was in the table's place before


def tabulate_labels(
    request: TabulateLabels, project: ProjectView
) -> Generator[Progress, None, LabelsTabulated]:
    """List labels; their sound is measured only if that is asked for.

    Raises
    ------
    UserError
        If a column or the filter is not understood, or if the table cannot be written, or would take the
        place of a project or of a sound of it.
    """
    view = project.catalogue
    if request.out is not None:
        check_table_place(request.out, view)
    rows = rows_of(view, request.clips)
    columns = _chosen(request.columns, rows.further)
    if request.sort:
        _chosen((request.sort,), rows.further)
    places = ordered(rows, view.classes, np.flatnonzero(matching(rows, view.classes, request.filter)))
    refused: tuple[Quarantined, ...] = ()
    if not set(MEASURED_KEYS).isdisjoint((request.sort, *(column.key for column in columns))):
        rows, refused = yield from _measured(view, rows, places)
    if request.sort or request.falling:
        places = ordered(rows, view.classes, places, request.sort, falling=request.falling)
    names = {known.id: known.name for known in view.classes}
    table = tuple(tuple(rows.value(column, place, names) for column in columns) for place in places.tolist())
    kept = None if request.out is None else _written(request.out, columns, table)
    return LabelsTabulated(columns, table, refused, kept)


def _chosen(keys: Sequence[str], further: Sequence[str]) -> tuple[TableColumn, ...]:
    known = {column.key: column for column in columns_with(further)}
    for key in keys:
        if key not in known:
            raise UserError(
                Text("there is no column {name}", name=key),
                remedy=Text("There are: {names}.", names=", ".join(known)),
            )
    return tuple(known[key] for key in keys) or tuple(one for one in known.values() if one.by_default)


def _measured(
    view: CatalogueView, rows: LabelRows, places: Ints
) -> Generator[Progress, None, tuple[LabelRows, tuple[Quarantined, ...]]]:
    """The rows with what the sound of these measures; see `audio.measurements.Measurements`."""
    numbers = {key: np.full(len(rows), np.nan) for key in MEASURED_KEYS}
    refused: dict[ClipId, Quarantined] = {}
    with closing(MonoReader()) as reader:
        for done, place in enumerate(places.tolist()):
            progress = Progress(done, len(places))
            yield progress
            clip = view.clip(ClipId(int(rows.clip_ids[place])))
            if clip.id in refused:
                continue
            try:
                work = measuring_file(view.audio_path(clip), stretch_of(rows, place), reader)
                found = yield from _told(work, progress)
            except UnreadableAudioError as error:
                refused[clip.id] = Quarantined(error.path, error.reason, error.remedy)
                continue
            for key, values in numbers.items():
                value = getattr(found, key)
                values[place] = math.nan if value is None else value
    yield Progress(len(places), len(places))
    return with_numbers(rows, numbers), tuple(refused.values())


def stretch_of(rows: LabelRows, place: int) -> Stretch:
    """What there is to measure of a row; a label of a whole clip stands for all of its sound."""
    start_s, end_s = (float(rows.numbers[key][place]) for key in ("start_s", "end_s"))
    low_hz, high_hz = (float(rows.numbers[key][place]) for key in ("low_hz", "high_hz"))
    return Stretch(
        start_s, end_s, None if math.isnan(low_hz) else low_hz, None if math.isnan(high_hz) else high_hz
    )


def _told(
    work: Generator[float, None, Measurements], progress: Progress
) -> Generator[Progress, None, Measurements]:
    """The work of one label, which may be long: it can be stopped at each step."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            found: Measurements = done.value
            return found
        yield progress


def _written(out: Path, columns: Sequence[TableColumn], rows: Sequence[Row]) -> Path | None:
    """Write the table; where the file is kept that was there before."""
    table = io.StringIO()
    delimiter = "\t" if out.suffix.lower() in _TAB_SUFFIXES else ","
    writer = csv.writer(table, delimiter=delimiter, lineterminator="\n")
    writer.writerow([column.key for column in columns])
    writer.writerows(rows)
    try:
        return write_where_wanted(out, table.getvalue().encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise cannot_write(out, error) from error
