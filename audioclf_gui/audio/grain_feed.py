"""What is under a pointer, made audible while it moves: short grains of sound, one into the other."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from typing_extensions import override

from audioclf_gui.audio.files import AudioSource
from audioclf_gui.audio.play_feed import Feed, PlayedStretch, at_device_rate, audible, chosen_channels
from audioclf_gui.audio.play_settings import PlaySettings

Frames = npt.NDArray[np.float32]

GRAIN_S = 0.08  # long enough for a pitch, short enough to follow a hand


class GrainFeed(Feed):
    """Gives a grain for each place that it is moved to, and nothing while it is not moved.

    Grains overlap by half under Hann windows, which add up to one while a pointer moves on. Their pitch moves
    with the speed unless it is kept; there is no time in them that could be stretched.
    """

    def __init__(
        self, stretch: PlayedStretch, settings: PlaySettings, rate_hz: int, channels: int, tail_frames: int
    ) -> None:
        tape = replace(settings, speed=1.0) if settings.keeps_pitch else settings
        super().__init__(stretch, tape, stretch.start_s, rate_hz, channels, tail_frames)
        self._place_s = stretch.start_s
        self._moved = threading.Event()
        self._moved.set()
        self._half = round(GRAIN_S / 2 * rate_hz)
        self._window = np.hanning(2 * self._half + 1)[:-1, None].astype(np.float32)

    def move(self, place_s: float) -> None:
        """Let another place be heard."""
        self._place_s = place_s
        self._moved.set()

    @override
    def end(self) -> None:
        super().end()
        self._moved.set()

    @override
    def place_s(self, frames: int) -> float:
        return self._place_s

    @override
    def _sound(self, source: AudioSource) -> Iterator[Frames]:
        second_half = np.zeros((self._half, self.channels), np.float32)
        while not self._ended.is_set():
            while self.ring.available > self._half:  # more would be heard too late
                self._ended.wait(GRAIN_S / 8)
            if self._moved.is_set():
                self._moved.clear()
                grain = self._grain(source)
                yield grain[: self._half] + second_half
                second_half = grain[self._half :]
            else:
                yield second_half
                second_half = np.zeros_like(second_half)
                self._moved.wait()

    def _grain(self, source: AudioSource) -> Frames:
        rate_hz, settings = source.facts.rate_hz, self._settings
        count = max(1, round(GRAIN_S * settings.speed * rate_hz))
        start = max(0, round(self._place_s * rate_hz) - count // 2)
        block = chosen_channels(source.read(start, count), rate_hz, start, settings.channel, self.channels)
        heard = audible([block], settings, None, rate_hz)
        sound = np.concatenate(list(at_device_rate(heard, settings, rate_hz, self._rate_hz, self.channels)))
        sound = sound[: 2 * self._half]
        missing = 2 * self._half - len(sound)
        return np.pad(sound, ((0, missing), (0, 0))) * self._window
