"""Writing a folder of shards, which is there as a whole or not at all."""

import json
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from audioclf_gui.core.content import flush
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.shards.example import VERSION, ShardExample
from audioclf_gui.formats.shards.folder import MANIFEST, ShardKind
from audioclf_gui.formats.shards.tar_shard import tar_bytes, tar_end
from audioclf_gui.formats.shards.tf_shard import tf_bytes


@dataclass(frozen=True, slots=True)
class WrittenShard:
    """A shard as the manifest lists it."""

    file: str
    part: str  # of the data set: a fold; empty if it has none
    examples: int
    bytes: int
    digest: str  # of the whole file: 32 hexadecimal digits (BLAKE2b)


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A hidden folder that takes the place of a missing or empty one where all went well.

    Raises
    ------
    UserError
        If there is something in the folder.
    OSError
        If the disk refuses it.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(
            Text("{name} is there already and not an empty folder", name=folder.name or str(folder)),
            remedy=Text("Choose a new folder."),
        )
    wanted = folder.resolve()
    wanted.parent.mkdir(parents=True, exist_ok=True)
    held = wanted.parent / f".shards-{secrets.token_hex(8)}"
    held.mkdir()
    try:
        yield held
        with suppress(FileNotFoundError):
            wanted.rmdir()
        held.rename(wanted)
    finally:
        shutil.rmtree(held, ignore_errors=True)


class ShardWriter:
    """Fills the shards of one part of a data set, each up to a size."""

    def __init__(self, folder: Path, kind: ShardKind, name: str, part: str, most_bytes: int) -> None:
        self.written: list[WrittenShard] = []
        self._folder, self._kind, self._name, self._part = folder, kind, name, part
        self._most_bytes = most_bytes
        self._file: BinaryIO | None = None
        self._digest = blake2b(digest_size=16)
        self._examples = self._bytes = 0

    def add(self, example: ShardExample, words: Mapping[str, Sequence[str]], rate_hz: int) -> None:
        """Write an example; see `tf_shard.tf_bytes` for what else TFRecord files say."""
        is_tar = self._kind is ShardKind.TAR
        content = tar_bytes(example) if is_tar else tf_bytes(example, words, rate_hz)
        if self._file is not None and self._bytes + len(content) > self._most_bytes:
            self.close()
        if self._file is None:
            self._file = (self._folder / self._file_name()).open("xb")
        self._write(content)
        self._examples += 1

    def close(self) -> None:
        """End the last shard."""
        if self._file is None:
            return
        if self._kind is ShardKind.TAR:
            self._write(tar_end())
        flush(self._file)
        self._file.close()
        self.written.append(
            WrittenShard(self._file_name(), self._part, self._examples, self._bytes, self._digest.hexdigest())
        )
        self._file, self._digest = None, blake2b(digest_size=16)
        self._examples = self._bytes = 0

    def _file_name(self) -> str:
        return f"{self._name}-{len(self.written):06d}.{self._kind}"

    def _write(self, content: bytes) -> None:
        assert self._file is not None
        self._file.write(content)
        self._digest.update(content)
        self._bytes += len(content)


def write_manifest(
    folder: Path, kind: ShardKind, classes: Sequence[str], shards: Sequence[WrittenShard]
) -> None:
    """Write the list of the shards beside them."""
    facts = {
        "version": VERSION,
        "kind": str(kind),
        "examples": sum(one.examples for one in shards),
        "classes": list(classes),
        "shards": [asdict(one) for one in shards],
    }
    with (folder / MANIFEST).open("xb") as file:
        file.write(json.dumps(facts, ensure_ascii=False, indent=1).encode())
        flush(file)
