"""The action `clips spot-check`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_writing, run_job
from audioclf_gui.cli.output import DONE, print_facts, print_json, print_rows, say
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.project import Project
from audioclf_gui.core.proportion import Proportion
from audioclf_gui.core.text import Text, joined
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.edit_clips import AcceptSuggestions, edit_clips
from audioclf_gui.jobs.spot_check import DrawnSuggestions, SpotCheck, spot_check


def add_spot_check(actions: Commands) -> None:
    """Add the action."""
    what = "draw some suggestions, tell how many of all are right, and accept all"
    parser = add_command(actions, "spot-check", check, what)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--above", metavar="P", type=float, default=0.9, help="score from which they count")
    parser.add_argument("--class", dest="class_name", metavar="CLASS", help="only suggestions of this class")
    parser.add_argument("--size", metavar="N", type=int, default=10, help="how many are drawn")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="another one draws others")
    parser.add_argument("--judged", metavar="KEY", help="the sample of this key was listened to")
    parser.add_argument("--wrong", metavar="N", type=int, nargs="+", help="numbers of those that are wrong")
    parser.add_argument("--accept", action="store_true", help="accept all that are not wrong, as one step")
    parser.needs("--wrong", "--judged")
    parser.needs("--accept", "--judged")


def check(options: argparse.Namespace) -> int:
    """`audioclf clips spot-check`: first it lists a sample, then it is told which of that are wrong."""
    with open_for_writing(options.project) as project:
        view = project.catalogue.view
        class_id = None
        if options.class_name is not None:
            class_id = class_named(view.classes, options.class_name)
            if class_id is None:
                raise UserError(
                    Text("there is no class called {name}", name=options.class_name),
                    remedy=Text("There are: {names}.", names=joined(one.name for one in view.classes)),
                )
        try:
            request = SpotCheck(options.above, class_id, options.size, options.seed)
        except ValueError as error:
            raise UserError(
                Text("nothing can be drawn like this: {reason}", reason=str(error)),
                remedy=Text("Give a score of 0 to 1 and a size of 1 or more."),
            ) from error
        drawn = run_job(spot_check(request, project.view()), None, "drawing", "clips")
        if options.judged is None:
            return _list(drawn, view, as_json=options.json)
        return _tell(drawn, project, options)


def _list(drawn: DrawnSuggestions, view: CatalogueView, *, as_json: bool) -> int:
    names = {one.id: one.name for one in view.classes}
    sample = [
        {
            "number": number,
            "clip": view.clip(clip_id).path,
            "classes": [names[one] for one in drawn.suggested[clip_id]],
            "score": suggestion.score,
        }
        for number, clip_id in enumerate(drawn.sample, start=1)
        if (suggestion := view.suggestion(clip_id)) is not None
    ]
    if as_json:
        print_json({"key": drawn.key, "suggestions": len(drawn.suggested), "sample": sample})
        return DONE
    rows = [(one["number"], one["clip"], ", ".join(one["classes"]), one["score"]) for one in sample]  # type: ignore[arg-type] # names
    print_rows(rows, ("", "Clip", "Suggestion", "Score"))
    say(f"{len(sample)} of {len(drawn.suggested)} suggestions of {drawn.least_score:.2f} or more")
    say(f"listen to them, then add --judged {drawn.key} and --wrong with the numbers of those that are")
    return DONE


def _tell(drawn: DrawnSuggestions, project: Project, options: argparse.Namespace) -> int:
    wrong = _wrong(drawn, options.judged, options.wrong or ())
    found = Proportion(len(drawn.sample) - len(wrong), len(drawn.sample))
    low, high = found.interval
    say(str(found.text))
    result = {
        "suggestions": len(drawn.suggested),
        "judged": found.judged,
        "right": found.right,
        "precision": found.share,
        "low": low,
        "high": high,
        "accepted": 0,
    }
    if options.accept:
        rejected = {clip_id: drawn.suggested[clip_id] for clip_id in wrong}
        accepted = {
            clip_id: classes for clip_id, classes in drawn.suggested.items() if clip_id not in rejected
        }
        edit = AcceptSuggestions(accepted, rejected)
        run_job(edit_clips(edit, project.view()), project, "accepting", "clips")
        result["accepted"] = len(accepted)
    print_json(result) if options.json else print_facts(result)
    return DONE


def _wrong(drawn: DrawnSuggestions, key: str, numbers: Sequence[int]) -> frozenset[ClipId]:
    """The clips of these numbers; UserError if they are those of another sample."""
    if key != drawn.key:
        raise UserError(
            Text("the sample {key} cannot be drawn any more", key=key),
            remedy=Text("Use the same options as before; if the suggestions have changed, draw anew."),
        )
    if not all(1 <= number <= len(drawn.sample) for number in numbers):
        raise UserError(
            Text("the sample has no such number"),
            remedy=Text("Give numbers of 1 to {n}.", n=len(drawn.sample)),
        )
    return frozenset(drawn.sample[number - 1] for number in numbers)
