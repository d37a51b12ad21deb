"""Files that could not be taken in, with the reason, and a way to try again."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from audioclf_gui.core.clip import Candidate, Quarantined
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, button, muted_label, row_layout

if TYPE_CHECKING:  # with all that importing needs, which a window that is just shown does not
    from audioclf_gui.jobs.import_clips import ClipsImported


class QuarantineList(Panel):
    """A row for each file; nothing of it is in the project, so there is nothing to judge."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._files: tuple[Quarantined, ...] = ()
        self.setAccessibleName(self.tr("Files that were put aside"))
        self.none = muted_label(self.tr("Every file could be read."))
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("Files that were put aside"))
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Reason"), self.tr("What to do")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.again = button(
            self.tr("Try again"), self.tr("Take in those of these files that can be read by now")
        )
        self.again.clicked.connect(self.try_again)
        self._last = row_layout(self.again)
        self._last.addStretch(1)
        self.body.addWidget(self.none, 1)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._last)

    def refresh(self) -> None:
        """Show what is put aside now."""
        self._files = tuple(self._context.document.project.quarantine)
        for widget in (self.table, self.again):
            widget.setVisible(bool(self._files))
        self.none.setVisible(not self._files)
        self.table.setRowCount(len(self._files))
        for row, file in enumerate(self._files):
            self._fill(row, (str(file.path), words(file.reason), words(file.remedy)))
        self.table.resizeRowsToContents()

    def _fill(self, row: int, texts: Sequence[str]) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(row, column, item)

    def try_again(self) -> None:
        """Import the files once more; those that still cannot be read stay here."""
        from audioclf_gui.jobs.import_clips import ImportClips, import_clips

        request = ImportClips(tuple(Candidate(file.path) for file in self._files))
        project = self._context.document.project.view()
        self._context.start(partial(import_clips, request, project), Text("Importing"), on_done=self._tell)

    def _tell(self, done: "ClipsImported") -> None:
        taken = len(self._files) - len(done.refused)
        told = Text("{n} file could be read now", "{n} files could be read now", n=taken)
        self._context.status(words(told))
        self.refresh()
