"""The scores that a run gave to what it had not learnt from, class by class."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.of_classes import check_has_classes

if TYPE_CHECKING:  # for types only, as ml comes with the model
    from audioclf_gui.ml.thresholds import ClassScores

_INSTEAD = Text("See its estimates in the Train workspace, or `audioclf labels estimates`.")


@dataclass(frozen=True, slots=True)
class RunScores:
    """Whose scores are wanted: a run's model."""

    bundle: Path


def run_scores(request: RunScores) -> "Generator[Progress, None, tuple[ClassScores, ...]]":
    """Read them, in the order of the model's classes.

    Raises
    ------
    UserError
        If the model cannot be read, or names no class.
    """
    from audioclf_gui.ml.bundle import read_card, read_predictions
    from audioclf_gui.ml.thresholds import class_scores

    yield Progress(0, 1)
    card = read_card(request.bundle)
    check_has_classes(card.objective, _INSTEAD)
    found = class_scores(card.classes, read_predictions(request.bundle))
    yield Progress(1, 1)
    return found
