"""Whatever kills the window, every edit that was made is there when it is opened again."""

import random
import signal
import subprocess
import sys

import pytest

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.project import Project

KILLS = 50

_LABELLING = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session

folder = Path(sys.argv[1])
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder.parent / "settings"))
app = QApplication([])
window = MainWindow(Session())
window.show()
window.open_project(folder)

def label_one():
    if window.page is None:
        return
    document = window.page.context.document
    workspace = window.page.desk.workspace("label")
    workspace.classes.plays.setChecked(False)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    workspace.clips.table.setFocus()
    clip = document.current
    QTest.keyClick(workspace.clips.table, Qt.Key.Key_1)
    given = whole_clip_classes(document.view.labels(clip.id))
    print(clip.id if given else "not labelled", flush=True)

timer = QTimer()
timer.timeout.connect(label_one)
QTimer.singleShot(0, lambda: timer.start(0))
app.exec()
"""


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killing_the_window_fifty_times_loses_no_label(tmp_path, costs_at_most_the_edit_in_flight):
    folder = tmp_path / "project"
    facts = AudioFacts(rate_hz=8000, channels=1, frames=8000, encoding="WAV 16 bit")
    with Project.create(folder) as project:
        project.catalogue.add_clips([FoundClip(Candidate(folder / "first.wav", "dog"), facts, "0")])
        wanted = [FoundClip(Candidate(folder / f"{n}.wav"), facts, str(n)) for n in range(5000)]
        project.catalogue.add_clips(wanted)
    moments = random.Random(7)
    acknowledged = set()
    for _kill in range(KILLS):
        command = [sys.executable, "-c", _LABELLING, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            for _line in range(moments.randrange(1, 30)):
                acknowledged.add(int(process.stdout.readline()))
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().split("\n")
            acknowledged |= {int(line) for line in rest[:-1]}
        with Project.open(folder) as project:
            assert costs_at_most_the_edit_in_flight(project.notes)
            assert not project.read_only
            labelled = {
                clip.id
                for clip in project.catalogue.view.clips
                if whole_clip_classes(project.catalogue.view.labels(clip.id))
            }
            assert acknowledged <= labelled
            assert len(labelled - acknowledged) <= 1 + _kill + 1  # the one in flight at each kill
    assert len(acknowledged) > KILLS
