"""What is to be learnt, where a project knows numbers: those, or the labels; and what the numbers are."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import muted_label, row_layout
from audioclf_gui.ml.objective_choice import learns_numbers

_UNIT_WIDTH = 72


class GoalChooser(QWidget):
    """Hidden where there is nothing to choose: without numbers, and with what suits the data."""

    quantity_named = Signal(str, str)  # name and unit of the numbers

    def __init__(self, choice: TrainChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._view: CatalogueView | None = None
        self.goal = QComboBox()
        self.goal.setAccessibleName(self.tr("Learn"))
        self.goal.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.goal.setMinimumContentsLength(12)
        self.goal.activated.connect(lambda _place: choice.set(objective=self.goal.currentData()))
        self.note = muted_label(wrap=True)
        self.name, self.unit = QLineEdit(), QLineEdit()
        for field, title in ((self.name, self.tr("Name of the number")), (self.unit, self.tr("Its unit"))):
            field.setAccessibleName(title)
            field.setToolTip(title)
            field.editingFinished.connect(self._rename)
        self.unit.setPlaceholderText(self.tr("no unit"))
        self.unit.setFixedWidth(_UNIT_WIDTH)
        label = muted_label(self.tr("Learn"))
        label.setBuddy(self.goal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.goal)
        column.addWidget(self.note)
        column.addLayout(row_layout(self.name, self.unit))
        self.hide()

    def show_data(self, view: CatalogueView) -> None:
        """Offer what a project knows."""
        self._view = view
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        view, wanted = self._view, self._choice.settings.objective
        self.setVisible(view is not None and (view.has_numbers or wanted != "auto"))
        if view is None or self.isHidden():
            return
        is_number = learns_numbers(view, self._choice.settings)
        quantity = words(view.quantity.text)
        with QSignalBlocker(self.goal):
            self.goal.clear()
            self.goal.addItem(self.tr("What suits the data"), "auto")
            self.goal.addItem(self.tr("One class for each sound"), "single-label")
            self.goal.addItem(self.tr("Several classes for each sound"), "multi-label")
            self.goal.addItem(self.tr("A number: {quantity}").format(quantity=quantity), "regression")
            self.goal.setCurrentIndex(self.goal.findData(wanted))
        self.note.setText(words(_note(view, is_number=is_number)))
        self.name.setText(view.quantity.name)
        self.name.setPlaceholderText(quantity)
        self.unit.setText(view.quantity.unit)
        for field in (self.name, self.unit):
            field.setVisible(is_number and view.has_numbers)

    def _rename(self) -> None:
        view, name, unit = self._view, self.name.text().strip(), self.unit.text().strip()
        if view is None or not name or (name, unit) == (view.quantity.name, view.quantity.unit):
            return
        self.quantity_named.emit(name, unit)


def _note(view: CatalogueView, *, is_number: bool) -> Text:
    if is_number and view.labelled:
        return Text("Numbers are learnt; choose classes to learn the labels instead.")
    if is_number:
        return Text("Numbers are learnt.")
    return Text("The labels are learnt; choose the number to learn that instead.")
