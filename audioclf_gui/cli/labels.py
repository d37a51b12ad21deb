"""The actions of `audioclf labels`: exchange with other programs, and a search for wrong ones."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_actions, add_command
from audioclf_gui.cli.label_doubts import add_doubts, judging_run
from audioclf_gui.cli.label_editing import add_editing
from audioclf_gui.cli.label_facts import COUNTS, Facts, imported_facts, read_facts
from audioclf_gui.cli.label_sounds import add_sounds
from audioclf_gui.cli.label_table import add_table
from audioclf_gui.cli.measuring import add_measure
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_job
from audioclf_gui.cli.output import (
    DONE,
    SOME_QUARANTINED,
    print_json,
    print_rows,
    quarantined_facts,
    say,
    show_conflicts,
    show_quarantined,
    show_twins,
)
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label_merge import Mode, Side
from audioclf_gui.core.model_classes import model_classes
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView, new_twins
from audioclf_gui.formats.chosen_columns import FIELDS, chosen_text
from audioclf_gui.formats.registry import FORMATS, TableFormat
from audioclf_gui.jobs.confused_clips import ConfusedClips, classes_called, confused_clips
from audioclf_gui.jobs.export_labels import (
    ConvertLabels,
    ExportLabels,
    LabelFileConverted,
    LabelFileWritten,
    convert_labels,
    foresee_losses,
)
from audioclf_gui.jobs.export_labels import export_labels as export_job
from audioclf_gui.jobs.import_labels import ImportLabels
from audioclf_gui.jobs.import_labels import import_labels as import_job
from audioclf_gui.jobs.label_choice import clip_called
from audioclf_gui.jobs.writing import KeepLabelFiles

_FORMATS = f"one of: {', '.join(FORMATS.own)}, or a plug-in's; `labels formats` lists all"


def add_commands(commands: Commands) -> None:
    """Add `labels` with its actions."""
    actions = add_actions(commands, "labels", "exchange labels with other programs, find wrong ones")
    _add_import(actions)
    parser = add_command(actions, "export", export_labels, "write a label file for each labelled clip")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--format", metavar="NAME", required=True, help=_FORMATS)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True)
    add_sounds(actions)
    parser = add_command(actions, "losses", losses, "what a format has no place for; writes nothing")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--format", metavar="NAME", required=True, help=_FORMATS)
    parser = add_command(actions, "convert", convert, "turn label files into another format")
    parser.add_argument("files", metavar="IN", nargs="+", type=Path)
    parser.add_argument("--to", metavar="NAME", required=True, help=_FORMATS)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True)
    add_measure(actions)
    add_table(actions)
    add_editing(actions)
    add_doubts(actions)
    parser = add_command(actions, "confused", confused, "list clips that a model took for another class")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("true", metavar="CLASS", help="what they are labelled as; '' for anything else")
    parser.add_argument(
        "predicted", metavar="ANSWER", help="what the model took them for; '' for anything else"
    )
    parser.add_argument("--run", metavar="N", type=int, help="whose answers; default as for `errors`")
    add_command(actions, "formats", formats, "list the label formats")


def _add_import(actions: Commands) -> None:
    parser = add_command(actions, "import", import_labels, "add the labels of files to a project's clips")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--format", metavar="NAME", help="default: recognised from the file")
    parser.add_argument("--clip", metavar="PATH|ID", help="whose labels they are, whatever they are called")
    parser.add_argument(
        "--by-name", action="store_true", help="folders do not count where a name fits one clip only"
    )
    parser.excludes("--clip", "--by-name")
    parser.add_argument("--label-column", metavar="NAME", help="of tables: where the labels stand")
    parser.add_argument(
        "--column",
        metavar="WHAT=NAME",
        action="append",
        default=[],
        help=f"of tables: which column says what, one of {', '.join(FIELDS)}; for each column once",
    )
    parser.excludes("--column", "--label-column")
    parser.excludes("--column", "--format")
    parser.add_argument(
        "--mode",
        choices=[mode.value for mode in Mode],
        default=Mode.MERGE.value,
        help="merge: take over what changed in a file since it was imported before (the default); add: only"
        " add what is new; replace: the file's labels instead of those that are here",
    )
    parser.add_argument(
        "--conflicts",
        choices=[side.value for side in Side],
        help="whose labels hold that were changed here and in the file; default: ours, and each is told",
    )
    parser.refuse(_undisputed, "--conflicts", "--mode")
    parser.refuse(_misplaced_column, "--label-column", "--format")


def _undisputed(given: argparse.Namespace) -> str:
    if not given.conflicts or given.mode == Mode.MERGE.value:
        return ""
    return f"--conflicts says nothing with --mode {given.mode}: only --mode merge finds any"


def _misplaced_column(options: argparse.Namespace) -> str:
    known = FORMATS.get(options.format or "")
    if not options.label_column or known is None or isinstance(known, TableFormat):
        return ""
    return f"--label-column says nothing with --format {options.format}, which has no columns with names"


def _columns(given: Sequence[str]) -> dict[str, str]:
    """The columns that are named as WHAT=NAME; UserError if one is not."""
    pairs = [text.partition("=")[::2] for text in given]
    if wrong := [text for text, (_what, name) in zip(given, pairs, strict=True) if not name]:
        raise UserError(
            Text("--column {text} names no column", text=wrong[0]),
            remedy=Text("Write what it says and how it is called, as in --column start_s=onset."),
        )
    return dict(pairs)


def import_labels(options: argparse.Namespace) -> int:
    """`audioclf labels import`."""
    with open_for_writing(options.project) as project:
        before = project.catalogue.view
        clip = clip_called(before, options.clip) if options.clip else None
        request = ImportLabels(
            tuple(options.files),
            options.format or "",
            clip,
            options.by_name,
            options.label_column or chosen_text(_columns(options.column)),
            Mode(options.mode),
            Side(options.conflicts) if options.conflicts else None,
        )
        done = run_job(import_job(request, project.view()), project, "reading", "files")
        after = project.catalogue.view
    facts = [imported_facts(one) for one in done.files]
    twins = show_twins(new_twins(before, after), options.project)
    conflicts = show_conflicts(done.conflicts)
    status = _report(options, facts, done.refused, {"twins": twins, "conflicts": conflicts}, COUNTS)
    if done.unplaced:
        say("--clip CLIP says whose labels a file holds; --by-name lets only file names count")
    return SOME_QUARANTINED if conflicts else status


def export_labels(options: argparse.Namespace) -> int:
    """`audioclf labels export`."""
    result: list[Facts] = []

    def show(one: LabelFileWritten | KeepLabelFiles) -> None:
        if isinstance(one, KeepLabelFiles):
            return
        for loss in one.losses:
            say(f"{Path(one.name).name}: {loss}")
        if one.kept is not None:
            say(f"kept what was there: {one.kept}")
        result.append({"file": str(one.target), "clip": one.name, "labels": one.labels})

    with open_for_reading(options.project) as project:
        request = ExportLabels(options.format, options.out, project.catalogue.view.clips)
        owner = None if project.read_only else project
        for loss in run_job(foresee_losses(request, project.view()), None, "checking", "clips"):
            say(f"{options.format}: {loss}")
        run_job(export_job(request, project.view()), owner, "writing", "files", show)
    return _report(options, result, ())


def losses(options: argparse.Namespace) -> int:
    """`audioclf labels losses`."""
    with open_for_reading(options.project) as project:
        request = ExportLabels(options.format, Path(), project.catalogue.view.clips)
        told = run_job(foresee_losses(request, project.view()), None, "checking", "clips")
    if options.json:
        print_json({"format": options.format, "losses": [str(loss) for loss in told]})
    else:
        print_rows([(str(loss),) for loss in told])
    return DONE


def convert(options: argparse.Namespace) -> int:
    """`audioclf labels convert`."""
    result: list[Facts] = []

    def show(one: LabelFileConverted) -> None:
        facts = read_facts(one)
        for written in one.written:
            for loss in written.losses:
                say(f"{written.target.name}: {loss}")
            if written.kept is not None:
                say(f"kept what was there: {written.kept}")
            where = {"file": str(written.target), "from": str(one.file.source)}
            result.append({**where, **facts, "labels": written.labels})

    request = ConvertLabels(tuple(options.files), options.to, options.out)
    refused = run_job(convert_labels(request), None, "converting", "files", show)
    return _report(options, result, refused)


def confused(options: argparse.Namespace) -> int:
    """`audioclf labels confused`."""
    with open_for_reading(options.project) as project:
        run = judging_run(project, options.run)
        view = project.catalogue.view
        if not options.true and not options.predicted:
            raise UserError(
                Text("no class is named"),
                remedy=Text("Name what the clips are, or what they were taken for."),
            )
        cell = [name and _classes_called(view, name, run) for name in (options.true, options.predicted)]
        request = ConfusedClips(project.runs.bundle_path(run), *(tuple(names) for names in cell))
        found = run_job(confused_clips(request, project.view()), None, "reading", "files")
    rows = [(view.clip(one.clip_id).path, one.score) for one in found if not view.clip(one.clip_id).removed]
    if options.json:
        clips = [dict(zip(("clip", "score"), row, strict=True)) for row in rows]
        print_json({"run": run.id, "clips": clips})
        return DONE
    if rows:
        print_rows(rows, ("Clip", "Score"))
    say(f"{len(rows)} clips")
    return DONE


def _classes_called(view: CatalogueView, name: str, run: Run) -> tuple[str, ...]:
    """The classes of a run that are called so now, or were when it was trained; UserError if none is."""
    found = classes_called(view, name, run.classes, run.class_ids)
    if not found:
        now = model_classes(view, run.classes, run.class_ids)
        raise UserError(
            Text("run {number:d} knows no class called {name}", number=run.id, name=name),
            remedy=Text("There are: {names}.", names=", ".join(now.names))
            if now.names
            else Text("See its estimates in the Train workspace, or `audioclf labels estimates`."),
        )
    return found


def formats(options: argparse.Namespace) -> int:
    """`audioclf labels formats`."""
    known = FORMATS.values()
    rows = [(one.key, str(one.name), " ".join(one.suffixes)) for one in known]
    if options.json:
        facts = [dict(zip(("name", "title", "suffixes"), row, strict=True)) for row in rows]
        holds = [asdict(one.capabilities) for one in known]
        print_json([{**fact, "holds": can} for fact, can in zip(facts, holds, strict=True)])
    else:
        print_rows(rows)
    return DONE


def _report(
    options: argparse.Namespace,
    result: list[Facts],
    refused: tuple[Quarantined, ...],
    more: Facts | None = None,
    counts: Sequence[str] = (),
) -> int:
    status = show_quarantined(refused)
    if options.json:
        print_json({"files": result, "quarantined": quarantined_facts(refused), **(more or {})})
    else:
        header = ("File", "Labels", *counts)
        print_rows([tuple(one[name.lower()] for name in header) for one in result], header)
    return status
