"""Commands that train and judge: train, runs, evaluate."""

import argparse
import json
import signal
import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, astuple, fields, replace
from pathlib import Path
from types import FrameType

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.output import DONE, Progress, print_facts, print_json, print_rows, say, show_quarantined
from audioclf_gui.cli.projects import open_for_writing
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError, in_words
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, Run, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import TrainingData, training_data
from audioclf_gui.ml.events import (
    BatchDone,
    CacheProgress,
    ClipRefused,
    EpochDone,
    FoldDone,
    Note,
    TrainEvent,
    TrainingDone,
)
from audioclf_gui.ml.settings import TrainSettings, settings_for

_HEADLINE = ("accuracy", "balanced_accuracy", "macro_f1", "log_loss")


def train(options: argparse.Namespace) -> int:
    """`audioclf train`."""
    settings = _settings(options)
    with open_for_writing(options.project) as project:
        return train_and_report(project, settings, as_json=options.json, all_folds=options.folds == "all")


def train_and_report(
    project: Project, settings: TrainSettings, *, as_json: bool, all_folds: bool = False
) -> int:
    """Train on a project, keep the run in it and print its report; Ctrl+C keeps the best epoch."""
    data = training_data(project.catalogue.view)
    run = project.runs.begin(settings.preset, settings.to_dict())
    refused: list[Quarantined] = []
    report: Mapping[str, object] = {}
    status = RunStatus.FAILED
    try:
        with _stopped_by_interrupt() as stop:
            events = _events(project, run, data, settings, stop, all_folds)
            for event in _logged(project, run, settings, events):
                if isinstance(event, ClipRefused):
                    refused.append(Quarantined(event.path, event.reason))
                if isinstance(event, TrainingDone):
                    report = {**event.report, "run": run.id}
                    run = replace(run, bundle=event.bundle.relative_to(project.folder).as_posix())
            status = RunStatus.STOPPED if stop.is_set() else RunStatus.DONE
    except Exception as error:
        report = {"error": in_words(error)}
        raise
    finally:
        project.runs.put(replace(run, status=status, report=report))
    if not report:
        raise UserError(
            Text("training ended before there was a model"), remedy=Text("Let it run for an epoch.")
        )
    print_json(report) if as_json else _print_report(report)
    return show_quarantined(refused)


def _events(
    project: Project,
    run: Run,
    data: TrainingData,
    settings: TrainSettings,
    stop: threading.Event,
    all_folds: bool,
) -> Generator[TrainEvent, None, None]:
    from audioclf_gui.ml.runs import cross_validate, run_training

    start = cross_validate if all_folds else run_training
    return start(data, settings, project.runs.bundle_path(run), cache_folder(), stop)


def _logged(
    project: Project, run: Run, settings: TrainSettings, events: Generator[TrainEvent, None, None]
) -> Iterator[TrainEvent]:
    """Every event, after it was shown, logged beside the model and its epoch written to the project."""
    from audioclf_gui.remote.tracking import logged

    with (
        closing(logged(events, project.runs.bundle_path(run), settings.to_dict(), project.folder)) as seen,
        Progress("reading", "clips") as reading,
        Progress("training", "batches") as training,
    ):
        for event in seen:
            match event:
                case CacheProgress():
                    reading.show(event.done, event.total)
                case BatchDone():
                    done = (event.epoch - 1) * event.total + event.done
                    training.show(done, event.epochs * event.total, f"loss {event.loss:.3f}")
                case EpochDone():
                    project.runs.add_epochs(run.id, [event.epoch])
                case FoldDone():
                    say(f"fold {event.name}: accuracy {event.report['accuracy']:.3f}")
                case Note():
                    say(str(event.text))
            yield event


@contextmanager
def _stopped_by_interrupt() -> Iterator[threading.Event]:
    """An event that the first Ctrl+C sets; the second one interrupts as usual."""
    stop = threading.Event()

    def ask_to_stop(_signal: int, _frame: FrameType | None) -> None:
        say("stopping after this batch, keeping the best epoch; press Ctrl+C again to end at once")
        stop.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, ask_to_stop)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _settings(options: argparse.Namespace) -> TrainSettings:
    overrides = _config(options.config) if options.config else {}
    for pair in options.set:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UserError(
                Text("--set {pair} is not understood", pair=pair),
                remedy=Text("Write --set epochs=60, for one."),
            )
        overrides[name] = value
    for name in ("validate", "seed", "device", "max_minutes"):
        if getattr(options, name) is not None:
            overrides[name] = getattr(options, name)
    preset = options.preset or str(overrides.get("preset", "default"))
    return settings_for(preset, **{name: value for name, value in overrides.items() if name != "preset"})


