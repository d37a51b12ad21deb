"""The record of mixtures that are done: what sounds where in each, and whether its file is still the same."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.audio.mixing import RenderedMixture
from audioclf_gui.core.content import content_hash, flush, write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.label import Region
from audioclf_gui.core.mixtures import MixturePlan, PlacedBackground
from audioclf_gui.core.text import Text

JOURNAL = "mixtures.jsonl"
"""A line of JSON for each mixture, in the order in which they were made."""
TABLE = "events.csv"
"""A row for each event, in the order of the mixtures."""

_EVENT_COLUMNS = (
    *("start_s", "end_s", "source", "group", "from_s", "to_s"),
    *("gain_db", "speed", "rt60_s", "seed"),
)
_COLUMNS = ("file", "subset", "class", *_EVENT_COLUMNS, "snr_db")


@dataclass(frozen=True, slots=True)
class MixtureRecord:
    """A mixture that is done."""

    name: str
    subset: str
    file: str  # below the folder of the mixtures
    fingerprint: str  # of its plan
    content: str  # of its file
    lowered_db: float  # by how much it was made quieter, for its peak
    snr_db: float | None
    facts: Mapping[str, Any]  # length, rate, placement and background, for the journal
    events: tuple[Mapping[str, Any], ...]  # `start_s` is None where one is silent

    @property
    def heard(self) -> tuple[Mapping[str, Any], ...]:
        """The events that sound."""
        return tuple(event for event in self.events if event["start_s"] is not None)

    @property
    def groups(self) -> frozenset[str]:
        """The groups whose sounds are in it."""
        return frozenset(event["group"] for event in self.events)

    def as_json(self) -> str:
        """Its line of the journal."""
        own = {name: getattr(self, name) for name in self.__slots__ if name not in {"facts", "events"}}
        return json.dumps({**own, **self.facts, "events": self.events}, ensure_ascii=False)


def record_of(plan: MixturePlan, made: RenderedMixture, file: str, content: str) -> MixtureRecord:
    """What there is to record of a mixture whose file is written."""
    events = [
        {
            "classes": list(event.source.classes),
            "start_s": None if span is None else span[0],
            "end_s": None if span is None else span[1],
            "source": str(event.source.path),
            "group": event.source.group,
            "from_s": event.from_s,
            "to_s": event.to_s,
            "gain_db": event.gain_db,
            "speed": event.speed,
            "rt60_s": event.rt60_s,
            "seed": event.seed,
        }
        for event, span in zip(plan.events, made.spans_s, strict=True)
    ]
    facts = {
        "length_s": plan.length_s,
        "rate_hz": plan.rate_hz,
        "placement": plan.placement,
        "background": None if plan.background is None else _background(plan.background),
    }
    known = (plan.name, str(plan.subset), file, plan.fingerprint(), content)
    return MixtureRecord(*known, made.lowered_db, made.snr_db, facts, tuple(events))


def regions_of(record: MixtureRecord, track: str) -> list[Region]:
    """The labels of its events that sound."""
    return [
        Region(event["start_s"], event["end_s"], name, track=track)
        for event in record.heard
        for name in event["classes"]
    ]


def label_track(file: Path) -> Path:
    """Where the label track of a mixture lies."""
    return file.with_suffix(".labels.txt")


def _background(behind: PlacedBackground) -> dict[str, object]:
    return {
        "kind": behind.kind,
        "source": None if behind.source is None else str(behind.source.path),
        "from_s": behind.from_s,
        "snr_db": behind.snr_db,
        "seed": behind.seed,
    }


def _record(line: str) -> MixtureRecord:
    facts = json_value(line)
    events = tuple(facts.pop("events"))
    own = {name: facts.pop(name) for name in MixtureRecord.__slots__ if name not in {"facts", "events"}}
    return MixtureRecord(**own, facts=facts, events=events)


def begun_records(folder: Path) -> dict[str, MixtureRecord]:
    """The mixtures by their names of which a folder has a record; a line that was cut off is dropped.

    A folder that has no journal yet gets an empty one.

    Raises
    ------
    UserError
        If the folder holds other things.
    """
    journal = folder / JOURNAL
    if not journal.is_file():
        if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
            raise UserError(
                Text("{name} holds other things already", name=folder.name),
                remedy=Text("Choose an empty folder, or a new one."),
            )
        write_atomically(journal, b"")
        return {}
    found = {}
    lines = journal.read_bytes().split(b"\n")
    try:
        for line in lines[:-1]:
            record = _record(line.decode())
            found[record.name] = record
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            Text("{name} is damaged, so nobody knows which mixtures are done", name=JOURNAL),
            remedy=Text("Delete the folder {folder} and make them anew.", folder=folder),
        ) from error
    if lines[-1]:
        write_atomically(journal, b"\n".join((*lines[:-1], b"")))
    return found


def append_record(folder: Path, record: MixtureRecord) -> None:
    """Note that a mixture is done; on disk when this returns."""
    with (folder / JOURNAL).open("ab") as journal:
        journal.write(record.as_json().encode() + b"\n")
        flush(journal)


def is_whole(folder: Path, record: MixtureRecord) -> bool:
    """Whether the file of a record is there as it was written."""
    path = folder / record.file
    return path.is_file() and content_hash(path) == record.content


def write_table(folder: Path, records: Iterable[MixtureRecord]) -> None:
    """Write the events of all mixtures as a table."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for record in records:
        writer.writerows(_rows(record))
    write_atomically(folder / TABLE, text.getvalue().encode("utf-8", "backslashreplace"))


def _rows(record: MixtureRecord) -> list[tuple[object, ...]]:
    return [
        (record.file, record.subset, name, *(event[column] for column in _EVENT_COLUMNS), record.snr_db)
        for event in record.events
        for name in event["classes"]
    ]


def shared_groups(records: Sequence[MixtureRecord]) -> dict[str, str]:
    """For each mixture, by its name, what it shares no sound's group with any other than.

    Mixtures with a speaker in common are no independent examples, so they are one group; it is called as its
    subset is, with a number if there are several.
    """
    leader: dict[str, str] = {}

    def first(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    holder: dict[str, str] = {}
    for record in records:
        leader[record.name] = record.name
        for group in record.groups:
            other = first(holder.setdefault(group, record.name))
            leader[first(record.name)] = other
    leaders = {record.name: first(record.name) for record in records}
    named: dict[str, str] = {}
    for subset in dict.fromkeys(record.subset for record in records):
        own = list(dict.fromkeys(leaders[one.name] for one in records if one.subset == subset))
        many = len(own) > 1
        named |= {name: f"{subset} {at}" if many else subset for at, name in enumerate(own, start=1)}
    return {name: named[one] for name, one in leaders.items()}
