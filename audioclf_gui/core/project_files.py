"""What project files and folders are called, for whoever has to know one before it is opened."""

from pathlib import Path

SUFFIX = ".audioclf"
PACKED = ".zip"
"""The ending of a whole project in one file, see `jobs.pack_project`."""
RECORDINGS = "recordings"
"""The folder of a project for sound that is its own."""


def project_files(folder: Path) -> list[Path]:
    """The project files directly in a folder, without the `._` shadows that macOS leaves on other disks."""
    files = filter(is_called_project, folder.glob("*") if folder.is_dir() else ())
    return sorted(file for file in files if file.is_file() and not file.name.startswith("._"))


def is_called_project(file: Path) -> bool:
    """Whether a name is that of a project file; some disks and programs turn it into capitals."""
    return file.suffix.lower() == SUFFIX


def may_be_project(path: Path) -> bool:
    """Whether a path is that of a project: its file, its folder, or the one file into which it was packed."""
    return is_called_project(path) or is_called_packed(path) or bool(project_files(path))


def is_called_packed(file: Path) -> bool:
    """Whether a name may be that of a packed project."""
    return file.suffix.lower() == PACKED
