"""Embeddings of frozen pretrained networks: what a head hears."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.front_ends.front_end import BadFrontEndError, FrontEnd, front_end, usual_window_s
from audioclf_gui.ml.front_ends.log_mel import mel_from_json
from audioclf_gui.ml.listeners import LISTENERS, PretrainedListener, is_file_name, load
from audioclf_gui.ml.listeners.credit import credit
from audioclf_gui.ml.listeners.embedding import embed_sound
from audioclf_gui.ml.listeners.signature import Answers
from audioclf_gui.ml.listeners.user_file import mel_from_text
from audioclf_gui.ml.settings import TrainSettings


@front_end("listener")
@dataclass(frozen=True)
class Embeddings(FrontEnd):
    """One vector for each window, as the listener makes it; what evens them out is the head's part."""

    windows_at_once: ClassVar[int] = 8
    is_slow: ClassVar[bool] = True
    standardises: ClassVar[bool] = False

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
        return listener_to_json(self.listener)

    @override
    def identity(self) -> list[object]:
        return [self.kind, self.listener.identity(), self.window_s, self.pad]

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], window_s: float, pad: str) -> Self:
        return cls(window_s, pad, listener_from_json(values))

    @classmethod
    @override
    def suited(cls, examples: Sequence[Example], settings: TrainSettings) -> Self:
        return cls(usual_window_s(examples, settings), settings.pad, listener_for(settings))

    @property
    @override
    def notes(self) -> tuple[Text, ...]:
        return (credit(self.listener), *self.listener.notes)

    @property
    @override
    def learnt(self) -> frozenset[str]:
        return self.listener.learnt

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
        return Listening(self.listener)


class Listening(nn.Module):
    """Features that a frozen network has a part in; it listens on the processor, wherever the sound is."""

    def __init__(self, listener: PretrainedListener) -> None:
        super().__init__()
        self.listener = listener

    def forward(self, samples: Tensor) -> Tensor:
        """Features of sound (batch, samples)."""
        sounds = samples.detach().float().cpu().numpy()
        vectors = np.stack([embed_sound(self.listener, sound) for sound in sounds])
        return self.features(samples, torch.from_numpy(vectors).to(samples.device))

    def features(self, _samples: Tensor, vectors: Tensor) -> Tensor:
        """The same of sound (batch, samples) of which the listener has made vectors (batch, size)."""
        return vectors


def listener_for(settings: TrainSettings) -> PretrainedListener:
    """The listener that settings name; fails as `listeners.load`."""
    answers = Answers(
        rate_hz=settings.listener_rate_hz,
        window_s=settings.listener_window_s,
        output=settings.listener_output,
        mel=mel_from_text(settings.listener_mel),
    )
    return load(settings.listener, answers)


def listener_to_json(listener: PretrainedListener) -> dict[str, object]:
    """As a bundle holds it: of what the user brought its content and name, but not where it lies."""
    name = {} if listener.key in LISTENERS else {"file": str(listener.name)}
    return {**listener.identity(), **name}


def listener_from_json(values: Mapping[str, object]) -> PretrainedListener:
    """What `listener_to_json` wrote, from whomever it comes; a BadFrontEndError if it cannot be had."""
    from audioclf_gui.ml.listeners.brought import KEYS, open_again  # which know bundles, as these know us

    try:
        if values.get("listener") in KEYS:
            listener = open_again(str(values.get("content")), str(values.get("file")), _answers(values))
        else:
            listener = load(_known(values))
    except UserError as error:
        raise BadFrontEndError(error.message, error.remedy) from error
    if listener.identity() != {name: value for name, value in values.items() if name != "file"}:
        raise BadFrontEndError(
            Text("it was made with another version of the listener {name}", name=listener.name)
        )
    return listener


def _known(values: Mapping[str, object]) -> str:
    """The key of a listener that is no file: a stranger's model must not choose what is opened."""
    key = str(values.get("listener"))
    if is_file_name(key):
        raise BadFrontEndError(Text("there is no listener called {name!r}", name=key))
    return key


def _answers(values: Mapping[str, object]) -> Answers:
    """What was said about a model file when it was used first."""
    rate_hz, frames, hop = (values.get(name) for name in ("rate_hz", "window_frames", "hop_frames"))
    options = values.get("options")
    numbers = (rate_hz, frames, hop)
    if not all(type(one) is int and one > 0 for one in numbers) or not isinstance(options, dict):
        raise BadFrontEndError(Text("what it says about its listener is wrong"))
    mel = options.get("mel")
    return Answers(
        rate_hz=rate_hz,  # type: ignore[arg-type]
        window_s=frames / rate_hz,  # type: ignore[operator]
        hop_s=hop / rate_hz,  # type: ignore[operator]
        output=str(options.get("output")),
        mel=mel_from_json(mel) if isinstance(mel, dict) else None,
    )
