"""How a command is added to the command line."""

import argparse
from collections.abc import Callable
from typing import TypeAlias

Command = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


def add_command(
    commands: Commands,
    name: str,
    function: Command,
    text: str,
    as_json: str = "print the result as one JSON document",
) -> argparse.ArgumentParser:
    """One command more: `function` is called with its options; the parser takes further ones."""
    parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.set_defaults(command=function)
    parser.add_argument("--json", action="store_true", help=as_json)
    return parser


def add_actions(commands: Commands, name: str, text: str) -> Commands:
    """A command that is followed by one of several actions, `labels import` for one."""
    group = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    return group.add_subparsers(metavar="ACTION", required=True)
