"""Drawing a few of many suggestions, to see how many are right before all of them are accepted."""

import hashlib
import random
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.edits import ClassesOfClips, suggested_classes
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """Which suggestions are to be judged by a sample.

    Attributes
    ----------
    least_score : float
        The score from which they count, 0 to 1.
    class_id : ClassId, optional
        Only those whose likeliest class this is.
    size : int
        How many are drawn; all where there are fewer.
    seed : int
        Another one draws others.
    """

    least_score: float = 0.9
    class_id: ClassId | None = None
    size: int = 10
    seed: int = 0

    def __post_init__(self) -> None:
        if not 0.0 <= self.least_score <= 1.0 or self.size < 1:
            raise ValueError(f"{self.size} suggestions from {self.least_score} cannot be drawn")


@dataclass(frozen=True, slots=True)
class DrawnSuggestions:
    """The suggestions for unlabelled clips that score so much, and those that were drawn of them."""

    least_score: float
    suggested: ClassesOfClips
    sample: tuple[ClipId, ...]

    @property
    def key(self) -> str:
        """Differs where another sample was drawn, or another model suggests something else."""
        named = sorted((clip_id, *classes) for clip_id, classes in self.suggested.items())
        return hashlib.sha256(repr((self.sample, named)).encode()).hexdigest()[:8]

    @property
    def others(self) -> ClassesOfClips:
        """Those that were not drawn."""
        drawn = set(self.sample)
        return {clip_id: classes for clip_id, classes in self.suggested.items() if clip_id not in drawn}


def spot_check(request: SpotCheck, project: ProjectView) -> Generator[Progress, None, DrawnSuggestions]:
    """Draw at random, each suggestion as likely as any other.

    Raises
    ------
    UserError
        If nothing that is open scores so much.
    """
    yield Progress(0, 1)
    view = project.catalogue
    suggested = suggested_classes(view, _open(view, request))
    if not suggested:
        raise UserError(
            Text("no unlabelled clip has a suggestion of {score:.2f} or more", score=request.least_score),
            remedy=Text("Choose a lower score or all classes, or let a model suggest first."),
        )
    drawn = random.Random(request.seed).sample(sorted(suggested), min(request.size, len(suggested)))
    yield Progress(1, 1)
    return DrawnSuggestions(request.least_score, suggested, tuple(drawn))


def _open(view: CatalogueView, request: SpotCheck) -> Iterator[ClipId]:
    """Clips without a label whose likeliest class is sure enough, and was not rejected."""
    for clip_id in view.suggestions_by_clip:
        if view.labels(clip_id) or view.clip(clip_id).removed:
            continue
        suggestion = view.suggestion(clip_id)
        if (
            suggestion is not None
            and suggestion.score >= request.least_score
            and request.class_id in (None, suggestion.class_id)
            and suggestion.class_id not in view.rejected(clip_id)
        ):
            yield clip_id
