"""The clips behind one cell of a confusion matrix."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.progress import Progress


@dataclass(frozen=True, slots=True)
class ConfusedClips:
    """A run's model, the class that clips are of, and the one that it took them for."""

    bundle: Path
    true: str
    predicted: str


@dataclass(frozen=True, slots=True)
class ConfusedClip:
    """A clip that a model which never trained on it put into the cell."""

    clip_id: ClipId
    score: float  # of the class that it was taken for, 0 to 1


def confused_clips(request: ConfusedClips) -> Generator[Progress, None, tuple[ConfusedClip, ...]]:
    """Read which clips a run judged like that, the most confident answer first, each clip once.

    Raises
    ------
    UserError
        If the model cannot be read.
    """
    from audioclf_gui.ml.bundle import read_predictions

    yield Progress(0, 1)
    cell = (request.true, request.predicted)
    found: dict[ClipId, float] = {}
    for one in read_predictions(request.bundle):
        if (one["true"], one["predicted"]) == cell:
            clip_id, score = ClipId(int(one["clip_id"])), float(max(one["scores"]))
            found[clip_id] = max(score, found.get(clip_id, 0.0))
    yield Progress(1, 1)
    order = sorted(found, key=lambda clip_id: -found[clip_id])
    return tuple(ConfusedClip(clip_id, found[clip_id]) for clip_id in order)
