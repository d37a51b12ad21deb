"""A project's recordings and labels as versioned data of a workspace."""

import hashlib
import tempfile
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.project_files import PACKED
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.name_groups import groups_called
from audioclf_gui.jobs.pack_project import PackProject, pack_project
from audioclf_gui.remote.azure.account import Account, account_of
from audioclf_gui.remote.azure.events import AzureNote
from audioclf_gui.remote.azure.packages import azure
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.problems import named

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Upload:
    """A project that is to be in the workspace."""

    place: Place
    dry_run: bool = False  # only say whether it is there


@dataclass(frozen=True, slots=True)
class Uploaded:
    """Data of a workspace."""

    name: str
    version: str  # named by the recordings and labels: the same ones have the same
    is_new: bool
    missing: tuple[str, ...] = ()  # recordings that were nowhere to be found


def upload_project(request: Upload, project: ProjectView) -> Generator[Progress | AzureNote, None, Uploaded]:
    """Put recordings and labels into the workspace, unless these very ones are there already.

    Models and runs stay here. What is edited meanwhile is not in it.

    Raises
    ------
    UserError
        If Azure cannot be reached or refuses it, or the project cannot be packed.
    """
    return (yield from _uploaded(account_of(request.place), request, project))


def _uploaded(
    account: Account, request: Upload, project: ProjectView
) -> Generator[Progress | AzureNote, None, Uploaded]:
    name, version = data_name(project.folder), data_version(project)
    known = account.found(lambda: account.client.data.get(name, version))
    if known is not None or request.dry_run:
        return Uploaded(name, version, is_new=known is None)
    with tempfile.TemporaryDirectory(prefix="audioclf-") as folder:
        pack = PackProject(Path(folder) / f"project{PACKED}", with_models=False)
        packed = yield from pack_project(pack, project)
        yield AzureNote(Text("Uploading {mb:.1f} MB to Azure.", mb=packed.size / 1e6))
        wanted = azure("ai.ml.entities").Data(
            name=name, version=version, type="uri_file", path=str(packed.out)
        )
        with named(request.place):
            account.client.data.create_or_update(wanted)
    return Uploaded(name, version, is_new=True, missing=packed.missing)


def data_name(folder: Path) -> str:
    """What the data of a project in `folder` are called there, where only plain letters are allowed."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in folder.name)
    return f"audioclf-{plain.strip('-') or 'project'}"[:200]


def data_version(project: ProjectView) -> str:
    """Another one for other recordings, labels or classes, and where other recordings are missing.

    Runs, suggestions and the history do not count.
    """
    view, known = project.catalogue, hashlib.sha256()
    for part in (_FORMAT, view.classes, view.tracks, view.quantity, groups_called(project)):
        known.update(repr(part).encode("utf-8", "surrogateescape"))
    for clip in view.clips:
        is_there = view.audio_path(clip).is_file()
        what = (clip, view.labels(clip.id), sorted(view.rejected(clip.id)), is_there)
        known.update(repr(what).encode("utf-8", "surrogateescape"))
    return known.hexdigest()[:16]
