"""Pictures of sound at pixel size: what a pane blits, made off the window's thread."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.gui.colour_maps import Table
from audioclf_gui.gui.frequency_axis import Axis, row_bands

Grey = npt.NDArray[np.uint8]

MOST_CHANNELS = 4
"""So many channels of a file are drawn one above the other; further ones are not drawn."""


@dataclass(frozen=True, slots=True)
class Wave:
    """Draw the waveform so that `full_scale` touches the edge of each channel's lane."""

    full_scale: float


@dataclass(frozen=True, slots=True)
class Mel:
    """Draw the spectrogram on a frequency axis that is even in mel or in hertz."""

    axis: Axis


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
    table : uint32, shape (256,)
        From level or coverage to colour.
    """

    pane: str
    view: ClipView
    what: Wave | Mel
    start_s: float
    stop_s: float
    columns: int
    height: int
    seen_s: tuple[float, float]
    table: Table


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A finished picture.

    Attributes
    ----------
    bytes : uint8, shape (height, columns)
        Levels (see `mel_kernel.decibels`) or coverages; the first row is the uppermost.
    colours : uint32, shape (height, columns)
    """

    request: Request
    bytes: Grey
    colours: npt.NDArray[np.uint32]


def draw(request: Request) -> Picture:
    """Draw from what is in memory; `view.missing` says whether it could be better."""
    match request.what:
        case Wave(full_scale):
            grey = _wave_coverage(request, full_scale)
        case Mel(axis):
            grey = _mel_rows(request, axis)
    return Picture(request, grey, request.table[grey])


def columns_of(request: Request, start_s: float, stop_s: float) -> int:
    """How many columns a part of the picture has."""
    return max(1, round(request.columns * (stop_s - start_s) / (request.stop_s - request.start_s)))


def _mel_rows(request: Request, axis: Axis) -> Grey:
    pyramid = request.view.mel
    bands = np.ascontiguousarray(_mel_columns(request).T)
    return _between(bands, row_bands(pyramid.kernel, request.height, axis))


def _mel_columns(request: Request) -> Grey:
    """One spectrogram column for each pixel; interpolated where a column is wider than a pixel."""
    pyramid = request.view.mel
    hop_s = pyramid.kernel.hop_frames / pyramid.kernel.rate_hz
    s_per_px = (request.stop_s - request.start_s) / request.columns
    if s_per_px >= hop_s:
        return pyramid.image(request.start_s, request.stop_s, request.columns)
    places = (request.start_s + (np.arange(request.columns) + 0.5) * s_per_px) / hop_s
    first, last = int(places[0]), int(places[-1]) + 1
    exact = pyramid.image((first - 0.5) * hop_s, (last + 0.5) * hop_s, last - first + 1)
    return _between(exact, np.minimum(places, pyramid.columns - 1) - first)


def _between(rows: Grey, places: npt.NDArray[np.float64]) -> Grey:
    """Rows of an array at fractional places."""
    places = np.clip(places, 0, len(rows) - 1)
    lower = np.minimum(places.astype(np.intp), max(len(rows) - 2, 0))
    upper = np.minimum(lower + 1, len(rows) - 1)
    part = np.rint((places - lower) * 256).astype(np.uint16)[:, np.newaxis]
    mixed = rows[lower] * (np.uint16(256) - part)
    mixed += rows[upper] * part
    return np.asarray(mixed >> 8, np.uint8)


def _wave_coverage(request: Request, full_scale: float) -> Grey:
    wave = request.view.wave
    lanes = min(wave.channels, MOST_CHANNELS)
    coverage = np.zeros((request.height, request.columns), np.uint8)
    for channel in range(lanes):
        top, bottom = request.height * channel // lanes, request.height * (channel + 1) // lanes
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
