"""What the window loads, and when: torch is half a gigabyte that nobody needs to look, listen and label."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from audioclf_gui.gui.engine import CalmLoader

ROOT = Path(__file__).resolve().parents[2]

WORK = """
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audioclf_gui.gui.app import Shell, make_application
from audioclf_gui.gui.engine import CalmLoader, load_rooms
from audioclf_gui.gui.session import Session


def wait_for(condition):
    while not condition():
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()


app = make_application(sys.argv[:1])
shell = Shell(app, Session())
wanted, loaded = [], []
shell.models_wanted.connect(lambda: wanted.append(True))
rooms = CalmLoader(load_rooms, shell.is_calm)
rooms.loaded.connect(loaded.append)
rooms.begin()
window = shell.window
window.show()
window.activateWindow()
window.open_project(Path(sys.argv[1]))
wait_for(lambda: window.page is not None)
document, desk = window.page.context.document, window.page.desk
editor = desk.workspace("label").editor
pictures = []
editor.maker.made.connect(lambda picture: pictures.append(picture.request.pane))
document.set_current(next(clip.id for clip in document.view.clips if not document.view.labels(clip.id)))
wait_for(lambda: editor.spectrogram.name in pictures)
editor.view.zoom(0.1)
desk.workspace("label").commands["play"].trigger()
before = document.view.labelled
QTest.keyClick(desk.workspace("label"), Qt.Key.Key_1)
wait_for(lambda: document.view.labelled == before + 1)
window.player.stop()
QTest.mouseClick(window.top_bar.tabs["review"], Qt.MouseButton.LeftButton)
window.commands["import"].trigger()
window.commands["export_labels"].trigger()
wait_for(lambda: loaded)
assert not wanted
print("looked", *({"torch", "torchaudio", "scipy.signal", "sklearn", "pyqtgraph"} & set(sys.modules)))
QTest.mouseClick(window.top_bar.tabs["train"], Qt.MouseButton.LeftButton)
assert wanted
window.close()
wait_for(lambda: not window.isVisible())
os._exit(0)
"""


def test_looking_listening_and_labelling_load_no_torch(project_folder, tmp_path):
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        **{f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA")},
    }
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(project_folder)],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.split() == ["looked"], done.stderr


@pytest.fixture
def answering_loader(qtbot):
    """A loader of nothing, which tells how often it was run."""
    runs = []

    def job():
        runs.append(True)
        yield "half"
        return "cpu"

    loader = CalmLoader(job, lambda: True)
    yield loader, runs
    assert loader.stop(1000)


def test_what_is_wanted_is_loaded_once_nobody_touches_the_window(answering_loader, qtbot):
    loader, runs = answering_loader
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.begin()
        loader.begin()
    assert loaded.args == ["cpu"]
    loader.begin()
    assert runs == [True]


def test_nothing_is_loaded_any_more_when_the_window_closes(answering_loader):
    loader, runs = answering_loader
    assert loader.stop(1000)
    loader.begin()
    assert not runs


def test_what_works_with_models_wants_them(open_window, qtbot):
    for show in ("show_train", "show_live", "classify"):
        with qtbot.waitSignal(open_window.models_wanted):
            open_window.commands[show].trigger()
