"""What came of label files, and what there is to decide about them: a column, and whose changes hold."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QVBoxLayout, QWidget

from audioclf_gui.core.label_merge import Conflict, Mode, Side, region_text
from audioclf_gui.core.text import Text, listed
from audioclf_gui.formats.registry import SkippedLine
from audioclf_gui.gui.columns_panel import TableColumns
from audioclf_gui.gui.note_list import NoteList
from audioclf_gui.gui.table_model import Column, ValueTable, wrapping_view
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label, row_layout, set_role
from audioclf_gui.jobs.import_labels import ImportLabels, LabelsImported

_SHOWN_LINES = 20  # that were not understood, of each file


class ModeBox(QComboBox):
    """What becomes of labels that are here when label files about their clips come in."""

    def __init__(self) -> None:
        super().__init__()
        for mode, name in (
            (Mode.MERGE, self.tr("Take over what changed in the file")),
            (Mode.ADD, self.tr("Only add what is new")),
            (Mode.REPLACE, self.tr("Replace them")),
        ):
            self.addItem(name, mode.value)
        self.setAccessibleName(self.tr("Labels that clips have already"))
        self.setToolTip(
            self.tr("A file that was imported before and corrected in another program changes its labels")
        )

    @property
    def mode(self) -> Mode:
        """What is chosen."""
        return Mode(self.currentData())


class ModeRow(QWidget):
    """The box below its name."""

    def __init__(self) -> None:
        super().__init__()
        self.box = ModeBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(muted_label(self.box.accessibleName()))
        column.addWidget(self.box)


class LabelFilesBar(QWidget):
    """Counts, guesses, the column of a table that holds the labels, and labels that both sides changed."""

    again = Signal(object)  # ImportLabels: the same files with what the user decided

    def __init__(self) -> None:
        super().__init__()
        self._request = ImportLabels(())
        self._conflicts: tuple[Conflict, ...] = ()
        self.counts = muted_label(wrap=True)
        self.notes = NoteList(self.tr("What was guessed"))
        self.table_columns = TableColumns()
        self.columns = self.table_columns.labels
        self.table_columns.taken.connect(self._read_with)
        self.question = muted_label(wrap=True)
        set_role(self.question, "warn")
        self.conflicts = ValueTable(
            (
                Column(self.tr("Clip"), lambda one: one.clip.name, lambda one: one.clip.path),
                Column(self.tr("Here"), lambda one: words(region_text(one.ours))),
                Column(self.tr("In the file"), lambda one: words(region_text(one.theirs))),
            ),
            self,
        )
        self.conflicts_view = wrapping_view(
            self.conflicts, self.tr("Labels that both sides changed"), stretched=2
        )
        self.conflicts_view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for section, width in ((0, 180), (1, 320)):
            self.conflicts_view.horizontalHeader().resizeSection(section, width)
        self.ours_button = button(self.tr("As they are here"), self.tr("Of the selected ones, or of all"))
        self.theirs_button = button(self.tr("As in the file"), self.tr("Of the selected ones, or of all"))
        self.both_button = button(self.tr("Both"), self.tr("Keep the label and add that of the file"))
        for side, chosen in (
            (Side.OURS, self.ours_button),
            (Side.THEIRS, self.theirs_button),
            (Side.BOTH, self.both_button),
        ):
            chosen.clicked.connect(lambda _checked=False, side=side: self._decide(side))
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        self._sides = QWidget()
        row = row_layout(self.ours_button, self.theirs_button, self.both_button)
        row.addStretch(1)
        self._sides.setLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        for widget in (self.counts, self.notes, self.table_columns, self.question):
            whole.addWidget(widget)
        whole.addWidget(self.conflicts_view)
        whole.addWidget(self._sides)

    def show_result(self, request: ImportLabels, done: LabelsImported) -> None:
        """Show what came of a request; hidden if there is nothing to say."""
        self._request, self._conflicts = request, done.conflicts
        self.counts.setText(_counts(done))
        self.notes.set_notes(
            [
                words(Text("{name}: {reason}", name=one.file.source.name, reason=note))
                for one in done.files
                for note in (*one.notes, *_skipped(one.file.labels.skipped))
            ]
        )
        labels = dict.fromkeys(name for one in done.files for name in one.file.labels.columns)
        self.table_columns.offer(list(labels), done.header, request.label_column)
        self.question.setText(words(_question(len(done.conflicts))))
        self.conflicts.show(done.conflicts)
        for widget in (self.question, self.conflicts_view, self._sides):
            widget.setVisible(bool(done.conflicts))
        self.counts.setVisible(bool(done.files))
        self.setVisible(bool(done.files or done.header))

    def _read_with(self, columns: str) -> None:
        self.again.emit(replace(self._request, label_column=columns, decided=()))

    def _decide(self, side: Side) -> None:
        """Decide the selected conflicts, or all of them, and take the files in again."""
        rows = {index.row() for index in self.conflicts_view.selectionModel().selectedRows()}
        chosen = [one for row, one in enumerate(self._conflicts) if not rows or row in rows]
        decided = (*self._request.decided, *((conflict, side) for conflict in chosen))
        self.again.emit(replace(self._request, decided=decided))


def _counts(done: LabelsImported) -> str:
    tally = done.tally
    counts = (
        Text("{n} label is new", "{n} labels are new", n=tally.new),
        Text("{n} label has changed", "{n} labels have changed", n=tally.changed),
        Text("{n} label is gone", "{n} labels are gone", n=tally.gone),
        Text("{n} label was here already", "{n} labels were here already", n=tally.known),
    )
    there = [count for count in counts if count.count]
    return words(listed(there, ", ") if there else Text("No labels in there."))


def _skipped(lines: Sequence[SkippedLine]) -> list[Text]:
    """What to say of lines that were not understood."""
    more = len(lines) - _SHOWN_LINES
    told = [line.text for line in lines[:_SHOWN_LINES]]
    return [*told, Text("{n} more line skipped", "{n} more lines skipped", n=more)] if more > 0 else told


def _question(conflicts: int) -> Text:
    return Text(
        "{n} label differs here and in the file. So far it is as it was here: which is right?",
        "{n} labels differ here and in the file. So far they are as they were here: which are right?",
        n=conflicts,
    )
