"""Labels that come back from another program, merged with what became of them here.

Three versions are compared: the file as it was imported before, the file as it is now ("theirs"), and the
labels of the clip ("ours"). What only one side changed holds; what both changed otherwise is a conflict.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from audioclf_gui.core.capabilities import USUAL, Capabilities
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.label import Label, LabelClass, Labels, Region, Source
from audioclf_gui.core.naming import as_labels, as_regions
from audioclf_gui.core.region_pairs import Succession, band, match, place, succession
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.times import time
from audioclf_gui.core.track import MAIN, Track

_START, _END, _TEXT, _BAND, _SCORE = "start", "end", "text", "band", "score"
_TRACK, _NOTE, _CERTAINTY, _EXTRA = "track", "note", "certainty", "extra"
_NAMED_ALIKE = (_SCORE, _TRACK, _NOTE, _CERTAINTY, _EXTRA)  # as the fields of labels
_LACKED = (_NOTE, _CERTAINTY, _EXTRA)
_ASIDE = frozenset({_SCORE, _EXTRA})  # what was measured: where both sides changed it, ours holds unasked
_NO_BAND = (None, None)
_FEW_MISSING = 4  # and more than half of a file: too many to delete without asking
_MOST = 0.5


class Mode(StrEnum):
    """What becomes of the labels that a clip has when a label file about it is imported."""

    MERGE = "merge"  # they are changed as the file was since it was imported before
    ADD = "add"  # all stay; what is not among them is added
    REPLACE = "replace"  # they go, and those of the file come; the class of a clip as a whole stays


class Side(StrEnum):
    """Whose version of a label holds where both sides changed it."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a label file says about a clip."""

    clip: Clip
    regions: tuple[Region, ...]
    before: tuple[Region, ...] | None = None  # what it said when it was imported last; None: it never was
    since: tuple[Region, ...] = ()  # what it said when it came in another format after that, if it did
    holds: Capabilities = USUAL  # what the file has a place for: of all else it denies nothing
    tracks: tuple[Track, ...] = ()  # those that the file has


@dataclass(frozen=True, slots=True)
class Conflict:
    """A label that both sides changed, each otherwise; None where one deleted it."""

    clip: Clip
    before: Region
    ours: Region | None
    theirs: Region | None

    @property
    def text(self) -> Text:
        """What there is to say about it."""
        return Text(
            "{clip}: {ours} here, {theirs} in the file",
            clip=self.clip.path,
            ours=region_text(self.ours),
            theirs=region_text(self.theirs),
        )


def region_text(region: Region | None) -> Text:
    """A label in words."""
    if region is None:
        return Text("deleted")
    parts = [_stretch_text(region)]
    if region.track:
        parts.append(Text("in {track}", track=region.track))
    if region.certainty:
        parts.append(Text.plain(region.certainty.value))
    if region.note:
        parts.append(Text("note: {note}", note=region.note))
    return parts[0] if len(parts) == 1 else listed(parts, ", ")


def _stretch_text(region: Region) -> Text:
    start_s, end_s, name = region.start_s, region.end_s, region.text
    if region.low_hz is None and region.high_hz is None:
        return Text("{start_s:.3f}–{end_s:.3f} s “{name}”", start_s=start_s, end_s=end_s, name=name)
    return Text(
        "{start_s:.3f}–{end_s:.3f} s, {low_hz}–{high_hz} Hz “{name}”",
        start_s=start_s,
        end_s=end_s,
        low_hz=_edge_text(region.low_hz),
        high_hz=_edge_text(region.high_hz),
        name=name,
    )


def _edge_text(edge_hz: float | None) -> str:
    return "…" if edge_hz is None else f"{edge_hz:.0f}"


