"""What labels change in a file of Label Studio's tasks; all that nobody touched keeps its bytes."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from json import dumps

from audioclf_gui.core.label import Region
from audioclf_gui.formats.json_text import NOTHING, Node, list_changes, member_change
from audioclf_gui.formats.labels.studio_tasks import StudioFile, StudioTask, task_nodes
from audioclf_gui.formats.template import is_renamed
from audioclf_gui.formats.text import Change


@dataclass(slots=True)
class _Lists:
    """What becomes of the entries of each task."""

    gone: set[tuple[int, int]] = field(default_factory=set)  # task and entry
    noted: list[tuple[int, int, Region]] = field(default_factory=list)  # task and entry that get a note
    new: list[Region] = field(default_factory=list)


def studio_changes(
    file: StudioFile, regions: Sequence[Region], origins: Sequence[int | None]
) -> Iterator[Change]:
    """The changes of the file's text after which it holds `regions`, of which `match` gave the origins."""
    now = {origin: region for origin, region in zip(origins, regions, strict=True) if origin is not None}
    sharing: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for at, place in enumerate(file.places):
        sharing[place.task, place.entry].append(at)
    lists = _Lists(new=[one for origin, one in zip(origins, regions, strict=True) if origin is None])
    for key, ones in sharing.items():
        here = [at for at in ones if at in now]
        if not here:
            lists.gone.add(key)
        elif len({_facts(now[at]) for at in here}) == 1:
            yield from _name_changes(file, ones, now)
            yield from _fact_changes(file, here[0], now[here[0]])
            if now[here[0]].note and not _has_note(file, here[0]):
                lists.noted.append((*key, now[here[0]]))
        else:
            lists.gone.add(key)  # its names are of different times now: each gets an entry
            lists.new += [now[at] for at in here]
    yield from _list_changes(file, lists)


def _facts(region: Region) -> tuple[object, ...]:
    return region.start_s, region.end_s, region.score, region.note


def _has_note(file: StudioFile, at: int) -> bool:
    return file.places[at].note.get("value", "text") is not NOTHING


def _name_changes(file: StudioFile, ones: Sequence[int], now: Mapping[int, Region]) -> Iterator[Change]:
    """The names of an entry that go, and those that are others now."""
    entry = _entry(file, ones[0])
    names = entry.get("value", "labels")
    dropped = {place for place, at in enumerate(ones) if at not in now}
    if dropped:
        yield from list_changes(file.source.text, names, dropped, ())
    for at in ones:
        name = file.places[at].name
        if at not in now or not is_renamed(now[at], file.regions[at]):
            continue
        text = _json(now[at].text)
        if name is not NOTHING:
            yield name.start, name.stop, text
        elif names is not NOTHING:
            yield names.start, names.stop, f"[{text}]"
        else:
            yield member_change(entry.get("value"), {"labels": f"[{text}]"})


def _fact_changes(file: StudioFile, at: int, region: Region) -> Iterator[Change]:
    """Times, score and note of an entry, as far as they are others now."""
    before, entry = file.regions[at], _entry(file, at)
    for name, value, old in (
        ("start", region.start_s, before.start_s),
        ("end", region.end_s, before.end_s),
    ):
        node = entry.get("value", name)
        if value != old:
            yield node.start, node.stop, repr(float(value))
    members: dict[str, str] = {}
    if region.score != before.score:
        score, new = entry.get("score"), _json(region.score)
        if score is NOTHING:
            members["score"] = new
        else:
            yield score.start, score.stop, new
    if region.note != before.note and _has_note(file, at):
        text = file.places[at].note.get("value", "text")
        yield text.start, text.stop, _json([region.note] if region.note else [])
    elif region.note and entry.get("id") is NOTHING:
        members["id"] = _json(_id_of(file, at))
    if members:
        yield member_change(entry, members)


def _entry(file: StudioFile, at: int) -> Node:
    place = file.places[at]
    return file.tasks[place.task].result.items[place.entry]


def _id_of(file: StudioFile, at: int) -> str:
    """The id that an entry without one gets, so that a note can speak of it."""
    return f"noted-{file.places[at].task}-{file.places[at].entry}"


