"""`audioclf import`: recordings into a project."""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_writing, run_job
from audioclf_gui.cli.output import (
    print_facts,
    print_json,
    quarantined_facts,
    say,
    show_quarantined,
    show_twins,
)
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.supplement import LeftAlone
from audioclf_gui.core.view import new_twins
from audioclf_gui.formats.datasets import LAYOUTS, Columns, checked_pattern
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.import_plan import PLAIN, TABLE, ImportPlan, candidates_of

_TOLD = 20  # clips that are left alone are named one by one up to here


def add_commands(commands: Commands) -> None:
    """Add `import`."""
    parser = add_command(commands, "import", import_audio, "bring recordings into a project")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="audio files and folders")
    parser.add_argument("--layout", choices=tuple(LAYOUTS), help="how the data set says what is what")
    parser.add_argument(
        "--labels-from-name",
        metavar="REGEX",
        type=partial(_pattern, ("label",)),
        help="its named group `label` is the class; may have `group` and `fold`, too",
    )
    parser.add_argument(
        "--group-from-name",
        metavar="REGEX",
        type=partial(_pattern, ("group", "fold")),
        help="its named groups are the `group` and the `fold`",
    )
    parser.add_argument("--table", metavar="FILE", type=Path, help="a table of files and classes")
    for name, what in (("path", "file"), ("label", "class"), ("group", "group"), ("fold", "fold")):
        parser.add_argument(f"--{name}-column", metavar="C", help=f"the table's column of the {what}")
    parser.add_argument("--target-column", metavar="C", help="the table's column of a number to estimate")
    parser.add_argument("--copy", action="store_true", help="copy the audio into the project")
    parser.excludes("--layout", "--table")
    parser.needs("--table", "--path-column")
    parser.needs("--table", "--label-column", "--target-column", "--group-column", "--fold-column")
    for name in ("path", "label", "group", "fold", "target"):
        parser.needs(f"--{name}-column", "--table")


def _pattern(wanted: Sequence[str], text: str) -> str:
    """A pattern for file names, if it has one of the named groups for which it is asked."""
    try:
        named_groups = checked_pattern(text).groupindex.keys()
    except UserError as error:
        raise argparse.ArgumentTypeError(f"{error}. {error.remedy}") from error
    if not named_groups & set(wanted):
        groups = " or ".join(f"(?P<{name}>…)" for name in wanted)
        raise argparse.ArgumentTypeError(f"“{text}” has no named group {groups}")
    return text


def import_audio(options: argparse.Namespace) -> int:
    """`audioclf import`."""
    with open_for_writing(options.project) as project:
        before = project.catalogue.view
        listing = candidates_of(options.paths, _plan(options))
        for note in listing.notes:
            say(str(note))
        request = ImportClips(listing.candidates, options.copy)
        done = run_job(import_clips(request, project.view()), project, "reading", "files")
        view = project.catalogue.view
    result: dict[str, object] = {
        "added": len(view.clips) - len(before.clips),
        "known": done.known,
        "changed": done.gaining,
        "clips": len(view.clips),
        "classes": [known.name for known in view.classes],
        "folds": sorted({clip.fold for clip in view.clips} - {""}),
        "groups": len({clip.group for clip in view.clips} - {""}),
        "unlabelled": len(view.clips) - view.labelled,
        "quarantined": quarantined_facts(done.refused),
        "odd": [{"path": str(one.candidate.path), "warning": str(one.audio.warning)} for one in done.odd],
        "left_alone": [{"path": str(one.path), "reason": str(one.reason)} for one in done.left_alone],
        "notes": list(map(str, listing.notes)),
    }
    for one in done.odd:
        say(f"odd: {one.candidate.path}: {one.audio.warning}")
    _show_left_alone(done.left_alone)
    result["twins"] = show_twins(new_twins(before, view), options.project)
    status = show_quarantined(done.refused)
    if options.json:
        print_json(result)
    else:
        print_facts(
            {name: len(value) if isinstance(value, list) else value for name, value in result.items()}
        )
    return status


def _show_left_alone(clips: Sequence[LeftAlone]) -> None:
    for one in clips[:_TOLD]:
        say(f"left alone: {one.path}: {one.reason}\n  remedy: {one.remedy}")
    if len(clips) > _TOLD:
        say(f"left alone: {len(clips) - _TOLD} more, see --json")


def _plan(options: argparse.Namespace) -> ImportPlan:
    columns = Columns(
        options.path_column or "",
        options.label_column or "",
        options.group_column or "",
        options.fold_column or "",
        options.target_column or "",
    )
    return ImportPlan(
        layout=TABLE if options.table is not None else options.layout or PLAIN,
        name_pattern=options.labels_from_name or "",
        group_pattern=options.group_from_name or "",
        table=options.table,
        columns=columns,
    )
