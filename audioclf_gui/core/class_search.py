"""Which classes a typed text may mean: what is offered while a name is typed, and what Enter takes of it."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from audioclf_gui.core.spelling import name_of, twin_key

LEVELS = "/"
"""What parts the levels of a class's name: `bird/wren` is a wren, and a bird."""

_MOST = 8
_LIKE = 0.8  # of a name's letters, in order: one slip in a word of five
_NUMBER = re.compile("[0-9]+")
_SHORTEST = 4  # letters in which a slip can be told from another word


def offers(names: Iterable[str], typed: str, most: int = _MOST) -> list[str]:
    """The names that a text may mean, the likeliest first.

    In this order: what looks alike (see `core.spelling.twin_key`) or begins so, as a whole or in one of its
    levels; what has a word that begins so; what is spelled nearly so; what has the text in it. Among equals
    the given order holds. An empty text may mean every name.
    """
    sought = twin_key(typed)
    keys = {name: twin_key(name) for name in names}
    if not sought:
        return list(keys)[:most]
    ranked: list[list[str]] = [[] for _ in range(4)]
    for name, key in keys.items():
        if (rank := _rank(name, key, sought)) is not None:
            ranked[rank].append(name)
    alike, begun, words, inside = ranked
    return list(dict.fromkeys((*alike, *begun, *words, *_slips(keys, sought), *inside)))[:most]


def taken(names: Sequence[str], typed: str) -> str:
    """The name that Enter means: one of the names, or the typed one as a new name.

    A name that is meant letter by letter is that name. Else the first offer is taken if it looks like the
    text or begins so, as a whole or in a level, or is spelled nearly so; a name that only has such a word
    or the text in it is another one.
    """
    name = name_of(typed)
    if not name or name in names:
        return name
    found = offers(names, name, 1)
    if not found:
        return name
    key, sought = twin_key(found[0]), twin_key(name)
    is_meant = _rank(found[0], key, sought) in {0, 1} or bool(_slips({found[0]: key}, sought))
    return found[0] if is_meant else name


def within(name: str, level: str) -> bool:
    """Whether a class is called so or stands under that level: `bird` has `bird/wren` in it."""
    return name == level or name.startswith(level + LEVELS)


def _rank(name: str, key: str, sought: str) -> int | None:
    levels = {key, *map(twin_key, name.split(LEVELS))}
    if sought in levels:
        return 0
    if any(_begins(level, sought) for level in levels):
        return 1
    if any(_begins(twin_key(part), sought) for part in name.split()):
        return 2
    return 3 if sought in key else None


def _begins(key: str, sought: str) -> bool:
    """Whether a key begins so; a number is not the beginning of a longer one."""
    is_cut = sought[-1].isdigit() and key[len(sought) : len(sought) + 1].isdigit()
    return key.startswith(sought) and not is_cut


def _slips(keys: dict[str, str], sought: str) -> list[str]:
    """The names that are spelled nearly so, with the same numbers in them."""
    if len(sought) < _SHORTEST:
        return []
    near = set(get_close_matches(sought, set(keys.values()), n=_MOST, cutoff=_LIKE))
    numbers = _NUMBER.findall(sought)
    return [name for name, key in keys.items() if key in near and _NUMBER.findall(key) == numbers]
