"""`audioclf cluster search`: the trials of `audioclf search` on many cores or computers."""

import argparse
import sys
from contextlib import redirect_stdout
from functools import partial

from audioclf_gui.cli.cluster_options import add_cluster
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.search import add_saving, add_search_options, report, searched


def add_commands(actions: Commands) -> None:
    """Add it to what can be done on a cluster."""
    parser = add_command(actions, "search", search, "try settings, each worker one at a time")
    add_search_options(parser)
    add_saving(parser)
    add_cluster(parser)


def search(options: argparse.Namespace) -> int:
    """Its journal is that of `audioclf search`, so that either goes on with what the other has begun."""
    from audioclf_gui.remote.cluster.search import search_on_cluster

    job = partial(search_on_cluster, address=options.address, workers=options.workers)
    with redirect_stdout(sys.stderr):  # Ray prints there that a computer died, where only results belong
        found = searched(options, job, options.workers or 1)
    return report(options, found)
