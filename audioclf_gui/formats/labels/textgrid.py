"""TextGrids of Praat: tiers of intervals and of points, each a track."""

import re
from bisect import bisect, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import match
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.track import (
    MAIN,
    MAIN_MOMENTS,
    MAIN_TITLE,
    Track,
    TrackKind,
    free_name,
    is_clear,
    track_name,
    with_tracks,
)
from audioclf_gui.formats import praat, praat_forms
from audioclf_gui.formats.praat import INTERVALS, POINTS, Grid, Item, Mark, NotAGridError, TierDraft
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    LabelledSound,
    NotALabelError,
    SkippedLine,
    label_format,
    told_lengths,
)
from audioclf_gui.formats.template import is_renamed, is_untouched, region_of
from audioclf_gui.formats.text import FileText

_GRID = re.compile(r'\s*(?:File type *= *)?"ooTextFile[^"]*"\s+(?:Object class *= *)?"TextGrid"')
_OWN_LONG = re.compile(
    r"|item \[\]: |tiers\? <exists> | *(?:item|intervals|points) \[\d+\]:"
    r"| *(?:xmin|xmax|number|size|(?:intervals|points): size) = [-\d.e]+ | *(?:text|mark|name|class) = \"\" "
)
_OWN_SHORT = re.compile(r'|<exists>|[-\d.e]+|""')
_KINDS = {INTERVALS: TrackKind.INTERVALS, POINTS: TrackKind.MOMENTS}


