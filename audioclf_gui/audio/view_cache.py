"""Opening a file as pictures: rough ones at once, exact ones soon, and exact ones at once the next time."""

import hashlib
import itertools
import json
import logging
import math
import os
import struct
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.recording_start import RecordingStart, recording_start
from audioclf_gui.audio.sample_reader import SampleReader, as_int16, lane_into
from audioclf_gui.audio.side_by_side import in_order
from audioclf_gui.audio.spectrogram import ClipSpectrogram
from audioclf_gui.audio.spectrogram_view import Analysis
from audioclf_gui.audio.spectrum_kernel import Columns, SpectrumKernel, Transform
from audioclf_gui.audio.spectrum_overview import (
    COLUMNS_PER_TILE,
    SpectrumOverview,
    pooled_count,
)
from audioclf_gui.audio.wave_pyramid import BLOCK_FRAMES, WavePyramid, block_count
from audioclf_gui.core.content import write_atomically

CACHE_BYTES = 2 * 2**30
"""How much the cache folder may hold; what was not used for longest goes first."""

_SHORT_S = 60.0  # reading such a file again takes less time than looking after a cached one is worth
_SHORT_SAMPLES = 2**24  # of all channels together, which are held in memory
_YIELD_S = 0.2  # painting half-ready views must cost less than making them
_GLIMPSES = (64, 512, 2048)
_PATIENCE_S = 0.2  # no further glimpses if they are expected to take longer than this
_GLIMPSE_COLUMNS = 4
_GLIMPSED_PART = 0.03  # of a file: looking into more places would take as long as a good deal of reading it

_FORMAT = 3  # of the files in the cache; a new number forgets the old ones
_HEADER = struct.Struct("<8sQQ")  # magic, frames, channels
_MAGIC = b"aclfview"

MOST_LANES = 4
"""So many channels of a file have a spectrogram of their own; further ones have none."""

_USUAL = Analysis()

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ClipView:
    """The pictures of one file; any thread may draw from them.

    Views of one file that follow each other share memory: a later one never looks worse, and an
    earlier one gets better while the file is being read.
    """

    wave: WavePyramid
    spectra: tuple[ClipSpectrogram, ...]  # of all channels as one, or of each of the first MOST_LANES
    exact_until_s: float  # up to here extremes are exact, after it they are estimates
    start: RecordingStart | None  # when it was recorded, if anything tells

    @property
    def is_exact(self) -> bool:
        """Whether all of the file has been read."""
        return self.exact_until_s >= self.wave.duration_s

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.wave.nbytes + sum(spectrogram.nbytes for spectrogram in self.spectra)

    def forget_close_views(self) -> None:
        """Give the memory of close views of the spectrum back, since another file is looked at."""
        for spectrogram in self.spectra:
            spectrogram.forget_close_views()


def open_view(
    path: Path,
    content: str,
    cache_dir: Path,
    analysis: Analysis = _USUAL,
) -> Generator[ClipView, None, None]:
    """Make the pictures of a file, better and better ones; to cancel, stop iterating.

    Parameters
    ----------
    content : str
        Hash of the file (`core.content.content_hash`), by which its pictures are found again.
    cache_dir : Path
        The user's cache folder. Deleting anything in it loses nothing but time.
    analysis
        How the spectrum is made.

    Yields
    ------
    ClipView
        Of a file under a minute, or one that is in the cache: one view, exact. Of others: estimates
        from evenly spaced glimpses, the first within a tenth of a second, then five views a second that
        are exact from the left on, and last the exact one, by then in the cache.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be opened, or its sound breaks off in an error.
    """
    with SampleReader(path) as reader:
        opening = _Opening(
            path, reader, _kernel(analysis.wide(reader.rate_hz)), analysis, recording_start(path)
        )
        entry = cache_dir / "views" / f"{opening.key(content)}.view"
        if cached := _load(entry, opening):
            yield cached
            return
        rough = None
        is_short = _is_short(reader)
        if not is_short:
            for rough in _glimpses(opening):
                yield rough
        view = yield from _read(opening, rough, is_short=is_short)
    if not is_short:
        _store(entry, view)
    yield view


