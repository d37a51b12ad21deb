"""`audioclf labels errors` and `estimates`: labels and numbers that models contradict."""

import argparse
from pathlib import Path

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.learner import add_learner, learner_given
from audioclf_gui.cli.opening import open_for_reading, run_called, run_job
from audioclf_gui.cli.output import DONE, print_json, print_rows, say
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.far_estimates import FarEstimates, far_estimates
from audioclf_gui.jobs.label_errors import LabelErrors, label_errors
from audioclf_gui.jobs.unlearnt_answers import Judges

_TITLE, _UNIT = "judging", "steps"


def add_doubts(actions: Commands) -> None:
    """Add the actions."""
    parser = add_command(actions, "errors", errors, "list labels that models contradict, the likeliest first")
    _add_judges(parser)
    parser = add_command(actions, "estimates", estimates, "list what models estimate, large errors first")
    _add_judges(parser)


def _add_judges(parser: CommandParser) -> None:
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "--run",
        metavar="N",
        type=int,
        help="only what that run did not learn from; default: everything, by the newest run that held each"
        " fold out, or by quick folds",
    )
    add_learner(parser, "what learns from quick folds: a ready-made preset, one of yours or a file")
    parser.excludes("--run", "--preset")


def errors(options: argparse.Namespace) -> int:
    """`audioclf labels errors`."""
    with open_for_reading(options.project) as project:
        run, judges = _judges(project, options)
        view = project.catalogue.view
        request = LabelErrors(judges)
        found = run_job(label_errors(request, project.view(), cache_folder()), None, _TITLE, _UNIT)
    present = [one for one in found.doubted if not view.clip(one.clip_id).removed]
    if options.json:
        doubted = [
            {
                "clip": view.clip(one.clip_id).path,
                "start_s": one.start_s,
                "given": one.given,
                "predicted": one.predicted,
                "score": one.score,
                "strong": one.is_strong,
            }
            for one in present
        ]
        counts = {"judged": found.judged, "labelled": found.labelled, "strong": found.strong}
        print_json({**_judged_by(run, found.learner), **counts, "doubted": doubted})
        return DONE
    if present:
        rows = [
            (view.clip(one.clip_id).path, one.start_s, one.given, one.predicted, one.score) for one in present
        ]
        print_rows(rows, ("Clip", "From s", "Label", "Model", "Score"))
    say(f"{len(present)} of {found.judged} judged labels are doubted, {found.strong} of them strongly")
    _say_judges(found.learner, found.judged, found.labelled, "labels")
    return DONE


def estimates(options: argparse.Namespace) -> int:
    """`audioclf labels estimates`."""
    with open_for_reading(options.project) as project:
        run, judges = _judges(project, options)
        request = FarEstimates(judges)
        found = run_job(far_estimates(request, project.view(), cache_folder()), None, _TITLE, _UNIT)
        view = project.catalogue.view
    rows = [(view.clip(one.clip_id).path, one.number, one.estimate, one.error) for one in found.estimates]
    if options.json:
        keys = ("clip", "number", "estimate", "error")
        counts = {"judged": len(rows), "labelled": found.labelled}
        listed = [dict(zip(keys, row, strict=True)) for row in rows]
        print_json({**_judged_by(run, found.learner), **counts, "estimates": listed})
        return DONE
    if rows:
        print_rows(rows, ("Clip", "Number", "Estimate", "Error"))
    say(f"{len(rows)} judged clips, the largest error first")
    _say_judges(found.learner, len(rows), found.labelled, "clips")
    return DONE


def judging_run(project: Project, number: int | None) -> Run:
    """The run of that number, or the newest one, of those that have judged labels."""
    known: dict[int, Run] = {
        run.id: run for run in project.runs.with_model if report_from_json(run.report).figures
    }
    if not known:
        raise UserError(
            Text("no run of this project has judged labels yet"),
            remedy=Text("Train first: `audioclf train PROJECT --folds all` judges every label."),
        )
    return run_called(known, max(known) if number is None else number, project.runs.all)


def _judges(project: Project, options: argparse.Namespace) -> tuple[Run | None, Judges]:
    """The run that is asked first, if any, and who judges."""
    if options.run is not None:
        run = judging_run(project, options.run)
        return run, Judges(project.runs.bundle_path(run), alone=True)
    held_out = [run for run in project.runs.with_model if run.report.get("measured_on") == "out-of-fold"]
    if options.preset or not held_out:
        return None, Judges(settings=learner_given(options))
    run = max(held_out, key=lambda run: run.id)
    return run, Judges(project.runs.bundle_path(run))


def _judged_by(run: Run | None, learner: Text | None) -> dict[str, object]:
    """Whose answers they are: the number of a run, or what learnt from quick folds."""
    return {
        "run": run.id if run is not None and learner is None else None,
        "learner": None if learner is None else str(learner),
    }


def _say_judges(learner: Text | None, judged: int, labelled: int, what: str) -> None:
    if learner is not None:
        say(f"judged by quick folds: {learner} learnt each fold's {what} from the others")
    if judged < labelled:
        say(f"{labelled - judged} of {labelled} {what} are not judged")
