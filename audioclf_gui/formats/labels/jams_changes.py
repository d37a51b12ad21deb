"""What labels change in a JAMS file; all that nobody touched keeps its bytes."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from json import dumps

from audioclf_gui.core.label import Region
from audioclf_gui.core.track import MAIN, MAIN_TITLE
from audioclf_gui.formats.json_text import NOTHING, list_changes, member_change
from audioclf_gui.formats.labels.jams_annotations import FACTS, OPEN, JamsFile
from audioclf_gui.formats.template import is_renamed
from audioclf_gui.formats.text import Change

_DECIMALS = 9


def jams_changes(
    file: JamsFile, regions: Sequence[Region], origins: Sequence[int | None]
) -> Iterator[Change]:
    """The changes of the file's text after which it holds `regions`, of which `match` gave the origins."""
    gone: defaultdict[int, set[int]] = defaultdict(set)  # of each annotation its observations that go
    new = [one for origin, one in zip(origins, regions, strict=True) if origin is None]
    known = _values(file)
    now = {origin: region for origin, region in zip(origins, regions, strict=True) if origin is not None}
    for at, place in enumerate(file.places):
        changes = _changes(file, at, now[at], known[place.annotation]) if at in now else None
        if changes is None:
            gone[place.annotation].add(place.observation)
            new += [now[at]] if at in now else []
        else:
            yield from changes
    yield from _list_changes(file, gone, new, known)


def _values(file: JamsFile) -> list[dict[str, str]]:
    """For each annotation the names that it gives, and how they stand there; objects say more than that."""
    found: list[dict[str, str]] = [{} for _ in file.annotations]
    for at, place in enumerate(file.places):
        value = file.observation(at)[2]
        if value.kind == "scalar":
            text = "null" if value is NOTHING else file.source.text[value.start : value.stop]
            found[place.annotation].setdefault(file.regions[at].text, text)
    return found


def _changes(file: JamsFile, at: int, region: Region, known: Mapping[str, str]) -> list[Change] | None:
    """What changes in an observation; None if its annotation has no place for what it is now."""
    before, annotation = file.regions[at], file.annotations[file.places[at].annotation]
    time, duration, value, confidence = file.observation(at)
    if region.track != before.track:
        return None
    changes: list[Change] = []
    if region.start_s != before.start_s:
        changes.append((time.start, time.stop, repr(float(region.start_s))))
    if (region.start_s, region.end_s) != (before.start_s, before.end_s):
        changes.append((duration.start, duration.stop, _duration(region)))
    if is_renamed(region, before):
        node = value.get("label") if value.kind == "object" else value
        is_free = value.kind == "object" and node.number is None
        text = _json(region.text) if is_free else annotation.value(region.text, known)
        if text is None or node is NOTHING:
            return None
        changes.append((node.start, node.stop, text))
    if region.score != before.score:
        if confidence is not NOTHING:
            changes.append((confidence.start, confidence.stop, _json(region.score)))
        elif annotation.is_listed:
            entry = annotation.data.items[file.places[at].observation]
            changes.append(member_change(entry, {FACTS[3]: _json(region.score)}))
        else:
            return None
    return changes


def _list_changes(
    file: JamsFile,
    gone: Mapping[int, Collection[int]],
    new: Sequence[Region],
    known: Sequence[Mapping[str, str]],
) -> Iterator[Change]:
    """The observations that go, and those that come, in order of time; and annotations for new tracks."""
    coming: defaultdict[int, list[tuple[Region, str]]] = defaultdict(list)
    homeless: defaultdict[str, list[Region]] = defaultdict(list)
    for region in sorted(new, key=lambda one: one.start_s):
        for number, annotation in enumerate(file.annotations):
            value = annotation.value(region.text, known[number])
            if annotation.track == region.track and annotation.is_listed and value is not None:
                coming[number].append((region, _observation(region, value)))
                break
        else:
            homeless[region.track].append(region)
    for number, annotation in enumerate(file.annotations):
        going, added = gone.get(number, ()), coming[number]
        places = _places_for(file, number, going, [region for region, _ in added])
        inserted = [(place, text) for place, (_, text) in zip(places, added, strict=True)]
        parts = [annotation.data] if annotation.is_listed else map(annotation.data.get, FACTS)
        for part in parts:
            dropped = {one for one in going if one < len(part.items)}
            if dropped or inserted:
                yield from list_changes(file.source.text, part, dropped, inserted)
    if homeless:
        node = file.root.get("annotations")
        made = [(len(node.items), _annotation(track, ones)) for track, ones in homeless.items()]
        yield from list_changes(file.source.text, node, (), made)


def _places_for(
    file: JamsFile, annotation: int, gone: Collection[int], regions: Sequence[Region]
) -> list[int]:
    """For each of these regions, in order of time, the observation before which it comes."""
    kept = [
        (known.start_s, place.observation)
        for place, known in zip(file.places, file.regions, strict=True)
        if place.annotation == annotation and place.observation not in gone
    ]
    places: list[int] = []
    at = 0
    for region in regions:
        while at < len(kept) and kept[at][0] <= region.start_s:
            at += 1
        end = len(file.annotations[annotation].observations)
        places.append(kept[at][1] if at < len(kept) else end)
    return places


def _annotation(track: str, regions: Sequence[Region]) -> str:
    """The text of a new annotation; the row in which its labels stand is its sandbox's affair."""
    rows = ",\n".join(_observation(one, _json(one.text)) for one in regions)
    sandbox = _json({"track": MAIN_TITLE if track == MAIN else track})
    head = f'{{"annotation_metadata": {{}}, "namespace": {_json(OPEN)}, "data": ['
    return f'{head}\n{rows}\n], "sandbox": {sandbox}}}'


def _observation(region: Region, value: str) -> str:
    start, score = repr(float(region.start_s)), _json(region.score)
    return f'{{"time": {start}, "duration": {_duration(region)}, "value": {value}, "confidence": {score}}}'


def _duration(region: Region) -> str:
    """How long a label lasts, without the digits that taking away makes up."""
    return repr(round(float(region.end_s - region.start_s), _DECIMALS))


def _json(value: object) -> str:
    return dumps(value, ensure_ascii=False)
