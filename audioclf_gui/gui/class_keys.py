"""The keys of classes: 1 to 9 and 0, wherever a keyboard has them; Alt with them turns to other classes.

On a French keyboard the digits of the top row need Shift, on a German one Shift makes other signs of them,
and Shift with the number pad makes arrows. So the key counts, and Shift says what is done with the class.
"""

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from audioclf_gui.gui.command import CLASS_KEYS

_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_BESIDE = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_TYPED_INTO = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)

_ROWS: Mapping[str, tuple[int, ...]] = {
    "linux": tuple(range(10, 20)),  # X11 and Wayland: what evdev calls it, and 8 more
    "win32": tuple(range(2, 12)),
    "darwin": (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1D),  # virtual keys, kVK_ANSI_1 …
}
_PADS: Mapping[str, tuple[int, ...]] = {
    "linux": (87, 88, 89, 83, 84, 85, 79, 80, 81, 90),
    "win32": (0x4F, 0x50, 0x51, 0x4B, 0x4C, 0x4D, 0x47, 0x48, 0x49, 0x52),
}
"""The keys 1 to 9 and 0 of the top row and of the number pad, as each system numbers them."""


class ClassPages(QObject):
    """Which ten classes the digits mean; the same ones in every workspace of a project."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = 0

    def shown(self, classes: int) -> int:
        """The page of a project with so many classes; there is always a first one."""
        return min(self._page, max(classes - 1, 0) // len(CLASS_KEYS))

    def turn_to(self, page: int, classes: int) -> None:
        """Let the digits mean the classes of another page; one that is not there leaves them as they are."""
        if 0 <= page <= max(classes - 1, 0) // len(CLASS_KEYS) and page != self.shown(classes):
            self._page = page
            self.changed.emit()

    def place(self, digit: int, classes: int) -> int:
        """The place of the class that a digit, 0 to 9, means among all."""
        return self.shown(classes) * len(CLASS_KEYS) + digit

    def key(self, place: int, classes: int) -> str:
        """The key of the class at a place; empty if it has none on this page."""
        digit = place - self.place(0, classes)
        return CLASS_KEYS[digit] if 0 <= digit < len(CLASS_KEYS) else ""


class ClassKeys(QObject):
    """Lets the digits mean classes while the keyboard is in `owner`, and in no field that is typed into.

    Parameters
    ----------
    press
        Called with the place of the class, 0 to 9, and whether Shift was held down.
    turn
        Called with the place of the key, 0 to 9, that was pressed with Alt.
    repeats
        Whether a key that is held down goes on giving its class; with Shift it never does.
    """

    def __init__(
        self,
        owner: QWidget,
        press: Callable[[int, bool], object],
        turn: Callable[[int], object],
        *,
        repeats: bool,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._press = press
        self._turn = turn
        self._repeats = repeats
        owner.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is not self._owner:
                watched.removeEventFilter(self)
            return self._take(event)
        return False

    def _claim(self, event: QKeyEvent) -> bool:
        """Have a digit come to whatever has the keyboard as a key, not as a shortcut, and take it there."""
        focused = QApplication.focusWidget()
        if place_of(event) is None or isinstance(focused, _TYPED_INTO):
            return False
        event.accept()
        if focused is not None and focused is not self._owner:
            focused.installEventFilter(self)
        return True

    def _take(self, event: QKeyEvent) -> bool:
        place = place_of(event)
        if place is None:
            return False
        if event.modifiers() & _ALT:
            self._turn(place)
            return True
        with_shift = bool(event.modifiers() & _SHIFT)
        if not event.isAutoRepeat() or (self._repeats and not with_shift):
            self._press(place, with_shift)
        return True


def place_of(event: QKeyEvent) -> int | None:
    """The place of the class, 0 to 9, whose key was pressed, also with Shift or Alt; None for other keys.

    What a keyboard writes as a digit is that digit; else the place of the key counts, if a system tells.
    """
    modifiers = event.modifiers() & ~_BESIDE
    if modifiers not in {_PLAIN, _SHIFT, _ALT}:
        return None
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return CLASS_KEYS.index(chr(event.key()))
    number = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    row = _ROWS.get(sys.platform, ())
    pad = _PADS.get(sys.platform, ()) if modifiers == _SHIFT else ()
    return next((keys.index(number) for keys in (row, pad) if number in keys), None)
