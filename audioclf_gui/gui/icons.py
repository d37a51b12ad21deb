"""Icons of Material Design by name, in the colours of the theme in use."""

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from audioclf_gui.core.resources import resources
from audioclf_gui.gui.theme import palette

_PACKAGE = "qtawesome"
"""Brings the font. It is not imported, for it would load eleven other fonts, too, and check their sums."""
_FONT = "materialdesignicons6-webfont-*.ttf"
_CHARACTERS = "materialdesignicons6-webfont-charmap-*.json"


class _Glyph(QIconEngine):
    """Draws one character of the icon font when it is needed, so that a theme's change is seen at once."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setFont(icon_font(round(0.95 * min(rect.width(), rect.height()))))
        painter.setPen(self._pen(mode))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chr(int(icon_characters()[self._name], 16)))
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


@cache
def icon_characters() -> dict[str, str]:
    """The hexadecimal code of each icon's character; reading them takes a few milliseconds, once."""
    characters: dict[str, str] = json.loads(_font_file(_CHARACTERS).read_bytes())
    return characters


def icon_font(pixels: int = 16) -> QFont:
    """The font of that size; the first one takes a moment, which nobody minds before a project is shown."""
    font = QFont(_family())
    font.setPixelSize(pixels)
    return font


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_font_file(_FONT)))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _font_file(pattern: str) -> Path:
    package = importlib.util.find_spec(_PACKAGE)
    if package is None or package.origin is None:
        raise ModuleNotFoundError(f"No module named {_PACKAGE!r}", name=_PACKAGE)
    return next((Path(package.origin).parent / "fonts").glob(pattern))


def icon(name: str, colour: str = "text") -> QIcon:
    """The Material Design icon called `name` ("play", "folder-open"); `colour` is a field of `Palette`."""
    return QIcon(_Glyph(name, colour))


def program_icon() -> QIcon:
    """The icon of the program itself."""
    return QIcon(str(resources() / "icons" / "audioclf.png"))
