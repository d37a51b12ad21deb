"""Opens the pictures of the clip that is shown, and of its neighbour while nothing else is to do."""

from collections import OrderedDict
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.spectrogram_view import Analysis
from audioclf_gui.audio.view_cache import ClipView, open_view
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.freed_memory import give_back_memory
from audioclf_gui.gui.worker import Worker, leave

_REMEMBERED = 6
_REMEMBERED_BYTES = 24 * 2**20  # of clips that are not shown: all that are short, and no long one
_PATIENCE_MS = 250


@dataclass(frozen=True, slots=True)
class ViewSource:
    """A file to be drawn, the hash of its content, under which its pictures are cached, and how."""

    path: Path
    content: str
    analysis: Analysis = field(default_factory=Analysis)


class MissingAudioError(UserError):
    """A clip whose file is not where the project knows it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text("{name} is not where the project left it: {folder}", name=path.name, folder=path.parent),
            remedy=Text("Find the folder it was moved to; its labels are safe."),
        )
        self.path = path


class _Load(QObject):
    """One file being opened; its slots run in the window's thread and tell who they belong to."""

    loaded = Signal(object, object)  # itself, ClipView
    failed = Signal(object, object)  # itself, Exception
    ended = Signal(object)

    def __init__(self, source: ViewSource, cache_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.source = source
        self.worker = Worker(lambda: _open(source, cache_dir), self)
        self.worker.reported.connect(self._take)
        self.worker.failed.connect(self._fail)
        self.worker.finished.connect(self._end)
        self.worker.start()

    def _take(self, view: ClipView) -> None:
        self.loaded.emit(self, view)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(self, error)

    def _end(self) -> None:
        self.ended.emit(self)
        self.deleteLater()


class ViewLoader(QObject):
    """Loads one clip at a time; what comes in late for another clip is dropped."""

    loaded = Signal(object)  # ClipView: the first may be sparse, the last is exact
    finished = Signal()  # the last view is there
    failed = Signal(object)  # Exception

    def __init__(self, cache_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._cache_dir = cache_dir
        self._source: ViewSource | None = None
        self._next: ViewSource | None = None
        self._current: _Load | None = None
        self._loads: set[_Load] = set()
        self._views: OrderedDict[ViewSource, ClipView] = OrderedDict()

    def load(self, source: ViewSource | None, neighbour: ViewSource | None = None) -> None:
        """Show another file; `neighbour` is opened afterwards, to be at hand."""
        self._abandon()
        self._source, self._next = source, neighbour
        for other, view in self._views.items():
            if other != source:
                view.forget_close_views()
        self._make_room()
        if source is None:
            return
        known = self._views.get(source)
        if known is not None and known.is_exact:
            self._views.move_to_end(source)
            self.loaded.emit(known)
            self._go_on()
        else:
            self._start(source)

    def shutdown(self) -> None:
        """Stop; a file on a disk that does not answer is not waited for long."""
        self._abandon()
        leave([load.worker for load in self._loads], _PATIENCE_MS)

    def _start(self, source: ViewSource) -> None:
        load = _Load(source, self._cache_dir, self)
        load.loaded.connect(self._take)
        load.failed.connect(self._fail)
        load.ended.connect(self._end)
        self._current = load
        self._loads.add(load)

    def _abandon(self) -> None:
        if self._current is not None:
            self._current.worker.stop()
            self._current = None

    def _take(self, load: _Load, view: ClipView) -> None:
        if load is not self._current:
            return
        self._views[load.source] = view
        self._views.move_to_end(load.source)
        self._make_room()
        if load.source == self._source:
            self.loaded.emit(view)

    def _make_room(self) -> None:
        """Forget clips that are not shown: those that are half read, and those that were longest ago."""
        others = {source: view for source, view in self._views.items() if source != self._source}
        nbytes = sum(view.nbytes for view in others.values())
        for source, view in others.items():
            if not view.is_exact or len(self._views) > _REMEMBERED or nbytes > _REMEMBERED_BYTES:
                nbytes -= view.nbytes
                del self._views[source]

    def _fail(self, load: _Load, error: Exception) -> None:
        self._views.pop(load.source, None)
        if load is self._current and load.source == self._source:
            self.failed.emit(error)

    def _end(self, load: _Load) -> None:
        self._loads.discard(load)
        if load is self._current:
            self._current = None
            if load.source == self._source and load.source in self._views:
                self._go_on()

    def _go_on(self) -> None:
        self.finished.emit()
        neighbour, self._next = self._next, None
        if neighbour is not None and neighbour not in self._views:
            self._start(neighbour)


def _open(source: ViewSource, cache_dir: Path) -> Generator[ClipView, None, None]:
    if not source.path.is_file():
        raise MissingAudioError(source.path)
    give_back_memory()  # the pictures of the clip before may just have been forgotten
    try:
        yield from open_view(source.path, source.content, cache_dir, analysis=source.analysis)
    finally:
        give_back_memory()
