"""`audioclf`: reads a command line, runs the command, and turns errors into words and an exit status."""

import io
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.cli.interrupts import ended_as_by_ctrl_c, print_nowhere
from audioclf_gui.cli.output import USER_ERROR, say, show_broken_plugins, show_error
from audioclf_gui.cli.parser import parse
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.text import Text

_BY_SIGNAL = 128  # what shells add to the number of the signal that ended a command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns
    -------
    int
        0 done; 1 a user error, which was shown with its remedy; 2 wrong usage; 3 done, but some inputs were
        quarantined; 130 interrupted, with everything kept that was finished (143 by SIGTERM, 129 by SIGHUP).
    """
    try:
        return _answered(arguments)
    finally:
        show_broken_plugins()


def _answered(arguments: Sequence[str] | None) -> int:
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of files can be in any code page
    with ended_as_by_ctrl_c() as signals:
        try:
            return _run(options)
        except KeyboardInterrupt:
            say("interrupted; what was finished is kept")
            return _BY_SIGNAL + (signals or [signal.SIGINT])[-1]


def _run(options: Namespace) -> int:
    try:
        status = int(options.command(options))
        sys.stdout.flush()
    except UserError as error:
        show_error(error)
        return USER_ERROR
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        print_nowhere(sys.stdout)
        print_nowhere(sys.stderr)
        return 0
    except OSError as error:
        if isinstance(error, PermissionError) and error.filename is not None:
            show_error(_not_permitted(error))
            return USER_ERROR
        if error.filename is not None:
            raise
        print_nowhere(sys.stdout)  # what waits there would fail again at the end
        show_error(cannot_write(Path("standard output"), error))
        return USER_ERROR
    return status


def _not_permitted(error: PermissionError) -> UserError:
    return UserError(
        Text("{path}: {problem}", path=os.fsdecode(error.filename), problem=error.strerror or str(error)),
        remedy=Text("Check the permissions of it, and of the folder that it lies in."),
    )
