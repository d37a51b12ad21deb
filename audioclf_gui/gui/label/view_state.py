"""What stretch of a clip all panes show, where the cursor stands and what is selected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.class_target import Marks

Spans = npt.NDArray[np.float64]

_FINEST_S = 2e-5  # per pixel: below one sample of any recording at 48 kHz
_NORMAL_SPAN_S = 5.0
_MARGIN = 0.1  # of the view, kept beside what is scrolled to


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of time, with a band of frequencies if it was drawn as a box."""

    start_s: float
    end_s: float
    low_hz: float | None = None
    high_hz: float | None = None

    @property
    def duration_s(self) -> float:
        """Its length."""
        return self.end_s - self.start_s

    @property
    def band_hz(self) -> tuple[float, float] | None:
        """Its band of frequencies, if it has one."""
        if self.low_hz is None or self.high_hz is None:
            return None
        return self.low_hz, self.high_hz


class ViewState(QObject):
    """Shared by the overview, the panes, the tiers and the ruler of one clip; all of them listen.

    Attributes
    ----------
    t0_s, s_per_px : float
        The time at the left edge of the panes, and how much time a pixel shows.
    duration_s : float
        Length of the clip; 0 if none is shown.
    cursor_s : float
        Where the user put the cursor; playing starts here.
    """

    clip_shown = Signal()  # another clip, from end to end
    span_changed = Signal()
    head_moved = Signal(float, float)  # from, to: seconds; two narrow strips need paint
    selection_changed = Signal()
    marks_changed = Signal()
    found_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.t0_s = 0.0
        self.s_per_px = 0.01
        self.duration_s = 0.0
        self.cursor_s = 0.0
        self._width_px = 800
        self._play_s: float | None = None
        self._selection: Selection | None = None
        self._marks = Marks()
        self._other_span_s = _NORMAL_SPAN_S
        self._found: Spans = np.zeros((0, 2))

    @property
    def width_px(self) -> int:
        """How wide the panes are."""
        return self._width_px

    @property
    def end_s(self) -> float:
        """The time at the right edge of the panes."""
        return self.t0_s + self._width_px * self.s_per_px

    @property
    def selection(self) -> Selection | None:
        """What is selected, if anything."""
        return self._selection

    @property
    def marks(self) -> Marks:
        """Where a stretch was marked to begin and end; forgotten when something else is selected."""
        return self._marks

    @property
    def found(self) -> Spans:
        """What would be found as sound, shape (n, 2): starts and ends in seconds."""
        return self._found

    def show_found(self, spans: Sequence[tuple[float, float]]) -> None:
        """Show what would be found as sound; nothing ends that."""
        if len(spans) or len(self._found):
            self._found = np.array(spans, np.float64).reshape(-1, 2)
            self.found_changed.emit()

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected, or marked to be."""
        return self._selection is not None or self._marks != Marks()

    @property
    def head_s(self) -> float:
        """Where the red line stands: the sound that is heard, or the cursor in silence."""
        return self.cursor_s if self._play_s is None else self._play_s

    @property
    def is_fitted(self) -> bool:
        """Whether the whole clip is in view."""
        return self.s_per_px >= self._fit_s_per_px() * (1 - 1e-9)

    def x_at(self, time_s: float) -> float:
        """The pixel, counted from the left edge of the panes, at which a time lies."""
        return (time_s - self.t0_s) / self.s_per_px

    def seconds_at(self, x: float) -> float:
        """The time at a pixel, held inside the clip."""
        return min(max(self.t0_s + x * self.s_per_px, 0.0), self.duration_s)

    def show_clip(self, duration_s: float) -> None:
        """Show the whole of another clip, with nothing selected."""
        self.duration_s = duration_s
        self.cursor_s = 0.0
        self._play_s = None
        self._selection = None
        self._marks = Marks()
        self.selection_changed.emit()
        self.show_found(())
        self.fit()
        self.clip_shown.emit()

    def set_width(self, width_px: int) -> None:
        """Tell how wide the panes are now; a clip that was in view as a whole stays so."""
        was_fitted = self.is_fitted
        self._width_px = max(width_px, 1)
        if was_fitted:
            self.fit()
        else:
            self._show(self.t0_s, self.s_per_px)

    def fit(self) -> None:
        """Show the whole clip."""
        self._show(0.0, self._fit_s_per_px())

    def zoom_normal(self) -> None:
        """Show five seconds, the usual span in which single sounds can be told apart."""
        self._zoom_on_centre(_NORMAL_SPAN_S)

    def toggle_zoom(self) -> None:
        """Show as much time as at the last toggle, at first the usual span; again: back to this."""
        span_s = self._width_px * self.s_per_px
        self._other_span_s, other_s = span_s, self._other_span_s
        self._zoom_on_centre(other_s)

    def _zoom_on_centre(self, span_s: float) -> None:
        """Show so much time around what is selected, or the red line, or else what is in view."""
        s_per_px = self._held(span_s / self._width_px)
        self._show(self._centre_s() - self._width_px * s_per_px / 2, s_per_px)

    def _centre_s(self) -> float:
        seen, middle_s = self._selection, (self.t0_s + min(self.end_s, self.duration_s)) / 2
        if seen is not None and seen.start_s <= self.end_s and seen.end_s >= self.t0_s:
            return (seen.start_s + seen.end_s) / 2
        return self.head_s if self.t0_s <= self.head_s <= self.end_s else middle_s

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show `factor` times as much time; the time at pixel `x` keeps its place."""
        if x is None:
            inside = 0 <= self.x_at(self.head_s) <= self._width_px
            x = self.x_at(self.head_s) if inside else self._width_px / 2
        anchor_s = self.t0_s + x * self.s_per_px
        s_per_px = self._held(self.s_per_px * factor)
        self._show(anchor_s - x * s_per_px, s_per_px)

    def zoom_to(self, start_s: float, end_s: float) -> None:
        """Show a stretch with a little air on both sides."""
        air_s = max(end_s - start_s, 1e-3) * _MARGIN / 2
        s_per_px = (end_s - start_s + 2 * air_s) / self._width_px
        self._show(start_s - air_s, self._held(s_per_px))

    def zoom_to_selection(self) -> None:
        """Show what is selected."""
        if self._selection is not None:
            self.zoom_to(self._selection.start_s, self._selection.end_s)

    def show_span(self, t0_s: float, t1_s: float) -> None:
        """Show exactly a stretch, as far as the clip and the finest zoom allow."""
        self._show(t0_s, self._held((t1_s - t0_s) / self._width_px))

    def scroll_px(self, pixels: float) -> None:
        """Move on in time by so many pixels."""
        self._show(self.t0_s + pixels * self.s_per_px, self.s_per_px)

    def reveal(self, start_s: float, end_s: float | None = None) -> None:
        """Scroll just so far that a time or a stretch is in view."""
        end_s = start_s if end_s is None else end_s
        span_s = self.end_s - self.t0_s
        air_s = span_s * _MARGIN
        if start_s < self.t0_s or end_s - start_s > span_s:
            self._show(start_s - air_s, self.s_per_px)
        elif end_s > self.end_s:
            self._show(end_s + air_s - span_s, self.s_per_px)

    def turn_page(self, time_s: float) -> None:
        """Bring a time that left the view back to its left edge, as a page is turned."""
        if not self.t0_s <= time_s <= self.end_s:
            self._show(time_s, self.s_per_px)

    def set_cursor(self, time_s: float) -> None:
        """Put the cursor somewhere."""
        before = self.head_s
        self.cursor_s = min(max(time_s, 0.0), self.duration_s)
        self._tell_head(before)

    def set_play_position(self, time_s: float | None) -> None:
        """Say which moment is heard; None in silence."""
        before = self.head_s
        self._play_s = time_s
        self._tell_head(before)

    def select(self, selection: Selection | None) -> None:
        """Select something else, or nothing."""
        if selection is not None:
            selection = self.inside(selection)
        if selection is None or (selection.start_s, selection.end_s) != self._marks.span_s:
            self.set_marks(Marks())
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit()

    def set_marks(self, marks: Marks) -> None:
        """Mark where a stretch begins and ends, or nothing any more."""
        if marks != self._marks:
            self._marks = marks
            self.marks_changed.emit()

    def inside(self, selection: Selection) -> Selection:
        """A selection as far as it lies in the clip."""
        start_s, end_s = sorted((selection.start_s, selection.end_s))
        return replace(selection, start_s=max(start_s, 0.0), end_s=min(end_s, max(self.duration_s, start_s)))

    def _tell_head(self, before: float) -> None:
        if self.head_s != before:
            self.head_moved.emit(before, self.head_s)

    def _held(self, s_per_px: float) -> float:
        return min(max(s_per_px, _FINEST_S), self._fit_s_per_px())

    def _fit_s_per_px(self) -> float:
        return max(self.duration_s / self._width_px, _FINEST_S)

    def _show(self, t0_s: float, s_per_px: float) -> None:
        last_s = max(self.duration_s - self._width_px * s_per_px, 0.0)
        self.t0_s = min(max(t0_s, 0.0), last_s)
        self.s_per_px = s_per_px
        self.span_changed.emit()
