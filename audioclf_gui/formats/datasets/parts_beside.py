"""Tables and folders that are a part of a split by their names, since another part lies beside them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.split_names import fold_of_folder
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import parts_below, visible_folders

_ABOUT = "(?:file)?lists?|meta(?:data)?|manifests?|labels?|annotations?"
_OF_A_LIST = re.compile(
    rf"^(?:{_ABOUT})[\s_.-]+|[\s_.-]+(?:{_ABOUT}|files?|names|paths|ids|filtered)$", re.IGNORECASE
)
_TABLE_SUFFIXES = frozenset((".csv", ".tsv", ".txt", ".json", ".jsonl"))


def part_of_list(file: Path) -> str:
    """The fold that a list or table is of by its name; empty if it may be anything else."""
    return fold_of_folder(_OF_A_LIST.sub("", file.stem))


def fold_of_table(file: Path, others: Iterable[Path]) -> str:
    """The part of a split that a table is about by its name.

    Empty if no other table, neither of those that are known nor of those beside it, is about another.
    """
    fold = part_of_list(file)
    known = [*others, *(path for path in _beside(file) if path.suffix.lower() in _TABLE_SUFFIXES)]
    return fold if {part_of_list(other) for other in known} - {"", fold} else ""


def _beside(path: Path) -> list[Path]:
    try:
        return list(path.absolute().parent.iterdir())
    except OSError:
        return []


def with_folders_beside(listing: Listing, roots: Sequence[Path]) -> Listing:
    """The listing with the folds of chosen folders that are each a part of a split; only if none is told.

    What was chosen is all of one part then, so that nothing in it tells of the others, which come later.
    """
    folds = {root: fold for root in roots if (fold := _fold_of_root(root))}
    if not folds or any(one.fold for one in listing.candidates):
        return listing
    told = tuple(
        replace(one, fold=next((fold for root, fold in folds.items() if parts_below(root, one.path)), ""))
        for one in listing.candidates
    )
    notes = (
        Text(
            "the folder {folder} is called after a part of a split and lies beside another, so that is the"
            " fold: {fold}",
            folder=root.absolute().name,
            fold=fold,
        )
        for root, fold in folds.items()
    )
    return replace(listing, candidates=told, notes=(*listing.notes, *notes))


def _fold_of_root(root: Path) -> str:
    place = root.absolute()
    fold = fold_of_folder(place.name)
    others = {fold_of_folder(other.name) for other in visible_folders(place.parent)} if fold else set()
    return fold if others - {"", fold} else ""
