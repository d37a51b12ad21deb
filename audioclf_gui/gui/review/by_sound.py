"""What Review does by what clips sound like: its box in the queue's panel and its commands."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.clip import ClipId
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.likeness import Likeness
from audioclf_gui.gui.review.likeness_box import LikenessBox
from audioclf_gui.gui.review.queue_panel import QueuePanel


class BySound(QObject):
    """Finds clips by their sound for the queue; `current` says which one is looked at."""

    found = Signal(str, object)  # a title and tuple[ClipId | Answer, ...]

    def __init__(
        self, context: Context, panel: QueuePanel, current: Callable[[], ClipId | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.likeness = Likeness(context, self)
        self.likeness.found.connect(self.found)
        self._current = current
        self.box = LikenessBox(context)
        panel.body.insertWidget(panel.body.indexOf(panel.undo), self.box)
        self.handlers: dict[str, Callable[[], object]] = {
            "review_similar": self._find_similar,
            "review_next": self.likeness.find_next,
        }
        self.box.similar.clicked.connect(self._find_similar)
        self.box.next.clicked.connect(self.likeness.find_next)

    def _find_similar(self) -> None:
        self.likeness.find(self._current())
