"""A level meter in dBFS with a line that holds the peak."""

import time

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.gui.text import db_text
from audioclf_gui.gui.theme import palette, theme_signals

_LOWEST_DB = -60.0
_HOT_DB = -6.0
_CLIPPED_DB = -0.1
_HOLD_S = 1.5
_FALL_DB_PER_S = 20.0
_LEAST_PX = 116
_WIDE_PX = 180


class LevelMeter(QWidget):
    """The bar is the loudness (RMS), the line the highest peak of the last moments."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rms_db = self._peak_db = self._held_db = -120.0
        self._held_at = 0.0
        self.setToolTip(self.tr("Level in dBFS: 0 is the loudest that can be recorded"))
        theme_signals.changed.connect(self.update)
        self._name()

    @property
    def held_db(self) -> float:
        """The peak that is held, in dBFS."""
        return self._held_db

    def set_levels(self, peak_db: float, rms_db: float) -> None:
        """Show the levels of the last sound, in dBFS."""
        now = time.monotonic()
        late_s = max(0.0, now - self._held_at - _HOLD_S)
        fallen = self._held_db - _FALL_DB_PER_S * late_s
        if peak_db >= fallen:
            self._held_db, self._held_at = peak_db, now
        elif late_s > 0.0:
            self._held_db, self._held_at = fallen, now - _HOLD_S
        self._peak_db, self._rms_db = peak_db, rms_db
        self._name()
        self.update()

    def clear(self) -> None:
        """Show silence."""
        self._rms_db = self._peak_db = self._held_db = -120.0
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Level {level}").format(level=db_text(self._held_db)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, self.fontMetrics().height() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, self.fontMetrics().height() + 4)

    def _number_width(self) -> int:
        """The room that the number has at the right, where no bar and no line reaches it."""
        return self.fontMetrics().horizontalAdvance(self._number(-88.8)) + 6

    def _number(self, db: float) -> str:
        text = db_text(db)
        return text if self.width() >= _WIDE_PX else text.removesuffix("FS")  # the tool tip has it all

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = palette()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 - self._number_width(), -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.button_edge))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(box, 3, 3)
        inner = box.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, start_db, stop_db in (
            (colours.good, _LOWEST_DB, _HOT_DB),
            (colours.warn, _HOT_DB, 0.0),
        ):
            shown_db = min(stop_db, self._rms_db)
            if shown_db > start_db:
                left, right = _place(start_db, inner), _place(shown_db, inner)
                painter.fillRect(QRectF(left, inner.top(), right - left, inner.height()), QColor(colour))
        self._paint_peak(painter, inner)
        painter.setPen(QColor(colours.text))
        painter.drawText(
            self.rect(),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self._number(self._held_db),
        )
        painter.end()

    def _paint_peak(self, painter: QPainter, inner: QRectF) -> None:
        if self._held_db > _LOWEST_DB:
            colour = palette().bad if self._held_db >= _CLIPPED_DB else palette().text
            left = _place(self._held_db, inner)
            painter.fillRect(QRectF(left - 1, inner.top(), 2, inner.height()), QColor(colour))


def _place(db: float, inner: QRectF) -> float:
    share = min(1.0, max(0.0, (db - _LOWEST_DB) / -_LOWEST_DB))
    return inner.left() + share * inner.width()
