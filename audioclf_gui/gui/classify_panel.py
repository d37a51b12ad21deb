"""Classifying files of no project: a strip that asks for a model and a format, then for files and a place."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy

from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.content import kept_note
from audioclf_gui.core.text import Text, listed
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.live.choosers import ModelChooser
from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, indent, muted_label, panel_closer, primary_button, row_layout
from audioclf_gui.jobs.predict import GivenAgain, Predict, predict
from audioclf_gui.jobs.record_heard import NotRecorded
from audioclf_gui.jobs.results import LABEL_FILES, TABLES, Output, ResultWritten

_FORMAT_KEY = "classify/format"
_LONGEST_HOP_S = 600.0


class ClassifyPanel(Panel):
    """Writes what a model says about sound files, whether they are in the project or not."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._written: list[ResultWritten] = []
        self._told: list[Text] = []
        self.model = ModelChooser()
        self.model.setToolTip(self.tr("What to classify with"))
        self.model.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.model.setMinimumWidth(200)
        self.formats = self._format_box(context.session.text(_FORMAT_KEY))
        self.hop = self._hop_field()
        self.classify_button = primary_button(
            self.tr("Choose files…"), self.tr("Choose sound files, then where the results go")
        )
        self.classify_button.clicked.connect(self.choose_files)
        close = panel_closer()
        close.clicked.connect(self.closed)
        row = row_layout(muted_label(self.tr("Classify files with")), self.model)
        row.addWidget(muted_label(self.tr("as")))
        row.addWidget(self.formats)
        row.addWidget(muted_label(self.tr("every")))
        row.addWidget(self.hop)
        row.addWidget(self.classify_button)
        row.addStretch(1)
        row.addWidget(close)
        self.body.setContentsMargins(10, 6, 6, 6)
        self.body.addLayout(row)
        self.model.changed.connect(self._show_state)
        context.document.runs_changed.connect(self._show_models)
        self._show_models()

    def _format_box(self, chosen: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Format"))
        box.setToolTip(self.tr("A table of every window, or a file of labels for each sound file"))
        box.addItem(self.tr("Table (.csv)"), "csv")
        box.addItem("JSON (.json)", "json")
        for key in LABEL_FILES:
            box.addItem(f"{words(FORMATS[key].name)} ({FORMATS[key].suffixes[0]})", key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _hop_field(self) -> NumberBox:
        field = NumberBox()
        indent(field)
        field.setAccessibleName(self.tr("Distance of two windows"))
        field.setToolTip(self.tr("How far apart the windows are that the model hears one after the other"))
        field.setRange(0.0, _LONGEST_HOP_S)
        field.setSingleStep(0.25)
        field.setSuffix(" s")
        field.setSpecialValueText(self.tr("half a window"))
        return field

    def choose_files(self) -> None:
        """Let the system ask for sound files and for the place of the results, then classify."""
        session = self._context.session
        start = session.text("classify/from", str(self._context.document.project.folder))
        files, _filter = QFileDialog.getOpenFileNames(self, self.tr("Classify files"), start)
        if not files:
            return
        session.put("classify/from", str(Path(files[0]).parent))
        place = self._ask_place(str(Path(files[0]).parent))
        if place:
            self.classify([Path(file) for file in files], Path(place))

    def classify(self, files: Sequence[Path], place: Path) -> None:
        """Classify files in the background and write the results to `place`, a file or a folder."""
        model, key = self.model.wanted, str(self.formats.currentData())
        if model is None:
            return
        self._context.session.put(_FORMAT_KEY, key)
        self._written, self._told = [], []
        self._context.start(
            partial(predict, Predict(model, tuple(files), (Output(key, place),), self.hop.value() or None)),
            Text("Classifying files"),
            self._note,
            self._finish,
        )

    def _ask_place(self, start: str) -> str:
        key = str(self.formats.currentData())
        if key not in TABLES:
            return QFileDialog.getExistingDirectory(self, self.tr("Folder of the label files"), start)
        name = str(Path(start) / f"predictions.{key}")
        return QFileDialog.getSaveFileName(self, self.tr("Results"), name, f"*.{key}")[0]

    def _note(self, event: object) -> None:
        match event:
            case ResultWritten():
                self._written.append(event)
            case NotRecorded() | GivenAgain():
                self._told.append(event.text)

    def _finish(self, refused: tuple[Quarantined, ...]) -> None:
        n = len(self._written)
        told = [Text("{n} file of results written.", "{n} files of results written.", n=n)]
        if (note := kept_note([one.kept for one in self._written if one.kept is not None])) is not None:
            told.append(note)
        told += self._told
        told += [Text("{name}: {reason}", name=one.path.name, reason=one.reason) for one in refused]
        self._context.message_bar.show_note(words(listed(told)))
        self.closed.emit()

    def _show_models(self) -> None:
        self.model.show_runs(self._context.document.project)

    def _show_state(self) -> None:
        self.classify_button.setEnabled(self.model.wanted is not None)
