"""Which of BirdNET's own species are in a sound."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.ml import windows
from audioclf_gui.ml.listeners import birdnet
from audioclf_gui.ml.listeners.birdnet import Species

_WINDOWS_AT_ONCE = 20  # a minute


@dataclass(frozen=True, slots=True)
class HeardSpecies:
    """A species, how sure BirdNET is of it where it is surest, and where in the sound that is."""

    species: Species
    score: float  # 0 to 1
    start_s: float


def species_in(
    reader: MonoReader, path: Path, duration_s: float, threshold: float, most: int
) -> tuple[HeardSpecies, ...]:
    """The species of a sound file whose score is `threshold` at least in a window of three seconds.

    Returns
    -------
    tuple of HeardSpecies
        Up to `most`, the surest first.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be read.
    UserError
        If a package is missing.
    """
    network, names = birdnet.network(), birdnet.species()
    window_s = birdnet.WINDOW_FRAMES / birdnet.RATE_HZ
    best, places_s = np.zeros(len(names), np.float32), np.zeros(len(names))
    for start_s in np.arange(0.0, max(duration_s, 1e-9), _WINDOWS_AT_ONCE * window_s).tolist():
        stop_s = min(duration_s, start_s + _WINDOWS_AT_ONCE * window_s)
        samples = reader.read(path, birdnet.RATE_HZ, start_s, stop_s)
        for at in range(0, len(samples), birdnet.WINDOW_FRAMES):
            window = windows.fit(samples[at : at + birdnet.WINDOW_FRAMES], birdnet.WINDOW_FRAMES, "zeros")
            if window.min() == window.max():  # of digital silence nothing is said
                continue
            (scores,) = network.scores(window[None])
            better = scores > best
            best = np.where(better, scores, best)
            places_s[better] = start_s + at / birdnet.RATE_HZ
    order = np.argsort(-best, kind="stable")[:most]
    return tuple(
        HeardSpecies(names[place], float(best[place]), float(places_s[place]))
        for place in order
        if best[place] >= threshold
    )
