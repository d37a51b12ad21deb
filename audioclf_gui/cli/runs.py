"""`audioclf runs`: the training runs of a project, and how reports are printed."""

import argparse
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_called, run_job
from audioclf_gui.cli.output import DONE, print_facts, print_json, print_rows, say
from audioclf_gui.cli.run_keeping import KEEPING, keep
from audioclf_gui.cli.thresholds import add_options, choose, is_choice, show_thresholds
from audioclf_gui.core.figures import Figure, MultiLabelFigures, SingleLabelFigures
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.group_names import group_title
from audioclf_gui.core.model_classes import then_and_now
from audioclf_gui.core.project import Project
from audioclf_gui.core.report import Report, figure_key, report_from_json
from audioclf_gui.core.run import Run, RunId
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.jobs.compare_on_new import CompareOnNew, OnNew, compare_on_new
from audioclf_gui.jobs.compare_runs import CompareRuns, RunDifference, compare_runs, not_compared
from audioclf_gui.jobs.report_runs import ReportRuns, report_runs, to_report
from audioclf_gui.jobs.run_figures import figures_of
from audioclf_gui.jobs.setting_differences import setting_differences

_NOT_PRINTED = {
    "per_class",
    "per_group",
    "confusion",
    "intervals",
    "reliability",
    "accuracy_low",
    "accuracy_high",
    "estimates",
    "classes",
    "class_ids",
    "notes",
    "note_texts",
    "settings",
    "more",
}
_NUMBERS = {
    "list": (0, 0),
    "show": (1, 1),
    "thresholds": (1, 1),
    "compare": (2, 99),
    "report": (1, 99),
    "note": (1, 1),
    "delete": (1, 99),
    "restore": (1, 99),
}
"""Of how many runs each action is, at least and at most."""

_OF_CLASSES = {"trained_clips", "trained_windows", "temperature", "figures_temperature"}


def add_commands(commands: Commands) -> None:
    """Add `runs`."""
    parser = add_command(
        commands, "runs", runs, "list training runs, show, name or delete one, compare or report some"
    )
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("action", choices=tuple(_NUMBERS), nargs="?", default="list")
    parser.add_argument("numbers", metavar="N", nargs="*", type=int)
    parser.add_argument("--name", metavar="TEXT", help="what to call the run; empty: by its preset")
    parser.add_argument("--text", metavar="TEXT", help="what to say of the run")
    parser.add_argument("--out", metavar="FILE", type=Path, help="where the page of `report` goes")
    add_options(parser)
    parser.refuse(_misnumbered, "action", "numbers")
    parser.refuse(_unnamed, "action", "--name", "--text")
    parser.refuse(_misplaced, "action", "--out")


def _misnumbered(given: argparse.Namespace) -> str:
    least, most = _NUMBERS[given.action]
    if least <= len(given.numbers) <= most:
        return ""
    if least == 2:
        return f"{given.action} takes the numbers of two runs or more"
    if given.action in KEEPING and least < most:
        return f"{given.action} takes the number of a run, or the numbers of several"
    if least < most:
        return f"{given.action} takes the number of a run, or the numbers of several to compare"
    return f"{given.action} takes {('no number', 'one number')[most]} of a run"


def _misplaced(given: argparse.Namespace) -> str:
    if given.action == "report":
        return "" if given.out else "report needs --out FILE, the page that is to be written"
    return f"{given.action} writes no file: leave --out away" if given.out else ""


def _unnamed(given: argparse.Namespace) -> str:
    is_given = given.name is not None or given.text is not None
    if is_given == (given.action == "note"):
        return ""
    return "--name and --text are for note" if is_given else "note takes --name, --text or both"


def runs(options: argparse.Namespace) -> int:
    """`audioclf runs`."""
    if options.action in KEEPING:
        return keep(options)
    if options.action == "thresholds":
        return choose(options) if is_choice(options) else show_thresholds(options)
    with open_for_reading(options.project) as project:
        known: dict[int, Run] = {run.id: run for run in project.runs.all}
        if options.action == "list":
            return _list_runs(list(known.values()), project.runs.notes, as_json=options.json)
        chosen = [run_called(known, number) for number in options.numbers]
        if options.action == "report":
            return _report_runs(project, chosen, options.out, as_json=options.json)
        if options.action == "show":
            return _show_run(project, chosen[0], as_json=options.json)
        paired = [_paired(project, (chosen[0], other)) for other in chosen[1:]]
        without = [run for run in chosen if not project.runs.keeps_model(run)]
    if without:
        say(f"note: {not_compared(without)}")
    return _compare_runs(chosen, paired, as_json=options.json)


