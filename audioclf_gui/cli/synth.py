"""`audioclf synth`: mixtures of labelled sounds, as a project to train on."""

import argparse
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from pathlib import Path

from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import print_facts, print_json, quarantined_facts, say, show_quarantined
from audioclf_gui.core.mixtures import Background, Learnt, MixtureSettings, Placement
from audioclf_gui.core.project_files import may_be_project
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.make_mixtures import (
    MakeMixtures,
    MixturesMade,
    MixturesOutlined,
    make_mixtures,
    outline_mixtures,
)
from audioclf_gui.jobs.preview_mixture import MixturePreviewed, PreviewMixture, preview_mixture

_USUAL = MixtureSettings()
_RANGES = (
    ("length_s", "S", "length of each mixture"),
    ("events_per_min", "N", "events a minute; one after the other, as many as there is room for"),
    ("pause_s", "S", "before each event, where they follow each other"),
    ("gain_db", "DB", "loudness of an event over the usual level"),
    ("speed", "TIMES", "speed of an event; 2 is an octave higher"),
    ("rt60_s", "S", "reverberation time of the made room around an event; 0 is none"),
    ("snr_db", "DB", "events over background"),
)
_OF_SUBSETS = ("TRAIN", "VALID", "TEST")


def add_commands(commands: Commands) -> None:
    """Add `synth`."""
    parser = add_command(
        commands, "synth", synth, "make mixtures of labelled sounds, as a project to train on"
    )
    add_mixture_options(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what would be made, and make nothing")
    parser.add_argument(
        "--preview",
        metavar="FILE",
        type=Path,
        help="write one of the mixtures to this file and make no other",
    )
    parser.excludes("--preview", "--dry-run")


def add_mixture_options(parser: CommandParser) -> None:
    """What is made of what, wherever that is."""
    parser.add_argument(
        "sounds", metavar="SOUNDS", type=Path, help="a project, or a folder with a folder for each class"
    )
    parser.add_argument("folder", metavar="PROJECT", type=Path, help="the new project; it is made, or empty")
    _add_sets(parser)
    _add_ranges(parser)
    _add_ways(parser)


def _add_ranges(parser: CommandParser) -> None:
    """What is drawn anew for each mixture or event."""
    for name, unit, what in _RANGES:
        low, high = getattr(_USUAL, name)
        parser.add_argument(
            "--" + name.replace("_", "-"),
            metavar=unit,
            nargs="+",
            type=float,
            help=f"{what}: one number, or the least and the greatest; default: {low:g} {high:g}",
        )
        parser.refuse(partial(_odd_range, name), "--" + name.replace("_", "-"))


def _add_ways(parser: CommandParser) -> None:
    """What all of them have in common."""
    parser.add_argument("--placement", type=Placement, choices=list(Placement), help="default: mixed")
    parser.add_argument(
        "--one-class", action="store_true", default=None, help="all events of a mixture are of one class"
    )
    parser.add_argument(
        "--learnt",
        type=Learnt,
        choices=list(Learnt),
        help="models learn each event with its start and end, or what sounds in whole clips; default: events",
    )
    parser.add_argument(
        "--background",
        metavar="none|white|pink|brown|DIR",
        default=_USUAL.background.value,
        help="made noise, or a folder of recordings; default: %(default)s",
    )
    parser.add_argument("--peak-db", metavar="DB", type=float, help="no sample is above; default: -1")
    parser.add_argument(
        "--format",
        type=SoundFormat,
        choices=list(SoundFormat),
        default=SoundFormat.FLAC,
        help="of the files; default: %(default)s",
    )


def _add_sets(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mixtures",
        metavar=_OF_SUBSETS,
        nargs=3,
        type=int,
        help="how many for training, validation and test; default: 80 20 20",
    )
    parser.add_argument(
        "--shares",
        metavar=_OF_SUBSETS,
        nargs=3,
        type=float,
        help="parts of the groups (speakers, sites, recordings); none is in two; default: 0.8 0.1 0.1",
    )
    parser.add_argument("--rate-hz", metavar="HZ", type=int, help="default: that of most sounds")
    parser.add_argument(
        "--seed", metavar="N", type=int, help="the same one makes the same files again; default: 0"
    )


def _odd_range(name: str, given: argparse.Namespace) -> str:
    values = getattr(given, name)
    if values is None or len(values) <= 2:
        return ""
    return f"--{name.replace('_', '-')} takes one number or two"


def synth(options: argparse.Namespace) -> int:
    """`audioclf synth`."""
    return with_sounds(options, _synth)


def with_sounds(options: argparse.Namespace, make: Callable[[argparse.Namespace, MakeMixtures], int]) -> int:
    """Have something made of the sounds, which are in a project or a folder."""
    if may_be_project(options.sounds):
        with open_for_reading(options.sounds) as project:
            return make(options, _request(options, project.catalogue.view))
    return make(options, _request(options, options.sounds))


def _request(options: argparse.Namespace, sounds: CatalogueView | Path) -> MakeMixtures:
    is_noise = options.background in {kind.value for kind in Background if kind is not Background.FILES}
    return MakeMixtures(
        sounds,
        options.folder,
        _settings(options, Background(options.background) if is_noise else Background.FILES),
        options.format,
        None if is_noise else Path(options.background),
    )


def _synth(options: argparse.Namespace, request: MakeMixtures) -> int:
    if options.dry_run:
        outlined = run_job(outline_mixtures(request), None, "looking", "files")
        return _report(options, outlined, _outlined_facts(outlined))
    if options.preview is not None:
        previewed = run_job(
            preview_mixture(PreviewMixture(request, options.preview)), None, "looking", "files"
        )
        return _report(options, previewed, _previewed_facts(previewed))
    return report_made(options, run_job(make_mixtures(request), None, "mixing", "mixtures"))


def report_made(options: argparse.Namespace, made: MixturesMade) -> int:
    """Tell what came of it."""
    return _report(options, made, _made_facts(made))


def _settings(options: argparse.Namespace, background: Background) -> MixtureSettings:
    given = {
        one.name: getattr(options, one.name)
        for one in fields(MixtureSettings)
        if one.name != "background" and getattr(options, one.name) is not None
    }
    for name, value in given.items():
        if isinstance(value, list):
            given[name] = tuple(value) if len(value) > 1 else (value[0], value[0])
    return MixtureSettings(**given, background=background)


def _report(
    options: argparse.Namespace,
    done: MixturesOutlined | MixturePreviewed | MixturesMade,
    facts: dict[str, object],
) -> int:
    for note in done.notes:
        say(f"note: {note}")
    status = show_quarantined(done.refused)
    if options.json:
        print_json(
            {**facts, "notes": list(map(str, done.notes)), "quarantined": quarantined_facts(done.refused)}
        )
    else:
        print_facts({**facts, "quarantined": len(done.refused)})
    return status


def _outlined_facts(outlined: MixturesOutlined) -> dict[str, object]:
    say(str(outlined.text))
    return {
        "mixtures": {str(subset): count for subset, count in outlined.mixtures.items()},
        "groups": {str(subset): count for subset, count in outlined.groups.items()},
        "classes": list(outlined.classes),
        "rate_hz": outlined.rate_hz,
        "duration_s": outlined.duration_s,
        "bytes": outlined.size,
    }


def _previewed_facts(previewed: MixturePreviewed) -> dict[str, object]:
    for kept in previewed.kept:
        say(f"kept what was there: {kept}")
    return {
        "file": str(previewed.file),
        "duration_s": previewed.duration_s,
        "rate_hz": previewed.rate_hz,
        "placement": str(previewed.placement),
        "events": len(previewed.regions),
    }


def _made_facts(made: MixturesMade) -> dict[str, object]:
    return {
        "project": str(made.file),
        "mixtures": {str(subset): count for subset, count in made.mixtures.items()},
        "groups": {str(subset): count for subset, count in made.groups.items()},
        "events": made.events,
        "duration_s": made.duration_s,
        "kept": made.kept,
    }
