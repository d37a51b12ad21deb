"""Writing the chosen runs down as a page for people without the program."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core.content import kept_note
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.train.runs_panel import RunsPanel
from audioclf_gui.gui.translate import language, words, words_in_files
from audioclf_gui.gui.widgets import button
from audioclf_gui.jobs.report_runs import ReportRuns, report_runs, to_report
from audioclf_gui.jobs.results import ResultWritten

_PLACE = "report/place"


class RunReports(QObject):
    """Asks where to, writes the report of one run or the comparison of several, and opens it.

    Attributes
    ----------
    button : QPushButton
        Stands below the runs that it is about.
    """

    written = Signal(object)  # ResultWritten

    def __init__(self, context: Context, panel: RunsPanel) -> None:
        super().__init__(panel)
        self._context, self._panel = context, panel
        self.button = button(
            self.tr("Report…"),
            self.tr("Write the chosen run, or how the chosen ones compare, as one page that opens anywhere"),
        )
        self.button.clicked.connect(self.ask)
        panel.body.addWidget(self.button)

    def ask(self) -> None:
        """Let the system ask for the file, then write it."""
        runs = self._chosen()
        if not runs:
            return
        numbers = "-".join(str(run.id) for run in runs)
        folder = self._context.session.text(_PLACE, str(self._context.document.project.folder))
        name = str(Path(folder) / f"{self._context.document.project.folder.name} {numbers}.html")
        place, _filter = QFileDialog.getSaveFileName(
            self._panel, self.tr("Write a report"), name, self.tr("Web page") + " (*.html)"
        )
        if place:
            file = Path(place)
            self._context.session.put(_PLACE, str(file.parent))
            self.write(runs, file if file.suffix else file.with_suffix(".html"))

    def write(self, runs: tuple[Run, ...], file: Path) -> None:
        """Write the report in the background, in the window's language."""
        project = self._context.document.project
        request = ReportRuns(to_report(project.runs, runs), file, language().replace("_", "-"))
        self._context.start(
            partial(report_runs, request, project.view(), words_in_files),
            Text("Writing the report"),
            on_done=self._tell,
        )

    def _chosen(self) -> tuple[Run, ...]:
        known = {run.id: run for run in self._context.document.project.runs.all}
        return tuple(known[run_id] for run_id in self._panel.selected if run_id in known)

    def _tell(self, done: ResultWritten) -> None:
        kept = kept_note([] if done.kept is None else [done.kept])
        told = [Text("The report is written: {file}.", file=done.path), *([] if kept is None else [kept])]
        self._context.message_bar.show_note(words(listed(told)))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(done.path)))
        self.written.emit(done)
