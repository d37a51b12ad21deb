"""Runs tests as often as asked, each time in a fork of one process that has loaded what takes long.

Its arguments are the folder of the program and the modules to load. Each line of its input is a JSON list:
the arguments of pytest, a file for how long each test took or null, and how many seconds of processor time
they may take. It answers with a line: the exit status, negative after a signal.
"""

import contextlib
import importlib
import json
import os
import resource
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest


class Clock:
    """How long each test took, its fixtures included."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Add what one phase of a test took."""
        self.seconds[report.nodeid] += report.duration


def main() -> None:
    """Answer line by line until there are no more."""
    sys.path.insert(0, sys.argv[1])
    sys.dont_write_bytecode = True  # it could outlive a fault
    for name in sys.argv[2:]:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for line in sys.stdin:
        arguments, clock_file, limit_s = json.loads(line)
        child = os.fork()
        if not child:
            _run(arguments, clock_file, limit_s)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _run(arguments: Sequence[str], clock_file: str | None, limit_s: int) -> None:
    """Run tests quietly and end this process."""
    code = -1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (limit_s, limit_s))
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(quiet, stream)
        clock = Clock()
        code = int(pytest.main(list(arguments), plugins=[clock]))
        if clock_file:
            Path(clock_file).write_text(json.dumps(clock.seconds), "utf-8")
    finally:
        os._exit(code & 0xFF)


if __name__ == "__main__":
    main()
