"""Writing tables of labels: what they measure, or what the label table lists."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from audioclf_gui.core.content import kept_note
from audioclf_gui.core.label_columns import MEASURED_KEYS
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.tabulate_labels import (
    MEASUREMENTS,
    LabelsTabulated,
    TabulateLabels,
    tabulate_labels,
)

_PLACE_KEY = "measurements/place"


class TableExport(QObject):
    """Asks for a file, writes it in the background, and says what came of it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask_measurements(self) -> None:
        """Let the user say where a table of what all labels measure is to be, if there are any."""
        view = self._context.document.view
        if not any(view.labels(clip.id) for clip in view.clips):
            self._context.status(self.tr("There are no labels to measure"))
            return
        request = TabulateLabels(view.clips, columns=MEASUREMENTS)
        self._ask(request, self.tr("Export measurements"), "measurements.csv")

    def ask(self, request: TabulateLabels) -> None:
        """Let the user say where a table is to be."""
        self._ask(request, self.tr("Export labels as a table"), "labels.csv")

    def _ask(self, request: TabulateLabels, title: str, name: str) -> None:
        folder = self._context.session.text(_PLACE_KEY, str(self._context.document.project.folder))
        kinds = self.tr("Tables (*.csv *.tsv)")
        # the file that is there is kept beside the new one, so that there is nothing to warn of
        asks_no_more = QFileDialog.Option.DontConfirmOverwrite
        start = str(Path(folder) / name)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, start, kinds, options=asks_no_more)
        if chosen:
            self._context.session.put(_PLACE_KEY, str(Path(chosen).parent))
            self.export(replace(request, out=Path(chosen)))

    def export(self, request: TabulateLabels) -> None:
        """Write a table."""
        is_measured = not set(MEASURED_KEYS).isdisjoint((*request.columns, request.sort))
        job = partial(tabulate_labels, request, self._context.document.project.view())
        title = Text("Measuring labels") if is_measured else Text("Listing labels")
        self._context.start(job, title, on_done=partial(self._tell, request, is_measured))

    def _tell(self, request: TabulateLabels, is_measured: bool, done: LabelsTabulated) -> None:
        assert request.out is not None
        count, name = len(done.rows), request.out.name
        told = [
            Text("{n} label measured: {name}.", "{n} labels measured: {name}.", n=count, name=name)
            if is_measured
            else Text("{n} label written: {name}.", "{n} labels written: {name}.", n=count, name=name)
        ]
        if done.refused:
            clips = Text(
                "{n} clip cannot be read.",
                "{n} clips cannot be read.",
                n=len({one.path for one in done.refused}),
            )
            told.append(clips)
        if (note := kept_note([] if done.kept is None else [done.kept])) is not None:
            told.append(note)
        self._context.message_bar.show_note(words(listed(told)))
