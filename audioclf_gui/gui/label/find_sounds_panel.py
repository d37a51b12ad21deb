"""Find sounds: by which preset, how loud, how long, in which band; or windows of equal length."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSlider, QWidget
from typing_extensions import override

from audioclf_gui.audio.find_presets import FIND_PRESETS
from audioclf_gui.audio.segment import FindSettings, PageSettings, SegmentSettings
from audioclf_gui.audio.sound_levels import Detector
from audioclf_gui.core.label import ClassId, LabelClass
from audioclf_gui.core.text import Text
from audioclf_gui.gui.number_box import MinusBox, NumberBox
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import indent, muted_label, primary_button, row_layout

_MEASURES: dict[Detector, Text] = {
    "peak": Text("Peak level"),
    "rms": Text("Mean level"),
    "flux": Text("Change of the spectrum"),
}
_LEFT_PX = 16  # from the edge of the window
_OWN = "own"  # stands in the list of presets for what is none of them


class FindSoundsPanel(Popover):
    """What is set is looked for at once, for a preview; labels are made when that is asked for."""

    asked = Signal(object, object)  # FindSettings, ClassId | None
    changed = Signal(object)  # FindSettings; None: the panel is closed

    def __init__(self, parent: QWidget) -> None:
        super().__init__(words(Text("Find sounds")), parent)
        self._settings: FindSettings = SegmentSettings()
        self._rate_hz = 44_100
        self.preset = QComboBox()
        self.measure = QComboBox()
        self.threshold = MinusBox()
        self.threshold_slider = QSlider(Qt.Orientation.Horizontal)
        self.over_floor = QCheckBox(self.tr("over the noise around"))
        self.low, self.high = _number(" Hz", 0), _number(" Hz", 0)
        self.min_silence, self.min_sound, self.lead = (_number(" s", 3, 60.0) for _ in range(3))
        self.length, self.hop = _number(" s", 2, 3600.0), _number(" s", 2, 3600.0)
        self.classes = QComboBox()
        self.told = muted_label(wrap=True)
        self.go = primary_button(
            self.tr("Find"),
            "\n".join(
                (
                    self.tr(
                        "Label every sound of the clip, or of all clips that are selected; one undo takes all"
                        " back"
                    ),
                    self.tr("Ctrl+Return does so, too; Return alone only takes what was typed"),
                )
            ),
        )
        self._fill()
        self._arrange()
        self._connect()
        self.show_settings(self._settings)

    @property
    def settings(self) -> FindSettings:
        """What is set."""
        return self._settings

    @override
    def open_at(self, button: QWidget) -> None:
        """At the left edge of the window, so that the panes with what would be found stay in view."""
        super().open_at(button)
        self.move(button.window().mapToGlobal(QPoint(_LEFT_PX, 0)).x(), self.y())

    def set_classes(self, classes: tuple[LabelClass, ...]) -> None:
        """Offer these classes for the labels, and none."""
        chosen = self.classes.currentData()
        self.classes.clear()
        self.classes.addItem(self.tr("no class yet"), None)
        for one in classes:
            self.classes.addItem(one.name, one.id)
        self.classes.setCurrentIndex(max(0, self.classes.findData(chosen)))

    def show_sound(self, rate_hz: int) -> None:
        """Let the band reach as far as the sound in view does."""
        if rate_hz != self._rate_hz:  # long files tell it again and again, and somebody may be typing
            self._rate_hz = rate_hz
            self.show_settings(self._settings)

    def show_count(self, clips: int) -> None:
        """Say in how many clips will be looked, of which one is previewed."""
        self.go.setText(words(Text("Find in {n} clip", "Find in {n} clips", n=clips)))

    def tell(self, told: str) -> None:
        """Say what the preview comes to."""
        self.told.setText(told)

    def show_settings(self, settings: FindSettings) -> None:
        """Show settings without telling of them."""
        self._settings = settings
        blockers = [QSignalBlocker(field) for field in self.findChildren(QWidget)]
        preset = next((name for name, one in FIND_PRESETS.items() if one.settings == settings), _OWN)
        self.preset.setCurrentIndex(self.preset.findData(preset))
        if isinstance(settings, PageSettings):
            self.length.setValue(settings.length_s)
            self.hop.setValue(settings.hop_s)
        else:
            self._show_segment(settings)
        for field in (self.length, self.hop):
            self.form.setRowVisible(field, isinstance(settings, PageSettings))
        for row in (*self._of_sounds, self.measure, self.min_silence, self.min_sound, self.lead):
            self.form.setRowVisible(row, isinstance(settings, SegmentSettings))
        del blockers
        if self.isVisible():
            self.adjustSize()

    def _show_segment(self, settings: SegmentSettings) -> None:
        least, most = (1.0, 60.0) if settings.over_floor else (-100.0, 0.0)
        self.threshold.setRange(least, most)
        self.threshold_slider.setRange(round(least), round(most))
        self.threshold.setSuffix(" dB" if settings.over_floor else " dBFS")
        self.threshold.setValue(settings.threshold_db)
        self.threshold_slider.setValue(round(settings.threshold_db))
        self.over_floor.setChecked(settings.over_floor)
        self.measure.setCurrentIndex(self.measure.findData(settings.measure))
        top_hz = self._rate_hz / 2
        self.low.setRange(0.0, max(top_hz, settings.low_hz))
        self.high.setRange(0.0, max(top_hz, settings.low_hz + 1.0))
        self.low.setValue(settings.low_hz)
        self.high.setValue(self.high.maximum() if settings.high_hz is None else settings.high_hz)
        self.min_silence.setValue(settings.min_silence_s)
        self.min_sound.setValue(settings.min_sound_s)
        self.lead.setValue(settings.lead_s)

    def _fill(self) -> None:
        for name, preset in FIND_PRESETS.items():
            self.preset.addItem(words(preset.title), name)
        self.preset.addItem(self.tr("Own settings"), _OWN)
        for measure, title in _MEASURES.items():
            self.measure.addItem(words(title), measure)
            self.preset.setWhatsThis(
                self.tr(
                    "Settings that suit a kind of sound, or windows of one length throughout the clip. It "
                    "changes all fields below at once."
                )
            )
        indent(self.threshold)
        self.threshold.setDecimals(0)
        self.threshold.setKeyboardTracking(False)
        self.over_floor.setToolTip(
            self.tr("Learnt from half a minute of the clip at a time, a fifth of which has to be quiet")
        )
        for field, tip in (
            (self.measure, self.tr("Changes are heard through any steady hum")),
            (self.threshold, self.tr("What is louder than this is sound")),
            (self.min_silence, self.tr("Quiet for less than this belongs to the sound")),
            (self.min_sound, self.tr("Shorter sounds are left out")),
            (self.lead, self.tr("Added before and after each sound")),
            (self.length, self.tr("All windows are as long as this; what is left at the end gets none")),
            (self.hop, self.tr("Less than the length makes windows overlap")),
            (self.classes, self.tr("What the labels are called")),
        ):
            field.setToolTip(tip)

    def _arrange(self) -> None:
        threshold = row_layout(self.threshold_slider, self.threshold)
        threshold.setStretch(0, 1)
        band = row_layout(self.low, QLabel("–"), self.high)
        band.setStretch(0, 1)
        band.setStretch(2, 1)
        self._of_sounds = threshold, self.over_floor, band
        for text, row, field in (
            (self.tr("Preset"), self.preset, self.preset),
            (self.tr("Measured by"), self.measure, self.measure),
            (self.tr("Louder than"), threshold, self.threshold),
            ("", self.over_floor, self.over_floor),
            (self.tr("Band"), band, self.low),
            (self.tr("Silence of at least"), self.min_silence, self.min_silence),
            (self.tr("Sounds of at least"), self.min_sound, self.min_sound),
            (self.tr("Air around"), self.lead, self.lead),
            (self.tr("Length"), self.length, self.length),
            (self.tr("From start to start"), self.hop, self.hop),
            (self.tr("Label as"), self.classes, self.classes),
        ):
            field.setAccessibleName(text or self.over_floor.text())
            self.form.addRow(text, row)
        self.threshold_slider.setAccessibleName(self.tr("Louder than"))
        self.threshold_slider.setWhatsThis(
            self.tr(
                "From which level on something is a sound. Higher: only loud ones are found; lower: "
                "noise is found too. What would be labelled is outlined at once."
            )
        )
        self.low.setAccessibleName(self.tr("Lowest frequency"))
        self.low.setWhatsThis(
            self.tr(
                "Nothing below this frequency counts, in hertz. Use it to pass over wind, traffic and hum."
            )
        )
        self.high.setAccessibleName(self.tr("Highest frequency"))
        self.high.setWhatsThis(
            self.tr("Nothing above this frequency counts, in hertz. At its greatest there is no limit.")
        )
        self.form.addRow("", self.told)
        self.form.addRow("", self.go)

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(self._take_preset)
        self.measure.currentIndexChanged.connect(self._take_fields)
        self.over_floor.toggled.connect(self._take_reference)
        self.threshold_slider.valueChanged.connect(self.threshold.setValue)
        for box in (self.threshold, self.low, self.high, self.min_silence, self.min_sound, self.lead):
            box.valueChanged.connect(self._take_fields)
        for box in (self.length, self.hop):
            box.valueChanged.connect(self._take_windows)
        self.go.clicked.connect(self._ask)

    def _take_preset(self) -> None:
        preset = FIND_PRESETS.get(self.preset.currentData())
        if preset is not None:
            self._tell(preset.settings)

    def _take_reference(self, over_floor: bool) -> None:
        if isinstance(self._settings, SegmentSettings):
            self._tell(self._settings.referred(over_floor=over_floor))

    def _take_fields(self) -> None:
        if not isinstance(self._settings, SegmentSettings):
            return
        low_hz, high_hz = self.low.value(), self.high.value()
        if low_hz >= high_hz:  # one of them is being moved beyond the other
            low_hz, high_hz = self._settings.low_hz, self._settings.high_hz or self.high.maximum()
        lead_s = self.lead.value()
        keeps_trail = lead_s == round(self._settings.lead_s, 3)
        self._tell(
            replace(
                self._settings,
                threshold_db=self.threshold.value(),
                measure=self.measure.currentData(),
                min_silence_s=self.min_silence.value(),
                min_sound_s=self.min_sound.value(),
                lead_s=lead_s,
                trail_s=self._settings.trail_s if keeps_trail else lead_s,
                low_hz=low_hz,
                high_hz=None if high_hz >= self.high.maximum() else high_hz,
            )
        )

    def _take_windows(self) -> None:
        self._tell(PageSettings(max(self.length.value(), 0.01), max(self.hop.value(), 0.01)))

    def _tell(self, settings: FindSettings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)

    def _ask(self) -> None:
        chosen = self.classes.currentData()
        self.hide()
        self.asked.emit(self.settings, None if chosen is None else ClassId(chosen))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.changed.emit(self._settings)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.changed.emit(None)


def _number(unit: str, decimals: int, most: float = 0.0) -> NumberBox:
    box = NumberBox()
    indent(box)
    box.setRange(0.0, most)
    box.setDecimals(decimals)
    box.setSingleStep(0.05 if decimals else 100.0)
    box.setSuffix(unit)
    box.setKeyboardTracking(False)
    return box
