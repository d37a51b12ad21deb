"""What is silence: classes that are nothing else, and sound too quiet to be any of the others."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import numpy as np

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.audio.heard import is_silent
from audioclf_gui.audio.levels import FLOOR_DB, rms_db, swing
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.decision_settings import USUALLY_QUIET_DB

_HEARD = 48  # examples by which it is told how quiet they are
_HEARD_S = 10.0  # of each
_QUIETEST_PERCENT = 5.0
_QUIETER_DB = 20.0  # than these: it is another place, or nothing at all


def with_silent_classes(data: TrainingData) -> TrainingData:
    """The data, which says which of its classes hold no sound; that may be meant, so they stay in it.

    Of a class with sound little more than its first example is read.
    """
    audible: set[int] = set()
    for example in data.examples:
        if not audible.issuperset(example.classes) and not _is_silent(example):
            audible.update(example.classes)
    used = {place for example in data.examples for place in example.classes}
    return replace(data, silent=tuple(data.classes[place] for place in sorted(used - audible)))


def _is_silent(example: Example) -> bool:
    try:
        return is_silent(example.path, example.start_s, example.stop_s)
    except UnreadableAudioError:  # told when its features are computed
        return False


def with_quiet_level(data: TrainingData) -> TrainingData:
    """The data, which says how quiet a sound must be to be none of these: recordings of the deep sea are."""
    levels = list(_levels_db(data.examples[:: max(1, len(data.examples) // _HEARD)]))
    if not levels:
        return data
    quietest_db = float(np.percentile(levels, _QUIETEST_PERCENT)) - _QUIETER_DB
    return replace(data, quiet_db=max(FLOOR_DB, min(USUALLY_QUIET_DB, round(quietest_db, 1))))


def _levels_db(examples: tuple[Example, ...]) -> Iterator[float]:
    """How loud some are that are not silent."""
    with closing(MonoReader()) as reader:
        for example in examples:
            stop_s = min(example.stop_s, example.start_s + _HEARD_S)
            try:
                level_db = rms_db(swing(reader.read(example.path, None, example.start_s, stop_s)))
            except UnreadableAudioError:  # told when its features are computed
                continue
            if level_db > FLOOR_DB:
                yield level_db
