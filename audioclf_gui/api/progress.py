"""How a script follows work that takes its time."""

import sys
from collections.abc import Callable, Generator
from typing import TypeAlias, TypeVar

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.events import CacheProgress, ClipRefused, EpochDone, FitProgress, Note, PartBegun

_Event = TypeVar("_Event")
_Result = TypeVar("_Result")

Show: TypeAlias = Callable[[object], object]
"""What is called with every event of a work, in the thread that asked; an error of it ends the work."""

_LINES = 10


def show_progress(event: object) -> None:
    """Print on standard error how far a work is: give it as ``show`` to any function that takes one.

    Parameters
    ----------
    event : object
        What the work tells; what says nothing to a reader is passed over.

    Examples
    --------
    >>> heard = model.predict_files(folder / "wren", show=ac.show_progress)
    >>> len(heard.found)
    12
    """
    match event:
        case Progress() | CacheProgress() | FitProgress():
            if event.total and event.done * _LINES // event.total != (event.done - 1) * _LINES // event.total:
                _say(f"{event.done} of {event.total}")
        case EpochDone():
            epoch = event.epoch
            _say(f"epoch {epoch.number} of {event.epochs}: loss {epoch.train_loss:.3f}")
        case PartBegun():
            _say(f"{event.name}:")
        case Note():
            _say(str(event.text))
        case ClipRefused():
            _say(f"put aside: {event.path}: {event.reason}")


def _say(words: str) -> None:
    print(words, file=sys.stderr)


def finished(
    work: Generator[_Event, None, _Result], project: Project | None = None, show: Show | None = None
) -> _Result:
    """Carry a job out in this thread, as the command line does; what it wants written is written."""
    return carry_out(work, project, show or _look_away)


def _look_away(_event: object) -> None:
    """Nobody follows."""
