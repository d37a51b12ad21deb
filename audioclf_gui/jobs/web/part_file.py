"""A file that is there in part, and what tells whether the rest still belongs to it."""

import errno
import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from email.message import Message
from pathlib import Path

from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.json_value import json_value

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class FileVersion:
    """What a server says about a file, by which another one at the same address is noticed."""

    etag: str = ""
    last_modified: str = ""
    total: int = 0  # bytes; 0 if it does not say

    @property
    def condition(self) -> str:
        """What `If-Range` is to say (RFC 9110, 13.1.5); empty if nothing tells versions apart for sure."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified


def version_of(headers: Message, total: int) -> FileVersion:
    """What the head of an answer says."""
    return FileVersion(headers.get("ETag", ""), headers.get("Last-Modified", ""), total)


def length_told(headers: Message) -> int:
    """The bytes that an answer announces; 0 if it does not."""
    told = headers.get("Content-Length", "")
    return int(told) if told.isdecimal() and len(told) < 19 else 0


def range_told(headers: Message) -> tuple[int, int]:
    """The place of the first byte of an answer in the file, and the bytes of the whole; -1, 0 if not told."""
    found = _RANGE.fullmatch(headers.get("Content-Range", "").strip())
    if found is None or len(found[1]) > 18 or len(found[3]) > 18:
        return -1, 0
    return int(found[1]), 0 if found[3] == "*" else int(found[3])


class PartFile:
    """The bytes that came so far, and beside them the version of the file to which they belong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._facts = path.with_name(path.name + ".json")
        self.version = self._read()
        self.size = path.stat().st_size if path.is_file() and self.version is not None else 0

    def _read(self) -> FileVersion | None:
        try:
            return FileVersion(**json_value(self._facts.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def begin(self, version: FileVersion) -> None:
        """Forget what is there: the file comes from its beginning."""
        self.path.unlink(missing_ok=True)
        write_atomically(self._facts, json.dumps(asdict(version)).encode())
        self.path.touch()
        self.version, self.size = version, 0

    def add(self, block: bytes) -> None:
        """Put more bytes to the end; they are there when this returns, should the process be killed.

        Raises
        ------
        OSError
            If the disk refuses them, or somebody else has put some.
        """
        with self.path.open("ab") as file:
            if file.tell() != self.size:
                raise OSError(errno.EBUSY, "somebody else is fetching it")
            file.write(block)
        self.size += len(block)

    def drop(self) -> None:
        """Leave nothing of it."""
        for path in (self.path, self._facts):
            path.unlink(missing_ok=True)
        self.version, self.size = None, 0

    def finish(self, path: Path) -> None:
        """Let the file, which is whole, take its place."""
        self.path.replace(path)
        with suppress(OSError):
            self._facts.unlink()
