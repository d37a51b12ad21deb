"""Training on a project, once or fold by fold, with the record of the run."""

import math
import shutil
import threading
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from audioclf_gui.core.errors import UserError, cannot_write, in_words, told
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import figure_key
from audioclf_gui.core.run import Epoch, Run, RunStatus
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.learning import Fits, Learn, learn_here
from audioclf_gui.jobs.name_groups import groups_called
from audioclf_gui.jobs.run_figures import RunFigures, drawn
from audioclf_gui.jobs.run_log import RunLog, logged, logged_epochs
from audioclf_gui.jobs.write_shards import SHARDS
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote
from audioclf_gui.ml.dataset import TrainingData, with_groups_called
from audioclf_gui.ml.events import (
    EVENT_EVERY_S,
    BatchDone,
    CacheProgress,
    EpochDone,
    FitProgress,
    Measured,
    Measuring,
    Note,
    PartBegun,
    TrainEvent,
    TrainingDone,
)
from audioclf_gui.ml.objective_choice import data_to_learn
from audioclf_gui.ml.preset_choice import chosen_preset, with_chosen_preset
from audioclf_gui.ml.presets import AUTOMATIC, title_of
from audioclf_gui.ml.saved_preset import with_whole_paths
from audioclf_gui.ml.settings import TrainSettings

if TYPE_CHECKING:  # torch comes with the first training
    from audioclf_gui.ml.pipeline.plan import TrainingPlan

_WRITE_EVERY_S = 0.2  # small data has more epochs a second than a disk has writes


@dataclass(frozen=True, slots=True)
class Train:
    """A run that is to be begun; its number comes from `Runs.next`."""

    run: Run
    settings: TrainSettings
    all_folds: bool = False  # hold each fold out once, then train the model to keep on everything
    name: str = ""  # what the run is called; empty: as its preset
    goes_on: bool = False  # where it ended when it was interrupted; made by `jobs.resume.to_go_on`
    so_far: Run | None = None  # of a run that goes on: how it stands with the model that it has already
    where: str = ""  # what computes, for the record of the run; empty: this computer

    def with_settings(self, settings: TrainSettings) -> Self:
        """The same with these settings, in the record of the run too."""
        run = replace(self.run, preset=settings.preset, settings=settings.to_dict())
        return replace(self, run=run, settings=settings)


def checkpoints(bundle: Path) -> Path:
    """The folder beside a run's model for the states of its fits, from which it can be gone on with."""
    return bundle.with_name(bundle.name + ".checkpoint")


def train(
    request: Train,
    project: ProjectView,
    cache_dir: Path,
    stop: threading.Event,
    learn: Learn = learn_here,
) -> Generator[TrainEvent | PutRun | PutRunNote | AddEpochs, None, Run]:
    """Train and keep a record; the run as it was written down in the end.

    Clips whose files are gone, or are not what they were, are left out and reported as ClipRefused. With
    `stop` set it ends after the batch at hand and keeps the best epoch. Whatever ends it, the run says
    so; only when the generator is closed, that is noted when the project is closed or opened next. A run that
    goes on and comes to no new model stays as it was, with the one that it has.

    Parameters
    ----------
    learn
        What computes. All records are kept here, wherever that is.

    Raises
    ------
    UserError
        If the project may only be read, if there is nothing to learn from or what was asked for cannot
        be done (no run is begun then), or if training fails.
    """
    project.check_writable()
    settings, data = decided(request.settings, project)
    request = request.with_settings(settings)
    plans = yield from _plans(request, data, project, cache_dir)
    run, states = request.run, checkpoints(project.folder / request.run.bundle)
    if not request.goes_on:
        shutil.rmtree(states, ignore_errors=True)  # of a run of this number that is no longer known
    yield PutRun(run)
    if request.name:
        yield PutRunNote(run.id, RunNote(request.name))
    report: Mapping[str, object] = {}
    try:
        with closing(
            _events(request, project, plans, learn(_fits(request, project, plans), cache_dir, stop))
        ) as events:
            for event in events:
                if isinstance(event, Measured | TrainingDone):
                    report = {**event.report, "run": run.id}
                    run = replace(run, bundle=event.bundle.relative_to(project.folder).as_posix())
                if isinstance(event, Measured):  # so that the figures outlive an end by force
                    yield PutRun(replace(run, report=report))
                yield from _told(event)
    except Exception as error:
        with suppress(UserError):  # a full disk: what went wrong first is what the user has to know
            yield PutRun(_failed(request, replace(run, report=report), error))
        raise
    run = _ended(request, replace(run, report=report))
    yield PutRun(run)
    if run.status is RunStatus.DONE:
        shutil.rmtree(states, ignore_errors=True)
    return run


def _failed(request: Train, run: Run, error: Exception) -> Run:
    """What is written down of a run, whose report says how far it came, where something went wrong."""
    if request.so_far and not run.report:
        return request.so_far
    ended = {"error": in_words(error), "error_text": told(error).stored()}  # in English, in any language
    return replace(run, status=RunStatus.FAILED, report={**run.report, **ended})


def _ended(request: Train, run: Run) -> Run:
    """What is written down of a run, whose report says how far it came, at its end."""
    if not run.report:
        return request.so_far or replace(run, status=RunStatus.STOPPED, bundle="")
    return replace(run, status=RunStatus.STOPPED if run.report["stopped"] else RunStatus.DONE)


