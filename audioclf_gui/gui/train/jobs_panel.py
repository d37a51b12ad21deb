"""JOBS: what was sent from this project to a place where it goes on without this program, as Azure is."""

import threading
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QSplitter, QTableView
from typing_extensions import override

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.history_model import moment
from audioclf_gui.gui.table_model import Column, ValueTable, value_view
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.train.result_pages import CoveringPanel
from audioclf_gui.gui.train.trainer import Trainer
from audioclf_gui.gui.train.where_box import WhereBox
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.gui.widgets import button, muted_label, primary_button, row_layout, set_role
from audioclf_gui.ml.presets import PRESETS

if TYPE_CHECKING:  # a window that is only shown needs nothing of Azure
    from audioclf_gui.remote.azure.following import JobEnded
    from audioclf_gui.remote.azure.jobs_there import JobThere
    from audioclf_gui.remote.azure.place import Place

_NEWS_EVERY_S = 0.2
_MOST_LINES = 20_000  # of a log that are shown
_LINES_AT_ONCE = 500
_ASK_EVERY_MS = 30_000  # while a job goes on and this is seen
_NAME = 4  # the column that takes the room that is left

_STATES = {
    "Completed": Text("done"),
    "Failed": Text("failed"),
    "Canceled": Text("stopped"),
    "CancelRequested": Text("stopping"),
    "NotResponding": Text("does not respond"),
    "Running": Text("running"),
    "Finalizing": Text("running"),
    "Queued": Text("waiting for a computer"),
    "NotStarted": Text("waiting for a computer"),
    "Provisioning": Text("starting"),
    "Preparing": Text("starting"),
    "Starting": Text("starting"),
    "gone": Text("gone from the workspace"),
}
"""What people call the states of the service; any other is told as it says."""


