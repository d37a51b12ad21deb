"""Which classes are nothing but silence."""

from dataclasses import replace

from audioclf_gui.audio.heard import is_silent
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml.dataset import Example, TrainingData


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
