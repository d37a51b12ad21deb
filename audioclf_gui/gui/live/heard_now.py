"""What each model makes of the newest window, in a word or two."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.text import Text, joined, listed
from audioclf_gui.jobs.listen import EstimatedQuantity, Opened

if TYPE_CHECKING:
    from audioclf_gui.ml.live import LiveEvent, LiveScores


@dataclass(frozen=True, slots=True)
class HeardNow:
    """The answer of one model."""

    model: str  # its name
    text: Text
    score: float | None = None  # of the class that is most likely; None: there is none
    is_certain: bool = False  # whether it is above its threshold, or a number


def at_first(opened: Opened) -> tuple[HeardNow, ...]:
    """Each model before it has heard anything."""
    second = [] if opened.second is None else [opened.second.name]
    return tuple(HeardNow(name, Text("Listening…")) for name in (opened.occasion.model, *second))


def heard_now(
    opened: Opened, before: tuple[HeardNow, ...], answers: "Sequence[LiveEvent]"
) -> tuple[HeardNow, ...]:
    """What the models say after these answers, one of each model, in their order."""
    from audioclf_gui.ml.live import LiveScores, SecondAnswer

    now = list(before)
    for answer in answers:
        match answer:
            case LiveScores():
                name = opened.occasion.model
                now[0] = _heard(name, opened.classes, opened.thresholds, opened.estimated, answer)
            case SecondAnswer(answer=LiveScores() as scores) if (second := opened.second) is not None:
                now[1] = _heard(second.name, second.classes, second.thresholds, second.estimated, scores)
    return tuple(now)


def _heard(
    model: str,
    classes: Sequence[str],
    thresholds: Sequence[float],
    estimated: EstimatedQuantity | None,
    heard: "LiveScores",
) -> HeardNow:
    if heard.state is not None:
        return HeardNow(model, heard.state)
    if estimated is not None:
        value = in_unit(float(heard.smoothed[0]), estimated.unit)
        return HeardNow(model, listed([Text.plain(estimated.name), value]), is_certain=True)
    best = int(np.argmax(heard.smoothed))
    certain = np.flatnonzero(heard.smoothed >= np.asarray(thresholds, np.float32)).tolist()
    score = float(heard.smoothed[best])
    if not certain:
        return HeardNow(model, Text("Nothing certain"), score)
    return HeardNow(model, joined(classes[place] for place in certain), score, is_certain=True)
