"""Measuring a stretch of sound: where its energy lies in time and frequency, and how loud it is.

Names and definitions are those of Raven (Charif, Waack and Strickman, Raven Pro 1.4 User's Manual, Cornell
Lab of Ornithology, 2010): center frequency, frequency and time 5 % and 95 %, duration and bandwidth 90 %,
peak frequency. Raven takes all of them from the cells of a spectrogram; here those of time are taken from
the samples, so that nothing depends on how a spectrogram is shown.

All of them are of the channels as one (`audio.mono`), without its constant offset, and within the band if
there is one: the sound is filtered first (windowed sinc, Kaiser's window, 120 dB; Oppenheim and Schafer,
Discrete-Time Signal Processing). The spectrum is Welch's mean over Hann windows (Welch 1967), which overlap
by three quarters and reach beyond both ends, so that each sample counts alike.
"""

import math
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.band_pass import low_pass

Frames = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Read = Callable[[int, int], Frames]
"""The frames [start, stop) of a sound as one channel, both within it; less where its file breaks off."""

_BLOCK = 2**18  # frames
_STEPS = 2**18  # so many a stretch is divided into at most, to find when its energy comes
_ATTENUATION_DB = 120.0
_LONGEST_TAPS = 2**17
_SHARE_OF_BAND = 0.05  # within which a filter falls off
_LEAST_FRAMES = 32  # fewer have no frequencies worth the name
_SHORTEST_WINDOW_S, _LONGEST_WINDOW_S = 0.1, 1.0
_WINDOWS = 8  # in a stretch, unless that makes them shorter or longer than these
_SHORTEST_SIDE_S, _LONGEST_SIDE_S = 0.1, 1.0
_NOTHING = 1e-16  # of full scale, squared: below it there are only errors of rounding
_INSEPARABLE = 1e-11  # of the power beside the band: that much comes through the filter


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is measured: [start_s, end_s) of a sound, between two frequencies as far as they are known."""

    start_s: float
    end_s: float
    low_hz: float | None = None
    high_hz: float | None = None


@dataclass(frozen=True, slots=True)
class Measurements:
    """What was measured; None is what cannot be told.

    A moment, silence, a band that holds nothing and one that is too narrow to be told from what lies beside
    it (narrower than 1 / duration) have no numbers but their own limits. A stretch of fewer than 32 frames
    has no frequencies.

    Attributes
    ----------
    start_s, end_s, duration_s, low_hz, high_hz, bandwidth_hz
        Begin Time, End Time, Delta Time, Low Freq, High Freq and Delta Freq in Raven: the limits as they
        were given.
    peak_hz
        Peak Frequency: that of greatest power in the mean spectrum. Its windows are an eighth of the stretch,
        but 0.1 to 1 s, in frames the next lower power of two, or the whole stretch if that is shorter. The
        highest point is found between the lines of the spectrum by a parabola through three of them.
    centre_hz
        Center Frequency: half of the energy lies below it.
    frequency_5_hz, frequency_95_hz, bandwidth_90_hz
        Frequency 5 % and 95 %: below them lie 5 % and 95 % of the energy. Bandwidth 90 %: their distance.
    time_5_s, time_95_s, duration_90_s
        Time 5 % and 95 %: before them come 5 % and 95 % of the energy; they count as `start_s` does.
        Duration 90 %: their distance.
    rms_db, peak_db
        Root mean square and greatest magnitude in dBFS; a full-scale sine has -3.01 and 0.
    snr_db
        Signal-to-noise ratio, 10 lg((P - N) / N). P is the mean power of the stretch. N is that of the
        quieter of two stretches before and after it, each as long as it is, but 0.1 to 1 s, and as far away
        as the filter reaches. None where the file has no such stretch, where they are silent, and where the
        sound is not louder than they are.
    """

    start_s: float
    end_s: float
    duration_s: float
    low_hz: float | None = None
    high_hz: float | None = None
    bandwidth_hz: float | None = None
    peak_hz: float | None = None
    centre_hz: float | None = None
    frequency_5_hz: float | None = None
    frequency_95_hz: float | None = None
    bandwidth_90_hz: float | None = None
    time_5_s: float | None = None
    time_95_s: float | None = None
    duration_90_s: float | None = None
    rms_db: float | None = None
    peak_db: float | None = None
    snr_db: float | None = None


def limits(stretch: Stretch) -> Measurements:
    """What can be told of a stretch without its sound."""
    low_hz, high_hz = stretch.low_hz, stretch.high_hz
    return Measurements(
        stretch.start_s,
        stretch.end_s,
        stretch.end_s - stretch.start_s,
        low_hz,
        high_hz,
        None if low_hz is None or high_hz is None else high_hz - low_hz,
    )


def measuring(
    read: Read, rate_hz: int, frames: int, stretch: Stretch
) -> Generator[float, None, Measurements]:
    """Measure a stretch of a sound of so many `frames`; to cancel, stop iterating.

    A stretch of any length needs the same memory.

    Parameters
    ----------
    read
        Is asked for stretches in their order.

    Yields
    ------
    float
        How much of it is done, 0 to 1, after each block of about a quarter of a million frames.
    """
    told = limits(stretch)
    start, stop = (min(max(round(at_s * rate_hz), 0), frames) for at_s in (stretch.start_s, stretch.end_s))
    taps = _taps(stretch, rate_hz) if stop > start else None
    if taps is None:
        return told
    gap = len(taps) // 2
    side = _side_frames(stop - start, rate_hz)
    sides = [(max(0, start - gap - side), start - gap), (stop + gap, min(frames, stop + gap + side))]
    noise = [_Level(*one) for one in sides]
    level, unfiltered = _Level(start, stop), _Level(start, stop)
    curve, spectrum = _EnergyCurve(stop - start), _Spectrum(stop - start, rate_hz)
    first, last = min(start, sides[0][0]), max(stop, sides[1][1])
    for at, raw, block in _filtered(read, frames, first, last, taps):
        for one in (level, *noise):
            one.add(at, block)
        unfiltered.add(at, raw)
        inside = level.part(at, block)
        curve.add(inside)
        spectrum.add(inside)
        yield (at + len(block) - first) / (last - first)
    if level.power <= max(_NOTHING, _INSEPARABLE * unfiltered.power):
        return told
    told = replace(told, rms_db=10 * math.log10(level.power), peak_db=20 * math.log10(level.peak))
    heard = [one.power for one in noise if one.frames >= side / 2]
    told = replace(told, snr_db=_snr_db(level.power, min(heard, default=0.0)))
    told = _with_times(told, start, curve, rate_hz)
    return _with_frequencies(told, spectrum, rate_hz) if stop - start >= _LEAST_FRAMES else told


def measured(read: Read, rate_hz: int, frames: int, stretch: Stretch) -> Measurements:
    """As `measuring`, in one go."""
    work = measuring(read, rate_hz, frames, stretch)
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: Measurements = done.value
            return result


def _side_frames(frames: int, rate_hz: int) -> int:
    return round(min(max(frames / rate_hz, _SHORTEST_SIDE_S), _LONGEST_SIDE_S) * rate_hz)


def _taps(stretch: Stretch, rate_hz: int) -> Floats | None:
    """The filter of a stretch's band; [1] without one, None if it cannot be told from what lies beside it."""
    low_hz, high_hz = _edges(stretch, rate_hz)
    if low_hz <= 0.0 and high_hz >= rate_hz / 2:
        return np.ones(1)
    band_hz, duration_s = high_hz - low_hz, stretch.end_s - stretch.start_s
    if band_hz <= 0.0 or band_hz * duration_s < 1.0:
        return None
    slope_hz = min(max(_SHARE_OF_BAND * band_hz, 4.0 / duration_s), band_hz / 2)
    half = math.ceil((_ATTENUATION_DB - 7.95) / 14.36 * rate_hz / slope_hz / 2)
    if 2 * half + 1 > _LONGEST_TAPS:
        return None
    places = np.arange(-half, half + 1)
    ideal = low_pass(high_hz, rate_hz, places) - low_pass(low_hz, rate_hz, places)
    taps: Floats = ideal * np.kaiser(2 * half + 1, 0.1102 * (_ATTENUATION_DB - 8.7))
    return taps


