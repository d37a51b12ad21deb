"""Keeping what was just heard as a recording of a project."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from audioclf_gui.audio.files import Frames, write_wav
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UnreadableAudioError, cannot_write
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.project_files import RECORDINGS
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.writing import AddClips, MakeEdit, PutAside


@dataclass(frozen=True, slots=True, eq=False)
class KeepSound:
    """Mono sound (frames,) in [-1, 1], and the sitting at which it was heard."""

    samples: Frames
    rate_hz: int
    group: str  # what was heard at one sitting must not be on both sides of a split
    heard_at: datetime


def keep_sound(
    request: KeepSound, project: ProjectView
) -> Generator[Progress | AddClips | PutAside | MakeEdit, None, Path]:
    """Write a WAV file into the project's recordings and take it in; where it is.

    Raises
    ------
    UserError
        If the project may only be read, or the file cannot be written.
    """
    project.check_writable()
    name = f"live-{request.heard_at:%Y-%m-%d %H-%M-%S-%f}"[:-3]
    path = project.folder / RECORDINGS / f"{name}.wav"
    try:
        path.parent.mkdir(exist_ok=True)
        write_wav(path, request.samples, request.rate_hz)
    except OSError as error:
        raise cannot_write(path, error) from error
    done = yield from import_clips(ImportClips((Candidate(path, group=request.group),)), project)
    for refused in done.refused:
        raise UnreadableAudioError(refused.path, refused.reason)
    return path
