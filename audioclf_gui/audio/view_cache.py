"""Opening a file as pictures: rough ones at once, exact ones soon, and exact ones at once the next time."""

import hashlib
import itertools
import json
import logging
import math
import os
import struct
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from audioclf_gui.audio.mel_kernel import Columns, MelKernel, Scale
from audioclf_gui.audio.mel_pyramid import POOLED_COLUMNS, MelPyramid, pooled_count
from audioclf_gui.audio.sample_reader import SampleReader, Samples, as_int16, mix_into
from audioclf_gui.audio.wave_pyramid import BLOCK_FRAMES, WavePyramid, block_count
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UnreadableAudioError

CACHE_BYTES = 2 * 2**30
"""How much the cache folder may hold; what was not used for longest goes first."""

_SHORT_S = 60.0  # reading such a file again takes less time than looking after a cached one is worth
_SHORT_SAMPLES = 2**24  # of all channels together, which are held in memory
_YIELD_S = 1 / 30
_GLIMPSES = (64, 512, 2048)
_PATIENCE_S = 0.2  # no further glimpses if they are expected to take longer than this
_GLIMPSE_COLUMNS = 4

_FORMAT = 2  # of the files in the cache; a new number forgets the old ones
_HEADER = struct.Struct("<8sQQ")  # magic, frames, channels
_MAGIC = b"aclfview"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ClipView:
    """The pictures of one file; any thread may draw from them.

    Views of one file that follow each other share memory: a later one never looks worse, and an
    earlier one gets better while the file is being read.
    """

    wave: WavePyramid
    mel: MelPyramid
    exact_until_s: float  # up to here extremes are exact, after it they are estimates

    @property
    def is_exact(self) -> bool:
        """Whether all of the file has been read."""
        return self.exact_until_s >= self.wave.duration_s

    def missing(self, start_s: float, stop_s: float, columns: int) -> bool:
        """Whether `sharpen` would make this stretch look better at this zoom."""
        return self.wave.missing(start_s, stop_s, columns) or self.mel.missing(start_s, stop_s, columns)

    def sharpen(self, start_s: float, stop_s: float, columns: int) -> "Generator[ClipView, None, None]":
        """Compute what close views of a stretch need, a few milliseconds at a time; for a worker thread.

        Yields
        ------
        ClipView
            This view, each time that it may be drawn again because it has become better.

        Raises
        ------
        UnreadableAudioError
            If the file is gone or damaged.
        """
        if self.wave.missing(start_s, stop_s, columns):
            self.wave.compute(start_s, stop_s)
            yield self
        if self.mel.missing(start_s, stop_s, columns):
            for _ in self.mel.computing(start_s, stop_s):
                yield self


def open_view(
    path: Path,
    content: str,
    cache_dir: Path,
    *,
    mels: int = 128,
    low_hz: float = 0.0,
    high_hz: float | None = None,
    scale: Scale = "mel",
) -> Generator[ClipView, None, None]:
    """Make the pictures of a file, better and better ones; to cancel, stop iterating.

    Parameters
    ----------
    content : str
        Hash of the file (`core.content.content_hash`), by which its pictures are found again.
    cache_dir : Path
        The user's cache folder. Deleting anything in it loses nothing but time.
    mels, low_hz, high_hz, scale
        The spectrogram's bands; see `MelKernel`.

    Yields
    ------
    ClipView
        Of a file under a minute, or one that is in the cache: one view, exact. Of others: estimates
        from evenly spaced glimpses, the first within a tenth of a second, then at most 30 a second
        that are exact from the left on, and last the exact one, by then in the cache.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be opened, or its sound breaks off in an error.
    """
    with SampleReader(path) as reader:
        kernel = _kernel(reader.rate_hz, mels, low_hz, high_hz, scale)
        entry = cache_dir / "views" / f"{_key(content, kernel)}.view"
        if cached := _load(entry, path, reader, kernel):
            yield cached
            return
        rough = None
        is_short = _is_short(reader)
        if not is_short:
            for rough in _glimpses(path, reader, kernel):
                yield rough
        view = yield from _read(path, reader, kernel, rough, is_short=is_short)
    if not is_short:
        _store(entry, view)
    yield view


@lru_cache(maxsize=16)
def _kernel(rate_hz: int, mels: int, low_hz: float, high_hz: float | None, scale: Scale) -> MelKernel:
    return MelKernel(rate_hz, mels, low_hz, high_hz, scale)


def _is_short(reader: SampleReader) -> bool:
    frames = reader.claimed_frames
    return frames < _SHORT_S * reader.rate_hz and frames * reader.channels <= _SHORT_SAMPLES


def _read(
    path: Path, reader: SampleReader, kernel: MelKernel, rough: ClipView | None, *, is_short: bool
) -> Generator[ClipView, None, ClipView]:
    """Read all of a file; yields what is not exact yet, unless it is short, and returns what is."""
    frames = reader.claimed_frames
    while True:
        view = ClipView(
            WavePyramid.unread(path, reader, frames, rough.wave if rough else None),
            MelPyramid.unread(path, kernel, frames, rough.mel if rough else None),
            0.0,
        )
        found, held = 0, []
        yielded_at = time.monotonic()
        for tile, samples, columns in _tiles(reader, view):
            found += len(samples)
            if is_short:
                held.append(as_int16(samples).copy())
                view.mel.keep(tile, columns)
            elif time.monotonic() - yielded_at >= _YIELD_S and found < frames:
                yielded_at = time.monotonic()
                yield replace(view, exact_until_s=found / reader.rate_hz)
        if found == frames:
            break
        frames, rough = found, None  # the header was wrong
    if held:
        view.wave.hold(0, np.concatenate(held))
    return replace(view, exact_until_s=view.wave.duration_s)


