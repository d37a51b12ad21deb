"""Commands that learn for an answer and keep no model: learning-curve, leakage."""

import argparse
from pathlib import Path

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.learner import add_learner, learner_given
from audioclf_gui.cli.opening import open_for_reading, run_called, run_job
from audioclf_gui.cli.output import DONE, print_json, print_rows
from audioclf_gui.core.figures import Interval
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Run
from audioclf_gui.jobs.learn_curve import CurveLearnt, LearnCurve, learn_curve
from audioclf_gui.jobs.measure_leakage import MeasureLeakage, SplitFigure, measure_leakage
from audioclf_gui.ml.settings import TrainSettings, settings_from_dict

_TITLE, _UNIT = "learning", "steps"


def add_commands(commands: Commands) -> None:
    """Add `learning-curve` and `leakage`."""
    parser = add_command(commands, "learning-curve", learning_curve, "tell whether more labels would help")
    _add_learner(parser)
    parser.add_argument(
        "--repeats",
        metavar="N",
        type=int,
        choices=range(1, 101),
        default=3,
        help="how often labels are drawn, 1 to 100; default: 3",
    )
    parser = add_command(commands, "leakage", leakage, "compare splits by group with random ones")
    _add_learner(parser)


def _add_learner(parser: CommandParser) -> None:
    parser.add_argument("project", metavar="PROJECT", type=Path)
    add_learner(
        parser,
        "what learns each part: a ready-made preset, one of yours or a file; default: a small model on a"
        " listener that is installed, else a random forest: seconds",
        "--run",
    )
    parser.add_argument("--run", metavar="N", type=int, help="learn with the settings of that run")
    parser.excludes("--run", "--preset")


def learning_curve(options: argparse.Namespace) -> int:
    """`audioclf learning-curve`."""
    with open_for_reading(options.project) as project:
        request = LearnCurve(_settings(project, options), options.repeats)
        found = run_job(learn_curve(request, project.view(), cache_folder()), None, _TITLE, _UNIT)
    if options.json:
        print_json(_curve_facts(found))
        return DONE
    rows = [
        (round(point.labels), f"{point.figure:.3f}", _interval_text(point.interval))
        for point in found.curve.points
    ]
    print_rows(rows, ("Labels", str(found.figure_name).capitalize(), "95 %"))
    print(found.answer)
    if found.classes_answer is not None:
        print(found.classes_answer)
    print(found.caution)
    return DONE


def leakage(options: argparse.Namespace) -> int:
    """`audioclf leakage`."""
    with open_for_reading(options.project) as project:
        request = MeasureLeakage(_settings(project, options))
        found = run_job(measure_leakage(request, project.view(), cache_folder()), None, _TITLE, _UNIT)
    if options.json:
        facts = {
            "figure": str(found.figure_name),
            "by_group": _figure_facts(found.by_group),
            "random": _figure_facts(found.random),
            "gain": found.gain,
            "gain_interval": found.gain_interval,
            "groups": found.groups,
            "judged": found.judged,
            "learner": str(found.learner),
            "answer": str(found.answer),
        }
        print_json(facts)
        return DONE
    print(found.answer)
    print(found.caution)
    return DONE


def _settings(project: Project, options: argparse.Namespace) -> TrainSettings | None:
    """What is to learn; None: what learns in seconds."""
    if options.run is None:
        return learner_given(options)
    known: dict[int, Run] = {run.id: run for run in project.runs.all}
    return learner_given(options, settings_from_dict(run_called(known, options.run).settings))


def _curve_facts(found: CurveLearnt) -> dict[str, object]:
    curve = found.curve
    return {
        "figure": str(found.figure_name),
        "points": [
            {"labels": point.labels, "figure": point.figure, "interval": point.interval}
            for point in curve.points
        ],
        "law": {
            "scale": curve.law.scale,
            "exponent": curve.law.exponent,
            "floor": curve.law.floor,
        },
        "gain_of_twice": curve.gain,
        "gain_interval": curve.gain_interval,
        "classes": [
            {"class": one.name, "labels": one.labels, "half": one.half, "whole": one.whole}
            for one in curve.classes
        ],
        "learner": str(found.learner),
        "left_out": found.left_out,
        "answer": str(found.answer),
    }


def _figure_facts(one: SplitFigure) -> dict[str, object]:
    return {"figure": one.figure, "interval": one.interval}


def _interval_text(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval[0]:.2f} to {interval[1]:.2f}"
