"""Where the model files of the user are found again, by their content."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import platformdirs

from audioclf_gui.core.content import write_atomically

_CONTENT = re.compile(r"[0-9a-f]{32}")


def listeners_folder() -> Path:
    """The user's folder for model files that bundles need; it may be missing."""
    return platformdirs.user_data_path("audioclf-gui", appauthor=False) / "listeners"


def note_place(content: str, path: Path) -> None:
    """Remember where a file of this content lies; a disk that refuses it only makes it be asked for again."""
    folder = listeners_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / f"{content}.path", str(path.resolve()).encode())
    except OSError:
        return


def places(content: str, name: str) -> Iterator[Path]:
    """Where a file of this content and name may lie: where it was last, or in the folder for such files."""
    folder = listeners_folder()
    if _CONTENT.fullmatch(content):
        with suppress(OSError, ValueError):
            yield Path((folder / f"{content}.path").read_text("utf-8"))
    yield folder / Path(name).name
