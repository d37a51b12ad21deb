"""The frozen networks of listeners as ONNX models."""

from dataclasses import dataclass
from functools import singledispatch
from pathlib import Path

import onnx
import torch
from onnx import helper, inliner, version_converter

from audioclf_gui.core.text import Text
from audioclf_gui.ml.exporters.graph.joining import Step, joined, prefixed
from audioclf_gui.ml.exporters.graph.tracing import OPSET, NotAGraphError, traced
from audioclf_gui.ml.listeners.birdnet import BirdNet
from audioclf_gui.ml.listeners.onnx_file import OnnxNetwork
from audioclf_gui.ml.listeners.own_model import BeforeLastLayer
from audioclf_gui.ml.listeners.speech import COLUMNS, FULL_SCALE, SpeechEmbedding
from audioclf_gui.ml.listeners.tflite_file import TfliteNetwork
from audioclf_gui.ml.listeners.user_file import FileNetwork

WINDOW, EMBEDDING = "window", "embedding"


@singledispatch
def as_onnx(network: object, size: int) -> onnx.ModelProto:
    """The network of a listener as a model: float32 (frames,) `WINDOW` to (size,) `EMBEDDING`.

    A kind of network that can be one registers a function here.

    Raises
    ------
    NotAGraphError
        If it cannot be one.
    """
    del network, size
    raise NotAGraphError(Text("it hears through a frozen network that is no ONNX file"))


@as_onnx.register
def _speech(network: SpeechEmbedding, size: int) -> onnx.ModelProto:

    mel = prefixed(_read(network.mel), "mel/")
    embedding = prefixed(_read(network.embedding), "embedding/")
    steps: list[Step] = [
        helper.make_node("Mul", [WINDOW, "full_scale"], ["loud"]),
        helper.make_node("Reshape", ["loud", "one_sound"], [mel.graph.input[0].name]),
        mel,
        helper.make_node("Reshape", [mel.graph.output[0].name, "one_picture"], ["bands"]),
        helper.make_node("Div", ["bands", "ten"], ["tenths"]),
        helper.make_node("Add", ["tenths", "two"], [embedding.graph.input[0].name]),
        embedding,
        helper.make_node("Reshape", [embedding.graph.output[0].name, "numbers"], [EMBEDDING]),
    ]
    return joined(
        steps,
        (WINDOW,),
        (EMBEDDING,),
        {
            "full_scale": FULL_SCALE,
            "ten": 10.0,
            "two": 2.0,
            "one_sound": (1, -1),
            "one_picture": (1, COLUMNS, -1, 1),
            "numbers": (size,),
        },
    )


@as_onnx.register
def _file(network: FileNetwork, size: int) -> onnx.ModelProto:

    if not isinstance(network.model, OnnxNetwork):
        raise NotAGraphError(Text("it hears through a TensorFlow Lite file that takes spectrograms"))
    inside = prefixed(_read(network.model), "network/")
    steps: list[Step] = []
    last = WINDOW
    if network.mel is not None:
        frames = torch.zeros(2, network.fed.window_frames)
        mel = prefixed(traced(network.mel, {"samples": frames}, "picture"), "mel/")
        steps += [helper.make_node("Reshape", [WINDOW, "one_sound"], [mel.graph.input[0].name]), mel]
        last = mel.graph.output[0].name
        if network.fed.mels_last:
            steps.append(helper.make_node("Transpose", [last], ["turned"], perm=[0, 2, 1]))
            last = "turned"
    steps += [
        helper.make_node("Reshape", [last, "as_wanted"], [inside.graph.input[0].name]),
        inside,
        helper.make_node("Cast", [f"network/{network.output}"], ["found"], to=1),  # float32
        helper.make_node("Reshape", ["found", "rows"], ["each"]),
        helper.make_node("ReduceMean", ["each", "over_rows"], [EMBEDDING], keepdims=0),
    ]
    constants = {
        "one_sound": (1, -1),
        "as_wanted": network.fed.shape,
        "rows": (-1, size),
        "over_rows": (0,),
    }
    return joined(steps, (WINDOW,), (EMBEDDING,), constants)


@as_onnx.register
def _own(network: BeforeLastLayer, size: int) -> onnx.ModelProto:

    frames = torch.zeros(2, network.window_frames)
    inside = prefixed(traced(network.module, {"samples": frames}, "numbers"), "network/")
    steps: list[Step] = [
        helper.make_node("Reshape", [WINDOW, "one_sound"], [inside.graph.input[0].name]),
        inside,
        helper.make_node("Reshape", [inside.graph.output[0].name, "numbers"], [EMBEDDING]),
    ]
    return joined(steps, (WINDOW,), (EMBEDDING,), {"one_sound": (1, -1), "numbers": (size,)})


@dataclass(frozen=True, slots=True)
class Beside:
    """A network that stays a TensorFlow Lite file beside the ONNX file, which its answers are put into."""

    file: str
    tensor: str  # the embedding, among the tensors of the file


def beside(network: object) -> Beside | None:
    """The file that a network which hears samples is in, if that is one of TensorFlow Lite."""
    match network:
        case BirdNet():
            return Beside(network.model.path.name, network.embedding)
        case FileNetwork(model=TfliteNetwork() as model, mel=None):
            return Beside(model.path.name, network.output)
    return None


def _read(network: OnnxNetwork) -> onnx.ModelProto:
    """The model of a file, its weights included, in the version of the rest."""
    path: Path = network.path
    try:
        model = inliner.inline_local_functions(onnx.load(str(path)))
        if any(one.domain in ("", "ai.onnx") and one.version != OPSET for one in model.opset_import):
            model = version_converter.convert_version(model, OPSET)
    except Exception as problem:  # of a stranger's file anything may be wrong
        lines = str(problem).strip().splitlines() or [type(problem).__name__]
        raise NotAGraphError(
            Text("{file} cannot be made one with it: {reason}", file=path.name, reason=lines[0][:300])
        ) from problem
    return model
