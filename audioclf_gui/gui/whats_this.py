"""What's this?: the next click on a control, or Return on the one with the keyboard, tells what it does."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QLabel, QWhatsThis, QWidget
from typing_extensions import override

_QUESTIONS = {QEvent.Type.QueryWhatsThis, QEvent.Type.WhatsThis}
_PRESSES = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
_TELLING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class WhatsThisMode(QObject):
    """Explains one control, then ends; only meanwhile it hears the whole program's events, at their price."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """Let the next click explain instead of act."""
        QWhatsThis.enterWhatsThisMode()
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)  # after Qt's own, so that it is asked before that

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.LeaveWhatsThisMode:
            if (app := QApplication.instance()) is not None:
                app.removeEventFilter(self)
        elif kind == QEvent.Type.Close and watched is self._window:
            QWhatsThis.leaveWhatsThisMode()
        elif not isinstance(watched, QWidget) or watched.testAttribute(Qt.WidgetAttribute.WA_CustomWhatsThis):
            return False  # a menu opens as ever, and tells of its commands by itself
        elif kind in _QUESTIONS and isinstance(event, QHelpEvent):
            return _answer(watched, event)
        elif kind in _PRESSES and isinstance(event, QKeyEvent):
            return _on_key(watched, event)
        return False


def explanation(widget: QWidget, place: QPoint) -> str:
    """What is said of the innermost part that anything is said of, at or around a place on the screen."""
    part: QWidget | None = widget
    while part is not None:
        if text := _own_explanation(part, place):
            return text
        part = None if part.isWindow() else part.parentWidget()
    return ""


def _own_explanation(part: QWidget, place: QPoint) -> str:
    if isinstance(part, QLabel) and (named := part.buddy()) is not None:
        return explanation(named, place)
    if isinstance(part, QHeaderView) and (text := _of_section(part, place)):
        return text
    return part.whatsThis() or part.toolTip()


def _of_section(header: QHeaderView, place: QPoint) -> str:
    section = header.logicalIndexAt(header.viewport().mapFromGlobal(place))
    tip = header.model().headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
    return "" if tip is None else str(tip)


def _answer(asked: QWidget, event: QHelpEvent) -> bool:
    text = explanation(asked, event.globalPos())
    event.setAccepted(bool(text))
    if text and event.type() == QEvent.Type.WhatsThis:
        QWhatsThis.showText(event.globalPos(), text, asked)
    return True


def _on_key(holder: QWidget, event: QKeyEvent) -> bool:
    """Keep the keys that tell or leave from what they would do; Qt leaves the mode on any other key."""
    if event.type() == QEvent.Type.ShortcutOverride:
        is_ours = event.key() in {*_TELLING_KEYS, Qt.Key.Key_Escape}
        event.setAccepted(is_ours)
        return is_ours
    place = holder.mapToGlobal(holder.rect().center())
    text = explanation(holder, place) if event.key() in _TELLING_KEYS else ""
    if text:
        QWhatsThis.showText(place, text, holder)
    return bool(text)
