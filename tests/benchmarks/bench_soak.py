"""A day of sound through the live engine: memory, lost blocks, speed, and the same events as `predict`.

Run with `python tests/benchmarks/bench_soak.py MODEL [HOURS]`; 24 hours take 1.4 GB of disk. The tests run
ten minutes of it.
"""

import json
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import soundfile as sf

from audioclf_gui.audio.streams import FileInput
from audioclf_gui.jobs.listen import Listen, listen
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.decisions import Decision, EventTold, Phase
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.live import GAP, LiveScores

RATE_HZ = 8000
MINUTE_S = 60.0
FIRST_S = 3600.0
SETTINGS = LiveSettings(smoothing=0.3, cool_down_s=0.3)


@dataclass
class Soaked:
    """What became of the sound."""

    seconds: float  # of sound
    times_real_time: float
    growth_mb: float  # of the process after `FIRST_S` or half of the sound, at the most
    windows: int
    gaps: int
    events: list[tuple[str, float, float]]


def write_scene(path: Path, seconds: float, seed: int = 1) -> None:
    """Tones of random pitch and length in noise, with silence between, minute by minute."""
    random = np.random.default_rng(seed)
    time_s = np.arange(round(MINUTE_S * RATE_HZ)) / RATE_HZ
    with sf.SoundFile(path, "w", RATE_HZ, 1, "PCM_16", format="WAV") as file:
        for _minute in range(round(seconds / MINUTE_S)):
            sound = 0.003 * random.standard_normal(len(time_s))
            for start_s in np.arange(0.0, MINUTE_S, 5.0):
                length_s, pitch_hz = random.uniform(0.3, 3.0), random.uniform(200.0, 3500.0)
                heard = (time_s >= start_s) & (time_s < start_s + length_s)
                sound[heard] += 0.3 * np.sin(2 * np.pi * pitch_hz * time_s[heard])
            sound[-3 * RATE_HZ :] = 0.0
            file.write(sound.astype(np.float32))


def soak(bundle: Path, path: Path, settings: LiveSettings = SETTINGS, say=lambda *_: None) -> Soaked:
    """Listen to a file as to a microphone, as fast as it goes."""
    seconds = sf.info(path).duration
    first_s = min(FIRST_S, seconds / 2)
    windows = gaps = 0
    heard_s = base_mb = most_mb = 0.0
    events: list[tuple[str, float, float]] = []
    began = time.perf_counter()
    with closing(listen(Listen(bundle, FileInput(path, realtime=False), settings))) as told:
        for event in told:
            match event:
                case LiveScores():
                    windows += 1
                    if int(event.end_s / MINUTE_S) > int(heard_s / MINUTE_S):
                        now_mb = resident_mb()
                        if event.end_s <= first_s:
                            base_mb = most_mb = now_mb
                        most_mb = max(most_mb, now_mb)
                        say(event.end_s, now_mb, time.perf_counter() - began)
                    heard_s = event.end_s
                case Decision(reason=reason) if reason == GAP:
                    gaps += 1
                case EventTold(phase=Phase.ENDED):
                    events.append((event.event.class_name, event.event.start_s, event.event.end_s))
    took_s = time.perf_counter() - began
    return Soaked(heard_s, heard_s / took_s, most_mb - base_mb, windows, gaps, sorted(events))


def predicted(bundle: Path, path: Path, settings: LiveSettings = SETTINGS) -> tuple[int, list]:
    """How many windows, and the events, that `predict` finds in the same file."""
    found = predict_file(load_bundle(bundle), path, settings.hop_s, settings)
    return len(found.windows), sorted((one.class_name, one.start_s, one.end_s) for one in found.events)


def resident_mb() -> float:
    """Memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def difference_s(live: list, of_file: list) -> float:
    """The largest distance of the edges of the same events; infinite where they are not the same."""
    if [name for name, *_ in live] != [name for name, *_ in of_file]:
        return float("inf")
    pairs = zip(live, of_file, strict=True)
    edges = [abs(one[place] - other[place]) for one, other in pairs for place in (1, 2)]
    return max(edges, default=0.0)


def main() -> None:
    bundle, hours = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 24.0

    def say(heard_s: float, now_mb: float, took_s: float) -> None:
        if round(heard_s / MINUTE_S) % 30 == 0:
            print(
                f"{heard_s / 3600:5.1f} h  {now_mb:7.1f} MB  {heard_s / took_s:6.1f} x real time", flush=True
            )

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scene.wav"
        write_scene(path, hours * 3600.0)
        soaked = soak(bundle, path, say=say)
        told = asdict(soaked) | {"events": len(soaked.events)}
        print(json.dumps(told), flush=True)
        windows, events = predicted(bundle, path)
    print(f"windows {soaked.windows} live, {windows} of the file; lost blocks: {soaked.gaps}")
    print(f"events {len(soaked.events)} live, {len(events)} of the file,", end=" ")
    print(f"edges differ by {difference_s(soaked.events, events):.6f} s at most")
    print(f"growth after the first hour {soaked.growth_mb:.1f} MB                 target < 20")
    print(f"speed {soaked.times_real_time:.1f} x real time                        target >= 20")


if __name__ == "__main__":
    main()
