"""A job as a file beside the project's runs: what is sent, and the record of it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle_files import digest
from audioclf_gui.remote.azure.packages import azure, schema_error
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.program import ENVIRONMENT, PROGRAM, environment_version

JOBS = "azure"
"""The folder of a project for the files of its jobs."""
REQUEST = "AUDIOCLF_REQUEST"
"""The variable by which a job is told what to train."""

_SCHEMA = "https://azuremlschemas.azureedge.net/latest/commandJob.schema.json"
_LONGEST_PROBLEM = 600  # characters: what follows are addresses of documentation
_INPUT = "project"
_COMMAND = (
    f"python -m zipfile -e {PROGRAM} . && python -m audioclf_gui.remote.azure.in_cloud"
    f" ${{{{inputs.{_INPUT}}}}}"
)
_ASKED_FOR = re.compile(r"\$\{\{\s*inputs\.([A-Za-z0-9_]+)\s*\}\}")


@dataclass(frozen=True, slots=True)
class JobWanted:
    """A training or a search, as far as it does not depend on where in Azure it is done."""

    asked: Mapping[str, object]  # what `in_cloud` reads
    title: str  # as people read it in lists of jobs
    data: str  # NAME:VERSION
    program: Path  # see `program.program_folder`
    experiment: str
    run_name: str = ""  # what the run is called; empty: as its preset

    @property
    def name(self) -> str:
        """The same for the same work on the same data by the same program."""
        known = [self.asked, self.data, self.program.name, environment_version()]
        return f"audioclf-{digest(json.dumps(known, sort_keys=True, default=str).encode())[:16]}"


def described(place: Place, wanted: JobWanted, name: str) -> dict[str, object]:
    """The job in the words of Azure's schema of command jobs."""
    request = {**wanted.asked, "title": wanted.run_name}
    return {
        "$schema": _SCHEMA,
        "type": "command",
        "name": name,
        "display_name": wanted.title,
        "experiment_name": wanted.experiment,
        "command": _COMMAND,
        "code": str(wanted.program),
        "environment": f"azureml:{ENVIRONMENT}:{environment_version()}",
        "environment_variables": {REQUEST: json.dumps(request, sort_keys=True)},
        "inputs": {_INPUT: {"type": "uri_file", "path": f"azureml:{wanted.data}", "mode": "download"}},
        "compute": f"azureml:{place.compute}",
    }


def job_file(folder: Path, name: str) -> Path:
    """Where the project in `folder` keeps a job."""
    return folder / JOBS / f"{name}.yml"


@dataclass(frozen=True, slots=True)
class JobSent:
    """A job as the project keeps it."""

    name: str
    title: str  # what a person calls it
    sent_s: float  # when, in seconds since 1970


def jobs_sent(folder: Path) -> tuple[JobSent, ...]:
    """The jobs of the project in `folder`, the oldest first; asks nobody."""
    found = [
        JobSent(file.stem, _title_in(file), file.stat().st_mtime) for file in (folder / JOBS).glob("*.yml")
    ]
    return tuple(sorted(found, key=lambda one: one.sent_s))


def _title_in(file: Path) -> str:
    """Its name, where the file was edited and tells no other."""
    try:
        job = yaml.safe_load(file.read_bytes())
    except (OSError, yaml.YAMLError):
        return file.stem
    return str(job.get("display_name", file.stem)) if isinstance(job, Mapping) else file.stem


def write_job(file: Path, job: Mapping[str, object]) -> None:
    """Keep what is sent; UserError if the disk refuses it."""
    try:
        write_atomically(file, yaml.safe_dump(dict(job), sort_keys=False).encode())
    except OSError as error:
        raise cannot_write(file, error) from error


def check_job(job: Mapping[str, object]) -> None:
    """What the SDK's own check lets pass.

    Raises
    ------
    UserError
        If it names no computers, or its command asks for an input that it has not.
    """
    if not str(job.get("compute", "")).removeprefix("azureml:"):
        raise UserError(
            Text("the job names no computers to run on"),
            remedy=Text("Say compute in azure.toml, or make them: audioclf azure compute."),
        )
    inputs = job.get("inputs")
    known = inputs.keys() if isinstance(inputs, Mapping) else ()
    unknown = [one for one in _ASKED_FOR.findall(str(job.get("command", ""))) if one not in known]
    if unknown:
        raise UserError(
            Text("the job's command asks for {name}, which is none of its inputs", name=unknown[0]),
            remedy=Text("Add it to the inputs in the file of the job, or take it out of the command."),
        )


def load_checked(file: Path) -> object:
    """A job for the SDK, checked by its schema without a network; UserError if it does not fit that."""
    try:
        check_job(yaml.safe_load(file.read_bytes()))
        return azure("ai.ml").load_job(str(file))
    except (azure("ai.ml.exceptions").MlException, schema_error(), yaml.YAMLError, OSError) as error:
        problem = " ".join(str(error).split())[:_LONGEST_PROBLEM]
        raise UserError(
            Text("{file} is no job: {problem}", file=file, problem=problem),
            remedy=Text("Have it written anew by audioclf azure submit."),
        ) from error
