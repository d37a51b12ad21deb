"""JSON whose values know where they stand, so that a changed one is written and all else keeps its bytes."""

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from json import JSONDecodeError, dumps
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed lacks it
from typing import TypeAlias

from audioclf_gui.formats.text import Change

_BLANK = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null", re.ASCII)
_CONSTANTS = {"true": True, "false": False, "null": None}
_DEEPEST = 100  # no format has values so deep; a hostile file would have the reader run out of stack

Scalar: TypeAlias = str | float | bool | None


class BadJsonError(ValueError):
    """A text that does not go on as JSON."""

    def __init__(self, position: int) -> None:
        super().__init__(f"no JSON from character {position} on")
        self.position = position


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands in the text."""

    start: int
    stop: int
    value: Scalar = None  # of a text, a number, true, false, null
    items: tuple["Node", ...] = ()  # of a list
    members: Mapping[str, "Node"] = field(default_factory=dict)  # of an object
    kind: str = "scalar"  # or list, or object

    def get(self, *path: str) -> "Node":
        """The value below, of an object in an object and so on; `NOTHING` where there is none."""
        node = self
        for name in path:
            node = node.members.get(name, NOTHING)
        return node

    @property
    def text(self) -> str:
        """The text that it is; empty if it is none."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def number(self) -> float | None:
        """The number that it is; None if it is none, or greater than numbers can be."""
        return self.value if isinstance(self.value, float) and math.isfinite(self.value) else None


NOTHING = Node(-1, -1)


def parsed(text: str) -> Node:
    """The value that a text is; BadJsonError if it is none."""
    try:
        node = _value(text, _after_blank(text, 0), 0)
    except (JSONDecodeError, IndexError) as error:
        raise BadJsonError(getattr(error, "pos", len(text))) from error
    if _after_blank(text, node.stop) != len(text):
        raise BadJsonError(node.stop)
    return node


def _after_blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return at if found is None else found.end()


def _value(text: str, at: int, depth: int) -> Node:
    if depth > _DEEPEST:
        raise BadJsonError(at)
    first = text[at]
    if first == '"':
        value, stop = scanstring(text, at + 1, True)
        return Node(at, stop, value)
    if first == "[":
        return _list(text, at, depth)
    if first == "{":
        return _object(text, at, depth)
    found = _PLAIN.match(text, at)
    if found is None:
        raise BadJsonError(at)
    return Node(at, found.end(), _CONSTANTS[found[0]] if found[0] in _CONSTANTS else float(found[0]))


def _list(text: str, start: int, depth: int) -> Node:
    items: list[Node] = []
    at = _after_blank(text, start + 1)
    while text[at] != "]":
        if items:
            at = _after_blank(text, _past(text, at, ","))
        items.append(_value(text, at, depth + 1))
        at = _after_blank(text, items[-1].stop)
    return Node(start, at + 1, items=tuple(items), kind="list")


def _object(text: str, start: int, depth: int) -> Node:
    members: dict[str, Node] = {}
    at, is_first = _after_blank(text, start + 1), True
    while text[at] != "}":
        if not is_first:
            at = _after_blank(text, _past(text, at, ","))
        is_first = False
        name, at = scanstring(text, _past(text, at, '"'), True)
        at = _after_blank(text, _past(text, _after_blank(text, at), ":"))
        members[name] = _value(text, at, depth + 1)
        at = _after_blank(text, members[name].stop)
    return Node(start, at + 1, members=members, kind="object")


def _past(text: str, at: int, sign: str) -> int:
    if text[at] != sign:
        raise BadJsonError(at)
    return at + 1


def list_changes(
    text: str, node: Node, dropped: Collection[int], inserted: Sequence[tuple[int, str]]
) -> list[Change]:
    """The changes of a text that take items out of a list and put others in.

    Parameters
    ----------
    dropped
        The places of the items that go.
    inserted
        The place before which each new one comes, in order, and its text.
    """
    kept = [place for place in range(len(node.items)) if place not in dropped]
    between = _between(text, node)
    changes = [_dropped(node, place, has_before=bool(kept) and kept[0] < place) for place in sorted(dropped)]
    late: list[str] = []
    for before, new in inserted:
        after = bisect_left(kept, before)
        if after == len(kept):
            late.append(new)
        else:
            start = node.items[kept[after]].start
            changes.append((start, start, new + between))
    if late and kept:
        stop = node.items[kept[-1]].stop
        changes.append((stop, stop, "".join(between + new for new in late)))
    elif late and node.items:
        changes.append((node.items[0].start, node.items[0].start, between.join(late)))
    elif late:
        changes.append((node.start + 1, node.stop - 1, f"\n{between.join(late)}\n"))
    return changes


def _dropped(node: Node, place: int, *, has_before: bool) -> Change:
    """An item with the comma before it, or where none stays before it, with the one behind."""
    item = node.items[place]
    if has_before:
        return node.items[place - 1].stop, item.stop, ""
    is_last = place == len(node.items) - 1
    return item.start, item.stop if is_last else node.items[place + 1].start, ""


def _between(text: str, node: Node) -> str:
    """What stands between two items of a list."""
    if len(node.items) > 1:
        return text[node.items[0].stop : node.items[1].start]
    lead = text[node.start + 1 : node.items[0].start] if node.items else "\n"
    return f",{lead or ' '}"


def member_change(node: Node, members: Mapping[str, str]) -> Change:
    """The change of a text that gives an object more members, by the texts of their values."""
    stop = max((one.stop for one in node.members.values()), default=node.start + 1)
    lead = ", " if node.members else ""
    new = ", ".join(f"{dumps(name)}: {value}" for name, value in members.items())
    return stop, stop, lead + new
