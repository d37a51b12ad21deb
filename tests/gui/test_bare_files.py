"""Recordings opened without a project: to be looked at, and to be labelled when that is wanted."""

import configparser
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from audioclf_gui.core.project import Project
from audioclf_gui.gui.label.class_field import ClassField
from audioclf_gui.gui.label.view_state import Selection

ROOT = Path(__file__).resolve().parents[2]


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(400, 400), Qt.DropAction.CopyAction, data, button, none)
    QCoreApplication.sendEvent(window.windowHandle(), event)


def facts(window):
    return window.status_line.facts.whole_text()


def everything_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def label_a_stretch(window, qtbot):
    workspace = window.page.desk.workspace("label")
    qtbot.waitUntil(lambda: workspace.editor.spectrogram.picture is not None)
    workspace.editor.view.select(Selection(0.1, 0.3))
    workspace.commands["label_selection"].trigger()
    return workspace.editor.tiers.findChild(ClassField)


@pytest.fixture
def bare(window, tone, qtbot):
    """The window, on which two recordings were dropped while it was empty; the first has its picture."""
    drop(window, tone("night/owl.wav"), tone("night/rain.wav"))
    qtbot.waitUntil(lambda: window.page is not None)
    editor = window.page.desk.workspace("label").editor
    qtbot.waitUntil(lambda: editor.spectrogram.picture is not None)
    return window


def test_recordings_are_listed_and_looked_at_and_nothing_is_written(bare, tmp_path, qtbot):
    document = bare.page.context.document
    assert [clip.name for clip in document.view.clips] == ["owl.wav", "rain.wav"]
    assert facts(bare).startswith("Nothing to save yet: the first edit makes the project")
    assert not bare.commands["undo"].isEnabled()
    look = bare.page.desk.workspace("label").look
    look.show_as(replace(look.keeper.view, shown="pcen"))
    bare.close_project()
    qtbot.waitUntil(lambda: bare.page is None)
    assert everything_in(tmp_path / "night") == ["owl.wav", "rain.wav"]
    assert bare.session.recent == ()


def test_recordings_are_looked_at_whatever_workspace_was_seen_last(window, session, tone, qtbot):
    session.put("workspace", "live")
    drop(window, tone("night/owl.wav"))
    qtbot.waitUntil(lambda: window.page is not None)
    editor = window.page.desk.workspace("label").editor
    assert editor.isVisible()
    qtbot.waitUntil(lambda: editor.spectrogram.picture is not None)


def test_a_long_path_pushes_nothing_out_of_the_status_line(window, tone, qtbot):
    drop(window, tone(f"{'a long evening ' * 8}/{'at the northern shore ' * 8}/owl.wav"))
    qtbot.waitUntil(lambda: window.page is not None and facts(window).startswith("Nothing to save yet"))
    line = window.status_line
    assert line.facts.geometry().right() < line.hint.x() <= line.width() - line.hint.width()
    shown = line.facts.text()
    assert line.facts.fontMetrics().horizontalAdvance(shown) <= line.facts.width()
    assert shown.startswith("Nothing to save yet: the first edit makes the project")
    assert ".audioclf   ·   CPU, " in shown
    assert line.facts.toolTip() == facts(window)


def test_the_first_label_makes_the_project_and_says_where(bare, tmp_path, qtbot):
    said = []
    bare.status_line.messageChanged.connect(said.append)
    field = label_a_stretch(bare, qtbot)
    qtbot.keyClicks(field, "owl")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    file = tmp_path / "night" / "night" / "night.audioclf"
    qtbot.waitUntil(lambda: any(f"The project was made: {file}" in text for text in said))
    assert facts(bare).startswith("All changes saved")
    assert bare.commands["undo"].isEnabled()
    bare.close_project()
    qtbot.waitUntil(lambda: bare.page is None)
    with Project.open(file) as project:
        assert [known.name for known in project.catalogue.view.classes] == ["owl"]
        assert len(project.catalogue.view.clips) == 2
    assert bare.session.recent == (file,)


def test_where_no_project_can_be_made_the_window_asks_for_another_folder(bare, tmp_path, qtbot):
    (tmp_path / "night" / "night").write_text("in the way")
    label_a_stretch(bare, qtbot)
    form = bare.start_panel.form
    qtbot.waitUntil(form.isVisible)
    assert "no project can be made" in bare.message_bar.text.text().lower()
    assert form.name.text() == "night"
    form.place.setText(str(tmp_path / "elsewhere"))
    qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    file = tmp_path / "elsewhere" / "night" / "night.audioclf"
    qtbot.waitUntil(lambda: file.is_file() and not bare.page.context.document.project.view().is_draft)
    document = bare.page.context.document
    assert [clip.name for clip in document.view.clips] == ["owl.wav", "rain.wav"]
    label_a_stretch(bare, qtbot)
    qtbot.waitUntil(lambda: document.view.labelled == 1)


def test_further_recordings_are_imported_as_into_any_project(bare, tone, tmp_path, qtbot):
    drop(bare, tone("night/wind.wav"))
    importer = bare.page.importer
    qtbot.waitUntil(lambda: importer.preview.rowCount() == 1)
    qtbot.waitUntil(importer.import_button.isEnabled)
    qtbot.mouseClick(importer.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(bare.page.context.document.view.clips) == 3)
    assert (tmp_path / "night" / "night" / "night.audioclf").is_file()


def test_a_file_that_is_no_sound_is_told_and_no_project_is_shown(window, tmp_path, qtbot):
    (tmp_path / "owl.wav").write_bytes(b"no sound at all")
    window.open_files([tmp_path / "owl.wav"])
    qtbot.waitUntil(lambda: "owl.wav" in window.message_bar.text.text())
    assert window.page is None


ASKED = """
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QFileOpenEvent

from audioclf_gui.gui.app import Shell, make_application
from audioclf_gui.gui.session import Session

app = make_application(sys.argv[:1])
shell = Shell(app, Session())
shell.window.show()
QCoreApplication.sendEvent(app, QFileOpenEvent(sys.argv[1]))
while shell.window.page is None:
    loop = QEventLoop()
    QTimer.singleShot(10, loop.quit)
    loop.exec()
print(*(clip.name for clip in shell.window.page.context.document.view.clips), flush=True)
os._exit(0)
"""


def test_a_file_that_the_system_wants_opened_is_opened(tone, tmp_path):
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA")}
    done = subprocess.run(
        [sys.executable, "-c", ASKED, str(tone("night/owl.wav"))],
        env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.split() == ["owl.wav"], done.stderr


def test_the_system_is_told_what_the_window_opens():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(ROOT / "resources" / "audioclf-gui.desktop", "utf-8")
    facts = entry["Desktop Entry"]
    assert facts["Exec"] == "audioclf-gui %F"
    assert {"audio/x-wav", "audio/flac"} <= set(facts["MimeType"].split(";"))
