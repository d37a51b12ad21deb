"""Files of an archive as files of this computer, for as long as they are heard."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from audioclf_gui.core.text import Text
from audioclf_gui.remote.cluster.archive import CHAIN, ArchiveFile
from audioclf_gui.remote.cluster.batches import NotHeard
from audioclf_gui.remote.cluster.packages import fsspec

_AT_A_TIME = 4
_BLOCK_BYTES = 2**20
_AGAIN = Text("Run the command again: it goes on with what is not done yet.")

Fetched = tuple[list[tuple[ArchiveFile, Path]], list[NotHeard]]


@contextmanager
def fetched(files: Sequence[ArchiveFile]) -> Iterator[Fetched]:
    """Where each file is on this computer, and those that cannot be reached; copies go with the block."""
    with tempfile.TemporaryDirectory(prefix="audioclf-") as folder, ThreadPoolExecutor(_AT_A_TIME) as pool:
        places = [Path(folder, str(number)) for number in range(len(files))]
        found = list(pool.map(_reached, files, places))
        yield (
            [(file, one) for file, one in zip(files, found, strict=True) if isinstance(one, Path)],
            [one for one in found if isinstance(one, NotHeard)],
        )


def _reached(file: ArchiveFile, place: Path) -> Path | NotHeard:
    if not file.is_remote:
        return Path(file.source)
    place = place.with_suffix(Path(file.source.partition(CHAIN)[0]).suffix)
    try:
        with fsspec().open(file.source, "rb") as source, place.open("xb") as copy:
            shutil.copyfileobj(source, copy, _BLOCK_BYTES)
    except (ImportError, OSError, ValueError) as error:
        reason = Text("it cannot be fetched: {reason}", reason=str(error) or type(error).__name__)
        return NotHeard(file, reason, _AGAIN)
    return place
