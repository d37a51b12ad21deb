import os
import subprocess
import sys
from types import MappingProxyType

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from audioclf_gui import __main__
from audioclf_gui.core import edits
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui import app
from audioclf_gui.gui.workspaces import WORKSPACES

_START_THE_WINDOW = """
import sys
from audioclf_gui.gui.app import make_application
from PySide6.QtCore import QEvent, QObject
app = make_application(sys.argv[:1])
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session

class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", *({"torch", "pyqtgraph", "numpy", "sqlite3"} & set(sys.modules)))
            app.quit()
        return False

window = MainWindow(Session())
seen = Seen()
window.installEventFilter(seen)
window.show()
app.exec()
"""


def _python(code, tmp_path, surroundings=MappingProxyType({"QT_QPA_PLATFORM": "offscreen"})):
    environment = os.environ | surroundings | {"XDG_CONFIG_HOME": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=200, check=True
    ).stdout


def test_repainting_does_not_eat_references_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 50


def test_importing_the_window_does_not_import_torch(tmp_path):
    code = "import audioclf_gui.gui.app, sys; print('torch' in sys.modules, 'pyqtgraph' in sys.modules)"
    assert _python(code, tmp_path).split() == ["False", "False"]


def test_the_first_paint_waits_for_nothing_that_projects_and_models_need(tmp_path):
    assert _python(_START_THE_WINDOW, tmp_path).split() == ["painted"]


def test_the_window_keeps_no_sources_of_what_is_imported_after_it(tmp_path):
    code = (
        "from audioclf_gui.__main__ import main; main([]); import linecache, wave;"
        "print(wave.__file__ in linecache.cache)"
    )
    with_no_display = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": "x"}
    assert _python(code, tmp_path, with_no_display).split() == ["False"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    "display", [{}, {"DISPLAY": ":4711"}, {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": "x"}]
)
def test_without_a_display_it_says_so_and_does_not_abort(monkeypatch, capsys, display):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in display.items():
        monkeypatch.setenv(name, value)
    assert app.run() == 1
    assert capsys.readouterr().err.strip().startswith("audioclf-gui needs a display; use audioclf")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (None, [], False)),
        (["--demo"], (None, [], True)),
        (["City sounds"], ("City sounds", [], False)),
        (["owl.wav", "night/rain.FLAC"], (None, ["owl.wav", "night/rain.FLAC"], False)),
    ],
)
def test_no_arguments_a_project_or_recordings_open_the_window(
    monkeypatch, project_folder, arguments, expected
):
    monkeypatch.chdir(project_folder.parent)
    opened = []
    monkeypatch.setattr(
        app, "run", lambda project, files, *, demo: opened.append((project, files, demo)) or 0
    )
    assert __main__.main(arguments) == 0
    ((project, files, demo),) = opened
    assert (project and str(project), [file.as_posix() for file in files], demo) == expected


def test_anything_else_is_a_command_and_loads_no_window(tmp_path):
    code = (
        "import sys\nfrom audioclf_gui.__main__ import main\n"
        "status = main(['new', sys.argv[1]]) if len(sys.argv) > 1 else main(['labels', 'formats'])\n"
        "print('qt', 'PySide6' in sys.modules, status)"
    )
    assert _python(code, tmp_path).splitlines()[-1] == "qt False 0"


def test_the_top_bar_names_the_project_and_counts_it(open_window):
    assert open_window.top_bar.title.whole_text() == "City sounds  ·  6 clips  ·  4 labelled"
    assert open_window.windowTitle() == "City sounds – audioclf-gui"
    assert open_window.status_line.facts.whole_text().startswith("All changes saved   ·   CPU, ")


def test_the_count_follows_an_edit_and_undo_puts_it_back(open_window, qtbot, press):
    document = open_window.page.context.document
    clip = next(clip for clip in document.view.clips if not document.view.labels(clip.id))
    class_id = document.view.classes[0].id
    document.do(Text("label"), edits.label_clips(document.view, [clip.id], class_id))
    qtbot.waitUntil(lambda: "5 labelled" in open_window.top_bar.title.whole_text())
    assert open_window.commands["undo"].text() == "Undo: label"
    press(open_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "4 labelled" in open_window.top_bar.title.whole_text())
    assert open_window.commands["redo"].isEnabled()
    assert open_window.commands["undo"].text() == "Undo: import clips"


@pytest.mark.parametrize("name", WORKSPACES)
def test_each_workspace_opens_by_its_button_and_fits_the_smallest_window(open_window, qtbot, name):
    qtbot.mouseClick(open_window.top_bar.tabs[name], Qt.MouseButton.LeftButton)
    assert open_window.page.desk.name == name
    assert [one for one, tab in open_window.top_bar.tabs.items() if tab.isChecked()] == [name]
    least = open_window.minimumSizeHint()
    assert least.width() <= open_window.minimumWidth()
    assert least.height() <= 800
    assert open_window.width() == 1280


