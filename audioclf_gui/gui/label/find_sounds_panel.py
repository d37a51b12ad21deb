"""Find sounds by their level: the settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QWidget

from audioclf_gui.audio.segment import SegmentSettings
from audioclf_gui.core.label import ClassId, LabelClass
from audioclf_gui.core.text import Text
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import DecibelBox, indent, primary_button


class FindSoundsPanel(Popover):
    """The usual settings of such tools: louder than a level, apart by a silence."""

    asked = Signal(object, object)  # SegmentSettings, ClassId | None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(words(Text("Find sounds")), parent)
        usual = SegmentSettings()
        self.threshold = DecibelBox()
        indent(self.threshold)
        self.threshold.setRange(-100.0, 0.0)
        self.threshold.setDecimals(0)
        self.threshold.setSuffix(" dBFS")
        self.threshold.setValue(usual.threshold_db)
        self.threshold.setToolTip(self.tr("What is louder than this is sound"))
        self.min_silence = _seconds(
            usual.min_silence_s, self.tr("Quiet for less than this belongs to the sound")
        )
        self.min_sound = _seconds(usual.min_sound_s, self.tr("Shorter sounds are left out"))
        self.lead = _seconds(usual.lead_s, self.tr("Added before and after each sound"))
        self.classes = QComboBox()
        self.classes.setToolTip(self.tr("What the labels are called"))
        self.go = primary_button(
            self.tr("Find"),
            self.tr(
                "Label every sound of the clip, or of all clips that are selected; one undo takes all back"
            ),
        )
        for text, field in (
            (self.tr("Louder than"), self.threshold),
            (self.tr("Silence of at least"), self.min_silence),
            (self.tr("Sounds of at least"), self.min_sound),
            (self.tr("Air around"), self.lead),
            (self.tr("Label as"), self.classes),
        ):
            field.setAccessibleName(text)
            self.form.addRow(text, field)
        self.form.addRow("", self.go)
        self.go.clicked.connect(self._ask)

    def set_classes(self, classes: tuple[LabelClass, ...]) -> None:
        """Offer these classes for the labels, and none."""
        chosen = self.classes.currentData()
        self.classes.clear()
        self.classes.addItem(self.tr("no class yet"), None)
        for one in classes:
            self.classes.addItem(one.name, one.id)
        self.classes.setCurrentIndex(max(0, self.classes.findData(chosen)))

    @property
    def settings(self) -> SegmentSettings:
        """What is set."""
        return SegmentSettings(
            threshold_db=self.threshold.value(),
            min_silence_s=self.min_silence.value(),
            min_sound_s=self.min_sound.value(),
            lead_s=self.lead.value(),
            trail_s=self.lead.value(),
        )

    def _ask(self) -> None:
        chosen = self.classes.currentData()
        self.hide()
        self.asked.emit(self.settings, None if chosen is None else ClassId(chosen))


def _seconds(value: float, tip: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    indent(box)
    box.setRange(0.0, 60.0)
    box.setDecimals(2)
    box.setSingleStep(0.05)
    box.setSuffix(" s")
    box.setValue(value)
    box.setToolTip(tip)
    return box
