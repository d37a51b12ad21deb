"""Which columns of a table say what."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from audioclf_gui.core.recording_names import is_recording, names_meant
from audioclf_gui.core.spelling import twin_key
from audioclf_gui.formats.datasets.cells import names_told
from audioclf_gui.formats.datasets.class_columns import graded_columns, likely_class_columns, marking_columns
from audioclf_gui.formats.datasets.column_notes import is_measured
from audioclf_gui.formats.datasets.sheet import Sheet
from audioclf_gui.formats.datasets.split_columns import flag_that_tells, split_columns, split_flags
from audioclf_gui.formats.text import finite

_PATH_WORDS = ("file", "path", "name", "audio", "clip", "recording")
_LABEL_WORDS = ("label", "class", "category", "species", "target", "event", "emotion", "instrument", "genre")
_GROUP_WORDS = ("group", "source", "src", "speaker", "site", "recording")
_FOLD_WORDS = ("fold", "split", "subset")
# fmt: off
_CLASSES = (
    "scene", "word", "digit", "phoneme", "vowel", "animal", "bird", "commonname", "scientificname",
    "englishname", "calltype", "soundtype", "fault", "condition", "gender", "sex", "accent", "dialect",
    "language",
)
_GROUPS = (
    "speaker", "speakerid", "clientid", "actor", "actorid", "subject", "participant", "patient", "singer",
    "individual", "recordist", "author", "uploader", "user", "session", "location", "station", "identifier",
)
"""What whole columns are called; in longer names these words may mean anything."""
_ACCENTS = ("accent", "dialect", "nativelanguage", "mothertongue", "firstlanguage", "language")
"""What columns are called by which accents are told apart, in a table that is called after these."""
_PEOPLE = frozenset(("speaker", "speakerid", "actor", "singer", "reader"))
# fmt: on

_WORD = re.compile(r"[^\W\d_]{3,}")
_ID = re.compile(r"(?:.*[\s_-])?(?:id|Id|ID)|.*[a-z]I[Dd]")
_BESIDE = re.compile("lat|lon|start|begin|end|time|date|dur|length|offset|rate|channel|index|id$")
"""What is in the names of columns whose numbers nobody wants to hear from the sound."""

_LOOKED_AT = 2000  # rows
_FEW_ROWS = 4  # of so few each may be of another class


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table say what; empty where none does."""

    path: str = ""
    label: str = ""
    group: str = ""
    fold: str = ""
    target: str = ""  # a number to estimate
    classes: tuple[str, ...] = ()  # instead of `label`: each a class that is marked in it

    @property
    def chosen(self) -> tuple[str, ...]:
        """All columns that say something."""
        names = (self.path, self.label, self.group, self.fold, self.target, *self.classes)
        return tuple(name for name in names if name)

    @property
    def are_called_classes(self) -> bool:
        """Whether the table says by the names of its columns that it knows classes."""
        return bool(self.classes or _named([self.label], _LABEL_WORDS))


def likely_columns(sheet: Sheet, heard: AbstractSet[str] = frozenset()) -> Columns:
    """Which columns of a table probably say what, by their names and their cells.

    Parameters
    ----------
    heard
        The recordings that are there, as `recording_names.name_key` compares them.
    """
    sheet = sheet.sample(_LOOKED_AT)
    path = _path_column(sheet, heard)
    free = [name for name in sheet.columns if name != path]
    parts = split_columns(sheet, free)
    flags = split_flags(sheet, free)
    free = [name for name in free if name not in {*parts, *flags}]
    label = _label_column(sheet, free)
    rest = [name for name in free if name != label]
    group = _called(rest, (*_GROUP_WORDS, *_GROUPS)) or _named(rest, _GROUP_WORDS)
    fold = _named([*parts, *rest], _FOLD_WORDS) or next(iter(parts), "") or flag_that_tells(flags)
    unused = [name for name in free if name not in {group, fold}]
    marking = marking_columns(sheet, unused)
    may_be_marked = (not label or label in marking) and not sheet.is_headless
    if may_be_marked and (classes := likely_class_columns(sheet, unused)):
        return Columns(path, "", group, fold, classes=classes)
    graded = () if label or sheet.is_headless else graded_columns(sheet, unused)
    others = [name for name in unused if name not in {*marking, *graded}]
    if label and is_measured(names_told(sheet.column(label))):
        return Columns(path, "", group, fold, label)
    label = label or _only_candidate(sheet, [name for name in others if _may_name_classes(sheet, name)])
    target = "" if label else _likely_target(sheet, others)
    if not (label or target) and twin_key(group) in _PEOPLE:  # a table that tells of nothing else
        return Columns(path, group, "", fold)
    return Columns(path, label, group, fold, target)


