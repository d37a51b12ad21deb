"""Any ONNX or TensorFlow Lite file as a listener."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.text import Text
from audioclf_gui.ml.features import LogMel, MelSettings, mel_settings
from audioclf_gui.ml.listeners.listener import PretrainedListener, Samples, files_hash
from audioclf_gui.ml.listeners.onnx_file import OnnxNetwork, check_onnx
from audioclf_gui.ml.listeners.signature import (
    NOTHING_SAID,
    Answers,
    Hearing,
    Signature,
    chosen_output,
    hearing,
    licence,
    unfit,
)
from audioclf_gui.ml.listeners.tflite_file import MAGIC, TfliteNetwork

KEY = "file"
LARGEST_BYTES = 2**30
_LONGEST_EMBEDDING = 2**16
_SHAPING = ("window_s", "hop_s", "mels", "low_hz")  # what the FFT length and the highest band follow from


def mel_from_text(text: str) -> MelSettings | None:
    """The spectrogram that a setting describes, as rate_hz=16000,mels=64; None where it describes none.

    Raises
    ------
    UserError
        If there is no such spectrogram.
    """
    if not text.strip():
        return None
    try:
        pairs = dict(part.strip().split("=", 1) for part in text.split(","))
        given = {name: _value(value) for name, value in pairs.items()}
        usual = mel_settings(int(given["rate_hz"]), **{n: given[n] for n in given if n in _SHAPING})
        return MelSettings.from_dict({**usual.to_dict(), **given})
    except (ValueError, TypeError, KeyError, OverflowError) as problem:
        raise UserError(
            Text(
                "listener_mel = {text} describes no spectrogram ({problem})", text=text, problem=str(problem)
            ),
            remedy=Text(
                "Write rate_hz=16000,window_s=0.025,hop_s=0.01,mels=64,low_hz=60,high_hz=7600, for one."
            ),
        ) from problem


def _value(text: str) -> Any:
    """A number as what it is, a word as itself."""
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


class NetworkInFile(Protocol):
    """A network in a file."""

    signature: Signature

    def run(self, window: Samples, wanted: list[str]) -> list[Samples]:
        """The tensors of those names for one input."""
        ...


@dataclass(frozen=True, slots=True)
class FileNetwork:
    """A network in a file, fed as it wants.

    Windows are answered one at a time: some networks take the loudest of a batch for their level.
    """

    model: NetworkInFile
    fed: Hearing
    output: str
    mel: LogMel | None

    def embed(self, samples: Samples) -> Samples:
        """Embeddings (n, size) of windows (n, window); the mean over what axes lie between."""
        return np.stack([self._one(window) for window in samples])

    def raw(self, window: Samples) -> Samples:
        """What the network answers to one window, in its own shape."""
        array = window
        if self.mel is not None:
            with torch.inference_mode():
                picture = self.mel(torch.from_numpy(window[None]))[0]
            array = (picture.T if self.fed.mels_last else picture).contiguous().numpy()
        return self.model.run(array.reshape(self.fed.shape), [self.output])[0]

    def _one(self, window: Samples) -> Samples:
        answer = self.raw(window)
        pooled: Samples = answer.reshape(-1, answer.shape[-1]).mean(axis=0)
        return pooled


def open_file(path: Path, answers: Answers = NOTHING_SAID) -> PretrainedListener:
    """A model file of the user's as a listener.

    Parameters
    ----------
    answers
        What the file leaves open. A UserError names the setting that is still missing.

    Raises
    ------
    UserError
        If it is no such file, too large, needs operations that are not the standard's, has weights outside
        its folder, does not take one sound or one log-mel spectrogram, or fails on a sound.
    """
    model, files = _opened(path)
    fed, notes = hearing(path, model.signature, answers)
    output, more_notes = chosen_output(path, model.signature, answers)
    network = FileNetwork(model, fed, output, None if fed.mel is None else LogMel(fed.mel).eval())
    size, averaged = _tried(path, network)
    terms, sharing = licence(model.signature)
    hop_s = fed.window_frames / fed.rate_hz / 2 if answers.hop_s is None else answers.hop_s
    return PretrainedListener(
        key=KEY,
        name=Text.plain(path.name),
        licence=terms,
        source=Text.plain(model.signature.metadata.get("source", path.name)[:200]),
        rate_hz=fed.rate_hz,
        window_frames=fed.window_frames,
        hop_frames=max(1, round(hop_s * fed.rate_hz)),
        size=size,
        content=files_hash(files),
        network=network,
        options={"output": output, "shape": list(fed.shape), "mel": fed.mel and fed.mel.to_dict()},
        sharing=sharing,
        notes=(*notes, *more_notes, *averaged),
    )


def _opened(path: Path) -> tuple[NetworkInFile, tuple[Path, ...]]:
    try:
        with path.open("rb") as file:
            start = file.read(8)
        _check_size(path, (path,))
    except OSError as problem:
        raise cannot_read(path, problem) from problem
    if start[4:8] == MAGIC:
        return TfliteNetwork(path), (path,)
    files = check_onnx(path)
    _check_size(path, files)
    return OnnxNetwork(path), files


def _check_size(path: Path, files: tuple[Path, ...]) -> None:
    size = sum(file.stat().st_size for file in files)
    if size > LARGEST_BYTES:
        raise UserError(
            Text("{name} is too large for a listener: {size:.1f} GB", name=path.name, size=size / 1e9),
            remedy=Text("Choose a network of at most {most:.1f} GB.", most=LARGEST_BYTES / 1e9),
        )


def _tried(path: Path, network: FileNetwork) -> tuple[int, tuple[Text, ...]]:
    """How many numbers the network answers to a sound, and what is said about them."""
    sound = np.random.default_rng(0).normal(0.0, 0.1, network.fed.window_frames).astype(np.float32)
    try:
        answer = network.raw(sound)
    except Exception as problem:
        why = (str(problem).strip().splitlines() or [type(problem).__name__])[0][:300]
        raise unfit(path, Text("it fails on a sound ({why})", why=why)) from problem
    if answer.ndim == 0 or not answer.size or not np.isfinite(answer).all():
        raise unfit(path, Text("it answers a sound with values that are not numbers"))
    size = answer.shape[-1]
    if size > _LONGEST_EMBEDDING:
        raise unfit(path, Text("its output has {n} numbers", n=size))
    if answer.size == size:
        return size, ()
    shape = " × ".join(map(str, answer.shape))
    return size, (Text("Of its output {shape}, the mean over all but the last axis is taken.", shape=shape),)
