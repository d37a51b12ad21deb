"""Starting the window and ending it in order."""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from audioclf_gui import __version__
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.registry import broken_plugins
from audioclf_gui.core.text import listed
from audioclf_gui.gui.accessible import tell_screen_readers
from audioclf_gui.gui.engine import CalmLoader, load_engine, load_rooms
from audioclf_gui.gui.freed_memory import share_memory_among_threads
from audioclf_gui.gui.icons import program_icon
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme
from audioclf_gui.gui.translate import install_language
from audioclf_gui.gui.worker import is_any_left_behind, take_brief_turns

if TYPE_CHECKING:
    from audioclf_gui.core.plugins import BrokenPlugIn
    from audioclf_gui.core.project import Project

_LOADER_PATIENCE_MS = 400
_LATER_MS = 5000
_NO_DISPLAY = "audioclf-gui needs a display; use audioclf for everything without a window"


def run(project: Path | None = None, files: Sequence[Path] = (), *, demo: bool = False) -> int:
    """Open the window, on a project or recordings if any are named, and return when it was closed.

    Returns
    -------
    int
        0, or 1 without a display.
    """
    if not has_display():
        print(_NO_DISPLAY, file=sys.stderr)
        return 1
    app = make_application(sys.argv[:1])
    session = Session()
    apply_theme(app, session.scheme)
    shell = Shell(app, session)
    _report_bugs_in(shell)
    shell.window.show()
    QTimer.singleShot(0, lambda: _begin(shell.window, project, files, demo=demo))
    rooms, engine = (CalmLoader(job, shell.is_calm) for job in (load_rooms, load_engine))
    rooms.begin()
    for loader in (rooms, engine):
        loader.loaded.connect(shell.tell_of_plugins)
    shell.models_wanted.connect(engine.begin)
    engine.loaded.connect(shell.set_device)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    status = app.exec()
    is_loading = not all(loader.stop(_LOADER_PATIENCE_MS) for loader in (rooms, engine))
    if is_loading or shell.is_stuck or is_any_left_behind():
        # A thread is inside a library that cannot be interrupted. Everything of the user's is on disk by
        # now; destroying the thread's objects would abort the process, so it ends here.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


class Application(QApplication):
    """Tells of files that the system wants opened in a program that runs already, as macOS does."""

    file_asked = Signal(object)  # Path

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)


class Shell(QObject):
    """Owns the window, and makes it anew when another language is chosen.

    A widget keeps the words it was made with. So the open project goes over to a new window, which finds
    the workspace, the clip and the layout in the session, as at any start.

    Attributes
    ----------
    window : MainWindow
        The one that is shown now.
    """

    models_wanted = Signal()  # something is shown that works with models

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__()
        self._app = app
        self._session = session
        self._device = ""  # what models are computed on, once torch is loaded
        self._stuck: list[MainWindow] = []  # threads of theirs still run
        self._told: tuple[BrokenPlugIn, ...] = ()
        self.window = self._make()
        if isinstance(app, Application):
            app.file_asked.connect(self._open)

    @property
    def is_stuck(self) -> bool:
        """Whether a background job of any window did not end in time."""
        return bool(self._stuck) or self.window.is_stuck

    def is_calm(self) -> bool:
        """Whether nothing goes on that a pause of a tenth of a second would disturb."""
        return self.window.is_calm()

    def set_device(self, device: str) -> None:
        """Torch is loaded; models are computed on `device`."""
        self._device = device
        self.window.status_line.set_device(device)

    def tell_of_plugins(self) -> None:
        """Plug-ins were loaded: name what had to be left out, once, when no other message is to be read."""
        broken = broken_plugins()
        new = [one for one in broken if one not in self._told]
        if not new:
            return
        if self.window.message_bar.isVisible():
            QTimer.singleShot(_LATER_MS, self, self.tell_of_plugins)
            return
        self._told = broken
        texts, remedies = ([one.text for one in new], list(dict.fromkeys(one.remedy for one in new)))
        error = UserError(listed(texts, "\n"), remedy=listed(remedies, "\n"))
        self.window.message_bar.show_error(error)

    def _make(self) -> MainWindow:
        window = MainWindow(self._session)
        window.language_chosen.connect(self._change_language)
        window.models_wanted.connect(self.models_wanted)
        if self._device:
            window.status_line.set_device(self._device)
        return window

    def _open(self, path: Path) -> None:
        self.window.take_dropped([path])

    def _change_language(self, code: str) -> None:
        self._session.put("language", code)
        self.window.hand_over(self._replace)

    def _replace(self, project: "Project | None") -> None:
        old = self.window
        install_language(self._app, self._session.text("language"))
        self.window = self._make()
        if project is not None:
            self.window.take_project(project)
        if self.window.windowState() == Qt.WindowState.WindowNoState:
            self.window.setGeometry(old.geometry())  # what is kept in the session is made to fit the screen
        self.window.show()
        self.window.activateWindow()
        old.retire()
        if old.is_stuck:
            self._stuck.append(old)
        else:
            old.deleteLater()


def make_application(arguments: Sequence[str]) -> Application:
    """The application with its style, its language and the place of its settings."""
    QCoreApplication.setApplicationName("audioclf-gui")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("audioclf-gui")
    config = platformdirs.user_config_path()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(config))
    take_brief_turns()
    share_memory_among_threads()
    app = Application([*arguments, "-style", "Fusion"])  # `setStyle` would cost what a style is in Python
    app.setWindowIcon(program_icon())
    tell_screen_readers()
    install_language(app, Session().text("language"))
    return app


def has_display() -> bool:
    """Whether a window can be shown; Qt would end the process with an abort if not."""
    if sys.platform != "linux":
        return True
    wanted = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if wanted not in {"", "xcb", "wayland"}:
        return True
    if os.environ.get("WAYLAND_DISPLAY") and wanted != "xcb":
        return True
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def _x_server_answers() -> bool:
    """Ask the X server as Qt will: it may be gone, or not let us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt says what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    has_failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not has_failed


def _begin(window: MainWindow, project: Path | None, files: Sequence[Path], *, demo: bool) -> None:
    """Open what was asked for, or else what was open last."""
    recent = window.session.recent
    if demo:
        window.start_panel.demo()
    elif project is not None:
        window.open_project(project)
    elif files:
        window.open_files(files)
    elif recent and window.session.flag("reopen", default=True):
        window.open_project(recent[0])


def _report_bugs_in(shell: Shell) -> None:
    """Show what nobody caught in the window too; Qt's loop goes on after it."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            shell.window.message_bar.show_bug(error)

    sys.excepthook = hook
