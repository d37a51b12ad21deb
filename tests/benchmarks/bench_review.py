"""Judging 500 suggestions by keys alone in a project of 100 000 clips.

Prints how long after each key the next picture is painted and the next sound comes out of a loudspeaker that
takes blocks of 10 ms, from which the time that a real device needs to open is missing; then takes every
decision back and looks whether the project is as before.
Run it with `python tests/benchmarks/bench_review.py`.
"""

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from bench_large_project import CLIPS, calm, make, seconds, wait_for
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunId, Suggestion, SuggestionDetail
from audioclf_gui.gui.app import make_application
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.review.queue import queue_sizes
from audioclf_gui.gui.review.workspace import ReviewWorkspace
from audioclf_gui.gui.session import Session

DECISIONS = 500
RATE_HZ, BLOCK = 48_000, 480
KEYS = (Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Y, Qt.Key.Key_2)


class Loudspeaker:
    """A PortAudio with one stream at a time; notes when the first sound of each came out."""

    PortAudioError = type("PortAudioError", (Exception,), {})
    CallbackStop = type("CallbackStop", (Exception,), {})
    default = SimpleNamespace(device={"input": -1, "output": 0})
    latency = 0.0

    def __init__(self) -> None:
        self.sounded_at = 0.0
        self.active = False
        self._callback: Callable[..., object] = lambda *_: None
        self._thread: threading.Thread | None = None

    def OutputStream(self, *, callback: Callable[..., object], **_settings: Any) -> "Loudspeaker":
        """The stream is the loudspeaker itself."""
        self._callback = callback
        return self

    def query_hostapis(self) -> list[dict[str, str]]:
        """One."""
        return [{"name": "Bench"}]

    def query_devices(self) -> list[dict[str, object]]:
        """One."""
        return [
            {
                "name": "Box",
                "index": 0,
                "hostapi": 0,
                "max_output_channels": 1,
                "default_samplerate": RATE_HZ,
            }
        ]

    def start(self) -> None:
        """Turn in a thread of its own, as the audio thread does."""
        self.active = True
        self._thread = threading.Thread(target=self._turn, daemon=True)
        self._thread.start()

    def abort(self) -> None:
        """Fall silent at once."""
        self.active = False
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    close = stop = abort

    @property
    def time(self) -> float:
        """The clock of the stream."""
        return time.monotonic()

    def _turn(self) -> None:
        while self.active:
            out = np.zeros((BLOCK, 1), np.float32)
            try:
                self._callback(out, BLOCK, SimpleNamespace(outputBufferDacTime=self.time), None)
            except self.CallbackStop:
                self.active = False
            if not self.sounded_at and np.any(out):
                self.sounded_at = time.perf_counter()
            time.sleep(BLOCK / RATE_HZ)


def fill(folder: Path) -> None:
    """Let every file sound, and a model suggest something for each unlabelled clip."""
    noise = folder.parent / "noise.wav"
    rng = np.random.default_rng(1)
    for part in sorted((folder / "audio").iterdir()):
        write_wav(noise, rng.normal(0.0, 0.1, 8000).astype(np.float32), 8000)
        (part / f"{int(part.name) * 500}.wav").write_bytes(noise.read_bytes())  # all its links have it then
    with Project.open(folder) as project:
        view = project.catalogue.view
        bare = [clip for clip in view.clips if not view.labels(clip.id)]
        classes = [one.id for one in view.classes]
        project.suggestions.put(
            [
                SuggestionDetail(
                    Suggestion(clip.id, RunId(1), classes[clip.id % 3], 0.3 + 0.6 * place / len(bare)), {}, ()
                )
                for place, clip in enumerate(bare)
            ]
        )
        print(f"{len(bare)} suggestions for unlabelled clips of {CLIPS}")


def main() -> None:
    """Make the project, judge, print."""
    speaker = Loudspeaker()
    sys.modules["sounddevice"] = speaker  # type: ignore[assignment]
    application = QApplication.instance() or make_application(["bench"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "large"
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        make(folder)
        fill(folder)
        window = MainWindow(Session())
        window.resize(1280, 800)
        window.show()
        window.open_project(folder)
        wait_for(lambda: window.page is not None)
        window.page.show_workspace("review")
        review = window.page.desk.workspace("review")
        calm(window)
        judge(application, window, review, speaker)
        window.close()
        wait_for(lambda: not window.isVisible())


def judge(
    application: QApplication, window: MainWindow, review: ReviewWorkspace, speaker: Loudspeaker
) -> None:
    """Press a key for each suggestion, and look when the next one is seen and heard."""
    view = window.page.context.document.view
    print(f"make the queue  {seconds(review._queue.now, 3) * 1000:6.0f} ms")
    print(f"count queues    {seconds(lambda: queue_sizes(view), 3) * 1000:6.0f} ms")
    review.panel.play_along.setChecked(True)
    review.grid.setFocus()
    pictures, sounds = [], []
    for number in range(DECISIONS):
        speaker.sounded_at, start = 0.0, time.perf_counter()
        QTest.keyClick(review.grid, KEYS[number % len(KEYS)])
        entry = review.grid.entries[review.grid.current]
        content = review._document.view.clip(entry.clip_id).content
        painted = 0.0
        while not (painted and speaker.sounded_at):
            application.processEvents()
            if not painted and review.loader.picture(content) is not None:
                review.grid.viewport().repaint()
                painted = time.perf_counter() - start
            assert time.perf_counter() - start < 10.0, number
        pictures.append(painted * 1000)
        sounds.append((speaker.sounded_at - start) * 1000)
    print(f"decided         {review.review.progress}")
    for what, taken in (("next picture", pictures), ("next sound", sounds)):
        taken.sort()
        median, late = statistics.median(taken), taken[DECISIONS * 95 // 100]
        print(f"{what:<15} {median:6.1f} ms median, {late:.1f} ms of 95 %, {taken[-1]:.1f} ms worst")
    undo(window, view)


def undo(window: MainWindow, before: Any) -> None:
    """Take every decision back, one at a time."""
    document = window.page.context.document
    start = time.perf_counter()
    for _ in range(DECISIONS):
        document.undo()
    taken = (time.perf_counter() - start) / DECISIONS
    is_as_before = all(
        document.view.labels(clip.id) == before.labels(clip.id)
        and document.view.rejected(clip.id) == before.rejected(clip.id)
        for clip in before.clips
    )
    print(f"undo            {taken * 1000:6.1f} ms each; the project is as before: {is_as_before}")


if __name__ == "__main__":
    main()
