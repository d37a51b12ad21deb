"""How loud each short step of a file is, or how much its spectrum changes there: what sounds are found by."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.band_pass import band_pass
from audioclf_gui.audio.even_blocks import even_blocks
from audioclf_gui.audio.files import known_facts, read_blocks
from audioclf_gui.audio.levels import FLOOR_DB

Frames = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Levels = npt.NDArray[np.float32]

Detector = Literal["peak", "rms", "flux"]
DETECTORS: tuple[Detector, ...] = ("peak", "rms", "flux")

_BLOCK_SAMPLES = 2**18


def step_frames(step_s: float, rate_hz: int) -> int:
    """The length of a step in frames."""
    return max(1, round(step_s * rate_hz))


def step_levels(
    path: Path, detector: Detector, step_s: float, band_hz: tuple[float, float] | None = None
) -> Iterator[Levels]:
    """The levels of the steps of a file, each as long as `step_frames`, in dB and never below -120.

    Parameters
    ----------
    detector
        "peak" and "rms" are of the samples, without the constant offset as far as it is known by then: a
        full-scale sine has 0 and -3.01. "flux" is spectral flux, the level of what the spectrum of a step has
        more or less than that of the step before: steady sound has none, whatever its level.
    band_hz
        Only what lies between these frequencies counts.

    Yields
    ------
    float32, shape (steps,)
        Of the loudest channel.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be read.

    Notes
    -----
    Flux, and the mean square within a band, are of spectra of Hann windows two steps long around each step.
    Flux counts both what comes and what goes (the spectral difference in Bello et al., A tutorial on onset
    detection in music signals, IEEE Trans. Speech and Audio Processing 13, 2005, without its rectifier), so
    that sounds have an end, too. A peak is sought in filtered sound.
    """
    facts = known_facts(path)
    step = step_frames(step_s, facts.rate_hz)
    block = step * max(1, _BLOCK_SAMPLES // (step * facts.channels))
    sound = _swings(read_blocks(path, block))
    if detector == "flux" or (detector == "rms" and band_hz is not None):
        powers = _of_spectra(sound, step, _lines(band_hz, step, facts.rate_hz), detector)
    else:
        if band_hz is not None:
            sound = even_blocks(band_pass(sound, *band_hz, facts.rate_hz), block)
        powers = (_of_samples(one, step, detector) for one in sound)
    floor = 10.0 ** (FLOOR_DB / 10.0)
    for power in powers:
        yield (10.0 * np.log10(np.maximum(power.max(axis=1), floor))).astype(np.float32)


def _swings(blocks: Iterable[Frames]) -> Iterator[Frames]:
    """Blocks without the mean that each channel has had so far; digital silence stays silent."""
    total, frames = np.zeros(1), 0
    for block in blocks:
        total, frames = total + block.sum(axis=0, dtype=np.float64), frames + len(block)
        yield (block - (total / frames).astype(np.float32)) * block.any(axis=1, keepdims=True)


def _of_samples(block: Frames, step: int, detector: Detector) -> Floats:
    """Squared peak or mean square of each channel in each step."""
    power = np.square(block, dtype=np.float64)
    starts = np.arange(0, len(block), step)
    if detector == "peak":
        peaks: Floats = np.maximum.reduceat(power, starts, axis=0)
        return peaks
    counts = np.diff(np.append(starts, len(block)))
    means: Floats = np.add.reduceat(power, starts, axis=0) / counts[:, None]
    return means


def _lines(band_hz: tuple[float, float] | None, step: int, rate_hz: int) -> slice:
    """The lines of a spectrum two steps long that lie in a band; one at least."""
    if band_hz is None:
        return slice(None)
    line_hz = rate_hz / (2 * step)
    first = min(int(np.ceil(band_hz[0] / line_hz)), step)
    return slice(first, max(first, int(band_hz[1] // line_hz)) + 1)


def _of_spectra(blocks: Iterable[Frames], step: int, lines: slice, detector: Detector) -> Iterator[Floats]:
    """The mean square of each channel in each step, or that of what has changed since the step before."""
    window = np.hanning(2 * step + 1)[:-1]
    scale = 2.0 / (2 * step * np.square(window).sum())
    before: Floats | None = None
    for steps in _windows(blocks, step):
        size = np.abs(np.fft.rfft(steps * window, axis=-1))[..., lines]
        if detector == "flux":
            previous, before = size[:1] if before is None else before, size[-1:]
            size = np.diff(np.concatenate([previous, size]), axis=0)
        yield np.square(size).sum(axis=-1) * scale


def _windows(blocks: Iterable[Frames], step: int) -> Iterator[Frames]:
    """Windows two steps long around each step, (steps, channels, 2 * step); beside sound is silence."""
    held: Frames | None = None
    frames = given = 0
    for block in blocks:
        if held is None:
            held = np.zeros((step // 2, block.shape[1]), np.float32)
        held = np.concatenate([held, block])
        frames += len(block)
        count = (len(held) - step) // step
        if count > 0:
            yield _cut(held, count, step)
            held, given = held[count * step :], given + count
    if held is not None and (count := -(-frames // step) - given) > 0:
        silence = np.zeros((max(0, (count + 1) * step - len(held)), held.shape[1]), np.float32)
        yield _cut(np.concatenate([held, silence]), count, step)


def _cut(sound: Frames, count: int, step: int) -> Frames:
    windows: Frames = np.lib.stride_tricks.sliding_window_view(sound, 2 * step, axis=0)
    return windows[: count * step : step]
