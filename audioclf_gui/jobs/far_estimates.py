"""The clips of which a model's estimate is farthest from the number that is known."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class FarEstimates:
    """Whose estimates are wanted: a run's model."""

    bundle: Path


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


def far_estimates(
    request: FarEstimates, project: ProjectView
) -> Generator[Progress, None, tuple[FarEstimate, ...]]:
    """Read what a run estimated of the clips that it did not train on, the largest error first.

    Clips whose number was changed since, or that are gone, are left out.

    Raises
    ------
    UserError
        If the model cannot be read, or names classes.
    """
    from audioclf_gui.ml.bundle import read_card, read_predictions

    yield Progress(0, 1)
    if read_card(request.bundle).objective.has_classes:
        raise UserError(
            Text("the model names classes and estimates no number"),
            remedy=Text("Look for likely label errors instead."),
        )
    present = {clip.id: clip.target for clip in project.catalogue.clips}
    found = (
        FarEstimate(ClipId(int(one["clip_id"])), float(one["true"]), float(one["predicted"]))
        for one in read_predictions(request.bundle)
    )
    kept = [one for one in found if _is_same(present.get(one.clip_id), one.number)]
    yield Progress(1, 1)
    return tuple(sorted(kept, key=lambda one: (-abs(one.error), one.clip_id)))


def _is_same(number: float | None, judged: float) -> bool:
    """Whether a clip's number is still the one that was judged, which is kept with seven digits."""
    return number is not None and abs(number - judged) <= 1e-6 * max(1.0, abs(number))
