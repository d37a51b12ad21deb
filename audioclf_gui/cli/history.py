"""`audioclf history`: what was done to a project, and going back to an earlier moment of it."""

import argparse
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, open_for_writing
from audioclf_gui.cli.output import DONE, print_json, print_rows, say
from audioclf_gui.core.text import Text


def add_commands(commands: Commands) -> None:
    """Add `history`."""
    parser = add_command(commands, "history", history, "list the edits of a project, or go back to one")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--count", metavar="N", type=int, default=50, help="how many edits, the newest first")
    parser.add_argument(
        "--go-to",
        metavar="EDIT",
        type=int,
        help="undo or redo until this edit is the last that stands; 0 is before the first",
    )


def history(options: argparse.Namespace) -> int:
    """`audioclf history`."""
    if options.go_to is None:
        with open_for_reading(options.project) as project:
            edits = project.catalogue.history(options.count)
    else:
        with open_for_writing(options.project) as project:
            done = project.catalogue.go_to(options.go_to)
            n = 0 if done is None else len(done.after.clip_ids)
            say(str(Text("{n} clip changed", "{n} clips changed", n=n)))
            edits = project.catalogue.history(options.count)
    if options.json:
        keys = ("edit", "made_at", "what", "clips", "undone")
        rows = ((one.id, one.made_at, str(one.what), one.clips, one.undone) for one in edits)
        print_json([dict(zip(keys, row, strict=True)) for row in rows])
    elif edits:
        table = [(e.id, e.made_at, str(e.what), e.clips, "undone" if e.undone else "") for e in edits]
        print_rows(table, ("Edit", "Made", "What", "Clips", ""))
    return DONE
