"""A program that is begun and killed again and again: what it loads is loaded once, and forked each time."""

import contextlib
import os
import signal
import subprocess
import sys
from types import TracebackType
from typing import Self

_GONE = "gone\n"
_NURSERY = """
import os, sys
{loading}
for _line in sys.stdin:
    child = os.fork()
    if not child:
        print(os.getpid(), flush=True)
{running}
        os._exit(0)
    os.waitpid(child, 0)
    print("\\n{gone}", end="", flush=True)
"""


class KilledAgain:
    """One program in one process after the other; what it prints and its errors come by one line each.

    Parameters
    ----------
    loading, running : str
        What is done once, and in each process; both find the arguments in sys.argv.
    """

    def __init__(self, loading: str, running: str, *arguments: object) -> None:
        indented = "\n".join(f"        {line}" for line in running.splitlines())
        code = _NURSERY.format(loading=loading, running=indented, gone=_GONE.replace("\n", "\\n"))
        self._nursery = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._pid: int | None = None

    def begin(self) -> None:
        """Begin it once more; the one before is gone."""
        assert self._nursery.stdin is not None
        self._nursery.stdin.write("\n")
        self._nursery.stdin.flush()
        said = self.line()
        assert said.strip().isdigit(), f"{said}{self._rest()}"
        self._pid = int(said)

    def line(self) -> str:
        """The next line that it prints; empty once it has ended."""
        assert self._nursery.stdout is not None
        line = self._nursery.stdout.readline()
        if line != _GONE:
            return line
        self._pid = None
        return ""

    def kill(self) -> list[str]:
        """End it without a warning, if it runs; tells the whole lines that it had printed until then."""
        if self._pid is None:
            return []
        with contextlib.suppress(ProcessLookupError):  # it has ended just now
            os.kill(self._pid, signal.SIGKILL)
        lines = list(iter(self.line, ""))
        assert self._pid is None, "nothing can be begun any more"
        return lines[:-1]  # the last one is what it was writing, or empty

    def _rest(self) -> str:
        assert self._nursery.stdout is not None
        return self._nursery.stdout.read()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        assert self._nursery.stdin is not None
        self._nursery.kill()
        self._nursery.communicate()
