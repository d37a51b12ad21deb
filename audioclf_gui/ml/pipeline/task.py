"""What is learnt from what, once it is known which clips can be read."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from torch import Tensor

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.feature_cache import Features
from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import Split


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """What is learnt from what; the split names usable examples only."""

    features: Features
    labels: npt.NDArray[np.int64]  # class of every example
    classes: int
    split: Split
    settings: TrainSettings
    front_end: FrontEnd
    mean: Tensor  # (front_end.shape[0],), of the training examples
    deviation: Tensor  # (front_end.shape[0],)

    def standardised(self, features: Tensor) -> Tensor:
        """Features (batch, *shape) as the network hears them, on the device where they are."""
        along = (1, -1) + (1,) * (features.ndim - 2)
        mean = self.mean.to(features.device).view(along)
        deviation = self.deviation.to(features.device).view(along)
        return (features - mean) / deviation


def make_task(plan: TrainingPlan, features: Features) -> Task:
    """The plan without the clips that were refused; when none to choose the epoch by is left, none is chosen.

    Raises
    ------
    UserError
        If too few are left to learn from or to judge by.
    """
    labels = np.array([example.class_index for example in plan.data.examples], np.int64)
    split = replace(
        plan.split,
        train=tuple(at for at in plan.split.train if at in features),
        valid=tuple(at for at in plan.split.valid if at in features),
        test=tuple(at for at in plan.split.test if at in features),
    )
    if split.test and plan.split.valid and not split.valid:
        split = replace(split, valid=split.test, test=(), selection="last")
    if len({int(labels[at]) for at in split.train}) < 2 or (plan.split.measured and not split.measured):
        raise UserError(
            Text(
                "{n} clip cannot be read, and too few are left to learn from",
                "{n} clips cannot be read, and too few are left to learn from",
                n=len(features.refused),
            ),
            remedy=Text("Look at the reasons given, repair or replace the files, then train again."),
        )
    mean, deviation = features.statistics(split.train)
    return Task(
        features, labels, len(plan.data.classes), split, plan.settings, plan.front_end, mean, deviation
    )
