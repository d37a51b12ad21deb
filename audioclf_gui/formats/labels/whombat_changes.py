"""What labels change in a file of Whombat; all that nobody touched keeps its bytes."""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence

from audioclf_gui.core.label import Region
from audioclf_gui.core.recording_names import recording_name
from audioclf_gui.formats.json_text import NOTHING, Node, list_changes, member_change
from audioclf_gui.formats.labels.whombat_annotations import (
    ANNOTATIONS,
    WhombatFile,
    WhombatRecording,
)
from audioclf_gui.formats.labels.whombat_lists import ANNOTATED_CLIPS, CLIPS, EVENTS, ListEdits, as_json
from audioclf_gui.formats.registry import LabelledSound
from audioclf_gui.formats.template import is_renamed
from audioclf_gui.formats.text import Change

_HIGHEST_HZ = 5_000_000.0  # that Whombat knows; it stands for an unknown upper edge


def whombat_changes(
    file: WhombatFile, regions: Sequence[Region], origins: Sequence[int | None], sound: LabelledSound
) -> Iterator[Change]:
    """The changes of the file's text after which it holds `regions`, of which `match` gave the origins.

    Parameters
    ----------
    sound
        The recording of new labels that name none, if the file has no labels yet.
    """
    now = {origin: region for origin, region in zip(origins, regions, strict=True) if origin is not None}
    new = [region for origin, region in zip(origins, regions, strict=True) if origin is None]
    sharing: defaultdict[int, list[int]] = defaultdict(list)
    for at, place in enumerate(file.places):
        sharing[place.annotation].append(at)
    used = Counter(one.get("sound_event").text for one in file.annotations)
    lists = ListEdits(file)
    gone: set[int] = set()
    for annotation, ones in sharing.items():
        here = [at for at in ones if at in now]
        is_moved = any(_box(now[at]) != _box(file.regions[at]) for at in here)
        is_shared = used[file.annotations[annotation].get("sound_event").text] > 1
        if len({_facts(now[at]) for at in here}) == 1 and not (is_moved and is_shared):
            yield from _annotation_changes(file, annotation, ones, now, lists)
        else:
            gone.add(annotation)  # its names are of different times now: each gets an annotation
            new += [now[at] for at in here]
    _drop(file, gone, lists)
    linked = _added(file, sorted(new, key=lambda one: one.start_s), gone, sound, lists)
    yield from _link_changes(file, gone, linked)
    yield from lists.changes()


def _facts(region: Region) -> tuple[object, ...]:
    return _box(region), region.note, region.extra


def _box(region: Region) -> tuple[object, ...]:
    return region.start_s, region.end_s, region.low_hz, region.high_hz


def _annotation_changes(
    file: WhombatFile, annotation: int, ones: Sequence[int], now: Mapping[int, Region], lists: ListEdits
) -> Iterator[Change]:
    """Those facts of an annotation that are others now."""
    node = file.annotations[annotation]
    here = [at for at in ones if at in now]
    before, region = file.regions[here[0]], now[here[0]]
    if _box(region) != _box(before):
        geometry = _geometry(region, file.recording(annotation))
        yield _member(file.event(annotation), "geometry", as_json(geometry))
    if region.note != before.note:
        yield _note_change(node, region.note, lists)
    is_named = len(here) == len(ones) and not any(is_renamed(now[at], file.regions[at]) for at in here)
    if not is_named or dict(region.extra) != dict(before.extra):
        yield _member(node, "tags", _tags(file, node, ones, now, lists))


def _member(node: Node, name: str, text: str) -> Change:
    known = node.get(name)
    return member_change(node, {name: text}) if known is NOTHING else (known.start, known.stop, text)


