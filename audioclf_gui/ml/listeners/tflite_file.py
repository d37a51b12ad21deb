"""Networks in TensorFlow Lite files, run by LiteRT."""

import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.text import Text
from audioclf_gui.ml.listeners import packages
from audioclf_gui.ml.listeners.listener import Samples
from audioclf_gui.ml.listeners.signature import Signature, Tensor
from audioclf_gui.ml.memory import computer_bytes

MAGIC = b"TFL3"  # bytes 4 to 7 of such a file

_BYTES_EACH = 250 * 2**20  # what BirdNET computes in between, for each thread
_DELEGATE = "DELEGATE"  # what LiteRT makes of several operations of the file


class TfliteNetwork:
    """Answers one window after the other; each thread that asks has an interpreter of its own.

    There are as many as memory suffices for: whoever comes later waits until one is idle.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: list[Any] = []
        self._lock = threading.Lock()
        self._room = threading.BoundedSemaphore(max(1, computer_bytes() // 4 // _BYTES_EACH))
        with self._interpreter() as interpreter:
            inputs = [_tensor(detail) for detail in interpreter.get_input_details()]
            outputs = [_tensor(detail) for detail in interpreter.get_output_details()]
            self.signature = Signature(tuple(inputs), tuple(outputs), {})
            self._input = int(interpreter.get_input_details()[0]["index"]) if inputs else -1
            self._places = {
                str(detail["name"]): int(detail["index"]) for detail in interpreter.get_tensor_details()
            }

    def before_output(self) -> str:
        """The name of the tensor that the last operation computes the first output from."""
        with self._interpreter() as interpreter:
            output = int(interpreter.get_output_details()[0]["index"])
            shapes = {int(one["index"]): one for one in interpreter.get_tensor_details()}
            operations = interpreter._get_ops_details()  # noqa: SLF001 - there is no public list
        last = next(one for one in reversed(operations) if output in one["outputs"])
        fed = [shapes[int(place)] for place in last["inputs"] if int(place) in shapes]
        constant = {int(place) for one in operations for place in one["outputs"]}
        return str(next(one["name"] for one in fed if int(one["index"]) in constant))

    def run(self, window: Samples, wanted: Sequence[str]) -> list[Samples]:
        """The tensors of those names for one input, which has the shape of the file's own."""
        with self._interpreter() as interpreter:
            interpreter.set_tensor(self._input, window)
            interpreter.invoke()
            return [np.array(interpreter.get_tensor(self._places[name]), np.float32) for name in wanted]

    @contextmanager
    def _interpreter(self) -> Iterator[Any]:
        with self._room:
            with self._lock:
                interpreter = self._idle.pop() if self._idle else None
            interpreter = interpreter or _opened(self.path)
            yield interpreter  # one that failed is not used again
            with self._lock:
                self._idle.append(interpreter)


def _tensor(detail: Any) -> Tensor:
    shape = tuple(int(length) for length in detail["shape_signature"])
    return Tensor(
        str(detail["name"]),
        tuple(None if length < 0 else length for length in shape),
        np.dtype(detail["dtype"]).name,
    )


def _opened(path: Path) -> Any:
    try:
        from ai_edge_litert.interpreter import Interpreter
    except ImportError:
        raise packages.missing("ai-edge-litert") from None
    try:
        with warnings.catch_warnings(action="ignore", category=UserWarning):
            interpreter = Interpreter(str(path), num_threads=1, experimental_preserve_all_tensors=True)
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
