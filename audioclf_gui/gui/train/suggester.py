"""Lets a model look at every clip and puts what it thinks into the project."""

import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.run import Run, RunId, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.worker import Worker

_BATCH_CLIPS = 32
_BATCH_S = 0.5


@dataclass(frozen=True, slots=True)
class Suggested:
    """Some clips more have been looked at."""

    done: int
    total: int
    details: tuple[SuggestionDetail, ...]


class Suggester(QObject):
    """Looks at the clips with one model at a time, unlabelled ones first."""

    changed = Signal()  # it began or ended

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._worker: Worker | None = None
        self._asked = 0  # how often; what an earlier model still says is too late
        self._given = 0

    @property
    def is_running(self) -> bool:
        """Whether it is looking at clips now."""
        return self._worker is not None

    def start(self, run: Run) -> None:
        """Suggest labels with the model of a run; what another model is suggesting now is given up."""
        self.shutdown()
        project = self._context.document.project
        clips = sorted(
            project.catalogue.view.clips, key=lambda clip: bool(project.catalogue.view.labels(clip.id))
        )
        files = tuple((clip.id, project.catalogue.view.audio_path(clip)) for clip in clips)
        class_ids = {known.name: known.id for known in project.catalogue.view.classes}
        bundle = project.runs.bundle_path(run)
        asked, self._given = self._asked, 0
        self._worker = self._context.start(
            lambda: suggest(bundle, files, class_ids, run.id),
            Text("Suggesting labels"),
            partial(self._take, asked),
            on_ended=partial(self._end, asked),
        )
        self.changed.emit()

    def shutdown(self) -> None:
        """Stop at the next clip."""
        self._asked += 1
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _take(self, asked: int, suggested: Suggested) -> None:
        if asked == self._asked and suggested.details:
            self._context.document.put_suggestions(suggested.details)
            self._given += len(suggested.details)

    def _end(self, asked: int) -> None:
        if asked != self._asked:
            return
        self._worker = None
        if self._given:
            self._context.status(
                words(
                    Text(
                        "{n} clip has a suggestion now: see Review",
                        "{n} clips have a suggestion now: see Review",
                        n=self._given,
                    )
                )
            )
        self.changed.emit()


def suggest(
    bundle_path: Path,
    files: Sequence[tuple[ClipId, Path]],
    class_ids: Mapping[str, ClassId],
    run_id: RunId,
) -> Generator[Suggested, None, None]:
    """Predict files one after the other; those that cannot be read get no suggestion.

    Raises
    ------
    UserError
        If the model cannot be loaded, or has no class of the project.
    """
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.devices import training_threads
    from audioclf_gui.ml.inference import FilePrediction, predict_files, suggestion_values

    bundle = load_bundle(bundle_path)
    yield Suggested(0, len(files), ())
    found: list[SuggestionDetail] = []
    reported_at = time.monotonic()
    with training_threads(None):
        predictions = predict_files(bundle, [path for _, path in files])
        for done, ((clip_id, _), prediction) in enumerate(zip(files, predictions, strict=True), start=1):
            if isinstance(prediction, FilePrediction):
                found.append(suggestion_values(prediction, class_ids, clip_id, run_id))
            if len(found) >= _BATCH_CLIPS or time.monotonic() - reported_at >= _BATCH_S:
                yield Suggested(done, len(files), tuple(found))
                found, reported_at = [], time.monotonic()
    yield Suggested(len(files), len(files), tuple(found))
