"""From the texts of label files to the classes of a project, and back."""

from collections import Counter
from collections.abc import Iterable

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import (
    ClassId,
    Label,
    LabelClass,
    Labels,
    Region,
    Source,
    new_class,
)
from audioclf_gui.core.text import Text


def with_classes(
    classes: tuple[LabelClass, ...], names: Iterable[str], last_id: ClassId
) -> tuple[LabelClass, ...]:
    """The classes with those `names` added that are missing; blank names need no class.

    `last_id` is the highest id that any class has had, see `new_class`.
    """
    known = {one.name for one in classes}
    for name in names:
        if name.strip() and name not in known:
            classes = (*classes, new_class(name, classes, last_id))
            known.add(name)
    return classes


def class_named(classes: Iterable[LabelClass], name: str) -> ClassId | None:
    """The id of the class called `name`; None for the empty name or an unknown one."""
    return next((known.id for known in classes if known.name == name), None)


def as_labels(regions: Iterable[Region], classes: Iterable[LabelClass]) -> Labels:
    """Regions of a label file as imported labels."""
    ids = {known.name: known.id for known in classes}
    return tuple(
        Label(
            ids.get(region.text),
            region.start_s,
            region.end_s,
            region.low_hz,
            region.high_hz,
            Source.IMPORT,
            region.score,
            region.raw,
        )
        for region in regions
    )


def as_regions(labels: Iterable[Label], classes: Iterable[LabelClass], duration_s: float) -> list[Region]:
    """Labels as regions of a label file; a label of the whole clip becomes a region over all of it."""
    names = {known.id: known.name for known in classes}
    return [
        Region(
            *label.span_s(duration_s),
            "" if label.class_id is None else names[label.class_id],
            label.low_hz,
            label.high_hz,
            label.score,
            label.raw,
        )
        for label in labels
    ]


def check_names(classes: Iterable[LabelClass]) -> None:
    """Raise a UserError unless every class has a name of its own."""
    names = Counter(known.name for known in classes)
    for name, count in names.items():
        if count > 1 or not name.strip():
            raise UserError(
                Text(
                    "there cannot be {n} class called “{name}”",
                    "there cannot be {n} classes called “{name}”",
                    n=count,
                    name=name,
                ),
                remedy=Text("Choose a name of its own."),
            )
