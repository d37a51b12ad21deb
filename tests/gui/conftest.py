"""Windows for tests: settings of their own, a project with sounds, everything closed in order."""

import functools
import importlib.util
import operator
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.theme import apply_theme

RATE_HZ = 16_000
PATIENCE_MS = 120_000


class _PatientBot(QtBot):
    """Waits as long as a busy machine needs: what is awaited ends the wait, however early it comes."""

    @override
    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE_MS):
        return super().waitActive(widget, timeout=max(timeout, PATIENCE_MS))

    @override
    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE_MS):
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))

    @override
    def waitSignal(self, signal, *, timeout: int = PATIENCE_MS, **how):
        patient = how.get("raising") is not False  # else it is the end of the wait that is asked about
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE_MS) if patient else timeout, **how)

    @override
    def waitSignals(self, signals, *, timeout: int = PATIENCE_MS, **how):
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE_MS), **how)

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The user's hands, which wait patiently."""
    return _PatientBot(request)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, qapp: QApplication) -> None:
    folder = str(tmp_path / "settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    if not qapp.styleSheet():
        qapp.setStyle("Fusion")
        apply_theme(qapp, Qt.ColorScheme.Dark)


@pytest.fixture
def tone(tmp_path: Path) -> Callable[..., Path]:
    """Writes a WAV file with a quiet tone, below the test's folder."""

    return functools.partial(_write_tone, tmp_path)


def _write_tone(folder: Path, name: str, seconds: float = 0.5, hz: float = 440.0) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    write_wav(path, (0.2 * np.sin(2 * np.pi * hz * time_s)).astype(np.float32), RATE_HZ)
    return path


@pytest.fixture(scope="session")
def _city_sounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("projects") / "City sounds"
    with Project.create(folder) as project:
        wanted = [
            Candidate(_write_tone(folder, f"audio/{name}-{number}.wav", hz=hz), label)
            for name, label, hz in (("dog", "dog", 300.0), ("rain", "rain", 900.0), ("new", "", 500.0))
            for number in range(2)
        ]
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return folder


@pytest.fixture
def project_folder(tmp_path: Path, _city_sounds: Path) -> Path:
    """A project of six clips, two of them unlabelled; it is closed."""
    return shutil.copytree(_city_sounds, tmp_path / "City sounds", dirs_exist_ok=True)


@pytest.fixture(scope="session")
def translations() -> ModuleType:
    """The tool that collects and compiles texts, which is no part of the package."""
    file = Path(__file__).resolve().parent.parent.parent / "packaging" / "translations.py"
    specification = importlib.util.spec_from_file_location("audioclf_translations", file)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module  # where dataclasses look for it
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def speak(tmp_path: Path, qapp: QApplication, translations: ModuleType) -> Iterator[Callable[..., None]]:
    """Installs a language made of `{(context, source) or (context, source, many): forms}`."""
    installed = []

    def install(language: str, said: Mapping[tuple[str, ...], tuple[str, ...]]) -> None:
        messages = [translations.Message(*key) for key in said]
        known = {
            key[:2]: translations.Translation(forms, is_finished=True, is_plural=len(key) > 2)
            for key, forms in said.items()
        }
        source, compiled = tmp_path / f"audioclf_{language}.ts", tmp_path / f"{language}.qm"
        source.write_text(translations.written_ts(language, messages, known), "utf-8")
        translations.compile_ts(source, compiled)
        translator = QTranslator(qapp)
        assert translator.load(str(compiled))
        qapp.installTranslator(translator)
        installed.append(translator)

    yield install
    for translator in installed:
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def context(project_folder: Path, session: Session, qtbot: QtBot) -> Iterator[Context]:
    """The project, opened, without a window."""
    bar = MessageBar()
    qtbot.addWidget(bar)
    project = Project.open(project_folder)
    context = Context(Document(project), PlayerController(), bar, session)
    yield context
    context.player.shutdown()
    context.tasks.stop_all()
    qtbot.waitUntil(lambda: not context.tasks.running)
    project.close()


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as it starts, without a project."""
    window = MainWindow(session)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=6000)
    window.deleteLater()


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Presses a key in a window that has the keyboard; without a window manager it may have lost it."""

    def press_key(window: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        with qtbot.waitActive(window):
            window.activateWindow()
        held = functools.reduce(operator.or_, modifiers, Qt.KeyboardModifier.NoModifier)
        qtbot.keyClick(QApplication.focusWidget() or window, key, held)

    return press_key


class _WindowsShown(QObject):
    """What is shown as a window of its own, however shortly."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def windows_shown(qapp: QApplication) -> Callable[[], AbstractContextManager[list[QWidget]]]:
    """Lists what is shown as a window of its own while a block lasts."""

    @contextmanager
    def watching() -> Iterator[list[QWidget]]:
        seen = _WindowsShown()
        qapp.installEventFilter(seen)
        try:
            yield seen.shown
        finally:
            qapp.removeEventFilter(seen)

    return watching


@pytest.fixture
def open_window(window: MainWindow, project_folder: Path, qtbot: QtBot) -> MainWindow:
    """The window with the project of `project_folder`."""
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    return window
