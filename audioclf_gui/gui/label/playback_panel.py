"""How sound is played: speed, pitch, heterodyne, what comes before, which channel."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from audioclf_gui.audio.play_settings import LONGEST_PRE_ROLL_S, PlaySettings, carrier_for, is_mixed
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.speed_slider import SpeedSlider
from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import indent, muted_label, row_layout

_KHZ = 1000.0


class PlaybackPanel(Popover):
    """Every change is heard at once."""

    changed = Signal(object)  # PlaySettings

    def __init__(self, parent: QWidget) -> None:
        super().__init__(words(Text("Playback")), parent)
        self._settings = PlaySettings()
        self._rate_hz = 44_100
        self._channels = 1
        self._peak_hz: float | None = None
        self.speed = SpeedSlider()
        self.keeps_pitch = QCheckBox(self.tr("Keep the pitch"))
        self.heterodyne = QCheckBox(self.tr("Heterodyne"))
        self.carrier = _number(self.tr("Carrier"), 500.0, " kHz")
        self.carrier.setSpecialValueText(self.tr("automatic"))
        self.carrier_told = muted_label()
        self.channel = QComboBox()
        self.channel.setAccessibleName(self.tr("Channel"))
        self.channel.setWhatsThis(
            self.tr(
                "Which channels of the recording are heard: all where they belong, all mixed, or one "
                "alone. The spectrogram and the labels stay as they are."
            )
        )
        self.pre_roll = _number(self.tr("Heard before"), LONGEST_PRE_ROLL_S, " s")
        self.scrubs = QCheckBox(self.tr("Hear what is dragged over"))
        self._explain()
        self._arrange()
        self._connect()
        self.show_settings(self._settings)

    def show_settings(self, settings: PlaySettings) -> None:
        """Show settings without telling of them."""
        self._settings = settings
        blockers = [QSignalBlocker(field) for field in self.findChildren(QWidget)]
        self.speed.set_speed(settings.speed)
        self.keeps_pitch.setChecked(settings.keeps_pitch)
        self.heterodyne.setChecked(settings.heterodyne)
        self.carrier.setEnabled(settings.heterodyne)
        self.carrier.setValue((settings.carrier_hz or 0.0) / _KHZ)
        self.pre_roll.setValue(settings.pre_roll_s)
        self.scrubs.setChecked(settings.scrubs)
        self._list_channels()
        del blockers
        self._tell_carrier()

    def show_sound(self, rate_hz: int, channels: int) -> None:
        """Offer the channels of the sound in view."""
        if (rate_hz, channels) != (self._rate_hz, self._channels):  # or else somebody may be typing
            self._rate_hz, self._channels = rate_hz, channels
            self.show_settings(self._settings)

    def show_peak(self, peak_hz: float | None) -> None:
        """Say where what is selected is loudest, if that is known."""
        self._peak_hz = peak_hz
        self._tell_carrier()

    def _explain(self) -> None:
        self.keeps_pitch.setToolTip(
            self.tr("Stretch the sound in time only; otherwise its pitch moves along, as on a tape")
        )
        self.heterodyne.setToolTip(
            self.tr("Mix with a tone, as a bat detector does: what is within 5 kHz of it is heard")
        )
        self.carrier.setToolTip(
            self.tr("Automatic: 1 kHz below the peak of what is selected, or 45 kHz if nothing is")
        )
        self.pre_roll.setToolTip(self.tr("So much of what comes before a selection is heard first"))
        self.scrubs.setToolTip(
            self.tr("While selecting or moving an edge, what is under the pointer is heard in short grains")
        )

    def _arrange(self) -> None:
        carrier = row_layout(self.heterodyne, self.carrier, self.carrier_told)
        carrier.addStretch(1)
        self.form.addRow(self.tr("Speed"), self.speed)
        self.form.addRow("", self.keeps_pitch)
        self.form.addRow(self.tr("Ultrasound"), carrier)
        self.form.addRow(self.tr("Channel"), self.channel)
        self.form.addRow(self.tr("Heard before"), self.pre_roll)
        self.form.addRow("", self.scrubs)

    def _connect(self) -> None:
        self.speed.changed.connect(self._take_fields)
        for check in (self.keeps_pitch, self.heterodyne, self.scrubs):
            check.toggled.connect(self._take_fields)
        for number in (self.carrier, self.pre_roll):
            number.valueChanged.connect(self._take_fields)
        self.channel.currentIndexChanged.connect(self._take_fields)

    def _list_channels(self) -> None:
        """What the sound in view has, and what is chosen even if it does not have it."""
        chosen = self._settings.channel
        count = max(self._channels, chosen + 1) if isinstance(chosen, int) else self._channels
        self.channel.clear()
        self.channel.addItem(self.tr("as recorded"), "all")
        self.channel.addItem(self.tr("all as one"), "mix")
        named = {0: self.tr("left (1)"), 1: self.tr("right (2)")} if count == 2 else {}
        for place in range(count if count > 1 else 0):
            self.channel.addItem(named.get(place, str(place + 1)), place)
        self.channel.setCurrentIndex(max(0, self.channel.findData(chosen)))
        self.channel.setEnabled(count > 1)

    def _tell_carrier(self) -> None:
        settings, told = self._settings, ""
        if settings.heterodyne and settings.carrier_hz is None:
            told = f"{shown_number(carrier_for(self._peak_hz, self._rate_hz) / _KHZ, '.1f')} kHz"
        elif settings.heterodyne and not is_mixed(settings, self._rate_hz):
            told = self.tr("not in this recording")
        self.carrier_told.setText(told)

    def _take_fields(self) -> None:
        settings = replace(
            self._settings,
            speed=self.speed.speed,
            keeps_pitch=self.keeps_pitch.isChecked(),
            heterodyne=self.heterodyne.isChecked(),
            carrier_hz=self.carrier.value() * _KHZ or None,
            channel=self.channel.currentData(),
            pre_roll_s=self.pre_roll.value(),
            scrubs=self.scrubs.isChecked(),
        )
        self.show_settings(settings)
        self.changed.emit(settings)


def _number(name: str, most: float, unit: str) -> NumberBox:
    box = NumberBox()
    indent(box)
    box.setRange(0.0, most)
    box.setDecimals(1)
    box.setSingleStep(0.5)
    box.setSuffix(unit)
    box.setKeyboardTracking(False)
    box.setAccessibleName(name)
    return box
