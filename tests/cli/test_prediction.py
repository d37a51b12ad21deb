"""What a model says about files, and where it goes."""

import json
import os
import shutil
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.cli import live
from audioclf_gui.ml import inference
from tests.sound_card import Plug


def test_sounds_of_one_name_get_a_label_file_each(bundle, audioclf_json, tones, tmp_path):
    """Two folders, and two files in one of them, whose label files would be called the same."""
    shutil.copytree(tones / "low", tmp_path / "other")
    shutil.copy(tones / "low" / "site0-00.wav", tmp_path / "other" / "site0-00.wave")
    folders = (tones / "low", tmp_path / "other")
    status, predictions = audioclf_json(
        "predict", bundle, *folders, "--format", "audacity", "--out", tmp_path / "labels"
    )
    assert status == 0
    written = [file.relative_to(tmp_path / "labels") for file in (tmp_path / "labels").rglob("*.txt")]
    assert len(predictions) == len(written) == 25
    assert Counter(file.parent.name for file in written) == {"low": 12, "other": 13}, "told apart by folders"


def test_what_was_classified_before_ctrl_c_is_kept(bundle, audioclf, tones, tmp_path, monkeypatch):
    """In the second eight of the files, which are worked on together."""
    real, tenth = inference.read_blocks, sorted(tones.rglob("*.wav"))[9]

    def interrupted(path):
        if path == tenth:
            raise KeyboardInterrupt
        return real(path)

    monkeypatch.setattr(inference, "read_blocks", interrupted)
    for form in ("csv", "json"):
        out = tmp_path / f"all.{form}"
        status, _out, err = audioclf("predict", bundle, tones, "--format", form, "--out", out)
        assert status == 130, err
    assert len((tmp_path / "all.csv").read_text().splitlines()) == 1 + 8
    assert len(json.loads((tmp_path / "all.json").read_text())) == 8
    assert sorted(path.suffix for path in tmp_path.glob("[.a]*")) == [".csv", ".json"]


def test_a_step_that_cannot_be_is_refused_before_anything_is_written(bundle, audioclf, tones, tmp_path):
    table = tmp_path / "before.csv"
    table.write_text("what was found before")
    for out in ((), ("--out", table)):
        status, printed, err = audioclf("predict", bundle, tones, "--hop-s", 0, *out)
        assert (status, printed) == (1, "")
        assert "windows cannot follow each other every 0" in err
    assert [file.read_text() for file in tmp_path.glob("before*")] == ["what was found before"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--format", "audacity"), 2),
        (("--format", "csv", "--json"), 2),
        (("--out", "."), 1),
        (("--out", "a file/inside"), 1),
    ],
    ids=str,
)
def test_output_with_no_place_to_go_is_refused_before_anything_is_classified(
    bundle, audioclf, tones, tmp_path, monkeypatch, options, expected
):
    monkeypatch.chdir(tmp_path)
    Path("a file").touch()
    monkeypatch.setattr(inference, "read_blocks", None)
    status, out, err = audioclf("predict", bundle, tones, *options)
    assert status == expected, err
    assert ("remedy: " if status == 1 else "--out") in err
    assert out == ""


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are always text here")
def test_a_name_in_another_code_page_harms_no_other_file(bundle, audioclf, audioclf_json, tones, tmp_path):
    folder = tmp_path / "old"
    folder.mkdir()
    for name in (b"caf\xe9.wav", b"good.wav"):
        shutil.copy(tones / "low" / "site0-00.wav", os.fsencode(folder) + b"/" + name)
    status, predictions = audioclf_json("predict", bundle, folder)
    assert status == 0
    assert {os.fsencode(Path(one["path"]).name) for one in predictions} == {b"caf\xe9.wav", b"good.wav"}
    audioclf("new", tmp_path / "p")
    status, result = audioclf_json("import", tmp_path / "p", folder)
    assert (status, result["added"]) == (3, 1)
    assert "not valid text" in result["quarantined"][0]["reason"]


def test_listening_ends_in_time_even_if_the_microphone_says_nothing(bundle, audioclf, monkeypatch, plugged):
    monkeypatch.setattr(live, "_LATE_S", 0.0)
    plugged(Plug("Mic"))
    status, out, err = audioclf("live", bundle, "--seconds", 0.2)
    assert (status, out) == (0, "")
    assert err


def test_settings_of_listening_decide_what_counts(bundle, audioclf, tones):
    heard = ("live", bundle, "--input", f"file:{tones}/low/site2-02.wav", "--json")
    status, out, _err = audioclf(*heard, "--threshold", 0.0, "--hop-s", 0.1)
    assert status == 0
    decisions = [json.loads(line) for line in out.splitlines()]
    assert decisions[0]["accepted"]
    status, out, _err = audioclf(*heard, "--threshold", 1.0)
    assert {json.loads(line)["reason"] for line in out.splitlines()} == {"below 1.00"}
    status, out, _err = audioclf(*heard, "--silence-db", -0.5)
    assert {json.loads(line)["reason"] for line in out.splitlines()} == {"silent input"}
    status, _out, err = audioclf(*heard, "--smoothing", 2.0)
    assert status == 1
    assert "remedy: `audioclf live --help`" in err


def test_all_of_the_seconds_that_are_listened_to_is_decided_on(bundle, audioclf, tmp_path):
    sound = np.random.default_rng(0).normal(0.0, 0.1, 8000).astype(np.float32)
    write_wav(tmp_path / "two seconds.wav", sound, 4000)
    heard = ("live", bundle, "--input", f"file:{tmp_path}/two seconds.wav", "--json", "--cool-down-s", 0)
    _status, out, _err = audioclf(*heard, "--seconds", 1, "--hop-s", 0.25, "--threshold", 1.0)
    assert [json.loads(line)["time_s"] for line in out.splitlines()] == [0.5, 0.75, 1.0]


@pytest.mark.parametrize("frames", [0, None], ids=["only a header", "not even that"])
def test_a_file_with_nothing_to_hear_is_refused(bundle, audioclf, tmp_path, frames):
    path = tmp_path / "empty.wav"
    if frames is None:
        path.touch()
    else:
        write_wav(path, np.zeros(frames, np.float32), 8000)
    status, out, err = audioclf("live", bundle, "--input", f"file:{path}")
    assert (status, out) == (1, "")
    assert "error: empty.wav cannot be read as audio: " in err
    assert "remedy: " in err


@pytest.mark.parametrize("seconds", ["-1", "nan", "soon"])
def test_listening_for_no_length_of_time_is_refused(bundle, audioclf, tones, seconds):
    heard = ("live", bundle, "--input", f"file:{tones}/low/site2-02.wav")
    status, out, err = audioclf(*heard, f"--seconds={seconds}")
    assert (status, out, "--seconds" in err) == (2, "", True)
