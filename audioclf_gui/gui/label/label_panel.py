"""What is said of the chosen labels: note, certainty, track, exact edges; and what else came with them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QWidget
from typing_extensions import override

from audioclf_gui.core.label import Label, Source
from audioclf_gui.core.text import Text
from audioclf_gui.formats.text import finite
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.label_remarks import CERTAINTIES
from audioclf_gui.gui.label.position_panel import typed_time
from audioclf_gui.gui.label.typed_field import TypedField
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.text import exact_number, shown_number, with_point
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, muted_label, set_role

_WIDTH = 250
_NOTE_LINES, _NOTE_MARGINS_PX = 3, 18
_CERTAINTIES = tuple(CERTAINTIES)
_MOST_COLUMNS = 12


class LabelPanel(Popover):
    """Every field holds when one leaves it; Return closes the panel as well, Esc drops an edge that is typed.

    A note is never dropped: it may be long, and Undo takes it back.

    Where several labels are chosen and do not agree, a field is empty and changes nothing until it is used.
    """

    def __init__(self, editor: ClipEditor, parent: QWidget) -> None:
        super().__init__(words(Text("Label")), parent)
        self._editor = editor
        self._layer = editor.layer
        self.about = muted_label()
        self.note = QPlainTextEdit()
        self.certainty = QComboBox()
        self.track = QComboBox()
        self.start = self._edge(lambda text: self._set_time("start_s", text))
        self.end = self._edge(lambda text: self._set_time("end_s", text))
        self.low = self._edge(lambda text: self._set_frequency("low_hz", text))
        self.high = self._edge(lambda text: self._set_frequency("high_hz", text))
        self.hint = muted_label(wrap=True)
        self._columns: list[QWidget] = []
        self._arrange()
        self.certainty.activated.connect(self._set_certainty)
        self.track.activated.connect(self._set_track)

    def _arrange(self) -> None:
        self.note.setTabChangesFocus(True)
        self.note.setMinimumWidth(_WIDTH)
        self.note.setFixedHeight(_NOTE_LINES * self.note.fontMetrics().lineSpacing() + _NOTE_MARGINS_PX)
        self.note.setToolTip(self.tr("Shift+Return begins another line"))
        self.note.installEventFilter(self)
        self.form.addRow(self.about)
        for text, field in (
            (self.tr("Note"), self.note),
            (self.tr("Certainty"), self.certainty),
            (self.tr("Track"), self.track),
            (self.tr("Start"), self.start),
            (self.tr("End"), self.end),
            (self.tr("Lowest (Hz)"), self.low),
            (self.tr("Highest (Hz)"), self.high),
        ):
            field.setAccessibleName(text)
            self.form.addRow(text, field)
        self.form.addRow(self.hint)
        self._explain()

    def _explain(self) -> None:
        self.certainty.setWhatsThis(
            self.tr(
                "How sure the listener was. Unsure labels get a question mark and are found with is:unsure."
            )
        )
        self.track.setWhatsThis(
            self.tr(
                "The row of labels in which this one stands. Another track moves it there, at the same time."
            )
        )
        self.start.setWhatsThis(
            self.tr(
                "Where the label begins, in seconds or minutes from the start of the clip: 62.5 or 1:02.5."
            )
        )
        self.end.setWhatsThis(
            self.tr(
                "Where the label ends, in seconds or minutes from the start of the clip. "
                "Equal to the start, it marks a moment."
            )
        )
        self.low.setWhatsThis(
            self.tr("The lower edge of the label's box, in hertz. Empty: it has no lower edge.")
        )
        self.high.setWhatsThis(
            self.tr("The upper edge of the label's box, in hertz. Empty: it has no upper edge.")
        )

    def ask(self, place: QWidget) -> None:
        """Open for the chosen labels, ready to type a note."""
        if not self._editor.chosen.are_there():
            return
        self._show()
        self.form.activate()
        self.open_at(place)
        self.note.setFocus(Qt.FocusReason.PopupFocusReason)
        self.note.selectAll()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._take_note()
        super().hideEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Return end the note, as it does in fields of one line."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._take_note()
        if watched is self.note and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    # What holds now

    def _show(self) -> None:
        chosen = self._layer.chosen
        self.about.setText(self._described(chosen))
        self.note.setPlainText(_agreed([one.note for one in chosen]) or "")
        several = self.tr("several notes")
        self.note.setPlaceholderText(several if len({one.note for one in chosen}) > 1 else "")
        certainties = [(words(CERTAINTIES[one]), one) for one in _CERTAINTIES]
        _fill(self.certainty, certainties, [one.certainty for one in chosen])
        tracks = [(self._editor.tiers.track_text(one), one.name) for one in self._layer.tracks]
        _fill(self.track, tracks, [one.track for one in chosen])
        self.track.setEnabled(len(tracks) > 1)
        self._show_edges()
        self._show_columns(chosen)
        self._say("")

    def _described(self, chosen: Sequence[Label]) -> str:
        if len(chosen) > 1:
            return words(Text("{n} label is chosen", "{n} labels are chosen", n=len(chosen)))
        (label,) = chosen
        name = self._layer.text(label) or self.tr("no class yet")
        by = {
            Source.HUMAN: self.tr("labelled by hand"),
            Source.MODEL: self.tr("labelled by a model"),
            Source.IMPORT: self.tr("imported"),
        }
        return f"{name} \N{MIDDLE DOT} {by[label.source]}"

    def _show_edges(self) -> None:
        chosen = self._layer.chosen
        label = chosen[0] if len(chosen) == 1 else None
        for field in (self.start, self.end, self.low, self.high):
            field.clear()
            set_role(field, "")
            self.form.setRowVisible(field, label is not None)
        if label is not None and label.start_s is not None and label.end_s is not None:
            self.start.setText(exact_number(label.start_s, 6))
            self.end.setText(exact_number(label.end_s, 6))
            for field, edge_hz in ((self.low, label.low_hz), (self.high, label.high_hz)):
                field.setText("" if edge_hz is None else exact_number(edge_hz, 1))

    def _show_columns(self, chosen: Sequence[Label]) -> None:
        """Further columns of the table that one label came from; they are only shown."""
        for row in self._columns:
            self.form.removeRow(row)
        self._columns = []
        extra = chosen[0].extra if len(chosen) == 1 else ()
        for name, said in extra[:_MOST_COLUMNS]:
            value = ElidedLabel(said)
            title = QLabel(name)
            title.setTextFormat(Qt.TextFormat.PlainText)
            self.form.addRow(title, value)
            self._columns.append(value)

    def _say(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        self.adjustSize()

    # What is said of them

    def _take_note(self) -> None:
        document = self.note.document()
        if document.isModified():
            document.setModified(False)
            self._editor.chosen.describe(note=self.note.toPlainText().strip())

    def _set_certainty(self) -> None:
        self._editor.chosen.describe(certainty=_CERTAINTIES[self.certainty.currentIndex()])
        self._show()

    def _set_track(self) -> None:
        if self.track.currentData() is not None:
            self._editor.chosen.set_track(self.track.currentData())
        self._show()

    def _edge(self, take: Callable[[str], str]) -> TypedField:
        """A field for an edge."""
        field = TypedField(take)
        field.taken.connect(self._take_edge)
        field.refused.connect(self._say)
        field.finished.connect(self.hide)
        return field

    def _take_edge(self) -> None:
        self._show_edges()
        self._say("")

    def _set_time(self, edge: str, text: str) -> str:
        view, ruler = self._editor.view, self._editor.ruler
        time_s = typed_time(text, ruler.day_start)
        if time_s is None:
            return self.tr("Seconds or minutes: 62.5 or 1:02.5")
        if not 0.0 <= time_s <= view.duration_s:
            return words(Text("The clip ends at {time}.", time=ruler.exact_text(view.duration_s)))
        start_s, end_s = self._layer.chosen[0].span_s(view.duration_s)
        if (time_s > end_s) if edge == "start_s" else (time_s < start_s):
            return self.tr("It would end before it starts")
        self._editor.chosen.describe(**{edge: time_s})
        return ""

    def _set_frequency(self, edge: str, text: str) -> str:
        top_hz = self._editor.spectrogram.top_hz
        hz = finite(with_point(text)) if text else None
        if text and (hz is None or not 0.0 <= hz <= top_hz):
            return words(Text("A frequency from 0 to {top} Hz", top=shown_number(top_hz, "g")))
        label = self._layer.chosen[0]
        low_hz, high_hz = (hz, label.high_hz) if edge == "low_hz" else (label.low_hz, hz)
        if low_hz is not None and high_hz is not None and low_hz > high_hz:
            return self.tr("The lowest would be above the highest")
        self._editor.chosen.describe(**{edge: hz})
        return ""


def _agreed(values: Sequence[str]) -> str | None:
    return values[0] if len(set(values)) == 1 else None


def _fill(box: QComboBox, choices: Sequence[tuple[str, object]], values: Sequence[object]) -> None:
    """Offer choices and show the one that all values are; none if they do not agree."""
    box.clear()
    for text, value in choices:
        box.addItem(text, value)
    same = len(set(values)) == 1
    known = [value for _, value in choices]
    box.setCurrentIndex(known.index(values[0]) if same and values[0] in known else -1)
