"""SETTINGS: what was set otherwise in the runs that are chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.table_model import Column, ValueTable, value_view
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import muted_label
from audioclf_gui.jobs.setting_differences import SettingDifference, setting_differences

_LEAST_WIDTH = 58  # of a column, in pixels: more runs than have room are scrolled to


class SettingsTable(QWidget):
    """A row for each setting that differs, a column for each run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ValueTable(())
        self.view = value_view(self.model, self.tr("Settings that differ"))
        self.same = muted_label(self.tr("All were trained with the same settings."), wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignTop)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show what differs between these runs."""
        found = setting_differences(runs)
        self.view.setVisible(bool(found))
        self.same.setVisible(not found)
        values = [
            Column(words(Text("Run {id:d}", id=run.id)), _value(place)) for place, run in enumerate(runs)
        ]
        name = Column(self.tr("Setting"), lambda one: words(one.name), _tip)
        self.model.show_columns((name, *values), found)
        header = self.view.horizontalHeader()
        header.setMinimumSectionSize(_LEAST_WIDTH)
        for place in range(1, len(runs) + 1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)


def _value(place: int) -> Callable[[SettingDifference], str]:
    return lambda one: words(one.values[place])


def _tip(one: SettingDifference) -> str:
    return f"{words(one.name)}: {words(one.reason)}"
