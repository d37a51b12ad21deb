"""Commands that use a model: predict, live, devices."""

import argparse
import json
import math
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.audio.devices import Device, input_devices, output_devices
from audioclf_gui.audio.streams import FileInput, Input
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_writing, run_called, run_job
from audioclf_gui.cli.output import DONE, print_facts, print_json, print_rows, say, show_quarantined
from audioclf_gui.cli.runs import run_in_words
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.listen import EstimatedQuantity, Listen, Lost, Opened, listen
from audioclf_gui.jobs.predict import Predict
from audioclf_gui.jobs.predict import predict as predict_job
from audioclf_gui.jobs.record_heard import NotRecorded
from audioclf_gui.jobs.results import LABEL_FILES, TABLES, Output, ResultWritten
from audioclf_gui.jobs.suggest import Suggest
from audioclf_gui.jobs.suggest import suggest as suggest_job
from audioclf_gui.ml.decision_settings import DecisionSettings, LiveSettings
from audioclf_gui.ml.input_health import InputHealth

if TYPE_CHECKING:
    from audioclf_gui.jobs.listen import ListenEvent
    from audioclf_gui.ml.decisions import Decision, Event
    from audioclf_gui.ml.live import Estimate

_DECISION_OPTIONS = (
    ("threshold", "P", "score from which a class counts, 0 to 1; default: each class's own, from the model"),
    ("release", "P", "part of its threshold down to which the score of a class may fall in an event"),
    ("smoothing", "W", "weight of the past in each window's scores, 0 to below 1"),
    ("min_event_s", "S", "how long a class must stay above its threshold before it counts"),
    ("join_s", "S", "two events of a class with less between them are one"),
    ("cool_down_s", "S", "silence about a class after an event of it has ended"),
    ("silence_db", "DB", "windows below this level, in dBFS, have no class; default: the model's own"),
)
_LIVE_OPTIONS = (("hop_s", "S", "distance of two windows"), *_DECISION_OPTIONS)
_LATE_S = 2.0  # how much longer than its sound a microphone may take


def add_commands(commands: Commands) -> None:
    """Add `predict`, `suggest`, `live` and `devices`."""
    parser = add_command(commands, "predict", predict, "classify audio files of any length")
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="audio files and folders")
    parser.add_argument("--hop-s", metavar="S", type=float, help="distance of two windows, in seconds")
    _add_options(parser, _DECISION_OPTIONS)
    parser.add_argument("--format", choices=(*TABLES, *LABEL_FILES), default=None)
    parser.add_argument("--out", metavar="FILE|DIR", type=Path, help="default: standard output")
    parser.refuse(_homeless, "--format", "--out", "--json")
    parser = add_command(commands, "suggest", suggest, "let a model suggest classes for a project's clips")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--run", metavar="N", type=int, help="whose model; default: the newest one")
    by_line = "print each decision as a JSON document, one a line"
    parser = add_command(commands, "live", live, "classify what a microphone hears", by_line)
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("--input", metavar="NAME|file:PATH", help="default: the system's default input")
    parser.add_argument("--seconds", metavar="N", type=_seconds, help="stop after so long")
    _add_options(parser, _LIVE_OPTIONS)
    add_command(commands, "devices", devices, "list the sound devices")


def _add_options(parser: argparse.ArgumentParser, named: Iterable[tuple[str, str, str]]) -> None:
    for name, unit, what in named:
        option = "--" + name.replace("_", "-")
        parser.add_argument(option, dest=name, metavar=unit, type=float, help=what)


def predict(options: argparse.Namespace) -> int:
    """`audioclf predict`: what is finished is written at once, so that Ctrl+C loses one file at most."""
    with _settings_checked("predict"):
        settings = DecisionSettings(**_given(options, _DECISION_OPTIONS))
    request = Predict(options.bundle, tuple(options.paths), _outputs(options), options.hop_s, settings)

    def show(event: object) -> None:
        if isinstance(event, NotRecorded):
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
    told = {**result, "missing": dict(done.missing), "none": done.none, "silent": done.silent}
    print_json(told) if options.json else print_facts(result)
    return show_quarantined(done.refused)


