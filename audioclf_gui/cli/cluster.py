"""Commands that work on many cores or computers: cluster predict."""

import argparse
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.cli.command import Commands, add_actions, add_command
from audioclf_gui.cli.deciding import DECISION_OPTIONS, add_options, given, settings_checked
from audioclf_gui.cli.opening import run_job
from audioclf_gui.cli.output import DONE, SOME_QUARANTINED, print_facts, print_json, say
from audioclf_gui.jobs.results import ResultWritten
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.remote.cluster.table_formats import TABLE_FORMATS

if TYPE_CHECKING:  # a command that is not used takes no time at the start of others
    from audioclf_gui.remote.cluster.predict import ArchivePredicted


def add_commands(commands: Commands) -> None:
    """Add `cluster` and what can be done on one."""
    actions = add_actions(commands, "cluster", "work on a cluster of computers, or on all cores of this one")
    parser = add_command(actions, "predict", predict, "classify an archive; do it again to go on with it")
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument(
        "sources", metavar="SOURCE", nargs="+", help="audio files, folders, and addresses such as s3://…"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="for all that comes of it")
    parser.add_argument("--hop-s", metavar="S", type=float, help="distance of two windows, in seconds")
    add_options(parser, DECISION_OPTIONS)
    parser.add_argument("--format", choices=TABLE_FORMATS, default=TABLE_FORMATS[0])
    parser.add_argument(
        "--address",
        metavar="auto|HOST:PORT",
        default="",
        help="the Ray cluster; default: one that begins and ends with the command, on this computer alone",
    )
    parser.add_argument("--workers", metavar="N", type=int, help="default: one for each core")
    parser.refuse(_no_workers, "--workers")


def _no_workers(options: argparse.Namespace) -> str:
    return "--workers is 1 or more" if options.workers is not None and options.workers < 1 else ""


def predict(options: argparse.Namespace) -> int:
    """`audioclf cluster predict`: what is finished is kept, so that the same command goes on after Ctrl+C."""
    from audioclf_gui.remote.cluster.predict import PredictArchive, predict_archive

    with settings_checked("cluster predict"):
        settings = DecisionSettings(**given(options, DECISION_OPTIONS))
    request = PredictArchive(
        options.bundle,
        tuple(options.sources),
        options.out,
        options.address,
        options.workers,
        options.format,
        options.hop_s,
        settings,
    )
    with redirect_stdout(sys.stderr):  # Ray prints there that a computer died, where only results belong
        done = run_job(predict_archive(request), None, "classifying", "files", _show)
    for one in done.put_aside:
        say(f"put aside: {one.file.place}: {one.reason}\n  remedy: {one.remedy}")
    print_json(_facts(done)) if options.json else print_facts(
        {**_facts(done), "put_aside": len(done.put_aside)}
    )
    return SOME_QUARANTINED if done.put_aside else DONE


def _show(event: object) -> None:
    from audioclf_gui.remote.cluster.events import ClusterNote

    match event:
        case ClusterNote():
            say(str(event.text))
        case ResultWritten():
            say(f"written: {event.path}")
            if event.kept is not None:
                say(f"kept what was there: {event.kept}")


def _facts(done: "ArchivePredicted") -> dict[str, object]:
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
