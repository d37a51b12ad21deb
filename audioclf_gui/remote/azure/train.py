"""Training there as if it were here: the events, the stopping and the run are those of a training here."""

import threading
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.errors import UserError, in_words, told
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.train import Train
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote
from audioclf_gui.ml.events import EpochDone, Measured, TrainEvent, TrainingDone
from audioclf_gui.remote.azure.events import AzureNote, JobState, LogLine
from audioclf_gui.remote.azure.fetching import Download, NothingLeftError, fetched_run
from audioclf_gui.remote.azure.following import Follow, JobEnded, follow_job
from audioclf_gui.remote.azure.jobs_there import cancel_job
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.submitting import Submit, Submitted, submit_job

TrainingThere = TrainEvent | PutRun | AddEpochs | PutRunNote | Progress | AzureNote | JobState | LogLine


@dataclass(frozen=True, slots=True)
class TrainOnAzure:
    """A run that is to be begun there; its number comes from `Runs.next`."""

    place: Place
    train: Train
    every_s: float = 5.0  # so often the job is asked how far it is


def train_on_azure(
    request: TrainOnAzure, project: ProjectView, cache_dir: Path, stop: threading.Event
) -> Generator[TrainingThere, None, Run]:
    """Send what is missing there, follow the job and fetch its run; the run as it was written down.

    With `stop` set the job is cancelled, and what it has kept by then is fetched; nothing is sent any
    more. Only closing the generator leaves the job to itself: `download_run` fetches it later.

    Raises
    ------
    UserError
        If it cannot be sent (no run is begun then), if it fails there, or if the network stays away.
    """
    train = request.train
    sent = yield from _until(stop, submit_job(Submit(request.place, train), project, cache_dir))
    yield AzureNote(Text("The job is {job}: {page}", job=sent.job, page=sent.page))
    yield PutRun(train.run)
    yield PutRunNote(
        train.run.id, RunNote(train.name, f"Azure ML: {sent.job}")
    )  # also if nobody waits for it
    try:
        ended = yield from _followed(request, sent.job, stop)
        if ended.status not in {"Completed", "Canceled"}:
            raise _failed(sent.job, ended)
        run, _title = yield from fetched_run(Download(request.place, sent.job, train.run), project)
    except NothingLeftError as error:  # it was ended before there was a model
        run = replace(train.run, status=RunStatus.STOPPED, bundle="")
        yield AzureNote(error.message)
        yield PutRun(run)
    except Exception as error:
        problem = {"error": in_words(error), "error_text": told(error).stored()}
        with suppress(UserError):  # a full disk: what went wrong first is what the user has to know
            yield PutRun(replace(train.run, status=RunStatus.FAILED, bundle="", report=problem))
        raise
    if run.report and run.bundle:
        yield TrainingDone(run.report, project.folder / run.bundle)
    return run


def _until(
    stop: threading.Event, sending: Generator[Progress | AzureNote, None, Submitted]
) -> Generator[Progress | AzureNote, None, Submitted]:
    """The same, while nobody wants it stopped."""
    with closing(sending):
        while True:
            try:
                event = next(sending)
            except StopIteration as end:
                sent: Submitted = end.value
                return sent
            yield event
            if stop.is_set():
                raise UserError(
                    Text("it was stopped before the job was sent, and nothing costs anything"),
                    remedy=Text("Begin it again when you want it."),
                )


def _followed(
    request: TrainOnAzure, job: str, stop: threading.Event
) -> Generator[TrainingThere, None, JobEnded]:
    """What it tells until it has ended, after which its run can be fetched; asked to stop it is cancelled."""
    follow = Follow(request.place, job, request.every_s)
    events = follow_job(follow, stop)
    ended = yield from _here(events, request.train.run)
    if stop.is_set() and not ended.has_ended:
        yield AzureNote(Text("Cancelling {job}; what it has kept is fetched.", job=job))
        cancel_job(request.place, job)
        ended = yield from _states_only(follow_job(follow, threading.Event()))
    return ended


def _here(
    events: Generator[TrainingThere, None, JobEnded], run: Run
) -> Generator[TrainingThere, None, JobEnded]:
    """The same events; the epochs are written down here too, and the end is told when its model is here."""
    with closing(events):
        try:
            while True:
                event = next(events)
                if isinstance(event, EpochDone):
                    yield AddEpochs(run.id, (event.epoch,))
                if not isinstance(event, Measured | TrainingDone):
                    yield event
        except StopIteration as end:
            ended: JobEnded = end.value
            return ended


def _states_only(events: Generator[TrainingThere, None, JobEnded]) -> Generator[JobState, None, JobEnded]:
    """How far it is, and nothing that was told before."""
    with closing(events):
        try:
            while True:
                event = next(events)
                if isinstance(event, JobState):
                    yield event
        except StopIteration as end:
            ended: JobEnded = end.value
            return ended


def _failed(job: str, ended: JobEnded) -> UserError:
    return UserError(
        Text("the job {job} failed: {problem}", job=job, problem=ended.problem or ended.status),
        remedy=Text("Look at what it said: audioclf azure stream, or its page in ml.azure.com."),
    )
