"""From which tracks of label files models learn: a guess, which the user is told of and may overrule.

Tiers often say the same sound in several ways, as words and as phones: learnt together, each sound would be
of two classes. What can be learnt is what is repeated, so of tracks over the same time that one is learnt
whose names come most often. Tracks beside each other, one for each speaker, are all learnt.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import Label, Region
from audioclf_gui.core.spelling import is_missing, name_of
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import Track, track_titles
from audioclf_gui.core.usable import SHORTEST_S
from audioclf_gui.core.view import CatalogueView

Spans = list[tuple[float, float]]  # from and to, in seconds

_MOST_COVERED = 0.5  # of a track's labelled time: above it says otherwise what another one says


def with_learnt(
    coming: Sequence[Track],
    regions: Iterable[tuple[ClipId, Region]],
    present: Iterable[tuple[ClipId, Label]],
) -> tuple[Track, ...]:
    """New tracks with the guess which of them are learnt from.

    Parameters
    ----------
    coming
        Tracks that are new.
    regions
        What the files say, of new tracks and of others.
    present
        Labels that are there and learnt from.
    """
    names: defaultdict[str, list[str]] = defaultdict(list)
    spans: defaultdict[str, defaultdict[ClipId, Spans]] = defaultdict(lambda: defaultdict(list))
    for clip_id, one in regions:
        if one.end_s - one.start_s >= SHORTEST_S and not is_missing(one.text):
            names[one.track].append(name_of(one.text))
            spans[one.track][clip_id].append((one.start_s, one.end_s))
    taken = _known_spans(present)
    fresh = {one.name for one in coming}
    for track in spans.keys() - fresh:
        _take(taken, spans[track])
    learnt = set()
    holding = fresh & spans.keys()
    for track in sorted(holding, key=lambda name: (-_repeated(names[name]), _place(coming, name))):
        if _covered(spans[track], taken) <= _MOST_COVERED:
            learnt.add(track)
            _take(taken, spans[track])
    return tuple(replace(one, learnt=one.name in learnt or not holding) for one in coming)


def unlearnt_note(view: CatalogueView) -> Text | None:
    """What to say where labels stand in tracks that are not learnt from; None where none do."""
    if not view.unlearnt:
        return None
    counts = Counter(
        label.track
        for clip in view.clips
        for label in view.labels(clip.id)
        if label.track in view.unlearnt and not label.is_whole_clip
    )
    if not counts:
        return None
    return Text(
        "{n} label in tracks that are not learnt from is left out: {tracks}",
        "{n} labels in tracks that are not learnt from are left out: {tracks}",
        n=counts.total(),
        tracks=track_titles(counts),
    )


def _known_spans(present: Iterable[tuple[ClipId, Label]]) -> defaultdict[ClipId, Spans]:
    known: defaultdict[ClipId, Spans] = defaultdict(list)
    for clip_id, label in present:
        if not label.is_whole_clip and label.class_id is not None:
            known[clip_id].append(label.span_s(0.0))
    return known


def _take(taken: defaultdict[ClipId, Spans], more: Mapping[ClipId, Spans]) -> None:
    for clip_id, spans in more.items():
        taken[clip_id].extend(spans)


def _repeated(names: Sequence[str]) -> float:
    """How often a name comes on average."""
    return len(names) / len(set(names))


def _place(tracks: Sequence[Track], name: str) -> int:
    return next(at for at, one in enumerate(tracks) if one.name == name)


def _covered(spans: Mapping[ClipId, Spans], taken: Mapping[ClipId, Spans]) -> float:
    """Which share of the time of spans is that of taken ones, too."""
    whole_s = sum(end_s - start_s for found in spans.values() for start_s, end_s in found)
    shared_s = sum(_shared_s(found, taken.get(clip_id, [])) for clip_id, found in spans.items())
    return shared_s / whole_s if whole_s else 0.0


def _shared_s(spans: Spans, others: Spans) -> float:
    union = list(_joined(others))
    ends = [end_s for _, end_s in union]
    shared_s = 0.0
    for start_s, end_s in spans:
        for at in range(bisect_left(ends, start_s), len(union)):
            if union[at][0] >= end_s:
                break
            shared_s += min(end_s, union[at][1]) - max(start_s, union[at][0])
    return shared_s


def _joined(spans: Spans) -> Iterator[tuple[float, float]]:
    """Spans that touch or overlap put together, in order."""
    open_from: float | None = None
    reached_s = 0.0
    for start_s, end_s in sorted(spans):
        if open_from is None or start_s > reached_s:
            if open_from is not None:
                yield open_from, reached_s
            open_from, reached_s = start_s, end_s
        reached_s = max(reached_s, end_s)
    if open_from is not None:
        yield open_from, reached_s
