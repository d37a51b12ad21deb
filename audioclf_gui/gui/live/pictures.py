"""Spectrogram and scores of what is heard, and the way back in them: scroll, mark, play, keep."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QMenu, QScrollBar, QSplitter, QToolButton, QVBoxLayout, QWidget

from audioclf_gui.core.label import LabelClass
from audioclf_gui.gui.live.event_log import LoggedEvent
from audioclf_gui.gui.live.keep_menu import add_classes
from audioclf_gui.gui.live.scores_plot import ScoresPlot
from audioclf_gui.gui.live.spectrogram import Spectrogram
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.widgets import MARGIN, ElidedLabel, button, icon_button, row_layout
from audioclf_gui.jobs.listen import REMEMBERED_S

_STEPS = 10  # of the scroll bar in a second
_SAMPLE_BYTES = 2
_WHEEL = 0.2  # of what is seen, for each notch


class Pictures(QWidget):
    """Follows the present until somebody scrolls or marks something; then it stays there.

    Times are seconds since listening began.
    """

    marked = Signal(object)  # (start_s, end_s) by the user; None: nothing any more
    play_asked = Signal()
    keep_asked = Signal(str)  # name of a class, or "" for none yet

    def __init__(self, span_s: float) -> None:
        super().__init__()
        self._span_s = span_s
        self._now_s = 0.0
        self._end_s: float | None = None  # None: the present
        self._mark: tuple[float, float] | None = None
        self._events: Callable[[float, float], Sequence[LoggedEvent]] = lambda _start_s, _end_s: ()
        self._at: Callable[[float], str] = str
        self.spectrogram = Spectrogram(span_s)
        self.plot = ScoresPlot(span_s)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.scroll_bar = QScrollBar(Qt.Orientation.Horizontal)
        self.scroll_bar.setAccessibleName(self.tr("What is seen of the last 10 minutes"))
        self.said = ElidedLabel()
        self.play_button = icon_button("play", self.tr("Play what is marked"))
        self.keep_button = QToolButton()
        self.keep_button.setText(self.tr("Keep it as…"))
        self.keep_button.setAccessibleName(self.tr("Keep what is marked"))
        self.keep_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.keep_button)
        self.keep_button.setMenu(self.menu)
        self.now_button = button(self.tr("Back to now"), self.tr("Follow what is heard again (Esc)"))
        self.foot = QWidget()
        self._arrange()
        self._connect()
        self._show_place()

    def _arrange(self) -> None:
        self.split.setHandleWidth(MARGIN)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.spectrogram)
        self.split.addWidget(self.plot)
        self.split.setStretchFactor(0, 5)
        self.split.setStretchFactor(1, 3)
        row = row_layout(self.said, self.play_button, self.keep_button, self.now_button)
        row.setStretch(0, 1)
        self.foot.setLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.split, 1)
        column.addWidget(self.scroll_bar)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.spectrogram.held.connect(lambda: self.look_at(self.spectrogram.end_s))
        self.spectrogram.marked.connect(self._mark_by_hand)
        self.spectrogram.unmarked.connect(self.follow)
        self.spectrogram.wheeled.connect(self._wheel)
        self.scroll_bar.valueChanged.connect(self._scroll)
        self.play_button.clicked.connect(self.play_asked)
        self.now_button.clicked.connect(self.follow)

    def begin(
        self,
        events: Callable[[float, float], Sequence[LoggedEvent]],
        time_text: Callable[[float], str],
        rate_hz: int,
    ) -> None:
        """Another sound begins.

        Parameters
        ----------
        events
            Finds those of a stretch.
        time_text
            Says what a moment is called.
        rate_hz
            Of its sound, on which depends how much memory it takes.
        """
        megabytes = REMEMBERED_S * rate_hz * _SAMPLE_BYTES / 1e6
        self.scroll_bar.setToolTip(
            self.tr("The last 10 minutes are remembered, in up to {megabytes} MB").format(
                megabytes=shown_number(megabytes, ".0f")
            )
        )
        self._events, self._at = events, time_text
        self._now_s, self._mark = 0.0, None
        self.follow()

    def show_classes(self, classes: Sequence[LabelClass]) -> None:
        """The classes of the project, as which a stretch can be kept."""
        self.menu.clear()
        add_classes(self.menu, classes, self.keep_asked.emit)

    def set_span(self, span_s: float) -> None:
        """Show another stretch of time."""
        self._span_s = span_s
        self.spectrogram.set_span(span_s)
        self.plot.set_span(span_s)
        self._show_place()

    def move_to(self, now_s: float) -> None:
        """So much has been heard."""
        self._now_s = now_s
        self._show_place()

    def look_at(self, end_s: float) -> None:
        """Stay where `end_s` is at the right edge."""
        self._end_s = min(max(end_s, self._first_s + self._span_s), max(self._now_s, self._span_s))
        self.spectrogram.hold(min(self._end_s, self._now_s))
        self._show_place()

    def mark(self, stretch: tuple[float, float]) -> None:
        """Mark a stretch, and show it."""
        start_s, end_s = stretch
        seen_s = self._now_s if self._end_s is None else self._end_s
        if not seen_s - self._span_s <= start_s < end_s <= seen_s or self._end_s is None:
            middle_s = (start_s + end_s + self._span_s) / 2.0
            self.look_at(seen_s if seen_s - self._span_s <= start_s and end_s <= seen_s else middle_s)
        self._mark = stretch
        self.spectrogram.mark(stretch)
        self._show_place()

    def _mark_by_hand(self, start_s: float, end_s: float) -> None:
        self.mark((start_s, end_s))
        self.marked.emit((start_s, end_s))

    def follow(self) -> None:
        """Show the present again, and mark nothing."""
        had_mark, self._mark, self._end_s = self._mark is not None, None, None
        self.spectrogram.mark(None)
        self.spectrogram.hold(None)
        self._show_place()
        if had_mark:
            self.marked.emit(None)

    @property
    def is_following(self) -> bool:
        """Whether the present is at the right edge."""
        return self._end_s is None

    @property
    def _first_s(self) -> float:
        return max(0.0, self._now_s - REMEMBERED_S)

    def _wheel(self, notches: float) -> None:
        end_s = self._now_s if self._end_s is None else self._end_s
        self._go_to(end_s - notches * _WHEEL * self._span_s)

    def _scroll(self, value: int) -> None:
        self._go_to(self._first_s + value / _STEPS + self._span_s)

    def _go_to(self, end_s: float) -> None:
        if end_s >= self._now_s - 1.0 / _STEPS and self._mark is None:
            self.follow()
        else:
            self.look_at(end_s)

    def _show_place(self) -> None:
        end_s = self._now_s if self._end_s is None else min(self._end_s, self._now_s)
        at = "" if self._end_s is None else self._at(end_s)
        self.plot.move_to(end_s, self._events(end_s - self._span_s, end_s), at)
        most = max(0, round((self._now_s - self._first_s - self._span_s) * _STEPS))
        blocker = QSignalBlocker(self.scroll_bar)
        if abs(most - self.scroll_bar.maximum()) >= _STEPS or self._end_s is not None or not most:
            self.scroll_bar.setRange(0, most)
            self.scroll_bar.setPageStep(max(1, round(self._span_s * _STEPS)))
        self.scroll_bar.setValue(
            self.scroll_bar.maximum()
            if self._end_s is None
            else round((end_s - self._first_s - self._span_s) * _STEPS)
        )
        blocker.unblock()
        self.scroll_bar.setVisible(most > 0)
        self._show_foot()

    def _show_foot(self) -> None:
        self.foot.setVisible(self._end_s is not None)
        for widget in (self.play_button, self.keep_button):
            widget.setVisible(self._mark is not None)
        if self._mark is None:
            self.said.set_text(self.tr("Looking back. Mark a stretch with the mouse to play or keep it."))
        else:
            start_s, end_s = self._mark
            text = self.tr("{seconds} s from {start} on: a digit keeps them as a class, K without one.")
            self.said.set_text(
                text.format(seconds=shown_number(end_s - start_s, ".1f"), start=self._at(start_s))
            )
