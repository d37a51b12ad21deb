"""The command that watches over time: monitor."""

import argparse
from dataclasses import asdict
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import (
    ALARM,
    print_json,
    print_rows,
    quarantined_facts,
    show_quarantined,
)
from audioclf_gui.jobs.monitor import Monitor, Monitored
from audioclf_gui.jobs.monitor import monitor as monitor_job


def add_commands(commands: Commands) -> None:
    """Add `monitor`."""
    what = "tell whether recordings sound unlike the labelled ones"
    parser = add_command(commands, "monitor", monitor, what)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="audio files and folders")
    parser.add_argument(
        "--fail-on-alarm", action="store_true", help=f"exit with status {ALARM} where they do"
    )


def monitor(options: argparse.Namespace) -> int:
    """`audioclf monitor`."""
    with open_for_reading(options.project) as project:
        request = Monitor(tuple(options.paths))
        found = run_job(monitor_job(request, project.view()), None, "comparing", "recordings")
    if options.json:
        print_json(_facts(found))
    else:
        print(found.answer)
        rows = [
            (name, f"{one.before:.1f}", f"{one.now:.1f}", *_against_lines(one_facts), "!" * one.is_alarming)
            for name, one in found.measures.items()
            for one_facts in [asdict(one)]
        ]
        print_rows(rows, ("Measure", "Labelled", "New", "PSI (line)", "KS (line)", "Shift (line)", ""))
        print(found.caution)
    status = show_quarantined(found.refused)
    return ALARM if options.fail_on_alarm and found.drift.is_alarming else status


def _against_lines(facts: dict[str, float]) -> list[str]:
    return [f"{facts[name]:.2f} ({facts[f'{name}_line']:.2f})" for name in ("psi", "ks", "shift")]


def _facts(found: Monitored) -> dict[str, object]:
    return {
        "alarm": found.drift.is_alarming,
        "answer": str(found.answer),
        "distance": found.drift.distance,
        "distance_line": found.drift.distance_line,
        "measures": {name: {**asdict(one), "alarm": one.is_alarming} for name, one in found.measures.items()},
        "stretches": found.stretches,
        "files": found.files,
        "labels": found.labels,
        "groups": found.groups,
        "refused": quarantined_facts(found.refused),
    }
