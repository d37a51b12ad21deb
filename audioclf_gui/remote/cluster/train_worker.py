"""What runs on the computers of a cluster for a training: one worker leads, the others share its steps."""

import queue
import shutil
import socket
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.runs import FOLDS
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.learning import Fits, learn_here
from audioclf_gui.ml.bundle_files import current_folder
from audioclf_gui.ml.bundle_reading import DESCRIPTION
from audioclf_gui.ml.devices import training_threads
from audioclf_gui.ml.events import Measured, TrainEvent, TrainingDone
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.pipeline.shared_steps import leave_group
from audioclf_gui.ml.pipeline.team import Follower, Joining, Recruiting, SharedStep, recruited
from audioclf_gui.remote.cluster.batches import Unfit
from audioclf_gui.remote.cluster.failures import unfit_here
from audioclf_gui.remote.cluster.packages import ray

_NEWS_WITHIN_S = 0.2
_MOST_UNDER_WAY = 8  # steps that a helper has been told of and not taken
_DEATH_KNOWN_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file, and where the file is to be on the worker's computer."""

    path: Path
    start: int
    content: bytes


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """Models that a worker has made, by their folders, each with its files."""

    folders: Mapping[Path, Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Ended:
    """The worker has nothing more to tell; what it says in place of a model, if anything."""

    problem: Unfit | None = None


WorkerNews = TrainEvent | ModelFiles | Ended


class TrainWorker:
    """One of those that train together; its methods are called from several threads.

    Failures that a user can mend are answers, since exceptions of ours do not survive the way back.
    """

    def __init__(self) -> None:
        self._news: queue.SimpleQueue[WorkerNews] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._follower: Follower | None = None
        self._threads: int | None = None

    def prepare(self, version: str, needed: Sequence[Path]) -> str | Unfit:
        """Be fit for it; which computer of the cluster it is on, or why that is not possible."""
        if (unfit := unfit_here(version, needed)) is not None:
            return unfit
        return str(ray().get_runtime_context().get_node_id())

    def take(self, pieces: Sequence[Piece]) -> None:
        """Write parts of files, which come in their order."""
        for piece in pieces:
            piece.path.parent.mkdir(parents=True, exist_ok=True)
            with piece.path.open("r+b" if piece.start else "wb") as file:
                file.seek(piece.start)
                file.write(piece.content)

    def read(self, fits: Fits, cache_dir: Path) -> None:
        """Compute the features here, too, where another worker leads that does so on its own computer."""
        first = fits.plans[0]
        for _event in cache_features(first.data.examples, first.front_end, cache_dir, self._stop):
            pass

    def lead(self, fits: Fits, cache_dir: Path, helpers: Sequence[Any], *, is_away: bool) -> None:
        """Learn, and tell what happens; models too if `is_away`, since nobody sees this disk."""

        def begun(joining: Joining) -> _Helper:
            return _Helper(helpers[joining.share.number - 1], joining)

        try:
            with (
                recruited(Recruiting(begun, _meeting)),
                closing(learn_here(fits, cache_dir, self._stop)) as events,
            ):
                for event in events:
                    if is_away and isinstance(event, Measured | TrainingDone):
                        self._news.put(_models(fits.bundle))
                    self._news.put(event)
        except UserError as error:
            self._news.put(Ended(Unfit(error.message, error.remedy)))
        except OSError as error:
            problem = Text(
                "the worker's disk refuses the model ({reason})", reason=error.strerror or str(error)
            )
            self._news.put(Ended(Unfit(problem, Text("Free some space there, then train again."))))
        else:
            self._news.put(Ended())

    def news(self) -> list[WorkerNews]:
        """What has happened since it was asked last; waits a moment for something to happen."""
        found: list[WorkerNews] = []
        try:
            found.append(self._news.get(timeout=_NEWS_WITHIN_S))
            while True:
                found.append(self._news.get_nowait())
        except queue.Empty:
            return found

    def stop(self) -> None:
        """End after the batch at hand and keep the best epoch."""
        self._stop.set()

    def join(self, joining: Joining) -> None:
        """Share the steps of the worker that leads, from here on."""
        leave_group()  # of the fit before
        self._threads = joining.task.settings.threads
        self._follower = Follower(joining)

    def follow(self, step: SharedStep) -> None:
        """Do its part of a step."""
        assert self._follower is not None
        with training_threads(self._threads):
            self._follower.follow(step)

    def clear(self, folder: Path) -> None:
        """Leave nothing of the work on this disk."""
        shutil.rmtree(folder, ignore_errors=True)


class _Helper:
    """A worker that shares steps, seen from the one that leads; it takes them in their order."""

    def __init__(self, actor: Any, joining: Joining) -> None:
        self._actor = actor
        self._under_way = deque([actor.join.remote(joining)])

    def send(self, step: SharedStep) -> None:
        self._check(_MOST_UNDER_WAY)
        self._under_way.append(self._actor.follow.remote(step))

    def is_alive(self) -> bool:
        try:
            self._check(0, _DEATH_KNOWN_WITHIN_S)
        except OSError:
            return False
        return True

    def dismiss(self) -> None:
        """It waits for the next fit."""
        self._under_way.clear()

    def _check(self, left: int, timeout_s: float | None = None) -> None:
        """Let it take steps until not more are left; OSError if it cannot."""
        while len(self._under_way) > left:
            try:
                ray().get(self._under_way[0], timeout=timeout_s)
            except ray().exceptions.GetTimeoutError:
                return
            except ray().exceptions.RayError as error:
                raise OSError(str(error)) from error
            self._under_way.popleft()


def _meeting(_folder: Path) -> str:
    """An address on this computer that those on others can reach."""
    host = ray().util.get_node_ip_address()
    with socket.socket() as free:
        free.bind((host, 0))
        return f"tcp://{host}:{free.getsockname()[1]}"


def _models(bundle: Path) -> ModelFiles:
    """What a run has made so far, in a folder of its own or those of its folds."""
    folders = (bundle, bundle / "model", *sorted((bundle / FOLDS).glob("*")))
    found = {folder: current_folder(folder) for folder in folders}
    return ModelFiles(
        {
            folder: {file.name: file.read_bytes() for file in place.iterdir() if file.is_file()}
            for folder, place in found.items()
            if (place / DESCRIPTION).is_file()
        }
    )
