"""What `audioclf live` does beside printing: a log, sounds kept unasked, alerts."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from audioclf_gui.cli.command import CommandParser
from audioclf_gui.cli.opening import open_for_writing
from audioclf_gui.cli.output import say
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.alerts import AlertOn
from audioclf_gui.jobs.keep_sound import KeepSound, keep_sound
from audioclf_gui.jobs.listen_beside import DoneBeside
from audioclf_gui.jobs.log_events import LogTo
from audioclf_gui.jobs.near_misses import KeepNear
from audioclf_gui.jobs.writing import carry_out


def add_options(parser: CommandParser) -> None:
    """Add them to `live`."""
    parser.add_argument(
        "--log", metavar="FILE", type=Path, help="add each event to a .csv or .jsonl file as it ends"
    )
    parser.add_argument("--log-daily", action="store_true", help="begin another log each day")
    parser.add_argument("--log-mb", metavar="MB", type=float, help="begin another log before it is larger")
    parser.add_argument(
        "--keep-near",
        metavar="PROJECT",
        type=Path,
        help="keep sounds whose score is near the threshold, in the label queue of a project",
    )
    parser.add_argument("--keep-per-hour", metavar="N", type=int, help="so many at most; default: 10")
    parser.add_argument(
        "--keep-margin", metavar="P", type=float, help="how near to the threshold; default: 0.1"
    )
    parser.add_argument(
        "--alert", metavar="CLASS", action="append", default=[], help="warn of events of a class; repeatable"
    )
    parser.add_argument(
        "--alert-command",
        metavar="COMMAND",
        default="",
        help="a program with its arguments to run at each alert, without a shell; it finds what was heard in"
        " AUDIOCLF_CLASS, AUDIOCLF_SCORE and AUDIOCLF_START_S",
    )
    parser.needs("--log-daily", "--log")
    parser.needs("--log-mb", "--log")
    parser.needs("--keep-per-hour", "--keep-near")
    parser.needs("--keep-margin", "--keep-near")
    parser.needs("--alert-command", "--alert")


def wanted(given: argparse.Namespace) -> DoneBeside:
    """What the options ask for.

    Raises
    ------
    UserError
        If a number is out of its range.
    """
    near = None
    limits = {"per_hour": given.keep_per_hour, "margin": given.keep_margin}
    if given.keep_near is not None:
        try:
            near = KeepNear(**{name: value for name, value in limits.items() if value is not None})
        except ValueError as error:
            raise UserError(
                Text("nothing can be kept like this: {reason}", reason=str(error)),
                remedy=Text("Give --keep-per-hour 1 or more, and --keep-margin more than 0 and up to 1."),
            ) from error
    log = None if given.log is None else LogTo(given.log, given.log_daily, given.log_mb or 0.0)
    alerts = AlertOn(frozenset(given.alert), given.alert_command) if given.alert else None
    return DoneBeside(log, near, alerts)


@contextmanager
def keeping(project_path: Path | None) -> Iterator[Callable[[object], None]]:
    """Takes the sounds that are to be kept among all events into a project, if there is one."""
    if project_path is None:
        yield lambda _event: None
        return
    with open_for_writing(project_path) as project:

        def keep(event: object) -> None:
            if isinstance(event, KeepSound):
                try:
                    path = carry_out(keep_sound(event, project.view()), project)
                except UserError as error:
                    say(str(error))
                else:
                    say(f"near the threshold, kept for the label queue: {path}")

        yield keep
