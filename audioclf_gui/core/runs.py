"""The training runs of an open project."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.run import Epoch, Run, RunId, RunStatus
from audioclf_gui.core.store import runs as store
from audioclf_gui.core.store.database import Database, now

MODELS = "models"


class Runs:
    """Which trainings there were and how they went; iterating gives them, oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __iter__(self) -> Iterator[Run]:
        return iter(self.all)

    @property
    def all(self) -> tuple[Run, ...]:
        """Every training run, oldest first."""
        return store.read_runs(self._database.connection)

    def next(self, preset: str, settings: Mapping[str, object]) -> Run:
        """A run that begins now, not written down yet; its model belongs into `bundle_path(run)`."""
        number = max((run.id for run in self), default=0) + 1
        return Run(RunId(number), now(), preset, settings, bundle=f"{MODELS}/run-{number:04}")

    def put(self, run: Run) -> None:
        """Write down what has become of a run."""
        with self._database.writing() as connection:
            store.write_run(connection, run)

    def bundle_path(self, run: Run) -> Path:
        """The folder of the run's model."""
        return self._database.file.parent / run.bundle

    def add_epochs(self, run_id: RunId, epochs: Iterable[Epoch]) -> None:
        """Write down epochs of a run at once; small data has more of them a second than a disk has writes."""
        with self._database.writing() as connection:
            store.write_epochs(connection, run_id, epochs)

    def epochs(self, run_id: RunId) -> tuple[Epoch, ...]:
        """The epochs of one run in their order."""
        return store.read_epochs(self._database.connection, run_id)

    def close_interrupted(self) -> None:
        """Note of runs that nobody goes on with that they have ended, with or without a model."""
        for run in self:
            if run.status is RunStatus.RUNNING:
                kept = self.bundle_path(run).is_dir()
                self.put(replace(run, status=RunStatus.STOPPED if kept else RunStatus.FAILED))