def _tags(
    file: WhombatFile, node: Node, ones: Sequence[int], now: Mapping[int, Region], lists: ListEdits
) -> str:
    """The numbers of an annotation's tags: those that it had, as far as they still hold, and new ones."""
    region = now[next(at for at in ones if at in now)]
    said, says = dict(file.regions[ones[0]].extra), dict(region.extra)
    others = [key for key in {**said, **says} if said.get(key) != says.get(key)]
    names = {file.places[at].tag: at for at in ones}
    numbers: list[str] = []
    for place, one in enumerate(node.get("tags").items):
        at = names.get(place)
        is_kept = file.tags.get(one.number or 0.0, ("", ""))[0] not in others
        if at is not None:
            is_kept = at in now and not is_renamed(now[at], file.regions[at])
            if at in now and not is_kept and now[at].text:
                numbers.append(str(lists.number((file.keys[0], now[at].text))))
        if is_kept:
            numbers.append(file.source.text[one.start : one.stop])
    if None in names and region.text:
        numbers.insert(0, str(lists.number((file.keys[0], region.text))))
    numbers += [str(lists.number((key, says[key]))) for key in others if says.get(key)]
    return f"[{', '.join(numbers)}]"


def _note_change(node: Node, note: str, lists: ListEdits) -> Change:
    """One message in place of all of an annotation; a single one keeps who wrote it."""
    known = node.get("notes").items
    message = known[0].get("message") if len(known) == 1 else NOTHING
    if note and message is not NOTHING:
        return message.start, message.stop, as_json(note)
    return _member(node, "notes", as_json([_note(note, lists)] if note else []))


def _note(note: str, lists: ListEdits) -> dict[str, object]:
    return {"uuid": lists.fresh("note"), "message": note}


def _drop(file: WhombatFile, gone: Collection[int], lists: ListEdits) -> None:
    """Take annotations out, with their sound events where nothing else names those."""
    left = {node.get("sound_event").text for at, node in enumerate(file.annotations) if at not in gone}
    for sequence in file.data.get("sequences").items:
        left |= {one.text for one in sequence.get("sound_events").items}
    events = {file.annotations[at].get("sound_event").text for at in gone} - left
    for annotation in gone:
        lists.drop(ANNOTATIONS, annotation)
    for place, node in enumerate(file.data.get(EVENTS).items):
        if node.get("uuid").text in events:
            lists.drop(EVENTS, place)


def _added(
    file: WhombatFile,
    regions: Sequence[Region],
    gone: Collection[int],
    sound: LabelledSound,
    lists: ListEdits,
) -> Mapping[int, Sequence[str]]:
    """Put in annotations of these regions, in order of time; for each known clip those that lie in it."""
    recordings = dict(file.recordings)
    linked: defaultdict[int, list[str]] = defaultdict(list)
    clipless: defaultdict[str, list[str]] = defaultdict(list)
    later: dict[str, deque[tuple[float, int]]] = {}  # of each recording what comes after the last new one
    length_s = sound.duration_s or max((one.end_s for one in regions), default=0.0)
    for region in regions:
        recording = _recording_for(file, region.sound_file, sound, recordings.values())
        if recording is None:
            recording = _new_recording(region.sound_file or sound.path, length_s, sound, lists)
            recordings[recording.uuid] = recording
        if recording.uuid not in later:
            later[recording.uuid] = _kept(file, recording, gone)
        waiting = later[recording.uuid]
        while waiting and waiting[0][0] <= region.start_s:
            waiting.popleft()
        uuid = _add(file, region, recording, waiting[0][1] if waiting else None, lists)
        clip = _clip_at(file, recording, recording.coordinates(region.start_s, None)[0])
        if clip is None:
            clipless[recording.uuid].append(uuid)
        else:
            linked[clip].append(uuid)
    for name, uuids in clipless.items():
        clip_uuid = lists.fresh("clip")
        end = recordings[name].coordinates(recordings[name].duration_s, None)[0]
        lists.add(CLIPS, {"uuid": clip_uuid, "recording": name, "start_time": 0.0, "end_time": end})
        lists.add(ANNOTATED_CLIPS, {"uuid": lists.fresh("clip annotation"), "clip": clip_uuid, EVENTS: uuids})
        if file.data.get("collection_type").text == "annotation_project":
            lists.add("tasks", {"uuid": lists.fresh("task"), "clip": clip_uuid})
    return linked


