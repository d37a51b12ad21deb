"""Measuring a finished model on the labels of a project."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Which model, and on which clips."""

    bundle: Path
    fold: str | None = None  # only the clips of this fold


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of it."""

    report: dict[str, object]  # see `ml.metrics.report`, and `clips`, how many were measured
    refused: tuple[Quarantined, ...]


def evaluate(request: Evaluate, project: ProjectView) -> Generator[Progress, None, Evaluation]:
    """Score every labelled clip or stretch whose class the model knows.

    Raises
    ------
    UserError
        If the model cannot be loaded, or nothing is left to measure.
    """
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.dataset import training_data
    from audioclf_gui.ml.evaluation import Evaluated
    from audioclf_gui.ml.evaluation import evaluate as measure
    from audioclf_gui.ml.events import CacheProgress

    refused = []
    report: dict[str, object] = {}
    for event in measure(load_bundle(request.bundle), training_data(project.catalogue), request.fold):
        match event:
            case Quarantined():
                refused.append(event)
            case CacheProgress():
                yield Progress(event.done, event.total)
            case Evaluated():
                report = event.report
    return Evaluation(report, tuple(refused))
