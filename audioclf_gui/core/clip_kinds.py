"""Clips that are special for where they come from."""

from pathlib import PurePosixPath

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.project_files import RECORDINGS
from audioclf_gui.core.view import CatalogueView

CAPTURED = "live-"
"""How the names of files begin that keep what was heard while a model listened."""


def is_captured(clip: Clip) -> bool:
    """Whether it was kept while a model listened."""
    folder, _slash, name = clip.path.rpartition("/")
    return name.startswith(CAPTURED) and PurePosixPath(folder).parts[:1] == (RECORDINGS,)


def copies(view: CatalogueView) -> list[list[Clip]]:
    """Clips of the same content, those that have not all the same labels first."""
    alike: dict[str, list[Clip]] = {}
    for clip in view.clips:
        if clip.content:
            alike.setdefault(clip.content, []).append(clip)
    groups = [group for group in alike.values() if len(group) > 1]
    return sorted(groups, key=lambda group: len({view.labels(clip.id) for clip in group}) == 1)
