"""The importer's way into the web: a known data set or an address, fetched when somebody asks for it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text, listed
from audioclf_gui.formats.datasets.known_sets import KNOWN_SETS, KnownSet
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.gui.widgets import button, muted_label, row_layout, set_role
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.fetch import DOWNLOADS, Fetch, Fetched, fetch

_PARTS = 1000  # of the progress bar, which counts no further than 2**31


class FetchRow(QWidget):
    """A field, what is known about what stands in it, and how far the fetching is."""

    fetched = Signal(object, str)  # Path of the file, and the layout that the data set has; "" if not known

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._worker: Worker | None = None
        self._last = Progress(0, 0)
        self._make_field()
        self.go = button(self.tr("Fetch"), self.tr("Fetch it into the project's folder"))
        self.go.clicked.connect(self.start)
        self.about = muted_label(wrap=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Fetching"))
        self.stop_button = button(self.tr("Stop"), self.tr("What came stays; Fetch goes on from there"))
        self.stop_button.clicked.connect(self.stop)
        choice, waiting = row_layout(self.field, self.go), row_layout(self.progress, self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for row in (choice, waiting):
            row.setStretch(0, 1)
            column.addLayout(row)
        column.insertWidget(1, self.about)
        self._show_known()

    def _make_field(self) -> None:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Data set or https://…"))
        line.setAccessibleName(self.tr("From the web"))
        line.returnPressed.connect(self.start)
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setLineEdit(line)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setMinimumContentsLength(12)
        self.field.setAccessibleName(self.tr("From the web"))
        self.field.setToolTip(self.tr("A known data set, or the address of an archive: https://…"))
        self.field.addItems([one.title for one in KNOWN_SETS.values()])
        self.field.setCurrentIndex(-1)
        self.field.currentTextChanged.connect(self._show_known)

    @property
    def _known(self) -> KnownSet | None:
        text = self.field.currentText().strip()
        return next((one for one in KNOWN_SETS.values() if text in {one.title, one.key}), None)

    def _show_known(self) -> None:
        known = self._known
        facts = (
            ()
            if known is None
            else (Text("{size_mb:.0f} MB", size_mb=known.size / 1e6), Text.plain(known.licence), known.about)
        )
        self._tell(words(listed(facts, "  ·  ")) if facts else "")
        self._show()

    def _tell(self, text: str, role: str = "muted") -> None:
        self.about.setText(text)
        self.about.setVisible(bool(text))
        set_role(self.about, role)

    def start(self) -> None:
        """Fetch what stands in the field."""
        text, known, project = self.field.currentText().strip(), self._known, self._context.document.project
        if not text or self._worker is not None:
            return
        try:
            project.view().check_writable()
        except UserError as error:
            self._refuse(error)
            return
        request = Fetch(text if known is None else known.key, project.folder / DOWNLOADS)
        self._last = Progress(0, 0)
        self._tell("")
        self._worker = self._context.start(
            partial(fetch, request),
            Text("Fetching"),
            self._take,
            partial(self._finish, "" if known is None else known.layout),
            on_failed=self._refuse,
            on_ended=self._end,
        )
        self._show()

    def stop(self) -> None:
        """Fetch no more for now."""
        if self._worker is not None:
            self._worker.stop()

    def _take(self, event: Progress) -> None:
        self._last = event
        self.progress.setRange(0, _PARTS if event.total else 0)
        self.progress.setValue(_PARTS * event.done // max(1, event.total))
        self.progress.setFormat(_mega_bytes(event))

    def _finish(self, layout: str, done: Fetched) -> None:
        self._last = Progress(0, 0)
        kept = Text("It is kept as {path}.", path=done.path)
        self._tell("\n".join(map(words, (*done.notes, kept))))
        self.fetched.emit(done.path, layout)

    def _refuse(self, error: Exception) -> None:
        self._last = Progress(0, 0)
        if isinstance(error, UserError):
            self._tell(in_sentences(error), "warn")
        else:
            self._context.message_bar.show_bug(error)

    def _end(self) -> None:
        self._worker = None
        if self._last.done:
            self._tell(self.tr("%s are there. Fetch goes on from there.") % _mega_bytes(self._last))
        self._show()

    def _show(self) -> None:
        is_fetching = self._worker is not None
        for widget in (self.progress, self.stop_button):
            widget.setVisible(is_fetching)
        self.field.setEnabled(not is_fetching)
        self.go.setEnabled(not is_fetching and bool(self.field.currentText().strip()))


def _mega_bytes(progress: Progress) -> str:
    done_mb, total_mb = progress.done / 1e6, progress.total / 1e6
    if not progress.total:
        return words(Text("{done_mb:.1f} MB", done_mb=done_mb))
    return words(Text("{done_mb:.1f} of {total_mb:.1f} MB", done_mb=done_mb, total_mb=total_mb))
