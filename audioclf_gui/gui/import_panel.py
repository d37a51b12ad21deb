"""Importing: choose, see what it would come to, take it in, see what was refused."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.audio.ingest import IngestEvent, ingest
from audioclf_gui.core.clip import Candidate, Clip, FoundClip, Quarantined
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import RECORDINGS
from audioclf_gui.core.text import Text
from audioclf_gui.formats.exchange import ReadLabels
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.import_form import ImportForm
from audioclf_gui.gui.import_texts import outline_text, result_text, survey_text
from audioclf_gui.gui.label_exchange import RefusedLabels, read_label_files, take_in_labels
from audioclf_gui.gui.table_model import Column, ValueTable, value_view
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.gui.widgets import (
    MARGIN,
    ElidedLabel,
    Panel,
    button,
    focus_first,
    muted_label,
    primary_button,
    row_layout,
    set_role,
    title_label,
)
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.import_plan import Outline, Survey, columns_of, outline, survey

_BATCH = 500
_PREVIEWED = 200
_PAUSE_MS = 200


class ImportPanel(QWidget):
    """Sound files, with their classes, and label files, into the open project."""

    closed = Signal()
    imported = Signal(object)  # tuple[Clip, ...]

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._survey: Survey | None = None
        self._outline: Outline | None = None
        self._question = 0  # which choice the last answer of the background belongs to
        self._worker: Worker | None = None
        self._batch: list[FoundClip] = []
        self._clips: list[Clip] = []
        self._refused: list[Quarantined] = []
        self._labels: list[ReadLabels] = []
        self.form = ImportForm()
        self.form.columns_wanted.connect(self._read_columns)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._work_out)
        self.form.changed.connect(self._timer.start)
        self._make_widgets()
        self._arrange()
        self._show_survey()

    def _make_widgets(self) -> None:
        self.folder_button = button(self.tr("Choose folder…"), self.tr("A folder with everything below it"))
        self.folder_button.clicked.connect(self.choose_folder)
        self.files_button = button(self.tr("Choose files…"), self.tr("Sound files, label files or a table"))
        self.files_button.clicked.connect(self.choose_files)
        self.place = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.found = muted_label(wrap=True)
        self.import_button = primary_button(self.tr("Import"), self.tr("Take these clips into the project"))
        self.import_button.clicked.connect(self.start)
        self.stop_button = button(self.tr("Stop"), self.tr("Stop here and keep what is in already"))
        self.stop_button.clicked.connect(self.stop)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Import"))
        self.close_button = button(self.tr("Close"), self.tr("Back to the workspace; an import goes on"))
        self.close_button.clicked.connect(self.closed)
        self.preview = ValueTable(
            (
                Column(self.tr("File"), lambda one: one.path.name, lambda one: str(one.path)),
                Column(self.tr("Class"), lambda one: one.class_name or "\N{EM DASH}"),
                Column(self.tr("Group"), lambda one: one.group or "\N{EM DASH}"),
                Column(self.tr("Fold"), lambda one: one.fold or "\N{EM DASH}"),
            ),
            self,
        )
        self.refused = ValueTable(
            (
                Column(self.tr("File"), lambda one: one.path.name, lambda one: str(one.path)),
                Column(self.tr("Why not"), lambda one: words(one.reason)),
                Column(self.tr("What to do"), lambda one: words(one.remedy)),
            ),
            self,
        )
        self.numbers = muted_label()
        self.done_button = primary_button(self.tr("To the clips"), self.tr("Back to the workspace"))
        self.done_button.clicked.connect(self.closed)
        self.result = title_label("", 1)

    def _arrange(self) -> None:
        head = row_layout(title_label(self.tr("Import"), 5), spacing=12)
        head.addWidget(self.place, 1)
        head.addWidget(self.close_button)
        choice = Panel(self.tr("What to import"))
        choice.setFixedWidth(320)
        choice.body.addLayout(row_layout(self.folder_button, self.files_button))
        for widget in (self.found, self.form, self.import_button, self.progress, self.stop_button):
            choice.body.addWidget(widget)
        choice.body.addStretch(1)
        self.preview_panel = self._preview_panel()
        self.result_panel = self._result_panel()
        sides = row_layout(choice, self.preview_panel, self.result_panel, spacing=MARGIN)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(MARGIN)
        whole.addLayout(head)
        whole.addLayout(sides, 1)

    def _preview_panel(self) -> Panel:
        panel = Panel(self.tr("Preview"))
        self.preview_view = value_view(self.preview, self.tr("Preview"))
        for section, width in ((1, 170), (2, 150), (3, 90)):
            self.preview_view.horizontalHeader().resizeSection(section, width)
        self.hint = title_label(self.tr("Drop sound files, folders or label files here"), 4)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.hint, "muted")
        panel.body.addWidget(self.hint, 1)
        panel.body.addWidget(self.preview_view, 1)
        panel.body.addWidget(self.numbers)
        return panel

    def _result_panel(self) -> Panel:
        panel = Panel(self.tr("Result"))
        row = row_layout(self.result)
        row.addStretch(1)
        row.addWidget(self.done_button)
        panel.body.addLayout(row)
        self.refused_view = value_view(self.refused, self.tr("Refused files"), stretched=2)
        for section, width in ((0, 220), (1, 280)):
            self.refused_view.horizontalHeader().resizeSection(section, width)
        panel.body.addWidget(self.refused_view, 1)
        panel.body.addStretch()
        panel.hide()
        return panel

    @property
    def is_importing(self) -> bool:
        """Whether clips are being taken in."""
        return self._worker is not None

    def choose_folder(self) -> None:
        """Let the system ask for a folder."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Import a folder"), self._last_place())
        if folder:
            self.offer([Path(folder)])

    def choose_files(self) -> None:
        """Let the system ask for files."""
        files, _filter = QFileDialog.getOpenFileNames(self, self.tr("Import files"), self._last_place())
        if files:
            self.offer([Path(file) for file in files])

    def _last_place(self) -> str:
        return self._context.session.text("import/place", str(Path.home()))

    def offer(self, paths: Sequence[Path]) -> None:
        """Look at files and folders and show what importing them would come to."""
        if self.is_importing or not paths:
            return
        self._context.session.put("import/place", str(paths[0].parent))
        self._survey = self._outline = None
        self.result_panel.hide()
        self.found.setText(self.tr("Looking…"))
        self._question += 1
        self._context.start(
            lambda: survey(paths), Text("Looking at files"), partial(self._take_survey, self._question)
        )

    def _take_survey(self, question: int, found: Survey) -> None:
        if question != self._question or self.is_importing:
            return
        self._survey = found
        self.place.set_text(str(found.root))
        self._show_survey()
        if found.audio or found.tables:
            self.form.begin(found)
        elif found.label_files:
            self._read_labels(found.label_files)

    def _show_survey(self) -> None:
        found = self._survey
        self.form.setVisible(found is not None and bool(found.audio or found.tables))
        if found is None:
            self.found.setText(self.tr("Or drop them anywhere on the window."))
        else:
            self.found.setText(survey_text(found))
        self._show_outline()

    def _read_columns(self, table: Path) -> None:
        self._context.start(
            lambda: columns_of(table),
            Text("Reading the table"),
            partial(self._take_columns, table),
            on_failed=self._refuse_plan,
        )

    def _take_columns(self, table: Path, columns: tuple[str, ...]) -> None:
        if table == self.form.plan.table:
            self.form.set_columns(columns)

    def _work_out(self) -> None:
        found, plan, view = self._survey, self.form.plan, self._context.document.view
        if found is None or self.is_importing:
            return
        self._question += 1
        question = self._question

        def show(result: Outline) -> None:
            if question == self._question:
                self._outline = result
                self._show_outline()

        def refuse(error: Exception) -> None:
            if question == self._question:
                self._refuse_plan(error)

        self._context.start(lambda: outline(found, plan, view), Text("Preview"), show, on_failed=refuse)

    def _refuse_plan(self, error: Exception) -> None:
        self._outline = None
        self._show_outline()
        if isinstance(error, UserError):
            self.numbers.setText(in_sentences(error))
            set_role(self.numbers, "warn")
        else:
            self._context.message_bar.show_bug(error)

    def _show_outline(self) -> None:
        result = self._outline
        self.preview.show(result.wanted[:_PREVIEWED] if result else ())
        self.import_button.setEnabled(bool(result and result.wanted) and not self.is_importing)
        self.import_button.setVisible(self._survey is not None and not self.is_importing)
        self.hint.setVisible(self._survey is None)
        self.preview_view.setVisible(self._survey is not None)
        for widget in (self.progress, self.stop_button):
            widget.setVisible(self.is_importing)
        self.preview_panel.setVisible(self.result_panel.isHidden() or self.is_importing)
        for choice in (self.folder_button, self.files_button, self.form):
            choice.setEnabled(not self.is_importing)
        self._lead()
        self.numbers.setText("" if result is None else outline_text(result, _PREVIEWED))
        set_role(self.numbers, "muted")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lead()

    def _lead(self) -> None:
        """The keyboard goes to the next step, unless it is in a choice that is being made."""
        focus = self.focusWidget()
        if self.isVisible() and (focus is None or not self.form.isAncestorOf(focus)):
            focus_first(self.done_button, self.stop_button, self.import_button, self.folder_button)

    def start(self) -> None:
        """Take in what the preview shows, in the background."""
        project = self._context.document.project
        if self._outline is None or self.is_importing:
            return
        if project.read_only:
            self._context.message_bar.show_error(ReadOnlyProjectError(project.folder))
            return
        wanted: tuple[Candidate, ...] = self._outline.wanted
        copy_to = project.folder / RECORDINGS if self.form.copy_box.isChecked() else None
        self._batch, self._clips, self._refused = [], [], []
        self._worker = self._context.start(
            lambda: ingest(wanted, copy_to), Text("Importing"), self._take, on_ended=self._finish
        )
        self.progress.setRange(0, len(wanted))
        self.progress.setFormat(self.tr("%v of %m"))
        self.progress.setValue(0)
        self._show_outline()

    def stop(self) -> None:
        """Stop the import; what came in stays."""
        if self._worker is not None:
            self._worker.stop()

    def _take(self, event: IngestEvent) -> None:
        match event:
            case FoundClip():
                self._batch.append(event)
                if len(self._batch) >= _BATCH:
                    self._flush()
            case Quarantined():
                self._refused.append(event)
            case Progress():
                self.progress.setValue(event.done)

    def _flush(self) -> None:
        if self._batch:
            batch, self._batch = self._batch, []
            self._clips.extend(self._context.document.add_clips(batch))

    def _finish(self) -> None:
        self._worker = self._outline = None
        document = self._context.document
        try:
            self._flush()
            document.set_quarantine(self._refused, map(document.view.audio_path, self._clips))
        finally:  # the disk may be full by now
            self._show_result()
            self._show_outline()
        if self._clips and self._context.document.current is None:
            self._context.document.set_current(self._clips[0].id)
        self.imported.emit(tuple(self._clips))
        if self._survey is not None and self._survey.label_files and self._clips:
            self._read_labels(self._survey.label_files)

    def _read_labels(self, files: Sequence[Path]) -> None:
        self._context.start(
            lambda: read_label_files(files),
            Text("Reading labels"),
            self._take_labels,
            on_ended=self._finish_labels,
        )

    def import_labels(self, files: Sequence[Path]) -> None:
        """Take in label files for clips that are in the project."""
        if self.is_importing:
            return
        self._refused, self._clips = [], []
        self._read_labels(files)

    def _take_labels(self, event: ReadLabels | RefusedLabels) -> None:
        match event:
            case ReadLabels():
                self._labels.append(event)
            case RefusedLabels():
                self._refused.append(Quarantined(event.source, event.error.message, event.error.remedy))

    def _finish_labels(self) -> None:
        labels, self._labels = self._labels, []
        for one in take_in_labels(self._context.document, labels, Text("import labels")):
            self._refused.append(Quarantined(one.source, one.error.message, one.error.remedy))
        self._show_result(sum(len(one.labels.regions) for one in labels))

    def _show_result(self, regions: int = 0) -> None:
        classes = {
            label.class_id
            for clip in self._clips
            for label in self._context.document.view.labels(clip.id)
            if label.class_id is not None
        }
        self.result.setText(result_text(len(self._clips), len(classes), len(self._refused), regions))
        self.refused.show(tuple(self._refused))
        self.refused_view.setVisible(bool(self._refused))
        self.result_panel.show()
        self._lead()
        self.preview_panel.hide()
