"""The edits a user makes to tracks, each as the change it comes to; nothing is written here."""

from collections.abc import Callable
from dataclasses import replace

from audioclf_gui.core.change import Change, shared_labels
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import Labels
from audioclf_gui.core.track import Track
from audioclf_gui.core.view import CatalogueView


def add_track(view: CatalogueView, track: Track) -> Change:
    """One track more, below the others."""
    return Change(tracks=(*view.tracks, track))


def change_track(view: CatalogueView, changed: Track) -> Change:
    """Other facts of the track of that name."""
    return Change(tracks=tuple(changed if one.name == changed.name else one for one in view.tracks))


def move_track(view: CatalogueView, name: str, place: int) -> Change:
    """Put a track at `place` in the order in which they are shown; 0 is the first."""
    others = [one for one in view.tracks if one.name != name]
    others.insert(place, view.track(name))
    return Change(tracks=tuple(others))


def rename_track(view: CatalogueView, name: str, new_name: str) -> Change:
    """Call a track otherwise, with all labels in it."""

    def renamed(labels: Labels) -> Labels:
        return tuple(replace(one, track=new_name) if one.track == name else one for one in labels)

    tracks = (replace(one, name=new_name) if one.name == name else one for one in view.tracks)
    return Change(labels=_in_track(view, name, renamed), tracks=tuple(tracks))


def delete_track(view: CatalogueView, name: str) -> Change:
    """Drop a track with all labels in it."""

    def without(labels: Labels) -> Labels:
        return tuple(one for one in labels if one.track != name)

    tracks = tuple(one for one in view.tracks if one.name != name)
    return Change(labels=_in_track(view, name, without), tracks=tracks)


def _in_track(view: CatalogueView, name: str, edit: Callable[[Labels], Labels]) -> dict[ClipId, Labels]:
    """The edited labels of each clip that has some in the track; clips with the same labels share them."""
    edited: dict[ClipId, Labels] = {}
    for labels, same in shared_labels(view.labels_by_clip, view.labels_by_clip):
        if any(label.track == name for label in labels):
            edited.update(dict.fromkeys(same, edit(labels)))
    return edited
