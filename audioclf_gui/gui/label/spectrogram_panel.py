"""How the spectrogram is shown: preset, axis and band, window, range of levels, colours."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from audioclf_gui.audio.spectrogram_presets import VIEW_PRESETS
from audioclf_gui.audio.spectrogram_view import (
    LONGEST_S,
    MOST_OVERLAP,
    PADDINGS,
    SHORTEST_S,
    Analysis,
    Shown,
    SpectrogramView,
)
from audioclf_gui.audio.spectrum_kernel import CEILING_DB, FLOOR_DB, Transform, WindowKind
from audioclf_gui.core.text import Text
from audioclf_gui.gui.colour_maps import COLOUR_MAPS
from audioclf_gui.gui.label.level_range import LevelRange
from audioclf_gui.gui.number_box import CountBox, NumberBox
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.text import number_text, rate_text, shown_number
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, indent, muted_label, row_layout

_COLOURS = {"grey": Text("Grey"), "grey on white": Text("Grey on white")}  # the others are proper names
_AXES = {"mel": Text("Mel"), "linear": Text("Linear"), "log": Text("Logarithmic")}
_SHOWN: dict[Shown, Text] = {
    "level": Text("Level"),
    "above median": Text("Without steady noise"),
    "pcen": Text("PCEN"),
}
_NO_RANGE: dict[Shown, Text] = {
    "above median": Text("Automatic, over the median of each frequency"),
    "pcen": Text("Automatic: energies that are normalised have no levels in dB"),
}
_WINDOWS: dict[WindowKind, Text] = {
    "hann": Text("Hann"),
    "hamming": Text("Hamming"),
    "blackman-harris": Text("Blackman-Harris"),
    "rectangular": Text("Rectangular"),
}
_OWN = "own"  # stands in the list of presets for what is none of them


class SpectrogramPanel(Popover):
    """Every change is seen at once."""

    changed = Signal(object)  # SpectrogramView

    def __init__(self, parent: QWidget) -> None:
        super().__init__(words(Text("Spectrogram")), parent)
        self._view = SpectrogramView()
        self._rate_hz = 44_100
        self.preset = QComboBox()
        self.axis = _choice(_AXES)
        self.low, self.high = _hertz(self.tr("Lowest frequency")), _hertz(self.tr("Highest frequency"))
        self.whole = button(self.tr("All"), self.tr("The whole band"))
        self.window_ms = NumberBox()
        self.overlap = CountBox()
        self.window_kind = _choice(_WINDOWS)
        self.padding = QComboBox()
        self.shown = _choice(_SHOWN)
        self.range = LevelRange(FLOOR_DB, CEILING_DB)
        self.colours = QComboBox()
        self.separate = QCheckBox(self.tr("Each channel by itself"))
        self.facts = muted_label()
        self._fill()
        self._explain()
        self._arrange()
        self._connect()
        self.show_view(self._view)

    def show_view(self, view: SpectrogramView) -> None:
        """Show a view without telling of it."""
        self._view = view
        fields = self.findChildren(QWidget)
        blockers = [QSignalBlocker(field) for field in fields]
        analysis, top_hz = view.analysis, self._rate_hz / 2
        preset = next((name for name, one in VIEW_PRESETS.items() if one.applied_to(view) == view), _OWN)
        self.preset.setCurrentIndex(self.preset.findData(preset))
        self.axis.setCurrentIndex(self.axis.findData(view.axis))
        for field in (self.low, self.high):
            field.setMaximum(top_hz)
        self.low.setValue(view.low_hz)
        self.high.setValue(top_hz if view.high_hz is None else min(view.high_hz, top_hz))
        self.window_ms.setValue(0.0 if analysis.window_s is None else analysis.window_s * 1000)
        self.overlap.setValue(-1 if analysis.overlap is None else round(analysis.overlap * 100))
        self.window_kind.setCurrentIndex(self.window_kind.findData(analysis.window))
        self.padding.setCurrentIndex(self.padding.findData(analysis.padding or 0))
        self.shown.setCurrentIndex(self.shown.findData(view.shown))
        self.range.set_values(view.floor_db, view.ceiling_db)
        self.range.show_reason(words(_NO_RANGE[view.shown]) if view.shown in _NO_RANGE else "")
        self.colours.setCurrentIndex(COLOUR_MAPS.index(view.colours))
        self.separate.setChecked(analysis.separate)
        del blockers

    def show_sound(self, rate_hz: int, channels: int) -> None:
        """Say which presets suit the sound in view, and let the band reach as far as it does."""
        self._rate_hz = rate_hz
        self.separate.setEnabled(channels > 1)
        with QSignalBlocker(self.preset):
            for place in range(self.preset.count()):
                preset = VIEW_PRESETS.get(self.preset.itemData(place))
                if preset is not None:
                    title = words(preset.title)
                    suits = preset.suits(rate_hz) and preset.lowest_hz > 0
                    told = words(Text("{title} (suits {rate})", title=title, rate=rate_text(rate_hz)))
                    self.preset.setItemText(place, told if suits else title)
        self.show_view(self._view)

    def show_transform(self, transform: Transform) -> None:
        """Say what the picture in view is made with."""
        self.facts.setText(
            words(
                Text(
                    "{frames} samples ({ms} ms), a column every {hop} ms, a bin every {bin} Hz",
                    frames=number_text(transform.window_frames),
                    ms=_short(transform.window_frames / transform.rate_hz * 1000),
                    hop=_short(transform.hop_frames / transform.rate_hz * 1000),
                    bin=_short(transform.bin_hz),
                )
            )
        )

    def show_span(self, floor_db: float, ceiling_db: float) -> None:
        """Say which levels an automatic range has come to."""
        if self._view.shown == "level":
            self.range.show_automatic(floor_db, ceiling_db)
        elif self._view.shown == "above median":
            told = Text(
                "Automatic: {floor_db:.0f} to {ceiling_db:.0f} dB over the median of each frequency",
                floor_db=floor_db,
                ceiling_db=ceiling_db,
            )
            self.range.show_reason(words(told))

    def _fill(self) -> None:
        for name, preset in VIEW_PRESETS.items():
            self.preset.addItem(words(preset.title), name)
        self.preset.addItem(self.tr("Own settings"), _OWN)
        self.preset.setAccessibleName(self.tr("Preset"))
        self.axis.setAccessibleName(self.tr("Frequency axis"))
        for field in (self.window_ms, self.overlap, self.range.floor, self.range.ceiling):
            indent(field)
        self.window_ms.setRange(0.0, LONGEST_S * 1000)
        self.window_ms.setSingleStep(1.0)
        self.window_ms.setDecimals(1)
        self.window_ms.setSuffix(" ms")
        self.window_ms.setSpecialValueText(self.tr("automatic"))
        self.window_ms.setAccessibleName(self.tr("Window"))
        self.window_ms.setToolTip(
            self.tr("Long windows tell close frequencies apart, short ones close moments; 1 to 200 ms")
        )
        self.overlap.setRange(-1, round(MOST_OVERLAP * 100))
        self.overlap.setSuffix(" %")
        self.overlap.setSpecialValueText(self.tr("automatic"))
        self.overlap.setAccessibleName(self.tr("Overlap"))
        self.overlap.setToolTip(self.tr("What neighbouring windows have in common; wide views have 50 %"))
        self.window_kind.setAccessibleName(self.tr("Kind of window"))
        self.padding.addItem(self.tr("automatic"), 0)
        for times in PADDINGS:
            self.padding.addItem(f"{times}×", times)
        self.padding.setAccessibleName(self.tr("Zero padding"))
        self.padding.setToolTip(self.tr("How many times as long as the window the transform is"))
        self.shown.setAccessibleName(self.tr("What is shown"))
        self.shown.setToolTip(
            self.tr(
                "The loudest of each pixel; over the median of its frequency; or per-channel energy "
                "normalisation, which brings out what changes"
            )
        )
        self.colours.addItems(
            [words(_COLOURS[name]) if name in _COLOURS else name.capitalize() for name in COLOUR_MAPS]
        )
        self.colours.setAccessibleName(self.tr("Colours"))

    def _explain(self) -> None:
        self.preset.setWhatsThis(
            self.tr(
                "Settings that suit a kind of sound, such as birds, bats or speech. It changes all "
                "fields below at once, and only what you see, never what a model learns from."
            )
        )
        self.axis.setWhatsThis(
            self.tr(
                "How frequencies are spread from bottom to top: linear gives every hertz as much "
                "room, mel and logarithmic give more to the low ones, as the ear does."
            )
        )
        self.low.setWhatsThis(
            self.tr("The frequency at the bottom of the picture, in hertz. A narrow band shows more detail.")
        )
        self.high.setWhatsThis(
            self.tr(
                "The frequency at the top of the picture, in hertz; at most half the sampling rate, "
                "above which a recording holds nothing."
            )
        )
        self.window_kind.setWhatsThis(
            self.tr(
                "How each window fades in and out. Hann suits nearly everything; Blackman-Harris "
                "shows faint tones beside loud ones, rectangular the sharpest lines with most smear."
            )
        )
        self.colours.setWhatsThis(
            self.tr("The colours from the quietest to the loudest level. Grey on white saves ink in print.")
        )
        self.separate.setWhatsThis(
            self.tr(
                "Draws a spectrogram for each channel, one below the other, instead of one for all "
                "channels together."
            )
        )

    def _arrange(self) -> None:
        band = row_layout(self.low, QLabel("–"), self.high, self.whole)
        band.setStretch(0, 1)
        band.setStretch(2, 1)
        self.form.addRow(self.tr("Preset"), self.preset)
        self.form.addRow(self.tr("Axis"), self.axis)
        self.form.addRow(self.tr("Band"), band)
        self.form.addRow(self.tr("Window"), _side_by_side(self.window_ms, self.window_kind))
        self.form.addRow(
            self.tr("Overlap"), _side_by_side(self.overlap, QLabel(self.tr("Padding")), self.padding)
        )
        self.form.addRow("", self.facts)
        self.form.addRow(self.tr("Shown"), self.shown)
        self.form.addRow(self.tr("Range"), self.range)
        self.form.addRow(self.tr("Colours"), self.colours)
        self.form.addRow("", self.separate)

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(self._take_preset)
        self.whole.clicked.connect(lambda: self._tell(replace(self._view, low_hz=0.0, high_hz=None)))
        for choice in (self.axis, self.window_kind, self.padding, self.shown, self.colours):
            choice.currentIndexChanged.connect(self._take_fields)
        for number in (self.low, self.high, self.window_ms, self.overlap):
            number.setKeyboardTracking(False)
            number.valueChanged.connect(self._take_fields)
        self.range.changed.connect(self._take_fields)
        self.separate.toggled.connect(self._take_fields)

    def _take_preset(self) -> None:
        preset = VIEW_PRESETS.get(self.preset.currentData())
        if preset is not None:
            self._tell(preset.applied_to(self._view))

    def _take_fields(self) -> None:
        window_ms, overlap, top_hz = self.window_ms.value(), self.overlap.value(), self._rate_hz / 2
        analysis = Analysis(
            None if window_ms == 0 else max(window_ms / 1000, SHORTEST_S),
            None if overlap < 0 else overlap / 100,
            self.window_kind.currentData(),
            self.padding.currentData() or None,
            self.separate.isChecked(),
        )
        low_hz, high_hz = self.low.value(), self.high.value()
        if low_hz >= high_hz:
            low_hz, high_hz = self._view.low_hz, self._view.high_hz or top_hz
        floor_db, ceiling_db = self.range.values()
        self._tell(
            SpectrogramView(
                analysis,
                self.axis.currentData(),
                low_hz,
                None if high_hz >= top_hz else high_hz,
                floor_db,
                ceiling_db,
                self.shown.currentData(),
                COLOUR_MAPS[self.colours.currentIndex()],
            )
        )

    def _tell(self, view: SpectrogramView) -> None:
        self.show_view(view)
        self.changed.emit(view)


def _choice(texts: dict[str, Text] | dict[Shown, Text] | dict[WindowKind, Text]) -> QComboBox:
    choice = QComboBox()
    for name, text in texts.items():
        choice.addItem(words(text), name)
    return choice


def _hertz(name: str) -> NumberBox:
    box = NumberBox()
    box.setDecimals(0)
    box.setRange(0.0, 1e6)
    box.setSingleStep(500.0)
    box.setSuffix(" Hz")
    box.setAccessibleName(name)
    indent(box)
    return box


def _short(value: float) -> str:
    """Three digits of a number: "200", "23.2", "0.341"."""
    return shown_number(value, ".0f" if value >= 1000 else ".3g")


def _side_by_side(*fields: QWidget) -> QWidget:
    whole = QWidget()
    row = row_layout(*fields)
    for place, field in enumerate(fields):
        row.setStretch(place, 0 if isinstance(field, QLabel) else 1)
    whole.setLayout(row)
    return whole
