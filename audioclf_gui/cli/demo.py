"""`audioclf demo`: generated sounds, ready to train on, in the window or without one."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import platformdirs

from audioclf_gui.audio.practice_sounds import PRACTICES
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_writing, run_job
from audioclf_gui.cli.output import say
from audioclf_gui.cli.training import train_and_report
from audioclf_gui.core.installation import window_command
from audioclf_gui.core.project_files import project_files
from audioclf_gui.jobs.demo import make_demo
from audioclf_gui.jobs.practice import MakePractice, make_practice
from audioclf_gui.ml.settings import settings_for


def add_commands(commands: Commands) -> None:
    """Add `demo`."""
    parser = add_command(commands, "demo", demo, "make the demo project of generated sounds, then open it")
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", type=Path, help="where; default: in your documents"
    )
    parser.add_argument(
        "--no-window", action="store_true", help="train on it, evaluate and print the report instead"
    )
    parser.add_argument(
        "--sounds",
        choices=PRACTICES,
        help="make no project, but recordings to practise on, as the tutorials of the manual do",
    )
    parser.needs("--json", "--no-window")
    parser.excludes("--sounds", "--no-window")
    parser.refuse(
        lambda given: "--sounds needs DIR" if given.sounds and given.folder is None else "", "--sounds"
    )


def demo(options: argparse.Namespace) -> int:
    """`audioclf demo`."""
    if options.sounds:
        run_job(make_practice(MakePractice(options.sounds, options.folder)), None, "making sounds", "files")
        say(f"the sounds are in {options.folder}")
        return 0
    folder: Path = options.folder or platformdirs.user_documents_path() / "audioclf demo"
    if project_files(folder):
        say(f"the demo project is there already: {folder}")
    else:
        run_job(make_demo(folder), None, "making sounds", "files")
        say(f"the demo project is in {folder}")
    if options.no_window or not _has_display():
        with open_for_writing(folder) as project:
            return train_and_report(project, settings_for("fast"), as_json=options.json)
    return subprocess.call([*window_command(), str(folder)])  # noqa: S603 - ourselves


def _has_display() -> bool:
    """Whether somebody could see a window; one that nobody can close would never end."""
    if platform := os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]:
        return platform not in {"offscreen", "minimal"}
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
