"""Sound in blocks of any size as the windows that a model hears, with the digital silence in them."""

import math
from typing import NamedTuple

import numpy as np

from audioclf_gui.audio.levels import rms_db, swing
from audioclf_gui.audio.resample import StreamResampler
from audioclf_gui.core.heard import EVERY_S
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.edges import QuietLevel, Region, levels_db, sounds
from audioclf_gui.ml.sound_profile import Profiles, bands_up_to, profile
from audioclf_gui.ml.windows import Samples, WindowStream

_LEAST_SILENCE_S = 0.01  # a shorter row of zeros may be part of any sound


class HeardWindow(NamedTuple):
    """What the model hears at once."""

    start_s: float
    samples: Samples  # (bundle.card.front_end.window_frames,), at the model's rate
    lead_s: float  # digital silence at its start, and at its end; all of it if the sound itself has none
    trail_s: float
    level_db: float  # dBFS RMS of the sound in it without a constant offset, -120 for silence
    sounds: tuple[Region, ...]  # what stands out from the background, in times as `start_s`
    profile: Profiles | None = None  # see `sound_profile`; of the first window of each minute that is heard


class WindowFeed:
    """Mono sound at any rate, in blocks of any size, as the windows that the model hears.

    The windows do not depend on the blocks, to the last bit.
    """

    def __init__(self, bundle: Bundle, rate_hz: int, hop_s: float) -> None:
        ends = bundle.card.front_end
        hop_frames = max(1, round(hop_s * ends.rate_hz))
        self._resampler = StreamResampler(rate_hz, ends.rate_hz)
        self._windows = WindowStream(ends.window_frames, hop_frames, ends.pad)
        self._rate_hz = ends.rate_hz
        self._background = QuietLevel()
        self._per_frame = rate_hz / self._rate_hz  # frames of the sound for each of the model's
        self._sound = np.zeros(0, np.float32)  # since `_sound_from`
        self._sound_from = 0
        self._bands = bands_up_to(ends.rate_hz / 2.0)
        self._quiet_db = bundle.card.quiet_db
        self._profile_from_s = 0.0

    def push(self, mono: Samples, last: bool = False) -> list[HeardWindow]:
        """The windows that `mono` (frames,) completes."""
        self._sound = np.concatenate([self._sound, mono])
        found = self._windows.push(self._resampler.push(mono, last), last)
        return [self._heard(start, window) for start, window in found]

    def _heard(self, start: int, window: Samples) -> HeardWindow:
        sound = window[: self._windows.frames - start]  # what follows is no sound
        start_s, end_s = start / self._rate_hz, (start + len(sound)) / self._rate_hz
        lead_s, trail_s = self._silence(start, start + len(window))
        levels = levels_db(sound, self._rate_hz)
        found = sounds(levels, self._background.after(start_s, levels))
        # What was resampled rings on beyond its end.
        within = (
            (max(start_s + one, start_s + lead_s), min(start_s + end, end_s - trail_s)) for one, end in found
        )
        placed = tuple((one, end) for one, end in within if one < end)
        level_db = rms_db(swing(sound))
        profiled = None
        if start_s >= self._profile_from_s and lead_s < end_s - start_s and level_db >= self._quiet_db:
            self._profile_from_s = (start_s // EVERY_S + 1.0) * EVERY_S
            profiled = profile(sound, self._rate_hz, self._bands)
        return HeardWindow(start_s, window, lead_s, trail_s, level_db, placed, profiled)

    def _silence(self, start: int, stop: int) -> tuple[float, float]:
        """For how long it is silent between two of the model's frames, at either end.

        A constant offset is no sound, and resampled sound rings on beyond its end. What is before them is
        forgotten.
        """
        first, end = math.floor(start * self._per_frame), math.ceil(stop * self._per_frame)
        self._sound = self._sound[first - self._sound_from :]
        self._sound_from = first
        sound = self._sound[: end - first]
        rate_hz = self._per_frame * self._rate_hz
        if not len(sound) or sound.min() == sound.max():
            return math.inf, 0.0
        sounds = sound != 0
        silences = (int(sounds.argmax()) / rate_hz, int(sounds[::-1].argmax()) / rate_hz)
        lead_s, trail_s = (one if one >= _LEAST_SILENCE_S else 0.0 for one in silences)
        return lead_s, trail_s
