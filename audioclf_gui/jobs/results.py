"""Where predictions go, each as soon as it is there, so that any number of files needs the same memory."""

import csv
import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from audioclf_gui.core.content import check_place, part_of, put_where_wanted
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.text import Text
from audioclf_gui.formats.exchange import Targets, ending_for, write_labels
from audioclf_gui.formats.registry import FORMATS, LabelledSound, of_sound
from audioclf_gui.jobs.of_classes import check_has_classes

if TYPE_CHECKING:
    from audioclf_gui.ml.inference import FilePrediction
    from audioclf_gui.ml.objectives import Objective

TABLES = ("csv", "json")
"""Formats that hold the predictions of all files together."""
LABEL_FILES = tuple(key for key in ("audacity", "raven") if key in FORMATS)
"""Formats with a file of labels for each sound file."""

_NO_LABELS = Text("Write a table (csv) or JSON instead: they have the number of each window.")


@dataclass(frozen=True, slots=True)
class ResultWritten:
    """A file of results is whole."""

    path: Path
    kept: Path | None = None  # where the file is that was in its place before


Take: TypeAlias = "Callable[[FilePrediction], ResultWritten | None]"  # the file that was written for it


@dataclass(frozen=True, slots=True, eq=False)
class Output:
    """A format, and where results in it go to."""

    format_key: str  # of `TABLES`, or of `LABEL_FILES`
    to: Path | TextIO  # a file, or the folder of label files


def open_output(
    stack: ExitStack,
    output: Output,
    objective: "Objective",
    names: Mapping[Path, Path],
    told: Callable[[ResultWritten], object] = lambda _written: None,
) -> Take:
    """What takes each prediction until the stack is closed.

    Parameters
    ----------
    objective
        What the model says.
    names
        For each sound file its place among the results.
    told
        Is called with a file of all predictions when the stack is closed.

    Raises
    ------
    UserError
        If the file cannot be written, before anything else is done where that can be seen, or if a number
        is to become labels.
    """
    if output.format_key in LABEL_FILES:
        check_has_classes(objective, _NO_LABELS)
        assert isinstance(output.to, Path)
        return _as_label_files(output.to, output.format_key, names)
    file = output.to
    if isinstance(file, Path):
        _check_not_heard(file, names)
        file = stack.enter_context(_result_file(file, told))
    table = _as_csv(file, objective) if output.format_key == "csv" else _as_json(file)
    return stack.enter_context(table)


@contextmanager
def _result_file(out: Path, told: Callable[[ResultWritten], object]) -> Iterator[TextIO]:
    """A file that takes the place of `out` when all is written, or when somebody ends the work."""
    interruption: BaseException | None = None
    try:
        check_place(out)
        with part_of(out) as part:
            with part.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                try:
                    yield file
                except (KeyboardInterrupt, GeneratorExit) as error:
                    interruption = error
            kept = put_where_wanted(part, out)
    except OSError as error:
        raise cannot_write(out, error) from error
    told(ResultWritten(out, kept))
    if interruption is not None:
        raise interruption


def _check_not_heard(out: Path, names: Mapping[Path, Path]) -> None:
    """UserError if the results would take the place of a sound file that is classified."""
    if out.exists() and any(path.exists() and out.samefile(path) for path in names):
        raise UserError(
            Text("{name} is one of the files to classify", name=out),
            remedy=Text("Choose another place for the results."),
        )


@contextmanager
def _as_csv(file: TextIO, objective: "Objective") -> Iterator[Take]:
    """A table with a row for each window."""
    from audioclf_gui.ml.prediction_values import row_names, to_rows

    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(row_names(objective))

    def take(prediction: "FilePrediction") -> None:
        writer.writerows(to_rows(prediction))

    yield take


@contextmanager
def _as_json(file: TextIO) -> Iterator[Take]:
    """One list, ended properly whatever ends the work."""
    from audioclf_gui.ml.prediction_values import to_json

    before = "[\n"

    def take(prediction: "FilePrediction") -> None:
        nonlocal before
        document = json.dumps(to_json(prediction), indent=2, ensure_ascii=False)
        file.write(before + textwrap.indent(document, "  "))
        before = ",\n"

    try:
        yield take
    finally:
        file.write("[]\n" if before == "[\n" else "\n]\n")


def _as_label_files(folder: Path, key: str, names: Mapping[Path, Path]) -> Take:
    """A label file of the events for each sound file, at the place below `folder` that `names` gives it."""
    from audioclf_gui.ml.prediction_values import to_regions

    known = FORMATS[key]
    targets = Targets(folder, taken=names)

    def take(prediction: "FilePrediction") -> ResultWritten:
        target = targets.of(names[prediction.path], ending_for(known, ""))
        sound = LabelledSound(names[prediction.path].as_posix(), prediction.duration_s)
        named = of_sound(known, sound)
        return ResultWritten(target, write_labels(target, named, to_regions(prediction)).kept)

    return take
