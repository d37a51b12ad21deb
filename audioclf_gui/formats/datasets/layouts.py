"""The known layouts of data sets: how each is called, recognised and read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.listing import Listing

Reader: TypeAlias = Callable[[Path, Sequence[Path]], Listing]
"""Takes the data set's folder and its audio files."""

Shows: TypeAlias = Callable[[Path, Sequence[Path]], object]
"""Takes the same; truthy or not."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One way in which folders, names and tables say what is in recordings."""

    read: Reader
    title: Text  # as choosers show it
    shows: Shows  # truthy if a folder with these audio files surely has it
    why: Callable[[str], Text]  # how it was recognised, given the folder's name
    tells_classes: bool  # if not, a table beside the recordings may
    fits: Shows  # truthy if they may have it, so that it is offered


LAYOUTS: dict[str, Layout] = {}
"""The layouts by their names on the command line."""


def layout(
    key: str,
    title: Text,
    shows: Shows,
    why: Callable[[str], Text],
    *,
    tells_classes: bool = True,
    fits: Shows | None = None,
) -> Callable[[Reader], Reader]:
    """Make a reader known as a layout; the reader itself comes back unchanged."""

    def register(read: Reader) -> Reader:
        if key in LAYOUTS:
            raise ValueError(f"two layouts are called {key!r}")
        LAYOUTS[key] = Layout(read, title, shows, why, tells_classes, fits or shows)
        return read

    return register
