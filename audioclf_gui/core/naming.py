"""From the texts of label files to the classes of a project, and back."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
from audioclf_gui.core.spelling import is_missing, name_of, near_twins
from audioclf_gui.core.text import Text, quoted


def with_classes(
    classes: tuple[LabelClass, ...], names: Iterable[str], last_id: ClassId
) -> tuple[LabelClass, ...]:
    """The classes with those `names` added that are missing, spelled by the rule; blank ones are none.

    `last_id` is the highest id that any class has had, see `new_class`.
    """
    known = {one.name for one in classes}
    for text in names:
        name = name_of(text)
        if name and not known & {text, name}:
            classes = (*classes, new_class(name, classes, last_id))
            known.add(name)
    return classes


def class_named(classes: Iterable[LabelClass], text: str) -> ClassId | None:
    """The id of the class that `text` names, see `core.spelling`; None for no name or an unknown one."""
    return id_of(text, {known.name: known.id for known in classes})


def id_of(text: str, ids: Mapping[str, ClassId]) -> ClassId | None:
    """The id of the class that `text` names, of many by their names.

    A text as it stands comes first: classes of older projects need not be spelled by the rule.
    """
    return ids[text] if text in ids else ids.get(name_of(text))


def names_in(regions: Iterable[Region]) -> Iterator[str]:
    """The texts of those regions of a label file that have a name."""
    return (region.text for region in regions if not is_missing(region.text))


def as_labels(regions: Iterable[Region], classes: Iterable[LabelClass]) -> Labels:
    """Regions of a label file as imported labels."""
    ids = {known.name: known.id for known in classes}
    return tuple(
        Label(
            id_of(region.text, ids),
            region.start_s,
            region.end_s,
            region.low_hz,
            region.high_hz,
            Source.IMPORT,
            region.score,
            region.raw,
            region.track,
            region.note,
            region.certainty,
            region.extra,
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
            label.track,
            label.note,
            label.certainty,
            label.extra,
        )
        for label in labels
    ]


@dataclass(frozen=True, slots=True)
class Twins:
    """Classes whose names look alike, see `core.spelling.twin_key`."""

    names: tuple[str, ...]  # those with fewer clips
    into: str  # the one with the most, of which the others may be another spelling

    @property
    def text(self) -> Text:
        """What there is to say about them."""
        names = quoted((self.into, *self.names), most=6)
        return Text("{names} look alike: are they one class?", names=names)


def twins(clips: Mapping[str, int]) -> list[Twins]:
    """The classes that look alike, given how many clips each has."""
    found = []
    for alike in near_twins(clips):
        into = max(alike, key=lambda name: clips[name])
        found.append(Twins(tuple(name for name in alike if name != into), into))
    return found


def check_names(classes: Iterable[LabelClass]) -> None:
    """Raise a UserError unless every class has a name of its own."""
    names = Counter(known.name for known in classes)
    for name, count in names.items():
        if count > 1 or not name_of(name):
            raise UserError(
                Text(
                    "there cannot be {n} class called “{name}”",
                    "there cannot be {n} classes called “{name}”",
                    n=count,
                    name=name,
                ),
                remedy=Text("Choose a name of its own."),
            )
