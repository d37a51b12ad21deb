"""All sounds of a project as vectors, or a stretch of one among them: a part of jobs."""

import threading
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from audioclf_gui.core.clip import Clip, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.events import CacheProgress, ClipRefused

if TYPE_CHECKING:  # torch comes with the first question
    from audioclf_gui.ml.embedding_index import EmbeddingIndex, Floats, Integers
    from audioclf_gui.ml.heard_through import HeardThrough

_Result = TypeVar("_Result")


USUAL_EAR = ""
STATISTICS = "statistics"
_RUN = "run "


@dataclass(frozen=True, slots=True)
class Ear:
    """Through what sounds are compared.

    Attributes
    ----------
    name : str
        `USUAL_EAR`: the listener that suits, else the newest model, else statistics; "run 3": what comes
        before the answers of that run's model; `STATISTICS`; else the key of a listener, or a file.
    models : mapping
        The folders of the models that there are, by the numbers of their runs.
    """

    name: str = USUAL_EAR
    models: Mapping[int, Path] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class HeardSounds:
    """The sounds of all clips, or of pieces of them, as vectors.

    Attributes
    ----------
    clips : tuple of Clip
        Of which there are any; windows and means name them by their place here.
    owners : int64, shape (pieces,)
        The place of the clip that each sound of the index is a piece of.
    """

    index: "EmbeddingIndex"
    clips: tuple[Clip, ...]
    owners: "Integers"
    hearing: "HeardThrough"
    refused: tuple[Quarantined, ...]

    @property
    def windows(self) -> int:
        """How many windows there are."""
        return len(self.index.vectors)

    def clip_vectors(self) -> "Floats":
        """One vector for each clip, the mean direction of its windows; zeros if it could not be read."""
        return self.index.means(self.owners, len(self.clips))


def heard_sounds(
    ear: Ear, project: ProjectView, cache_dir: Path, clips: Sequence[Clip] | None = None
) -> Generator[Progress, None, HeardSounds]:
    """The sounds of these clips, or of all that hold any, through that ear; only what is new is heard.

    Raises
    ------
    UserError
        If there is no sound, or the model or listener cannot be used.
    """
    import numpy as np

    from audioclf_gui.ml.embedding_index import embedded
    from audioclf_gui.ml.heard_through import pieces

    view = project.catalogue
    clips = tuple(clip for clip in (view.clips if clips is None else clips) if clip.duration_s > 0.0)
    if not clips:
        raise UserError(
            Text("the project has no sound to compare"), remedy=Text("Import some recordings first.")
        )
    parts = [pieces(view, clip) for clip in clips]
    owners = np.repeat(np.arange(len(clips)), [len(part) for part in parts])
    examples = [piece for part in parts for piece in part]
    yield Progress(0, len(examples))
    hearing = _hearing(ear, examples)
    refused: list[Quarantined] = []
    index = yield from _told(embedded(examples, hearing.front_end, cache_dir, threading.Event()), refused)
    hearing = replace(hearing, front_end=index.front_end)
    return HeardSounds(index, clips, owners, hearing, tuple(refused))


def heard_stretch(
    heard: HeardSounds, view: CatalogueView, clip: Clip, start_s: float, stop_s: float, cache_dir: Path
) -> "Generator[Progress, None, Floats]":
    """A stretch of a clip among the sounds that were heard: float32 (axes,), of length 1.

    Raises
    ------
    UserError
        If it cannot be read.
    """
    from audioclf_gui.ml.dataset import example_of
    from audioclf_gui.ml.embedding_index import unit
    from audioclf_gui.ml.feature_cache import cache_features

    example = example_of(view, clip, 0, start_s, stop_s)
    refused: list[Quarantined] = []
    events = cache_features([example], heard.hearing.front_end, cache_dir, threading.Event())
    features = yield from _told(events, refused)
    if refused:
        raise UserError(
            Text("{name} cannot be heard: {reason}", name=clip.name, reason=refused[0].reason),
            remedy=refused[0].remedy or Text("Choose another clip."),
        )
    stretch: Floats = unit(heard.index.placed(features.windows(0)).mean(axis=0, keepdims=True))[0]
    return stretch


def run_ear(number: int) -> str:
    """The name of the ear that a run's model is."""
    return f"{_RUN}{number:d}"


def _hearing(ear: Ear, examples: Sequence[Example]) -> "HeardThrough":
    from audioclf_gui.ml import heard_through

    if ear.name == STATISTICS:
        return heard_through.heard_as_statistics(examples)
    if ear.name.startswith(_RUN):
        return _through_model(ear, ear.name.removeprefix(_RUN))
    if ear.name != USUAL_EAR:
        return heard_through.heard_through_listener(ear.name, examples)
    if (usual := heard_through.heard_as_usual(examples)) is not None:
        return usual
    if ear.models:
        return _through_model(ear, str(max(ear.models)))
    return heard_through.heard_as_statistics(examples)


def _through_model(ear: Ear, number: str) -> "HeardThrough":
    from audioclf_gui.ml.heard_through import heard_through_model

    known = {str(one): folder for one, folder in ear.models.items()}
    if number not in known:
        raise UserError(
            Text("run {number} has no model", number=number),
            remedy=Text("Choose one of: {names}.", names=", ".join([STATISTICS, *map(run_ear, ear.models)])),
        )
    return heard_through_model(known[number], Text("run {number}", number=number))


def _told(
    events: Generator[CacheProgress | ClipRefused, None, _Result], refused: list[Quarantined]
) -> Generator[Progress, None, _Result]:
    """The events as others follow them; what could not be read is added to `refused`."""
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            result: _Result = end.value
            return result
        if isinstance(event, ClipRefused):
            refused.append(Quarantined(event.path, event.reason, event.remedy))
        else:
            yield Progress(event.done, event.total)
