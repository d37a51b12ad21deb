"""What a command prints: results to standard output, progress and messages to standard error."""

import json
import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tqdm import tqdm

from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_merge import Conflict
from audioclf_gui.core.naming import Twins
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.registry import broken_plugins

DONE = 0
USER_ERROR = 1
SOME_QUARANTINED = 3
ALARM = 4

_LINES = 10
_CONFLICTS = 20  # so many are told one by one


def say(message: str) -> None:
    """A message for the person who waits."""
    tqdm.write(message, file=sys.stderr)


def show_error(error: UserError) -> None:
    """What happened, and what to do next."""
    say(f"error: {error}\nremedy: {error.remedy}")


def show_broken_plugins() -> None:
    """Tell what had to be left out of the plug-ins that were asked for."""
    for broken in broken_plugins():
        say(f"note: {broken.text}\n  remedy: {broken.remedy}")


def show_quarantined(files: Iterable[Quarantined]) -> int:
    """List what was put aside, why, and what to do about it; the exit status that this means."""
    status = DONE
    for file in files:
        say(f"put aside: {file.path}: {file.reason}\n  remedy: {file.remedy}")
        status = SOME_QUARANTINED
    return status


def quarantined_facts(files: Iterable[Quarantined]) -> list[dict[str, str]]:
    """What was put aside, for a JSON document."""
    return [
        {"path": str(file.path), "reason": str(file.reason), "remedy": str(file.remedy)} for file in files
    ]


def show_twins(found: Iterable[Twins], project: Path) -> list[dict[str, object]]:
    """Tell which classes look alike and the command that makes them one; the same for a JSON document."""
    facts: list[dict[str, object]] = []
    for twins in found:
        names = (*twins.names, twins.into)
        end_of_options = ("--",) if any(name.startswith("-") for name in names) else ()
        command = shlex.join(("audioclf", "classes", "merge", *end_of_options, str(project), *names))
        say(f"{twins.text}\n  if so: {command}")
        facts.append({"names": list(twins.names), "into": twins.into, "command": command})
    return facts


def show_conflicts(found: Sequence[Conflict]) -> list[dict[str, object]]:
    """Tell which labels differ here and in their file, and how to decide; the same for a JSON document."""
    for conflict in found[:_CONFLICTS]:
        say(f"to be decided: {conflict.text}")
    if len(found) > _CONFLICTS:
        say(f"and {len(found) - _CONFLICTS} more")
    if found:
        say("  they are as they were here; import again with --conflicts ours, theirs or both to decide")
    return [
        {
            "clip": conflict.clip.path,
            "before": _region_facts(conflict.before),
            "ours": _region_facts(conflict.ours),
            "theirs": _region_facts(conflict.theirs),
        }
        for conflict in found
    ]


def _region_facts(region: Region | None) -> dict[str, object] | None:
    if region is None:
        return None
    return {
        "start_s": region.start_s,
        "end_s": region.end_s,
        "label": region.text,
        "low_hz": region.low_hz,
        "high_hz": region.high_hz,
    }


def print_json(result: object) -> None:
    """The result as one JSON document."""
    print(json.dumps(result, indent=2, ensure_ascii=False, default=str))


def print_rows(rows: Iterable[Sequence[object]], header: Sequence[str] = ()) -> None:
    """A table whose columns are aligned: numbers to the right, words to the left."""
    table = [tuple(map(_cell, row)) for row in rows]
    if header:
        table.insert(0, tuple(header))
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    numeric = [all(_is_number(row[place]) for row in table[bool(header) :]) for place in range(len(widths))]
    for row in table:
        cells = (
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        )
        print("  ".join(cells).rstrip())


def print_facts(facts: Mapping[str, object]) -> None:
    """Names and values, one a line."""
    width = max(map(len, facts), default=0)
    for name, value in facts.items():
        print(f"{name.ljust(width)}  {_cell(value)}")


class ProgressBar:
    """A bar on a terminal, about ten plain lines in a log.

    Parameters
    ----------
    title : str
        What is going on, in a word or two.
    unit : str
        What is counted.
    """

    def __init__(self, title: str, unit: str) -> None:
        self._title = title
        self._unit = unit
        self._bar: tqdm[None] | None = None
        self._tenth = -1

    def follow(self, event: object) -> None:
        """Show an event that says how far a job is; others are none of its business."""
        if isinstance(event, Progress):
            self.show(event.done, event.total, "" if event.detail is None else str(event.detail))

    def show(self, done: int, total: int, detail: str = "") -> None:
        """Now `done` of `total`, which may change from call to call."""
        if sys.stderr.isatty():
            if self._bar is None:
                self._bar = tqdm(total=total, desc=self._title, unit=f" {self._unit}", leave=False)
            self._bar.total = total
            self._bar.set_postfix_str(detail, refresh=False)
            self._bar.update(done - self._bar.n)
        elif total and done * _LINES // total != self._tenth:
            self._tenth = done * _LINES // total
            say(f"{self._title}: {done} of {total} {self._unit}" + (f", {detail}" if detail else ""))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}" if value == 0.0 or abs(value) >= 0.1 else f"{value:.3g}"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_cell(one)}".rstrip() for name, one in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(map(_cell, value))
    return "" if value is None else str(value)


def _is_number(text: str) -> bool:
    try:
        float(text or "0")
    except ValueError:
        return False
    return True