def _list_changes(file: StudioFile, lists: _Lists) -> Iterator[Change]:
    """The entries of each task that go, and those that come, in order of time."""
    coming: defaultdict[int, list[Region]] = defaultdict(list)
    called = {task.sound_file: at for at, task in reversed(list(enumerate(file.tasks)))}
    for region in sorted(lists.new, key=lambda one: one.start_s):
        coming[called.get(region.sound_file, 0)].append(region)
    ids = _Ids(file)
    notes = {place.note.start for place in file.places if (place.task, place.entry) in lists.gone}
    for at, task in enumerate(file.tasks):
        dropped = {entry for one, entry in lists.gone if one == at}
        dropped |= {entry for entry, node in enumerate(task.result.items) if node.start in notes}
        inserted = [
            (entry + 1, _noted(file, at, entry, region)) for one, entry, region in lists.noted if one == at
        ]
        inserted += [
            (place, _entries(region, task, ids))
            for region, place in zip(coming[at], _places_for(file, at, dropped, coming[at]), strict=True)
        ]
        if dropped or inserted:
            inserted.sort(key=lambda pair: pair[0])
            yield from list_changes(file.source.text, task.result, dropped, inserted)
    if coming[0] and not file.tasks:
        entries = ",\n".join(_entries(region, None, ids) for region in coming[0])
        yield _first_annotation(file, f'{{"result": [\n{entries}\n]}}')


def _noted(file: StudioFile, task: int, entry: int, region: Region) -> str:
    """The entry of the first note of an entry that stays."""
    known = file.tasks[task].result.items[entry]
    at = next(at for at, place in enumerate(file.places) if (place.task, place.entry) == (task, entry))
    return _note_entry(region, file.tasks[task], known.get("id").value or _id_of(file, at))


def _places_for(
    file: StudioFile, task: int, dropped: Collection[int], regions: Sequence[Region]
) -> list[int]:
    """For each of these regions, in order of time, the entry of a task before which it comes."""
    kept = [
        (known.start_s, place.entry)
        for place, known in zip(file.places, file.regions, strict=True)
        if place.task == task and place.entry not in dropped
    ]
    places: list[int] = []
    at = 0
    for region in regions:
        while at < len(kept) and kept[at][0] <= region.start_s:
            at += 1
        places.append(kept[at][1] if at < len(kept) else len(file.tasks[task].result.items))
    return places


def _first_annotation(file: StudioFile, annotation: str) -> Change:
    """The change that gives the first task, which nobody annotated, an annotation."""
    task = task_nodes(file.root)[0]
    known = task.get("annotations")
    if known.kind != "list":
        return member_change(task, {"annotations": f"[{annotation}]"})
    (change,) = list_changes(file.source.text, known, (), [(len(known.items), annotation)])
    return change


class _Ids:
    """Names for entries that no entry of the file has."""

    def __init__(self, file: StudioFile) -> None:
        self._taken = {entry.get("id").text for task in file.tasks for entry in task.result.items}
        self._last = 0

    def fresh(self) -> str:
        """The next one."""
        while True:
            self._last += 1
            if (name := f"r{self._last}") not in self._taken:
                return name


def _entries(region: Region, task: StudioTask | None, ids: _Ids) -> str:
    """The entry of a new region, and that of its note, as the others of the task are called."""
    name, target = _names(task, "labels", "label")
    common = {"id": ids.fresh(), "from_name": name, "to_name": target}
    names = [region.text] if region.text else []
    value = {"start": float(region.start_s), "end": float(region.end_s), "labels": names}
    score = {} if region.score is None else {"score": float(region.score)}
    entry = {**common, "type": "labels", "value": value, **score}
    texts = [_json(entry)]
    if region.note:
        texts.append(_note_entry(region, task, common["id"]))
    return ",\n".join(texts)


def _note_entry(region: Region, task: StudioTask | None, entry_id: object) -> str:
    name, target = _names(task, "textarea", "note")
    value = {"start": float(region.start_s), "end": float(region.end_s), "text": [region.note]}
    return _json({"id": entry_id, "from_name": name, "to_name": target, "type": "textarea", "value": value})


def _names(task: StudioTask | None, kind: str, usual: str) -> tuple[str, str]:
    """What entries of a kind call themselves and what they are about."""
    entries = () if task is None else task.result.items
    known = next((one for one in entries if one.get("type").text == kind), NOTHING)
    return known.get("from_name").text or usual, known.get("to_name").text or "audio"


def _json(value: object) -> str:
    return dumps(value, ensure_ascii=False)