def live(options: argparse.Namespace) -> int:
    """`audioclf live`: a line for each decision until the sound ends, --seconds are over or Ctrl+C."""
    from audioclf_gui.ml.decisions import Decision, EventTold, Phase
    from audioclf_gui.ml.live import Estimate

    with _settings_checked("live"):
        settings = LiveSettings(**_given(options, _LIVE_OPTIONS))
    request = Listen(options.bundle, _input(options.input), settings)
    problems: tuple[Text, ...] = ()
    estimated: EstimatedQuantity | None = None
    with closing(listen(request)) as events:
        for event in _in_time(events, options.seconds, is_file=isinstance(request.source, FileInput)):
            match event:
                case Opened():
                    estimated = event.estimated
                case Decision():
                    _show_decision(event, as_json=options.json)
                case EventTold(phase=Phase.ENDED):
                    _show_event(event.event, as_json=options.json)
                case Estimate() if estimated is not None:
                    _show_estimate(event, estimated, as_json=options.json)
                case InputHealth():
                    if event.problems and event.problems != problems:
                        say(" ".join(map(str, event.problems)))
                    problems = event.problems
                case NotRecorded():
                    say(str(event.text))
                case Lost():
                    say(f"{event.device.name} has gone")
    return DONE


def _in_time(
    events: "Iterable[ListenEvent]", seconds: float | None, *, is_file: bool
) -> "Iterator[ListenEvent]":
    """The events of the first seconds of sound; a microphone must not take much longer than these."""
    from audioclf_gui.ml.live import LiveScores

    seconds = math.inf if seconds is None else seconds
    latest = math.inf
    for event in events:
        if isinstance(event, LiveScores) and event.end_s > seconds:
            return
        yield event
        match event:
            case Opened() if not is_file:
                latest = time.monotonic() + seconds + _LATE_S
            case InputHealth() if time.monotonic() >= latest:
                return


def _seconds(text: str) -> float:
    """A length of time; argparse tells what is none."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not seconds >= 0.0:
        raise argparse.ArgumentTypeError(f"{text} is no length of time: give 0 or more seconds")
    return seconds


def _given(options: argparse.Namespace, named: Iterable[tuple[str, str, str]]) -> dict[str, float]:
    """Those of the options that were given."""
    values = {name: getattr(options, name) for name, _unit, _what in named}
    return {name: value for name, value in values.items() if value is not None}


@contextmanager
def _settings_checked(command: str) -> Iterator[None]:
    """Settings without sense are an error of whoever gave them."""
    try:
        yield
    except ValueError as error:
        raise UserError(
            Text("nothing can be decided like this: {reason}", reason=str(error)),
            remedy=Text("`audioclf {command} --help` tells the range of each option.", command=command),
        ) from error


def _input(name: str | None) -> Input | None:
    if name is not None and name.startswith("file:"):
        return FileInput(Path(name.removeprefix("file:")), realtime=False)
    return None if name is None else _input_called(name)


def _input_called(name: str) -> Device:
    known = input_devices()
    fitting = [device for device in known if name.casefold() in device.name.casefold()]
    exact = [device for device in fitting if device.name == name]
    if not fitting:
        raise UserError(
            Text("there is no input called {name}", name=name),
            remedy=Text("Use one of: {names}.", names=", ".join(device.name for device in known))
            if known
            else Text("None was found: connect one."),
        )
    return (exact or fitting)[0]


def _show_decision(decision: "Decision", *, as_json: bool) -> None:
    if as_json:
        print(
            json.dumps({**asdict(decision), "reason": str(decision.reason)}, ensure_ascii=False), flush=True
        )
    else:
        mark = "*" if decision.accepted else " "
        place = f"{decision.time_s:9.2f} s {mark} {decision.class_name or '-'}"
        print(f"{place}  {decision.score:.2f}  {decision.reason}", flush=True)


def _show_event(event: "Event", *, as_json: bool) -> None:
    """From where to where an event was, now that it is over."""
    if as_json:
        print(json.dumps({"time_s": event.end_s, "event": asdict(event)}, ensure_ascii=False), flush=True)
    else:
        stretch = f"{event.start_s:.2f} s to {event.end_s:.2f} s"
        print(f"{'':13}= {event.class_name}  {event.score:.2f}  {stretch}", flush=True)


def _show_estimate(estimate: "Estimate", of: EstimatedQuantity, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**asdict(estimate), "quantity": of.name, "unit": of.unit}), flush=True)
    else:
        value = in_unit(estimate.value, of.unit)
        print(f"{estimate.time_s:9.2f} s   {of.name} {value}", flush=True)


def devices(options: argparse.Namespace) -> int:
    """`audioclf devices`."""
    inputs, outputs = input_devices(), output_devices()
    if options.json:
        print_json({"inputs": list(map(asdict, inputs)), "outputs": list(map(asdict, outputs))})
        return DONE
    rows = [_device_row("input", device) for device in inputs]
    rows += [_device_row("output", device) for device in outputs]
    if rows:
        print_rows(rows, ("", "Name", "System", "Channels", "Hz", ""))
    else:
        say("no sound device was found")
    return DONE


def _device_row(kind: str, device: Device) -> tuple[object, ...]:
    is_default = "default" if device.is_default else ""
    return kind, device.name, device.host_api, device.channels, device.rate_hz, is_default
