"""What the window costs on recordings of hours, from the start of its process to a picture that stays.

Prints, for each file: seconds until the first picture and until the exact one, CPU seconds by then as a ratio
to decoding the file once, and the most memory over that of the empty window; then the same memory after a
walk of zooming and scrolling; and what the window holds while it goes through thirty clips, twice. Run
`python tests/benchmarks/bench_long_file.py [HOURS...]`. A day or more is written at 16 kHz, and once more as
RF64 and W64 of twice that rate and two channels, beyond 4 GB.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile as sf

ROOT = Path(__file__).resolve().parents[2]
RATE_HZ = 44_100
DAY_RATE_HZ = 16_000
CLIPS, CLIP_HOURS = 30, 0.1

WINDOW = """
import os, random, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from audioclf_gui.gui.app import Shell, make_application
from audioclf_gui.gui.engine import load_rooms
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme

def most_mb():
    return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024

def wait_for(condition, seconds=120.0):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()

app = make_application(sys.argv[:1])
session = Session()
apply_theme(app, session.scheme)
shell = Shell(app, session)
window = shell.window
window.resize(1600, 1000)
window.show()
"""

LOOK = """
begun, path, walk_s = float(sys.argv[1]), sys.argv[2], float(sys.argv[3])
if not path:
    list(load_rooms())
    wait_for(lambda: False, 1.0)
    print(most_mb(), flush=True)
    os._exit(0)
window.open_files([Path(path)])
wait_for(lambda: window.page is not None)
editor = window.page.desk.workspace("label").editor
wait_for(lambda: editor.spectrogram.picture is not None and editor.wave.picture is not None)
first = time.time() - begun
wait_for(lambda: editor.spectrogram.picture.is_exact and editor.wave.picture.is_exact)
print(first, time.time() - begun, time.process_time(), most_mb())
list(load_rooms())
chance, view = random.Random(1), editor.view
end = time.monotonic() + walk_s
while time.monotonic() < end:
    span_s = chance.choice((1.0, 5.0, 20.0, 60.0, 300.0, 1200.0))
    start_s = chance.random() * (view.duration_s - span_s)
    view.show_span(start_s, start_s + span_s)
    wait_for(lambda: editor.spectrogram.picture.is_exact, 0.5)
    view.scroll_px(chance.randint(-1500, 1500))
    wait_for(lambda: False, 0.05)
print(most_mb(), flush=True)
os._exit(0)
"""

CLIPS_WALK = """
def now_mb():
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) / 1024

list(load_rooms())
window.open_files(sorted(Path(sys.argv[1]).iterdir()))
wait_for(lambda: window.page is not None and len(window.page.context.document.view.clips) == int(sys.argv[2]))
document, editor = window.page.context.document, window.page.desk.workspace("label").editor
pane = editor.spectrogram
for turn in range(2):
    for clip in document.view.clips:
        document.set_current(clip.id)
        wait_for(lambda: pane.clip_view is not None and pane.clip_view.is_exact)
        editor.view.show_span(10.0, 15.0)
        wait_for(lambda: pane.picture is not None and pane.picture.is_exact, 1.0)
        wait_for(lambda: False, 0.1)
        print(now_mb(), flush=True)
os._exit(0)
"""


def write(path: Path, hours: float, rate_hz: int, channels: int = 1) -> Path:
    random = np.random.default_rng(0)
    noise = [0.02 * random.standard_normal((rate_hz * 10, channels), np.float32) for _ in range(16)]
    container = {".wav": "WAV", ".flac": "FLAC", ".rf64": "RF64", ".w64": "W64"}[path.suffix]
    with sf.SoundFile(path, "w", rate_hz, channels, "PCM_16", format=container) as file:
        for part in range(round(hours * 360)):
            sound = noise[part % len(noise)].copy()
            start = random.integers(0, len(sound) - rate_hz // 10)
            sound[start : start + rate_hz // 20] *= 10
            file.write(sound)
    return path


def decoding_s(path: Path) -> float:
    """CPU seconds that reading all of it takes."""
    begun = time.process_time()
    with sf.SoundFile(path) as file:
        buffer = np.empty((2**18, file.channels), np.int16)
        while len(file.read(out=buffer)):
            pass
    return time.process_time() - begun


def looked_at(path: str, home: str, walk_s: float = 10.0) -> list[list[float]]:
    return ran(LOOK, home, str(time.time()), path, str(walk_s))


def ran(program: str, home: str, *arguments: str) -> list[list[float]]:
    """The numbers that a program prints about the window that it drives."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",
        **{f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "CACHE", "DATA")},
    }
    command = [sys.executable, "-c", WINDOW + program, *arguments]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return [[float(word) for word in line.split()] for line in done.stdout.splitlines()]


def main(hours: list[float]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ((empty_mb,),) = looked_at("", f"{folder}/empty")
        print(f"empty window: {empty_mb:.0f} MB at most")
        for length in hours:
            is_day = length >= 24
            for suffix in (".wav", ".flac"):
                path = Path(folder, f"{length:g} h{suffix}")
                show(write(path, length, DAY_RATE_HZ if is_day else RATE_HZ), empty_mb)
            for suffix in (".rf64", ".w64") if is_day else ():
                path = Path(folder, f"{length:g} h{suffix}")
                show(write(path, length, 2 * DAY_RATE_HZ, 2), empty_mb)
        walk_over_clips(Path(folder, "clips"), f"{folder}/home of clips", empty_mb)


def walk_over_clips(folder: Path, home: str, empty_mb: float) -> None:
    """Print what the window holds in memory while it goes through many clips."""
    folder.mkdir()
    for number in range(CLIPS):
        write(folder / f"{number:02}.wav", CLIP_HOURS, RATE_HZ)
    held_mb = [one - empty_mb for (one,) in ran(CLIPS_WALK, home, str(folder), str(CLIPS))]
    fifths = (held_mb[at * len(held_mb) // 5] for at in range(1, 5))
    print(
        f"{CLIPS} clips of {CLIP_HOURS * 60:g} min, twice: " + ", ".join(f"+{one:.0f}" for one in fifths),
        end="",
    )
    print(f", +{held_mb[-1]:.0f} MB at the end, at most +{max(held_mb):.0f} MB")


def show(path: Path, empty_mb: float) -> None:
    """Print what one file costs, and remove it."""
    (first_s, exact_s, cpu_s, opened_mb), (walked_mb,) = looked_at(
        str(path), f"{path.parent}/home of {path.stem}{path.suffix[1:]}"
    )
    print(f"{path.name:10} first picture {first_s:5.2f} s, exact {exact_s:5.2f} s", end=", ")
    print(f"{cpu_s:5.2f} CPU-s ({cpu_s / decoding_s(path):4.1f} x decoding)", end=", ")
    print(
        f"at most +{opened_mb - empty_mb:.0f} MB, after the walk +{walked_mb - empty_mb:.0f} MB", flush=True
    )
    path.unlink()


if __name__ == "__main__":
    main([float(word) for word in sys.argv[1:]] or [1.0])
