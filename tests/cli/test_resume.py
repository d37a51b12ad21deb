"""A training that was killed goes on from its last epoch and comes to the very same weights."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

EPOCHS = 40
MODEL = "model.safetensors"


def options(quick, **changes):
    given = dict(pair.split("=") for pair in quick[1::2] if "=" in pair)
    given |= {"architecture": "r4_cnn", "dropout": "none", "epochs": str(EPOCHS), "threads": "1"} | changes
    pairs = [f"{name}={value}" for name, value in given.items()]
    return [*(part for pair in pairs for part in ("--set", pair)), "--seed", "3", "--device", "cpu"]


def is_over(path: Path, process: subprocess.Popen) -> bool:
    """Whether the file is there; a process that ended without it is a failure."""
    assert process.poll() is None or path.exists(), process.stderr.read()
    return path.exists()


def killed_once_there(path: Path, *arguments: object) -> None:
    """Train in a process of its own, and kill it as soon as the file is there."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "audioclf_gui", *map(str, arguments)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, text=True) as process:
        deadline = time.monotonic() + 120.0
        while not is_over(path, process):
            assert time.monotonic() < deadline
            os.sched_yield()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL


def weights(project: Path, run: int = 1) -> bytes:
    return (project / "models" / f"run-{run:04}" / MODEL).read_bytes()


@pytest.mark.skipif(not hasattr(os, "sched_yield"), reason="there is no SIGKILL")
@pytest.mark.parametrize(("refit", "state"), [("false", "part-01"), ("true", "all")])
def test_a_killed_run_goes_on_and_comes_to_the_weights_of_one_that_was_not(
    project, quick, audioclf, audioclf_json, tmp_path, refit, state
):
    given = options(quick, refit=refit)
    states = project / "models" / "run-0001.checkpoint"
    killed_once_there(states / f"{state}.safetensors", "train", project, *given)

    status, report = audioclf_json("train", project, "--resume", 1)
    assert status == 0
    assert report["run"] == 1
    assert report["epochs"] == EPOCHS
    assert report["refit"] is (refit == "true")
    assert any("Training goes on after epoch" in note for note in report["notes"])
    assert not states.exists()
    status, whole = audioclf_json("train", project, *given)
    assert status == 0
    (_status, first), (_status, second) = (audioclf_json("runs", project, "show", run) for run in (1, 2))
    assert [epoch["number"] for epoch in first["epochs"]] == [epoch["number"] for epoch in second["epochs"]]
    assert [epoch["valid_loss"] for epoch in first["epochs"]] == [
        epoch["valid_loss"] for epoch in second["epochs"]
    ]
    assert weights(project, 2) == weights(project, 1)
    for name in ("accuracy", "log_loss", "confusion", "temperature"):
        assert whole[name] == report[name]


def test_a_killed_cross_validation_goes_on_with_its_fold(project, quick, audioclf_json):
    given = [*options(quick, refit="true", epochs="12"), "--folds", "all"]
    states = project / "models" / "run-0001.checkpoint"
    killed_once_there(states / "part-02.safetensors", "train", project, *given)
    status, report = audioclf_json("train", project, "--resume", 1)
    assert status == 0
    status, whole = audioclf_json("train", project, *given)
    assert status == 0
    assert len(report["folds"]) == len(whole["folds"]) == 4
    assert [fold["log_loss"] for fold in report["folds"]] == [fold["log_loss"] for fold in whole["folds"]]
    first, second = (project / "models" / f"run-{run:04}" / "model" / MODEL for run in (1, 2))
    assert first.read_bytes() == second.read_bytes()


def test_only_a_run_that_ended_early_can_go_on(project, quick, audioclf):
    assert audioclf("train", project, *quick)[0] == 0
    status, _out, err = audioclf("train", project, "--resume", 1)
    assert status == 1
    assert "run 1 cannot be gone on with" in err
    assert "Train anew" in err
    status, _out, err = audioclf("train", project, "--resume", 7)
    assert status == 1
    assert "there is no run 7" in err
    status, _out, err = audioclf("train", project, "--resume", 1, "--set", "epochs=3")
    assert status == 2
    assert "--resume and --set exclude each other" in err


def test_labels_that_have_changed_meanwhile_are_not_learnt_as_if_they_had_not(project, quick, audioclf):
    states = project / "models" / "run-0001.checkpoint"
    killed_once_there(states / "part-01.safetensors", "train", project, *options(quick))
    status, _out, err = audioclf("clips", "label", "--where", "class:high group:site0", project, "low")
    assert status == 0, err
    status, _out, err = audioclf("train", project, "--resume", 1)
    assert status != 0
    assert "have changed since training was interrupted" in err
