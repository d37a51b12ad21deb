"""Exporting a run's model for other programs: a small form, then the place, then the job."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QWidget

from audioclf_gui.core.content import kept_note
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words, words_in_files
from audioclf_gui.gui.widgets import primary_button
from audioclf_gui.jobs.export_model import ExportModel, ModelExported, export_model
from audioclf_gui.ml.exporters import EXPORTERS

_PLACE = "export-model/place"
_TARGET = "export-model/target"
_LICENCE = "export-model/licence"


class ModelExportPanel(Popover):
    """What the model becomes, how small, and what is written beside it."""

    exported = Signal(object)  # ModelExported

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(words(Text("Export the model")), parent)
        self._context = context
        self._run: Run | None = None
        session = context.session
        self.target = QComboBox()
        for key, exporter in EXPORTERS.items():
            self.target.addItem(f"{words(exporter.title)} ({exporter.suffix})", key)
        self.target.setCurrentIndex(max(0, self.target.findData(session.text(_TARGET))))
        self.target.setToolTip(self.tr("What other programs read: the sound goes in, the scores come out"))
        self.int8 = QCheckBox(self.tr("Weights of eight bits (int8)"))
        self.int8.setToolTip(
            self.tr("A smaller file; what it costs in accuracy is measured on your clips and told")
        )
        self.card = QCheckBox(self.tr("Model card beside it"))
        self.card.setToolTip(
            self.tr("Classes, data, figures and limits, as Markdown and as a page for the browser")
        )
        self.card.setChecked(True)
        self.licence = QLineEdit(session.text(_LICENCE))
        self.licence.setPlaceholderText(self.tr("not stated"))
        self.licence.setToolTip(self.tr("Under which others may use the model, in your words"))
        self.export_button = primary_button(
            self.tr("Export…"), self.tr("Choose a place, then write the file and check what it answers")
        )
        self.export_button.clicked.connect(self._choose_place)
        for text, field in (
            (self.tr("Write"), self.target),
            ("", self.int8),
            ("", self.card),
            (self.tr("Licence"), self.licence),
        ):
            field.setAccessibleName(text or field.text() if isinstance(field, QCheckBox) else text)
            self.form.addRow(text, field)
        self.form.addRow("", self.export_button)

    def open_for(self, run: Run, button: QWidget) -> None:
        """Ask how the model of this run is to be exported."""
        self._run = run
        self.open_at(button)

    def _choose_place(self) -> None:
        """Let the system ask for the file, then write it."""
        run = self._run
        if run is None:
            return
        self.hide()
        suffix = EXPORTERS[str(self.target.currentData())].suffix
        project = self._context.document.project
        folder = Path(self._context.session.text(_PLACE, str(project.folder)))
        name = str(folder / f"{project.folder.name} {run.id}{suffix}")
        place, _filter = QFileDialog.getSaveFileName(
            self.parentWidget(), self.tr("Export the model"), name, f"*{suffix}"
        )
        if place:
            file = Path(place)
            self._context.session.put(_PLACE, str(file.parent))
            self.export(run, file if file.suffix else file.with_suffix(suffix))

    def export(self, run: Run, file: Path) -> None:
        """Write the model of a run in the background, with the card in the window's language."""
        project = self._context.document.project
        target, licence = str(self.target.currentData()), self.licence.text().strip()
        self._context.session.put(_TARGET, target)
        self._context.session.put(_LICENCE, licence)
        request = ExportModel(
            bundle=project.runs.bundle_path(run),
            target=target,
            file=file,
            int8=self.int8.isChecked(),
            card=self.card.isChecked(),
            licence=licence,
        )
        self._context.start(
            partial(export_model, request, project.view(), words_in_files),
            Text("Exporting the model"),
            on_done=self._tell,
        )

    def _tell(self, done: ModelExported) -> None:
        kept = kept_note([one.kept for one in done.written if one.kept is not None])
        told = [Text("The model is written: {file}.", file=done.written[0].path)]
        told += [*done.notes, *([] if kept is None else [kept])]
        self._context.message_bar.show_note(words(listed(told)))
        self.exported.emit(done)
