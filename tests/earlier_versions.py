"""How what an earlier version wrote is held against what today's code says of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from audioclf_gui.cli.main import main

CLOCKS = {"seconds", "samples_per_second"}  # differ from run to run
WORDS = {"message", "reason"}  # may be put better
BOUNDS = {"accuracy_low", "accuracy_high", "low", "high"}  # took clips of one group for independent
NOTES = {"notes", "note_texts"}  # may become more, and be put better
EDGES = {"start_s", "end_s"}  # of events, which stood where their windows were, and stand where the sound is


def printed(command: list[str], old: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, Any]:
    """Exit status and JSON of a command; `{root}` stands for the folder of the copy on both sides."""
    status = main([part.format(root=old) for part in command])
    out = capsys.readouterr().out.replace(json.dumps(str(old))[1:-1], "{root}")
    try:
        return status, json.loads(out)
    except ValueError:  # one document a line
        return status, [json.loads(line) for line in out.splitlines()]


def assert_still_says(new: Any, before: Any, free: frozenset[str] = frozenset(), place: str = "") -> None:
    """Every key that was there is there, with the same type and, unless it is free, the same value."""
    assert type(new) is type(before), place
    if isinstance(before, dict):
        assert new.keys() >= before.keys(), place
        if place.endswith(".events") or ".events[" in place:
            free = free | EDGES
        for key in before.keys() - CLOCKS - WORDS - NOTES - BOUNDS - free:
            assert_still_says(new[key], before[key], free, f"{place}.{key}")
        for key in before.keys() & (free | BOUNDS):
            assert type(new[key]) is type(before[key]), f"{place}.{key}"
        for key in before.keys() & WORDS:
            assert new[key], f"{place}.{key}"
        for key in before.keys() & NOTES:
            assert len(new[key]) >= len(before[key]), f"{place}.{key}"
    elif isinstance(before, list):
        assert len(new) == len(before), place
        for index, pair in enumerate(zip(new, before, strict=True)):
            assert_still_says(*pair, free, f"{place}[{index}]")
    elif isinstance(before, float):
        assert new == pytest.approx(before, abs=1e-4), place
    else:
        assert new == before, place
