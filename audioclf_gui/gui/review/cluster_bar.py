"""Clusters of clips that sound alike: one of them in the grid, and a class for all that are in it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.review.bulk_label import BulkLabel
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.cluster_clips import ClipClusters


class ClusterBar(QWidget):
    """Shown once there are clusters; those of which every clip has a label are left out."""

    chosen = Signal(str, object)  # a title and tuple[ClipId, ...]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clusters: tuple[tuple[ClipId, ...], ...] = ()
        self._heard_by = Text.plain("")
        self.cluster = QComboBox()
        self.cluster.setAccessibleName(self.tr("Cluster"))
        self.cluster.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cluster.setMinimumContentsLength(10)
        self.bulk = BulkLabel(
            context,
            self.tr("Class of the cluster"),
            self.tr("Label the cluster"),
            self.tr(
                "Give all its clips without a label this class, as one step; take the odd ones out first"
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.cluster)
        row.addWidget(self.bulk)
        self.hide()
        self.cluster.currentIndexChanged.connect(self._choose)
        self.bulk.labelled.connect(self._go_on)

    def show_clusters(self, found: ClipClusters) -> None:
        """Offer them, and show the largest one."""
        self._clusters = (*found.clusters, *((found.loose,) if found.loose else ()))
        self._heard_by = found.heard_by
        with QSignalBlocker(self.cluster):
            self.cluster.clear()
            for number, clips in enumerate(self._clusters, 1):
                self.cluster.addItem(words(Text("Cluster {number} ({n})", number=number, n=len(clips))))
        self.show()
        self._choose()

    def _choose(self) -> None:
        place = self.cluster.currentIndex()
        self.bulk.offer(self._clusters[place] if place >= 0 else ())
        if place >= 0:
            title = Text("{cluster}, through {ear}", cluster=self.cluster.currentText(), ear=self._heard_by)
            self.chosen.emit(words(title), self._clusters[place])

    def _go_on(self) -> None:
        self.cluster.setCurrentIndex(min(self.cluster.currentIndex() + 1, self.cluster.count() - 1))
