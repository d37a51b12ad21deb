"""Noise that is made: what microphones hear where there is nothing to hear, learnt as none of the classes."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.windows import Samples

Integers = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]

_SEED = 20_191  # the same noise for all models
_QUIETEST_DB, _LOUDEST_DB = -80.0, -10.0  # dBFS RMS
_STEEPEST, _RISING = -9.0, 4.0  # dB an octave: from rumble to hiss
_LOWEST_HZ = 20.0
_WITH_BAND = 0.25  # of the noises are within a band
_WITH_HUM = 0.25  # have mains hum, or another steady tone, and harmonics of it
_HARMONICS = 8
_LEAST_OCTAVES = 1.0  # of a band
_LEAST_MEMBERS = 3  # of a class of which it can be told how near they are to one another
_LEAST_DEVIATION = 1e-3
_NEAR = 0.7  # of how far half of the examples of a class are at most from the next one


def made_noise(count: int, frames: int, rate_hz: int, seed: int = _SEED) -> Samples:
    """Steady noises of many colours and levels, some within a band, some with hum; float32 (count, frames).

    The same for the same arguments.
    """
    rng = np.random.default_rng(seed)
    return np.stack([_noise(frames, rate_hz, rng) for _ in range(count)])


def _noise(frames: int, rate_hz: int, rng: np.random.Generator) -> Samples:
    hz = np.maximum(np.fft.rfftfreq(frames, 1.0 / rate_hz), _LOWEST_HZ)
    octaves = np.log2(hz / _LOWEST_HZ)
    amplitude = 10.0 ** (rng.uniform(_STEEPEST, _RISING) * octaves / 20.0)
    if rng.random() < _WITH_BAND:
        low = rng.uniform(0.0, octaves[-1] - _LEAST_OCTAVES)
        high = rng.uniform(low + _LEAST_OCTAVES, octaves[-1])
        amplitude = np.where((octaves >= low) & (octaves <= high), amplitude, amplitude * 1e-2)
    spectrum = amplitude * (rng.standard_normal(len(hz)) + 1j * rng.standard_normal(len(hz)))
    sound = _loud(np.fft.irfft(spectrum, frames))
    if rng.random() < _WITH_HUM:
        sound = _loud(sound + rng.uniform(0.3, 3.0) * _hum(frames, rate_hz, rng))
    level_db = rng.uniform(_QUIETEST_DB, _LOUDEST_DB)
    noise: Samples = np.clip(sound * 10.0 ** (level_db / 20.0), -1.0, 1.0).astype(np.float32)
    return noise


def _hum(frames: int, rate_hz: int, rng: np.random.Generator) -> Doubles:
    base_hz = rng.choice([50.0, 60.0, 100.0, 120.0, rng.uniform(60.0, rate_hz / 4.0)])
    time_s = np.arange(frames) / rate_hz
    tones = [
        np.sin(2.0 * np.pi * (number * base_hz * time_s + rng.random())) * rng.random() / number
        for number in range(1, _HARMONICS + 1)
        if number * base_hz < rate_hz / 2.0
    ]
    return _loud(np.sum(tones, axis=0))


def _loud(sound: Doubles) -> Doubles:
    """The same at an RMS of 1."""
    loud: Doubles = sound / max(float(np.sqrt(np.mean(np.square(sound)))), 1e-12)
    return loud


@lru_cache(maxsize=4)
def noise_features(front_end: FrontEnd, count: int) -> Tensor:
    """What models of this front end hear of `count` such noises of one window each, (count, *shape)."""
    noises = made_noise(count, front_end.window_frames, front_end.rate_hz)
    return torch.cat([front_end.windows(one)[:1] for one in noises])


def looks_like(noise: Tensor, windows: Tensor, classes: Integers) -> dict[int, int]:
    """The noises that may be of a class, by what is heard of them, each with that class.

    An example of it is nearer to them than most of its examples are to one another.

    Parameters
    ----------
    noise : shape (noises, *shape)
    windows : shape (n, *shape)
        One of each example.
    classes : shape (n,)
    """
    seen = _described(windows)
    deviation, mean = torch.std_mean(seen, dim=0, correction=0)
    deviation = deviation.clamp(min=_LEAST_DEVIATION)
    seen, heard = (seen - mean) / deviation, (_described(noise) - mean) / deviation
    nearest = torch.full((len(noise),), torch.inf)
    found: dict[int, int] = {}
    for one in np.unique(classes).tolist():
        members = seen[torch.from_numpy(classes == one)]
        if len(members) < _LEAST_MEMBERS:
            continue
        among = torch.cdist(members, members).fill_diagonal_(torch.inf).amin(dim=1)
        far = torch.cdist(heard, members).amin(dim=1)
        for place in torch.nonzero((far <= _NEAR * among.median()) & (far < nearest))[:, 0].tolist():
            found[place] = one
        nearest = torch.minimum(nearest, far)
    return found


def _described(features: Tensor) -> Tensor:
    """Each window in few numbers, (n, size): of a picture mean and deviation of each band."""
    if features.ndim != 3:  # not (n, bands, columns)
        return features.float().flatten(1)
    deviation, mean = torch.std_mean(features.float(), dim=2, correction=0)
    return torch.cat([mean, deviation], dim=1)
