"""A folder of shards: which files they are, and their examples one after the other."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.shards.example import ShardExample
from audioclf_gui.formats.shards.tar_shard import tar_examples
from audioclf_gui.formats.shards.tf_shard import tf_examples

MANIFEST = "shards.json"
"""The file in a folder of shards that lists them."""


class ShardKind(StrEnum):
    """What the files of shards are."""

    TAR = "tar"
    TFRECORD = "tfrecord"


_ENDINGS = {".tar": tar_examples, ".tfrecord": tf_examples, ".tfrecords": tf_examples}


def shard_files(place: Path) -> tuple[Path, ...]:
    """The shards that a file or folder is, in the order of their names.

    Raises
    ------
    UserError
        If there is none.
    """
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    found = tuple(file for file in files if file.suffix.lower() in _ENDINGS and file.is_file())
    if not found:
        raise UserError(
            Text("{name} holds no shards (.tar, .tfrecord)", name=place.name),
            remedy=Text("Choose the folder that `audioclf shards` has written."),
        )
    return found


def examples_of(files: Iterable[Path]) -> Iterator[ShardExample]:
    """The examples of shards, in order, each read once from front to end; UserError for a damaged one."""
    for file in files:
        yield from _ENDINGS[file.suffix.lower()](file)
