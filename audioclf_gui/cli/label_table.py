"""`audioclf labels table`: one table of the labels of a project."""

import argparse
import csv
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import print_json, print_rows, quarantined_facts, say, show_quarantined
from audioclf_gui.core.label_columns import MEASURED_KEYS, OWN
from audioclf_gui.core.label_query import STATES, TERMS
from audioclf_gui.jobs.label_choice import clip_called
from audioclf_gui.jobs.tabulate_labels import TabulateLabels, tabulate_labels

_KEYS = ", ".join((*(column.key for column in OWN), *MEASURED_KEYS))


def add_table(actions: Commands) -> None:
    """Add `table` to the actions of `labels`."""
    parser = add_command(actions, "table", table, "list the labels of all clips as one table")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "--clip",
        metavar="PATH|ID",
        action="append",
        dest="clip_names",
        help="only labels of this clip; may be given several times",
    )
    parser.add_argument(
        "--filter",
        metavar="TERMS",
        default="",
        help=f"only labels that fulfil all of them: words, or one of {', '.join(TERMS)} with a colon, as in"
        f" 'class:dog len:>10 -is:unsure'; is: takes {', '.join(STATES)}",
    )
    parser.add_argument(
        "--columns",
        metavar="NAMES",
        type=_names,
        default=(),
        help=f"which, and in which order, with commas between; there are {_KEYS}, and those that came with"
        " label files; the last ones need the sound of each label (default: all that need no sound)",
    )
    parser.add_argument("--sort", metavar="NAME", default="", help="by which column; default: by clip, start")
    parser.add_argument("--descending", action="store_true", help="the greatest first")
    parser.add_argument(
        "-o", "--out", metavar="FILE", type=Path, help="write it there: .tsv with tabs, else with commas"
    )
    parser.needs("--descending", "--sort")


def _names(text: str) -> tuple[str, ...]:
    """Names with commas between; one that has a comma stands in quotation marks."""
    return tuple(next(csv.reader([text], skipinitialspace=True), ()))


def table(options: argparse.Namespace) -> int:
    """`audioclf labels table`."""
    with open_for_reading(options.project) as project:
        view, named = project.catalogue.view, options.clip_names
        request = TabulateLabels(
            view.clips if named is None else tuple(clip_called(view, one) for one in named),
            options.out,
            options.filter,
            options.columns,
            options.sort,
            options.descending,
        )
        found = run_job(tabulate_labels(request, project.view()), None, "measuring", "labels")
    status = show_quarantined(found.refused)
    if found.kept is not None:
        say(f"kept what was there: {found.kept}")
    keys = [column.key for column in found.columns]
    if options.json:
        rows = [dict(zip(keys, row, strict=True)) for row in found.rows]
        file = None if options.out is None else str(options.out)
        print_json({"labels": rows, "file": file, "quarantined": quarantined_facts(found.refused)})
    elif options.out is None and found.rows:
        print_rows(found.rows, keys)
    say(f"{len(found.rows)} labels")
    return status
