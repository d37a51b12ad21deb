"""Where an import comes from: folders, files, archives; what is unpacked of them first."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.fetch_row import FetchRow
from audioclf_gui.gui.widgets import ElidedLabel, button, link_button, muted_label, row_layout, set_role
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.unpack_archives import UNPACKED, ArchivesUnpacked, UnpackArchives, unpack_archives

_PARTS = 1000  # of the progress bar, which counts no further than 2**31


class ImportSources(QWidget):
    """Buttons that ask for paths, and what makes folders of archives."""

    chosen = Signal(list)  # of Path
    opened = Signal(object)  # ArchivesUnpacked
    failed = Signal(object)  # Exception
    stopped = Signal()  # by the user: neither of the two follows

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._worker: Worker | None = None
        self.layout_known = ""  # of what was fetched last and is looked at now
        self._request = 0  # which one the events of the background belong to
        self.folder_button = button(self.tr("Choose folder…"), self.tr("A folder with everything below it"))
        self.folder_button.clicked.connect(self.choose_folder)
        self.files_button = button(
            self.tr("Choose files…"), self.tr("Sound files, label files, a table or archives")
        )
        self.files_button.clicked.connect(self.choose_files)
        self.dropping = muted_label(self.tr("Or drop them anywhere on the window."), wrap=True)
        self.web = FetchRow(context)
        self.web.fetched.connect(self._take_fetched)
        self._unpack_to: Path | None = None  # None: in the project's folder
        self.place = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        set_role(self.place, "muted")
        self.place_button = link_button(
            self.tr("Elsewhere…"), self.tr("Choose the folder in which archives are unpacked")
        )
        self.place_button.clicked.connect(self.choose_place)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Unpacking"))
        self.progress.setRange(0, _PARTS)
        self.stop_button = button(self.tr("Stop"), self.tr("Leave it packed"))
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.clicked.connect(self.stopped)
        self._arrange()
        self._show()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row_layout(self.folder_button, self.files_button))
        column.addWidget(self.dropping)
        column.addWidget(self.web)
        for row in (
            row_layout(self.place, self.place_button),
            row_layout(self.progress, self.stop_button),
        ):
            row.setStretch(0, 1)
            column.addLayout(row)

    def choose_folder(self) -> None:
        """Let the system ask for a folder."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Import a folder"), self._last_place())
        if folder:
            self.chosen.emit([Path(folder)])

    def choose_files(self) -> None:
        """Let the system ask for files."""
        files, _filter = QFileDialog.getOpenFileNames(self, self.tr("Import files"), self._last_place())
        if files:
            self.chosen.emit([Path(file) for file in files])

    def choose_place(self) -> None:
        """Let the system ask where archives are unpacked from now on."""
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Unpack archives in"), str(self._unpack_to or self._context.document.project.folder)
        )
        if folder:
            self._unpack_to = Path(folder)
            self._show()

    def _take_fetched(self, file: Path, layout: str) -> None:
        self.chosen.emit([file])
        self.layout_known = layout

    def _last_place(self) -> str:
        return self._context.session.text("import/place", str(Path.home()))

    def open(self, paths: Sequence[Path]) -> None:
        """Unpack the archives among the paths that are packed still; `opened` follows, or `failed`."""
        self.stop()
        self.layout_known = ""
        self._context.session.put("import/place", str(paths[0].parent))
        project = self._context.document.project
        if project.read_only and self._unpack_to is None:  # it is no place for what comes out of them
            self.opened.emit(ArchivesUnpacked(tuple(paths)))
            return
        request = UnpackArchives(tuple(paths), self._unpack_to or project.folder / UNPACKED)
        self._worker = self._context.start(
            partial(unpack_archives, request),
            Text("Unpacking"),
            partial(self._take, self._request),
            partial(self._end, self._request, self.opened),
            on_failed=partial(self._end, self._request, self.failed),
        )
        self._show()

    def stop(self) -> None:
        """Unpack nothing more; of an archive that was not through nothing is left."""
        self._request += 1
        if self._worker is not None:
            self._worker.stop()
            self._worker = None
        self._show()

    def _take(self, request: int, event: Progress) -> None:
        if request == self._request:
            self.progress.setValue(_PARTS * event.done // max(1, event.total))
            self._show(is_unpacking=True)

    def _end(self, request: int, told: SignalInstance, what: object) -> None:
        if request == self._request:
            self._worker = None
            self._show()
            told.emit(what)

    def _show(self, *, is_unpacking: bool = False) -> None:
        told = self.tr("Archives go into the project")
        if self._unpack_to is not None:
            told = self.tr("Archives go into {folder}").format(folder=self._unpack_to)
        self.place.set_text(told)
        for widget in (self.progress, self.stop_button):
            widget.setVisible(is_unpacking and self._worker is not None)
