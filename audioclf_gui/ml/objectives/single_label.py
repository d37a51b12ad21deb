"""One class per sound: softmax and cross-entropy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.ml import metrics
from audioclf_gui.ml.dataset import Target, TrainingData
from audioclf_gui.ml.objectives.objective import (
    Array,
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


@objective("single-label")
@dataclass(frozen=True)
class SingleLabel(Objective):
    """Exactly one of the classes is right; scores are probabilities that sum to 1."""

    figure_name: ClassVar[Text] = Text("accuracy")
    figure_key: ClassVar[str] = "accuracy"
    link: ClassVar[Link] = "log"
    is_exclusive: ClassVar[bool] = True
    summary_keys: ClassVar[tuple[str, ...]] = tuple(metrics.SUMMARY)

    has_background: bool = False  # the last class stands for none of the others

    @override
    def to_json(self) -> dict[str, object]:
        return {"background": True} if self.has_background else {}

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], names: tuple[str, ...]) -> Self:
        return cls(names, has_background=values.get("background") is True)

    @classmethod
    @override
    def of(cls, data: TrainingData) -> Self:
        return cls(data.classes, has_background=data.has_background)

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
        if weights is None:
            return nn.functional.cross_entropy(logits, wanted, label_smoothing=smoothing)
        counted = wanted * weights.to(wanted.dtype)
        # Evenly, whatever classes count, or what smoothing gives to a heavy one outweighs the right one.
        smoothed = (1.0 - smoothing) * counted + smoothing * counted.mean(dim=-1, keepdim=True)
        return nn.functional.cross_entropy(logits, smoothed)

    @override
    def scores(self, logits: Tensor, temperature: float = 1.0) -> Tensor:
        return torch.softmax(logits / temperature, dim=-1)

    @override
    def answered(self, scores: Floats, thresholds: Sequence[float]) -> tuple[int, ...]:
        best = int(scores.argmax())
        return () if best == self.background else (best,)

    @override
    def quality(self, wanted: Array, scores: Floats) -> Quality:
        true = wanted.argmax(axis=1)
        return Quality(float((scores.argmax(axis=1) == true).mean()), metrics.log_loss(true, scores))

    @override
    def calibration(self, logits: Floats, wanted: Array) -> Calibration:
        true = wanted.argmax(axis=1)
        temperature = metrics.fit_temperature(logits, true)
        scores = self.scores(torch.from_numpy(logits), temperature).numpy()
        return Calibration(temperature, tuple(metrics.event_thresholds(scores, true)))

    @override
    def figures(
        self, wanted: Array, scores: Floats, thresholds: Thresholds, groups: Array | None = None
    ) -> dict[str, object]:
        return metrics.report(wanted.argmax(axis=1), scores, self.names, groups)

    @override
    def of_group(self, wanted: Array, scores: Floats, thresholds: Thresholds) -> dict[str, float]:
        return {"accuracy": float((scores.argmax(axis=1) == wanted.argmax(axis=1)).mean())}

    @override
    def answer(self, wanted: Array, scores: Floats, thresholds: Sequence[float]) -> tuple[object, object]:
        return self.names[int(wanted.argmax())], self.names[int(scores.argmax())]
