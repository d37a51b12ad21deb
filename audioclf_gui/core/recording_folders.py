"""Whether folders tell that another recording is meant than the one that has its name."""

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from audioclf_gui.core.content import content_hash
from audioclf_gui.core.recording_names import (
    LABEL_SUFFIXES,
    are_counted,
    common_end,
    common_start,
    is_recording,
    name_key,
    plain,
    plain_parts,
)

Chain = tuple[str, ...]
"""Folders from a root on, of which the last ones matter most."""


def chains_above(label_folder: Path, named: Sequence[str], recordings: Iterable[Chain]) -> list[Chain]:
    """Where a recording may be meant to lie: `named` in a label file's folder, and in those around it.

    The folders that a label file shares with one of the `recordings` (folders of such, as they are
    compared) tell nothing and are left out, unless the recordings themselves lie in one.
    """
    own = plain_parts(label_folder)
    others = set(recordings)
    shared = max((common_start(own, other) for other in others), default=0)
    last = shared if own[:shared] in others else min(shared + 1, len(own))
    folders = label_folder.parts[1:] if label_folder.anchor else label_folder.parts
    return [(*folders[:end], *named) for end in range(len(own), last - 1, -1)]


class RecordingFolders:
    """The folders in which recordings are known to lie, and what the disk holds; each is listed once."""

    def __init__(self, known: Iterable[Path]) -> None:
        self._by_last: defaultdict[str, set[Chain]] = defaultdict(set)
        for folder in known:
            parts = plain_parts(folder)
            self._by_last[parts[-1] if parts else ""].add(parts)
        self._listing = cache(_listing)

    def are_known(self, folder: Path) -> bool:
        """Whether recordings are known to lie, or to have lain, in `folder` itself."""
        parts = plain_parts(folder)
        return parts in self._by_last.get(parts[-1] if parts else "", ())

    def recordings(self, folder: Path, key: str = "") -> list[Path]:
        """The recordings on disk in `folder`; only those of a `recording_names.name_key`, if one is given."""
        names = self._listing(folder)[1]
        return [folder / name for name in names if not key or name_key(name) == key]

    def other(self, recording: Path, content: str, chains: Sequence[Chain], label_folder: Path) -> str:
        """The folder of another recording of the same name that is meant; empty if nothing tells of one.

        Parameters
        ----------
        recording
            The only one that is there.
        content
            The hash of what it holds; a copy of it elsewhere is no other recording.
        chains
            Where it may be meant to lie, see `chains_above`, or the folders that a path names.
        label_folder
            Where the label file lies.
        """
        folder = recording.parent
        here = plain_parts(folder)
        told = [tuple(map(plain, chain)) for chain in chains]
        agreement = max((common_end(chain, here) for chain in told), default=0)
        for written, chain in zip(chains, told, strict=True):
            if self._known_elsewhere(chain, here, agreement):
                return "/".join(written[-max(agreement, 1) :])
            depth = common_end(chain, here)
            if depth >= min(len(chain), len(here)):
                continue
            name = written[-depth - 1]
            beside = self._subfolder(folder.parents[depth], name)
            if are_counted(name, folder.parts[-depth - 1]) or (
                beside is not None and self._means_others(beside, recording, content, label_folder)
            ):
                return name
        return ""

    def _known_elsewhere(self, chain: Chain, here: Chain, agreement: int) -> bool:
        """Whether recordings are known in a folder that fits as well and is not around this one."""
        return any(
            common_end(other, chain) >= max(agreement, 1) and here[: len(other)] != other
            for other in self._by_last.get(chain[-1] if chain else "", ())
        )

    def parallel(self, recording: Path, content: str, label_folder: Path) -> str:
        """The label file's folder, if one beside it belongs to the recording's folder by its name."""
        folder = recording.parent
        here, there = plain_parts(folder), plain_parts(label_folder)
        depth = common_end(here, there)
        if depth >= min(len(here), len(there)):
            return ""
        twin = self._subfolder(label_folder.parents[depth], folder.parts[-depth - 1])
        if twin is None or twin in (folder, *folder.parents) or self._has_copy(twin, recording, content):
            return ""
        return label_folder.parts[-depth - 1]

    def _means_others(self, beside: Path, recording: Path, content: str, label_folder: Path) -> bool:
        """Whether a folder beside the recording's holds, or is there to hold, other recordings."""
        subfolders, recordings, has_labels = self._listing(beside)
        if self._has_copy(beside, recording, content):
            return False
        is_for_labels = has_labels or beside in (label_folder, *label_folder.parents)
        return (
            not is_for_labels
            or bool(recordings)
            or any(self._listing(beside / name)[1] for name in subfolders.values())
        )

    def _has_copy(self, folder: Path, recording: Path, content: str) -> bool:
        same = self.recordings(folder, name_key(recording.name))
        return any(holds(file, content) for file in same)

    def _subfolder(self, folder: Path, name: str) -> Path | None:
        found = self._listing(folder)[0].get(plain(name))
        return None if found is None else folder / found


def holds(file: Path, content: str) -> bool:
    """Whether a file can be read and has this content, see `core.content`."""
    try:
        return content_hash(file) == content
    except OSError:
        return False


def _listing(folder: Path) -> tuple[dict[str, str], tuple[str, ...], bool]:
    """Subfolders by their compared names, recordings, and whether there are label files."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, entry.is_dir()) for entry in entries)
    except OSError:
        return {}, (), False
    folders = {plain(name): name for name, is_folder in found if is_folder}
    files = [name for name, is_folder in found if not is_folder and not name.startswith(".")]
    recordings = tuple(filter(is_recording, files))
    return folders, recordings, any(plain(name).endswith(LABEL_SUFFIXES) for name in files)
