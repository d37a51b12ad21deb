"""`audioclf runs … note, delete, restore`: what changes the list of runs."""

import argparse

from audioclf_gui.cli.opening import open_for_writing, run_called
from audioclf_gui.cli.output import DONE, print_facts, print_json
from audioclf_gui.core.run import Run, RunId
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.jobs.keep_runs import DeleteRun, NoteRun, delete_run, note_run, restore_run
from audioclf_gui.jobs.writing import carry_out

KEEPING = ("note", "delete", "restore")
"""The actions of `audioclf runs` that write."""


def keep(options: argparse.Namespace) -> int:
    """Name a run, delete it, or bring it back."""
    (number,) = options.numbers
    with open_for_writing(options.project) as project:
        known: dict[int, Run] = {run.id: run for run in project.runs.all}
        told: dict[str, object] = {"run": number}
        if options.action == "restore":
            run = carry_out(restore_run(RunId(number), project.view()), project)
            told["bundle"] = run.bundle
        elif options.action == "delete":
            run = run_called(known, number)
            note = project.runs.notes.get(run.id, RunNote())
            request = DeleteRun(run, project.runs.epochs(run.id), note)
            told["moved_to"] = str(carry_out(delete_run(request, project.view()), project))
        else:
            run = run_called(known, number)
            before = project.runs.notes.get(run.id, RunNote())
            name = before.name if options.name is None else options.name
            text = before.text if options.text is None else options.text
            carry_out(note_run(NoteRun(run.id, RunNote(name, text)), project.view()), project)
            told |= project.runs.notes.get(run.id, RunNote()).to_json()
    print_json(told) if options.json else print_facts(told)
    return DONE
