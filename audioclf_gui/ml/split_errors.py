"""Why there can be no split, and what to do about it."""

import difflib
from collections.abc import Collection, Sequence

import numpy as np

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import natural
from audioclf_gui.core.text import Text, listed
from audioclf_gui.ml.dataset import FILE_GROUP, TrainingData
from audioclf_gui.ml.grouping import groups_of
from audioclf_gui.ml.held_out import as_list

_MOST_NAMED = 20  # groups in a message
_FEWEST_STEPS = 100.0  # of single precision, in the deviation of numbers
_ADD_GROUPS = Text(
    "Add recordings from another place, day or speaker, correct the groups, or choose a random split,"
    " which flatters the model."
)
_HOLD_FEWER = Text("Hold fewer groups out, or label clips of more classes in the others.")
_HOLD_FEWER_OF_NUMBERS = Text("Hold fewer groups out, or give clips of other values to the others.")


def check_left(data: TrainingData, train: Sequence[int], left_out: Sequence[Text] = ()) -> None:
    """UserError unless two targets are left to learn; `left_out` tells of the copies that are not taken."""
    left = {data.examples[at].target for at in train}
    if len(left) < 2:
        name = _words(data, train[0]) if train else ""
        raise UserError(
            Text("outside the clips that judge there is only {name!r} to learn", name=name)
            if train
            else Text("outside the clips that judge there is nothing to learn from"),
            remedy=listed([*left_out, _HOLD_FEWER if data.classes else _HOLD_FEWER_OF_NUMBERS], " "),
        )


def check_resolved(data: TrainingData) -> None:
    """UserError if numbers differ in more digits than models have, which compute in single precision."""
    if data.classes:
        return
    values = np.array([example.target for example in data.examples], np.float64)
    with np.errstate(over="ignore", invalid="ignore"):
        step, deviation = float(np.spacing(np.float32(np.abs(values).max()))), float(values.std())
    if not deviation >= _FEWEST_STEPS * step:
        raise UserError(
            Text("the values of {quantity} differ too little for their size", quantity=data.quantity),
            remedy=Text("Take off what they have in common: 3.2 instead of 1700000003.2, for one."),
        )


def nothing_known(data: TrainingData) -> tuple[Text, Text]:
    """Why nothing can be learnt where there is no example, and what to do about it."""
    if data.objective == "regression":
        return (
            Text("no clip has a number to learn yet"),
            Text("Import a table with a column of numbers, and choose it as the target."),
        )
    return Text("no clip is labelled yet"), Text("Label some clips of each class first.")


def all_alike(data: TrainingData) -> tuple[Text, Text]:
    """Why nothing can be learnt where every example has one target, and what to do about it."""
    if not data.classes:
        return (
            Text(
                "every clip has the same {quantity}, so there is nothing to learn",
                quantity=data.quantity,
            ),
            Text("Give clips of other values too."),
        )
    return (
        Text("every labelled clip is {name!r}, so there is nothing to tell apart", name=_words(data, 0)),
        Text("Label clips of another class too, for example background."),
    )


def _words(data: TrainingData, at: int) -> str:
    """What is true of an example, in the user's words."""
    example = data.examples[at]
    if not data.classes:
        return f"{example.target:g} {data.unit}".strip()
    return ", ".join(data.classes[place] for place in example.classes)


def unknown_name(kind: str, name: str, known: Collection[str]) -> UserError:
    """No group or fold is called so; those that are, or are spelled nearly so, as the option takes them."""
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    names = near or sorted(known, key=natural)[:_MOST_NAMED]
    said = Text.plain(as_list(names, ", "))
    return UserError(
        Text("the labelled clips have no group called {name!r}", name=name)
        if kind == "group"
        else Text("the labelled clips have no fold called {name!r}", name=name),
        remedy=Text("Did you mean: {names}?", names=said)
        if near
        else Text("Choose validation by group.")
        if not known
        else Text("There are: {names}.", names=said)
        if len(names) == len(known)
        else Text("There are {n:d}, among them: {names}.", n=len(known), names=said),
    )


def one_group(data: TrainingData) -> UserError:
    """Everything counts as one group."""
    group = data.examples[0].group
    alone = len(groups_of(data.examples)) == 1
    clips = Text("all labelled clips") if data.classes else Text("all clips with a number")
    return UserError(
        Text("{clips} hold the same few sounds, so none can be kept for validation", clips=clips)
        if not alone
        else Text("{clips} come from one file, so none can be kept for validation", clips=clips)
        if group.startswith(FILE_GROUP)
        else Text(
            "{clips} come from one group, {group!r}, so none can be kept for validation",
            clips=clips,
            group=group,
        ),
        remedy=_ADD_GROUPS,
    )


def one_of_each(*, is_random: bool) -> UserError:
    """No group, or with a random split no clip, can be held back without all of its class."""
    if is_random:
        return UserError(
            Text("each class has one clip only, so none of it can be kept for validation"),
            remedy=Text("Label more clips of each class."),
        )
    return UserError(
        Text("each class comes from one group only, so none of it can be kept for validation"),
        remedy=_ADD_GROUPS,
    )


def too_many_folds(wanted: int, groups: int, *, is_random: bool) -> UserError:
    """There are fewer groups, or with a random split fewer clips, than folds are to be made of."""
    there = (
        Text("there is {n} clip", "there are {n} clips", n=groups)
        if is_random
        else Text("there is {n} group", "there are {n} groups", n=groups)
    )
    return UserError(
        Text("{there}, too few for {wanted:d} folds", there=there, wanted=wanted),
        remedy=Text("Make {n} fold at most.", "Make {n} folds at most.", n=groups),
    )
