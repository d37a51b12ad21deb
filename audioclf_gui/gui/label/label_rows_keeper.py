"""When the rows of the table of labels are made anew, in the background, and when they are only patched."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label_rows import LabelRows, rows_of
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.tasks import answering

_MADE_AT_ONCE, _COMPARED_AT_ONCE = 5000, 100_000
"""So many labels become rows, and so many are compared with their rows, within a few frames."""
_CLIPS_AT_ONCE = 300
"""In so many clips an edit has changed few labels, or few clips have many."""


class RowsKeeper(QObject):
    """Tells what has become of labels while somebody looks; while nobody does, nothing is done."""

    made = Signal(object)  # LabelRows, all of them
    changed = Signal(object)  # frozenset[ClipId]: their rows are to be patched

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._document = context.document
        self._is_awake = False
        self._is_stale = True  # whether all rows are to be made anew
        self._is_making = False
        self._dirty: set[ClipId] = set()
        self._document.labels_changed.connect(self._take_labels)
        self._document.clips_changed.connect(self._take_clips)

    @property
    def is_making(self) -> bool:
        """Whether rows are being made in the background."""
        return self._is_making

    def wake(self) -> None:
        """Somebody looks."""
        self._is_awake = True
        if self._is_stale:
            self._make()

    def sleep(self) -> None:
        """Nobody looks any more."""
        self._is_awake = False

    def _take_clips(self) -> None:
        self._is_stale = True
        if self._is_awake:
            self._make()

    def _take_labels(self, clip_ids: frozenset[ClipId]) -> None:
        if not self._is_awake:
            self._is_stale = True
        elif self._is_making:
            self._dirty |= clip_ids
        elif len(clip_ids) <= _CLIPS_AT_ONCE and _count(self._document.view, clip_ids) <= _COMPARED_AT_ONCE:
            self.changed.emit(clip_ids)
        else:
            self._take_clips()

    def _make(self) -> None:
        if self._is_making:
            return
        view = self._document.view
        self._is_stale = False
        self._dirty.clear()
        if _count(view, (clip.id for clip in view.clips)) <= _MADE_AT_ONCE:
            self.made.emit(rows_of(view))
            return
        self._is_making = True
        work = answering(partial(rows_of, view))
        self._context.start(work, Text("Listing labels"), on_done=self._take_rows, on_ended=self._end)

    def _take_rows(self, rows: LabelRows) -> None:
        self._is_making = False
        self.made.emit(rows)

    def _end(self) -> None:
        """Catch up with what has happened meanwhile."""
        self._is_making = False
        dirty = frozenset(self._dirty)
        self._dirty.clear()
        if not self._is_awake:
            self._is_stale = self._is_stale or bool(dirty)
        elif self._is_stale:
            self._make()
        elif dirty:
            self._take_labels(dirty)


def _count(view: CatalogueView, clip_ids: Iterable[ClipId]) -> int:
    return sum(len(view.labels(clip_id)) for clip_id in clip_ids)
