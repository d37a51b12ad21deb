"""Commands that listen: live, devices."""

import argparse
import math
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.audio.device_stream import DeviceInput
from audioclf_gui.audio.devices import Device, default_device, input_devices, output_devices
from audioclf_gui.audio.streams import FileInput, Input
from audioclf_gui.cli import beside_listening
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.deciding import DECISION_OPTIONS, add_options, given, settings_checked
from audioclf_gui.cli.live_lines import LiveLines
from audioclf_gui.cli.output import DONE, print_json, print_rows, say
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.listen import Listen, Opened, listen
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.input_health import InputHealth

if TYPE_CHECKING:
    from audioclf_gui.jobs.listen import ListenEvent

LIVE_OPTIONS = (("hop_s", "S", "distance of two windows"), *DECISION_OPTIONS)
_LATE_S = 2.0  # how much longer than its sound a microphone may take


def add_commands(commands: Commands) -> None:
    """Add `live` and `devices`."""
    by_line = "print each decision as a JSON document, one a line"
    parser = add_command(commands, "live", live, "classify what a microphone hears", by_line)
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument(
        "--input",
        metavar="[HOST/]NAME|file:PATH",
        help="a device as `audioclf devices` lists it, or a file; default: the system's default input",
    )
    parser.add_argument(
        "--rate-hz", metavar="HZ", type=_count, help="sampling rate; default: the device's own"
    )
    parser.add_argument("--channel", metavar="N", type=_count, help="from 1; default: the mean of all")
    parser.add_argument(
        "--second", metavar="BUNDLE", type=Path, help="another model that hears the same sound beside it"
    )
    parser.add_argument(
        "--equaliser",
        action="store_true",
        help="make up for a microphone that sounds different from the recordings of the model",
    )
    parser.add_argument("--seconds", metavar="N", type=_seconds, help="stop after so long")
    add_options(parser, LIVE_OPTIONS)
    parser.refuse(_of_a_file, "--rate-hz", "--channel")
    beside_listening.add_options(parser)
    add_command(commands, "devices", devices, "list the sound devices")


def live(options: argparse.Namespace) -> int:
    """`audioclf live`: a line for each decision until the sound ends, --seconds are over or Ctrl+C."""
    with settings_checked("live"):
        settings = LiveSettings(**given(options, LIVE_OPTIONS))
    source = _input(options)
    lines = LiveLines(as_json=options.json, is_equalised=options.equaliser)
    request = Listen(
        options.bundle,
        source,
        settings,
        second=options.second,
        equalised=options.equaliser,
        beside=beside_listening.wanted(options),
    )
    with beside_listening.keeping(options.keep_near) as keep, closing(listen(request)) as events:
        for event in _in_time(events, options.seconds, is_file=isinstance(source, FileInput)):
            lines.show(event)
            keep(event)
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
            case InputHealth() | DeviceState() if time.monotonic() >= latest:
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


def _count(text: str) -> int:
    """A rate, or the number of a channel; argparse tells what is none."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 1 on")
    return int(text)


def _of_a_file(given: argparse.Namespace) -> str:
    """Why a file has no rate and channel to choose."""
    if (given.input or "").startswith("file:") and (given.rate_hz or given.channel):
        return "--rate-hz and --channel are a device's: a file is heard as it is, its channels as their mean"
    return ""


def _input(options: argparse.Namespace) -> Input:
    """What is listened to, which is said if it is a device."""
    name = options.input
    if name is not None and name.startswith("file:"):
        return FileInput(Path(name.removeprefix("file:")), realtime=False)
    device = default_device("input") if name is None else _device_called(name)
    rate_hz = options.rate_hz or device.rate_hz
    channel = "the mean of its channels" if options.channel is None else f"channel {options.channel}"
    say(f"listening to {device.name} ({device.host_api}) at {rate_hz} Hz, {channel}")
    return DeviceInput(device, options.rate_hz, options.channel)


def _device_called(name: str) -> Device:
    """The device whose name, or host and name, is `name` or contains it."""
    known = input_devices()
    full = {device: f"{device.host_api}/{device.name}" for device in known}
    exact = [device for device in known if name in {device.name, full[device]}]
    fitting = [device for device in known if name.casefold() in full[device].casefold()]
    found = exact or fitting
    if not found:
        raise UserError(
            Text("there is no input called {name}", name=name),
            remedy=Text("Use one of: {names}.", names=", ".join(device.name for device in known))
            if known
            else Text("None was found: connect one."),
        )
    if len(found) > 1:
        names = ", ".join(full[device] for device in found)
        say(f"{len(found)} inputs fit {name}, of which the first is taken: {names}")
    return found[0]


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
