"""Commands that work on many cores or computers: cluster predict, embed, train, and others."""

import argparse
import sys
import threading
from collections.abc import Generator
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.cli import cluster_search, cluster_synth
from audioclf_gui.cli.cluster_options import add_cluster
from audioclf_gui.cli.command import CommandParser, Commands, add_actions, add_command
from audioclf_gui.cli.deciding import DECISION_OPTIONS, add_options, given, settings_checked
from audioclf_gui.cli.opening import run_job
from audioclf_gui.cli.output import DONE, SOME_QUARANTINED, print_facts, print_json, say
from audioclf_gui.cli.training import add_train_options, trained_as_given
from audioclf_gui.core.project import ProjectView
from audioclf_gui.jobs.results import ResultWritten
from audioclf_gui.jobs.train import Train
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.remote.cluster.table_formats import TABLE_FORMATS
from audioclf_gui.remote.training_places import Training

if TYPE_CHECKING:  # a command that is not used takes no time at the start of others
    from audioclf_gui.remote.cluster.whole_archive import ArchiveEvent, ArchiveHeard, WholeArchive


def add_commands(commands: Commands) -> None:
    """Add `cluster` and what can be done on one."""
    actions = add_actions(commands, "cluster", "work on a cluster of computers, or on all cores of this one")
    _add_predict(actions)
    _add_embed(actions)
    parser = add_command(
        actions, "train", train, "train a model there; the run is kept in the project as any"
    )
    add_train_options(parser)
    add_cluster(parser, "that share each step; default: one, or as many as --devices cpu:N says")
    parser.excludes("--workers", "--devices")
    cluster_search.add_commands(actions)
    cluster_synth.add_commands(actions)


def _add_predict(actions: Commands) -> None:
    parser = add_command(actions, "predict", predict, "classify an archive; do it again to go on with it")
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    _add_archive(parser)
    parser.add_argument("--hop-s", metavar="S", type=float, help="distance of two windows, in seconds")
    add_options(parser, DECISION_OPTIONS)
    parser.add_argument("--format", choices=TABLE_FORMATS, default=TABLE_FORMATS[0])
    add_cluster(parser)


def _add_embed(actions: Commands) -> None:
    what = "make a vector of each window of an archive, by which like sounds are found"
    parser = add_command(actions, "embed", embed, what)
    parser.add_argument(
        "through", metavar="THROUGH", help="what hears: a model, or a listener's name or file"
    )
    _add_archive(parser)
    parser.add_argument(
        "--window-s",
        metavar="S",
        type=float,
        help="how much sound a vector is of; default: as much as the listener hears at once",
    )
    parser.refuse(
        lambda given: "--window-s is above 0" if given.window_s is not None and given.window_s <= 0 else "",
        "--window-s",
    )
    add_cluster(parser)


def _add_archive(parser: CommandParser) -> None:
    parser.add_argument(
        "sources", metavar="SOURCE", nargs="+", help="audio files, folders, and addresses such as s3://…"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="for all that comes of it")


def predict(options: argparse.Namespace) -> int:
    """`audioclf cluster predict`: what is finished is kept, so that the same command goes on after Ctrl+C."""
    from audioclf_gui.remote.cluster.predict import PredictArchive, predict_archive

    with settings_checked("cluster predict"):
        settings = DecisionSettings(**given(options, DECISION_OPTIONS))
    request = PredictArchive(options.bundle, _archive(options), options.format, options.hop_s, settings)
    return _worked_through(options, predict_archive(request), "classifying")


def embed(options: argparse.Namespace) -> int:
    """`audioclf cluster embed`: what is finished is kept here too."""
    from audioclf_gui.remote.cluster.embed import EmbedArchive, embed_archive

    request = EmbedArchive(options.through, _archive(options), options.window_s)
    return _worked_through(options, embed_archive(request), "listening")


def _archive(options: argparse.Namespace) -> "WholeArchive":
    from audioclf_gui.remote.cluster.whole_archive import WholeArchive

    return WholeArchive(tuple(options.sources), options.out, options.address, options.workers)


def _worked_through(
    options: argparse.Namespace, events: "Generator[ArchiveEvent, None, ArchiveHeard]", title: str
) -> int:
    """Have all of an archive done, and tell what came of it."""
    with redirect_stdout(sys.stderr):  # Ray prints there that a computer died, where only results belong
        done = run_job(events, None, title, "files", _show)
    for one in done.put_aside:
        say(f"put aside: {one.file.place}: {one.reason}\n  remedy: {one.remedy}")
    print_json(_facts(done)) if options.json else print_facts(
        {**_facts(done), "put_aside": len(done.put_aside)}
    )
    return SOME_QUARANTINED if done.put_aside else DONE


def train(options: argparse.Namespace) -> int:
    """`audioclf cluster train`: as `train`, on the workers of a cluster; Ctrl+C keeps the best epoch."""

    def job(training: Train, project: ProjectView, cache_dir: Path, stop: threading.Event) -> Training:
        from audioclf_gui.remote.cluster.train import TrainOnCluster, train_on_cluster

        request = TrainOnCluster(training, project, cache_dir, stop, options.address, options.workers)
        with redirect_stdout(sys.stderr):  # as above
            return (yield from train_on_cluster(request))

    return trained_as_given(options, job)


def _show(event: object) -> None:
    from audioclf_gui.remote.cluster.events import ClusterNote

    match event:
        case ClusterNote():
            say(str(event.text))
        case ResultWritten():
            say(f"written: {event.path}")
            if event.kept is not None:
                say(f"kept what was there: {event.kept}")


def _facts(done: "ArchiveHeard") -> dict[str, object]:
    return {
        "table": str(done.table),
        "files": done.files,
        "done_before": done.done_before,
        "hours": done.heard_s / 3600.0,
        "put_aside": [
            {"path": one.file.place, "reason": str(one.reason), "remedy": str(one.remedy)}
            for one in done.put_aside
        ],
        "workers_lost": done.workers_lost,
    }
