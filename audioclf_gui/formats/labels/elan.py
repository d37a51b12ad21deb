"""Annotations of ELAN (.eaf): XML in which each tier is a track.

As in the Max Planck Institute's "EAF Annotation Format": times are slots in milliseconds; an annotation lies
between two slots, or refers to one of another tier and lasts as long as that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.label import Region
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.region_pairs import match
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN, Track, free_name, track_name, with_tracks
from audioclf_gui.formats.labels import elan_writing
from audioclf_gui.formats.registry import (
    BadLabelFileError,
    LabelFile,
    LabelledSound,
    NotALabelError,
    SkippedLine,
    label_format,
)
from audioclf_gui.formats.template import is_renamed, is_untouched, region_of
from audioclf_gui.formats.text import FileText, finite
from audioclf_gui.formats.xml_text import Element, read_xml

_ROOT = re.compile(r"<ANNOTATION_DOCUMENT[\s>]")
_LOOKED_AT = 4096

_WRITTEN_ANEW = Text(
    "once its labels are changed its tiers are written anew, without types, vocabularies and comments"
)

Span = tuple[float, float]
"""Start and end in milliseconds."""


@label_format
class ElanTiers:
    """Tiers of annotations, also of such that refer to others; vocabularies and comments are left out."""

    key = "elan"
    name = Text("ELAN annotations")
    suffixes: tuple[str, ...] = (".eaf",)
    capabilities = Capabilities(
        bands=False,
        scores=False,
        moments=False,
        overlaps=False,
        tracks=True,
        files=True,
        fine_times=False,
    )

    def __init__(self, sound_file: str = "") -> None:
        self._sound_file = sound_file

    def of_sound(self, sound: LabelledSound) -> "ElanTiers":
        """With the recording in new files."""
        return ElanTiers(sound.path)

    def read(self, content: bytes, source: Path) -> LabelFile:
        """Read the annotations of all tiers, in order of tier."""
        if not content.strip():
            return LabelFile((), canonical=True, holds=self.capabilities)
        document = _document(content, source)
        if document.units.lower() != "milliseconds":
            raise BadLabelFileError(source, Text("its times are counted in {units}", units=document.units))
        file = _label_file(document)
        is_own = _written(file, file.regions, range(len(file.regions)), _only(document.media)[0]) == content
        return replace(file, canonical=is_own, notes=file.notes if is_own else (*file.notes, _WRITTEN_ANEW))

    def write(self, regions: Sequence[Region], template: bytes | None = None) -> bytes:
        """Write a tier for each track, and further ones for what overlaps in it.

        A template in which nothing changed keeps its bytes; else its tiers are written anew, with their
        names and in their order, and what else stands in it is left out.
        """
        if not (template or b"").strip():
            new = [None] * len(regions)
            return _written(LabelFile(()), regions, new, self._sound_file) if regions else template or b""
        assert template is not None, "there is one"
        document = _document(template, Path())
        file = _label_file(document)
        origins = match(file.regions, regions)
        if is_untouched(file.regions, regions, origins):
            return template
        return _written(file, regions, origins, _only(document.media)[0])

    def respelled(self, regions: Sequence[Region]) -> tuple[Text, ...]:
        """Characters that XML has no place for."""
        told = Text(
            "{n} label has characters that XML has no place for.",
            "{n} labels have characters that XML has no place for.",
            n=sum(elan_writing.foreign(one.text + one.track) for one in regions),
        )
        return (told,) if told.count else ()

    def recognises(self, content: bytes, source: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it begins as an annotation document."""
        head = FileText.decode(content[:_LOOKED_AT]).text
        return head.lstrip().startswith("<") and _ROOT.search(head) is not None


@dataclass(frozen=True, slots=True)
class _Annotation:
    id: str
    slots: tuple[str, str]  # of one that is aligned
    parent: str  # of one that refers to another; empty: it is aligned
    text: str
    line: int


