"""Recordings and labels that look right and are not: check, training and counts say the same of them."""

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

RATE_HZ = 8000


@pytest.fixture
def cases(shared_data):
    folder = shared_data / "cases"
    if not folder.is_dir():
        pytest.skip("there is no folder shared/data/cases beside the checkout")
    return folder


@pytest.fixture
def imported(audioclf, tmp_path):
    """Makes a project of a folder of recordings, and of label files if there are any."""

    def make(audio: Path, *labels: Path, layout=()):
        project = tmp_path / "project"
        assert audioclf("new", project)[0] == 0
        assert audioclf("import", project, audio, *layout)[0] == 0
        if labels:
            assert audioclf("labels", "import", project, *labels)[0] == 0
        return project

    return make


@pytest.fixture
def recordings(tmp_path):
    """Six recordings of four seconds, and a way to label each of them."""
    folder = tmp_path / "recordings"
    folder.mkdir()
    for number in range(6):
        noise = np.random.default_rng(number).normal(0.0, 0.1, 4 * RATE_HZ)
        sf.write(folder / f"r{number}.wav", noise, RATE_HZ)

    def label(*rows):
        for number in range(6):
            text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
            (folder / f"r{number}.txt").write_text(text)
        return folder, *sorted(folder.glob("*.txt"))

    return label


def warnings(audioclf_json, project):
    status, findings = audioclf_json("check", project)
    assert status == 0
    found = {one["kind"]: one for one in findings if one["severity"] == "warning"}
    assert all(one["clips"] and one["remedy"].endswith(".") for one in found.values())
    return found


CASES_14 = {
    "past": ("label past the end", "ghost", "lie past the end"),
    "points": ("moment", "click", "mark a moment"),
    "tiny": ("short label", "tick", "shorter than 50 ms"),
}


@pytest.mark.parametrize("case", CASES_14)
def test_a_class_whose_every_label_holds_no_sound_is_named_and_never_learnt(
    case, cases, imported, audioclf, audioclf_json
):
    kind, name, reason = CASES_14[case]
    folder = cases / "14-labels-that-hold-no-sound"
    project = imported(folder / "audio", *sorted((folder / case).glob("*.txt")))
    found = warnings(audioclf_json, project)
    assert (found[kind]["labels"], len(found[kind]["clips"])) == (6, 6)
    assert f"“{name}” cannot be learnt" in found["class without sound"]["message"]
    assert reason in found["class without sound"]["message"]
    facts = audioclf_json("info", project)[1]
    assert facts["labels"] == {"dog": 6, "cat": 6, name: 6}
    assert facts["usable_labels"] == facts["windows"] == {"dog": 6, "cat": 6, name: 0}
    status, _out, err = audioclf("train", project, "--set", "epochs=1", "--validate", "random:0.3")
    assert status == 0
    assert f"{found['class without sound']['message']}. The model will not know it." in err
    _status, runs = audioclf_json("runs", project, "show", "1")
    assert runs["report"]["classes"] == ["dog", "cat"]


def test_labels_partly_past_the_end_are_learnt_as_far_as_there_is_sound(
    cases, imported, audioclf, audioclf_json
):
    folder = cases / "14-labels-that-hold-no-sound"
    project = imported(folder / "audio", *sorted((folder / "partly").glob("*.txt")))
    assert warnings(audioclf_json, project)["label partly past the end"]["labels"] == 6
    assert audioclf_json("info", project)[1]["usable_labels"] == {"dog": 6, "cat": 6, "edge": 6}
    _status, _out, err = audioclf("train", project, "--set", "epochs=1", "--validate", "random:0.3")
    assert "6 labels go on after the end of their recording: only what is there is learnt" in err


def test_labels_of_two_classes_on_one_sound_are_named_in_check_and_training(
    cases, imported, audioclf, audioclf_json
):
    folder = cases / "14-labels-that-hold-no-sound"
    project = imported(folder / "audio", *sorted((folder / "overlap").glob("*.txt")))
    found = warnings(audioclf_json, project)["overlapping classes"]
    assert (found["labels"], len(found["clips"])) == (24, 6)
    assert "“cat” and “dog”" in found["message"]
    _status, _out, err = audioclf("train", project, "--set", "epochs=1", "--validate", "random:0.3")
    assert "24 labels share their time with a label of another class" in err


def test_a_class_of_wholes_that_gives_way_to_labelled_parts_is_named_in_check_counts_and_training(
    recordings, imported, audioclf, audioclf_json
):
    project = imported(*recordings((0.5, 1.0, "dog"), (1.5, 2.0, "cat")))
    audioclf("classes", "add", project, "night")
    audioclf("clips", "label", project, "night", "--where", "len:>0")
    found = warnings(audioclf_json, project)
    assert found["whole with other parts"]["labels"] == 6
    assert "“night” cannot be learnt" in found["class without sound"]["message"]
    facts = audioclf_json("info", project)[1]
    assert facts["labels"] == {"dog": 6, "cat": 6, "night": 6}
    assert facts["usable_labels"] == {"dog": 6, "cat": 6, "night": 0}
    _status, _out, err = audioclf("train", project, "--set", "epochs=1", "--validate", "random:0.3")
    assert "its 6 labels hold nothing: 6 clips have another class as a whole than their labelled parts" in err
    assert "No labelled clip of" not in err


