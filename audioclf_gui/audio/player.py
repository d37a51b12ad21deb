"""Playing a stretch of a file, with a position that a cursor can follow."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.band_pass import band_pass
from audioclf_gui.audio.devices import (
    Device,
    close_stream,
    default_device,
    end_of_stream,
    open_stream,
    start_stream,
)
from audioclf_gui.audio.files import AudioSource, known_facts
from audioclf_gui.audio.mono import mixed
from audioclf_gui.audio.resample import StreamResampler
from audioclf_gui.audio.ring_buffer import RingBuffer
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

if TYPE_CHECKING:
    import sounddevice as sd

Frames = npt.NDArray[np.float32]

SLOWEST, FASTEST = 0.25, 4.0

_AHEAD_S = 0.5  # decoded in advance: bridges a busy disk, and is thrown away by a seek
_BLOCK_FRAMES = 2**13
_DEAF_S = 3.0  # a loudspeaker that asks for nothing at all for so long is gone, whatever the system says


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is to be played."""

    path: Path
    start_s: float
    stop_s: float
    loop: bool
    speed: float
    band_hz: tuple[float, float] | None


class Player:
    """Plays one stretch at a time; to be used from one thread at a time, whatever state it is in.

    Parameters
    ----------
    device
        None is the system's default loudspeaker, asked for anew at each `play`.
    """

    def __init__(self, device: Device | None = None) -> None:
        self._device = device
        self._stretch: _Stretch | None = None
        self._stream: sd.OutputStream | None = None
        self._feed: _Feed | None = None
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
        speed: float = 1.0,
        band_hz: tuple[float, float] | None = None,
    ) -> None:
        """Play a stretch of a file from its start, in place of what was playing.

        Parameters
        ----------
        stop_s
            Seconds from the start of the file; None is its end.
        speed
            0.25 to 4; the pitch moves along, as on a tape.
        band_hz
            Lowest and highest frequency to be heard; None is all.

        Raises
        ------
        UserError
            If the file cannot be read, or there is no loudspeaker or it refuses.
        ValueError
            If the speed is out of range or the stretch ends before it begins.
        """
        if not (SLOWEST <= speed <= FASTEST):
            raise ValueError(f"speed {speed} is not from {SLOWEST} to {FASTEST}")
        facts = known_facts(path)
        stop_s = facts.duration_s if stop_s is None else min(stop_s, facts.duration_s)
        start_s = min(start_s, facts.duration_s)
        if not 0.0 <= start_s <= stop_s:
            raise ValueError(f"no sound runs from {start_s} s to {stop_s} s")
        self.stop()
        device = default_device("output") if self._device is None else self._device
        self._rate_hz = device.rate_hz
        channels = min(2, device.channels)
        self._stretch = _Stretch(path, start_s, stop_s, loop and stop_s > start_s, speed, band_hz)
        self._problem = None
        self._end_of_stream = end_of_stream()
        stream = open_stream("output", device, channels, device.rate_hz, self._on_audio)
        tail_frames = round(stream.latency * device.rate_hz)
        self._feed = _Feed(self._stretch, start_s, device.rate_hz, channels, tail_frames)
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
        stretch, old = self._stretch, self._feed
        if stretch is None or old is None or not self.is_playing:
            return
        position_s = min(max(position_s, stretch.start_s), stretch.stop_s)
        self._feed = _Feed(stretch, position_s, self._rate_hz, old.channels, old.tail_frames)
        self._feed.start()
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

    def _frames_heard(self, feed: "_Feed") -> int:
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
        """Audio thread: copy and leave. Never wait, log, compute or touch Qt here."""
        self._asked_at = time.monotonic()
        feed = None if self._paused else self._feed
        count, is_last = 0, False
        if feed is not None:
            is_last = feed.is_complete  # asked before reading, so that nothing is cut off
            feed.last_block = (when.outputBufferDacTime, feed.played)
            count = feed.ring.read_into(outdata)
            feed.played += count
        outdata[count:] = 0.0
        if feed is not None and is_last and count < frames:
            feed.silent_frames += frames - count
            if feed.silent_frames > feed.tail_frames:
                raise self._end_of_stream


class _Feed:
    """Decodes a stretch into a ring buffer, in its own thread, a little ahead of the loudspeaker."""

    def __init__(
        self, stretch: _Stretch, from_s: float, rate_hz: int, channels: int, tail_frames: int
    ) -> None:
        self.ring = RingBuffer(round(_AHEAD_S * rate_hz), channels)
        self.channels = channels
        self.played = 0  # frames that the audio thread took
        self.heard = 0  # frames of them that have sounded, as far as anybody asked
        self.silent_frames = 0  # that it was given after the end
        self.last_block: tuple[float, int] = (0.0, 0)  # when the last block will sound; the frames before it
        self.tail_frames = tail_frames  # silence after the end that pushes the end out of the device's buffer
        self.is_complete = False  # nothing more will be written
        self.problem: Text | None = None
        self._stretch = stretch
        self._from_s = from_s
        self._rate_hz = rate_hz
        self._ended = threading.Event()

    def start(self) -> None:
        """Begin to decode."""
        threading.Thread(target=self._run, name="player feed", daemon=True).start()

    def end(self) -> None:
        """Decode no more."""
        self._ended.set()

    @property
    def is_drained(self) -> bool:
        """Whether everything was decoded and taken."""
        return self.is_complete and not self.ring.available

    def place_s(self, frames: int) -> float:
        """Where in the file the sound is after so many frames."""
        stretch = self._stretch
        place_s = self._from_s + frames / self._rate_hz * stretch.speed
        if stretch.loop and place_s >= stretch.stop_s:
            return stretch.start_s + (place_s - stretch.start_s) % (stretch.stop_s - stretch.start_s)
        return min(place_s, stretch.stop_s)

    def _run(self) -> None:
        try:
            with AudioSource(self._stretch.path) as source:
                for block in self._at_device_rate(source):
                    self._put(block)
                    if self._ended.is_set():
                        return
        except UserError as error:
            self.problem = error.message
        finally:
            self.is_complete = True

    def _put(self, block: Frames) -> None:
        while not self._ended.is_set():
            block = block[self.ring.write(block) :]
            if not len(block):
                return
            self._ended.wait(_AHEAD_S / 10)

    def _at_device_rate(self, source: AudioSource) -> Iterator[Frames]:
        resampler = StreamResampler(source.facts.rate_hz * self._stretch.speed, self._rate_hz, self.channels)
        for block in self._passes(source):
            yield resampler.push(block).reshape(-1, self.channels)
        nothing = np.zeros((0, self.channels), np.float32)
        yield resampler.push(nothing, last=True).reshape(-1, self.channels)

    def _passes(self, source: AudioSource) -> Iterator[Frames]:
        stretch, rate_hz = self._stretch, source.facts.rate_hz
        start_s = self._from_s
        while True:
            blocks = self._blocks(source, round(start_s * rate_hz), round(stretch.stop_s * rate_hz))
            yield from blocks if stretch.band_hz is None else band_pass(blocks, *stretch.band_hz, rate_hz)
            if not stretch.loop:
                return
            start_s = stretch.start_s

    def _blocks(self, source: AudioSource, start: int, stop: int) -> Iterator[Frames]:
        for at in range(start, stop, _BLOCK_FRAMES):
            block = source.read(at, min(_BLOCK_FRAMES, stop - at))
            if block.shape[1] != self.channels:
                mono = mixed(block, source.facts.rate_hz, at)
                block = np.repeat(mono[:, None], self.channels, axis=1)
            yield block
