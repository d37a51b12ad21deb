"""The entries of a TFRecord file: of each record its sound, and beside it what is known of it as JSON."""

import io
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import IO

from audioclf_gui.core.text import Text
from audioclf_gui.formats.archives.entries import ArchiveEntry
from audioclf_gui.formats.shards.tf_shard import tf_examples


def entries(archive: Path) -> Iterator[ArchiveEntry | int]:
    """Every entry, and between them how many bytes of the file were read.

    Raises
    ------
    UserError
        If it is damaged, or a record holds no sound.
    """
    read = 0
    for entry, content in _parts(archive):
        read += len(content)
        yield entry
        yield read


@contextmanager
def streams(archive: Path) -> Iterator[Iterator[tuple[ArchiveEntry, Callable[[], IO[bytes]]]]]:
    """Every entry with what opens it, before the next one is asked for."""
    with closing(_parts(archive)) as parts:
        yield ((entry, partial(io.BytesIO, content)) for entry, content in parts)


def _parts(archive: Path) -> Generator[tuple[ArchiveEntry, bytes], None, None]:
    for example in tf_examples(archive):
        for suffix, content in ((example.suffix, example.sound), ("json", example.facts)):
            fault = None if suffix.isalnum() else Text("not every system can have a file of that name")
            yield ArchiveEntry(f"{example.key}.{suffix}", len(content), fault=fault), content
