"""Labels and clips as rows, in the order of their columns; the journal keeps the same rows as JSON."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from audioclf_gui.core.clip import AudioFacts, Clip
from audioclf_gui.core.label import Certainty, Label, LabelClass, Labels, Source
from audioclf_gui.core.text import text_from
from audioclf_gui.core.track import Track, TrackKind

Row = tuple[object, ...]

LABEL_COLUMNS = (
    "class_id", "start_s", "end_s", "low_hz", "high_hz", "source", "score", "raw",
    "track", "note", "certainty", "extra",
)  # fmt: skip
"""Of the table of labels, in the order of their rows."""
_SOURCES = {source.value: source for source in Source}
_FIRST_COLUMNS = 8  # so many there were before labels had tracks; a row whose others are empty ends there


def label_row(label: Label) -> Row:
    """A label without its clip."""
    return (
        label.class_id,
        label.start_s,
        label.end_s,
        label.low_hz,
        label.high_hz,
        label.source.value,
        label.score,
        label.raw,
        label.track,
        label.note,
        label.certainty.value if label.certainty else "",
        json.dumps(label.extra, ensure_ascii=False) if label.extra else "",
    )


def label_from_row(row: Sequence[Any]) -> Label:
    """The label of a row; one of an earlier version has fewer columns."""
    label = Label(row[0], row[1], row[2], row[3], row[4], _SOURCES[row[5]], row[6], row[7])
    if len(row) == _FIRST_COLUMNS or not (row[8] or row[9] or row[10] or row[11]):
        return label
    track, note, certainty, extra = row[_FIRST_COLUMNS:]
    return replace(
        label,
        track=track,
        note=note,
        certainty=Certainty(certainty) if certainty else None,
        extra=tuple((str(name), str(text)) for name, text in json.loads(extra)) if extra else (),
    )


def labels_to_json(labels: Labels) -> list[list[object]]:
    """Labels as rows that JSON can hold."""
    rows = map(label_row, labels)
    return [list(row if any(row[_FIRST_COLUMNS:]) else row[:_FIRST_COLUMNS]) for row in rows]


def labels_from_json(rows: Iterable[Sequence[Any]]) -> Labels:
    """The labels that `labels_to_json` wrote."""
    return tuple(map(label_from_row, rows))


def track_row(track: Track) -> Row:
    """A track as JSON has it."""
    return (track.name, track.kind.value, track.hidden, track.locked, track.learnt)


def track_from_row(row: Sequence[Any]) -> Track:
    """The track of a row."""
    name, kind, *flags = row
    hidden, locked, learnt = map(bool, flags)
    return Track(str(name), TrackKind(kind), hidden, locked, learnt)


def class_row(known: LabelClass) -> Row:
    """A class as JSON has it."""
    row = (known.id, known.name, known.colour)
    return (*row, known.merged) if known.merged else row


def class_from_row(row: Sequence[Any]) -> LabelClass:
    """The class of a row; one without a fourth value has taken no other in."""
    return LabelClass(row[0], row[1], row[2], tuple(row[3]) if len(row) > 3 else ())


def clip_row(clip: Clip) -> Row:
    """A clip as the table has it."""
    audio = clip.audio
    return (
        clip.id,
        clip.path,
        audio.rate_hz,
        audio.channels,
        audio.frames,
        audio.encoding,
        audio.warning.stored() if audio.warning else "",
        clip.content,
        clip.group,
        clip.fold,
        clip.target,
        int(clip.removed),
    )


def audio_facts(row: Sequence[Any]) -> AudioFacts:
    """What is known about a clip's sound, of the five columns from the sampling rate to the warning."""
    return AudioFacts(row[0], row[1], row[2], row[3], text_from(row[4]) if row[4] else None)


def clip_from_row(row: Sequence[Any]) -> Clip:
    """The clip of a row."""
    return Clip(row[0], row[1], audio_facts(row[2:7]), row[7], row[8], row[9], row[10], bool(row[11]))


def now() -> str:
    """The present moment as rows have it: in ISO 8601, UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
