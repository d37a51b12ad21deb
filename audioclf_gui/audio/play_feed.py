"""From a stretch of a file to what a loudspeaker is given, block by block and a little ahead of it."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.band_pass import band_pass
from audioclf_gui.audio.even_blocks import even_blocks
from audioclf_gui.audio.files import AudioSource
from audioclf_gui.audio.heterodyne import heterodyne
from audioclf_gui.audio.mono import mixed
from audioclf_gui.audio.play_settings import Channel, PlaySettings, carrier_for, is_mixed
from audioclf_gui.audio.resample import StreamResampler
from audioclf_gui.audio.ring_buffer import RingBuffer
from audioclf_gui.audio.time_stretch import TimeStretch
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

Frames = npt.NDArray[np.float32]

_AHEAD_S = 0.5  # decoded in advance: bridges a busy disk, and is thrown away by a seek
_BLOCK_FRAMES = 2**13
_SEAM_S = 0.005  # long enough for no click, short enough for no gap


@dataclass(frozen=True, slots=True)
class PlayedStretch:
    """What is to be played.

    Attributes
    ----------
    first_s : float
        Where the sound begins; a loop returns to `start_s`.
    band_hz : (float, float) or None
        Lowest and highest frequency to be heard; None is all.
    """

    path: Path
    first_s: float
    start_s: float
    stop_s: float
    loop: bool
    band_hz: tuple[float, float] | None


class Feed:
    """Decodes a stretch into a ring buffer, in its own thread.

    Attributes
    ----------
    played, heard : int
        Frames that the loudspeaker took, and those of them that have sounded as far as anybody asked.
    last_block : (float, int)
        When its last block will sound, and the frames before it.
    silent_frames : int
        What the loudspeaker was given after the end; `tail_frames` of them push the end out of its buffer.
    """

    def __init__(
        self,
        stretch: PlayedStretch,
        settings: PlaySettings,
        from_s: float,
        rate_hz: int,
        channels: int,
        tail_frames: int,
    ) -> None:
        self.ring = RingBuffer(round(_AHEAD_S * rate_hz), channels)
        self.channels = channels
        self.played = 0
        self.heard = 0
        self.silent_frames = 0
        self.last_block: tuple[float, int] = (0.0, 0)
        self.tail_frames = tail_frames
        self.is_complete = False  # nothing more will be written
        self.problem: Text | None = None
        self._stretch = stretch
        self._settings = settings
        self._from_s = from_s
        self._rate_hz = rate_hz
        self._ended = threading.Event()

    @property
    def path(self) -> Path:
        """The file that is heard."""
        return self._stretch.path

    def start(self) -> None:
        """Begin to decode."""
        threading.Thread(target=self._run, name="player feed", daemon=True).start()

    def end(self) -> None:
        """Decode no more; what is decoded can be heard still."""
        self._ended.set()

    def is_ready(self, frames: int) -> bool:
        """Whether so many frames can be had at once, or all that there are."""
        return self.is_complete or self.ring.available >= min(frames, self.ring.available + self.ring.free)

    @property
    def is_drained(self) -> bool:
        """Whether everything was decoded and taken."""
        return self.is_complete and not self.ring.available

    def place_s(self, frames: int) -> float:
        """Where in the file the sound is after so many frames."""
        stretch = self._stretch
        place_s = self._from_s + frames / self._rate_hz * self._settings.speed
        if stretch.loop and place_s >= stretch.stop_s:
            return stretch.start_s + (place_s - stretch.start_s) % (stretch.stop_s - stretch.start_s)
        return min(place_s, stretch.stop_s)

    def _run(self) -> None:
        try:
            with AudioSource(self._stretch.path) as source:
                for block in self._sound(source):
                    self._put(block)
                    if self._ended.is_set():
                        return
        except UserError as error:
            self.problem = error.message
        finally:
            self.is_complete = True

    def _sound(self, source: AudioSource) -> Iterator[Frames]:
        """What is heard, at the rate of the device."""
        settings, rate_hz = self._settings, source.facts.rate_hz
        blocks = _passes(source, self._stretch, self._from_s, settings.channel, self.channels)
        whole = even_blocks(blocks, _BLOCK_FRAMES)  # loops may be far shorter
        heard = audible(whole, settings, self._stretch.band_hz, rate_hz)
        yield from at_device_rate(heard, settings, rate_hz, self._rate_hz, self.channels)

    def _put(self, block: Frames) -> None:
        while not self._ended.is_set():
            block = block[self.ring.write(block) :]
            if not len(block):
                return
            self._ended.wait(_AHEAD_S / 10)


def audible(
    blocks: Iterable[Frames], settings: PlaySettings, band_hz: tuple[float, float] | None, rate_hz: int
) -> Iterator[Frames]:
    """The blocks (frames, channels) with their band alone, brought down to where it is heard if so set."""
    banded = blocks if band_hz is None else band_pass(blocks, *band_hz, rate_hz)
    if not is_mixed(settings, rate_hz):
        yield from banded
        return
    carrier_hz = settings.carrier_hz or carrier_for(None, rate_hz)
    yield from heterodyne(banded, carrier_hz, rate_hz)


def at_device_rate(
    blocks: Iterable[Frames], settings: PlaySettings, rate_hz: int, device_hz: int, channels: int
) -> Iterator[Frames]:
    """The blocks (frames, channels) at the speed and rate at which a device is to play them."""
    keeps_pitch = settings.keeps_pitch and settings.speed != 1.0
    tape_hz = rate_hz if keeps_pitch else rate_hz * settings.speed
    resampler = StreamResampler(tape_hz, device_hz, channels)
    stretch = TimeStretch(settings.speed, device_hz, channels) if keeps_pitch else None
    nothing = np.zeros((0, channels), np.float32)
    for block in blocks:
        resampled = resampler.push(block).reshape(-1, channels)
        yield resampled if stretch is None else stretch.push(resampled)
    resampled = resampler.push(nothing, last=True).reshape(-1, channels)
    yield resampled if stretch is None else stretch.push(resampled, last=True)


def _passes(
    source: AudioSource, stretch: PlayedStretch, from_s: float, channel: Channel, channels: int
) -> Iterator[Frames]:
    """The sound from `from_s` to the end of the stretch, then from its start over and over if it loops.

    The last 5 ms of each pass are faded over into what comes before the start, so that the seam is heard in
    neither level nor click, and a pass is as long as the stretch.
    """
    rate_hz = source.facts.rate_hz
    start, stop = round(stretch.start_s * rate_hz), round(stretch.stop_s * rate_hz)
    fade = min(round(_SEAM_S * rate_hz), (stop - start) // 2) if stretch.loop else 0
    lead: Frames | None = None
    place = round(from_s * rate_hz)
    while True:
        while place < stop:
            count = min(_BLOCK_FRAMES, stop - place)
            block = chosen_channels(source.read(place, count), rate_hz, place, channel, channels)
            place += count
            if fade and place > stop - fade:
                lead = _lead(source, start, fade, channel, channels) if lead is None else lead
                block = _faded(block, lead, fade - (stop - place))
            yield block
        if not stretch.loop:
            return
        place = start


def _lead(source: AudioSource, start: int, frames: int, channel: Channel, channels: int) -> Frames:
    """So many frames before `start`; silence before the file."""
    rate_hz, first = source.facts.rate_hz, max(0, start - frames)
    known = chosen_channels(source.read(first, start - first), rate_hz, first, channel, channels)
    return np.concatenate([np.zeros((frames - len(known), channels), np.float32), known])


def _faded(block: Frames, lead: Frames, upto: int) -> Frames:
    """A block that ends after `upto` frames of the fade, with as much of `lead` in it as belongs there."""
    since = max(0, upto - len(block))
    share = (np.arange(since, upto, dtype=np.float32)[:, None] + 0.5) / len(lead)
    before = len(block) - len(share)
    return np.concatenate([block[:before], block[before:] * (1.0 - share) + lead[since:upto] * share])


def chosen_channels(block: Frames, rate_hz: int, start_frame: int, channel: Channel, channels: int) -> Frames:
    """The channels that are wanted of (frames, channels); a recording without the one is heard as a whole."""
    if isinstance(channel, int) and channel < block.shape[1]:
        return np.repeat(block[:, channel, None], channels, axis=1)
    if channel != "mix" and block.shape[1] == channels:
        return block
    return np.repeat(mixed(block, rate_hz, start_frame)[:, None], channels, axis=1)
