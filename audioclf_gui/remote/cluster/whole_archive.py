"""Every file of an archive once on a cluster, whatever is made of it and whatever dies meanwhile."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from audioclf_gui.core.text import Text
from audioclf_gui.jobs.predict import GivenAgain
from audioclf_gui.jobs.results import ResultWritten
from audioclf_gui.remote.cluster.archive import ArchiveFile, is_address, listed, write_manifest
from audioclf_gui.remote.cluster.batches import Batch, BatchAnswer, NotHeard, batches_of
from audioclf_gui.remote.cluster.carrying import carried
from audioclf_gui.remote.cluster.events import ClusterNote, FilesDone, WorkerLost
from audioclf_gui.remote.cluster.merging import write_put_aside, write_table
from audioclf_gui.remote.cluster.packages import ray
from audioclf_gui.remote.cluster.parts import (
    Done,
    FileRefused,
    FileRows,
    parts_in,
    read_all_done,
    read_done,
    write_part,
)
from audioclf_gui.remote.cluster.running import cluster_at
from audioclf_gui.remote.cluster.table_formats import TableFormat

if TYPE_CHECKING:  # torch comes with the worker
    from audioclf_gui.remote.cluster.worker import ArchiveWork

_MANIFEST, _PUT_ASIDE, _PARTS = "manifest.csv", "put_aside.csv", "parts"

ArchiveEvent: TypeAlias = FilesDone | NotHeard | ClusterNote | ResultWritten


@dataclass(frozen=True, slots=True)
class WholeArchive:
    """What is to be heard where, and the folder for everything that comes of it."""

    sources: tuple[str, ...]  # paths of files and folders, and addresses as fsspec knows them
    out: Path
    address: str = ""  # of the cluster; empty: one of this computer's own
    workers: int | None = None  # None: one for each core

    @property
    def seen(self) -> tuple[Path, ...]:
        """What has to be there where a worker runs."""
        return tuple(Path(source).absolute() for source in self.sources if not is_address(source))


@dataclass(frozen=True, slots=True)
class ArchiveHeard:
    """What it came to."""

    table: Path
    files: int  # that are in the table
    done_before: int  # of the archive, by earlier runs
    heard_s: float
    put_aside: tuple[NotHeard, ...]
    workers_lost: int


def worked_through(
    archive: WholeArchive, work: "ArchiveWork", name: str, table: TableFormat
) -> Generator[ArchiveEvent, None, ArchiveHeard]:
    """Have some work done on every file of an archive, and put the rows of all into one table.

    What workers make of a batch of files is on disk as soon as it is there, and says itself which files it is
    of. So an interruption costs what is under way, and the same request goes on with what is not done yet:
    new files, and those that were changed, or are there again. Of work with another key nothing is done yet.

    Parameters
    ----------
    name : str
        What the table is called.

    Raises
    ------
    UserError
        If a source is not there, the cluster does not answer or is not fit for it, or the disk refuses the
        results.
    """
    files, again = listed(archive.sources)
    if again:
        yield ClusterNote(GivenAgain(again).text)
    ledger = yield from _opened(archive.out / _PARTS / work.key, files)
    before = len(ledger.done)
    write_manifest(archive.out / _MANIFEST, files)
    yield ledger.progress
    if ledger.left:
        yield from _worked(archive, work, ledger)
    put_aside = (*_refused(files, ledger.done), *ledger.unreached)
    path = archive.out / f"{name}.{table}"
    yield write_table(path, table, work.columns, files, ledger.done)
    yield write_put_aside(archive.out / _PUT_ASIDE, put_aside)
    heard = sum(isinstance(one, FileRows) for one in ledger.done.values())
    return ArchiveHeard(path, heard, before, ledger.heard_s, put_aside, ledger.workers_lost)


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
                "{n} file has changed since it was heard, and is heard again.",
                "{n} files have changed since they were heard, and are heard again.",
                n=changed,
            )
        )
    return _Ledger(folder, files, done)


def _worked(
    archive: WholeArchive, work: "ArchiveWork", ledger: _Ledger
) -> Generator[ArchiveEvent, None, None]:
    """Do what is not done yet."""
    from audioclf_gui.ml.devices import cores
    from audioclf_gui.ml.inference import files_together
    from audioclf_gui.remote.cluster.worker import ArchiveWorker

    with cluster_at(archive.address, archive.workers or cores()) as there:
        workers = archive.workers or there
        batches = batches_of(files_together(ledger.left, lambda file: file.size), workers)
        shared, worker = ray().put(work), ray().remote(num_cpus=1)(ArchiveWorker)
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
