"""Many rows of one shape in one file, of which some are read at a time: memory holds none of the others."""

import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from audioclf_gui.core.errors import cannot_write


class RowsOnDisk:
    """Rows in a file without a name, which is gone with the last who holds it, also after a crash.

    It is read and not mapped: pages of a mapped file count as memory of the program for as long as it runs.

    Parameters
    ----------
    folder
        On whose disk the file is.
    parts
        The rows one after the other, each part (rows, *shape).

    Raises
    ------
    UserError
        If the file cannot be written.
    """

    def __init__(self, folder: Path, parts: Iterable[Tensor]) -> None:
        self._shape: tuple[int, ...] = ()
        self._stored_as = torch.float32
        with _telling(folder):
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - it lives as long as its owner
        for part in parts:
            self._shape, self._stored_as = tuple(part.shape[1:]), part.dtype
            with _telling(folder):
                self._file.write(part.contiguous().numpy().data)
        with _telling(folder):
            self._file.flush()
        self._reading = threading.Lock()  # between going to a place and reading there

    def taken(self, places: npt.NDArray[np.int64]) -> Tensor:
        """The rows at these places, (places, *shape)."""
        found = torch.empty((len(places), *self._shape), dtype=self._stored_as)
        if not len(places):
            return found
        into = found.view(torch.uint8).numpy().reshape(len(places), -1)
        breaks = np.flatnonzero(np.diff(places) != 1) + 1
        for first, end in zip([0, *breaks], [*breaks, len(places)], strict=True):
            self._read(int(places[first]) * into.shape[1], into[first:end].reshape(-1))
        return found

    def _read(self, offset: int, into: npt.NDArray[np.uint8]) -> None:
        """Fill the bytes from an offset on."""
        with self._reading:
            self._file.raw.seek(offset)
            done = 0
            while done < len(into):
                count = self._file.raw.readinto(into[done:].data)
                if not count:
                    raise OSError("features that were computed cannot be read any more")
                done += count


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot_write(folder / "features", error) from error
