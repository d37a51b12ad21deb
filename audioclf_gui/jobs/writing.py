"""What jobs want written into the project: values, so that only the thread that owns the project writes."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId, FoundClip, KeptLabelFile, Quarantined
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.project import Project
from audioclf_gui.core.rebase import rebased
from audioclf_gui.core.run import Epoch, Run, RunId, SuggestionDetail
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.runs import Runs
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView

_Event = TypeVar("_Event")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class AddClips:
    """Clips that were found, with the labels that came with them."""

    found: tuple[FoundClip, ...]
    continuing: bool = False  # a further batch of the same import, undone together with it


@dataclass(frozen=True, slots=True)
class PutAside:
    """Files that could not be taken in, and those that can be by now."""

    files: tuple[Quarantined, ...]
    cleared: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class MakeEdit:
    """An edit that can be undone; what is edited meanwhile is left standing, see `core.rebase`."""

    what: Text
    change: Change
    base: CatalogueView  # what the change was worked out from


@dataclass(frozen=True, slots=True)
class KeepLabelFiles:
    """Imported label files; they belong to the edit before."""

    files: tuple[KeptLabelFile, ...]


@dataclass(frozen=True, slots=True)
class PutSuggestions:
    """What a model takes clips for, and the clips for which it has nothing to suggest."""

    details: tuple[SuggestionDetail, ...]
    withdrawn: tuple[ClipId, ...] = ()


@dataclass(frozen=True, slots=True)
class PutRun:
    """How far a training run is: begun, done, stopped or failed."""

    run: Run


@dataclass(frozen=True, slots=True)
class AddEpochs:
    """Epochs of a run that have ended."""

    run_id: RunId
    epochs: tuple[Epoch, ...]


@dataclass(frozen=True, slots=True)
class PutRunNote:
    """What a run is called, and what is said of it."""

    run_id: RunId
    note: RunNote


@dataclass(frozen=True, slots=True)
class RemoveRun:
    """A run that is to be forgotten."""

    run_id: RunId


@dataclass(frozen=True, slots=True)
class KeepSetting:
    """A choice that is kept with the project, see `core.project_settings`."""

    name: str
    value: object


ProjectWrite: TypeAlias = (
    AddClips
    | PutAside
    | MakeEdit
    | KeepLabelFiles
    | PutSuggestions
    | PutRun
    | AddEpochs
    | PutRunNote
    | RemoveRun
    | KeepSetting
)
WRITES = (
    AddClips,
    PutAside,
    MakeEdit,
    KeepLabelFiles,
    PutSuggestions,
    PutRun,
    AddEpochs,
    PutRunNote,
    RemoveRun,
    KeepSetting,
)
"""The kinds of `ProjectWrite`, to tell them from events that only say how far a job is."""


def write(project: Project, wanted: ProjectWrite) -> None:
    """Do what a job wants; on disk when this returns.

    Raises
    ------
    UserError
        If the project may not be changed, or the disk refuses it.
    """
    match wanted:
        case AddClips():
            project.catalogue.add_clips(wanted.found, continuing=wanted.continuing)
        case PutAside():
            project.quarantine.put(wanted.files, wanted.cleared)
        case MakeEdit():
            now = project.catalogue.view
            project.catalogue.apply(wanted.what, rebased(wanted.change, wanted.base, now))
        case KeepLabelFiles():
            project.label_files.keep(wanted.files)
        case PutSuggestions():
            project.suggestions.put(wanted.details, wanted.withdrawn)
        case KeepSetting():
            project.settings.put(wanted.name, wanted.value)
        case _:
            _write_of_runs(project.runs, wanted)


def _write_of_runs(runs: Runs, wanted: PutRun | AddEpochs | PutRunNote | RemoveRun) -> None:
    match wanted:
        case PutRun():
            runs.put(wanted.run)
        case AddEpochs():
            runs.add_epochs(wanted.run_id, wanted.epochs)
        case PutRunNote():
            runs.put_note(wanted.run_id, wanted.note)
        case RemoveRun():
            runs.remove(wanted.run_id)


def carry_out(
    events: Generator[_Event, None, _Result],
    project: Project | None,
    show: Callable[[_Event], object] = lambda _event: None,
) -> _Result:
    """Run a job to its end in this thread: write what it wants, then show each event; its result.

    Parameters
    ----------
    project
        Whose writes these are; None for a job that wants none.
    """

    def take(event: _Event) -> None:
        if project is not None and isinstance(event, WRITES):
            write(project, event)
        show(event)

    return result_of(events, take)
