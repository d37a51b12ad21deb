"""`audioclf groups`: the groups of a project with their clips, and what they are called."""

import argparse
from collections import Counter
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_job
from audioclf_gui.cli.output import DONE, print_json, print_rows
from audioclf_gui.core.group_names import GROUP, group_title
from audioclf_gui.core.project_settings import GROUPS_CALLED
from audioclf_gui.jobs.name_groups import NameGroups, name_groups


def add_commands(commands: Commands) -> None:
    """Add `groups`."""
    parser = add_command(commands, "groups", groups, "list the groups of a project, or say what they are")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "--called",
        metavar="NAME",
        help="what one of them is: speaker, site, microphone … Reports of later runs say so",
    )


def groups(options: argparse.Namespace) -> int:
    """`audioclf groups`."""
    is_named = options.called is not None
    with (open_for_writing if is_named else open_for_reading)(options.project) as project:
        if is_named:
            run_job(name_groups(NameGroups(options.called), project.view()), project, "naming", "groups")
        called = str(project.settings.get(GROUPS_CALLED) or GROUP)
        counts = Counter(clip.group for clip in project.catalogue.view.clips if clip.group)
    rows = sorted(counts.items())
    if options.json:
        print_json({"called": called, "groups": [{"name": name, "clips": clips} for name, clips in rows]})
    else:
        print_rows(rows, (str(group_title(called)), "Clips"))
    return DONE
