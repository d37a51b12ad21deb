"""The settings of mixtures as fields: what is made of which sounds, and how."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QWidget

from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.core.mixtures import Background, Learnt, MixtureSettings, Placement, Range
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.number_box import CountBox, MinusBox
from audioclf_gui.gui.widgets import indent, muted_label, row_layout
from audioclf_gui.jobs.make_mixtures import MakeMixtures

_USUAL = MixtureSettings()
_RATES_HZ = (8000, 16_000, 22_050, 32_000, 44_100, 48_000)
_MOST_MIXTURES = 1_000_000
_COLUMNS = 3


class RangeField(QWidget):
    """The least and the greatest of what is drawn by chance; both alike: nothing is."""

    changed = Signal()

    def __init__(self, name: str, told: str, usual: Range, unit: str, bounds: Range, step: float) -> None:
        super().__init__()
        self.low, self.high = MinusBox(), MinusBox()
        least = self.tr("{told}. It is drawn by chance between two values, of which this is the least.")
        greatest = self.tr("{told}. It is drawn by chance between two values, of which this is the greatest.")
        for box, value, title, more in (
            (self.low, usual[0], self.tr("{name}, the least"), least),
            (self.high, usual[1], self.tr("{name}, the greatest"), greatest),
        ):
            indent(box)
            box.setDecimals(2 if step < 0.1 else 1)
            box.setRange(*bounds)
            box.setSingleStep(step)
            box.setSuffix(unit)
            box.setValue(value)
            box.setAccessibleName(title.format(name=name))
            box.setWhatsThis(more.format(told=told))
            box.valueChanged.connect(self.changed)
        row = row_layout(self.low, muted_label("\N{EN DASH}"), self.high, spacing=4)
        row.addStretch(1)
        self.setLayout(row)

    @property
    def span(self) -> Range:
        """What was chosen."""
        return self.low.value(), self.high.value()


class CountsField(QWidget):
    """A number each for training, validation and test."""

    changed = Signal()

    def __init__(self, name: str, usual: tuple[int, int, int], most: int, unit: str = "") -> None:
        super().__init__()
        titles = (self.tr("for training"), self.tr("for validation"), self.tr("for test"))
        told = (
            self.tr("For training: models learn from these."),
            self.tr(
                "For validation: on these it is decided when training ends, and from which score on a "
                "class counts."
            ),
            self.tr(
                "For test: on these the figures are measured in the end, and nothing else is done with them."
            ),
        )
        self.boxes = tuple(CountBox() for _ in titles)
        for box, value, title, more in zip(self.boxes, usual, titles, told, strict=True):
            indent(box)
            box.setRange(0, most)
            box.setSuffix(unit)
            box.setValue(value)
            box.setAccessibleName(f"{name} {title}")
            box.setToolTip(f"{name} {title}")
            box.setWhatsThis(more)
            box.valueChanged.connect(self.changed)
        row = row_layout(*self.boxes, spacing=4)
        row.addStretch(1)
        self.setLayout(row)

    @property
    def counts(self) -> tuple[int, int, int]:
        """What was chosen."""
        train, valid, test = (box.value() for box in self.boxes)
        return train, valid, test


class FolderBox(QComboBox):
    """A choice whose last entry is a folder, which the system asks for."""

    def __init__(self, name: str, choices: Mapping[str, str], ask: str, start: Callable[[], Path]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._start = start
        for key, text in choices.items():
            self.addItem(text, key)
        self._ask = ask
        self.addItem(ask, None)
        self.activated.connect(self._choose)

    def _choose(self, index: int) -> None:
        if self.itemText(index) == self._ask:
            chosen = QFileDialog.getExistingDirectory(self, self.accessibleName(), str(self._start()))
            self.choose_folder(Path(chosen) if chosen else None)

    def choose_folder(self, folder: Path | None) -> None:
        """Offer a folder and choose it; None goes back to the first choice."""
        if folder is None:
            self.setCurrentIndex(0)
            return
        place = self.findData(folder)
        if place < 0:
            place = self.count() - 1
            self.insertItem(place, folder.name, folder)
        self.setCurrentIndex(place)


class MixturesForm(QWidget):
    """Makes a request; `changed` whenever it may be another one."""

    changed = Signal()

    def __init__(self, start: Callable[[], Path]) -> None:
        super().__init__()
        self._cells = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        project, folder = self.tr("the labels of this project"), self.tr("a folder of classes…")
        self.sounds = FolderBox(self.tr("Sounds"), {"": project}, folder, start)
        self.mixtures = CountsField(self.tr("Mixtures"), _USUAL.mixtures, _MOST_MIXTURES)
        shares = tuple(round(100 * share) for share in _USUAL.shares)
        self.shares = CountsField(self.tr("Sounds"), (shares[0], shares[1], shares[2]), 100, " %")
        self.one_class = QCheckBox(self.tr("one class in each mixture"))
        self._place_sets()
        self.ranges = self._place_ranges()
        self._place_choices(start)
        for counts in (self.mixtures, self.shares):
            counts.changed.connect(self.changed)
        for field in self.ranges.values():
            field.changed.connect(self.changed)
        for box in (self.sounds, self.placement, self.learnt, self.background, self.rate, self.format):
            box.currentIndexChanged.connect(self.changed)
        self.one_class.toggled.connect(self.changed)
        self.seed.valueChanged.connect(self.changed)
        self.peak.valueChanged.connect(self.changed)
        self.background.currentIndexChanged.connect(self._show_background)

    def _place_sets(self) -> None:
        self._add(self.tr("Sounds"), self.sounds, self.tr("What the mixtures are made of"))
        self._add(
            self.tr("Mixtures"),
            self.mixtures,
            self.tr("How many for training, validation and test"),
        )
        self._add(
            self.tr("Shares"),
            self.shares,
            self.tr("Of the speakers, sites or recordings: none of them is in two of the sets"),
        )

    def _place_ranges(self) -> dict[str, RangeField]:
        fields: dict[str, RangeField] = {}

        def place(name: str, text: str, unit: str, bounds: Range, step: float, tip: str) -> None:
            fields[name] = RangeField(text, tip, getattr(_USUAL, name), unit, bounds, step)
            self._add(text, fields[name], tip)

        place("length_s", self.tr("Length"), " s", (0.1, 7200.0), 1.0, self.tr("How long a mixture is"))
        place(
            "events_per_min",
            self.tr("Events per minute"),
            "",
            (0.1, 6000.0),
            1.0,
            self.tr("How many events a minute has, where they follow each other and there is room"),
        )
        place(
            "pause_s",
            self.tr("Pause"),
            " s",
            (0.0, 3600.0),
            0.5,
            self.tr("How long it is quiet before an event, where they follow each other"),
        )
        place(
            "gain_db",
            self.tr("Loudness"),
            " dB",
            (-60.0, 40.0),
            1.0,
            self.tr(
                "How much louder than usual an event is; all sounds are brought to the usual level first"
            ),
        )
        place(
            "speed",
            self.tr("Speed"),
            "",
            (0.25, 4.0),
            0.05,
            self.tr("How many times as fast as it was recorded an event is played; 2 is an octave higher"),
        )
        place(
            "rt60_s",
            self.tr("Reverberation"),
            " s",
            (0.0, 20.0),
            0.05,
            self.tr("Time in which the echo of a made room falls by 60 dB; 0 is no room"),
        )
        place(
            "snr_db",
            self.tr("Events over background"),
            " dB",
            (-60.0, 100.0),
            1.0,
            self.tr(
                "How far the events stand above the background: 20 dB are clear, at 0 dB both are as loud"
            ),
        )
        return fields

    def _place_choices(self, start: Callable[[], Path]) -> None:
        noises = {
            Background.PINK.value: self.tr("pink noise"),
            Background.WHITE.value: self.tr("white noise"),
            Background.BROWN.value: self.tr("brown noise"),
            Background.NONE.value: self.tr("none"),
        }
        recordings = self.tr("recordings of a folder…")
        self.background = FolderBox(self.tr("Background"), noises, recordings, start)
        self._add(self.tr("Background"), self.background, self.tr("What sounds behind the events"))
        self.placement = self._box(
            {
                Placement.MIXED: self.tr("some over, some after each other"),
                Placement.OVERLAPPING: self.tr("over each other"),
                Placement.SEQUENTIAL: self.tr("one after the other"),
            }
        )
        self._add(
            self.tr("Events"), self.placement, self.tr("How the events of a mixture stand to each other")
        )
        self.learnt = self._box(
            {Learnt.EVENTS: self.tr("each event, from start to end"), Learnt.CLIPS: self.tr("whole mixtures")}
        )
        self._add(self.tr("Models learn"), self.learnt, self.tr("The labels of the others are there, too"))
        self.rate, self.format, self.seed = QComboBox(), QComboBox(), CountBox()
        self.rate.addItem(self.tr("as most sounds"), 0)
        for rate_hz in _RATES_HZ:
            self.rate.addItem(f"{rate_hz} Hz", rate_hz)
        for kind in (SoundFormat.FLAC, SoundFormat.WAV):
            self.format.addItem(kind.value.upper(), kind.value)
        indent(self.seed)
        self.seed.setRange(0, 2**31 - 1)
        self._add(self.tr("Sampling rate"), self.rate, self.tr("Of the mixtures"))
        self._add(self.tr("Format"), self.format, self.tr("Of the files, with 16 bits"))
        self._add(self.tr("Seed"), self.seed, self.tr("The same one makes the same mixtures again"))
        self.peak = MinusBox()
        indent(self.peak)
        self.peak.setRange(-60.0, 0.0)
        self.peak.setDecimals(1)
        self.peak.setSuffix(" dB")
        self.peak.setValue(_USUAL.peak_db)
        self._add(
            self.tr("Peak"),
            self.peak,
            self.tr("No sample is above, re full scale; mixtures that would be are made quieter"),
        )
        self._add("", self.one_class, self.tr("Otherwise each event is of any class"))

    def _box(self, choices: Mapping[StrEnum, str]) -> QComboBox:
        box = QComboBox()
        for key, text in choices.items():
            box.addItem(text, key.value)
        return box

    def _add(self, text: str, field: QWidget, tip: str) -> None:
        """One field more, in the next cell of the grid."""
        row, column = divmod(self._cells, _COLUMNS)
        self._cells += 1
        field.setToolTip(tip)
        if text:
            field.setAccessibleName(text)
        self._grid.addWidget(muted_label(text), row, 2 * column)
        self._grid.addWidget(field, row, 2 * column + 1)
        self._grid.setColumnStretch(2 * column + 1, 1)

    def _show_background(self) -> None:
        self.ranges["snr_db"].setEnabled(self.background.currentData() != Background.NONE.value)

    def request(self, view: CatalogueView, folder: Path) -> MakeMixtures:
        """What is chosen; UserError if it cannot be made."""
        shares = self.shares.counts
        behind, sounds = self.background.currentData(), self.sounds.currentData()
        is_folder = not isinstance(behind, str)
        settings = MixtureSettings(
            mixtures=self.mixtures.counts,
            shares=(shares[0] / 100.0, shares[1] / 100.0, shares[2] / 100.0),
            length_s=self.ranges["length_s"].span,
            rate_hz=int(self.rate.currentData()),
            placement=Placement(self.placement.currentData()),
            events_per_min=self.ranges["events_per_min"].span,
            pause_s=self.ranges["pause_s"].span,
            one_class=self.one_class.isChecked(),
            learnt=Learnt(self.learnt.currentData()),
            gain_db=self.ranges["gain_db"].span,
            speed=self.ranges["speed"].span,
            rt60_s=self.ranges["rt60_s"].span,
            background=Background.FILES if is_folder else Background(behind),
            snr_db=self.ranges["snr_db"].span,
            peak_db=self.peak.value(),
            seed=self.seed.value(),
        )
        return MakeMixtures(
            sounds or view,
            folder,
            settings,
            SoundFormat(self.format.currentData()),
            behind if is_folder else None,
        )
