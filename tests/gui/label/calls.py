"""A clip with four calls in a row, and a note about the first two in a track below."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audioclf_gui.core.label import Label
from audioclf_gui.core.track import MAIN
from audioclf_gui.gui.label.label_painter import ROW_PX

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
CALLS = tuple(Label(None, start / 100, (start + 5) / 100) for start in (5, 15, 25, 35))
NOTE = Label(None, 0.1, 0.2, track="notes")


def on(user, label):
    """The middle of a label in its row."""
    tiers = user.editor.tiers
    return user.at(tiers, (label.start_s + label.end_s) / 2, tiers.track_top(label.track) + ROW_PX // 2)


def beside(user, time_s, track=MAIN):
    tiers = user.editor.tiers
    return user.at(tiers, time_s, tiers.track_top(track) + ROW_PX // 2)


def click(user, label, modifier=NONE):
    QTest.mouseClick(user.editor.tiers, LEFT, modifier, on(user, label))


def in_time(user):
    return sorted(
        ((one.start_s, one.end_s) for one in user.labels if one.track == MAIN), key=lambda span: span[0]
    )


def do(user, key, modifier=NONE):
    """Press a key of the editor."""
    user.editor.setFocus()
    user.key(key, modifier)
