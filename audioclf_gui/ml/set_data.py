"""What there is to learn sets of classes from: stretches of sound, each with all that is heard in it."""

from collections.abc import Collection
from dataclasses import replace
from itertools import groupby

from audioclf_gui.core.naming import class_named
from audioclf_gui.core.usable import contested, judged
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.background import BACKGROUND
from audioclf_gui.ml.dataset import TrainingData, training_data
from audioclf_gui.ml.overlaps import pieces


def set_data(view: CatalogueView) -> TrainingData:
    """The labelled part of a project, cut where the set of classes changes; looks at no file."""
    data = training_data(view)
    examples = [
        replace(members[0], target=classes, start_s=start_s, stop_s=stop_s)
        for _, found in groupby(data.examples, key=lambda example: example.clip_id)
        for members in (list(found),)
        for classes, start_s, stop_s in pieces(
            [(place, one.start_s, one.stop_s) for one in members for place in one.classes]
        )
    ]
    sets = replace(data, examples=tuple(examples), objective="multi-label", contested=0)
    return _without_background(sets, view)


def _without_background(data: TrainingData, view: CatalogueView) -> TrainingData:
    """The same where what is labelled as none of the classes is the empty set, and no class of its own."""
    known = class_named(view.classes, BACKGROUND)
    if known not in data.class_ids:
        return data
    gone = data.class_ids.index(known)

    def without(places: Collection[int]) -> frozenset[int]:
        return frozenset(place - (place > gone) for place in places if place != gone)

    return replace(
        data,
        classes=data.classes[:gone] + data.classes[gone + 1 :],
        class_ids=data.class_ids[:gone] + data.class_ids[gone + 1 :],
        examples=tuple(replace(one, target=without(one.classes)) for one in data.examples),
    )


def contested_labels(view: CatalogueView) -> tuple[int, int]:
    """How many labels share their time with one of another class, and of how many that can be learnt."""
    shared = total = 0
    for clip in view.clips:
        labels = view.learnt_labels(clip.id)
        if len(labels) < 2:
            total += len(labels)
            continue
        stretches = judged(labels, clip.duration_s).stretches
        total += len(stretches)
        shared += len(contested(stretches))
    return shared, total