def run_in_words(run: Run) -> str:
    """A run with its figure: "run 3 (accuracy 0.861)"."""
    headline = report_from_json(run.report).headline
    figure = "not measured" if headline is None else str(headline.text)
    return f"run {run.id} ({figure}{', as given' if run.is_as_given else ''})"


def _list_runs(known: Sequence[Run], notes: Mapping[RunId, RunNote], *, as_json: bool) -> int:
    if as_json:
        print_json([{**_run_facts(run), **notes.get(run.id, RunNote()).to_json()} for run in known])
    else:
        found = [report_from_json(run.report).headline for run in known]
        kinds = {str(one.name): None for one in found if one is not None}
        name = next(iter(kinds), "accuracy") if len(kinds) < 2 else "figure"
        rows = [
            (
                run.id,
                _named(run),
                run.status,
                _headline(one, is_named=len(kinds) > 1),
                run.started_at,
                *([notes.get(run.id, RunNote()).name] if notes else []),
            )
            for run, one in zip(known, found, strict=True)
        ]
        names = ("Run", "Preset", "Status", name.capitalize(), "Started", *(["Name"] if notes else []))
        print_rows(rows, names)
    return DONE


def _run_facts(run: Run) -> dict[str, object]:
    return {
        "run": run.id,
        "started_at": run.started_at,
        "preset": run.preset,
        "status": run.status.value,
        "bundle": run.bundle,
        "settings": run.settings,
        "report": run.report,
    }


def _show_run(project: Project, run: Run, *, as_json: bool) -> int:
    epochs, figure = project.runs.epochs(run.id), figure_key(run.objective)
    pictures, note = figures_of(project.folder, run), project.runs.notes.get(run.id, RunNote())
    if as_json:
        told = [epoch.facts(figure) for epoch in epochs]
        facts = {**_run_facts(run), **note.to_json()}
        print_json({**facts, "figures": pictures and str(pictures), "epochs": told})
        return DONE
    facts = {"run": run.id, "preset": _named(run), "status": run.status.value, "bundle": run.bundle}
    said = {name: text for name, text in note.to_json().items() if text}
    print_facts({**facts, **said, "figures": pictures})
    if told := [epoch.facts(figure) for epoch in epochs]:
        print_rows([tuple(one.values()) for one in told], tuple(told[0]))
    if run.report:
        print()
        names = then_and_now(project.catalogue.view, run.classes, run.class_ids)
        print_report(run.report, dict(zip(run.classes, map(str, names), strict=True)))
    return DONE


def _report_runs(project: Project, chosen: Sequence[Run], file: Path, *, as_json: bool) -> int:
    request = ReportRuns(to_report(project.runs, chosen), file)
    written = run_job(report_runs(request, project.view()), project, "reading", "runs")
    if written.kept is not None:
        say(f"kept what was there: {written.kept}")
    facts = {"path": str(written.path), "runs": [run.id for run in chosen]}
    print_json(facts) if as_json else print_facts(facts)
    return DONE


def _paired(project: Project, pair: tuple[Run, Run]) -> tuple[RunDifference | None, OnNew | None]:
    """What both came to on the same clips, and on what came after the first; None where one kept no model."""
    if not all(map(project.runs.keeps_model, pair)):
        return None, None
    same = result_of(compare_runs(CompareRuns(*pair), project.view()))
    on_new = CompareOnNew(*sorted(pair, key=lambda run: run.id))
    return same, run_job(compare_on_new(on_new, project.view()), None, "comparing", "sounds")


_Paired = tuple[RunDifference | None, OnNew | None]


