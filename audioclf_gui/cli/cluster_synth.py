"""`audioclf cluster synth`: the mixtures of `audioclf synth` made on many cores or computers."""

import argparse
import sys
from contextlib import redirect_stdout

from audioclf_gui.cli.cluster_options import add_cluster
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import run_job
from audioclf_gui.cli.synth import add_mixture_options, report_made, with_sounds
from audioclf_gui.jobs.make_mixtures import MakeMixtures


def add_commands(actions: Commands) -> None:
    """Add it to what can be done on a cluster."""
    parser = add_command(actions, "synth", synth, "make the mixtures that `synth` makes, the same files")
    add_mixture_options(parser)
    add_cluster(parser)


def synth(options: argparse.Namespace) -> int:
    """Either command goes on with what the other has begun."""
    return with_sounds(options, _synth)


def _synth(options: argparse.Namespace, request: MakeMixtures) -> int:
    from audioclf_gui.remote.cluster.synth import synth_on_cluster

    events = synth_on_cluster(request, options.address, options.workers)
    with redirect_stdout(sys.stderr):  # Ray prints there that a computer died, where only results belong
        made = run_job(events, None, "mixing", "mixtures")
    return report_made(options, made)
