"""A queue as a project keeps it until the program is started again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.review.queue import Entry, Order, Show, translated

SETTING = "review queue"
_MOST = 5000  # longer ones are made anew: their clips that were judged are gone from them then


@dataclass(frozen=True, slots=True)
class KeptQueue:
    """What was chosen, and which clips that came to.

    Attributes
    ----------
    confirmed, upheld : frozenset of ClipId
        Clips that were judged without an edit: what they have is right.
    """

    show: Show
    order: Order
    class_id: ClassId | None
    title: str  # of clips that were handed over
    entries: tuple[Entry, ...]
    confirmed: frozenset[ClipId] = frozenset()
    upheld: frozenset[ClipId] = frozenset()

    def to_json(self) -> dict[str, object] | None:
        """As JSON holds it; None if it is not to be kept."""
        if not self.entries or len(self.entries) > _MOST:
            return None
        return {
            "show": self.show.name,
            "order": self.order.name,
            "class": self.class_id,
            "title": self.title,
            "entries": [
                [entry.clip_id, list(entry.proposed), entry.score, list(entry.before)]
                for entry in self.entries
            ],
            "confirmed": sorted(self.confirmed),
            "upheld": sorted(self.upheld),
        }


def queue_from_json(kept: object, view: CatalogueView) -> KeptQueue | None:
    """What `to_json` wrote, of the clips and classes that are there; None if nothing is left of it."""
    if not isinstance(kept, dict):
        return None
    try:
        entries = tuple(_entries(kept, view))
        found = KeptQueue(
            Show[kept["show"]],
            Order[kept["order"]],
            None if kept["class"] is None else ClassId(int(kept["class"])),
            str(kept["title"]),
            entries,
            frozenset(map(ClipId, kept["confirmed"])),
            frozenset(map(ClipId, kept["upheld"])),
        )
    except (KeyError, TypeError, ValueError):  # of another version
        return None
    return found if entries else None


def _entries(kept: Mapping[str, Any], view: CatalogueView) -> Iterator[Entry]:
    for clip_id, proposed, score, before in kept["entries"]:
        clip = view.clips_by_id.get(clip_id)
        if clip is not None and not clip.removed:
            yield translated(Entry(clip_id, tuple(proposed), score, tuple(before)), view)