@dataclass(frozen=True, slots=True)
class _Opening:
    """A file that is being opened, and how its pictures are to be made."""

    path: Path
    reader: SampleReader
    kernel: SpectrumKernel
    analysis: Analysis
    start: RecordingStart | None

    @property
    def lanes(self) -> tuple[int, ...]:
        """The channels that have a spectrogram of their own; -1 is all of them as one."""
        count = min(self.reader.channels, MOST_LANES)
        return tuple(range(count)) if self.analysis.separate and count > 1 else (-1,)

    def key(self, content: str) -> str:
        """The name of what is cached of it."""
        facts = [_FORMAT, content, BLOCK_FRAMES, self.lanes, self.kernel.parameters]
        return hashlib.blake2b(json.dumps(facts, sort_keys=True).encode(), digest_size=16).hexdigest()

    def view(
        self, wave: WavePyramid, overviews: Iterable[SpectrumOverview], exact_until_s: float
    ) -> ClipView:
        """Pictures of it."""
        spectra = (
            ClipSpectrogram(self.path, self.analysis, overview, lane, len(self.lanes))
            for lane, overview in zip(self.lanes, overviews, strict=True)
        )
        return ClipView(wave, tuple(spectra), exact_until_s, self.start)


@lru_cache(maxsize=16)
def _kernel(transform: Transform) -> SpectrumKernel:
    return SpectrumKernel(transform)


def _is_short(reader: SampleReader) -> bool:
    frames = reader.claimed_frames
    return frames < _SHORT_S * reader.rate_hz and frames * reader.channels <= _SHORT_SAMPLES


def _read(
    opening: _Opening, rough: ClipView | None, *, is_short: bool
) -> Generator[ClipView, None, ClipView]:
    """Read all of a file; yields what is not exact yet, unless it is short, and returns what is."""
    reader = opening.reader
    frames = reader.claimed_frames
    while True:
        guesses = [None] * len(opening.lanes) if rough is None else [one.overview for one in rough.spectra]
        view = opening.view(
            WavePyramid.unread(opening.path, reader, frames, rough.wave if rough else None),
            [SpectrumOverview.unread(opening.kernel, frames, guess, len(opening.lanes)) for guess in guesses],
            0.0,
        )
        found = 0
        held: list[npt.NDArray[np.int16]] | None = [] if is_short else None
        yielded_at = time.monotonic()
        for stretch in in_order(_stretches(opening, view, held)):
            found += stretch.frames
            for spectrogram, maxima in zip(view.spectra, stretch.maxima, strict=bool(stretch.maxima)):
                spectrogram.overview.put(stretch.tile, maxima)
            now = time.monotonic()
            if not is_short and now - yielded_at >= _YIELD_S and found < frames:
                yielded_at = now
                yield replace(view, exact_until_s=found / reader.rate_hz)
        if found == frames:
            break
        frames, rough = found, None  # the header was wrong
    if held is not None:
        view.wave.hold(0, np.concatenate(held))
    return replace(view, exact_until_s=view.wave.duration_s)


class _ReadPart(NamedTuple):
    """A part of a file that has been read."""

    tile: int
    frames: int
    maxima: list[Columns]  # of each lane; none behind the end of what the pictures have room for


def _stretches(
    opening: _Opening, view: ClipView, held: list[npt.NDArray[np.int16]] | None
) -> Iterator[Callable[[], _ReadPart]]:
    """Read a file stretch by stretch into the waveform, and into `held`; the spectra are left to be made."""
    wave, reader, kernel = view.wave, opening.reader, opening.kernel
    overview = view.spectra[0].overview
    tile_frames = overview.tile_frames
    shared = kernel.window_frames - kernel.hop_frames  # what windows of one stretch and the next share
    lanes = [np.zeros(shared + tile_frames, np.float32) for _ in opening.lanes]
    chunks = reader.chunks(tile_frames)
    for tile in itertools.count():
        samples = next(chunks, None)
        if samples is None:
            samples = np.zeros((0, reader.channels), np.int16)
        start_frame = tile * tile_frames
        for lane, mono in zip(opening.lanes, lanes, strict=True):
            mono[:shared] = mono[tile_frames:]
            lane_into(samples, mono[shared:], reader.rate_hz, start_frame, lane)
        inside = min(overview.columns - tile * COLUMNS_PER_TILE, COLUMNS_PER_TILE)
        needed = kernel.window_frames + (inside - 1) * kernel.hop_frames
        if inside > 0:
            wave.put(start_frame, samples[: max(0, wave.frames - start_frame)])
        if held is not None:
            held.append(as_int16(samples).copy())
        monos = [mono[:needed].copy() for mono in lanes] if inside > 0 else []
        yield partial(_computed, kernel, overview.pooled_columns, tile, len(samples), monos)
        if len(samples) < tile_frames:
            return


