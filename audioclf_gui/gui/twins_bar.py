"""Tells which classes look alike, each pair a click away from being one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, row_layout, set_role
from audioclf_gui.jobs.edit_clips import MergeClasses


class TwinsBar(QWidget):
    """A line for each set of classes that look alike, with a button that merges them."""

    merge_asked = Signal(object)  # MergeClasses

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QWidget] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_twins(self, view: CatalogueView) -> None:
        """Tell which classes of the project look alike; hidden if none do."""
        while (item := self._lines.takeAt(0)) is not None:
            if line := item.widget():
                line.deleteLater()
        self.buttons = []
        for twins in view.twins:
            told = QLabel(words(twins.text))
            told.setWordWrap(True)
            set_role(told, "warn")
            merge = button(
                self.tr("Merge into {name}").format(name=twins.into),
                self.tr("Give the labels of the others to {name}; can be undone").format(name=twins.into),
            )
            request = MergeClasses(twins.names, twins.into)
            merge.clicked.connect(lambda _checked=False, request=request: self.merge_asked.emit(request))
            line = QWidget()
            row = row_layout(told, merge)
            row.setStretch(0, 1)
            row.setAlignment(merge, Qt.AlignmentFlag.AlignTop)
            line.setLayout(row)
            self._lines.addWidget(line)
            self.buttons.append(merge)
        self.setVisible(bool(self.buttons))
