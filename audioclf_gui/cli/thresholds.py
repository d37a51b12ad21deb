"""`audioclf runs … thresholds`: from which scores on a model answers, and choosing how sure it is to be."""

import argparse
import itertools
from collections.abc import Sequence

from audioclf_gui.cli.command import CommandParser
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_called, run_job
from audioclf_gui.cli.output import DONE, print_json, print_rows
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.model_classes import model_classes, then_and_now
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Run
from audioclf_gui.core.spelling import twin_key
from audioclf_gui.core.text import Text, joined
from audioclf_gui.jobs.choose_thresholds import (
    ChooseThresholds,
    Decisions,
    SetThresholds,
    choose_thresholds,
    read_decisions,
    set_thresholds,
)
from audioclf_gui.jobs.run_scores import RunScores, run_scores
from audioclf_gui.ml.decision_choice import HowSure, outcome_facts

_CHOICES = ("--precision", "--alarms-per-hour", "--as-trained", "--class")
_THRESHOLDS = tuple(step / 10 for step in range(1, 10))


def add_options(parser: CommandParser) -> None:
    """Add what a model may be wanted for, one of which can be given."""
    parser.add_argument(
        "--precision",
        metavar="P",
        type=float,
        help="of `thresholds`: raise them until this share of its answers is right, 0.5 to 0.999",
    )
    parser.add_argument(
        "--alarms-per-hour",
        metavar="N",
        type=float,
        help="of `thresholds`: raise them until noise is answered at most so often, 1 to 1000",
    )
    parser.add_argument(
        "--as-trained", action="store_true", help="of `thresholds`: take those of the training again"
    )
    parser.add_argument(
        "--class",
        dest="scores",
        metavar="NAME=SCORE",
        action="append",
        default=[],
        help="of `thresholds`: answer this class from that score on, 0 to 1, or `auto`: from the one that was"
        " chosen for all; can be given several times",
    )
    for first, second in itertools.combinations(_CHOICES, 2):
        parser.excludes(first, second)
    parser.refuse(_misplaced, "action", *_CHOICES)


def _misplaced(given: argparse.Namespace) -> str:
    is_given = is_choice(given)
    return "--precision, --alarms-per-hour, --class and --as-trained are for thresholds" * (
        is_given and given.action != "thresholds"
    )


def is_choice(options: argparse.Namespace) -> bool:
    """Whether other thresholds are wanted, not only those that there are."""
    is_for = options.precision is not None or options.alarms_per_hour is not None
    return bool(options.as_trained or is_for or options.scores)


def show_thresholds(options: argparse.Namespace) -> int:
    """Print what answering each class from a score on would come to, at nine scores, and those in use."""
    with open_for_reading(options.project) as project:
        run = run_called({run.id: run for run in project.runs.all}, options.numbers[0])
        scores = RunScores(project.runs.bundle_path(run))
        found, now = result_of(run_scores(scores)), result_of(read_decisions(scores))
        names = _names(project, run, now.classes)
    rows = [
        (name, one.threshold, one.right, one.missed, one.false, one.precision, one.recall)
        for name, of_class in zip(names, found, strict=True)
        for one in map(of_class.at, _THRESHOLDS)
    ]
    if options.json:
        keys = ("class", "threshold", "right", "missed", "false", "precision", "recall")
        print_json([dict(zip(keys, row, strict=True)) for row in rows])
        return DONE
    print_rows(rows, ("Class", "Threshold", "Right", "Missed", "False", "Precision", "Recall"))
    print()
    _print_decisions(now, names)
    return DONE


def choose(options: argparse.Namespace) -> int:
    """Choose how sure the model of a run is to be, and print what that comes to."""
    try:
        wanted = HowSure(options.precision, options.alarms_per_hour)
    except ValueError as error:
        raise UserError(
            Text("thresholds cannot be chosen like this: {reason}", reason=str(error)),
            remedy=Text("`audioclf runs --help` tells the range of each option."),
        ) from error
    with open_for_writing(options.project) as project:
        run = run_called({run.id: run for run in project.runs.all}, options.numbers[0])
        bundle = project.runs.bundle_path(run)
        if options.scores:
            now = result_of(read_decisions(RunScores(bundle)))
            request = SetThresholds(bundle, _set_by(options.scores, project, run, now.classes))
            job = set_thresholds(request, project.view())
        else:
            job = choose_thresholds(ChooseThresholds(bundle, wanted), project.view())
        found = run_job(job, project, "choosing thresholds", "windows")
        names = _names(project, run, found.classes)
    if options.json:
        print_json(
            {
                "run": run.id,
                "precision": found.how_sure.precision,
                "alarms_per_hour": found.how_sure.alarms_per_hour,
                "set_by_hand": [names[place] for place in found.by_hand],
                "thresholds": dict(zip(names, found.thresholds, strict=True)),
                "trained_thresholds": dict(zip(names, found.trained, strict=True)),
                "expected": outcome_facts(found.outcome),
            }
        )
    else:
        _print_decisions(found, names)
    return DONE


def _set_by(
    scores: Sequence[str], project: Project, run: Run, trained_as: Sequence[str]
) -> dict[int, float | None]:
    """The scores that were given, by the places of the classes; by all, of classes that were merged."""
    classes = model_classes(project.catalogue.view, list(trained_as), run.class_ids)
    called = {twin_key(name): {at} for at, name in enumerate(trained_as)}
    for at in range(len(trained_as)):
        called[twin_key(classes.name_of(at))] = {
            other for other in range(len(trained_as)) if classes.places[other] == classes.places[at]
        }
    found: dict[int, float | None] = {}
    for given in scores:
        name, _, score = given.rpartition("=")
        places = called.get(twin_key(name))
        if places is None:
            raise UserError(
                Text("the model has no class called {name}", name=name or given),
                remedy=Text("Write NAME=SCORE with one of: {names}.", names=joined(classes.names)),
            )
        found |= dict.fromkeys(places, _score(score))
    return found


def _score(given: str) -> float | None:
    try:
        return None if given == "auto" else float(given)
    except ValueError as error:
        raise UserError(
            Text("{given} is no score", given=given or "nothing"),
            remedy=Text("Write NAME=SCORE with a number from 0 to 1, or auto: dog=0.7, for one."),
        ) from error


def _names(project: Project, run: Run, trained_as: Sequence[str]) -> list[str]:
    """What the classes are called now."""
    return list(map(str, then_and_now(project.catalogue.view, list(trained_as), run.class_ids)))


def _print_decisions(found: Decisions, names: Sequence[str]) -> None:
    rows = list(zip(names, found.thresholds, found.trained, strict=True))
    print_rows(rows, ("Class", "Threshold in use", "As trained"))
    print()
    print(f"note: {found.in_use(names)} {found.outcome.text}")