Choose: TypeAlias = Callable[[Conflict], Side | None]
"""Whose version of a label holds; None: nobody has decided, so ours does for now."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What an import came to, in labels."""

    known: int = 0  # here already, or as it was
    new: int = 0
    changed: int = 0
    gone: int = 0
    left_out: int = 0  # deleted here, and in the file as before: they stay deleted
    told_again: int = 0  # equal to another one of the file, with which they are one

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*map(sum, zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Merged:
    """The labels of a clip after an import."""

    labels: Labels
    tally: Tally
    conflicts: tuple[Conflict, ...] = ()  # those that nobody has decided


def merged(
    present: Labels, incoming: Incoming, classes: Sequence[LabelClass], mode: Mode, choose: Choose
) -> Merged:
    """The labels that a clip has when a label file has been taken in.

    Parameters
    ----------
    present
        Those that it has now.
    classes
        All that the labels and the file need.
    choose
        Is asked about every conflict.
    """
    if mode is Mode.REPLACE:
        return _replaced(present, incoming, classes)
    merge = _Merge(present, incoming, classes, choose)
    if mode is Mode.MERGE and incoming.before is not None:
        merge.compare(incoming.before, succession(incoming.before, incoming.regions))
    return merge.result()


def _replaced(present: Labels, incoming: Incoming, classes: Sequence[LabelClass]) -> Merged:
    """The labels of the file instead of those that are here; equal ones stay what they are."""
    whole = tuple(label for label in present if label.is_whole_clip)
    regions = [label for label in present if not label.is_whole_clip]
    before = as_regions(regions, classes, incoming.clip.duration_s)
    origins = match(before, incoming.regions)
    read = as_labels(incoming.regions, classes)
    labels: list[Label] = []
    known = 0
    for region, label, origin in zip(incoming.regions, read, origins, strict=True):
        is_known = origin is not None and _changes(before[origin], region, incoming.holds) <= _ASIDE
        known += is_known
        labels.append(regions[origin] if is_known and origin is not None else label)
    tally = Tally(known=known, new=len(labels) - known, gone=len(regions) - known)
    return Merged((*whole, *labels), tally)


def _changes(one: Region, other: Region, holds: Capabilities) -> frozenset[str]:
    """The fields in which two regions differ, of those that a file has a place for."""
    differs = {
        _START: time(one.start_s) != time(other.start_s),
        _END: time(one.end_s) != time(other.end_s),
        _TEXT: name_in_file(one.text) != name_in_file(other.text),
        _BAND: holds.bands and band(one) != band(other),
        _SCORE: holds.scores and one.score != other.score,
        _TRACK: holds.tracks and one.track != other.track,
        _NOTE: holds.notes and one.note != other.note,
        _CERTAINTY: holds.certainties and one.certainty != other.certainty,
        _EXTRA: holds.extra and one.extra != other.extra,
    }
    return frozenset(name for name, is_so in differs.items() if is_so)


class _Merge:
    """The labels of a clip while a file is taken in; ours are told by their place among those present."""

    def __init__(
        self, present: Labels, incoming: Incoming, classes: Sequence[LabelClass], choose: Choose
    ) -> None:
        self._incoming = incoming
        self._classes = classes
        self._choose = choose
        self._ours = as_regions(present, classes, incoming.clip.duration_s)
        self._read = as_labels(incoming.regions, classes)
        self._labels: list[Label | None] = list(present)
        self._added: list[Label] = []
        self._records: dict[int, str] = {}  # of ours, what the file now says about them
        self._done: set[int] = set()  # of theirs, those that were compared
        self._tally: Counter[str] = Counter()
        self._conflicts: list[Conflict] = []

    def compare(self, before: Sequence[Region], later: Succession) -> None:
        """Take over what the file changed since it was imported before."""
        ours = self._descendants(before)
        missing = later.later.count(None)
        is_cut = missing == len(before) or (missing >= _FEW_MISSING and missing > _MOST * len(before))
        for index, (region, theirs) in enumerate(zip(before, later.later, strict=True)):
            at = ours.get(index)
            if theirs is None:
                if at is not None:
                    self._miss(region, at, is_cut=is_cut)
                continue
            self._done.add(theirs)
            if at is None:
                self._return(region, theirs)
            else:
                self._meet(region, at, theirs)

    def _descendants(self, before: Sequence[Region]) -> dict[int, int]:
        """Which of ours each label of the earlier file is: by what it says, or by the record it got since."""
        found = {origin: at for at, origin in enumerate(match(before, self._ours)) if origin is not None}
        since = self._incoming.since
        last = {origin: at for at, origin in enumerate(match(since, self._ours)) if origin is not None}
        taken = set(found.values())
        for index, at in enumerate(succession(before, since).later):
            if index not in found and at in last and last[at] not in taken:
                found[index] = last[at]
        return found

    def result(self) -> Merged:
        """The labels, once what is new in the file is added to them."""
        self._add_rest()
        if not self._conflicts:  # else the file that was imported before stays the one to compare with
            for at, raw in self._records.items():
                label = self._labels[at]
                if label is not None and label.raw != raw:
                    self._labels[at] = replace(label, raw=raw)
        kept = (label for label in self._labels if label is not None)
        return Merged((*kept, *self._added), Tally(**self._tally), tuple(self._conflicts))

    def _miss(self, before: Region, at: int, *, is_cut: bool) -> None:
        """The file lacks a label: it was deleted there, unless most of the file is missing."""
        side: Side | None = Side.THEIRS
        if is_cut or self._changes(before, self._ours[at]):
            side = self._decision(before, self._ours[at], None)
        if side is Side.THEIRS:
            self._labels[at] = None
            self._tally["gone"] += 1

    def _return(self, before: Region, theirs: int) -> None:
        """The file has a label that was deleted here."""
        side: Side | None = Side.OURS
        if self._changes(before, self._incoming.regions[theirs]):
            side = self._decision(before, None, self._incoming.regions[theirs])
        if side in {Side.THEIRS, Side.BOTH}:
            self._add(self._read[theirs])
        elif side is Side.OURS:
            self._tally["left_out"] += 1

    def _meet(self, before: Region, at: int, theirs: int) -> None:
        """A label is on both sides."""
        ours, region = self._ours[at], self._incoming.regions[theirs]
        label = self._labels[at]
        assert label is not None, "each label has one origin"
        there, here = self._changes(before, region), self._changes(before, ours)
        self._records[at] = region.raw
        clash = (there & here - _ASIDE) & self._changes(ours, region)
        merged_label = None if clash else self._with(label, theirs, there - here)
        if merged_label is None:
            side = self._decision(before, ours, region)
            if side is None:
                return
            merged_label = label
            if side is Side.THEIRS:
                merged_label = self._with(label, theirs, self._changes(ours, region)) or label
            elif side is Side.BOTH:
                self._add(self._read[theirs])
        self._labels[at] = merged_label
        self._tally["known" if merged_label == label else "changed"] += 1

    def _decision(self, before: Region, ours: Region | None, theirs: Region | None) -> Side | None:
        conflict = Conflict(self._incoming.clip, before, ours, theirs)
        side = self._choose(conflict)
        if side is None:
            self._conflicts.append(conflict)
        return side

    def _changes(self, one: Region, other: Region) -> frozenset[str]:
        return _changes(one, other, self._incoming.holds)

    def _with(self, label: Label, theirs: int, fields: frozenset[str]) -> Label | None:
        """The label with those fields as the file has them; None if it would end before it starts."""
        if not fields:
            return label
        read = self._read[theirs]
        start_s, end_s = label.span_s(self._incoming.clip.duration_s)
        if fields & {_START, _END}:
            start_s = read.span_s(0.0)[0] if _START in fields else start_s
            end_s = read.span_s(0.0)[1] if _END in fields else end_s
            if end_s < start_s:
                return None
            label = replace(label, start_s=start_s, end_s=end_s)
        if _TEXT in fields:
            label = replace(label, class_id=read.class_id)
        if _BAND in fields:
            label = replace(label, low_hz=read.low_hz, high_hz=read.high_hz)
        same_name = {name: getattr(read, name) for name in _NAMED_ALIKE if name in fields}
        return replace(label, **same_name, source=Source.IMPORT)

    def _add(self, label: Label) -> None:
        self._added.append(label)
        self._tally["new"] += 1

    def _add_rest(self) -> None:
        """Add what is new in the file, but nothing that is here; what a label lacks goes to it."""
        free = self._free()
        for theirs, region in enumerate(self._incoming.regions):
            if theirs in self._done:
                continue
            same = free[place(region)]
            found = self._same_as(region, same)
            if found is None:
                self._add(self._read[theirs])
                continue
            same.remove(found)
            label = self._labels[found]
            assert label is not None, "only what is there is free"
            completed = _completed(label, self._read[theirs])
            self._labels[found] = completed
            self._tally["known" if completed == label else "changed"] += 1

    def _free(self) -> "defaultdict[tuple[str, float, float], list[int]]":
        """Ours by name and time, but for those that were compared with a label of the file that is there."""
        there = Counter(place(self._incoming.regions[theirs]) for theirs in self._done)
        free: defaultdict[tuple[str, float, float], list[int]] = defaultdict(list)
        kept = [(at, label) for at, label in enumerate(self._labels) if label is not None]
        regions = as_regions([label for _, label in kept], self._classes, self._incoming.clip.duration_s)
        for (at, _), region in zip(kept, regions, strict=True):
            if there[place(region)] > 0:
                there[place(region)] -= 1
            else:
                free[place(region)].append(at)
        return free

    def _same_as(self, region: Region, same: Sequence[int]) -> int | None:
        """Which of ours at the same time and of the same name the region is."""
        labels = [(at, label) for at in same if (label := self._labels[at]) is not None]
        if self._incoming.holds.tracks:
            own = [(at, label) for at, label in labels if label.track == region.track]
            labels = [*own, *((at, label) for at, label in labels if label.track == MAIN != region.track)]
        if band(region) == _NO_BAND:
            return next((at for at, _ in labels), None)
        equal = [at for at, label in labels if band(label) == band(region)]
        bare = [at for at, label in labels if band(label) == _NO_BAND and not label.is_whole_clip]
        return next(iter((*equal, *bare)), None)


def _completed(label: Label, read: Label) -> Label:
    """A label with what a file says of it besides: frequencies, note, certainty where it has none yet."""
    if band(label) == _NO_BAND and band(read) != _NO_BAND:
        label = replace(label, low_hz=read.low_hz, high_hz=read.high_hz)
    lacking = {name: getattr(read, name) for name in _LACKED if not getattr(label, name)}
    more = {name: value for name, value in lacking.items() if value}
    return replace(label, **more) if more else label
