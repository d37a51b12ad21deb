"""Layouts of data sets: which class, group and fold a file's place, name or table gives it."""

from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.formats.datasets import (  # each registers its layout
    audiomoth,  # noqa: F401
    birdnet,  # noqa: F401
    commonvoice,  # noqa: F401
    dcase,  # noqa: F401
    desed,  # noqa: F401
    esc50,  # noqa: F401
    fsd50k,  # noqa: F401
    librispeech,  # noqa: F401
    shards,  # noqa: F401
    speechcommands,  # noqa: F401
    urbansound8k,  # noqa: F401
    voxceleb,  # noqa: F401
    xenocanto,  # noqa: F401
)
from audioclf_gui.formats.datasets.class_names import ClassNames, read_class_names, with_names
from audioclf_gui.formats.datasets.columns import Columns, class_columns, likely_columns
from audioclf_gui.formats.datasets.folders import folders, tells_no_class
from audioclf_gui.formats.datasets.layouts import LAYOUTS, Layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.name_template import (
    MEANINGS,
    NamePart,
    name_parts,
    path_parts,
    pattern_of,
    template_of,
)
from audioclf_gui.formats.datasets.names import checked_pattern, described_by_names
from audioclf_gui.formats.datasets.parts_beside import fold_of_table, with_folders_beside
from audioclf_gui.formats.datasets.sheet import Sheet, read_header, read_sheet
from audioclf_gui.formats.datasets.split_lists import is_bare_split_list, with_split_lists
from audioclf_gui.formats.datasets.table import table

__all__ = [
    "FOLDERS",
    "LAYOUTS",
    "MEANINGS",
    "ClassNames",
    "Columns",
    "Layout",
    "Listing",
    "NamePart",
    "Sheet",
    "checked_pattern",
    "class_columns",
    "described_by_names",
    "fold_of_table",
    "folders",
    "guess_layout",
    "is_bare_split_list",
    "known_layout",
    "likely_columns",
    "name_parts",
    "path_parts",
    "pattern_of",
    "read_class_names",
    "read_header",
    "read_sheet",
    "table",
    "tells_no_class",
    "template_of",
    "with_folders_beside",
    "with_names",
    "with_split_lists",
]

FOLDERS = "folders"
"""The layout that any folders may have; all others are of known data sets."""


def known_layout(root: Path, files: Sequence[Path]) -> str | None:
    """The known data set that `root` with its audio `files` shows itself to be; None if it is none."""
    return next((key for key, one in LAYOUTS.items() if key != FOLDERS and one.shows(root, files)), None)


def guess_layout(root: Path, files: Sequence[Path]) -> str | None:
    """The layout that `root` shows, a known data set before plain folders; None if it shows none.

    Plain folders are taken for classes if they give at least two classes or two folds to the audio
    `files` below `root`.
    """
    return known_layout(root, files) or (FOLDERS if LAYOUTS[FOLDERS].shows(root, files) else None)
