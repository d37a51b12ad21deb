"""What a model says about a file as plain values: for JSON, for a table, and for label files."""

from collections.abc import Sequence

from audioclf_gui.core.label import Region
from audioclf_gui.ml.inference import FilePrediction

_NONE = "none"
"""What a table says of a sound that is of none of the classes."""
_SEPARATOR = ";"
"""What stands between the classes of a cell."""


def to_json(prediction: FilePrediction) -> dict[str, object]:
    """As `audioclf predict --json` prints it: plain values, times in seconds."""
    return {
        "path": str(prediction.path),
        "duration_s": prediction.duration_s,
        "class": prediction.class_name or None,
        "classes": list(prediction.named),
        "score": prediction.score,
        "scores": prediction.by_class(prediction.scores),
        "windows": [
            {
                "start_s": window.start_s,
                "end_s": window.end_s,
                "scores": prediction.by_class(window.scores),
            }
            for window in prediction.windows
        ],
        "events": [
            {
                "start_s": event.start_s,
                "end_s": event.end_s,
                "class": event.class_name,
                "score": event.score,
            }
            for event in prediction.events
        ],
    }


def row_names(classes: Sequence[str]) -> list[str]:
    """The columns of `to_rows`."""
    return ["path", "start_s", "end_s", "class", "score", *classes]


def to_rows(prediction: FilePrediction) -> list[list[str | float]]:
    """A table with one row per window; class and score are the window's own, several classes in one cell."""
    return [
        [
            str(prediction.path),
            window.start_s,
            window.end_s,
            _SEPARATOR.join(prediction.named_by(window.scores)) or _NONE,
            float(window.scores.max()),
            *window.scores.tolist(),
        ]
        for window in prediction.windows
    ]


def to_regions(prediction: FilePrediction) -> tuple[Region, ...]:
    """The events as label files hold them."""
    return tuple(
        Region(event.start_s, event.end_s, event.class_name, score=event.score) for event in prediction.events
    )
