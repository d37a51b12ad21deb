"""Recordings to practise on, as one would bring them home: files in folders, and no project yet."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.files import write_flac
from audioclf_gui.audio.practice_sounds import (
    CLIPS_PER_CLASS_AND_GROUP,
    PRACTICES,
    PracticeScene,
    practice_clips,
    practice_scene,
)
from audioclf_gui.core.content import write_where_wanted
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class MakePractice:
    """Which sounds, and the folder they go to, which is made, or empty."""

    kind: str  # a name of PRACTICES
    folder: Path
    seed: int = 1


def make_practice(request: MakePractice) -> Generator[Progress, None, Path]:
    """Write clips in a folder for each class, and a long recording with an Audacity label track beside it.

    Yields
    ------
    Progress
        After each file.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    UserError
        If the folder holds something already, or cannot be written to.
    """
    practice = PRACTICES[request.kind]
    if request.folder.exists() and (not request.folder.is_dir() or any(request.folder.iterdir())):
        raise UserError(
            Text("{name} holds something already", name=request.folder.name),
            remedy=Text("Choose a new or an empty folder."),
        )
    files = len(practice.classes) * len(practice.groups) * CLIPS_PER_CLASS_AND_GROUP + 1
    try:
        for count, clip in enumerate(practice_clips(practice, request.seed), start=1):
            name = f"{clip.class_name}_{clip.group}_{clip.number:02}.flac"
            write_flac(request.folder / "clips" / clip.class_name / name, clip.samples, practice.rate_hz)
            yield Progress(count, files)
        _write_scene(request.folder, practice_scene(practice, request.seed), practice.rate_hz)
    except OSError as error:
        raise UserError(
            Text(
                "the sounds cannot be written to {folder}: {problem}",
                folder=request.folder,
                problem=error.strerror or str(error),
            ),
            remedy=Text("Choose a folder with 100 MB of room that you may write to."),
        ) from error
    yield Progress(files, files)
    return request.folder


def _write_scene(folder: Path, scene: PracticeScene, rate_hz: int) -> None:
    write_flac(folder / "scene.flac", scene.samples, rate_hz)
    lines = [f"{region.start_s:.6f}\t{region.end_s:.6f}\t{region.text}\n" for region in scene.regions]
    write_where_wanted(folder / "scene.txt", "".join(lines).encode())
