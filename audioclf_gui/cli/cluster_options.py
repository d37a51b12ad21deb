"""Options of all commands that work on a cluster."""

import argparse

from audioclf_gui.cli.command import CommandParser


def add_cluster(parser: CommandParser, workers: str = "default: one for each core") -> None:
    """Which cluster, and how much of it."""
    parser.add_argument(
        "--address",
        metavar="auto|HOST:PORT",
        default="",
        help="the Ray cluster; default: one that begins and ends with the command, on this computer alone",
    )
    parser.add_argument("--workers", metavar="N", type=int, help=workers)
    parser.refuse(_no_workers, "--workers")


def _no_workers(options: argparse.Namespace) -> str:
    return "--workers is 1 or more" if options.workers is not None and options.workers < 1 else ""
