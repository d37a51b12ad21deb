"""A whole project as one file, to give away or to keep."""

import os
import tempfile
import zipfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from audioclf_gui.core.content import flush_file, part_of, put_where_wanted
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project, ProjectView
from audioclf_gui.core.project_files import PACKED, RECORDINGS, is_called_packed
from audioclf_gui.core.project_settings import WATCHED
from audioclf_gui.core.recording_names import plain
from audioclf_gui.core.runs import MODELS
from audioclf_gui.core.store.snapshots import write_copy
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.formats.archives import BLOCK_BYTES, PACK_LIST, PackedFile, new_digest
from audioclf_gui.jobs.pack_files import file_name_kept, listed

_SQUEEZED = frozenset((".flac", ".mp3", ".ogg", ".opus", ".m4a"))
_FAST = 1  # of zlib's levels: others take minutes for a percent


@dataclass(frozen=True, slots=True)
class PackProject:
    """Where the packed project goes, and whether its recordings and its models go with it."""

    out: Path
    with_audio: bool = True
    with_models: bool = True


@dataclass(frozen=True, slots=True)
class Packed:
    """What came of it."""

    out: Path
    files: int
    size: int  # bytes of the packed file
    recordings: int  # how many went with it
    missing: tuple[str, ...]  # paths of recordings that were nowhere to be found
    kept: Path | None  # where a file is kept that had its name


def pack_project(request: PackProject, project: ProjectView) -> Generator[Progress, None, Packed]:
    """Write labels, history, models and settings, with or without the recordings, into one ZIP file.

    In it every recording that goes with it lies in the project's folder, its path says so, and no step of
    the history leads away from it; the project itself stays as it is. Edits that are made meanwhile are not
    in it. To cancel, stop iterating: nothing is left then.

    Raises
    ------
    UserError
        If the place cannot be written, or the project file is damaged.
    """
    out = request.out if is_called_packed(request.out) else request.out.with_name(request.out.name + PACKED)
    view = project.catalogue
    places = _places(view) if request.with_audio else {}
    there = {path: place for path, place in places.items() if (project.folder / path).is_file()}
    try:
        with part_of(out) as part, tempfile.TemporaryDirectory(prefix=".pack-", dir=out.parent) as folder:
            copy = _moved_copy(project, Path(folder), there)
            sources = {
                file_name_kept(project.file.name): copy,
                **(dict(_models(project.folder)) if request.with_models else {}),
                **{place: project.folder / path for path, place in there.items()},
            }
            files = yield from _write(part, sources)
            kept = put_where_wanted(part, out)
    except OSError as error:
        raise cannot_write(out, error) from error
    missing = tuple(path for path in places if path not in there)
    return Packed(out, len(files), out.stat().st_size, len(there), missing, kept)


def _places(view: CatalogueView) -> dict[str, str]:
    """For each path of a clip where its recording lies in the pack; no two the same.

    What lies in the project's folder stays in its place there, but for what is called as something else is
    where case and the form of accents do not count. Of all others the folders are kept that tell
    them apart, below that of the recordings.
    """
    paths = [clip.path for clip in view.clips]
    inside = {plain(path): path for path in reversed(paths) if _is_inside(path)}
    places = {path: path for path in inside.values()}
    outside = [path for path in paths if path not in places]
    taken = set(inside)
    by_path = {clip.path: clip for clip in view.clips}
    files = [PurePosixPath(view.audio_path(by_path[path]).as_posix()) for path in outside]
    drives = {file.parts[0] for file in files}
    root = os.path.commonpath([file.parent for file in files]) if len(drives) == 1 else ""
    for path, file in zip(outside, files, strict=True):
        inner = file.relative_to(root) if root else PurePosixPath(*file.parts[1:])
        wanted = PurePosixPath(RECORDINGS, *map(file_name_kept, inner.parts))
        places[path] = _free(wanted, taken)
    return places


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path)
    is_plain = not parts.is_absolute() and ".." not in parts.parts and ":" not in path and "\\" not in path
    return is_plain and all(part == file_name_kept(part) for part in parts.parts)


def _free(wanted: PurePosixPath, taken: set[str]) -> str:
    place, number = wanted, 2
    while plain(str(place)) in taken:  # numbered in front, since long names lose their ends
        place = wanted.with_name(file_name_kept(f"{number} {wanted.name}"))
        number += 1
    taken.add(plain(str(place)))
    return str(place)


def _moved_copy(project: ProjectView, folder: Path, places: Mapping[str, str]) -> Path:
    """A copy of the project file in which the recordings are where the pack has them.

    It watches no folder: who unpacks it has another computer, or would have two projects that take from one.
    """
    copy = folder / project.file.name
    write_copy(project.file, copy)
    with Project.open(copy) as copied:
        copied.catalogue.settle(
            {clip.id: places[clip.path] for clip in copied.catalogue.view.clips if clip.path in places}
        )
        if copied.settings.get(WATCHED) is not None:
            copied.settings.put(WATCHED, None)
    return copy


def _models(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of all trained models, by their names in the pack."""
    for file in sorted((folder / MODELS).rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and not file.is_symlink() and _is_inside(name):
            yield name, file


def _write(part: Path, sources: Mapping[str, Path]) -> Generator[Progress, None, Sequence[PackedFile]]:
    total = sum(source.stat().st_size for source in sources.values())
    done = 0
    files: list[PackedFile] = []
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST) as pack:
        for name, source in sources.items():
            is_squeezed = source.suffix.lower() in _SQUEEZED
            entry = zipfile.ZipInfo.from_file(source, name, strict_timestamps=False)
            entry.compress_type = zipfile.ZIP_STORED if is_squeezed else zipfile.ZIP_DEFLATED
            digest, size = new_digest(), 0
            with source.open("rb") as read, pack.open(entry, "w", force_zip64=True) as written:
                while block := read.read(BLOCK_BYTES):
                    digest.update(block)
                    size += len(block)
                    written.write(block)
                    yield Progress(min(total, done + size), total)
            done += size
            files.append(PackedFile(name, size, digest.hexdigest()))
        pack.writestr(PACK_LIST, listed(files))
    flush_file(part)
    return files
