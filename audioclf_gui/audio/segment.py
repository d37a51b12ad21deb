"""Finding the sounds in a recording that is mostly quiet, or dividing it into equal windows."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.files import known_facts
from audioclf_gui.audio.noise_floor import over_floor
from audioclf_gui.audio.sound_levels import DETECTORS, Detector, step_frames, step_levels

Levels = npt.NDArray[np.float32]

Span = tuple[float, float]  # start and end in seconds


@dataclass(frozen=True, slots=True)
class SegmentSettings:
    """What counts as a sound; the defaults are those of Audacity's Label Sounds.

    Attributes
    ----------
    threshold_db : float
        What is louder is sound: in dBFS, or by how much over the noise around it if `over_floor`.
    measure : str
        What is compared with it: the peak, the mean level or the spectral flux of each step.
    low_hz, high_hz : float, float or None
        Only what lies between these frequencies counts; None is half of any sampling rate.
    """

    threshold_db: float = -30.0
    measure: Detector = "peak"
    step_s: float = 0.01  # the level is taken once in each step, so spans are as exact as this
    min_silence_s: float = 1.0  # quiet for less than this belongs to the sound around it
    min_sound_s: float = 0.0  # what is shorter is left out
    lead_s: float = 0.0  # added before each sound, as far as there is silence
    trail_s: float = 0.0  # added after each sound, as far as there is silence
    low_hz: float = 0.0
    high_hz: float | None = None
    over_floor: bool = False

    def __post_init__(self) -> None:
        lengths = (self.min_silence_s, self.min_sound_s, self.lead_s, self.trail_s)
        top_hz = math.inf if self.high_hz is None else self.high_hz
        is_right = (
            0.0 < self.step_s < math.inf
            and self.threshold_db < math.inf
            and all(0.0 <= s < math.inf for s in lengths)
            and (self.threshold_db > 0.0 or not self.over_floor)
            and 0.0 <= self.low_hz < top_hz
            and self.measure in DETECTORS
        )
        if not is_right:
            raise ValueError(f"sounds cannot be found with {self}")

    def referred(self, *, over_floor: bool) -> "SegmentSettings":
        """With the usual threshold over the noise around, or in dBFS; as it is if that is what it has."""
        if over_floor == self.over_floor:
            return self
        return replace(self, over_floor=over_floor, threshold_db=10.0 if over_floor else -30.0)

    def is_beyond(self, rate_hz: int) -> bool:
        """Whether sound of a sampling rate has nothing between the limits."""
        return self.low_hz >= rate_hz / 2

    def band_hz(self, rate_hz: int) -> tuple[float, float] | None:
        """The limits for sound of a sampling rate; None where they leave nothing out."""
        top_hz = rate_hz / 2
        high_hz = top_hz if self.high_hz is None else min(self.high_hz, top_hz)
        return None if self.low_hz <= 0.0 and high_hz >= top_hz else (self.low_hz, high_hz)


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Fixed windows one after another, whatever is in them."""

    length_s: float = 3.0
    hop_s: float = 3.0  # from one start to the next; less than the length makes them overlap

    def __post_init__(self) -> None:
        if not (0.0 < self.length_s < math.inf and 0.0 < self.hop_s < math.inf):
            raise ValueError(f"no windows are made with {self}")


FindSettings = SegmentSettings | PageSettings


def find_settings_to_json(settings: FindSettings) -> dict[str, object]:
    """As a JSON value."""
    return asdict(settings)


def find_settings_from_json(value: object) -> FindSettings:
    """From a JSON value; the usual settings if it is none of ours, as of a version that knew more."""
    if not isinstance(value, Mapping):
        return SegmentSettings()
    facts = cast(dict[str, object], {**value})
    try:
        return PageSettings(**facts) if "hop_s" in facts else SegmentSettings(**facts)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return SegmentSettings()


def find_sounds(path: Path, settings: FindSettings | None = None) -> Iterator[Span]:
    """The sounds of a file in their order, found while reading; of any length in the same memory.

    Yields
    ------
    (start_s, end_s)
        Within the file; those of sounds never overlap.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be read.
    """
    settings = settings or SegmentSettings()
    facts = known_facts(path)
    if isinstance(settings, PageSettings):
        yield from pages(facts.duration_s, settings)
        return
    if settings.is_beyond(facts.rate_hz):
        return
    step_s = step_frames(settings.step_s, facts.rate_hz) / facts.rate_hz
    levels = step_levels(path, settings.measure, settings.step_s, settings.band_hz(facts.rate_hz))
    yield from found(levels, step_s, facts.duration_s, settings)


def found(
    levels_db: Iterable[Levels], step_s: float, duration_s: float, settings: SegmentSettings
) -> Iterator[Span]:
    """The sounds whose levels, in steps of `step_s` and some at a time, are known; see `find_sounds`."""
    heard = over_floor(levels_db, step_s) if settings.over_floor else levels_db
    yield from spans(chain.from_iterable(part.tolist() for part in heard), step_s, duration_s, settings)


def pages(duration_s: float, settings: PageSettings) -> Iterator[Span]:
    """Whole windows of a sound of `duration_s`; all of it where it is shorter than one."""
    if 0.0 < duration_s < settings.length_s:
        yield 0.0, duration_s
        return
    for place in range(math.floor((duration_s - settings.length_s) / settings.hop_s + 1e-9) + 1):
        start_s = place * settings.hop_s
        yield start_s, min(start_s + settings.length_s, duration_s)


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
