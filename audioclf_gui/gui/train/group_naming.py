"""What the groups of the project are called: a field below their figures."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from audioclf_gui.core.project_settings import GROUPS_CALLED
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.widgets import muted_label, row_layout
from audioclf_gui.jobs.name_groups import NameGroups, name_groups

_WIDEST = 220  # pixels


class GroupNameRow(QWidget):
    """A field for the name of one of them."""

    named = Signal(str)  # another name than before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("speaker, site, microphone …"))
        self.name.setMaximumWidth(_WIDEST)
        self.name.setAccessibleName(self.tr("What one of the groups is"))
        self.name.setToolTip(self.tr("Reports of later runs say so: “judged by 12 speakers”, for one"))
        label = muted_label(self.tr("One of the groups is a"))
        label.setBuddy(self.name)
        row = row_layout(label, self.name)
        row.addStretch(1)
        self.setLayout(row)
        self.name.editingFinished.connect(self._tell)
        self.show_name("")

    def show_name(self, name: str) -> None:
        """Show what they are called now."""
        self._known = name
        self.name.setText(name)

    def _tell(self) -> None:
        if self.name.text().strip() != self._known:
            self.named.emit(self.name.text())


class GroupNamer(QObject):
    """Keeps the name with the project, and shows the one that is kept.

    Attributes
    ----------
    name : str
        Empty if nobody has said it.
    """

    changed = Signal(str)

    def __init__(self, context: Context, row: GroupNameRow, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._row = context, row
        row.named.connect(self._keep)
        context.document.setting_changed.connect(self._follow)
        row.show_name(self.name)

    @property
    def name(self) -> str:
        """As the project has it."""
        return str(self._context.document.project.settings.get(GROUPS_CALLED) or "")

    def tell(self, other: Callable[[str], object]) -> None:
        """Tell somebody the name, now and whenever it changes."""
        other(self.name)
        self.changed.connect(other)

    def _keep(self, name: str) -> None:
        self._context.start(
            lambda: name_groups(NameGroups(name), self._context.document.project.view()),
            Text("Naming groups"),
            on_ended=lambda: self._row.show_name(self.name),
        )

    def _follow(self, setting: str) -> None:
        if setting == GROUPS_CALLED:
            self._row.show_name(self.name)
            self.changed.emit(self.name)
