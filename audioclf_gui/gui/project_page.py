"""What the window shows of an open project: the workspaces, the importer, the recorder."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from audioclf_gui.core.project_settings import WATCHED
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import name_keys
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.desk import Desk
from audioclf_gui.gui.snapshot_keeper import SnapshotKeeper
from audioclf_gui.gui.takes import Takes
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import MARGIN
from audioclf_gui.gui.workspaces import FIRST, WORKSPACES, first_workspace

if TYPE_CHECKING:  # each is loaded when it is first wanted: together they take as long as Qt
    from audioclf_gui.gui.classify_panel import ClassifyPanel
    from audioclf_gui.gui.export_panel import ExportPanel
    from audioclf_gui.gui.history_panel import HistoryPanel
    from audioclf_gui.gui.import_panel import ImportPanel
    from audioclf_gui.gui.label.relinking import Relinking
    from audioclf_gui.gui.mixtures_panel import MixturesPanel
    from audioclf_gui.gui.pack_panel import PackPanel
    from audioclf_gui.gui.record_panel import RecordPanel

_CLIP_KEY = "last clip"


class ProjectPage(QWidget):
    """Belongs to one open project and goes with it."""

    workspace_changed = Signal(str)  # the one that is shown now; empty while something covers it
    actions_changed = Signal()
    escaped = Signal()  # Esc, and the workspace had nothing to leave
    busy_changed = Signal(bool)  # a take is being made
    models_wanted = Signal()  # something is shown that works with models
    opening_wanted = Signal(object)  # Opening: of a project that is to be shown in the place of this one

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.desk = Desk(context)
        self.desk.made.connect(self.actions_changed)
        self.desk.switched.connect(self.show_workspace)
        self.desk.escaped.connect(self.escaped)
        self.takes = Takes(context)
        self._keeper = SnapshotKeeper(context)
        self.importer: ImportPanel | None = None
        self.recorder: RecordPanel | None = None
        self.history: HistoryPanel | None = None
        self.classifier: ClassifyPanel | None = None
        self._exporter: ExportPanel | None = None
        self._packer: PackPanel | None = None
        self._mixer: MixturesPanel | None = None
        self._relinking: Relinking | None = None
        self._opened: list[QWidget] = []  # strips and panels beside the workspace, the last one last
        self._pages = QStackedWidget()
        self._pages.addWidget(self.desk)
        self._strips = QVBoxLayout()
        self._strips.setSpacing(MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addLayout(self._strips)
        self._row = QHBoxLayout()
        self._row.setSpacing(MARGIN)
        self._row.addWidget(self._pages, 1)
        column.addLayout(self._row, 1)

    @property
    def _settings_key(self) -> str:
        return f"projects/{self.context.document.project.file.as_posix().replace('/', '|')}"

    def begin(self) -> None:
        """Show what was shown last; take in what a crash left behind; tell what opening had to repair."""
        session, document = self.context.session, self.context.document
        clips = document.view.clips
        last = session.number(f"{self._settings_key}/{_CLIP_KEY}", -1)
        if clips and document.current is None:
            shown = next((clip for clip in clips if clip.id == last), clips[0])
            document.set_current(shown.id)
        self.show_workspace(first_workspace(session))
        if not clips:
            self.show_import()
        notes = list(document.project.notes)
        if found := self.takes.recover():
            takes = Text(
                "{n} take of the last session added to the clips.",
                "{n} takes of the last session added to the clips.",
                n=found,
            )
            notes.append(takes)
        if notes:
            self.context.message_bar.show_note("\n".join(map(words, notes)))
        project = document.project
        if not project.read_only and project.settings.get(WATCHED) is not None:
            self._made_importer().watching.resume()

    def show_workspace(self, name: str) -> None:
        """Show one of the workspaces."""
        self.desk.show_workspace(name)
        self._pages.setCurrentWidget(self.desk)
        self.context.session.put("workspace", name)
        self.workspace_changed.emit(name)
        if WORKSPACES[name].uses_models:
            self.models_wanted.emit()

    def show_desk(self) -> None:
        """Back to the workspace from whatever covers it."""
        self.show_workspace(self.desk.name or FIRST)

    def show_import(self, paths: Sequence[Path] = ()) -> None:
        """Open the importer, on these files and folders if there are any."""
        importer = self._made_importer()
        self._pages.setCurrentWidget(importer)
        self.workspace_changed.emit("")
        importer.offer(paths)

    def _made_importer(self) -> "ImportPanel":
        if self.importer is None:
            from audioclf_gui.gui.import_panel import ImportPanel

            self.importer = ImportPanel(self.context)
            self.importer.closed.connect(self.show_desk)
            self.importer.clips_asked.connect(partial(self.show_workspace, FIRST))
            self._pages.addWidget(self.importer)
        return self.importer

    def leave_one(self) -> bool:
        """Close the page or the strip that was opened last; False if there is none."""
        if self._pages.currentWidget() is not self.desk:
            self.show_desk()
            self.desk.take_keyboard()
        elif self._opened:
            self._close(self._opened[-1])
        else:
            return False
        return True

    def choose_label_files(self) -> None:
        """Let the system ask for label files."""
        files, _filter = QFileDialog.getOpenFileNames(self, self.tr("Import label files"))
        if files:
            self.show_import()
            assert self.importer is not None
            self.importer.import_labels([Path(file) for file in files])

    def find_moved(self) -> None:
        """Let the user say where the recordings are now that are not where they were."""
        from audioclf_gui.gui.label.relinking import Relinking

        if self._relinking is None:
            self._relinking = Relinking(self.context, self)
        self._relinking.ask()

    def show_export(self) -> None:
        """Open the strip for exporting labels."""
        if self._exporter is None:
            from audioclf_gui.gui.export_panel import ExportPanel

            self._exporter = ExportPanel(self.context)
            self._exporter.closed.connect(partial(self._close, self._exporter))
            self._strips.addWidget(self._exporter)
        self._open(self._exporter)
        self._exporter.formats.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pack(self) -> None:
        """Open the strip for packing the project into one file."""
        if self._packer is None:
            from audioclf_gui.gui.pack_panel import PackPanel

            self._packer = PackPanel(self.context)
            self._packer.closed.connect(partial(self._close, self._packer))
            self._strips.addWidget(self._packer)
        self._open(self._packer)
        self._packer.pack_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_mixtures(self) -> None:
        """Open the page for making mixtures of the project's sounds."""
        if self._mixer is None:
            from audioclf_gui.gui.mixtures_panel import MixturesPanel

            self._mixer = MixturesPanel(self.context)
            self._mixer.closed.connect(self.show_desk)
            self._mixer.opening_wanted.connect(self.opening_wanted)
            self._pages.addWidget(self._mixer)
        self._pages.setCurrentWidget(self._mixer)
        self.workspace_changed.emit("")
        self._mixer.form.sounds.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_classify(self) -> None:
        """Open the strip for classifying files."""
        if self.classifier is None:
            from audioclf_gui.gui.classify_panel import ClassifyPanel

            self.classifier = ClassifyPanel(self.context)
            self.classifier.closed.connect(partial(self._close, self.classifier))
            self._strips.addWidget(self.classifier)
        self._open(self.classifier)
        self.classifier.model.setFocus(Qt.FocusReason.OtherFocusReason)
        self.models_wanted.emit()

    def toggle_history(self) -> None:
        """Show the history beside the workspaces, or take it away."""
        if self.history is None:
            from audioclf_gui.gui.history_panel import HistoryPanel

            self.history = HistoryPanel(self.context)
            self.history.hide()
            self.history.closed.connect(self.toggle_history)
            self._row.addWidget(self.history)
        if self.history.isHidden():
            self._open(self.history)
            self.history.setFocus()
        else:
            self._close(self.history)

    def _open(self, panel: QWidget) -> None:
        if panel in self._opened:
            self._opened.remove(panel)
        self._opened.append(panel)
        panel.show()

    def _close(self, panel: QWidget) -> None:
        """Hide a strip or panel; what was chosen or typed in it stays there."""
        had_keyboard = panel.isAncestorOf(QApplication.focusWidget() or self)
        if panel in self._opened:
            self._opened.remove(panel)
        panel.hide()
        if had_keyboard and self._pages.currentWidget() is self.desk:
            self.desk.take_keyboard()

    def record(self) -> None:
        """Open the recorder; if it is open, start or stop a take."""
        if self.recorder is None:
            from audioclf_gui.gui.record_panel import RecordPanel

            self.recorder = RecordPanel(self.context, self.takes)
            self.recorder.closed.connect(partial(self._close, self.recorder))
            self.recorder.recording_changed.connect(self.busy_changed)
            self._strips.addWidget(self.recorder)
            name_keys(self.recorder, self.context.session)
            self._open(self.recorder)
        elif self.recorder.isHidden():
            self._open(self.recorder)
        else:
            self.recorder.toggle()

    @property
    def is_recording(self) -> bool:
        """Whether a take is being made."""
        return self.recorder is not None and self.recorder.is_recording

    def shutdown(self) -> None:
        """Stop at once what is going on; jobs of the background are the window's business."""
        current = self.context.document.current
        if current is not None:
            self.context.session.put(f"{self._settings_key}/{_CLIP_KEY}", current.id)
        self.context.player.stop()
        if self.recorder is not None:
            self.recorder.stop()
        self.desk.shutdown()
        self._keeper.keep()
