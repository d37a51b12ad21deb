"""Commands that use a model: predict, live, devices."""

import argparse
import json
import math
import sys
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.audio.devices import Device, input_devices, output_devices
from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.cli.output import DONE, Progress, print_json, print_rows, say, show_quarantined
from audioclf_gui.cli.results import Take, as_csv, as_json, as_label_files, result_file
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import FORMATS as LABEL_FORMATS

if TYPE_CHECKING:
    from audioclf_gui.ml.bundle import Bundle
    from audioclf_gui.ml.live import Decision, LiveEvent

_AS_TEXT = {"csv": as_csv, "json": as_json}
_LATE_S = 2.0  # how much longer than its sound a microphone may take

FORMATS = (*_AS_TEXT, *(name for name in ("audacity", "raven") if name in LABEL_FORMATS))


def predict(options: argparse.Namespace) -> int:
    """`audioclf predict`: what is finished is written at once, so that Ctrl+C loses one file at most."""
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.inference import predict_files

    _check_output(options)
    bundle = load_bundle(options.bundle)
    names = {file: name for path in options.paths for file, name in _audio(path)}
    refused: list[Quarantined] = []
    with ExitStack() as stack:
        takers = list(_takers(stack, options, bundle.card.classes, names))
        progress = stack.enter_context(Progress("classifying", "files"))
        results = stack.enter_context(closing(predict_files(bundle, list(names), options.hop_s)))
        for done, result in enumerate(results, start=1):
            progress.show(done, len(names))
            if isinstance(result, Quarantined):
                refused.append(result)
            else:
                for take in takers:
                    take(result)
    return show_quarantined(refused)


def _format(options: argparse.Namespace) -> str:
    return str(options.format or ("json" if options.json else "csv"))


def _check_output(options: argparse.Namespace) -> None:
    chosen = _format(options)
    if options.out is None and chosen not in _AS_TEXT:
        raise UserError(
            Text("{format} needs a folder to write to", format=chosen), remedy=Text("Add --out DIR.")
        )
    if options.out is None and options.json and chosen != "json":
        raise UserError(
            Text("--json and {format} both go to standard output", format=chosen),
            remedy=Text("Add --out FILE."),
        )


def _takers(
    stack: ExitStack, options: argparse.Namespace, classes: Sequence[str], names: Mapping[Path, Path]
) -> Iterator[Take]:
    """What takes each prediction: the format that was asked for, and JSON if that was asked for too."""
    chosen = _format(options)
    if chosen in _AS_TEXT:
        file = stack.enter_context(result_file(options.out))
        yield stack.enter_context(_AS_TEXT[chosen](file, classes))
    else:
        yield as_label_files(options.out, chosen, names)
    if options.json and chosen != "json":
        yield stack.enter_context(as_json(sys.stdout, classes))


def _audio(path: Path) -> list[tuple[Path, Path]]:
    """The audio files of a path, each with the name that its results get: its place below a folder."""
    if not path.exists():
        raise UserError(
            Text("{path} does not exist", path=path), remedy=Text("Check the path; nothing was classified.")
        )
    if path.is_dir():
        return [(file, file.relative_to(path)) for file in audio_files(path)]
    return [(path, Path(path.name))]


def live(options: argparse.Namespace) -> int:
    """`audioclf live`: a line for each decision until the sound ends, --seconds are over or Ctrl+C."""
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.live import Decision, LiveScores

    bundle = load_bundle(options.bundle)
    seconds = math.inf if options.seconds is None else options.seconds
    is_file = str(options.input).startswith("file:")
    latest = math.inf if is_file else time.monotonic() + seconds + _LATE_S
    problems: tuple[Text, ...] = ()
    with closing(_listen(bundle, options.input)) as events:
        for event in events:
            match event:
                case Decision():
                    _show_decision(event, as_json=options.json)
                case LiveScores():
                    if event.end_s >= seconds:
                        break
                case _:
                    if event.problems and event.problems != problems:
                        say(" ".join(map(str, event.problems)))
                    problems = event.problems
                    if time.monotonic() >= latest:
                        break
    return DONE


def _listen(bundle: "Bundle", source: str | None) -> Generator["LiveEvent", None, None]:
    from audioclf_gui.audio.capture import Capture
    from audioclf_gui.ml.live import LiveSettings, listen, listen_file

    settings = LiveSettings()
    if source is not None and source.startswith("file:"):
        return listen_file(bundle, settings, Path(source.removeprefix("file:")))
    return listen(bundle, settings, Capture(None if source is None else _input_called(source)))


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
