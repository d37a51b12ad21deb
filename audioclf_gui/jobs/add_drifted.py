"""The files that sounded least like what a model had learnt from, as clips to be labelled."""

import os
import threading
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Candidate, ClipId, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.monitor_over_time import MonitoredOverTime
from audioclf_gui.jobs.writing import AddClips, KeepSetting, MakeEdit, PutAside

MOST_CLIPS = 100


@dataclass(frozen=True, slots=True)
class AddDrifted:
    """Sound files as records of use name them, the most unlike first."""

    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DriftedAdded:
    """What came of it."""

    files: tuple[Path, ...]  # those that are clips of the project now, in the order of the request
    new: int  # how many of them were not before
    missing: tuple[Path, ...]  # that are not there any more
    refused: tuple[Quarantined, ...]

    def clips(self, view: CatalogueView) -> tuple[ClipId, ...]:
        """The clips of these files, in their order."""
        known = {view.audio_path(clip): clip.id for clip in view.clips}
        return tuple(known[file] for file in self.files if file in known)

    @property
    def notes(self) -> tuple[Text, ...]:
        """Which files are no clips."""
        if not self.missing:
            return ()
        return (
            Text(
                "{n} file is not where it was heard any more: {name}.",
                "{n} files are not where they were heard any more, the first: {name}.",
                n=len(self.missing),
                name=self.missing[0].name,
            ),
        )


def drifted_sources(found: MonitoredOverTime) -> tuple[str, ...]:
    """The files of all days or sessions that alarm, the newest of these first and in each the most unlike.

    Raises
    ------
    UserError
        If no day or session alarms, or nothing but a microphone was heard in them, whose sound is not kept.
    """
    alarming = [one for one in reversed(found.periods) if one.is_alarming]
    sources = tuple(dict.fromkeys(source for one in alarming for source in one.farthest))[:MOST_CLIPS]
    if not sources:
        raise UserError(
            Text("there is no file that could be queued")
            if alarming
            else Text("nothing that was heard raises the alarm"),
            remedy=Text("The sound of a microphone is not kept: keep some of it in Live, then label it.")
            if alarming
            else Text("Look at single days or sessions in the table."),
        )
    return sources


def add_drifted(
    request: AddDrifted, project: ProjectView, stop: threading.Event | None = None
) -> Generator[Progress | AddClips | PutAside | MakeEdit | KeepSetting, None, DriftedAdded]:
    """Take those files into the project that are no clips of it yet; they stay where they are.

    Raises
    ------
    ReadOnlyProjectError
        If the project is open elsewhere.
    """
    view = project.catalogue
    files = [Path(os.path.normpath(view.folder / source)) for source in request.sources]
    there = [file for file in files if file.exists()]
    fresh = view.unknown([Candidate(file) for file in there])
    done = yield from import_clips(ImportClips(tuple(fresh)), project, stop)
    refused = {one.path for one in done.refused}
    return DriftedAdded(
        tuple(file for file in there if file not in refused),
        len(done.taken),
        tuple(file for file in files if not file.exists()),
        done.refused,
    )
