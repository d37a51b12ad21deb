"""`audioclf segment`: label every sound of recordings, or divide them into equal windows."""

import argparse
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from audioclf_gui.audio.find_presets import FIND_PRESETS
from audioclf_gui.audio.segment import FindSettings, PageSettings, SegmentSettings
from audioclf_gui.audio.sound_levels import DETECTORS
from audioclf_gui.cli.clips import WHERE, chosen_clips
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_writing, run_job
from audioclf_gui.cli.output import print_facts, print_json, quarantined_facts, say, show_quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.find_sounds import FindSounds, find_sounds

_NUMBERS = (
    ("threshold_db", "DB", "what is louder than this is sound: dBFS, or over the floor"),
    ("low_hz", "HZ", "lower frequencies do not count"),
    ("high_hz", "HZ", "higher frequencies do not count"),
    ("step_s", "S", "how exactly sounds are found in time"),
    ("min_silence_s", "S", "quiet for less than this belongs to the sound"),
    ("min_sound_s", "S", "shorter sounds are left out"),
    ("lead_s", "S", "added before each sound"),
    ("trail_s", "S", "added after each sound"),
    ("length_s", "S", "length of equal windows"),
    ("hop_s", "S", "from the start of one window to the next"),
)
_OF_WINDOWS = ("--length-s", "--hop-s")


def add_commands(commands: Commands) -> None:
    """Add `segment`."""
    parser = add_command(commands, "segment", segment, "label every sound of clips, or equal windows of them")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--where", metavar="FILTER", default="", help=WHERE)
    parser.add_argument(
        "--class", dest="class_name", metavar="NAME", default="", help="default: no class yet"
    )
    parser.add_argument(
        "--preset",
        choices=list(FIND_PRESETS),
        default=next(iter(FIND_PRESETS)),
        help="what the options below begin with; default: %(default)s, as Audacity's Label Sounds",
    )
    parser.add_argument(
        "--measure",
        choices=DETECTORS,
        help="peak or mean level of each step, or the change of its spectrum",
    )
    parser.add_argument(
        "--over-floor",
        action=argparse.BooleanOptionalAction,
        help="measure the threshold from the noise around; a fifth of the time has to be quiet",
    )
    for name, unit, what in _NUMBERS:
        parser.add_argument(_option(name), metavar=unit, type=float, help=what)
    for option in _OF_WINDOWS:
        parser.refuse(partial(_misfit, option, wants_windows=True), option, "--preset")
    of_sounds = (_option(name) for name in ("measure", *(name for name, *_ in _NUMBERS)))
    for option in ("--no-over-floor", *(one for one in of_sounds if one not in _OF_WINDOWS)):
        parser.refuse(partial(_misfit, option, wants_windows=False), option, "--preset")


def segment(options: argparse.Namespace) -> int:
    """`audioclf segment`."""
    settings = _settings(options)
    with open_for_writing(options.project) as project:
        clips = tuple(chosen_clips(project.catalogue.view, options.where))
        request = FindSounds(clips, settings, options.class_name)
        found = run_job(find_sounds(request, project.view()), project, "searching", "clips")
    status = show_quarantined(found.refused)
    if found.note is not None:
        say(str(found.note))
    result = {"sounds": found.sounds, "clips": found.clips, "beyond": found.beyond}
    if options.json:
        print_json({**result, "quarantined": quarantined_facts(found.refused), "settings": asdict(settings)})
    else:
        print_facts({**result, "quarantined": len(found.refused)})
    return status


def _settings(options: argparse.Namespace) -> FindSettings:
    """Those of the preset with what was given in their place."""
    names = ("measure", "over_floor", *(name for name, *_ in _NUMBERS))
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    if "length_s" in given:
        given.setdefault("hop_s", given["length_s"])
    try:
        settings = FIND_PRESETS[options.preset].settings
        if isinstance(settings, SegmentSettings) and options.over_floor is not None:
            settings = settings.referred(over_floor=options.over_floor)
        return replace(settings, **given)
    except ValueError as error:
        raise UserError(
            Text("sounds cannot be found like this: {reason}", reason=str(error)),
            remedy=Text(
                "Give a threshold in dB, positive with --over-floor, lengths in seconds that are not "
                "negative, and a low frequency in Hz below the high one."
            ),
        ) from error


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _misfit(option: str, given: argparse.Namespace, *, wants_windows: bool) -> str:
    """Why an option is refused: it says nothing about what the preset looks for."""
    name = option.removeprefix("--no-").removeprefix("--").replace("-", "_")
    is_windows = isinstance(FIND_PRESETS[given.preset].settings, PageSettings)
    if getattr(given, name) is None or is_windows == wants_windows:
        return ""
    return f"{option} says nothing with --preset {given.preset}"
