"""Embeddings of frozen pretrained networks: what a head hears."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.core.errors import UserError, told
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.front_ends.front_end import BadFrontEndError, FrontEnd, front_end, usual_window_s
from audioclf_gui.ml.listeners import PretrainedListener, load
from audioclf_gui.ml.listeners.credit import credit
from audioclf_gui.ml.listeners.embedding import embed_sound
from audioclf_gui.ml.settings import TrainSettings


@front_end("listener")
@dataclass(frozen=True)
class Embeddings(FrontEnd):
    """One vector for each window, as the listener makes it; what evens them out is the head's part."""

    windows_at_once: ClassVar[int] = 8
    standardises: ClassVar[bool] = False
    is_graph: ClassVar[bool] = False

    listener: PretrainedListener

    @property
    @override
    def rate_hz(self) -> int:
        return self.listener.rate_hz

    @property
    @override
    def shape(self) -> tuple[int, ...]:
        return (self.listener.vector_size,)

    @override
    def to_json(self) -> dict[str, object]:
        return self.listener.identity()

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], window_s: float, pad: str) -> Self:
        try:
            listener = load(str(values.get("listener")))
        except UserError as error:
            raise BadFrontEndError(told(error)) from error
        if listener.identity() != values:
            raise BadFrontEndError(
                Text("it was made with another version of the listener {name}", name=listener.name)
            )
        return cls(window_s, pad, listener)

    @classmethod
    @override
    def suited(cls, examples: Sequence[Example], settings: TrainSettings) -> Self:
        return cls(usual_window_s(examples, settings), settings.pad, load(settings.listener))

    @property
    @override
    def notes(self) -> tuple[Text, ...]:
        return (credit(self.listener), *self.listener.notes)

    @property
    @override
    def credits(self) -> Mapping[str, str]:
        listener = self.listener
        return {
            "name": str(listener.name),
            "licence": str(listener.licence),
            "source": str(listener.source),
            "content": listener.content,
        }

    @override
    def module(self) -> nn.Module:
        return _Embedding(self.listener)


class _Embedding(nn.Module):
    """Listens on the processor, wherever the sound is."""

    def __init__(self, listener: PretrainedListener) -> None:
        super().__init__()
        self._listener = listener

    def forward(self, samples: Tensor) -> Tensor:
        """Sound (batch, samples) to vectors (batch, size)."""
        sounds = samples.detach().float().cpu().numpy()
        vectors = np.stack([embed_sound(self._listener, sound) for sound in sounds])
        return torch.from_numpy(vectors).to(samples.device)
