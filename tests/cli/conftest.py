import contextlib
import io
import json
import shutil
from collections.abc import Sequence
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


GROUPED = ("--layout", "folders", "--group-from-name", r"(?P<group>site\d)")


@pytest.fixture
def project(tones, tmp_path, audioclf) -> Path:
    """A project of the tones, grouped by site."""
    folder = tmp_path / "project"
    assert audioclf("new", folder)[0] == 0
    status, _out, err = audioclf("import", folder, tones, *GROUPED)
    assert status == 0, err
    return folder


@pytest.fixture(scope="session")
def quick_as_usual() -> tuple[str, ...]:
    """Options that make training a matter of a second or two, of the network that people get."""
    settings = ("epochs=6", "mels=16", "batch_size=4", "refit=false")
    return (*(word for one in settings for word in ("--set", one)), "--seed", "3", "--device", "cpu")


@pytest.fixture(scope="session")
def quick(quick_as_usual) -> tuple[str, ...]:
    """The same with a small network, for tests of what is done with a model, whichever it is."""
    return (*quick_as_usual, "--set", "architecture=r4_cnn", "--set", "dropout=none")


def trained(folder: Path, tones: Path, options: Sequence[str]) -> Path:
    """A new project of the tones in which a model has been trained; the report is beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder.parent / "cache"))
        for command in (("new", folder), ("import", folder, tones, *GROUPED)):
            assert main([str(part) for part in command]) == 0
        report = io.StringIO()
        with contextlib.redirect_stdout(report):
            assert main(["train", str(folder), *options, "--json"]) == 0
    (folder.parent / "report.json").write_text(report.getvalue())
    return folder


@pytest.fixture(scope="session")
def _learnt(tones, quick_as_usual, tmp_path_factory) -> Path:
    return trained(tmp_path_factory.mktemp("learnt") / "project", tones, quick_as_usual)


@pytest.fixture
def learnt(_learnt, tmp_path) -> Path:
    """A project like `project` with a model that has learnt from it in a short training."""
    return shutil.copytree(_learnt, tmp_path / "learnt")


@pytest.fixture
def report(_learnt) -> dict:
    """What was said when `learnt` was trained."""
    return json.loads((_learnt.parent / "report.json").read_text())


@pytest.fixture
def bundle(learnt) -> Path:
    """The model that was trained in `learnt`."""
    return learnt / "models" / "run-0001"


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
