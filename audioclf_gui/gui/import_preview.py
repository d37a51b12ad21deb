"""The middle of the import panel: what would come in, what was guessed, and what lies beside it."""

from PySide6.QtCore import Qt

from audioclf_gui.gui.import_tables import (
    NUMBER_COLUMN,
    beside_table,
    beside_view,
    candidate_rows,
    candidates_table,
    candidates_view,
)
from audioclf_gui.gui.import_texts import note_texts, outline_text
from audioclf_gui.gui.note_list import NoteList
from audioclf_gui.gui.widgets import Panel, muted_label, set_role, title_label
from audioclf_gui.jobs.import_plan import Outline

_PREVIEWED = 200


class PreviewPanel(Panel):
    """The files with class, group and fold; sentences above them, the files that are no sound below."""

    def __init__(self) -> None:
        super().__init__()
        self.heading.setText(self.tr("Preview").upper())
        self.heading.show()
        self.setAccessibleName(self.tr("Preview"))
        self.hint = title_label(self.tr("Drop sound files, folders, archives or label files here"), 4)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.hint, "muted")
        self.notes = NoteList(self.tr("What was guessed"))
        self.table = candidates_table(self)
        self.view = candidates_view(self.table)
        self.beside = beside_table(self)
        self.beside_heading = muted_label(self.tr("Beside the recordings"))
        self.beside_view = beside_view(self.beside)
        self.numbers = muted_label(wrap=True)
        self.body.addWidget(self.hint, 1)
        self.body.addWidget(self.notes)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.beside_heading)
        self.body.addWidget(self.beside_view)
        self.body.addWidget(self.numbers)

    def show_outline(self, outline: Outline | None, *, is_surveyed: bool) -> None:
        """Show what a plan comes to, if it is known; before anything was looked at only a hint."""
        self.table.show(candidate_rows(outline.taken[:_PREVIEWED]) if outline else ())
        self.notes.set_notes(() if outline is None else note_texts(outline))
        self.hint.setVisible(not is_surveyed)
        self.view.setVisible(is_surveyed)
        has_numbers = outline is not None and any(one.target is not None for one in outline.taken)
        self.view.setColumnHidden(NUMBER_COLUMN, not has_numbers)
        beside = () if outline is None else outline.beside
        self.beside.show(beside)
        for widget in (self.beside_heading, self.beside_view):
            widget.setVisible(bool(beside))
        self.numbers.setText("" if outline is None else outline_text(outline, _PREVIEWED))
        set_role(self.numbers, "muted")

    def refuse(self, reason: str) -> None:
        """Say why there is nothing to show."""
        self.numbers.setText(reason)
        set_role(self.numbers, "warn")
