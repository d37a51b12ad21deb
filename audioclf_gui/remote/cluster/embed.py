"""The vectors of all windows of an archive, made on a cluster: every file once, whatever dies meanwhile."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.remote.cluster.packages import pyarrow
from audioclf_gui.remote.cluster.whole_archive import (
    ArchiveEvent,
    ArchiveHeard,
    WholeArchive,
    worked_through,
)

if TYPE_CHECKING:  # torch comes with what hears
    from audioclf_gui.remote.cluster.vectors import EmbedWork

_VECTORS = "vectors"


@dataclass(frozen=True, slots=True)
class EmbedArchive:
    """What is to become vectors where, and through what it is heard."""

    through: str  # the folder of a trained model, or a listener's name or file
    archive: WholeArchive
    window_s: float | None = None  # of a listener; None: of as much as it hears at once


def embed_archive(request: EmbedArchive) -> Generator[ArchiveEvent, None, ArchiveHeard]:
    """Make a vector of each window of an archive on the workers of a cluster, see `worked_through`.

    At the end there is a table of everything in Parquet: path, start and end of each window in seconds, and
    its vector. Windows are half their length apart.

    Raises
    ------
    UserError
        If the model or listener cannot be used, a source is not there, the cluster does not answer or is not
        fit for it, or the disk refuses the results.
    """
    pyarrow()  # without which nothing could be kept
    return (yield from worked_through(request.archive, _work(request), _VECTORS, "parquet"))


def _work(request: EmbedArchive) -> "EmbedWork":
    from audioclf_gui.ml.bundle import read_bundle_files
    from audioclf_gui.ml.bundle_files import current_folder
    from audioclf_gui.ml.bundle_reading import DESCRIPTION
    from audioclf_gui.ml.listeners import is_file_name
    from audioclf_gui.remote.cluster.vectors import EmbedWork, identity_of, vector_columns

    place = Path(request.through)
    if (current_folder(place) / DESCRIPTION).is_file():
        if request.window_s is not None:
            raise UserError(
                Text("a model has a window of its own: {folder}", folder=place),
                remedy=Text("Leave --window-s out; it is for listeners."),
            )
        work = EmbedWork(read_bundle_files(place), None, seen=request.archive.seen)
    elif is_file_name(request.through):
        file = place.expanduser().absolute()
        work = EmbedWork(str(file), request.window_s, seen=(*request.archive.seen, file))
    else:
        work = EmbedWork(request.through, request.window_s, seen=request.archive.seen)
    front_end = work.ear().front_end
    return replace(work, identity=identity_of(front_end), columns=vector_columns(front_end))
