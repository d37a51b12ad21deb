"""What a sound goes through before the network: resampling, windows, log-mel."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from audioclf_gui.ml import windows
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.features import LogMel, MelSettings, mel_settings
from audioclf_gui.ml.settings import TrainSettings

_WINDOWS_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class FrontEnd:
    """What a sound goes through before the network."""

    mel: MelSettings
    window_s: float
    pad: str  # one of `windows.PAD_RULES`

    @property
    def window_frames(self) -> int:
        """Samples in a window."""
        return round(self.window_s * self.mel.rate_hz)

    @property
    def columns(self) -> int:
        """Spectrogram columns in a window."""
        return self.mel.columns(self.window_frames)

    def identity(self) -> list[object]:
        """Everything that changes a value, as JSON holds it: features of equal identity are equal."""
        return [self.mel.to_dict(), self.window_s, self.pad]

    def windows(self, samples: npt.NDArray[np.float32]) -> Tensor:
        """Log-mel of all windows of a sound, float16 (windows, mels, columns), in dB."""
        frames = self.window_frames
        cuts = [
            windows.fit(samples[start : start + frames], frames, self.pad)
            for start in windows.starts(len(samples), frames, max(1, frames // 2))
        ]
        log_mel = _log_mel(self.mel)
        parts = [
            log_mel(torch.from_numpy(np.stack(cuts[at : at + _WINDOWS_AT_ONCE]))).half()
            for at in range(0, len(cuts), _WINDOWS_AT_ONCE)
        ]
        return torch.cat(parts)


def front_end(examples: Sequence[Example], settings: TrainSettings) -> FrontEnd:
    """The front end that suits these examples.

    The rate is the preset's unless more than a tenth of the examples have a lower one: then it is the
    highest rate that nine tenths reach, so that neither a few telephone recordings spoil the rest nor
    bands stay empty in most. The window is `windows.usual_window_s` unless the settings name one.
    """
    rates = np.array([example.rate_hz for example in examples if example.rate_hz > 0] or [settings.rate_hz])
    rate_hz = min(settings.rate_hz, int(np.quantile(rates, 0.1, method="lower")))
    window_s = settings.window_s or windows.usual_window_s([example.duration_s for example in examples])
    mel = mel_settings(
        rate_hz,
        window_s=settings.mel_window_s,
        hop_s=settings.mel_hop_s,
        mels=settings.mels,
        low_hz=min(settings.low_hz, rate_hz / 8),
        scale=settings.mel_scale,
        norm=settings.mel_norm,
        top_db=settings.top_db,
    )
    return FrontEnd(mel, window_s, settings.pad)


@lru_cache(maxsize=4)
def _log_mel(mel: MelSettings) -> LogMel:
    return LogMel(mel)
