"""New ELAN files: a tier for each track, and further ones for what overlaps in it.

As in the Max Planck Institute's "EAF Annotation Format", version 3.0: annotations of one tier do not overlap,
and lie between time slots in milliseconds.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import quote

from audioclf_gui.core.label import Region
from audioclf_gui.core.track import MAIN_TITLE, free_name
from audioclf_gui.formats.xml_text import as_attribute, as_content

_BLANKS = re.compile("[\x0b\x0c\x1c-\x1f]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\ufffe\uffff]")
_TYPE = "default-lt"  # what ELAN calls the type of tiers that it makes itself
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="1970-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
"""
_FOOT = f"""\
    <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="{_TYPE}" TIME_ALIGNABLE="true"/>
</ANNOTATION_DOCUMENT>
"""
_MIME: Mapping[str, str] = {".wav": "audio/x-wav", ".mp3": "audio/mpeg"}


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label as it is written, in milliseconds."""

    start_ms: int
    end_ms: int
    text: str
    id: str  # empty: a new one


Tier = tuple[str, list[Annotation]]
"""A tier by its name."""


def foreign(text: str) -> bool:
    """Whether a text has characters that XML cannot hold and that are seen: they are left out."""
    return "\ufffe" in text or "\uffff" in text


def document(regions: Iterable[tuple[Region, str]], tracks: Sequence[str], sound_file: str) -> str:
    """A file with these labels.

    Parameters
    ----------
    regions
        Stretches, each with the id of its annotation, or without one; moments are left out.
    tracks
        Those that have a tier even without labels, in the order in which they are shown.
    sound_file
        The recording, with `/` between its folders; empty: nobody knows.
    """
    tiers = _tiers(regions, tracks)
    slots: list[str] = []
    body: list[str] = []
    taken = {one.id for _, annotations in tiers for one in annotations}
    fresh = (key for key in (f"a{number}" for number in count(1)) if key not in taken)
    for name, annotations in tiers:
        body.append(f"    <TIER LINGUISTIC_TYPE_REF={as_attribute(_TYPE)} TIER_ID={_attribute(name)}>\n")
        for one in annotations:
            first, last = f"ts{len(slots) + 1}", f"ts{len(slots) + 2}"
            for slot, time_ms in ((first, one.start_ms), (last, one.end_ms)):
                slots.append(f'        <TIME_SLOT TIME_SLOT_ID="{slot}" TIME_VALUE="{time_ms}"/>\n')
            body.append(
                "        <ANNOTATION>\n            <ALIGNABLE_ANNOTATION"
                f" ANNOTATION_ID={as_attribute(one.id or next(fresh))}"
                f' TIME_SLOT_REF1="{first}" TIME_SLOT_REF2="{last}">\n'
                f"                <ANNOTATION_VALUE>{_value(one.text)}</ANNOTATION_VALUE>\n"
                "            </ALIGNABLE_ANNOTATION>\n        </ANNOTATION>\n"
            )
        body.append("    </TIER>\n")
    order = f"    <TIME_ORDER>\n{''.join(slots)}    </TIME_ORDER>\n"
    return _HEAD + _header(sound_file) + order + "".join(body) + _FOOT


def _tiers(regions: Iterable[tuple[Region, str]], tracks: Sequence[str]) -> list[Tier]:
    of_track: dict[str, list[Annotation]] = {track: [] for track in tracks}
    for one, key in sorted(regions, key=lambda pair: (pair[0].start_s, pair[0].end_s)):
        if one.end_s > one.start_s:
            start_ms = round(one.start_s * 1000)
            end_ms = max(round(one.end_s * 1000), start_ms + 1)
            of_track.setdefault(one.track, []).append(Annotation(start_ms, end_ms, one.text, key))
    taken = set(of_track)
    tiers: list[Tier] = []
    for track, annotations in of_track.items():
        for row in _rows(annotations) or [[]]:
            name = free_name(track or MAIN_TITLE, taken - {track} if not _is_named(tiers, track) else taken)
            taken.add(name)
            tiers.append((name, row))
    return tiers


def _is_named(tiers: Sequence[Tier], track: str) -> bool:
    return any(name == (track or MAIN_TITLE) for name, _ in tiers)


def _rows(annotations: Iterable[Annotation]) -> list[list[Annotation]]:
    """The annotations in as few rows as they need, none over another in its row."""
    rows: list[list[Annotation]] = []
    for one in annotations:
        row = next((row for row in rows if row[-1].end_ms <= one.start_ms), None)
        if row is None:
            rows.append([one])
        else:
            row.append(one)
    return rows


def _header(sound_file: str) -> str:
    if not sound_file:
        return '    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>\n'
    place = PurePosixPath(sound_file)
    kind = _MIME.get(place.suffix.lower(), "audio/*")
    address, beside = as_attribute(f"file:///{quote(place.name)}"), as_attribute(f"./{quote(place.name)}")
    return (
        '    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">\n'
        f'        <MEDIA_DESCRIPTOR MEDIA_URL={address} MIME_TYPE="{kind}" RELATIVE_MEDIA_URL={beside}/>\n'
        "    </HEADER>\n"
    )


def _xml(text: str) -> str:
    """The text without what XML cannot hold: control characters, which nobody sees, or blanks for them."""
    return _UNSEEN.sub("", _BLANKS.sub(" ", text))


def _value(text: str) -> str:
    return as_content(_xml(text))


def _attribute(text: str) -> str:
    return as_attribute(_xml(text))
