"""Networks in ONNX files, run by ONNX Runtime."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import numpy as np

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml import seal
from audioclf_gui.ml.listeners import packages
from audioclf_gui.ml.listeners.listener import Samples
from audioclf_gui.ml.listeners.signature import Signature, Tensor

_DOMAINS = {"", "ai.onnx", "ai.onnx.ml", "com.microsoft"}  # what ONNX Runtime itself brings along
_KINDS = {"tensor(float)": "float32", "tensor(double)": "float64", "tensor(float16)": "float16"}


class OnnxNetwork:
    """Answers in one thread, so that the numbers do not depend on how many there are; any may ask."""

    def __init__(self, path: Path) -> None:
        try:
            import onnxruntime
        except ImportError:
            raise packages.missing("onnxruntime") from None
        self.path = path
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4
        try:
            self._session: Any = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as problem:
            raise refused(path, Text.plain(_first_line(problem))) from problem
        self.signature = Signature(
            tuple(_tensor(one) for one in self._session.get_inputs()),
            tuple(_tensor(one) for one in self._session.get_outputs()),
            dict(self._session.get_modelmeta().custom_metadata_map),
        )

    def run(self, array: Samples, wanted: Sequence[str]) -> list[Samples]:
        """The outputs of those names for the one input."""
        name = self.signature.inputs[0].name
        return [np.asarray(one, np.float32) for one in self._session.run(list(wanted), {name: array})]


def check_onnx(path: Path) -> tuple[Path, ...]:
    """The files that a model is in, its own first; nothing of it is run.

    Raises
    ------
    UserError
        If it is no ONNX file, needs operations that are not the standard's, or keeps weights in a file that
        is not beside it.
    """
    try:
        import onnx
    except ImportError:
        raise packages.missing("onnx") from None
    try:
        model = onnx.load(str(path), load_external_data=False)
    except OSError as problem:
        raise cannot_read(path, problem) from problem
    except Exception as problem:
        raise refused(path, Text("it is neither an ONNX nor a TensorFlow Lite file")) from problem
    foreign = {node.domain for node in _nodes(model)} - _DOMAINS
    if foreign:
        names = joined(sorted({node.op_type for node in _nodes(model) if node.domain in foreign})[:3])
        raise refused(path, Text("it needs operations of somebody's own ({names})", names=names))
    if not model.graph.node:
        raise refused(path, Text("it is neither an ONNX nor a TensorFlow Lite file"))
    _check_seal(path, model)
    places = {_place(tensor) for tensor in _tensors(model) if tensor.data_location == tensor.EXTERNAL}
    return path, *(_beside(path, place) for place in sorted(places))


def _check_seal(path: Path, model: Any) -> None:
    """UserError if it is a model that was exported by this program and was changed since."""
    for one in model.metadata_props:
        if one.key == seal.KEY and not seal.is_whole(path.read_bytes(), one.value.strip('"')):
            raise UserError(
                Text("{name} was changed since it was exported", name=path.name),
                remedy=Text("Export the model again, or copy the file once more from where it came."),
            )


def refused(path: Path, reason: Text) -> UserError:
    """That the file cannot be used, and why."""
    return UserError(
        Text("{name} cannot be used as a listener: {reason}", name=path.name, reason=reason),
        remedy=Text("Export the network again with the standard operations, or choose another file."),
    )


def _beside(path: Path, place: str) -> Path:
    """A file of weights, which has to be in the folder of the model or below it."""
    folder = path.resolve().parent
    parts = {*PurePosixPath(place).parts, *PureWindowsPath(place).parts}
    file = folder / place
    if not place or PureWindowsPath(place).anchor or ".." in parts:
        raise refused(path, Text("it keeps weights outside its folder ({place})", place=place))
    if not file.resolve().is_relative_to(folder):
        raise refused(path, Text("it keeps weights outside its folder ({place})", place=place))
    if not file.is_file():
        raise refused(path, Text("its file of weights is missing: {place}", place=place))
    return file


def _place(tensor: Any) -> str:
    return next((entry.value for entry in tensor.external_data if entry.key == "location"), "")


def _nodes(model: Any) -> Iterator[Any]:
    for graph in _graphs(model):
        yield from graph.node


def _graphs(model: Any) -> Iterator[Any]:
    """The graph, its functions, and the branches and loops in them."""
    waiting = [model.graph, *model.functions]
    while waiting:
        graph = waiting.pop()
        yield graph
        for node in graph.node:
            for attribute in node.attribute:
                waiting.extend(attribute.graphs)
                if attribute.HasField("g"):
                    waiting.append(attribute.g)


def _tensors(model: Any) -> Iterator[Any]:
    for graph in _graphs(model):
        yield from getattr(graph, "initializer", ())
        for sparse in getattr(graph, "sparse_initializer", ()):
            yield from (sparse.values, sparse.indices)
        for node in graph.node:
            for attribute in node.attribute:
                yield from attribute.tensors
                if attribute.HasField("t"):
                    yield attribute.t


def _tensor(found: Any) -> Tensor:
    shape = tuple(length if isinstance(length, int) and length > 0 else None for length in found.shape)
    return Tensor(found.name, shape, _KINDS.get(found.type, found.type))


def _first_line(problem: Exception) -> str:
    return (str(problem).strip().splitlines() or [type(problem).__name__])[0][:300]
