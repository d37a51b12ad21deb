"""What a listener hears and a log-mel picture of the same window, side by side: for two models in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.features import MelSettings, mel_settings
from audioclf_gui.ml.front_ends.front_end import BadFrontEndError, FrontEnd, front_end
from audioclf_gui.ml.front_ends.listener import Embeddings, Listening, listener_from_json, listener_to_json
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures, check_mel_size, mel_from_json, suited_mel
from audioclf_gui.ml.listeners import PretrainedListener
from audioclf_gui.ml.settings import TrainSettings


@front_end("listener-and-log-mel")
@dataclass(frozen=True)
class EmbeddingsAndPictures(FrontEnd):
    """One row for each window: the listener's vector, then the picture, band after band."""

    windows_at_once: ClassVar[int] = 8
    is_slow: ClassVar[bool] = True
    standardises: ClassVar[bool] = False

    listener: PretrainedListener
    mel: MelSettings  # at the listener's rate

    @property
    def embeddings(self) -> Embeddings:
        """The first part alone."""
        return Embeddings(self.window_s, self.pad, self.listener)

    @property
    def pictures(self) -> LogMelPictures:
        """The second part alone."""
        return LogMelPictures(self.window_s, self.pad, self.mel)

    @property
    @override
    def rate_hz(self) -> int:
        return self.listener.rate_hz

    @property
    @override
    def shape(self) -> tuple[int, ...]:
        bands, columns = self.pictures.shape
        return (self.listener.vector_size + bands * columns,)

    @property
    @override
    def sizes(self) -> Mapping[str, object]:
        return {"vectors": self.listener.vector_size, "bands": self.mel.mels}

    @property
    @override
    def notes(self) -> tuple[Text, ...]:
        return self.embeddings.notes

    @property
    @override
    def learnt(self) -> frozenset[str]:
        return self.listener.learnt

    @property
    @override
    def credits(self) -> Mapping[str, str]:
        return self.embeddings.credits

    @override
    def check_size(self) -> None:
        check_mel_size(self.mel, self.window_frames)
        super().check_size()

    @override
    def to_json(self) -> dict[str, object]:
        return {"listener": listener_to_json(self.listener), "mel": self.mel.to_dict()}

    @override
    def identity(self) -> list[object]:
        return [self.kind, self.listener.identity(), self.mel.to_dict(), self.window_s, self.pad]

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], window_s: float, pad: str) -> Self:
        listener, mel = values.get("listener"), values.get("mel")
        if not isinstance(listener, dict) or not isinstance(mel, dict):
            raise BadFrontEndError(Text("what it says about its listener is wrong"))
        heard, seen = listener_from_json(listener), mel_from_json(mel)
        if seen.rate_hz != heard.rate_hz:
            raise BadFrontEndError(Text("its listener and its spectrogram hear at different rates"))
        return cls(window_s, pad, heard, seen)

    @classmethod
    @override
    def suited(cls, examples: Sequence[Example], settings: TrainSettings) -> Self:
        heard = Embeddings.suited(examples, settings)
        alone = suited_mel(examples, settings)
        at_rate = mel_settings(
            heard.rate_hz,
            window_s=alone.window_s,
            hop_s=alone.hop_s,
            mels=alone.mels,
            low_hz=min(alone.low_hz, heard.rate_hz / 8),
            scale=alone.scale,
            norm=alone.norm,
            top_db=alone.top_db,
        )
        mel = replace(at_rate, high_hz=min(alone.high_hz, heard.rate_hz / 2))
        return cls(heard.window_s, heard.pad, heard.listener, mel)

    @property
    @override
    def kept_apart(self) -> FrontEnd:
        return self.embeddings

    @override
    def windows_beside(self, apart: Tensor, samples: npt.NDArray[np.float32]) -> Tensor:
        return torch.cat([apart, self._through(self.pictures, samples).flatten(1)], dim=1)

    @override
    def module(self) -> nn.Module:
        return _SideBySide(self.listener, self.pictures.module())


class _SideBySide(Listening):
    """Rows (batch, vectors + bands * columns)."""

    def __init__(self, listener: PretrainedListener, picture: nn.Module) -> None:
        super().__init__(listener)
        self.picture = picture

    @override
    def features(self, samples: Tensor, vectors: Tensor) -> Tensor:
        return torch.cat([vectors, self.picture(samples).flatten(1)], dim=1)
