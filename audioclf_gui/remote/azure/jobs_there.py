"""Jobs that were sent: how far they are, and ending them; models that are kept in the workspace."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.runs import MODEL_FILE
from audioclf_gui.core.text import Text
from audioclf_gui.remote.azure.account import Account, account_of
from audioclf_gui.remote.azure.following import ENDED, no_job, state_of
from audioclf_gui.remote.azure.job_file import REQUEST, jobs_sent
from audioclf_gui.remote.azure.packages import azure
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.problems import named


@dataclass(frozen=True, slots=True)
class JobThere:
    """A job of a project."""

    name: str
    status: str  # as the service calls it; "gone" if the workspace has no such job any more
    page: str
    title: str = ""  # what a person calls it, as far as the project knows
    sent_s: float = 0.0  # when, in seconds since 1970; 0: the project does not know

    @property
    def has_ended(self) -> bool:
        """Whether it does nothing more."""
        return self.status in ENDED or self.status == _GONE


_GONE = "gone"


def list_jobs(place: Place, folder: Path) -> Generator[JobThere, None, tuple[JobThere, ...]]:
    """The jobs of the project in `folder`, the oldest first, each when Azure has told of it.

    Raises
    ------
    UserError
        If Azure cannot be asked.
    """
    account = account_of(place)
    found: list[JobThere] = []
    for sent in jobs_sent(folder):
        found.append(replace(_looked_up(account, sent.name), title=sent.title, sent_s=sent.sent_s))
        yield found[-1]
    return tuple(found)


def _looked_up(account: Account, name: str) -> JobThere:
    job = account.found(lambda: account.client.jobs.get(name))
    if job is None:
        return JobThere(name, _GONE, "")
    return JobThere(name, state_of(job), str(job.studio_url or ""))


def is_search(place: Place, name: str) -> bool:
    """Whether a job tries settings, and leaves no run; UserError if there is none."""
    account = account_of(place)
    job = account.found(lambda: account.client.jobs.get(name))
    if job is None:
        raise no_job(name)
    variables = getattr(job, "environment_variables", None) or {}
    try:
        asked = json_value(variables.get(REQUEST, "{}"))
    except ValueError:  # a job of somebody else's
        return False
    return isinstance(asked, dict) and "search" in asked  # settings have something of that name too


def cancel_job(place: Place, name: str) -> JobThere:
    """Have a job end; one that has ended stays as it is. UserError if there is none, or Azure refuses it."""
    account = account_of(place)
    job = account.found(lambda: account.client.jobs.get(name))
    if job is None:
        raise no_job(name)
    if state_of(job) not in ENDED:
        with named(place):
            account.client.jobs.begin_cancel(name).result()
    return _looked_up(account, name)


@dataclass(frozen=True, slots=True)
class ModelThere:
    """A model in the workspace."""

    name: str
    version: str


def register_model(place: Place, bundle: Path, name: str) -> ModelThere:
    """Keep a model in the workspace, as its next version; UserError if it is none or Azure refuses it."""
    if not (bundle / MODEL_FILE).is_file():
        raise UserError(
            Text("{folder} is no model", folder=bundle),
            remedy=Text("Give the folder of a run's model, models/run-0001 in a project for one."),
        )
    account = account_of(place)
    wanted = azure("ai.ml.entities").Model(name=name, path=str(bundle), type="custom_model")
    with named(place):
        made = account.client.models.create_or_update(wanted)
    return ModelThere(str(made.name), str(made.version))


def fetch_model(place: Place, name: str, version: str, folder: Path) -> Sequence[Path]:
    """Put a model of the workspace below `folder`; its folders here. UserError if there is none."""
    account = account_of(place)
    if account.found(lambda: account.client.models.get(name, version)) is None:
        raise UserError(
            Text(
                "there is no model {name} of version {version} in the workspace", name=name, version=version
            ),
            remedy=Text("Look at the models of the workspace in ml.azure.com."),
        )
    with named(place):
        account.client.models.download(name, version, download_path=str(folder))
    return sorted(file.parent for file in folder.rglob(MODEL_FILE))
