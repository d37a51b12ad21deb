"""ONNX, which onnxruntime runs in some twenty languages and in web pages."""

import importlib.util
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from typing_extensions import override

import audioclf_gui
from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.installation import adding, has_own_python
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text
from audioclf_gui.ml import seal
from audioclf_gui.ml.exporters.registry import Exporter, exporter
from audioclf_gui.ml.windows import Samples

if TYPE_CHECKING:
    import onnx

    from audioclf_gui.ml.bundle import Bundle

_PACKAGES = ("onnx", "onnxruntime", "onnxscript")
_INSTALL = f'"{sys.executable}" -m pip install {" ".join(_PACKAGES)}'
_LAYERS = ("Conv", "Gemm")  # what networks are made of; the front end has neither
_MOST_INT8 = 127
_ERRORS_ONLY = 3  # of what onnxruntime logs


@exporter("onnx")
class OnnxModel(Exporter):
    """One graph: front end, listener, standardisation, network, calibration."""

    title: ClassVar[Text] = Text("ONNX, samples to scores")
    suffix: ClassVar[str] = ".onnx"

    @override
    def check_installed(self) -> None:
        missing = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
        if missing:
            packages = " ".join(missing)
            raise UserError(
                Text("ONNX files need packages that are not installed: {packages}", packages=packages),
                remedy=adding("export") if has_own_python() else Text("Run: {command}", command=_INSTALL),
            )

    @override
    def written(self, bundle: "Bundle") -> bytes:
        from audioclf_gui.ml.exporters.graph.tracing import NotAGraphError
        from audioclf_gui.ml.exporters.graph.whole import graph_of

        try:
            content: bytes = graph_of(bundle).SerializeToString()
        except NotAGraphError as error:
            raise _cannot_hold(bundle, error.reason) from error
        return content

    @override
    def compressed(self, content: bytes) -> bytes:
        import onnx

        model = onnx.load_from_string(content)
        layers = [node for node in model.graph.node if node.op_type in _LAYERS]
        weights = {tensor.name: tensor for tensor in model.graph.initializer}
        scaled = {node.input[1]: _outputs_axis(node) for node in layers if node.input[1] in weights}
        if not scaled:
            raise UserError(
                Text("this kind of model has no layers that eight bits make smaller"),
                remedy=Text("Export it without int8."),
            )
        for name, axis in scaled.items():
            _compress(model.graph, weights[name], axis)
        small: bytes = model.SerializeToString()
        return small

    @override
    def opened(self, content: bytes, bundle: "Bundle | None" = None) -> Callable[[Samples], Samples]:
        import onnxruntime

        from audioclf_gui.ml.exporters.graph.whole import EMBEDDINGS, INPUT, OUTPUT, WINDOWS
        from audioclf_gui.ml.front_ends.listener import Listening

        options = onnxruntime.SessionOptions()
        options.log_severity_level = _ERRORS_ONLY
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

        shapes = {one.name: one.shape for one in session.get_inputs()}

        def scores(windows: Samples) -> Samples:
            given = {INPUT: np.asarray(windows, np.float32)}
            if EMBEDDINGS in shapes:
                front = None if bundle is None else bundle.network.front_end
                assert isinstance(front, Listening)
                given[EMBEDDINGS] = np.zeros((len(windows), *shapes[EMBEDDINGS][1:]), np.float32)
                (cut,) = session.run([WINDOWS], given)
                found = front.listener.embed(cut.reshape(-1, cut.shape[-1]))
                given[EMBEDDINGS] = found.reshape(given[EMBEDDINGS].shape)
            (answer,) = session.run([OUTPUT], given)
            return np.asarray(answer, np.float32)

        return scores

    @override
    def stamped(self, content: bytes, facts: Mapping[str, object]) -> bytes:
        import onnx

        model = onnx.load_from_string(content)
        model.producer_name, model.producer_version = "audioclf-gui", audioclf_gui.__version__
        model.graph.name = "audioclf"
        facts = {**facts, seal.KEY: seal.OPEN}
        told = {name: json.dumps(value, ensure_ascii=False) for name, value in facts.items()}
        onnx.helper.set_model_props(model, told)
        return seal.sealed(model.SerializeToString())

    @override
    def told(self, file: Path) -> Mapping[str, object]:
        import onnx

        try:
            content = file.read_bytes()
            model = onnx.load_from_string(content)
            facts = {one.key: json_value(one.value) for one in model.metadata_props}
        except OSError as error:
            raise cannot_read(file, error) from error
        except Exception as error:  # protobuf's own, of which there are several
            raise _changed(file) from error
        if not seal.is_whole(content, str(facts.get(seal.KEY))):
            raise _changed(file)
        return facts


def _outputs_axis(layer: "onnx.NodeProto") -> int:
    """Along which axis of its weights the outputs of a layer lie."""
    is_transposed = any(one.name == "transB" and one.i for one in layer.attribute)
    return 0 if layer.op_type == "Conv" or is_transposed else 1


def _compress(graph: "onnx.GraphProto", weight: "onnx.TensorProto", axis: int) -> None:
    """Put weights of eight bits, with a scale for each output, in the place of full ones."""
    from onnx import helper, numpy_helper

    full = numpy_helper.to_array(weight).astype(np.float32)
    others = tuple(one for one in range(full.ndim) if one != axis)
    largest = np.abs(full).max(axis=others, keepdims=True)
    scale = np.where(largest > 0.0, largest / _MOST_INT8, 1.0).astype(np.float32)
    name = weight.name
    small = np.rint(full / scale).astype(np.int8)
    graph.initializer.remove(weight)
    graph.initializer.append(numpy_helper.from_array(small, f"{name}.int8"))
    graph.initializer.append(numpy_helper.from_array(scale.ravel(), f"{name}.scale"))
    node = helper.make_node("DequantizeLinear", [f"{name}.int8", f"{name}.scale"], [name], axis=axis)
    graph.node.insert(0, node)


def _changed(file: Path) -> UserError:
    return UserError(
        Text("{file} was not exported by this program, or was changed since", file=file),
        remedy=Text("Export the model again, or copy the file once more from where it came."),
    )


def _cannot_hold(bundle: "Bundle", reason: Text) -> UserError:
    return UserError(
        Text(
            "a model of the kind {architecture} on {front_end} cannot become an ONNX file: {reason}",
            architecture=bundle.card.architecture,
            front_end=bundle.card.front_end.kind,
            reason=reason,
        ),
        remedy=Text("Use the model's own folder, as `audioclf predict` does, or train another kind."),
    )
