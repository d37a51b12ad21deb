"""What a model hears of sounds, in vectors that can be laid out."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from audioclf_gui.audio.files import read_mono
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.short_embedding import short_embeddings
from audioclf_gui.remote.tracking.values import JudgedSound

MOST_HEARD = 300
"""Sounds that are laid out: each is read and heard once more."""

RATE_HZ = 22_050
"""Of sounds to be listened to in a browser."""


def heard_vectors(
    model: Path, sounds: Sequence[JudgedSound]
) -> tuple[list[JudgedSound], npt.NDArray[np.float32]]:
    """The sounds that could be read, and of the first window of each a vector, (sounds, size)."""
    bundle = load_bundle(model)
    ends = bundle.card.front_end
    read: list[JudgedSound] = []
    vectors = []
    with torch.inference_mode():
        for sound in sounds:
            stop_s = min(sound.stop_s, sound.start_s + ends.window_s)
            try:
                samples = read_mono(sound.path, ends.rate_hz, sound.start_s, stop_s)
            except UnreadableAudioError:
                continue  # it is gone by now, and is told of where it matters
            window = np.zeros((1, ends.window_frames), np.float32)
            window[0, : len(samples)] = samples[: ends.window_frames]
            features = bundle.network.front_end(torch.from_numpy(window))
            vectors.append(short_embeddings(bundle, features)[0].numpy())
            read.append(sound)
    return read, np.array(vectors, np.float32)
