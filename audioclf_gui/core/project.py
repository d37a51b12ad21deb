"""A project folder, opened: its parts, and who may write."""

import errno
import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from typing_extensions import override

from audioclf_gui.core.catalogue import Catalogue
from audioclf_gui.core.clip import FoundClip
from audioclf_gui.core.closing import Closing, on_failure
from audioclf_gui.core.errors import NoPlaceError, ReadOnlyProjectError, UserError, cannot_write
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.label_templates import LabelTemplates
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project_files import RECORDINGS, SUFFIX, project_files
from audioclf_gui.core.project_settings import ProjectSettings
from audioclf_gui.core.quarantine import Quarantine
from audioclf_gui.core.runs import MODELS, Runs
from audioclf_gui.core.store.catalogue import present_paths, read_view
from audioclf_gui.core.store.database import Database, second_connection
from audioclf_gui.core.store.draft import Content, DraftDatabase
from audioclf_gui.core.store.opening import create_database, open_database
from audioclf_gui.core.store.snapshots import snapshots
from audioclf_gui.core.suggestions import Suggestions
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView, stored_path

_CHOOSE = Text("Choose the file that ends in .audioclf, or make a project with `audioclf new`.")
_LOOK_FOR_IT = Text("Check how it is written and that its disk is connected; `audioclf new` makes a project.")


@dataclass(frozen=True, slots=True, eq=False)
class ProjectView:
    """A project at one moment: it may cross threads, and nothing can be written through it."""

    file: Path
    read_only: bool
    catalogue: CatalogueView
    is_protected: bool = False  # nobody may write, because of the folder or the disk
    is_full: bool = False  # or because there is no room on the disk
    is_draft: bool = False  # it is only in memory, for want of anything to keep; see `drafting`

    @property
    def folder(self) -> Path:
        """Where its recordings, models and relative audio paths start."""
        return self.file.parent

    def check_writable(self) -> None:
        """ReadOnlyProjectError if the project is open elsewhere or nobody may write."""
        if self.read_only:
            raise ReadOnlyProjectError(self.file, is_protected=self.is_protected, is_full=self.is_full)


class Project(Closing):
    """One project; used by one thread at a time, and handed over when another one opened it.

    Attributes
    ----------
    file : Path
        The SQLite file `<name>.audioclf`.
    notes : tuple of Text
        What opening had to put aside or repair.
    catalogue : Catalogue
        Clips, labels, classes, and the history of their edits.
    runs, suggestions, label_files, quarantine, settings
        The other parts, each with its own reading and writing.
    """

    def __init__(self, database: Database, view: CatalogueView) -> None:
        self.file = database.file
        self.notes = database.notes
        self._database = database
        self._is_closed = False
        self.catalogue = Catalogue(database, view)
        self.runs = Runs(database)
        self.suggestions = Suggestions(database, self.catalogue)
        self.label_files = LabelTemplates(database)
        self.quarantine = Quarantine(database)
        self.settings = ProjectSettings(database)

    @classmethod
    def create(cls, folder: Path) -> "Project":
        """Make a new, empty project in `folder`, which may exist but may not hold a project yet."""
        return result_of(creating(folder))

    @classmethod
    def open(cls, path: Path) -> "Project":
        """Open the project in a folder, or by its file; read-only if somebody else has it open."""
        return result_of(opening(path))

    @property
    def read_only(self) -> bool:
        """Whether another window or command holds the project, or nobody may write its folder."""
        return self._database.read_only

    @property
    def folder(self) -> Path:
        """Where its recordings, models and relative audio paths start."""
        return self.file.parent

    @property
    def name(self) -> str:
        """What to call it in a title."""
        return self.file.stem

    def view(self) -> ProjectView:
        """The project as it is now, as a value for jobs of other threads."""
        database = self._database
        return ProjectView(
            self.file,
            self.read_only,
            self.catalogue.view,
            database.is_protected,
            database.is_full,
            database.is_draft,
        )

    @override
    def close(self) -> None:
        """Note runs that nobody goes on with, and give the file back; closing twice does no harm."""
        if not self._is_closed:
            self._is_closed = True
            try:
                if not (self.read_only or self._database.is_draft):
                    with suppress(UserError):  # a full disk: it is noted at the next opening instead
                        self.runs.close_interrupted()
            finally:
                self._database.close()


