"""The recorder: a strip below the top bar, beside whatever else is being done."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from audioclf_gui.audio.devices import Device, input_devices, rescan
from audioclf_gui.audio.recorder import RecordingState, record
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.level_meter import LevelMeter
from audioclf_gui.gui.takes import Takes
from audioclf_gui.gui.text import clock_short, rate_text, seconds_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    Panel,
    icon_button,
    muted_label,
    primary_button,
    row_layout,
    set_role,
    title_label,
)
from audioclf_gui.gui.worker import Worker

_DEVICE_KEY = "record/device"


def find_devices(*, anew: bool) -> Generator[tuple[Device, ...], None, None]:
    """The microphones; `anew` looks whether some came or went since the program began."""
    if anew:
        rescan()
    yield input_devices()


class RecordPanel(Panel):
    """Choose a microphone, watch its level, record; every take becomes a clip."""

    closed = Signal()
    recording_changed = Signal(bool)

    def __init__(self, context: Context, takes: Takes) -> None:
        super().__init__()
        self._context = context
        self._takes = takes
        takes.added.connect(self._added)
        self._worker: Worker | None = None
        self._path: Path | None = None
        self.device = QComboBox()
        self.device.setAccessibleName(self.tr("Microphone"))
        self.device.setToolTip(self.tr("The microphone to record from"))
        self.device.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.device.setMinimumWidth(160)
        self.device.activated.connect(self._remember_device)
        self.rescan_button = icon_button("refresh", self.tr("Look for microphones that were plugged in"))
        self.rescan_button.setWhatsThis(
            self.tr(
                "Reads the list of microphones anew. Press it after plugging one in; it rests while "
                "sound is recorded or played."
            )
        )
        self.rescan_button.clicked.connect(lambda: self.read_devices(anew=True))
        self.meter = LevelMeter()
        self.elapsed = title_label("00:00", 2)
        self.elapsed.setAccessibleName(self.tr("Recorded time"))
        self.lost = muted_label(self.tr("nothing lost"))
        self.record_button = primary_button("", self.tr("Start or stop a take"))
        speaks_for(self.record_button, "record")
        self.record_button.clicked.connect(self.toggle)
        self.close_button = icon_button("close", self.tr("Close the recorder; a take goes on"), flat=True)
        self.close_button.setWhatsThis(
            self.tr("Hides the recorder. A take that is being recorded goes on until you stop it.")
        )
        self.close_button.clicked.connect(self.closed)
        self._arrange()
        self._show_recording()
        self.read_devices()

    def _arrange(self) -> None:
        row = row_layout(self.record_button, self.elapsed, spacing=10)
        row.addWidget(self.meter, 3)
        row.addWidget(self.lost)
        row.addWidget(self.device, 2)
        row.addWidget(self.rescan_button)
        row.addWidget(self.close_button)
        self.body.setContentsMargins(10, 6, 6, 6)
        self.body.addLayout(row)

    @property
    def is_recording(self) -> bool:
        """Whether a take is being made."""
        return self._worker is not None

    def read_devices(self, *, anew: bool = False) -> None:
        """List the microphones."""
        self._context.start(
            lambda: find_devices(anew=anew), Text("Looking for microphones"), self._show_devices
        )

    def toggle(self) -> None:
        """Start a take, or stop it."""
        if self.is_recording:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Begin a take in the project's folder."""
        try:
            path = self._takes.begin()
        except UserError as error:
            self._context.message_bar.show_error(error)
            return
        device: Device | None = self.device.currentData()
        self._context.player.stop()
        self._path = path
        self.meter.clear()
        self._worker = self._context.start(
            lambda: record(path, device), Text("Recording"), self._show_state, on_ended=self._ended
        )
        self._show_recording()

    def stop(self) -> None:
        """End the take; it is a clip a moment later."""
        if self._worker is not None:
            self._worker.stop()

    def _show_devices(self, devices: tuple[Device, ...]) -> None:
        wanted = self._context.session.text(_DEVICE_KEY)
        self.device.clear()
        for device in devices:
            name = device.name if device.host_api in device.name else f"{device.name} · {device.host_api}"
            self.device.addItem(f"{name} · {rate_text(device.rate_hz)}", device)
        names = [f"{device.host_api}/{device.name}" for device in devices]
        default = next((place for place, device in enumerate(devices) if device.is_default), 0)
        self.device.setCurrentIndex(names.index(wanted) if wanted in names else default)
        if not devices:
            self.device.addItem(self.tr("No microphone"))
        self.device.setEnabled(bool(devices))

    def _remember_device(self) -> None:
        device = self.device.currentData()
        if isinstance(device, Device):
            self._context.session.put(_DEVICE_KEY, f"{device.host_api}/{device.name}")

    def _show_state(self, state: RecordingState) -> None:
        self.meter.set_levels(state.peak_db, state.rms_db)
        self.elapsed.setText(clock_short(state.seconds))
        lost = state.overflows + bool(state.lost_frames)
        self.lost.setText(
            words(Text("{n} block lost", "{n} blocks lost", n=lost)) if lost else self.tr("nothing lost")
        )
        set_role(self.lost, "bad" if lost else "muted")

    def _ended(self) -> None:
        assert self._path is not None
        self._worker = None
        self._show_recording()
        self.meter.clear()
        self._takes.finish(self._path)

    def _added(self, clip: Clip) -> None:
        self._context.document.set_current(clip.id)
        self._context.status(
            self.tr("{name} is a clip now, {length}").format(
                name=clip.name, length=seconds_text(clip.duration_s)
            )
        )

    def _show_recording(self) -> None:
        recording = self.is_recording
        self.record_button.setText(
            "\N{BLACK SQUARE} " + self.tr("Stop") if recording else "\N{BLACK CIRCLE} " + self.tr("Record")
        )
        self.record_button.setAccessibleName(self.tr("Stop") if recording else self.tr("Record"))
        for widget in (self.device, self.rescan_button):
            widget.setEnabled(not recording)
        self.recording_changed.emit(recording)
