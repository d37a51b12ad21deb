"""The command line: every command with its options and their help."""

import argparse
from collections.abc import Sequence

from audioclf_gui import __version__
from audioclf_gui.cli import (
    clips,
    cluster,
    demo,
    explaining,
    exporting,
    fetch,
    groups,
    history,
    importing,
    labels,
    likeness,
    live,
    monitoring,
    outlook,
    packs,
    prediction,
    presets,
    projects,
    runs,
    search,
    segment,
    shards,
    species,
    synth,
    tracks,
    training,
)
from audioclf_gui.cli.command import CommandParser

_EPILOG = """\
exit status: 0 done, 1 a user error, 2 wrong usage, 3 done but some inputs were put aside,
4 done and what --fail-on-alarm watches for was found.
Every command works on the project folder that the window opens, and can run while no window has it open."""

_ROOMS = (
    demo,
    projects,
    fetch,
    importing,
    clips,
    cluster,
    groups,
    segment,
    tracks,
    history,
    packs,
    labels,
    training,
    presets,
    runs,
    search,
    outlook,
    prediction,
    explaining,
    live,
    monitoring,
    species,
    likeness,
    synth,
    shards,
    exporting,
)


def make_parser() -> CommandParser:
    """The parser of the whole command line."""
    parser = CommandParser(
        prog="audioclf",
        description="Label sounds, train a classifier on your labels and listen with it, without a window.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"audioclf {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for room in _ROOMS:
        room.add_commands(commands)
    return parser


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a command line; its `command` is the function to call with it."""
    return make_parser().parse_args(arguments)
