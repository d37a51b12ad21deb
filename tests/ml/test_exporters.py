"""A model that leaves the program says elsewhere what it says here."""

import json
import sys
import threading
from dataclasses import replace

import numpy as np
import onnx
import pytest
import torch
from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.jobs.export_model import TOLERANCE, ExportModel, export_model
from audioclf_gui.ml.bundle import VECTORS, load_bundle
from audioclf_gui.ml.exporters import EXPORTERS, exporter_called
from audioclf_gui.ml.exporters.onnx_model import OnnxModel
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.inference import score_windows
from audioclf_gui.ml.models import ARCHITECTURES, build
from audioclf_gui.ml.models.registry import Architecture, takes
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.regression import Regression

PICTURES = sorted(name for name, known in ARCHITECTURES.items() if known.axes == 2)


def hard_sounds(frames: int) -> np.ndarray:
    """What front ends go wrong on: silence, an offset, clicks in silence, loud tones, whispers."""
    rng = np.random.default_rng(5)
    clicks = np.zeros(frames)
    clicks[:: frames // 3 + 1] = 0.9
    rows = [
        np.zeros(frames),
        np.full(frames, 0.5),
        clicks,
        0.9 * np.sin(0.3 * np.arange(frames)),
        1e-5 * rng.standard_normal(frames),
        rng.uniform(-1.0, 1.0, frames),
        0.1 * rng.standard_normal(frames),
    ]
    return np.stack(rows).astype(np.float32)


@pytest.fixture(scope="module")
def bundle_of(save_tiny, tmp_path_factory):
    """A model of each architecture over pictures."""

    def make(name: str):
        torch.manual_seed(3)
        usual = {"widths": [4, 8], "position": True}
        options = {option: value for option, value in usual.items() if takes(name, option)}
        model = build(name, 3, (16, 26), options)
        folder = tmp_path_factory.mktemp("models") / name
        return load_bundle(save_tiny(folder, model=model, architecture=name, options=options))

    return make


@pytest.fixture(scope="module")
def exported(save_tiny, tmp_path_factory):
    """A model that was exported, with what the job told."""
    folder = tmp_path_factory.mktemp("exported")
    bundle = save_tiny(folder / "model")
    done = result_of(export_model(ExportModel(bundle, "onnx", folder / "tiny.onnx", licence="CC0 1.0")))
    return load_bundle(bundle), done


@pytest.mark.parametrize("name", PICTURES)
def test_the_file_answers_as_the_model_does_whatever_it_hears_and_in_any_company(bundle_of, name):
    bundle = bundle_of(name)
    onnx_model = exporter_called("onnx")
    answers = onnx_model.opened(onnx_model.written(bundle))
    sounds = hard_sounds(bundle.card.front_end.window_frames)
    expected = score_windows(bundle, sounds)
    assert np.abs(answers(sounds) - expected).max() <= TOLERANCE
    for place in range(len(sounds)):
        assert np.abs(answers(sounds[place : place + 1]) - expected[place]).max() <= TOLERANCE


def test_the_file_is_checked_against_the_test_vectors_that_the_model_was_saved_with(exported):
    from safetensors.numpy import load

    bundle, done = exported
    vectors = load((bundle.folder / VECTORS).read_bytes())
    content = done.written[0].path.read_bytes()
    found = exporter_called("onnx").opened(content)(vectors["samples"])
    assert np.abs(found - vectors["scores"]).max() <= TOLERANCE
    assert done.largest_difference <= TOLERANCE


def test_the_file_says_itself_what_one_needs_to_run_it(exported):
    _bundle, done = exported
    model = onnx.load_from_string(done.written[0].path.read_bytes())
    told = {one.key: json.loads(one.value) for one in model.metadata_props}
    assert told["classes"] == ["dog", "cat", "owl"]
    assert told["thresholds"] == [0.4, 0.5, 0.6]
    assert (told["rate_hz"], told["window_frames"]) == (8000, 4000)
    assert (told["window_s"], told["hop_s"]) == (0.5, 0.25)
    assert told["pad"] == "repeat"
    assert 0.0 <= told["smoothing"] < 1.0
    assert told["licence"] == "CC0 1.0"
    assert told["precision"] == "float32"
    (put_in,), (out,) = model.graph.input, model.graph.output
    assert (put_in.name, shape_of(put_in)) == ("samples", ["batch", 4000])
    assert (out.name, shape_of(out)) == ("scores", ["batch", 3])
    onnx.checker.check_model(model, full_check=True)


def shape_of(value: onnx.ValueInfoProto) -> list[str | int]:
    return [one.dim_param or one.dim_value for one in value.type.tensor_type.shape.dim]


def test_the_file_tells_nothing_of_the_machine_it_was_made_on(exported):
    content = exported[1].written[0].path.read_bytes()
    assert b"stack_trace" not in content
    assert str(exported[0].folder).encode() not in content
    assert b".py" not in content


def test_the_file_holds_the_model_and_little_more(save_tiny, tmp_path):
    """Nothing that is as long as the sound: a window may have hundreds of thousands of samples."""
    ends = LogMelPictures(20.0, "repeat", mel_settings(8000, mels=16))
    long = load_bundle(save_tiny(tmp_path / "model", front_end=ends))
    model = onnx.load_from_string(exporter_called("onnx").written(long))
    sizes = {one.name: int(np.prod(one.dims)) for one in model.graph.initializer}
    assert {name for name, size in sizes.items() if size > 10_000} <= {"network.front_end.filters"}


def test_one_model_is_always_the_same_file(exported, tmp_path):
    bundle, done = exported
    again = result_of(
        export_model(ExportModel(bundle.folder, "onnx", tmp_path / "b.onnx", licence="CC0 1.0"))
    )
    assert again.written[0].path.read_bytes() == done.written[0].path.read_bytes()


def test_models_are_exported_from_one_thread_after_another(exported):
    """As the window does; torch's own tracer crashes in the second one."""
    found = []
    for _number in range(2):
        work = threading.Thread(target=lambda: found.append(exporter_called("onnx").written(exported[0])))
        work.start()
        work.join()
    assert len(found) == 2
    assert found[0] == found[1]


def test_classes_that_were_merged_are_added_up_in_the_file(exported):
    bundle = exported[0]
    objective = replace(bundle.card.objective, names=("owl", "pet"))
    card = replace(bundle.card, objective=objective, thresholds=(0.5, 0.5), class_ids=())
    merged = replace(bundle, card=card, places=(1, 1, 0))
    onnx_model = exporter_called("onnx")
    sounds = hard_sounds(4000)
    found = onnx_model.opened(onnx_model.written(merged))(sounds)
    assert np.abs(found - score_windows(merged, sounds)).max() <= TOLERANCE
    apart = score_windows(bundle, sounds)
    assert np.allclose(found, np.stack([apart[:, 2], apart[:, 0] + apart[:, 1]], axis=1), atol=TOLERANCE)


OTHER_OBJECTIVES = {
    "a set of classes": {"objective": MultiLabel(("dog", "cat", "owl"))},
    "a number": {"objective": Regression(("level",), "dB", 40.0, 12.5), "thresholds": ()},
}


@pytest.mark.parametrize("what", OTHER_OBJECTIVES)
def test_whatever_a_model_says_its_file_says_too(save_tiny, tmp_path, what):
    changes = OTHER_OBJECTIVES[what]
    model = build("r4_cnn", changes["objective"].outputs, (16, 26), {"widths": [4, 8]})
    bundle = load_bundle(save_tiny(tmp_path / "model", model=model, **changes))
    done = result_of(export_model(ExportModel(bundle.folder, "onnx", tmp_path / "a.onnx", int8=True)))
    onnx_model = exporter_called("onnx")
    expected = score_windows(bundle, hard_sounds(4000))
    found = onnx_model.opened(onnx_model.written(bundle))(hard_sounds(4000))
    assert np.abs(found - expected).max() <= TOLERANCE * max(1.0, np.abs(expected).max())
    assert done.facts["objective"]["kind"] == changes["objective"].kind
    assert done.facts["objective"]["names"] == list(changes["objective"].names)
    text = (tmp_path / "a-model-card.md").read_text("utf-8")
    assert changes["objective"].names[0] in text
    assert getattr(changes["objective"], "unit", "") in text
    assert "add up to 1" not in text


def test_a_set_of_classes_that_were_merged_has_the_higher_score(save_tiny, tmp_path):
    bundle = load_bundle(save_tiny(tmp_path / "model", objective=MultiLabel(("dog", "cat", "owl"))))
    card = replace(bundle.card, objective=MultiLabel(("owl", "pet")), thresholds=(0.5, 0.5))
    onnx_model = exporter_called("onnx")
    content = onnx_model.written(replace(bundle, card=card, places=(1, 1, 0)))
    found = onnx_model.opened(content)(hard_sounds(4000))
    apart = score_windows(bundle, hard_sounds(4000))
    expected = np.stack([apart[:, 2], apart[:, :2].max(axis=1)], axis=1)
    assert np.abs(found - expected).max() <= TOLERANCE


class _Deaf(OnnxModel):
    """Writes a file that has lost the bias of its last layer, as a careless exporter might."""

    def written(self, bundle):
        network = bundle.network
        with torch.no_grad():
            network.model.head.bias.add_(torch.tensor([0.01, 0.0, 0.0]))
        try:
            return super().written(bundle)
        finally:
            with torch.no_grad():
                network.model.head.bias.sub_(torch.tensor([0.01, 0.0, 0.0]))


def test_a_file_that_would_answer_otherwise_is_not_left(exported, tmp_path, monkeypatch):
    monkeypatch.setitem(EXPORTERS._own, "deaf", _Deaf())
    with pytest.raises(UserError, match="would not answer as the model does"):
        result_of(export_model(ExportModel(exported[0].folder, "deaf", tmp_path / "out" / "a.onnx")))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("package", ["onnx", "onnxruntime", "onnxscript"])
def test_a_package_that_is_missing_is_named_with_the_command_that_brings_it(
    exported, tmp_path, monkeypatch, package
):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UserError) as caught:
        result_of(export_model(ExportModel(exported[0].folder, "onnx", tmp_path / "a.onnx")))
    assert package in str(caught.value)
    assert "-m pip install onnx onnxruntime onnxscript" in str(caught.value.remedy)
    assert not list(tmp_path.iterdir())


