"""Where predictions go, each as soon as it is there, so that any number of files needs the same memory."""

import csv
import json
import secrets
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from audioclf_gui.cli.output import say
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.exchange import Targets, write_labels
from audioclf_gui.formats.registry import FORMATS as LABEL_FORMATS

if TYPE_CHECKING:
    from audioclf_gui.ml.inference import FilePrediction

Take = Callable[["FilePrediction"], None]


@contextmanager
def result_file(out: Path | None) -> Iterator[TextIO]:
    """Standard output, or `out`, which is replaced when all is written or Ctrl+C ends the work.

    Raises
    ------
    UserError
        If the file cannot be written, before anything else is done where that can be seen.
    """
    if out is None:
        yield sys.stdout
        return
    interruption = None
    part = out.parent / f".{secrets.token_hex(8)}.part"
    try:
        if out.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                try:
                    yield file
                except KeyboardInterrupt as error:
                    interruption = error
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(
            Text("{name} cannot be written: {problem}", name=out, problem=error.strerror or str(error)),
            remedy=Text("Choose a file in a folder that you may write to, with room on its disk."),
        ) from error
    say(f"written: {out}")
    if interruption is not None:
        raise interruption


@contextmanager
def as_csv(file: TextIO, classes: Sequence[str]) -> Iterator[Take]:
    """A table with a row for each window."""
    from audioclf_gui.ml.inference import row_names, to_rows

    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(row_names(classes))
    yield lambda prediction: writer.writerows(to_rows(prediction))


@contextmanager
def as_json(file: TextIO, _classes: Sequence[str]) -> Iterator[Take]:
    """One list, ended properly whatever ends the work."""
    from audioclf_gui.ml.inference import to_json

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


def as_label_files(folder: Path, key: str, names: Mapping[Path, Path]) -> Take:
    """A label file of the events for each sound file, at the place below `folder` that `names` gives it."""
    from audioclf_gui.ml.inference import to_regions

    known = LABEL_FORMATS[key]
    targets = Targets(folder, known.suffixes[0], taken=names)

    def take(prediction: "FilePrediction") -> None:
        target = targets.of(names[prediction.path])
        write_labels(target, known, to_regions(prediction))
        say(f"written: {target}")

    return take
