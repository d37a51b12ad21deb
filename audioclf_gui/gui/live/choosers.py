"""Which input and which model."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from typing_extensions import override

from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.streams import FileInput, Input
from audioclf_gui.core.project import Project
from audioclf_gui.core.report import SINGLE_LABEL, report_from_json
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.live.device_options import DeviceOptions
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.text import rate_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import icon_button, row_layout
from audioclf_gui.ml.presets import title_of

_DEVICE_KEY = "live/device"
_DEVICE_CHANNELS_KEY = "live/device_channels"
_DEVICE_RATE_KEY = "live/device_rate_hz"
_SOUND_FILES = "*.wav *.flac *.ogg *.opus *.mp3 *.aiff *.aif *.au *.caf *.w64 *.rf64"


class ElidedBox(QComboBox):
    """A box that shortens what is chosen to fit, and shows that it did; Qt's own cuts it off."""

    @property
    def shown_text(self) -> str:
        """What is chosen, as far as there is room for it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width() - 2
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text
        with QPainter(self) as painter:
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
            self.style().drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)


class InputChooser(QWidget):
    """Microphones and monitors by name and host, also one that is away, and files with their pace."""

    changed = Signal()
    rescan_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._devices: tuple[Device, ...] = ()
        self._files: list[Path] = []
        self._shown = 0  # the entry to return to from the dialog
        self.combo = _combo(self.tr("Input"), self.tr("What to listen to"))
        self.combo.setWhatsThis(
            self.tr(
                "What is listened to: a microphone of this computer, or a sound file, as if it were "
                "heard now. The last entry chooses a file."
            )
        )
        self.combo.activated.connect(self._choose)
        self.pace = QComboBox()  # whoever shows this chooser finds a place for it
        self.pace.setAccessibleName(self.tr("Pace"))
        self.pace.setToolTip(self.tr("Hear the file as it sounds, or as fast as possible"))
        self.pace.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pace.addItem(self.tr("In real time"), True)
        self.pace.addItem(self.tr("At full speed"), False)
        self.options = DeviceOptions(session)  # the same
        self.options.changed.connect(self.changed)
        self.rescan_button = icon_button("refresh", self.tr("Look for microphones that were plugged in"))
        self.rescan_button.setWhatsThis(
            self.tr(
                "Reads the list of microphones anew. Press it after plugging one in; it rests while "
                "the program listens."
            )
        )
        self.rescan_button.clicked.connect(self.rescan_asked)
        row = row_layout(self.combo, self.rescan_button)
        row.setStretch(0, 1)
        self.setLayout(row)
        self._fill(None)

    @property
    def wanted(self) -> Input | None:
        """What is chosen; None while there is nothing to listen to."""
        chosen = self.combo.currentData()
        if isinstance(chosen, Path):
            return FileInput(chosen, realtime=bool(self.pace.currentData()))
        return self.options.wanted

    @property
    def absent(self) -> str:
        """The name of the microphone of the last time, if it is not there now."""
        away = self._away
        return "" if away is None else away.name

    @property
    def _away(self) -> Device | None:
        """The microphone of the last time, if it is not there now, as it was then."""
        remembered = self._session.text(_DEVICE_KEY)
        if not remembered or remembered in {_name(device) for device in self._devices}:
            return None
        host, _, name = remembered.partition("/")
        channels = round(self._session.number(_DEVICE_CHANNELS_KEY, 1, 1))
        rate_hz = round(self._session.number(_DEVICE_RATE_KEY, 44100, 1))
        return Device(name, host, channels, rate_hz, is_default=False)

    @property
    def has_devices(self) -> bool:
        """Whether there is any microphone."""
        return bool(self._devices)

    def show_devices(self, devices: Sequence[Device]) -> None:
        """Offer these microphones; the choice stays if it can."""
        before = self.combo.currentData()
        self._devices = tuple(devices)
        self._fill(before if isinstance(before, Path) else None)

    def add_file(self, path: Path, *, realtime: bool | None = None) -> None:
        """Offer a file and choose it."""
        if path not in self._files:
            self._files.append(path)
        if realtime is not None:
            self.pace.setCurrentIndex(0 if realtime else 1)
        self._fill(path)

    def set_locked(self, locked: bool) -> None:
        """While listening nothing can be chosen."""
        for widget in (self.combo, self.pace, self.options, self.rescan_button):
            widget.setEnabled(not locked)

    def _fill(self, chosen: Path | None) -> None:
        self.combo.clear()
        names = [device.name for device in self._devices]
        for device in self._devices:
            is_alone = names.count(device.name) == 1
            name = device.name if is_alone else f"{device.name} · {device.host_api}"
            self.combo.addItem(f"{name} · {rate_text(device.rate_hz)}", device)
        if (away := self._away) is not None:
            self.combo.addItem(self.tr("{name} · not connected").format(name=away.name), away)
        elif not self._devices:
            self.combo.addItem(self.tr("No microphone"))
        for path in self._files:
            self.combo.addItem(path.name, path)
        self.combo.insertSeparator(self.combo.count())
        self.combo.addItem(self.tr("A file…"), ...)
        self._select(chosen)

    def _select(self, chosen: Path | None) -> None:
        entries = [self.combo.itemData(place) for place in range(self.combo.count())]
        if chosen is not None:
            place = entries.index(chosen)
        else:
            names = [_name(entry) if isinstance(entry, Device) else "" for entry in entries]
            remembered = self._session.text(_DEVICE_KEY)
            default = next((place for place, device in enumerate(self._devices) if device.is_default), 0)
            place = names.index(remembered) if remembered and remembered in names else default
        self.combo.setCurrentIndex(place)
        self._show_choice()

    def _choose(self, place: int) -> None:
        if self.combo.itemData(place) is ...:
            self.combo.setCurrentIndex(self._shown)
            name, _ = QFileDialog.getOpenFileName(
                self,
                self.tr("Listen to a file"),
                "",
                self.tr("Sound files ({suffixes});;All files (*)").format(suffixes=_SOUND_FILES),
            )
            if name:
                self.add_file(Path(name))
            return
        device = self.combo.currentData()
        if isinstance(device, Device):
            self._session.put(_DEVICE_KEY, _name(device))
            self._session.put(_DEVICE_CHANNELS_KEY, device.channels)
            self._session.put(_DEVICE_RATE_KEY, device.rate_hz)
        self._show_choice()

    def _show_choice(self) -> None:
        self._shown = self.combo.currentIndex()
        self.combo.setToolTip(self.combo.currentText())
        chosen = self.combo.currentData()
        self.pace.setVisible(isinstance(chosen, Path))
        self.options.show_device(chosen if isinstance(chosen, Device) else None)
        self.changed.emit()


class ModelChooser(ElidedBox):
    """The models of the project, the newest first, and folders from elsewhere."""

    changed = Signal()

    def __init__(self, *, is_second: bool = False) -> None:
        super().__init__()
        if is_second:
            _dress(self, self.tr("Second model"), self.tr("Another model that hears the same sound"))
            self.setWhatsThis(
                self.tr(
                    "A second model that hears the same sound as the first, so that the two can be "
                    "compared. Their events stand in one list."
                )
            )
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        else:
            _dress(self, self.tr("Model"), self.tr("What to listen with"))
            self.setWhatsThis(
                self.tr(
                    "The trained model that is used, the newest run of this project at first. The last "
                    "entry opens a model from any folder."
                )
            )
        self._is_second = is_second  # which may be none, and is none until it is chosen
        self._runs: tuple[tuple[str, Path], ...] = ()
        self._folders: list[Path] = []
        self._shown = 0
        self.activated.connect(self._choose)

    @property
    def wanted(self) -> Path | None:
        """The model's folder; None if there is none."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, Path) else None

    def show_runs(self, project: Project) -> None:
        """Offer the models of a project; the newest is chosen when it comes, unless a folder is."""
        ended = reversed(project.runs.with_model)
        runs = tuple((_run_text(run), project.runs.bundle_path(run)) for run in ended)
        if runs != self._runs or not self.count():
            is_newer = bool(runs) and runs[0] not in self._runs
            before = self.wanted
            self._runs = runs
            follows = is_newer and before not in self._folders and not self._is_second
            self._fill(None if follows else before)

    def add_folder(self, folder: Path) -> None:
        """Offer a model from elsewhere and choose it."""
        if folder not in self._folders:
            self._folders.append(folder)
        self._fill(folder)

    def _fill(self, chosen: Path | None) -> None:
        self.clear()
        if self._is_second:
            self.addItem(self.tr("No second model"), None)
        for text, folder in self._runs:
            self.addItem(text, folder)
        for folder in self._folders:
            self.addItem(folder.name, folder)
        if not self.count():
            self.addItem(self.tr("No model yet"))
        self.insertSeparator(self.count())
        self.addItem(self.tr("Open a model folder…"), ...)
        folders = [folder for _, folder in self._runs] + self._folders
        self.setCurrentIndex(folders.index(chosen) + self._is_second if chosen in folders else 0)
        self._show_choice()

    def _choose(self, place: int) -> None:
        if self.itemData(place) is ...:
            self.setCurrentIndex(self._shown)
            name = QFileDialog.getExistingDirectory(self, self.tr("Open a model folder"))
            if name:
                self.add_folder(Path(name))
            return
        self._show_choice()

    def _show_choice(self) -> None:
        self._shown = self.currentIndex()
        self.setToolTip(self.currentText())
        self.changed.emit()


def _run_text(run: Run) -> str:
    parts = [words(Text("Run {id:d}", id=run.id)), words(title_of(run.preset, run.settings))]
    headline = report_from_json(run.report).headline
    if headline is None:
        parts.append(words(Text("not measured")))
    else:
        parts.append(words(headline.value_text) if run.objective == SINGLE_LABEL else words(headline.text))
    return " · ".join(parts)


def _name(device: Device) -> str:
    return f"{device.host_api}/{device.name}"


def _combo(name: str, tip: str) -> ElidedBox:
    combo = ElidedBox()
    _dress(combo, name, tip)
    return combo


def _dress(combo: QComboBox, name: str, tip: str) -> None:
    combo.setAccessibleName(name)
    combo.setToolTip(tip)
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    combo.setMinimumWidth(120)
