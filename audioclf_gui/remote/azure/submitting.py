"""Sending a training or a search to Azure, once however often it is asked for."""

import itertools
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.search import Search
from audioclf_gui.jobs.train import Train, decided
from audioclf_gui.ml.preset_choice import PresetChoice, chosen_preset, with_chosen_preset
from audioclf_gui.ml.presets import AUTOMATIC, PRESETS
from audioclf_gui.ml.saved_preset import files_named
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.remote.azure.account import Account, account_of
from audioclf_gui.remote.azure.events import AzureNote
from audioclf_gui.remote.azure.following import state_of
from audioclf_gui.remote.azure.job_file import JobWanted, described, job_file, load_checked, write_job
from audioclf_gui.remote.azure.making import make_environment
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.problems import named
from audioclf_gui.remote.azure.program import program_folder
from audioclf_gui.remote.azure.project_data import Upload, data_name, upload_project

BROKEN_OFF = frozenset({"Failed", "Canceled"})
"""States of jobs that are sent anew when they are asked for again."""


@dataclass(frozen=True, slots=True)
class Submit:
    """A training that is to be done there."""

    place: Place
    train: Train
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class SubmitSearch:
    """A search that is to be done there, by as many processes of one computer as it says."""

    place: Place
    search: Search
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a computer there, and what it is called."""

    what: Mapping[str, object]
    title: str
    run_name: str = ""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A job that is there, or would be."""

    job: str
    file: Path  # with what was sent, beside the project's runs
    is_new: bool
    status: str  # as the service calls it
    data: str
    data_is_new: bool
    page: str  # where it can be looked at; empty if it is not known
    cost: Text | None = None


def submit_job(
    request: Submit, project: ProjectView, cache: Path
) -> Generator[Progress | AzureNote, None, Submitted]:
    """Send what is missing there, then the job; one that is under way or done is not sent twice.

    A job that failed or was cancelled is sent anew, under the next name.

    Raises
    ------
    UserError
        If there are no computers for it, the settings need a file of this one, or Azure refuses it.
    """
    settings = request.train.settings
    if settings.preset == AUTOMATIC:
        choice = _choice_there(project, settings)
        yield AzureNote(choice.note)
        settings = with_chosen_preset(settings, choice)
    settings, _data = decided(settings, project)
    if request.train.goes_on:
        raise UserError(
            Text("run {id:d} cannot be continued in Azure, which has nothing of it", id=request.train.run.id),
            remedy=Text("Continue it on this computer, or begin a new run there."),
        )
    asked = {"settings": settings.to_dict(), "all_folds": request.train.all_folds}
    name = request.train.name
    return (
        yield from _submit(request, settings, _Asked(asked, name or settings.preset, name), project, cache)
    )


def submit_search(
    request: SubmitSearch, project: ProjectView, cache: Path
) -> Generator[Progress | AzureNote, None, Submitted]:
    """Send what is missing there, then the job, as `submit_job` does.

    Raises
    ------
    UserError
        If there are no computers for it, the settings need a file of this one, or Azure refuses it.
    """
    wanted = request.search
    search = {
        "space": [one.words for one in wanted.space],
        "method": wanted.method,
        "trials": wanted.trials,
        "jobs": wanted.jobs,
        "outer": wanted.outer,
    }
    asked = {"settings": wanted.settings.to_dict(), "search": search}
    title = f"search: {wanted.settings.preset}"
    return (yield from _submit(request, wanted.settings, _Asked(asked, title), project, cache))


def _submit(
    request: Submit | SubmitSearch,
    settings: TrainSettings,
    asked: _Asked,
    project: ProjectView,
    cache: Path,
) -> Generator[Progress | AzureNote, None, Submitted]:
    _check_settings(settings)
    account = account_of(request.place)
    if not request.dry_run:
        project.check_writable()
        _check_compute(account)
        made = make_environment(request.place)
        if made.is_new:
            yield AzureNote(
                Text("Made the environment {name}: its first job takes minutes longer.", name=made.name)
            )
    data = yield from upload_project(Upload(request.place, request.dry_run), project)
    if data.missing:
        yield AzureNote(
            Text(
                "{n} recording is not where it was and is not learnt from: {first}",
                "{n} recordings are not where they were and are not learnt from, the first is {first}",
                n=len(data.missing),
                first=data.missing[0],
            )
        )
    yield AzureNote(Text("Sending the job."))  # the last moment at which whoever waits may think better of it
    wanted = JobWanted(
        asked.what,
        asked.title,
        f"{data.name}:{data.version}",
        program_folder(cache),
        data_name(project.folder),
        asked.run_name,
    )
    return _sent(account, request, project, wanted, data_is_new=data.is_new)


def _sent(
    account: Account,
    request: Submit | SubmitSearch,
    project: ProjectView,
    wanted: JobWanted,
    *,
    data_is_new: bool,
) -> Submitted:
    name, known = _free_or_under_way(account, wanted.name)
    file = job_file(project.folder, name)
    if known is None and not request.dry_run:
        write_job(file, described(request.place, wanted, name))
        job = load_checked(file)
        with named(request.place):
            known = account.client.jobs.create_or_update(job)
        return _submitted(name, file, known, wanted, is_new=True, data_is_new=data_is_new)
    if known is not None and not request.dry_run and not file.exists():  # sent from another computer
        write_job(file, described(request.place, wanted, name))
    return _submitted(name, file, known, wanted, is_new=known is None, data_is_new=data_is_new)


def _free_or_under_way(account: Account, first: str) -> tuple[str, Any | None]:
    """The name for a job, and the job that has it already."""
    for number in itertools.count(1):
        name = first if number == 1 else f"{first}-{number}"
        known = account.found(partial(account.client.jobs.get, name))
        if known is None or state_of(known) not in BROKEN_OFF:
            return name, known
    raise AssertionError


def _submitted(
    name: str, file: Path, known: object, wanted: JobWanted, *, is_new: bool, data_is_new: bool
) -> Submitted:
    cost = Text(
        "It costs what its node costs from the start until it is idle: the price of its size in your region ×"
        " hours. The recordings cost what their size costs in the workspace's storage."
    )
    status = "" if known is None else state_of(known)
    page = str(getattr(known, "studio_url", "") or "")
    return Submitted(name, file, is_new, status, wanted.data, data_is_new, page, cost)


def _check_compute(account: Account) -> None:
    place = account.place
    if account.found(lambda: account.client.compute.get(place.compute)) is None:
        raise UserError(
            Text("there are no computers called {name} in the workspace", name=place.compute),
            remedy=Text("Make them: audioclf azure compute; or say another name as compute in azure.toml."),
        )


def _choice_there(project: ProjectView, settings: TrainSettings) -> PresetChoice:
    """The preset that suits the project where there are no listeners, whatever this computer has."""
    choice = chosen_preset(project.catalogue, settings)
    if not choice.listener:
        return choice
    name = choice.listener if choice.listener in PRESETS else "default"
    return PresetChoice(name, Text("Azure has none of the listeners that this computer has"))


def _check_settings(settings: TrainSettings) -> None:
    if settings.hears_listener:
        raise UserError(
            Text("the preset hears through a listener of this computer, which Azure does not have"),
            remedy=Text("Choose a preset without a listener, as fast or default are."),
        )
    for name, file in files_named(settings).items():
        raise UserError(
            Text("{name} is {file}, a file of this computer", name=name, file=file),
            remedy=Text("Train here, or choose a preset that needs no such file."),
        )
