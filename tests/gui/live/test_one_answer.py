"""The command line, the window, listening and the exported file give a sound the same scores."""

import json

import numpy as np
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper, save

from audioclf_gui.audio.files import read_mono, write_wav
from audioclf_gui.cli.main import main
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.gui.classify_panel import ClassifyPanel
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.estimators import ESTIMATORS
from audioclf_gui.ml.listeners import load
from audioclf_gui.ml.live import LiveScores
from audioclf_gui.ml.models import ARCHITECTURES
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

from .conftest import RATE_HZ, hiss, whistle
from .test_workspace import listen_to

TOLERANCE = 1e-4
SMALL = {"epochs": 4, "mels": 24, "batch_size": 8, "threads": 1, "device": "cpu", "refit": False}
NETWORK = {"rate_hz": RATE_HZ, "mel_window_s": 0.032, "patience": None}
KINDS = {
    "gradient": ("fast", NETWORK | {"architecture": "residual_cnn"}, "single-label"),
    "ensemble": ("quality", NETWORK | {"members": 2}, "single-label"),
    "forest": ("forest", {}, "single-label"),
    "head": ("listener", {}, "single-label"),
    "stack": ("combined", {}, "single-label"),
    "sets": ("fast", NETWORK, "multi-label"),
    "a number": ("fast", NETWORK, "regression"),
}


