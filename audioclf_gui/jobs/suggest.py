"""Letting a model look at the clips of a project."""

import threading
import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import RunId, SuggestionDetail
from audioclf_gui.jobs.writing import PutSuggestions

_BATCH_CLIPS = 32
_BATCH_S = 0.5


@dataclass(frozen=True, slots=True)
class Suggest:
    """Which model is to look."""

    run_id: RunId
    bundle: Path


def suggest(
    request: Suggest, project: ProjectView, stop: threading.Event | None = None
) -> Generator[Progress | PutSuggestions, None, int]:
    """Look at every clip, unlabelled ones first, until `stop` is set; how many got a suggestion.

    Clips that cannot be read get none.

    Raises
    ------
    UserError
        If the project may only be read, or if the model cannot be loaded or has no class of the project.
    """
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.devices import training_threads
    from audioclf_gui.ml.inference import FilePrediction, predict_files, suggestion_values

    project.check_writable()
    view = project.catalogue
    clips = sorted(view.clips, key=lambda clip: bool(view.labels(clip.id)))
    class_ids = {known.name: known.id for known in view.classes}
    bundle = load_bundle(request.bundle)
    yield Progress(0, len(clips))
    found: list[SuggestionDetail] = []
    given = 0
    wrote_at = time.monotonic()
    with training_threads(None):
        predictions = predict_files(bundle, [view.audio_path(clip) for clip in clips])
        for done, (clip, prediction) in enumerate(zip(clips, predictions, strict=True), start=1):
            if stop is not None and stop.is_set():
                return given
            if isinstance(prediction, FilePrediction):
                found.append(suggestion_values(prediction, class_ids, clip.id, request.run_id))
            if len(found) >= _BATCH_CLIPS or time.monotonic() - wrote_at >= _BATCH_S:
                given += len(found)
                yield PutSuggestions(tuple(found))
                yield Progress(done, len(clips))
                found, wrote_at = [], time.monotonic()
    yield PutSuggestions(tuple(found))
    yield Progress(len(clips), len(clips))
    return given + len(found)
