"""PER GROUP: which speaker, which site is the hard one; the worst stands first."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from audioclf_gui.core.figures import GroupFigures
from audioclf_gui.core.group_names import group_title
from audioclf_gui.core.report import Report
from audioclf_gui.gui.table_model import Column, ValueTable, value_view
from audioclf_gui.gui.text import capitalised, number_text
from audioclf_gui.gui.train.group_naming import GroupNameRow
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import muted_label


class GroupTable(QWidget):
    """A row for each group that was judged, with words where there are none to compare."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ValueTable(())
        self.view = value_view(self.model, self.tr("Figures per group"))
        self.empty = muted_label(
            self.tr(
                "Clips that have groups, such as speakers or sites, are compared here by these after a run."
            ),
            wrap=True,
        )
        self.naming = GroupNameRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.naming)
        self.show_report(Report())

    def show_report(self, report: Report) -> None:
        """Show the groups of another run."""
        groups = report.per_group if len(report.per_group) > 1 else ()
        self.view.setVisible(bool(groups))
        self.empty.setVisible(not groups)
        if not groups:
            return
        figures = [
            Column(capitalised(words(one.name)), _value(place), _tip(place), is_number=True)
            for place, one in enumerate(groups[0].figures)
        ]
        group = Column(words(group_title(report.judged_by)), lambda one: str(one.name))
        clips = Column(self.tr("Clips"), lambda one: number_text(one.pieces), is_number=True)
        self.model.show_columns((group, *figures, clips), groups)
        self.view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _value(place: int) -> Callable[[GroupFigures], str]:
    return lambda one: words(one.figures[place].value_text)


def _tip(place: int) -> Callable[[GroupFigures], str]:
    return lambda one: words(one.figures[place].tip)
