"""Annotations of music as JAMS: JSON with a list of annotations, each in a namespace that says what about.

As in Humphrey et al., "JAMS: A JSON Annotated Music Specification for Reproducible MIR Research" (2014),
and the documentation of its namespaces. Observations are a list, or in older files lists of their facts.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from pathlib import Path

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.track import MAIN, Track, free_name, track_name, with_tracks
from audioclf_gui.formats.json_text import NOTHING, BadJsonError, Node, parsed
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    NotALabelError,
    ReadOnlyFormat,
    SkippedLine,
    label_format,
)
from audioclf_gui.formats.template import end_after, region_of
from audioclf_gui.formats.text import FileText

_PARTS = re.compile(r'"(?:annotation_metadata|file_metadata|jams_version)"\s*:')
_OF_LABELS = re.compile(r"(?:beat|onset|segment|tag|chord|lyrics|key|scaper)(?:_\w+)?")
_FACTS = ("time", "duration", "value", "confidence")


@label_format
class JamsAnnotations(ReadOnlyFormat):
    """Beats, onsets, segments, tags, chords, keys, lyrics and sound events; each annotation is a track."""

    key = "jams"
    name = Text("JAMS annotations of music")
    suffixes: tuple[str, ...] = (".jams",)
    capabilities = Capabilities(bands=False, tracks=True, writing=False)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the observations of all annotations that are about names; tempi and curves are none."""
        if not content.strip():
            return LabelFile((), holds=self.capabilities)
        text = FileText.decode(content).text
        try:
            root = parsed(text)
        except BadJsonError as error:
            line = text.count("\n", 0, error.position) + 1
            raise BadLabelFileError(source, Text("it does not go on as JSON does"), line) from error
        annotations = root.get("annotations").items
        named = [one for one in annotations if _OF_LABELS.fullmatch(one.get("namespace").text)]
        others = {one.get("namespace").text for one in annotations} - {
            one.get("namespace").text for one in named
        }
        if not named:
            if others:
                reason = Text(
                    "its annotations are no labels, but {kinds}", kinds=quoted(sorted(others), most=5)
                )
                raise BadLabelFileError(source, reason)
            raise BadLabelFileError(source, Text("it has no annotations"))
        return _label_file(text, named, sorted(others))

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it begins as JSON with the parts of a JAMS file."""
        text = FileText.decode(content).text
        return text.lstrip().startswith("{") and _PARTS.search(text) is not None


def _label_file(text: str, named: list[Node], others: list[str]) -> LabelFile:
    breaks = [found.start() for found in re.finditer("\n", text)]
    tracks: list[Track] = []
    regions: list[Region] = []
    skipped: list[SkippedLine] = []
    valueless = 0
    for annotation in named:
        namespace = annotation.get("namespace").text
        name = track_name(namespace)
        track = Track(name and free_name(name, [one.name for one in tracks]))
        tracks.append(track)
        for facts in _observations(annotation.get("data")):
            try:
                region = _region(facts, namespace, track)
            except NotALabelError as error:
                line = bisect(breaks, max(0, facts[0].start)) + 1
                skipped.append(SkippedLine(line, error.reason))
            else:
                regions.append(region)
                valueless += _is_nothing(facts[2])
    return LabelFile(
        tuple(regions),
        tuple(skipped),
        tracks=with_tracks((), (one for one in tracks if one.name != MAIN)),
        holds=JamsAnnotations.capabilities,
        notes=tuple(_notes(valueless, others)),
    )


def _notes(valueless: int, others: list[str]) -> Iterator[Text]:
    if valueless:
        yield Text(
            "{n} observation has no value and is called like its namespace",
            "{n} observations have no values and are called like their namespaces",
            n=valueless,
        )
    if others:
        yield Text("its annotations {kinds} are no labels and are left out", kinds=quoted(others, most=5))


def _observations(data: Node) -> Iterator[tuple[Node, ...]]:
    """The time, duration, value and confidence of each; `NOTHING` where there is none."""
    if data.kind == "object":
        yield from zip(*(data.get(fact).items for fact in _FACTS), strict=False)
    for one in data.items:
        yield tuple(one.get(fact) for fact in _FACTS)


def _region(facts: tuple[Node, ...], namespace: str, track: Track) -> Region:
    """The label that an observation is; NotALabelError if it is none."""
    start, duration, value, confidence = facts
    if start.number is None or duration.number is None:
        raise NotALabelError(Text("its time or its duration is no number of seconds"))
    name = namespace if _is_nothing(value) else _words(value)
    score = confidence.number
    score = score if score is not None and 0.0 <= score <= 1.0 else None
    end_s = end_after(start.number, duration.number)
    raw = f"{track.name}\t{start.number!r}\t{duration.number!r}\t{name}"
    return region_of(start.number, end_s, name, score=score, raw=raw, track=track.name)


def _is_nothing(value: Node) -> bool:
    return value is NOTHING or (value.kind == "scalar" and value.value is None)


def _words(value: Node) -> str:
    """The name that a value is: a text, a number, or what an object calls its label."""
    named = value.get("label") if value.kind == "object" else value
    if named.number is not None:
        return f"{named.number:g}"
    if not named.text:
        raise NotALabelError(Text("its value is no name"))
    return named.text
