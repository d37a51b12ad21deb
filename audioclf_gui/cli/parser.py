"""The command line: every command with its options and their help."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module

from audioclf_gui import __version__
from audioclf_gui.cli.command import CommandParser

_EPILOG = """\
exit status: 0 done, 1 a user error, 2 wrong usage, 3 done but some inputs were put aside,
4 done and what --fail-on-alarm watches for was found.
Every command works on the project folder that the window opens, and can run while no window has it open."""

_ROOMS: Mapping[str, tuple[str, ...]] = {
    "demo": ("demo",),
    "projects": ("new", "info", "check"),
    "fetch": ("fetch",),
    "importing": ("import",),
    "clips": ("clips", "classes", "quantity", "relink"),
    "cluster": ("cluster",),
    "azure": ("azure",),
    "groups": ("groups",),
    "segment": ("segment",),
    "tracks": ("tracks",),
    "history": ("history",),
    "packs": ("pack", "unpack"),
    "labels": ("labels",),
    "training": ("train", "evaluate"),
    "presets": ("presets",),
    "runs": ("runs",),
    "search": ("search",),
    "outlook": ("learning-curve", "leakage"),
    "prediction": ("predict", "suggest"),
    "explaining": ("explain",),
    "live": ("live", "devices"),
    "monitoring": ("monitor",),
    "species": ("species",),
    "likeness": ("similar", "next", "clusters", "map"),
    "synth": ("synth",),
    "shards": ("shards",),
    "exporting": ("export",),
    "doctor": ("doctor",),
}
"""The modules that have commands, and the commands of each: who asks for one waits for no other's imports."""


def make_parser(rooms: Iterable[str] = _ROOMS) -> CommandParser:
    """The parser of the whole command line, or of the commands of some modules."""
    parser = CommandParser(
        prog="audioclf",
        description="Label sounds, train a classifier on your labels and listen with it, without a window.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"audioclf {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for room in rooms:
        import_module(f"{__package__}.{room}").add_commands(commands)
    return parser


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a command line; its `command` is the function to call with it."""
    asked = arguments[0] if arguments else ""
    rooms = [room for room, commands in _ROOMS.items() if asked in commands]
    return make_parser(rooms or _ROOMS).parse_args(arguments)
