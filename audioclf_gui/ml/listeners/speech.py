"""Google's speech embedding, as ONNX files in the package openwakeword."""

from functools import cache

import numpy as np

from audioclf_gui.core.text import Text
from audioclf_gui.ml.listeners import packages
from audioclf_gui.ml.listeners.listener import PretrainedListener, Samples, files_hash
from audioclf_gui.ml.listeners.onnx_file import OnnxNetwork
from audioclf_gui.ml.listeners.registry import KnownListener, known

KEY = "speech"
RATE_HZ = 16_000
EMBEDDING_SIZE = 96

_PACKAGE = "openwakeword"
_FILES = ("melspectrogram.onnx", "embedding_model.onnx")
COLUMNS = 76  # of the spectrogram, for one embedding
_FFT_FRAMES, _COLUMN_FRAMES = 512, 160
WINDOW_FRAMES = _FFT_FRAMES + (COLUMNS - 1) * _COLUMN_FRAMES
SPEEDS = (1.0, 1.19, 0.84)
"""Three semitones up and down: voices differ by more than the speakers that it was trained on."""

FULL_SCALE = 32767.0  # it was made for samples of 16 bit


class SpeechEmbedding:
    """Two networks, one after the other: samples to 32 mel bands, and 76 columns of them to 96 numbers."""

    def __init__(self) -> None:
        self.mel, self.embedding = (OnnxNetwork(packages.file_in(_PACKAGE, name)) for name in _FILES)
        self._bands = [output.name for output in self.mel.signature.outputs]
        self._numbers = [output.name for output in self.embedding.signature.outputs]

    def embed(self, samples: Samples) -> Samples:
        """Embeddings (n, 96) of windows (n, 12512) at 16 kHz."""
        # One window at a time: the floor of this spectrogram is 80 dB below the loudest of the whole batch.
        bands = [self.mel.run(window[None] * np.float32(FULL_SCALE), self._bands)[0] for window in samples]
        pictures = np.concatenate(bands).reshape(len(samples), COLUMNS, -1, 1) / 10.0 + 2.0
        (found,) = self.embedding.run(pictures.astype(np.float32), self._numbers)
        return found.reshape(len(samples), EMBEDDING_SIZE)


@cache
def network() -> SpeechEmbedding:
    """The network, opened once; UserError when a package is missing."""
    return SpeechEmbedding()


def open_speech() -> PretrainedListener:
    """The speech embedding as a listener; UserError when a package is missing."""
    return PretrainedListener(
        key=KEY,
        name=SPEECH.name,
        licence=SPEECH.licence,
        source=SPEECH.source,
        rate_hz=RATE_HZ,
        window_frames=WINDOW_FRAMES,
        hop_frames=8 * _COLUMN_FRAMES,
        size=EMBEDDING_SIZE,
        content=files_hash([packages.file_in(_PACKAGE, name) for name in _FILES]),
        network=network(),
        speeds=SPEEDS,
        pooling=("mean", "max", "sd"),
        sharing=Text("Its licence allows to pass it on together with this note."),
    )


SPEECH = known(
    KnownListener(
        KEY,
        Text("Speech embedding"),
        Text("Small and quick; knows words and voices."),
        Text("Apache 2.0"),
        Text("Google speech_embedding (Lin et al. 2020), in the package openwakeword by David Scripka"),
        (_PACKAGE, "onnxruntime"),
        open_speech,
    )
)
