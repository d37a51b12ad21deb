"""Exporting labels: a strip that asks for the format and the clips, then for the folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFileDialog
from typing_extensions import override

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.content import kept_note
from audioclf_gui.core.text import Text, listed
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, muted_label, panel_closer, primary_button, row_layout
from audioclf_gui.jobs.export_labels import ExportLabels, LabelFileWritten, export_labels, foresee_losses
from audioclf_gui.jobs.writing import KeepLabelFiles

_FORMAT_KEY = "export/format"


class ExportPanel(Panel):
    """Writes one label file for each clip that has labels."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._losses: set[Text] = set()
        self._kept: list[Path] = []
        self._written = 0
        self._usual: tuple[str, str] | None = None  # what was offered last
        self._foreseen_for: ExportLabels | None = None
        self.formats = QComboBox()
        self.formats.setAccessibleName(self.tr("Format"))
        self.formats.setToolTip(self.tr("The program that shall read the labels"))
        for key, known in FORMATS.items():
            self.formats.addItem(f"{words(known.name)} ({known.suffixes[0]})", key)
        self.clips = QComboBox()
        self.clips.setAccessibleName(self.tr("Clips"))
        self.clips.setToolTip(self.tr("Which clips' labels are written"))
        self.clips.addItem(self.tr("All clips"), "all")
        self.clips.addItem(self.tr("The clip that is shown"), "current")
        self.export_button = primary_button(
            self.tr("Export…"), self.tr("Choose a folder and write one file for each clip")
        )
        self.export_button.clicked.connect(self.choose_folder)
        self.foreseen = muted_label(wrap=True)
        self.foreseen.hide()
        self._arrange()
        self.formats.currentIndexChanged.connect(self._foresee)
        self.clips.currentIndexChanged.connect(self._foresee)

    def _arrange(self) -> None:
        close = panel_closer()
        close.clicked.connect(self.closed)
        row = row_layout(muted_label(self.tr("Export labels as")), self.formats, muted_label(self.tr("of")))
        row.addWidget(self.clips)
        row.addWidget(self.export_button)
        row.addStretch(1)
        row.addWidget(close)
        self.body.setContentsMargins(10, 6, 6, 6)
        self.body.addLayout(row)
        self.body.addWidget(self.foreseen)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_usual()
        self._foresee()

    def _offer_usual(self) -> None:
        """Choose the format that labels came in or were written in since this was shown; else leave it."""
        usual = (
            self._context.document.project.label_files.newest_format,
            self._context.session.text(_FORMAT_KEY),
        )
        if usual == self._usual:
            return
        self._usual = usual
        places = [place for place in map(self.formats.findData, usual) if place >= 0]
        self.formats.setCurrentIndex(places[0] if places else 0)

    def _foresee(self) -> None:
        """Say what the format has no place for, before anything is written."""
        if not self.isVisible():
            return
        request = ExportLabels(str(self.formats.currentData()), Path(), tuple(self._chosen()))
        self._foreseen_for = request
        self._context.start(
            partial(foresee_losses, request, self._context.document.project.view()),
            Text("Checking what the format can hold"),
            on_done=partial(self._show_foreseen, request),
        )

    def _show_foreseen(self, request: ExportLabels, losses: tuple[Text, ...]) -> None:
        if request is self._foreseen_for:
            self.foreseen.setText(words(listed(losses)) if losses else "")
            self.foreseen.setVisible(bool(losses))

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
        request = ExportLabels(key, folder, tuple(self._chosen()))
        self._losses, self._kept, self._written = set(), [], 0
        self._context.start(
            partial(export_labels, request, self._context.document.project.view()),
            Text("Exporting labels"),
            self._count,
            self._finish,
        )

    def _chosen(self) -> list[Clip]:
        document = self._context.document
        if self.clips.currentData() == "all":
            return list(document.view.clips)
        return [] if document.current is None else [document.current]

    def _count(self, one: LabelFileWritten | KeepLabelFiles) -> None:
        if isinstance(one, KeepLabelFiles):
            return
        self._written = one.done
        self._losses.update(one.losses)
        if one.kept is not None:
            self._kept.append(one.kept)

    def _finish(self, _result: None) -> None:
        written = Text("{n} label file written.", "{n} label files written.", n=self._written)
        note = kept_note(self._kept)
        told = [written, *([] if note is None else [note]), *sorted(self._losses, key=str)]
        self._context.message_bar.show_note(words(listed(told)))
        self.closed.emit()
