"""`audioclf classes list|import|export`: the classes of a project, and lists of them as files."""

import argparse
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_job
from audioclf_gui.cli.output import DONE, print_json, print_rows, say
from audioclf_gui.jobs.class_lists import add_listed_classes, export_class_list

_COLUMNS = ("class", "colour", "clips", "labels")


def add_lists(actions: Commands) -> None:
    """Add `classes list`, `classes import` and `classes export`."""
    parser = add_command(actions, "list", show, "list the classes, with how many clips and labels each has")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser = add_command(
        actions, "import", add_listed, "add the classes of a list: one name a line, or a table"
    )
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("file", metavar="FILE", type=Path)
    parser = add_command(actions, "export", export, "write the classes and their colours as a table")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--out", metavar="FILE.csv", type=Path, required=True)


def show(options: argparse.Namespace) -> int:
    """`audioclf classes list`."""
    with open_for_reading(options.project) as project:
        view = project.catalogue.view
    rows = [
        (known.name, known.colour, view.class_counts.get(known.id, 0), view.label_counts.get(known.id, 0))
        for known in view.classes
    ]
    if options.json:
        print_json({"classes": [dict(zip(_COLUMNS, row, strict=True)) for row in rows]})
    else:
        print_rows(rows, _COLUMNS)
    return DONE


def add_listed(options: argparse.Namespace) -> int:
    """`audioclf classes import`."""
    with open_for_writing(options.project) as project:
        done = run_job(add_listed_classes(options.file, project.view()), project, "adding", "classes")
    for note in done.notes:
        say(f"note: {note}")
    if options.json:
        print_json({"added": done.added, "known": done.known})
    else:
        say(str(done.text))
    return DONE


def export(options: argparse.Namespace) -> int:
    """`audioclf classes export`."""
    with open_for_reading(options.project) as project:
        view = project.catalogue.view
        kept = export_class_list(options.out, view)
    if kept is not None:
        say(f"kept what was there: {kept}")
    if options.json:
        print_json({"file": str(options.out), "classes": len(view.classes)})
    else:
        say(f"{len(view.classes)} classes written to {options.out}")
    return DONE
