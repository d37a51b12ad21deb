"""From a sound of any length to the vector that a listener makes of it."""

from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np

from audioclf_gui.audio.resample import resample_exactly
from audioclf_gui.ml import windows
from audioclf_gui.ml.listeners.listener import PretrainedListener, Samples

_WINDOWS_AT_ONCE = 64  # 37 MB of sound for BirdNET


def embed_sound(listener: PretrainedListener, samples: Samples) -> Samples:
    """One sound as a vector.

    Parameters
    ----------
    samples : float32, shape (frames,)
        Mono sound in [-1, 1] at `listener.rate_hz`.

    Returns
    -------
    float32, shape (listener.vector_size,)
        For each speed, and there for each rule of pooling, `listener.size` numbers.

    Raises
    ------
    ValueError
        If there is no sound.
    """
    if not len(samples):
        raise ValueError("nothing can be heard in no sound")
    found: list[list[Samples]] = [[] for _ in listener.speeds]
    cuts = ((at, cut) for at, speed in enumerate(listener.speeds) for cut in _cuts(listener, samples, speed))
    while batch := list(islice(cuts, _WINDOWS_AT_ONCE)):
        embeddings = listener.embed(np.stack([cut for _, cut in batch]))
        for (at, _), embedding in zip(batch, embeddings, strict=True):
            found[at].append(embedding)
    return np.concatenate([_pooled(listener, np.stack(one)) for one in found])


def hop_at(listener: PretrainedListener, speed: float) -> int:
    """How far apart windows are at this speed: slow sound is longer and says no more."""
    return max(1, round(listener.hop_frames / min(1.0, speed)))


def _cuts(listener: PretrainedListener, samples: Samples, speed: float) -> Iterator[Samples]:
    """The windows of a sound at one speed."""
    exact = resample_exactly(samples, round(listener.rate_hz * speed), listener.rate_hz)
    played = (
        exact.astype(np.float32) if len(exact) else samples
    )  # of one sample nothing is left at double speed
    frames = listener.window_frames
    for start in windows.starts(len(played), frames, hop_at(listener, speed)):
        yield windows.fit(played[start : start + frames], frames, listener.pad)


def _pooled(listener: PretrainedListener, embeddings: Samples) -> Samples:
    found = embeddings.astype(np.float64)  # in which equal numbers have no spread, whoever computes it
    rules: dict[str, Callable[..., Samples]] = {"mean": found.mean, "max": found.max, "sd": found.std}
    return np.concatenate([rules[rule](axis=0) for rule in listener.pooling]).astype(np.float32)
