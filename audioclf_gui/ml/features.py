"""Sound to log-mel spectrogram: one implementation for training, files, live listening and export."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal, Self

import torch
from torch import Tensor, nn

POWER_FLOOR = 1e-10  # added before the logarithm: silence is -100 dB, never minus infinity

_SINGLE = "float32"
_SLANEY_HZ_PER_MEL = 200.0 / 3.0
_SLANEY_BREAK_HZ = 1000.0
_SLANEY_BREAK_MEL = _SLANEY_BREAK_HZ / _SLANEY_HZ_PER_MEL
_SLANEY_LOG_STEP = math.log(6.4) / 27.0


@dataclass(frozen=True, slots=True)
class MelSettings:
    """How a sound becomes a picture; stored with every model and used unchanged wherever it listens."""

    rate_hz: int = 32000
    window_s: float = 0.040
    hop_s: float = 0.020
    fft_frames: int = 2048
    mels: int = 64
    low_hz: float = 30.0
    high_hz: float = 16000.0
    scale: Literal["slaney", "htk"] = "slaney"
    norm: Literal["slaney", ""] = "slaney"  # slaney: every filter has the same area
    top_db: float | None = None  # floor below the loudest point of the clip itself; None: no such floor
    precision: Literal["float64", "float32"] = "float64"  # of the Fourier transform, see `LogMel`

    def __post_init__(self) -> None:
        if not self.rate_hz > 0 or not 0.0 <= self.low_hz < self.high_hz <= self.rate_hz / 2:
            raise ValueError(f"no mel bands lie from {self.low_hz} to {self.high_hz} Hz at {self.rate_hz} Hz")
        if not 1 <= self.window_frames <= self.fft_frames or self.hop_frames < 1 or self.mels < 1:
            raise ValueError(f"a window of {self.window_s} s cannot move by {self.hop_s} s here")
        if self.scale not in ("slaney", "htk") or self.norm not in ("slaney", ""):
            raise ValueError(f"unknown mel scale or norm: {self.scale!r}, {self.norm!r}")
        if self.precision not in ("float64", _SINGLE):
            raise ValueError(f"unknown precision: {self.precision!r}")
        if self.top_db is not None and not self.top_db > 0.0:
            raise ValueError(f"a floor {self.top_db} dB below the maximum leaves nothing")

    @property
    def window_frames(self) -> int:
        """Length of the Hann window in samples."""
        return round(self.window_s * self.rate_hz)

    @property
    def hop_frames(self) -> int:
        """Distance of two columns in samples."""
        return round(self.hop_s * self.rate_hz)

    def columns(self, samples: int) -> int:
        """How many columns the spectrogram of so many samples has."""
        return 1 + max(samples, self.fft_frames // 2 + 1) // self.hop_frames

    def to_dict(self) -> dict[str, object]:
        """As JSON holds it; single precision is not named, as when there was no other."""
        values = asdict(self)
        return {name: value for name, value in values.items() if (name, value) != ("precision", _SINGLE)}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Self:
        """What `to_dict` wrote; ValueError when a key is unknown, missing or of the wrong kind."""
        values = {"precision": _SINGLE, **values}
        names = {field.name for field in fields(cls)}
        if set(values) != names:
            wrong = sorted(set(values) ^ names)
            raise ValueError(f"mel settings with unknown or missing entries: {', '.join(wrong)}")
        texts = {"scale", "norm", "precision"} | ({"top_db"} if values["top_db"] is None else set())
        wrong = [name for name in sorted(names - texts) if not _is_number(values[name])]
        if wrong:
            raise ValueError(f"mel settings that are not numbers: {', '.join(wrong)}")
        return cls(**values)  # type: ignore[arg-type]


def mel_settings(
    rate_hz: int,
    *,
    window_s: float = 0.040,
    hop_s: float = 0.020,
    mels: int = 64,
    low_hz: float = 30.0,
    scale: Literal["slaney", "htk"] = "slaney",
    norm: Literal["slaney", ""] = "slaney",
    top_db: float | None = None,
) -> MelSettings:
    """Settings that reach up to half of `rate_hz`, with the next power of two as FFT length."""
    fft_frames = 1 << max(1, round(window_s * rate_hz) - 1).bit_length()
    return MelSettings(rate_hz, window_s, hop_s, fft_frames, mels, low_hz, rate_hz / 2, scale, norm, top_db)


class LogMel(nn.Module):
    """Mel power spectrogram in decibels, each clip by itself.

    Input is float32 (batch, samples) in [-1, 1] at `settings.rate_hz`; output is float32
    (batch, mels, columns), dB relative to a power of 1, never below -100. Band 0 is the lowest;
    column t is centred on sample t * hop_frames, the edges are reflected. Sounds of half an FFT
    length or less, empty ones too, get zeros at their end first.

    Notes
    -----
    The same numbers as torchaudio's MelSpectrogram (power 2, centred). Slaney's scale and norm are
    those of the Auditory Toolbox (Interval Research report 1998-010), HTK's of the HTK book.

    Beside a loud tone the rounding of a transform in single precision is up to 0.3 dB in bands that are
    near the floor, another on each processor and in each library, so the transform is in double precision.
    """

    window: Tensor
    filters: Tensor

    def __init__(self, settings: MelSettings) -> None:
        super().__init__()
        self.settings = settings
        self._transform = torch.float32 if settings.precision == _SINGLE else torch.float64
        window = torch.hann_window(settings.window_frames, periodic=True)
        left = (settings.fft_frames - settings.window_frames) // 2
        right = settings.fft_frames - settings.window_frames - left
        self.register_buffer("window", nn.functional.pad(window, (left, right)), persistent=False)
        self.register_buffer("filters", mel_filters(settings), persistent=False)

    def forward(self, samples: Tensor) -> Tensor:
        """Decibels (batch, mels, columns) of `samples` (batch, samples)."""
        power = self.power(samples)
        decibels = 10.0 * torch.log10(power + POWER_FLOOR)
        if self.settings.top_db is None:
            return decibels
        loudest = decibels.amax(dim=(-2, -1), keepdim=True)
        return torch.maximum(decibels, loudest - self.settings.top_db)

    def power(self, samples: Tensor) -> Tensor:
        """Mel power (batch, mels, columns) of `samples` (batch, samples)."""
        half = self.settings.fft_frames // 2
        missing = half + 1 - samples.shape[-1]
        if missing > 0:
            samples = nn.functional.pad(samples, (0, missing))
        padded = nn.functional.pad(samples.unsqueeze(1), (half, half), mode="reflect").squeeze(1)
        frames = padded.unfold(-1, self.settings.fft_frames, self.settings.hop_frames)
        seen = frames * self.window
        spectrum = torch.fft.rfft(seen.to(torch.promote_types(seen.dtype, self._transform)))
        power: Tensor = (spectrum.real.square() + spectrum.imag.square()).to(samples.dtype)
        return (power @ self.filters).transpose(-1, -2)


def mel_filters(settings: MelSettings) -> Tensor:
    """Triangular filters, float32 (fft_frames // 2 + 1, mels)."""
    bins_hz = torch.linspace(0, settings.rate_hz // 2, settings.fft_frames // 2 + 1)
    low, high = (_to_mel(edge_hz, settings.scale) for edge_hz in (settings.low_hz, settings.high_hz))
    edges_hz = _to_hz(torch.linspace(low, high, settings.mels + 2), settings.scale)
    widths = edges_hz[1:] - edges_hz[:-1]
    slopes = edges_hz.unsqueeze(0) - bins_hz.unsqueeze(1)  # (bins, mels + 2)
    rising = -slopes[:, :-2] / widths[:-1]
    falling = slopes[:, 2:] / widths[1:]
    filters = torch.minimum(rising, falling).clamp(min=0.0)
    if settings.norm == "slaney":
        filters = filters * (2.0 / (edges_hz[2:] - edges_hz[:-2])).unsqueeze(0)
    return filters


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _to_mel(frequency_hz: float, scale: str) -> float:
    if scale == "htk":
        return 2595.0 * math.log10(1.0 + frequency_hz / 700.0)
    if frequency_hz < _SLANEY_BREAK_HZ:
        return frequency_hz / _SLANEY_HZ_PER_MEL
    return _SLANEY_BREAK_MEL + math.log(frequency_hz / _SLANEY_BREAK_HZ) / _SLANEY_LOG_STEP


def _to_hz(mels: Tensor, scale: str) -> Tensor:
    if scale == "htk":
        powers: Tensor = 10.0 ** (mels / 2595.0)
        return 700.0 * (powers - 1.0)
    linear = mels * _SLANEY_HZ_PER_MEL
    logarithmic = _SLANEY_BREAK_HZ * torch.exp(_SLANEY_LOG_STEP * (mels - _SLANEY_BREAK_MEL))
    return torch.where(mels >= _SLANEY_BREAK_MEL, logarithmic, linear)
