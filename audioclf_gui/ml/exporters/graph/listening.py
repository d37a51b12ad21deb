"""What a model does before and after the frozen network that it hears through, as modules to trace."""

import torch
from torch import Tensor, nn

from audioclf_gui.ml import windows
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.exporters.graph.resampling import Resampled
from audioclf_gui.ml.front_ends.listener import Listening
from audioclf_gui.ml.listeners import PretrainedListener
from audioclf_gui.ml.listeners.embedding import hop_at
from audioclf_gui.ml.scorer import Scorer


class BeforeListening(nn.Module):
    """Sound (batch, frames) as the windows that a listener hears, (batch, windows, window_frames).

    As `embedding.embed_sound` plays and cuts it: all windows at the first speed come first.
    """

    def __init__(self, listener: PretrainedListener, frames: int) -> None:
        super().__init__()
        self._listener = listener
        self.played = nn.ModuleList(_player(listener, frames, speed) for speed in listener.speeds)

    def forward(self, samples: Tensor) -> Tensor:
        """The windows of so many sounds."""
        listener = self._listener
        sounds = [player(samples) for player in self.played]
        cuts = [
            _fit(sound[:, start:], listener.window_frames, listener.pad)
            for speed, sound in zip(listener.speeds, sounds, strict=True)
            for start in _starts(listener, sound.shape[1], speed)
        ]
        return torch.stack(cuts, dim=1)


class AfterListening(nn.Module):
    """Scores (batch, outputs) of a sound and of what the listener made of its windows."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__()
        front = bundle.network.front_end
        assert isinstance(front, Listening)
        self.scorer = Scorer(bundle)
        self._front = front
        self._pooling = front.listener.pooling
        self._windows = windows_by_speed(front.listener, bundle.card.front_end.window_frames)

    def forward(self, samples: Tensor, embeddings: Tensor) -> Tensor:
        """Of sound (batch, frames) and embeddings (batch, windows, size)."""
        vectors = [
            _pooled(rule, part)
            for part in torch.split(embeddings.double(), self._windows, 1)
            for rule in self._pooling
        ]
        features = self._front.features(samples, torch.cat(vectors, dim=1).float())
        return self.scorer.scores(self.scorer.network.logits(features))


def windows_by_speed(listener: PretrainedListener, frames: int) -> list[int]:
    """How many windows a sound of so many samples has at each speed."""
    silence = torch.zeros(1, frames)
    lengths = [_player(listener, frames, speed)(silence).shape[1] for speed in listener.speeds]
    return [
        len(_starts(listener, length, speed)) for length, speed in zip(lengths, listener.speeds, strict=True)
    ]


def _player(listener: PretrainedListener, frames: int, speed: float) -> nn.Module:
    from_hz = round(listener.rate_hz * speed)
    return nn.Identity() if from_hz == listener.rate_hz else Resampled(frames, from_hz, listener.rate_hz)


def _starts(listener: PretrainedListener, frames: int, speed: float) -> list[int]:
    return windows.starts(frames, listener.window_frames, hop_at(listener, speed))


def _fit(samples: Tensor, frames: int, rule: str) -> Tensor:
    """What `windows.fit` makes of sounds (batch, at least 1)."""
    length = samples.shape[1]
    if length >= frames:
        return samples[:, :frames]
    if rule == "repeat":
        return samples.repeat(1, -(-frames // length))[:, :frames]
    return nn.functional.pad(samples, (0, frames - length))


def _pooled(rule: str, embeddings: Tensor) -> Tensor:
    if rule == "mean":
        return embeddings.mean(dim=1)
    return embeddings.amax(dim=1) if rule == "max" else embeddings.std(dim=1, correction=0)
