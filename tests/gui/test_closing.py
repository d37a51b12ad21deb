"""Whatever is going on, the window closes within three seconds and the data are kept."""

import gc
import os
import subprocess
import sys
import threading
import time
from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import isValid

from audioclf_gui.audio import recorder
from audioclf_gui.core import edits
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui import record_panel
from audioclf_gui.gui.label import view_loader
from audioclf_gui.gui.live.keeping import keep_heard
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.review import tile_loader
from audioclf_gui.gui.worker import is_any_left_behind
from audioclf_gui.jobs.keep_sound import KeepSound, SoundOrigin

LIMIT_S = 3.0


def close(window, qtbot):
    began = time.monotonic()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=6000)
    assert time.monotonic() - began < LIMIT_S
    return window.is_stuck


def reopened(folder):
    with Project.open(folder) as project:
        assert not project.read_only
        return project, [clip.name for clip in project.catalogue.view.clips]


def test_closing_without_a_project(window, qtbot):
    assert not close(window, qtbot)


def test_closing_an_idle_project_gives_it_back(open_window, project_folder, qtbot):
    document = open_window.page.context.document
    document.do(Text("add class"), edits.add_class(document.view, "cat"))
    assert not close(open_window, qtbot)
    project, _names = reopened(project_folder)
    assert "cat" in {known.name for known in project.catalogue.view.classes}


def test_closing_twice_is_closing_once(open_window, qtbot):
    open_window.close()
    assert not close(open_window, qtbot)


def test_closing_while_importing_keeps_what_came_in(open_window, project_folder, tone, tmp_path, qtbot):
    for number in range(300):
        tone(f"many/owl/{number:03}.wav", seconds=0.02)
    open_window.take_dropped([tmp_path / "many"])
    importer = open_window.page.importer
    qtbot.waitUntil(importer.import_button.isEnabled)
    taken = []
    importer.imported.connect(taken.extend)
    importer.start()
    assert not close(open_window, qtbot)
    _project, names = reopened(project_folder)
    assert len(names) == 6 + len(taken)


def test_what_was_heard_and_is_to_be_kept_is_a_clip_before_the_window_closes(
    open_window, project_folder, qtbot
):
    hiss = (0.1 * np.random.default_rng(1).standard_normal(8000 * 20)).astype(np.float32)
    origin = SoundOrigin(datetime(2026, 3, 1, 12), "microphone", "run-0001")
    context = open_window.page.context
    keep_heard(
        context,
        KeepSound(hiss, 8000, "a sitting", origin),
        Text("Keeping what was heard"),
        lambda path: None,
        context.message_bar.show_failure,
    )
    open_window.tasks.stop_all()
    assert not close(open_window, qtbot)
    project, _names = reopened(project_folder)
    assert project.catalogue.view.clips[-1].group == "a sitting"


class _Microphone:
    rate_hz, channels, overflows, lost_frames, is_active = 8000, 1, 0, 0, True
    stopped = False

    def read(self):
        return np.full((0 if self.stopped else 400, 1), 0.25, np.float32)

    def stop(self):
        self.stopped = True


def test_closing_while_recording_ends_the_take_and_keeps_it(open_window, project_folder, qtbot, monkeypatch):
    monkeypatch.setattr(record_panel, "input_devices", tuple)
    monkeypatch.setattr(
        record_panel, "record", lambda path, device: recorder.record(path, source=_Microphone())
    )
    open_window.page.record()
    open_window.page.record()
    panel = open_window.page.recorder
    qtbot.waitUntil(lambda: panel.meter.held_db > -20.0)
    assert not close(open_window, qtbot)
    _project, names = reopened(project_folder)
    assert len(names) == 7
    (take,) = (project_folder / "recordings").glob("*.wav")
    assert take.name == names[-1]


def test_a_job_that_does_not_listen_is_left_behind_and_said_so(open_window, project_folder, qtbot):
    begun, release = threading.Event(), threading.Event()
    shown = []

    def deaf():
        begun.set()
        release.wait(20.0)
        yield "too late"

    worker = open_window.page.context.start(deaf, Text("Deaf"), shown.append)
    qtbot.waitUntil(begun.is_set)
    try:
        assert close(open_window, qtbot), "the window knows that a thread still runs"
        _project, names = reopened(project_folder)
        assert len(names) == 6
    finally:
        release.set()
    assert worker.wait(5000)
    assert shown == []


def test_an_edit_that_is_being_made_is_waited_for_however_long_it_takes(open_window, qtbot):
    begun, release = threading.Event(), threading.Event()
    made = []

    def slow():
        begun.set()
        release.wait(20.0)
        yield "an edit"

    open_window.page.context.start(slow, Text("Editing clips"), made.append, kept=True)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(open_window._door._stopper._timer.timeout, timeout=6000):
        open_window.close()
    assert open_window.isVisible()
    release.set()
    qtbot.waitUntil(lambda: not open_window.isVisible())
    assert made == ["an edit"]
    assert not open_window.is_stuck


