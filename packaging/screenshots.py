#!/usr/bin/env python3
"""Take the README's pictures: the workspaces and a report on the demo project, light and dark.

    .venv/bin/python packaging/screenshots.py PROJECT [--size WIDTH HEIGHT] [--only PICTURE ...]

PROJECT is a folder for the demo project; it is made and trained on where it is missing. Without names
all pictures are taken. The window is driven through its own parts, so the pictures show what the program
really does.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QPushButton

from audioclf_gui.audio.files import Frames, read_mono, write_wav
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.project import Project
from audioclf_gui.core.resources import resources
from audioclf_gui.gui.app import make_application
from audioclf_gui.gui.label.workspace import LabelWorkspace
from audioclf_gui.gui.live.workspace import LiveWorkspace
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.project_page import ProjectPage
from audioclf_gui.gui.review.workspace import ReviewWorkspace
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme
from audioclf_gui.gui.train.tabbed_panel import TabbedPanel
from audioclf_gui.gui.train.workspace import TrainWorkspace
from audioclf_gui.jobs.report_runs import ReportRuns, report_runs, to_report

LONG_MS = 600_000
SETTLE_MS = 4_000  # pictures sharpen in the background
FOLD_EPOCHS = 30
AUDIOCLF = Path(sys.executable).with_name("audioclf")
SESSIONS = 6
TELEPHONE_HZ = (300.0, 3400.0)
BROWSERS = ("chromium-headless-shell", "chromium")
REPORT, REPORT_SIZE = "report", "1280,1500"


def let_live(milliseconds: int) -> None:
    """Run the window's loop for a while; QTest's own wait would keep other threads from running."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Let the window live until something has happened."""
    deadline = QDeadlineTimer(LONG_MS)
    while not condition():
        if deadline.hasExpired():
            raise SystemExit(f"gave up waiting for {what}")
        let_live(20)


def ready(folder: Path) -> None:
    """Make the demo project and train on it, unless that was done before."""
    if folder.is_dir():
        with Project.open(folder) as project:
            if any(run.report for run in project.runs.all):
                return
    command = [sys.executable, "-m", "audioclf_gui", "demo", str(folder), "--no-window"]
    subprocess.run(command, check=True)


def show_train(window: MainWindow, page: ProjectPage) -> None:
    """The finished run; its suggestions are made, for the other workspaces to show."""
    workspace = page.desk.workspace("train")
    assert isinstance(workspace, TrainWorkspace)
    if not any(page.context.document.view.suggestion(clip.id) for clip in page.context.document.view.clips):
        workspace.suggest()
        wait_for(lambda: not workspace.suggester.is_running, "suggestions")
    wait_for(lambda: not window.tasks.running, "the data check")


def show_label(_window: MainWindow, page: ProjectPage) -> None:
    """A stretch of the long scene with its labels."""
    workspace = page.desk.workspace("label")
    assert isinstance(workspace, LabelWorkspace)
    scene = the_scene(page)
    page.context.document.set_current(scene.id)
    view = workspace.editor.view
    wait_for(lambda: abs(view.duration_s - scene.duration_s) < 1, "the scene")
    let_live(SETTLE_MS)
    view.show_span(20.0, 42.0)
    view.set_cursor(29.0)
    let_live(SETTLE_MS)


def show_review(_window: MainWindow, page: ProjectPage) -> None:
    """The first page of suggestions, two of them judged."""
    workspace = page.desk.workspace("review")
    assert isinstance(workspace, ReviewWorkspace)
    let_live(SETTLE_MS)
    if len(page.context.document.project.catalogue.history()) == 1:  # the demo was made, nothing since
        workspace.accept()
        workspace.reject()


def show_live(_window: MainWindow, page: ProjectPage) -> None:
    """Listening to the scene, a while after it began."""
    workspace = page.desk.workspace("live")
    assert isinstance(workspace, LiveWorkspace)
    scene = the_scene(page)
    workspace.bar.input.add_file(page.context.document.view.audio_path(scene), realtime=True)
    workspace.start()
    wait_for(lambda: len(workspace.sitting.log.regions()) >= 5, "events")


def the_scene(page: ProjectPage) -> Clip:
    """The demo's one long recording."""
    return max(page.context.document.view.clips, key=lambda clip: clip.duration_s)


def tab_called(panel: TabbedPanel, name: str) -> QPushButton:
    """The tab of that name."""
    return next(tab for tab in panel.tabs if tab.text() == name)


def show_folds(_window: MainWindow, page: ProjectPage) -> None:
    """A cross-validation, its curves and how its thresholds do."""
    workspace = page.desk.workspace("train")
    assert isinstance(workspace, TrainWorkspace)
    check_on = workspace.settings.check_on
    wait_for(lambda: check_on.findData("every fold") >= 0, "the folds")
    workspace.settings.suggest.setChecked(False)
    workspace.choice.choose_preset("default")
    workspace.choice.set(epochs=FOLD_EPOCHS)
    check_on.setCurrentIndex(check_on.findData("every fold"))
    workspace.train()
    wait_for(lambda: not workspace.trainer.is_running, "the folds")
    tab_called(workspace.answers.left, "Thresholds").click()
    let_live(SETTLE_MS)


def show_reliability(_window: MainWindow, page: ProjectPage) -> None:
    """Whether the scores mean what they say, and which group is the hard one."""
    workspace = page.desk.workspace("train")
    assert isinstance(workspace, TrainWorkspace)
    tab_called(workspace.answers.left, "Reliability").click()
    tab_called(workspace.answers.right, "Per group").click()
    let_live(SETTLE_MS)


