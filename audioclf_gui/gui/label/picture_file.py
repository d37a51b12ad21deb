"""What the editor shows as the content of a file: a picture for print, or the levels behind it as a table."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QBuffer, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter

from audioclf_gui.audio.spectrum_shown import SCALES
from audioclf_gui.gui.label.pictures import Picture, Spectrum, lane_bounds
from audioclf_gui.gui.label.time_pane import TimePane, dress_axis
from audioclf_gui.gui.theme import palette

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgGenerator

TABLE = ".csv"
SUFFIXES = (".png", ".svg", ".pdf", TABLE)
"""What can be written: pictures, and the levels of the spectrogram as a table."""

_CAPTION_PX = 22
_SCREEN_DPI = 96  # of what is shown, so that it is as large on paper as on such a screen
_INCH_MM, _POINTS = 25.4, 72  # to an inch
_MOST_PX = 20_000  # of a side of a PNG
_TIME_DIGITS, _LEVEL_DIGITS = 6, 2


@dataclass(frozen=True, slots=True)
class PrintSize:
    """How large a picture is on paper.

    Attributes
    ----------
    width_mm : float or None
        None: as large as on the screen.
    dots_per_inch : int
        Of pictures that are made of dots.
    """

    width_mm: float | None = None
    dots_per_inch: int = 2 * _SCREEN_DPI

    def scale(self, width_px: int) -> float:
        """How many times as large as on the screen, whose pictures are so many pixels wide."""
        return 1.0 if self.width_mm is None else self.width_mm / _INCH_MM * _SCREEN_DPI / width_px

    def dots_per_px(self, size: QSize) -> float:
        """How many dots a pixel of the screen becomes, within what a picture can have."""
        wanted = self.scale(size.width()) * self.dots_per_inch / _SCREEN_DPI
        return min(wanted, _MOST_PX / max(size.width(), size.height()))


def picture(panes: Sequence[TimePane], caption: str, suffix: str, paper: PrintSize) -> Callable[[], bytes]:
    """Paint the panes below each other, with a caption, and without what belongs to playing.

    Returns
    -------
    callable
        Gives the content of a file with that ending; it may be called in another thread.
    """
    shown = [pane for pane in panes if pane.isVisible()]
    size = QSize(max(pane.width() for pane in shown), _CAPTION_PX + sum(pane.height() for pane in shown))
    if suffix == ".png":
        ratio = paper.dots_per_px(size)
        image = QImage((QSizeF(size) * ratio).toSize(), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        _paint(image, shown, size, caption)
        dots = round(ratio * _SCREEN_DPI / paper.scale(size.width()) / _INCH_MM * 1000)
        image.setDotsPerMeterX(dots)  # told last: texts would be painted larger
        image.setDotsPerMeterY(dots)
        return partial(_as_png, image)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    scale = paper.scale(size.width())
    device = _svg(buffer, size, scale) if suffix == ".svg" else _pdf(buffer, size, scale)
    device.setTitle(caption)
    _paint(device, shown, size, caption)
    content = bytes(buffer.data().data())
    return lambda: content


def _svg(buffer: QBuffer, size: QSize, scale: float) -> "QSvgGenerator":
    from PySide6.QtSvg import QSvgGenerator  # when it is first wanted

    device = QSvgGenerator()
    device.setOutputDevice(buffer)
    device.setSize((QSizeF(size) * scale).toSize())
    device.setViewBox(QRect(0, 0, size.width(), size.height()))
    device.setResolution(_SCREEN_DPI)
    return device


def _pdf(buffer: QBuffer, size: QSize, scale: float) -> QPdfWriter:
    device = QPdfWriter(buffer)
    device.setResolution(round(_SCREEN_DPI / scale))
    page = QSizeF(size) * (_POINTS / round(_SCREEN_DPI / scale))
    device.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    device.setPageMargins(device.pageLayout().margins() * 0, QPageLayout.Unit.Point)
    return device


def _paint(device: QPaintDevice, panes: Sequence[TimePane], size: QSize, caption: str) -> None:
    with QPainter(device) as painter:
        painter.setFont(panes[0].font())
        painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(palette().window))
        painter.save()
        dress_axis(painter)
        painter.drawText(QRect(8, 0, size.width() - 16, _CAPTION_PX), Qt.AlignmentFlag.AlignVCenter, caption)
        painter.restore()
        painter.translate(0, _CAPTION_PX)
        for pane in panes:
            painter.save()
            painter.setClipRect(pane.rect())
            pane.paint(painter, pane.rect(), with_head=False)
            painter.restore()
            painter.translate(0, pane.height())


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PySide's types want bytes, it wants a text
    return bytes(buffer.data().data())


def levels_table(shown: Picture, start_s: float, end_s: float) -> bytes:
    """What the spectrogram shows of a stretch, as a table: a row for each frequency, a column for each time.

    The first cell says the unit; frequencies (Hz) and times (s) are those of the middles of the picture's
    dots, the lowest frequency comes first. Levels are those of the picture: the maxima of what a dot covers.
    Channels that are shown apart come one after the other, each with its number in a first column.
    """
    request = shown.request
    assert isinstance(request.what, Spectrum)
    scale = SCALES[request.what.shown]
    lanes = len(request.view.spectra)
    columns = shown.bytes.shape[1]
    times_s = request.start_s + (np.arange(columns) + 0.5) / columns * (request.stop_s - request.start_s)
    seen = (times_s >= start_s) & (times_s <= end_s)
    values = np.round([scale.value(byte) for byte in range(256)], _LEVEL_DIGITS)
    unit = f" [{scale.unit}]" if scale.unit else ""
    head = f"frequency_hz / time_s{unit}"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    times = np.round(times_s[seen], _TIME_DIGITS).tolist()
    writer.writerow(["channel", head, *times] if lanes > 1 else [head, *times])
    for number, (top, bottom) in enumerate(lane_bounds(len(shown.bytes), lanes), start=1):
        lane = shown.bytes[top:bottom, seen]
        edges_hz = request.what.axis.rows_hz(len(lane))
        middles_hz = np.round((edges_hz[:-1] + edges_hz[1:]) / 2, _LEVEL_DIGITS)
        for frequency_hz, row in zip(middles_hz[::-1].tolist(), values[lane][::-1].tolist(), strict=True):
            writer.writerow([number, frequency_hz, *row] if lanes > 1 else [frequency_hz, *row])
    return text.getvalue().encode("ascii")