@pytest.mark.parametrize(("number", "name"), list(enumerate(WORKSPACES, start=1)))
def test_each_workspace_opens_by_its_key(open_window, press, number, name):
    modifiers = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    press(open_window, Qt.Key(Qt.Key.Key_0 + number), *modifiers)
    assert open_window.page.desk.name == name


def test_nothing_flashes_up_beside_the_window_and_takes_the_keyboard(
    window, project_folder, qtbot, windows_shown
):
    with windows_shown() as shown:
        window.open_project(project_folder)
        qtbot.waitUntil(lambda: window.page is not None)
        for name in WORKSPACES:
            qtbot.mouseClick(window.top_bar.tabs[name], Qt.MouseButton.LeftButton)
            assert window.page.desk.name == name
    assert shown == []
    assert QApplication.activeWindow() is window


def test_a_second_window_says_plainly_that_it_may_only_read(window, project_folder, qtbot):
    with Project.open(project_folder):
        window.open_project(project_folder)
        qtbot.waitUntil(lambda: window.page is not None)
        assert window.status_line.facts.whole_text().startswith("Read-only: open elsewhere")
        assert "read-only" in window.top_bar.title.whole_text()


def test_a_bug_is_shown_with_a_copy_button(open_window, qtbot, qapp):
    bar = open_window.message_bar
    bar.show_bug(ZeroDivisionError("no such thing"))
    assert "bug" in bar.text.text()
    qtbot.mouseClick(bar.copy_button, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError: no such thing" in qapp.clipboard().text()
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (Text("the disk is full"), "The disk is full"),
        (Text("{name} is empty", name="night.csv"), "night.csv is empty"),
    ],
)
def test_a_message_begins_with_a_capital_but_leaves_a_name_as_it_is(window, message, shown):
    window.message_bar.show_error(UserError(message, remedy=Text("Wait.")))
    assert window.message_bar.text.text() == shown


def test_a_broken_project_is_refused_with_a_remedy_and_the_open_one_stays(open_window, tmp_path, qtbot):
    (tmp_path / "other.audioclf").write_bytes(b"no database at all" * 100)
    open_window.open_project(tmp_path / "other.audioclf")
    qtbot.waitUntil(open_window.message_bar.isVisible)
    assert open_window.message_bar.remedy.text()
    assert open_window.page.context.document.project.name == "City sounds"


def test_a_failed_undo_is_shown(open_window, monkeypatch):
    document = open_window.page.context.document
    document.do(Text("add class"), edits.add_class(document.view, "cat"))
    monkeypatch.setattr(document.project._database, "read_only", True)
    open_window.commands["undo"].trigger()
    assert "open elsewhere" in open_window.message_bar.text.text()


@pytest.mark.parametrize("field", ["Filter the clips", "Group", "Classes"])
def test_files_dropped_anywhere_are_offered_for_import(open_window, tone, qtbot, field):
    named = [one for one in open_window.findChildren(QWidget) if one.accessibleName() == field]
    target = next(one for one in named if one.isVisible() and one.acceptDrops())
    place = QPointF(target.mapTo(open_window, target.rect().center()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tone("drop/owl.wav")))])
    held = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (QDragEnterEvent(place.toPoint(), *held), QDropEvent(place, *held)):
        event.ignore()
        QCoreApplication.sendEvent(open_window.windowHandle(), event)
        assert event.isAccepted()
    importer = open_window.page.importer
    qtbot.waitUntil(lambda: importer.preview.rowCount() == 1)
    assert importer.preview.index(0, 0).data() == "owl.wav"
    assert not isinstance(target, QLineEdit) or not target.text()


def test_what_is_dropped_without_a_project_waits_for_one_that_is_made(
    window, tone, tmp_path, project_folder, qtbot
):
    tone("night/owl.wav")
    tone("night/rain.wav")
    window.take_dropped([tmp_path / "night"])
    assert "what was dropped is offered for import" in window.message_bar.text.text()
    form = window.start_panel.form
    assert form.name.text() == "night"
    form.place.setText(str(tmp_path / "projects"))
    qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page is not None and window.page.importer is not None)
    assert window.message_bar.isHidden()
    importer = window.page.importer
    qtbot.waitUntil(lambda: importer.preview.rowCount() == 2)
    window.close_project()
    qtbot.waitUntil(lambda: window.page is None)
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.page.importer is None, "it was offered once"


def test_everything_that_can_be_operated_has_a_name(open_window, qtbot):
    open_window.page.show_import()
    open_window.page.record()
    open_window.page.show_export()
    open_window.page.toggle_history()
    parts = [
        open_window.top_bar,
        open_window.message_bar,
        open_window.start_panel,
        open_window.page.importer,
        open_window.page.recorder,
        open_window.page.history,
    ]
    for part in parts:
        for kind in (QAbstractButton, QComboBox, QLineEdit):
            for widget in part.findChildren(kind):
                if not widget.objectName().startswith("qt_"):
                    text = widget.text() if isinstance(widget, QAbstractButton) else ""
                    assert widget.accessibleName() or text, f"{widget} in {part}"
