"""Events of a training as lines of text, by which they come out of a log on another computer."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.run import Epoch
from audioclf_gui.core.text import Text, text_from
from audioclf_gui.ml.events import (
    BatchDone,
    CacheProgress,
    ClipRefused,
    EpochDone,
    FitProgress,
    FoldDone,
    Measured,
    Measuring,
    Note,
    PartBegun,
    TrainEvent,
    TrainingDone,
)

MARK = "audioclf-event "
"""What such a line begins with; all others are what other programs say."""

_KINDS: Mapping[str, Any] = {
    kind.__name__: kind
    for kind in (
        *(BatchDone, CacheProgress, ClipRefused, EpochDone, FitProgress, FoldDone),
        *(Measured, Measuring, Note, PartBegun, TrainingDone),
    )
}


def line_of(event: TrainEvent) -> str:
    """An event in one line."""
    values = {field.name: _to_json(getattr(event, field.name)) for field in fields(event)}
    return MARK + json.dumps({"event": type(event).__name__, **values}, ensure_ascii=True, default=str)


def event_of(line: str) -> TrainEvent | None:
    """The event that a line tells; None for any other line, also of a later version's event."""
    _before, mark, told = line.partition(MARK)
    if not mark:
        return None
    try:
        values = json_value(told)
        kind = _KINDS[values.pop("event")]
        event: TrainEvent = kind(**{name: _from_json(kind, name, value) for name, value in values.items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return event


def _to_json(value: object) -> object:
    match value:
        case Text():
            return value.stored()
        case Epoch():
            return asdict(value)
        case Path():
            return value.as_posix()
        case Mapping():
            return dict(value)
    return value


_TEXTS = {
    (ClipRefused, "reason"),
    (ClipRefused, "remedy"),
    (Note, "text"),
    (FitProgress, "doing"),
    (PartBegun, "name"),
}
_PATHS = {(ClipRefused, "path"), (Measured, "bundle"), (TrainingDone, "bundle")}


def _from_json(kind: Any, name: str, value: Any) -> object:
    if (kind, name) in _TEXTS:
        return text_from(value)
    if (kind, name) in _PATHS:
        return Path(value)
    return Epoch(**value) if (kind, name) == (EpochDone, "epoch") else value
