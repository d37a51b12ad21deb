"""The importer's choice to go on watching a folder, and what is watched now."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project_settings import WATCHED
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.folder_watcher import FolderWatcher
from audioclf_gui.gui.widgets import ElidedLabel, button, row_layout
from audioclf_gui.jobs.import_plan import ImportPlan, plan_from_json, plan_to_json


class WatchRow(QWidget):
    """A box to tick before an import, and a button that ends it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._folder: Path | None = None
        self.watcher = FolderWatcher(context, self)
        self.watcher.changed.connect(self._show)
        context.document.setting_changed.connect(self._follow)
        self.box = QCheckBox(self.tr("Watch the folder"))
        self.box.setToolTip(
            self.tr("New recordings in it come in by themselves, as these do, while the project is open")
        )
        self.watched = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.stop_button = button(self.tr("Stop watching"), self.tr("Let nothing more come in by itself"))
        self.stop_button.clicked.connect(self._stop)
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
            since_s = time.time()
            kept = {"folder": str(self._folder), "copy": copy, "plan": plan_to_json(plan), "since_s": since_s}
            self._keep(kept)
            self.watcher.start(self._folder, plan, copy=copy, since_s=since_s)
            self.box.setChecked(False)

    def resume(self) -> None:
        """Watch the folder that was watched when the project was closed, and say so."""
        folder = self._watch_kept()
        if folder is not None:
            told = self.tr(
                "New recordings in {folder} come in by themselves, as before; the importer stops it."
            )
            self._context.message_bar.show_note(told.format(folder=folder))

    def _follow(self, setting: str) -> None:
        if setting == WATCHED and self.watcher.folder is not None:
            self._watch_kept()

    def _watch_kept(self) -> Path | None:
        kept = self._context.document.project.settings.get(WATCHED)
        try:
            folder, copy = Path(kept["folder"]), bool(kept["copy"])  # type: ignore[index] # refused below
            plan, since_s = plan_from_json(kept["plan"]), kept.get("since_s")  # type: ignore[index,attr-defined]
        except (KeyError, TypeError):  # a newer program has kept it
            return None
        self.watcher.start(folder, plan, copy=copy, since_s=since_s)
        return folder

    def _stop(self) -> None:
        self.watcher.stop()
        self._keep(None)

    def _keep(self, value: object) -> None:
        try:
            self._context.document.project.settings.put(WATCHED, value)
        except UserError as error:
            self._context.message_bar.show_error(error)

    def _show(self) -> None:
        folder = self.watcher.folder
        self.box.setVisible(self._folder is not None and self._folder != folder)
        for widget in (self.watched, self.stop_button):
            widget.setVisible(folder is not None)
        self.watched.set_text("" if folder is None else self.tr("Watching {folder}").format(folder=folder))
