"""Importing: choose, see what it would come to, take it in, see what was refused."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.core.clip import Clip, Quarantined
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.datasets import ClassNames, Sheet, read_sheet
from audioclf_gui.gui.class_merging import merge_classes
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.import_form import ImportForm
from audioclf_gui.gui.import_preview import PreviewPanel
from audioclf_gui.gui.import_result import ResultPanel
from audioclf_gui.gui.import_sources import ImportSources
from audioclf_gui.gui.import_texts import result_text, survey_text
from audioclf_gui.gui.label_files_bar import ModeRow
from audioclf_gui.gui.label_imports import LabelImports
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.gui.watch_row import WatchRow
from audioclf_gui.gui.widgets import (
    MARGIN,
    ElidedLabel,
    Panel,
    button,
    focus_first,
    muted_label,
    primary_button,
    row_layout,
    title_label,
)
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.edit_clips import MergeClasses, NameClasses
from audioclf_gui.jobs.import_clips import ClipsImported, ImportClips, import_clips
from audioclf_gui.jobs.import_labels import ImportLabels, LabelsImported
from audioclf_gui.jobs.import_plan import Outline, outline
from audioclf_gui.jobs.import_survey import Survey, survey
from audioclf_gui.jobs.joined_labels import joined_labels
from audioclf_gui.jobs.unpack_archives import ArchivesUnpacked

_PAUSE_MS = 200


class ImportPanel(QWidget):
    """Sound files, with their classes, and label files, into the open project."""

    closed = Signal()
    clips_asked = Signal()  # to see what was imported
    imported = Signal(object)  # tuple[Clip, ...]

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._survey: Survey | None = None
        self._outline: Outline | None = None
        self._label_files: tuple[Path, ...] = ()  # of the last outline: they come in after the recordings
        self._names: ClassNames | None = None  # of the last outline: for codes of classes
        self._opened = ArchivesUnpacked(())
        self._question = 0  # which choice the last answer of the background belongs to
        self._worker: Worker | None = None
        self._stop = threading.Event()
        self._first_id = context.document.view.next_clip_id()  # clips from here on came with this import
        self._refused: tuple[Quarantined, ...] = ()
        self._labels: dict[Path, int] = {}  # how many each label file brought
        self._label_imports = LabelImports(context, self)
        self._label_imports.done.connect(self._show_labels)
        self._done: ClipsImported | None = None  # what the last import of sound came to
        self.form = ImportForm()
        self.form.columns_wanted.connect(self._read_columns)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._work_out)
        self.form.changed.connect(self._work_out_soon)
        self._make_widgets()
        self._arrange()
        self._show_survey()

    def _make_widgets(self) -> None:
        self.sources = ImportSources(self._context)
        self.sources.chosen.connect(self.offer)
        self.sources.opened.connect(self._look)
        self.sources.failed.connect(self._refuse_sources)
        self.sources.stopped.connect(self._show_survey)
        self.folder_button = self.sources.folder_button
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
        self.watching = WatchRow(self._context)
        self._mode_row = ModeRow()
        self.modes = self._mode_row.box

    def _arrange(self) -> None:
        head = row_layout(title_label(self.tr("Import"), 5), spacing=12)
        head.addWidget(self.place, 1)
        head.addWidget(self.close_button)
        choice = Panel(self.tr("What to import"))
        choice.setFixedWidth(320)
        choice.body.addWidget(self.sources)
        import_widgets = (self.import_button, self.progress, self.stop_button)
        for widget in (self.found, self.form, self._mode_row, self.watching, *import_widgets):
            choice.body.addWidget(widget)
        choice.body.addStretch(1)
        self.preview_panel = PreviewPanel()
        self.preview, self.preview_view = self.preview_panel.table, self.preview_panel.view
        self.notes, self.numbers = self.preview_panel.notes, self.preview_panel.numbers
        self.result_panel = self._make_result()
        sides = row_layout(choice, self.preview_panel, self.result_panel, spacing=MARGIN)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(MARGIN)
        whole.addLayout(head)
        whole.addLayout(sides, 1)

    def _make_result(self) -> ResultPanel:
        panel = ResultPanel()
        panel.left.connect(self.clips_asked)
        panel.again.connect(self._read_again)
        panel.merge_asked.connect(self._merge)
        self.result, self.done_button = panel.title, panel.done_button
        self.refused, self.refused_view = panel.refused, panel.refused_view
        self.labels_bar, self.unplaced_bar, self.twins_bar = (
            panel.labels_bar,
            panel.unplaced_bar,
            panel.twins_bar,
        )
        return panel

    @property
    def is_importing(self) -> bool:
        """Whether clips are being taken in."""
        return self._worker is not None

    def offer(self, paths: Sequence[Path]) -> None:
        """Look at files, folders and archives and show what importing them would come to."""
        if self.is_importing or not paths:
            return
        self._survey = self._outline = None
        self._label_files, self._names = (), None
        self.watching.offer(paths[0] if len(paths) == 1 and paths[0].is_dir() else None)
        self.result_panel.hide()
        self.found.setText(self.tr("Looking…"))
        self.found.show()
        self._question += 1
        self.sources.open(paths)

    def _look(self, opened: ArchivesUnpacked) -> None:
        self._opened = opened
        self._context.start(
            answering(partial(survey, opened.paths)),
            Text("Looking at files"),
            on_done=partial(self._take_survey, self._question),
        )

    def _refuse_sources(self, error: Exception) -> None:
        self._show_survey()
        self._refuse_plan(error)

    def _take_survey(self, question: int, found: Survey) -> None:
        if question != self._question or self.is_importing:
            return
        if self.sources.layout_known in found.layouts:
            found = replace(found, layout=self.sources.layout_known)
        self._survey = found
        self.place.set_text(str(found.root))
        self._show_survey()
        if found.audio or found.tables:
            self.form.begin(found)
        elif found.label_files:
            self.import_labels(found.label_files)

    def _show_survey(self) -> None:
        found = self._survey
        self.form.setVisible(found is not None and bool(found.audio or found.tables))
        self.found.setText("" if found is None else survey_text(found))
        self.found.setVisible(found is not None)
        self._show_outline()

    def _read_columns(self, table: Path) -> None:
        self._context.start(
            answering(partial(read_sheet, table)),
            Text("Reading the table"),
            on_done=partial(self._take_columns, table),
            on_failed=self._refuse_plan,
        )

    def _take_columns(self, table: Path, sheet: Sheet) -> None:
        if table == self.form.plan.table:
            self.form.set_columns(sheet)

    def _work_out_soon(self) -> None:
        """The preview is of another choice from now on; nothing is taken in by it."""
        self._question += 1
        self._outline = None
        self.import_button.setEnabled(False)
        self._timer.start()

    def _work_out(self) -> None:
        found, plan, view = self._survey, self.form.plan, self._context.document.view
        if found is None or self.is_importing:
            return
        self._question += 1
        self._context.start(
            answering(partial(outline, found, plan, view)),
            Text("Preview"),
            on_done=partial(self._take_outline, self._question),
            on_failed=partial(self._refuse_outline, self._question),
        )

    def _take_outline(self, question: int, result: Outline) -> None:
        if question == self._question:
            self._outline = replace(result, notes=(*self._opened.notes, *result.notes))
            self._label_files, self._names = result.label_files, result.names
            self._show_outline()

    def _refuse_outline(self, question: int, error: Exception) -> None:
        if question == self._question:
            self._refuse_plan(error)

    def _refuse_plan(self, error: Exception) -> None:
        self._outline = None
        self._show_outline()
        if isinstance(error, UserError):
            self.preview_panel.refuse(in_sentences(error))
        else:
            self._context.message_bar.show_bug(error)

    def _show_outline(self) -> None:
        result = self._outline
        self.preview_panel.show_outline(result, is_surveyed=self._survey is not None)
        has_more = bool(result and (result.taken or self._label_files)) and not self.is_importing
        self.import_button.setEnabled(has_more)
        self.import_button.setVisible(self._survey is not None and not self.is_importing)
        self._show_modes()
        for widget in (self.progress, self.stop_button):
            widget.setVisible(self.is_importing)
        self.preview_panel.setVisible(self.result_panel.isHidden() or self.is_importing)
        for choice in (self.sources, self.form):
            choice.setEnabled(not self.is_importing)
        self._lead()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_modes()
        self._lead()

    def _show_modes(self) -> None:
        """What becomes of labels is a question only where there are some, and files that may change them."""
        may_bring_labels = self._survey is None or bool(self._label_files)
        self._mode_row.setVisible(may_bring_labels and self._context.document.view.labelled > 0)

    def _lead(self) -> None:
        """The keyboard goes to the next step, unless it is in a choice that is being made."""
        focus = self.focusWidget()
        is_chosen = focus is not None and any(
            choice.isAncestorOf(focus) for choice in (self.form, self.sources.web)
        )
        if self.isVisible() and not is_chosen:
            focus_first(self.done_button, self.stop_button, self.import_button, self.folder_button)

    def start(self) -> None:
        """Take in what the preview shows, in the background."""
        project = self._context.document.project
        if self._outline is None or self.is_importing:
            return
        if project.read_only:
            view = project.view()
            self._context.message_bar.show_error(
                ReadOnlyProjectError(project.file, is_protected=view.is_protected, is_full=view.is_full)
            )
            return
        self.watching.begin(self.form.plan, copy=self.form.copy_box.isChecked())
        if not self._outline.taken:
            self._outline = None
            self._show_outline()
            self.import_labels(self._label_files)
            return
        outlined, copy = self._outline, self.form.copy_box.isChecked()
        request = ImportClips(outlined.candidates, copy, outlined.groups_called)
        self._stop = threading.Event()
        self._forget_result()
        self._worker = self._context.start(
            partial(import_clips, request, project.view(), self._stop),
            Text("Importing"),
            self._take,
            self._note_refused,
            on_ended=self._finish,
        )
        self.progress.setRange(0, len(self._outline.wanted))
        self.progress.setFormat(self.tr("%v of %m"))
        self.progress.setValue(0)
        self._show_outline()

    def stop(self) -> None:
        """Stop the import; what came in stays."""
        self._stop.set()

    def _take(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progress.setValue(event.done)

    def _note_refused(self, done: ClipsImported) -> None:
        self._refused, self._done = done.refused, done

    def _finish(self) -> None:
        self._worker = self._outline = None
        document = self._context.document
        clips = self._new_clips()
        self._show_result()
        self._show_outline()
        if clips and document.current is None:
            document.set_current(clips[0].id)
        self.imported.emit(clips)
        is_through = self._done is not None and not self._stop.is_set()
        if self._label_files and (clips or is_through):
            self._label_imports.take_in(ImportLabels(self._label_files, mode=self.modes.mode))
        else:
            self._name_classes()

    def _forget_result(self) -> None:
        self._refused, self._labels, self._done = (), {}, None
        self._first_id = self._context.document.view.next_clip_id()
        self.labels_bar.hide()
        self.unplaced_bar.forget()

    def _new_clips(self) -> tuple[Clip, ...]:
        """The clips that came in with this import."""
        return tuple(clip for clip in self._context.document.view.clips if clip.id >= self._first_id)

    def _read_again(self, request: ImportLabels) -> None:
        """Take in label files of which the user told the recording, the column, or whose changes hold."""
        self._refused = tuple(one for one in self._refused if one.path not in request.files)
        self._label_imports.take_in(request)

    def import_labels(self, files: Sequence[Path]) -> None:
        """Take in label files for clips that are in the project."""
        if self.is_importing:
            return
        self._forget_result()
        self._label_imports.take_in(ImportLabels(tuple(files), mode=self.modes.mode))

    def _show_labels(self, request: ImportLabels, done: LabelsImported) -> None:
        again = set(request.files)
        self._refused = (*(one for one in self._refused if one.path not in again), *done.refused)
        self._name_classes()
        self._labels |= {one.file.source: sum(len(regions) for _, regions in one.pairs) for one in done.files}
        self.modes.setCurrentIndex(0)
        self.labels_bar.show_result(request, done)
        if self._context.document.view.clips:  # else none can be meant
            self.unplaced_bar.ask(request, done, self._context.document.current)
        self._show_result()

    def _name_classes(self) -> None:
        """Give the classes of the project that are called by a code its name, those of label files, too."""
        if self._names is not None:
            before = self._context.document.view
            self._context.edit(NameClasses(self._names), lambda _clips: self._tell_named(before))

    def _tell_named(self, before: CatalogueView) -> None:
        self._show_numbers()
        if told := list(joined_labels(before, self._context.document.view)):
            self._context.message_bar.show_note(words(listed(told, "; ")))

    def _merge(self, request: MergeClasses) -> None:
        merge_classes(self._context, request, self._show_numbers)

    def _show_numbers(self) -> None:
        """How much came in, and which classes look alike now."""
        view = self._context.document.view
        labels = sum(self._labels.values())
        self.result.setText(result_text(self._new_clips(), view, len(self._refused), labels, self._done))
        self.twins_bar.show_twins(view)

    def _show_result(self) -> None:
        self._show_numbers()
        left_alone = () if self._done is None else self._done.left_alone
        self.refused.show((*self._refused, *left_alone))
        self.refused_view.setVisible(bool(self._refused or left_alone))
        self.result_panel.show()
        self._lead()
        self.preview_panel.hide()