def state_text(status: str) -> Text:
    """The state of a job for people."""
    return _STATES.get(status, Text.plain(status))


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a job has told since the last time."""

    status: str
    lines: tuple[Text, ...]


def _place(address: str, folder: Path) -> "Place":
    from audioclf_gui.remote.azure.place import Place

    return Place.named(Path(address) if address else None, folder)


def _asked(address: str, folder: Path) -> "Generator[JobThere, None, tuple[JobThere, ...]]":
    from audioclf_gui.remote.azure.jobs_there import list_jobs

    return (yield from list_jobs(_place(address, folder), folder))


def _cancelled(address: str, folder: Path, job: str) -> "JobThere":
    from audioclf_gui.remote.azure.jobs_there import cancel_job

    return cancel_job(_place(address, folder), job)


def _heard(
    address: str, folder: Path, job: str, stop: threading.Event
) -> "Generator[_Heard, None, JobEnded]":
    """At most five times a second what was told meanwhile, so that the window keeps up with a long log."""
    from audioclf_gui.remote.azure.events import JobState
    from audioclf_gui.remote.azure.following import Follow, follow_job
    from audioclf_gui.remote.azure.saying import said_of

    lines: list[Text] = []
    status, told, told_at_s = "", "", 0.0
    with closing(follow_job(Follow(_place(address, folder), job), stop)) as events:
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                ended: JobEnded = end.value
                yield _Heard(ended.status, tuple(lines))
                return ended
            if isinstance(event, JobState):
                status = event.status
            elif (said := said_of(event)) is not None:
                lines.append(said)
            is_idle = isinstance(event, JobState) and (bool(lines) or status != told)
            is_time = time.monotonic() - told_at_s >= _NEWS_EVERY_S
            if is_time or is_idle or len(lines) >= _LINES_AT_ONCE:
                yield _Heard(status, tuple(lines))
                lines, told, told_at_s = [], status, time.monotonic()


class JobsPanel(CoveringPanel):
    """The jobs, the newest first; the chosen one can be followed, stopped, and fetched as a run."""

    fetch_asked = Signal(str)  # the name of a job

    def __init__(self, context: Context, where: WhereBox, trainer: Trainer) -> None:
        super().__init__(self.tr("Jobs in Azure"))
        self._context, self._where, self._trainer = context, where, trainer
        self._jobs: tuple[JobThere, ...] = ()
        self._is_asking = False
        self._followed, self._stop = "", threading.Event()
        self._clock = QTimer(self, singleShot=True, interval=_ASK_EVERY_MS)
        self._make_widgets()
        self._arrange()
        self._connect()
        self._show_what_can_be_done()

    def _make_widgets(self) -> None:
        self.refresh_button = button(self.tr("Ask again"), self.tr("Ask Azure how far the jobs are"))
        self.close_button = button(self.tr("Done"), self.tr("Back to the results (Escape)"))
        self.note = muted_label(wrap=True)
        self.follow_button = button(self.tr("Follow"), self.tr("Show what the job says, from its beginning"))
        self.stop_button = button(
            self.tr("Stop the job"), self.tr("End it there; what it has kept can be fetched")
        )
        self.fetch_button = primary_button(
            self.tr("Fetch as a run"), self.tr("Bring its model and its curves here, as a run like any other")
        )
        self.page_button = button(self.tr("Its page…"), self.tr("Open the page of the job in ml.azure.com"))
        self.model = ValueTable(self._columns())
        self.table: QTableView = value_view(self.model, self.tr("Jobs in Azure"), _NAME)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(self.tr("Log of the job"))
        self.log.setMaximumBlockCount(_MOST_LINES)
        self.log.setPlaceholderText(self.tr("What a job says is shown here while it is followed."))
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFocusProxy(self.table)

    def _arrange(self) -> None:
        self.body.removeWidget(self.heading)
        top = row_layout(self.heading, self.refresh_button, self.close_button)
        top.insertStretch(1, 1)
        header = self.table.horizontalHeader()
        for column in range(_NAME):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self.log)
        both.setSizes([220, 300])
        self.body.addLayout(top)
        self.body.addWidget(self.note)
        self.body.addLayout(
            FlowLayout(self.fetch_button, self.follow_button, self.stop_button, self.page_button)
        )
        self.body.addWidget(both, 1)

    def _connect(self) -> None:
        self.refresh_button.clicked.connect(self.ask)
        self.close_button.clicked.connect(self.closed)
        self.follow_button.clicked.connect(self.follow)
        self.stop_button.clicked.connect(self.stop_job)
        self.fetch_button.clicked.connect(self._ask_for_run)
        self.page_button.clicked.connect(self._open_page)
        self.table.selectionModel().selectionChanged.connect(self._show_what_can_be_done)
        self.table.doubleClicked.connect(self.follow)
        self._clock.timeout.connect(self.ask)
        self._trainer.ended.connect(self._show_what_can_be_done)
        self._context.document.runs_changed.connect(self.table.viewport().update)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Sent"), _sent_text),
            Column(self.tr("What"), _title_text),
            Column(self.tr("State"), lambda one: words(state_text(one.status)), lambda one: one.status),
            Column(self.tr("Run"), self._run_text),
            Column(self.tr("Name"), lambda one: one.name),
        )

    def _run_text(self, job: "JobThere") -> str:
        """The runs that it became."""
        notes = self._context.document.project.runs.notes
        return ", ".join(str(run) for run, note in notes.items() if job.name in note.text.split())

    @property
    def _address(self) -> tuple[str, Path]:
        chosen = self._where.chosen
        return "" if chosen is None else chosen.address, self._context.document.project.folder

    @property
    def chosen(self) -> "JobThere | None":
        """The job that is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self._jobs[rows[0].row()] if rows else None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self._leave_job()

    def ask(self) -> None:
        """Ask how far the jobs are."""
        if self._is_asking:
            return
        self._is_asking = True
        self._clock.stop()
        self._say(self.tr("Azure is asked…"))
        self._show_what_can_be_done()
        self._context.start(
            partial(_asked, *self._address),
            Text("Asking Azure for its jobs"),
            None,
            self._show,
            on_failed=self._fail,
            on_ended=self._end_asking,
        )

    def _show(self, found: "Sequence[JobThere]") -> None:
        chosen = self.chosen
        self._jobs = tuple(reversed(found))
        self.model.show(self._jobs)
        names = [one.name for one in self._jobs]
        if names:
            at = names.index(chosen.name) if chosen is not None and chosen.name in names else 0
            self.table.selectRow(at)
        self._say(
            ""
            if names
            else self.tr(
                "Nothing was sent to Azure from this project. Train sends a run while Where is Azure."
            )
        )

    def _put(self, job: "JobThere") -> None:
        """Show that a job is further now."""
        for row, known in enumerate(self._jobs):
            if known.name == job.name:
                now = replace(known, status=job.status)
                self._jobs = (*self._jobs[:row], now, *self._jobs[row + 1 :])
                chosen = self.table.selectionModel().selectedRows()
                self.model.show(self._jobs)
                if chosen:
                    self.table.selectRow(chosen[0].row())

    def _end_asking(self) -> None:
        self._is_asking = False
        self._show_what_can_be_done()
        if self.isVisible() and any(not one.has_ended for one in self._jobs):
            self._clock.start()

    def _say(self, text: str, role: str = "muted") -> None:
        set_role(self.note, role)
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say(in_sentences(error), "bad")
        else:
            self._say("")
            self._context.message_bar.show_failure(error)

    def _show_what_can_be_done(self) -> None:
        job = self.chosen
        is_there = job is not None and job.status != "gone"
        self.refresh_button.setEnabled(not self._is_asking)
        self.follow_button.setEnabled(is_there)
        follows = job is not None and job.name == self._followed
        self.follow_button.setText(self.tr("Stop following") if follows else self.tr("Follow"))
        self.stop_button.setEnabled(job is not None and not job.has_ended)
        may_fetch = is_there and job is not None and job.has_ended
        self.fetch_button.setEnabled(may_fetch and not self._trainer.is_running)
        self.page_button.setEnabled(job is not None and bool(job.page))

    def follow(self) -> None:
        """Show what the chosen job says until it ends; asked again, listen to it no longer."""
        job, followed = self.chosen, self._followed
        self._leave_job()
        if job is None or not self.follow_button.isEnabled() or job.name == followed:
            return
        self.log.clear()
        self._followed, self._stop = job.name, threading.Event()
        self._context.start(
            partial(_heard, *self._address, job.name, self._stop),
            Text("Following {job}", job=job.name),
            partial(self._hear, job, self._stop),
            partial(self._tell_end, job),
            on_failed=self._fail,
            on_ended=partial(self._end_following, self._stop),
        )
        self._show_what_can_be_done()

    def _leave_job(self) -> None:
        self._stop.set()
        self._followed = ""
        self._show_what_can_be_done()

    def _hear(self, job: "JobThere", stop: threading.Event, heard: _Heard) -> None:
        if stop.is_set():
            return
        if heard.lines:
            self.log.appendPlainText("\n".join(map(words, heard.lines)))
        if heard.status:
            self._put(replace(job, status=heard.status))

    def _tell_end(self, job: "JobThere", ended: "JobEnded") -> None:
        if ended.problem and job.name == self._followed:
            self._say(words(Text("The job failed: {problem}", problem=ended.problem)), "bad")

    def _end_following(self, stop: threading.Event) -> None:
        if stop is self._stop:
            self._leave_job()

    def stop_job(self) -> None:
        """End the chosen job there."""
        job = self.chosen
        if job is None:
            return
        self.stop_button.setEnabled(False)
        self._context.start(
            answering(partial(_cancelled, *self._address, job.name)),
            Text("Stopping {job}", job=job.name),
            None,
            self._put,
            on_failed=self._fail,
            on_ended=self._show_what_can_be_done,
        )

    def _ask_for_run(self) -> None:
        if self.chosen is not None:
            self.fetch_asked.emit(self.chosen.name)
            self._show_what_can_be_done()

    def _open_page(self) -> None:
        if self.chosen is not None:
            QDesktopServices.openUrl(QUrl(self.chosen.page))


def _sent_text(job: "JobThere") -> str:
    when = datetime.fromtimestamp(job.sent_s).astimezone()
    return words(moment(when.isoformat(), datetime.now().astimezone().date()))


def _title_text(job: "JobThere") -> str:
    return words(PRESETS[job.title].title) if job.title in PRESETS else job.title
