"""`audioclf labels sounds`: the sound of labels, or of a stretch, as files of their own."""

import argparse
from pathlib import Path

from audioclf_gui.audio.play_settings import FASTEST, SLOWEST, PlaySettings
from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import print_json, print_rows, quarantined_facts, say, show_quarantined
from audioclf_gui.jobs.export_sounds import ExportSounds, SoundsExported, export_sounds
from audioclf_gui.jobs.label_choice import clip_called


def add_sounds(actions: Commands) -> None:
    """Add `sounds` to the actions of `labels`."""
    parser = add_command(
        actions, "sounds", sounds, "write the sound of each label, in a folder for each class"
    )
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("out", metavar="DIR", type=Path)
    parser.add_argument(
        "--format",
        type=SoundFormat,
        choices=list(SoundFormat),
        default=SoundFormat.WAV,
        help="what the files are; their samples are those of the recording (default: wav)",
    )
    for name, what in (("class", "CLASS"), ("track", "TRACK"), ("clip", "PATH|ID")):
        text = f"only labels of this {name}; may be given several times"
        parser.add_argument(f"--{name}", metavar=what, action="append", dest=f"{name}_names", help=text)
    parser.add_argument(
        "--margin-s", metavar="S", type=_seconds, default=0.0, help="sound before and after each label"
    )
    parser.add_argument(
        "--span-s",
        metavar=("START", "END"),
        type=_seconds,
        nargs=2,
        help="write this stretch of the clips that --clip names, instead of their labels",
    )
    parser.add_argument(
        "--speed",
        metavar="TIMES",
        type=_speed,
        help=f"write them as they are heard at this speed, {SLOWEST:g} to {FASTEST:g}; bats at 0.1",
    )
    parser.add_argument("--keep-pitch", action="store_true", help="stretch time only, not as a tape does")
    parser.add_argument(
        "--heterodyne", action="store_true", help="write them as they are heard with a bat detector"
    )
    parser.add_argument(
        "--carrier-hz", metavar="HZ", type=_hertz, help="what it is tuned to; default: 45 kHz"
    )
    parser.needs("--keep-pitch", "--speed")
    parser.needs("--carrier-hz", "--heterodyne")
    parser.needs("--span-s", "--clip")
    for other in ("--class", "--track", "--margin-s"):
        parser.excludes("--span-s", other)
    parser.refuse(_reversed, "--span-s")


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0.0 <= seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds")
    return seconds


def _speed(text: str) -> float:
    speed = float(text)
    if not SLOWEST <= speed <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text} is not from {SLOWEST:g} to {FASTEST:g}")
    return speed


def _hertz(text: str) -> float:
    hertz = float(text)
    if not 0.0 < hertz < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no frequency")
    return hertz


def _heard(options: argparse.Namespace) -> PlaySettings | None:
    """How the sounds are to be heard; None: they are to be as recorded."""
    if options.speed is None and not options.heterodyne:
        return None
    return PlaySettings(
        1.0 if options.speed is None else options.speed,
        options.keep_pitch,
        options.heterodyne,
        options.carrier_hz,
    )


def _reversed(given: argparse.Namespace) -> str:
    if given.span_s is None or given.span_s[0] < given.span_s[1]:
        return ""
    return "--span-s ends before it begins, or is empty"


def sounds(options: argparse.Namespace) -> int:
    """`audioclf labels sounds`."""
    with open_for_reading(options.project) as project:
        view = project.catalogue.view
        named = options.clip_names
        request = ExportSounds(
            options.out,
            view.clips if named is None else tuple(clip_called(view, one) for one in named),
            options.format,
            options.margin_s,
            tuple(options.class_names or ()),
            tuple(options.track_names or ()),
            None if options.span_s is None else tuple(options.span_s),
            _heard(options),
        )
        done = run_job(export_sounds(request, project.view()), None, "writing", "clips")
    for note in done.notes:
        say(f"note: {note}")
    for kept in done.kept:
        say(f"kept what was there: {kept}")
    return _report(options, done)


def _report(options: argparse.Namespace, done: SoundsExported) -> int:
    status = show_quarantined(done.refused)
    if options.json:
        keys = ("file", "clip", "class", "start_s", "end_s")
        rows = [(str(one.path), one.clip.path, one.class_name, one.start_s, one.end_s) for one in done.sounds]
        files = [dict(zip(keys, row, strict=True)) for row in rows]
        notes = list(map(str, done.notes))
        print_json({"files": files, "notes": notes, "quarantined": quarantined_facts(done.refused)})
    else:
        print_rows([(one.path, one.end_s - one.start_s) for one in done.sounds], ("File", "Seconds"))
    return status
