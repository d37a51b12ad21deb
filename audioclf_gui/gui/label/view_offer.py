"""Offers a view that the sampling rate of a recording suggests."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QWidget

from audioclf_gui.audio.spectrogram_presets import ViewPreset, offered_view
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.time_pane import GUTTER
from audioclf_gui.gui.text import rate_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, row_layout

_LEFT, _TOP = GUTTER + 8, 32  # below what is said about an estimate, and clear of the read-out


class ViewOffer(QFrame):
    """Lies on the picture until it is taken or closed; nothing waits for an answer."""

    taken = Signal(object)  # ViewPreset
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setStyleSheet(
            "#offer { background: rgba(0, 0, 0, 190); border-radius: 4px; } #offer QLabel { color: #e8eaee; }"
        )
        self._preset: ViewPreset | None = None
        self.words = QLabel()
        self.take = button("")
        self.keep = button(self.tr("Keep this view"))
        row = row_layout(self.words, self.take, self.keep)
        row.setContentsMargins(8, 4, 4, 4)
        row.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # whatever is written, in whatever font
        self.setLayout(row)
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self._decline)
        self.hide()

    def offer_for(self, rate_hz: int) -> None:
        """Offer what a sampling rate suggests, if it suggests anything."""
        self._preset = offered_view(rate_hz)
        if self._preset is None:
            self.hide()
            return
        title = words(self._preset.title)
        self.words.setText(words(Text("Sampled at {rate}", rate=rate_text(rate_hz))))
        self.take.setText(words(Text("Show as for “{kind}”", kind=title)))
        self.take.setToolTip(
            self.tr("A band and colours that suit such recordings; the sliders below choose others")
        )
        self.move(_LEFT, _TOP)
        self.show()

    def _take(self) -> None:
        self.hide()
        if self._preset is not None:
            self.taken.emit(self._preset)

    def _decline(self) -> None:
        self.hide()
        self.declined.emit()
