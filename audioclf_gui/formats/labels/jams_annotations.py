"""Annotations of JAMS, taken apart: the observations of those that are about names are labels."""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from json import dumps
from pathlib import Path

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.track import free_name, track_name
from audioclf_gui.formats.json_text import NOTHING, BadJsonError, Node, parsed
from audioclf_gui.formats.registry import BadLabelFileError, NotALabelError, SkippedLine
from audioclf_gui.formats.template import end_after, region_of
from audioclf_gui.formats.text import FileText

FACTS = ("time", "duration", "value", "confidence")
OPEN = "tag_open"
"""The namespace whose values are any texts, over each other or not."""

_OPEN_ONES = {OPEN, "segment_open", "lyrics", "onset"}
_OF_LABELS = re.compile(r"(?:beat|onset|segment|tag|chord|lyrics|key|scaper)(?:_\w+)?")

Observation = tuple[Node, Node, Node, Node]
"""Time, duration, value and confidence; `NOTHING` for what it lacks."""


@dataclass(frozen=True, slots=True)
class JamsAnnotation:
    """An annotation whose observations are about names."""

    data: Node  # a list of observations, or in older files an object with lists of their facts
    namespace: str
    track: str
    observations: tuple[Observation, ...]

    @property
    def is_listed(self) -> bool:
        """Whether each observation stands by itself."""
        return self.data.kind == "list"

    def value(self, name: str, known: Mapping[str, str]) -> str | None:
        """What the value of an observation of that name is as JSON; None if it may have no such.

        A namespace with a vocabulary of its own, which is not in the file, has those names at least that
        it gives: to a program that checks the file any other one makes all of it unreadable.

        Parameters
        ----------
        known
            The names that it gives, and how they stand there.
        """
        if name in known:
            return known[name]
        return dumps(name, ensure_ascii=False) if self.namespace in _OPEN_ONES else None


@dataclass(frozen=True, slots=True)
class JamsPlace:
    """Where a region stands."""

    annotation: int
    observation: int


@dataclass(frozen=True, slots=True)
class JamsFile:
    """A file of annotations, and for each of its regions where it stands."""

    source: FileText
    root: Node
    annotations: tuple[JamsAnnotation, ...]
    regions: tuple[Region, ...]
    places: tuple[JamsPlace, ...]
    skipped: tuple[SkippedLine, ...]
    others: tuple[str, ...]  # the namespaces of annotations that are no labels

    def observation(self, at: int) -> Observation:
        """That of a region."""
        place = self.places[at]
        return self.annotations[place.annotation].observations[place.observation]


def jams_file(content: bytes, source: Path) -> JamsFile:
    """Take a file apart; BadLabelFileError if nothing in it is about names."""
    text = FileText.decode(content)
    try:
        root = parsed(text.text)
    except BadJsonError as error:
        line = text.text.count("\n", 0, error.position) + 1
        raise BadLabelFileError(source, Text("it does not go on as JSON does"), line) from error
    annotations = tuple(_annotations(root))
    spaces = {one.get("namespace").text for one in root.get("annotations").items}
    others = tuple(sorted(spaces - {one.namespace for one in annotations}))
    if others and not annotations:
        reason = Text("its annotations are no labels, but {kinds}", kinds=quoted(others, most=5))
        raise BadLabelFileError(source, reason)
    if root.get("annotations").kind != "list":
        raise BadLabelFileError(source, Text("it has no annotations"))
    breaks = [found.start() for found in re.finditer("\n", text.text)]
    regions: list[Region] = []
    places: list[JamsPlace] = []
    skipped: list[SkippedLine] = []
    for number, annotation in enumerate(annotations):
        for at, facts in enumerate(annotation.observations):
            try:
                regions.append(_region(facts, annotation))
            except NotALabelError as error:
                begin = min((one.start for one in facts if one is not NOTHING), default=annotation.data.start)
                skipped.append(SkippedLine(bisect(breaks, begin) + 1, error.reason))
            else:
                places.append(JamsPlace(number, at))
    return JamsFile(text, root, annotations, tuple(regions), tuple(places), tuple(skipped), others)


def _annotations(root: Node) -> Iterator[JamsAnnotation]:
    """Those about names. A track that we wrote is called in its sandbox; else the namespace calls it."""
    taken: list[str] = []
    for node in root.get("annotations").items:
        namespace, called = node.get("namespace").text, node.get("sandbox", "track").text
        if not _OF_LABELS.fullmatch(namespace):
            continue
        track = track_name(called) if called else free_name(track_name(namespace), taken)
        taken.append(track)
        yield JamsAnnotation(node.get("data"), namespace, track, tuple(_observations(node.get("data"))))


def _observations(data: Node) -> Iterator[Observation]:
    if data.kind == "object":
        yield from zip_longest(*(data.get(fact).items for fact in FACTS), fillvalue=NOTHING)
    for one in data.items:
        time, duration, value, confidence = map(one.get, FACTS)
        yield time, duration, value, confidence


def _region(facts: Observation, annotation: JamsAnnotation) -> Region:
    """The label that an observation is; NotALabelError if it is none."""
    start, duration, value, confidence = facts
    if start.number is None or duration.number is None:
        raise NotALabelError(Text("its time or its duration is no number of seconds"))
    name = annotation.namespace if is_valueless(value) else _words(value)
    score = confidence.number
    score = score if score is not None and 0.0 <= score <= 1.0 else None
    end_s = end_after(start.number, duration.number)
    raw = f"{annotation.track}\t{start.number!r}\t{duration.number!r}\t{name}"
    return region_of(start.number, end_s, name, score=score, raw=raw, track=annotation.track)


def is_valueless(value: Node) -> bool:
    """Whether an observation says nothing but when."""
    return value is NOTHING or (value.kind == "scalar" and value.value is None)


def _words(value: Node) -> str:
    """The name that a value is: a text, a number, or what an object calls its label."""
    named = value.get("label") if value.kind == "object" else value
    if named.number is not None:
        return repr(named.number).removesuffix(".0")
    if not isinstance(named.value, str):
        raise NotALabelError(Text("its value is no name"))
    return named.value
