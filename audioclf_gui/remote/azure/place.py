"""Where in Azure something is to be done: names only, since whoever is logged in is asked for by the SDK."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.text import Text, joined

CONFIG = "azure.toml"
"""What the file is called that is looked for in a project's folder, then where the program was started."""

VARIABLES: Mapping[str, tuple[str, ...]] = {
    "subscription": ("AZURE_SUBSCRIPTION_ID", "AZUREML_ARM_SUBSCRIPTION"),
    "resource_group": ("AZURE_RESOURCE_GROUP", "AZUREML_ARM_RESOURCEGROUP"),
    "workspace": ("AZUREML_WORKSPACE_NAME", "AZUREML_ARM_WORKSPACE_NAME"),
    "compute": ("AZUREML_COMPUTE",),
    "location": ("AZURE_LOCATION",),
}
"""For each value the variables that say it where the file does not, the first one first."""

_NEEDED = ("subscription", "resource_group", "workspace")


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace, and the computers in it that are used."""

    subscription: str
    resource_group: str
    workspace: str
    compute: str = "audioclf"  # the name of a cluster in the workspace
    location: str = ""  # of the computers; empty: where the workspace is

    @classmethod
    def named(cls, config: Path | None, project: Path | None = None) -> Self:
        """What a file and the environment say; no value of it is secret.

        Parameters
        ----------
        config : Path, optional
            The file; None: `azure.toml` in the folder of `project` or, without one there, in the present one.
        project : Path, optional
            A project's folder or its file.

        Raises
        ------
        UserError
            If the file cannot be read or says something unknown, or if a name is missing.
        """
        file = config or _found(project)
        said = {} if file is None else _read(file)
        values = {name: said.get(name) or _of_environment(name) for name in VARIABLES}
        missing = [name for name in _NEEDED if not values[name]]
        if missing:
            variables = joined([VARIABLES[name][0] for name in missing])
            raise UserError(
                Text("nobody says which {names} in Azure is meant", names=joined(missing)),
                remedy=Text(
                    'Write it into {file}, as in: workspace = "NAME"; or set {variables}.',
                    file=file or CONFIG,
                    variables=variables,
                ),
            )
        return cls(**{name: value for name, value in values.items() if value})


def _found(project: Path | None) -> Path | None:
    folder = project.parent if project is not None and project.is_file() else project
    places = [Path(CONFIG)] if folder is None else [folder / CONFIG, Path(CONFIG)]
    return next((place for place in places if place.is_file()), None)


def _read(file: Path) -> dict[str, str]:
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise cannot_read(file, error) from error
    except ValueError as error:
        raise UserError(
            Text("{file} is not TOML: {problem}", file=file, problem=str(error)),
            remedy=Text('Write a line for each value, as in: workspace = "NAME".'),
        ) from error
    known = [field.name for field in fields(Place)]
    for name, value in values.items():
        if name not in known or not isinstance(value, str):
            raise UserError(
                Text("{file} says {name}, which is not asked for there", file=file, name=name),
                remedy=Text(
                    "It may give {names}, each as text. Keys and passwords do not belong there: log in with"
                    " `az login`.",
                    names=joined(known),
                ),
            )
    return {name: str(value) for name, value in values.items()}


def _of_environment(name: str) -> str:
    return next((value for one in VARIABLES[name] if (value := os.environ.get(one, ""))), "")
