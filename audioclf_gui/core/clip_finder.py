"""Which clip of a project a label file, or a name in one, speaks of.

What is named binds: a bare name in its name, a relative path in all its parts, a path of another machine in
the name and its folder at least, unless the name is one that hardly any other recording has. A recording
that is not there is reported; no other one is taken for it.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from audioclf_gui.core.clip import Clip, Quarantined
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.recording_folders import Chain, RecordingFolders, chains_above
from audioclf_gui.core.recording_names import (
    RecordingName,
    best,
    common_end,
    name_key,
    names_meant,
    own_names,
    plain,
    plain_parts,
    spelled_alike,
    split_name,
    tells_one,
)
from audioclf_gui.core.text import Text
from audioclf_gui.core.unplaced import UnplacedError, absent, ambiguous, not_imported, put_aside, taken_out
from audioclf_gui.core.view import CatalogueView


@dataclass(frozen=True, slots=True)
class _Known:
    """A recording that the project knows of."""

    path: Path
    folders: Chain  # as they are compared
    clip: Clip | None = None  # None: it was put aside
    reason: Text | None = None  # why it was

    @property
    def present(self) -> Clip | None:
        """Its clip, unless that was taken out of the project."""
        return None if self.clip is None or self.clip.removed else self.clip

    @property
    def suffix(self) -> str:
        return split_name(self.path.name)[1]


@dataclass(frozen=True, slots=True)
class _Question:
    """What is looked for."""

    name: RecordingName
    label_file: Path
    known: tuple[_Known, ...]  # those of that name
    what: Text  # how it is spoken of
    by_own_name: bool = False  # the label file names nothing and is only called like its recording

    @property
    def folder(self) -> Path:
        return self.label_file.parent

    @property
    def nearest(self) -> str:
        """The clip of that name whose folder is most like the one that is meant; empty if there is none."""
        there = [one for one in self.known if one.present]
        near = best(there, lambda one: (common_end(one.folders, self.name.folders), self.has_suffix(one)))
        return near[0].present.path if near and near[0].present else ""

    def has_suffix(self, one: _Known) -> int:
        return int(not self.name.suffix or one.suffix == self.name.suffix)


class ClipFinder:
    """Tells which clip is meant; one serves many files.

    Parameters
    ----------
    view
        The clips. Those that were taken out of the project are still known, so that no other one is
        taken for them.
    put_aside
        Recordings that could not be taken in; they are known in the same way.
    by_name
        Whether folders do not count where a name alone fits one clip only.
    """

    def __init__(
        self, view: CatalogueView, put_aside: Iterable[Quarantined] = (), *, by_name: bool = False
    ) -> None:
        self._view = view
        self._by_name = by_name
        self._clips: defaultdict[str, list[Clip]] = defaultdict(list)
        for clip in view.clips_by_id.values():
            self._clips[name_key(clip.name)].append(clip)
        self._put_aside: defaultdict[str, list[Quarantined]] = defaultdict(list)
        for file in put_aside:
            self._put_aside[name_key(file.path.name)].append(file)
        self._known = cache(self._recordings)

    def of_label_file(self, label_file: Path) -> Clip:
        """The clip that a label file is called after, see `recording_names.own_names`.

        Raises
        ------
        UnplacedError
            If no clip fits, or several do, or another recording is meant that is not in the project.
        """
        label_file = Path(os.path.normpath(label_file.absolute()))
        what = Text("the label file {name}", name=label_file.name)
        for name in own_names(label_file.name):
            known = self._known(name.key)
            if known or self._folders.recordings(label_file.parent, name.key):
                return self._answer(_Question(name, label_file, known, what, by_own_name=True))
        raise absent(what)

    def of_sound_file(self, sound_file: str, label_file: Path, *, is_upload: bool = True) -> Clip:
        """The clip that a label file calls `sound_file`, a name or any system's path.

        Parameters
        ----------
        is_upload
            Whether it may be the name that Label Studio gave to a file, of which only the end is its own.

        Raises
        ------
        UnplacedError
            As above.
        """
        names = names_meant(sound_file)
        if not names:
            return self.of_label_file(label_file)
        name = next((one for one in names[: 1 + is_upload] if self._known(one.key)), names[0])
        label_file = Path(os.path.normpath(label_file.absolute()))
        return self._answer(_Question(name, label_file, self._known(name.key), Text.plain(sound_file)))

    def _answer(self, asked: _Question) -> Clip:
        try:
            return self._of_absolute(asked) if asked.name.absolute else self._of_relative(asked)
        except UnplacedError:
            there = [one for one in asked.known if one.present]
            named = _spelled(best(there, lambda one: (asked.has_suffix(one),)), asked.name)
            clip = named[0].present if self._by_name and len(named) == 1 else None
            if clip is None:
                raise
            return clip

    def _of_absolute(self, asked: _Question) -> Clip:
        """A path on some machine: its folder fits too, or the label file or a rare name tells the same."""
        name, known = asked.name, asked.known
        named: Chain = name.parts[:-1]
        if clip := self._in_folder(asked, name.folder_here):
            return clip
        agreement = max((common_end(one.folders, name.folders) for one in known), default=0)
        if agreement:
            nearest = [one for one in known if common_end(one.folders, name.folders) == agreement]
            above = chains_above(asked.folder, (), [one.folders for one in nearest])
            return self._settled(asked, nearest, above, [named])
        is_called_so = any(own.key == name.key for own in own_names(asked.label_file.name))
        lies_beside = any(one.folders == plain_parts(asked.folder) for one in known)
        is_told = is_called_so or lies_beside or bool(self._folders.recordings(asked.folder, name.key))
        if is_told or tells_one(name.name):
            return self._of_relative(replace(asked, name=RecordingName(name.parts[-1:])), named)
        raise absent(asked.what, asked.nearest)

    def _of_relative(self, asked: _Question, named: Chain = ()) -> Clip:
        """A path that starts at the label file's folder, or that fits elsewhere in all its parts.

        Parameters
        ----------
        named
            Folders of another machine that the recording is said to lie in.
        """
        name = asked.name
        also = [named] if named else []
        start = Path(os.path.normpath(asked.folder.joinpath(*[".."] * name.climbs)))
        home = start.joinpath(*name.parts[:-1])
        if clip := self._in_folder(asked, home, also):
            return clip
        fitting = [one for one in asked.known if common_end(one.folders, name.folders) == len(name.folders)]
        above = chains_above(start, name.parts[:-1], [one.folders for one in fitting])
        return self._settled(asked, fitting, above, [*above, *also])

    def _in_folder(self, asked: _Question, folder: Path, against: Sequence[Chain] = ()) -> Clip | None:
        """The very file that is meant, where it should lie; None if there is none."""
        here = [one for one in asked.known if one.folders == plain_parts(folder)]
        if here:
            return self._settled(asked, here, against=against)
        on_disk = self._folders.recordings(folder, asked.name.key)
        exact = [file for file in on_disk if split_name(file.name)[1] == asked.name.suffix]
        return self._of_content(asked, exact or on_disk) if on_disk else None

    def _settled(
        self,
        asked: _Question,
        fitting: Sequence[_Known],
        chains: Sequence[Chain] = (),
        against: Sequence[Chain] = (),
    ) -> Clip:
        """The one that fits best, unless folders tell that another one is meant.

        Parameters
        ----------
        chains
            By which of several the best one is told.
        against
            Those that could tell of another one.
        """
        found = _best(asked, fitting, chains)
        if not found:
            raise absent(asked.what, asked.nearest)
        if len(found) > 1:
            raise ambiguous(asked.what, [one.present or one.path for one in found])
        one = found[0]
        if exact := self._exact_beside(asked, one):
            return self._of_content(asked, exact)
        if one.reason is not None:
            raise put_aside(asked.what, one.path, one.reason)
        clip = one.present
        if clip is None:
            raise taken_out(asked.what, one.path)
        if elsewhere := self._elsewhere(asked, one.path, clip.content, against):
            raise absent(asked.what, clip.path, elsewhere)
        return clip

    def _exact_beside(self, asked: _Question, one: _Known) -> list[Path]:
        """The file beside a recording that has the very ending that is named, which the recording lacks."""
        if asked.has_suffix(one):
            return []
        alike = self._folders.recordings(one.path.parent, asked.name.key)
        return [file for file in alike if split_name(file.name)[1] == asked.name.suffix]

    def _elsewhere(self, asked: _Question, recording: Path, content: str, against: Sequence[Chain]) -> str:
        """The folder in which another recording of that name is meant, as far as anything tells of one."""
        folder = asked.folder
        if not asked.name.is_path and plain_parts(folder) != plain_parts(recording.parent):
            if self._folders.are_known(folder) or (asked.by_own_name and self._folders.recordings(folder)):
                return folder.name
            if parallel := self._folders.parallel(recording, content, folder):
                return parallel
        return self._folders.other(recording, content, against, folder)

    def _of_content(self, asked: _Question, beside: Sequence[Path]) -> Clip:
        """The clip that is a copy of the very file that is meant."""
        contents = {_content(file) for file in beside}
        same = [clip for content in sorted(contents) for clip in self._by_content.get(content, ())]
        alike = [clip for clip in same if name_key(clip.name) == asked.name.key] or same
        if len(alike) == 1:
            return alike[0]
        if alike:
            raise ambiguous(asked.what, alike)
        raise not_imported(asked.what, beside[0], asked.nearest)

    @cached_property
    def _by_content(self) -> dict[str, list[Clip]]:
        found: defaultdict[str, list[Clip]] = defaultdict(list)
        for clip in self._view.clips:
            found[clip.content].append(clip)
        return found

    @cached_property
    def _folders(self) -> RecordingFolders:
        one_of_each = {clip.path.rpartition("/")[0]: clip for clip in self._view.clips_by_id.values()}
        places = {self._view.audio_path(clip).parent for clip in one_of_each.values()}
        aside = {file.path.parent for files in self._put_aside.values() for file in files}
        return RecordingFolders(places | aside)

    def _recordings(self, key: str) -> tuple[_Known, ...]:
        """Every recording of that name; those that are gone only if they are not there again."""
        clips = self._clips.get(key, ())
        there = [clip for clip in clips if not clip.removed]
        contents, paths = {clip.content for clip in there}, {clip.path for clip in there}
        removed = {
            clip.path: clip
            for clip in clips
            if clip.removed and clip.path not in paths and clip.content not in contents
        }
        paths_of = {self._view.audio_path(clip): clip for clip in (*there, *removed.values())}
        aside = {file.path: file for file in self._put_aside.get(key, ()) if file.path not in paths_of}
        return (
            *(_Known(path, plain_parts(path.parent), clip) for path, clip in paths_of.items()),
            *(_Known(path, plain_parts(path.parent), None, file.reason) for path, file in aside.items()),
        )


def _best(asked: _Question, fitting: Sequence[_Known], chains: Sequence[Chain]) -> list[_Known]:
    """Those that fit best; more than one if nothing tells them apart or two things contradict each other."""
    told = [tuple(map(plain, chain)) for chain in chains]

    def merits(one: _Known) -> tuple[int, ...]:
        ends = [common_end(one.folders, chain) for chain in told] or [0]
        return ends[0], max(ends), asked.has_suffix(one)

    return _spelled(best(fitting, merits), asked.name)


def _spelled(found: list[_Known], name: RecordingName) -> list[_Known]:
    """Of those in one folder the ones whose name has the same letters in the same case, if there are any."""
    if len({one.folders for one in found}) != 1:
        return found
    return [one for one in found if spelled_alike(name.name, one.path.name)] or found


def _content(file: Path) -> str:
    try:
        return content_hash(file)
    except OSError:
        return ""
