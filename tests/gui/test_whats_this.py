"""Help › What's this?: every control can be asked what it does, and is not used by being asked."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWhatsThis

from audioclf_gui.gui.whats_this import WhatsThisMode
from tests.gui.places import A_MESSAGE, places
from tests.gui.test_accessible import SHOWN_S, controls, where_it_is
from tests.sound_card import Plug

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def heard(monkeypatch):
    """Every event that the mode has heard, by its type."""
    events = []
    answer = WhatsThisMode.eventFilter

    def listen(mode, watched, event):
        events.append(event.type())
        return answer(mode, watched, event)

    monkeypatch.setattr(WhatsThisMode, "eventFilter", listen)
    return events


@pytest.fixture
def told(monkeypatch):
    """What was said: the popup paints its words itself. Nothing of it is left in the end."""
    said = []
    show = QWhatsThis.showText

    def note(place, text, asked):
        said.append(text)
        show(place, text, asked)

    monkeypatch.setattr(QWhatsThis, "showText", note)
    yield said
    QWhatsThis.leaveWhatsThisMode()
    QWhatsThis.hideText()


def ask(window, qtbot):
    """Choose the command from the Help menu with the mouse."""
    bar, action = window.menus, window.commands["whats_this"]
    entry = bar.actions()[-1]
    qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(entry).center())
    qtbot.waitUntil(entry.menu().isVisible)
    qtbot.mouseClick(entry.menu(), LEFT, pos=entry.menu().actionGeometry(action).center())
    assert QWhatsThis.inWhatsThisMode()


def popups():
    found = [one for one in QApplication.topLevelWidgets() if one.metaObject().className() == "QWhatsThat"]
    return [one for one in found if one.isVisible()]


def is_over(heard, window):
    """Whether the mode has ended, and hears nothing any more of what happens in the window."""
    heard.clear()
    window.update()
    QApplication.processEvents()
    return not heard and not QWhatsThis.inWhatsThisMode() and QApplication.overrideCursor() is None


def test_a_click_explains_a_control_and_does_not_use_it(open_window, qtbot, heard, told):
    workspaces = open_window.page.desk
    tab = open_window.top_bar.tabs["review"]
    ask(open_window, qtbot)
    qtbot.mouseClick(tab, LEFT)
    assert told == [tab.toolTip()]
    assert len(popups()) == 1
    assert is_over(heard, open_window)
    assert workspaces.workspace("label").isVisible()
    qtbot.mouseClick(popups()[0], LEFT)
    assert popups() == []
    qtbot.mouseClick(tab, LEFT)
    assert workspaces.workspace("review").isVisible()


def test_what_cannot_be_used_now_is_explained_too(open_window, qtbot, heard, told):
    open_window.commands["import"].setEnabled(False)
    off = open_window.top_bar.import_button
    assert not off.isEnabled()
    ask(open_window, qtbot)
    qtbot.mouseClick(off, LEFT)
    assert told == [off.toolTip()]
    assert is_over(heard, open_window)


def test_a_command_of_a_menu_is_explained_and_not_done(open_window, qtbot, heard, told):
    bar = open_window.menus
    ask(open_window, qtbot)
    entry = bar.actions()[0]
    qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(entry).center())
    qtbot.waitUntil(entry.menu().isVisible)
    place = entry.menu().actionGeometry(open_window.commands["close_project"]).center()
    qtbot.mouseClick(entry.menu(), LEFT, pos=place)
    assert len(popups()) == 1
    assert open_window.page is not None
    assert is_over(heard, open_window)


def test_the_control_with_the_keyboard_is_explained_by_keys_alone(open_window, qtbot, heard, told, press):
    clips = open_window.page.desk.workspace("label").clips
    clips.filter.setFocus()
    press(open_window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert QWhatsThis.inWhatsThisMode()
    press(open_window, Qt.Key.Key_Return)
    assert told == [clips.filter.toolTip()]
    assert is_over(heard, open_window)


def test_a_control_of_a_popover_is_explained_while_that_is_open(open_window, qtbot, heard, told):
    label = open_window.page.desk.workspace("label")
    label.commands["spectrogram"].trigger()
    panel = label.look.panel
    qtbot.waitExposed(panel)
    qtbot.keyClick(panel.window_ms, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert QWhatsThis.inWhatsThisMode()
    qtbot.mouseClick(panel.overlap, LEFT)
    assert told == [panel.overlap.toolTip()]
    assert is_over(heard, open_window)


@pytest.mark.parametrize("way", ["Esc", "another key", "a click on nothing", "closing the window"])
def test_the_mode_is_left_without_a_word(window, qtbot, heard, told, press, way):
    ask(window, qtbot)
    match way:
        case "Esc":
            press(window, Qt.Key.Key_Escape)
        case "another key":
            press(window, Qt.Key.Key_Down)
        case "a click on nothing":
            qtbot.mouseClick(window.centralWidget(), LEFT)
        case _:
            window.close()
    assert told == []
    assert is_over(heard, window)


@pytest.mark.slow
@pytest.mark.timeout(SHOWN_S)
def test_every_control_has_an_explanation_of_its_own(window, project_folder, qtbot, plugged):
    plugged(Plug("default", rate_hz=44_100))
    silent, idle, failures, seen = {}, {}, {}, set()
    for place, shown in places(window, project_folder, qtbot):
        if window.message_bar.isVisible() and place != A_MESSAGE:
            failures[place] = window.message_bar.text.text()
        for control in set(controls(shown)) - seen:
            seen.add(control)
            name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
            text = control.whatsThis() or control.toolTip()
            if not text:
                silent.setdefault(where_it_is(control), []).append((place, name))
            elif words_of(text) == words_of(name):
                idle.setdefault(where_it_is(control), []).append((place, name))
    assert (silent, idle, failures) == ({}, {}, {})
    assert len(seen) > 300


def words_of(text):
    """A text without the key that it names, case and punctuation."""
    return re.findall(r"\w+", re.sub(r"\([^()]*\)$", "", text.strip()).casefold())
