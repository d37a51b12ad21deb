"""Modules of torch as ONNX models."""

import logging
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache

import onnx
import torch
from torch import Tensor, nn

from audioclf_gui.core.text import Text

OPSET = 20
"""The version of ONNX's operations; from 20 on DFT takes its axis as an input."""

_MOST_FOLDED = 2**14  # numbers; the places of all windows' samples would be more than a small network


class NotAGraphError(Exception):
    """That something cannot be an ONNX model; `reason` is for the user."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(str(reason))


def traced(module: nn.Module, given: Mapping[str, Tensor], output: str) -> onnx.ModelProto:
    """A module as a model whose inputs and output have these names.

    Parameters
    ----------
    given
        Each input by its name, two of a batch, in the order in which the module takes them.

    Raises
    ------
    NotAGraphError
        If what the module does depends on what it is given.

    Notes
    -----
    The front end's transform becomes ONNX's own DFT in double precision, which onnxruntime and
    onnxruntime-web both have: it agrees with torch to the last bits of float32, where a product with fixed
    cosines and sines is off by up to 0.2 dB beside loud tones, and adds 10 MB.
    """
    with _quietly():
        return _tracer().submit(_traced, module, given, output).result()


@cache
def _tracer() -> ThreadPoolExecutor:
    """The thread in which all models are traced.

    torch 2.11 crashes when it traces in one thread after another in which it did so has ended.
    """
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="onnx")


def _traced(module: nn.Module, given: Mapping[str, Tensor], output: str) -> onnx.ModelProto:
    from onnx_ir.passes.common import ClearMetadataAndDocStringPass
    from onnxscript import optimizer

    batch = torch.export.Dim("batch")
    try:
        program = torch.onnx.export(
            module,
            tuple(given.values()),
            input_names=list(given),
            output_names=[output],
            opset_version=OPSET,
            dynamic_shapes=tuple({0: batch} for _ in given),
            dynamo=True,
            optimize=False,  # which takes the floor of 1e-10 below the logarithm for 0 and drops it
            verbose=False,
        )
    except torch.onnx.OnnxExporterError as error:
        reason = str(error.__cause__ or error).strip().split("\n", maxsplit=1)[0]
        raise NotAGraphError(Text.plain(reason)) from error
    assert program is not None
    sounds_at_once = program.model.graph.inputs[0].shape[0]
    if isinstance(sounds_at_once, int):
        raise NotAGraphError(Text("its way depends on how many sounds it is given"))
    optimizer.fold_constants(program.model, output_size_limit=_MOST_FOLDED)
    optimizer.remove_unused_nodes(program.model)
    ClearMetadataAndDocStringPass()(program.model)  # it names folders of this machine
    model: onnx.ModelProto = program.model_proto
    return model


@contextmanager
def _quietly() -> Iterator[None]:
    """The exporters' libraries tell of their own insides; what matters to a user is checked afterwards."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
