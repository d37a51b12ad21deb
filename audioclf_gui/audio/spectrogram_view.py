"""How a spectrogram is to look: one value, kept with a project."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Literal, Self, cast

from audioclf_gui.audio.frequency_axis import AXIS_KINDS, AxisKind, FrequencyAxis
from audioclf_gui.audio.spectrum_kernel import WINDOW_KINDS, Transform, WindowKind

Shown = Literal["level", "above median", "pcen"]
SHOWN: tuple[Shown, ...] = ("level", "above median", "pcen")
PADDINGS = (1, 2, 4, 8)
SHORTEST_S, LONGEST_S = 0.001, 0.2  # of windows that are chosen
MOST_OVERLAP = 0.95

_USUAL_S = 0.0232  # of an automatic window in wide views: 1024 samples at 44.1 kHz
_USUAL_FRAMES = 1024  # and no more at higher rates, where sounds are the shorter the higher they are
_WIDTH_PX = 16  # of an automatic window in close views
_FEWEST_FRAMES = 64
_SMOOTH_FFT = 512  # close views are padded to this, so that rows of pixels between bins are right
_MOST_FFT = 2**15  # a view of a screen's width is to fit into memory: at 375 kHz these are 87 ms
_MOST_PER_PIXEL = 16  # columns; more overlap than that would not be seen


@dataclass(frozen=True, slots=True)
class Analysis:
    """How samples become a spectrum.

    Attributes
    ----------
    window_s : float or None
        Length of the window, of which no more than 32768 samples count; None is automatic: 23 ms or
        1024 samples, whichever is less, and as short as 16 pixels are in close views.
    overlap : float or None
        The share of a window that the next one has in common with it, 0 to MOST_OVERLAP; None is
        automatic: as many columns as there are pixels, and at least a half. Wide views of a long file
        always overlap by a half.
    padding : int or None
        How many times as long as its window the transform is at least; None is automatic.
    separate : bool
        Whether each channel has a picture of its own.
    """

    window_s: float | None = None
    overlap: float | None = None
    window: WindowKind = "hann"
    padding: int | None = None
    separate: bool = False

    def __post_init__(self) -> None:
        if self.window_s is not None and not SHORTEST_S <= self.window_s <= LONGEST_S:
            raise ValueError(f"no window lasts {self.window_s} s")
        if self.overlap is not None and not 0.0 <= self.overlap <= MOST_OVERLAP:
            raise ValueError(f"windows cannot overlap by {self.overlap}")
        if self.window not in WINDOW_KINDS or self.padding not in (None, *PADDINGS):
            raise ValueError(f"no such window: {self.window}, padded {self.padding} times")

    def wide(self, rate_hz: int) -> Transform:
        """The transform of wide views, of which a long file keeps the greatest levels."""
        frames = self._frames(rate_hz)
        return Transform(rate_hz, frames, frames // 2, self._fft_frames(frames), self.window)

    def close(self, rate_hz: int, s_per_px: float) -> Transform:
        """The transform of a close view."""
        frames_per_px = max(1, int(s_per_px * rate_hz))
        frames = self._frames(rate_hz)
        if self.window_s is None:
            wanted = max(_WIDTH_PX * s_per_px * rate_hz, _FEWEST_FRAMES)
            frames = min(frames, 2 ** round(math.log2(wanted)))
        if self.overlap is None:
            hop = 2 ** int(math.log2(frames_per_px))
            hop = min(max(hop, frames // _MOST_PER_PIXEL), frames // 2)
        else:
            seen = 2 ** int(math.log2(max(1, frames_per_px // _MOST_PER_PIXEL)))
            hop = max(round(frames * (1.0 - self.overlap)), seen)
        fft_frames = self._fft_frames(frames)
        if self.padding is None:
            fft_frames = max(fft_frames, min(_SMOOTH_FFT, 8 * fft_frames))
        return Transform(rate_hz, frames, min(max(hop, 1), frames), fft_frames, self.window)

    def _frames(self, rate_hz: int) -> int:
        """An even number of samples."""
        if self.window_s is not None:
            return min(max(4, 2 * round(self.window_s * rate_hz / 2)), _MOST_FFT)
        return max(32, min(1 << round(math.log2(_USUAL_S * rate_hz)), _USUAL_FRAMES))

    def _fft_frames(self, window_frames: int) -> int:
        return min(1 << math.ceil(math.log2(window_frames * (self.padding or 1))), _MOST_FFT)


@dataclass(frozen=True, slots=True)
class SpectrogramView:
    """How a spectrogram is shown.

    Attributes
    ----------
    low_hz, high_hz : float, float or None
        The band in view; None is half of any sampling rate.
    floor_db, ceiling_db : float or None
        Levels of the first and the last colour; None is automatic, by percentiles of the picture.
    shown : str
        "level": in dB, a full-scale sine at 0. "above median": in dB over the median of each frequency,
        which takes steady noise away. "pcen": per-channel energy normalisation.
    """

    analysis: Analysis = field(default_factory=Analysis)
    axis: AxisKind = "mel"
    low_hz: float = 0.0
    high_hz: float | None = None
    floor_db: float | None = None
    ceiling_db: float | None = None
    shown: Shown = "level"
    colours: str = "magma"

    def __post_init__(self) -> None:
        if self.axis not in AXIS_KINDS or self.shown not in SHOWN:
            raise ValueError(f"no such view: {self.axis}, {self.shown}")
        if not 0.0 <= self.low_hz < (math.inf if self.high_hz is None else self.high_hz):
            raise ValueError(f"no band runs from {self.low_hz} Hz to {self.high_hz} Hz")
        if None not in (self.floor_db, self.ceiling_db) and not self.floor_db < self.ceiling_db:  # type: ignore[operator]
            raise ValueError(f"no range runs from {self.floor_db} dB to {self.ceiling_db} dB")

    def band(self, rate_hz: int) -> FrequencyAxis:
        """The axis for sound of a sampling rate; a band that such sound does not have is not kept to."""
        top_hz = rate_hz / 2
        high_hz = top_hz if self.high_hz is None else min(self.high_hz, top_hz)
        return FrequencyAxis(self.axis, self.low_hz if self.low_hz < high_hz else 0.0, high_hz)

    def with_band(self, axis: FrequencyAxis, rate_hz: int) -> Self:
        """Show another band; one that reaches half the rate has no upper end."""
        has_top = axis.high_hz < rate_hz / 2 * (1 - 1e-6)
        return replace(self, low_hz=axis.low_hz, high_hz=axis.high_hz if has_top else None)

    def to_json(self) -> dict[str, object]:
        """As a JSON value."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: object) -> Self:
        """From a JSON value; the usual view if it is none of ours, as of a version that knew more."""
        if not isinstance(value, Mapping):
            return cls()
        facts = cast(dict[str, object], {**value})
        try:
            facts["analysis"] = Analysis(**cast(dict[str, object], facts.get("analysis", {})))  # type: ignore[arg-type]
            return cls(**facts)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return cls()
