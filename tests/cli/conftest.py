import json
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.cli.main import main

RATE_HZ = 4000
PITCHES = 24


@pytest.fixture
def audioclf(capsys):
    """Run a command as a shell would; gives its exit status, its standard output and its standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as exit_:  # argparse: wrong usage
            status = int(exit_.code or 0)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture
def audioclf_json(audioclf):
    """Run a command with --json; gives its exit status and the document."""

    def run(*arguments: object) -> tuple[int, object]:
        status, out, _err = audioclf(*arguments, "--json")
        return status, json.loads(out)

    return run


@pytest.fixture(scope="session")
def tones(tmp_path_factory) -> Path:
    """A folder of folders: low and high tones in noise, 12 half-second clips of each, from 4 sites."""
    folder = tmp_path_factory.mktemp("tones")
    rng = np.random.default_rng(1)
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    for name, pitch_hz in (("low", 300.0), ("high", 1200.0)):
        for number in range(12):
            tone = np.sin(2 * np.pi * pitch_hz * (1 + 0.02 * rng.standard_normal()) * time_s)
            samples = 0.3 * tone + 0.02 * rng.standard_normal(len(time_s))
            path = folder / name / f"site{number % 4}-{number:02}.wav"
            path.parent.mkdir(exist_ok=True)
            write_wav(path, samples.astype(np.float32), RATE_HZ)
    return folder


@pytest.fixture
def project(tones, tmp_path, audioclf) -> Path:
    """A project of the tones, grouped by site."""
    folder = tmp_path / "project"
    assert audioclf("new", folder)[0] == 0
    layout = ("--layout", "folders", "--group-from-name", r"(?P<group>site\d)")
    status, _out, err = audioclf("import", folder, tones, *layout)
    assert status == 0, err
    return folder


@pytest.fixture
def quick() -> list[str]:
    """Options that make training a matter of a second or two."""
    return [
        "--set",
        "epochs=6",
        "--set",
        "mels=16",
        "--set",
        "batch_size=4",
        "--set",
        "refit=false",
        "--seed",
        "3",
        "--device",
        "cpu",
    ]


@pytest.fixture(scope="session")
def pitches(tmp_path_factory):
    """A folder of noisy tones with a table of their pitch."""
    folder = tmp_path_factory.mktemp("pitches")
    rng = np.random.default_rng(1)
    rows = ["file,site,pitch_khz"]
    for number in range(PITCHES):
        pitch_khz = 0.2 + 0.05 * (number * 7 % PITCHES)
        tone = np.sin(2 * np.pi * 1000 * pitch_khz * np.arange(RATE_HZ // 2) / RATE_HZ)
        samples = 0.3 * tone + 0.02 * rng.standard_normal(RATE_HZ // 2)
        write_wav(folder / f"{number:02}.wav", samples.astype(np.float32), RATE_HZ)
        rows.append(f"{number:02}.wav,site {number % 6},{pitch_khz:.3f}")
    (folder / "pitches.csv").write_text("\n".join(rows))
    return folder
