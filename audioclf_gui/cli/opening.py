"""Opening a project for a command, and running jobs on it."""

from collections.abc import Callable, Collection, Generator, Mapping
from pathlib import Path
from typing import TypeVar

from audioclf_gui.cli.interrupts import first_interrupt, interrupted_between_events
from audioclf_gui.cli.output import ProgressBar, say
from audioclf_gui.core.closing import on_failure
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.writing import carry_out

_Event = TypeVar("_Event")
_Result = TypeVar("_Result")


def open_for_reading(path: Path) -> Project:
    """The project, also while somebody else is writing to it; what had to be repaired is said."""
    project = Project.open(path)
    for note in project.notes:
        say(str(note))
    return project


def open_for_writing(path: Path) -> Project:
    """The project, unless somebody else is writing to it or nobody may."""
    project = open_for_reading(path)
    with on_failure(project.close):
        project.view().check_writable()
    return project


def run_called(known: Mapping[int, Run], number: int, others: Collection[Run] = ()) -> Run:
    """The run of that number; UserError if there is none, or it is one of `others`, which kept no model."""
    if number not in known:
        raise UserError(
            Text("run {number:d} has no model", number=number)
            if number in {run.id for run in others}
            else Text("there is no run {number:d}", number=number),
            remedy=Text("There are: {numbers}.", numbers=", ".join(map(str, known))),
        )
    return known[number]


def run_job(
    events: Generator[_Event, None, _Result],
    project: Project | None,
    title: str,
    unit: str,
    show: Callable[[_Event], object] = lambda _event: None,
) -> _Result:
    """Carry a job out with a progress bar; `show` is given every event too.

    Ctrl+C ends it between two events, with KeyboardInterrupt.
    """
    with ProgressBar(title, unit) as progress, first_interrupt() as stop:

        def follow(event: _Event) -> None:
            progress.follow(event)
            show(event)

        return carry_out(interrupted_between_events(events, stop), project, follow)
