"""The measurements in the table of labels: those of the rows in view first, all of them to sort by one."""

import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label_columns import MEASURED_KEYS
from audioclf_gui.core.label_rows import Ints
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.label_meter import LabelMeter, MeasuredLabel, Wanted
from audioclf_gui.gui.label.label_table_columns import ColumnChoice
from audioclf_gui.gui.label.label_table_model import LabelTableModel
from audioclf_gui.jobs.tabulate_labels import stretch_of

_SETTLE_MS = 60
_TOGETHER = 500  # rows out of view that are asked for at once


class LabelMeasuring(QObject):
    """Asks for what is missing and fills it in."""

    progressed = Signal()
    settled = Signal()  # all rows are measured that the table is sorted by

    def __init__(
        self,
        context: Context,
        view: QTableView,
        model: LabelTableModel,
        columns: ColumnChoice,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = context.document
        self._view = view
        self._model = model
        self._columns = columns
        self._wants_all = False
        self._awaited = 0  # answers to what was asked for last
        self._meter = LabelMeter(self)
        self._meter.measured.connect(self._take)
        self._meter.failed.connect(context.message_bar.show_failure)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        view.verticalScrollBar().valueChanged.connect(self.ask)
        columns.changed.connect(self.ask)

    @property
    def left(self) -> int:
        """How many rows are being measured, to sort by what they measure."""
        if not self._wants_all:
            return 0
        return int(np.count_nonzero(~self._model.measured[self._model.order]))

    def want_all(self, *, on: bool) -> None:
        """Measure all rows that are shown, since they are sorted by what they measure."""
        self._wants_all = on
        self.ask()

    def ask(self) -> None:
        """Find out what is missing, as soon as rows and view are at rest."""
        self._settle.start()

    def begin_anew(self) -> None:
        """Rows are others now: what is being measured may be of none of them."""
        self._meter.ask(())
        self.ask()

    def pause(self) -> None:
        """Nobody looks."""
        self._settle.stop()
        self._meter.ask(())

    def shutdown(self) -> None:
        """End the thread."""
        self._settle.stop()
        self._meter.shutdown()

    def _ask(self) -> None:
        is_wanted = self._view.isVisible() and (self._wants_all or self._columns.shows_measured)
        wanted = list(self._wanted()) if is_wanted else []
        self._awaited = len(wanted)
        self._meter.ask(wanted)
        self.progressed.emit()

    def _wanted(self) -> Iterator[Wanted]:
        """What is not known yet: in view and a page behind it, then some of all if they are wanted.

        Each in the order of its sound: some files can only be read from their start.
        """
        first = max(self._view.rowAt(0), 0)
        last = self._view.rowAt(self._view.viewport().height() - 1)
        order, rows, view = self._model.order, self._model.rows, self._document.view
        end = len(order) if last < 0 else last + 1 + (last - first)
        seen = self._missing(order[first:end])
        rest = self._missing(np.concatenate([order[:first], order[end:]]))[:_TOGETHER]
        for place in (*seen.tolist(), *(rest.tolist() if self._wants_all else ())):
            clip = view.clip(ClipId(int(rows.clip_ids[place])))
            yield Wanted(place, view.audio_path(clip), stretch_of(rows, place))

    def _missing(self, places: Ints) -> Ints:
        rows, missing = self._model.rows, places[~self._model.measured[places]]
        in_order: Ints = missing[np.lexsort((rows.numbers["start_s"][missing], rows.clip_ids[missing]))]
        return in_order

    def _take(self, answers: tuple[MeasuredLabel, ...]) -> None:
        rows, measured = self._model.rows, self._model.measured
        for answer in answers:
            place = answer.wanted.place
            measured[place] = True
            for key in MEASURED_KEYS:
                value = None if answer.found is None else getattr(answer.found, key)
                rows.numbers[key][place] = math.nan if value is None else value
        self._awaited -= len(answers)
        self._model.repaint()
        self.progressed.emit()
        if not self._wants_all:
            return
        if not self.left:
            self.settled.emit()
        elif self._awaited <= 0:
            self.ask()
