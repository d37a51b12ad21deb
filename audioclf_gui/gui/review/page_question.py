"""What is asked before a page is accepted that contradicts labels of people."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.contradictions import accept_others, contradictions_told, replace_labels
from audioclf_gui.gui.review.queue import Entry
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    Panel,
    button,
    muted_label,
    on_escape,
    primary_button,
)

_NAMED = 4  # contradictions that are told one by one


class PageQuestion(Panel):
    """Says how many of a page's proposals contradict people, and which; hidden while nothing is asked.

    Attributes
    ----------
    entries : tuple of Entry
        What is asked about: the page as it was then.
    after : int
        The place in the queue where it goes on.
    """

    others_chosen = Signal()  # accept what contradicts nobody
    all_chosen = Signal()  # accept everything: labels of people are replaced
    cancelled = Signal()
    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.entries: tuple[Entry, ...] = ()
        self.after = 0
        self.setAccessibleName(self.tr("Accept page"))
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.which = muted_label(wrap=True)
        self.others = primary_button("")
        self.all = button("")
        self.cancel = button(self.tr("Cancel"), self.tr("Accept nothing"))
        self.body.addWidget(self.text)
        self.body.addWidget(self.which)
        for step in (self.others, self.all, self.cancel):
            self.body.addWidget(step)
        self.others.clicked.connect(self.others_chosen)
        self.all.clicked.connect(self.all_chosen)
        self.cancel.clicked.connect(self.cancelled)
        on_escape(self, self.cancelled.emit)
        self.hide()

    def end(self) -> None:
        """Ask no more."""
        self.hide()
        self.shown.emit(False)

    def ask(self, entries: Sequence[Entry], after: int, contradictions: Sequence[Text]) -> None:
        """Ask about a page of which so many proposals are told as "name: given, not proposed"."""
        self.entries, self.after = tuple(entries), after
        n, total = len(contradictions), len(entries)
        self.text.setText(words(contradictions_told(n, total)))
        lines = [words(one) for one in contradictions[:_NAMED]]
        if n > _NAMED:
            lines.append(words(Text("and {n} more", "and {n} more", n=n - _NAMED)))
        self.which.setText("\n".join(lines))
        self.others.setText(words(accept_others(total - n)))
        self.others.setVisible(total > n)
        self.all.setText(words(replace_labels(n)))
        self.show()
        self.shown.emit(True)
        (self.others if total > n else self.cancel).setFocus()
