"""How to listen and what to show of it; known before torch is."""

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from audioclf_gui.gui.live import unasked_options
from audioclf_gui.gui.live.unasked_options import UnaskedOptions
from audioclf_gui.ml.decision_settings import LiveSettings

if TYPE_CHECKING:
    from audioclf_gui.gui.session import Session

_PREFIX = "live/"
_MODELS_OWN = "model"
_OF_THE_MODEL = {"threshold": 0.5, "silence_db": -70.0}
"""What models have of their own, and what stands for it where it cannot be read."""

SPANS_S = (5.0, 10.0, 30.0, 60.0)
"""The stretches of time that can be looked at."""


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """What is set in the Live workspace."""

    settings: LiveSettings = field(default_factory=LiveSettings)
    keep_s: float = 5.0  # how much one key keeps as a clip where there is no event
    pre_roll_s: float = 0.5  # what is kept before an event
    span_s: float = 10.0  # how much the pictures show
    unasked: UnaskedOptions = field(default_factory=UnaskedOptions)


def remembered(session: "Session") -> LiveOptions:
    """The options of the last time."""
    usual = LiveOptions()
    return LiveOptions(
        _remembered_settings(session),
        session.number(_PREFIX + "keep_s", usual.keep_s),
        session.number(_PREFIX + "pre_roll_s", usual.pre_roll_s),
        session.number(_PREFIX + "span_s", usual.span_s),
        unasked_options.remembered(session),
    )


def _remembered_settings(session: "Session") -> LiveSettings:
    usual = LiveSettings()
    values: dict[str, float | None] = {
        one.name: session.number(_PREFIX + one.name, getattr(usual, one.name))
        for one in fields(LiveSettings)
        if one.name not in _OF_THE_MODEL
    }
    values |= {name: _or_models_own(session, name, value) for name, value in _OF_THE_MODEL.items()}
    try:
        return LiveSettings(**values)  # type: ignore[arg-type]
    except ValueError:  # somebody else wrote there
        return usual


def _or_models_own(session: "Session", name: str, usual: float) -> float | None:
    if session.text(_PREFIX + name, _MODELS_OWN) == _MODELS_OWN:
        return None
    return session.number(_PREFIX + name, usual)


def remember(session: "Session", options: LiveOptions) -> None:
    """Keep the options for the next time."""
    values = {one.name: getattr(options.settings, one.name) for one in fields(LiveSettings)}
    for name in ("keep_s", "pre_roll_s", "span_s"):
        values[name] = getattr(options, name)
    for name, value in values.items():
        session.put(_PREFIX + name, _MODELS_OWN if value is None else value)
    unasked_options.remember(session, options.unasked)
