"""Commands that use a model on files: predict, suggest."""

import argparse
import sys
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.deciding import DECISION_OPTIONS, add_options, given, settings_checked
from audioclf_gui.cli.opening import open_for_writing, run_called, run_job
from audioclf_gui.cli.output import print_facts, print_json, say, show_quarantined
from audioclf_gui.cli.runs import run_in_words
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.predict import GivenAgain, Predict
from audioclf_gui.jobs.predict import predict as predict_job
from audioclf_gui.jobs.record_heard import NotRecorded
from audioclf_gui.jobs.results import LABEL_FILES, TABLES, Output, ResultWritten
from audioclf_gui.jobs.suggest import Suggest
from audioclf_gui.jobs.suggest import suggest as suggest_job
from audioclf_gui.ml.decision_settings import DecisionSettings


def add_commands(commands: Commands) -> None:
    """Add `predict` and `suggest`."""
    parser = add_command(commands, "predict", predict, "classify audio files of any length")
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="audio files and folders")
    parser.add_argument("--hop-s", metavar="S", type=float, help="distance of two windows, in seconds")
    add_options(parser, DECISION_OPTIONS)
    parser.add_argument("--format", choices=(*TABLES, *LABEL_FILES), default=None)
    parser.add_argument("--out", metavar="FILE|DIR", type=Path, help="default: standard output")
    parser.refuse(_homeless, "--format", "--out", "--json")
    parser = add_command(commands, "suggest", suggest, "let a model suggest classes for a project's clips")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--run", metavar="N", type=int, help="whose model; default: the newest one")


def predict(options: argparse.Namespace) -> int:
    """`audioclf predict`: what is finished is written at once, so that Ctrl+C loses one file at most."""
    with settings_checked("predict"):
        settings = DecisionSettings(**given(options, DECISION_OPTIONS))
    request = Predict(options.bundle, tuple(options.paths), _outputs(options), options.hop_s, settings)

    def show(event: object) -> None:
        if isinstance(event, NotRecorded | GivenAgain):
            say(str(event.text))
        if isinstance(event, ResultWritten):
            say(f"written: {event.path}")
            if event.kept is not None:
                say(f"kept what was there: {event.kept}")

    refused = run_job(predict_job(request), None, "classifying", "files", show)
    return show_quarantined(refused)


def _homeless(given: argparse.Namespace) -> str:
    """Why there is no place for what `predict` is to write."""
    if given.out is None and given.format in LABEL_FILES:
        return f"--format {given.format} needs --out: a folder for its files"
    if given.out is None and given.json and given.format not in {None, "json"}:
        return f"--json and --format {given.format} both go to standard output: add --out"
    return ""


def _outputs(options: argparse.Namespace) -> tuple[Output, ...]:
    """The format that was asked for, and JSON if that was asked for too."""
    chosen = str(options.format or ("json" if options.json else "csv"))
    outputs = [Output(chosen, sys.stdout if options.out is None else options.out)]
    if options.json and chosen != "json":
        outputs.append(Output("json", sys.stdout))
    return tuple(outputs)


def suggest(options: argparse.Namespace) -> int:
    """`audioclf suggest`: what was suggested before Ctrl+C is kept."""
    with open_for_writing(options.project) as project:
        runs = project.runs
        known = {int(run.id): run for run in runs.with_model}
        if not known:
            raise UserError(
                Text("no run of this project has a model yet"),
                remedy=Text("Train one: `audioclf train PROJECT`."),
            )
        run = run_called(known, max(known) if options.run is None else options.run, runs.all)
        if options.run is None:
            say(f"suggesting with the newest model: {run_in_words(run)}")
        request = Suggest(run.id, runs.bundle_path(run))
        done = run_job(suggest_job(request, project.view()), project, "suggesting", "clips")
    for note in done.notes:
        say(str(note))
    result = {"run": run.id, "clips": done.clips}
    told = {
        **result,
        "missing": dict(done.missing),
        "none": done.none,
        "inside": done.inside,
        "silent": done.silent,
    }
    print_json(told) if options.json else print_facts(result)
    return show_quarantined(done.refused)
