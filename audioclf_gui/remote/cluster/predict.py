"""Classifying an archive on a cluster: every file once, whatever dies meanwhile."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from audioclf_gui.core.text import Text
from audioclf_gui.jobs.results import ResultWritten
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.remote.cluster.archive import ArchiveFile, is_address, list_archive, write_manifest
from audioclf_gui.remote.cluster.batches import Batch, BatchAnswer, NotHeard, batches_of
from audioclf_gui.remote.cluster.carrying import carried
from audioclf_gui.remote.cluster.events import ClusterNote, FilesDone, WorkerLost
from audioclf_gui.remote.cluster.merging import write_put_aside, write_table
from audioclf_gui.remote.cluster.packages import pyarrow, ray
from audioclf_gui.remote.cluster.parts import (
    Done,
    FileRefused,
    FileRows,
    PartColumns,
    parts_in,
    read_all_done,
    read_done,
    write_part,
)
from audioclf_gui.remote.cluster.running import cluster_at
from audioclf_gui.remote.cluster.table_formats import TableFormat

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.remote.cluster.worker import PredictWork

_MANIFEST, _RESULTS, _PUT_ASIDE, _PARTS = "manifest.csv", "results", "put_aside.csv", "parts"

PredictEvent: TypeAlias = FilesDone | NotHeard | ClusterNote | ResultWritten


@dataclass(frozen=True, slots=True)
class PredictArchive:
    """What is to be classified where, and the folder for everything that comes of it."""

    bundle: Path
    sources: tuple[str, ...]  # paths of files and folders, and addresses as fsspec knows them
    out: Path
    address: str = ""  # of the cluster; empty: one of this computer's own
    workers: int | None = None  # None: one for each core
    table: TableFormat = "parquet"
    hop_s: float | None = None  # distance of two windows; None: half a window
    settings: DecisionSettings = field(default_factory=DecisionSettings)


@dataclass(frozen=True, slots=True)
class ArchivePredicted:
    """What it came to."""

    table: Path
    files: int  # that are in the table
    done_before: int  # of the archive, by earlier runs
    heard_s: float
    put_aside: tuple[NotHeard, ...]
    workers_lost: int


def predict_archive(request: PredictArchive) -> Generator[PredictEvent, None, ArchivePredicted]:
    """Classify an archive on the workers of a cluster.

    What they say of a batch of files is on disk as soon as it is there, and says itself which files it is of.
    So an interruption costs what is under way, and the same request goes on with what is not done yet: new
    files, and those that were changed, or are there again. Of another model, or of other settings, nothing is
    done yet. At the end there is a table of everything, as `audioclf predict` writes it.

    Raises
    ------
    UserError
        If the model cannot be used, a source is not there, the cluster does not answer or is not fit for it,
        or the disk refuses the results.
    """
    pyarrow()  # without which nothing could be kept
    work, columns = _work(request)
    files = list_archive(request.sources)
    folder = request.out / _PARTS / work.key
    ledger = yield from _opened(folder, files)
    before = len(ledger.done)
    write_manifest(request.out / _MANIFEST, files)
    yield ledger.progress
    if ledger.left:
        yield from _predicted(request, work, ledger)
    put_aside = (*_refused(files, ledger.done), *ledger.unreached)
    table = request.out / f"{_RESULTS}.{request.table}"
    yield write_table(table, request.table, columns, files, ledger.done)
    yield write_put_aside(request.out / _PUT_ASIDE, put_aside)
    heard = sum(isinstance(one, FileRows) for one in ledger.done.values())
    return ArchivePredicted(table, heard, before, ledger.heard_s, put_aside, ledger.workers_lost)


class _Ledger:
    """What is done of an archive, and what came up meanwhile."""

    def __init__(self, folder: Path, files: Sequence[ArchiveFile], done: Done) -> None:
        self.folder, self.files, self.done = folder, files, done
        self.heard_s = _heard_s(done)
        self.unreached: list[NotHeard] = []  # files that cannot be read now
        self.workers_lost = 0

    @property
    def left(self) -> list[ArchiveFile]:
        """The files that are to be done, in their order."""
        return [file for file in self.files if file.source not in self.done]

    @property
    def progress(self) -> FilesDone:
        """How far it is."""
        return FilesDone(len(self.done), len(self.files), self.heard_s)

    def keep(self, batch: Batch, answer: BatchAnswer, key: str) -> list[NotHeard]:
        """Have an answer on disk; the files of it that are put aside."""
        path = write_part(self.folder, batch.name(key), answer.part) if answer.part else None
        done = {} if path is None else read_done(path)
        self.done |= done
        self.heard_s += _heard_s(done)
        self.unreached += answer.unreached
        return [*_refused(batch.files, done), *answer.unreached]


def _work(request: PredictArchive) -> "tuple[PredictWork, PartColumns]":
    from audioclf_gui.ml.bundle import read_bundle_files, read_card
    from audioclf_gui.ml.inference import checked_hop
    from audioclf_gui.remote.cluster.worker import PredictWork, columns_of

    card = read_card(request.bundle)
    seen = [Path(source).absolute() for source in request.sources if not is_address(source)]
    hop_s = checked_hop(card, request.hop_s)
    work = PredictWork(read_bundle_files(request.bundle), hop_s, request.settings, tuple(seen))
    return work, columns_of(card.objective)


def _opened(folder: Path, files: Sequence[ArchiveFile]) -> Generator[ClusterNote, None, _Ledger]:
    """What earlier runs say of files that are still as they were; why that is less than might be thought."""
    parts = list(parts_in(folder))
    done, changed = read_all_done(parts, files)
    others = [one for one in folder.parent.glob("*") if one != folder and any(parts_in(one))]
    if not parts and others:
        yield ClusterNote(
            Text(
                "What was done in {folder} is of another model, or of other settings. It stays, and this"
                " begins anew.",
                folder=folder.parent,
            )
        )
    if changed:
        yield ClusterNote(
            Text(
                "{n} file has changed since it was classified, and is classified again.",
                "{n} files have changed since they were classified, and are classified again.",
                n=changed,
            )
        )
    return _Ledger(folder, files, done)


def _predicted(
    request: PredictArchive, work: "PredictWork", ledger: _Ledger
) -> Generator[PredictEvent, None, None]:
    """Do what is not done yet."""
    from audioclf_gui.ml.devices import cores
    from audioclf_gui.ml.inference import files_together
    from audioclf_gui.remote.cluster.worker import PredictWorker

    with cluster_at(request.address, request.workers or cores()) as there:
        workers = request.workers or there
        batches = batches_of(files_together(ledger.left, lambda file: file.size), workers)
        shared, worker = ray().put(work), ray().remote(num_cpus=1)(PredictWorker)
        with closing(carried(batches, lambda: worker.remote(shared), workers)) as events:
            for event in events:
                match event:
                    case (batch, answer):
                        yield from ledger.keep(batch, answer, work.key)
                    case NotHeard():
                        ledger.unreached.append(event)
                        yield event
                    case ClusterNote():
                        ledger.workers_lost += isinstance(event, WorkerLost)
                        yield event
                yield ledger.progress


def _refused(files: Sequence[ArchiveFile], done: Done) -> list[NotHeard]:
    """Those of the files that can never be heard."""
    known = ((file, done.get(file.source)) for file in files)
    return [NotHeard(file, one.reason, one.remedy) for file, one in known if isinstance(one, FileRefused)]


def _heard_s(done: Done) -> float:
    return sum(one.duration_s for one in done.values() if isinstance(one, FileRows))
