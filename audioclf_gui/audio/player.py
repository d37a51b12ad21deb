"""Playing a stretch of a file, with a position that a cursor can follow."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.devices import (
    Device,
    close_stream,
    default_device,
    end_of_stream,
    open_stream,
    start_stream,
)
from audioclf_gui.audio.files import known_facts
from audioclf_gui.audio.grain_feed import GrainFeed
from audioclf_gui.audio.play_feed import Feed, PlayedStretch
from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.core.text import Text

if TYPE_CHECKING:
    import sounddevice as sd

Frames = npt.NDArray[np.float32]

_DEAF_S = 3.0  # a loudspeaker that asks for nothing at all for so long is gone, whatever the system says
_FADE_S = 0.01  # from one sound to another: long enough for no click


class Player:
    """Plays one stretch at a time; to be used from one thread at a time, whatever state it is in.

    Parameters
    ----------
    device
        None is the system's default loudspeaker, asked for anew at each `play`.
    """

    def __init__(self, device: Device | None = None) -> None:
        self._device = device
        self._stretch: PlayedStretch | None = None
        self._settings = PlaySettings()
        self._stream: sd.OutputStream | None = None
        self._feed: Feed | None = None  # what is wanted; the audio thread only reads it
        self._sounding: Feed | None = None  # what it plays, until the wanted one is ready
        self._rate_hz = 0
        self._paused = False
        self._problem: Text | None = None
        self._asked_at = 0.0  # when the loudspeaker last wanted frames
        self._end_of_stream: type[Exception] = Exception

    def play(
        self,
        path: Path,
        start_s: float = 0.0,
        stop_s: float | None = None,
        *,
        loop: bool = False,
        band_hz: tuple[float, float] | None = None,
        settings: PlaySettings | None = None,
    ) -> None:
        """Play a stretch of a file from its start, in place of what was playing.

        Parameters
        ----------
        stop_s
            Seconds from the start of the file; None is its end.
        loop
            Begin again at `start_s` when the end is reached.
        band_hz
            Lowest and highest frequency to be heard; None is all.
        settings
            How it is played; `pre_roll_s` of what lies before the stretch is heard once, at first.

        Raises
        ------
        UserError
            If the file cannot be read, or there is no loudspeaker or it refuses.
        ValueError
            If the stretch ends before it begins.
        """
        settings = settings or PlaySettings()
        facts = known_facts(path)
        stop_s = facts.duration_s if stop_s is None else min(stop_s, facts.duration_s)
        start_s = min(start_s, facts.duration_s)
        if not 0.0 <= start_s <= stop_s:
            raise ValueError(f"no sound runs from {start_s} s to {stop_s} s")
        first_s = max(0.0, start_s - settings.pre_roll_s)
        stretch = PlayedStretch(path, first_s, start_s, stop_s, loop and stop_s > start_s, band_hz)
        self._open(stretch, settings, partial(Feed, stretch, settings, first_s))

    def scrub(self, path: Path, place_s: float, settings: PlaySettings | None = None) -> None:
        """Let a short grain of a file be heard, in place of what was playing; more follow without a gap.

        Raises
        ------
        UserError
            If the file cannot be read, or there is no loudspeaker or it refuses.
        """
        feed = self._feed
        if isinstance(feed, GrainFeed) and self.is_playing and feed.path == path:
            feed.move(place_s)
            return
        duration_s = known_facts(path).duration_s
        stretch = PlayedStretch(path, 0.0, min(place_s, duration_s), duration_s, loop=False, band_hz=None)
        settings = settings or PlaySettings()
        self._open(stretch, settings, partial(GrainFeed, stretch, settings))

    def _open(
        self, stretch: PlayedStretch, settings: PlaySettings, make_feed: Callable[[int, int, int], Feed]
    ) -> None:
        """Open the loudspeaker for a feed made for its rate, its channels and the frames in its buffer."""
        self.stop()
        device = default_device("output") if self._device is None else self._device
        self._rate_hz = device.rate_hz
        self._stretch, self._settings = stretch, settings
        channels = min(2, device.channels)
        self._problem = None
        self._end_of_stream = end_of_stream()
        stream = open_stream("output", device, channels, device.rate_hz, self._on_audio)
        tail_frames = round(stream.latency * device.rate_hz)
        self._sounding = self._feed = make_feed(device.rate_hz, channels, tail_frames)
        self._feed.start()
        self._asked_at = time.monotonic()
        start_stream(stream, device)
        self._stream = stream

    def pause(self) -> None:
        """Fall silent and keep the place."""
        self._paused = self.is_playing

    def resume(self) -> None:
        """Go on where `pause` fell silent."""
        self._asked_at = time.monotonic()
        self._paused = False

    def stop(self) -> None:
        """Fall silent; `position_s` stays."""
        self._paused = False
        if self._feed is not None:
            self._feed.end()
        if self._stream is not None:
            close_stream(self._stream)
            self._stream = None

    def seek(self, position_s: float) -> None:
        """Go on from another place of the stretch, paused or not; does nothing where nothing plays."""
        stretch = self._stretch
        if stretch is not None and self.is_playing and not isinstance(self._feed, GrainFeed):
            self._go_on(min(max(position_s, stretch.first_s), stretch.stop_s))

    def change(self, settings: PlaySettings) -> None:
        """Play on in another way, without a gap or click; does nothing where nothing plays."""
        is_new = replace(settings, pre_roll_s=0.0) != replace(self._settings, pre_roll_s=0.0)
        if is_new and self.is_playing and not isinstance(self._feed, GrainFeed):
            position_s, self._settings = self.position_s, settings
            self._go_on(position_s)

    def _go_on(self, position_s: float) -> None:
        old = self._feed
        assert old is not None
        assert self._stretch is not None
        feed = Feed(self._stretch, self._settings, position_s, self._rate_hz, old.channels, old.tail_frames)
        feed.start()
        if self._paused:  # nothing is heard that could click
            self._sounding = feed
        self._feed = feed
        old.end()

    @property
    def position_s(self) -> float:
        """What is heard now, in seconds of the file; after the end, the end."""
        feed = self._feed
        if feed is None:
            return 0.0
        feed.heard = max(feed.heard, self._frames_heard(feed))  # the clocks of devices waver
        return feed.place_s(feed.heard)

    @property
    def is_running(self) -> bool:
        """Whether sound comes out, or would if it were not paused; unlike `is_playing` it only looks."""
        stream = self._stream
        return self._feed is not None and stream is not None and bool(stream.active) and not self._is_deaf

    @property
    def is_playing(self) -> bool:
        """Whether it is running; after the end the loudspeaker is given back, which may take a moment."""
        if self.is_running:
            return True
        feed = self._feed
        if feed is not None and self._stream is not None:
            if self._is_deaf or not feed.is_drained:
                self._problem = Text("The loudspeaker went away")
            self.stop()
        return False

    @property
    def _is_deaf(self) -> bool:
        return time.monotonic() - self._asked_at > _DEAF_S

    @property
    def is_paused(self) -> bool:
        """Whether `resume` would go on."""
        return self._paused and self.is_running

    @property
    def problem(self) -> Text | None:
        """Why the last stretch was not played to its end; None if nothing is wrong."""
        return self._problem or (None if self._feed is None else self._feed.problem)

    def _frames_heard(self, feed: Feed) -> int:
        stream = self._stream
        sounds_at, before = feed.last_block
        played = feed.played
        if stream is None or self._paused or not stream.active:
            return played
        if sounds_at <= 0.0:  # this host does not tell when its blocks will sound
            return max(0, played - int(stream.latency * self._rate_hz))
        since: int = round((stream.time - sounds_at) * self._rate_hz)
        return min(max(0, before + since), played)

    def _on_audio(self, outdata: Frames, frames: int, when: Any, _status: "sd.CallbackFlags") -> None:
        """Audio thread: copy and leave. Never wait, log or touch Qt here."""
        self._asked_at = time.monotonic()
        feed, sounding = self._feed, self._sounding
        if self._paused or feed is None or sounding is None:
            outdata[:] = 0.0
            return
        leaving = None
        if sounding is not feed and (feed.is_ready(frames) or sounding.is_drained):
            leaving, sounding, self._sounding = sounding, feed, feed
        is_last = sounding is feed and feed.is_complete  # asked before reading, so that nothing is cut off
        sounding.last_block = (when.outputBufferDacTime, sounding.played)
        count = sounding.ring.read_into(outdata)
        sounding.played += count
        outdata[count:] = 0.0
        if leaving is not None:
            _fade(leaving.ring.read(min(frames, round(_FADE_S * self._rate_hz))), outdata)
        if is_last and count < frames:
            feed.silent_frames += frames - count
            if feed.silent_frames > feed.tail_frames:
                raise self._end_of_stream


def _fade(leaving: Frames, coming: Frames) -> None:
    """Let one sound go over into another at the start of `coming`."""
    share = np.linspace(0.0, 1.0, len(leaving), dtype=np.float32)[:, None]
    coming[: len(leaving)] *= share
    coming[: len(leaving)] += leaving * (1.0 - share)
