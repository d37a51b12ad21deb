"""`audioclf export`: a trained model for other programs."""

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from audioclf_gui.audio.files import MonoReader

from .conftest import trained


@pytest.fixture(scope="module")
def _learnt(tones, quick, tmp_path_factory) -> Path:
    """With a small network in place of the usual one, which takes longer to be exported."""
    return trained(tmp_path_factory.mktemp("small") / "project", tones, quick)


@pytest.mark.parametrize("preset", ["fast", "forest", "mfcc-mlp"])
def test_what_other_programs_hear_is_what_predict_says(project, audioclf_json, tones, tmp_path, preset):
    """For a network over pictures, for trees and for a network over numbers."""
    epochs = () if preset == "forest" else ("--set", "epochs=2")
    chosen = ("--preset", preset, *epochs, "--set", "refit=false", "--device", "cpu")
    _status, report = audioclf_json("train", project, *chosen)
    bundle = project / report["bundle"]
    status, told = audioclf_json("export", bundle, "--to", "onnx", "--out", tmp_path / "tones.onnx")
    assert status == 0
    assert told["bytes"] == (tmp_path / "tones.onnx").stat().st_size
    sound = tones / "low" / "site0-00.wav"
    _status, (expected,) = audioclf_json("predict", bundle, sound)
    facts = told["facts"]
    samples = MonoReader().read(sound, facts["rate_hz"], 0.0, expected["duration_s"])
    session = onnxruntime.InferenceSession(tmp_path / "tones.onnx")
    frames = facts["window_frames"]
    assert len(samples) >= frames
    (scores,) = session.run(None, {"samples": samples[np.newaxis, :frames]})
    assert dict(zip(facts["classes"], scores[0], strict=True)) == pytest.approx(
        expected["windows"][0]["scores"], abs=1e-4
    )


def test_classes_are_called_as_the_project_calls_them_now(bundle, learnt, audioclf, audioclf_json, tmp_path):
    assert audioclf("classes", "rename", learnt, "low", "hum | <b>deep</b>")[0] == 0
    out = tmp_path / "a.onnx"
    status, told = audioclf_json("export", bundle, "--to", "onnx", "--out", out, "--project", learnt)
    assert status == 0
    assert "hum | <b>deep</b>" in told["facts"]["classes"]
    page, text = (Path(path).read_text("utf-8") for path in sorted(told["card"]))
    assert "hum \\| \\<b\\>deep\\</b\\> (trained as low)" in text
    assert "<b>" not in page
    assert "hum | &lt;b&gt;deep&lt;/b&gt; (trained as low)" in page


