"""How sure a model is to be: what its thresholds are chosen for, and what that comes to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, indent, muted_label, row_layout
from audioclf_gui.jobs.choose_thresholds import Decisions
from audioclf_gui.ml.decision_choice import (
    LEAST_ALARMS_PER_HOUR,
    LEAST_PRECISION,
    MOST_ALARMS_PER_HOUR,
    HowSure,
)

_BALANCE, _PRECISION, _ALARMS = range(3)
_MOST_PRECISION = 0.99
_USUAL_PRECISION, _USUAL_ALARMS = 0.95, 10.0


class HowSureRow(QWidget):
    """A choice with its number, a button that takes it, and a sentence about what is in use."""

    wanted = Signal(object)  # HowSure

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goal = QComboBox()
        for name in (self.tr("best balance"), self.tr("a precision of"), self.tr("false alarms")):
            self.goal.addItem(name)
        self.goal.setAccessibleName(self.tr("What thresholds are chosen for"))
        self.precision, self.alarms = NumberBox(), NumberBox()
        self._fill_boxes()
        self.choose = button(
            self.tr("Choose"), self.tr("Let the model answer by such thresholds from now on")
        )
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        label = muted_label(self.tr("Choose for"))
        label.setBuddy(self.goal)
        row = row_layout(label, self.goal, self.precision, self.alarms, self.choose)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(row)
        whole.addWidget(self.sentence)
        self.goal.currentIndexChanged.connect(self._show_box)
        self.choose.clicked.connect(lambda: self.wanted.emit(self.how_sure))
        self._show_box()
        self.set_ready(False)

    def _fill_boxes(self) -> None:
        self.precision.setRange(LEAST_PRECISION, _MOST_PRECISION)
        self.precision.setSingleStep(0.01)
        self.precision.setValue(_USUAL_PRECISION)
        self.precision.setAccessibleName(self.tr("Precision"))
        self.precision.setToolTip(self.tr("Of the answers, the share that is to be right"))
        self.alarms.setDecimals(0)
        self.alarms.setRange(LEAST_ALARMS_PER_HOUR, MOST_ALARMS_PER_HOUR)
        self.alarms.setValue(_USUAL_ALARMS)
        self.alarms.setPrefix(self.tr("at most "))
        self.alarms.setSuffix(self.tr(" an hour"))
        self.alarms.setAccessibleName(self.tr("False alarms an hour"))
        self.alarms.setToolTip(
            self.tr(
                "The model hears made noise to tell: the fewer, the longer it takes, up to 13 hours of noise"
            )
        )
        for box in (self.precision, self.alarms):
            indent(box)

    @property
    def how_sure(self) -> HowSure:
        """What is chosen now."""
        place = self.goal.currentIndex()
        return HowSure(
            round(self.precision.value(), 2) if place == _PRECISION else None,
            self.alarms.value() if place == _ALARMS else None,
        )

    def set_ready(self, is_ready: bool) -> None:
        """Whether thresholds can be chosen: not while some are, nor before a model is known."""
        for part in (self.goal, self.precision, self.alarms, self.choose):
            part.setEnabled(is_ready)

    def show_decisions(self, found: Decisions, names: Sequence[str]) -> None:
        """Show by what a model decides now, whose classes are called so."""
        wanted = found.how_sure
        if wanted.precision is not None:
            self.goal.setCurrentIndex(_PRECISION)
            self.precision.setValue(wanted.precision)
        elif wanted.alarms_per_hour is not None:
            self.goal.setCurrentIndex(_ALARMS)
            self.alarms.setValue(wanted.alarms_per_hour)
        else:
            self.goal.setCurrentIndex(_BALANCE)
        self.sentence.setText(f"{words(found.in_use(names))} {words(found.outcome.text)}")
        self.set_ready(True)

    def _show_box(self) -> None:
        place = self.goal.currentIndex()
        self.precision.setVisible(place == _PRECISION)
        self.alarms.setVisible(place == _ALARMS)
