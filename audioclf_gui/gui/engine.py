"""Loading what is not shown yet while nobody is waiting for the window, and torch once it is of use."""

import ctypes
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from typing_extensions import override

from audioclf_gui.audio.devices import output_devices
from audioclf_gui.core.collecting import no_garbage_collection
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.registry import ask_for_all
from audioclf_gui.gui.worker import Worker
from audioclf_gui.gui.workspaces import WORKSPACES

_CALM_MS = 2000
_PANELS = (
    "audioclf_gui.gui.import_panel",
    "audioclf_gui.gui.export_panel",
    "audioclf_gui.gui.classify_panel",
)
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.DragMove,
}


def load_rooms() -> Generator[str, None, None]:
    """Read the list of sound devices and import what is not shown yet, none of which needs torch."""
    with suppress(UserError):  # whoever wants to hear something will be told
        output_devices()
    yield "sound"
    for workspace in WORKSPACES.values():
        workspace.load()
        yield workspace.name
    for panel in _PANELS:
        importlib.import_module(panel)
        yield panel
    ask_for_all()  # so that no list waits for it, and what is broken is told
    yield "plug-ins"


def load_engine() -> Generator[str, None, str]:
    """Import torch with everything that models need, which takes a second and half a gigabyte.

    The libraries are opened first, by a call that does not hold the interpreter meanwhile, as the import
    and `ctypes.CDLL` do, so the window keeps moving.

    Returns
    -------
    str
        What models are computed on: "cpu", or "cuda" with the GPU's name.
    """
    for library in _torch_libraries():
        if not _opened(library):
            break  # it needs something that only torch's own import sets up
        yield library.name
    with no_garbage_collection():
        importlib.import_module("audioclf_gui.ml.inference")
        importlib.import_module("audioclf_gui.ml.estimators")
    ask_for_all()
    devices = importlib.import_module("audioclf_gui.ml.devices")
    return str(devices.device_name(devices.choose_device("auto")))


def _opened(library: Path) -> bool:
    open_library = ctypes.CDLL(None).dlopen
    open_library.restype, open_library.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    return open_library(os.fsencode(library), os.RTLD_NOW) is not None


def _torch_libraries() -> list[Path]:
    found = importlib.util.find_spec("torch")
    if sys.platform != "linux" or found is None or found.origin is None:
        return []
    folder = Path(found.origin).parent / "lib"
    names = ("libc10.so", "libtorch_cpu.so", "libtorch_python.so")
    return [folder / name for name in names if (folder / name).is_file()]


class CalmLoader(QObject):
    """Runs a job once nobody has touched the window for two seconds.

    Parameters
    ----------
    is_calm
        Says whether nothing goes on that a pause would disturb.
    """

    loaded = Signal(object)  # what the job returned

    def __init__(
        self,
        job: Callable[[], Generator[object, None, object]],
        is_calm: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_calm = is_calm
        self._is_begun = False
        self._worker = Worker(job, self)
        self._worker.returned.connect(self.loaded)
        self._timer = QTimer(self)
        self._timer.setInterval(_CALM_MS)
        self._timer.timeout.connect(self._try)

    def begin(self) -> None:
        """Wait for calm, then run the job; it runs once only, however often it is asked for."""
        if self._is_begun:
            return
        self._is_begun = True
        self._timer.start()
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._timer.start()
        return False

    def stop(self, timeout_ms: int) -> bool:
        """Do not load any more; whether nothing is running after at most `timeout_ms`."""
        self._is_begun = True
        self._rest()
        self._worker.stop()
        return self._worker.wait(timeout_ms)

    def _try(self) -> None:
        if self._is_calm():
            self._rest()
            self._worker.start()

    def _rest(self) -> None:
        self._timer.stop()
        if (app := QCoreApplication.instance()) is not None:
            app.removeEventFilter(self)
