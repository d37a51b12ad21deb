"""Edits of many clips, or of classes, that are chosen by their names."""

import re
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId, Label, LabelClass
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text, joined
from audioclf_gui.core.view import CatalogueView, applied
from audioclf_gui.formats.datasets import ClassNames
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import MakeEdit


@dataclass(frozen=True, slots=True)
class LabelClips:
    """Give whole clips a class, which is made if there is none; the empty name takes it away."""

    clip_ids: tuple[ClipId, ...]
    class_name: str


@dataclass(frozen=True, slots=True)
class ToggleClass:
    """Give whole clips a class beside those that they have; if all of them have it, take it away."""

    clip_ids: tuple[ClipId, ...]
    class_name: str


@dataclass(frozen=True, slots=True)
class LabelUnlabelled:
    """Give each whole clip classes of its own, which are made if there are none; labelled clips stay so."""

    classes: Mapping[ClipId, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AcceptSuggestions:
    """Give clips the classes that were suggested for them, even if a newer model thinks otherwise.

    In the same step, rule the classes out that were suggested for the `rejected` ones.
    """

    classes: edits.ClassesOfClips
    rejected: edits.ClassesOfClips = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RejectSuggestions:
    """Rule the classes out that were suggested for clips."""

    classes: edits.ClassesOfClips


@dataclass(frozen=True, slots=True)
class GroupClips:
    """Say which recording group clips belong to."""

    clip_ids: tuple[ClipId, ...]
    group: str


@dataclass(frozen=True, slots=True)
class RemoveClips:
    """Take clips out of the project; their audio stays where it is."""

    clip_ids: tuple[ClipId, ...]


@dataclass(frozen=True, slots=True)
class AddClass:
    """One class more."""

    name: str


@dataclass(frozen=True, slots=True)
class RenameClass:
    """Another name for a class."""

    name: str
    new_name: str


@dataclass(frozen=True, slots=True)
class NameClasses:
    """The names of a table for the classes that are called by its codes; those of one name are merged."""

    names: ClassNames


@dataclass(frozen=True, slots=True)
class RecolourClass:
    """Another colour for a class, "#rrggbb"."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class MoveClass:
    """Another place for a class in the list, which decides its number key; 0 is the first."""

    name: str
    place: int


@dataclass(frozen=True, slots=True)
class SortClasses:
    """All classes by their names, which decides their number keys."""


@dataclass(frozen=True, slots=True)
class MergeClasses:
    """Give every label of some classes to another and drop the classes."""

    names: tuple[str, ...]
    into: str


@dataclass(frozen=True, slots=True)
class DeleteClass:
    """Drop a class; its region labels stay without a name, its whole-clip labels go."""

    name: str


@dataclass(frozen=True, slots=True)
class NameQuantity:
    """Say what the numbers of the clips are; the empty unit is that of bare numbers."""

    name: str
    unit: str


ClassEdit: TypeAlias = (
    AddClass
    | RenameClass
    | NameClasses
    | RecolourClass
    | MoveClass
    | SortClasses
    | MergeClasses
    | DeleteClass
)
ClipEdit: TypeAlias = (
    LabelClips
    | ToggleClass
    | LabelUnlabelled
    | AcceptSuggestions
    | RejectSuggestions
    | GroupClips
    | RemoveClips
    | NameQuantity
    | ClassEdit
)


def edit_clips(request: ClipEdit, project: ProjectView) -> Generator[MakeEdit, None, int]:
    """Make the edit as one step, with a copy of the project before it where it touches several clips.

    Returns
    -------
    int
        How many clips are touched.

    Raises
    ------
    UserError
        If a class of that name does not exist, or exists already, if there are no numbers to be named, or
        the project cannot be written.
    """
    what, change = _worked_out(request, project.catalogue)
    if change != Change():
        yield from bulk_edit(project, what, change)
    return len(change.clip_ids)


def after_edit(request: ClipEdit, view: CatalogueView) -> CatalogueView:
    """What the project would be after an edit, which is not made. UserError as `edit_clips`."""
    return applied(view, _worked_out(request, view)[1]).view


def _worked_out(request: ClipEdit, view: CatalogueView) -> tuple[Text, Change]:
    match request:
        case LabelClips() | ToggleClass() | LabelUnlabelled():
            return _with_classes_given(request, view)
        case AcceptSuggestions() | RejectSuggestions():
            return _with_suggestions(request, view)
        case GroupClips():
            return Text("set group"), edits.set_group(view, request.clip_ids, request.group)
        case RemoveClips():
            n = len(request.clip_ids)
            what = Text("remove {n} clip", "remove {n} clips", n=n)
            return what, edits.remove_clips(view, request.clip_ids)
        case NameQuantity():
            return Text("name the numbers"), _with_quantity_named(view, request)
        case _:
            return _with_other_classes(request, view)


def _with_classes_given(
    request: LabelClips | ToggleClass | LabelUnlabelled, view: CatalogueView
) -> tuple[Text, Change]:
    match request:
        case LabelClips():
            return _labelled(view, request.clip_ids, request.class_name)
        case ToggleClass():
            return _toggled(view, request.clip_ids, request.class_name)
    return _labelled_each(view, request.classes)


def _with_suggestions(
    request: AcceptSuggestions | RejectSuggestions, view: CatalogueView
) -> tuple[Text, Change]:
    n = len(request.classes)
    if isinstance(request, AcceptSuggestions):
        what = Text("accept {n} suggestion", "accept {n} suggestions", n=n)
        return what, edits.accept(view, request.classes).then(edits.reject(view, request.rejected))
    what = Text("reject {n} suggestion", "reject {n} suggestions", n=n)
    return what, edits.reject(view, request.classes)


def _with_other_classes(request: ClassEdit, view: CatalogueView) -> tuple[Text, Change]:
    match request:
        case AddClass():
            _check_new(view, request.name)
            return Text("add class"), edits.add_class(view, request.name)
        case RenameClass() | NameClasses():
            return _renamed(view, request)
        case RecolourClass():
            _check_colour(request.colour)
            recoloured = replace(_called(view, request.name), colour=request.colour)
            return Text("change colour"), edits.change_class(view, recoloured)
        case MoveClass() | SortClasses():
            return _with_classes_ordered(request, view)
        case MergeClasses():
            return _merged(view, request)
        case DeleteClass():
            known = _called(view, request.name)
            return Text("delete class {name}", name=known.name), edits.delete_class(view, known.id)


def _with_classes_ordered(request: MoveClass | SortClasses, view: CatalogueView) -> tuple[Text, Change]:
    if isinstance(request, SortClasses):
        return Text("sort classes"), edits.sort_classes(view)
    known = _called(view, request.name)
    return Text("move class"), edits.move_class(view, known.id, max(0, request.place))


def _renamed(view: CatalogueView, request: RenameClass | NameClasses) -> tuple[Text, Change]:
    if isinstance(request, NameClasses):
        return _named(view, request.names)
    _check_name(request.new_name)
    renamed = replace(_called(view, request.name), name=name_of(request.new_name))
    return Text("rename class"), edits.change_class(view, renamed)


def _named(view: CatalogueView, names: ClassNames) -> tuple[Text, Change]:
    whole = Change()
    count = 0
    for one in view.classes:
        name = name_of(names.name_of(one.name))
        if name == one.name:
            continue
        into = class_named(view.classes, name)
        is_other = into is not None and into != one.id
        step = (
            edits.merge_classes(view, [one.id], into)
            if is_other and into is not None
            else edits.change_class(view, replace(one, name=name))
        )
        whole, view, count = whole.then(step), applied(view, step).view, count + 1
    return Text("name {n} class", "name {n} classes", n=count), whole


def _merged(view: CatalogueView, request: MergeClasses) -> tuple[Text, Change]:
    into = _called(view, request.into)
    merged = [_called(view, name) for name in request.names]
    if into in merged:
        raise UserError(
            Text("{name} cannot be merged into itself", name=into.name),
            remedy=Text("Choose another class to merge it into."),
        )
    names = joined(known.name for known in merged)
    what = Text("merge {name} into {other}", name=names, other=into.name)
    return what, edits.merge_classes(view, [known.id for known in merged], into.id)


def _labelled(view: CatalogueView, clip_ids: Sequence[ClipId], name: str) -> tuple[Text, Change]:
    classes = view.with_classes([name])
    class_id: ClassId | None = class_named(classes, name)
    change = edits.label_clips(view, clip_ids, class_id)
    known = next((one.name for one in classes if one.id == class_id), "")
    what = Text("label {name}", name=known) if known else Text("clear label")
    return what, replace(change, classes=None if classes == view.classes else classes)


def _labelled_each(view: CatalogueView, wanted: Mapping[ClipId, tuple[str, ...]]) -> tuple[Text, Change]:
    bare = {clip_id: names for clip_id, names in wanted.items() if not view.labels(clip_id)}
    classes = view.with_classes(name for names in bare.values() for name in names)
    change = Change(
        labels={
            clip_id: tuple(map(Label, dict.fromkeys(class_named(classes, name) for name in names)))
            for clip_id, names in bare.items()
        },
        classes=None if classes == view.classes else classes,
    )
    return Text("label {n} clip", "label {n} clips", n=len(bare)), change


def _toggled(view: CatalogueView, clip_ids: Sequence[ClipId], name: str) -> tuple[Text, Change]:
    _check_name(name)
    classes = view.with_classes([name])
    known = next(one for one in classes if one.id == class_named(classes, name))
    change = edits.toggle_class(view, clip_ids, known.id)
    what = edits.toggle_text(view, clip_ids, known)
    return what, replace(change, classes=None if classes == view.classes else classes)


def _with_quantity_named(view: CatalogueView, request: NameQuantity) -> Change:
    if not view.has_numbers:
        raise UserError(
            Text("no clip has a number that could have a name"),
            remedy=Text("Import a table with a column of numbers, and choose it as the target."),
        )
    if not name_of(request.name):
        raise UserError(
            Text("the numbers need a name"), remedy=Text("Give at least one letter, number or sign.")
        )
    return edits.name_quantity(view, request.name, request.unit)


def _check_new(view: CatalogueView, name: str) -> None:
    _check_name(name)
    if class_named(view.classes, name) is not None:
        raise UserError(
            Text("there is a class called {name} already", name=name_of(name)),
            remedy=Text("Choose another name, or use that class."),
        )


def _check_name(name: str) -> None:
    if not name_of(name):
        raise UserError(
            Text("a class needs a name"), remedy=Text("Give at least one letter, number or sign.")
        )


def _check_colour(colour: str) -> None:
    if re.fullmatch("#[0-9a-fA-F]{6}", colour) is None:
        raise UserError(
            Text("{colour} is no colour", colour=colour),
            remedy=Text("Give red, green and blue as hexadecimal numbers: “#e69f00”, for one."),
        )


def _called(view: CatalogueView, name: str) -> LabelClass:
    class_id = class_named(view.classes, name)
    known = next((one for one in view.classes if one.id == class_id), None)
    if known is None:
        names = joined(one.name for one in view.classes)
        raise UserError(
            Text("there is no class called {name}", name=name),
            remedy=Text("There are: {names}.", names=names) if view.classes else Text("Add it first."),
        )
    return known
