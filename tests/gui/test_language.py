"""Another language is spoken at once: a new window takes the open project over, and nothing is lost."""

import gc
import sys
import threading
from collections import Counter

import pytest
from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from audioclf_gui.core import edits
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui import app
from audioclf_gui.gui.app import Shell
from audioclf_gui.gui.label.class_field import ClassField
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.playback import PlayerController
from audioclf_gui.gui.project_page import ProjectPage
from audioclf_gui.gui.translate import install_language
from audioclf_gui.gui.worker import is_any_left_behind

CHINESE, ENGLISH = "简体中文", "English"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(session, qapp, qtbot):
    shell = Shell(qapp, session)
    shell.window.resize(1280, 800)
    with qtbot.waitActive(shell.window):
        shell.window.show()
        shell.window.activateWindow()
    yield shell
    shell.window.close()
    qtbot.waitUntil(lambda: not shell.window.isVisible(), timeout=6000)
    shell.window.deleteLater()
    install_language(qapp, "en")


@pytest.fixture
def open_shell(shell, project_folder, qtbot):
    shell.window.open_project(project_folder)
    qtbot.waitUntil(lambda: shell.window.page is not None)
    return shell


def entry(window, language):
    (found,) = [one for one in window.menus.findChildren(QAction) if one.text() == language]
    return found


def document(shell):
    return shell.window.page.context.document


def switch(shell, language, qtbot):
    """Choose a language in the menu and wait for the other window; the one before it is the result."""
    before = shell.window
    qtbot.waitUntil(entry(before, language).isEnabled, timeout=20_000)
    entry(before, language).trigger()
    qtbot.waitUntil(lambda: shell.window is not before and shell.window.isVisible())
    return before


def living():
    """How many windows, pages, players and timers there are."""
    gc.collect()
    kinds = (MainWindow, ProjectPage, PlayerController, QTimer)
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, kinds) and isValid(one))


def test_the_words_change_at_once_and_the_choice_is_remembered(open_shell, session, qtbot):
    assert open_shell.window.commands["undo"].text() == "Undo: import clips"
    switch(open_shell, CHINESE, qtbot)
    assert open_shell.window.commands["undo"].text().startswith("撤销")
    assert "clips" not in open_shell.window.top_bar.title.whole_text()
    assert session.text("language") == "zh_CN"
    assert entry(open_shell.window, CHINESE).isChecked()
    assert not entry(open_shell.window, ENGLISH).isChecked()


def test_project_workspace_clip_and_undo_are_there_again_and_back_again(open_shell, press, qtbot):
    file, clip = document(open_shell).project.file, document(open_shell).view.clips[3]
    document(open_shell).set_current(clip.id)
    view = document(open_shell).view
    document(open_shell).do(Text("label"), edits.label_clips(view, [clip.id], view.classes[0].id))
    open_shell.window.page.show_workspace("review")
    geometry = open_shell.window.geometry()
    for language in (CHINESE, ENGLISH):
        switch(open_shell, language, qtbot)
        assert document(open_shell).project.file == file
        assert not document(open_shell).project.read_only
        assert document(open_shell).current == clip
        assert open_shell.window.page.desk.name == "review"
        assert open_shell.window.geometry() == geometry
    assert document(open_shell).view.labels(clip.id) != view.labels(clip.id)
    press(open_shell.window, Qt.Key.Key_Z, CTRL)
    assert document(open_shell).view.labels(clip.id) == view.labels(clip.id)
    document(open_shell).redo()
    assert document(open_shell).view.labels(clip.id) != view.labels(clip.id)


def test_without_a_project_there_is_the_start_panel_again(shell, qtbot):
    switch(shell, CHINESE, qtbot)
    assert shell.window.start_panel.isVisible()
    assert shell.window.page is None


