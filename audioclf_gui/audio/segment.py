"""Finding the sounds in a recording that is mostly quiet."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.files import known_facts, read_blocks
from audioclf_gui.audio.levels import FLOOR_DB

Frames = npt.NDArray[np.float32]

Span = tuple[float, float]  # start and end in seconds


@dataclass(frozen=True, slots=True)
class SegmentSettings:
    """What counts as a sound; the defaults are those of Audacity's Label Sounds."""

    threshold_db: float = -30.0  # dBFS; louder is sound
    measure: Literal["peak", "rms"] = "peak"
    step_s: float = 0.01  # the level is taken once in each step, so spans are as exact as this
    min_silence_s: float = 1.0  # quiet for less than this belongs to the sound around it
    min_sound_s: float = 0.0  # what is shorter is left out
    lead_s: float = 0.0  # added before each sound, as far as there is silence
    trail_s: float = 0.0  # added after each sound, as far as there is silence

    def __post_init__(self) -> None:
        lengths = (self.min_silence_s, self.min_sound_s, self.lead_s, self.trail_s)
        if not (self.step_s > 0.0 and self.threshold_db < math.inf and all(s >= 0.0 for s in lengths)):
            raise ValueError(f"sounds cannot be found with {self}")


def find_sounds(path: Path, settings: SegmentSettings | None = None) -> Iterator[Span]:
    """The sounds of a file in their order, found while reading; of any length in the same memory.

    Yields
    ------
    (start_s, end_s)
        Within the file; spans never overlap. A step is sound if any channel is louder than the threshold,
        without its constant offset, as far as that is known by then.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be read.
    """
    settings = settings or SegmentSettings()
    facts = known_facts(path)
    step_frames = max(1, round(settings.step_s * facts.rate_hz))
    steps_per_block = max(1, 2**18 // (step_frames * facts.channels))
    levels = (
        level
        for block in _swings(read_blocks(path, step_frames * steps_per_block))
        for level in _levels_db(block, step_frames, settings.measure)
    )
    return spans(levels, step_frames / facts.rate_hz, facts.duration_s, settings)


def spans(
    levels_db: Iterable[float], step_s: float, duration_s: float, settings: SegmentSettings
) -> Iterator[Span]:
    """Join the loud steps of a sound of `duration_s` into spans.

    Parameters
    ----------
    levels_db
        One level for each `step_s`, the last one possibly for less.
    """
    min_silence_steps = max(1, round(settings.min_silence_s / step_s))
    previous: Span | None = None  # held back until it is known how far its trail may reach
    for first, last in _loud_runs(levels_db, settings.threshold_db, min_silence_steps):
        start_s, end_s = first * step_s, min(last * step_s, duration_s)
        if end_s - start_s < settings.min_sound_s:
            continue
        earliest_s = 0.0
        if previous is not None:
            trail_s = min(previous[1] + settings.trail_s, start_s)
            yield previous[0], trail_s
            earliest_s = trail_s
        previous = max(start_s - settings.lead_s, earliest_s), end_s
    if previous is not None:
        yield previous[0], min(previous[1] + settings.trail_s, duration_s)


def _loud_runs(
    levels_db: Iterable[float], threshold_db: float, min_silence_steps: int
) -> Iterator[tuple[int, int]]:
    """[first, last) steps that are loud, joined over silences that are too short."""
    first = last = -1
    for step, level_db in enumerate(levels_db):
        if level_db <= threshold_db:
            continue
        if first < 0:
            first = step
        elif step - last >= min_silence_steps:
            yield first, last
            first = step
        last = step + 1
    if first >= 0:
        yield first, last


def _swings(blocks: Iterable[Frames]) -> Iterator[Frames]:
    """Blocks without the mean that each channel has had so far."""
    total, frames = np.zeros(1), 0
    for block in blocks:
        total, frames = total + block.sum(axis=0, dtype=np.float64), frames + len(block)
        yield block - (total / frames).astype(np.float32)


def _levels_db(block: Frames, step_frames: int, measure: str) -> Iterator[float]:
    """The level of the loudest channel in each step."""
    power = np.square(block, dtype=np.float64)
    starts = np.arange(0, len(block), step_frames)
    if measure == "peak":
        levels = np.maximum.reduceat(power, starts, axis=0)
    else:
        counts = np.diff(np.append(starts, len(block)))
        levels = np.add.reduceat(power, starts, axis=0) / counts[:, None]
    floor = 10.0 ** (FLOOR_DB / 10.0)
    yield from (10.0 * np.log10(np.maximum(levels.max(axis=1), floor))).tolist()