_SCRIPT = """
import threading
from PySide6.QtCore import QCoreApplication
from audioclf_gui.gui.worker import Worker, leave

def slow():
    begun.set()
    threading.Event().wait(0.5)
    yield "late"

app, begun = QCoreApplication([]), threading.Event()
worker = Worker(slow, app)
worker.start()
assert begun.wait(20.0)
leave([worker], 0)
"""


def test_a_script_that_ends_waits_for_what_was_left_behind():
    script = [sys.executable, "-c", _SCRIPT]
    ended = subprocess.run(script, check=False, capture_output=True, text=True, timeout=200)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("name", ["label", "review", "train", "live"])
def test_closing_from_each_workspace(open_window, qtbot, name):
    open_window.page.show_workspace(name)
    assert not close(open_window, qtbot)


@pytest.mark.slow
def test_closing_while_training_keeps_the_run(open_window, project_folder, qtbot):
    pytest.importorskip("torch")
    open_window.page.show_workspace("train")
    train = open_window.page.desk.workspace("train")
    document = open_window.page.context.document
    qtbot.waitUntil(lambda: not open_window.tasks.running, timeout=20_000)
    train.commands["train"].trigger()
    qtbot.waitUntil(lambda: bool(document.project.runs.all) or open_window.message_bar.isVisible())
    close(open_window, qtbot)
    with Project.open(project_folder) as project:
        assert len(project.catalogue.view.clips) == 6
        assert not project.read_only


def test_what_was_shown_comes_back(open_window, qtbot, session):
    open_window.page.show_workspace("review")
    close(open_window, qtbot)
    assert session.text("workspace") == "review"
    assert session.layout("window")


def test_closing_while_a_project_is_about_to_open_gives_that_back(window, project_folder, qtbot):
    window.open_project(project_folder)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    with Project.open(project_folder) as project:
        assert not project.read_only


@pytest.mark.parametrize("command", ["record", "import"])
def test_nothing_begins_any_more_once_the_window_is_closing(open_window, qtbot, command):
    window = open_window
    window.close()
    window.commands[command].trigger()
    page = window.page
    assert page.recorder is None
    assert page.importer is None
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.parametrize("name", ["label", "review"])
def test_closing_while_a_disk_does_not_answer(open_window, qtbot, monkeypatch, name):
    asked, answer = threading.Event(), threading.Event()

    def open_view(*_args, **_kwargs):
        asked.set()
        answer.wait(20.0)
        yield from ()

    monkeypatch.setattr(view_loader, "open_view", open_view)
    monkeypatch.setattr(tile_loader, "open_view", open_view)
    page = open_window.page
    if name == "review":
        page.desk.show_clips("all", tuple(clip.id for clip in page.context.document.view.clips))
    else:
        page.context.document.set_current(page.context.document.view.clips[2].id)
    qtbot.waitUntil(asked.is_set)
    assert not close(open_window, qtbot)
    assert is_any_left_behind()
    answer.set()
    qtbot.waitUntil(lambda: not is_any_left_behind())


LEFT_OPEN = """
import sys
import threading

from PySide6.QtCore import QEventLoop

from audioclf_gui.core.text import Text
from audioclf_gui.gui.app import make_application
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session


def endless():
    while True:
        begun.set()
        yield 0


begun = threading.Event()
app = make_application(sys.argv[:1])
window = MainWindow(Session())
window.show()
window.tasks.start(endless, Text("something"))
begun.wait()
app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
print("the end of the script")
"""


def test_a_script_that_makes_a_window_and_just_ends_is_not_aborted(tmp_path):
    settings = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", LEFT_OPEN],
        check=False,
        env=os.environ | settings | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert (done.returncode, done.stdout) == (0, "the end of the script\n"), done.stderr


def alive():
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, QObject) and isValid(one)]


@pytest.mark.slow
def test_nothing_of_a_closed_window_lives_on(session, project_folder, qtbot):
    left = []
    for _ in range(2):  # what the first window leaves is made once, as the program's own style
        window = MainWindow(session)
        window.show()
        window.open_project(project_folder)
        qtbot.waitUntil(lambda shown=window: shown.page is not None, timeout=30_000)
        for name in ("review", "train", "live", "label"):
            window.page.show_workspace(name)
        close(window, qtbot)
        with qtbot.waitSignal(window.destroyed):
            window.deleteLater()
        del window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left.append(len(alive()))
    assert left[1] <= left[0]
