"""Naming runs, and taking them out of a project so that they can be brought back."""

import json
import shutil
from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError, cannot_read, cannot_write
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Epoch, Run, RunId, RunStatus
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.runs import MODELS, bundle_of
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote, PutSuggestions, RemoveRun

DELETED = "deleted"
"""The folder among the models for those of runs that were deleted."""

_RECORD = "run.json"


@dataclass(frozen=True, slots=True)
class NoteRun:
    """What a run is to be called, and what is to be said of it."""

    run: RunId
    note: RunNote


@dataclass(frozen=True, slots=True)
class DeleteRun:
    """A run that is to go, with all that the project knows of it."""

    run: Run
    epochs: tuple[Epoch, ...]
    note: RunNote = RunNote()  # noqa: RUF009 - it is a frozen value


def note_run(request: NoteRun, project: ProjectView) -> Generator[PutRunNote, None, None]:
    """Give a run a name and a note; empty ones take them away.

    Raises
    ------
    UserError
        If the project may not be written.
    """
    project.check_writable()
    yield PutRunNote(request.run, request.note.tidied())


def delete_runs(
    requests: Sequence[DeleteRun], project: ProjectView
) -> Generator[PutSuggestions | RemoveRun, None, tuple[Path, ...]]:
    """Take runs out of the project, and their suggestions; the folders to which their models were moved.

    Raises
    ------
    UserError
        If one of them is being trained (none is gone then), or the project or its folder may not be written.
    """
    project.check_writable()
    for request in requests:
        if request.run.status is RunStatus.RUNNING:
            raise UserError(
                Text("run {id:d} is being trained", id=request.run.id),
                remedy=Text("Stop it, then delete it."),
            )
    places: tuple[Path, ...] = ()
    for request in requests:
        place = yield from _delete(request, project)
        places = (*places, place)
    return places


def _delete(request: DeleteRun, project: ProjectView) -> Generator[PutSuggestions | RemoveRun, None, Path]:
    run = request.run
    place = deleted_folder(project.folder, run.id)
    record: dict[str, object] = {
        "run": {**asdict(run), "settings": dict(run.settings), "report": dict(run.report)},
        "epochs": [asdict(epoch) for epoch in request.epochs],
        **request.note.to_json(),
    }
    try:
        place.mkdir(parents=True, exist_ok=True)
        write_atomically(place / _RECORD, json.dumps(record, indent=2).encode())
        view = project.catalogue
        given = (view.suggestion(clip.id) for clip in view.clips)
        yield PutSuggestions(
            (), tuple(one.clip_id for one in given if one is not None and one.run_id == run.id)
        )
        yield RemoveRun(run.id)
        for file in _files_of(project.folder / MODELS, run.id):
            shutil.move(file, place / file.name)
    except OSError as error:
        raise cannot_write(place, error) from error
    return place


def restore_runs(
    run_ids: Sequence[RunId], project: ProjectView
) -> Generator[PutRun | AddEpochs | PutRunNote, None, tuple[Run, ...]]:
    """Bring runs back that were deleted, without their suggestions.

    Raises
    ------
    UserError
        If there is no such run, or the project or its folder may not be written.
    """
    project.check_writable()
    runs: tuple[Run, ...] = ()
    for run_id in run_ids:
        run = yield from _restore(run_id, project)
        runs = (*runs, run)
    return runs


def _restore(run_id: RunId, project: ProjectView) -> Generator[PutRun | AddEpochs | PutRunNote, None, Run]:
    place = deleted_folder(project.folder, run_id)
    run, epochs, note = _record(place, run_id)
    if there := _files_of(project.folder / MODELS, run_id):
        raise UserError(
            Text("there is a run {id:d} already: {place}", id=run_id, place=there[0]),
            remedy=Text("Move the model by hand: its folder is a whole model."),
        )
    try:
        for file in _files_of(place, run_id):
            shutil.move(file, project.folder / MODELS / file.name)
    except OSError as error:
        raise cannot_write(place, error) from error
    yield PutRun(run)
    yield AddEpochs(run.id, epochs)
    yield PutRunNote(run.id, note)
    shutil.rmtree(place, ignore_errors=True)
    return run


def deleted_runs(folder: Path) -> tuple[RunId, ...]:
    """The runs of the project in `folder` that can be brought back, in their order."""
    found = (
        place.parent.name.removeprefix("run-") for place in (folder / MODELS / DELETED).glob(f"*/{_RECORD}")
    )
    return tuple(sorted(RunId(int(number)) for number in found if number.isdecimal()))


def deleted_folder(folder: Path, run_id: RunId) -> Path:
    """Where the model of a deleted run of the project in `folder` is."""
    return folder / MODELS / DELETED / Path(bundle_of(run_id)).name


def _files_of(folder: Path, run_id: RunId) -> Sequence[Path]:
    """The model of a run, and what lies beside it, the one that it replaced among it."""
    name = Path(bundle_of(run_id)).name
    return sorted({*folder.glob(name), *folder.glob(f"{name}.*"), *folder.glob(f".{name}.*")})


def _record(place: Path, run_id: RunId) -> tuple[Run, tuple[Epoch, ...], RunNote]:
    file = place / _RECORD
    if not file.exists():
        raise UserError(
            Text("there is no deleted run {id:d}", id=run_id),
            remedy=Text("Look into {folder}.", folder=place.parent),
        )
    try:
        values = json_value(file.read_bytes())
        status = RunStatus(values["run"]["status"])
        run = Run(**{**values["run"], "id": run_id, "status": status})
        return run, tuple(Epoch(**one) for one in values["epochs"]), RunNote.from_json(values)
    except OSError as error:
        raise cannot_read(file, error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            Text("{file} is no record of a run: {problem}", file=file, problem=str(error)),
            remedy=Text("Move the model by hand: its folder is a whole model."),
        ) from error
