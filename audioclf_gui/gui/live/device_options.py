"""At which rate a device is opened, and which of its channels are heard."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from audioclf_gui.audio.device_stream import DeviceInput, channels_opened
from audioclf_gui.audio.devices import Device
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.text import rate_text
from audioclf_gui.gui.widgets import row_layout

_RATE_KEY = "live/rate_hz"
_CHANNEL_KEY = "live/channel"
_RATES_HZ = (8000, 16000, 22050, 32000, 44100, 48000, 96000)


class DeviceOptions(QWidget):
    """Two choices beside the device; they are remembered for every device alike."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._device: Device | None = None
        self.rate = _combo(self.tr("Sampling rate"), self.tr("At which rate the device is opened"))
        self.rate.addItem(self.tr("Its own rate"), None)
        for rate_hz in _RATES_HZ:
            self.rate.addItem(rate_text(rate_hz), rate_hz)
        self.rate.setCurrentIndex(max(0, self.rate.findData(round(session.number(_RATE_KEY, 0)))))
        self.channel = _combo(
            self.tr("Channel"),
            self.tr("Which channel of the device is heard; the mean hears crossed wires as one of them"),
        )
        self.setLayout(row_layout(self.rate, self.channel))
        self.show_device(None)
        self.rate.activated.connect(self._remember)
        self.channel.activated.connect(self._remember)

    def show_device(self, device: Device | None) -> None:
        """Offer what a device has; None: it is a file or nothing that is listened to."""
        self._device = device
        self.setVisible(device is not None)
        count = 1 if device is None else channels_opened(DeviceInput(device), device)
        blocker = QSignalBlocker(self.channel)
        self.channel.clear()
        self.channel.addItem(self.tr("Mean of all channels"), None)
        for number in range(1, count + 1):
            self.channel.addItem(self.tr("Channel {number}").format(number=number), number)
        self.channel.setCurrentIndex(
            max(0, self.channel.findData(round(self._session.number(_CHANNEL_KEY, 0))))
        )
        self.channel.setVisible(count > 1)
        blocker.unblock()

    @property
    def wanted(self) -> DeviceInput | None:
        """The device with what is chosen of it."""
        if self._device is None:
            return None
        return DeviceInput(self._device, self.rate.currentData(), self.channel.currentData())

    def _remember(self) -> None:
        self._session.put(_RATE_KEY, self.rate.currentData() or 0)
        self._session.put(_CHANNEL_KEY, self.channel.currentData() or 0)
        self.changed.emit()


def _combo(name: str, tip: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(tip)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return combo
