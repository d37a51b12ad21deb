"""A model file of one's own listens: trained, used, told, and missed plainly where it is gone."""

import shutil

import pytest

RATE_HZ = 4000


@pytest.fixture
def mel_means(tmp_path):
    """A network that takes a log-mel picture of half a second, and answers the mean of each of 16 bands."""
    onnx = pytest.importorskip("onnx")
    pytest.importorskip("onnxruntime")
    helper, kind = onnx.helper, onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        [helper.make_node("ReduceMean", ["picture", "axes"], ["numbers"], keepdims=0)],
        "means",
        [helper.make_tensor_value_info("picture", kind, (1, 16, "columns"))],
        [helper.make_tensor_value_info("numbers", kind, None)],
        [helper.make_tensor("axes", onnx.TensorProto.INT64, [1], [2])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    helper.set_model_props(model, {"license": "CC0", "source": "a test"})
    path = tmp_path / "means.onnx"
    onnx.save(model, path)
    return path


OPTIONS = (
    "--preset", "listener", "--set", "listener_window_s=0.5", "--set", "threads=1", "--set", "refit=false",
    "--set", "listener_mel=rate_hz=4000,mels=16,window_s=0.032,hop_s=0.016",
)  # fmt: skip


@pytest.fixture
def trained(mel_means, project, audioclf, audioclf_json):
    """The project, the bundle, and what was said while it was trained."""
    status, _out, err = audioclf("train", project, *OPTIONS, "--set", f"listener={mel_means}")
    assert status == 0, err
    _status, runs = audioclf_json("runs", project)
    return project / runs[0]["report"]["bundle"], err


def test_a_file_listens_and_its_terms_are_told_and_kept(trained, tones, audioclf_json):
    bundle, err = trained
    assert err.index("CC0") < err.index("reading: ")
    status, facts = audioclf_json("info", bundle)
    assert status == 0
    assert facts["listener"].items() >= {"name": "means.onnx", "licence": "CC0", "source": "a test"}.items()
    status, predictions = audioclf_json("predict", bundle, tones / "high" / "site1-01.wav")
    assert (status, predictions[0]["class"]) == (0, "high")


def test_what_the_file_leaves_open_is_asked_for(mel_means, project, audioclf):
    status, _out, err = audioclf("train", project, "--preset", "listener", "--set", f"listener={mel_means}")
    assert status == 1
    assert "listener_mel" in err
    status, _out, err = audioclf("train", project, *OPTIONS[:-1], "listener_mel=mels=16")
    assert status == 1
    assert "Write rate_hz=16000" in err


def test_a_model_says_which_file_it_misses_and_works_again_where_it_is_put(
    trained, mel_means, tones, audioclf
):
    bundle, _err = trained
    away = mel_means.with_name("kept.bin")
    shutil.move(mel_means, away)
    clip = tones / "low" / "site1-01.wav"
    status, _out, err = audioclf("predict", bundle, clip)
    assert status == 1
    assert "means.onnx that it needs is not there" in err
    folder = err.partition(" into ")[2].strip().rstrip(".")
    mel_means.write_bytes(away.read_bytes() + b"\0")
    status, _out, err = audioclf("predict", bundle, clip)
    assert status == 1
    assert "remedy: Copy means.onnx with the hash" in err
    mel_means.unlink()
    shutil.copy(away, f"{folder}/means.onnx")
    assert audioclf("predict", bundle, clip)[0] == 0


def test_a_strangers_model_does_not_choose_which_file_is_opened(trained, mel_means):
    from audioclf_gui.ml.bundle import read_card
    from audioclf_gui.ml.front_ends import BadFrontEndError, front_end_from_json, front_end_to_json

    values = front_end_to_json(read_card(trained[0]).front_end)
    for changes in (
        {"listener": str(mel_means)},
        {"content": "../../etc/passwd", "file": "../../etc/passwd"},
    ):
        parameters = {**values["parameters"], **changes}
        with pytest.raises(BadFrontEndError):
            front_end_from_json({**values, "parameters": parameters})