def class_columns(sheet: Sheet, likely: Columns) -> tuple[str, ...]:
    """The columns that may be one class each: at least two that hold marks; empty if there are none."""
    sheet = sheet.sample(_LOOKED_AT)
    others = [name for name in sheet.columns if name not in {likely.path, likely.group, likely.fold}]
    found = likely.classes or marking_columns(sheet, others)
    return found if len(found) > 1 else ()


def _path_column(sheet: Sheet, heard: AbstractSet[str]) -> str:
    """The column that names most of what is there; else one that is called so, or holds recordings."""
    there = {name: found for name in sheet.columns if (found := _heard(sheet.column(name), heard))}
    if there:
        return _named(list(there), _PATH_WORDS) or max(there, key=there.__getitem__)
    path = _named(sheet.columns, _PATH_WORDS) or _id_column(sheet.columns)
    if sheet.is_headless or not path:
        return next((name for name in sheet.columns if any(map(is_recording, sheet.column(name)))), "")
    return path


def _id_column(names: Sequence[str]) -> str:
    """The column of ids that are not those of classes, groups or folds."""
    others = (*_LABEL_WORDS, *_GROUP_WORDS, *_FOLD_WORDS)
    return next((name for name in names if _ID.fullmatch(name) and not _named([name], others)), "")


def _heard(cells: Sequence[str], heard: AbstractSet[str]) -> int:
    """How many recordings of those that are there some cells name; 0 if most name none."""
    told = Counter(filter(None, cells)) if heard else Counter()
    known = {cell for cell in told if any(name.key in heard for name in names_meant(cell))}
    return len(known) if 2 * sum(told[cell] for cell in known) > told.total() else 0


def _may_name_classes(sheet: Sheet, column: str) -> bool:
    """Whether its cells can be classes: no measured numbers, and not another one in every row."""
    names = names_told(sheet.column(column))
    is_other_each = len(names) > _FEW_ROWS and len(set(names)) == len(names)
    return not is_other_each and not is_measured(names)


def _only_candidate(sheet: Sheet, names: Sequence[str]) -> str:
    """The first column of words; of numbers only if there is one: several are counts or measurements."""
    words = [name for name in names if not _holds_numbers(sheet, name)]
    return next(iter(words), names[0] if len(names) == 1 else "")


def _holds_numbers(sheet: Sheet, column: str) -> bool:
    cells = sheet.column(column)
    return bool(cells) and all(finite(cell) is not None for cell in cells)


def _likely_target(sheet: Sheet, names: Sequence[str]) -> str:
    """The one column that holds a measured number and is no place, time or property of the recording."""
    measured = [
        name
        for name in names
        if is_measured(names_told(sheet.column(name))) and not _BESIDE.search(twin_key(name))
    ]
    return measured[0] if len(measured) == 1 else ""


def _label_column(sheet: Sheet, names: Sequence[str]) -> str:
    """The column that is called after classes; one of words before one of numbers."""
    numbers = [name for name in names if _holds_numbers(sheet, name)]
    words = [name for name in names if name not in numbers]
    called = _called(words, _LABEL_WORDS) or _called(numbers, _LABEL_WORDS)
    named = called or _named(words, _LABEL_WORDS) or _named(numbers, _LABEL_WORDS)
    return named or _called(words, _topics(sheet)) or _called(words, _CLASSES) or _called(numbers, _CLASSES)


def _topics(sheet: Sheet) -> list[str]:
    """What the table is about, by its own name and then by that of its folder."""
    topics: list[str] = []
    for name in (sheet.file.stem, sheet.file.absolute().parent.name):
        told = [twin_key(word) for word in _WORD.findall(name)]
        topics += [word for one in told for word in (one, one.removesuffix("s"))]
    if not {"accent", "dialect"}.isdisjoint(topics):
        topics += _ACCENTS
    return [word for word in topics if word not in {*_GROUPS, *_GROUP_WORDS, *_FOLD_WORDS}]


def _named(names: Sequence[str], words: Sequence[str]) -> str:
    """The column that is called by one of the words; else the first that has one in its name."""
    holding = (name for word in words for name in names if word in name.lower())
    return _called(names, words) or next(holding, "")


def _called(names: Sequence[str], words: Sequence[str]) -> str:
    return next((name for word in words for name in names if twin_key(name) == word), "")
