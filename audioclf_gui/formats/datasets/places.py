"""Files and folders of a data set, in an order that is the same on every system."""

from collections.abc import Iterable
from pathlib import Path

from audioclf_gui.core.spelling import composed


def parts_below(root: Path, file: Path) -> tuple[str, ...] | None:
    """The folders and the name that lead from `root` to `file`; None if it lies elsewhere or is hidden."""
    try:
        parts = file.relative_to(root).parts
    except ValueError:
        return None
    return None if any(part.startswith(".") for part in parts) else parts


def in_order(files: Iterable[Path]) -> list[Path]:
    """The files in an order that depends on their names only, not on the system or how they were listed."""
    return sorted(files, key=lambda file: (composed(file.as_posix()), file.as_posix()))


def visible_folders(root: Path) -> list[Path]:
    """The folders directly in `root` that are not hidden, in order; none if it cannot be listed."""
    try:
        return in_order(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []
