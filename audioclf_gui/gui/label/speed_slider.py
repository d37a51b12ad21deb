"""A speed by slider, by its marks or as a number; each doubling takes the same way."""

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSlider, QWidget
from typing_extensions import override

from audioclf_gui.audio.play_settings import FASTEST, SLOWEST, SPEEDS
from audioclf_gui.core.text import Text
from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import indent, link_button

_STEPS = 600
_CATCH = 0.02  # of the whole way: so near to a mark the slider goes there
_HANDLE_PX = 12
_LEAST_PX = 280


class SpeedSlider(QWidget):
    """Tells the speed that is chosen as a number of times."""

    changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 12)
        self.slider.setMinimumWidth(_LEAST_PX)
        self.slider.setAccessibleName(self.tr("Speed"))
        self.box = NumberBox()
        indent(self.box)
        self.box.setRange(SLOWEST, FASTEST)
        self.box.setDecimals(2)
        self.box.setSingleStep(0.05)
        self.box.setSuffix("×")
        self.box.setKeyboardTracking(False)
        self.box.setAccessibleName(self.tr("Speed as a number"))
        self.marks = {
            speed: link_button(
                shown_number(speed, "g"), words(Text("Speed {speed}×", speed=shown_number(speed, "g")))
            )
            for speed in SPEEDS
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.slider, 0, 0)
        grid.addWidget(self.box, 0, 1, 2, 1)
        self._scale = QWidget()
        self._scale.setFixedHeight(22)
        grid.addWidget(self._scale, 1, 0)
        for speed, mark in self.marks.items():
            mark.setParent(self._scale)
            mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the slider has the same by keys
            mark.clicked.connect(lambda _=False, speed=speed: self._choose(speed))
        self.slider.valueChanged.connect(self._slide)
        self.box.valueChanged.connect(self._choose)
        self.set_speed(1.0)
        self._explain()

    def _explain(self) -> None:
        self.slider.setWhatsThis(
            self.tr(
                "How fast the sound is played, from a twentieth to four times the recorded speed. The "
                "marks below are usual speeds."
            )
        )
        self.box.setWhatsThis(self.tr("The same speed to be typed: 1 is as recorded, 0.5 half as fast."))

    @property
    def speed(self) -> float:
        """What is chosen."""
        return self.box.value()

    def set_speed(self, speed: float) -> None:
        """Show a speed without telling of it."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.box):
            self.slider.setValue(round(_way(speed) * _STEPS))
            self.box.setValue(speed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.slider.width() - _HANDLE_PX
        for speed, mark in self.marks.items():
            mark.adjustSize()
            middle = _HANDLE_PX / 2 + _way(speed) * room
            left = min(max(round(middle - mark.width() / 2), 0), self.slider.width() - mark.width())
            mark.move(left, 0)

    def _slide(self, step: int) -> None:
        way = step / _STEPS
        mark = min(SPEEDS, key=lambda speed: abs(_way(speed) - way))
        is_near = self.slider.isSliderDown() and abs(_way(mark) - way) < _CATCH
        self._choose(mark if is_near else round(SLOWEST * (FASTEST / SLOWEST) ** way, 2))

    def _choose(self, speed: float) -> None:
        self.set_speed(speed)
        self.changed.emit(speed)


def _way(speed: float) -> float:
    """How far from the slowest to the fastest it is, 0 to 1."""
    return math.log(speed / SLOWEST) / math.log(FASTEST / SLOWEST)
