"""Sound files: what they hold, their samples by block, by cut and at random, and writing WAV."""

import io
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile as sf

from audioclf_gui.audio.decoder import UNKNOWN_FRAMES, Decoder, SoundFile, file_status
from audioclf_gui.audio.headers import contradiction, hidden_sound
from audioclf_gui.audio.mono import MonoMix, step_frames
from audioclf_gui.audio.resample import resample
from audioclf_gui.core.clip import AudioFacts
from audioclf_gui.core.closing import Closing
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text

Frames = npt.NDArray[np.float32]

SHORT_SAMPLES = 2**24
"""Up to so many `probe` decodes compressed files whole, but for FLAC; of longer ones it looks at the end."""

_BUDGET_S = 3.0  # for counting what a header does not tell, so that one file never holds up a batch
_SLOWEST_HZ, _FASTEST_HZ = 100, 10_000_000
_SIZED = ("PCM_", "FLOAT", "DOUBLE", "ULAW", "ALAW", "DPCM_", "IMA_ADPCM", "MS_ADPCM")
_SUSPICIOUS_RATIO = 256  # of 16-bit sound to its file; recordings reach 20, digital silence 700
_VORBIS_SLACK = 8192  # the largest block of Vorbis; libsndfile's seeks land wrong by up to its half

_NAMES = {
    "PCM_S8": "8 bit",
    "PCM_U8": "8 bit",
    "PCM_16": "16 bit",
    "PCM_24": "24 bit",
    "PCM_32": "32 bit",
    "FLOAT": "32 bit float",
    "DOUBLE": "64 bit float",
    "ULAW": "mu-law",
    "ALAW": "A-law",
    "VORBIS": "Vorbis",
    "OPUS": "Opus",
    "WAVEX": "WAV",
}


def probe(path: Path) -> AudioFacts:
    """What a file really holds; a header is believed only where the sound bears it out.

    Returns
    -------
    AudioFacts
        `frames` as `read_blocks` delivers them; `warning` says where the header says otherwise.

    Raises
    ------
    UnreadableAudioError
        With the reason, for everything that cannot be decoded from start to end.

    Notes
    -----
    Uncompressed sound is tested by reading its last frame, in milliseconds at any length. Compressed sound is
    decoded whole when it is short and over its last second when it is long; if that second is not where the
    header promises it, frames are counted for at most three seconds of time. The length of FLAC is exact, so
    it counts as uncompressed here; `soundness.examine` looks at more.
    """
    with Decoder(path) as decoder:
        file = decoder.file
        if not _SLOWEST_HZ <= file.samplerate <= _FASTEST_HZ:
            raise UnreadableAudioError(
                path, Text("its header claims a sampling rate of {rate_hz} Hz", rate_hz=file.samplerate)
            )
        if not file.frames and (unannounced := hidden_sound(path)):
            raise UnreadableAudioError(
                path,
                Text("its header announces no sound, yet {size} bytes follow", size=unannounced),
                remedy=Text(
                    "Repair the header, for example with `sox --ignore-length`, or leave the file out."
                ),
            )
        frames = _true_frames(decoder)
        if file.frames and not frames:
            raise UnreadableAudioError(
                path,
                Text("its header promises {promised} frames, but there is no sound", promised=file.frames),
            )
        return AudioFacts(
            rate_hz=file.samplerate,
            channels=file.channels,
            frames=frames,
            encoding=_encoding(file),
            warning=_warning(decoder, frames),
        )


def read_blocks(
    path: Path, block_frames: int = 2**16, start_frame: int = 0, stop_frame: int | None = None
) -> Iterator[Frames]:
    """The sound of a file from `start_frame` up to `stop_frame`, block by block.

    Yields
    ------
    float32, shape (frames, channels)
        `block_frames` each, the last one shorter; never empty. Samples that are no number, or too large for
        any way of writing them, are 0.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be opened or its sound breaks off in an error.
    """
    with Decoder(path) as decoder:
        yield from _blocks(decoder, block_frames, start_frame, stop_frame)


