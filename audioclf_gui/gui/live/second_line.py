"""What the second model hears beside the first, and the big display of both."""

from PySide6.QtWidgets import QToolButton, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.live.big_display import BigDisplay
from audioclf_gui.gui.live.heard_now import HeardNow, at_first, heard_now
from audioclf_gui.gui.live.listener import Listener, Tick
from audioclf_gui.gui.text import score_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, icon_button, row_layout, set_role
from audioclf_gui.jobs.listen import Opened


class SecondLine(QWidget):
    """A line that is there while two models listen.

    Attributes
    ----------
    heard
        What each model hears now.
    big_button
        Shows that over the whole screen; whoever shows this line finds a place for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.heard: tuple[HeardNow, ...] = ()
        self.words = ElidedLabel()
        self.setLayout(row_layout(self.words))
        self.hide()
        self.big = BigDisplay(self)
        self.big_button: QToolButton = icon_button(
            "fullscreen", self.tr("Show what is heard in large letters; Esc leaves"), checkable=True
        )
        self.big_button.setWhatsThis(
            self.tr(
                "Fills the screen with the class that is heard now and its score, to be read across a "
                "room. Press it again or Esc to come back."
            )
        )
        self.big_button.toggled.connect(self._show_big)
        self.big.left.connect(lambda: self.big_button.setChecked(False))
        self._opened: Opened | None = None

    def follow(self, listener: Listener) -> None:
        """Show what this one hears."""
        listener.opened.connect(self._begin)
        listener.ticked.connect(self._hear)

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self._show(at_first(opened))

    def _hear(self, tick: Tick) -> None:
        if self._opened is not None and tick.answers:
            self._show(heard_now(self._opened, self.heard, tick.answers))

    def _show(self, heard: tuple[HeardNow, ...]) -> None:
        self.heard = heard
        self.big.show_heard(heard)
        self.setVisible(len(heard) > 1)
        if len(heard) > 1:
            first, second = heard
            score = "" if second.score is None else score_text(second.score)
            told = Text("{model} hears: {what} {score}", model=second.model, what=second.text, score=score)
            self.words.set_text(words(told))
            set_role(self.words, "muted" if first.text == second.text else "warn")

    def _show_big(self, is_on: bool) -> None:
        if is_on:
            self.big.showFullScreen()
        else:
            self.big.close()
