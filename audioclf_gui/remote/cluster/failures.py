"""What is told of workers that died, never lived, or are not fit for the work."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui import __version__
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.remote.cluster.batches import Unfit
from audioclf_gui.remote.cluster.packages import ray

_MOST_FAILED = 3
"""Of each worker that is wanted, one after the other; no further one would be another."""


@dataclass
class Starts:
    """Of so many workers that are wanted, those that could not be started, in a row."""

    wanted: int
    failed: int = 0

    def host(self, prepared: Any) -> str | None:
        """On which computer a worker is ready, by the reference to its first answer; None: it died.

        Raises
        ------
        UserError
            If it is not fit for the work, or too many have died.
        """
        try:
            found: str | Unfit = ray().get(prepared)
        except ray().exceptions.RayTaskError:  # a bug of ours
            raise
        except ray().exceptions.RayError as error:
            self.failed += 1
            if self.failed < _MOST_FAILED * self.wanted:
                return None
            raise UserError(
                Text("no worker can be started: {reason}", reason=first_line(error)),
                remedy=Text('Run on each computer of the cluster: pip install "audioclf-gui[cluster]"'),
            ) from error
        if isinstance(found, Unfit):
            raise UserError(found.message, remedy=found.remedy)
        self.failed = 0
        return found


def first_line(error: Exception) -> str:
    """What Ray says of it, which is long."""
    return str(error).strip().partition("\n")[0] or type(error).__name__


def unfit_here(version: str, seen: Sequence[Path]) -> Unfit | None:
    """Why nothing can be done on this computer: another version, or files that are not there."""
    host = socket.gethostname()
    if version != __version__:
        return Unfit(
            Text(
                "version {theirs} of audioclf-gui is installed on {host}, and {ours} is here",
                theirs=__version__,
                host=host,
                ours=version,
            ),
            Text("Install the same version on each computer of the cluster."),
        )
    missing = next((path for path in seen if not path.exists()), None)
    if missing is not None:
        return Unfit(
            Text("{path} is not there on {host}, a computer of the cluster", path=missing, host=host),
            Text(
                "Put it on a disk that each of them sees by the same path (recordings: or behind an address)."
            ),
        )
    return None
