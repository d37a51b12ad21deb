"""Typing where the cursor stands, and from when to when and how high something is selected."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.formats.text import seconds
from audioclf_gui.gui.label.band_fields import with_edge
from audioclf_gui.gui.label.ruler import Ruler
from audioclf_gui.gui.label.typed_field import TypedField
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.text import exact_number, shown_number, with_point
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import muted_label

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
        self.note = muted_label(wrap=True)
        self.position = self._add(self.tr("Cursor"), self._go)
        self.start = self._add(self.tr("Start"), self._set_start)
        self.end = self._add(self.tr("End"), self._set_end)
        self.length = self._add(self.tr("Length"), self._set_length)
        self.low = self._add(self.tr("Lowest (Hz)"), lambda text: self._set_band(text, is_low=True))
        self.high = self._add(self.tr("Highest (Hz)"), lambda text: self._set_band(text, is_low=False))
        self.form.addRow(self.note)
        self._explain()

    def _explain(self) -> None:
        self.position.setWhatsThis(
            self.tr("Where playing begins. Type another time and press Return to go there.")
        )
        self.start.setWhatsThis(
            self.tr("Where the selection begins. An end that would come before it moves along.")
        )
        self.end.setWhatsThis(
            self.tr("Where the selection ends. A start that would come after it moves along.")
        )
        self.length.setWhatsThis(
            self.tr("How long the selection is, in seconds. Its start stays where it is.")
        )
        self.low.setWhatsThis(
            self.tr("The lower edge of the selected box, in hertz; 2k means 2000. Empty: all frequencies.")
        )
        self.high.setWhatsThis(
            self.tr("The upper edge of the selected box, in hertz; 8k means 8000. Empty: all frequencies.")
        )

    def _add(self, name: str, take: Callable[[str], str]) -> TypedField:
        field = TypedField(take)
        field.setAccessibleName(name)
        field.setMinimumWidth(_WIDTH)
        field.taken.connect(self._show_values)
        field.refused.connect(self.note.setText)
        field.finished.connect(self.hide)
        self.form.addRow(name, field)
        return field

    def ask(self, place: QWidget, field: TypedField) -> None:
        """Open with what holds now, ready to type into one of the fields."""
        self._show_values()
        self.open_at(place)
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        field.selectAll()

    def _show_values(self) -> None:
        selection, exact_text = self._view.selection, self._ruler.exact_text
        self.position.show_value(exact_text(self._view.head_s))
        self.start.show_value("" if selection is None else exact_text(selection.start_s))
        self.end.show_value("" if selection is None else exact_text(selection.end_s))
        self.length.show_value("" if selection is None else exact_number(selection.duration_s, 6))
        for field, edge_hz in (
            (self.low, None if selection is None else selection.low_hz),
            (self.high, None if selection is None else selection.high_hz),
        ):
            field.show_value("" if edge_hz is None else exact_number(edge_hz, 1))
        self.note.setText(self._hint())

    def _hint(self) -> str:
        if self._ruler.day_start is None:
            return self.tr("Seconds or minutes: 62.5 or 1:02.5")
        return self.tr("A time of day, seconds or minutes: 05:30:10, 62.5 or 1:02.5")

    def _why_not(self, time_s: float | None) -> str:
        """Why a time that was typed cannot be taken; empty if it can."""
        if time_s is None:
            return self._hint()
        if not 0.0 <= time_s <= self._view.duration_s:
            return words(Text("The clip ends at {time}.", time=self._ruler.exact_text(self._view.duration_s)))
        return ""

    def _selection(self) -> Selection:
        head_s = self._view.head_s
        return self._view.selection or Selection(head_s, head_s)

    def _go(self, text: str) -> str:
        time_s = typed_time(text, self._ruler.day_start)
        if not (why := self._why_not(time_s)):
            self.went.emit(time_s)
        return why

    def _set_start(self, text: str) -> str:
        time_s, now = typed_time(text, self._ruler.day_start), self._selection()
        if time_s is not None and not self._why_not(time_s):
            self.reshaped.emit(replace(now, start_s=time_s, end_s=max(now.end_s, time_s)))
        return self._why_not(time_s)

    def _set_end(self, text: str) -> str:
        time_s, now = typed_time(text, self._ruler.day_start), self._selection()
        if time_s is not None and not self._why_not(time_s):
            self.reshaped.emit(replace(now, start_s=min(now.start_s, time_s), end_s=time_s))
        return self._why_not(time_s)

    def _set_length(self, text: str) -> str:
        length_s, now = seconds(with_point(text).removesuffix("s").strip()), self._selection()
        if length_s is None or length_s < 0.0:
            return self.tr("Seconds or minutes: 62.5 or 1:02.5")
        if not (why := self._why_not(now.start_s + length_s)):
            self.reshaped.emit(replace(now, end_s=now.start_s + length_s))
        return why

    def _set_band(self, text: str, *, is_low: bool) -> str:
        top_hz = self._top_hz()
        new = with_edge(self._selection(), text, top_hz, is_low=is_low)
        if new is None:
            return words(Text("A frequency from 0 to {top} Hz", top=shown_number(top_hz, "g")))
        self.reshaped.emit(new)
        return ""


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
    text = with_point(text).strip().removesuffix("s").rstrip()
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
