"""What a training needs on other computers goes there piece by piece, and what it makes comes back."""

import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.learning import Fits
from audioclf_gui.ml.bundle_files import replace_folder
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.events import CacheProgress, ClipRefused, FoldDone, Measured, TrainEvent, TrainingDone

if TYPE_CHECKING:  # torch comes with the worker
    from audioclf_gui.ml.pipeline.plan import TrainingPlan
    from audioclf_gui.remote.cluster.train_worker import ModelFiles, Piece

_PIECE_BYTES = 32 * 2**20
_MOST_PIECES = 1000  # of small files at a time
_MODELS, _SOUNDS, _SHARDS = "models", "sounds", "shards"


def there(path: Path, folder: Path) -> Path:
    """Where a recording of here is on the workers' computers; its folders keep their names."""
    return folder.joinpath(_SOUNDS, *path.absolute().parts[1:])


def moved(fits: Fits, folder: Path) -> Fits:
    """The same with all places below a folder on the workers' computers."""
    bundle = folder / _MODELS / fits.bundle.name
    return replace(
        fits,
        plans=tuple(_moved(plan, folder) for plan in fits.plans),
        bundle=bundle,
        shards=folder / _SHARDS,
    )


def _moved(plan: "TrainingPlan", folder: Path) -> "TrainingPlan":
    kept = plan.checkpoint and folder / plan.checkpoint.parent.name / plan.checkpoint.name
    return replace(plan, data=_moved_data(plan.data, folder), checkpoint=kept)


def _moved_data(data: TrainingData, folder: Path) -> TrainingData:
    return replace(data, examples=tuple(replace(one, path=there(one.path, folder)) for one in data.examples))


def sent(
    fits: Fits, folder: Path, take: "Callable[[Sequence[Piece]], None]", stop: threading.Event
) -> Generator[CacheProgress, None, None]:
    """Have `take` write all recordings that are learnt from, a few pieces at a time.

    Raises
    ------
    UserError
        If a recording cannot be read any more.
    """
    paths = list(dict.fromkeys(example.path for example in fits.plans[0].data.examples))
    pieces: list[Piece] = []
    for done, path in enumerate(paths):
        for piece in _pieces(path, there(path, folder)):
            pieces.append(piece)
            if sum(len(one.content) for one in pieces) >= _PIECE_BYTES or len(pieces) >= _MOST_PIECES:
                take(pieces)
                pieces = []
                yield CacheProgress(done, len(paths))
        if stop.is_set():
            return
    take(pieces)


def _pieces(path: Path, place: Path) -> "Iterator[Piece]":
    from audioclf_gui.remote.cluster.train_worker import Piece

    try:
        with path.open("rb") as file:
            start = 0
            while content := file.read(_PIECE_BYTES):
                yield Piece(place, start, content)
                start += len(content)
    except OSError as error:
        raise UserError(
            Text("{path} cannot be read: {reason}", path=path, reason=error.strerror or str(error)),
            remedy=Text("Bring the file back, or take its clip out of the project, then train again."),
        ) from error


def returned(event: "TrainEvent | ModelFiles", fits: Fits, folder: Path) -> Iterator[TrainEvent]:
    """What a worker tells, with the places of here; models are put into theirs.

    Raises
    ------
    OSError
        If the disk refuses a model.
    """
    from audioclf_gui.remote.cluster.train_worker import ModelFiles

    away = moved(fits, folder).bundle
    match event:
        case ModelFiles():
            for place, files in event.folders.items():
                replace_folder(fits.bundle / place.relative_to(away), files)
        case Measured() | TrainingDone():
            bundle = fits.bundle / event.bundle.relative_to(away)
            yield replace(event, bundle=bundle, report=_home(event.report, fits, folder))
        case FoldDone():
            yield replace(event, report=_home(event.report, fits, folder))
        case ClipRefused():
            yield replace(event, path=Path(_home(str(event.path), fits, folder)))
        case _:
            yield event


def _home(value: Any, fits: Fits, folder: Path) -> Any:
    """A value of a report in which each place is that of here."""
    match value:
        case str():
            away = str(moved(fits, folder).bundle)
            if value.startswith(away):
                return str(fits.bundle) + value.removeprefix(away)
            sounds = str(folder / _SOUNDS)
            return value.removeprefix(sounds) if value.startswith(sounds) else value
        case Mapping():
            return {name: _home(one, fits, folder) for name, one in value.items()}
        case list() | tuple():
            return [_home(one, fits, folder) for one in value]
    return value
