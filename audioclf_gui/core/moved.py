"""Which of several equal files is which recording that was moved."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from audioclf_gui.core.recording_names import common_end, name_key, plain_parts


@dataclass(frozen=True, slots=True)
class Unclear:
    """Recordings of equal content and files that hold it, of which nothing tells which is which."""

    clips: tuple[str, ...]  # their paths as the project has them
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """Where recordings are now."""

    where: Mapping[str, Path]  # by their old paths
    unclear: tuple[Unclear, ...] = ()

    def are_final(self, old: Collection[str], likeness_left: int) -> bool:
        """Whether files that are no liker to any of the old paths could not change anything."""
        final = {path for path, file in self.where.items() if likeness(path, file) > likeness_left}
        for doubt in self.unclear:
            if likeness(doubt.clips[0], doubt.files[0]) > likeness_left:
                final |= set(doubt.clips)
        return final >= set(old)


def likeness(old: str, file: Path) -> int:
    """How many parts of an old path, its name first, a file still has; 0 if it was renamed."""
    return common_end(_parts(PurePosixPath(old)), _parts(file))


def matched(old: Collection[str], files: Collection[Path]) -> Matches:
    """For each old path the file that is most like it; no file is given twice.

    Parameters
    ----------
    old
        Paths of recordings that hold the same.
    files
        Files that hold the same, too.
    """
    ways, places = {path: _parts(PurePosixPath(path)) for path in old}, {file: _parts(file) for file in files}
    alike = [(common_end(ways[path], places[file]), path, file) for path in ways for file in places]
    where: dict[str, Path] = {}
    unclear: list[Unclear] = []
    while alike:
        most = max(pair[0] for pair in alike)
        pairs = [(path, file) for count, path, file in alike if count == most]
        of_path, of_file = Counter(path for path, _ in pairs), Counter(file for _, file in pairs)
        sure = [(path, file) for path, file in pairs if of_path[path] == of_file[file] == 1]
        where |= dict(sure)
        if len(sure) < len(pairs):
            doubtful = [pair for pair in pairs if of_path[pair[0]] > 1 or of_file[pair[1]] > 1]
            clips, unsure = dict(doubtful), {file: path for path, file in doubtful}
            unclear.append(Unclear(tuple(clips), tuple(unsure)))
        alike = [one for one in alike if one[1] not in of_path and one[2] not in of_file]
    return Matches(where, tuple(unclear))


def _parts(path: PurePath) -> tuple[str, ...]:
    return (*plain_parts(path.parent), name_key(path.name))
