"""Shift, snap, quantise and merge: whose labels, and by how much."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, indent, row_layout
from audioclf_gui.jobs.edit_labels import (
    LabelEdit,
    LabelsMeant,
    MergeLabels,
    QuantiseLabels,
    ShiftLabels,
    SnapLabels,
    SnapTo,
)

LEAST_STEP_S, MOST_STEP_S = 0.001, 3600.0

_COMMANDS = {"grid": "snap_to_grid", "quantise": "quantise_labels", "zero": "snap_to_zero"}


class TimesPanel(Popover):
    """Makes a request of what is typed when one of its buttons is pressed; stays open for the next one."""

    asked = Signal(object)  # LabelEdit

    def __init__(self, step_s: float, parent: QWidget) -> None:
        super().__init__(words(Text("Times of labels")), parent)
        self.meant = QComboBox()
        self.by = _seconds(-86400.0, 86400.0, 0.0, self.tr("Later if positive, earlier if negative"))
        self.cut = QCheckBox(self.tr("Cut off what would lie beyond the clip"))
        self.step = _seconds(LEAST_STEP_S, MOST_STEP_S, step_s, self.tr("The grid begins with the clip"))
        self.reach = _seconds(0.0, 60.0, 0.05, self.tr("Edges of other labels that are no farther away"))
        self.gap = _seconds(0.0, 3600.0, 0.0, self.tr("Labels of one class and track with no wider gap"))
        self.buttons = {
            name: self._button(text, tip, request)
            for name, text, tip, request in (
                ("shift", self.tr("Shift"), self.tr("Move labels exactly so far"), self._shift),
                ("grid", self.tr("Snap edges"), self.tr("Both edges to the nearest lines"), self._grid),
                (
                    "quantise",
                    self.tr("Quantise"),
                    self.tr("Starts to the nearest lines; lengths are kept"),
                    lambda meant: QuantiseLabels(meant, self.step.value()),
                ),
                (
                    "neighbours",
                    self.tr("Snap"),
                    self.tr("Put edges on those of other labels"),
                    lambda meant: SnapLabels(meant, SnapTo.NEIGHBOURS, reach_s=self.reach.value()),
                ),
                (
                    "zero",
                    self.tr("Snap to zero crossings"),
                    self.tr("Put edges where the sound passes through zero"),
                    lambda meant: SnapLabels(meant, SnapTo.ZERO),
                ),
                (
                    "merge",
                    self.tr("Merge"),
                    self.tr("Make one label of those that touch, overlap, or are this near"),
                    lambda meant: MergeLabels(meant, self.gap.value()),
                ),
            )
        }
        for name, command in _COMMANDS.items():
            speaks_for(self.buttons[name], command)
        self._arrange()

    def offer(self, meant: tuple[tuple[str, LabelsMeant], ...]) -> None:
        """Let the user choose among these sets of labels; the first is the nearest at hand."""
        place = self.meant.currentIndex() if self.meant.count() == len(meant) else 0
        self.meant.clear()
        for text, labels in meant:
            self.meant.addItem(text, labels)
        self.meant.setCurrentIndex(place)
        for one in self.buttons.values():
            one.setEnabled(bool(meant))

    def _arrange(self) -> None:
        for text, field, names in (
            (self.tr("Shift by"), self.by, ("shift",)),
            (self.tr("Grid of"), self.step, ("grid", "quantise")),
            (self.tr("Other edges within"), self.reach, ("neighbours",)),
            (self.tr("Gaps up to"), self.gap, ("merge",)),
        ):
            field.setAccessibleName(text)
            row = row_layout(field, *(self.buttons[name] for name in names))
            row.setStretch(0, 1)
            if field is self.by:
                self.form.addRow(self.tr("Of"), self.meant)
            self.form.addRow(text, row)
            if field is self.by:
                self.form.addRow("", self.cut)
        self.form.addRow("", self.buttons["zero"])
        self.meant.setAccessibleName(self.tr("Whose times are changed"))
        self.cut.setWhatsThis(
            self.tr(
                "Labels that a shift carries past the beginning or the end of their clip lose that "
                "part. Otherwise such a shift is refused."
            )
        )
        self.meant.setWhatsThis(
            self.tr(
                "The buttons below change these labels: the chosen ones, those of one track or of "
                "this clip, or those of all selected clips. Each press is one step of undo."
            )
        )

    def _button(self, text: str, tip: str, request: Callable[[LabelsMeant], LabelEdit]) -> QWidget:
        made = button(text, tip)
        made.clicked.connect(lambda: self.asked.emit(request(self.meant.currentData())))
        return made

    def _shift(self, meant: LabelsMeant) -> LabelEdit:
        return ShiftLabels(meant, self.by.value(), self.cut.isChecked())

    def _grid(self, meant: LabelsMeant) -> LabelEdit:
        return SnapLabels(meant, SnapTo.GRID, step_s=self.step.value())


class _SecondsBox(NumberBox):
    """Shows no more digits than there are."""

    @override
    def textFromValue(self, value: float) -> str:
        point = self.locale().decimalPoint()
        return super().textFromValue(value).rstrip("0").removesuffix(point)


def _seconds(least_s: float, most_s: float, value_s: float, tip: str) -> NumberBox:
    box = _SecondsBox()
    indent(box)
    box.setDecimals(6)
    box.setRange(least_s, most_s)
    box.setSingleStep(0.01)
    box.setStepType(NumberBox.StepType.AdaptiveDecimalStepType)
    box.setSuffix(" s")
    box.setValue(value_s)
    box.setToolTip(tip)
    return box
