"""The sources of a PulseAudio or PipeWire server, which PortAudio shows as one device.

Among them are the monitors: what a loudspeaker plays, as something to listen to. PortAudio's devices
“pulse” and “default” lead to the source that the environment variable PULSE_SOURCE names when they are opened
(https://www.freedesktop.org/wiki/Software/PulseAudio/Documentation/User/Configuration/).
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

HOST = "PulseAudio"
GATES = ("pulse", "default")
"""The devices of PortAudio behind which the server is."""

_ANSWER_S = 2.0
_SOURCE = "PULSE_SOURCE"


@dataclass(frozen=True, slots=True)
class PulseSource:
    """A microphone or monitor of the server."""

    name: str  # the server's own
    title: str  # what people call it
    channels: int
    rate_hz: int


def sources() -> tuple[PulseSource, ...]:
    """What the server can hear; nothing without a server or its program `pactl`."""
    program = shutil.which("pactl")
    if program is None:
        return ()
    command = [program, "--format=json", "list", "sources"]
    try:
        answer = subprocess.run(command, capture_output=True, timeout=_ANSWER_S, check=True)  # noqa: S603 - what shutil found
        found = json.loads(answer.stdout)
        titles = [one["description"] for one in found]
        return tuple(_source(one, titles.count(one["description"]) == 1) for one in found)
    except (OSError, subprocess.SubprocessError, ValueError, LookupError):
        return ()  # no server, or one that does not speak JSON yet


def source_called(title: str) -> PulseSource | None:
    """The source of this title, if it is there now."""
    return next((one for one in sources() if one.title == title), None)


@contextmanager
def door(title: str) -> Iterator[None]:
    """What is opened on a gate meanwhile leads to the source of this title, if it is there."""
    source = source_called(title)
    before = os.environ.get(_SOURCE)
    if source is not None:
        os.environ[_SOURCE] = source.name
    try:
        yield
    finally:
        os.environ.pop(_SOURCE, None)
        if before is not None:
            os.environ[_SOURCE] = before


def _source(found: dict[str, str], is_alone: bool) -> PulseSource:
    """From `s16le 2ch 44100Hz` and its names, both of them where others have the same title."""
    _format, channels, rate = found["sample_specification"].split()
    return PulseSource(
        found["name"],
        found["description"] if is_alone else f"{found['description']} ({found['name']})",
        int(channels.removesuffix("ch")),
        int(rate.removesuffix("Hz")),
    )
