"""Beside what it prints `audioclf live` writes a log, keeps sounds in a project and warns."""

import csv
import json
import socket
import sys

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.project import Project
from audioclf_gui.ml.objectives.regression import Regression

RATE_HZ = 8000
CLASSES = ("dog; touch pwned", "$(touch pwned)", "owl")


@pytest.fixture
def bundle(says, tmp_path):
    """A model that takes everything for the first class, with a score of 0.58."""
    return says(tmp_path / "model", [1.0, 0.0, 0.0], classes=CLASSES)


@pytest.fixture
def noise(tmp_path):
    """Ten seconds of noise with a pause, so that there are two events."""
    sound = 0.1 * np.random.default_rng(1).standard_normal(10 * RATE_HZ)
    sound[4 * RATE_HZ : 6 * RATE_HZ] = 0.0
    write_wav(tmp_path / "noise.wav", sound.astype(np.float32), RATE_HZ)
    return f"file:{tmp_path / 'noise.wav'}"


def events_of(out):
    return [told["event"] for told in map(json.loads, out.splitlines()) if "event" in told]


@pytest.mark.parametrize("name", ["log.csv", "log.jsonl"])
def test_the_log_says_what_is_printed(audioclf, bundle, noise, tmp_path, name):
    path = tmp_path / name
    status, out, _err = audioclf(
        "live", bundle, "--input", noise, "--threshold", 0.5, "--json", "--log", path
    )
    assert status == 0
    with path.open(encoding="utf-8", newline="") as file:
        logged = list(csv.DictReader(file)) if name.endswith(".csv") else list(map(json.loads, file))
    assert [(float(one["start_s"]), one["class"], one["source"]) for one in logged] == [
        (pytest.approx(event["start_s"], abs=1e-3), event["class_name"], "noise.wav")
        for event in events_of(out)
    ]
    assert len(logged) == 2


def test_a_log_that_cannot_be_is_told_before_anything_is_heard(audioclf, bundle, noise, tmp_path):
    (tmp_path / "mine.csv").write_text("a,b\n")
    status, out, err = audioclf("live", bundle, "--input", noise, "--log", tmp_path / "mine.csv")
    assert (status, out) == (1, "")
    assert "something else than events" in err


def test_sounds_near_the_threshold_are_kept_up_to_a_limit_without_a_class(audioclf, bundle, noise, tmp_path):
    audioclf("new", tmp_path / "p")
    status, _out, err = audioclf(
        *("live", bundle, "--input", noise, "--threshold", 0.6),
        *("--keep-near", tmp_path / "p", "--keep-per-hour", 3),
    )
    assert status == 0
    assert err.count("kept for the label queue") == 3
    with Project.open(tmp_path / "p") as project:
        view = project.catalogue.view
        assert [clip.group for clip in view.clips] == ["noise"] * 3
        assert not any(view.labels(clip.id) for clip in view.clips)
        told = [json.loads(sf.SoundFile(view.audio_path(clip)).comment) for clip in view.clips]
    assert {one["why"] for one in told} == {"near the threshold"}
    assert [one["from_s"] for one in told] == sorted({one["from_s"] for one in told}), "no sound twice"


@pytest.mark.parametrize("threshold", [0.2, 0.9])
def test_what_is_far_from_the_threshold_is_not_kept(audioclf, bundle, noise, tmp_path, threshold):
    audioclf("new", tmp_path / "p")
    options = ("--threshold", threshold, "--keep-near", tmp_path / "p")
    assert audioclf("live", bundle, "--input", noise, *options)[0] == 0
    assert not list((tmp_path / "p").glob("recordings/*"))


def test_an_alert_runs_the_command_and_no_name_is_ever_read_as_one(
    audioclf, bundle, noise, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tell me.py").write_text(
        "import json, os, socket, sys\n"
        "heard = {name: text for name, text in os.environ.items() if name.startswith('AUDIOCLF_')}\n"
        "told = json.dumps([heard, sys.argv[2:]]).encode()\n"
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(told, ('127.0.0.1', int(sys.argv[1])))\n"
    )
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.settimeout(60.0)
        command = f'"{sys.executable}" "tell me.py" {ear.getsockname()[1]} ; $HOME'
        status, _out, err = audioclf(
            *("live", bundle, "--input", noise, "--threshold", 0.5),
            *("--alert", CLASSES[0], "--alert", "wolf", "--alert-command", command),
        )
        heard, arguments = json.loads(ear.recv(10_000))
    assert status == 0
    assert heard["AUDIOCLF_CLASS"] == CLASSES[0]
    assert float(heard["AUDIOCLF_SCORE"]) == pytest.approx(0.576, abs=0.01)
    assert arguments == [";", "$HOME"]
    assert f"alert: {CLASSES[0]}" in err
    assert "does not know wolf" in err
    assert not (tmp_path / "pwned").exists()


def test_a_command_that_is_none_is_refused_at_once_and_one_that_is_not_there_is_told(
    audioclf, bundle, noise, tmp_path
):
    warned = ("live", bundle, "--input", noise, "--threshold", 0.5, "--alert", CLASSES[0], "--alert-command")
    status, out, err = audioclf(*warned, 'ring "twice')
    assert (status, out) == (1, "")
    assert "quotation" in err
    status, out, err = audioclf(*warned, tmp_path / "bell")
    assert status == 0
    assert "cannot be run" in err
    assert out.count("= dog") == 2, "listening went on"


def test_limits_without_sense_are_refused(audioclf, bundle, noise, tmp_path):
    audioclf("new", tmp_path / "p")
    options = ("--keep-near", tmp_path / "p", "--keep-per-hour", 0)
    status, _out, err = audioclf("live", bundle, "--input", noise, *options)
    assert (status, "--keep-per-hour 1 or more" in err) == (1, True)


def test_the_log_names_the_model_of_each_event(audioclf, bundle, noise, says, tmp_path):
    other = says(tmp_path / "other", [0.0, 0.0, 9.0], classes=CLASSES)
    options = ("--second", other, "--threshold", 0.5, "--log", tmp_path / "log.jsonl")
    assert audioclf("live", bundle, "--input", noise, *options)[0] == 0
    logged = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text("utf-8").splitlines()]
    expected = [("model", CLASSES[0]), ("other", "owl")] * 2
    assert sorted((one["model"], one["class"]) for one in logged) == sorted(expected)


def test_what_cannot_be_of_a_number_is_told(audioclf, noise, says, tmp_path):
    number = says(
        *(tmp_path / "number", [2.0]),
        objective=Regression(("snr",), "dB", 6.0, 3.0),
        thresholds=(),
        predictions=[],
    )
    audioclf("new", tmp_path / "p")
    options = ("--log", tmp_path / "log.csv", "--keep-near", tmp_path / "p", "--equaliser")
    status, out, err = audioclf("live", number, "--input", noise, *options)
    assert status == 0
    assert "snr 12.0 dB" in out
    assert "nothing is logged to log.csv" in err
    assert "no sound near one is kept" in err
    assert "kept nothing to compare a microphone with" in err
    assert not (tmp_path / "log.csv").exists()
