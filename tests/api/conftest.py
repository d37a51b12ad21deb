import shutil
from pathlib import Path

import numpy as np
import pytest

import audioclf_gui as ac
from audioclf_gui.audio.files import write_wav

RATE_HZ = 4000
PITCHES_HZ = {"owl": 300.0, "wren": 1200.0}


def write_tone(path: Path, pitch_hz: float, seconds: float, rng: np.random.Generator) -> None:
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    tone = np.sin(2 * np.pi * pitch_hz * (1 + 0.02 * rng.standard_normal()) * time_s)
    path.parent.mkdir(parents=True, exist_ok=True)
    samples = 0.3 * tone + 0.02 * rng.standard_normal(len(time_s))
    write_wav(path, samples.astype(np.float32), RATE_HZ)


@pytest.fixture(scope="session")
def _learnt(tmp_path_factory) -> Path:
    """A folder of high and low tones, a project of them and one model that it has learnt."""
    folder = tmp_path_factory.mktemp("tones")
    rng = np.random.default_rng(1)
    for name, pitch_hz in PITCHES_HZ.items():
        for number in range(12):
            write_tone(folder / name / f"site{number % 4}-{number:02}.wav", pitch_hz, 0.5, rng)
        for number in range(2):
            write_tone(folder / "later years" / name / f"{number}.wav", pitch_hz, 0.5, rng)
    write_tone(folder / "scene.wav", PITCHES_HZ["wren"], 3.0, rng)
    with ac.new_project(folder / "project") as project:
        ac.import_clips(project, [folder / "owl", folder / "wren"], name_parts="{group}-{}")
        ac.import_clips(project, folder / "scene.wav")
        ac.train(project, "fast", epochs=3, seed=1, threads=1)
    return folder


@pytest.fixture
def folder(_learnt, tmp_path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(_learnt, tmp_path / "tones"))


@pytest.fixture
def project(folder):
    with ac.open_project(folder / "project") as project:
        yield project


@pytest.fixture
def run(project):
    (run,) = project.runs
    return run


@pytest.fixture
def model(run):
    return ac.load_model(run)
