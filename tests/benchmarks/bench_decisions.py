"""What the fitted rule of decisions finds, beside a fixed threshold of 0.5 in the same run.

Run by hand: `python tests/benchmarks/bench_decisions.py FOLDER [--preset fast] [--set KEY=VALUE]`, with
ESC-10 in FOLDER, its table beside the folder audio. A model learns from folds 1 to 4 and another one from
the clips of the demonstration. Each is asked about sound that it does not know: twenty mixtures of clips of
fold 5 with pauses, in white, pink or brown noise 10 to 20 dB below them, and the scene of the
demonstration. An event is right if it is of the class of one that is there and both have half of what the
longer one covers in common; the error of edges is the median over the starts and ends of these. Then ten
minutes each of digital silence, and of white and pink noise at -60, -40 and -20 dBFS, in which every event
is a false alarm.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import bench_training
import numpy as np
import packs
import torch

from audioclf_gui.audio.demo_sounds import RATE_HZ as DEMO_HZ
from audioclf_gui.audio.demo_sounds import demo_clips, demo_scene
from audioclf_gui.audio.files import read_mono, write_wav
from audioclf_gui.audio.mixing import sounding_part
from audioclf_gui.audio.noises import noise
from audioclf_gui.ml.bundle import Bundle, load_bundle
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.ml.decisions import Event
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

RATE_HZ = 44_100
MIXTURES, MIXTURE_S = 20, 30.0
LEVEL = 0.05  # root mean square of each clip while it sounds
SNR_DB = (10.0, 20.0)
PAUSE_S = (1.0, 3.0)
QUIET_S = 600.0
IN_COMMON = 0.5
RULES = {"fitted": DecisionSettings(), "0.5": DecisionSettings(threshold=0.5)}
LEAST_GAIN = 0.10  # of event F1
MOST_EDGE_ERROR_S = 0.1

Truth = tuple[str, float, float]
"""Class, start and end of an event that is there, in seconds."""


@dataclass
class Count:
    """How events compare with what is there."""

    right: int = 0
    told: int = 0
    there: int = 0
    edges_s: list[float] | None = None

    def add(self, events: Sequence[Event], truth: Sequence[Truth]) -> None:
        """Count a sound; no event that is there is found twice."""
        free = list(truth)
        self.edges_s = self.edges_s or []
        self.told, self.there = self.told + len(events), self.there + len(truth)
        for event in events:
            found = next((one for one in free if is_same(event, one)), None)
            if found is not None:
                free.remove(found)
                self.right += 1
                self.edges_s += [abs(found[1] - event.start_s), abs(found[2] - event.end_s)]

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.told + self.there)

    def __str__(self) -> str:
        edge = 1000.0 * float(np.median(self.edges_s)) if self.edges_s else float("nan")
        recall, precision = self.right / max(1, self.there), self.right / max(1, self.told)
        return f"F1 {self.f1:.3f}, recall {recall:.3f}, precision {precision:.3f}, edges {edge:.0f} ms"


def is_same(event: Event, there: Truth) -> bool:
    """Whether an event is the one that is there."""
    name, start_s, end_s = there
    common_s = min(event.end_s, end_s) - max(event.start_s, start_s)
    return event.class_name == name and common_s >= IN_COMMON * max(
        event.end_s - event.start_s, end_s - start_s
    )


def mixtures(data: TrainingData, folder: Path, seed: int) -> Iterator[tuple[Path, list[Truth]]]:
    """Write them, each with what is there."""
    rng = np.random.default_rng(seed)
    for number in range(MIXTURES):
        sound = np.zeros(round(MIXTURE_S * RATE_HZ), np.float32)
        truth: list[Truth] = []
        at_s = float(rng.uniform(0.5, 2.0))
        while True:
            example = data.examples[int(rng.integers(len(data.examples)))]
            clip = read_mono(example.path, RATE_HZ)
            clip = clip[sounding_part(clip, RATE_HZ)]
            first, end_s = round(at_s * RATE_HZ), at_s + len(clip) / RATE_HZ
            if end_s > MIXTURE_S - 0.5:
                break
            sound[first : first + len(clip)] += clip * (LEVEL / np.sqrt(np.mean(np.square(clip))))
            truth.append((data.classes[example.classes[0]], at_s, end_s))
            at_s = end_s + float(rng.uniform(*PAUSE_S))
        snr_db, colour = float(rng.uniform(*SNR_DB)), ("white", "pink", "brown")[number % 3]
        sound += noise(colour, len(sound), RATE_HZ, rng) * LEVEL * 10.0 ** (-snr_db / 20.0)
        path = folder / f"mixture-{number:02}.wav"
        write_wav(path, np.clip(sound, -1.0, 1.0).astype(np.float32), RATE_HZ)
        yield path, truth


def quiet_sounds(folder: Path) -> Iterator[tuple[str, Path]]:
    """Write what has no event in it."""
    rng, frames = np.random.default_rng(7), round(QUIET_S * RATE_HZ)
    path = folder / "quiet.wav"
    write_wav(path, np.zeros(frames, np.float32), RATE_HZ)
    yield "digital silence", path
    for colour in ("white", "pink"):
        sound = noise(colour, frames, RATE_HZ, rng)
        for level_db in (-60, -40, -20):
            write_wav(path, np.clip(sound * 10.0 ** (level_db / 20.0), -1.0, 1.0), RATE_HZ)
            yield f"{colour} noise at {level_db} dBFS", path


def demo_data(folder: Path) -> TrainingData:
    """The clips of the demonstration; what is of one site is of one group."""
    labels: list[packs.Label] = []
    for clip in demo_clips():
        path = folder / f"{clip.class_name}-{clip.site}-{clip.number}.wav"
        write_wav(path, clip.samples, DEMO_HZ)
        labels.append((path, clip.class_name, clip.site, 0.0, None))
    return packs.labelled(labels)


def trained(data: TrainingData, folder: Path, preset: str, changes: Mapping[str, object]) -> Bundle:
    """A model of all these clips, whose decisions are fitted on those that another one has not learnt."""
    began = time.process_time()
    (plan,) = prepare(data, settings_for(preset, threads=1, device="cpu", **changes))
    for _ in run_training(plan, folder / "model", folder / "cache"):
        pass
    bundle = load_bundle(folder / "model")
    least = ", ".join(f"{one:.2f}" for one in bundle.card.thresholds)
    print(f"{len(data.examples)} clips in {time.process_time() - began:.0f} CPU-s; thresholds {least}")
    return bundle


def compare(what: str, bundle: Bundle, sounds: Sequence[tuple[Path, list[Truth]]]) -> None:
    """Print what each rule finds."""
    found = {name: Count() for name in RULES}
    for path, truth in sounds:
        for name, settings in RULES.items():
            found[name].add(predict_file(bundle, path, settings=settings).events, truth)
    for name, count in found.items():
        print(f"{what}, {name}: {count}", flush=True)
    gain = found["fitted"].f1 - found["0.5"].f1
    print(f"{what}: {100 * gain:+.1f} points ({100 * LEAST_GAIN:+.0f} are wanted)", flush=True)


def main() -> None:
    """Learn, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--preset", default="fast")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    torch.set_num_threads(1)
    changes = {key: float(value) for key, _, value in (one.partition("=") for one in options.set)}
    data = bench_training.load(options.folder)
    known, unknown = (
        replace(data, examples=tuple(one for one in data.examples if (one.fold == "5") == is_unknown))
        for is_unknown in (False, True)
    )
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for part in ("demo", "esc10"):
            (place / part).mkdir()
        demo = trained(demo_data(place / "demo"), place / "demo", options.preset, changes)
        scene = demo_scene()
        write_wav(place / "scene.wav", scene.samples, DEMO_HZ)
        there = [(one.text, one.start_s, one.end_s) for one in scene.regions]
        compare("scene of the demonstration", demo, [(place / "scene.wav", there)])
        bundle = trained(known, place / "esc10", options.preset, changes)
        compare("mixtures of ESC-10", bundle, list(mixtures(unknown, place, options.seed)))
        for what, path in quiet_sounds(place):
            alarms = {
                rule: len(predict_file(bundle, path, settings=one).events) for rule, one in RULES.items()
            }
            print(f"false alarms in ten minutes of {what}: {alarms}", flush=True)


if __name__ == "__main__":
    main()
