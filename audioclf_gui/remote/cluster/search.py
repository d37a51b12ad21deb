"""A search for settings whose trials are carried out on a cluster.

Ray Tune is not used: it would be a second engine with a journal of its own, whose trials nobody could go on
with on one computer, nor the other way round.
"""

import threading
from collections import deque
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.jobs.search import Announced, Found, Search, TrialsSeen, search
from audioclf_gui.ml.search.study import optuna
from audioclf_gui.remote.cluster.events import ClusterNote
from audioclf_gui.remote.cluster.running import cluster_at


def search_on_cluster(
    request: Search,
    project: ProjectView,
    cache_dir: Path,
    stop: threading.Event,
    address: str = "",
    workers: int | None = None,
) -> Generator[Progress | Announced | TrialsSeen | ClusterNote, None, Found]:
    """Try settings as `search` does, with the same journal and the same outcome, on the workers of a cluster.

    A trial whose worker dies is tried again. The recordings have to be where every worker sees them; features
    are kept in the cache of the computer that has made them.

    Parameters
    ----------
    address : str
        As `cluster_at` takes it.
    workers : int or None
        How many try settings, in place of the processes of the request; None: one for each core.

    Raises
    ------
    UserError
        As in `search`, or if the cluster does not answer or is not fit for it.
    """
    from audioclf_gui.ml.devices import cores
    from audioclf_gui.remote.cluster.trials import trial_crew

    project.check_writable()
    optuna()
    notes: deque[ClusterNote] = deque()
    with cluster_at(address, workers or cores()) as there:
        request = replace(request, jobs=workers or there)
        events = search(request, project, cache_dir, stop, partial(trial_crew, notes.append))
        with closing(events):
            while True:
                try:
                    event = next(events)
                except StopIteration as end:
                    found: Found = end.value
                    return found
                while notes:
                    yield notes.popleft()
                yield event
