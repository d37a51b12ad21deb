"""Packing the open project, into one file or into shards: a strip that asks for the kind and the place."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QProgressBar

from audioclf_gui.core.content import kept_note
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project_files import PACKED
from audioclf_gui.core.text import Text, listed
from audioclf_gui.formats.shards import ShardKind
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, button, muted_label, panel_closer, primary_button, row_layout
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.pack_project import Packed, PackProject, pack_project
from audioclf_gui.jobs.write_shards import SHARDS, ShardsWritten, WriteShards, write_shards

_PLACE_KEY = "pack/place"
_ONE_FILE = ""  # the kind that is no shards
_STEPS = 1000  # of the bar: bytes would be more than it can count


class PackPanel(Panel):
    """Writes the whole project into a ZIP file, or its sounds and labels as shards."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._worker: Worker | None = None
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("As"))
        self.kind.setToolTip(
            self.tr("A ZIP file is the project; shards are its sounds and labels, for training on large sets")
        )
        self.kind.addItem(self.tr("one ZIP file"), _ONE_FILE)
        self.kind.addItem(self.tr("tar shards (WebDataset)"), str(ShardKind.TAR))
        self.kind.addItem(self.tr("TFRecord files"), str(ShardKind.TFRECORD))
        self.kind.currentIndexChanged.connect(self._show_state)
        self.with_audio = QCheckBox(self.tr("with its recordings"))
        self.with_audio.setChecked(True)
        self.with_audio.setToolTip(
            self.tr("Without them the file is small; where they lie then is asked when a clip is shown")
        )
        self.pack_button = primary_button(self.tr("Pack…"), self.tr("Choose the place and write it"))
        self.pack_button.clicked.connect(self.choose_place)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Packing"))
        self.progress.setMaximum(_STEPS)
        self.progress.setMaximumWidth(240)
        self.stop_button = button(self.tr("Stop"), self.tr("Write nothing after all"))
        self.stop_button.clicked.connect(self.stop)
        close = panel_closer()
        close.clicked.connect(self.closed)
        title = muted_label(self.tr("Pack the project as"))
        row = row_layout(title, self.kind, self.with_audio, self.pack_button, self.progress, self.stop_button)
        row.addStretch(1)
        row.addWidget(close)
        self.body.setContentsMargins(10, 6, 6, 6)
        self.body.addLayout(row)
        self._show_state()

    def _show_state(self) -> None:
        is_packing = self._worker is not None
        for widget in (self.progress, self.stop_button):
            widget.setVisible(is_packing)
        for choice in (self.kind, self.pack_button):
            choice.setVisible(not is_packing)
        self.with_audio.setVisible(not is_packing and self.kind.currentData() == _ONE_FILE)

    def choose_place(self) -> None:
        """Let the system ask for the file or the folder, then write."""
        if self.kind.currentData() == _ONE_FILE:
            self._choose_file()
        else:
            self._choose_folder()

    def _choose_folder(self) -> None:
        project = self._context.document.project
        start = self._context.session.text(_PLACE_KEY, str(project.folder.parent))
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Write shards into a folder of their own"), start
        )
        if folder:
            self._context.session.put(_PLACE_KEY, folder)
            is_own = Path(folder).resolve() == project.folder.resolve()
            self.write_shards(Path(folder) / (SHARDS if is_own else f"{project.name} shards"))

    def write_shards(self, folder: Path) -> None:
        """Write sounds and labels as shards into a new folder, in the background."""
        request = WriteShards(folder, ShardKind(self.kind.currentData()))
        self._start(
            partial(write_shards, request, self._context.document.project.view()), Text("Writing shards")
        )

    def _choose_file(self) -> None:
        project = self._context.document.project
        start = Path(self._context.session.text(_PLACE_KEY, str(project.folder.parent)))
        file, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Pack project"), str(start / f"{project.name}{PACKED}"), f"ZIP (*{PACKED})"
        )
        if file:
            self._context.session.put(_PLACE_KEY, str(Path(file).parent))
            self.pack(Path(file))

    def pack(self, out: Path) -> None:
        """Write the project into a file, in the background."""
        request = PackProject(out, self.with_audio.isChecked())
        self._start(
            partial(pack_project, request, self._context.document.project.view()), Text("Packing the project")
        )

    def _start(
        self, job: Callable[[], Generator[Progress, None, Packed | ShardsWritten]], title: Text
    ) -> None:
        self.progress.setValue(0)
        self._worker = self._context.start(job, title, self._follow, self._finish, on_ended=self._end)
        self._show_state()

    def stop(self) -> None:
        """Write nothing after all."""
        if self._worker is not None:
            self._worker.stop()

    def _follow(self, progress: Progress) -> None:
        self.progress.setValue(_STEPS * progress.done // max(1, progress.total))

    def _end(self) -> None:
        self._worker = None
        self._show_state()

    def _finish(self, done: Packed | ShardsWritten) -> None:
        texts = packed_texts(done) if isinstance(done, Packed) else shard_texts(done)
        self._context.message_bar.show_note(words(listed(texts)))
        self.closed.emit()


def packed_texts(done: Packed) -> list[Text]:
    """What came of packing, in sentences."""
    told = [
        Text(
            "{file} holds the project with {n} recording, {size_mb:.1f} MB.",
            "{file} holds the project with {n} recordings, {size_mb:.1f} MB.",
            file=done.out.name,
            n=done.recordings,
            size_mb=done.size / 1e6,
        )
    ]
    if done.missing:
        told.append(
            Text(
                "{n} recording was not there and stays out: {path}.",
                "{n} recordings were not there and stay out: {path} for one.",
                n=len(done.missing),
                path=done.missing[0],
            )
        )
    if done.kept is not None and (note := kept_note([done.kept])) is not None:
        told.append(note)
    return told


def shard_texts(done: ShardsWritten) -> list[Text]:
    """What came of writing shards, in sentences."""
    told = [
        Text(
            "{folder} holds {n} sound with its labels, {size_mb:.1f} MB in {shards:d} shards.",
            "{folder} holds {n} sounds with their labels, {size_mb:.1f} MB in {shards:d} shards.",
            folder=done.folder.name,
            n=done.examples,
            size_mb=done.size / 1e6,
            shards=len(done.shards),
        ),
        *done.notes,
    ]
    if done.refused:
        first = done.refused[0]
        told.append(
            Text(
                "{n} clip stays out: {name}: {reason}.",
                "{n} clips stay out: {name} for one: {reason}.",
                n=len(done.refused),
                name=first.path.name,
                reason=first.reason,
            )
        )
    return told
