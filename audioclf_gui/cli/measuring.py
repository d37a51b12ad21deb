"""`audioclf labels measure`: the sound of every label in numbers."""

import argparse
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import print_json, print_rows, quarantined_facts, say, show_quarantined
from audioclf_gui.jobs.tabulate_labels import MEASUREMENTS, TabulateLabels, tabulate_labels

_PRINTED = (
    "clip",
    "class",
    "start_s",
    "end_s",
    "low_hz",
    "high_hz",
    "peak_hz",
    "centre_hz",
    "rms_db",
    "snr_db",
)


def add_measure(actions: Commands) -> None:
    """Add `labels measure`."""
    parser = add_command(actions, "measure", measure, "measure the sound of each label: a row for each")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--out", metavar="FILE.csv", type=Path, help="write all columns there, as CSV")


def measure(options: argparse.Namespace) -> int:
    """`audioclf labels measure`."""
    with open_for_reading(options.project) as project:
        request = TabulateLabels(project.catalogue.view.clips, options.out, columns=MEASUREMENTS)
        found = run_job(tabulate_labels(request, project.view()), None, "measuring", "labels")
    status = show_quarantined(found.refused)
    if found.kept is not None:
        say(f"kept what was there: {found.kept}")
    rows = [dict(zip(MEASUREMENTS, row, strict=True)) for row in found.rows]
    if options.json:
        file = None if options.out is None else str(options.out)
        print_json({"labels": rows, "file": file, "quarantined": quarantined_facts(found.refused)})
    elif options.out is None and rows:
        cells = [["" if row[name] is None else row[name] for name in _PRINTED] for row in rows]
        print_rows(cells, _PRINTED)
    say(f"{len(rows)} labels measured")
    return status
