import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from audioclf_gui.gui.actions import (
    ACTIONS,
    FIXED_KEYS,
    MENUS,
    PRESET_SETTING,
    build_actions,
    key_table,
    key_text,
    meet,
)
from audioclf_gui.gui.key_presets import PRESETS
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


def test_no_two_commands_have_one_name():
    of_workspaces = [spec.key for workspace in WORKSPACES.values() for spec in workspace.commands()]
    assert len(set(of_workspaces)) == len(of_workspaces)


def test_no_two_commands_of_one_place_share_a_key():
    assert key_table().lost == {}


@pytest.mark.parametrize("preset", PRESETS)
def test_no_command_has_a_key_that_is_fixed_in_its_place(preset, session):
    session.put(PRESET_SETTING, preset)
    keys = key_table(session).keys
    for fixed in FIXED_KEYS:
        taken = {QKeySequence(key) for key in fixed.keys}
        for spec in ACTIONS.values():
            if meet(fixed, spec):
                assert not taken & set(keys[spec.key]), f"{spec.key} and {fixed.text}"


@pytest.mark.parametrize(("key", "expected"), AUDACITY_IN_THE_EDITOR.items())
def test_keys_are_those_that_users_of_audacity_know(key, expected):
    assert QKeySequence(expected) in key_table().keys[key]


def test_every_command_says_what_it_does_and_has_a_place():
    for spec in ACTIONS.values():
        assert spec.text
        assert spec.menu in {*MENUS, "Review", "Live", "Cursor", "Edges"}
        assert spec.where in {"window", *WORKSPACES}


