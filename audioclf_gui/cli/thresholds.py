"""`audioclf runs … thresholds`: from which scores on a model answers, and choosing how sure it is to be."""

import argparse
from collections.abc import Sequence

from audioclf_gui.cli.command import CommandParser
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_called, run_job
from audioclf_gui.cli.output import DONE, print_json, print_rows
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.model_classes import then_and_now
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.choose_thresholds import (
    ChooseThresholds,
    Decisions,
    choose_thresholds,
    read_decisions,
)
from audioclf_gui.jobs.run_scores import RunScores, run_scores
from audioclf_gui.ml.decision_choice import HowSure, outcome_facts

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
    parser.excludes("--precision", "--alarms-per-hour")
    parser.excludes("--precision", "--as-trained")
    parser.excludes("--alarms-per-hour", "--as-trained")
    parser.refuse(_misplaced, "action", "--precision", "--alarms-per-hour", "--as-trained")


def _misplaced(given: argparse.Namespace) -> str:
    is_given = is_choice(given)
    return "--precision, --alarms-per-hour and --as-trained are for thresholds" * (
        is_given and given.action != "thresholds"
    )


def is_choice(options: argparse.Namespace) -> bool:
    """Whether other thresholds are wanted, not only those that there are."""
    return options.as_trained or options.precision is not None or options.alarms_per_hour is not None


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
        request = ChooseThresholds(project.runs.bundle_path(run), wanted)
        found = run_job(choose_thresholds(request, project.view()), project, "choosing thresholds", "windows")
        names = _names(project, run, found.classes)
    if options.json:
        print_json(
            {
                "run": run.id,
                "precision": wanted.precision,
                "alarms_per_hour": wanted.alarms_per_hour,
                "thresholds": dict(zip(names, found.thresholds, strict=True)),
                "trained_thresholds": dict(zip(names, found.trained, strict=True)),
                "expected": outcome_facts(found.outcome),
            }
        )
    else:
        _print_decisions(found, names)
    return DONE


def _names(project: Project, run: Run, trained_as: Sequence[str]) -> list[str]:
    """What the classes are called now."""
    return list(map(str, then_and_now(project.catalogue.view, list(trained_as), run.class_ids)))


def _print_decisions(found: Decisions, names: Sequence[str]) -> None:
    rows = list(zip(names, found.thresholds, found.trained, strict=True))
    print_rows(rows, ("Class", "Threshold in use", "As trained"))
    print()
    print(f"note: {found.how_sure.in_use} {found.outcome.text}")
