"""Where a training may run elsewhere than in this program: each place is one entry of a table."""

import importlib.util
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.installation import adding
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.train import Train
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote
from audioclf_gui.ml.events import TrainEvent

Training = Generator[TrainEvent | PutRun | PutRunNote | AddEpochs, None, Run]


@dataclass(frozen=True, slots=True)
class TrainElsewhere:
    """A run that is to be begun at a place; what comes of it is what `jobs.train.train` gives."""

    training: Train
    project: ProjectView
    cache_dir: Path
    stop: threading.Event  # ends it early, with the best epoch kept
    address: str = ""  # which one of its kind, where the place has addresses


@dataclass(frozen=True, slots=True)
class FetchFromThere:
    """A job that has ended at a place, and the run that what it left becomes here."""

    job: str
    run: Run  # by `Runs.next`
    project: ProjectView
    address: str = ""


@dataclass(frozen=True, slots=True)
class TrainingPlace:
    """One entry: what it is called, what it needs, and what trains there."""

    key: str  # by which it is remembered
    name: Text
    package: str  # without which it cannot be used
    extra: str  # that brings the package
    train: Callable[[TrainElsewhere], Training]
    address_hint: Text | None = None  # what an address looks like; None: the place has none
    address_tip: Text | None = None  # what it means, and what none means
    fetch: Callable[[FetchFromThere], Training] | None = None  # None: no job there outlives this program

    @property
    def lack(self) -> Text | None:
        """What is to be done before it can be used; None if nothing. Imports nothing."""
        if _is_there(self.package):
            return None
        return Text("{place} needs a package more. {remedy}", place=self.name, remedy=adding(self.extra))


def _is_there(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except ModuleNotFoundError:  # nothing of the name before the dot is there
        return False


def _on_cluster(request: TrainElsewhere) -> Training:
    from audioclf_gui.remote.cluster.train import TrainOnCluster, train_on_cluster

    return train_on_cluster(
        TrainOnCluster(request.training, request.project, request.cache_dir, request.stop, request.address)
    )


def _on_azure(request: TrainElsewhere) -> Training:
    from audioclf_gui.remote.azure.as_training import as_training
    from audioclf_gui.remote.azure.place import Place
    from audioclf_gui.remote.azure.train import TrainOnAzure, train_on_azure

    place = Place.named(Path(request.address) if request.address else None, request.project.folder)
    there = TrainOnAzure(place, request.training)
    return as_training(train_on_azure(there, request.project, request.cache_dir, request.stop))


def _from_azure(request: FetchFromThere) -> Training:
    from audioclf_gui.remote.azure.as_training import as_training
    from audioclf_gui.remote.azure.download import download_run
    from audioclf_gui.remote.azure.fetching import Download
    from audioclf_gui.remote.azure.place import Place

    place = Place.named(Path(request.address) if request.address else None, request.project.folder)
    return as_training(download_run(Download(place, request.job, request.run), request.project))


CLUSTER = TrainingPlace(
    "cluster",
    Text("Ray cluster"),
    "ray",
    "cluster",
    _on_cluster,
    Text("HOST:PORT (empty: its own)"),
    Text("The cluster's address; empty: one that begins and ends with the run, on this computer alone"),
)

AZURE = TrainingPlace(
    "azure",
    Text("Azure"),
    "azure.ai.ml",
    "azure",
    _on_azure,
    Text("azure.toml (empty: the project's)"),
    Text(
        "The file that says which workspace; empty: azure.toml in the project's folder, or the environment."
        " Log in before with `az login`"
    ),
    fetch=_from_azure,
)

TRAINING_PLACES = {one.key: one for one in (CLUSTER, AZURE)}
