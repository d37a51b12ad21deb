"""A model's answers to examples it was not fitted on, and what follows from them."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from audioclf_gui.ml import metrics
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.events import Measuring
from audioclf_gui.ml.learner import Task, window_logits
from audioclf_gui.ml.training import clip_scores

_SCORE_DIGITS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Examples with the logits of their windows, (windows, classes) each."""

    examples: tuple[Example, ...]
    logits: tuple[Tensor, ...]

    @property
    def true(self) -> npt.NDArray[np.int64]:
        """The class of each example."""
        return np.array([example.class_index for example in self.examples], np.int64)

    def calibration(self) -> tuple[float, list[float]]:
        """Temperature, and for each class the probability from which a window is an event of it."""
        logits = torch.cat(self.logits)
        true = np.repeat(self.true, [len(one) for one in self.logits])
        temperature = metrics.fit_temperature(logits.numpy(), true)
        scores = torch.softmax(logits / temperature, dim=1).numpy()
        return temperature, metrics.event_thresholds(scores, true)

    def figures(self, classes: Sequence[str], temperature: float) -> dict[str, object]:
        """What the answers are worth; see `metrics.report`."""
        return metrics.report(self.true, clip_scores(self.logits, temperature), classes)

    def predictions(self, classes: Sequence[str], temperature: float, part: str) -> list[dict[str, object]]:
        """One record per example, as the bundle keeps them; `part` is the set they belong to."""
        if not self.examples:
            return []
        scores = clip_scores(self.logits, temperature)
        return [
            {
                "clip_id": int(example.clip_id),
                "start_s": example.start_s,
                "stop_s": example.stop_s,
                "true": classes[example.class_index],
                "predicted": classes[int(row.argmax())],
                "scores": [round(float(score), _SCORE_DIGITS) for score in row],
                "part": part,
            }
            for example, row in zip(self.examples, scores, strict=True)
        ]


def judge(
    model: nn.Module, task: Task, examples: Sequence[Example], chosen: Sequence[int], device: torch.device
) -> Generator[Measuring, None, Judged]:
    """The model's answers to the chosen examples."""
    logits = yield from window_logits(model, task, chosen, device)
    return Judged(tuple(examples[at] for at in chosen), tuple(logits))


def pooled(parts: Iterable[Judged]) -> Judged:
    """Answers of several models, taken together."""
    parts = list(parts)
    return Judged(
        tuple(example for part in parts for example in part.examples),
        tuple(one for part in parts for one in part.logits),
    )
