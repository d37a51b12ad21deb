"""What an edit of a clip's labels must not do: touch a locked track, or break what a track is."""

from collections.abc import Iterable

from audioclf_gui.core.change import label_difference
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label, Labels
from audioclf_gui.core.text import Text
from audioclf_gui.core.times import SAME_S
from audioclf_gui.core.track import Track, TrackKind, track_titles
from audioclf_gui.core.view import CatalogueView


def check_labels(view: CatalogueView, clip_id: ClipId, after: Labels) -> None:
    """See that a clip may get these labels. What was wrong before may stay so, but nothing more comes.

    Raises
    ------
    UserError
        If a label of a locked track would come, go or change, intervals of a track would lie over each
        other, or a label with a length would come into a track of moments.
    """
    before = view.labels(clip_id)
    difference = label_difference(before, after)
    touched = {one.track for one in (*difference.removed, *difference.added) if not one.is_whole_clip}
    coming = {one.track for one in difference.added}
    for track in view.tracks:
        if track.name in touched and track.locked:
            raise locked(track)
        if track.name in coming and _faults(track, after) > _faults(track, before):
            raise _broken(track)


def locked(track: Track) -> UserError:
    """That the labels of a track are not to be changed."""
    return UserError(
        Text("the track {name} is locked", name=track_titles([track.name])),
        remedy=Text("Unlock it: right-click its name, or choose Tracks in the Label menu."),
    )


def _broken(track: Track) -> UserError:
    name = track_titles([track.name])
    if track.kind is TrackKind.MOMENTS:
        return UserError(
            Text("the track {name} is for moments, and this has a length", name=name),
            remedy=Text("Choose another track, or make it a moment: its end where it starts."),
        )
    return UserError(
        Text("intervals of the track {name} would lie over each other", name=name),
        remedy=Text("Make room first, or choose a track of free regions."),
    )


def _faults(track: Track, labels: Iterable[Label]) -> int:
    """How many labels of a track are there that its kind does not allow."""
    if track.kind is TrackKind.REGIONS:
        return 0
    inside = (one for one in labels if one.track == track.name)
    spans = [(one.start_s, one.end_s) for one in inside if one.start_s is not None and one.end_s is not None]
    if track.kind is TrackKind.MOMENTS:
        return sum(start_s < end_s for start_s, end_s in spans)
    faults, reached_s = 0, 0.0
    for start_s, end_s in sorted(spans):
        faults += start_s < reached_s - SAME_S
        reached_s = max(reached_s, end_s)
    return faults