@label_format
class TextGrids:
    """Intervals with a text, and points; each tier is a track of its name.

    The main track has the tiers `labels` and `points`.
    """

    key = "textgrid"
    name = Text("Praat TextGrid")
    suffixes: tuple[str, ...] = (".TextGrid",)
    capabilities = Capabilities(bands=False, scores=False, nameless=False, overlaps=False, tracks=True)

    def __init__(self, duration_s: float = 0.0) -> None:
        self._duration_s = duration_s

    def of_sound(self, sound: LabelledSound) -> "TextGrids":
        """With new files as long as the recording."""
        return TextGrids(sound.duration_s)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the long, short, chronological and binary form; an interval without a text is a gap."""
        if not content.strip():
            return LabelFile((), canonical=True, holds=self.capabilities)
        file = _read(content, source)
        return LabelFile(
            file.regions,
            file.skipped,
            file.is_text and _is_own(file.grid.source.text),
            tracks=with_tracks((), (one for one in file.tracks if one.name != MAIN)),
            holds=self.capabilities,
            notes=_notes(file),
            lengths_s=told_lengths([("", file.grid.stop.number)]),
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write each label into a tier of its track, that which it came from if there are several.

        What has no room there goes to a further tier. Tiers in which nothing changed keep their bytes. A new
        file ends with its recording, or with its last label if nobody knows how long that is.
        """
        if not (template or b"").strip():
            if not regions:
                return template or b""
            template = praat.grid_of(0.0, self._duration_s, ()).source.text.encode()
        assert template is not None, "there is a blank one"
        file = _read(template, Path())
        origins = match(file.regions, regions)
        return template if is_untouched(file.regions, regions, origins) else _written(file, regions, origins)

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:  # noqa: ARG002 - the protocol's
        """None."""
        return ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it begins as a TextGrid, in whatever form."""
        text = FileText.decode(content).text
        is_text = _GRID.match(text) is not None or praat_forms.is_chronological(text)
        return is_text or content.startswith(praat_forms.BINARY)


@dataclass(frozen=True, slots=True)
class _File:
    grid: Grid
    is_text: bool  # whether the grid is that of the file itself, and not one made of another form
    regions: tuple[Region, ...]
    places: tuple[tuple[int, Item], ...]  # for each region its tier and what it is there
    tracks: tuple[Track, ...]  # for each tier the one that it is
    skipped: tuple[SkippedLine, ...]


def _read(content: bytes, source: Path) -> _File:
    text = FileText.decode(content)
    try:
        if content.startswith(praat_forms.BINARY):
            return _file(praat_forms.of_binary(content), is_text=False)
        if praat_forms.is_chronological(text.text):
            return _file(praat_forms.of_chronological(text.text), is_text=False)
        return _file(praat.parsed(text), is_text=True)
    except NotAGridError as error:
        is_binary = content.startswith(praat_forms.BINARY)
        line = None if is_binary else text.text.count("\n", 0, error.position) + 1
        reason = Text("it does not go on as a TextGrid does")
        if not is_binary and praat.has_comma(text.text[error.position :]):
            reason = Text("its numbers have commas, and those of a TextGrid have points")
        raise BadLabelFileError(source, reason, line) from error


def _file(grid: Grid, *, is_text: bool) -> _File:
    regions: list[Region] = []
    places: list[tuple[int, Item]] = []
    skipped: list[SkippedLine] = []
    tracks = _tracks(grid)
    for number, (tier, track) in enumerate(zip(grid.tiers, tracks, strict=True)):
        for item in tier.items:
            if tier.kind == INTERVALS and not item.text.words.strip():
                continue
            raw = "\t".join((tier.name.words, *dict.fromkeys(token.text for token in item)))
            words = item.text.words
            try:
                region = region_of(item.start.number, item.stop.number, words, raw=raw, track=track.name)
            except NotALabelError as error:
                line = grid.source.text.count("\n", 0, item.start.start) + 1
                skipped.append(SkippedLine(line, error.reason))
                continue
            regions.append(region)
            places.append((number, item))
    return _File(grid, is_text, tuple(regions), tuple(places), tracks, tuple(skipped))


def _tracks(grid: Grid) -> tuple[Track, ...]:
    """The track that each tier is: no two but those of the main one are called the same."""
    tracks: list[Track] = []
    for number, tier in enumerate(grid.tiers, start=1):
        name = track_name(tier.name.words) if tier.name.words.strip() else f"tier {number}"
        name = name and free_name(name, [one.name for one in tracks])
        tracks.append(Track(name, _KINDS[tier.kind]))
    return tuple(tracks)


def _notes(file: _File) -> tuple[Text, ...]:
    notes = []
    if not file.is_text:
        notes.append(
            Text("once its labels are changed it is written in the long form, which Praat reads alike")
        )
    short = [tier.name.words for tier in file.grid.tiers if tier.count.number != len(tier.items)]
    if short:
        tiers = quoted(short, len(short))
        notes.append(Text("its tiers {tiers} have more or fewer items than they say", tiers=tiers))
    return tuple(notes)


def _written(file: _File, regions: Sequence[Region], origins: Sequence[int | None]) -> bytes:
    source = file.grid.source
    tiers = _Tiers(file)
    changed: set[int] = {file.places[index][0] for index in set(range(len(file.regions))) - set(origins)}
    homeless: list[Region] = []
    for region, origin in sorted(zip(regions, origins, strict=True), key=lambda pair: pair[0].start_s):
        before = None if origin is None else file.regions[origin]
        if before is not None and not is_renamed(region, before):
            region = replace(region, text=before.text)  # noqa: PLW2901 - as the file spells it
        place = None if origin is None else file.places[origin][0]
        if before is None or place is None or region.track != before.track or not tiers.put(place, region):
            homeless.append(region)
            changed |= set() if place is None else {place}
        elif (before.start_s, before.end_s, before.text) != (region.start_s, region.end_s, region.text):
            changed.add(place)
    changed |= {tiers.put_anywhere(region) for region in homeless}
    drafts = tiers.drafts
    known = len(file.grid.tiers)
    kept = [draft if number in changed else None for number, draft in enumerate(drafts[:known])]
    end_s = max((region.end_s for region in regions), default=0.0)
    return source.encode(praat.rewritten(file.grid, kept, drafts[known:], end_s))


class _Tiers:
    """The tiers of a file while labels are put into them, each where nothing else is at its time."""

    def __init__(self, file: _File) -> None:
        self._tracks = [one.name for one in file.tracks]
        self._kinds = [tier.kind for tier in file.grid.tiers]
        self._names = [tier.name.words for tier in file.grid.tiers]
        self._marks: list[list[Mark]] = [[] for _ in self._kinds]
        self._texts = [{item.text.words for item in tier.items} for tier in file.grid.tiers]

    @property
    def drafts(self) -> list[TierDraft]:
        """What the tiers hold now."""
        return [
            TierDraft(kind, name, tuple(marks))
            for kind, name, marks in zip(self._kinds, self._names, self._marks, strict=True)
        ]

    def put(self, place: int, region: Region) -> bool:
        """Put a label into a tier, if it can be there."""
        mark = Mark(region.start_s, region.end_s, region.text)
        if self._kinds[place] != _kind(region) or not _has_room(self._marks[place], mark):
            return False
        if self._kinds[place] == POINTS or region.text.strip():
            insort(self._marks[place], mark)
        return True

    def put_anywhere(self, region: Region) -> int:
        """Put a label into the tier of its track that suits it best, or into a new one; which it is."""
        kind = _kind(region)
        places = [place for place, track in enumerate(self._tracks) if track == region.track]
        places = [place for place in places if self._kinds[place] == kind]
        places.sort(key=lambda place: region.text not in self._texts[place])
        for place in places:
            if self.put(place, region):
                return place
        taken = {*self._names, *(track for track in self._tracks if track != region.track)}
        self._names.append(free_name(_tier_name(region.track, kind), taken))
        self._tracks.append(region.track)
        self._kinds.append(kind)
        self._marks.append([])
        self._texts.append({region.text})
        self.put(len(self._kinds) - 1, region)
        return len(self._kinds) - 1


def _tier_name(track: str, kind: str) -> str:
    return track or (MAIN_TITLE if kind == INTERVALS else MAIN_MOMENTS)


def _kind(region: Region) -> str:
    return POINTS if region.start_s == region.end_s else INTERVALS


def _has_room(marks: Sequence[Mark], mark: Mark) -> bool:
    """Whether nothing is there at its time; the marks are in order."""
    place = bisect(marks, mark)
    before = marks[place - 1] if place else None
    after = marks[place] if place < len(marks) else None
    if mark.start_s == mark.end_s:
        return all(other is None or other.start_s != mark.start_s for other in (before, after))
    return (before is None or is_clear(before.end_s, mark.start_s)) and (
        after is None or is_clear(mark.end_s, after.start_s)
    )


def _is_own(text: str) -> bool:
    """Whether Praat lays a file out so: the long form with a blank behind each value, or bare values."""
    head, _, rest = text.replace("\r\n", "\n").replace("\r", "\n").partition('"TextGrid"\n\n')
    lines = re.sub(r'"(?:[^"]|"")*"', '""', rest).split("\n")
    is_long = lines[0].startswith("xmin")
    return head == 'File type = "ooTextFile"\nObject class = ' and all(
        (_OWN_LONG if is_long else _OWN_SHORT).fullmatch(line) for line in lines
    )
