"""`audioclf doctor`: what this computer has, and what is amiss."""

import argparse
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import run_job
from audioclf_gui.cli.output import DONE, print_json, say
from audioclf_gui.core.content import write_where_wanted
from audioclf_gui.core.diagnosis import Diagnosis
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.jobs.examine_computer import examine_computer


def add_commands(commands: Commands) -> None:
    """Add `doctor`."""
    parser = add_command(
        commands, "doctor", doctor, "tell versions, devices, disks and what is amiss on this computer"
    )
    parser.add_argument("--out", metavar="FILE", type=Path, help="write the report there, to be sent")


def doctor(options: argparse.Namespace) -> int:
    """`audioclf doctor`: findings are no failure, so that the report can be made anywhere."""
    found = run_job(examine_computer(), None, "looking", "parts")
    if options.json:
        print_json(_facts(found))
    elif options.out is None:
        print("\n".join(found.lines()))
    if options.out is not None:
        try:
            kept = write_where_wanted(options.out, "\n".join(found.lines()).encode())
        except OSError as error:
            raise cannot_write(options.out, error) from error
        say(f"written: {options.out}")
        if kept is not None:
            say(f"kept what was there: {kept}")
    for one in found.amiss if options.json or options.out is not None else ():
        say(f"{one.about}: {one.told}\n  remedy: {one.remedy}")
    return DONE


def _facts(found: Diagnosis) -> dict[str, object]:
    return {
        str(chapter.title): [
            {
                "about": str(one.about),
                "told": str(one.told),
                "remedy": None if one.remedy is None else str(one.remedy),
            }
            for one in chapter.facts
        ]
        for chapter in found.chapters
    }