def read_mono(
    path: Path, rate_hz: int | None = None, start_s: float = 0.0, stop_s: float | None = None
) -> Frames:
    """A stretch of a file as training and prediction hear it.

    Parameters
    ----------
    rate_hz
        The rate wanted; None keeps the file's own.
    start_s, stop_s
        Seconds from the start of the file, cut at the nearest frame; None is the end.

    Returns
    -------
    float32, shape (frames,)
        The channels as one, see `audio.mono`, resampled with soxr HQ; shorter than asked for where the file
        ends.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be opened or its sound breaks off in an error.
    ValueError
        If the stretch begins before the file or ends before it begins.
    """
    with closing(MonoReader()) as reader:
        return reader.read(path, rate_hz, start_s, stop_s)


class MonoReader:
    """Reads as `read_mono` does, and leaves the last file open.

    So stretches in their order cost one pass of a file, where libsndfile cannot jump in it (Ogg Vorbis).
    """

    def __init__(self) -> None:
        self._decoder: Decoder | None = None

    def read(self, path: Path, rate_hz: int | None, start_s: float, stop_s: float | None) -> Frames:
        """See `read_mono`."""
        if not (start_s >= 0.0 and (stop_s is None or stop_s >= start_s)):
            raise ValueError(f"no sound runs from {start_s} s to {stop_s} s")
        if self._decoder is None or self._decoder.path != path:
            self.close()
            self._decoder = Decoder(path)
        own_hz = self._decoder.file.samplerate
        stop = None if stop_s is None else round(stop_s * own_hz)
        try:
            mono = _mono(self._decoder, round(start_s * own_hz), stop)
        except UnreadableAudioError:
            self.close()  # whatever state it is in
            raise
        return mono if rate_hz is None else resample(mono, own_hz, rate_hz)

    def close(self) -> None:
        """Let the file go."""
        if self._decoder is not None:
            self._decoder.close()
            self._decoder = None


def write_wav(path: Path, samples: Frames, rate_hz: int) -> None:
    """Write (frames,) or (frames, channels) in [-1, 1] as 16-bit WAV, clipped; whole or not at all."""
    _write(path, samples, rate_hz, "WAV")


def write_flac(path: Path, samples: Frames, rate_hz: int, comments: Mapping[str, str] | None = None) -> None:
    """The same as FLAC.

    Parameters
    ----------
    comments
        What the file is to say about itself, by the names that libsndfile has for Vorbis comments: title,
        artist, album, date, comment, software and others.
    """
    _write(path, samples, rate_hz, "FLAC", comments)


def _write(
    path: Path, samples: Frames, rate_hz: int, container: str, comments: Mapping[str, str] | None = None
) -> None:
    content = io.BytesIO()
    channels = 1 if samples.ndim == 1 else samples.shape[1]
    with sf.SoundFile(content, "w", rate_hz, channels, "PCM_16", format=container) as file:
        for name, text in (comments or {}).items():
            setattr(file, name, text)
        file.write(samples)
    write_atomically(path, content.getvalue())


class AudioSource(Closing):
    """Random access to a file's frames, for drawing and playing; each thread opens its own.

    Raises
    ------
    UnreadableAudioError
        On opening as `probe` does, on reading if the sound breaks off in an error.
    """

    def __init__(self, path: Path) -> None:
        self.facts = known_facts(path)
        self._decoder = Decoder(path)

    def read(self, start_frame: int, frames: int) -> Frames:
        """(n, channels) from `start_frame` on, n = `frames` or less at the end of the file.

        Reading on from where the last read ended is cheap everywhere. Going back in Ogg Vorbis decodes from
        the start of the file, about 3 s for each hour.
        """
        count = max(0, min(frames, self.facts.frames - start_frame))
        if not count:
            return np.zeros((0, self.facts.channels), np.float32)
        self._decoder.go_to(start_frame)
        return self._decoder.read(count)

    def close(self) -> None:
        """Let the file go."""
        self._decoder.close()