def _edges(stretch: Stretch | Measurements, rate_hz: int) -> tuple[float, float]:
    """The band within what the sound can hold."""
    low_hz = 0.0 if stretch.low_hz is None else max(0.0, stretch.low_hz)
    return low_hz, rate_hz / 2 if stretch.high_hz is None else min(stretch.high_hz, rate_hz / 2)


def _filtered(
    read: Read, frames: int, first: int, last: int, taps: Floats
) -> Iterator[tuple[int, Floats, Floats]]:
    """Blocks of [first, last): where each begins, as it is without its offset, and filtered.

    Beyond the sound there is silence. The offset is the mean of the first block.
    """
    half = len(taps) // 2
    offset: float | None = None

    def sound(start: int, stop: int) -> Floats:
        nonlocal offset
        inside = slice(min(max(start, 0), frames), min(max(stop, 0), frames))
        heard = np.zeros(stop - start)
        if inside.stop > inside.start:
            got = read(inside.start, inside.stop).astype(np.float64)
            offset = float(got.mean()) if offset is None and len(got) else offset or 0.0
            heard[inside.start - start :][: len(got)] = got - offset
        return heard

    frames_each = min(max(_BLOCK - 2 * half, _BLOCK // 2), last - first)
    size = 1 << (frames_each + 2 * half - 1).bit_length()
    response = np.fft.rfft(taps, size)
    held = np.zeros(0)
    for at in range(first, last, frames_each):
        end = min(at + frames_each, last)
        held = np.concatenate([held, sound(at - half if at == first else at + half, end + half)])
        raw = held[half : half + end - at]
        if half:  # where the filter lies wholly inside
            filtered = np.fft.irfft(np.fft.rfft(held, size) * response, size)[2 * half : len(held)]
        yield at, raw, filtered if half else raw
        held = held[end - at :]


class _Level:
    """How loud [start, stop) is."""

    def __init__(self, start: int, stop: int) -> None:
        self._start, self._stop = start, stop
        self._energy = 0.0
        self.peak = 0.0
        self.frames = max(0, stop - start)

    @property
    def power(self) -> float:
        """The mean of its squares."""
        return self._energy / self.frames if self.frames else 0.0

    def part(self, at: int, block: Floats) -> Floats:
        """What of a block that begins `at` belongs to it."""
        return block[max(0, self._start - at) : max(0, self._stop - at)]

    def add(self, at: int, block: Floats) -> None:
        """Take notice of a block."""
        part = self.part(at, block)
        self._energy += float(part @ part)
        self.peak = max(self.peak, float(np.abs(part).max(initial=0.0)))


class _EnergyCurve:
    """When the energy of so many frames comes."""

    def __init__(self, frames: int) -> None:
        self.frames = frames
        self.step = -(-frames // _STEPS)
        self.energies = np.zeros(-(-frames // self.step))
        self._heard = 0

    def add(self, part: Floats) -> None:
        """Take notice of what comes next."""
        steps = np.arange(self._heard, self._heard + len(part)) // self.step
        if len(part):
            sums = np.bincount(steps - steps[0], np.square(part))
            self.energies[steps[0] : steps[0] + len(sums)] += sums
        self._heard += len(part)


class _Spectrum:
    """The mean power spectrum of so many frames, from windows that reach beyond both ends."""

    def __init__(self, frames: int, rate_hz: int) -> None:
        wanted_s = min(max(frames / rate_hz / _WINDOWS, _SHORTEST_WINDOW_S), _LONGEST_WINDOW_S)
        wanted = round(wanted_s * rate_hz)
        self._hop = max(1, min(1 << wanted.bit_length() - 1, frames) // 4)
        size = 4 * self._hop
        self._window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(size) / size)
        self._held = np.zeros(size - self._hop)
        self._fft_size = 2 << (size - 1).bit_length()
        self._sum = np.zeros(self._fft_size // 2 + 1)
        self.line_hz = rate_hz / self._fft_size

    def add(self, part: Floats) -> None:
        """Take notice of what comes next."""
        held = np.concatenate([self._held, part])
        size = len(self._window)
        count = max(0, (len(held) - size) // self._hop + 1)
        for place in range(0, count * self._hop, self._hop):
            lines = np.fft.rfft(held[place : place + size] * self._window, self._fft_size)
            self._sum += np.square(lines.real) + np.square(lines.imag)
        self._held = held[count * self._hop :]

    def powers(self) -> Floats:
        """The power of each line, `line_hz` apart from 0 to half the rate; the sound ends here."""
        self.add(np.zeros(len(self._window)))
        powers = self._sum.copy()
        powers[[0, -1]] /= 2  # all others stand for a line below 0 Hz too
        return powers


def _with_times(told: Measurements, start: int, curve: _EnergyCurve, rate_hz: int) -> Measurements:
    steps = _places(curve.energies, (0.05, 0.95))
    early_s, late_s = ((start + min(at * curve.step, curve.frames)) / rate_hz for at in steps)
    return replace(told, time_5_s=early_s, time_95_s=late_s, duration_90_s=late_s - early_s)


def _with_frequencies(told: Measurements, spectrum: _Spectrum, rate_hz: int) -> Measurements:
    low_hz, high_hz = _edges(told, rate_hz)
    line_hz, powers = spectrum.line_hz, spectrum.powers()
    first, last = math.ceil(low_hz / line_hz), math.floor(high_hz / line_hz)
    inside = powers[first : last + 1]
    if not inside.sum() > 0.0:
        return told
    centres = (first - 0.5 + at for at in _places(inside, (0.05, 0.5, 0.95)))
    low_5_hz, centre_hz, high_95_hz = (min(max(at * line_hz, low_hz), high_hz) for at in centres)
    peak = first + int(inside.argmax())
    return replace(
        told,
        peak_hz=min(max((peak + _summit(powers, peak)) * line_hz, low_hz), high_hz),
        centre_hz=centre_hz,
        frequency_5_hz=low_5_hz,
        frequency_95_hz=high_95_hz,
        bandwidth_90_hz=high_95_hz - low_5_hz,
    )


def _places(energies: Floats, shares: tuple[float, ...]) -> list[float]:
    """Up to where these shares of all energy come, in steps from the beginning of the first."""
    sums = np.concatenate([[0.0], np.cumsum(energies)])
    places = []
    for share in shares:
        wanted = share * sums[-1]
        step = min(int(np.searchsorted(sums, wanted)), len(energies)) - 1
        places.append(step + (wanted - sums[step]) / energies[step])
    return [float(place) for place in places]


def _summit(powers: Floats, peak: int) -> float:
    """How far beside a line the highest point lies, in lines."""
    if not 0 < peak < len(powers) - 1:
        return 0.0
    before, there, after = np.log(np.maximum(powers[peak - 1 : peak + 2], np.finfo(np.float64).tiny))
    bend = before - 2 * there + after
    return float(0.5 * (before - after) / bend) if bend < 0.0 else 0.0


def _snr_db(power: float, noise: float) -> float | None:
    if noise <= max(_NOTHING, _INSEPARABLE * power) or power <= noise:
        return None
    return 10 * math.log10((power - noise) / noise)
