"""Annotations of Whombat, taken apart: each name that a sound event is given is a label."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.json_text import NOTHING, BadJsonError, Node, parsed
from audioclf_gui.formats.registry import BadLabelFileError, NotALabelError, SkippedLine
from audioclf_gui.formats.template import region_of
from audioclf_gui.formats.text import FileText

ANNOTATIONS = "sound_event_annotations"
OWN_KEY = "label"
"""The key of the tags that name labels in new files."""

_TIMES_ONLY = {"TimeStamp", "TimeInterval"}
_LENGTHS = {"TimeStamp": 1, "TimeInterval": 2, "Point": 2, "BoundingBox": 4}
_BOXES = {*_TIMES_ONLY, "Point", "BoundingBox"}
_DECIMALS = 9

Tag = tuple[str, str]
"""Key and value."""


@dataclass(frozen=True, slots=True)
class WhombatRecording:
    """A recording as the file knows it."""

    uuid: str
    path: str
    duration_s: float  # of the file, as all times here
    slower: float  # how much slower than the sound was the file plays: time expansion

    def region(self, geometry: Node) -> tuple[float, float, float | None, float | None]:
        """Start, end, low and high of a geometry in the file; NotALabelError if it has none.

        Whombat tells the times and frequencies of the sound, which a detector that plays it slower stretches.
        """
        kind, coordinates = geometry.get("type").text, geometry.get("coordinates")
        numbers = list(_numbers(coordinates))
        times = numbers if kind in _TIMES_ONLY else numbers[::2]
        levels = [] if kind in _TIMES_ONLY else numbers[1::2]
        is_whole = kind in _TIMES_ONLY or len(times) == len(levels)
        times = [_scaled(one, self.slower) for one in times]
        levels = [_scaled(one, 1 / self.slower) for one in levels]
        is_usual = len(numbers) == _LENGTHS.get(kind, len(numbers)) and all(map(isfinite, times + levels))
        if not times or not is_whole or not is_usual:
            raise NotALabelError(Text("its sound event has no place in time"))
        return min(times), max(times), min(levels, default=None), max(levels, default=None)

    def coordinates(self, time: float | None, hertz: float | None) -> tuple[float, float]:
        """A time and a frequency of the file as Whombat tells them."""
        return _scaled(time or 0.0, 1 / self.slower), _scaled(hertz or 0.0, self.slower)


@dataclass(frozen=True, slots=True)
class WhombatPlace:
    """Where a region stands."""

    annotation: int
    tag: int | None  # the place of its name among the tags of the annotation; None: it has none


@dataclass(frozen=True, slots=True)
class WhombatFile:
    """A file of annotations, and for each of its regions where it stands."""

    source: FileText
    data: Node
    tags: Mapping[float, Tag]  # by their numbers
    recordings: Mapping[str, WhombatRecording]
    events: Mapping[str, Node]
    keys: tuple[str, ...]  # of the tags of annotations; first the one that names labels, if only new ones
    regions: tuple[Region, ...]
    places: tuple[WhombatPlace, ...]
    skipped: tuple[SkippedLine, ...]

    @property
    def annotations(self) -> tuple[Node, ...]:
        """Those of sound events."""
        return self.data.get(ANNOTATIONS).items

    def event(self, annotation: int) -> Node:
        """The sound event that an annotation is about; `NOTHING` if that is missing."""
        return self.events.get(self.annotations[annotation].get("sound_event").text, NOTHING)

    def recording(self, annotation: int) -> WhombatRecording:
        """The recording that an annotation is about."""
        return _recording_of(self.event(annotation), self.recordings)

    @property
    def shapes(self) -> int:
        """How many annotated sound events are no boxes, intervals or moments."""
        shown = {place.annotation for place in self.places}
        return sum(self.event(at).get("geometry", "type").text not in _BOXES for at in shown)


def whombat_file(content: bytes, source: Path, label_key: str = "") -> WhombatFile:
    """Take a file apart; BadLabelFileError if it annotates no sound events.

    Parameters
    ----------
    label_key
        The key of the tags that name the labels; empty: that of new files, else the one that most have.
    """
    text = FileText.decode(content)
    try:
        data = parsed(text.text).get("data")
    except BadJsonError as error:
        line = text.text.count("\n", 0, error.position) + 1
        raise BadLabelFileError(source, Text("it does not go on as JSON does"), line) from error
    if data.get(ANNOTATIONS).kind != "list" and "annotation" not in data.get("collection_type").text:
        kind = data.get("collection_type").text
        raise BadLabelFileError(source, Text("it is a “{kind}”, which has no labels", kind=kind))
    tags = {
        one.get("id").number or 0.0: (one.get("key").text, one.get("value").text)
        for one in data.get("tags").items
        if one.get("key").text
    }
    tagged = [_tags(one, tags) for one in data.get(ANNOTATIONS).items]
    found = [key for key, _ in Counter(key for one in tagged for key in dict(one.values())).most_common()]
    first = label_key or (OWN_KEY if OWN_KEY in found or not found else found[0])
    keys = (first, *(one for one in found if one != first))
    events = {one.get("uuid").text: one for one in data.get("sound_events").items}
    recordings = {one.uuid: one for one in map(_recording, data.get("recordings").items)}
    said = _labels(text, data, tagged, keys, events, recordings)
    return WhombatFile(text, data, tags, recordings, events, keys, *said)


def _labels(
    text: FileText,
    data: Node,
    tagged: Sequence[Mapping[int, Tag]],
    keys: Sequence[str],
    events: Mapping[str, Node],
    recordings: Mapping[str, WhombatRecording],
) -> tuple[tuple[Region, ...], tuple[WhombatPlace, ...], tuple[SkippedLine, ...]]:
    line, reached = 1, 0
    regions: list[Region] = []
    places: list[WhombatPlace] = []
    skipped: list[SkippedLine] = []
    for at, (one, its_tags) in enumerate(zip(data.get(ANNOTATIONS).items, tagged, strict=True)):
        line, reached = line + text.text.count("\n", reached, one.start), one.start
        event = events.get(one.get("sound_event").text, NOTHING)
        names = [place for place, (key, _) in its_tags.items() if key == keys[0]]
        try:
            if event is NOTHING:
                raise NotALabelError(Text("the sound event that it names is missing"))
            recording = _recording_of(event, recordings)
            box = recording.region(event.get("geometry"))
            raw, note, extra = text.text[one.start : one.stop], _note(one), _extra(its_tags, keys)
            for place in names or (None,):
                name = "" if place is None else its_tags[place][1]
                region = region_of(
                    *box[:2], name, *box[2:], None, raw, note=note, extra=extra, sound_file=recording.path
                )
                regions.append(region)
                places.append(WhombatPlace(at, place))
        except NotALabelError as error:
            skipped.append(SkippedLine(line, error.reason))
    return tuple(regions), tuple(places), tuple(skipped)


def _recording(node: Node) -> WhombatRecording:
    slower = node.get("time_expansion").number or 1.0
    slower = slower if slower > 0.0 else 1.0
    duration_s = _scaled(node.get("duration").number or 0.0, slower)
    return WhombatRecording(node.get("uuid").text, node.get("path").text, duration_s, slower)


def _recording_of(event: Node, recordings: Mapping[str, WhombatRecording]) -> WhombatRecording:
    uuid = event.get("recording").text
    return recordings.get(uuid, WhombatRecording(uuid, "", 0.0, 1.0))


def _tags(annotation: Node, tags: Mapping[float, Tag]) -> dict[int, Tag]:
    """The tags of an annotation that the file explains, by their places in its list."""
    numbers = [one.number for one in annotation.get("tags").items]
    return {at: tags[one] for at, one in enumerate(numbers) if one is not None and one in tags}


def _extra(tags: Mapping[int, Tag], keys: Sequence[str]) -> tuple[Tag, ...]:
    """The tags of other keys; several of one key in one text."""
    found: dict[str, list[str]] = {}
    for key, value in tags.values():
        if key != keys[0] and value:
            found.setdefault(key, []).append(value)
    return tuple((key, ", ".join(values)) for key, values in found.items())


def _note(annotation: Node) -> str:
    messages = (one.get("message").text for one in annotation.get("notes").items)
    return "\n".join(filter(None, messages))


def _numbers(node: Node) -> Iterator[float]:
    """The numbers of a list and of the lists in it, in order."""
    if node.number is not None:
        yield node.number
    for one in node.items:
        yield from _numbers(one)


def _scaled(value: float, factor: float) -> float:
    """A value times a factor, without the digits that reckoning makes up."""
    return value if factor == 1.0 else round(value * factor, _DECIMALS)
