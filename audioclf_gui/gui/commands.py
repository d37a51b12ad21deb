"""The one undoable command: it keeps the values before and after, not the recipe."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import UserError

if TYPE_CHECKING:
    from audioclf_gui.gui.document import Document


class Edit(QUndoCommand):
    """An edit that was made already; undo puts back the very values that were there.

    The first redo, which comes from pushing it, does nothing: an edit that fails must raise in
    the caller, and Qt does not let exceptions through.
    """

    def __init__(self, text: str, document: "Document", before: Change, after: Change, gesture: int) -> None:
        super().__init__(text)
        self._document = document
        self._before = before
        self.after = after
        self._gesture = gesture
        self._is_done = True

    @override
    def redo(self) -> None:
        if not self._is_done:
            self._apply(self.text(), self.after)
        self._is_done = True

    @override
    def undo(self) -> None:
        self._apply(f"undo {self.text()}", self._before)
        self._is_done = False

    def _apply(self, what: str, change: Change) -> None:
        try:
            self._document.apply(what, change)
        except UserError as error:
            self.setObsolete(True)
            self._document.failed.emit(error)

    @override
    def id(self) -> int:
        return self._gesture  # Qt merges commands of equal id: every move of one drag, nothing else

    @override
    def mergeWith(self, newer: QUndoCommand) -> bool:
        assert isinstance(newer, Edit)
        self.after = newer.after
        return True
