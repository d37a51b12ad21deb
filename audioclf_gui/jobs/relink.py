"""Finding recordings again that were moved, by their content."""

import time
from collections import defaultdict
from collections.abc import Collection, Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.change import Change
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.moved import Matches, Unclear, likeness, matched
from audioclf_gui.core.present import is_file
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.project_settings import WATCHED, kept_setting
from audioclf_gui.core.recording_names import name_key
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.watched_place import WatchedPlace, followed, watched_place
from audioclf_gui.jobs.writing import KeepSetting, MakeEdit

_PROGRESS_S = 0.1


@dataclass(frozen=True, slots=True)
class Relink:
    """Where to look for the clips whose files are not where they should be."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Relinked:
    """What came of it."""

    found: int
    missing: int  # clips whose files are still nowhere
    unclear: tuple[Unclear, ...] = ()  # those of the missing that several files could be, or that share one
    watched: WatchedPlace | None = None  # if those that were found lay in a watched folder

    @property
    def note(self) -> Text | None:
        """What to do about those of which it is not clear where they are; None if there are none."""
        if not self.unclear:
            return None
        first = self.unclear[0]
        return Text(
            "{n} missing clip holds the same as another or is there more than once, and none was taken:"
            " {clip} could be {file}. Give the files the names or folders they had, then look again.",
            "{n} missing clips hold the same as others or are there more than once, and none was taken:"
            " {clip} could be {file}. Give the files the names or folders they had, then look again.",
            n=sum(len(one.clips) for one in self.unclear),
            clip=first.clips[0],
            file=first.files[0],
        )


def relink(
    request: Relink, project: ProjectView
) -> Generator[Progress | MakeEdit | KeepSetting, None, Relinked]:
    """Look through the folder, then tell the project of all that was found, as one edit.

    A watched folder that went with its recordings is watched where it is now.

    Where several files hold the same, each clip gets the one whose path ends most like its old one, and
    no file is given to two clips.

    Raises
    ------
    UserError
        If there is no such folder, or the project cannot be written.
    """
    project.check_writable()
    view = project.catalogue
    missing = [clip for clip in view.clips if not is_file(view.audio_path(clip))]
    old: defaultdict[str, list[str]] = defaultdict(list)
    for clip in missing:
        old[clip.content].append(clip.path)
    taken = {view.audio_path(clip).resolve() for clip in view.clips if clip.content in old}
    matches = yield from _search(old, request.folder, taken)
    where = {path: file for one in matches for path, file in one.where.items()}
    clips = {
        clip.id: replace(clip, path=view.stored_path(where[clip.path]))
        for clip in missing
        if clip.path in where
    }
    if clips:
        yield from bulk_edit(project, Text("find moved sounds"), Change(clips=clips))
    unclear = tuple(doubt for one in matches for doubt in one.unclear)
    moves = {view.audio_path(clip): where[clip.path].absolute() for clip in missing if clip.path in where}
    watched = yield from _follow(project, moves)
    return Relinked(len(clips), len(missing) - len(clips), unclear, watched)


def _follow(
    project: ProjectView, moves: Mapping[Path, Path]
) -> Generator[KeepSetting, None, WatchedPlace | None]:
    kept = kept_setting(project.file, WATCHED) if moves else None
    place = watched_place(kept, moves)
    if isinstance(kept, dict) and place is not None and place.now is not None:
        yield KeepSetting(WATCHED, followed(kept, place))
    return place


def _search(
    old: Mapping[str, Collection[str]], folder: Path, taken: Collection[Path]
) -> Generator[Progress, None, list[Matches]]:
    """Look at the files likest the old paths first, until no further one could be liker than those found.

    Parameters
    ----------
    old
        For each content that is missing, the old paths of the recordings that hold it.
    taken
        Files that are clips.
    """
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for paths in old.values():
        for path in paths:
            by_name[name_key(PurePosixPath(path).name)].append(path)
    ranked = [
        (max((likeness(path, file) for path in by_name.get(name_key(file.name), ())), default=0), file)
        for file in audio_files(folder)
    ]
    ranked.sort(key=lambda one: -one[0])
    found: defaultdict[str, list[Path]] = defaultdict(list)
    told_at = time.monotonic()
    rank_before = ranked[0][0] if ranked else 0
    for done, (rank, file) in enumerate(ranked, start=1):
        if rank < rank_before and _are_final(old, found, rank):
            break
        rank_before = rank
        if (content := _content(file)) in old and file.resolve() not in taken:
            found[content].append(file)
        if time.monotonic() - told_at >= _PROGRESS_S:
            told_at = time.monotonic()
            yield Progress(done, len(ranked))
    return [matched(old[content], files) for content, files in found.items()]


def _are_final(old: Mapping[str, Collection[str]], found: Mapping[str, list[Path]], rank: int) -> bool:
    return all(
        content in found and matched(paths, found[content]).are_final(paths, rank)
        for content, paths in old.items()
    )


def _content(file: Path) -> str:
    try:
        return content_hash(file)
    except OSError:
        return ""  # what cannot be read cannot be recognised
