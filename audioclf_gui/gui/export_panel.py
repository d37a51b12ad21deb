"""Exporting labels: a strip that asks for the format and the clips, then for the folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.label_templates import templates
from audioclf_gui.core.text import Text, listed
from audioclf_gui.formats.exchange import exports
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label_exchange import ExportProgress, write_label_files
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, icon_button, muted_label, primary_button, row_layout

_FORMAT_KEY = "export/format"


class ExportPanel(Panel):
    """Writes one label file for each clip that has labels."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._losses: set[Text] = set()
        self._written = 0
        self._has_failed = False
        self.formats = QComboBox()
        self.formats.setAccessibleName(self.tr("Format"))
        self.formats.setToolTip(self.tr("The program that shall read the labels"))
        for key, known in FORMATS.items():
            self.formats.addItem(f"{words(known.name)} ({known.suffixes[0]})", key)
        self.formats.setCurrentIndex(max(0, self.formats.findData(context.session.text(_FORMAT_KEY))))
        self.clips = QComboBox()
        self.clips.setAccessibleName(self.tr("Clips"))
        self.clips.setToolTip(self.tr("Which clips' labels are written"))
        self.clips.addItem(self.tr("All clips"), "all")
        self.clips.addItem(self.tr("The clip that is shown"), "current")
        self.export_button = primary_button(
            self.tr("Export…"), self.tr("Choose a folder and write one file for each clip")
        )
        self.export_button.clicked.connect(self.choose_folder)
        close = icon_button("close", self.tr("Close"), flat=True)
        close.clicked.connect(self.closed)
        row = row_layout(muted_label(self.tr("Export labels as")), self.formats, muted_label(self.tr("of")))
        row.addWidget(self.clips)
        row.addWidget(self.export_button)
        row.addStretch(1)
        row.addWidget(close)
        self.body.setContentsMargins(10, 6, 6, 6)
        self.body.addLayout(row)

    def choose_folder(self) -> None:
        """Let the system ask for a folder, then write."""
        start = self._context.session.text("export/place", str(self._context.document.project.folder))
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export labels"), start)
        if folder:
            self._context.session.put("export/place", folder)
            self.export(Path(folder))

    def export(self, folder: Path) -> None:
        """Write the label files into `folder`, in the background."""
        key = str(self.formats.currentData())
        self._context.session.put(_FORMAT_KEY, key)
        known = FORMATS[key]
        wanted = exports(
            self._context.document.view,
            self._chosen(),
            known,
            folder,
            templates(self._context.document.project.file, key),
        )
        self._losses, self._written, self._has_failed = set(), 0, False
        self._context.start(
            lambda: write_label_files(wanted),
            Text("Exporting labels"),
            self._count,
            on_failed=self._fail,
            on_ended=self._finish,
        )

    def _chosen(self) -> list[Clip]:
        document = self._context.document
        if self.clips.currentData() == "all":
            return list(document.view.clips)
        return [] if document.current is None else [document.current]

    def _count(self, progress: ExportProgress) -> None:
        self._written = progress.done
        self._losses.update(progress.losses)

    def _fail(self, error: Exception) -> None:
        self._has_failed = True
        self._context.message_bar.show_failure(error)

    def _finish(self) -> None:
        if self._has_failed:
            return
        written = Text("{n} label file written.", "{n} label files written.", n=self._written)
        losses = sorted(self._losses, key=str)
        self._context.message_bar.show_note(words(listed([written, *losses])))
        self.closed.emit()
