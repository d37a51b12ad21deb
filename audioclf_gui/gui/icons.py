"""Icons of Material Design by name, in the colours of the theme in use."""

import importlib
from types import ModuleType

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from audioclf_gui.core.resources import resources
from audioclf_gui.gui.theme import palette

_FONT = "mdi6"


class _Glyph(QIconEngine):
    """Draws one character of the icon font when it is needed, so that a theme's change is seen at once.

    QtAwesome, which brings the font, is imported at the first drawing: it takes longer than the
    rest of an empty window.
    """

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setFont(make_icon_font(round(0.95 * min(rect.width(), rect.height()))))
        painter.setPen(self._pen(mode))
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignCenter, load_icon_font().charmap(f"{_FONT}.{self._name}")
        )
        painter.restore()

    def _pen(self, mode: QIcon.Mode) -> QColor:
        colours = palette()
        if mode == QIcon.Mode.Disabled:
            return QColor(colours.disabled)
        return QColor(getattr(colours, self._colour))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        result = QPixmap(size)
        result.fill(Qt.GlobalColor.transparent)
        with QPainter(result) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return result

    @override
    def clone(self) -> QIconEngine:
        return _Glyph(self._name, self._colour)


def load_icon_font() -> ModuleType:
    """Import what brings the font; whoever does it before the first drawing saves the window a pause."""
    return importlib.import_module("qtawesome")


def make_icon_font(pixels: int = 16) -> QFont:
    """The font of that size; the first one takes a moment, which nobody minds before a project is shown."""
    font: QFont = load_icon_font().font(_FONT, pixels)
    return font


def icon(name: str, colour: str = "text") -> QIcon:
    """The Material Design icon called `name` ("play", "folder-open"); `colour` is a field of `Palette`."""
    return QIcon(_Glyph(name, colour))


def program_icon() -> QIcon:
    """The icon of the program itself."""
    return QIcon(str(resources() / "icons" / "audioclf.png"))
