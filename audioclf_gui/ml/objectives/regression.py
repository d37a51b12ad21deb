"""A number per sound, in its unit: least squares on the standardised target."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.ml import number_metrics
from audioclf_gui.ml.dataset import Target, TrainingData
from audioclf_gui.ml.objectives.objective import (
    Array,
    BadObjectiveError,
    Calibration,
    Floats,
    Link,
    Objective,
    Quality,
    Scaled,
    Thresholds,
    objective,
)
from audioclf_gui.ml.settings import TrainSettings

_LEAST_DEVIATION = 1e-9


@objective("regression")
@dataclass(frozen=True)
class Regression(Objective):
    """One quantity is estimated; `mean` and `deviation`, in its unit, put its values on one scale."""

    figure_name: ClassVar[Text] = Text("R²")
    figure_key: ClassVar[str] = "r2"
    link: ClassVar[Link] = "identity"
    summary_keys: ClassVar[tuple[str, ...]] = tuple(number_metrics.SUMMARY)
    has_classes: ClassVar[bool] = False
    blends: ClassVar[bool] = False  # of two ratios of signal to noise, for one

    mean: float = 0.0
    deviation: float = 1.0

    @override
    def to_json(self) -> dict[str, object]:
        return {"unit": self.unit, "mean": self.mean, "deviation": self.deviation}

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], names: tuple[str, ...]) -> Self:
        unit, mean, deviation = values.get("unit"), values.get("mean"), values.get("deviation")
        if len(names) != 1 or not isinstance(unit, str):
            raise BadObjectiveError(Text("a quantity is one name with a unit"))
        for value in (mean, deviation):
            if type(value) not in (int, float) or not math.isfinite(value):  # type: ignore[arg-type]
                raise BadObjectiveError(Text("the scale of the quantity is not a number"))
        made = cls(names, unit, float(mean), float(deviation))  # type: ignore[arg-type]
        if not made.deviation > 0.0:
            raise BadObjectiveError(Text("the scale of the quantity is not above 0"))
        return made

    @classmethod
    @override
    def of(cls, data: TrainingData) -> Self:
        values = np.array([example.target for example in data.examples], np.float64)
        deviation = max(_LEAST_DEVIATION, float(values.std()))
        return cls((data.quantity,), data.unit, float(values.mean()), deviation)

    @override
    def encoded(self, targets: Sequence[Target]) -> Array:
        return np.array(targets, np.float32).reshape(-1, 1)

    @override
    def scaled(self, wanted: Scaled) -> Scaled:
        return (wanted - self.mean) / self.deviation

    @override
    def loss(self, logits: Tensor, wanted: Tensor, settings: TrainSettings) -> Tensor:
        return nn.functional.mse_loss(logits, self.scaled(wanted))

    @override
    def scores(self, logits: Tensor, temperature: float = 1.0) -> Tensor:
        return logits * self.deviation + self.mean

    @override
    def answered(self, scores: Floats, thresholds: Sequence[float]) -> tuple[int, ...]:
        return ()

    @override
    def quality(self, wanted: Array, scores: Floats) -> Quality:
        return Quality(
            number_metrics.r2(wanted[:, 0], scores[:, 0]),
            number_metrics.mean_square(wanted[:, 0], scores[:, 0]) / self.deviation**2,
        )

    @override
    def calibration(self, logits: Floats, wanted: Array) -> Calibration:
        return Calibration(1.0, ())

    @override
    def figures(
        self, wanted: Array, scores: Floats, thresholds: Thresholds, groups: Array | None = None
    ) -> dict[str, object]:
        return {
            **number_metrics.report(wanted[:, 0], scores[:, 0], groups),
            "quantity": self.names[0],
            "unit": self.unit,
        }

    @override
    def of_group(self, wanted: Array, scores: Floats, thresholds: Thresholds) -> dict[str, float]:
        error = scores[:, 0].astype(np.float64) - wanted[:, 0]
        return {"mae": float(np.abs(error).mean()), "bias": float(error.mean())}

    @override
    def answer(self, wanted: Array, scores: Floats, thresholds: Sequence[float]) -> tuple[object, object]:
        return float(wanted[0]), float(scores[0])