@dataclass(slots=True)
class _Document:
    """What was read so far: the value of an annotation ends before it, and all of a tier before that."""

    units: str = "milliseconds"
    media: list[tuple[str, float]] = field(default_factory=list)  # and what of each is skipped, in ms
    slots: dict[str, float | None] = field(default_factory=dict)
    tiers: list[tuple[str, list[_Annotation]]] = field(default_factory=list)
    annotations: list[_Annotation] = field(default_factory=list)
    value: str = ""

    @property
    def elements(self) -> Mapping[str, Element]:
        """What is done at the end of each element."""
        return {
            "HEADER": self._header,
            "MEDIA_DESCRIPTOR": self._medium,
            "TIME_SLOT": self._slot,
            "ANNOTATION_VALUE": self._value,
            "ALIGNABLE_ANNOTATION": self._annotation,
            "REF_ANNOTATION": self._annotation,
            "TIER": self._tier,
        }

    def _header(self, facts: Mapping[str, str], _text: str, _line: int) -> None:
        self.units = facts.get("TIME_UNITS", self.units)

    def _medium(self, facts: Mapping[str, str], _text: str, _line: int) -> None:
        address = facts.get("MEDIA_URL") or facts.get("RELATIVE_MEDIA_URL", "")
        name = re.split(r"[/\\]", unquote(address))[-1]
        self.media.append((name, finite(facts.get("TIME_ORIGIN", "")) or 0.0))

    def _slot(self, facts: Mapping[str, str], _text: str, _line: int) -> None:
        self.slots[facts.get("TIME_SLOT_ID", "")] = finite(facts.get("TIME_VALUE", ""))

    def _value(self, _facts: Mapping[str, str], text: str, _line: int) -> None:
        self.value = text

    def _annotation(self, facts: Mapping[str, str], _text: str, line: int) -> None:
        slots = (facts.get("TIME_SLOT_REF1", ""), facts.get("TIME_SLOT_REF2", ""))
        name, parent = facts.get("ANNOTATION_ID", ""), facts.get("ANNOTATION_REF", "")
        self.annotations.append(_Annotation(name, slots, parent, self.value, line))
        self.value = ""

    def _tier(self, facts: Mapping[str, str], _text: str, _line: int) -> None:
        self.tiers.append((facts.get("TIER_ID", ""), self.annotations))
        self.annotations = []


def _document(content: bytes, source: Path) -> _Document:
    document = _Document()
    read_xml(FileText.decode(content).text, source, document.elements)
    return document


def _only(media: Iterable[tuple[str, float]]) -> tuple[str, float]:
    """The one recording that a file is about, if it is one, and what of it is skipped in milliseconds.

    ELAN aligns several media by their offsets: its time 0 lies so much later in a recording.
    """
    sounds = [(name, skipped) for name, skipped in dict.fromkeys(media) if is_recording(name)]
    return sounds[0] if len(sounds) == 1 else ("", 0.0)


def _written(
    file: LabelFile, regions: Sequence[Region], origins: Sequence[int | None], sound_file: str
) -> bytes:
    """A file of these regions; those that come from `file` keep their ids and how it spells their names."""
    named: list[tuple[Region, str]] = []
    for region, origin in zip(regions, origins, strict=True):
        before = None if origin is None else file.regions[origin]
        if before is None or is_renamed(region, before):
            named.append((region, "" if before is None else _id(before)))
        else:
            named.append((replace(region, text=before.text), _id(before)))
    tracks = dict.fromkeys((*(one.name for one in file.tracks), *(one.track for one in file.regions)))
    return elan_writing.document(named, tuple(tracks), sound_file).encode("utf-8", "replace")


def _id(region: Region) -> str:
    return region.raw.partition("\t")[0]


