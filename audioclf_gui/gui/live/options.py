"""How to listen and what to show of it; known before torch is."""

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audioclf_gui.gui.session import Session

_PREFIX = "live/"
_MODELS_OWN = "model"

SPANS_S = (5.0, 10.0, 30.0, 60.0)
"""The stretches of time that can be looked at."""
LONGEST_KEPT_S = 30.0


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """The first six are those of `ml.live.LiveSettings`, with its defaults."""

    threshold: float | None = None  # for all classes; None: each class's own, from the model
    hop_s: float = 0.25
    smoothing: float = 0.5
    min_event_s: float = 0.0
    cool_down_s: float = 1.0
    silence_db: float = -60.0
    keep_s: float = 5.0  # how much one key keeps as a clip
    span_s: float = 10.0  # how much the pictures show

    def hears_like(self, other: "LiveOptions") -> bool:
        """Whether the same sound gets the same answers with both."""
        return replace(self, keep_s=other.keep_s, span_s=other.span_s) == other


def remembered(session: "Session") -> LiveOptions:
    """The options of the last time."""
    usual = LiveOptions()
    values = {
        field.name: session.number(_PREFIX + field.name, getattr(usual, field.name))
        for field in fields(LiveOptions)
        if field.name != "threshold"
    }
    text = session.text(_PREFIX + "threshold", _MODELS_OWN)
    threshold = None if text == _MODELS_OWN else session.number(_PREFIX + "threshold", 0.5)
    return LiveOptions(threshold=threshold, **values)


def remember(session: "Session", options: LiveOptions) -> None:
    """Keep the options for the next time."""
    for field in fields(LiveOptions):
        value = getattr(options, field.name)
        session.put(_PREFIX + field.name, _MODELS_OWN if value is None else value)
