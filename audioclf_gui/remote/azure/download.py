"""What a job leaves, as a run of the project like any other."""

from collections.abc import Generator

from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Run
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote
from audioclf_gui.remote.azure.events import AzureNote
from audioclf_gui.remote.azure.fetching import Download, fetched_run


def download_run(
    request: Download, project: ProjectView
) -> Generator[AzureNote | PutRun | AddEpochs | PutRunNote, None, Run]:
    """Fetch what a job that has ended left, and make a run of it; the run.

    Raises
    ------
    UserError
        If there is no such job, it is under way yet, or it left no run.
    """
    run, title = yield from fetched_run(request, project)
    yield PutRunNote(run.id, RunNote(title, f"Azure ML: {request.job}"))
    return run
