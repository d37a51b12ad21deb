"""Names of folders that hold a part of a split, so that they are folds and never classes."""

import re
from functools import lru_cache

# fmt: off
_ROLES = frozenset((
    "train", "training", "test", "testing", "val", "valid", "validation", "dev", "devel", "development",
    "eval", "evaluation", "heldout", "holdout",
))
_FILLERS = frozenset((
    "set", "data", "dataset", "split", "part", "subset", "audio", "wav", "wavs", "flac", "mp", "clips",
    "sounds", "files", "recordings", "clean", "other",
))
# fmt: on
_NUMBERED = re.compile(r"(?:fold|split)[\s_.-]*0*(\d+)", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


@lru_cache(maxsize=1024)  # a folder is asked for each of its files
def fold_of_folder(name: str) -> str:
    """The fold that a folder is by its name; empty if it may be a class.

    What says no more than which part it is counts, `Train_set` and `dev-clean` for two; `steam train` and
    `test tone` say more.

    Examples
    --------
    >>> [fold_of_folder(name) for name in ("Train", "test-clean", "fold01", "tram")]
    ['train', 'test', '1', '']
    """
    if numbered := _NUMBERED.fullmatch(name):
        return numbered[1]
    words = [word.lower() for word in _WORDS.findall(name)]
    roles = [word for word in words if word in _ROLES]
    rest = [word for word in words if word not in _ROLES]
    is_part = len(roles) == 1 and all(word in _FILLERS or word.isdecimal() for word in rest)
    return roles[0] if is_part and not _has_foreign_letters(name) else ""


def is_ordinary_word(name: str) -> bool:
    """Whether the name of a part is a thing that makes a sound as well: a train."""
    return name.lower() == "train"


def _has_foreign_letters(name: str) -> bool:
    return any(sign.isalpha() and not sign.isascii() for sign in name)
