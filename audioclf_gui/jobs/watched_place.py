"""The folder that a project watches, when the recordings in it are somewhere else now."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class WatchedPlace:
    """A watched folder of which recordings were moved."""

    folder: Path
    now: Path | None  # what is watched instead; None: it stays, as it is there still or went nowhere known

    @property
    def note(self) -> Text:
        """Where new recordings are waited for, and how to change that."""
        if self.now is None:
            return Text(
                "New recordings are still waited for in {folder}, not where those are that were found."
                " To change that, import the other folder with “Watch the folder” ticked.",
                folder=self.folder,
            )
        return Text(
            "New recordings are waited for in {now} from now on; {folder} is not there any more.",
            now=self.now,
            folder=self.folder,
        )


def watched_place(kept: object, moves: Mapping[Path, Path]) -> WatchedPlace | None:
    """Where new recordings are to be waited for; None if none of those that moved lay in a watched folder.

    A folder that is gone went where its recordings lie now as they lay in it. One that is still there stays
    watched: recordings are often taken out of the folder into which they come.

    Parameters
    ----------
    kept
        What `core.project_settings.WATCHED` says.
    moves
        For each recording that was found where it lay, and where it lies.
    """
    folder = _folder_of(kept)
    if folder is None:
        return None
    inside = {old.relative_to(folder): new for old, new in moves.items() if old.is_relative_to(folder)}
    if not inside:
        return None
    roots = {new.parents[len(old.parts) - 1] for old, new in inside.items() if _ends_with(new, old)}
    has_gone = not folder.is_dir() and len(roots) == 1
    return WatchedPlace(folder, roots.pop() if has_gone else None)


def followed(kept: Mapping[str, Any], place: WatchedPlace) -> dict[str, object]:
    """What `core.project_settings.WATCHED` says from now on; tables of the folder went with it."""
    plan = kept["plan"]
    files = {name: _moved(plan[name], place) for name in ("table", "class_names")}
    return {**kept, "folder": str(place.now), "plan": {**plan, **files}}


def _folder_of(kept: object) -> Path | None:
    return Path(kept["folder"]) if isinstance(kept, dict) and "folder" in kept else None


def _ends_with(path: Path, end: Path) -> bool:
    return path.parts[-len(end.parts) :] == end.parts


def _moved(file: str | None, place: WatchedPlace) -> str | None:
    if file is None or place.now is None or not Path(file).is_relative_to(place.folder):
        return file
    return str(place.now / Path(file).relative_to(place.folder))
