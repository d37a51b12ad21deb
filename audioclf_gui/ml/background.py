"""What sounds between the labels of recordings: examples of none of the classes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from statistics import median_low

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.label import ClassId, Labels
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.dataset import Example, Target, TrainingData, example_of
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.windows import usual_window_s

BACKGROUND = "background"
"""What is learnt as none of the classes is called so, also by a project that has a class for it."""

_NO_CLASS = ClassId(0)  # of the model only: those of projects begin at 1
_WORTH_TELLING = 0.1  # of the sound of these recordings


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch of a partly labelled recording that no label covers."""

    clip: Clip
    start_s: float
    stop_s: float


def with_background(data: TrainingData, view: CatalogueView, settings: TrainSettings) -> TrainingData:
    """The data with examples of what lies outside the labels, if the settings want them, and a note on it.

    Recordings count that have labels of stretches, and no label of the whole that says more. What is labelled
    without a name counts as covered, and so does as much around a moment as the model hears at once. The
    examples are at least as long as that, and at most as many as a class has in the median, evenly spread.
    """
    if settings.background == "off":
        told = sound_outside(data, view, settings)
        return data if told is None else replace(data, notes=(*data.notes, told))
    window_s, gaps = _outside(data, view, settings)
    if not gaps:
        return data
    pieces = _spread(list(_pieces(gaps, window_s)), max(1, median_low(data.counts())))
    return _added(data, view, pieces)


def sound_outside(data: TrainingData, view: CatalogueView, settings: TrainSettings) -> Text | None:
    """How much sound lies outside the labels of recordings; None where that is not worth a word."""
    _, gaps = _outside(data, view, settings)
    outside_s = sum(gap.stop_s - gap.start_s for gap in gaps)
    clips = {gap.clip.id: gap.clip for gap in gaps}
    if not gaps or outside_s < _WORTH_TELLING * sum(clip.duration_s for clip in clips.values()):
        return None
    return Text(
        "{outside_s:.0f} s of {n} recording lie outside its labels and are not learnt from;"
        " background = on learns them as none of the classes.",
        "{outside_s:.0f} s of {n} recordings lie outside their labels and are not learnt from;"
        " background = on learns them as none of the classes.",
        n=len(clips),
        outside_s=outside_s,
    )


def _outside(data: TrainingData, view: CatalogueView, settings: TrainSettings) -> tuple[float, list[_Gap]]:
    """How much the model hears at once, and the gaps that are at least as long."""
    durations_s = [example.duration_s for example in data.examples]
    if not data.classes or not durations_s:
        return 0.0, []
    window_s = settings.window_s or usual_window_s(durations_s, settings.longest_window_s)
    known = set(data.class_ids)
    clips = (clip for clip in view.clips if not _is_of_one_throughout(view.learnt_labels(clip.id), known))
    return window_s, [gap for clip in clips for gap in _gaps(clip, view.labels(clip.id), window_s)]


def _is_of_one_throughout(labels: Labels, known: Collection[ClassId]) -> bool:
    """Whether the whole is labelled as one of the classes that no part of it is: it sounds between, too."""
    parts = {label.class_id for label in labels if not label.is_whole_clip}
    return any(whole in known and whole not in parts for whole in whole_clip_classes(labels))


def _gaps(clip: Clip, labels: Labels, window_s: float) -> Iterator[_Gap]:
    stretches = sorted(label.span_s(clip.duration_s) for label in labels if not label.is_whole_clip)
    if not stretches:
        return
    at_s = 0.0
    for start_s, end_s in (*stretches, (clip.duration_s, clip.duration_s)):
        around_s = window_s / 2.0 if start_s == end_s < clip.duration_s else 0.0
        if start_s - around_s - at_s >= window_s:
            yield _Gap(clip, at_s, start_s - around_s)
        at_s = max(at_s, end_s + around_s)


def _pieces(gaps: list[_Gap], length_s: float) -> Iterator[_Gap]:
    for gap in gaps:
        for number in range(int((gap.stop_s - gap.start_s) / length_s + 1e-9)):
            start_s = gap.start_s + number * length_s
            yield _Gap(gap.clip, start_s, min(start_s + length_s, gap.stop_s))


def _spread(pieces: list[_Gap], most: int) -> list[_Gap]:
    if len(pieces) <= most:
        return pieces
    return [pieces[int(place * len(pieces) / most)] for place in range(most)]


def _added(data: TrainingData, view: CatalogueView, pieces: list[_Gap]) -> TrainingData:
    """The data with these stretches as examples of no class, or of the class for that."""
    if data.objective == "multi-label":
        return _with_examples(data, view, pieces, frozenset())
    if (known := class_named(view.classes, BACKGROUND)) is None:
        extended = replace(
            data,
            classes=(*data.classes, BACKGROUND),
            class_ids=(*data.class_ids, _NO_CLASS),
            has_background=True,
        )
        return _with_examples(extended, view, pieces, len(data.classes))
    if known in data.class_ids:
        return _with_examples(data, view, pieces, data.class_ids.index(known))
    names = {one.id: one.name for one in view.classes}
    extended = replace(data, classes=(*data.classes, names[known]), class_ids=(*data.class_ids, known))
    unused = tuple(name for name in data.unused if name != names[known])
    return _with_examples(replace(extended, unused=unused), view, pieces, len(data.classes))


def _with_examples(
    data: TrainingData, view: CatalogueView, pieces: list[_Gap], target: Target
) -> TrainingData:
    note = Text(
        "{n} stretch outside the labels is learnt as none of the classes, since background = on.",
        "{n} stretches outside the labels are learnt as none of the classes, since background = on.",
        n=len(pieces),
    )
    more: tuple[Example, ...] = tuple(
        example_of(view, gap.clip, target, gap.start_s, gap.stop_s) for gap in pieces
    )
    return replace(data, examples=(*data.examples, *more), notes=(*data.notes, note))
