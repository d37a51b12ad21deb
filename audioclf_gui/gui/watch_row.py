"""The importer's choice to go on watching a folder, and what is watched now."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from audioclf_gui.gui.context import Context
from audioclf_gui.gui.folder_watcher import FolderWatcher
from audioclf_gui.gui.widgets import ElidedLabel, button, row_layout
from audioclf_gui.jobs.import_plan import ImportPlan


class WatchRow(QWidget):
    """A box to tick before an import, and a button that ends it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._folder: Path | None = None
        self.watcher = FolderWatcher(context, self)
        self.watcher.changed.connect(self._show)
        self.box = QCheckBox(self.tr("Watch the folder"))
        self.box.setToolTip(
            self.tr("New recordings in it come in by themselves, as these do, until the project is closed")
        )
        self.watched = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.stop_button = button(self.tr("Stop watching"), self.tr("Let nothing more come in by itself"))
        self.stop_button.clicked.connect(self.watcher.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        row = row_layout(self.watched, self.stop_button)
        row.setStretch(0, 1)
        column.addLayout(row)
        self._show()

    def offer(self, folder: Path | None) -> None:
        """Offer to watch the folder that was chosen; None if it was none."""
        self._folder = folder
        self.box.setChecked(False)
        self._show()

    def begin(self, plan: ImportPlan, *, copy: bool) -> None:
        """Watch the folder from now on, if that is wanted."""
        if self.box.isChecked() and self._folder is not None:
            self.watcher.start(self._folder, plan, copy=copy)
            self.box.setChecked(False)

    def _show(self) -> None:
        folder = self.watcher.folder
        self.box.setVisible(self._folder is not None and self._folder != folder)
        for widget in (self.watched, self.stop_button):
            widget.setVisible(folder is not None)
        self.watched.set_text("" if folder is None else self.tr("Watching {folder}").format(folder=folder))
