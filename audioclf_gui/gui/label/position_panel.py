"""Typing where the cursor stands, and from when to when and how high something is selected."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.formats.text import seconds
from audioclf_gui.gui.label.band_fields import with_edge
from audioclf_gui.gui.label.ruler import Ruler
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import muted_label, set_role

_WIDTH = 150


class PositionPanel(Popover):
    """What is typed holds with Return, which also closes the panel, and wherever one goes from a field.

    Esc alone drops it.
    """

    went = Signal(float)  # the cursor is to stand there, in seconds
    reshaped = Signal(object)  # Selection: what is selected is to have these edges

    def __init__(self, view: ViewState, ruler: Ruler, top_hz: Callable[[], float], parent: QWidget) -> None:
        super().__init__(words(Text("Position and selection")), parent)
        self._view = view
        self._ruler = ruler
        self._top_hz = top_hz
        self.position = self._add(self.tr("Cursor"), self._go)
        self.start = self._add(self.tr("Start"), self._set_start)
        self.end = self._add(self.tr("End"), self._set_end)
        self.length = self._add(self.tr("Length"), self._set_length)
        self.low = self._add(self.tr("Lowest (Hz)"), lambda: self._set_band(self.low))
        self.high = self._add(self.tr("Highest (Hz)"), lambda: self._set_band(self.high))
        self.note = muted_label(wrap=True)
        self.form.addRow(self.note)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # leaves the field, too, which would take what was typed
            for field in self.findChildren(QLineEdit):
                field.setModified(False)
        super().keyPressEvent(event)

    def _add(self, name: str, take: Callable[[], object]) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setMinimumWidth(_WIDTH)
        field.editingFinished.connect(lambda: self._finish(field, take))
        field.returnPressed.connect(lambda: self._close_with(field, take))
        self.form.addRow(name, field)
        return field

    def ask(self, place: QWidget, field: QLineEdit) -> None:
        """Open with what holds now, ready to type into one of the fields."""
        self._show_values()
        self.open_at(place)
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        field.selectAll()

    def _show_values(self) -> None:
        selection = self._view.selection
        self.position.setText(self._ruler.exact_text(self._view.head_s))
        for field in (self.start, self.end, self.length, self.low, self.high):
            field.clear()
            set_role(field, "")
        set_role(self.position, "")
        if selection is not None:
            self.start.setText(self._ruler.exact_text(selection.start_s))
            self.end.setText(self._ruler.exact_text(selection.end_s))
            self.length.setText(f"{selection.duration_s:.6f}".rstrip("0").rstrip("."))
            for field, edge_hz in ((self.low, selection.low_hz), (self.high, selection.high_hz)):
                field.setText("" if edge_hz is None else f"{edge_hz:.1f}".removesuffix(".0"))
        self._say(self._hint())

    def _hint(self) -> str:
        if self._ruler.day_start is None:
            return self.tr("Seconds or minutes: 62.5 or 1:02.5")
        return self.tr("A time of day, seconds or minutes: 05:30:10, 62.5 or 1:02.5")

    def _finish(self, field: QLineEdit, take: Callable[[], object]) -> None:
        if field.isModified() and self.isVisible():
            field.setModified(False)
            set_role(field, "")
            take()
            if field.property("role") != "bad":
                self._show_values()

    def _close_with(self, field: QLineEdit, take: Callable[[], object]) -> None:
        self._finish(field, take)
        if field.property("role") != "bad":
            self.hide()

    def _refuse(self, field: QLineEdit, why: str) -> None:
        set_role(field, "bad")
        self._say(why)
        field.setFocus()

    def _say(self, text: str) -> None:
        self.note.setText(text)

    def _time(self, field: QLineEdit) -> float | None:
        """The time that was typed, if it is one of the clip; else the user is told."""
        time_s = typed_time(field.text(), self._ruler.day_start)
        if time_s is None:
            self._refuse(field, self._hint())
        elif not 0.0 <= time_s <= self._view.duration_s:
            end = self._ruler.exact_text(self._view.duration_s)
            self._refuse(field, words(Text("The clip ends at {time}.", time=end)))
            return None
        return time_s

    def _go(self) -> None:
        time_s = self._time(self.position)
        if time_s is not None:
            self.went.emit(time_s)

    def _selection(self) -> Selection:
        head_s = self._view.head_s
        return self._view.selection or Selection(head_s, head_s)

    def _set_start(self) -> None:
        time_s = self._time(self.start)
        if time_s is not None:
            now = self._selection()
            self.reshaped.emit(replace(now, start_s=time_s, end_s=max(now.end_s, time_s)))

    def _set_end(self) -> None:
        time_s = self._time(self.end)
        if time_s is not None:
            now = self._selection()
            self.reshaped.emit(replace(now, start_s=min(now.start_s, time_s), end_s=time_s))

    def _set_length(self) -> None:
        length_s, now = seconds(self.length.text().removesuffix("s").strip()), self._selection()
        if length_s is None or length_s < 0.0:
            self._refuse(self.length, self.tr("Seconds or minutes: 62.5 or 1:02.5"))
        elif now.start_s + length_s > self._view.duration_s:
            end = self._ruler.exact_text(self._view.duration_s)
            self._refuse(self.length, words(Text("The clip ends at {time}.", time=end)))
        else:
            self.reshaped.emit(replace(now, end_s=now.start_s + length_s))

    def _set_band(self, field: QLineEdit) -> None:
        top_hz = self._top_hz()
        new = with_edge(self._selection(), field.text(), top_hz, is_low=field is self.low)
        if new is None:
            self._refuse(field, words(Text("A frequency from 0 to {top} Hz", top=f"{top_hz:g}")))
        else:
            self.reshaped.emit(new)


def typed_time(text: str, start: datetime | None) -> float | None:
    """The time in a recording, in seconds, that a person typed; None if it is none.

    Parameters
    ----------
    text
        `62.5`, `1:02.5`, `1:01:02.5`, with or without a unit of seconds.
    start
        When the recording began, if its times are told as times of day: `05:30` and `05:30:10.5` are
        such then, the first ones since it began. A number alone, and minutes with a fraction of seconds,
        still count from its start.
    """
    text = text.strip().removesuffix("s").rstrip()
    parts = text.split(":")
    is_clock = len(parts) == 3 or (len(parts) == 2 and parts[-1].isdecimal())
    if start is None or not is_clock:
        return seconds(text)
    of_day_s = seconds(text if len(parts) == 3 else f"{text}:00")
    if of_day_s is None or of_day_s >= timedelta(days=1).total_seconds():
        return None
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    since_s = of_day_s - (start - midnight).total_seconds()
    return since_s if since_s >= 0.0 else since_s + timedelta(days=1).total_seconds()