def check_report(run: Run) -> None:
    """UserError if a run ended before there was a model."""
    if not run.report:
        raise UserError(
            Text("training ended before there was a model"), remedy=Text("Let it run for an epoch.")
        )


def decided(settings: TrainSettings, project: ProjectView) -> tuple[TrainSettings, TrainingData]:
    """The settings with what was left to the data written down, and what there is to learn."""
    settings = with_whole_paths(settings)
    notes: tuple[Text, ...] = ()
    if settings.preset == AUTOMATIC:
        choice = chosen_preset(project.catalogue, settings)
        settings, notes = with_chosen_preset(settings, choice), (choice.note,)
    data = with_groups_called(data_to_learn(project.catalogue, settings), groups_called(project))
    settings = replace(settings, objective=data.objective)  # type: ignore[arg-type]
    return settings, replace(data, notes=(*notes, *data.notes))


def _plans(
    request: Train, data: TrainingData, project: ProjectView, cache_dir: Path
) -> Generator[TrainEvent, None, "tuple[TrainingPlan, ...]"]:
    """What is going to be done, each fit with a place for its state."""
    from audioclf_gui.ml.file_check import check_files
    from audioclf_gui.ml.pipeline.plan import kept_below
    from audioclf_gui.ml.runs import prepare
    from audioclf_gui.ml.splits import check_trainable

    check_trainable(data)
    data, refused = yield from check_files(data, project.folder, cache_dir)
    plans = prepare(data, request.settings, refused, all_folds=request.all_folds)
    return kept_below(plans, checkpoints(project.folder / request.run.bundle))


def _fits(request: Train, project: ProjectView, plans: "tuple[TrainingPlan, ...]") -> Fits:
    return Fits(plans, project.folder / request.run.bundle, project.folder / SHARDS, request.all_folds)


def _events(
    request: Train,
    project: ProjectView,
    plans: "Sequence[TrainingPlan]",
    learning: Generator[TrainEvent, None, None],
) -> Generator[TrainEvent | AddEpochs, None, None]:
    """What training says, and the epochs to be written, a few at a time."""
    bundle = project.folder / request.run.bundle
    events = _numbered(_paced(learning))
    waiting: list[Epoch] = []
    wrote_at = time.monotonic()
    with _refusal_told(bundle):
        seen = drawn(logged(events, _log(request, project)), _figures(request, bundle, plans[0]))
        with closing(seen):
            for event in seen:
                if isinstance(event, EpochDone):
                    waiting.append(event.epoch)
                is_due = isinstance(event, PartBegun) or time.monotonic() - wrote_at >= _WRITE_EVERY_S
                if waiting and is_due:
                    yield AddEpochs(request.run.id, tuple(waiting))
                    waiting, wrote_at = [], time.monotonic()
                yield event
    if waiting:
        yield AddEpochs(request.run.id, tuple(waiting))


def _figures(request: Train, bundle: Path, plan: "TrainingPlan") -> RunFigures:
    """What draws the run, the network drawn already."""
    from audioclf_gui.ml.network_layers import layers_of
    from audioclf_gui.ml.objectives import objective_for

    title = f"{bundle.name}: {title_of(request.run.preset, request.run.settings)}"
    before = logged_epochs(bundle) if request.goes_on else ()
    figures = RunFigures(bundle, title, str(objective_for(plan.data).figure_name), before)
    figures.show_network(layers_of(plan), plan.front_end.shape)
    return figures


def _log(request: Train, project: ProjectView) -> RunLog:
    return RunLog(
        project.folder / request.run.bundle,
        request.settings.to_dict(),
        project.folder,
        figure=figure_key(request.settings.objective),
        all_folds=request.all_folds,
        goes_on=request.goes_on,
        where=request.where,
    )


def _told(event: TrainEvent | AddEpochs) -> Generator[TrainEvent | AddEpochs, None, None]:
    """The event; a disk that refuses epochs does not end the training, which is noted."""
    try:
        yield event
    except UserError as refusal:
        if not isinstance(event, AddEpochs):
            raise
        yield Note(Text("{problem}. Training goes on.", problem=refusal.message))


def _paced(events: Generator[TrainEvent, None, None]) -> Generator[TrainEvent, None, None]:
    """The same events without progress that comes sooner than somebody could see it.

    Of few clips there are thirty batches or trials a second. The last of them comes before what follows.
    """
    told_at, waiting = -math.inf, None
    with closing(events):
        for event in events:
            if isinstance(event, CacheProgress | BatchDone | FitProgress | Measuring):
                waiting = event
                if time.monotonic() - told_at < EVENT_EVERY_S:
                    continue
            elif isinstance(event, EpochDone):  # it tells how far training is by itself
                yield event
                continue
            if waiting is not None:
                told_at = time.monotonic()
                yield waiting
            if event is not waiting:
                yield event
            waiting = None


def _numbered(events: Generator[TrainEvent, None, None]) -> Generator[TrainEvent, None, None]:
    """The same events, each epoch with the number of the part that it belongs to."""
    part = 1
    with closing(events):
        for event in events:
            match event:
                case PartBegun():
                    part = event.number
                    yield event
                case EpochDone():
                    yield replace(event, epoch=replace(event.epoch, part=part))
                case _:
                    yield event


@contextmanager
def _refusal_told(bundle: Path) -> Iterator[None]:
    """UserError where the disk refuses the model or the files beside it."""
    try:
        yield
    except OSError as error:
        raise cannot_write(bundle, error) from error
