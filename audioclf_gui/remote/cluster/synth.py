"""Mixtures of labelled sounds made on a cluster: the same files as on one computer."""

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audioclf_gui import __version__
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.mixtures import MixturePlan
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.make_mixtures import MakeMixtures, MixturesMade, make_mixtures
from audioclf_gui.jobs.mixture_records import MixtureRecord, label_track
from audioclf_gui.jobs.mixture_sources import MixtureSounds
from audioclf_gui.remote.cluster.batches import Unfit
from audioclf_gui.remote.cluster.failures import first_line
from audioclf_gui.remote.cluster.packages import ray
from audioclf_gui.remote.cluster.running import cluster_at

if TYPE_CHECKING:  # where the work is done
    from audioclf_gui.remote.cluster.mixture import MixedElsewhere

_UNDER_WAY = 2  # mixtures of a worker: the next one is there when one is done
_TRIES = 3  # after workers have died of a mixture, or their computers have


def synth_on_cluster(
    request: MakeMixtures, address: str = "", workers: int | None = None
) -> Generator[Progress, None, MixturesMade]:
    """Make mixtures as `make_mixtures` does, byte for byte, by the workers of a cluster.

    The sounds have to be where every worker sees them by the same path; the mixtures come back to whoever
    asks. A mixture whose worker dies is made again.

    Parameters
    ----------
    address : str
        As `cluster_at` takes it.
    workers : int or None
        How many mixtures are made at a time; None: one for each core.

    Raises
    ------
    UserError
        As in `make_mixtures`, or if the cluster does not answer or is not fit for it.
    """
    return (yield from make_mixtures(request, _OnCluster(address, workers)))


@dataclass(frozen=True, slots=True)
class _OnCluster:
    """A `Mixing` by a cluster, of which this process is a part for as long as something is missing."""

    address: str
    workers: int | None

    def __call__(
        self,
        plans: Sequence[MixturePlan],
        request: MakeMixtures,
        _sounds: MixtureSounds,
        refused: dict[Path, Quarantined],
    ) -> Generator[MixtureRecord, None, None]:
        from audioclf_gui.ml.devices import cores
        from audioclf_gui.remote.cluster.mixture import mixed_elsewhere

        if not plans:
            return
        with cluster_at(self.address, self.workers or cores()) as there:
            task = ray().remote(num_cpus=1, max_retries=_TRIES)(mixed_elsewhere)
            started = (task.remote(plan, request.format, __version__) for plan in plans)
            for reference in _ahead(started, _UNDER_WAY * (self.workers or there)):
                made = _made(reference)
                refused.update((one.path, one) for one in made.refused)
                yield _kept(request.folder, made)


def _ahead(started: Iterator[Any], most: int) -> Iterator[Any]:
    """References in their order, each with others behind it that are under way."""
    waiting: deque[Any] = deque()
    for reference in started:
        waiting.append(reference)
        if len(waiting) >= most:
            yield waiting.popleft()
    yield from waiting


def _made(reference: Any) -> "MixedElsewhere":
    try:
        found: MixedElsewhere | Unfit = ray().get(reference)
    except ray().exceptions.RayTaskError:
        raise
    except ray().exceptions.RayError as error:
        raise UserError(
            Text("the workers that make a mixture die: {reason}", reason=first_line(error)),
            remedy=Text(
                "Look whether there is memory enough, or make them with `audioclf synth`: those that are done"
                " are kept."
            ),
        ) from error
    if isinstance(found, Unfit):
        raise UserError(found.message, remedy=found.remedy)
    return found


def _kept(folder: Path, made: "MixedElsewhere") -> MixtureRecord:
    """Have the files of a mixture on disk."""
    file = folder / made.record.file
    try:
        write_atomically(file, made.sound)
        write_atomically(label_track(file), made.track)
    except OSError as error:
        raise cannot_write(file, error) from error
    return made.record
