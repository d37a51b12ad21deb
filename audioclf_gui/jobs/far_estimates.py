"""The clips of which a model's estimate is farthest from the number that is known."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.unlearnt_answers import Judges, unlearnt_answers


@dataclass(frozen=True, slots=True)
class FarEstimates:
    """Whose estimates are wanted."""

    judges: Judges = Judges()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class FarEstimate:
    """What a model that had not learnt from a clip estimated, in the unit of the quantity."""

    clip_id: ClipId
    number: float
    estimate: float

    @property
    def error(self) -> float:
        """By how much it is too high."""
        return self.estimate - self.number


@dataclass(frozen=True, slots=True)
class JudgedNumbers:
    """The estimates of all clips that were judged, the largest error first.

    Attributes
    ----------
    labelled : int
        How many clips have a number.
    learner : Text, optional
        What learnt from quick folds in order to judge; None where a run had judged them.
    """

    estimates: tuple[FarEstimate, ...]
    labelled: int
    learner: Text | None = None


def far_estimates(
    request: FarEstimates, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, JudgedNumbers]:
    """Let every number be estimated by a model that has not learnt from its clip.

    Clips whose number was changed since a run judged it, or that are gone, are left out.

    Raises
    ------
    UserError
        If the run cannot be read or names classes, or there is too little to learn from.
    """
    yield Progress(0, 1)
    found = yield from unlearnt_answers(request.judges, "regression", project, cache_dir)
    if found.objective.has_classes:
        raise UserError(
            Text("the model names classes and estimates no number"),
            remedy=Text("Look for likely label errors instead."),
        )
    present = {clip.id: clip.target for clip in project.catalogue.clips}
    estimates = (
        FarEstimate(ClipId(int(one["clip_id"])), float(one["true"]), float(one["predicted"]))
        for one in found.predictions
    )
    kept = [one for one in estimates if _is_same(present.get(one.clip_id), one.number)]
    yield Progress(1, 1)
    in_order = sorted(kept, key=lambda one: (-abs(one.error), one.clip_id))
    return JudgedNumbers(tuple(in_order), found.labelled, found.learner)


def _is_same(number: float | None, judged: float) -> bool:
    """Whether a clip's number is still the one that was judged, which is kept with seven digits."""
    return number is not None and abs(number - judged) <= 1e-6 * max(1.0, abs(number))
