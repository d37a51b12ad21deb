"""Layouts of data sets: which class, group and fold a file's place, name or table gives it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from audioclf_gui.formats.datasets.columns import Columns, class_columns, likely_columns
from audioclf_gui.formats.datasets.esc50 import esc50, esc50_table
from audioclf_gui.formats.datasets.folders import folders, tells_no_class
from audioclf_gui.formats.datasets.librispeech import librispeech, speakers_file
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.names import checked_pattern, described_by_names
from audioclf_gui.formats.datasets.sheet import Sheet, read_header, read_sheet
from audioclf_gui.formats.datasets.speechcommands import speechcommands, speechcommands_top
from audioclf_gui.formats.datasets.table import table
from audioclf_gui.formats.datasets.urbansound8k import urbansound8k, urbansound8k_table

__all__ = [
    "LAYOUTS",
    "Columns",
    "Listing",
    "Sheet",
    "checked_pattern",
    "class_columns",
    "described_by_names",
    "folders",
    "guess_layout",
    "known_layout",
    "likely_columns",
    "read_header",
    "read_sheet",
    "table",
    "tells_no_class",
]

LAYOUTS: Mapping[str, Callable[[Path, Sequence[Path]], Listing]] = {
    "folders": folders,
    "esc50": esc50,
    "urbansound8k": urbansound8k,
    "speechcommands": speechcommands,
    "librispeech": librispeech,
}
"""The layouts by their names on the command line; each takes the data set's folder and its audio files."""

_SIGNS: Mapping[str, Callable[[Path], object]] = {
    "esc50": esc50_table,
    "urbansound8k": urbansound8k_table,
    "librispeech": speakers_file,
    "speechcommands": speechcommands_top,
}


def known_layout(root: Path) -> str | None:
    """The known data set that `root` shows itself to be; None if it is none."""
    return next((name for name, sign in _SIGNS.items() if sign(root)), None)


def guess_layout(root: Path, files: Sequence[Path]) -> str | None:
    """The layout that `root` shows, a known data set before plain folders; None if it shows none.

    Plain folders are taken for classes if they give at least two classes or two folds to the audio
    `files` below `root`.
    """
    known = known_layout(root)
    if known is not None:
        return known
    listed = folders(root, files).candidates
    classes, folds = {name for one in listed for name in one.class_names}, {one.fold for one in listed} - {""}
    return "folders" if len(classes) > 1 or len(folds) > 1 else None
