"""What runs on the computers of a cluster: something that stays loaded, and is given batches of files."""

import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

import torch

from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import freed_memory_kept
from audioclf_gui.remote.cluster.archive import ArchiveFile
from audioclf_gui.remote.cluster.batches import Batch, BatchAnswer, NotHeard, Unfit
from audioclf_gui.remote.cluster.failures import unfit_here
from audioclf_gui.remote.cluster.fetching import fetched
from audioclf_gui.remote.cluster.parts import PartColumns, PartWriter, Row


@dataclass(frozen=True, slots=True)
class HeardFile:
    """What came of a file."""

    duration_s: float
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class NotNow:
    """Why nothing came of a file that can be heard, though another time."""

    reason: Text
    remedy: Text


Hearing: TypeAlias = Callable[[Sequence[Path]], Sequence[HeardFile | NotNow | Quarantined]]
"""Gives for each of a few files what is to be kept of it."""


class ArchiveWork(Protocol):
    """What is made of the files of an archive; a worker sees nothing else of the computer that asks."""

    @property
    def columns(self) -> PartColumns:
        """Those of the parts."""
        ...

    @property
    def seen(self) -> Sequence[Path]:
        """What has to be there where the worker runs."""
        ...

    @property
    def version(self) -> str:
        """Of the program that asks."""
        ...

    @property
    def key(self) -> str:
        """Another one for whatever may be answered otherwise."""
        ...

    def opened(self) -> Hearing:
        """Load what hears, where the worker runs; UserError if that is not possible."""
        ...


class ArchiveWorker:
    """Works with one core, as this program does elsewhere with all of them.

    Failures that a user can mend are answers too, since exceptions of ours do not survive the way back.
    """

    def __init__(self, work: ArchiveWork) -> None:
        self._work = work
        self._hearing: Hearing | None = None

    def prepare(self) -> str | Unfit:
        """Load what hears; the name of the computer, or why that is not possible."""
        unfit = unfit_here(self._work.version, self._work.seen)
        if unfit is not None:
            return unfit
        torch.set_num_threads(1)
        host = socket.gethostname()
        try:
            self._hearing = self._work.opened()
        except UserError as error:
            return Unfit(Text("on {host}: {problem}", host=host, problem=error.message), error.remedy)
        return host

    def answer(self, batch: Batch) -> BatchAnswer:
        """What is made of the files of a batch."""
        part, unreached = PartWriter(self._work.columns), list[NotHeard]()
        with freed_memory_kept():
            for group in batch.groups:
                with fetched(group) as (there, missing):
                    unreached += missing
                    unreached += self._hear(there, part)
        return BatchAnswer(part.content(), tuple(unreached), part.heard_s, len(batch.files) - len(unreached))

    def _hear(self, there: Sequence[tuple[ArchiveFile, Path]], part: PartWriter) -> list[NotHeard]:
        """Add what is done of some files to a part; those that may be there another time."""
        assert self._hearing is not None
        results = self._hearing([path for _, path in there])
        unreached = []
        for (file, path), result in zip(there, results, strict=True):
            if isinstance(result, HeardFile):
                part.add(file, result.duration_s, result.rows)
            elif isinstance(result, Quarantined) and os.access(path, os.R_OK):
                part.refuse(NotHeard(file, result.reason, result.remedy))
            else:
                unreached.append(NotHeard(file, result.reason, result.remedy))
        return unreached
