"""A season in the field as people really keep it, made of our own sounds."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

RATE_HZ = 16_000
PITCH_HZ = {"owl": 500.0, "jay": 2500.0}
NIGHT = "20240101_050000"  # both recorders began at the same time, and call their files after it


@dataclass(frozen=True)
class Season:
    """Where everything lies."""

    recordings: Path  # two recorders with equal names, two MP3s, two FLACs of which one is broken
    clips: Path  # 25 cut-out sounds, which the table tells of
    table: Path  # saved by a spreadsheet: mark, semicolons, decimal commas, a stray blank row
    raven: Path  # a selection table over both MP3s and one that was lost, made from their WAVs
    raven_path: Path  # another one, which names recorder A by the path on somebody's Windows
    audacity: Path  # a label track beside recorder B's file, where "Jay " stands for jay


def calls(seconds: float, *events: tuple[str, float, float], seed: int = 0) -> np.ndarray:
    """Faint noise with tones: which class, from when, to when in seconds."""
    rng = np.random.default_rng(seed)
    sound = 0.003 * rng.standard_normal(round(seconds * RATE_HZ))
    for name, start_s, end_s in events:
        first, last = round(start_s * RATE_HZ), round(end_s * RATE_HZ)
        time_s = np.arange(last - first) / RATE_HZ
        pitch_hz = PITCH_HZ[name] * (1 + 0.05 * rng.uniform(-1, 1))
        sound[first:last] += 0.3 * np.sin(2 * np.pi * pitch_hz * time_s)
    return sound.astype(np.float32)


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Season:
    """The season, on disk."""
    folder = tmp_path_factory.mktemp("season")
    recordings, clips, results = folder / "recordings", folder / "cut", folder / "results"
    for place in ("recorderA", "recorderB", "mp3", "flac"):
        (recordings / place).mkdir(parents=True)
    clips.mkdir()
    results.mkdir()
    sf.write(recordings / "recorderA" / f"{NIGHT}.wav", calls(6.0, ("owl", 1.0, 2.0), seed=1), RATE_HZ)
    two_jays = calls(6.0, ("jay", 1.0, 2.0), ("jay", 4.0, 5.0), seed=2)
    sf.write(recordings / "recorderB" / f"{NIGHT}.wav", two_jays, RATE_HZ)
    dawn = calls(10.0, ("owl", 2.0, 3.0), ("owl", 6.0, 7.0), seed=3)
    sf.write(recordings / "mp3" / "dawn.mp3", dawn, RATE_HZ)
    sf.write(recordings / "mp3" / "dusk.mp3", calls(10.0, ("jay", 4.0, 5.0), seed=4), RATE_HZ)
    for name in ("whole", "broken"):
        sf.write(recordings / "flac" / f"{name}.flac", calls(8.0, seed=5), RATE_HZ)
    broken = recordings / "flac" / "broken.flac"
    damaged = bytearray(broken.read_bytes())
    damaged[len(damaged) // 2] ^= 0x10
    broken.write_bytes(damaged)
    return Season(
        recordings,
        clips,
        _spreadsheet(folder, clips),
        _raven(results),
        _raven_of_windows(results),
        _audacity(recordings),
    )


def _spreadsheet(folder: Path, clips: Path) -> Path:
    rows = ["Dateiname;Klasse;Fold;Standort"]
    for number in range(24):
        name = ("owl", "jay")[number % 2]
        sf.write(clips / f"{number:03}.wav", calls(1.0, (name, 0.2, 0.8), seed=100 + number), RATE_HZ)
        rows.append(f"{number:03}.wav;{name};{number // 2 % 3 + 1},0;{('Nord', 'Süd')[number % 4 // 2]}")
    sf.write(clips / "024.wav", calls(1.0, seed=124), RATE_HZ)
    rows += [";;;", "024.wav;#N/A;1,0;Nord", rows[1]]
    table = folder / "Tabelle.csv"
    table.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([*rows, ""]).encode())
    return table


def _raven(results: Path) -> Path:
    columns = ("Selection", "View", "Channel", "Begin Time (s)", "End Time (s)", "Low Freq (Hz)")
    rows: list[tuple[object, ...]] = [(*columns, "High Freq (Hz)", "Begin File", "Species")]
    for start_s, low_hz, file, species in (
        (2.0, 400, "dawn.wav", "owl"),
        (6.0, 400, "dawn.wav", "owl"),
        (4.0, 2300, "dusk.wav", "jay"),
        (1.0, 2300, "noon.wav", "jay"),
    ):
        times = ("Spectrogram 1", 1, start_s, start_s + 1)
        rows.append((len(rows), *times, low_hz, low_hz + 400, file, species))
    path = results / "all.selections.txt"
    path.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), "utf-8")
    return path


def _raven_of_windows(results: Path) -> Path:
    header = "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tBegin Path\tSpecies"
    row = f"1\tSpectrogram 1\t1\t1.0\t2.0\tD:\\field\\recorderA\\{NIGHT}.wav\towl"
    path = results / "windows.selections.txt"
    path.write_text(f"{header}\n{row}\n", "utf-8")
    return path


def _audacity(recordings: Path) -> Path:
    path = recordings / "recorderB" / f"{NIGHT}.txt"
    path.write_text("1.000000\t2.000000\tjay\n4.000000\t5.000000\tJay \n", "utf-8")
    return path
