"""Finding files under names that another system wrote."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path, PurePosixPath


def parts_below(root: Path, file: Path) -> tuple[str, ...] | None:
    """The folders and the name that lead from `root` to `file`; None if it lies elsewhere or is hidden."""
    try:
        parts = file.relative_to(root).parts
    except ValueError:
        return None
    return None if any(part.startswith(".") for part in parts) else parts


def composed(text: str) -> str:
    """The text with composed accents (NFC), so that names agree across systems."""
    return unicodedata.normalize("NFC", text)


def in_order(files: Iterable[Path]) -> list[Path]:
    """The files in an order that depends on their names only, not on the system or how they were listed."""
    return sorted(files, key=lambda file: (composed(file.as_posix()), file.as_posix()))


def visible_folders(root: Path) -> list[Path]:
    """The folders directly in `root` that are not hidden, in order; none if it cannot be listed."""
    try:
        return in_order(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []


class Places:
    """Finds the files that a table names below any of some folders."""

    def __init__(self, bases: Sequence[Path]) -> None:
        self._bases = bases
        self._listing = cache(_by_plain_name)

    def find(self, name: str) -> Path:
        """The file called `name` in the first folder that has it; where none has, its place in the first.

        Accents may be composed otherwise, separators may be backslashes, and letters may differ in
        case, if no file is called exactly so.
        """
        relative = PurePosixPath(name.replace("\\", "/"))
        for base in self._bases:
            if _is_file(base / relative):
                return base / relative
        for base in self._bases:
            if similar := self._similar(base, relative):
                return similar
        return self._bases[0] / relative

    def _similar(self, base: Path, relative: PurePosixPath) -> Path | None:
        place = base
        for part in relative.parts:
            match = self._listing(place).get(_plain(part))
            if match is None:
                return None
            place = match
        return place if _is_file(place) else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a text that is too long for a name
        return False


def _plain(name: str) -> str:
    return composed(name).casefold()


def _by_plain_name(folder: Path) -> dict[str, Path]:
    try:
        return {_plain(path.name): path for path in reversed(in_order(folder.iterdir()))}
    except OSError:
        return {}
