"""Writing the measurements of all labels as a table."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from audioclf_gui.core.content import kept_note
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


class MeasurementExport(QObject):
    """Asks for a file, measures in the background, and says what came of it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self) -> None:
        """Let the user say where the table is to be, if there is anything to write in it."""
        view = self._context.document.view
        if not any(view.labels(clip.id) for clip in view.clips):
            self._context.status(self.tr("There are no labels to measure"))
            return
        folder = self._context.session.text(_PLACE_KEY, str(self._context.document.project.folder))
        start = str(Path(folder) / "measurements.csv")
        title, kinds = self.tr("Export measurements"), self.tr("Tables (*.csv)")
        # the file that is there is kept beside the new one, so that there is nothing to warn of
        asks_no_more = QFileDialog.Option.DontConfirmOverwrite
        name, _kind = QFileDialog.getSaveFileName(self._window, title, start, kinds, options=asks_no_more)
        if name:
            self._context.session.put(_PLACE_KEY, str(Path(name).parent))
            self.export(Path(name))

    def export(self, out: Path) -> None:
        """Measure every label and write the table."""
        view = self._context.document.project.view()
        request = TabulateLabels(view.catalogue.clips, out, columns=MEASUREMENTS)
        job = partial(tabulate_labels, request, view)
        self._context.start(job, Text("Measuring labels"), on_done=partial(self._tell, out))

    def _tell(self, out: Path, done: LabelsTabulated) -> None:
        told = [
            Text(
                "{n} label measured: {name}.",
                "{n} labels measured: {name}.",
                n=len(done.rows),
                name=out.name,
            )
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