def _compare_runs(chosen: Sequence[Run], paired: Sequence[_Paired], *, as_json: bool) -> int:
    """Runs beside each other, and what each but the first comes to beside the first one."""
    if as_json:
        told = [
            {
                "on_the_same": None if same is None else same.facts,
                "on_new": None if on_new is None else on_new.difference.facts,
            }
            for same, on_new in paired
        ]
        of_first = told[0] if len(told) == 1 else {}
        print_json([{**_run_facts(run), **one} for run, one in zip(chosen, (of_first, *told), strict=True)])
        return DONE
    reports = [report_from_json(run.report) for run in chosen]
    figures = [{one.key: str(one.value_text) for one in report.shown} for report in reports]
    rows: list[tuple[object, ...]] = [
        (key, *(found.get(key) for found in figures)) for key in dict.fromkeys(chain(*figures))
    ]
    rows.append(("best_epoch", *(report.best_epoch or None for report in reports)))
    rows += [(one.name, *one.values) for one in setting_differences(chosen)]
    print_rows(rows, ("", *(f"Run {run.id}" for run in chosen)))
    for same, on_new in paired:
        if same is not None:
            print(f"note: {same.text}")
        if on_new is not None and on_new.text is not None:
            print(f"note: {on_new.text}")
    return DONE


def _named(run: Run) -> str:
    """Its preset, and whether that was to repeat a reference's mistakes: no figure may go without it."""
    return f"{run.preset} (as given)" if run.is_as_given else run.preset


def _headline(figure: Figure | None, *, is_named: bool) -> object:
    if figure is None:
        return None
    return str(figure.text) if is_named else figure.value


def print_report(report: Mapping[str, object], names: Mapping[str, str] | None = None) -> None:
    """The figures of a run: for several folds mean and standard deviation, else each fact and class.

    Parameters
    ----------
    names
        What its classes are to be called; None: as in the report.
    """
    found = report_from_json(report)
    if found.folds:
        facts = {name: report.get(name) for name in ("run", "bundle")} | {"folds": len(found.folds)}
        print_facts({**facts, **{one.key: _of_folds(one) for one in found.shown if one.sd is not None}})
        _print_remarks(found)
        _print_groups(found)
        return
    skipped = _NOT_PRINTED if found.is_of_classes else _NOT_PRINTED | _OF_CLASSES
    told = {name: value for name, value in report.items() if name not in skipped}
    texts = {one.key: text for one in found.shown if (text := _with_luck(one, found)) is not None}
    print_facts({**told, **texts})
    _print_remarks(found)
    _print_classes(found, names or {})
    _print_groups(found)


def _with_luck(figure: Figure, report: Report) -> str | None:
    """A figure with how far luck may have moved it, or of the first why nobody can tell; None: the number."""
    if figure.interval_text is not None:
        return f"{figure.value_text} (95 %: {figure.interval_text})"
    if report.too_few is not None and figure.key == figure_key(report.objective):
        return f"{figure.value_text} ({report.too_few})"
    return str(figure.value_text) if figure.unit else None


def _of_folds(figure: Figure) -> str:
    interval = "" if figure.interval_text is None else f" (95 %: {figure.interval_text})"
    return f"{figure.value_text} ± {figure.sd_text}{interval}"


def _print_classes(report: Report, names: Mapping[str, str]) -> None:
    """A row for each class, if the figures tell of any."""
    if not report.per_class:
        return
    print()
    rows: list[tuple[object, ...]] = [
        (names.get(one.name, one.name), one.precision, one.recall, one.f1, one.clips)
        for one in report.per_class
    ]
    titles: tuple[str, ...] = ("Class", "Precision", "Recall", "F1", "Clips")
    if any(one.average_precision is not None for one in report.per_class):
        of_sets = [(one.average_precision, one.threshold) for one in report.per_class]
        rows = [(*row, *more) for row, more in zip(rows, of_sets, strict=True)]
        titles = (*titles, "Average precision", "Threshold")
    print_rows(rows, titles)


def _print_groups(report: Report) -> None:
    """A row for each group, if there are several: worst first."""
    if len(report.per_group) < 2:
        return
    print()
    rows = [
        (
            one.name,
            *(str(figure.value_text) if figure.unit else figure.value for figure in one.figures),
            one.pieces,
        )
        for one in report.per_group
    ]
    titles = [str(figure.name).capitalize() for figure in report.per_group[0].figures]
    print_rows(rows, (str(group_title(report.judged_by)), *titles, "Clips"))


def _print_remarks(report: Report) -> None:
    """At which temperature the figures are, and what to know about them."""
    match report.figures:
        case SingleLabelFigures(temperature=float(temperature)):
            print(f"log loss and ece at temperature {temperature:.3f}")
        case MultiLabelFigures(temperature=float(temperature)):
            print(f"log loss at temperature {temperature:.3f}")
    for note in report.notes:
        print(f"note: {note}")