def _new_recording(path: str, length_s: float, sound: LabelledSound, lists: ListEdits) -> WhombatRecording:
    """Put in a recording; of one whose rate and channels nobody knows it says none."""
    facts = {"channels": sound.channels, "samplerate": sound.rate_hz}
    recording = WhombatRecording(lists.fresh("recording"), path, length_s, 1.0)
    about = {"uuid": recording.uuid, "path": path, "duration": float(length_s)}
    lists.add("recordings", about | {key: value for key, value in facts.items() if value})
    return recording


def _kept(file: WhombatFile, recording: WhombatRecording, gone: Collection[int]) -> deque[tuple[float, int]]:
    """When those annotations of a recording start that stay, and their places, in the order of the file."""
    return deque(
        (known.start_s, place.annotation)
        for place, known in zip(file.places, file.regions, strict=True)
        if place.annotation not in gone and file.recording(place.annotation) == recording
    )


def _recording_for(
    file: WhombatFile, path: str, sound: LabelledSound, known: Collection[WhombatRecording]
) -> WhombatRecording | None:
    """The recording that a new label is about; None if the file lacks it."""
    if path:
        return next((one for one in known if one.path == path), None)
    if file.places:
        return file.recording(file.places[0].annotation)
    wanted = recording_name(sound.path)
    named = ((one, recording_name(one.path)) for one in known)
    return next((one for one, name in named if wanted is None or (name and name.key == wanted.key)), None)


def _add(
    file: WhombatFile, region: Region, recording: WhombatRecording, place: int | None, lists: ListEdits
) -> str:
    """Put in an annotation before the one at `place`, or behind all; its name comes back."""
    event, uuid = lists.fresh("sound event"), lists.fresh("annotation")
    geometry = _geometry(region, recording)
    lists.add(EVENTS, {"uuid": event, "recording": recording.uuid, "geometry": geometry})
    tags = [(file.keys[0], region.text), *region.extra]
    about = {
        "uuid": uuid,
        "sound_event": event,
        "notes": [_note(region.note, lists)] if region.note else [],
        "tags": [lists.number(tag) for tag in tags if tag[1]],
    }
    lists.add(ANNOTATIONS, about, place)
    return uuid


def _geometry(region: Region, recording: WhombatRecording) -> Mapping[str, object]:
    start, low = recording.coordinates(region.start_s, region.low_hz)
    end, high = recording.coordinates(region.end_s, region.high_hz)
    if region.low_hz is not None or region.high_hz is not None:
        high = _HIGHEST_HZ if region.high_hz is None else high
        return {"type": "BoundingBox", "coordinates": [start, low, end, high]}
    if start == end:
        return {"type": "TimeStamp", "coordinates": start}
    return {"type": "TimeInterval", "coordinates": [start, end]}


def _clip_at(file: WhombatFile, recording: WhombatRecording, time: float) -> int | None:
    """The annotated clip of a recording in which a time lies, else its first; None if it has none."""
    clips = {one.get("uuid").text: one for one in file.data.get(CLIPS).items}
    found = []
    for place, node in enumerate(file.data.get(ANNOTATED_CLIPS).items):
        clip = clips.get(node.get("clip").text, NOTHING)
        if clip.get("recording").text == recording.uuid:
            start, end = clip.get("start_time").number or 0.0, clip.get("end_time").number or 0.0
            found.append((not start <= time < end, place))
    return min(found)[1] if found else None


def _link_changes(
    file: WhombatFile, gone: Collection[int], linked: Mapping[int, Sequence[str]]
) -> Iterator[Change]:
    """The annotations that clips name: Whombat shows no others."""
    names = {file.annotations[at].get("uuid").text for at in gone}
    for place, node in enumerate(file.data.get(ANNOTATED_CLIPS).items):
        known = node.get(EVENTS)
        dropped = {at for at, one in enumerate(known.items) if one.text in names}
        new = [(len(known.items), as_json(one)) for one in linked.get(place, ())]
        if known.kind == "list":
            yield from list_changes(file.source.text, known, dropped, new) if dropped or new else ()
        elif new:
            yield _member(node, EVENTS, as_json(list(linked[place])))
