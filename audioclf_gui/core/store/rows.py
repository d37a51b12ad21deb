"""Labels and clips as rows, in the order of their columns; the journal keeps the same rows as JSON."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from audioclf_gui.core.clip import AudioFacts, Clip
from audioclf_gui.core.label import Label, LabelClass, Labels, Source
from audioclf_gui.core.text import text_from

Row = tuple[object, ...]


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
    )


def labels_to_json(labels: Labels) -> list[list[object]]:
    """Labels as rows that JSON can hold."""
    return [list(label_row(label)) for label in labels]


def labels_from_json(rows: Iterable[Sequence[Any]]) -> Labels:
    """The labels that `labels_to_json` wrote."""
    return tuple(
        Label(row[0], row[1], row[2], row[3], row[4], Source(row[5]), row[6], row[7]) for row in rows
    )


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
