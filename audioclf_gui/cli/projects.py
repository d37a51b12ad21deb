"""Commands on projects: new, info, check."""

import argparse
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from audioclf_gui.audio.findings import Finding
from audioclf_gui.audio.soundness import examine, extent
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, run_job
from audioclf_gui.cli.output import (
    DONE,
    print_facts,
    print_json,
    print_rows,
    quarantined_facts,
    say,
    show_twins,
)
from audioclf_gui.cli.runs import print_report
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.project_files import is_called_project
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.check import check as check_job
from audioclf_gui.ml.exporters import exported_as


def add_commands(commands: Commands) -> None:
    """Add `new`, `info` and `check`."""
    parser = add_command(commands, "new", new, "make an empty project")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser = add_command(commands, "info", info, "tell what a project, a model or an audio file is")
    parser.add_argument("path", metavar="PROJECT|BUNDLE|EXPORTED|AUDIOFILE", type=Path)
    parser = add_command(commands, "check", check, "look for what would spoil the training")
    parser.add_argument("project", metavar="PROJECT", type=Path)


def new(options: argparse.Namespace) -> int:
    """`audioclf new`."""
    with Project.create(options.project) as project:
        result = {"project": str(project.file)}
    print_json(result) if options.json else print_facts(result)
    return DONE


def info(options: argparse.Namespace) -> int:
    """`audioclf info`."""
    path: Path = options.path
    facts: dict[str, Any]
    if not path.exists():
        raise UserError(Text("{path} does not exist", path=path), remedy=Text("Check the path."))
    if (path / "bundle.json").is_file():
        facts = _bundle_facts(path)
        if not options.json:
            _print_bundle(facts)
            return DONE
    elif exported := exported_as(path):
        facts = dict(exported.told(path))
    elif path.is_dir() or is_called_project(path):
        facts = _project_facts(path)
        if not options.json:
            for one in facts.pop("put_aside"):
                say(f"put aside: {one['path']}: {one['reason']}")
    else:
        audio = examine(path)
        facts = {
            "duration_s": audio.duration_s,
            "rate_hz": audio.rate_hz,
            "channels": audio.channels,
            "frames": audio.frames,
            "encoding": audio.encoding,
            "tested": extent(audio).value,
            "warning": str(audio.warning or ""),
        }
    if options.json:
        print_json(facts)
    else:
        print_facts({name: fact for name, fact in facts.items() if name != "notes"})  # they were said
    return DONE


def _bundle_facts(path: Path) -> dict[str, object]:
    from audioclf_gui.ml.bundle import load_bundle

    bundle = load_bundle(path)
    return {
        "objective": bundle.card.objective.kind,
        "classes": list(bundle.card.classes),
        "quantity": "" if bundle.card.classes else bundle.card.objective.names[0],
        "unit": bundle.card.objective.unit,
        "window_s": bundle.card.front_end.window_s,
        "rate_hz": bundle.card.front_end.rate_hz,
        "listener": dict(bundle.card.front_end.credits),
        "parameters": sum(weights.numel() for weights in bundle.model.parameters()),
        "record": bundle.card.record,
    }


def _print_bundle(facts: Mapping[str, object]) -> None:
    """What it is, what it came to and how it was made, a table each; what is not known is left out."""
    record = facts["record"]
    assert isinstance(record, Mapping)
    print_facts({name: fact for name, fact in facts.items() if name != "record" and fact not in ("", {}, [])})
    if isinstance(report := record.get("report"), Mapping):
        print()
        print_report(report)
    rest = {name: fact for name, fact in record.items() if name != "report"}
    for title, part in rest.items():
        print(f"\n{title}")
        print_facts(part if isinstance(part, Mapping) else {title: part})


def _project_facts(path: Path) -> dict[str, Any]:
    from audioclf_gui.ml.class_counts import class_counts
    from audioclf_gui.ml.dataset import training_data

    with open_for_reading(path) as project:
        view = project.catalogue.view
        counts = class_counts(training_data(view))
        return {
            "project": str(project.file),
            "clips": len(view.clips),
            "labelled": view.labelled,
            "numbers": sum(clip.target is not None for clip in view.clips),
            "quantity": view.quantity.name,
            "unit": view.quantity.unit,
            "hours": sum(clip.duration_s for clip in view.clips) / 3600,
            "classes": {known.name: view.class_counts.get(known.id, 0) for known in view.classes},
            "labels": {one.name: one.labels for one in counts.classes},
            "usable_labels": {one.name: one.usable for one in counts.classes},
            "windows": {one.name: one.windows for one in counts.classes},
            "window_s": counts.window_s,
            "tested": dict(Counter(extent(clip.audio).value for clip in view.clips)),
            "groups": len({clip.group for clip in view.clips} - {""}),
            "folds": sorted({clip.fold for clip in view.clips} - {""}),
            "runs": len(project.runs.all),
            "quarantined": len(tuple(project.quarantine)),
            "put_aside": quarantined_facts(project.quarantine),
            "read_only": project.read_only,
            "open_elsewhere": project.read_only and not project.view().is_protected,
            "notes": [str(note) for note in project.notes],
        }


def check(options: argparse.Namespace) -> int:
    """`audioclf check`."""
    with open_for_reading(options.project) as project:
        view = project.view()
    names = {clip.id: clip.path for clip in view.catalogue.clips}
    findings = run_job(check_job(view), None, "checking", "clips")
    if options.json:
        print_json([_finding_facts(one, names) for one in findings])
    else:
        print_rows([row for one in findings for row in _finding_rows(one)])
    show_twins([one.twins for one in findings if one.twins], options.project)
    return DONE


def _finding_rows(finding: Finding) -> list[tuple[str, str]]:
    told = [(finding.severity.value, str(finding.message))]
    return told if finding.remedy is None else [*told, ("", f"remedy: {finding.remedy}")]


def _finding_facts(finding: Finding, names: Mapping[ClipId, str]) -> dict[str, object]:
    return {
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "message": str(finding.message),
        "remedy": str(finding.remedy or ""),
        "labels": finding.labels,
        "clips": [names[clip_id] for clip_id in finding.clip_ids],
    }
