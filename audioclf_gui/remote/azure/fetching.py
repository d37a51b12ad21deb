"""What a job leaves, brought among the runs of the project."""

import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.runs import MODEL_FILE, MODELS, bundle_of
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.writing import AddEpochs, PutRun
from audioclf_gui.remote.azure.account import Account, account_of
from audioclf_gui.remote.azure.events import AzureNote
from audioclf_gui.remote.azure.following import ENDED, no_job, state_of
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.problems import named
from audioclf_gui.remote.azure.record import OUTPUTS, RECORD, RunRecord, read_record


class NothingLeftError(UserError):
    """A job ended before there was anything to keep."""


@dataclass(frozen=True, slots=True)
class Download:
    """A job whose model is wanted here."""

    place: Place
    job: str
    run: Run  # that it becomes, by `Runs.next`


def fetched_run(
    request: Download, project: ProjectView
) -> Generator[AzureNote | PutRun | AddEpochs, None, tuple[Run, str]]:
    """Fetch what a job that has ended left, and make a run of it; the run, and what it was called there.

    Raises
    ------
    UserError
        If there is no such job, it is under way yet, or it left no run.
    """
    project.check_writable()
    account = account_of(request.place)
    yield AzureNote(Text("Fetching what {job} left.", job=request.job))
    with downloaded(account, request.job, f"{OUTPUTS}/{RECORD}") as found:
        if found is None:
            raise NothingLeftError(
                Text("the job {name} left no run", name=request.job),
                remedy=Text(
                    "Look at what it said: audioclf azure stream. A search comes by audioclf azure download."
                ),
            )
        record = read_record(found / RECORD)
        run = adopted(found, record, request.run, project.folder)
    yield PutRun(run)
    yield AddEpochs(run.id, record.epochs)
    return run, record.title


@contextmanager
def downloaded(account: Account, job: str, wanted: str) -> Iterator[Path | None]:
    """The folder that a job left with a file of such a place in it, for a while; None if it left none.

    Raises
    ------
    UserError
        If there is no such job, or it is under way yet.
    """
    known = account.found(lambda: account.client.jobs.get(job))
    if known is None:
        raise no_job(job)
    if state_of(known) not in ENDED:
        raise UserError(
            Text("the job {name} has not ended: {status}", name=job, status=state_of(known)),
            remedy=Text("Wait for it with audioclf azure stream, or end it with audioclf azure cancel."),
        )
    with tempfile.TemporaryDirectory(prefix="audioclf-") as name:
        with named(account.place):
            account.client.jobs.download(job, download_path=name)
        found = next(iter(sorted(Path(name).rglob(wanted))), None)
        yield None if found is None else found.parent


def adopted(found: Path, record: RunRecord, run: Run, folder: Path) -> Run:
    """Put the files of a run among the models of the project in `folder`; the run, under its number here."""
    theirs, ours = Path(bundle_of(record.run.id)).name, Path(bundle_of(run.id)).name
    models = folder / MODELS
    try:
        models.mkdir(exist_ok=True)
        for place in sorted(found.glob(f"{theirs}*")):
            target = models / place.name.replace(theirs, ours, 1)
            if target.is_dir():
                shutil.rmtree(target)
            shutil.move(place, target)
    except OSError as error:
        raise cannot_write(models, error) from error
    has_model = (models / ours / MODEL_FILE).is_file()
    bundle = record.run.bundle.replace(theirs, ours, 1) if has_model else ""
    report = {**record.run.report, "run": run.id} if record.run.report else {}
    if "bundle" in report:
        report["bundle"] = str(folder / bundle)
    status = record.run.status
    if status is RunStatus.RUNNING:  # it was cut off
        status = RunStatus.STOPPED if has_model else RunStatus.FAILED
    return replace(record.run, id=run.id, status=status, bundle=bundle, report=report)