def test_tool_tips_name_the_key(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    actions = build_actions(widget, {"play": lambda: None, "about": lambda: None})
    assert actions["play"].toolTip() == "Play what is selected, or on from the cursor; again: stop (Space)"
    assert actions["about"].toolTip() == "Tell the version of this program"


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
    sheet.changed.connect(lambda: rekey(actions.values(), session))
    row = sheet.rows["play"]
    qtbot.mouseClick(row.key_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(sheet.changed):
        qtbot.keyClick(row.edit, Qt.Key.Key_F11)
    assert actions["play"].shortcut() == QKeySequence("F11")
    assert "F11" in actions["play"].toolTip()
    assert build_actions(widget, {"play": lambda: None}, session)["play"].shortcut() == QKeySequence("F11")


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
    session.put("keys/play", "F11")
    press(window, Qt.Key.Key_Return)
    assert session.known("keys/play") == "F11"


def test_the_key_sheet_opens_and_closes_with_f1(window, press):
    press(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert "Ctrl+Shift+I" in sheet.rows["import"].key_button.text()
    press(window, Qt.Key.Key_F1)
    assert not sheet.isVisible()


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_gives_exactly_the_keys_it_says_and_takes_no_other_command_its_last_one(name, session):
    session.put(PRESET_SETTING, name)
    table = key_table(session)
    for command, keys in PRESETS[name].keys.items():
        assert table.keys[command] == [QKeySequence(key) for key in keys.split("; ") if key]
    for spec in ACTIONS.values():
        wants_none = PRESETS[name].keys.get(spec.key) == ""
        assert table.keys[spec.key] or not spec.shortcut or wants_none, spec.key


AUDACITY_PRESET = {
    "select_all": "Ctrl+A",
    "go_start": "J",
    "go_end": "K",
    "toggle_band": "Q",
    "seek_back": ",",
    "seek_far_forward": "Shift+.",
    "zoom_in": "Ctrl++",
    "zoom_out": "Ctrl+-",
    "zoom_fit": "Ctrl+F",
    "zoom_toggle": "Shift+Z",
    "start_earlier": "Shift+Left",
    "start_later": "Ctrl+Shift+Right",
}


@pytest.mark.parametrize(("command", "key"), AUDACITY_PRESET.items())
def test_the_preset_audacity_has_the_keys_of_audacitys_manual(command, key, session):
    session.put(PRESET_SETTING, "audacity")
    assert QKeySequence(key) in key_table(session).keys[command]


def test_a_preset_is_chosen_in_the_key_sheet_and_keeps_what_the_user_changed(window, press, session, qtbot):
    session.put("keys/play", "F11")
    press(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    sheet.presets.setFocus()
    qtbot.keyClick(sheet.presets, Qt.Key.Key_P)  # a person types the first letter
    sheet.presets.activated.emit(sheet.presets.currentIndex())
    assert sheet.presets.currentText() == "Praat"
    assert sheet.rows["zoom_in"].key_button.text() == "Ctrl+I"
    assert sheet.rows["play"].key_button.text() == "F11"
    assert QKeySequence("Ctrl+Shift+O") in window.commands["open_project"].shortcuts()
    assert "Ctrl+Shift+O" in window.commands["open_project"].toolTip()


def test_keys_of_a_preset_that_the_users_own_took_are_marked_by_name(qtbot, session):
    session.put("keys/play", "Ctrl+I")
    sheet = KeySheet(session)
    qtbot.addWidget(sheet)
    sheet.presets.setCurrentIndex(sheet.presets.findData("praat"))
    sheet.presets.activated.emit(sheet.presets.currentIndex())
    assert "Play or stop" in sheet.rows["zoom_in"].key_button.toolTip()
    assert "Zoom in" in sheet.note.text()
    assert QKeySequence("Ctrl+I") not in key_table(session).keys["zoom_in"]


def test_the_sheet_is_searched_by_words_and_by_keys(qtbot, session):
    sheet = KeySheet(session)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.keyClicks(sheet.search, "zoom sel")
    assert sheet.rows["zoom_selection"].isVisible()
    assert not sheet.rows["play"].isVisible()
    sheet.search.clear()
    qtbot.keyClicks(sheet.search, "ctrl+wheel")
    assert not sheet.rows["zoom_selection"].isVisible()
    assert any("Ctrl+wheel" in label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


def test_the_sheet_says_more_of_a_command_under_the_pointer_and_finds_it_by_that(qtbot, session):
    sheet = KeySheet(session)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.setFocus()
    qtbot.keyClicks(sheet.search, "locked hidden")
    shown = [line for line in sheet.findChildren(QLabel) if line.toolTip() and line.isVisible()]
    assert {line.text() for line in shown} == {"Choose all labels", "Choose all labels of this class"}
    assert all("locked and hidden tracks" in line.toolTip() for line in shown)


def test_escape_closes_the_key_sheet(window, press):
    press(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    press(window, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize("preset", PRESETS)
def test_every_tool_tip_of_a_command_names_the_key_that_it_has_now(open_window, session, preset):
    window = open_window
    for name in WORKSPACES:
        window.page.show_workspace(name)
    window.commands["record"].trigger()
    window.keys.toggle()
    sheet = window.findChild(KeySheet)
    sheet.presets.setCurrentIndex(sheet.presets.findData(preset))
    sheet.presets.activated.emit(sheet.presets.currentIndex())
    keys = key_table(session).keys
    spoken = set()
    for widget in window.findChildren(QWidget):
        action = widget.defaultAction() if isinstance(widget, QToolButton) else None
        command = widget.property("command") if action is None else action.data()
        if command in ACTIONS:
            spoken.add(command)
            named = key_text(keys[command][0]) if keys[command] else ""
            assert named in widget.toolTip(), command
    assert {"new_project", "record", "train", "listen", "accept_suggestion", "play", "undo"} <= spoken


def test_no_tool_tip_names_a_key_of_a_command_by_itself(open_window, session):
    """A key that is written into a tip stays there when the user gives the command another one."""
    window = open_window
    for name in WORKSPACES:
        window.page.show_workspace(name)
    known = {key_text(key) for keys in key_table(session).keys.values() for key in keys}
    followed = {action.toolTip() for action in window.findChildren(QAction)}
    fixed = {key_text(QKeySequence(key)) for key in ("Esc", "Return", "Enter")}
    for widget in window.findChildren(QWidget):
        action = widget.defaultAction() if isinstance(widget, QToolButton) else None
        if action is None and widget.property("command") is None and widget.toolTip() not in followed:
            named = set(re.findall(r"\(([^()]+)\)$", widget.toolTip()))
            assert not named & (known - fixed), widget.toolTip()
