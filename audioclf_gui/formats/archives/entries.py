"""An entry of an archive, of whatever kind."""

import os
from dataclasses import dataclass

from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """What an archive says about one thing in it."""

    name: str  # as it is spelled there
    size: int = 0  # bytes; 0 for what is no file
    is_file: bool = True
    is_odd: bool = False  # a link, a device or a pipe
    same_as: str = ""  # the name of the entry before of which this is another name: a hard link
    fault: Text | None = None  # why it cannot be let out
    guessed_from: str = ""  # the encoding that the name was read in, if nothing says which one it has

    @property
    def path(self) -> str:
        """The name as a path below the folder, with slashes; empty for the folder itself."""
        return path_of(self.name)


def path_of(name: str) -> str:
    """A name in an archive as a path below the folder, see `ArchiveEntry.path`."""
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in {"", "."})


def name_fault(name: str) -> Text | None:
    """Why no file can be called so, on this system."""
    if "\0" in name:
        return Text("not every system can have a file of that name")
    if os.name == "nt":
        parts = path_of(name).split("/")
        if any(set(part) & set('<>:"|?*') or part != part.rstrip(" .") for part in parts):
            return Text("Windows cannot have a file of that name")
    return None
