"""`audioclf`: reads a command line, runs the command, and turns errors into words and an exit status."""

import io
import os
import signal
import sys
from collections.abc import Sequence

from audioclf_gui.cli.output import USER_ERROR, say, show_error
from audioclf_gui.cli.parser import parse
from audioclf_gui.core.errors import UserError

_INTERRUPTED = 128 + signal.SIGINT


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns
    -------
    int
        0 done; 1 a user error, which was shown with its remedy; 2 wrong usage; 3 done, but some inputs were
        quarantined; 130 interrupted, with everything kept that was finished.
    """
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of files can be in any code page
    try:
        status = int(options.command(options))
        sys.stdout.flush()
    except UserError as error:
        show_error(error)
        return USER_ERROR
    except KeyboardInterrupt:
        say("interrupted; what was finished is kept")
        return _INTERRUPTED
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
