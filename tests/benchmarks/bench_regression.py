"""How well a number is estimated, from table to live: signal-to-noise ratio of speech, pitch of tones.

Run by hand: `python tests/benchmarks/bench_regression.py [FOLDER] [--sounds 480] [--set KEY=VALUE]`. FOLDER
holds a table `speech.csv` with the columns filename and speaker_id beside a folder `audio`. Stretches of its
recordings are mixed with pink or white noise at known ratios. Without FOLDER it is tones of four octaves in
white noise whose pitch is to be told, in semitones. A table of the numbers is imported; the default preset
learns them with one thread, judged by speakers it has not heard. Then files are predicted on the command
line, by the job that the window calls, and live from a file: all have to say the same.
"""

import argparse
import csv
import io
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import numpy as np
import soundfile

from audioclf_gui.audio.files import write_wav
from audioclf_gui.cli.main import main as audioclf
from audioclf_gui.core.generators import result_of
from audioclf_gui.jobs.predict import Predict, predict

RATE_HZ = 16000
LENGTH_S = 2.0
LOWEST_DB, HIGHEST_DB = -10.0, 30.0
HOP_S = 0.5
LOWEST_HZ, OCTAVES = 200.0, 4.0

Row = tuple[str, str, str]
"""File, speaker and number."""


def mixtures(source: Path, folder: Path, count: int) -> list[Row]:
    """So many wav files in `folder`, their speakers and ratios in dB."""
    with (source / "speech.csv").open(encoding="utf-8", newline="") as table:
        recordings = list(csv.DictReader(table))
    rng = np.random.default_rng(0)
    frames = round(LENGTH_S * RATE_HZ)
    rows = []
    for number in range(count):
        recording = recordings[number * len(recordings) // count]
        speech = _loudest(source / "audio" / recording["filename"], frames)
        noise = _noise(frames, rng, pink=bool(number % 2))
        snr_db = float(rng.uniform(LOWEST_DB, HIGHEST_DB))
        mixed = speech / _rms(speech) * 10 ** (snr_db / 20) + noise / _rms(noise)
        level = 10 ** (rng.uniform(-30, -15) / 20)  # so that loudness tells nothing
        name = f"{number:04}.wav"
        write_wav(folder / name, np.clip(level * mixed / _rms(mixed), -1, 1).astype(np.float32), RATE_HZ)
        rows.append((name, recording["speaker_id"], f"{snr_db:.2f}"))
    return rows


def tones(folder: Path, count: int) -> list[Row]:
    """So many wav files in `folder`, each by itself, and their pitch in semitones above the lowest."""
    rng = np.random.default_rng(0)
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    rows = []
    for number in range(count):
        octaves, snr_db, level_db = rng.uniform([0.0, 5.0, -30.0], [OCTAVES, 25.0, -10.0])
        tone = np.sin(2 * np.pi * LOWEST_HZ * 2**octaves * time_s)
        noisy = tone / _rms(tone) + 10 ** (-snr_db / 20) * rng.standard_normal(len(time_s))
        name = f"{number:04}.wav"
        sound = 10 ** (level_db / 20) * noisy / _rms(noisy)
        write_wav(folder / name, np.clip(sound, -1, 1).astype(np.float32), RATE_HZ)
        rows.append((name, f"tone {number}", f"{12 * octaves:.2f}"))
    return rows


def table_of(rows: Sequence[Row], file: Path, column: str) -> Path:
    """The table that says speaker and number of each file."""
    with file.open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([("file", "speaker", column), *rows])
    return file


def _loudest(path: Path, frames: int) -> np.ndarray:
    """The stretch of a recording with the most energy."""
    sound, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    assert rate_hz == RATE_HZ, path
    mono = sound.mean(axis=1)
    if len(mono) < frames:
        mono = np.pad(mono, (0, frames - len(mono)), mode="wrap")
    energy = np.cumsum(np.concatenate([[0.0], np.square(mono, dtype=np.float64)]))
    start = int((energy[frames:] - energy[:-frames]).argmax())
    return mono[start : start + frames]


def _noise(frames: int, rng: np.random.Generator, *, pink: bool) -> np.ndarray:
    white = np.fft.rfft(rng.standard_normal(frames))
    falling = np.sqrt(np.maximum(np.arange(len(white)), 1.0)) if pink else 1.0
    return np.fft.irfft(white / falling, frames)


def _rms(sound: np.ndarray) -> float:
    return float(np.sqrt(np.square(sound, dtype=np.float64).mean()))


def told(*arguments: object) -> str:
    """What a command prints."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = audioclf([str(argument) for argument in arguments])
    if status:
        raise SystemExit(f"audioclf {arguments[0]} ended with {status}: {err.getvalue()}")
    return out.getvalue()


def values_of_window(model: Path, file: Path) -> list[float]:
    """What the job says that the window calls."""
    found: list[object] = []
    result_of(predict(Predict(model, (file,), hop_s=HOP_S)), found.append)
    (prediction,) = [one for one in found if hasattr(one, "windows")]
    return [float(window.scores[0]) for window in prediction.windows]


def greatest_difference(model: Path, files: list[Path]) -> float:
    """Of what command line, window and live say about the windows of files."""
    greatest = 0.0
    for file in files:
        (answer,) = json.loads(told("predict", model, file, "--hop-s", HOP_S, "--json"))
        by_command = [one["value"] for one in answer["windows"]]
        calm = ("--smoothing", 0, "--silence-db", -120, "--hop-s", HOP_S, "--json")
        lines = told("live", model, "--input", f"file:{file}", *calm).splitlines()
        live = [json.loads(line)["value"] for line in lines]
        for other in (values_of_window(model, file), live):
            greatest = max(greatest, float(np.abs(np.subtract(by_command, other)).max()))
    return greatest


def main() -> None:
    """Print the figures, and fail below those that are promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--sounds", type=int, help="by default 480 mixtures or 80 tones")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, project = Path(place) / "sounds", Path(place) / "project"
        folder.mkdir()
        if options.folder is None:
            rows, column = tones(folder, options.sounds or 80), "pitch_st"
        else:
            rows, column = mixtures(options.folder, folder, options.sounds or 480), "snr_db"
        table = table_of(rows, folder / "numbers.csv", column)
        told("new", project)
        columns = ("--path-column", "file", "--group-column", "speaker", "--target-column", column)
        told("import", project, folder, "--table", table, *columns)
        changed = [part for pair in ("threads=1", "refit=false", *options.set) for part in ("--set", pair)]
        began = time.process_time()
        report = json.loads(
            told("train", project, "--preset", "default", "--device", "cpu", *changed, "--json")
        )
        spent_s = time.process_time() - began
        model = project / "models" / "run-0001"
        difference = greatest_difference(model, sorted(folder.glob("*.wav"))[:5])
        unit = report["unit"] or "semitones"
        print(
            f"{len(rows)} sounds, {report['epochs']} epochs, {spent_s:.0f} CPU-s:"
            f" R² {report['r2']:.3f}, MAE {report['mae']:.2f} {unit}, RMSE {report['rmse']:.2f} {unit}"
            f" (guessing {report['guess_rmse']:.2f} {unit}), bias {report['bias']:+.2f} {unit}, judged on"
            f" {report['clips']['test'] or report['clips']['valid']} clips of unheard speakers"
        )
        print(f"command line, window and live differ by {difference:.1e} {unit} at most")
    if report["r2"] < 0.85 or difference > 1e-4:
        sys.exit("promised are R² 0.85 and 1e-4")


if __name__ == "__main__":
    main()