def test_the_window_before_is_gone_with_all_that_was_in_it(open_shell, qapp, qtbot):
    for name in ("label", "review", "train", "live"):
        open_shell.window.page.show_workspace(name)
    open_shell.window.page.toggle_history()
    open_shell.window.keys.toggle()
    qtbot.waitUntil(lambda: not open_shell.window.tasks.running, timeout=20_000)
    all_rooms = switch(open_shell, CHINESE, qtbot)
    qtbot.waitUntil(lambda: not isValid(all_rooms))
    alive, tops = living(), len(QApplication.topLevelWidgets())
    before = [switch(open_shell, language, qtbot) for language in (ENGLISH, CHINESE, ENGLISH)]
    qtbot.waitUntil(lambda: not any(map(isValid, before)))
    before.clear()
    assert living() == alive
    assert len(QApplication.topLevelWidgets()) == tops
    qtbot.waitUntil(lambda: not any(one.isRunning() for one in qapp.findChildren(QThread)))
    assert not is_any_left_behind()


def test_while_something_goes_on_the_entries_say_why_they_cannot_be_chosen(open_shell, qtbot):
    release = threading.Event()

    def job():
        release.wait(20.0)
        yield "done"

    open_shell.window.page.context.start(job, Text("Training"))
    chinese = entry(open_shell.window, CHINESE)
    try:
        assert not chinese.isEnabled()
        assert chinese.toolTip() == "The language can be changed when this has ended: Training"
        chinese.trigger()
    finally:
        release.set()
    qtbot.waitUntil(chinese.isEnabled)
    assert not chinese.isChecked()
    assert "ended" not in chinese.toolTip()
    assert open_shell.window.isVisible()


def test_what_nobody_caught_is_shown_in_the_new_window(open_shell, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    app._report_bugs_in(open_shell)
    switch(open_shell, CHINESE, qtbot)
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("no such thing"), None)
    assert "no such thing" in open_shell.window.message_bar.text.text()


def test_a_name_that_is_being_typed_is_taken_as_it_stands(open_shell, qtbot):
    page = open_shell.window.page
    page.show_workspace("label")
    workspace = page.desk.workspace("label")
    clip = document(open_shell).current
    qtbot.waitUntil(lambda: workspace.editor.view.duration_s > 0)
    workspace.editor.view.select(Selection(0.1, 0.3))
    workspace.commands["label_selection"].trigger()
    field = workspace.findChild(ClassField)
    qtbot.keyClicks(field, "thunder")
    switch(open_shell, CHINESE, qtbot)
    names = {known.id: known.name for known in document(open_shell).view.classes}
    (region,) = [one for one in document(open_shell).view.labels(clip.id) if not one.is_whole_clip]
    assert names[region.class_id] == "thunder"


def test_the_engine_needs_not_be_loaded_again(open_shell, qtbot):
    open_shell.set_device("cuda: a card")
    switch(open_shell, CHINESE, qtbot)
    assert "GPU: a card" in open_shell.window.status_line.facts.whole_text()
    assert open_shell.is_calm() == open_shell.window.is_calm()


def test_a_job_that_does_not_end_is_left_behind_with_its_window(open_shell, project_folder, qtbot):
    begun, release = threading.Event(), threading.Event()

    def deaf():
        begun.set()
        release.wait(20.0)
        yield "too late"

    before = open_shell.window
    worker = before.page.context.start(deaf, Text("Deaf"))
    qtbot.waitUntil(begun.is_set)
    try:
        before.language_chosen.emit("zh_CN")  # it began after the menu was opened
        qtbot.waitUntil(lambda: open_shell.window is not before, timeout=6000)
        assert open_shell.is_stuck
        assert not before.isVisible()
        assert len(document(open_shell).view.clips) == 6
    finally:
        release.set()
    assert worker.wait(5000)


def test_closing_afterwards_gives_the_project_back(open_shell, project_folder, qtbot):
    switch(open_shell, CHINESE, qtbot)
    open_shell.window.close()
    qtbot.waitUntil(lambda: not open_shell.window.isVisible())
    with Project.open(project_folder) as project:
        assert not project.read_only
