"""The training runs of an open project."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.run import Epoch, Run, RunId, RunStatus
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.store import runs as store
from audioclf_gui.core.store.database import Database
from audioclf_gui.core.store.rows import now
from audioclf_gui.core.store.settings import read_setting, write_setting

_NOTES = "notes on runs"
_LAST_DELETED = "last number of runs"

MODELS = "models"
FOLDS = "folds"
"""Where the models of a cross-validation's folds are, below that of its run."""
MODEL_FILE = "bundle.json"
"""What every model's folder holds."""


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
        number = self._last_number + 1
        return Run(RunId(number), now(), preset, settings, bundle=bundle_of(RunId(number)))

    @property
    def _last_number(self) -> int:
        """The highest number that a run has or had; 0 before the first."""
        gone = read_setting(self._database.connection, _LAST_DELETED)
        return max((gone if isinstance(gone, int) else 0, *(run.id for run in self)))

    def put(self, run: Run) -> None:
        """Write down what has become of a run."""
        with self._database.writing() as connection:
            store.write_run(connection, run)

    @property
    def notes(self) -> Mapping[RunId, RunNote]:
        """What people call their runs, and say of them."""
        kept = read_setting(self._database.connection, _NOTES)
        found = kept.items() if isinstance(kept, dict) else ()
        return {RunId(int(number)): RunNote.from_json(values) for number, values in found}

    def put_note(self, run_id: RunId, note: RunNote) -> None:
        """Keep what a run is called, and what is said of it."""
        notes = {**self.notes, run_id: note}
        kept = {str(number): one.to_json() for number, one in notes.items() if not one.is_empty}
        with self._database.writing() as connection:
            write_setting(connection, _NOTES, kept)

    def remove(self, run_id: RunId) -> None:
        """Forget a run, its epochs and its note; its number is not given again."""
        kept = {str(number): note.to_json() for number, note in self.notes.items() if number != run_id}
        last = max(run_id, self._last_number)
        with self._database.writing() as connection:
            store.delete_run(connection, run_id)
            write_setting(connection, _NOTES, kept)
            write_setting(connection, _LAST_DELETED, last)

    @property
    def with_model(self) -> tuple[Run, ...]:
        """Those that left a model which is still there, oldest first; no other may be offered for use."""
        return tuple(run for run in self if self.keeps_model(run))

    def keeps_model(self, run: Run) -> bool:
        """Whether the run left a model, and that is still there."""
        return run.has_model and holds_model(self.bundle_path(run))

    def bundle_path(self, run: Run) -> Path:
        """The folder of the run's model."""
        return self._database.file.parent / run.bundle

    def add_epochs(self, run_id: RunId, epochs: Iterable[Epoch]) -> None:
        """Write down epochs of a run at once; small data has more of them a second than a disk has writes."""
        with self._database.writing() as connection:
            store.write_epochs(connection, run_id, epochs)

    def epochs(self, run_id: RunId) -> tuple[Epoch, ...]:
        """The epochs of one run in their order; of a cross-validation one fold after the other."""
        return store.read_epochs(self._database.connection, run_id)

    def close_interrupted(self) -> None:
        """Note of runs that nobody goes on with that they have ended, with or without a model."""
        for run in self:
            if run.status is RunStatus.RUNNING:
                self.put(self._interrupted(run))

    def _interrupted(self, run: Run) -> Run:
        """A run that was cut off, with the newest model that it had written by then."""
        folder = self.bundle_path(run)
        folds = sorted((folder / FOLDS).glob("*"), reverse=True)
        kept = next((one for one in (folder, *folds) if holds_model(one)), None)
        if kept is None:
            return replace(run, status=RunStatus.FAILED, bundle="")
        bundle = kept.relative_to(self._database.file.parent).as_posix()
        report = {**run.report, "stopped": True} if run.report else {}
        return replace(run, status=RunStatus.STOPPED, bundle=bundle, report=report)


def bundle_of(run_id: RunId) -> str:
    """The folder for the model of a run, relative to the project's."""
    return f"{MODELS}/run-{run_id:04}"


def holds_model(folder: Path) -> bool:
    """Whether a folder has a model, also while that is being replaced: the old one stands beside it then."""
    places = (folder, folder.with_name(f".{folder.name}.previous"))
    return any((place / MODEL_FILE).is_file() for place in places)
