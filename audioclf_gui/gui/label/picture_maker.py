"""One thread that makes pictures, always the newest that each pane asked for."""

import threading
import time
from collections.abc import Generator

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.errors import UserError
from audioclf_gui.gui.label.pictures import Picture, Request, draw, missing, sharpening
from audioclf_gui.gui.worker import Worker, leave

_PATIENCE_MS = 100
_GLANCE_S = 0.05
_PARTIAL_S = 0.2  # between pictures that are partly better


class PictureMaker(QObject):
    """Answers each request with a picture at once, then with better ones as tiles are computed.

    A request is dropped, even half-way, as soon as its pane has asked for something newer.
    """

    made = Signal(object)  # Picture
    failed = Signal(object)  # UserError: the file is gone or damaged

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: dict[str, Request] = {}
        self._newest: dict[str, Request] = {}
        self._changed = threading.Condition()
        self._is_closing = False
        self._worker = Worker(self._serve, self)
        self._worker.reported.connect(self._tell)
        self._worker.failed.connect(self.failed)
        self._worker.start()

    def ask(self, request: Request) -> None:
        """Want a picture; returns at once."""
        with self._changed:
            self._wanted[request.pane] = self._newest[request.pane] = request
            self._changed.notify()

    def forget(self) -> None:
        """Want nothing any more, since another clip is shown."""
        with self._changed:
            self._wanted.clear()
            self._newest.clear()

    def shutdown(self) -> None:
        """End the thread; a picture takes it a few milliseconds, unless the disk does not answer."""
        with self._changed:
            self._is_closing = True
            self._newest.clear()
            self._changed.notify()
        leave([self._worker], _PATIENCE_MS)

    def _tell(self, event: Picture | UserError) -> None:
        if isinstance(event, UserError):
            self.failed.emit(event)
        elif self._newest.get(event.request.pane) is event.request:
            self.made.emit(event)

    def _serve(self) -> Generator[Picture | UserError, None, None]:
        while (request := self._next()) is not None:
            try:
                yield from self._pictures(request)
            except UserError as error:
                yield error
            del request  # with the pictures of a clip that may be left before the next one is asked for

    def _next(self) -> Request | None:
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or self._is_closing)
            if self._is_closing:
                return None
            return self._wanted.pop(next(iter(self._wanted)))

    def _pictures(self, request: Request) -> Generator[Picture, None, None]:
        """At once what is at hand, unless what is better takes no longer than a glance; then that."""
        shown_at, patience_s = time.monotonic(), _GLANCE_S
        for start_s, stop_s in (request.seen_s, (request.start_s, request.stop_s)):
            if not missing(request, start_s, stop_s):
                continue
            for _ in sharpening(request, start_s, stop_s):
                if self._newest.get(request.pane) is not request:
                    return
                if time.monotonic() - shown_at > patience_s:
                    yield draw(request)
                    shown_at, patience_s = time.monotonic(), _PARTIAL_S
        yield draw(request)
