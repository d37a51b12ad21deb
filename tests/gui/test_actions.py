from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from audioclf_gui.gui.actions import ACTIONS, FIXED_KEYS, MENUS, build_actions, key_text, shortcuts
from audioclf_gui.gui.key_sheet import KeySheet, rekey
from audioclf_gui.gui.workspaces import WORKSPACES

AUDACITY_IN_THE_EDITOR = {
    "play": "Space",
    "pause": "P",
    "label_selection": "Ctrl+B",
    "label_at_play": "Ctrl+M",
    "zoom_in": "Ctrl+1",
    "zoom_normal": "Ctrl+2",
    "zoom_out": "Ctrl+3",
    "zoom_selection": "Ctrl+E",
    "next_label": "Tab",
    "previous_label": "Shift+Tab",
    "delete_label": "Delete",
    "record": "R",
    "loop": "L",
    "import": "Ctrl+Shift+I",
    "export_labels": "Ctrl+Shift+E",
}


def test_no_two_commands_of_one_place_share_a_key():
    for one, other in combinations(ACTIONS.values(), 2):
        if "window" in (one.where, other.where) or one.where == other.where:
            assert not set(shortcuts(one)) & set(shortcuts(other)), f"{one.key} and {other.key}"


def test_no_command_has_a_key_that_is_fixed_in_its_place():
    for fixed in FIXED_KEYS:
        taken = {QKeySequence(key) for key in fixed.keys}
        for spec in ACTIONS.values():
            if spec.where in {"window", fixed.where}:
                assert not taken & set(shortcuts(spec)), f"{spec.key} and {fixed.text}"


@pytest.mark.parametrize(("key", "expected"), AUDACITY_IN_THE_EDITOR.items())
def test_keys_are_those_that_users_of_audacity_know(key, expected):
    assert QKeySequence(expected) in shortcuts(ACTIONS[key])


def test_every_command_says_what_it_does_and_has_a_place():
    for spec in ACTIONS.values():
        assert spec.text
        assert spec.menu in {*MENUS, "Review", "Live", "Cursor", "Edges"}
        assert spec.where in {"window", *WORKSPACES}


def test_tool_tips_name_the_key(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    actions = build_actions(widget, {"play": lambda: None, "about": lambda: None})
    assert actions["play"].toolTip() == "Play or stop (Space)"
    assert actions["about"].toolTip() == "About audioclf-gui"


def test_keys_of_a_workspace_work_only_while_it_has_the_keyboard(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    actions = build_actions(widget, {"play": lambda: None, "quit": lambda: None})
    assert actions["play"].shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
    assert actions["quit"].shortcutContext() == Qt.ShortcutContext.WindowShortcut


def test_a_changed_key_is_remembered_and_shown(qtbot, session):
    widget = QWidget()
    qtbot.addWidget(widget)
    actions = build_actions(widget, {"play": lambda: None}, session)
    sheet = KeySheet(session)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.changed.connect(lambda key: rekey(actions.values(), key, session))
    row = sheet.rows["play"]
    qtbot.mouseClick(row.key_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(sheet.changed):
        qtbot.keyClick(row.edit, Qt.Key.Key_F8)
    assert actions["play"].shortcut() == QKeySequence("F8")
    assert "F8" in actions["play"].toolTip()
    assert build_actions(widget, {"play": lambda: None}, session)["play"].shortcut() == QKeySequence("F8")


def test_a_key_that_is_taken_is_refused_by_name(qtbot, session):
    sheet = KeySheet(session)
    qtbot.addWidget(sheet)
    sheet.show()
    row = sheet.rows["play"]
    qtbot.mouseClick(row.key_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(sheet.failed) as refused:
        qtbot.keyClick(row.edit, Qt.Key.Key_L)
    assert "Loop" in str(refused.args[0])
    assert row.key_button.text() == key_text(QKeySequence("Space"))


def test_the_key_sheet_also_shows_keys_that_cannot_be_changed_and_keeps_them_free(qtbot, session):
    sheet = KeySheet(session)
    qtbot.addWidget(sheet)
    sheet.show()
    words = [label.text() for label in sheet.findChildren(QLabel)]
    for fixed in FIXED_KEYS:
        assert fixed.text in words
        assert fixed.shown in words
    row = sheet.rows["review_accept"]
    qtbot.mouseClick(row.key_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(sheet.failed) as refused:
        qtbot.keyClick(row.edit, Qt.Key.Key_3)
    assert "Give class" in str(refused.args[0])


def test_return_on_the_fresh_key_sheet_does_not_forget_the_keys(window, press, session):
    press(window, Qt.Key.Key_F1)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Close"


def test_the_key_sheet_opens_and_closes_with_f1(window, press):
    press(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert "Ctrl+Shift+I" in sheet.rows["import"].key_button.text()
    press(window, Qt.Key.Key_F1)
    assert not sheet.isVisible()
