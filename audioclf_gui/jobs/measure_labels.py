"""Measuring the sound of every label, as a table."""

import csv
import io
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.audio.measured_files import measuring_file
from audioclf_gui.audio.measurements import Measurements, Stretch, limits
from audioclf_gui.core.clip import Clip, Quarantined
from audioclf_gui.core.content import check_place, write_where_wanted
from audioclf_gui.core.errors import UnreadableAudioError, UserError, cannot_write
from audioclf_gui.core.label import Region
from audioclf_gui.core.naming import as_regions
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TITLE

_MEASURED = tuple(one.name for one in fields(Measurements))
_DECIMALS = {"s": 6, "hz": 2, "db": 2}  # of each unit

COLUMNS = ("clip", "track", "class", "note", "certainty", *_MEASURED)
"""Of the table: whose label it is, and what was measured, with its unit in the name."""

Row = tuple[str | float | None, ...]


@dataclass(frozen=True, slots=True)
class MeasureLabels:
    """Whose labels are measured, and the table to be written; None: they are only told."""

    clips: tuple[Clip, ...]
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class LabelsMeasured:
    """A row of `COLUMNS` for each label: clips in their order, labels by their start."""

    rows: tuple[Row, ...]
    refused: tuple[Quarantined, ...]  # clips that cannot be read: of their labels the limits are told
    kept: Path | None  # where the file is that was in the table's place before


def measure_labels(request: MeasureLabels, project: ProjectView) -> Generator[Progress, None, LabelsMeasured]:
    """Measure each label's stretch in its band; a label of a whole clip stands for all of its sound.

    See `audio.measurements.Measurements` for what the numbers are. Those that cannot be told are missing.

    Raises
    ------
    UserError
        If the table cannot be written, or would take the place of a sound of the project.
    """
    view = project.catalogue
    if request.out is not None:
        _check_out(request.out, [view.audio_path(clip) for clip in view.clips])
    labelled = [
        (clip, sorted(regions, key=lambda one: one.start_s))
        for clip in request.clips
        if (regions := as_regions(view.labels(clip.id), view.classes, clip.duration_s))
    ]
    total = sum(len(regions) for _clip, regions in labelled)
    rows: list[Row] = []
    refused = []
    with closing(MonoReader()) as reader:
        for clip, regions in labelled:
            path, is_readable = view.audio_path(clip), True
            for region in regions:
                found = limits(_stretch(region))
                try:
                    if is_readable:
                        work = measuring_file(path, _stretch(region), reader)
                        found = yield from _told(work, Progress(len(rows), total))
                except UnreadableAudioError as error:
                    is_readable = False
                    refused.append(Quarantined(error.path, error.reason, error.remedy))
                rows.append(_row(clip, region, found))
                yield Progress(len(rows), total)
    kept = None if request.out is None else _written(request.out, rows)
    return LabelsMeasured(tuple(rows), tuple(refused), kept)


def _told(
    work: Generator[None, None, Measurements], progress: Progress
) -> Generator[Progress, None, Measurements]:
    """The work of one label, which may be long: it can be stopped at each step."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            found: Measurements = done.value
            return found
        yield progress


def _stretch(region: Region) -> Stretch:
    return Stretch(region.start_s, region.end_s, region.low_hz, region.high_hz)


def _row(clip: Clip, region: Region, found: Measurements) -> Row:
    whose = (clip.path, region.track or MAIN_TITLE, region.text, region.note, region.certainty or "")
    numbers = zip(_MEASURED, astuple(found), strict=True)
    return *map(str, whose), *(_rounded(name, value) for name, value in numbers)


def _rounded(name: str, value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS[name.rpartition("_")[2]])


def _check_out(out: Path, sounds: Sequence[Path]) -> None:
    """UserError if there cannot be a table at `out`."""
    try:
        check_place(out)
        is_sound = out.exists() and any(path.exists() and out.samefile(path) for path in sounds)
    except OSError as error:
        raise cannot_write(out, error) from error
    if is_sound:
        raise UserError(
            Text("{name} is a sound of the project", name=out.name),
            remedy=Text("Choose another place for the table."),
        )


def _written(out: Path, rows: Sequence[Row]) -> Path | None:
    """Write the table; where the file is kept that was there before."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    try:
        return write_where_wanted(out, table.getvalue().encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise cannot_write(out, error) from error
