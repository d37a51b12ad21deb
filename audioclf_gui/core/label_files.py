"""Label files of other programs: what taking them in comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import LabelClass, Labels
from audioclf_gui.core.label_merge import Choose, Incoming, Merged, Mode, Tally, merged
from audioclf_gui.core.label_sayings import each_once
from audioclf_gui.core.learnt_tracks import with_learnt
from audioclf_gui.core.naming import names_in
from audioclf_gui.core.track import Track, with_tracks
from audioclf_gui.core.view import CatalogueView


@dataclass(frozen=True, slots=True)
class ImportedLabels:
    """What an import changes, and what it came to for each of what was read."""

    change: Change
    outcomes: tuple[Merged, ...]
    tracks: tuple[Track, ...] = ()  # those that are new, with the guess whether they are learnt from


def import_change(
    view: CatalogueView,
    wanted: Sequence[Incoming],
    mode: Mode = Mode.MERGE,
    choose: Choose = lambda _conflict: None,
) -> ImportedLabels:
    """Labels of files for clips that may have some; see `core.label_merge`.

    What is about one clip is taken in one after the other, each with what the one before has left; only
    the first replaces what is there. Labels that a file holds several times are taken in once.
    """
    classes = view.with_classes(name for one in wanted for name in names_in(one.regions))
    labels: dict[ClipId, Labels] = {}
    outcomes: list[Merged] = []
    seen: set[ClipId] = set()
    for one in wanted:
        present = labels.get(one.clip.id, view.labels(one.clip.id))
        is_first = one.clip.id not in seen
        seen.add(one.clip.id)
        one_mode = Mode.ADD if mode is Mode.REPLACE and not is_first else mode
        outcome = _taken_in(present, one, classes, one_mode, choose)
        outcomes.append(outcome)
        if outcome.labels != present:
            labels[one.clip.id] = outcome.labels
    used = {label.class_id for found in labels.values() for label in found}
    classes = tuple(known for known in classes if known.id in view.class_ids or known.id in used)
    fresh = _new_tracks(view, wanted, labels)
    change = Change(
        labels=labels,
        classes=classes if classes != view.classes else None,
        tracks=with_tracks(view.tracks, fresh) if fresh else None,
    )
    return ImportedLabels(change, tuple(outcomes), fresh)


def _taken_in(
    present: Labels, incoming: Incoming, classes: Sequence[LabelClass], mode: Mode, choose: Choose
) -> Merged:
    """As `merged`, with each label of the file once."""
    regions = each_once(incoming.regions)
    before = None if incoming.before is None else each_once(incoming.before)
    coming = replace(incoming, regions=regions, before=before, since=each_once(incoming.since))
    outcome = merged(present, coming, classes, mode, choose)
    told_again = len(incoming.regions) - len(regions)
    return replace(outcome, tally=outcome.tally + Tally(told_again=told_again))


def _new_tracks(
    view: CatalogueView, wanted: Sequence[Incoming], labels: Mapping[ClipId, Labels]
) -> tuple[Track, ...]:
    """Tracks of the files that labels are now in and that the project lacks."""
    known = {track.name for track in view.tracks}
    used = {label.track for found in labels.values() for label in found} - known
    if not used:
        return ()
    coming = with_tracks((), (track for one in wanted for track in one.tracks))
    clip_ids = dict.fromkeys(one.clip.id for one in wanted)
    return with_learnt(
        [track for track in with_tracks(coming, map(Track, sorted(used))) if track.name in used],
        ((one.clip.id, region) for one in wanted for region in one.regions),
        ((clip_id, label) for clip_id in clip_ids for label in view.learnt_labels(clip_id)),
    )
