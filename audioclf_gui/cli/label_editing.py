"""`audioclf labels` shift, snap, quantise, merge, set, delete, copy: edits of the labels of many clips."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.opening import open_for_writing, run_job
from audioclf_gui.cli.output import (
    DONE,
    print_facts,
    print_json,
    quarantined_facts,
    show_quarantined,
    show_twins,
)
from audioclf_gui.core.label import Certainty
from audioclf_gui.core.view import CatalogueView, new_twins
from audioclf_gui.formats.text import finite
from audioclf_gui.jobs.copy_labels import CopyLabels, copy_labels, regions_of
from audioclf_gui.jobs.edit_labels import (
    DeleteLabels,
    DescribeLabels,
    LabelEdit,
    LabelsMeant,
    MergeLabels,
    QuantiseLabels,
    ShiftLabels,
    SnapLabels,
    SnapTo,
    edit_labels,
)
from audioclf_gui.jobs.label_choice import clip_called

_FACTS = ("--to-class", "--to-track", "--note", "--certainty")


def add_editing(actions: Commands) -> None:
    """Add the edits to the actions of `labels`."""
    parser = _add(actions, "shift", "move labels in time, all exactly as far")
    parser.add_argument(
        "by_s", metavar="SECONDS", type=_number, help="later if positive, earlier if negative"
    )
    parser.add_argument("--cut", action="store_true", help="cut off what would lie beyond a clip")
    parser = _add(actions, "snap", "put edges on zero crossings, other labels' edges, or a grid")
    parser.add_argument(
        "--to",
        choices=[one.value for one in SnapTo],
        required=True,
        help="zero: where the sound passes through zero; neighbours: edges of other labels; grid: whole"
        " steps of --step-s",
    )
    parser.add_argument("--step-s", metavar="S", type=_step, help="of the grid; default: 0.1")
    parser.add_argument(
        "--reach-s", metavar="S", type=_length, help="how far a neighbour is at most; default: 0.05"
    )
    parser.refuse(_misplaced, "--step-s", "--reach-s", "--to")
    parser = _add(actions, "quantise", "move labels so that they start on a grid; they keep their lengths")
    parser.add_argument("step_s", metavar="STEP", type=_step, help="of the grid, in seconds")
    parser = _add(actions, "merge", "make one label of those of a class and track that touch or overlap")
    parser.add_argument(
        "--gap-s", metavar="S", type=_length, default=0.0, help="or have no wider gap; default: 0"
    )
    parser = _add(actions, "set", "say other things of labels: class, track, note, certainty")
    parser.add_argument("--to-class", metavar="NAME", help="made if there is none; '' for no class")
    parser.add_argument("--to-track", metavar="NAME")
    parser.add_argument("--note", metavar="TEXT", help="'' for none")
    parser.add_argument("--certainty", choices=["", *Certainty], help="'' for unsaid")
    parser.refuse(_says_nothing)
    _add(actions, "delete", "delete labels")
    parser = add_command(actions, "copy", copy, "copy labels of a clip to others, at the same times")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("source", metavar="FROM", help="the path of its file, or its number")
    parser.add_argument("targets", metavar="TO", nargs="+", help="clips that get them")
    _choose(parser, ("class", "track"))


def _add(actions: Commands, name: str, text: str) -> CommandParser:
    parser = add_command(actions, name, edit, text)
    parser.set_defaults(action=name)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    _choose(parser, ("class", "track", "clip"))
    return parser


def _choose(parser: CommandParser, kinds: Sequence[str]) -> None:
    for kind in kinds:
        about = f"only labels of this {kind}; may be given several times"
        what = "PATH|ID" if kind == "clip" else kind.upper()
        parser.add_argument(f"--{kind}", metavar=what, action="append", dest=f"{kind}_names", help=about)


def _number(text: str) -> float:
    number = finite(text)
    if number is None:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds")
    return number


def _length(text: str) -> float:
    seconds = _number(text)
    if seconds < 0.0:
        raise argparse.ArgumentTypeError(f"{text} is no length")
    return seconds


def _step(text: str) -> float:
    seconds = _number(text)
    if seconds < 0.001:
        raise argparse.ArgumentTypeError(f"{text} is too fine: a step is a millisecond at least")
    return seconds


def _misplaced(given: argparse.Namespace) -> str:
    for option, value, place in (
        ("--step-s", given.step_s, SnapTo.GRID),
        ("--reach-s", given.reach_s, SnapTo.NEIGHBOURS),
    ):
        if value is not None and given.to != place:
            return f"{option} says nothing with --to {given.to}"
    return ""


def _says_nothing(given: argparse.Namespace) -> str:
    facts = (given.to_class, given.to_track, given.note, given.certainty)
    return f"give at least one of {', '.join(_FACTS)}" if all(one is None for one in facts) else ""


def edit(options: argparse.Namespace) -> int:
    """`audioclf labels shift`, and the other edits."""
    with open_for_writing(options.project) as project:
        request = _request(options, project.catalogue.view)
        before = project.catalogue.view
        done = run_job(edit_labels(request, project.view()), project, "editing", "clips")
        after = project.catalogue.view
    twins = show_twins(new_twins(before, after), options.project)
    status = show_quarantined(done.refused)
    facts: dict[str, object] = {
        "labels": done.labels, "clips": done.clips, "left": done.left, "joined": done.joined,
    }  # fmt: skip
    if options.json:
        print_json({**facts, "quarantined": quarantined_facts(done.refused), "twins": twins})
    else:
        print_facts(facts)
    return status


def copy(options: argparse.Namespace) -> int:
    """`audioclf labels copy`."""
    with open_for_writing(options.project) as project:
        view = project.catalogue.view
        source = clip_called(view, options.source)
        targets = tuple(clip_called(view, one).id for one in options.targets)
        only = tuple(options.class_names or ()), tuple(options.track_names or ())
        request = CopyLabels(regions_of(view, source.id, *only), targets)
        done = run_job(copy_labels(request, project.view()), project, "copying", "clips")
    facts = {"labels": done.labels, "clips": done.clips}
    print_json(facts) if options.json else print_facts(facts)
    return DONE


def _request(options: argparse.Namespace, view: CatalogueView) -> LabelEdit:
    named = options.clip_names
    clips = view.clips if named is None else tuple(clip_called(view, one) for one in named)
    meant = LabelsMeant(
        tuple(clip.id for clip in clips), tuple(options.class_names or ()), tuple(options.track_names or ())
    )
    match options.action:
        case "shift":
            return ShiftLabels(meant, options.by_s, options.cut)
        case "snap":
            usual = SnapLabels(meant, SnapTo(options.to))
            return SnapLabels(
                meant, usual.to, options.step_s or usual.step_s,
                usual.reach_s if options.reach_s is None else options.reach_s,
            )  # fmt: skip
        case "quantise":
            return QuantiseLabels(meant, options.step_s)
        case "merge":
            return MergeLabels(meant, options.gap_s)
        case "set":
            return DescribeLabels(meant, options.to_class, options.to_track, options.note, options.certainty)
        case _:
            return DeleteLabels(meant)
