"""The lists of a file of Whombat, which refer to one another by number or name, and what comes to them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count
from json import dumps
from uuid import NAMESPACE_URL, uuid5

from audioclf_gui.formats.json_text import NOTHING, Node, list_changes, member_change
from audioclf_gui.formats.labels.whombat_annotations import ANNOTATIONS, Tag, WhombatFile
from audioclf_gui.formats.text import Change

EVENTS, CLIPS, ANNOTATED_CLIPS = "sound_events", "clips", "clip_annotations"
NAMES = ("tags", "recordings", CLIPS, EVENTS, ANNOTATIONS, ANNOTATED_CLIPS, "tasks")


class ListEdits:
    """What goes from the lists of a file, and what comes to them, until all is written at once."""

    def __init__(self, file: WhombatFile) -> None:
        self._file = file
        self._gone: defaultdict[str, set[int]] = defaultdict(set)
        self._new: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._numbers = {tag: number for number, tag in reversed(list(file.tags.items()))}
        self._last = max(file.tags, default=-1.0)
        self._counts: defaultdict[str, Iterator[int]] = defaultdict(count)
        self._taken = {one.get("uuid").text for name in NAMES for one in self._items(name)}

    def _items(self, name: str) -> tuple[Node, ...]:
        return self._file.data.get(name).items

    def drop(self, name: str, place: int) -> None:
        """Take an item out of a list."""
        self._gone[name].add(place)

    def add(self, name: str, value: Mapping[str, object], place: int | None = None) -> None:
        """Put an object into a list before the item at `place`, or behind all."""
        at = len(self._items(name)) if place is None else place
        self._new[name].append((at, as_json(value)))

    def number(self, tag: Tag) -> int:
        """The number of a tag, which the list of tags gets if it lacks it."""
        if tag not in self._numbers:
            self._numbers[tag] = self._last = self._last + 1
            self.add("tags", {"id": int(self._last), "key": tag[0], "value": tag[1]})
        return int(self._numbers[tag])

    def fresh(self, kind: str) -> str:
        """A name that nothing in the file has; the same for the same edit of the same file."""
        seed = self._file.data.get("uuid").text
        names = (str(uuid5(NAMESPACE_URL, f"{seed} {kind} {number}")) for number in self._counts[kind])
        name = next(one for one in names if one not in self._taken)
        self._taken.add(name)
        return name

    def changes(self) -> list[Change]:
        """All of them as changes of the text."""
        data, text = self._file.data, self._file.source.text
        found: list[Change] = []
        missing: dict[str, str] = {}
        for name in NAMES:
            node, gone, new = data.get(name), self._gone[name], self._new[name]
            if node.items:
                found += list_changes(text, node, gone, new) if gone or new else []
            elif new:
                rows = [row for _, row in new]
                # tags stand in one line, so that a new one changes that line only
                whole = f"[{', '.join(rows)}]" if name == "tags" else "[\n" + ",\n".join(rows) + "\n]"
                if node is NOTHING:
                    missing[name] = whole
                else:
                    found.append((node.start, node.stop, whole))
        return [*found, member_change(data, missing)] if missing else found


def as_json(value: object) -> str:
    """A value as the text that stands for it."""
    return dumps(value, ensure_ascii=False)
