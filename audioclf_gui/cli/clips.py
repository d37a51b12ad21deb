"""Commands that edit many clips or classes at once: clips, classes, quantity, relink."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.cli.class_lists import add_lists
from audioclf_gui.cli.command import Commands, add_actions, add_command
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_job
from audioclf_gui.cli.output import DONE, print_facts, print_json, say
from audioclf_gui.cli.spot_checks import add_spot_check
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.edits import contradicting, suggested_classes
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.query import matching_rows
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.edit_clips import (
    AcceptSuggestions,
    AddClass,
    ClipEdit,
    DeleteClass,
    GroupClips,
    LabelClips,
    MergeClasses,
    MoveClass,
    NameQuantity,
    RecolourClass,
    RejectSuggestions,
    RemoveClips,
    RenameClass,
    SortClasses,
    ToggleClass,
    edit_clips,
)
from audioclf_gui.jobs.relink import Relink, relink

_NAMED = 5  # clips that are called by their names where there may be many

WHERE = "which clips, in the words of the filter box: 'class:dog len:>10'"


def add_commands(commands: Commands) -> None:
    """Add `clips`, `classes`, `quantity` and `relink`."""
    clips = add_actions(commands, "clips", "edit many clips at once")
    _add_clips(clips)
    add_spot_check(clips)
    classes = add_actions(commands, "classes", "edit classes, or exchange lists of them")
    _add_classes(classes)
    add_lists(classes)
    parser = add_command(commands, "quantity", name_quantity, "what the numbers of the clips are")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--name", metavar="NAME", help="call them so")
    parser.add_argument("--unit", metavar="UNIT", help="their unit; empty for bare numbers")
    parser = add_command(commands, "relink", relink_clips, "find recordings again that were moved")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("folder", metavar="DIR", type=Path, help="where they may be now")


def name_quantity(options: argparse.Namespace) -> int:
    """`audioclf quantity`."""
    is_named = options.name is not None or options.unit is not None
    with (open_for_writing if is_named else open_for_reading)(options.project) as project:
        if is_named:
            quantity = project.catalogue.view.quantity
            name = quantity.name if options.name is None else options.name
            unit = quantity.unit if options.unit is None else options.unit
            run_job(edit_clips(NameQuantity(name, unit), project.view()), project, "editing", "clips")
        known = project.catalogue.view
    numbers = [clip.target for clip in known.clips if clip.target is not None]
    result = {
        "quantity": known.quantity.name,
        "unit": known.quantity.unit,
        "column": known.quantity.column,
        "clips": len(numbers),
        "least": min(numbers, default=None),
        "greatest": max(numbers, default=None),
    }
    print_json(result) if options.json else print_facts(result)
    return DONE


def _add_clips(actions: Commands) -> None:
    for name, text, value in (
        ("label", "give whole clips a class", "CLASS"),
        ("toggle", "give whole clips a class beside others; if all of them have it, take it away", "CLASS"),
        ("clear", "take the classes of whole clips away", ""),
        ("accept", "give clips the classes that the model suggests", ""),
        ("reject", "rule out the classes that the model suggests", ""),
        ("group", "say which recording group clips belong to", "GROUP"),
        ("remove", "take clips out of the project; their files stay", ""),
    ):
        parser = add_command(actions, name, edit_many, text)
        parser.set_defaults(action=name)
        parser.add_argument("project", metavar="PROJECT", type=Path)
        if value:
            parser.add_argument("value", metavar=value)
        parser.add_argument("--where", metavar="FILTER", required=True, help=WHERE)
        if name == "accept":
            parser.add_argument("--replace", action="store_true", help="labels that people gave, too")


def _add_classes(actions: Commands) -> None:
    for name, text, values in (
        ("add", "add a class", ("NAME",)),
        ("rename", "rename a class", ("NAME", "NEW")),
        ("recolour", "another colour for a class", ("NAME", "COLOUR")),
        ("move", "another place for a class in the list; 1 is the first", ("NAME", "PLACE")),
        ("sort", "put the classes in the order of their names", ()),
        ("merge", "give every label of classes to another one", ("NAME", "INTO")),
        ("delete", "delete a class and what is labelled with it as a whole", ("NAME",)),
    ):
        parser = add_command(actions, name, edit_classes, text)
        parser.set_defaults(action=name)
        parser.add_argument("project", metavar="PROJECT", type=Path)
        for value in values:
            kind = int if value == "PLACE" else str
            several = "+" if (name, value) == ("merge", "NAME") else None
            parser.add_argument(value.lower(), metavar=value, type=kind, nargs=several)


def edit_many(options: argparse.Namespace) -> int:
    """`audioclf clips …`."""
    with open_for_writing(options.project) as project:
        view = project.view()
        clip_ids = tuple(clip.id for clip in chosen_clips(view.catalogue, options.where))
        request: ClipEdit
        match options.action:
            case "label":
                request = LabelClips(clip_ids, options.value)
            case "toggle":
                request = ToggleClass(clip_ids, options.value)
            case "clear":
                request = LabelClips(clip_ids, "")
            case "accept":
                request = _accepting(view.catalogue, clip_ids, with_contradictions=options.replace)
            case "reject":
                request = RejectSuggestions(suggested_classes(view.catalogue, clip_ids))
            case "group":
                request = GroupClips(clip_ids, options.value)
            case _:
                request = RemoveClips(clip_ids)
        touched = run_job(edit_clips(request, view), project, "editing", "clips")
    return _report(options, touched)


def _accepting(
    view: CatalogueView, clip_ids: Sequence[ClipId], *, with_contradictions: bool
) -> AcceptSuggestions:
    """What is suggested for clips; labels of people that contradict it are named, and stay if so wanted."""
    suggested = suggested_classes(view, clip_ids)
    contradicted = contradicting(view, suggested)
    if not contradicted or with_contradictions:
        return AcceptSuggestions(suggested)
    names = ", ".join(view.clip(clip_id).name for clip_id in list(contradicted)[:_NAMED])
    told = Text(
        "{n} clip keeps the label that a person gave it: {names}; --replace accepts the suggestion instead",
        "{n} clips keep the labels that people gave them, first {names}; "
        "--replace accepts the suggestions instead",
        n=len(contradicted),
        names=names,
    )
    say(str(told))
    return AcceptSuggestions(
        {clip_id: classes for clip_id, classes in suggested.items() if clip_id not in contradicted}
    )


def edit_classes(options: argparse.Namespace) -> int:
    """`audioclf classes …`."""
    request: ClipEdit
    match options.action:
        case "add":
            request = AddClass(options.name)
        case "rename":
            request = RenameClass(options.name, options.new)
        case "recolour":
            request = RecolourClass(options.name, options.colour)
        case "move":
            request = MoveClass(options.name, options.place - 1)
        case "sort":
            request = SortClasses()
        case "merge":
            request = MergeClasses(tuple(options.name), options.into)
        case _:
            request = DeleteClass(options.name)
    with open_for_writing(options.project) as project:
        touched = run_job(edit_clips(request, project.view()), project, "editing", "clips")
    return _report(options, touched)


def relink_clips(options: argparse.Namespace) -> int:
    """`audioclf relink`."""
    with open_for_writing(options.project) as project:
        done = run_job(relink(Relink(options.folder), project.view()), project, "looking", "files")
    result = {"found": done.found, "missing": done.missing}
    if done.note is not None:
        say(str(done.note))
    if done.watched is not None:
        say(str(done.watched.note))
    if options.json:
        unclear = [{"clips": one.clips, "files": list(map(str, one.files))} for one in done.unclear]
        watched = None if done.watched is None else str(done.watched.now or done.watched.folder)
        print_json({**result, "unclear": unclear, "watched": watched})
    else:
        print_facts(result)
    return DONE


def chosen_clips(view: CatalogueView, where: str) -> list[Clip]:
    """The clips that fit a filter; UserError if there are none."""
    chosen = [view.clips[row] for row in matching_rows(view, where)]
    if not chosen:
        raise UserError(
            Text("no clip fits {where}", where=repr(where)),
            remedy=Text("Loosen the filter; nothing was changed."),
        )
    return chosen


def _report(options: argparse.Namespace, touched: int) -> int:
    result = {"clips": touched}
    print_json(result) if options.json else print_facts(result)
    return DONE
