"""Pictures of sound at pixel size: what a pane blits, made off the window's thread."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.audio.spectrogram_view import Shown
from audioclf_gui.audio.spectrum_shown import SCALES, shown_rows
from audioclf_gui.audio.view_cache import MOST_LANES, ClipView
from audioclf_gui.gui.colour_maps import Table, colour_table, comfortable_range

Grey = npt.NDArray[np.uint8]

_NOISE_DB = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Wave:
    """Draw the waveform so that `full_scale` touches the edge of each channel's lane.

    Attributes
    ----------
    table : uint32, shape (256,)
        From coverage to colour.
    """

    full_scale: float
    table: Table


@dataclass(frozen=True, slots=True)
class Spectrum:
    """Draw the spectrogram of each lane.

    Attributes
    ----------
    darkest, brightest : int or None
        Bytes that have the first and the last colour; None is what suits the picture.
    """

    axis: FrequencyAxis
    shown: Shown
    colours: str
    darkest: int | None = None
    brightest: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """A picture that a pane wants.

    Attributes
    ----------
    pane : str
        Who asks; a newer request of the same pane replaces the older one.
    start_s, stop_s, columns : float, float, int
        What to draw: a stretch somewhat wider than the view, at the zoom of the screen.
    seen_s : tuple of float
        The part of it that is on the screen: this is made exact first.
    """

    pane: str
    view: ClipView
    what: Wave | Spectrum
    start_s: float
    stop_s: float
    columns: int
    height: int
    seen_s: tuple[float, float]

    @property
    def s_per_px(self) -> float:
        """How much time a pixel shows."""
        return (self.stop_s - self.start_s) / self.columns


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A finished picture.

    Attributes
    ----------
    bytes : uint8, shape (height, columns)
        What `audio.spectrum_shown.SCALES` tells, or coverages; the first row is the uppermost.
    colours : uint32, shape (height, columns)
    span : tuple of int
        The bytes of the first and the last colour.
    is_exact : bool
        Whether it is not to be followed by a better one.
    """

    request: Request
    bytes: Grey
    colours: npt.NDArray[np.uint32]
    span: tuple[int, int]
    is_exact: bool


def draw(request: Request) -> Picture:
    """Draw from what is in memory; `missing` says whether it could be better."""
    is_exact = request.view.is_exact and not missing(request, request.start_s, request.stop_s)
    match request.what:
        case Wave(full_scale, table):
            grey = _wave_coverage(request, full_scale)
            return Picture(request, grey, table[grey], (0, 255), is_exact)
        case Spectrum() as wanted:
            grey = _spectrum_rows(request, wanted)
            darkest, brightest = _span(grey, wanted)
            table = colour_table(wanted.colours, darkest, brightest)
            return Picture(request, grey, table[grey], (darkest, brightest), is_exact)


def _span(grey: Grey, wanted: Spectrum) -> tuple[int, int]:
    """The bytes of the first and the last colour."""
    darkest, brightest = comfortable_range(grey)
    if wanted.shown == "above median":  # noise stands a few dB over its median, where nothing is to be seen
        zero, most = (SCALES[wanted.shown].byte(over_db) for over_db in (0.0, _NOISE_DB))
        darkest = min(max(int(np.percentile(grey[:, ::8], 90)) if grey.size else 0, zero), most)
    darkest = darkest if wanted.darkest is None else wanted.darkest
    return darkest, max(brightest if wanted.brightest is None else wanted.brightest, darkest + 1)


def missing(request: Request, start_s: float, stop_s: float) -> bool:
    """Whether `sharpening` would make a part of the picture better."""
    match request.what:
        case Wave():
            columns = max(1, round(request.columns * (stop_s - start_s) / (request.stop_s - request.start_s)))
            return request.view.wave.missing(start_s, stop_s, columns)
        case Spectrum():
            return any(one.missing(start_s, stop_s, request.s_per_px) for one in request.view.spectra)


def sharpening(request: Request, start_s: float, stop_s: float) -> Iterator[int | None]:
    """Compute what a part of the picture needs, a few milliseconds at a time; for a worker thread.

    Raises
    ------
    UnreadableAudioError
        If the file is gone or damaged.
    """
    match request.what:
        case Wave():
            request.view.wave.compute(start_s, stop_s)
            yield None
        case Spectrum():
            for spectrogram in request.view.spectra:
                yield from spectrogram.computing(start_s, stop_s, request.s_per_px)


def lane_bounds(height: int, lanes: int) -> list[tuple[int, int]]:
    """The first row of each lane, and the one after its last."""
    return [(height * lane // lanes, height * (lane + 1) // lanes) for lane in range(lanes)]


def _spectrum_rows(request: Request, wanted: Spectrum) -> Grey:
    spectra = request.view.spectra
    drawn = []
    for spectrogram, (top, bottom) in zip(spectra, lane_bounds(request.height, len(spectra)), strict=True):
        rows = spectrogram.rows(
            request.start_s, request.stop_s, request.columns, wanted.axis, max(1, bottom - top)
        )
        drawn.append(shown_rows(rows, wanted.shown, request.s_per_px)[: bottom - top])
    return np.concatenate(drawn)


def _wave_coverage(request: Request, full_scale: float) -> Grey:
    wave = request.view.wave
    coverage = np.zeros((request.height, request.columns), np.uint8)
    lanes = lane_bounds(request.height, min(wave.channels, MOST_LANES))
    for channel, (top, bottom) in enumerate(lanes):
        low, high = wave.reduce(request.start_s, request.stop_s, request.columns, channel)
        coverage[top:bottom] = _lane_coverage(low, high, bottom - top, full_scale)
    return coverage


def _lane_coverage(
    low: npt.NDArray[np.float32], high: npt.NDArray[np.float32], height: int, full_scale: float
) -> Grey:
    """How much of each pixel the trace covers, 0 to 255; neighbouring columns always touch."""
    silent = np.isnan(low)
    low, high = np.nan_to_num(low), np.nan_to_num(high)
    joined_low, joined_high = low.copy(), high.copy()
    np.minimum(low[1:], high[:-1], out=joined_low[1:])
    np.maximum(high[1:], low[:-1], out=joined_high[1:])
    scale = np.float32(height / 2 / full_scale)
    upper, lower = height / 2 - joined_high * scale, height / 2 - joined_low * scale
    thin = np.maximum(np.float32(1.1) - (lower - upper), 0) / 2
    upper, lower = upper - thin, lower + thin
    upper[silent] = lower[silent] = -1.0
    rows = np.arange(height, dtype=np.float32)[:, np.newaxis]
    covered = np.minimum(rows + 1, lower) - np.maximum(rows, upper)
    return np.asarray(np.clip(covered, 0.0, 1.0) * 255, np.uint8)
