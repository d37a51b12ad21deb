"""The number that is estimated while listening: a row for each second, its range, and its export."""

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHeaderView

from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.text import Text
from audioclf_gui.gui.live.end_follower import EndFollower
from audioclf_gui.gui.live.time_axis import time_text
from audioclf_gui.gui.table_model import Column, ValueTable, value_view
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, button, icon_button, muted_label, row_layout
from audioclf_gui.jobs.listen import EstimatedQuantity

_MOST_ROWS, _ROWS_LEFT = 30_000, 20_000  # seconds


@dataclass(frozen=True, slots=True)
class Reading:
    """What was estimated in one second of a sitting, in the unit of the quantity."""

    time_s: float  # its beginning, in the time of the table
    count: int
    mean: float
    low: float
    high: float

    def with_value(self, value: float) -> "Reading":
        """The same second with one estimate more."""
        count = self.count + 1
        return replace(
            self,
            count=count,
            mean=self.mean + (value - self.mean) / count,
            low=min(self.low, value),
            high=max(self.high, value),
        )


class ReadingsPanel(Panel):
    """READINGS: what the number was, second by second; of silence there is none."""

    export_asked = Signal(object)  # Path
    clear_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Readings").upper())
        self.heading.show()
        self.setAccessibleName(self.tr("Readings"))
        self.rows: list[Reading] = []
        self._whole: Reading | None = None  # all that was estimated since the list is empty
        self._of = EstimatedQuantity("", "", (0.0, 1.0))
        self._began: datetime | None = None
        self._offset_s = 0.0
        self.summary = muted_label(wrap=True)
        self._table = ValueTable(
            (
                Column(self.tr("Time"), lambda row: time_text(self._began, row.time_s)),
                Column(self.tr("Mean"), lambda row: words(in_unit(row.mean, self._of.unit)), is_number=True),
                Column(self.tr("Lowest"), lambda row: words(in_unit(row.low, self._of.unit)), is_number=True),
                Column(
                    self.tr("Highest"), lambda row: words(in_unit(row.high, self._of.unit)), is_number=True
                ),
            ),
            self,
        )
        self.view = value_view(
            self._table,
            self.tr("What was estimated in each second"),
            empty_text=self.tr("What the model estimates is listed here, once it listens."),
        )
        self._end = EndFollower(self.view)
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.clear_button = icon_button("delete-sweep-outline", self.tr("Clear the list"), flat=True)
        self.clear_button.clicked.connect(self.clear_asked)
        self.export_button = button(
            self.tr("Export readings…"), self.tr("Write a table with a row for each second")
        )
        self.export_button.clicked.connect(self._choose_file)
        self.body.removeWidget(self.heading)
        top = row_layout(self.heading, self.clear_button)
        top.insertStretch(1, 1)
        self.body.insertLayout(0, top)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.export_button)
        self._refresh()

    def begin(self, quantity: EstimatedQuantity, began: datetime | None, offset_s: float) -> None:
        """Another sitting begins, at this second of the table, whose second 0 was at `began`."""
        if not offset_s or quantity != self._of:
            self.clear()
        self._of, self._began, self._offset_s = quantity, began, offset_s
        self._refresh()

    def clear(self) -> None:
        """Forget everything."""
        self.rows, self._whole = [], None
        self._refresh()

    def add(self, values: Sequence[tuple[float, float]]) -> None:
        """Take in estimates: until when they heard, since this sitting began, and what they say."""
        for time_s, value in values:
            second = max(0, math.ceil(round(time_s, 6)) - 1)
            first = Reading(self._offset_s + second, 1, value, value, value)
            self._whole = self._whole.with_value(value) if self._whole else first
            if self.rows and self.rows[-1].time_s == first.time_s:
                self.rows[-1] = self.rows[-1].with_value(value)
            else:
                self.rows.append(first)
        if len(self.rows) > _MOST_ROWS:
            self.rows = self.rows[-_ROWS_LEFT:]
        if values:
            self._refresh()

    def _refresh(self) -> None:
        """Whoever looks at the end of the table stays there."""
        bar = self.view.verticalScrollBar()
        is_at_end, place = self._end.is_at_end, bar.value()
        self._table.show(self.rows)
        self.view.scrollToBottom() if is_at_end else bar.setValue(place)
        self.summary.setText(words(self._told()))
        for one in (self.export_button, self.clear_button):
            one.setEnabled(bool(self.rows))

    def _told(self) -> Text:
        whole, unit = self._whole, self._of.unit
        if whole is None:
            return Text("A number has no events: what is estimated comes here, second by second.")
        return Text(
            "{quantity}: {mean} on average, from {low} to {high}.",
            quantity=self._of.name,
            mean=in_unit(whole.mean, unit),
            low=in_unit(whole.low, unit),
            high=in_unit(whole.high, unit),
        )

    def _choose_file(self) -> None:
        name, _chosen = QFileDialog.getSaveFileName(
            self, self.tr("Export readings"), self.tr("readings") + ".csv", "*.csv"
        )
        if name:
            self.export_asked.emit(Path(name))

    @property
    def content(self) -> bytes:
        """The rows as a CSV file, times in seconds, values in the unit that its header names."""
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        unit = f" [{self._of.unit}]" if self._of.unit else ""
        parts = ("mean", "lowest", "highest")
        writer.writerow(["start_s", *(f"{self._of.name} {part}{unit}" for part in parts)])
        writer.writerows((row.time_s, row.mean, row.low, row.high) for row in self.rows)
        return file.getvalue().encode()