def _computed(
    kernel: SpectrumKernel, pooled: int, tile: int, frames: int, monos: list[npt.NDArray[np.float32]]
) -> _ReadPart:
    return _ReadPart(tile, frames, [kernel.columns(mono, pooled) for mono in monos])


def _glimpses(opening: _Opening) -> Iterator[ClipView]:
    """Estimates from more and more places, as long as the file answers quickly."""
    if not opening.reader.can_seek:
        return
    most_frames = _GLIMPSED_PART * opening.reader.claimed_frames
    for places in _GLIMPSES:
        if places > _GLIMPSES[0] and places * _GLIMPSE_COLUMNS * opening.kernel.hop_frames > most_frames:
            return
        begun = time.monotonic()
        yield _glimpse(opening, places)
        if (time.monotonic() - begun) * 8 > _PATIENCE_S:
            return


def _glimpse(opening: _Opening, places: int) -> ClipView:
    reader, kernel = opening.reader, opening.kernel
    frames = reader.claimed_frames
    length = _GLIMPSE_COLUMNS * kernel.hop_frames
    minima, maxima = np.zeros((2, reader.channels, places), np.int16)
    monos = np.zeros(
        (len(opening.lanes), places * length + kernel.window_frames - kernel.hop_frames), np.float32
    )
    for place in range(places):
        start_frame = max(0, int((place + 0.5) * frames / places) - length // 2)
        samples = reader.glimpse(start_frame, length)
        if len(samples):
            numbers = as_int16(samples)
            minima[:, place], maxima[:, place] = numbers.min(axis=0), numbers.max(axis=0)
            at = slice(place * length, (place + 1) * length)
            for lane, mono in zip(opening.lanes, monos, strict=True):
                lane_into(samples, mono[at], reader.rate_hz, start_frame, lane)
    levels = [kernel.columns(mono).reshape(places, _GLIMPSE_COLUMNS, kernel.bins) for mono in monos]
    inside = slice(_GLIMPSE_COLUMNS - 1)  # the last one of each place reaches into the next place
    return opening.view(
        WavePyramid.glimpsed(opening.path, reader, frames, minima, maxima, length),
        [SpectrumOverview.glimpsed(kernel, frames, one[:, inside], len(levels)) for one in levels],
        0.0,
    )


def _load(entry: Path, opening: _Opening) -> ClipView | None:
    """The view in a cache file; None if there is none, or not a whole one."""
    reader, kernel = opening.reader, opening.kernel
    try:
        content = entry.read_bytes()
        magic, frames, channels = _HEADER.unpack_from(content)
    except (OSError, struct.error):
        return None
    if magic != _MAGIC or channels != reader.channels:
        return None
    wave_shape = (2, channels, block_count(frames, channels))
    spectra_shape = (len(opening.lanes), pooled_count(kernel, frames, len(opening.lanes)), kernel.bins)
    start = _HEADER.size + math.prod(wave_shape) * np.dtype(np.int16).itemsize
    if len(content) != start + math.prod(spectra_shape):
        return None
    with suppress(OSError):  # a cache that may not be written still may be read
        os.utime(entry)
    minima, maxima = np.frombuffer(content, np.int16, math.prod(wave_shape), _HEADER.size).reshape(wave_shape)
    levels: npt.NDArray[np.uint8] = np.frombuffer(content, np.uint8, offset=start).reshape(spectra_shape)
    wave = WavePyramid(opening.path, reader, frames, minima, maxima)
    overviews = [SpectrumOverview(kernel, frames, coarse, len(levels)) for coarse in levels]
    return opening.view(wave, overviews, wave.duration_s)


def _store(entry: Path, view: ClipView) -> None:
    wave = view.wave
    header = _HEADER.pack(_MAGIC, wave.frames, wave.channels)
    levels = (spectrogram.overview.coarse.data for spectrogram in view.spectra)
    try:
        write_atomically(entry, header, wave.minima.data, wave.maxima.data, *levels)
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
