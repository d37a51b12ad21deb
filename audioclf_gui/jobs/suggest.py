"""Letting a model look at the clips of a project."""

import threading
import time
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.model_classes import ModelClasses
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import RunId, SuggestionDetail
from audioclf_gui.core.text import Text, joined, listed
from audioclf_gui.jobs.of_classes import check_has_classes
from audioclf_gui.jobs.record_heard import SuggestionKeeper
from audioclf_gui.jobs.writing import PutSuggestions

if TYPE_CHECKING:
    from audioclf_gui.ml.inference import FilePrediction

_BATCH_CLIPS = 32
_BATCH_S, _LEAST_S = 0.5, 0.1
_INSTEAD = Text("Classify the files as a table instead: that has the number of each window.")


@dataclass(frozen=True, slots=True)
class Suggest:
    """Which model is to look."""

    run_id: RunId
    bundle: Path


@dataclass(frozen=True, slots=True)
class Suggested:
    """What came of it."""

    clips: int  # how many got a suggestion
    missing: Mapping[str, int]  # answers that are no class of the project, and how many clips got none by it
    none: int = 0  # clips that the model takes for no class at all
    inside: int = 0  # longer ones of no class as a whole, in which it hears something
    silent: int = 0  # clips that are silence to the model, of which nothing can be said
    refused: tuple[Quarantined, ...] = ()  # files that could not be read
    not_kept: tuple[Text, ...] = ()  # why the suggestions are not kept for `monitor`, if so

    @property
    def notes(self) -> tuple[Text, ...]:
        """Which clips got no suggestion, and what else went wrong."""
        return (
            *self._none_notes(),
            *self._inside_notes(),
            *self._silent_notes(),
            *self._missing_notes(),
            *self._refused_notes(),
            *self.not_kept,
        )

    def _none_notes(self) -> Iterator[Text]:
        if self.none:
            yield Text(
                "{n} clip got no suggestion: no class reaches its threshold.",
                "{n} clips got no suggestion: no class reaches its threshold.",
                n=self.none,
            )

    def _inside_notes(self) -> Iterator[Text]:
        if self.inside:
            yield Text(
                "{n} recording is of no class as a whole: what is heard in it stands below its picture, in"
                " the row of the model.",
                "{n} recordings are of no class as a whole: what is heard in them stands below their"
                " pictures, in the row of the model.",
                n=self.inside,
            )

    def _silent_notes(self) -> Iterator[Text]:
        if self.silent:
            yield Text(
                "{n} clip got no suggestion: to the model it is silence, nothing at all or far quieter in the"
                " frequencies that it hears than what it has learnt from.",
                "{n} clips got no suggestion: to the model they are silence, nothing at all or far quieter in"
                " the frequencies that it hears than what it has learnt from.",
                n=self.silent,
            )

    def _missing_notes(self) -> Iterator[Text]:
        if not self.missing:
            return
        by_class = [Text("{name} ({n})", name=name, n=n) for name, n in sorted(self.missing.items())]
        yield Text(
            "{n} clip got no suggestion: the project has no such class: {classes}.",
            "{n} clips got no suggestion: the project has no such class: {classes}.",
            n=sum(self.missing.values()),
            classes=listed(by_class, ", "),
        )

    def _refused_notes(self) -> Iterator[Text]:
        if self.refused:
            yield Text(
                "{n} clip got no suggestion since its file cannot be read: {name} ({reason}).",
                "{n} clips got no suggestion since their files cannot be read, the first: {name} ({reason}).",
                n=len(self.refused),
                name=self.refused[0].path.name,
                reason=self.refused[0].reason,
            )


def suggest(
    request: Suggest, project: ProjectView, stop: threading.Event | None = None
) -> Generator[Progress | PutSuggestions, None, Suggested]:
    """Look at every clip, unlabelled ones first, until `stop` is set.

    Clips that cannot be read get no suggestion and are named, and those that the model takes for nothing, or
    for something that is no class of the project, lose the one they had: nothing takes the place of the
    model's answer. Of a recording that is of no class as a whole the events in it are kept.

    Raises
    ------
    UserError
        If the project may only be read, or if the model cannot be loaded or has no class of the project.
    """
    from audioclf_gui.ml.bundle import in_words_of, load_bundle
    from audioclf_gui.ml.inference import predict_files, suggestion_values

    project.check_writable()
    view = project.catalogue
    clips = sorted(view.clips, key=lambda clip: bool(view.labels(clip.id)))
    bundle, classes = in_words_of(view, load_bundle(request.bundle))
    check_has_classes(bundle.card.objective, _INSTEAD)
    _check_known(classes)
    yield Progress(0, len(clips))
    answers = _Answers(SuggestionKeeper(request.bundle, view))
    wrote_at = time.monotonic()
    with closing(predict_files(bundle, [view.audio_path(clip) for clip in clips])) as predictions:
        for done, (clip, prediction) in enumerate(zip(clips, predictions, strict=True), start=1):
            if stop is not None and stop.is_set():
                return answers.told
            if isinstance(prediction, Quarantined):
                answers.refused.append(prediction)
            else:
                detail = suggestion_values(prediction, classes.present, clip.id, request.run_id)
                answers.add(clip.id, prediction, detail)
            waited_s = time.monotonic() - wrote_at
            if waited_s >= _BATCH_S or (waited_s >= _LEAST_S and len(answers) >= _BATCH_CLIPS):
                yield answers.taken()
                yield Progress(done, len(clips))
                wrote_at = time.monotonic()
    yield answers.taken()
    yield Progress(len(clips), len(clips))
    return answers.told


class _Answers:
    """What the model said, until it is written down; only that is counted."""

    def __init__(self, keeper: SuggestionKeeper) -> None:
        self._keeper = keeper
        self.refused: list[Quarantined] = []
        self._found: list[SuggestionDetail] = []
        self._none: list[tuple[ClipId, FilePrediction]] = []
        self._given = self._nothing = self._silent = self._inside = 0
        self._missing: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._found) + len(self._none)

    def add(self, clip_id: ClipId, prediction: "FilePrediction", detail: SuggestionDetail | None) -> None:
        """Take in what a clip was taken for; without a detail that is nothing, or no class of the project."""
        if detail is None:
            self._none.append((clip_id, prediction))
        else:
            self._found.append(detail)

    def taken(self) -> PutSuggestions:
        """What is to be written now."""
        put = PutSuggestions(tuple(self._found), tuple(clip_id for clip_id, _ in self._none))
        whole = [detail.suggestion for detail in self._found if detail.suggestion.classes]
        self._given += len(whole)
        self._inside += len(self._found) - len(whole)
        self._keeper.keep(whole)
        answers = [prediction for _, prediction in self._none]
        self._missing.update(answer.class_name for answer in answers if answer.named)
        silent = sum(answer.is_silent for answer in answers)
        self._silent += silent
        self._nothing += sum(not answer.named for answer in answers) - silent
        self._found, self._none = [], []
        return put

    @property
    def told(self) -> Suggested:
        """What came of all that was written."""
        missing, refused = dict(self._missing), tuple(self.refused)
        return Suggested(
            self._given,
            missing,
            self._nothing,
            self._inside,
            self._silent,
            refused,
            tuple(self._keeper.refusals),
        )


def _check_known(classes: ModelClasses) -> None:
    if not classes.present:
        raise UserError(
            Text(
                "the project has none of the model's classes ({classes})",
                classes=joined(classes.names[:5]),
            ),
            remedy=Text("Add the classes to the project, or use a model that was trained on it."),
        )