def _tiles(reader: SampleReader, view: ClipView) -> Iterator[tuple[int, Samples, Columns]]:
    """Read a file into the pictures of a view, tile by tile; also counts up what they have no room for."""
    wave, mel = view.wave, view.mel
    hop_frames = mel.kernel.hop_frames
    window = np.zeros(hop_frames + mel.tile_frames, np.float32)
    chunks = reader.chunks(mel.tile_frames)
    for tile in itertools.count():
        samples = next(chunks, None)
        if samples is None:
            samples = np.zeros((0, reader.channels), np.int16)
        window[:hop_frames] = window[-hop_frames:]
        mix_into(samples, window[hop_frames:], reader.rate_hz, tile * mel.tile_frames)
        columns = mel.kernel.columns(window)
        if tile < mel.tile_count:
            start_frame = tile * mel.tile_frames
            wave.put(start_frame, samples[: max(0, wave.frames - start_frame)])
            mel.put(tile, columns)
        yield tile, samples, columns
        if len(samples) < mel.tile_frames:
            return


def _glimpses(path: Path, reader: SampleReader, kernel: MelKernel) -> Iterator[ClipView]:
    """Estimates from more and more places, as long as the file answers quickly."""
    if not reader.can_seek:
        return
    for places in _GLIMPSES:
        begun = time.monotonic()
        try:
            yield _glimpse(path, reader, kernel, places)
        except UnreadableAudioError:
            return  # damaged files fail here first; reading from the start tells how much there is
        if (time.monotonic() - begun) * 8 > _PATIENCE_S:
            return


def _glimpse(path: Path, reader: SampleReader, kernel: MelKernel, places: int) -> ClipView:
    frames = reader.claimed_frames
    length = _GLIMPSE_COLUMNS * kernel.hop_frames
    minima, maxima = np.zeros((2, reader.channels, places), np.int16)
    mono = np.zeros(places * length, np.float32)
    for place in range(places):
        start_frame = max(0, int((place + 0.5) * frames / places) - length // 2)
        samples = reader.glimpse(start_frame, length)
        if len(samples):
            mix_into(samples, mono[place * length : (place + 1) * length], reader.rate_hz, start_frame)
            numbers = as_int16(samples)
            minima[:, place], maxima[:, place] = numbers.min(axis=0), numbers.max(axis=0)
    mono = np.pad(mono, (0, kernel.hop_frames))
    columns = kernel.columns(mono).reshape(places, _GLIMPSE_COLUMNS, kernel.mels)
    inside = columns[:, : _GLIMPSE_COLUMNS - 1]  # the last one of each place reaches into the next place
    return ClipView(
        WavePyramid.glimpsed(path, reader, frames, minima, maxima),
        MelPyramid.glimpsed(path, kernel, frames, inside.max(axis=1)),
        0.0,
    )


def _key(content: str, kernel: MelKernel) -> str:
    facts = [_FORMAT, content, BLOCK_FRAMES, POOLED_COLUMNS, kernel.parameters]
    return hashlib.blake2b(json.dumps(facts, sort_keys=True).encode(), digest_size=16).hexdigest()


def _load(entry: Path, path: Path, reader: SampleReader, kernel: MelKernel) -> ClipView | None:
    """The view in a cache file; None if there is none, or not a whole one."""
    try:
        content = entry.read_bytes()
        magic, frames, channels = _HEADER.unpack_from(content)
    except (OSError, struct.error):
        return None
    wave_shape = (2, channels, block_count(frames))
    mel_shape = (pooled_count(kernel, frames), kernel.mels)
    mel_start = _HEADER.size + math.prod(wave_shape) * np.dtype(np.int16).itemsize
    whole = len(content) == mel_start + math.prod(mel_shape)
    if magic != _MAGIC or channels != reader.channels or not whole:
        return None
    with suppress(OSError):  # a cache that may not be written still may be read
        os.utime(entry)
    minima, maxima = np.frombuffer(content, np.int16, math.prod(wave_shape), _HEADER.size).reshape(wave_shape)
    coarse = np.frombuffer(content, np.uint8, offset=mel_start).reshape(mel_shape)
    wave = WavePyramid(path, reader, frames, minima, maxima)
    return ClipView(wave, MelPyramid(path, kernel, frames, coarse), wave.duration_s)


def _store(entry: Path, view: ClipView) -> None:
    wave, mel = view.wave, view.mel
    header = _HEADER.pack(_MAGIC, wave.frames, wave.channels)
    content = b"".join((header, wave.minima.tobytes(), wave.maxima.tobytes(), mel.coarse.tobytes()))
    try:
        write_atomically(entry, content)
        _make_room(entry.parent)
    except OSError as error:  # a full disk costs the next opening time, but must not end this one
        _log.warning("The pictures of %s are not kept: %s", entry.name, error)


def _make_room(folder: Path) -> None:
    """Remove what was not used for longest until the rest fits; other windows may be doing the same."""
    entries = []
    for entry in folder.iterdir():
        with suppress(FileNotFoundError):
            status = entry.stat()
            entries.append((status.st_mtime_ns, status.st_size, entry))
    room = CACHE_BYTES
    for _, size, entry in sorted(entries, reverse=True):
        room -= size
        if room < 0:
            entry.unlink(missing_ok=True)
