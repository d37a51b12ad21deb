"""What a model says of the files of an archive."""

import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from audioclf_gui import __version__
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.ml.bundle import Bundle, load_bundle
from audioclf_gui.ml.bundle_files import digest
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.ml.inference import predict_together
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.prediction_values import row_names, to_rows
from audioclf_gui.remote.cluster.parts import PartColumns
from audioclf_gui.remote.cluster.worker import HeardFile, Hearing

_FORMAT = 1  # of the parts
_CLASS = "class"


@dataclass(frozen=True, slots=True)
class PredictWork:
    """Rows as `audioclf predict` writes them; an `ArchiveWork`."""

    model: Mapping[str, bytes]  # the files of a bundle
    columns: PartColumns
    hop_s: float
    settings: DecisionSettings
    seen: tuple[Path, ...] = ()
    version: str = __version__

    @property
    def key(self) -> str:
        """Another one for whatever may be answered otherwise."""
        model = [(name, digest(content)) for name, content in sorted(self.model.items())]
        known = repr((_FORMAT, model, self.hop_s, astuple(self.settings)))
        return digest(known.encode())[:16]

    def opened(self) -> Hearing:
        """Load the model; UserError if it cannot be used."""
        with unpacked(self.model) as folder:
            bundle = load_bundle(folder)
        return lambda paths: self._answers(bundle, paths)

    def _answers(self, bundle: Bundle, paths: Sequence[Path]) -> list[HeardFile | Quarantined]:
        results = predict_together(bundle, paths, self.hop_s, self.settings, threading.Event())
        return [
            one
            if isinstance(one, Quarantined)
            else HeardFile(one.duration_s, [_row(row) for row in to_rows(one)])
            for one in results
        ]


@contextmanager
def unpacked(model: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with the files of a bundle, for as long as the block takes."""
    with tempfile.TemporaryDirectory(prefix="audioclf-") as name:
        for file, content in model.items():
            (Path(name) / file).write_bytes(content)
        yield Path(name)


def columns_of(objective: Objective) -> PartColumns:
    """Those of `audioclf predict` without the path, of which only whoever asked knows how it was named."""
    _path, *names = row_names(objective)
    words = {names.index(_CLASS)} if objective.has_classes else set[int]()
    return PartColumns(tuple(names), frozenset(words))


def _row(row: Sequence[str | float]) -> list[str | float | None]:
    """A row of these columns, with nothing where there is no number."""
    return [None if cell == "" else cell for cell in row[1:]]
