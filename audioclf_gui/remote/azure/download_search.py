"""What a search in Azure leaves, as a search of the project like any other."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from audioclf_gui.core.content import kept_note, write_where_wanted
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.search import SEARCHES, Found
from audioclf_gui.remote.azure.account import account_of
from audioclf_gui.remote.azure.events import AzureNote
from audioclf_gui.remote.azure.fetching import downloaded
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.search_record import SEARCH_OUTPUTS, SEARCH_RECORD, read_search


@dataclass(frozen=True, slots=True)
class DownloadSearch:
    """A search that was done there and is wanted here."""

    place: Place
    job: str


def download_search(request: DownloadSearch, project: ProjectView) -> Generator[AzureNote, None, Found]:
    """Bring the journal of a search that has ended among those of the project; what it came to.

    The same search, asked for here, goes on with that journal. One of the same name that holds something
    else is kept beside it.

    Raises
    ------
    UserError
        If there is no such job, it is under way yet, or it left no journal.
    """
    project.check_writable()
    account = account_of(request.place)
    yield AzureNote(Text("Fetching what {job} left.", job=request.job))
    with downloaded(account, request.job, f"{SEARCH_OUTPUTS}/{SEARCH_RECORD}") as found:
        if found is None:
            raise UserError(
                Text("the job {name} left no search", name=request.job),
                remedy=Text("Look at what it said: audioclf azure stream."),
            )
        came_to = read_search(found / SEARCH_RECORD)
        journal = project.folder / SEARCHES / came_to.journal.name
        try:
            journal.parent.mkdir(exist_ok=True)
            kept = write_where_wanted(journal, came_to.journal.read_bytes())
        except OSError as error:
            raise cannot_write(journal, error) from error
    if (note := kept_note([] if kept is None else [kept])) is not None:
        yield AzureNote(note)
    return replace(came_to, journal=journal)