def _config(file: Path) -> dict[str, object]:
    try:
        return dict(json.loads(file.read_bytes())["settings"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            Text("{file} is not the settings file of a run: {problem}", file=file, problem=str(error)),
            remedy=Text("Give a file run-….settings.json from a project's models folder."),
        ) from error


def _print_report(report: Mapping[str, object]) -> None:
    folds = report.get("folds")
    if isinstance(folds, list):
        mean, sd = report["mean"], report["sd"]
        assert isinstance(mean, dict)
        assert isinstance(sd, dict)
        print_facts({name: f"{mean[name]:.3f} ± {sd[name]:.3f}" for name in _HEADLINE if name in mean})
        return
    skipped = {"per_class", "confusion", "classes", "notes", "settings"}
    print_facts({name: value for name, value in report.items() if name not in skipped})
    per_class = report.get("per_class")
    if isinstance(per_class, list):
        print()
        rows = [[row[key] for key in ("class", "precision", "recall", "f1", "support")] for row in per_class]
        print_rows(rows, ("Class", "Precision", "Recall", "F1", "Clips"))


def runs(options: argparse.Namespace) -> int:
    """`audioclf runs`."""
    with Project.open(options.project) as project:
        known: dict[int, Run] = {run.id: run for run in project.runs.all}
        if options.action == "list":
            return _list_runs(list(known.values()), as_json=options.json)
        chosen = [_run_called(known, number) for number in options.numbers]
        if len(chosen) != (1 if options.action == "show" else 2):
            raise UserError(
                Text("runs show needs one number")
                if options.action == "show"
                else Text("runs compare needs two numbers"),
                remedy=Text("`audioclf runs PROJECT` lists the runs with their numbers."),
            )
        if options.action == "show":
            return _show_run(project, chosen[0], as_json=options.json)
    return _compare_runs(chosen, as_json=options.json)


def _run_called(known: Mapping[int, Run], number: int) -> Run:
    if number not in known:
        raise UserError(
            Text("there is no run {number:d}", number=number),
            remedy=Text("There are: {numbers}.", numbers=", ".join(map(str, known))),
        )
    return known[number]


def _list_runs(known: Sequence[Run], *, as_json: bool) -> int:
    if as_json:
        print_json([_run_facts(run) for run in known])
    else:
        rows = [(run.id, run.preset, run.status, _figure(run, "accuracy"), run.started_at) for run in known]
        print_rows(rows, ("Run", "Preset", "Status", "Accuracy", "Started"))
    return DONE


def _run_facts(run: Run) -> dict[str, object]:
    return {
        "run": run.id,
        "started_at": run.started_at,
        "preset": run.preset,
        "status": run.status.value,
        "bundle": run.bundle,
        "settings": run.settings,
        "report": run.report,
    }


def _show_run(project: Project, run: Run, *, as_json: bool) -> int:
    epochs = project.runs.epochs(run.id)
    if as_json:
        print_json({**_run_facts(run), "epochs": [asdict(epoch) for epoch in epochs]})
        return DONE
    print_facts({"run": run.id, "preset": run.preset, "status": run.status.value, "bundle": run.bundle})
    print_rows([astuple(epoch) for epoch in epochs], [column.name for column in fields(Epoch)])
    if run.report:
        print()
        _print_report(run.report)
    return DONE


def _compare_runs(pair: Sequence[Run], *, as_json: bool) -> int:
    first, second = pair
    changed = sorted(
        name
        for name in {*first.settings, *second.settings}
        if first.settings.get(name) != second.settings.get(name)
    )
    if as_json:
        print_json([_run_facts(run) for run in pair])
        return DONE
    rows = [(name, _figure(first, name), _figure(second, name)) for name in (*_HEADLINE, "best_epoch")]
    rows += [(name, first.settings.get(name), second.settings.get(name)) for name in changed]
    print_rows(rows, ("", f"Run {first.id}", f"Run {second.id}"))
    return DONE


def _figure(run: Run, name: str) -> object:
    mean = run.report.get("mean")
    return mean.get(name) if isinstance(mean, dict) else run.report.get(name)


def evaluate(options: argparse.Namespace) -> int:
    """`audioclf evaluate`."""
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.evaluation import Evaluated
    from audioclf_gui.ml.evaluation import evaluate as measure

    refused = []
    bundle = load_bundle(options.bundle)
    with Project.open(options.project) as project, Progress("measuring", "clips") as progress:
        for event in measure(bundle, training_data(project.catalogue.view), options.fold):
            match event:
                case Quarantined():
                    refused.append(event)
                case CacheProgress():
                    progress.show(event.done, event.total)
                case Evaluated():
                    report = event.report
    print_json(report) if options.json else _print_report(report)
    return show_quarantined(refused)
