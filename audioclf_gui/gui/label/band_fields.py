"""The band of what is selected as two numbers, which can be typed over."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from audioclf_gui.formats.text import finite
from audioclf_gui.gui.label.label_layer import LabelLayer
from audioclf_gui.gui.label.measured_line import hz_words
from audioclf_gui.gui.label.typed_field import DroppedField
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.text import typed_over, with_point
from audioclf_gui.gui.widgets import muted_label, set_role

_WIDTH, _HEIGHT = 62, 20


class BandFields(QWidget):
    """Return or leaving a field takes what was typed, nothing typed takes the band away, Esc drops it."""

    edited = Signal(object)  # Selection: what is selected is to have this band
    left = Signal()  # Return or Esc: the keyboard goes back to the panes

    def __init__(self, view: ViewState, layer: LabelLayer, top_hz: Callable[[], float]) -> None:
        super().__init__()
        self._view = view
        self._layer = layer
        self._top_hz = top_hz
        self.low = _HertzField(self.tr("Lowest frequency"), self.tr("low"))
        self.high = _HertzField(self.tr("Highest frequency"), self.tr("high"))
        self.width_told = muted_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.low, muted_label("\N{EN DASH}"), self.high, muted_label("Hz"), self.width_told):
            row.addWidget(widget)
        for field in (self.low, self.high):
            field.editingFinished.connect(self._take)
            field.returnPressed.connect(self.left)
            field.dropped.connect(self._drop)
        view.selection_changed.connect(self._show)
        layer.selected_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        selection = self._view.selection
        is_one = selection is not None and len(self._layer.chosen) < 2
        self.setEnabled(is_one)
        low_hz, high_hz = (selection.low_hz, selection.high_hz) if is_one and selection else (None, None)
        for field, edge_hz in ((self.low, low_hz), (self.high, high_hz)):
            if not (field.hasFocus() and field.isModified()):
                field.setText("" if edge_hz is None else typed_over(round(edge_hz)))
                set_role(field, "")

        width = "" if low_hz is None or high_hz is None else f"({hz_words(high_hz - low_hz)})"
        self.width_told.setText(width)

    def _take(self) -> None:
        selection = self._view.selection
        for field in (self.low, self.high):
            if not field.isModified() or selection is None:
                continue
            new = with_edge(selection, field.text(), self._top_hz(), is_low=field is self.low)
            set_role(field, "bad" if new is None else "")
            if new is not None:
                field.setModified(False)
                self.edited.emit(new)
                self._show()

    def _drop(self) -> None:
        for field in (self.low, self.high):
            field.setModified(False)
        self._show()
        self.left.emit()


class _HertzField(DroppedField):
    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setProperty("slim", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(self.tr("{name} of what is selected, in hertz; empty: no limit").format(name=name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def with_edge(selection: Selection, typed: str, top_hz: float, *, is_low: bool) -> Selection | None:
    """A selection with one edge of its band as a person typed it; None if that is no frequency there.

    Nothing typed takes the band away. The other edge gives way where it would be passed; where there was
    none it is that of all the sound.
    """
    text = "".join(with_point(typed).split()).lower().removesuffix("hz")
    if not text:
        return replace(selection, low_hz=None, high_hz=None)
    factor = 1000.0 if text.endswith("k") else 1.0
    number = finite(text.removesuffix("k"))
    hz = None if number is None else number * factor
    if hz is None or not 0.0 <= hz <= top_hz:
        return None
    low_hz = 0.0 if selection.low_hz is None else selection.low_hz
    high_hz = top_hz if selection.high_hz is None else selection.high_hz
    if is_low:
        return replace(selection, low_hz=hz, high_hz=max(high_hz, hz))
    return replace(selection, low_hz=min(low_hz, hz), high_hz=hz)
