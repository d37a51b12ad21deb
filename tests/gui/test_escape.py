"""Esc closes every page, strip and panel, and what was typed or chosen in it is there again afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from audioclf_gui.gui.key_sheet import KeySheet
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.workspaces import WORKSPACES

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def type_into(qtbot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_the_form_of_a_new_project_closes_first_and_keeps_its_name(open_window, press, qtbot):
    window = open_window
    press(window, KEY.Key_N, CTRL)
    form = window.start_panel.form
    type_into(qtbot, form.name, "Bats of the shore")
    press(window, KEY.Key_Escape)
    assert form.isHidden()
    assert window.start_panel.isVisible()
    press(window, KEY.Key_Escape)
    assert window.page.isVisible()
    press(window, KEY.Key_N, CTRL)
    assert form.name.text() == "Bats of the shore"


def test_the_key_sheet_goes_back_to_what_it_covered(open_window, press):
    window = open_window
    press(window, KEY.Key_N, CTRL)
    press(window, KEY.Key_F1)
    assert window.findChild(KeySheet).isVisible()
    press(window, KEY.Key_Escape)
    assert window.start_panel.isVisible()


def test_the_importer_closes_and_its_choices_stay(open_window, press, tone, qtbot):
    window = open_window
    files = [tone("more/cat-1.wav"), tone("more/cat-2.wav")]
    window.page.show_import([files[0].parent])
    importer = window.page.importer
    qtbot.waitUntil(importer.import_button.isEnabled)
    importer.form.copy_box.setChecked(True)
    press(window, KEY.Key_Escape)
    assert not importer.isVisible()
    window.commands["import"].trigger()
    assert importer.isVisible()
    assert importer.form.copy_box.isChecked()
    assert importer.import_button.isEnabled()
    press(window, KEY.Key_Escape)
    assert not importer.isVisible()


@pytest.mark.parametrize("command", ["export_labels", "classify", "history", "pack_project", "record"])
@pytest.mark.parametrize("workspace", WORKSPACES)
def test_strips_and_the_history_close_wherever_the_keyboard_is(open_window, press, command, workspace):
    window = open_window
    window.page.show_workspace(workspace)
    before = len(window.page._opened)
    for take_keyboard in (lambda: None, window.page.desk.take_keyboard):
        window.commands[command].trigger()
        panel = window.page._opened[-1]
        assert panel.isVisible()
        take_keyboard()
        press(window, KEY.Key_Escape)
        assert not panel.isVisible()
        assert len(window.page._opened) == before


def test_the_format_that_was_chosen_for_an_export_is_still_chosen(open_window, press):
    window = open_window
    window.commands["export_labels"].trigger()
    panel = window.page._opened[-1]
    panel.formats.setCurrentIndex(panel.formats.count() - 1)
    chosen = panel.formats.currentText()
    press(window, KEY.Key_Escape)
    window.commands["export_labels"].trigger()
    assert panel.formats.currentText() == chosen


def test_what_was_opened_last_closes_first_and_a_message_last(open_window, press):
    window = open_window
    window.message_bar.show_note("Something worth knowing.")
    window.commands["history"].trigger()
    history = window.page.history
    window.commands["export_labels"].trigger()
    exporter = window.page._opened[-1]
    press(window, KEY.Key_Escape)
    assert not exporter.isVisible()
    assert history.isVisible()
    press(window, KEY.Key_Escape)
    assert not history.isVisible()
    assert window.message_bar.isVisible()
    press(window, KEY.Key_Escape)
    assert not window.message_bar.isVisible()


POPOVERS = (
    "find_sounds",
    "export_sounds",
    "spectrogram",
    "playback",
    "go_to",
    "label_by_name",
    "name_species",
)


@pytest.mark.parametrize("command", POPOVERS)
def test_every_panel_that_opens_in_label_closes_by_escape(open_window, qtbot, command):
    label = open_window.page.desk.workspace("label")
    qtbot.waitUntil(lambda: label.editor.spectrogram.picture is not None)
    label.commands[command].trigger()
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, Popover)
    qtbot.keyClick(QApplication.focusWidget() or popover, KEY.Key_Escape)
    assert not popover.isVisible()


def test_the_label_table_closes_from_within(open_window, press):
    label = open_window.page.desk.workspace("label")
    label.commands["label_table"].trigger()
    assert label.table.isVisible()
    press(open_window, KEY.Key_Escape)
    assert not label.table.isVisible()
    assert label.editor.hasFocus()


@pytest.mark.parametrize("command", ["export_labels", "history", "import"])
def test_the_keyboard_goes_back_to_where_it_was(open_window, press, command):
    window = open_window
    editor = window.page.desk.workspace("label").editor
    editor.setFocus()
    window.commands[command].trigger()
    assert not editor.hasFocus()
    press(window, KEY.Key_Escape)
    assert editor.hasFocus()


def test_the_key_sheet_comes_without_windows_that_flash_up_and_gives_the_keyboard_back(
    open_window, press, qtbot, windows_shown
):
    window = open_window
    editor = window.page.desk.workspace("label").editor
    editor.setFocus()
    with windows_shown() as shown:
        press(window, KEY.Key_F1)
    assert shown == []
    qtbot.keyClicks(QApplication.focusWidget(), "zoom")
    assert window.findChild(KeySheet).search.text() == "zoom"
    press(window, KEY.Key_Escape)
    assert editor.hasFocus()
