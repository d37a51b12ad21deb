"""How a command is added to the command line, and how it says which of its options fit together."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from typing_extensions import override

Command = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """Which options do not fit together."""

    options: tuple[str, ...]  # those it is about
    reason: Callable[[argparse.Namespace], str]  # why a command line is refused; empty if it is not


class CommandParser(argparse.ArgumentParser):
    """A parser that refuses options that say nothing, or contradict each other, as wrong usage.

    Which options fit together is declared beside the options; a command never looks after it itself.

    Attributes
    ----------
    rules : list of Rule
        What was declared.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.rules: list[Rule] = []

    def needs(self, option: str, *others: str) -> None:
        """Refuse `option` without any of `others`."""

        def reason(given: argparse.Namespace) -> str:
            if not self._is_given(given, option) or any(self._is_given(given, one) for one in others):
                return ""
            return f"{option} says nothing without {_either(others)}"

        self.refuse(reason, option, *others)

    def excludes(self, option: str, other: str) -> None:
        """Refuse both options together."""

        def reason(given: argparse.Namespace) -> str:
            if not self._is_given(given, option) or not self._is_given(given, other):
                return ""
            return f"{option} and {other} exclude each other: give one of them"

        self.refuse(reason, option, other)

    def refuse(self, reason: Callable[[argparse.Namespace], str], *options: str) -> None:
        """Refuse what `reason` finds in the options, unless it is empty; for what depends on their values."""
        self.rules.append(Rule(options, reason))

    @override
    def parse_known_args(  # type: ignore[override] # its overloads only say that a namespace comes back as it is
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        given, rest = super().parse_known_args(args, namespace)
        for rule in self.rules:
            if reason := rule.reason(given):
                self.error(reason)
        return given, rest

    @override
    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        """What an option is given; before Python 3.13 argparse takes a `--` after its `=` for nothing."""
        if arg_strings == ["--"] and action.option_strings and action.nargs in {None, argparse.OPTIONAL}:
            value = self._get_value(action, "--")
            self._check_value(action, value)
            return value
        return super()._get_values(action, arg_strings)

    @override
    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """One value; no empty path, which would mean the working folder where a variable is not set."""
        if action.type is Path and not arg_string:
            raise argparse.ArgumentError(action, "it is empty; `.` is the working folder")
        return super()._get_value(action, arg_string)

    def _is_given(self, given: argparse.Namespace, option: str) -> bool:
        action = self._option_string_actions[option]
        return bool(getattr(given, action.dest) != action.default)


Commands: TypeAlias = "argparse._SubParsersAction[CommandParser]"  # noqa: SLF001 - it has no other name


def add_command(
    commands: Commands,
    name: str,
    function: Command,
    text: str,
    as_json: str = "print the result as one JSON document",
) -> CommandParser:
    """One command more: `function` is called with its options; the parser takes further ones."""
    parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.set_defaults(command=function)
    parser.add_argument("--json", action="store_true", help=as_json)
    return parser


def add_actions(commands: Commands, name: str, text: str) -> Commands:
    """A command that is followed by one of several actions, `labels import` for one."""
    group = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    return group.add_subparsers(metavar="ACTION", required=True)


def _either(options: Sequence[str]) -> str:
    *first, last = options
    return f"{', '.join(first)} or {last}" if first else last
