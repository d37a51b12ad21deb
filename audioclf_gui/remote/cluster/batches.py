"""What a worker is given at a time, and what it answers."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from audioclf_gui.core.text import Text
from audioclf_gui.remote.cluster.archive import ArchiveFile

_FEWEST, _MOST = 8, 256  # files
_MOST_BYTES = 256 * 2**20
_ROUNDS = 8  # so many batches for each worker, that none waits long for the last one at work


@dataclass(frozen=True, slots=True)
class Batch:
    """Files in their order; those that are heard together stay together, whoever does it and how often."""

    groups: tuple[tuple[ArchiveFile, ...], ...]
    deaths: int = 0  # how many workers have died of it, as far as is known

    @property
    def files(self) -> tuple[ArchiveFile, ...]:
        """All of them."""
        return tuple(file for group in self.groups for file in group)

    def name(self, key: str) -> str:
        """The same for the same files and the same `key`, which stands for what is done with them."""
        known = repr((key, [(file.source, file.state) for file in self.files]))
        return hashlib.sha256(known.encode("utf-8", "surrogateescape")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class NotHeard:
    """A file that is put aside, and why; nothing else of its archive is affected."""

    file: ArchiveFile
    reason: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """What a worker made of a batch."""

    part: bytes  # a file, see `parts`; empty if nothing of the batch is done for good
    unreached: tuple[NotHeard, ...] = ()  # files that cannot be read now, though another time perhaps
    heard_s: float = 0.0
    done: int = 0  # files that are done for good, whatever came of them


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a worker cannot do what it is there for; nor can any other."""

    message: Text
    remedy: Text


def batches_of(groups: Sequence[Sequence[ArchiveFile]], workers: int) -> list[Batch]:
    """Groups of files in their order, several at a time."""
    total = sum(map(len, groups))
    most = min(_MOST, max(_FEWEST, total // (workers * _ROUNDS)))
    batches: list[list[tuple[ArchiveFile, ...]]] = []
    files = size = 0
    for group in groups:
        group_bytes = sum(file.size for file in group)
        if not batches or files + len(group) > most or size + group_bytes > _MOST_BYTES:
            batches.append([])
            files = size = 0
        batches[-1].append(tuple(group))
        files, size = files + len(group), size + group_bytes
    return [Batch(tuple(one)) for one in batches]
