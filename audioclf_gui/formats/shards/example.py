"""What a shard says about a sound: the sound file's bytes, and labels, group and fold as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.label import Certainty, Region
from audioclf_gui.core.quantity import Quantity
from audioclf_gui.core.track import MAIN

VERSION = 1


@dataclass(frozen=True, slots=True)
class ShardExample:
    """A sound of a shard with what is known of it."""

    key: str  # its name in the shard, without an ending
    suffix: str  # of its sound file, in small letters and without the dot
    sound: bytes  # the whole sound file
    facts: bytes  # JSON, see `facts_of`; empty if the shard has none of it


def facts_of(candidate: Candidate, content: str) -> bytes:
    """What is known of a sound, as JSON; what is not known is not in it.

    Parameters
    ----------
    content
        The hash of the sound file, see `core.content.content_hash`.
    """
    facts = {
        "audioclf": VERSION,
        "name": candidate.path.name,
        "content": content,
        "classes": list(candidate.class_names),
        "ruled_out": list(candidate.ruled_out),
        "group": candidate.group,
        "fold": candidate.fold,
        "target": candidate.target,
        "quantity": candidate.quantity.name,
        "unit": candidate.quantity.unit,
        "regions": [_of_region(region) for region in candidate.regions],
    }
    known = {name: value for name, value in facts.items() if value not in (None, "", [])}
    return json.dumps(known, ensure_ascii=False).encode()


def candidate_of(path: Path, facts: bytes) -> Candidate:
    """A sound file with what the JSON says of it; what is written otherwise than by us counts, too.

    Raises
    ------
    ValueError
        If it is no JSON, or what it holds are no such facts.
    """
    found = json_value(facts)
    if not isinstance(found, dict):
        raise ValueError("it is no object")
    classes = [*_texts(found, "classes"), *_texts(found, "class"), *_texts(found, "label")]
    target = found.get("target")
    if target is not None and (isinstance(target, bool) or not isinstance(target, int | float)):
        raise ValueError("the target is no number")
    regions = found.get("regions", [])
    if not isinstance(regions, list):
        raise ValueError("the regions are no list")
    return Candidate(
        path,
        classes[0] if classes else "",
        group=_text(found, "group"),
        fold=_text(found, "fold") or _text(found, "split"),
        target=target,
        regions=tuple(map(_region, regions)),
        quantity=Quantity(_text(found, "quantity"), _text(found, "unit")),
        others=tuple(classes[1:]),
        ruled_out=tuple(_texts(found, "ruled_out")),
    )


def _of_region(region: Region) -> dict[str, object]:
    facts = {
        "start_s": region.start_s,
        "end_s": region.end_s,
        "class": region.text,
        "low_hz": region.low_hz,
        "high_hz": region.high_hz,
        "track": "" if region.track == MAIN else region.track,
        "note": region.note,
        "certainty": region.certainty,
    }
    return {name: value for name, value in facts.items() if value not in (None, "")}


def _region(facts: Any) -> Region:
    if not isinstance(facts, dict):
        raise ValueError("a region is no object")
    certainty = _text(facts, "certainty")
    try:
        return Region(
            float(facts["start_s"]),
            float(facts["end_s"]),
            _text(facts, "class"),
            _edge_hz(facts, "low_hz"),
            _edge_hz(facts, "high_hz"),
            track=_text(facts, "track") or MAIN,
            note=_text(facts, "note"),
            certainty=Certainty(certainty) if certainty else None,
        )
    except (KeyError, TypeError) as error:
        raise ValueError("a region has no start or end") from error


def _edge_hz(facts: Mapping[str, Any], name: str) -> float | None:
    return None if facts.get(name) is None else float(facts[name])


def _text(facts: Mapping[str, Any], name: str) -> str:
    value = facts.get(name, "")
    return value if isinstance(value, str) else _as_text(value)


def _texts(facts: Mapping[str, Any], name: str) -> list[str]:
    value = facts.get(name, [])
    return [_as_text(one) for one in (value if isinstance(value, list) else [value])]


def _as_text(value: object) -> str:
    """A name that was written as a number, too: classes are often."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("a name is neither a text nor a number")
    return str(value)
