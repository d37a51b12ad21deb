"""Commands that train and judge: train, evaluate."""

import argparse
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.interrupts import first_interrupt
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_called, run_job
from audioclf_gui.cli.output import DONE, ProgressBar, print_facts, print_json, say, show_quarantined
from audioclf_gui.cli.presets import (
    PRESET_METAVAR,
    pairs,
    preset_given,
    refuse_unknown_preset,
    say_what_is_lacking,
)
from audioclf_gui.cli.runs import print_report
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.project import Project, ProjectView
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.evaluate import Evaluate
from audioclf_gui.jobs.evaluate import evaluate as evaluate_job
from audioclf_gui.jobs.foresee_time import ForeseeTime, TimeForeseen, foresee_time
from audioclf_gui.jobs.resume import to_go_on
from audioclf_gui.jobs.train import Train, check_report
from audioclf_gui.jobs.train import train as train_job
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.events import (
    BatchDone,
    CacheProgress,
    ClipRefused,
    FitProgress,
    FoldDone,
    Note,
    PartBegun,
)
from audioclf_gui.ml.presets import AUTOMATIC, MAIN_VARIANTS, PRESETS, main_variant
from audioclf_gui.ml.saved_preset import SavedPreset, changed
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.remote.tracking.tools import TrackTo, track_to
from audioclf_gui.remote.tracking.tracked import tracked
from audioclf_gui.remote.tracking.values import TrackingEnded
from audioclf_gui.remote.training_places import Training

_SETTINGS = ("validate", "test", "seed", "device", "devices", "max_minutes")
"""Training parameters with an option of their own."""

TrainJob = Callable[[Train, ProjectView, Path, threading.Event], Training]
"""What trains, as `jobs.train.train` does."""


def add_commands(commands: Commands) -> None:
    """Add `train` and `evaluate`."""
    _add_train(commands)
    _add_evaluate(commands)


def _add_train(commands: Commands) -> None:
    parser = add_command(commands, "train", train, "train a model on a project's labels")
    add_train_options(parser)
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="say how many folds --folds makes and estimate how long that takes, and train nothing",
    )
    parser.needs("--dry-run", "--folds")
    parser.excludes("--track", "--dry-run")


