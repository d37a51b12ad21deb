"""Networks in TensorFlow Lite files, run by LiteRT."""

import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import numpy as np

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.text import Text
from audioclf_gui.ml.listeners import packages
from audioclf_gui.ml.listeners.listener import Samples
from audioclf_gui.ml.listeners.signature import Signature, Tensor
from audioclf_gui.ml.memory import computer_bytes

MAGIC = b"TFL3"  # bytes 4 to 7 of such a file

_BYTES_EACH = 100 * 2**20  # what BirdNET holds for each thread
_ALIGNED = 4  # bytes, of the numbers in such a file
_OUTPUTS = 8  # where the table of a graph says which its outputs are, in the schema of such files


class TfliteNetwork:
    """Answers one window after the other; each thread that asks has an interpreter of its own.

    There are as many as memory suffices for: whoever comes later waits until one is idle.

    Parameters
    ----------
    content : bytes, optional
        What is run in place of the file's own content.
    """

    def __init__(self, path: Path, content: bytes | None = None) -> None:
        self.path = path
        self._content = content
        self._idle: list[Any] = []
        self._lock = threading.Lock()
        self._room = threading.BoundedSemaphore(max(1, computer_bytes() // 4 // _BYTES_EACH))
        with self._interpreter() as interpreter:
            inputs = [_tensor(detail) for detail in interpreter.get_input_details()]
            details = interpreter.get_output_details()
            self.signature = Signature(tuple(inputs), tuple(_tensor(detail) for detail in details), {})
            self._input = int(interpreter.get_input_details()[0]["index"]) if inputs else -1
            self._places = {str(detail["name"]): int(detail["index"]) for detail in details}

    @classmethod
    def telling_embedding(cls, path: Path) -> Self:
        """The network with a further output: what the last operation computes the first output from."""
        try:
            return cls(path, _telling_embedding(path.read_bytes()))
        except OSError as problem:
            raise cannot_read(path, problem) from problem

    def run(self, window: Samples, wanted: Sequence[str]) -> list[Samples]:
        """The outputs of those names for one input, which has the shape of the file's own."""
        with self._interpreter() as interpreter:
            interpreter.set_tensor(self._input, window)
            interpreter.invoke()
            return [np.array(interpreter.get_tensor(self._places[name]), np.float32) for name in wanted]

    @contextmanager
    def _interpreter(self) -> Iterator[Any]:
        with self._room:
            with self._lock:
                interpreter = self._idle.pop() if self._idle else None
            interpreter = interpreter or _opened(self.path, self._content)
            yield interpreter  # one that failed is not used again
            with self._lock:
                self._idle.append(interpreter)


def _telling_embedding(content: bytes) -> bytes:
    """The content of a file with the input of its last layer as one more output, all else where it was.

    A tensor that is no output can be had only where an interpreter is told to keep all of them, and then
    BirdNET takes a fifth longer, and 190 MB more for each thread.

    Notes
    -----
    The file is a FlatBuffer (https://flatbuffers.dev/internals/), in which a list lies where an offset
    points to, counted from the offset itself: the longer list of outputs is put at the end.
    """
    from ai_edge_litert import schema_py_generated as schema

    graph = schema.Model.GetRootAs(content, 0).Subgraphs(0)
    table = graph._tab  # noqa: SLF001 - what is read from it has no place in public
    offset = table.Pos + table.Offset(_OUTPUTS)
    outputs = [*graph.OutputsAsNumpy().tolist(), _last_input(graph)]
    end = len(content) + -len(content) % _ALIGNED
    listed = struct.pack(f"<I{len(outputs)}i", len(outputs), *outputs)
    pointer = struct.pack("<I", end - offset)
    return b"".join(
        (content[:offset], pointer, content[offset + len(pointer) :], bytes(end - len(content)), listed)
    )


def _last_input(graph: Any) -> int:
    """The tensor that the last operation computes the first output from."""
    operations = [graph.Operators(at) for at in range(graph.OperatorsLength())]
    computed = {place for one in operations for place in one.OutputsAsNumpy().tolist()}
    last = next(one for one in reversed(operations) if graph.Outputs(0) in one.OutputsAsNumpy())
    return next(int(place) for place in last.InputsAsNumpy() if place in computed)


def _tensor(detail: Any) -> Tensor:
    shape = tuple(int(length) for length in detail["shape_signature"])
    return Tensor(
        str(detail["name"]),
        tuple(None if length < 0 else length for length in shape),
        np.dtype(detail["dtype"]).name,
    )


def _opened(path: Path, content: bytes | None = None) -> Any:
    try:
        from ai_edge_litert.interpreter import Interpreter
    except ImportError:
        raise packages.missing("ai-edge-litert") from None
    try:
        file = None if content is not None else str(path)
        interpreter = Interpreter(file, content, num_threads=1)
        interpreter.allocate_tensors()
    except OSError as problem:
        raise cannot_read(path, problem) from problem
    except (ValueError, RuntimeError) as problem:
        raise refused(path, str(problem)) from problem
    return interpreter


def refused(path: Path, problem: str) -> UserError:
    """That the file is none that can be run; `problem` is what LiteRT says."""
    lines = problem.strip().splitlines() or [""]
    if "custom op" in problem.lower():
        reason = Text("it needs operations of somebody's own ({problem})", problem=lines[0])
    else:
        reason = Text.plain(lines[0])
    return UserError(
        Text("{name} cannot be used as a listener: {reason}", name=path.name, reason=reason),
        remedy=Text("Export the network again with the standard operations, or choose another file."),
    )
