"""What a run's model suggested for clips that had no labels yet, kept beside it for when people answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.heard import has_records, project_of
from audioclf_gui.core.json_lines import append_lines, read_lines
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.run import Suggestion

_VERSION = 1
_SUFFIX = ".suggested.jsonl"


@dataclass(frozen=True, slots=True)
class KeptSuggestion:
    """A suggestion and when it was made."""

    clip_id: ClipId
    classes: tuple[ClassId, ...]  # the likeliest first
    score: float  # of the likeliest, 0 to 1
    at: str  # ISO 8601, UTC


def suggested_file(bundle: Path) -> Path | None:
    """Where the suggestions of a model are kept; None for a model of no project."""
    place = bundle.resolve()
    return None if project_of(place) is None else place.with_name(place.name + _SUFFIX)


def was_used(bundle: Path) -> bool:
    """Whether anything is kept of what a model heard or suggested."""
    file = suggested_file(bundle)
    return has_records(bundle) or (file is not None and file.exists())


def add_suggested(file: Path, suggestions: Iterable[Suggestion]) -> None:
    """Keep suggestions that are made now.

    Raises
    ------
    OSError
        If the disk refuses.
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    append_lines(
        file,
        (
            {
                "version": _VERSION,
                "at": at,
                "clip": one.clip_id,
                "classes": list(one.classes),
                "score": round(one.score, 4),
            }
            for one in suggestions
        ),
    )


def read_suggested(file: Path) -> dict[ClipId, KeptSuggestion]:
    """The first suggestion for each clip; none if nothing was kept, and what cannot be read is passed over.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    if not file.exists():
        return {}
    found: dict[ClipId, KeptSuggestion] = {}
    for one in read_lines(file)[0]:
        match one:
            case {"clip": int(clip), "classes": [*classes], "score": int() | float() as score, "at": str(at)}:
                given = tuple(ClassId(number) for number in classes if isinstance(number, int))
                found.setdefault(ClipId(clip), KeptSuggestion(ClipId(clip), given, float(score), at))
    return found
