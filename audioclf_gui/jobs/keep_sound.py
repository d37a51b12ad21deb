"""Keeping what was heard as a recording of a project."""

import itertools
import json
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from audioclf_gui import __version__
from audioclf_gui.audio.files import Frames, write_flac
from audioclf_gui.audio.levels import FLOOR_DB, rms_db, swing
from audioclf_gui.audio.streams import FileInput, Input
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.clip_kinds import CAPTURED
from audioclf_gui.core.content import name_or_copy, part_of
from audioclf_gui.core.errors import UnreadableAudioError, UserError, cannot_write
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.project_files import RECORDINGS
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.writing import AddClips, KeepSetting, MakeEdit, PutAside

_STEP_S = 0.05  # the loudest stretch of this length says whether there is anything to hear


@dataclass(frozen=True, slots=True)
class SoundOrigin:
    """When, where and by which model sound was heard."""

    began: datetime  # the time of day of its first frame
    source: str  # the device or file
    model: str  # as the user knows it
    class_name: str = ""  # what the model took it for; empty: nothing, or nobody asked
    scores: Mapping[str, float] = field(default_factory=dict)  # of classes, the highest first
    from_s: float | None = None  # where it begins in a file that was listened to
    why: str = ""  # why it was kept when nobody asked for it

    @property
    def comments(self) -> dict[str, str]:
        """The same as a sound file says it: the fields that others know, and all of it as JSON."""
        facts = {
            "heard_at": self.began.isoformat(timespec="milliseconds"),
            "source": self.source,
            "from_s": self.from_s,
            "model": self.model,
            "class": self.class_name,
            "scores": {name: round(score, 4) for name, score in self.scores.items()},
            "why": self.why,
        }
        told = {name: value for name, value in facts.items() if value not in ("", None, {})}
        return {
            "date": f"{self.began:%Y-%m-%d}",
            "comment": json.dumps(told, ensure_ascii=False),
            "software": f"audioclf-gui {__version__}",
        }


@dataclass(frozen=True, slots=True)
class Occasion:
    """A sitting at which sound is heard."""

    source: Input
    model: str
    began: datetime

    @property
    def group(self) -> str:
        """The recording group of what is kept of it: what was heard at one sitting is one recording."""
        if isinstance(self.source, FileInput):
            return self.source.path.stem
        return f"live {self.began:%Y-%m-%d %H-%M-%S}"

    def origin(
        self, start_s: float, class_name: str, scores: Mapping[str, float], why: str = ""
    ) -> SoundOrigin:
        """Of sound that begins `start_s` seconds after it."""
        is_file = isinstance(self.source, FileInput)
        at = self.began if is_file else self.began + timedelta(seconds=start_s)
        from_s = round(start_s, 3) if is_file else None
        return SoundOrigin(at, self.source.name, self.model, class_name, scores, from_s, why)


@dataclass(frozen=True, slots=True, eq=False)
class KeepSound:
    """Mono sound (frames,) in [-1, 1], and the sitting at which it was heard."""

    samples: Frames
    rate_hz: int
    group: str  # what was heard at one sitting must not be on both sides of a split
    origin: SoundOrigin
    silence_db: float = FLOOR_DB  # dBFS RMS; there is nothing to learn from what is quieter


@dataclass(frozen=True, slots=True)
class SoundWritten:
    """The file is there, and no clip of the project yet."""

    path: Path


def keep_sound(
    request: KeepSound, project: ProjectView
) -> Generator[SoundWritten | Progress | AddClips | PutAside | MakeEdit | KeepSetting, None, Path]:
    """Write a FLAC file into the project's recordings and take it in; where it is.

    If the project refuses the clip, the file is deleted again. Whoever cannot raise that here, since the
    project is written elsewhere, has to delete what SoundWritten names.

    The file says itself when, where and by which model it was heard, see `SoundOrigin.comments`.

    Raises
    ------
    UserError
        If the sound is silent, the project may only be read, or the file cannot be written.
    """
    project.check_writable()
    _check_loud(request)
    path = _written(request, project.folder / RECORDINGS)
    try:
        yield SoundWritten(path)
        done = yield from import_clips(ImportClips((Candidate(path, group=request.group),)), project)
    except UserError:
        path.unlink(missing_ok=True)
        raise
    for refused in done.refused:
        raise UnreadableAudioError(refused.path, refused.reason)
    return path


def loudest_db(samples: Frames, rate_hz: int) -> float:
    """The level of the loudest 50 ms of mono sound (frames,), dBFS RMS without a constant offset."""
    step = max(1, round(_STEP_S * rate_hz))
    steady = swing(samples)
    return max((rms_db(steady[at : at + step]) for at in range(0, len(steady), step)), default=FLOOR_DB)


def _check_loud(request: KeepSound) -> None:
    level_db = loudest_db(request.samples, request.rate_hz)
    if level_db <= max(request.silence_db, FLOOR_DB):
        raise UserError(
            Text(
                "there is nothing to hear in it: it stays at {level_db:.0f} dBFS, and what is below"
                " {silence_db:.0f} dBFS is silence",
                level_db=level_db,
                silence_db=request.silence_db,
            ),
            remedy=Text("Keep a louder stretch, or turn the input up."),
        )


def _written(request: KeepSound, folder: Path) -> Path:
    """The sound in a file of its own: several may begin at one moment, and be kept at one moment."""
    name = f"{CAPTURED}{request.origin.began:%Y-%m-%d %H-%M-%S-%f}"[:-3]
    path = folder / f"{name}.flac"
    try:
        with part_of(path) as part:
            write_flac(part, request.samples, request.rate_hz, request.origin.comments)
            for number in itertools.count(2):
                with suppress(FileExistsError):
                    name_or_copy(part, path)
                    break
                path = folder / f"{name} {number}.flac"
    except OSError as error:
        raise cannot_write(path, error) from error
    return path
