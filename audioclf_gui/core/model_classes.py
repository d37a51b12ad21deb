"""The classes of a model as a project knows them now: renamed, merged, moved or gone since it was trained."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from audioclf_gui.core.label import ClassId
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView


@dataclass(frozen=True, slots=True)
class ModelClasses:
    """What a model can answer, in the words of a project.

    Attributes
    ----------
    names : tuple of str
        What the project calls its answers now; a class that it does not have keeps the model's name.
    ids : tuple of ClassId or None
        The project's class of each name; None where it has none.
    places : tuple of int
        For each class of the model, in its order, where it stands in `names`. Classes that were merged
        stand at the same place: their probabilities add up.
    """

    names: tuple[str, ...]
    ids: tuple[ClassId | None, ...]
    places: tuple[int, ...]

    def of(self, place: int) -> ClassId | None:
        """The project's class of the model's class at `place`."""
        return self.ids[self.places[place]]

    def name_of(self, place: int) -> str:
        """What the model's class at `place` is called now."""
        return self.names[self.places[place]]

    @property
    def present(self) -> dict[str, ClassId]:
        """The project's classes among the answers."""
        pairs = zip(self.names, self.ids, strict=True)
        return {name: class_id for name, class_id in pairs if class_id is not None}

    @property
    def missing(self) -> tuple[str, ...]:
        """The answers that are no class of the project."""
        return tuple(name for name, class_id in zip(self.names, self.ids, strict=True) if class_id is None)


def model_classes(
    view: CatalogueView, names: Sequence[str], class_ids: Sequence[ClassId] = ()
) -> ModelClasses:
    """Find the classes of a model in a project.

    An id is followed if the project has ever had a class of this id and name, through everything that
    the class was called or merged into since. Every other class is the one that is called the same.

    Parameters
    ----------
    names
        What the classes were called when the model was trained.
    class_ids
        Their ids then; none where the model does not say. It may be another project's model.
    """
    known = {one.id: one.name for one in view.classes}
    ids: list[ClassId | None] = []
    own: list[str] = []  # the first of the model's names at each place
    places = []
    for name, class_id in zip(names, _found(view, names, class_ids or (None,) * len(names)), strict=True):
        is_merged = class_id is not None and class_id in ids
        places.append(ids.index(class_id) if is_merged else len(ids))
        if not is_merged:
            ids.append(class_id)
            own.append(name)
    taken = {known[class_id] for class_id in ids if class_id is not None}
    shown = [
        _told_apart(name, taken) if class_id is None else known[class_id]
        for name, class_id in zip(own, ids, strict=True)
    ]
    return ModelClasses(tuple(shown), tuple(ids), tuple(places))


def then_and_now(
    view: CatalogueView, names: Sequence[str], class_ids: Sequence[ClassId] = ()
) -> tuple[Text, ...]:
    """What to call each class of a model: as the project does now, with what it was called then."""
    classes = model_classes(view, names, class_ids)
    return tuple(_then_and_now(was, classes, place) for place, was in enumerate(names))


def _then_and_now(was: str, classes: ModelClasses, place: int) -> Text:
    if classes.of(place) is None:
        return Text("{name} (not in the project)", name=was)
    now = classes.name_of(place)
    return Text.plain(was) if now == was else Text("{name} (was {old})", name=now, old=was)


def _found(
    view: CatalogueView, names: Sequence[str], class_ids: Sequence[ClassId | None]
) -> list[ClassId | None]:
    followed = [
        view.class_now(class_id) if class_id is not None and (class_id, name) in view.names_so_far else None
        for name, class_id in zip(names, class_ids, strict=True)
    ]
    claimed = {class_id for class_id in followed if class_id is not None}

    def called(name: str) -> ClassId | None:
        there = class_named(view.classes, name)
        return None if there in claimed else there

    return [
        called(name) if class_id is None else class_id for name, class_id in zip(names, followed, strict=True)
    ]


def _told_apart(name: str, taken: Container[str]) -> str:
    """A name for a class that is gone, though another one may be called so by now."""
    while name in taken:
        name += " (?)"
    return name