def known_facts(path: Path) -> AudioFacts:
    """As `probe`, remembered for as long as size and date of the file stay as they are."""
    status = file_status(path)
    return _remembered_facts(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=4096)
def _remembered_facts(path: Path, _size: int, _changed_ns: int) -> AudioFacts:
    return probe(path)


def _blocks(decoder: Decoder, block_frames: int, start: int, stop: int | None) -> Iterator[Frames]:
    decoder.go_to(start)
    position = start
    while stop is None or position < stop:
        wanted = block_frames if stop is None else min(block_frames, stop - position)
        block = decoder.read(wanted)
        if len(block):
            yield block
        if len(block) < wanted:
            return
        position += len(block)


def _mono(decoder: Decoder, start: int, stop: int | None) -> Frames:
    """A stretch as one channel; whole steps of several ones are read, so that it sounds as in the file."""
    rate_hz, channels = decoder.file.samplerate, decoder.file.channels
    step = step_frames(rate_hz) if channels > 1 else 1
    first = start - start % step
    last = None if stop is None else stop + -stop % step
    mix = MonoMix(rate_hz)
    parts = [mix.push(block) for block in _blocks(decoder, decoder.block_frames, first, last)]
    mono = np.concatenate([*parts, mix.push(np.zeros((0, channels), np.float32), last=True)])
    return mono[start - first : None if stop is None else stop - first]


def _true_frames(decoder: Decoder) -> int:
    file, claimed = decoder.file, decoder.claimed
    sized = file.subtype.startswith(_SIZED)
    if not sized and claimed * file.channels <= SHORT_SAMPLES:
        return _count(decoder)
    if not claimed or (file.can_seek and _ends_at(decoder, claimed, 1 if sized else file.samplerate)):
        return claimed
    return _count(decoder)


def _ends_at(decoder: Decoder, claimed: int, tail: int) -> bool:
    slack = 0 if decoder.seeks_exactly else _VORBIS_SLACK
    try:
        decoder.seek(claimed - tail)
        found = 0
        while (count := len(decoder.read(decoder.block_frames))) and found <= tail:
            found += count
    except UnreadableAudioError:
        return False
    return found > 0 and abs(found - tail) <= slack


def _count(decoder: Decoder) -> int:
    decoder.rewind()
    until = time.monotonic() + _BUDGET_S
    frames = 0
    while count := len(decoder.read(decoder.block_frames)):
        frames += count
        if time.monotonic() > until:
            raise UnreadableAudioError(
                decoder.path,
                Text("its header gives no length that holds, and it is too long to be measured otherwise"),
            )
    return frames


def _warning(decoder: Decoder, frames: int) -> Text | None:
    file = decoder.file
    if file.frames >= UNKNOWN_FRAMES:
        return Text("The header does not say how long it is; {found} frames were found.", found=frames)
    if file.frames != frames:
        return Text(
            "The header promises {promised} frames, but there are {found}.",
            promised=file.frames,
            found=frames,
        )
    if found := contradiction(decoder.path, file.format, file.subtype, frames, file.extra_info):
        return found
    if not frames:
        return Text("There is no sound in it.")
    if 2 * frames * file.channels > _SUSPICIOUS_RATIO * decoder.path.stat().st_size:
        return Text(
            "So small a file for {length_s:.0f} s: nearly all of it is silence or repeats.",
            length_s=frames / file.samplerate,
        )
    return None


def _encoding(file: SoundFile) -> str:
    if file.format == "MP3":
        return "MP3"
    container = _NAMES.get(file.format, file.format)
    return f"{container} {_NAMES.get(file.subtype, file.subtype.replace('_', ' '))}"
