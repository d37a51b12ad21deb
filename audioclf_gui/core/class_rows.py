"""The classes of a project as rows of a list, below the levels that their names tell: bird, bird/wren."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from audioclf_gui.core.class_search import LEVELS
from audioclf_gui.core.label import LabelClass


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class, or the heading above classes of one level."""

    level: str  # the name of the class, or what all names below the heading begin with
    depth: int  # how many headings it stands below
    place: int  # of the class among all; of a heading that of the first class below it
    label_class: LabelClass | None = None  # None: a heading
    members: tuple[LabelClass, ...] = ()  # all classes below a heading

    @property
    def text(self) -> str:
        """What is read in the list: the name without the levels that stand above it."""
        return LEVELS.join(self.level.split(LEVELS)[self.depth :])


def class_rows(classes: Sequence[LabelClass], closed: Collection[str] = ()) -> list[ClassRow]:
    """All classes in their order, with a heading above those that follow each other in one level.

    A level gets a heading where a class of its own name does not stand for it, and at least two classes are
    in it. What is below a heading that is `closed`, told by its level, is left out.
    """
    rows: list[ClassRow] = []
    open_levels: list[str] = []
    for place, known in enumerate(classes):
        levels = _levels(known.name)
        shared = [one for one, other in takewhile(_same, zip(open_levels, levels, strict=False))]
        open_levels = shared
        for level in levels[len(shared) :]:
            members = tuple(takewhile(partial(_is_below, level), classes[place:]))
            if len(members) < 2:
                break
            if not _is_hidden(level, closed):
                rows.append(ClassRow(level, len(open_levels), place, members=members))
            open_levels.append(level)
        if not any(level in closed for level in open_levels):
            rows.append(ClassRow(known.name, len(open_levels), place, known))
    return rows


def _levels(name: str) -> list[str]:
    """The levels above a name, the highest first: those of `a/b/c` are `a` and `a/b`."""
    parts = name.split(LEVELS)
    if not all(part.strip() for part in parts):
        return []
    return [LEVELS.join(parts[:n]) for n in range(1, len(parts))]


def _same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _is_below(level: str, known: LabelClass) -> bool:
    return level in _levels(known.name)


def _is_hidden(level: str, closed: Collection[str]) -> bool:
    return any(above in closed for above in _levels(level))
