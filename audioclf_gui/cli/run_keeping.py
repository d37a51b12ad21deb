"""`audioclf runs … note, delete, restore`: what changes the list of runs."""

import argparse

from audioclf_gui.cli.opening import open_for_writing, run_called
from audioclf_gui.cli.output import DONE, print_facts, print_json
from audioclf_gui.core.run import Run, RunId
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.jobs.keep_runs import DeleteRun, NoteRun, delete_runs, note_run, restore_runs
from audioclf_gui.jobs.writing import carry_out

KEEPING = ("note", "delete", "restore")
"""The actions of `audioclf runs` that write."""


def keep(options: argparse.Namespace) -> int:
    """Name a run, delete some, or bring them back."""
    with open_for_writing(options.project) as project:
        known: dict[int, Run] = {run.id: run for run in project.runs.all}
        told: list[dict[str, object]]
        if options.action == "restore":
            back = carry_out(restore_runs(tuple(map(RunId, options.numbers)), project.view()), project)
            told = [{"run": run.id, "bundle": run.bundle} for run in back]
        elif options.action == "delete":
            runs, notes = [run_called(known, number) for number in options.numbers], project.runs.notes
            requests = [
                DeleteRun(run, project.runs.epochs(run.id), notes.get(run.id, RunNote())) for run in runs
            ]
            places = carry_out(delete_runs(requests, project.view()), project)
            told = [{"run": run.id, "moved_to": str(place)} for run, place in zip(runs, places, strict=True)]
        else:
            (number,) = options.numbers
            run = run_called(known, number)
            before = project.runs.notes.get(run.id, RunNote())
            name = before.name if options.name is None else options.name
            text = before.text if options.text is None else options.text
            carry_out(note_run(NoteRun(run.id, RunNote(name, text)), project.view()), project)
            told = [{"run": number, **project.runs.notes.get(run.id, RunNote()).to_json()}]
    if options.json:
        print_json(told if len(told) > 1 else told[0])
    else:
        for one in told:
            print_facts(one)
    return DONE
