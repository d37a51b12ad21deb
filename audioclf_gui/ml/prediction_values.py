"""What a model says about a file as plain values: for JSON, for a table, and for label files."""

from audioclf_gui.core.label import Region
from audioclf_gui.ml.inference import FilePrediction
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.window_scores import WindowScores

_NONE = "none"
"""What a table says of a sound that is of none of the classes."""
_SILENT = "no signal"
"""What a table says of a window of digital silence, as listening does: a guess at nothing is no answer."""
_SEPARATOR = ";"
"""What stands between the classes of a cell."""


def to_json(prediction: FilePrediction) -> dict[str, object]:
    """As `audioclf predict --json` prints it: plain values, times in seconds."""
    if not prediction.objective.has_classes:
        return _number_to_json(prediction)
    return {
        "path": str(prediction.path),
        "duration_s": prediction.duration_s,
        "class": prediction.class_name or None,
        "classes": list(prediction.named),
        "score": prediction.score,
        "silent": prediction.is_silent,
        "scores": prediction.by_class(prediction.scores),
        "windows": [
            {
                "start_s": window.start_s,
                "end_s": window.end_s,
                "silent": window.is_silent,
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


def _number_to_json(prediction: FilePrediction) -> dict[str, object]:
    """What is estimated, with its unit, of the file and of each window."""
    (quantity,) = prediction.objective.names
    return {
        "path": str(prediction.path),
        "duration_s": prediction.duration_s,
        "quantity": quantity,
        "unit": prediction.objective.unit,
        "value": None if prediction.is_silent else float(prediction.scores[0]),
        "silent": prediction.is_silent,
        "windows": [
            {
                "start_s": window.start_s,
                "end_s": window.end_s,
                "value": None if window.is_silent else float(window.scores[0]),
                "silent": window.is_silent,
            }
            for window in prediction.windows
        ],
    }


def row_names(objective: Objective) -> list[str]:
    """The columns of `to_rows`."""
    if not objective.has_classes:
        unit = f" [{objective.unit}]" if objective.unit else ""
        return ["path", "start_s", "end_s", *(f"{name}{unit}" for name in objective.names)]
    return ["path", "start_s", "end_s", "class", "score", *objective.classes]


def to_rows(prediction: FilePrediction) -> list[list[str | float]]:
    """A table with one row per window; class and score are the window's own, several classes in one cell.

    Of a model that estimates a number there is its value instead, and none of a window of digital silence.
    """
    if not prediction.objective.has_classes:
        place = str(prediction.path)
        return [
            [place, one.start_s, one.end_s, *([""] if one.is_silent else one.scores.tolist())]
            for one in prediction.windows
        ]
    return [
        [
            str(prediction.path),
            window.start_s,
            window.end_s,
            _class_cell(prediction, window),
            float(window.scores.max()),
            *window.scores.tolist(),
        ]
        for window in prediction.windows
    ]


def _class_cell(prediction: FilePrediction, window: WindowScores) -> str:
    return _SILENT if window.is_silent else _SEPARATOR.join(prediction.named_in(window)) or _NONE


def to_regions(prediction: FilePrediction) -> tuple[Region, ...]:
    """The events as label files hold them."""
    return tuple(
        Region(event.start_s, event.end_s, event.class_name, score=event.score) for event in prediction.events
    )
