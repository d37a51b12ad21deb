"""`audioclf synth`."""

import json

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav


@pytest.fixture
def voices(tmp_path):
    for name, hz in (("low", 300), ("high", 2000)):
        for speaker in range(3):
            samples = 0.2 * np.sin(2 * np.pi * (hz + speaker) * np.arange(4000) / 8000)
            write_wav(tmp_path / "voices" / name / f"{speaker}.wav", samples.astype(np.float32), 8000)
    return tmp_path / "voices"


def test_a_folder_of_classes_becomes_a_project_of_mixtures(audioclf, tmp_path, voices):
    few = ("--mixtures", "2", "1", "1", "--length-s", "2", "--snr-db", "-5", "20", "--json")
    status, out, err = audioclf("synth", str(voices), str(tmp_path / "mixed"), *few)
    assert status == 0, err
    facts = json.loads(out)
    assert facts["mixtures"] == {"train": 2, "valid": 1, "test": 1}
    assert facts["groups"] == {"train": 2, "valid": 2, "test": 2}
    assert facts["duration_s"] == 8.0
    assert facts["events"] > 0
    status, out, _err = audioclf("info", str(tmp_path / "mixed"), "--json")
    assert status == 0
    assert json.loads(out)["clips"] == 4


def test_a_project_is_mixed_and_a_dry_run_makes_nothing(audioclf, tmp_path, voices):
    audioclf("new", str(tmp_path / "p"))
    audioclf("import", str(tmp_path / "p"), str(voices), "--layout", "folders")
    before = sorted(tmp_path.iterdir())
    status, out, err = audioclf("synth", str(tmp_path / "p"), str(tmp_path / "m"), "--dry-run")
    assert status == 0
    assert "120 mixtures of 10 s at 8000 Hz, from 6 groups" in err
    assert "classes" in out
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--length-s", "5", "2"), "length_s"),
        (("--mixtures", "0", "0", "0"), "mixtures"),
        (("--background", "nowhere"), "There is no folder nowhere"),
    ],
)
def test_what_cannot_be_made_is_refused_with_a_remedy(audioclf, tmp_path, voices, options, told):
    status, out, err = audioclf("synth", str(voices), str(tmp_path / "m"), *options)
    assert (status, out) == (1, "")
    assert told in err
    assert "remedy:" in err
    assert not (tmp_path / "m").exists()


def test_one_mixture_can_be_heard_before(audioclf, tmp_path, voices):
    out = tmp_path / "one.wav"
    status, told, err = audioclf("synth", str(voices), str(tmp_path / "m"), "--preview", str(out), "--json")
    assert status == 0, err
    assert json.loads(told)["duration_s"] == 10.0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.labels.txt", "one.wav", "voices"]
