"""The one undoable command: it keeps the values before and after, not the recipe."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from audioclf_gui.core.change import Change


class Edit(QUndoCommand):
    """An edit that was made already; undo puts back the very values that were there.

    The first redo, which comes from pushing it, does nothing: an edit that fails must raise in
    the caller, and Qt does not let exceptions through.

    Parameters
    ----------
    apply
        Makes the change and returns whether that succeeded; a step that fails leaves the stack.
    """

    def __init__(
        self, text: str, apply: Callable[[str, Change], bool], before: Change, after: Change
    ) -> None:
        super().__init__(text)
        self._apply = apply
        self._before = before
        self._after = after
        self._is_done = True

    @override
    def redo(self) -> None:
        if not self._is_done:
            self.setObsolete(not self._apply(self.text(), self._after))
        self._is_done = True

    @override
    def undo(self) -> None:
        self.setObsolete(not self._apply(f"undo {self.text()}", self._before))
        self._is_done = False
