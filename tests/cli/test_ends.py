"""How a command ends that is not let to its end: by signals, closed pipes, full disks."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.present import is_file
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus
from audioclf_gui.jobs.unpack_archives import archives_in

AUDIOCLF = [sys.executable, "-m", "audioclf_gui"]
ENDINGS = pytest.mark.parametrize("ending", ["SIGINT", "SIGTERM", "SIGHUP"])

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")


def begin(*arguments: object, **options: object) -> "subprocess.Popen[str]":
    command = [*AUDIOCLF, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def end_when_heard(process: "subprocess.Popen[str]", words: str, ending: str, stream: str) -> tuple[str, str]:
    heard = ""
    for line in getattr(process, stream):
        heard += line
        if re.search(words, line):
            process.send_signal(getattr(signal, ending))
            break
    else:
        raise AssertionError(f"it never said {words!r}: {heard}")
    return process.communicate(timeout=200)


@pytest.fixture(scope="module")
def model(save_tiny, tmp_path_factory) -> Path:
    return save_tiny(tmp_path_factory.mktemp("model") / "tiny")


@pytest.fixture
def recordings(tmp_path) -> Path:
    noise = np.random.default_rng(1).standard_normal(8000 * 60).astype(np.float32) * 0.1
    for number in range(30):
        write_wav(tmp_path / "in" / f"{number:02}.wav", noise, 8000)
    return tmp_path / "in"


@pytest.fixture(autouse=True)
def _folder(tmp_path) -> None:
    (tmp_path / "in").mkdir()


@pytest.mark.slow
@ENDINGS
def test_a_training_that_is_asked_to_end_keeps_its_best_epoch(project, quick, ending):
    process = begin("train", project, *quick, "--set", "epochs=5000", "--json")
    out, err = end_when_heard(process, r"training: .*loss", ending, "stderr")
    assert process.returncode == 0, err
    assert "stopping after this batch" in err
    assert json.loads(out)["best_epoch"] >= 1
    with Project.open(project) as opened:
        (run,) = opened.runs.all
        assert run.status is RunStatus.STOPPED
        assert (opened.runs.bundle_path(run) / "bundle.json").is_file()
    assert not list(project.rglob("*.part"))


@pytest.mark.slow
@ENDINGS
def test_a_prediction_that_is_asked_to_end_keeps_what_is_finished(model, recordings, tmp_path, ending):
    out = tmp_path / "out.csv"
    process = begin("predict", model, recordings, "--out", out)
    _out, err = end_when_heard(process, r"classifying: [1-9]\d* of", ending, "stderr")
    assert process.returncode == 128 + getattr(signal, ending)
    assert "interrupted; what was finished is kept" in err
    assert out.read_text().count("00.wav") > 0
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.slow
@ENDINGS
def test_listening_ends_when_it_is_asked_to(model, recordings, ending):
    process = begin("live", model, "--input", f"file:{recordings / '00.wav'}")
    _out, err = end_when_heard(process, " s ", ending, "stdout")
    assert process.returncode in {128 + getattr(signal, ending), 0}
    assert "Traceback" not in err


def test_a_full_disk_behind_standard_output_is_told_in_words(project):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*AUDIOCLF, "info", project, "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "standard output cannot be written: No space left on device" in done.stderr
    assert "remedy: " in done.stderr
    assert "Traceback" not in done.stderr


def test_what_may_not_be_looked_at_is_told_in_words(tmp_path, monkeypatch, audioclf):
    """Of root's processes nothing is kept, so the system is made to refuse."""
    locked, stat = tmp_path / "locked", os.stat
    locked.mkdir()

    def refusing(path, *rest, **further):
        if isinstance(path, str | Path) and locked in Path(path).parents:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return stat(path, *rest, **further)

    monkeypatch.setattr(os, "stat", refusing)
    status, _out, err = audioclf("info", locked / "night.wav")
    assert (status, "night.wav: Permission denied" in err, "remedy: " in err) == (1, True, True)
    assert archives_in(tmp_path) == ((), ())
    assert not is_file(locked / "night.wav")


def test_a_project_that_may_not_be_read_is_told_in_words(tmp_path, monkeypatch, audioclf):
    assert audioclf("new", tmp_path / "birds")[0] == 0
    monkeypatch.setattr(os, "access", lambda *_rest: False)
    status, _out, err = audioclf("check", tmp_path / "birds")
    assert (status, "birds cannot be read: Permission denied" in err) == (1, True)


@pytest.mark.parametrize("both", [False, True])
def test_a_reader_that_has_seen_enough_is_no_error(project, both):
    with subprocess.Popen(
        [*AUDIOCLF, "info", str(project), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if both else subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        err = "" if process.stderr is None else process.stderr.read()
        assert process.wait(60) == 0
    assert err == ""