class _Undecided(nn.Module):
    """Takes another way for another sound, which no graph holds."""

    def __init__(self, outputs, _shape):
        super().__init__()
        self.head = nn.Linear(16, outputs)

    def forward(self, pictures):
        heard = pictures.mean(dim=2)
        return self.head(heard if float(heard.sum()) > 0.0 else -heard)


def test_a_model_that_cannot_be_written_like_that_is_refused_with_the_reason(
    save_tiny, tmp_path, monkeypatch
):
    monkeypatch.setitem(ARCHITECTURES._own, "undecided", Architecture(_Undecided, 2, "gradient"))
    model = save_tiny(tmp_path / "m", model=_Undecided(3, (16, 26)), architecture="undecided", options={})
    with pytest.raises(UserError, match="undecided on log-mel cannot become an ONNX file") as caught:
        result_of(export_model(ExportModel(model, "onnx", tmp_path / "a.onnx")))
    assert "predict" in str(caught.value.remedy)
    assert not (tmp_path / "a.onnx").exists()


def test_what_is_in_the_place_is_kept_beside_it(exported, tmp_path):
    place = tmp_path / "birds.onnx"
    place.write_text("somebody's own")
    done = result_of(export_model(ExportModel(exported[0].folder, "onnx", place)))
    assert done.written[0].kept == tmp_path / "birds.1.onnx"
    assert done.written[0].kept.read_text() == "somebody's own"


def test_eight_bits_make_a_smaller_file_and_what_they_cost_is_told(exported, tmp_path):
    bundle, whole = exported
    request = ExportModel(bundle.folder, "onnx", tmp_path / "small.onnx", int8=True)
    small = result_of(export_model(request))
    content = small.written[0].path.read_bytes()
    assert len(content) < whole.written[0].path.stat().st_size
    sounds = hard_sounds(4000)
    difference = np.abs(exporter_called("onnx").opened(content)(sounds) - score_windows(bundle, sounds)).max()
    assert 0.0 < difference < 0.02
    loss = small.facts["int8_loss"]
    assert small.facts["precision"] == "int8 weights"
    assert loss["clips"] == 0
    assert 0.0 < loss["largest_difference"] < 0.02
    assert "not known without clips" in " ".join(map(str, small.notes))
    model = onnx.load_from_string(content)
    onnx.checker.check_model(model, full_check=True)
    assert onnx.TensorProto.INT8 in {one.data_type for one in model.graph.initializer}


def test_an_unknown_target_is_refused_with_those_that_there_are():
    with pytest.raises(UserError) as caught:
        exporter_called("cassette")
    assert "onnx" in str(caught.value.remedy)
