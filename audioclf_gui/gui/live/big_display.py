"""What is heard now, in letters that can be read from the back of a class room."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.gui.live.heard_now import HeardNow
from audioclf_gui.gui.text import score_text
from audioclf_gui.gui.theme import palette
from audioclf_gui.gui.translate import words

_WIDTH, _HEIGHT = 0.9, 0.35  # of the column, which the word may fill
_NAME_HEIGHT = 0.05
_PROBE_PX = 100


class _HeardColumn(QWidget):
    """One model: its name above, the word in the middle, the score below."""

    def __init__(self) -> None:
        super().__init__()
        self._heard: HeardNow | None = None
        self._has_name = False

    def show_heard(self, heard: HeardNow, *, has_name: bool) -> None:
        """Show what a model hears; its name only where there is more than one."""
        self._heard, self._has_name = heard, has_name
        self.setAccessibleName(words(heard.text))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        heard = self._heard
        if heard is None:
            return
        colours, whole = palette(), QRectF(self.rect())
        with QPainter(self) as painter:
            text = words(heard.text)
            painter.setFont(self._fitting(text, whole))
            painter.setPen(QColor(colours.text if heard.is_certain else colours.muted))
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, text)
            small = QFont(self.font())
            small.setPixelSize(max(12, round(whole.height() * _NAME_HEIGHT)))
            painter.setFont(small)
            painter.setPen(QColor(colours.muted))
            above = whole.adjusted(0, whole.height() * 0.08, 0, 0)
            below = whole.adjusted(0, 0, 0, -whole.height() * 0.08)
            middle = Qt.AlignmentFlag.AlignHCenter
            if self._has_name:
                painter.drawText(above, middle | Qt.AlignmentFlag.AlignTop, heard.model)
            if heard.score is not None:
                painter.drawText(below, middle | Qt.AlignmentFlag.AlignBottom, score_text(heard.score))

    def _fitting(self, text: str, whole: QRectF) -> QFont:
        """The largest font in which the text has room."""
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(_PROBE_PX)
        width = QFontMetricsF(font).horizontalAdvance(text) or 1.0
        fitting = min(_PROBE_PX * whole.width() * _WIDTH / width, whole.height() * _HEIGHT)
        font.setPixelSize(max(12, round(fitting)))
        return font


class BigDisplay(QWidget):
    """A window of its own over the whole screen; Esc leaves it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("What is heard now"))
        self.columns = (_HeardColumn(), _HeardColumn())
        row = QHBoxLayout(self)
        for column in self.columns:
            row.addWidget(column, 1)
        self.columns[1].hide()

    def show_heard(self, heard: tuple[HeardNow, ...]) -> None:
        """Show what each model hears, side by side."""
        for column, one in zip(self.columns, heard, strict=False):
            column.show_heard(one, has_name=len(heard) > 1)
        self.columns[1].setVisible(len(heard) > 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)
