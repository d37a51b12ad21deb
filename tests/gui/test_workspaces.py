"""The contract of a workspace, and a fifth one that keeps it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from audioclf_gui.core import edits
from audioclf_gui.core.text import Text
from audioclf_gui.gui.workspace import LazyRefresh, Workspace
from audioclf_gui.gui.workspaces import FIRST, FOR_CLIPS, WORKSPACES

ROOT = Path(__file__).resolve().parent.parent.parent

FIFTH = '''
"""What was noted about the project."""

from PySide6.QtWidgets import QLabel, QVBoxLayout

from audioclf_gui.gui.actions import build_actions
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.workspace import Workspace


class NotesWorkspace(Workspace):
    """Says that nothing was noted."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.words = QLabel("No notes yet")
        QVBoxLayout(self).addWidget(self.words)
        handlers = {"write_note": lambda: self.words.setText("Noted")}
        self.commands = build_actions(self, handlers, context.session)
'''
COMMANDS = '''
"""The commands of the Notes workspace and their keys."""

from audioclf_gui.gui.command import ActionSpec

COMMANDS = (ActionSpec("write_note", "Write a note", "Ctrl+J", "", "View", "notes"),)
FIXED_KEYS = ()
'''
ENTRY = """\
    WorkspaceSpec("notes", _t("Notes"), _t("Jot"), "pencil", "audioclf_gui.gui.notes", "NotesWorkspace"),
"""
USE_IT = """
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from audioclf_gui.core.project import Project
from audioclf_gui.gui.app import make_application
from audioclf_gui.gui.key_sheet import KeySheet
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session



def wait_for(condition):
    while not condition():
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()


app = make_application(sys.argv[:1])
folder = Path(sys.argv[1])
Project.create(folder).close()
window = MainWindow(Session())
window.show()
window.open_project(folder)
wait_for(lambda: window.page is not None)

view = next(action.menu() for action in window.menus.actions() if action.text() == "&View")
entry = next(action for action in view.actions() if action.text() == "Notes")
assert entry.shortcut() == QKeySequence("Ctrl+Shift+5")

QTest.mouseClick(window.top_bar.tabs["notes"], Qt.MouseButton.LeftButton)
assert window.page.desk.currentWidget().findChild(QLabel).text() == "No notes yet"
assert [name for name, tab in window.top_bar.tabs.items() if tab.isChecked()] == ["notes"]
assert entry.isChecked()

own = next(action for action in view.actions() if action.text() == "Write a note")
own.trigger()
assert window.page.desk.currentWidget().findChild(QLabel).text() == "Noted"

window.keys.toggle()
rows = window.findChild(KeySheet).rows
for name, key in (("show_notes", "Ctrl+Shift+5"), ("write_note", "Ctrl+J")):
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    assert rows[name].key_button.text() == shown

window.close()
wait_for(lambda: not window.isVisible())
assert Session().text("workspace") == "notes"
print("used")
"""


def test_a_fifth_workspace_is_one_folder_and_one_line(tmp_path):
    for module in (ROOT / "audioclf_gui").rglob("*.py"):
        copy = tmp_path / module.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(module.read_bytes())
    (tmp_path / "resources").symlink_to(ROOT / "resources", target_is_directory=True)
    folder = tmp_path / "audioclf_gui" / "gui" / "notes"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Notes."""\n', "utf-8")
    (folder / "workspace.py").write_text(FIFTH, "utf-8")
    (folder / "commands.py").write_text(COMMANDS, "utf-8")
    registry = tmp_path / "audioclf_gui" / "gui" / "workspaces.py"
    before, end, after = registry.read_text("utf-8").partition(")\nWORKSPACES")
    registry.write_text(before + ENTRY + end + after, "utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "settings"),
    }
    done = subprocess.run(
        [sys.executable, "-c", USE_IT, str(tmp_path / "project")],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.stdout.split() == ["used"], done.stderr


@pytest.mark.parametrize("name", WORKSPACES)
def test_what_the_registry_names_is_a_workspace(name):
    found = WORKSPACES[name].load()
    assert issubclass(found, Workspace)
    assert found.__module__ == f"audioclf_gui.gui.{name}.workspace"
    assert {spec.where for spec in WORKSPACES[name].commands()} == {name}
    assert {keys.where for keys in WORKSPACES[name].fixed_keys()} <= {name}


def test_no_workspace_is_loaded_before_it_is_looked_at():
    look = "import sys, audioclf_gui.gui.main_window; print(*(m for m in sys.modules if 'workspace' in m))"
    answer = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert set(answer.stdout.split()) <= {"audioclf_gui.gui.workspace", "audioclf_gui.gui.workspaces"}


def test_clips_that_one_workspace_hands_over_are_shown_in_the_one_for_them(open_window):
    page = open_window.page
    ids = tuple(clip.id for clip in page.context.document.view.clips[:2])
    page.show_workspace("train")
    page.desk.workspace("train").clips_shown.emit("two of them", ids)
    assert page.desk.name == FOR_CLIPS
    review = page.desk.workspace(FOR_CLIPS)
    assert tuple(entry.clip_id for entry in review.grid.entries) == ids
    review.clip_opened.emit(ids[1])
    assert page.desk.name == FIRST
    assert page.context.document.current.id == ids[1]


@pytest.fixture
def room(context, qtbot):
    workspace = Workspace(context)
    qtbot.addWidget(workspace)
    return workspace


def test_digits_are_the_first_ten_classes(room, context, qtbot):
    given = []
    room.add_class_keys(room, given.append)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    room.setFocus()
    dog, rain = context.document.view.classes
    qtbot.keyClick(room, Qt.Key.Key_2)
    qtbot.keyClick(room, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert given == [rain, dog]
    with qtbot.waitSignal(context.status_changed) as said:
        qtbot.keyClick(room, Qt.Key.Key_0)
    assert said.args == ["No class has the key 0 yet"]
    for number in range(8):
        context.document.do(Text("add class"), edits.add_class(context.document.view, f"class {number}"))
    qtbot.keyClick(room, Qt.Key.Key_0)
    assert given[-1] == context.document.view.classes[9]


def _split(room):
    splitter = QSplitter(room)
    splitter.resize(400, 100)
    for _ in range(2):
        splitter.addWidget(QWidget())
    room.keep_layout("room/split", splitter, [100, 300])
    room.show()
    return splitter


def test_sizes_of_splitters_are_remembered(room, context, qtbot):
    splitter = _split(room)
    assert splitter.sizes()[0] < splitter.sizes()[1]
    splitter.setSizes([300, 100])
    sizes = splitter.sizes()
    room.deactivate()
    again = Workspace(context)
    qtbot.addWidget(again)
    assert _split(again).sizes() == sizes


class _Changing(QObject):
    changed = Signal(object)


@pytest.fixture
def changing():
    return _Changing()


@pytest.fixture
def watching(room, changing):
    """Makes a workspace that is refreshed lazily, and what counts its refreshes."""

    def make(settle_ms=0):
        refreshed = []
        lazy = LazyRefresh(room, lambda: refreshed.append(1), settle_ms)
        lazy.watch(changing.changed)
        return room, lazy, refreshed

    return make


def test_what_nobody_sees_is_refreshed_once_when_it_is_seen(watching, changing):
    widget, _lazy, refreshed = watching()
    changing.changed.emit("a")
    changing.changed.emit("b")
    assert not refreshed
    widget.show()
    assert len(refreshed) == 1
    widget.hide()
    widget.show()
    assert len(refreshed) == 1, "nothing has changed meanwhile"


def test_what_is_seen_is_refreshed_at_once(watching, changing):
    widget, _lazy, refreshed = watching()
    widget.show()
    changing.changed.emit("a")
    assert len(refreshed) == 2


def test_a_burst_of_changes_refreshes_once(watching, changing, qtbot):
    widget, _lazy, refreshed = watching(settle_ms=20)
    widget.show()
    for number in range(5):
        changing.changed.emit(number)
    assert len(refreshed) == 1
    qtbot.waitUntil(lambda: len(refreshed) == 2)


def test_a_change_that_is_hidden_before_it_settles_waits_until_it_is_seen(watching, changing):
    widget, _lazy, refreshed = watching(settle_ms=10_000)
    widget.show()
    changing.changed.emit("a")
    widget.hide()
    assert len(refreshed) == 1
    widget.show()
    assert len(refreshed) == 2


def test_after_stop_nothing_is_refreshed(watching, changing):
    widget, lazy, refreshed = watching()
    widget.show()
    lazy.stop()
    changing.changed.emit("a")
    widget.hide()
    widget.show()
    assert len(refreshed) == 1


def test_menus_have_the_commands_of_what_is_seen_and_no_others(open_window, press):
    window = open_window

    def shown():
        menus = [entry.menu() for entry in window.menus.actions() if entry.isVisible()]
        return {action.data() for menu in menus for action in menu.actions() if action.data()}

    window.page.show_workspace("label")
    assert {"delete_label", "next_clip", "undo", "import"} <= shown()
    window.page.show_workspace("train")
    assert "train" in shown()
    assert not {"delete_label", "next_clip"} & shown()
    window.page.show_workspace("label")
    window.page.show_import()
    assert not {"delete_label", "next_clip"} & shown()
    press(window, Qt.Key.Key_Escape)
    assert "delete_label" in shown()
    press(window, Qt.Key.Key_F1)
    assert "delete_label" not in shown()
    press(window, Qt.Key.Key_F1)
    assert "delete_label" in shown()
