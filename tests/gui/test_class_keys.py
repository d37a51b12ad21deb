"""The keys 1 to 9 and 0 are classes on every keyboard, with Shift and without, and in no field."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from audioclf_gui.gui.class_keys import ClassKeys

KEY = Qt.Key
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
PAD = Qt.KeyboardModifier.KeypadModifier


class Room(QWidget):
    """A field and a list below keys of classes; `pressed` is what they meant."""

    def __init__(self, *, repeats=True):
        super().__init__()
        self.pressed, self.turned = [], []
        self.field, self.list = QLineEdit(), QListWidget()
        self.list.addItems(["1st", "& more", "éclair"])
        column = QVBoxLayout(self)
        for part in (self.field, self.list):
            column.addWidget(part)
        ClassKeys(self, lambda *meant: self.pressed.append(meant), self.turned.append, repeats=repeats)


@pytest.fixture
def room(qtbot):
    widget = Room()
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.list.setFocus()
    return widget


def press(key, modifiers=PLAIN, scan_code=0, text="", *, virtual_key=0, again=False):
    """What the system sends for a key: first whether somebody claims it from the shortcuts, then the key."""
    focused = QApplication.focusWidget()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, modifiers, scan_code, virtual_key, 0, text, again)
        event.setAccepted(kind is QEvent.Type.KeyPress)
        QApplication.sendEvent(focused, event)


AZERTY = "&é\"'(-è_çà"
QWERTZ_SHIFTED = '!"§$%&/()='
CZECH = "+ěščřžýáíé"


def row(signs, modifiers):
    return [(KEY(ord(sign.upper())), modifiers, 10 + place, sign) for place, sign in enumerate(signs)]


@pytest.mark.skipif(sys.platform != "linux", reason="the numbers of the keys are those of Linux")
@pytest.mark.parametrize(
    ("keys", "with_shift"),
    [
        pytest.param(row(AZERTY, PLAIN), False, id="azerty"),
        pytest.param(row("1234567890", SHIFT), True, id="azerty with shift"),
        pytest.param(row("1234567890", PLAIN), False, id="qwerty, qwertz"),
        pytest.param(row("!@#$%^&*()", SHIFT), True, id="qwerty with shift"),
        pytest.param(row(QWERTZ_SHIFTED, SHIFT), True, id="qwertz with shift"),
        pytest.param(row(CZECH, PLAIN), False, id="czech"),
        pytest.param([(KEY(ord(digit)), PAD, 0, digit) for digit in "1234567890"], False, id="number pad"),
        pytest.param(
            [
                (key, PAD | SHIFT, code, "")
                for key, code in zip(
                    (
                        *(KEY.Key_End, KEY.Key_Down, KEY.Key_PageDown, KEY.Key_Left, KEY.Key_Clear),
                        *(KEY.Key_Right, KEY.Key_Home, KEY.Key_Up, KEY.Key_PageUp, KEY.Key_Insert),
                    ),
                    (87, 88, 89, 83, 84, 85, 79, 80, 81, 90),
                    strict=True,
                )
            ],
            True,
            id="number pad with shift",
        ),
    ],
)
def test_the_ten_keys_are_ten_classes_and_shift_adds(room, keys, with_shift):
    for key in keys:
        press(*key)
    assert room.pressed == [(place, with_shift) for place in range(10)]
    assert room.list.currentRow() <= 0, "no list searches for what was pressed"


def test_the_same_keys_are_known_on_the_other_systems(room, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    press(KEY.Key_Ampersand, scan_code=1, virtual_key=0x12)
    press(KEY.Key_Apostrophe, scan_code=1, virtual_key=0x15)
    press(KEY.Key_Left, PAD | SHIFT, scan_code=1, virtual_key=0x7B)
    monkeypatch.setattr(sys, "platform", "win32")
    press(KEY.Key_Ampersand, scan_code=2)
    press(KEY.Key_Exclam, SHIFT, scan_code=2)
    press(KEY.Key_Left, SHIFT, scan_code=0x14B)  # the arrow beside the number pad
    assert room.pressed == [(0, False), (3, False), (0, False), (0, True)]


def test_what_is_typed_into_a_field_stays_there(room):
    room.field.setFocus()
    press(KEY.Key_Ampersand, PLAIN, 10, "&")
    press(KEY.Key_1, SHIFT, 10, "1")
    assert (room.field.text(), room.pressed) == ("&1", [])


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_other_keys_and_chords_are_nobodys_classes(room, modifiers):
    press(KEY.Key_1, modifiers, 10, "1")
    press(KEY.Key_Left, PLAIN, 113)
    press(KEY.Key_A, PLAIN, 38, "a")
    assert room.pressed == []


def test_a_key_held_down_gives_its_class_again_but_takes_none_away_again(room):
    for again in (False, True, True):
        press(KEY.Key_1, PLAIN, 10, "1", again=again)
        press(KEY.Key_Exclam, SHIFT, 10, "!", again=again)
    assert room.pressed == [(0, False), (0, True), (0, False), (0, False)]
