"""From the beginning of a sound in the room to its event on the screen, through a real sound server.

Run with `python tests/benchmarks/bench_live_latency.py`; it needs PulseAudio and no display. A model of three
demo sounds is trained, the whole window listens to a null sink, and a demo sound is played into that
`REPEATS` times. The beginning of the first is heard by a second listener (`parec` with 10 ms of latency).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from audioclf_gui.audio.demo_sounds import RATE_HZ, demo_clips
from audioclf_gui.audio.files import write_wav
from tests.sound_server import SoundServer

CLASSES = ("bell", "cricket", "frog")
PLAYED = "bell"
WINDOW_S, HOP_S, ALLOWED_S = 1.0, 0.25, 0.15
REPEATS, PERIOD_S, LEAD_S = 20, 4.0, 2.0
WARM_UP = 10


def trained(folder: Path) -> Path:
    """A project with a model of windows of one second."""
    for clip in demo_clips():
        if clip.class_name in CLASSES:
            path = folder / "sounds" / clip.class_name / f"{clip.site}-{clip.number}.wav"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_wav(path, clip.samples, RATE_HZ)
    project = folder / "project"
    for command in (
        ("new", project),
        ("import", project, folder / "sounds", "--layout", "folders"),
        ("train", project, "--preset", "fast", "--set", "epochs=12", "--set", f"window_s={WINDOW_S}"),
    ):
        subprocess.run([sys.executable, "-m", "audioclf_gui", *map(str, command)], check=True)
    return project


def scene(path: Path) -> None:
    """A demo sound again and again, with silence between."""
    sound = next(clip.samples for clip in demo_clips() if clip.class_name == PLAYED)
    loud = np.flatnonzero(np.abs(sound) > 0.1 * np.abs(sound).max())
    sound = sound[loud[0] : loud[0] + round(2.0 * RATE_HZ)]
    one = np.zeros(round(PERIOD_S * RATE_HZ), np.float32)
    one[: len(sound)] = sound
    lead = np.zeros(round(LEAD_S * RATE_HZ), np.float32)
    write_wav(path, np.concatenate([lead, np.tile(one, REPEATS)]), RATE_HZ)


class Ear(threading.Thread):
    """Tells when the first sound was in the room, beside the program."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.heard_at = 0.0
        command = ["parec", "--device=mic.monitor", "--format=s16le", "--rate=48000", "--channels=1"]
        self.process = subprocess.Popen([*command, "--latency-msec=10"], stdout=subprocess.PIPE)

    def run(self) -> None:
        while block := self.process.stdout.read(960):
            if np.abs(np.frombuffer(block, np.int16)).max() > 300:
                self.heard_at = time.monotonic()
                return


def inference_ms(bundle_folder: Path) -> float:
    """The median time of a thread for the answer to one window."""
    import torch

    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.inference import score_windows

    torch.set_num_threads(1)
    bundle = load_bundle(bundle_folder)
    rate_hz = bundle.card.front_end.rate_hz
    window = (0.1 * np.random.default_rng(1).standard_normal(round(WINDOW_S * rate_hz))).astype(np.float32)
    spent = []
    for _ in range(60):
        before = time.thread_time()
        score_windows(bundle, [window])
        spent.append(1000.0 * (time.thread_time() - before))
    return statistics.median(spent[WARM_UP:])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CONFIG_HOME"] = str(folder / "settings")
        project = trained(folder)
        scene(folder / "scene.wav")
        pulse = folder / "pulse"
        pulse.mkdir()
        server = SoundServer(pulse)
        server.start()
        try:
            os.environ.update(server.visible)
            late, cpu = listened(project, folder / "scene.wav")
        finally:
            server.stop()
        took_ms = inference_ms(next((project / "models").glob("run-*/bundle.json")).parent)
    median_ms, most_ms = 1000.0 * statistics.median(late), 1000.0 * max(late)
    limit_ms = 1000.0 * (WINDOW_S + HOP_S + ALLOWED_S)
    print(f"sound to screen: median {median_ms:.0f} ms, at most {most_ms:.0f} ms of {len(late)}", end="")
    print(f"     target <= {limit_ms:.0f}")
    print(f"inference        {took_ms:.1f} ms a 1-s window, one thread     target <= 15")
    print(f"processor        {cpu:.1%} of a core, the window included     target <= 25 %")


def listened(project: Path, sound: Path) -> tuple[list[float], float]:
    """How late each event was on the screen, and the share of a core that listening took."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from audioclf_gui.gui.app import make_application
    from audioclf_gui.gui.live.listener import State
    from audioclf_gui.gui.main_window import MainWindow
    from audioclf_gui.gui.session import Session

    app = make_application(["bench"])
    window = MainWindow(Session())
    window.resize(1280, 800)
    window.show()
    window.open_project(project)

    def until(holds, seconds=60.0) -> None:
        ends = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > ends:
                raise TimeoutError
            QApplication.processEvents()
            time.sleep(0.002)

    until(lambda: window.page is not None)
    window.page.show_workspace("live")
    live = window.page.desk.workspace("live")
    until(lambda: live.bar.input.has_devices)
    live.start()
    until(lambda: live.listener.state is State.LISTENING)

    seen: list[float] = []

    class Painted(QObject):
        """Notes when a new event has been painted."""

        def eventFilter(self, _watched, event) -> bool:
            if event.type() == QEvent.Type.Paint and len(live.sitting.log.accepted) > len(seen):
                QTimer.singleShot(0, note)
            return False

    def note() -> None:
        while len(live.sitting.log.accepted) > len(seen):
            seen.append(time.monotonic())

    painted = Painted()
    live.events.view.viewport().installEventFilter(painted)
    ear = Ear()
    ear.start()
    began, spent = time.monotonic(), time.process_time()
    with subprocess.Popen(["paplay", "--latency-msec=20", "--device=mic", sound]) as playing:
        until(lambda: playing.poll() is not None, LEAD_S + REPEATS * PERIOD_S + 30.0)
    cpu = (time.process_time() - spent) / (time.monotonic() - began)
    names = [live.sitting.log.rows[place].class_name for place in live.sitting.log.accepted]
    live.listener.stop()
    until(lambda: live.listener.is_idle)
    ear.process.terminate()
    window.close()
    app.quit()
    print("heard:", {name: names.count(name) for name in set(names)})
    onsets = [ear.heard_at + number * PERIOD_S for number in range(REPEATS)]
    first = [min((at for at in seen if at >= onset), default=np.inf) - onset for onset in onsets]
    return [late for late in first if late < PERIOD_S], cpu


if __name__ == "__main__":
    main()