def _label_file(document: _Document) -> LabelFile:
    spans, spread = _spans(document)
    sound_file, skipped_ms = _only(document.media)
    spans = {one: (start + skipped_ms, end + skipped_ms) for one, (start, end) in spans.items()}
    tracks: list[Track] = []
    regions: list[Region] = []
    skipped: list[SkippedLine] = []
    for number, (tier, annotations) in enumerate(document.tiers, start=1):
        name = track_name(tier) if tier.strip() else f"tier {number}"
        track = Track(name and free_name(name, [one.name for one in tracks]))
        tracks.append(track)
        for one in annotations:
            try:
                region = _region(one, spans.get(one), track, sound_file)
            except NotALabelError as error:
                skipped.append(SkippedLine(one.line, error.reason))
            else:
                regions.append(region)
    note = Text(
        "{n} annotation has no times of its own and is given an even share of those around it",
        "{n} annotations have no times of their own and are given even shares of those around them",
        n=spread,
    )
    offset = Text(
        "its times begin {skipped_s:g} s into the recording, and are told from its beginning",
        skipped_s=skipped_ms / 1000,
    )
    return LabelFile(
        tuple(regions),
        tuple(skipped),
        tracks=with_tracks((), (one for one in tracks if one.name != MAIN)),
        holds=ElanTiers.capabilities,
        notes=(*((note,) if spread else ()), *((offset,) if skipped_ms else ())),
    )


def _region(one: _Annotation, span: Span | None, track: Track, sound_file: str) -> Region:
    """The label that an annotation is; NotALabelError if it is none."""
    if span is None:
        raise NotALabelError(Text("neither it nor what it refers to has times"))
    raw = f"{one.id}\t{one.text}"
    return region_of(
        span[0] / 1000, span[1] / 1000, one.text, raw=raw, track=track.name, sound_file=sound_file
    )


def _spans(document: _Document) -> tuple[dict[_Annotation, Span], int]:
    """When each annotation is that has a time, and of how many that is their share of another's."""
    spans: dict[_Annotation, Span] = {}
    spread = 0
    referring: defaultdict[str, dict[str, list[_Annotation]]] = defaultdict(dict)
    for tier, annotations in document.tiers:
        aligned = [one for one in annotations if not one.parent]
        times, guessed = _slot_times(document.slots, aligned)
        for one in aligned:
            start, end = (times.get(slot) for slot in one.slots)
            if start is not None and end is not None:
                spans[one] = (start, end)
                spread += not guessed.isdisjoint(one.slots)
        for one in annotations:
            if one.parent:
                referring[one.parent].setdefault(tier, []).append(one)
    known = list(spans)
    for parent in known:  # it grows: others may refer to those that refer to it
        for children in referring.pop(parent.id, {}).values():
            start, end = spans[parent]
            step = (end - start) / len(children)
            for place, child in enumerate(children):
                stop = end if place == len(children) - 1 else start + (place + 1) * step
                spans[child] = (start + place * step, stop)
            spread += len(children) if len(children) > 1 else 0
            known += children
    return spans, spread


def _slot_times(
    slots: Mapping[str, float | None], aligned: Sequence[_Annotation]
) -> tuple[dict[str, float | None], set[str]]:
    """The times of the slots between the annotations of a tier, and which of them the file leaves open.

    Those are spread evenly between the times before and behind them in the row of adjoining annotations.
    """
    times = {slot: slots.get(slot) for one in aligned for slot in one.slots}
    following = dict(one.slots for one in aligned)
    guessed: set[str] = set()
    for first in [slot for slot, time in times.items() if time is not None]:
        chain = [first]
        while (
            (after := following.get(chain[-1])) is not None and times[after] is None and after not in guessed
        ):
            chain.append(after)
            guessed.add(after)
        start, end = times[first], None if after is None else times[after]
        if start is None or end is None:
            continue
        for place, slot in enumerate(chain[1:], start=1):
            times[slot] = start + (end - start) * place / len(chain)
    return times, guessed
