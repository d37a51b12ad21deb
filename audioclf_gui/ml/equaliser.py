"""How a microphone differs from the recordings of a model, and what makes up for it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.levels import rms_db, swing
from audioclf_gui.core.text import Text, listed
from audioclf_gui.ml.sound_profile import profile
from audioclf_gui.ml.training_sound import TrainingSound

Samples = npt.NDArray[np.float32]

_STRETCH_S = 0.5
_ENOUGH = 40  # stretches that are no silence: 20 s of sound
_LEAST_SHIFT_DB = 6.0  # nobody hears a smaller one, and rooms differ by as much
_SPREADS = 2.0  # standard deviations between recordings, within which a shift is usual
_MOST_GAIN_DB = 15.0  # beyond it only noise would grow
_TAPS_S = 0.02  # of the filter, so that bands from 100 Hz on can be told apart
_GRID = 512


@dataclass(frozen=True, slots=True)
class MicrophoneSound:
    """How the input sounds beside the recordings, once enough was heard of it.

    Attributes
    ----------
    shifts_db
        Per band how much more of its power lies there; in the median band 0.
    gains_db
        What makes up for them.
    is_different
        Whether any shift is larger than those between the recordings themselves.
    is_applied
        Whether the equaliser makes up for it from now on.
    """

    edges_hz: tuple[float, ...]
    shifts_db: tuple[float, ...]
    gains_db: tuple[float, ...]
    is_different: bool
    is_applied: bool

    @property
    def told(self) -> Text:
        """In words, with what is applied."""
        if not self.is_different:
            return Text("This microphone sounds like your recordings.")
        found = Text(
            "This microphone sounds different from your recordings: {bands}.",
            bands=_listed(self.edges_hz, self.shifts_db),
        )
        if not self.is_applied:
            return Text("{found} The equaliser can make up for it.", found=found)
        return Text(
            "{found} The equaliser makes up for it: {gains}.",
            found=found,
            gains=_listed(self.edges_hz, self.gains_db),
        )


class MicrophoneWatch:
    """Listens to mono sound at `rate_hz` until it knows how the microphone differs, and tells it once."""

    def __init__(self, training: TrainingSound, rate_hz: int, silence_db: float) -> None:
        self._training = training
        self._rate_hz = rate_hz
        self._silence_db = silence_db
        self._held: Samples = np.zeros(0, np.float32)
        self._stretches: list[npt.NDArray[np.float64]] = []

    def push(self, mono: Samples, *, is_applied: bool) -> MicrophoneSound | None:
        """What is known after `mono` (frames,); None before enough was heard, and after it was told."""
        if len(self._stretches) >= _ENOUGH:
            return None
        size = round(_STRETCH_S * self._rate_hz)
        self._held = np.concatenate([self._held, mono])
        while len(self._held) >= size:
            stretch, self._held = self._held[:size], self._held[size:]
            if rms_db(swing(stretch)) >= self._silence_db and stretch.any():
                self._stretches.append(profile(stretch, self._rate_hz, self._training.bands)[2:])
                if len(self._stretches) == _ENOUGH:
                    return compared(self._training, np.array(self._stretches).mean(axis=0), is_applied)
        return None


def compared(training: TrainingSound, mean_db: npt.NDArray[np.float64], is_applied: bool) -> MicrophoneSound:
    """How shares of the power of each band, as of `profile`, differ from those of the recordings."""
    shifts = mean_db - np.array(training.mean_db)
    shifts -= np.median(shifts)
    usual = np.maximum(_LEAST_SHIFT_DB, _SPREADS * np.array(training.spread_db))
    is_different = bool((np.abs(shifts) > usual).any())
    gains = np.clip(-shifts, -_MOST_GAIN_DB, _MOST_GAIN_DB)
    return MicrophoneSound(
        training.edges_hz,
        tuple(shifts.round(1).tolist()),
        tuple(gains.round(1).tolist()),
        is_different,
        is_applied and is_different,
    )


class Equaliser:
    """Applies gains per band to mono sound at `rate_hz`, in blocks of any size; the sound comes 10 ms late.

    Notes
    -----
    A filter of linear phase by sampling the wanted gains, which run straight between the middles of the bands
    on a logarithmic axis, under a Hamming window (Oppenheim and Schafer,
    Discrete-Time Signal Processing, 7.5).
    """

    def __init__(self, sound: MicrophoneSound, rate_hz: int) -> None:
        self._taps = _filter(sound, rate_hz)
        self._before: Samples = np.zeros(len(self._taps) - 1, np.float32)

    def push(self, mono: Samples) -> Samples:
        """As many frames as `mono` (frames,) has."""
        joined = np.concatenate([self._before, mono])
        self._before = joined[len(joined) - len(self._before) :]
        if not len(mono):
            return mono
        size = 1 << (len(joined) - 1).bit_length()
        spectrum = np.fft.rfft(joined, size) * np.fft.rfft(self._taps, size)
        filtered = np.fft.irfft(spectrum, size)[len(self._before) : len(joined)].astype(np.float32)
        if not joined.any():
            filtered[:] = 0.0  # digital silence stays what it is
        return filtered


def _filter(sound: MicrophoneSound, rate_hz: int) -> npt.NDArray[np.float64]:
    size = round(_TAPS_S * rate_hz) | 1
    edges = np.array(sound.edges_hz)
    middles = np.sqrt(np.maximum(edges[:-1], edges[1] / 2.0) * edges[1:])
    frequencies_hz = np.arange(_GRID * 8 + 1) * rate_hz / 2.0 / (_GRID * 8)
    gains_db = np.interp(np.log2(np.maximum(frequencies_hz, 1.0)), np.log2(middles), sound.gains_db)
    impulse = np.fft.irfft(10.0 ** (gains_db / 20.0))
    taps: npt.NDArray[np.float64] = np.roll(impulse, size // 2)[:size] * np.hamming(size)
    return taps


def _listed(edges_hz: tuple[float, ...], values_db: tuple[float, ...]) -> Text:
    """The bands of which there is something to say, the largest three."""
    bands = sorted(zip(values_db, edges_hz[:-1], edges_hz[1:], strict=True), key=lambda band: -abs(band[0]))
    told = [
        Text("{db:+.0f} dB from {low_hz:.0f} to {high_hz:.0f} Hz", db=db, low_hz=low_hz, high_hz=high_hz)
        for db, low_hz, high_hz in bands[:3]
        if abs(db) >= _LEAST_SHIFT_DB
    ]
    return listed(told, ", ")
