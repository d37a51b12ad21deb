"""Clusters of clips that sound alike: one of them in the grid, and a class for all that are in it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import primary_button
from audioclf_gui.jobs.cluster_clips import ClipClusters
from audioclf_gui.jobs.edit_clips import LabelUnlabelled


class ClusterBar(QWidget):
    """Shown once there are clusters; those of which every clip has a label are left out."""

    chosen = Signal(str, object)  # a title and tuple[ClipId, ...]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clusters: tuple[tuple[ClipId, ...], ...] = ()
        self._heard_by = Text.plain("")
        self.cluster, self.given = QComboBox(), QComboBox()
        for box, name in ((self.cluster, self.tr("Cluster")), (self.given, self.tr("Class of the cluster"))):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self.given.setEditable(True)
        self.label = primary_button(
            self.tr("Label the cluster"),
            self.tr(
                "Give all its clips without a label this class, as one step; take the odd ones out first"
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.cluster, self.given, self.label):
            row.addWidget(widget)
        self.hide()
        self.cluster.currentIndexChanged.connect(self._choose)
        self.label.clicked.connect(self._label)

    def show_clusters(self, found: ClipClusters) -> None:
        """Offer them, and show the largest one."""
        self._clusters = (*found.clusters, *((found.loose,) if found.loose else ()))
        self._heard_by = found.heard_by
        with QSignalBlocker(self.cluster), QSignalBlocker(self.given):
            self.cluster.clear()
            for number, clips in enumerate(self._clusters, 1):
                self.cluster.addItem(words(Text("Cluster {number} ({n})", number=number, n=len(clips))))
            self.given.clear()
            self.given.addItems([known.name for known in self._context.document.view.classes])
            self.given.setCurrentIndex(-1)
            self.given.clearEditText()
        self.show()
        self._choose()

    def _choose(self) -> None:
        place = self.cluster.currentIndex()
        if place >= 0:
            title = Text("{cluster}, through {ear}", cluster=self.cluster.currentText(), ear=self._heard_by)
            self.chosen.emit(words(title), self._clusters[place])

    def _label(self) -> None:
        """Label what has no label yet, and go on to the next cluster."""
        name, place = self.given.currentText().strip(), self.cluster.currentIndex()
        if not name or place < 0:
            self._context.status(self.tr("Name the class first."))
            self.given.setFocus()
            return
        view = self._context.document.view
        clips = [one for one in self._clusters[place] if not view.labels(one)]
        self._context.edit(LabelUnlabelled(dict.fromkeys(clips, (name,))), self._go_on)

    def _go_on(self, labelled: int) -> None:
        self._context.status(words(Text("{n} clip labelled", "{n} clips labelled", n=labelled)))
        self.given.clearEditText()
        self.cluster.setCurrentIndex(min(self.cluster.currentIndex() + 1, self.cluster.count() - 1))
