"""Label files of other programs: what taking one in comes to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.label import Label, Labels, Region
from audioclf_gui.core.naming import as_labels, names_in
from audioclf_gui.core.view import CatalogueView


def import_change(view: CatalogueView, wanted: Sequence[tuple[Clip, Sequence[Region]]]) -> Change:
    """Regions added to what their clips have; nothing is taken away, and nothing comes twice.

    Where another program's file says the same of the same time but adds the frequencies, the label
    that is there gets them.
    """
    classes = view.with_classes(name for _, regions in wanted for name in names_in(regions))
    labels: dict[ClipId, Labels] = {}
    for clip, regions in wanted:
        present = labels.get(clip.id, view.labels(clip.id))
        merged = _merged(present, as_labels(regions, classes), clip.duration_s)
        if merged != present:
            labels[clip.id] = merged
    return Change(labels=labels, classes=classes if classes != view.classes else None)


def _merged(present: Labels, read: Labels, duration_s: float) -> Labels:
    merged = list(present)
    places: defaultdict[object, list[int]] = defaultdict(list)
    for index, label in enumerate(present):
        places[_place(label, duration_s)].append(index)
    for label in read:
        same = places[_place(label, duration_s)]
        band = _band(label)
        if same and (band == _NO_BAND or any(_band(merged[index]) == band for index in same)):
            continue
        bare = [at for at in same if _band(merged[at]) == _NO_BAND and not merged[at].is_whole_clip]
        if bare:
            merged[bare[0]] = replace(merged[bare[0]], low_hz=label.low_hz, high_hz=label.high_hz)
        else:
            same.append(len(merged))
            merged.append(label)
    return tuple(merged)


def _place(label: Label, duration_s: float) -> tuple[object, ...]:
    """What makes two labels the same one, to the digits that label files have."""
    start_s, end_s = label.span_s(duration_s)
    return label.class_id, round(start_s, 6), round(end_s, 6)


_NO_BAND = (None, None)


def _band(label: Label) -> tuple[float | None, float | None]:
    low_hz, high_hz = label.low_hz, label.high_hz
    return None if low_hz is None else round(low_hz, 3), None if high_hz is None else round(high_hz, 3)