def ear(path):
    """A network of somebody's: filters over a quarter of a second, and how strong each of them answers."""
    filters = np.random.default_rng(3).standard_normal((12, 1, 64)).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["sound", "filters"], ["filtered"], strides=[16]),
            helper.make_node("Abs", ["filtered"], ["strength"]),
            helper.make_node("GlobalAveragePool", ["strength"], ["mean"]),
            helper.make_node("Flatten", ["mean"], ["embedding"]),
        ],
        "ear",
        [helper.make_tensor_value_info("sound", TensorProto.FLOAT, (1, 1, RATE_HZ // 4))],
        [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, (1, 12))],
        [numpy_helper.from_array(filters, "filters")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, {"rate_hz": str(RATE_HZ)})
    save(model, path)
    return path


def data_of(objective, folder):
    """Three dozen clips of half a second: whistles, hisses, both; of which the loudness is known, too."""
    targets = {
        "single-label": lambda kind, _level: kind % 2,
        "multi-label": lambda kind, _level: (frozenset({0}), frozenset({1}), frozenset({0, 1}))[kind],
        "regression": lambda _kind, level: 20.0 * float(np.log10(level)),
    }
    examples = []
    for number in range(36):
        kind, level = number % 3, 0.1 + 0.9 * (number * 7 % 36) / 36
        sounds = (whistle(0.5, number), hiss(0.5, number), whistle(0.5, number) + hiss(0.5, number))
        path = folder / f"{number}.wav"
        write_wav(path, (level * sounds[kind % 2 if objective == "single-label" else kind]), RATE_HZ)
        target = targets[objective](kind, level)
        group = f"site {number // 3}"
        examples.append(
            Example(ClipId(number + 1), path, content_hash(path), target, group, "", 0.0, 0.5, RATE_HZ)
        )
    if objective == "regression":
        return TrainingData((), (), tuple(examples), objective=objective, quantity="level", unit="dB")
    return TrainingData(("whistle", "hiss"), (1, 2), tuple(examples), objective=objective)


@pytest.fixture(scope="session", params=KINDS)
def trained_model(request, tmp_path_factory):
    preset, changes, objective = KINDS[request.param]
    folder = tmp_path_factory.mktemp("kinds")
    if preset in ("listener", "combined"):
        changes = changes | {"listener": str(ear(folder / "ear.onnx"))}
    (plan,) = prepare(data_of(objective, folder), settings_for(preset, **(SMALL | changes)))
    for _event in run_training(plan, folder / "model", folder / "cache"):
        pass
    return folder / "model"


@pytest.fixture
def found_ear(trained_model):
    """The network that the model hears through is known where this test's programs look for it."""
    path = trained_model.with_name("ear.onnx")
    if path.exists():
        load(str(path))


def said(capsys, *arguments):
    capsys.readouterr()
    assert main([*map(str, arguments), "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.strip().split("\n")]


def printed(capsys, *arguments):
    capsys.readouterr()
    assert main([*map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def numbers(window):
    """The scores of a window of a prediction in JSON, or its value."""
    return list(window["scores"].values()) if "scores" in window else [window["value"]]


class Elsewhere:
    """The exported file as another program runs it, who knows what the file says of itself and no more."""

    def __init__(self, file):
        self.session = onnxruntime.InferenceSession(file)
        told = self.session.get_modelmeta().custom_metadata_map
        self.facts = {name: json.loads(value) for name, value in told.items()}

    def windows(self, samples, hop_s):
        frames, hop = self.facts["window_frames"], round(hop_s * self.facts["rate_hz"])
        starts = sorted({*range(0, len(samples) - frames + 1, hop), len(samples) - frames})
        cut = np.stack([samples[start : start + frames] for start in starts])
        return cut, self.session.run(None, {"samples": cut})[0]

    def told(self, decision, scores):
        """What a line of `audioclf live` says, and what it says by these scores of its window."""
        if "value" in decision:
            return decision["value"], scores[0]
        name = decision["class_name"]
        return decision["score"], scores[self.facts["classes"].index(name)] if name else 0.0

    def smoothed(self, samples):
        """What listening makes decisions on."""
        keep, past, found = self.facts["smoothing"], None, []
        for window, scores in zip(*self.windows(samples, self.facts["live_hop_s"]), strict=True):
            level_db = 10 * np.log10(max(np.var(window, dtype=np.float64), 1e-12))
            if level_db < self.facts["silence_db"]:
                past = None
                found.append(np.zeros_like(scores))
                continue
            past = scores if past is None else keep * past + (1 - keep) * scores
            found.append(past)
        return np.stack(found)


@pytest.mark.usefixtures("found_ear")
def test_a_file_gets_the_same_scores_in_all_four_ways(
    trained_model, workspace, context_with_run, sound_file, tmp_path, qtbot, capsys
):
    path = sound_file(whistle(1.3, 77), np.zeros(RATE_HZ, np.float32), hiss(1.33, 78))
    out = tmp_path / "out"
    printed(capsys, "export", trained_model, "--to", "onnx", "--out", out / "model.onnx")
    elsewhere = Elsewhere(out / "model.onnx")
    samples = read_mono(path, elsewhere.facts["rate_hz"])
    _cut, expected = elsewhere.windows(samples, elsewhere.facts["hop_s"])
    scale = max(1.0, float(np.abs(expected).max()))

    (typed,) = printed(capsys, "predict", trained_model, path)
    panel = ClassifyPanel(context_with_run)
    qtbot.addWidget(panel)
    panel.formats.setCurrentIndex(panel.formats.findData("json"))
    with qtbot.waitSignal(panel.closed, timeout=20_000):
        panel.classify([path], out / "clicked.json")
    (clicked,) = json.loads((out / "clicked.json").read_text("utf-8"))
    for told in (typed, clicked):
        assert len(told["windows"]) == len(expected)
        for window, scores in zip(told["windows"], expected, strict=True):
            assert window["silent"] or np.abs(numbers(window) - scores).max() <= TOLERANCE * scale

    heard = [one for one in listen_to(workspace, qtbot, path) if isinstance(one, LiveScores)]
    _cut, expected = elsewhere.windows(samples, elsewhere.facts["live_hop_s"])
    assert np.abs(np.stack([one.scores for one in heard]) - expected).max() <= TOLERANCE * scale
    smoothed = elsewhere.smoothed(samples)
    assert np.abs(np.stack([one.smoothed for one in heard]) - smoothed).max() <= TOLERANCE * scale

    by_time = {round(one.end_s, 3): scores for one, scores in zip(heard, smoothed, strict=True)}
    decided = said(capsys, "live", trained_model, "--input", f"file:{path}")
    assert any(one.get("class_name", True) for one in decided)
    for one in (line for line in decided if "event" not in line):
        scores = by_time[round(one["time_s"], 3)]
        told, expected = elsewhere.told(one, scores)
        assert abs(told - expected) <= TOLERANCE * scale


def test_every_kind_of_estimator_is_among_them():
    learnt = {settings_for(preset, **changes).architecture for preset, changes, _goal in KINDS.values()}
    assert {ARCHITECTURES[name].estimator for name in learnt} == set(ESTIMATORS)
