"""Exporting the picture that the editor shows, with its axes and labels: PNG, SVG or PDF."""

from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QObject, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from audioclf_gui.core.content import kept_note, write_where_wanted
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.file_names import file_name
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.recording_names import split_name
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.time_pane import TimePane, dress_axis
from audioclf_gui.gui.theme import palette
from audioclf_gui.gui.translate import words

SUFFIXES = (".png", ".svg", ".pdf")

_PLACE_KEY = "picture/place"
_CAPTION_PX = 22
_SCALE = 2  # of PNG: twice as many pixels as on the screen, for print
_DPI = 96  # of what is shown, so that it is as large on paper as on such a screen
_INCH_M, _POINTS = 0.0254, 72  # to an inch


class PictureExport(QObject):
    """Asks for a place, paints there what the panes show, and tells where it is."""

    def __init__(self, context: Context, panes: Sequence[TimePane], window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._panes = panes
        self._window = window

    def ask(self) -> None:
        """Let the system ask for the file; its ending says what it becomes."""
        clip = self._context.document.current
        if clip is None or not any(pane.isVisible() for pane in self._panes):
            self._context.status(self.tr("There is no sound to be seen"))
            return
        session = self._context.session
        last = Path(session.text(_PLACE_KEY, str(self._context.document.project.folder / "x.png")))
        name = str(last.parent / f"{file_name(split_name(clip.name)[0])}{last.suffix}")
        kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in SUFFIXES)
        place, _kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export picture"),
            name,
            kinds,
            f"{last.suffix[1:].upper()} (*{last.suffix})",
        )
        if place:
            file = Path(place)
            file = file if file.suffix.lower() in SUFFIXES else file.with_name(f"{file.name}{last.suffix}")
            session.put(_PLACE_KEY, str(file))
            self.export(file, clip.name)

    def export(self, file: Path, caption: str) -> None:
        """Paint what is shown now; the file is written in the background."""
        content = picture(self._panes, caption, file.suffix.lower())
        self._context.start(partial(_write, file, content), Text("Exporting the picture"), on_done=self._tell)

    def _tell(self, done: tuple[Path, Path | None]) -> None:
        file, kept = done
        note = kept_note([] if kept is None else [kept])
        told = [Text("The picture is written: {file}.", file=file), *([] if note is None else [note])]
        self._context.message_bar.show_note(words(listed(told)))


def picture(panes: Sequence[TimePane], caption: str, suffix: str) -> Callable[[], bytes]:
    """Paint the panes below each other, with a caption, and without what belongs to playing.

    Returns
    -------
    callable
        Gives the content of a file with that ending; it may be called in another thread.
    """
    shown = [pane for pane in panes if pane.isVisible()]
    size = QSize(max(pane.width() for pane in shown), _CAPTION_PX + sum(pane.height() for pane in shown))
    if suffix == ".png":
        image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SCALE)
        _paint(image, shown, size, caption)
        dots = round(_SCALE * _DPI / _INCH_M)  # told last: texts would be painted larger
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        return partial(_as_png, image)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    _paint(
        _svg(buffer, size, caption) if suffix == ".svg" else _pdf(buffer, size, caption), shown, size, caption
    )
    content = bytes(buffer.data().data())
    return lambda: content


def _svg(buffer: QBuffer, size: QSize, caption: str) -> QPaintDevice:
    from PySide6.QtSvg import QSvgGenerator  # when it is first wanted

    device = QSvgGenerator()
    device.setOutputDevice(buffer)
    device.setSize(size)
    device.setViewBox(QRect(0, 0, size.width(), size.height()))
    device.setResolution(_DPI)
    device.setTitle(caption)
    return device


def _pdf(buffer: QBuffer, size: QSize, caption: str) -> QPaintDevice:
    device = QPdfWriter(buffer)
    device.setResolution(_DPI)
    page = QSizeF(size) * (_POINTS / _DPI)
    device.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    device.setPageMargins(device.pageLayout().margins() * 0, QPageLayout.Unit.Point)
    device.setTitle(caption)
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


def _write(file: Path, content: Callable[[], bytes]) -> Generator[Progress, None, tuple[Path, Path | None]]:
    yield Progress(0, 1)
    try:
        return file, write_where_wanted(file, content())
    except OSError as error:
        raise cannot_write(file, error) from error
