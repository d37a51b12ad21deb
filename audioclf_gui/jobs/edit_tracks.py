"""Edits of the project's tracks, which are chosen by their names."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TypeAlias

from audioclf_gui.core import track_edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.spelling import tidied
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN, Track, TrackKind, track_name, track_titles
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import MakeEdit


@dataclass(frozen=True, slots=True)
class AddTrack:
    """One track more."""

    name: str
    kind: TrackKind = TrackKind.REGIONS


@dataclass(frozen=True, slots=True)
class RenameTrack:
    """Another name for a track."""

    name: str
    new_name: str


@dataclass(frozen=True, slots=True)
class MoveTrack:
    """Another place for a track in the order in which they are shown; 0 is the first."""

    name: str
    place: int


@dataclass(frozen=True, slots=True)
class DeleteTrack:
    """Drop a track with all labels in it."""

    name: str


@dataclass(frozen=True, slots=True)
class SetTrack:
    """How a track is to be; None leaves a fact as it is."""

    name: str
    hidden: bool | None = None
    locked: bool | None = None
    learnt: bool | None = None


TrackEdit: TypeAlias = AddTrack | RenameTrack | MoveTrack | DeleteTrack | SetTrack


def edit_tracks(request: TrackEdit, project: ProjectView) -> Generator[MakeEdit, None, int]:
    """Make the edit as one step, with a copy of the project before it where it touches several clips.

    Returns
    -------
    int
        How many clips have other labels now.

    Raises
    ------
    UserError
        If a track of that name does not exist, or exists already, or the project cannot be written.
    """
    what, change = _worked_out(request, project.catalogue)
    if change.tracks != project.catalogue.tracks:
        yield from bulk_edit(project, what, change)
    return len(change.clip_ids)


def _worked_out(request: TrackEdit, view: CatalogueView) -> tuple[Text, Change]:
    match request:
        case AddTrack():
            track = Track(_new_name(view, request.name), request.kind)
            return Text("add track"), track_edits.add_track(view, track)
        case RenameTrack():
            known = _not_main(_called(view, request.name))
            return Text("rename track"), track_edits.rename_track(
                view, known.name, _new_name(view, request.new_name)
            )
        case MoveTrack():
            known = _called(view, request.name)
            return Text("move track"), track_edits.move_track(view, known.name, max(0, request.place))
        case DeleteTrack():
            known = _not_main(_called(view, request.name))
            what = Text("delete track {name}", name=known.name)
            return what, track_edits.delete_track(view, known.name)
        case SetTrack():
            known = _called(view, request.name)
            changed = replace(
                known,
                hidden=known.hidden if request.hidden is None else request.hidden,
                locked=known.locked if request.locked is None else request.locked,
                learnt=known.learnt if request.learnt is None else request.learnt,
            )
            return Text("change track"), track_edits.change_track(view, changed)


def _called(view: CatalogueView, name: str) -> Track:
    called = track_name(name)
    known = next((one for one in view.tracks if one.name == called), None)
    if known is None:
        raise UserError(
            Text("there is no track called {name}", name=name),
            remedy=Text("There are: {names}.", names=track_titles(one.name for one in view.tracks)),
        )
    return known


def _not_main(track: Track) -> Track:
    if track.name == MAIN:
        raise UserError(
            Text("the main track cannot be renamed or deleted: it holds every label without another track"),
            remedy=Text("Add a track and move labels there, or hide the main one."),
        )
    return track


def _new_name(view: CatalogueView, name: str) -> str:
    if not tidied(name):
        raise UserError(
            Text("a track needs a name"), remedy=Text("Give at least one letter, number or sign.")
        )
    new = track_name(name)
    if any(new == one.name for one in view.tracks):
        raise UserError(
            Text("there is a track called {name} already", name=name),
            remedy=Text("Choose another name, or use that track."),
        )
    return new
