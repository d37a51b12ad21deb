"""What a stretch of sound is like without a model: how loud, how often cut off, how spread over the bands."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.files import MonoReader, known_facts
from audioclf_gui.audio.levels import FLOOR_DB, rms_db

Profiles = npt.NDArray[np.float64]

_EDGES_HZ = (0.0, 125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 16000.0)  # octaves
_FLOOR_SHARE_DB = -80.0  # of the power of all bands; below it there are only errors of rounding
_FRAME_S = 0.04
_FULL_SCALE = 0.999


@dataclass(frozen=True, slots=True)
class ProfileBands:
    """The bands of frequency, each octave up to what every recording of the training data holds."""

    edges_hz: tuple[float, ...]  # one more than there are bands

    def __len__(self) -> int:
        return len(self.edges_hz) - 1


def bands_up_to(top_hz: float) -> ProfileBands:
    """The octaves below `top_hz`; what is left of the last one counts with it unless it is half an octave."""
    edges = [edge for edge in _EDGES_HZ if edge < 0.7 * top_hz]
    return ProfileBands((*edges, top_hz))


def profiles(
    reader: MonoReader,
    path: Path,
    span_s: tuple[float, float],
    bands: ProfileBands,
    stretch_s: float,
    most: int,
) -> Profiles:
    """Profiles of stretches that lie evenly in a span of a file; digital silence has none.

    Parameters
    ----------
    span_s
        From when to when.
    stretch_s
        How long each is, or the span if that is shorter.
    most
        How many at most.

    Returns
    -------
    float64, shape (stretches, 2 + len(bands))
        See `profile`.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be read.
    """
    rate_hz = known_facts(path).rate_hz
    start_s, stop_s = span_s
    length_s = min(stretch_s, stop_s - start_s)
    count = int(np.clip((stop_s - start_s) // max(length_s, 1e-3), 1, most))
    found = []
    for at_s in np.linspace(start_s, stop_s - length_s, count).tolist():
        samples = reader.read(path, None, at_s, at_s + length_s)
        if samples.size and rms_db(samples) > FLOOR_DB:
            found.append(profile(samples, rate_hz, bands))
    return np.array(found, np.float64).reshape(-1, 2 + len(bands))


def profile(samples: npt.NDArray[np.float32], rate_hz: int, bands: ProfileBands) -> npt.NDArray[np.float64]:
    """Level, clipping and the share of each band.

    Parameters
    ----------
    samples : float32, shape (frames,)
        Mono sound in [-1, 1], not all 0.

    Returns
    -------
    float64, shape (2 + len(bands),)
        RMS level in dBFS; percent of samples at full scale; of each band its share of the power of all bands
        in dB, from -80 to 0: that does not depend on the level.

    Notes
    -----
    The shares are of the mean periodogram of frames of 40 ms under a Hann window (Bartlett's method).
    """
    size = 1 << max(4, (round(_FRAME_S * rate_hz) - 1).bit_length())
    padded = np.pad(samples, (0, -len(samples) % size)).reshape(-1, size)
    power = np.square(np.abs(np.fft.rfft(padded * np.hanning(size), axis=1))).mean(axis=0)
    frequencies_hz = np.fft.rfftfreq(size, 1.0 / rate_hz)
    places = np.searchsorted(bands.edges_hz, frequencies_hz, side="right") - 1
    inside = (frequencies_hz > 0.0) & (places < len(bands))
    powers = np.bincount(places[inside], power[inside], len(bands))
    shares = powers / max(float(powers.sum()), 1e-300)
    clipped = 100.0 * float(np.mean(np.abs(samples) >= _FULL_SCALE))
    shares_db = 10.0 * np.log10(np.maximum(shares, 10.0 ** (_FLOOR_SHARE_DB / 10.0)))
    return np.concatenate([[rms_db(samples), clipped], shares_db])
