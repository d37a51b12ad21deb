"""What runs on the computers of a cluster: a model that stays loaded, and is given batches of files."""

import os
import socket
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import torch

from audioclf_gui import __version__
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import Bundle, load_bundle
from audioclf_gui.ml.bundle_files import digest
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.ml.devices import freed_memory_kept
from audioclf_gui.ml.inference import predict_together
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.prediction_values import row_names, to_rows
from audioclf_gui.remote.cluster.archive import ArchiveFile
from audioclf_gui.remote.cluster.batches import Batch, BatchAnswer, NotHeard, Unfit
from audioclf_gui.remote.cluster.fetching import fetched
from audioclf_gui.remote.cluster.parts import PartColumns, PartWriter

_FORMAT = 1  # of the parts
_CLASS = "class"


@dataclass(frozen=True, slots=True)
class PredictWork:
    """All that a worker has to know: it sees nothing of the computer that asks."""

    model: Mapping[str, bytes]  # the files of a bundle
    hop_s: float
    settings: DecisionSettings
    seen: tuple[Path, ...] = ()  # what has to be there where the worker runs
    version: str = __version__

    @property
    def key(self) -> str:
        """Another one for whatever may be answered otherwise."""
        model = [(name, digest(content)) for name, content in sorted(self.model.items())]
        known = repr((_FORMAT, model, self.hop_s, astuple(self.settings)))
        return digest(known.encode())[:16]


class PredictWorker:
    """Answers with one core, as `audioclf predict` does with all of them.

    Failures that a user can mend are answers too, since exceptions of ours do not survive the way back.
    """

    def __init__(self, work: PredictWork) -> None:
        self._work = work
        self._bundle: Bundle | None = None

    def prepare(self) -> str | Unfit:
        """Load the model; the name of the computer, or why that is not possible."""
        host = socket.gethostname()
        if self._work.version != __version__:
            return Unfit(
                Text(
                    "version {theirs} of audioclf-gui is installed on {host}, and {ours} is here",
                    theirs=__version__,
                    host=host,
                    ours=self._work.version,
                ),
                Text("Install the same version on each computer of the cluster."),
            )
        missing = next((path for path in self._work.seen if not path.exists()), None)
        if missing is not None:
            return Unfit(
                Text("{path} is not there on {host}, a computer of the cluster", path=missing, host=host),
                Text(
                    "Put the recordings on a disk that each of them sees by the same path, or behind"
                    " an address."
                ),
            )
        torch.set_num_threads(1)
        try:
            self._bundle = _loaded(self._work.model)
        except UserError as error:
            return Unfit(Text("on {host}: {problem}", host=host, problem=error.message), error.remedy)
        return host

    def answer(self, batch: Batch) -> BatchAnswer:
        """What the model says of the files of a batch."""
        assert self._bundle is not None
        part, unreached = PartWriter(columns_of(self._bundle.card.objective)), list[NotHeard]()
        with freed_memory_kept():
            for group in batch.groups:
                with fetched(group) as (there, missing):
                    unreached += missing
                    unreached += self._hear(there, part)
        return BatchAnswer(part.content(), tuple(unreached), part.heard_s, len(batch.files) - len(unreached))

    def _hear(self, there: Sequence[tuple[ArchiveFile, Path]], part: PartWriter) -> list[NotHeard]:
        """Add what is done of some files to a part; those that may be there another time."""
        assert self._bundle is not None
        paths = [path for _, path in there]
        results = predict_together(
            self._bundle, paths, self._work.hop_s, self._work.settings, threading.Event()
        )
        unreached = []
        for (file, path), result in zip(there, results, strict=True):
            if not isinstance(result, Quarantined):
                part.add(file, result.duration_s, [_row(row) for row in to_rows(result)])
            elif os.access(path, os.R_OK):
                part.refuse(NotHeard(file, result.reason, result.remedy))
            else:
                unreached.append(NotHeard(file, result.reason, result.remedy))
        return unreached


def columns_of(objective: Objective) -> PartColumns:
    """Those of `audioclf predict` without the path, of which only whoever asked knows how it was named."""
    _path, *names = row_names(objective)
    words = {names.index(_CLASS)} if objective.has_classes else set[int]()
    return PartColumns(tuple(names), frozenset(words))


def _row(row: Sequence[str | float]) -> list[str | float | None]:
    """A row of these columns, with nothing where there is no number."""
    return [None if cell == "" else cell for cell in row[1:]]


def _loaded(files: Mapping[str, bytes]) -> Bundle:
    with tempfile.TemporaryDirectory(prefix="audioclf-") as name:
        for file, content in files.items():
            (Path(name) / file).write_bytes(content)
        return load_bundle(Path(name))
