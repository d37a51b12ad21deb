"""How evenly the window lives: at rest, while it is used, while torch is loaded, and while a training runs.

A heart beats every 2 ms in a real window on the demo project. For each phase the middle, the 99th percentile
and the longest time between two beats are printed, less what the thread waited for a core that other programs
had, and what the training costs as ratios to the same window without it. Run
`xvfb-run -a env QT_QPA_PLATFORM=xcb python tests/benchmarks/bench_jitter.py [SECONDS]`, or without a display
by itself.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QComboBox

from audioclf_gui.gui.app import Shell, make_application
from audioclf_gui.gui.engine import CalmLoader, load_engine, load_rooms
from audioclf_gui.gui.project_page import ProjectPage
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme
from audioclf_gui.gui.worker import take_brief_turns
from audioclf_gui.jobs.demo import make_demo
from tests.benchmarks.watchdog import Watchdog

LONG_MS = 120_000
TARGET_RATIO, TARGET_STALL_MS = 2.0, 150.0


def wait(condition: Callable[[], bool], what: str) -> None:
    deadline = QDeadlineTimer(LONG_MS)
    while not condition():
        if deadline.hasExpired():
            raise SystemExit(f"gave up waiting for {what}")
        live(0.02)


def live(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def scroll(page: ProjectPage, seconds: float) -> None:
    """Look at a clip 20 times a second: closer, and back and forth."""
    editor = page.desk.workspace("label").editor
    for turn in range(round(seconds * 20)):
        editor.view.scroll_px(30 if turn // 10 % 2 else -30)
        live(0.05)


def main(seconds: float) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        for name in ("CONFIG", "CACHE", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name}"
        for _ in make_demo(Path(home, "demo")):
            pass
        measure(Path(home, "demo"), seconds)
    sys.stdout.flush()
    os._exit(0)  # the training need not end


def measure(demo: Path, seconds: float) -> None:
    take_brief_turns()
    app = make_application(sys.argv[:1])
    session = Session()
    apply_theme(app, session.scheme)
    shell = Shell(app, session)
    window = shell.window
    window.resize(1280, 800)
    window.show()
    window.open_project(demo)
    wait(lambda: window.page is not None, "the project")
    page = window.page
    rooms, engine = (CalmLoader(job, shell.is_calm) for job in (load_rooms, load_engine))
    loaded: list[object] = []
    for loader in (rooms, engine):
        loader.loaded.connect(lambda _result: loaded.append(True))
    dog = Watchdog()
    rooms.begin()
    wait(lambda: len(loaded) == 1, "the rooms")
    page.show_workspace("label")
    page.desk.workspace("label").editor.view.zoom(0.2)
    live(1.0)

    def phases(when: str) -> None:
        page.show_workspace("label")
        live(0.5)
        with dog.phase(f"scrolling, {when}"):
            scroll(page, seconds)
        page.show_workspace("train")
        live(0.5)
        with dog.phase(f"watching Train, {when}"):
            live(seconds)

    with dog.phase("torch is loaded"):
        engine.begin()
        wait(lambda: len(loaded) == 2, "torch")
    phases("at rest")
    train = page.desk.workspace("train")
    preset = next(box for box in train.findChildren(QComboBox) if box.findData("default") >= 0)
    preset.setCurrentIndex(preset.findData("default"))
    preset.activated.emit(preset.currentIndex())
    train.commands["train"].trigger()
    wait(train.commands["stop_training"].isEnabled, "the training to begin")
    live(3.0)  # and it computes
    phases("while training")
    print(f"still training at the end: {train.commands['stop_training'].isEnabled()}\n")
    show(dog)


def show(dog: Watchdog) -> None:
    print(f"{'ms between beats of 2 ms':34}{'p50':>7}{'p99':>7}{'longest':>9}   longest itself computing")
    figures = {}
    for name, pauses_ms in dog.pauses_ms.items():
        middle, p99, longest = np.percentile(pauses_ms, (50, 99, 100))
        figures[name] = p99
        print(f"{name:34}{middle:7.1f}{p99:7.1f}{longest:9.0f}{dog.worst_ms[name][1]:9.0f}")
    print()
    for what in ("scrolling", "watching Train"):
        ratio = figures[f"{what}, while training"] / figures[f"{what}, at rest"]
        print(f"{what + ', p99 while training / at rest':55}{ratio:6.2f}   target <= {TARGET_RATIO:g}")
    print(
        f"{'longest stall while torch is loaded, ms':55}{dog.worst_ms['torch is loaded'][0]:6.0f}"
        f"   target <= {TARGET_STALL_MS:g}"
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 20.0)
