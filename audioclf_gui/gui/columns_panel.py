"""Lets the user say what the columns of a table of labels are."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.formats.chosen_columns import FIELDS, chosen, chosen_text
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label, primary_button, row_layout

_NAMES: Mapping[str, Text] = {
    "start_s": Text("Start"),
    "end_s": Text("End"),
    "duration_s": Text("Duration"),
    "label": Text("Class"),
    "low_hz": Text("Lowest frequency"),
    "high_hz": Text("Highest frequency"),
    "score": Text("Score"),
    "track": Text("Track"),
    "note": Text("Note"),
    "certainty": Text("Certainty"),
    "file": Text("Recording"),
}


class ColumnsPanel(Popover):
    """A box for each thing that a column can say; empty: it is found by its name, or there is none."""

    taken = Signal(str)  # the choice, see `formats.chosen_columns`

    def __init__(self, parent: QWidget) -> None:
        super().__init__(words(Text("Columns of the table")), parent)
        self.boxes = {field: QComboBox() for field in FIELDS}
        for field, box in self.boxes.items():
            box.setAccessibleName(words(_NAMES[field]))
            self.form.addRow(words(_NAMES[field]), box)
        self.form.addRow(
            muted_label(self.tr("Times are seconds unless a name says otherwise, as in “t0 (ms)”."))
        )
        self.read_again = primary_button(
            self.tr("Read again"), self.tr("Read with these columns; tables with the same ones will be, too")
        )
        self.form.addRow("", self.read_again)
        self.read_again.clicked.connect(self._take)

    def offer(self, header: Sequence[str], before: str) -> None:
        """Offer these columns, with what was chosen before."""
        said = chosen(before)
        for field, box in self.boxes.items():
            box.clear()
            box.addItem(self.tr("as its name tells"), "")
            for name in dict.fromkeys(header):
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(said.get(field, ""))))

    def _take(self) -> None:
        self.hide()
        self.taken.emit(chosen_text({field: box.currentData() for field, box in self.boxes.items()}))


class TableColumns(QWidget):
    """The column that holds the labels, where several may, and all columns of a table on request."""

    taken = Signal(str)  # the choice, see `formats.chosen_columns`

    def __init__(self) -> None:
        super().__init__()
        self.labels = QComboBox()
        self.labels.setAccessibleName(self.tr("Column of the labels"))
        self.labels.setToolTip(self.tr("Read the table again, with the labels in another column"))
        self.title = muted_label(self.labels.accessibleName())
        self.all = button(
            self.tr("Columns…"), self.tr("Say which column of the table holds what, and read it again")
        )
        self.panel = ColumnsPanel(self)
        row = row_layout(self.title, self.labels, self.all)
        row.addStretch(1)
        self.setLayout(row)
        self.labels.activated.connect(self._choose)
        self.all.clicked.connect(self._open)
        self.panel.taken.connect(self.taken)

    def offer(self, labels: Sequence[str], header: Sequence[str], before: str) -> None:
        """Offer the columns that may hold labels, the one that was read first, and all of a table."""
        self.labels.clear()
        self.labels.addItems(list(labels))
        for widget in (self.title, self.labels):
            widget.setVisible(len(labels) > 1)
        self.setVisible(bool(header))
        self.panel.offer(header, before)

    def _open(self) -> None:
        self.panel.open_at(self.all)

    def _choose(self) -> None:
        if self.labels.currentIndex() > 0:
            self.taken.emit(self.labels.currentText())
