"""One class per sound: softmax and cross-entropy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.ml import metrics
from audioclf_gui.ml.dataset import Target, TrainingData
from audioclf_gui.ml.objectives.objective import (
    Array,
    Bools,
    Calibration,
    Floats,
    Link,
    Objective,
    Quality,
    Thresholds,
    objective,
    weights_on,
)
from audioclf_gui.ml.settings import TrainSettings

_LEAST_THRESHOLD = 1e-6


@objective("single-label")
@dataclass(frozen=True)
class SingleLabel(Objective):
    """At most one of the classes is right; scores are probabilities.

    They sum to 1, or, where `is_open`, to 1 less the probability that it is none of the classes. For that
    there is one more logit, which is 0 always: a network that has learnt sounds of no class as well gives
    them logits below it.
    """

    figure_name: ClassVar[Text] = Text("accuracy")
    figure_key: ClassVar[str] = "accuracy"
    link: ClassVar[Link] = "log"
    is_exclusive: ClassVar[bool] = True
    summary_keys: ClassVar[tuple[str, ...]] = tuple(metrics.SUMMARY)

    has_background: bool = False  # the last class stands for none of the others
    is_open: bool = False  # what is none of the classes was learnt, too

    @override
    def to_json(self) -> dict[str, object]:
        told = {"background": self.has_background, "open": self.is_open}
        return {name: True for name, holds in told.items() if holds}

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], names: tuple[str, ...]) -> Self:
        has_background, is_open = values.get("background") is True, values.get("open") is True
        return cls(names, has_background=has_background, is_open=is_open)

    @classmethod
    @override
    def of(cls, data: TrainingData) -> Self:
        return cls(data.classes, has_background=data.has_background)

    @override
    def opened(self) -> Self:
        return replace(self, is_open=True)

    @property
    @override
    def background(self) -> int | None:
        return self.outputs - 1 if self.has_background else None

    @override
    def encoded(self, targets: Sequence[Target]) -> Array:
        wanted = np.zeros((len(targets), self.outputs), np.uint8)
        wanted[np.arange(len(targets)), np.array(targets, np.int64)] = 1
        return wanted

    @override
    def loss(self, logits: Tensor, wanted: Tensor, settings: TrainSettings) -> Tensor:
        weights, smoothing = weights_on(logits.device, self.weights), settings.label_smoothing
        if self.is_open:
            wanted = torch.cat([wanted, 1 - wanted.sum(dim=-1, keepdim=True)], dim=-1)
            logits = _with_none(logits)
            weights = None if weights is None else functional.pad(weights, (0, 1), value=1.0)
        if weights is None:
            return functional.cross_entropy(logits, wanted, label_smoothing=smoothing)
        counted = wanted * weights.to(wanted.dtype)
        # Evenly, whatever classes count, or what smoothing gives to a heavy one outweighs the right one.
        smoothed = (1.0 - smoothing) * counted + smoothing * counted.mean(dim=-1, keepdim=True)
        return functional.cross_entropy(logits, smoothed)

    @override
    def scores(self, logits: Tensor, temperature: float = 1.0) -> Tensor:
        if self.is_open:
            return torch.softmax(_with_none(logits / temperature), dim=-1)[..., :-1].contiguous()
        return torch.softmax(logits / temperature, dim=-1)

    @override
    def is_none(self, scores: Floats) -> bool:
        best = int(scores.argmax())
        return best == self.background or (self.is_open and 1.0 - float(scores.sum()) > float(scores[best]))

    @override
    def answered(self, scores: Floats, thresholds: Sequence[float]) -> tuple[int, ...]:
        return () if self.is_none(scores) else (int(scores.argmax()),)

    @override
    def heard(self, scores: Floats, thresholds: Sequence[float]) -> tuple[int, ...]:
        """The class whose score is the most above its threshold, so many times it.

        Noise makes all scores lower, those of some classes more than those of others and of none: what is
        likeliest there is much the same for all sounds, and each class is known by what is much for it.
        """
        return tuple(np.flatnonzero(self.heard_in(scores[np.newaxis], thresholds)[0]).tolist())

    @override
    def heard_in(self, scores: Floats, thresholds: Sequence[float]) -> Bools:
        above = scores / np.maximum(np.asarray(thresholds, np.float32), _LEAST_THRESHOLD)
        if self.background is not None:
            above[:, self.background] = 0.0
        heard = np.zeros(above.shape, np.bool_)
        rows, best = np.arange(len(above)), above.argmax(axis=1)
        heard[rows, best] = above[rows, best] >= 1.0
        return heard

    @override
    def quality(self, wanted: Array, scores: Floats) -> Quality:
        true = wanted.argmax(axis=1)
        return Quality(float((scores.argmax(axis=1) == true).mean()), metrics.log_loss(true, scores))

    @override
    def calibration(self, logits: Floats, wanted: Array) -> Calibration:
        true = wanted.argmax(axis=1)
        known = _with_none(torch.from_numpy(logits)).numpy() if self.is_open else logits
        temperature = metrics.fit_temperature(known, true)
        scores = self.scores(torch.from_numpy(logits), temperature).numpy()
        return Calibration(temperature, tuple(metrics.event_thresholds(scores, true)))

    @override
    def figures(
        self, wanted: Array, scores: Floats, thresholds: Thresholds, groups: Array | None = None
    ) -> dict[str, object]:
        found = metrics.report(wanted.argmax(axis=1), scores, self.names, groups)
        return {**found, "taken_for_none": sum(map(self.is_none, scores))} if self.is_open else found

    @override
    def of_group(self, wanted: Array, scores: Floats, thresholds: Thresholds) -> dict[str, float]:
        return {"accuracy": float((scores.argmax(axis=1) == wanted.argmax(axis=1)).mean())}

    @override
    def answer(self, wanted: Array, scores: Floats, thresholds: Sequence[float]) -> tuple[object, object]:
        return self.names[int(wanted.argmax())], self.names[int(scores.argmax())]


def _with_none(logits: Tensor) -> Tensor:
    """Logits (..., outputs) with that of none of the classes, (..., outputs + 1)."""
    return functional.pad(logits, (0, 1))
