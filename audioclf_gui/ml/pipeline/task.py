"""What is learnt from what, once it is known which clips can be read."""

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.class_weights import class_weights
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.decision_settings import USUALLY_QUIET_DB
from audioclf_gui.ml.feature_cache import Features
from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.made_noise import looks_like, noise_features
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.objectives.objective import Array
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import Split

_FEWEST_NOISES, _MOST_NOISES = 64, 256  # that are made; a batch hears as many of them either way
_MOST_NUMBERS_OF_NOISE = 2**24  # of features, so that long windows do not fill the memory with noise
_MOST_COMPARED = 4000  # examples


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """What is learnt from what; the split names usable examples only."""

    features: Features
    objective: Objective
    targets: Array  # of every example, (examples, objective.outputs)
    strata: npt.NDArray[np.int64]  # of every example, the class by which it is drawn: the rarest of its own
    split: Split
    settings: TrainSettings
    front_end: FrontEnd
    mean: Tensor  # (front_end.shape[0],), of the training examples
    deviation: Tensor  # (front_end.shape[0],)
    quiet_db: float = USUALLY_QUIET_DB  # windows below count for nothing in what is judged, dBFS RMS
    noise: Tensor | None = None  # features of made noise, which is none of the classes: (n, *front_end.shape)
    notes: tuple[Text, ...] = ()  # for the user

    @property
    def decides_by_scenes(self) -> bool:
        """Whether it is to be fitted on made scenes from which score on each class is an event."""
        return self.objective.is_exclusive and not self.settings.as_given and not self.front_end.is_slow

    def is_reported(self, epoch: int) -> bool:
        """Whether the figures of all classes are wanted after this epoch."""
        every = self.settings.report_every
        return every is not None and epoch % every == 0

    def standardised(self, features: Tensor) -> Tensor:
        """Features (batch, *shape) as the network hears them, on the device where they are."""
        along = (1, -1) + (1,) * (features.ndim - 2)
        mean = self.mean.to(features.device).view(along)
        deviation = self.deviation.to(features.device).view(along)
        return (features - mean) / deviation

    def varied(self, features: Tensor, rng: torch.Generator) -> Tensor:
        """Features (batch, *shape) altered by chance as the settings say, then as the network hears them."""
        augmented = self.front_end.augmented(features, self.settings, rng)
        return self.front_end.masked(self.standardised(augmented), self.settings, rng)

    def judged(self, features: Tensor, rng: torch.Generator) -> Tensor:
        """Features (batch, *shape) to judge the network by: unaltered, but for references as given."""
        return self.varied(features, rng) if self.settings.as_given else self.standardised(features)


def make_task(plan: TrainingPlan, features: Features) -> Task:
    """The plan without the clips that were refused; when none to choose the epoch by is left, none is chosen.

    Raises
    ------
    UserError
        If too few are left to learn from or to judge by.
    """
    objective = plan.objective
    targets = objective.encoded([example.target for example in plan.data.examples])
    split = replace(
        plan.split,
        train=tuple(at for at in plan.split.train if at in features),
        valid=tuple(at for at in plan.split.valid if at in features),
        test=tuple(at for at in plan.split.test if at in features),
    )
    if split.test and plan.split.valid and not split.valid:
        split = replace(split, valid=split.test, test=(), selection="last")
    if len(np.unique(targets[list(split.train)], axis=0)) < 2 or (plan.split.measured and not split.measured):
        raise UserError(
            Text(
                "{n} clip cannot be read, and too few are left to learn from",
                "{n} clips cannot be read, and too few are left to learn from",
                n=len(features.refused),
            ),
            remedy=Text("Look at the reasons given, repair or replace the files, then train again."),
        )
    wanted, drawn = plan.settings.class_weights, plan.settings.balance
    drawn_as = strata(plan.data)
    weights = class_weights(wanted, objective.classes, targets[list(split.train)], drawn)
    objective = replace(objective, weights=weights)
    mean, deviation = features.statistics(split.train)
    if plan.settings.as_given or not plan.front_end.standardises:  # none of the references does
        mean, deviation = torch.zeros_like(mean), torch.ones_like(deviation)
    noise, notes = _noise(plan, features, split, drawn_as)
    return Task(
        features,
        objective,
        targets,
        drawn_as,
        split,
        plan.settings,
        plan.front_end,
        mean,
        deviation,
        plan.data.quiet_db,
        noise,
        notes,
    )


def _noise(
    plan: TrainingPlan, features: Features, split: Split, drawn_as: npt.NDArray[np.int64]
) -> tuple[Tensor | None, tuple[Text, ...]]:
    """Made noise that is like no class, and a note if some is like one."""
    if not plan.learns_noise:
        return None, ()
    count = _noises(plan.front_end)
    noise = noise_features(plan.front_end, count)
    chosen = split.train[:: -(-len(split.train) // _MOST_COMPARED)]
    windows = torch.cat([features.windows(at)[:1] for at in chosen])
    alike = looks_like(noise, windows, drawn_as[list(chosen)])
    left = [place for place in range(count) if place not in alike]
    names = sorted({plan.data.classes[one] for one in alike.values() if one < len(plan.data.classes)})
    if not names:
        return noise, ()
    note = Text(
        "{n:d} of {of:d} made noises sound like {classes}, and are not learnt as none of the classes.",
        n=len(alike),
        of=count,
        classes=joined(names),
    )
    return (noise[left] if left else None), (note,)


def _noises(ends: FrontEnd) -> int:
    """How many are made: the more there are, the less of other noise is taken for a class."""
    if ends.is_slow:
        return _FEWEST_NOISES
    return max(_FEWEST_NOISES, min(_MOST_NOISES, _MOST_NUMBERS_OF_NOISE // math.prod(ends.shape)))


def strata(data: TrainingData) -> npt.NDArray[np.int64]:
    """For each example the rarest of its classes, shape (examples,); those of none are one more class."""
    counts = data.counts()
    return np.array(
        [
            min(example.classes, key=lambda place: (counts[place], place), default=len(counts))
            for example in data.examples
        ],
        np.int64,
    )
