"""Moving the red line and the edges of what is selected by keys: in pixels, so that steps follow the zoom."""

from dataclasses import replace

import numpy as np

from audioclf_gui.core.label import Label
from audioclf_gui.core.times import SAME_S
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.label.playing import Playing
from audioclf_gui.gui.label.view_state import Selection

NEAR, FAR = 1, 10  # pixels


class Stepping:
    """Moves the edges of the selected label, if there is one, and the selection with them."""

    def __init__(self, editor: ClipEditor, playing: Playing) -> None:
        self._editor = editor
        self._view = editor.view
        self._playing = playing
        self._last_band_hz: tuple[float, float] | None = None
        self._run: tuple[str, Label | None, int | None] | None = None  # edge, label, edit of the last step

    def cursor(self, pixels: int) -> None:
        """Move the red line."""
        self._playing.seek(pixels * self._view.s_per_px)

    def page(self, by: int) -> None:
        """Move the red line and the view by what is in view."""
        view = self._view
        place_s = min(max(view.head_s + by * view.width_px * view.s_per_px, 0.0), view.duration_s)
        view.scroll_px(by * view.width_px)
        self._playing.go_to(place_s)

    def start(self, pixels: int) -> None:
        """Move the start of what is selected, no farther than its end."""
        now = self._selection()
        start_s = min(now.start_s + pixels * self._view.s_per_px, self._kept(now.end_s, now, -1))
        self._take(replace(now, start_s=max(start_s, 0.0)), "start", shown_s=max(start_s, 0.0))

    def end(self, pixels: int) -> None:
        """Move the end of what is selected, no farther than its start."""
        now = self._selection()
        end_s = max(now.end_s + pixels * self._view.s_per_px, self._kept(now.start_s, now, 1))
        end_s = min(end_s, self._view.duration_s)
        self._take(replace(now, end_s=end_s), "end", shown_s=end_s)

    def move(self, pixels: int) -> None:
        """Move what is selected as a whole, as far as the clip reaches."""
        now = self._selection()
        start_s = max(now.start_s + pixels * self._view.s_per_px, 0.0)
        start_s = min(start_s, max(self._view.duration_s - now.duration_s, 0.0))
        end_s = min(start_s + now.duration_s, self._view.duration_s)
        self._take(replace(now, start_s=start_s, end_s=end_s), "both", start_s if pixels < 0 else end_s)

    def select_all(self) -> None:
        """Select from end to end, whatever label was selected."""
        self._editor.layer.select(None)
        self._view.select(Selection(0.0, self._view.duration_s))

    def extend_to_clip(self, *, start: bool) -> None:
        """Let what is selected reach to the start or end of the clip."""
        now = self._selection()
        self._take(replace(now, start_s=0.0) if start else replace(now, end_s=self._view.duration_s))

    def low(self, pixels: int) -> None:
        """Move the lower edge of what is selected; a stretch without a band becomes a box first."""
        self._move_band(pixels, is_low=True)

    def high(self, pixels: int) -> None:
        """Move the upper edge of what is selected; a stretch without a band becomes a box first."""
        self._move_band(pixels, is_low=False)

    def to_edge(self, by: int) -> None:
        """Move the red line to the next edge of a label, or to the one before."""
        time_s = self._edge_beyond(self._view.head_s, by)
        if time_s is not None:
            self._playing.go_to(time_s)

    def extend_to_edge(self, by: int) -> None:
        """Let what is selected reach to the next edge of a label, or back to the one before."""
        now = self._selection()
        time_s = self._edge_beyond(now.end_s if by > 0 else now.start_s, by)
        if time_s is not None:
            new = replace(now, end_s=time_s) if by > 0 else replace(now, start_s=time_s)
            self._take(new, shown_s=time_s)

    def toggle_band(self) -> None:
        """Make a box of the selected stretch, as high as the last one was, or a stretch of a box."""
        now = self._selection()
        if now.band_hz is None:
            self._take(self._boxed(now))
        else:
            self._last_band_hz = now.band_hz
            self._take(replace(now, low_hz=None, high_hz=None))

    def _selection(self) -> Selection:
        head_s = self._view.head_s
        return self._view.selection or Selection(head_s, head_s)

    def _take(self, new: Selection, edge: str = "", shown_s: float | None = None) -> None:
        """Steps of one edge of one label that follow each other are one edit, as a drag is."""
        edits, layer = self._editor.edits, self._editor.layer
        goes_on = bool(edge) and self._run == (edge, layer.selected, edits.last)
        is_taken = edits.reshape(new, continuing=goes_on)
        self._run = edge, layer.selected, edits.last
        if is_taken and shown_s is not None:
            self._view.reveal(shown_s)
            if not self._playing.is_on:
                self._view.set_cursor(new.start_s)

    def _kept(self, opposite_s: float, now: Selection, towards: int) -> float:
        """How near an edge may come to the opposite one: a stretch does not become a moment by chance."""
        return opposite_s + towards * min(self._view.s_per_px, now.duration_s)

    def _move_band(self, pixels: int, *, is_low: bool) -> None:
        now = self._selection()
        if now.low_hz is None or now.high_hz is None:
            self._take(self._boxed(now))
            return
        moved_hz = self._editor.spectrogram.moved_hz
        if is_low:
            highest_hz = max(moved_hz(now.high_hz, -NEAR), now.low_hz)
            new = replace(now, low_hz=min(moved_hz(now.low_hz, pixels), highest_hz))
        else:
            lowest_hz = min(moved_hz(now.low_hz, NEAR), now.high_hz)
            new = replace(now, high_hz=max(moved_hz(now.high_hz, pixels), lowest_hz))
        self._take(new, "low" if is_low else "high")

    def _boxed(self, selection: Selection) -> Selection:
        """With an edge that is not known yet where the last box had it, else at a quarter of the axis."""
        axis = self._editor.spectrogram.axis
        middle = axis.frequency_at([0.25, 0.75]).tolist()
        low_hz, high_hz = self._last_band_hz or middle
        low_hz = low_hz if selection.low_hz is None else selection.low_hz
        high_hz = high_hz if selection.high_hz is None else selection.high_hz
        if low_hz >= high_hz:
            low_hz, high_hz = min(low_hz, axis.low_hz), max(high_hz, axis.high_hz)
        return replace(selection, low_hz=low_hz, high_hz=high_hz)

    def _edge_beyond(self, time_s: float, by: int) -> float | None:
        index = self._editor.layer.tiers[Tier.LABELS]
        edges = np.concatenate((index.starts_s, index.ends_s, [0.0, self._view.duration_s]))
        beyond = edges[edges > time_s + SAME_S] if by > 0 else edges[edges < time_s - SAME_S]
        return None if not len(beyond) else float(beyond.min() if by > 0 else beyond.max())