def test_a_class_of_nothing_but_silence_is_named_in_check_and_training(
    recordings, imported, audioclf, audioclf_json
):
    folder, *labels = recordings((0.5, 1.0, "dog"), (1.5, 2.0, "hush"))
    for path in folder.glob("*.wav"):
        samples, rate_hz = sf.read(path)
        samples[rate_hz : 3 * rate_hz] = 0.0
        sf.write(path, samples, rate_hz)
    project = imported(folder, *labels)
    told = "“hush” is nothing but silence: its 6 labels lie on it"
    assert warnings(audioclf_json, project)["class of silence"]["message"] == told
    quick = ("--set", "epochs=1", "--set", "mels=16", "--validate", "random:0.3")
    status, report = audioclf_json("train", project, *quick)
    assert status == 0
    assert f"{told}. The model will take silence for it." in report["notes"]
    assert set(report["classes"]) == {"dog", "hush"}


def test_training_is_refused_with_the_reason_when_one_class_is_left(
    recordings, imported, audioclf, audioclf_json
):
    project = imported(*recordings((0.5, 1.0, "dog"), (7.0, 8.0, "ghost"), (2.0, 2.0001, "tick")))
    status, _out, err = audioclf("train", project)
    assert status == 1
    assert "“ghost” cannot be learnt, its 6 labels hold nothing: 6 labels lie past the end" in err
    assert "“tick” cannot be learnt, its 6 labels hold nothing: 6 labels are shorter than 50 ms" in err
    assert "remedy: " in err
    assert audioclf_json("runs", project)[1] == []


def test_training_is_refused_with_the_reason_when_no_class_is_left(recordings, imported, audioclf):
    status, _out, err = audioclf("train", imported(*recordings((1.0, 1.0, "click"))))
    assert status == 1
    assert "“click” cannot be learnt, its 6 labels hold nothing: 6 labels mark a moment only" in err
    assert "remedy: Drag each mark over the sound" in err


def test_names_that_look_alike_are_named_with_their_clips(recordings, imported, audioclf_json):
    project = imported(*recordings((0.5, 1.0, "dog"), (1.5, 2.0, "Dog"), (3.0, 3.5, "cat")))
    found = warnings(audioclf_json, project)["near twins"]
    assert "“dog”" in found["message"]
    assert len(found["clips"]) == 6


@pytest.mark.parametrize("share", [1.0, 0.95])
def test_channels_that_cancel_are_heard_and_named(tmp_path, imported, audioclf_json, share):
    folder = tmp_path / "stereo"
    for number in range(4):
        left = np.random.default_rng(number).normal(0.0, 0.2, RATE_HZ)
        (folder / "abc"[number % 2]).mkdir(parents=True, exist_ok=True)
        sf.write(folder / "abc"[number % 2] / f"{number}.wav", np.stack([left, -share * left], 1), RATE_HZ)
    found = warnings(audioclf_json, imported(folder, layout=("--layout", "folders")))
    assert "in 4 clips the channels cancel each other" in found["cancelling channels"]["message"]
    assert "silent" not in found


@pytest.mark.parametrize(
    ("case", "expected"), [("inverted", "cancelling channels"), ("onechannel", None), ("dc", "offset")]
)
def test_odd_channels_are_heard_as_the_sound_that_they_hold(
    case, expected, cases, imported, audioclf, audioclf_json
):
    project = imported(cases / "12-channels" / case, layout=("--layout", "folders"))
    found = warnings(audioclf_json, project)
    assert {"silent", "silent label", "clipped"}.isdisjoint(found)
    odd = {"cancelling channels", "offset"} & found.keys()
    assert odd == ({expected} if expected else set())
    assert all(len(found[kind]["clips"]) == 16 for kind in odd)


@pytest.mark.slow
def test_a_model_learns_from_channels_that_cancel_and_hears_them_live_and_in_files(
    cases, imported, audioclf, audioclf_json, tmp_path
):
    folder = cases / "12-channels" / "inverted"
    project = imported(folder, layout=("--layout", "folders"))
    status, _out, _err = audioclf("train", project, "--validate", "random:0.25", "--set", "epochs=120")
    assert status == 0
    (bundle,) = (path.parent for path in (project / "models").rglob("bundle.json"))
    files = [*sorted((folder / "high").iterdir()), *sorted((folder / "low").iterdir())]
    _status, out, _err = audioclf("predict", bundle, *files, "--json")
    answers = json.loads(out)
    right = sum(Path(one["path"]).parent.name == one["class"] for one in answers)
    assert right >= 14
    _status, out, err = audioclf("live", bundle, "--input", f"file:{files[0]}")
    assert "silent" not in (out + err).lower()
    assert "silence" not in (out + err).lower()
