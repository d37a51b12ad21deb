"""What Review does by what clips sound like: the strip above the grid, the map beside it, the commands."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.likeness import Likeness
from audioclf_gui.gui.review.cluster_bar import ClusterBar
from audioclf_gui.gui.review.likeness_box import LikenessBox
from audioclf_gui.gui.review.sound_map import SoundMap
from audioclf_gui.gui.widgets import MARGIN


class BySound(QObject):
    """Finds clips by their sound for the queue; `current` says which one is looked at."""

    found = Signal(str, object)  # a title and tuple[ClipId | Answer, ...]

    def __init__(self, context: Context, current: Callable[[], ClipId | None], parent: QObject) -> None:
        super().__init__(parent)
        self.likeness = Likeness(context, self)
        self.likeness.found.connect(self.found)
        self._current = current
        self.box = LikenessBox(context)
        self.handlers: dict[str, Callable[[], object]] = {
            "review_similar": self._find_similar,
            "review_next": self.likeness.find_next,
            "review_clusters": self.likeness.find_clusters,
            "review_map": self._toggle_map,
        }
        self.box.similar.clicked.connect(self._find_similar)
        self.box.next.clicked.connect(self.likeness.find_next)
        self.box.clusters.clicked.connect(self.likeness.find_clusters)
        self.cluster_bar = ClusterBar(context)
        self.cluster_bar.chosen.connect(self.found)
        self.map = SoundMap(context)
        self.map.chosen.connect(self.found)
        self.likeness.mapped.connect(self.map.show_map)
        self.box.map.clicked.connect(self._toggle_map)
        self.likeness.clustered.connect(self.cluster_bar.show_clusters)

    def around(self, grid: QWidget) -> QVBoxLayout:
        """The strip above the grid, and the map beside it."""
        strip, below, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for layout in (strip, below, column):
            layout.setSpacing(MARGIN)
        strip.addWidget(self.box)
        strip.addWidget(self.cluster_bar)
        strip.addStretch(1)
        below.addWidget(self.map, 1)
        below.addWidget(grid, 1)
        column.addLayout(strip)
        column.addLayout(below, 1)
        return column

    def _toggle_map(self) -> None:
        if self.map.isHidden():
            self.likeness.find_map()
        else:
            self.map.hide()

    def _find_similar(self) -> None:
        self.likeness.find(self._current())
