"""Whatever kills the window, every edit that was made is there when it is opened again."""

import os
import random

import pytest

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.project import Project
from tests.killed import KilledAgain

KILLS = 50

_LOADING = """
from pathlib import Path
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.gui import project_page
from audioclf_gui.gui.label import workspace
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session

folder = Path(sys.argv[1])
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder.parent / "settings"))

def label_one(window):
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
"""
_LABELLING = """
app = QApplication([])
window = MainWindow(Session())
window.show()
window.open_project(folder)
timer = QTimer()
timer.timeout.connect(lambda: label_one(window))
QTimer.singleShot(0, lambda: timer.start(0))
app.exec()
"""


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no such signals")
def test_killing_the_window_fifty_times_loses_no_label(tmp_path, costs_at_most_the_edit_in_flight):
    folder = tmp_path / "project"
    facts = AudioFacts(rate_hz=8000, channels=1, frames=8000, encoding="WAV 16 bit")
    with Project.create(folder) as project:
        project.catalogue.add_clips([FoundClip(Candidate(folder / "first.wav", "dog"), facts, "0")])
        wanted = [FoundClip(Candidate(folder / f"{n}.wav"), facts, str(n)) for n in range(5000)]
        project.catalogue.add_clips(wanted)
    moments = random.Random(7)
    acknowledged = set()
    with KilledAgain(_LOADING, _LABELLING, folder) as window:
        for kill in range(KILLS):
            window.begin()
            acknowledged |= {int(window.line()) for _line in range(moments.randrange(1, 30))}
            acknowledged |= set(map(int, window.kill()))
            with Project.open(folder) as project:
                assert costs_at_most_the_edit_in_flight(project.notes)
                assert not project.read_only
                labelled = {
                    clip.id
                    for clip in project.catalogue.view.clips
                    if whole_clip_classes(project.catalogue.view.labels(clip.id))
                }
                assert acknowledged <= labelled
                assert len(labelled - acknowledged) <= kill + 2  # the one in flight at each kill
    assert len(acknowledged) > KILLS
