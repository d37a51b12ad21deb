"""The newest seconds of a spectrogram in the pixels of the screen, drawn once each."""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.audio.mel_kernel import MelKernel, band_at_hz
from audioclf_gui.gui.colour_maps import COLOUR_MAPS, colour_table, comfortable_range
from audioclf_gui.jobs.listen import REMEMBERED_S

_ADAPT_S = 1.0
_ADAPT_TO_S = 60.0  # so much of the newest sound decides about the colours
_ADAPT_FROM = 10  # bytes, about 5 dB: smaller changes of the sound's range do not recolour the picture
_FIRST_RANGE = (85, 212)  # -60 to 0 dB, until some sound is known


class RollingPicture:
    """A ring of pixel columns: new sound draws a few of them, and two blits show all.

    The levels of all that is remembered are kept besides (ten minutes take a few MB), so that another size,
    span or range of colours redraws what was heard before, and what is older can be looked at.

    Parameters
    ----------
    rate_hz
        Of the sound that is pushed.
    highest_hz
        The top of the picture.
    """

    def __init__(self, rate_hz: int, highest_hz: float, span_s: float = 10.0) -> None:
        self.kernel = MelKernel(rate_hz, high_hz=highest_hz)
        self.axis = FrequencyAxis("mel", 0.0, highest_hz)
        self._columns_per_s = rate_hz / self.kernel.hop_frames
        self._levels = np.zeros(
            (math.ceil(REMEMBERED_S * self._columns_per_s) + 2, self.kernel.mels), np.uint8
        )
        self._tail = np.zeros(0, np.float32)
        self._count = 0  # columns so far
        self._held: int | None = None  # how many columns there were at the moment that is looked at
        self._adapted = 0  # how many there were when the colours were last looked at
        self._range = _FIRST_RANGE
        self._span_s = span_s
        self._width = self._height = 0
        self._set_size(1, 1)

    @property
    def seconds(self) -> float:
        """How much sound was drawn."""
        return self._count / self._columns_per_s

    def hold(self, end_s: float | None) -> None:
        """Show what was heard up to a moment, and stay there; None: follow the present."""
        held = None if end_s is None else min(self._count, round(end_s * self._columns_per_s))
        if held != self._held:
            self._held = held
            self._redraw()

    def set_span(self, span_s: float) -> None:
        """Show another stretch of time."""
        self._span_s = span_s
        self._redraw()

    def resize(self, width: int, height: int) -> None:
        """Draw for another size, in pixels of the screen."""
        if (width, height) != (self._width, self._height):
            self._set_size(max(1, width), max(1, height))

    def push(self, mono: npt.NDArray[np.float32]) -> int | None:
        """Draw more sound, (frames,).

        Returns
        -------
        int or None
            By how many pixels of the screen the picture moves to the left; None if it is drawn anew.
        """
        samples = np.concatenate([self._tail, mono])
        levels = self.kernel.columns(samples)
        self._tail = samples[len(levels) * self.kernel.hop_frames :]
        newest = levels[-len(self._levels) :]
        first = self._count + len(levels) - len(newest)
        self._levels[(first + np.arange(len(newest))) % len(self._levels)] = newest
        self._count += len(levels)
        if self._held is not None:
            return 0
        is_due = self._count - self._adapted >= _ADAPT_S * self._columns_per_s
        if is_due and self._adapt():
            return None
        before = self._drawn
        self._draw()
        return self._drawn - before

    def paint(self, painter: QPainter, at: QRect, ratio: float) -> None:
        """Blit it into `at`, which has its size divided by `ratio`; the newest sound is at the right."""
        self._image.setDevicePixelRatio(ratio)
        seam = self._drawn % self._width
        older = QRect(seam, 0, self._width - seam, self._height)
        painter.drawImage(at.topLeft(), self._image, older)
        if seam:
            newer_at = QPoint(at.left() + round((self._width - seam) / ratio), at.top())
            painter.drawImage(newer_at, self._image, QRect(0, 0, seam, self._height))

    def _set_size(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._pixels = np.empty((height, width), np.uint32)
        self._image = QImage(
            self._pixels.data,
            width,
            height,
            4 * width,
            QImage.Format.Format_RGB32,
        )
        rows_hz = self.axis.frequency_at((height - 0.5 - np.arange(height)) / height)
        bands = band_at_hz(rows_hz, self.kernel.mels, 0.0, self.axis.high_hz)
        places = np.clip(bands, 0, self.kernel.mels - 1)
        self._lower = np.minimum(places.astype(np.intp), self.kernel.mels - 2)
        self._part = np.rint((places - self._lower) * 256).astype(np.uint16)
        self._redraw()

    def _adapt(self) -> bool:
        """Follow the loudness of the sound, calmly; says whether the picture was drawn anew for it."""
        self._adapted = self._count
        newest = max(0, self._count - round(_ADAPT_TO_S * self._columns_per_s))
        darkest, brightest = comfortable_range(
            self._levels[np.arange(newest, self._count) % len(self._levels)]
        )
        difference = max(abs(darkest - self._range[0]), abs(brightest - self._range[1]))
        if not darkest < brightest or difference < _ADAPT_FROM:
            return False
        self._range = (darkest, brightest)
        self._redraw()
        return True

    def _redraw(self) -> None:
        self._table = colour_table(COLOUR_MAPS[0], *self._range)
        self._pixels[:] = self._table[0]
        self._drawn = 0
        self._draw()

    def _draw(self) -> None:
        """Draw the columns of pixels that are complete now."""
        per_pixel = self._span_s / self._width * self._columns_per_s
        count = self._count if self._held is None else self._held
        stop = math.floor(count / per_pixel)
        oldest = max(0, self._count - len(self._levels))
        first = max(self._drawn, stop - self._width, math.ceil(oldest / per_pixel))
        self._drawn = stop
        if first >= stop:
            return
        pixels = np.arange(first, stop)
        starts = np.floor(pixels * per_pixel).astype(np.intp)
        ends = np.minimum(np.maximum(np.floor((pixels + 1) * per_pixel).astype(np.intp), starts + 1), count)
        columns = self._levels[np.arange(starts[0], ends[-1]) % len(self._levels)]
        starts -= starts[0]
        levels = np.maximum.reduceat(columns, starts) if per_pixel > 1.0 else columns[starts]
        mixed = levels[:, self._lower] * (np.uint16(256) - self._part)
        mixed += levels[:, self._lower + 1] * self._part
        self._pixels[:, pixels % self._width] = self._table[(mixed >> 8).T]
