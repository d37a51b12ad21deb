"""What a file sounds like to whoever learns from it: all of it is read once, its channels as one."""

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.files import Frames, known_facts, read_blocks
from audioclf_gui.audio.levels import FLOOR_DB, peak_db
from audioclf_gui.audio.mono import STEP_S, MonoMix, step_frames
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text

SILENT_DB = -60.0  # peak; quieter than the noise of any usual microphone

_BLOCK_FRAMES = 2**16
_NEARLY_FULL_SCALE = 0.985  # recorders often clip a little below full scale
_CLIPPED_RUN = 3  # equal extremes in a row; a clean sine has at most two


CHANGED = Text("it was changed since it was imported")
"""The problem of a file that holds something else by now."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What reading all of a file told.

    Levels are those of the channels as one, see `audio.mono`, without a constant offset.
    """

    problem: Text | None = None  # why it cannot be used
    peak_db: float = 0.0  # dBFS
    clipped_share: float = 0.0  # of the samples of all channels, 0 to 1
    sound: str = ""  # hash of its samples, see `SoundHash`
    offset: float = 0.0  # constant, of full scale; that of the channel which has most
    cancelled_share: float = 0.0  # of its length, in which the channels cancel each other
    levels: bytes = b""  # peak of every step, in decibels below full scale
    step_s: float = STEP_S
    stamp: tuple[int, ...] = ()  # size and time of the file that was read, if they matter

    def peak_db_in(self, start_s: float, stop_s: float) -> float:
        """The peak in the steps that a stretch touches, in dBFS to a decibel."""
        steps = self.levels[int(start_s / self.step_s) : math.ceil(stop_s / self.step_s)]
        return -float(min(steps)) if steps else self.peak_db

    def is_silent_in(self, start_s: float, stop_s: float) -> bool:
        """Whether a stretch is silent, or all of the file."""
        return min(self.peak_db, self.peak_db_in(start_s, stop_s)) < SILENT_DB


def listen(path: Path) -> Heard:
    """Read a file from start to end."""
    digest = SoundHash()
    clipped = count = 0
    total = 0.0
    totals: npt.NDArray[np.float64] = np.zeros(1)  # of each channel
    extremes: list[npt.NDArray[np.float32]] = []  # (2, steps): highest and lowest of each
    try:
        rate_hz = known_facts(path).rate_hz
        mix, step = MonoMix(rate_hz), step_frames(rate_hz)
        for block in read_blocks(path, step * max(1, _BLOCK_FRAMES // step)):
            clipped += _clipped_samples(block)
            count += block.size
            digest.update(block)
            mono = mix.push(block, last=len(block) % step > 0)
            total += float(mono.sum(dtype=np.float64))
            totals = totals + block.sum(axis=0, dtype=np.float64)
            starts = np.arange(0, len(mono), step)
            extremes.append(np.stack([np.maximum.reduceat(mono, starts), np.minimum.reduceat(mono, starts)]))
    except UnreadableAudioError as error:
        return Heard(problem=error.reason)
    if not count:
        return Heard(problem=Text("it holds no sound"))
    frames = count // block.shape[1]
    peaks = np.abs(np.concatenate(extremes, axis=1) - np.float32(total / frames)).max(axis=0)
    return Heard(
        peak_db=peak_db(peaks),
        clipped_share=clipped / count,
        sound=digest.hexdigest(),
        offset=float(totals[np.abs(totals).argmax()]) / frames,
        cancelled_share=mix.cancelled_frames / frames,
        levels=_below_full_scale(peaks),
        step_s=step / rate_hz,
    )


class SoundHash:
    """Hash of samples that come in blocks, equal for equal sound in any lossless format.

    Channels that are all equal count as the one that they were made of.
    """

    def __init__(self) -> None:
        self._all = hashlib.blake2b(digest_size=16)
        self._one = hashlib.blake2b(digest_size=16)
        self._is_one = True  # whether all channels were equal so far

    def update(self, block: Frames) -> None:
        """Take the next frames (frames, channels)."""
        self._is_one = self._is_one and are_equal(block)
        if self._is_one:
            self._one.update(sample_bytes(block[:, :1]))
        if block.shape[1] > 1:
            self._all.update(sample_bytes(block))

    def hexdigest(self) -> str:
        """Of all that came."""
        return (self._one if self._is_one else self._all).hexdigest()


def are_equal(block: Frames) -> bool:
    """Whether the channels of frames (frames, channels) hold the same samples."""
    return bool((block[:, 1:] == block[:, :1]).all())


def sample_bytes(block: Frames) -> bytes:
    """What equal sound has in common, however its samples are written: each as a whole number of 16 bits.

    Samples beyond full scale need more bits, and have up to 32.
    """
    whole: npt.NDArray[np.float32] = np.rint(block * 32768.0).clip(-(2.0**31), 2.0**31 - 128)
    return whole.astype("<i4").tobytes()


def is_silent(path: Path, start_s: float, stop_s: float) -> bool:
    """What `Heard.is_silent_in` says of a stretch; of an audible one only the beginning is read.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be read so far.
    """
    rate_hz = known_facts(path).rate_hz
    mix, step = MonoMix(rate_hz), step_frames(rate_hz)
    step_s = step / rate_hz
    first, end = int(start_s / step_s) * step, math.ceil(stop_s / step_s) * step
    for block in read_blocks(path, step * max(1, _BLOCK_FRAMES // step), first, end):
        mono = mix.push(block, last=len(block) % step > 0)
        half_swing = np.ptp(mono) / 2 if len(mono) else 0.0  # whatever the offset is, the peak is no lower
        if half_swing >= 10.0 ** (SILENT_DB / 20.0):
            return False
    return listen(path).is_silent_in(start_s, stop_s)


def _below_full_scale(peaks: Frames) -> bytes:
    decibels = 20.0 * np.log10(np.maximum(peaks, 10.0 ** (FLOOR_DB / 20.0)))
    levels: bytes = np.clip(np.rint(-decibels), 0, -FLOOR_DB).astype(np.uint8).tobytes()
    return levels


def _clipped_samples(block: Frames) -> int:
    """How many samples stand in runs of equal values near full scale."""
    level = np.abs(block)
    stuck = (level[1:] >= _NEARLY_FULL_SCALE) & (block[1:] == block[:-1])
    in_run = stuck.copy()
    for step in range(1, _CLIPPED_RUN - 1):
        in_run[step:] &= stuck[:-step]
        in_run[:step] = False
    return int(np.count_nonzero(in_run))
