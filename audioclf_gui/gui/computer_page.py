"""What the program found out about this computer, to be read, and to be sent to somebody who helps."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from audioclf_gui.core.content import kept_note, write_where_wanted
from audioclf_gui.core.diagnosis import Chapter, ComputerFact, Diagnosis
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.covering_page import CoveringPage
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.tasks import Tasks
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    MARGIN,
    Panel,
    button,
    muted_label,
    on_escape,
    row_layout,
    set_role,
    title_label,
)
from audioclf_gui.jobs.examine_computer import examine_computer


class ComputerSheet(QWidget):
    """A panel for each chapter of the findings; what is amiss stands out, with what to do."""

    closed = Signal()
    failed = Signal(object)  # UserError: the report cannot be written
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.found: Diagnosis | None = None
        self.summary = muted_label(self.tr("Looking…"), wrap=True)
        self.copy_button = button(self.tr("Copy"), self.tr("Copy the report as text, in English, to be sent"))
        self.save_button = button(
            self.tr("Save…"), self.tr("Write the report to a file, in English, to be sent")
        )
        self.close_button = button(self.tr("Close"), self.tr("Back to the workspace (Esc)"))
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._choose_file)
        self.close_button.clicked.connect(self.closed)
        for one in (self.copy_button, self.save_button):
            one.setEnabled(False)
        self.setFocusProxy(self.close_button)
        head = row_layout(title_label(self.tr("This computer")), self.summary)
        head.setStretch(1, 1)
        for one in (self.copy_button, self.save_button, self.close_button):
            head.addWidget(one)
        self._chapters = QVBoxLayout()
        self._chapters.setSpacing(MARGIN)
        self._chapters.setContentsMargins(0, MARGIN, MARGIN, 0)
        self._chapters.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(head)
        whole.addWidget(self._area(), 1)
        on_escape(self, self.closed.emit)

    def _area(self) -> QScrollArea:
        content = QWidget()
        content.setLayout(self._chapters)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Findings"))
        area.setWhatsThis(
            self.tr(
                "What was found out about this computer, chapter by chapter. What is amiss is "
                "coloured, and an arrow leads to what to do."
            )
        )
        area.setWidget(content)
        return area

    def show_found(self, found: Diagnosis) -> None:
        """Show all findings."""
        self.found = found
        count = Text("{n} thing to do", "{n} things to do", n=len(found.amiss))
        self.summary.setText(words(count) if found.amiss else self.tr("Nothing is amiss."))
        for place, chapter in enumerate(found.chapters):
            self._chapters.insertWidget(place, _panel(chapter))
        for one in (self.copy_button, self.save_button):
            one.setEnabled(True)

    @property
    def report(self) -> str:
        """The findings as text."""
        return "" if self.found is None else "\n".join(self.found.lines())

    def save(self, file: Path) -> None:
        """Write the report."""
        try:
            kept = write_where_wanted(file, self.report.encode())
        except OSError as error:
            self.failed.emit(cannot_write(file, error))
            return
        note = kept_note([kept] if kept is not None else [])
        told = Text("The report is in {file}.", file=file)
        self.told.emit(words(told if note is None else listed([told, note])))

    def _choose_file(self) -> None:
        title, start = self.tr("Save the report"), str(Path.home() / "audioclf-report.txt")
        file, _filter = QFileDialog.getSaveFileName(self, title, start, f"{self.tr('Text')} (*.txt)")
        if file:
            self.save(Path(file))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.told.emit(self.tr("The report was copied."))


class ComputerPage(CoveringPage):
    """Shows the findings, which are looked for when it is opened for the first time."""

    def __init__(self, stack: QStackedWidget, tasks: Tasks, message_bar: MessageBar) -> None:
        super().__init__(stack)
        self._tasks = tasks
        self._message_bar = message_bar

    @override
    def make(self) -> QWidget:
        sheet = ComputerSheet()
        sheet.closed.connect(self.toggle)
        sheet.failed.connect(self._message_bar.show_error)
        sheet.told.connect(self._message_bar.show_note)
        self._tasks.start(examine_computer, Text("Looking at the computer"), on_done=sheet.show_found)
        return sheet


def _panel(chapter: Chapter) -> Panel:
    panel = Panel(words(chapter.title))
    form = QFormLayout()
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(5)
    for one in chapter.facts:
        form.addRow(muted_label(words(one.about)), _told(one))
    panel.body.addLayout(form)
    return panel


def _told(one: ComputerFact) -> QLabel:
    label = QLabel(words(one.told) if one.remedy is None else f"{words(one.told)}\n→ {words(one.remedy)}")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWhatsThis(
        words(
            Text(
                "One finding. Its words can be marked with the mouse and copied; after an arrow "
                "stands what to do."
            )
        )
    )
    if one.remedy is not None:
        set_role(label, "warn")
    return label
