"""What is heard now: the class, the best scores, and how to correct them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QToolButton

from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.text import Text, joined
from audioclf_gui.gui.live.event_log import LoggedEvent
from audioclf_gui.gui.live.keep_menu import add_classes
from audioclf_gui.gui.text import capitalised
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, Panel, ScoreBar, muted_label, set_role, title_label

_BARS = 5
_NAME_WIDTH = 100
_KEYS = 10


class NowPanel(Panel):
    """NOW: the classes that are heard, five bars, and a key for each class that would have been right."""

    keep_asked = Signal(str)  # name of a class, or "" for none yet

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Now").upper())
        self.heading.show()
        self.setAccessibleName(self.tr("Now"))
        self.title = ElidedLabel()
        font = title_label().font()
        font.setBold(True)  # in every role
        self.title.setFont(font)
        self._names = [ElidedLabel() for _ in range(_BARS)]
        self._bars = [ScoreBar() for _ in range(_BARS)]
        self.hint = muted_label(wrap=True)
        self.keep_button = QToolButton()
        self.keep_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.keep_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.keep_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self.keep_button)
        self.keep_button.setMenu(self.menu)
        self.kept = muted_label(wrap=True)
        self.kept.hide()
        self._arrange()
        self.show_state(self.tr("Not listening"))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, (name, bar) in enumerate(zip(self._names, self._bars, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(bar, row, 1)
        self.body.addWidget(self.title)
        self.body.addLayout(grid)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.keep_button)
        self.body.addWidget(self.kept)

    def show_classes(self, classes: Sequence[LabelClass], what: str) -> None:
        """Offer the classes of the project, with their keys; `what` is what is kept with them."""
        keyed = min(len(classes), _KEYS)
        keys = {0: "", 1: "1", _KEYS: self.tr("1–9 or 0")}.get(keyed, f"1–{keyed}")
        self.hint.setText(
            self.tr("Wrong? Press {keys} to keep {what} with the right class, K without one.").format(
                keys=keys, what=what
            )
            if keys
            else self.tr("Press K to keep {what} as a clip.").format(what=what)
        )
        text = self.tr("Keep it as…")
        self.keep_button.setText(text)
        self.keep_button.setAccessibleName(text)
        self.keep_button.setToolTip(self.tr("Make a clip of {what} (1–9, 0 or K)").format(what=what))
        self.menu.clear()
        add_classes(self.menu, classes, self.keep_asked.emit)

    def show_scores(
        self,
        classes: Sequence[str],
        scores: npt.NDArray[np.float32],
        state: Text | None,
        events: Sequence[LoggedEvent],
    ) -> None:
        """The newest window: its smoothed scores (classes,), `state` if there was nothing to classify.

        `events` are those that go on in it.
        """
        best = np.argsort(-scores, kind="stable")[:_BARS]
        if state is not None:
            self.show_state(capitalised(words(state)))
        elif not events:
            self._set_title(self.tr("Nothing certain"), "muted")
        else:
            self._set_title(words(joined(event.class_name for event in events)), "title")
        for name, bar, index in zip(self._names, self._bars, best.tolist(), strict=False):
            name.set_text(classes[index])
            bar.set_score(float(scores[index]))
        self._show_bars(len(best))

    def show_number(self, text: str, state: Text | None) -> None:
        """The number that was estimated of the newest window; `state` if there was nothing to hear."""
        if state is not None:
            self.show_state(capitalised(words(state)))
        else:
            self._set_title(text, "title")
        self._show_bars(0)

    def show_state(self, text: str) -> None:
        """There is no class to name."""
        self._set_title(text, "muted")
        for name, bar in zip(self._names, self._bars, strict=True):
            name.set_text("")
            bar.set_score(0.0, " ")

    def show_kept(self, text: str) -> None:
        """What became of the last seconds that were kept."""
        self.kept.setText(text)
        self.kept.setVisible(bool(text))

    def _set_title(self, text: str, role: str) -> None:
        if self.title.whole_text() != text:
            self.title.set_text(text)
        set_role(self.title, role)

    def _show_bars(self, count: int) -> None:
        for place, (name, bar) in enumerate(zip(self._names, self._bars, strict=True)):
            name.setVisible(place < count)
            bar.setVisible(place < count)