def opening(path: Path) -> Generator[Progress, None, Project]:
    """Open a project as `Project.open` does, saying now and then how far that is.

    It may be opened in one thread and used in another. To give it up, close the generator.
    """
    path = path.absolute()
    try:
        files = project_files(path) if path.is_dir() else [path]
        if len(files) > 1:
            raise UserError(Text("{name} holds several projects", name=path.name), remedy=_CHOOSE)
        if not files or not files[0].is_file():
            raise _no_project(path)
        if not os.access(files[0], os.R_OK):  # opening and closing it would let go of SQLite's locks
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(files[0]))
    except PermissionError as error:
        raise UserError(
            Text("{name} cannot be read: {problem}", name=path.name, problem=error.strerror or str(error)),
            remedy=Text("Check that it is there and that you may read it."),
        ) from error
    return (yield from _opening(files[0]))


def creating(folder: Path) -> Generator[Progress, None, Project]:
    """Make a new project as `Project.create` does, and open it as `opening` does."""
    file = _file_in(folder.absolute())
    _create(file)
    return (yield from _opening(file))


def drafting(folder: Path, found: Sequence[FoundClip]) -> Project:
    """A project of some recordings that is only in memory; the first edit makes it in `folder`.

    That folder need not exist; it may not hold a project when the edit is made, or it raises a UserError.
    """
    file = _file_in(folder.absolute())
    database = DraftDatabase(file, partial(_create, file))
    with on_failure(database.close):
        project = Project(database, result_of(read_view(database.connection, file.parent)))
        project.catalogue.begin_with(found)
    return project


def _file_in(folder: Path) -> Path:
    return folder / f"{folder.name or 'project'}{SUFFIX}"


def _create(file: Path, content: Content | None = None) -> None:
    """Make the folders of a project and its file; nothing of it stays if that fails."""
    folder = file.parent
    if project_files(folder):
        raise NoPlaceError(
            Text("{name} holds a project already", name=folder.name),
            remedy=Text("Open it, or choose another folder."),
        )
    new = [one for one in (folder, folder / RECORDINGS, folder / MODELS) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / RECORDINGS).mkdir(exist_ok=True)
        (folder / MODELS).mkdir(exist_ok=True)
        create_database(file, content)
    except OSError as error:
        _take_away(new)
        raise NoPlaceError(
            Text("no project can be made in {folder}: {reason}", folder=folder, reason=str(error.strerror)),
            remedy=cannot_write(Path(error.filename), error).remedy,
        ) from error
    except UserError:
        _take_away(new)
        raise


def _take_away(folders: list[Path]) -> None:
    """Remove folders, each after those in it, as far as they are there and empty."""
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()


def _opening(file: Path) -> Generator[Progress, None, Project]:
    database = open_database(file)
    with on_failure(database.close):
        view = yield from read_view(database.connection, file.parent)
        project = Project(database, view)
        if not project.read_only:
            project.runs.close_interrupted()
    return project


def has_clips(file: Path, paths: Iterable[Path]) -> bool:
    """Whether all of these recordings are clips of the project in a file, which is not opened for that.

    Raises
    ------
    UserError
        If it is none, or cannot be read.
    """
    stored = {stored_path(path, file.parent) for path in paths}
    with second_connection(file, read_only=True) as connection:
        return present_paths(connection, stored) == stored


def _no_project(path: Path) -> UserError:
    """There is no project file here, or none any more."""
    folder = path if path.is_dir() else path.parent
    kept = [] if project_files(folder) else snapshots(folder / f"{folder.name}{SUFFIX}")
    if not kept and not path.exists():
        return UserError(Text("{path} is not there", path=path), remedy=_LOOK_FOR_IT)
    if not kept:
        return UserError(Text("{name} is not a project", name=path.name), remedy=_CHOOSE)
    return UserError(
        Text("the project file of {name} is gone, but there are snapshots of it", name=folder.name),
        remedy=Text(
            "Bring the file back, or copy the newest snapshot, {snapshot}, to {file}.",
            snapshot=kept[0],
            file=folder / f"{folder.name}{SUFFIX}",
        ),
    )
