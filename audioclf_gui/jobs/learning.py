"""The part of a training that may run anywhere: what is to be learnt, and what learns it in this process."""

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.ml.events import TrainEvent

if TYPE_CHECKING:  # torch comes with the first training
    from audioclf_gui.ml.pipeline.plan import TrainingPlan


@dataclass(frozen=True, slots=True)
class Fits:
    """What is to be learnt in a run, and the places of the project that it concerns."""

    plans: "tuple[TrainingPlan, ...]"
    bundle: Path
    shards: Path  # from which sounds are read, if they are there
    all_folds: bool


Learn = Callable[[Fits, Path, threading.Event], Generator[TrainEvent, None, None]]
"""What learns: given what, the cache's folder and what stops it, it has the model in its place in the end."""


def learn_here(fits: Fits, cache_dir: Path, stop: threading.Event) -> Generator[TrainEvent, None, None]:
    """Learn in this process; see `ml.runs` for what comes."""
    from audioclf_gui.ml.runs import cross_validate, run_training
    from audioclf_gui.ml.shard_features import cache_from_shards

    first = fits.plans[0]
    yield from cache_from_shards(first.data.examples, first.front_end, cache_dir, fits.shards, stop)
    yield from (
        cross_validate(fits.plans, fits.bundle, cache_dir, stop)
        if fits.all_folds
        else run_training(first, fits.bundle, cache_dir, stop)
    )
