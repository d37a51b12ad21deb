"""What a model heard in use, in numbers: one window of each file and minute; kept beside the model."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from audioclf_gui.core.json_lines import append_lines, read_lines
from audioclf_gui.core.project_files import project_files
from audioclf_gui.core.runs import MODELS

EVERY_S = 60.0
"""One window of so much sound is recorded."""

Kind = Literal["predict", "live"]

_SUFFIX = ".heard"
_VERSION = 1
_PART_BYTES = 2**20  # then another file is begun
_MOST_BYTES = 64 * 2**20  # of all records of a model: about a hundred days of listening without end
_DIGITS = 4  # of what was measured


@dataclass(frozen=True, slots=True)
class WindowRecord:
    """One window that a model heard.

    Attributes
    ----------
    at : datetime
        When it was heard, in UTC.
    session
        What all windows of one prediction, or of one sitting in front of a microphone, have in common.
    source
        The sound file, relative to the project's folder where it lies in there; empty for a microphone.
    start_s
        Where the window begins, in seconds of the file or since listening began.
    level_dbfs
        RMS level, without a constant offset.
    clipped_percent
        How many of its samples are at full scale.
    bands_db
        The share of each octave of the power, see `ml.sound_profile`.
    top_score
        The highest score, 0 to 1; None where a number is estimated.
    entropy
        Of the scores, as a share of the largest there can be; None where a number is estimated.
    embedding
        What the model hears of it, averaged over time, see `ml.short_embedding`.
    """

    at: datetime
    session: str
    kind: Kind
    source: str
    start_s: float
    level_dbfs: float
    clipped_percent: float
    bands_db: tuple[float, ...]
    top_score: float | None
    entropy: float | None
    embedding: tuple[float, ...]

    def to_json(self) -> dict[str, object]:
        """As a line of a file holds it."""
        return {
            "version": _VERSION,
            "at": self.at.isoformat(timespec="seconds"),
            "session": self.session,
            "kind": self.kind,
            "source": self.source,
            "start_s": round(self.start_s, 3),
            "level_dbfs": _rounded(self.level_dbfs),
            "clipped_percent": _rounded(self.clipped_percent),
            "bands_db": list(map(_rounded, self.bands_db)),
            "top_score": None if self.top_score is None else _rounded(self.top_score),
            "entropy": None if self.entropy is None else _rounded(self.entropy),
            "embedding": list(map(_rounded, self.embedding)),
        }


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")


def heard_from_json(values: Mapping[str, Any]) -> WindowRecord:
    """What `to_json` wrote; what another version adds is passed over. ValueError for anything else."""
    try:
        kind: Kind = "live" if values["kind"] == "live" else "predict"
        at = datetime.fromisoformat(values["at"])
        return WindowRecord(
            at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC),
            str(values["session"]),
            kind,
            str(values.get("source", "")),
            _number(values.get("start_s", 0.0)),
            _number(values["level_dbfs"]),
            _number(values["clipped_percent"]),
            tuple(map(_number, values["bands_db"])),
            _number_or_none(values.get("top_score")),
            _number_or_none(values.get("entropy")),
            tuple(map(_number, values.get("embedding", ()))),
        )
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"no record of a window: {error}") from error


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{value!r} is no number")
    return float(value)


def _number_or_none(value: object) -> float | None:
    return None if value is None else _number(value)


@dataclass(frozen=True, slots=True)
class RecordsRead:
    """What was read of a model's records, the oldest first."""

    windows: tuple[WindowRecord, ...]
    unread: int = 0  # lines that say nothing


def records_folder(bundle: Path) -> Path | None:
    """Where the records of a model are: beside it in its project; None for a model of no project."""
    place = bundle.resolve()
    return None if project_of(place) is None else place.with_name(place.name + _SUFFIX)


def project_of(bundle: Path) -> Path | None:
    """The folder of the project among whose models one lies; None: there is none."""
    places = (folder.parent for folder in bundle.resolve().parents if folder.name == MODELS)
    return next((place for place in places if project_files(place)), None)


def has_records(bundle: Path) -> bool:
    """Whether anything of what a model heard was recorded."""
    folder = records_folder(bundle)
    return folder is not None and bool(_parts(folder))


def add_records(folder: Path, windows: Sequence[WindowRecord]) -> None:
    """Append records, see `json_lines`; the oldest of all go where there would be too many.

    Raises
    ------
    OSError
        If the disk refuses.
    """
    if windows:
        folder.mkdir(exist_ok=True)
        append_lines(_part(folder, windows[0].at), (one.to_json() for one in windows))


def _part(folder: Path, at: datetime) -> Path:
    """The file that grows."""
    parts = _parts(folder)
    if parts and parts[-1].stat().st_size < _PART_BYTES:
        return parts[-1]
    while parts and sum(part.stat().st_size for part in parts) > _MOST_BYTES - _PART_BYTES:
        parts.pop(0).unlink(missing_ok=True)
    return folder / f"{at:%Y%m%d-%H%M%S}.jsonl"


def _parts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jsonl"))


def read_records(folder: Path) -> RecordsRead:
    """All records in a folder; those that nobody can read are counted.

    Raises
    ------
    OSError
        If a file cannot be read.
    """
    found: list[WindowRecord] = []
    unread = 0
    for part in _parts(folder):
        documents, cut = read_lines(part)
        unread += cut
        for one in documents:
            try:
                found.append(heard_from_json(one))
            except ValueError:
                unread += 1
    found.sort(key=lambda one: one.at)
    return RecordsRead(tuple(found), unread)
