"""The Label workspace in a window of its own, on real sounds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Candidate, Clip, FoundClip
from audioclf_gui.core.label import Labels
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.time_pane import GUTTER, TimePane
from audioclf_gui.gui.label.workspace import LabelWorkspace
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.playback import PlayerController

from .calls import CALLS, NOTE

LEFT = Qt.MouseButton.LeftButton


class User:
    """Does with the workspace what a person does: looks, clicks, drags, types."""

    def __init__(self, workspace: LabelWorkspace, context: Context, qtbot: QtBot) -> None:
        self.workspace = workspace
        self.context = context
        self.qtbot = qtbot
        self.document = context.document
        self.editor = workspace.editor
        self.view = workspace.editor.view
        self.layer = workspace.editor.layer

    @property
    def clip(self) -> Clip:
        clip = self.document.current
        assert clip is not None
        return clip

    @property
    def labels(self) -> Labels:
        return self.document.view.labels(self.clip.id)

    def row(self, name: str) -> int:
        """Where a clip is in the list."""
        model = self.workspace.clips.model
        return next(row for row in range(model.rowCount()) if model.clip_at(row).name == name)

    def open(self, name: str) -> None:
        """Click a clip in the list and wait for its picture."""
        self.click_row(self.row(name))
        self.wait_for_picture()

    def click_row(self, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        table = self.workspace.clips.table
        place = table.visualRect(self.workspace.clips.model.index(row, 0)).center()
        self.qtbot.mouseClick(table.viewport(), LEFT, modifier, place)

    def wait_for_picture(self) -> None:
        self.qtbot.waitUntil(lambda: self.editor.spectrogram.picture is not None)
        self.qtbot.waitUntil(lambda: self.editor.wave.picture is not None)

    def at(self, pane: TimePane, time_s: float, y: int | None = None) -> QPoint:
        """The pixel of a pane at which a time is."""
        return QPoint(round(GUTTER + self.view.x_at(time_s)), pane.height() // 2 if y is None else y)

    def drag(
        self,
        pane: TimePane,
        start: QPoint,
        end: QPoint,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.mousePress(pane, LEFT, modifier, start)
        for part in (0.3, 0.7, 1.0):
            self.move(pane, (QPointF(start) + (QPointF(end) - QPointF(start)) * part).toPoint(), modifier)
        QTest.mouseRelease(pane, LEFT, modifier, end)

    def move(
        self, pane: TimePane, to: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Move the mouse with its button held."""
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(to),
            QPointF(pane.mapToGlobal(to)),
            Qt.MouseButton.NoButton,
            LEFT,
            modifier,
        )
        QApplication.sendEvent(pane, event)

    def select(self, start_s: float, end_s: float) -> None:
        """Select a stretch by dragging in the waveform."""
        wave = self.editor.wave
        self.drag(wave, self.at(wave, start_s), self.at(wave, end_s))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.workspace, key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)


class FakePlayer:
    """Remembers what it was told, in the place of a sound card."""

    def __init__(self, controller: PlayerController) -> None:
        self._controller = controller
        self.calls: list[Any] = []
        self.is_playing = False
        self.is_paused = False

    def play(self, path: Path, start_s: float, stop_s: float | None, **more: Any) -> None:
        self._controller._path = path
        self.calls.append((start_s, stop_s, more))
        self.is_playing = True

    def stop(self) -> None:
        self.is_playing = False

    def scrub(self, _path: Path, place_s: float, _settings: PlaySettings) -> None:
        self.calls.append(("scrub", round(place_s, 2)))

    def change(self, settings: PlaySettings) -> None:
        self.calls.append(settings)


@pytest.fixture
def user(context: Context, tmp_path: Path, qtbot: QtBot) -> Iterator[User]:
    """A person in front of the workspace; the first clip is open."""
    host = QWidget()
    column = QVBoxLayout(host)
    column.addWidget(context.message_bar)
    workspace = LabelWorkspace(context, tmp_path / "cache")
    column.addWidget(workspace, 1)
    host.resize(1280, 760)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    workspace.activate()
    workspace.classes.plays.setChecked(False)
    user = User(workspace, context, qtbot)
    user.wait_for_picture()
    yield user
    workspace.shutdown()
    host.close()
    host.deleteLater()


@pytest.fixture
def person(open_window: MainWindow, qtbot: QtBot) -> User:
    """A person in front of the whole window, in its Label workspace; the first clip is open."""
    page = open_window.page
    assert page is not None
    workspace = page.desk.workspace("label")
    assert isinstance(workspace, LabelWorkspace)
    workspace.classes.plays.setChecked(False)
    person = User(workspace, page.context, qtbot)
    person.wait_for_picture()
    return person


@pytest.fixture
def player(user: User, monkeypatch: pytest.MonkeyPatch) -> FakePlayer:
    """A sound card that only remembers; a clip is open."""
    controller = user.context.player
    fake = FakePlayer(controller)
    monkeypatch.setattr(type(controller), "is_playing", property(lambda _: fake.is_playing))
    for name in ("play", "stop", "change", "scrub"):
        monkeypatch.setattr(controller, name, getattr(fake, name))
    user.open("rain-0.wav")
    return fake


@pytest.fixture
def add_clip(user: User, tmp_path: Path) -> Callable[[str, npt.ArrayLike, int], None]:
    """Takes one more recording into the project and opens it."""

    def add(name: str, samples: npt.ArrayLike, rate_hz: int) -> None:
        path = tmp_path / name
        write_wav(path, np.asarray(samples, np.float32), rate_hz)
        found = [one for one in ingest([Candidate(path, "")]) if isinstance(one, FoundClip)]
        user.document.project.catalogue.add_clips(found)
        user.document.clips_changed.emit()
        user.open(name)

    return add


@pytest.fixture
def calls(user: User) -> User:
    """A clip with four calls, and a note about the first two in a track below."""
    user.open("new-0.wav")
    tracks = (MAIN_TRACK, Track("notes"))
    user.document.do(Text("label"), Change(labels={user.clip.id: (*CALLS, NOTE)}, tracks=tracks))
    return user