def add_train_options(parser: CommandParser) -> None:
    """Add what says on which project, what and how to train, for `trained_as_given`."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "--preset",
        metavar=PRESET_METAVAR,
        help="a ready-made preset, one of yours or a file; default: chosen from data and installed listeners",
    )
    refuse_unknown_preset(parser, *MAIN_VARIANTS)
    parser.add_argument("--validate", metavar="HOW", help="group, fold:NAME or random:0.2")
    parser.add_argument(
        "--test", metavar="WHAT", help="the test set by name: group:17,theo for these groups, or fold:NAME"
    )
    parser.add_argument(
        "--folds",
        metavar="all|N",
        type=_folds,
        help="cross-validation: hold each fold of the data out once (all; five are made where it has none),"
        " or each of N made of whole groups",
    )
    _add_run_options(parser)
    for option in (*(f"--{name.replace('_', '-')}" for name in ("preset", *_SETTINGS)), "--folds", "--set"):
        parser.excludes("--resume", option)
    parser.excludes("--resume", "--config")
    parser.refuse(
        _contradiction,
        "--preset",
        "--validate",
        "--test",
        "--folds",
        "--seed",
        "--device",
        "--devices",
        "--max-minutes",
        "--set",
        "--config",
    )


def _add_run_options(parser: CommandParser) -> None:
    """How, where and how long it is trained, and who is told of it."""
    parser.add_argument("--seed", metavar="N", type=int)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"))
    parser.add_argument(
        "--devices",
        metavar="LIST",
        help="several that share each step: GPUs by number, as 0,1, or cpu:2 for two processes",
    )
    parser.excludes("--devices", "--device")
    parser.add_argument("--max-minutes", metavar="M", type=float)
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], help="change one training parameter"
    )
    parser.add_argument("--config", metavar="FILE", type=Path, help="the settings file of an earlier run")
    parser.add_argument(
        "--resume", metavar="RUN", type=int, help="go on with the run of this number, which was interrupted"
    )
    parser.add_argument(
        "--track",
        metavar="TOOL:PLACE",
        action="append",
        default=[],
        help="tell another tool of the run too: mlflow:ADDRESS, tensorboard:FOLDER, wandb:FOLDER",
    )


def _add_evaluate(commands: Commands) -> None:
    parser = add_command(commands, "evaluate", evaluate, "measure a model on a project's labels")
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--fold", metavar="NAME", help="only the clips of this fold")
    parser.add_argument(
        "--with-training",
        action="store_true",
        help="measure the clips that it has learnt from, too, apart from the rest",
    )


def _folds(text: str) -> int | str:
    """What --folds says: all there are, or how many."""
    if text == "all":
        return text
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is neither all nor a number of folds") from None


def _contradiction(given: argparse.Namespace) -> str:
    """What is said twice about one training."""
    changes = dict(pair.partition("=")[::2] for pair in given.set)
    if given.config and (given.preset or {"preset", "as_given"} & changes.keys()):
        return "--config says all settings, and the preset with them: change single ones by --set"
    for name in ("preset", *_SETTINGS):
        if name in changes and getattr(given, name) is not None:
            return f"--{name.replace('_', '-')} and --set {name}= say the same: give one of them"
    validate = str(given.validate or changes.get("validate") or "group")
    has_test = bool(given.test or changes.get("test"))
    if reason := _contradicted_folds(given, validate, changes, has_test=has_test):
        return reason
    if has_test and validate != "group":
        return f"--test and --validate {validate} both name what is judged: give one of them"
    return ""


def _contradicted_folds(
    given: argparse.Namespace, validate: str, changes: Mapping[str, str], *, has_test: bool
) -> str:
    """What speaks against the folds of a cross-validation."""
    if "folds" in changes:
        return "the number of folds is given by --folds N, not by --set"
    if given.folds and validate.startswith("fold:"):
        return "--folds holds out every fold in turn, --validate fold:NAME only one: give one of them"
    if given.folds and has_test:
        return "--folds holds out every fold in turn, --test only what it names: give one of them"
    return ""


def train(options: argparse.Namespace) -> int:
    """`audioclf train`."""
    if options.dry_run:
        settings = _settings(options)[1]
        with open_for_reading(options.project) as project:
            facts = _foreseen(project, settings).facts
        print_json(facts) if options.json else print_facts(facts)
        return DONE
    return trained_as_given(options, train_job)


def trained_as_given(options: argparse.Namespace, job: TrainJob) -> int:
    """Train as the options of `add_train_options` say, by a job that does so here or elsewhere."""
    places = tuple(map(track_to, options.track))
    if options.resume is not None:
        with open_for_writing(options.project) as project:
            known: dict[int, Run] = {run.id: run for run in project.runs.all}
            request = to_go_on(project.folder, run_called(known, options.resume))
            return _train_and_report(project, request, job, places, as_json=options.json)
    preset, settings = _settings(options)
    name = "" if preset.name in PRESETS or settings != preset.settings else preset.name
    with open_for_writing(options.project) as project:
        if preset.name not in PRESETS:
            say_what_is_lacking(settings, project)
        if options.folds is not None:
            _foreseen(project, settings)
        run = project.runs.next(settings.preset, settings.to_dict())
        request = Train(run, settings, options.folds is not None, name)
        return _train_and_report(project, request, job, places, as_json=options.json)


def _settings(options: argparse.Namespace) -> tuple[SavedPreset, TrainSettings]:
    """The preset that was given, and with what is changed in it."""
    preset, overrides = _wanted(options)
    return preset, changed(preset.settings, overrides)


def _foreseen(project: Project, settings: TrainSettings) -> TimeForeseen:
    """How long a cross-validation is likely to take, which is said, too."""
    request = ForeseeTime(settings, project.runs.all)
    foreseen = run_job(foresee_time(request, project.view()), None, "dealing out", "folds")
    say(str(foreseen.text))
    return foreseen


def train_and_report(project: Project, settings: TrainSettings, *, as_json: bool) -> int:
    """Train on a project, keep the run in it and print its report; Ctrl+C keeps the best epoch."""
    request = Train(project.runs.next(settings.preset, settings.to_dict()), settings)
    return _train_and_report(project, request, train_job, as_json=as_json)


def _train_and_report(
    project: Project, request: Train, job: TrainJob, places: Sequence[TrackTo] = (), *, as_json: bool
) -> int:
    refused: list[Quarantined] = []
    with (
        first_interrupt(_say_stopping) as stop,
        ProgressBar("reading", "clips") as reading,
        ProgressBar("training", "batches") as training,
    ):

        def show(event: object) -> None:
            match event:
                case CacheProgress():
                    reading.show(event.done, event.total)
                case BatchDone():
                    done = (event.epoch - 1) * event.total + event.done
                    training.show(done, event.epochs * event.total, f"loss {event.loss:.3f}")
                case FitProgress():
                    training.show(event.done, event.total, str(event.doing))
                case PartBegun():
                    say(f"{event.name}:")
                case FoldDone():
                    if (headline := report_from_json(event.report).headline) is not None:
                        say(f"fold {event.name}: {headline.text}")
                case Note() | TrackingEnded():
                    say(str(event.text))
                case ClipRefused():
                    refused.append(Quarantined(event.path, event.reason, event.remedy))

        view = project.view()
        events = tracked(job(request, view, cache_folder(), stop), request, view, places)
        run = carry_out(events, project, show)
    check_report(run)
    print_json(run.report) if as_json else print_report(run.report)
    return show_quarantined(refused)


def evaluate(options: argparse.Namespace) -> int:
    """`audioclf evaluate`."""
    with open_for_reading(options.project) as project:
        view = project.view()
    request = Evaluate(options.bundle, options.fold, options.with_training)
    done = run_job(evaluate_job(request, view), None, "measuring", "clips")
    if done.note is not None:
        say(str(done.note))
    if options.json:
        print_json(done.facts)
    else:
        print_report({name: value for name, value in done.facts.items() if name != "training"})
        if done.training is not None:
            print("\nOn the clips that it has learnt from, which do not count:")
            print_report(done.training)
    return show_quarantined(done.refused)


def _say_stopping() -> None:
    say("stopping after this batch, keeping the best epoch; press Ctrl+C again to end at once")


def _wanted(options: argparse.Namespace) -> tuple[SavedPreset, dict[str, object]]:
    """The preset to start from, and what is to be changed in it."""
    overrides = _config(options.config) if options.config else {}
    overrides |= pairs(options.set)
    for name in _SETTINGS:
        if getattr(options, name) is not None:
            overrides[name] = getattr(options, name)
    if options.folds not in (None, "all"):
        overrides["folds"] = options.folds
    preset, note = main_variant(options.preset or str(overrides.get("preset", AUTOMATIC)))
    if note is not None:
        say(str(note))
    return preset_given(preset), {name: value for name, value in overrides.items() if name != "preset"}


def _config(file: Path) -> dict[str, object]:
    try:
        return dict(json_value(file.read_bytes())["settings"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            Text("{file} is not the settings file of a run: {problem}", file=file, problem=str(error)),
            remedy=Text("Give a file run-….settings.json from a project's models folder."),
        ) from error
