"""Several ONNX models as one."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from audioclf_gui.ml.exporters.graph.tracing import OPSET

Step: TypeAlias = onnx.NodeProto | onnx.ModelProto
Value: TypeAlias = float | tuple[int, ...]

_IR_VERSION = 10  # that onnxruntime has read since 1.18


def prefixed(model: onnx.ModelProto, prefix: str) -> onnx.ModelProto:
    """The same model, in which every name begins so: the models that are joined may use the same ones."""
    renamed: onnx.ModelProto = onnx.compose.add_prefix(model, prefix)
    return renamed


def joined(
    steps: Sequence[Step],
    inputs: Sequence[str | onnx.ValueInfoProto],
    outputs: Sequence[str | onnx.ValueInfoProto],
    constants: Mapping[str, Value] | None = None,
) -> onnx.ModelProto:
    """One model of operations and models, each in the place where it is computed.

    They are wired by names: what one calls its output, the next calls its input. Inputs and outputs that are
    given as a name only are float32 of one axis.

    Parameters
    ----------
    constants
        Numbers, which become float32, and shapes, by the names under which the operations ask for them.
    """

    def described(value: str | onnx.ValueInfoProto) -> onnx.ValueInfoProto:
        if not isinstance(value, str):
            return value
        return helper.make_tensor_value_info(value, TensorProto.FLOAT, (None,))

    graph = helper.make_graph([], "audioclf", [*map(described, inputs)], [*map(described, outputs)])
    others: dict[str, int] = {}
    for step in steps:
        if not hasattr(step, "graph"):
            graph.node.append(step)
            continue
        graph.node.extend(step.graph.node)
        graph.initializer.extend(step.graph.initializer)
        graph.sparse_initializer.extend(step.graph.sparse_initializer)
        others |= {one.domain: one.version for one in step.opset_import if one.domain not in ("", "ai.onnx")}
    for node in graph.node:
        node.ClearField("doc_string")
        node.ClearField("metadata_props")
    for name, value in (constants or {}).items():
        array = np.array(value, np.float32 if isinstance(value, float) else np.int64)
        graph.initializer.append(numpy_helper.from_array(array, name))
    versions = [helper.make_opsetid("", OPSET), *(helper.make_opsetid(*one) for one in others.items())]
    return helper.make_model(graph, opset_imports=versions, ir_version=_IR_VERSION)


def each(name: str, model: onnx.ModelProto, taken: str, given: str) -> onnx.NodeProto:
    """A model as one operation on every row of `taken` by itself, whose answers are the rows of `given`."""
    return helper.make_node("Scan", [taken], [given], name=name, body=model.graph, num_scan_inputs=1)