def show_learning_curve(_window: MainWindow, page: ProjectPage) -> None:
    """Whether more labels would help."""
    workspace = page.desk.workspace("train")
    assert isinstance(workspace, TrainWorkspace)
    tab_called(workspace.answers.left, "Labels").click()
    labels = workspace.answers.labels
    labels.learner.setCurrentIndex(labels.learner.findData("forest"))
    labels.more.click()
    wait_for(labels.plot.isVisible, "the learning curve")
    let_live(SETTLE_MS)


def show_search(_window: MainWindow, page: ProjectPage) -> None:
    """Twelve trials and what the best of them is worth."""
    workspace = page.desk.workspace("train")
    assert isinstance(workspace, TrainWorkspace)
    tab_called(workspace.answers.left, "Search").click()
    workspace.answers.search.start.click()
    wait_for(lambda: workspace.answers.search.found is not None, "the search")
    let_live(SETTLE_MS)


def show_over_time(_window: MainWindow, page: ProjectPage) -> None:
    """What the model heard in six sessions, the last two of them through a telephone."""
    workspace = page.desk.workspace("train")
    assert isinstance(workspace, TrainWorkspace)
    project = page.context.document.project
    run = project.runs.with_model[0]
    with tempfile.TemporaryDirectory() as place:
        for session in range(SESSIONS):
            heard = Path(place) / f"session {session}"
            heard.mkdir()
            for clip in page.context.document.view.clips[session :: SESSIONS + 1]:
                path = page.context.document.view.audio_path(clip)
                samples, rate_hz = read_mono(path), clip.audio.rate_hz
                if session >= SESSIONS - 2:
                    samples = by_telephone(samples, rate_hz)
                write_wav(heard / f"{clip.id}.wav", samples, rate_hz)
            command = ["predict", str(project.runs.bundle_path(run)), str(heard), "--out", f"{place}/events"]
            subprocess.run([AUDIOCLF, *command], check=True)
    tab_called(workspace.answers.left, "Over time").click()
    watch = workspace.answers.watch
    watch.by.setCurrentIndex(watch.by.findData("session"))
    watch.compare.click()
    wait_for(lambda: watch.found is not None, "the comparison")
    let_live(SETTLE_MS)


def by_telephone(samples: Frames, rate_hz: int) -> Frames:
    """The same without what is below 300 and above 3400 Hz."""
    spectrum = np.fft.rfft(samples)
    hz = np.fft.rfftfreq(len(samples), 1.0 / rate_hz)
    spectrum[(hz < TELEPHONE_HZ[0]) | (hz > TELEPHONE_HZ[1])] = 0.0
    return np.fft.irfft(spectrum, len(samples)).astype(np.float32)


SHOW = {
    "train": ("train", show_train),
    "label": ("label", show_label),
    "review": ("review", show_review),
    "live": ("live", show_live),
    "folds": ("train", show_folds),
    "reliability": ("train", show_reliability),
    "learning-curve": ("train", show_learning_curve),
    "search": ("train", show_search),
    "over-time": ("train", show_over_time),
}
"""For each picture the workspace, and what brings it there."""


def picture_report(folder: Path, out: Path) -> None:
    """The beginning of the report of the newest run, as a browser shows it; nothing where there is none."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("no picture of the report: there is no Chromium here")
        return
    with tempfile.TemporaryDirectory() as place, Project.open(folder) as project:
        file = Path(place) / "report.html"
        request = ReportRuns(to_report(project.runs, project.runs.all[-1:]), file)
        result_of(report_runs(request, project.view()))
        for number, scheme in enumerate(("dark", "light")):  # as Chromium numbers them
            command = [
                browser,
                *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
                f"--blink-settings=preferredColorScheme={number}",
                f"--window-size={REPORT_SIZE}",
                f"--user-data-dir={place}/{scheme}",
                f"--screenshot={out / f'report-{scheme}.png'}",
                file.as_uri(),
            ]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def asked() -> argparse.Namespace:
    """The project, the size of the window and the names of the pictures."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--size", type=int, nargs=2, default=(1600, 1000), metavar=("WIDTH", "HEIGHT"))
    names = (*SHOW, REPORT)
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="PICTURE")
    return parser.parse_args()


def main() -> None:
    """Take every picture."""
    wanted = asked()
    folder = wanted.project.absolute()
    out = resources() / "screenshots"
    out.mkdir(exist_ok=True)
    ready(folder)
    os.environ["XDG_CONFIG_HOME"] = str(folder.parent / "settings")
    app = make_application(["screenshots"])
    window = MainWindow(Session())
    window.resize(*wanted.size)
    window.show()
    window.open_project(folder)
    wait_for(lambda: window.page is not None, "the project")
    page = window.page
    assert page is not None
    for name, (workspace, show) in SHOW.items():
        if name not in wanted.only:
            continue
        page.show_workspace(workspace)
        show(window, page)
        window.message_bar.clear()  # what was said on the way is no part of the picture
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            apply_theme(app, scheme)
            let_live(600)
            window.grab().save(str(out / f"{name}-{scheme.name.lower()}.png"))
    window.close()
    wait_for(lambda: not window.isVisible(), "the end")
    if REPORT in wanted.only:
        picture_report(folder, out)


if __name__ == "__main__":
    main()
