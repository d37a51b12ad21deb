"""The command that watches over time: monitor."""

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import get_args

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_called, run_job
from audioclf_gui.cli.output import (
    ALARM,
    DONE,
    print_json,
    print_rows,
    quarantined_facts,
    say,
    show_quarantined,
)
from audioclf_gui.cli.runs import run_in_words
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Run
from audioclf_gui.core.suggested import was_used
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.add_drifted import AddDrifted, DriftedAdded, add_drifted, drifted_sources
from audioclf_gui.jobs.heard_periods import Period
from audioclf_gui.jobs.monitor import Monitor, Monitored
from audioclf_gui.jobs.monitor import monitor as monitor_job
from audioclf_gui.jobs.monitor_over_time import By, MonitoredOverTime, MonitorOverTime, monitor_over_time
from audioclf_gui.jobs.predict import GivenAgain


def add_commands(commands: Commands) -> None:
    """Add `monitor`."""
    what = "tell whether recordings, or what a model heard in use, sound unlike the labelled sounds"
    parser = add_command(commands, "monitor", monitor, what)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="audio files and folders; without any: what was recorded of predict and live, over time",
    )
    parser.add_argument(
        "--run", metavar="N", type=int, help="whose records; default: of the newest run that has any"
    )
    parser.add_argument("--by", choices=get_args(By), help="what is a row; default: day")
    parser.add_argument(
        "--fail-on-alarm",
        action="store_true",
        help=f"exit with status {ALARM} where they do; over time, where the newest row does",
    )
    parser.add_argument(
        "--add", action="store_true", help="take the files that raise the alarm into the project, unlabelled"
    )
    parser.refuse(_of_records_only("add"), "--add")
    parser.refuse(_of_records_only("run"), "--run")
    parser.refuse(_of_records_only("by"), "--by")


def _of_records_only(name: str) -> Callable[[argparse.Namespace], str]:
    def reason(given: argparse.Namespace) -> str:
        is_refused = given.paths and getattr(given, name) not in (None, False)
        return f"--{name} is about records over time: leave out PATH" if is_refused else ""

    return reason


def monitor(options: argparse.Namespace) -> int:
    """`audioclf monitor`."""
    return _compare(options) if options.paths else _watch(options)


def _compare(options: argparse.Namespace) -> int:
    """Recordings with the labelled sounds."""
    with open_for_reading(options.project) as project:
        request = Monitor(tuple(options.paths))
        job = monitor_job(request, project.view())
        found = run_job(job, None, "comparing", "recordings", _tell)
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


def _tell(event: object) -> None:
    if isinstance(event, GivenAgain):
        say(str(event.text))


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


def _watch(options: argparse.Namespace) -> int:
    """What a model heard in use with the labelled sounds."""
    opened = open_for_writing if options.add else open_for_reading
    with opened(options.project) as project:
        run = _run(project, options.run)
        times = project.catalogue.label_times(run.started_at)
        request = MonitorOverTime(run, project.runs.bundle_path(run), options.by or "day", times)
        found = run_job(monitor_over_time(request, project.view()), None, "comparing", "sounds")
        added = _added(project, found) if options.add and found.has_drifted else None
    for note in found.notes:
        say(str(note))
    if options.json:
        queued = {} if added is None else {"added": list(map(str, added.files)), "new": added.new}
        print_json({**_facts_over_time(found), **queued})
    else:
        print(found.answer)
        if found.periods:
            header = ("When", "Windows", "PSI (line)", "KS (line)", "Distance (line)", "Novel", "")
            print_rows(map(_row, found.periods), header)
        for one in found.periods:
            if one.is_alarming:
                print(f"{one.name}: {one.answer}")
        if found.windows:
            print(found.caution)
        for answered in found.corrections:
            print(f"{answered.day}: {answered.text}" if answered.day else answered.text)
    status = DONE if added is None else show_quarantined(added.refused)
    return ALARM if options.fail_on_alarm and found.is_alarming else status


def _added(project: Project, found: MonitoredOverTime) -> DriftedAdded:
    """What raises the alarm, as clips of the project."""
    request = AddDrifted(drifted_sources(found))
    added = run_job(add_drifted(request, project.view()), project, "adding", "files")
    for note in added.notes:
        say(str(note))
    n = len(added.files)
    told = Text(
        "{n} file that raises the alarm is in the project; {new} of them was not before. Review has it in its"
        " queue “Unlike what was learnt”.",
        "{n} files that raise the alarm are in the project; {new} of them were not before. Review has them in"
        " its queue “Unlike what was learnt”.",
        n=n,
        new=added.new,
    )
    say(str(told))
    return added


def _run(project: Project, number: int | None) -> Run:
    """The one that was asked for, else the newest whose model was used."""
    known = {int(run.id): run for run in project.runs.with_model}
    if not known:
        raise UserError(
            Text("no run of this project has a model yet"),
            remedy=Text("Train one: `audioclf train PROJECT`."),
        )
    if number is not None:
        return run_called(known, number, project.runs.all)
    used = [run for run in known.values() if was_used(project.runs.bundle_path(run))]
    run = (used or list(known.values()))[-1]
    say(f"what was heard by {run_in_words(run)}")
    return run


def _row(period: Period) -> tuple[str, ...]:
    """The figures that are farthest from the labelled sounds."""
    if not period.drifts:
        return (period.name, str(period.windows), "-", "-", "-", "-", str(period.answer))
    measures = list(period.measures.values())
    psi, psi_line = max(((one.psi, one.psi_line) for one in measures), key=_excess)
    ks, ks_line = max(((one.ks, one.ks_line) for one in measures), key=_excess)
    far = period.embedding
    return (
        period.name,
        str(period.windows),
        f"{psi:.2f} ({psi_line:.2f})",
        f"{ks:.2f} ({ks_line:.2f})",
        "-" if far is None else f"{far.distance:.2f} ({far.distance_line:.2f})",
        f"{period.novel:.0%}",
        "!" * period.is_alarming,
    )


def _excess(figure: tuple[float, float]) -> float:
    value, line = figure
    return value / line


def _facts_over_time(found: MonitoredOverTime) -> dict[str, object]:
    return {
        "run": found.run.id,
        "alarm": found.is_alarming,
        "answer": str(found.answer),
        "periods": [_period_facts(one) for one in found.periods],
        "corrections": [
            {**asdict(one), "share": one.share, "alarm": one.is_alarming} for one in found.corrections
        ],
        "windows": found.windows,
        "labels": found.labels,
        "groups": found.groups,
        "judged": found.judged,
        "notes": list(map(str, found.notes)),
    }


def _period_facts(period: Period) -> dict[str, object]:
    far = period.embedding
    return {
        "name": period.name,
        "session": period.session or None,
        "begin": period.begin.isoformat(),
        "end": period.end.isoformat(),
        "kinds": list(period.kinds),
        "windows": period.windows,
        "files": period.files,
        "alarm": period.is_alarming,
        "answer": str(period.answer),
        "excess": period.excess,
        "novel": period.novel,
        "embedding_distance": None if far is None else far.distance,
        "embedding_distance_line": None if far is None else far.distance_line,
        "measures": {
            name: {**asdict(one), "alarm": one.is_alarming} for name, one in period.measures.items()
        },
    }
