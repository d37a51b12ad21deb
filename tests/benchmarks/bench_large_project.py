"""A project of 100 000 clips: how long opening, filtering and scrolling take.

Prints seconds and, since machines differ, ratios to something comparable timed in the same run.
Run it with `python tests/benchmarks/bench_large_project.py`.
"""

import os
import sqlite3
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.core.query import matching_rows
from audioclf_gui.gui.label.clip_model import ClipTableModel

CLIPS = 100_000
QUERIES = ("7.wav", "class:dog", "is:unlabelled", "group:site3 -class:dog len:<2")


def make(folder: Path) -> None:
    """A project whose clips all stand for a one-second file."""
    facts = AudioFacts(rate_hz=8000, channels=1, frames=8000, encoding="WAV 16 bit")
    names = ("dog", "cat", "owl", "")
    with Project.create(folder) as project:
        for start in range(0, CLIPS, 1000):
            project.catalogue.add_clips(
                [
                    FoundClip(
                        Candidate(
                            folder / f"audio/{number // 500}/{number}.wav",
                            names[number % 4],
                            f"site{number % 7}",
                        ),
                        facts,
                        f"{number:032x}",
                    )
                    for number in range(start, start + 1000)
                ]
            )


def seconds(action: object, times: int = 1) -> float:
    """The shortest of several goes."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Make the project, time it, print."""
    _application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "large"
        make(folder)
        file = folder / "large.audioclf"
        raw = seconds(
            lambda: [
                sqlite3.connect(file).execute(f"SELECT * FROM {table}").fetchall()
                for table in ("clips", "labels")
            ],
            3,
        )
        opening = seconds(lambda: Project.open(folder).close(), 3)
        print(
            f"open            {opening:6.2f} s    {opening / raw:5.1f} x reading the bare rows ({raw:.2f} s)"
        )
        project = Project.open(folder)
        scan = seconds(lambda: [clip for clip in project.catalogue.view.clips if clip.id], 3)
        for query in QUERIES:
            taken = seconds(lambda query=query: matching_rows(project.catalogue.view, query), 3)
            print(f"filter          {taken * 1000:6.0f} ms   {taken / scan:5.1f} x a bare loop    {query}")
        view = QTableView()
        model = ClipTableModel(project)
        model.show(project.catalogue.view.clips)
        view.setModel(model)
        view.resize(400, 800)
        view.show()
        QTest.qWaitForWindowExposed(view)
        bar = view.verticalScrollBar()
        frames = []
        for step in range(200):
            start = time.perf_counter()
            bar.setValue(step * bar.maximum() // 200)
            view.viewport().repaint()
            frames.append(time.perf_counter() - start)
        frames.sort()
        median, worst = frames[100] * 1000, frames[-1] * 1000
        print(f"scroll a page   {median:6.1f} ms   worst {worst:.1f} ms, {worst / median:.1f} x the median")
        project.close()


if __name__ == "__main__":
    main()
