"""How the microphone differs from the recordings of the model, and the switch of what makes up for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, row_layout, set_role
from audioclf_gui.jobs.listen import NOT_EQUALISED, Opened

if TYPE_CHECKING:
    from audioclf_gui.ml.equaliser import MicrophoneSound

_KEY = "live/equaliser"


class MicrophoneLine(QWidget):
    """A line that is there only once there is something to say, or the equaliser is on."""

    switched = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.words = ElidedLabel()
        self.equaliser = QCheckBox(self.tr("Equaliser"))
        self.equaliser.setAccessibleName(self.tr("Equaliser"))
        self.equaliser.setChecked(session.flag(_KEY, False))
        self.equaliser.toggled.connect(self._switch)
        row = row_layout(self.words, self.equaliser)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.clear()

    @property
    def is_equalised(self) -> bool:
        """Whether a difference is to be made up for."""
        return self.equaliser.isChecked()

    def clear(self) -> None:
        """Another sitting begins, at which nothing is known yet."""
        self.words.set_text(
            self.tr("The equaliser begins when 20 s of sound were heard.") if self.is_equalised else ""
        )
        set_role(self.words, "muted")
        self.equaliser.setToolTip(
            self.tr("Make up for a microphone that sounds different from the recordings of the model")
        )
        self.setVisible(self.is_equalised)

    def begin(self, opened: Opened) -> None:
        """Say so if this model cannot be compared with."""
        if self.is_equalised and not opened.can_equalise:
            self.words.set_text(words(NOT_EQUALISED))
            set_role(self.words, "warn")

    def show_sound(self, sound: "MicrophoneSound") -> None:
        """Say how it differs; the tool tip has the gain of every band."""
        self.words.set_text(words(sound.told))
        set_role(self.words, "warn" if sound.is_different and not sound.is_applied else "muted")
        edges = sound.edges_hz
        gains = [
            Text("{low_hz:.0f} to {high_hz:.0f} Hz: {db:+.1f} dB", low_hz=low, high_hz=high, db=gain)
            for low, high, gain in zip(edges[:-1], edges[1:], sound.gains_db, strict=True)
        ]
        self.equaliser.setToolTip(words(listed(gains, "\n")))
        self.setVisible(sound.is_different or self.is_equalised)

    def _switch(self, is_on: bool) -> None:
        self._session.put(_KEY, is_on)
        self.switched.emit()
