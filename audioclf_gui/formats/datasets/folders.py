"""One folder for each class."""

from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import composed, in_order, parts_below, visible_folders

_FOLDS = {"train", "training", "valid", "validation", "val", "dev", "test", "testing", "eval", "evaluation"}
_SOUND_SUFFIXES = {".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".au", ".caf", ".w64"}


def folders(root: Path, files: Sequence[Path]) -> Listing:
    """The folder directly below `root` is the class, however deep the file lies in it.

    Files that lie in `root` itself are unlabelled; hidden ones are left out. If all folders in
    `root` are called like parts of a split (train, test, ...), these are the folds and the folders
    in them are the classes.
    """
    placed = [(file, parts) for file in in_order(files) if (parts := parts_below(root, file))]
    tops = {parts[0].lower() for _, parts in placed if len(parts) > 1}
    split = len(tops) > 1 and tops <= _FOLDS and all(len(parts) != 2 for _, parts in placed)
    return Listing(
        tuple(
            Candidate(file, _part(parts, 1 if split else 0), fold=_part(parts, 0) if split else "")
            for file, parts in placed
        )
    )


def class_folders(root: Path) -> bool:
    """Whether at least two folders in `root` hold files that look like sound."""
    return sum(any(map(_sounds, folder.rglob("*"))) for folder in visible_folders(root)) > 1


def _sounds(file: Path) -> bool:
    return file.suffix.lower() in _SOUND_SUFFIXES and not file.name.startswith(".")


def _part(parts: tuple[str, ...], place: int) -> str:
    return composed(parts[place]) if place < len(parts) - 1 else ""
