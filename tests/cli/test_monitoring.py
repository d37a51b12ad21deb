"""`audioclf monitor`: recordings that sound different are told in words, with an exit status for scripts."""

from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.heard import read_records

RATE_HZ = 16000


def _noises(folder, seed, gain=1.0, count=24):
    rng = np.random.default_rng(seed)
    for number in range(count):
        sound = rng.normal(0.0, 0.1, RATE_HZ // 2)
        if number % 2:
            sound = np.convolve(sound, np.ones(4) / 4, "same")
        path = folder / ("soft", "sharp")[number % 2] / f"site{number // 4}-{number:02}.wav"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_wav(path, (gain * sound).astype(np.float32), RATE_HZ)
    return folder


@pytest.fixture
def noises(tmp_path, audioclf):
    project = tmp_path / "watched"
    known = _noises(tmp_path / "known", 1)
    assert audioclf("new", project)[0] == 0
    pattern = r"(?P<group>site\d)-"
    assert audioclf("import", project, known, "--layout", "folders", "--group-from-name", pattern)[0] == 0
    return project


def test_softer_recordings_raise_the_alarm_and_others_like_the_known_do_not(
    noises, tmp_path, audioclf, audioclf_json
):
    alike, softer = _noises(tmp_path / "alike", 2), _noises(tmp_path / "softer", 3, 0.1)
    status, found = audioclf_json("monitor", noises, alike, "--fail-on-alarm")
    assert (status, found["alarm"], found["groups"], found["labels"]) == (0, False, 6, 24)
    status, found = audioclf_json("monitor", noises, softer)
    assert (status, found["alarm"]) == (0, True)
    assert found["measures"]["level_dbfs"]["alarm"]
    assert not found["measures"]["band_4000_8000_hz_db"]["alarm"]
    status, out, _err = audioclf("monitor", noises, softer, "--fail-on-alarm")
    assert status == 4
    assert "quieter by 20 dB" in out
    assert "24 labels of 6 groups" in out


def test_what_cannot_be_compared_is_said(noises, tmp_path, audioclf, project):
    alike = _noises(tmp_path / "alike", 2)
    (alike / "broken.wav").write_bytes(b"RIFF")
    status, _out, err = audioclf("monitor", noises, alike)
    assert (status, "broken.wav" in err) == (3, True)
    status, _out, err = audioclf("monitor", project, alike)  # of four sites
    assert (status, "of 4 groups: too few" in err) == (1, True)
    few = _noises(tmp_path / "few", 2, count=2)
    status, _out, err = audioclf("monitor", noises, few)
    assert (status, "too few to compare" in err) == (1, True)


def test_what_was_heard_in_use_is_compared_over_time(noises, tmp_path, audioclf, audioclf_json):
    status, _out, err = audioclf("monitor", noises)
    assert (status, "no run of this project has a model" in err) == (1, True)
    small = ("--preset", "forest", "--set", "trees=20", "--set", "coefficients=8", "--device", "cpu")
    assert audioclf("train", noises, *small)[0] == 0
    status, _out, err = audioclf("monitor", noises)
    assert (status, "nothing is recorded yet" in err) == (1, True)
    model = noises / "models" / "run-0001"
    alike, softer = _noises(tmp_path / "alike", 2), _noises(tmp_path / "softer", 3, 0.1)
    assert audioclf("predict", model, alike)[0] == 0
    status, found = audioclf_json("monitor", noises, "--fail-on-alarm")
    assert (status, found["alarm"], len(found["periods"]), found["windows"]) == (0, False, 1, 24)
    assert audioclf("predict", model, softer)[0] == 0
    status, found = audioclf_json("monitor", noises, "--by", "session", "--run", "1")
    first, second = found["periods"]
    assert (status, first["alarm"], second["alarm"], found["alarm"]) == (0, False, True, True)
    assert (second["windows"], second["files"], second["kinds"]) == (24, 24, ["predict"])
    assert second["measures"]["level_dbfs"]["alarm"]
    assert not second["measures"]["band_4000_8000_hz_db"]["alarm"]
    status, out, _err = audioclf("monitor", noises, "--by", "session", "--fail-on-alarm")
    assert status == 4
    assert "quieter by 20 dB" in out
    status, found = audioclf_json("monitor", noises, "--by", "session", "--add")
    assert (status, found["new"]) == (0, 24)
    assert {Path(file).parent.parent.name for file in found["added"]} == {"softer"}
    assert audioclf_json("info", noises)[1]["clips"] == 48
    assert audioclf("clips", "label", noises, "soft", "--where", "is:unlabelled")[0] == 0
    assert audioclf_json("info", noises)[1]["labelled"] == 48
    assert audioclf_json("monitor", noises)[1]["labels"] == 24  # the run has not learnt from the others
    (part,) = model.with_name("run-0001.heard").glob("*.jsonl")
    part.write_bytes(part.read_bytes()[:-9])
    assert read_records(part.parent).unread == 1
    status, _out, err = audioclf("monitor", noises, "--by", "session")
    assert (status, "1 line of the records cannot be read" in err) == (0, True)
