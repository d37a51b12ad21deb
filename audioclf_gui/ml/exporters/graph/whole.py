"""A whole model as one ONNX graph: from samples to scores."""

import onnx
import torch
from onnx import helper

from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.exporters.graph.joining import Step, each, joined, prefixed
from audioclf_gui.ml.exporters.graph.listening import AfterListening, BeforeListening, windows_by_speed
from audioclf_gui.ml.exporters.graph.networks import as_onnx, beside
from audioclf_gui.ml.exporters.graph.tracing import traced
from audioclf_gui.ml.front_ends.listener import Listening
from audioclf_gui.ml.listeners import PretrainedListener
from audioclf_gui.ml.scorer import Scorer

INPUT, OUTPUT = "samples", "scores"
WINDOWS, EMBEDDINGS = "windows", "embeddings"
"""Of a model whose frozen network is in a file of its own: what it is to hear, and what it made of that."""


def graph_of(bundle: Bundle) -> onnx.ModelProto:
    """Front end, standardisation, network and calibration as one model.

    Raises
    ------
    NotAGraphError
        If there is no such graph.
    """
    front = bundle.network.front_end
    if isinstance(front, Listening):
        return _listening(bundle, front.listener)
    return traced(Scorer(bundle), {INPUT: torch.zeros(2, bundle.card.front_end.window_frames)}, OUTPUT)


def _listening(bundle: Bundle, listener: PretrainedListener) -> onnx.ModelProto:
    """The way of a model that hears through a frozen network.

    The network is asked about one window after the other, as it is here: some take the loudest of all that
    they are given at once for their level. Where it is in a file of its own, its windows come out of the
    graph and its embeddings are put in.
    """
    frames, size = bundle.card.front_end.window_frames, listener.size
    count = sum(windows_by_speed(listener, frames))
    samples, embeddings = torch.zeros(2, frames), torch.zeros(2, count, size)
    cut = traced(BeforeListening(listener, frames), {INPUT: samples}, WINDOWS)
    answer = traced(AfterListening(bundle), {INPUT: samples, EMBEDDINGS: embeddings}, OUTPUT)
    before: list[Step] = [
        helper.make_node("Identity", [INPUT], [f"cut/{INPUT}"]),
        prefixed(cut, "cut/"),
        helper.make_node("Identity", [f"cut/{WINDOWS}"], [WINDOWS]),
    ]
    after: list[Step] = [
        helper.make_node("Identity", [INPUT], [f"answer/{INPUT}"]),
        helper.make_node("Identity", [EMBEDDINGS], [f"answer/{EMBEDDINGS}"]),
        prefixed(answer, "answer/"),
        helper.make_node("Identity", [f"answer/{OUTPUT}"], [OUTPUT]),
    ]
    if beside(listener.network):
        outputs = (*answer.graph.output, *cut.graph.output)
        return joined([*before, *after], answer.graph.input, outputs)
    network = prefixed(as_onnx(listener.network, size), "listener/")
    between: list[Step] = [
        helper.make_node("Reshape", [WINDOWS, "one_by_one"], ["rows"]),
        each("listener", network, "rows", "found"),
        helper.make_node("Reshape", ["found", "by_sound"], [EMBEDDINGS]),
    ]
    constants = {"one_by_one": (-1, listener.window_frames), "by_sound": (-1, count, size)}
    return joined([*before, *between, *after], cut.graph.input, answer.graph.output, constants)
