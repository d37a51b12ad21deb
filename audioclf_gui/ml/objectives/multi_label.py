"""Any number of classes per sound, none among them: sigmoids and binary cross-entropy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Self

import numpy as np
import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.ml import set_metrics
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


@objective("multi-label")
@dataclass(frozen=True)
class MultiLabel(Objective):
    """Each class is right or not, whatever the others are; scores are probabilities, each by itself."""

    figure_name: ClassVar[Text] = Text("average precision")
    figure_key: ClassVar[str] = "macro_average_precision"
    link: ClassVar[Link] = "logit"
    merging: ClassVar[Literal["sum", "max"]] = "max"
    summary_keys: ClassVar[tuple[str, ...]] = tuple(set_metrics.SUMMARY)

    @override
    def to_json(self) -> dict[str, object]:
        return {}

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], names: tuple[str, ...]) -> Self:
        return cls(names)

    @classmethod
    @override
    def of(cls, data: TrainingData) -> Self:
        return cls(data.classes)

    @override
    def encoded(self, targets: Sequence[Target]) -> Array:
        wanted = np.zeros((len(targets), self.outputs), np.uint8)
        for at, target in enumerate(targets):
            assert isinstance(target, frozenset)
            wanted[at, list(target)] = 1
        return wanted

    @override
    def loss(self, logits: Tensor, wanted: Tensor, settings: TrainSettings) -> Tensor:
        smoothed = wanted * (1.0 - settings.label_smoothing) + 0.5 * settings.label_smoothing
        weights = weights_on(logits.device, self.weights)
        return nn.functional.binary_cross_entropy_with_logits(logits, smoothed, weights)

    @override
    def scores(self, logits: Tensor, temperature: float = 1.0) -> Tensor:
        return torch.sigmoid(logits / temperature)

    @override
    def merged(self, scores: Array, places: Sequence[int]) -> Array:
        together = np.zeros((len(scores), max(places) + 1), scores.dtype)
        for place, column in zip(places, scores.T, strict=True):
            together[:, place] = np.maximum(together[:, place], column)
        return together

    @override
    def answered(self, scores: Floats, thresholds: Sequence[float]) -> tuple[int, ...]:
        heard = scores >= np.asarray(thresholds, np.float32)
        return tuple(int(at) for at in np.argsort(-scores, kind="stable") if heard[at])

    @override
    def quality(self, wanted: Array, scores: Floats) -> Quality:
        there = wanted >= 0.5
        return Quality(
            set_metrics.macro_average_precision(there, scores), set_metrics.log_loss(there, scores)
        )

    @override
    def calibration(self, logits: Floats, wanted: Array) -> Calibration:
        there = wanted >= 0.5
        temperature = set_metrics.fit_temperature(logits, there)
        scores = self.scores(torch.from_numpy(logits), temperature).numpy()
        return Calibration(temperature, set_metrics.thresholds(there, scores))

    @override
    def untempered(self, calibration: Calibration) -> Calibration:
        least = np.asarray(calibration.thresholds, np.float64)
        logits = calibration.temperature * np.log(least / (1.0 - least))
        return Calibration(1.0, tuple((1.0 / (1.0 + np.exp(-logits))).tolist()))

    @override
    def figures(
        self, wanted: Array, scores: Floats, thresholds: Thresholds, groups: Array | None = None
    ) -> dict[str, object]:
        return set_metrics.report(wanted >= 0.5, scores, self.names, thresholds, groups)

    @override
    def of_group(self, wanted: Array, scores: Floats, thresholds: Thresholds) -> dict[str, float]:
        heard = scores >= np.asarray(thresholds, np.float32)
        found = set_metrics.summary(wanted >= 0.5, scores, heard)
        return {"exact": found["exact"], "macro_f1": found["macro_f1"]}

    @override
    def answer(self, wanted: Array, scores: Floats, thresholds: Sequence[float]) -> tuple[object, object]:
        there = [name for name, one in zip(self.names, wanted, strict=True) if one >= 0.5]
        return there, [self.names[at] for at in sorted(self.answered(scores, thresholds))]
