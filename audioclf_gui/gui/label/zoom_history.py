"""Which stretches and bands were looked at, so that one can go back to them."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from audioclf_gui.gui.label.spectrogram_pane import SpectrogramPane
from audioclf_gui.gui.label.view_state import ViewState

_BURST_MS = 350  # a turn of the wheel, or a key that is held down, is one step
_MOST = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """What was in view: from when, at which zoom, in which band."""

    t0_s: float
    s_per_px: float
    is_whole: bool
    low_hz: float
    high_hz: float | None

    def has_zoom_of(self, other: "Seen") -> bool:
        """Whether nothing but scrolling, or another width of the window, is between both."""
        same_span = math.isclose(self.s_per_px, other.s_per_px, rel_tol=1e-9)
        same_band = (self.low_hz, self.high_hz) == (other.low_hz, other.high_hz)
        return same_band and (same_span or (self.is_whole and other.is_whole))


class ZoomHistory(QObject):
    """Goes back and forward, as a browser does; what follows at once is one step, and scrolling is none."""

    def __init__(self, view: ViewState, spectrogram: SpectrogramPane, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._spectrogram = spectrogram
        self._burst = QTimer(self)
        self._burst.setSingleShot(True)
        self._burst.setInterval(_BURST_MS)
        self._burst.timeout.connect(self._settle)
        self._begin()
        view.clip_shown.connect(self._begin)
        view.span_changed.connect(self._note)
        spectrogram.band_changed.connect(self._note)

    @property
    def is_settled(self) -> bool:
        """Whether what comes next is a step of its own."""
        return not self._burst.isActive()

    def step(self, by: int) -> bool:
        """Go back (-1) or forward (1); False where there is nothing more."""
        self._settle()
        if not 0 <= self._place + by < len(self._places):
            return False
        self._place += by
        self._show(self._places[self._place])
        self._burst.stop()
        return True

    def _begin(self) -> None:
        self._burst.stop()
        self._places = [self._seen()]
        self._place = 0

    def _note(self) -> None:
        now = self._seen()
        if self.is_settled and now.has_zoom_of(self._places[self._place]):
            self._places[self._place] = now
        else:
            self._burst.start()

    def _settle(self) -> None:
        self._burst.stop()
        now = self._seen()
        if not now.has_zoom_of(self._places[self._place]):
            self._places = [*self._places[: self._place + 1], now][-_MOST:]
            self._place = len(self._places) - 1
        self._places[self._place] = now

    def _seen(self) -> Seen:
        view, shown = self._view, self._spectrogram.spectrogram_view
        return Seen(view.t0_s, view.s_per_px, view.is_fitted, shown.low_hz, shown.high_hz)

    def _show(self, seen: Seen) -> None:
        shown = self._spectrogram.spectrogram_view
        if (shown.low_hz, shown.high_hz) != (seen.low_hz, seen.high_hz):
            self._spectrogram.show_band(seen.low_hz, seen.high_hz)
        if seen.is_whole:
            self._view.fit()
        else:
            self._view.show_span(seen.t0_s, seen.t0_s + self._view.width_px * seen.s_per_px)
