"""Training on a cluster, with the record kept here as of any other run.

Plain actors of Ray do it and not its TorchTrainer, which reports through checkpoints on a disk that all share
and ends by force only, while a run of ours tells of its batches and keeps the best epoch when stopped.
"""

import secrets
import tempfile
import threading
from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.learning import Fits
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote
from audioclf_gui.ml.events import Note, TrainEvent
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.remote.cluster.running import cluster_at
from audioclf_gui.remote.cluster.train_crew import TrainCrew, TrainCrewNeeds, check_is_enough
from audioclf_gui.remote.cluster.travelling import moved, returned, sent

_PROCESSES = "cpu:"  # how the setting `devices` begins that asks for processes


@dataclass(frozen=True, slots=True)
class TrainOnCluster:
    """A run that is to be begun, and the cluster that learns."""

    training: Train
    project: ProjectView
    cache_dir: Path
    stop: threading.Event
    address: str = ""  # of the cluster; empty: one of this computer's own
    workers: int | None = None  # that share each step; None: as the setting `devices` says, else one


def train_on_cluster(
    request: TrainOnCluster,
) -> Generator[TrainEvent | PutRun | PutRunNote | AddEpochs, None, Run]:
    """Train as `jobs.train.train` does, on workers of a cluster; the same events, and the same record.

    What is learnt from is decided here. The workers of a cluster at an address get the recordings sent, and
    what they make comes back; one of this computer's own reads and writes the project's files. With `stop`
    set it ends after the batch at hand, and the best epoch is kept.

    Raises
    ------
    UserError
        If Ray is not installed, no cluster answers or it has no room (no run is begun then), a worker is
        lost, or for what `train` says.
    """
    from audioclf_gui.ml.devices import cores

    request.project.check_writable()
    _check_can_go_on(request)
    settings = _of_workers(request.training.settings, request.workers)
    needs = _needs(settings, is_own=not request.address)
    yield Note(_joining(request.address))
    with cluster_at(request.address, max(needs.workers, cores()), needs.gpus):
        check_is_enough(needs)
        training = replace(request.training.with_settings(settings), where=_where(request.address, needs))
        learn = partial(_learn, request.address, needs)
        return (yield from train(training, request.project, request.cache_dir, request.stop, learn))


def _check_can_go_on(request: TrainOnCluster) -> None:
    """What a run goes on from lies on this computer, and is for as many processes as it was begun with."""
    if request.training.goes_on and (request.address or request.workers is not None):
        raise UserError(
            Text("run {id:d} cannot be continued by other workers", id=request.training.run.id),
            remedy=Text("Continue it on this computer, or on a cluster of its own without --workers."),
        )


def _of_workers(settings: TrainSettings, workers: int | None) -> TrainSettings:
    """The settings by which so many processes share each step."""
    if workers is None:
        return settings
    return replace(settings, devices=f"{_PROCESSES}{workers}" if workers > 1 else "")


def _needs(settings: TrainSettings, *, is_own: bool) -> TrainCrewNeeds:
    """What the settings come to: so many processes, or one that has GPUs."""
    from audioclf_gui.ml.devices import placement

    needed = tuple(Path(place) for place in (settings.start_from, settings.weights) if place)
    found = placement(settings).devices
    if settings.devices.startswith(_PROCESSES):
        return TrainCrewNeeds(len(found), 0, needed)
    if found[0].type == "cuda":
        return TrainCrewNeeds(1, len(found), needed)
    return TrainCrewNeeds(1, 0, needed, takes_gpu=settings.device == "auto" and not is_own)


def _joining(address: str) -> Text:
    if address:
        return Text("The cluster at {address} is asked.", address=address)
    return Text("A cluster of this computer's own begins.")


def _where(address: str, needs: TrainCrewNeeds) -> str:
    return f"Ray cluster {address or 'of this computer'}, {needs.workers} workers"


def _note(address: str, workers: int) -> Text:
    cluster = (
        Text("the cluster at {address}", address=address)
        if address
        else Text("a cluster of this computer's own")
    )
    return Text(
        "{n} worker of {cluster} learns.", "{n} workers of {cluster} learn.", n=workers, cluster=cluster
    )


def _learn(
    address: str, needs: TrainCrewNeeds, fits: Fits, cache_dir: Path, stop: threading.Event
) -> Generator[TrainEvent, None, None]:
    """What workers say, as if it were learnt here."""
    note = _note(address, needs.workers)
    fits = replace(fits, plans=tuple(replace(plan, notes=(*plan.notes, note)) for plan in fits.plans))
    crew = TrainCrew(needs)
    try:
        if not (yield from crew.assembled(stop)):
            return
        if not address:
            yield from crew.learn(fits, cache_dir, stop)
            return
        folder = Path(tempfile.gettempdir()) / f"audioclf-cluster-{secrets.token_hex(8)}"
        crew.clear_afterwards(folder)
        yield from sent(fits, folder, crew.take, stop)
        for event in crew.learn_away(moved(fits, folder), folder / "cache", stop):
            yield from returned(event, fits, folder)
    finally:
        crew.dismiss()
