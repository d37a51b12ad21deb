"""The files of an archive, wherever they lie: on disks that are there, or behind addresses."""

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.audio.ingest import audio_files, is_litter
from audioclf_gui.core.content import part_of
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.text import Text, joined
from audioclf_gui.jobs.predict import real_path
from audioclf_gui.remote.cluster.packages import fsspec

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
CHAIN = "::"
"""What stands between an address within a file, and that of the file."""
_TELLING = (
    *("size", "etag", "checksum", "md5", "crc", "version_id", "generation"),
    *("mtime", "modified", "last_modified", "lastmodified", "updated", "created"),
)
"""What services call the facts by which a file is known to have changed."""


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file as it was when it was listed."""

    place: str  # as tables name it: as it was named, or below what was named
    source: str  # where any computer finds it: a whole path, or an address
    size: int  # in bytes; 0 where a service does not say
    state: str  # another one once the file has changed

    @property
    def is_remote(self) -> bool:
        """Whether it has to be fetched."""
        return is_address(self.source)


def is_address(source: str) -> bool:
    """Whether it is to be read through fsspec, and no path."""
    return _ADDRESS.match(source) is not None


def list_archive(sources: Sequence[str]) -> tuple[ArchiveFile, ...]:
    """The files alone of `listed`."""
    return listed(sources)[0]


def listed(sources: Sequence[str]) -> tuple[tuple[ArchiveFile, ...], tuple[Path, ...]]:
    """The sound files of paths, folders and addresses, each once, in the order of what was named.

    Returns
    -------
    files, again
        Further paths lead to files that were named before.

    Raises
    ------
    UserError
        If something is not there, or cannot be listed, or nothing of it is sound.
    """
    files: dict[str | Path, ArchiveFile] = {}
    folders: dict[Path, Path] = {}
    again: list[Path] = []
    for source in sources:
        is_far = is_address(source)
        for file in _remote_files(source) if is_far else _local_files(Path(source)):
            key = file.place if is_far else real_path(Path(file.place), folders)
            if files.setdefault(key, file) is not file:
                again.append(Path(file.place))
    if not files:
        raise UserError(
            Text("there is no sound file in {paths}", paths=joined(sources)),
            remedy=Text("Choose files, or a folder that holds recordings; nothing was heard."),
        )
    return tuple(files.values()), tuple(again)


def write_manifest(path: Path, files: Sequence[ArchiveFile]) -> None:
    """A table of the files that are going to be worked on; UserError if it cannot be written."""
    try:
        with part_of(path) as part:
            with part.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(("path", "bytes", "state"))
                writer.writerows((one.place, one.size, one.state) for one in files)
            part.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error


def _local_files(path: Path) -> Iterator[ArchiveFile]:
    if not path.exists():
        raise UserError(
            Text("{path} does not exist", path=path), remedy=Text("Check the path; nothing was heard.")
        )
    for file in audio_files(path):
        size, changed_ns = _state(file)
        yield ArchiveFile(str(file), str(file.absolute()), size, f"{size} {changed_ns}")


def _state(file: Path) -> tuple[int, int]:
    """Size and time of change; zeros of what cannot be looked at, which is told when it is its turn."""
    try:
        status = file.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _remote_files(address: str) -> list[ArchiveFile]:
    try:
        system, path = fsspec().core.url_to_fs(address)
        found: Mapping[str, Mapping[str, Any]] = (
            {path: system.info(path)} if system.isfile(path) else system.find(path, detail=True)
        )
    except (ImportError, OSError, ValueError) as error:
        raise UserError(
            Text("{address} cannot be listed: {reason}", address=address, reason=str(error)),
            remedy=Text(
                "Check the address and who may read it; each kind of address needs its package beside fsspec,"
                " s3:// for one needs s3fs."
            ),
        ) from error
    inside = "".join(f"{CHAIN}{outer}" for outer in address.split(CHAIN)[1:])
    return [
        ArchiveFile(place, place, int(facts.get("size") or 0), _state_of(facts))
        for name, facts in sorted(found.items())
        if name == path or _is_wanted(name.removeprefix(path))
        for place in [system.unstrip_protocol(name) + inside]
    ]


def _is_wanted(name: str) -> bool:
    parts = name.strip("/").split("/")
    return is_recording(parts[-1]) and not any(map(is_litter, parts))


def _state_of(facts: Mapping[str, Any]) -> str:
    """A word for what a service says of a file, such as its version and when it was changed."""
    telling = {name: str(value) for name, value in facts.items() if _plain(name) in _TELLING}
    return hashlib.sha256(repr(sorted(telling.items())).encode()).hexdigest()[:16]


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_")
