"""TextGrids of Praat: tiers of intervals and of points."""

import re
from bisect import bisect, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import match
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats import praat
from audioclf_gui.formats.praat import INTERVALS, POINTS, Grid, Item, Mark, NotAGridError, TierDraft
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    SkippedLine,
    label_format,
)
from audioclf_gui.formats.template import is_renamed, is_untouched, not_held, region_of
from audioclf_gui.formats.text import FileText

_BINARY = b"ooBinaryFile"
_GRID = re.compile(r'\s*(?:File type *= *)?"ooTextFile[^"]*"\s+(?:Object class *= *)?"TextGrid"')
_CHRONOLOGICAL = re.compile(r'\s*"Praat chronological TextGrid')
_OWN_LONG = re.compile(
    r"|item \[\]: |tiers\? <exists> | *(?:item|intervals|points) \[\d+\]:"
    r"| *(?:xmin|xmax|number|size|(?:intervals|points): size) = [-\d.e]+ | *(?:text|mark|name|class) = \"\" "
)
_OWN_SHORT = re.compile(r'|<exists>|[-\d.e]+|""')
_ROUNDING_S = 1e-6  # so much neighbours may overlap that another program rounded
_NEW_NAMES = {INTERVALS: "labels", POINTS: "points"}


@label_format
class TextGrids:
    """Intervals with a text, and points, of all tiers.

    A label keeps the name of its tier in its record, and so goes back there.
    """

    key = "textgrid"
    name = Text("Praat TextGrid")
    suffixes: tuple[str, ...] = (".TextGrid",)
    capabilities = Capabilities(bands=False, scores=False, nameless=False)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the long and the short form; an interval without a text is a gap and no label."""
        if not content.strip():
            return LabelFile((), canonical=True)
        file = _read(content, source)
        return LabelFile(
            file.regions,
            file.skipped,
            _is_own(file.grid.source.text),
            tiers=file.tiers,
            holds=self.capabilities,
            notes=_notes(file),
        )

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write each label into the tier that it came from.

        A new one goes to the first tier with labels of its name that has room at its time, else to the
        first that has room, else to a further tier. Tiers in which nothing changed keep their bytes. A new
        file ends with its last label: it is not told how long the recording is.
        """
        if not (template or b"").strip():
            if not regions:
                return template or b""
            template = praat.BLANK_GRID.encode()
        assert template is not None, "there is a blank one"
        return _written(_read(template, Path()), regions)

    def losses(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """It has no place for frequencies and scores, and an interval without a text is a gap."""
        return not_held(self.capabilities, regions)

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it begins as a TextGrid, in whatever form."""
        text = FileText.decode(content).text
        return content.startswith(_BINARY) or any(
            form.match(text) is not None for form in (_GRID, _CHRONOLOGICAL)
        )


@dataclass(frozen=True, slots=True)
class _File:
    grid: Grid
    regions: tuple[Region, ...]
    places: tuple[tuple[int, Item], ...]  # for each region its tier and what it is there
    skipped: tuple[SkippedLine, ...]

    @property
    def tiers(self) -> tuple[str, ...]:
        """For each region the name of its tier."""
        return tuple(self.grid.tiers[tier].name.words for tier, _ in self.places)


def _read(content: bytes, source: Path) -> _File:
    if content.startswith(_BINARY):
        raise BadLabelFileError(source, Text("it is a binary TextGrid; save it from Praat as a text file"))
    text = FileText.decode(content)
    if _CHRONOLOGICAL.match(text.text):
        reason = Text("it is a chronological TextGrid; save it from Praat as a text file")
        raise BadLabelFileError(source, reason)
    try:
        grid = praat.parsed(text)
    except NotAGridError as error:
        line = text.text.count("\n", 0, error.position) + 1
        raise BadLabelFileError(source, Text("it does not go on as a TextGrid does"), line) from error
    regions: list[Region] = []
    places: list[tuple[int, Item]] = []
    skipped: list[SkippedLine] = []
    for number, tier in enumerate(grid.tiers):
        for item in tier.items:
            if tier.kind == INTERVALS and not item.text.words.strip():
                continue
            raw = "\t".join((tier.name.words, *dict.fromkeys(token.text for token in item)))
            try:
                region = region_of(
                    item.start.number, item.stop.number, item.text.words, None, None, None, raw
                )
            except NotALabelError as error:
                line = text.text.count("\n", 0, item.start.start) + 1
                skipped.append(SkippedLine(line, error.reason))
                continue
            regions.append(region)
            places.append((number, item))
    return _File(grid, tuple(regions), tuple(places), tuple(skipped))


def _notes(file: _File) -> tuple[Text, ...]:
    names = list(dict.fromkeys(file.tiers))
    notes = []
    if len(names) > 1:
        tiers = quoted(names, len(names))
        notes.append(
            Text(
                "the labels of its tiers {tiers} are put together here, and stay apart in the file",
                tiers=tiers,
            )
        )
    short = [tier.name.words for tier in file.grid.tiers if tier.count.number != len(tier.items)]
    if short:
        tiers = quoted(short, len(short))
        notes.append(Text("its tiers {tiers} have more or fewer items than they say", tiers=tiers))
    return tuple(notes)


def _written(file: _File, regions: Sequence[Region]) -> bytes:
    origins = match(file.regions, regions)
    source = file.grid.source
    if is_untouched(file.regions, regions, origins):
        return source.encode(source.text)
    tiers = _Tiers(file)
    changed: set[int] = {file.places[index][0] for index in set(range(len(file.regions))) - set(origins)}
    homeless: list[Region] = []
    for region, origin in sorted(zip(regions, origins, strict=True), key=lambda pair: pair[0].start_s):
        before = None if origin is None else file.regions[origin]
        if before is not None and not is_renamed(region, before):
            region = replace(region, text=before.text)  # noqa: PLW2901 - as the file spells it
        place = None if origin is None else file.places[origin][0]
        if before is None or place is None or not tiers.put(place, region):
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
        """Put a label into the tier that suits it best, or into a new one; which it is."""
        places = [place for place, kind in enumerate(self._kinds) if kind == _kind(region)]
        places.sort(key=lambda place: region.text not in self._texts[place])
        for place in places:
            if self.put(place, region):
                return place
        self._kinds.append(_kind(region))
        self._names.append(_unused(_NEW_NAMES[_kind(region)], self._names))
        self._marks.append([])
        self._texts.append({region.text})
        self.put(len(self._kinds) - 1, region)
        return len(self._kinds) - 1


def _kind(region: Region) -> str:
    return POINTS if region.start_s == region.end_s else INTERVALS


def _has_room(marks: Sequence[Mark], mark: Mark) -> bool:
    """Whether nothing is there at its time; the marks are in order."""
    place = bisect(marks, mark)
    before = marks[place - 1] if place else None
    after = marks[place] if place < len(marks) else None
    if mark.start_s == mark.end_s:
        return all(other is None or other.start_s != mark.start_s for other in (before, after))
    return (before is None or before.end_s - mark.start_s < _ROUNDING_S) and (
        after is None or mark.end_s - after.start_s < _ROUNDING_S
    )


def _unused(name: str, names: Sequence[str]) -> str:
    return next(
        one for one in chain((name,), (f"{name} {number}" for number in count(2))) if one not in names
    )


def _is_own(text: str) -> bool:
    """Whether Praat lays a file out so: the long form with a blank behind each value, or bare values."""
    head, _, rest = text.replace("\r\n", "\n").replace("\r", "\n").partition('"TextGrid"\n\n')
    lines = re.sub(r'"(?:[^"]|"")*"', '""', rest).split("\n")
    is_long = lines[0].startswith("xmin")
    return head == 'File type = "ooTextFile"\nObject class = ' and all(
        (_OWN_LONG if is_long else _OWN_SHORT).fullmatch(line) for line in lines
    )
