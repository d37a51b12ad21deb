"""Annotation projects and sets of Whombat (and `soundevent`): JSON in the Acoustic Objects Exchange Format.

As in that package's module `io.aoef`: an annotation has numbers of tags and names a sound event; that has a
geometry and names a recording.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.json_text import BadJsonError, Node, list_changes, parsed
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    ReadOnlyFormat,
    SkippedLine,
    column_note,
    label_format,
)
from audioclf_gui.formats.template import region_of
from audioclf_gui.formats.text import FileText, changed

_KIND = re.compile(r'"collection_type"\s*:\s*"')
_ANNOTATIONS = "sound_event_annotations"
_TIMES_ONLY = {"TimeStamp", "TimeInterval"}
_LENGTHS = {"TimeStamp": 1, "TimeInterval": 2, "Point": 2, "BoundingBox": 4}

Tags = tuple[tuple[str, str], ...]
"""Key and value of each tag of an annotation."""


@label_format
class WhombatAnnotations(ReadOnlyFormat):
    """Sound events with tags; the label is the tag of the key that most have, others are further columns."""

    key = "whombat"
    name = Text("Whombat annotations")
    suffixes: tuple[str, ...] = (".json",)
    capabilities = Capabilities(scores=False, files=True, notes=True, extra=True, writing=False)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the annotated sound events of all recordings; of other shapes the box around them."""
        if not content.strip():
            return LabelFile((), holds=self.capabilities)
        text = FileText.decode(content)
        try:
            root = parsed(text.text)
        except BadJsonError as error:
            line = text.text.count("\n", 0, error.position) + 1
            raise BadLabelFileError(source, Text("it does not go on as JSON does"), line) from error
        data = root.get("data")
        if data.get(_ANNOTATIONS).kind != "list":
            kind = data.get("collection_type").text
            raise BadLabelFileError(source, Text("it is a “{kind}”, which has no labels", kind=kind))
        return _label_file(text, data)

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it begins as JSON that says what it is a collection of."""
        text = FileText.decode(content).text
        return text.lstrip().startswith("{") and _KIND.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Annotations:
    source: FileText
    annotations: Node
    places: tuple[int, ...]  # for each region its place in the list

    def part(self, indices: Collection[int]) -> bytes:
        """The file with those annotations only."""
        wanted = {self.places[at] for at in indices}
        dropped = [at for at in range(len(self.annotations.items)) if at not in wanted]
        text = self.source.text
        return self.source.encode(changed(text, list_changes(text, self.annotations, dropped, ())))


def _label_file(text: FileText, data: Node) -> LabelFile:
    tags = {
        one.get("id").number: (one.get("key").text, one.get("value").text) for one in data.get("tags").items
    }
    events = {one.get("uuid").text: one for one in data.get("sound_events").items}
    files = {one.get("uuid").text: one.get("path").text for one in data.get("recordings").items}
    annotations = data.get(_ANNOTATIONS)
    tagged = [_tags(one, tags) for one in annotations.items]
    keys = [key for key, _ in Counter(key for of_one in tagged for key in dict(of_one)).most_common()]
    line, reached = 1, 0
    regions: list[Region] = []
    places: list[int] = []
    skipped: list[SkippedLine] = []
    for place, (one, its_tags) in enumerate(zip(annotations.items, tagged, strict=True)):
        line, reached = line + text.text.count("\n", reached, one.start), one.start
        event = events.get(one.get("sound_event").text)
        try:
            if event is None:
                raise NotALabelError(Text("the sound event that it names is missing"))
            raw = text.text[one.start : one.stop]
            sound_file = files.get(event.get("recording").text, "")
            region = _region(event.get("geometry"), its_tags, keys, _note(one), raw, sound_file)
        except NotALabelError as error:
            skipped.append(SkippedLine(line, error.reason))
            continue
        regions.append(region)
        places.append(place)
    return LabelFile(
        tuple(regions),
        tuple(skipped),
        holds=WhombatAnnotations.capabilities,
        document=_Annotations(text, annotations, tuple(places)),
        notes=column_note(keys, ""),
    )


def _tags(annotation: Node, tags: Mapping[float | None, tuple[str, str]]) -> Tags:
    numbers = (one.number for one in annotation.get("tags").items)
    return tuple(tags[number] for number in numbers if number is not None and number in tags)


def _note(annotation: Node) -> str:
    messages = (one.get("message").text for one in annotation.get("notes").items)
    return "\n".join(filter(None, messages))


def _region(geometry: Node, tags: Tags, keys: Sequence[str], note: str, raw: str, sound_file: str) -> Region:
    """The label that a sound event is; NotALabelError if it is none."""
    start_s, end_s, low_hz, high_hz = _box(geometry)
    names = [value for key, value in tags if key == keys[0]]
    extra = {key: value for key, value in tags if key != keys[0] and value}
    facts = {"note": note, "extra": tuple(extra.items()), "sound_file": sound_file, "raw": raw}
    return region_of(start_s, end_s, ", ".join(names), low_hz, high_hz, **facts)


def _box(geometry: Node) -> tuple[float, float, float | None, float | None]:
    """Start, end, low and high of a geometry; NotALabelError if it has none."""
    kind, coordinates = geometry.get("type").text, geometry.get("coordinates")
    numbers = list(_numbers(coordinates))
    times = numbers if kind in _TIMES_ONLY else numbers[::2]
    levels = [] if kind in _TIMES_ONLY else numbers[1::2]
    is_whole = kind in _TIMES_ONLY or len(times) == len(levels)
    if not times or not is_whole or len(numbers) != _LENGTHS.get(kind, len(numbers)):
        raise NotALabelError(Text("its sound event has no place in time"))
    return min(times), max(times), min(levels, default=None), max(levels, default=None)


def _numbers(node: Node) -> Iterator[float]:
    """The numbers of a list and of the lists in it, in order."""
    if node.number is not None:
        yield node.number
    for one in node.items:
        yield from _numbers(one)