class _Links(HTMLParser):
    """What a page would load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        elsewhere = [(name, value) for name, value in attrs if not (value or "").startswith("#")]
        self.found += [
            f"{tag} {name}={value}" for name, value in elsewhere if name in {"src", "href", "action"}
        ]
        self.found += [tag] if tag in {"script", "link", "iframe", "img", "object"} else []


def test_the_card_tells_data_figures_limits_and_licence_and_loads_nothing(bundle, audioclf, tmp_path):
    out = tmp_path / "my tones.onnx"
    status, printed, _err = audioclf(
        "export", bundle, "--to", "onnx", "--out", out, "--licence", "CC BY 4.0 <me@example.org>"
    )
    assert status == 0
    assert "my tones-model-card.md" in printed
    page = (tmp_path / "my tones-model-card.html").read_text("utf-8")
    text = (tmp_path / "my tones-model-card.md").read_text("utf-8")
    links = _Links()
    links.feed(page)
    assert links.found == []
    assert "url(" not in page
    assert "CC BY 4.0 &lt;me@example.org&gt;" in page
    accuracy = json.loads((bundle / "bundle.json").read_text())["record"]["report"]["accuracy"]
    for told in (f"{accuracy:.3f}", "2000 Hz", "4000 Hz", "Clips trained on", "| low |", "| high |"):
        assert told in text, told


def test_no_card_is_written_where_none_is_wanted_and_no_licence_is_made_up(bundle, audioclf_json, tmp_path):
    out = tmp_path / "a.onnx"
    status, told = audioclf_json("export", bundle, "--to", "onnx", "--out", out, "--no-card")
    assert (status, told["card"], told["facts"]["licence"]) == (0, [], "not stated")
    assert [path.name for path in tmp_path.glob("a*")] == ["a.onnx"]


def test_what_eight_bits_cost_is_measured_on_the_clips_that_the_model_has_not_learnt_from(
    bundle, learnt, audioclf, audioclf_json, tmp_path
):
    out = tmp_path / "a.onnx"
    command = ("export", bundle, "--to", "onnx", "--out", out, "--int8", "--project", learnt)
    status, told = audioclf_json(*command)
    assert status == 0
    loss = told["facts"]["int8_loss"]
    clips = json.loads((bundle / "bundle.json").read_text())["record"]["report"]["clips"]
    assert loss["clips"] == 24 - clips["train"] == clips["valid"] + clips["test"]
    assert not loss["learnt_from_these_clips"]
    assert 0.0 <= loss["int8"] <= 1.0
    assert "Eight bits: accuracy" in (tmp_path / "a-model-card.md").read_text("utf-8")
    _status, _out, err = audioclf(*command)
    assert f"Eight bits: accuracy {loss['float32']:.3f} becomes {loss['int8']:.3f}" in err


@pytest.mark.parametrize("part", ["model.safetensors", "vectors.safetensors", "bundle.json", "learnt.json"])
def test_a_damaged_model_is_refused_and_leaves_no_file(bundle, audioclf, tmp_path, part):
    copy = tmp_path / "copy"
    shutil.copytree(bundle, copy)
    flip(copy / part, -5)
    status, _out, err = audioclf("export", copy, "--to", "onnx", "--out", tmp_path / "out" / "a.onnx")
    assert status == 1
    assert part in err
    assert "damaged" in err
    assert "remedy:" in err
    assert not (tmp_path / "out").exists()


def flip(file, place):
    """Change a bit of a file, in a letter or number of it."""
    content = bytearray(file.read_bytes())
    content[place] ^= 0x01
    file.write_bytes(content)


def test_a_file_tells_what_it_is_and_is_refused_once_a_byte_of_it_is_another_one(
    bundle, audioclf, audioclf_json, tmp_path
):
    file = tmp_path / "a.onnx"
    _status, told = audioclf_json("export", bundle, "--to", "onnx", "--out", file)
    status, facts = audioclf_json("info", file)
    assert status == 0
    assert facts.items() >= told["facts"].items()
    whole = file.read_bytes()
    parts = (b"classes", b"audioclf_sha256", b"scores")
    for place in (*map(whole.index, parts), *range(100, len(whole), len(whole) // 20)):
        flip(file, place)
        status, _out, err = audioclf("info", file)
        assert (status, "was changed since" in err, "remedy:" in err) == (1, True, True), place
        file.write_bytes(whole)


def test_a_changed_file_does_not_listen(bundle, learnt, audioclf, tmp_path):
    file = tmp_path / "a.onnx"
    assert audioclf("export", bundle, "--to", "onnx", "--out", file)[0] == 0
    flip(file, file.read_bytes().index(b"float32"))
    status, _out, err = audioclf("train", learnt, "--preset", "listener", "--set", f"listener={file}")
    assert status == 1
    assert "a.onnx was changed since it was exported" in err


@pytest.mark.parametrize("place", [".", "a file/inside.onnx"])
def test_a_place_that_cannot_be_written_to_is_told(bundle, audioclf, tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    Path("a file").touch()
    status, _out, err = audioclf("export", bundle, "--to", "onnx", "--out", place)
    assert status == 1
    assert "remedy:" in err
