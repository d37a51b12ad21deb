"""Spectrogram pictures of clips, made in the background, the ones in sight first."""

import threading
from collections import OrderedDict, deque
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.audio.view_cache import open_view
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.colour_maps import colour_table, comfortable_range
from audioclf_gui.gui.worker import Worker, leave

BANDS = 96
COLUMNS = 320  # of a picture; it is stretched to the tile

_KEPT_PICTURES = 500  # about 60 MB
_HIGHEST_HZ = 16_000.0  # what lies above is hardly ever what a class is told by
_PATIENCE_MS = 250  # for the picture at hand when the window closes
_LONG_S = 300.0  # of longer clips a rough picture is enough here, and does not keep the others waiting


@dataclass(frozen=True, slots=True)
class TileRequest:
    """A clip that is in sight."""

    path: Path
    content: str
    duration_s: float
    rate_hz: int


@dataclass(frozen=True, slots=True)
class TilePicture:
    """A small spectrogram, or the reason why there is none."""

    content: str
    image: QImage | None
    high_hz: float
    problem: Text | None = None


class TileLoader(QObject):
    """Keeps the pictures that were made; `ask` replaces what is still to be made."""

    ready = Signal(str)  # content hash of the clip whose picture can be painted now

    def __init__(self, cache_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache_dir = cache_dir
        self._pictures: OrderedDict[str, TilePicture] = OrderedDict()
        self._queue: deque[TileRequest] = deque()
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._closed = False

    def picture(self, content: str) -> TilePicture | None:
        """The picture of a clip, if it was made."""
        found = self._pictures.get(content)
        if found is not None:
            self._pictures.move_to_end(content)
        return found

    def ask(self, wanted: Sequence[TileRequest]) -> None:
        """Make these next, in this order; forget what was asked for before."""
        with self._lock:
            self._queue.clear()
            self._queue.extend(request for request in wanted if request.content not in self._pictures)
            is_empty = not self._queue
        if self._worker is None and not is_empty and not self._closed:
            self._worker = Worker(self._make_all, self)
            self._worker.reported.connect(self._keep)
            self._worker.finished.connect(self._finish)
            self._worker.start()

    def shutdown(self) -> None:
        """Stop after the picture at hand."""
        self._closed = True
        with self._lock:
            self._queue.clear()
        if self._worker is not None:
            leave([self._worker], _PATIENCE_MS)

    def _make_all(self) -> Generator[TilePicture, None, None]:
        while True:
            with self._lock:
                if not self._queue:
                    return
                request = self._queue.popleft()
            yield make_picture(request, self._cache_dir)

    def _keep(self, picture: TilePicture) -> None:
        self._pictures[picture.content] = picture
        while len(self._pictures) > _KEPT_PICTURES:
            self._pictures.popitem(last=False)
        self.ready.emit(picture.content)

    def _finish(self) -> None:
        assert self._worker is not None
        self._worker.deleteLater()
        self._worker = None
        with self._lock:
            rest = list(self._queue)  # asked for between the last picture and now
        if rest:
            self.ask(rest)


def make_picture(request: TileRequest, cache_dir: Path) -> TilePicture:
    """The picture of one clip; a file that cannot be read has its reason instead."""
    high_hz = min(_HIGHEST_HZ, request.rate_hz / 2)
    try:
        levels = _levels(request, cache_dir, high_hz)
    except UserError as error:
        return TilePicture(request.content, None, high_hz, error.message)
    except OSError as error:
        return TilePicture(request.content, None, high_hz, Text.plain(error.strerror or str(error)))
    darkest, brightest = comfortable_range(levels)
    table = colour_table("magma", darkest, brightest)
    pixels = table[levels]
    image = QImage(pixels.tobytes(), COLUMNS, BANDS, 4 * COLUMNS, QImage.Format.Format_RGB32).copy()
    return TilePicture(request.content, image, high_hz)


def _levels(request: TileRequest, cache_dir: Path, high_hz: float) -> npt.NDArray[np.uint8]:
    views = open_view(request.path, request.content, cache_dir)
    with closing(views):
        view = next(views)
        if request.duration_s <= _LONG_S:
            for better in views:
                view = better
    (spectrogram,) = view.spectra
    stop_s = max(view.wave.duration_s, 1e-3)
    for _ in spectrogram.computing(0.0, stop_s, stop_s / COLUMNS):
        pass
    return spectrogram.rows(0.0, stop_s, COLUMNS, FrequencyAxis("mel", 0.0, high_hz), BANDS)
