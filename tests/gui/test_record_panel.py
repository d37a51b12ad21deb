import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio import recorder
from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.files import read_mono
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui import record_panel
from audioclf_gui.gui.record_panel import RecordPanel
from audioclf_gui.gui.takes import Takes

RATE_HZ = 8000
MICROPHONES = (
    Device("Built-in", "ALSA", 2, 48_000, True),
    Device("Field recorder 100 %s", "ALSA", 1, 96_000, False),
)


class Tone:
    """A microphone that always hears the same tone, and loses a block now and then if told so."""

    rate_hz = RATE_HZ
    channels = 1
    is_active = True

    def __init__(self, amplitude=0.5, overflows=0):
        self.overflows = overflows
        self.lost_frames = 0
        self.stopped = False
        self._block = (amplitude * np.ones((400, 1))).astype(np.float32)

    def read(self):
        return self._block[: 0 if self.stopped else 400]

    def stop(self):
        self.stopped = True


@pytest.fixture(autouse=True)
def _microphones(monkeypatch):
    monkeypatch.setattr(record_panel, "input_devices", lambda: MICROPHONES)


@pytest.fixture
def hears(monkeypatch):
    def connect(source):
        monkeypatch.setattr(
            record_panel, "record", lambda path, device: recorder.record(path, device, source=source)
        )
        return source

    return connect


@pytest.fixture
def panel(context, qtbot, hears):
    hears(Tone())
    panel = RecordPanel(context, Takes(context))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.device.count() == 2)
    yield panel
    panel.stop()


def test_microphones_are_listed_by_name_and_the_choice_is_remembered(panel, context, qtbot):
    assert panel.device.currentData() == MICROPHONES[0]
    panel.device.setCurrentIndex(1)
    panel.device.activated.emit(1)
    again = RecordPanel(context, Takes(context))
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.device.count() == 2)
    assert again.device.currentData() == MICROPHONES[1]


def test_a_take_becomes_a_clip_that_is_shown(panel, context, qtbot):
    qtbot.mouseClick(panel.record_button, Qt.MouseButton.LeftButton)
    assert panel.is_recording
    assert not panel.device.isEnabled()
    qtbot.waitUntil(lambda: panel.meter.held_db > -7.0)
    assert panel.meter.held_db == pytest.approx(-6.0, abs=0.1)
    with qtbot.waitSignal(panel._takes.added) as added:
        qtbot.mouseClick(panel.record_button, Qt.MouseButton.LeftButton)
    clip = added.args[0]
    document = context.document
    assert context.document.current == clip
    assert clip.path.startswith("recordings/")
    assert np.abs(read_mono(document.view.audio_path(clip))).max() == pytest.approx(0.5, abs=1e-3)
    assert not panel.is_recording


def test_lost_blocks_are_counted_in_sight(panel, hears, qtbot):
    hears(Tone(overflows=3))
    panel.start()
    qtbot.waitUntil(lambda: panel.lost.text() == "3 blocks lost")
    panel.stop()
    qtbot.waitUntil(lambda: not panel.is_recording)


def test_two_takes_in_one_second_get_two_names(panel, context):
    takes = panel._takes
    first = takes.begin()
    first.write_bytes(b"")
    assert takes.begin() != first


def test_a_microphone_that_goes_away_leaves_its_take(panel, context, hears, qtbot):
    microphone = hears(Tone())
    panel.start()
    qtbot.waitUntil(lambda: panel.meter.held_db > -7.0)
    with qtbot.waitSignal(panel._takes.added):
        microphone.is_active = False
    assert "went away" in context.message_bar.text.text()


def test_a_missing_microphone_is_an_error_with_a_remedy_and_leaves_nothing(
    panel, context, monkeypatch, qtbot
):
    def refuse(path, device):
        raise UserError(Text("This computer shows no microphone"), remedy=Text("Connect one."))
        yield

    monkeypatch.setattr(record_panel, "record", refuse)
    panel.start()
    qtbot.waitUntil(lambda: not panel.is_recording)
    assert context.message_bar.remedy.text() == "Connect one."
    assert not list((context.document.project.folder / "recordings").iterdir())
    assert context.document.project.settings.get("takes in the making") == []


def test_a_read_only_project_records_nothing(panel, context, monkeypatch):
    monkeypatch.setattr(context.document.project._database, "read_only", True)
    panel.start()
    assert not panel.is_recording
    assert "open elsewhere" in context.message_bar.text.text()


def test_a_take_that_a_crash_left_behind_is_a_clip_at_the_next_opening(project_folder, tone, window, qtbot):
    tone("City sounds/recordings/2026-01-01 10-00-00.wav")
    with Project.open(project_folder) as project:
        project.settings.put("takes in the making", ["2026-01-01 10-00-00.wav", "never begun.wav"])
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None and len(window.page.context.document.view.clips) == 7)
    project = window.page.context.document.project
    assert project.catalogue.view.clips[-1].name == "2026-01-01 10-00-00.wav"
    assert project.settings.get("takes in the making") == []
    assert "1 take" in window.message_bar.text.text()


@pytest.mark.slow
def test_a_real_microphone_is_heard(context, qtbot, virtual_sound, tone, monkeypatch):
    monkeypatch.undo()
    panel = RecordPanel(context, Takes(context))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(panel.device.isEnabled, timeout=10_000)
    speaking = virtual_sound.speak(tone("long.wav", seconds=20.0))
    panel.start()
    qtbot.waitUntil(lambda: panel.meter.held_db > -30.0, timeout=15_000)
    qtbot.waitUntil(lambda: panel.elapsed.text() >= "00:01", timeout=15_000)
    with qtbot.waitSignal(panel._takes.added, timeout=10_000) as added:
        panel.stop()
    speaking.terminate()
    speaking.wait()
    assert added.args[0].duration_s >= 1.0
