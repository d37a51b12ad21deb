"""Through what sounds are compared, and the buttons that ask for clips by what they sound like."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.likeness import EAR_SETTING, models_of
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label
from audioclf_gui.jobs.heard_sounds import STATISTICS, USUAL_EAR, run_ear
from audioclf_gui.ml.listeners import LISTENERS
from audioclf_gui.ml.listeners.credit import notices


class LikenessBox(QWidget):
    """Offers every ear there is; the one that is chosen is remembered."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ear = QComboBox()
        self.ear.setAccessibleName(self.tr("Compare sounds through"))
        self.ear.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ear.setMinimumContentsLength(10)
        self.ear.setToolTip("\n".join(words(note) for key in LISTENERS for note in notices(key)))
        self.similar = button(self.tr("More like this"), self.tr("Show what sounds like the current clip"))
        speaks_for(self.similar, "review_similar")
        self.next = button(
            self.tr("Label next"),
            self.tr("Show the unlabelled clips from which most is learnt: doubtful ones, no two alike"),
        )
        speaks_for(self.next, "review_next")
        self.clusters = button(
            self.tr("Clusters"), self.tr("Sort the unlabelled clips into groups that sound alike")
        )
        speaks_for(self.clusters, "review_clusters")
        self.map = button(
            self.tr("Map"), self.tr("Show all clips in a plane, those that sound alike together")
        )
        speaks_for(self.map, "review_map")
        label = muted_label(self.tr("By sound, through"))
        label.setBuddy(self.ear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.ear, self.similar, self.next, self.clusters, self.map):
            row.addWidget(widget)
        self.ear.currentIndexChanged.connect(self._choose)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._show_ears()
        super().showEvent(event)

    def _show_ears(self) -> None:
        """Offer what there is now."""
        chosen = self._context.session.text(EAR_SETTING, USUAL_EAR)
        runs = [(self.tr("Run {number}").format(number=number), run_ear(number)) for number in self._runs()]
        listeners = [(words(known.name), key) for key, known in LISTENERS.items()]
        with QSignalBlocker(self.ear):
            self.ear.clear()
            for text, ear in (
                (self.tr("What suits"), USUAL_EAR),
                *reversed(runs),
                *listeners,
                (self.tr("Statistics"), STATISTICS),
            ):
                self.ear.addItem(text, ear)
            self.ear.setCurrentIndex(max(0, self.ear.findData(chosen)))

    def _runs(self) -> Sequence[int]:
        return sorted(models_of(self._context))

    def _choose(self) -> None:
        self._context.session.put(EAR_SETTING, self.ear.currentData())
