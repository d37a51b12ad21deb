"""Classifying an archive on a cluster: every file once, whatever dies meanwhile."""

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.remote.cluster.packages import pyarrow
from audioclf_gui.remote.cluster.table_formats import TableFormat
from audioclf_gui.remote.cluster.whole_archive import (
    ArchiveEvent,
    ArchiveHeard,
    WholeArchive,
    worked_through,
)

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.remote.cluster.answers import PredictWork

_RESULTS = "results"


@dataclass(frozen=True, slots=True)
class PredictArchive:
    """What is to be classified where, and the folder for everything that comes of it."""

    bundle: Path
    archive: WholeArchive
    table: TableFormat = "parquet"
    hop_s: float | None = None  # distance of two windows; None: half a window
    settings: DecisionSettings = field(default_factory=DecisionSettings)


def predict_archive(request: PredictArchive) -> Generator[ArchiveEvent, None, ArchiveHeard]:
    """Classify an archive on the workers of a cluster, see `worked_through`.

    At the end there is a table of everything, as `audioclf predict` writes it.

    Raises
    ------
    UserError
        If the model cannot be used, a source is not there, the cluster does not answer or is not fit for it,
        or the disk refuses the results.
    """
    pyarrow()  # without which nothing could be kept
    return (yield from worked_through(request.archive, _work(request), _RESULTS, request.table))


def _work(request: PredictArchive) -> "PredictWork":
    from audioclf_gui.ml.bundle import read_bundle_files, read_card
    from audioclf_gui.ml.inference import checked_hop
    from audioclf_gui.remote.cluster.answers import PredictWork, columns_of

    card = read_card(request.bundle)
    hop_s = checked_hop(card, request.hop_s)
    return PredictWork(
        read_bundle_files(request.bundle),
        columns_of(card.objective),
        hop_s,
        request.settings,
        request.archive.seen,
    )
