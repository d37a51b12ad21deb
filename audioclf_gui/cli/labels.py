"""Commands that exchange labels with other programs: labels import, export, convert, formats."""

import argparse

from audioclf_gui.cli.output import DONE, print_json, print_rows, say, show_quarantined
from audioclf_gui.cli.projects import open_for_writing
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label_files import clip_for, import_change
from audioclf_gui.core.project import Project
from audioclf_gui.formats.exchange import (
    ReadLabels,
    exports,
    format_called,
    read_label_file,
    write_export,
)
from audioclf_gui.formats.registry import FORMATS


def import_labels(options: argparse.Namespace) -> int:
    """`audioclf labels import`."""
    refused = []
    result = []
    with open_for_writing(options.project) as project:
        project.snapshot("before importing labels")
        for source in options.files:
            try:
                result.append(_import_one(project, read_label_file(source, options.format)))
            except UserError as error:
                refused.append(Quarantined(source, str(error), error.remedy))
    return _report(options, result, refused)


def _import_one(project: Project, file: ReadLabels) -> dict[str, object]:
    clip = clip_for(project, file.source)
    regions = file.labels.regions_of(clip.name)
    change = import_change(project, [(clip, regions)])
    project.apply(f"import labels of {clip.name}", change)
    project.keep_label_files([(clip.id, file.format.key, file.source.name, file.content)])
    return {"file": str(file.source), "clip": clip.path, **_facts(file)}


def export_labels(options: argparse.Namespace) -> int:
    """`audioclf labels export`."""
    known = format_called(options.format)
    result = []
    with Project.open(options.project) as project:
        for export in exports(project, project.clips, known, options.out):
            for loss in write_export(export):
                say(f"{export.clip.name}: {loss}")
            labels = len(export.regions)
            result.append({"file": str(export.target), "clip": export.clip.path, "labels": labels})
    return _report(options, result, [])


def convert(options: argparse.Namespace) -> int:
    """`audioclf labels convert`."""
    known = format_called(options.to)
    refused = []
    result = []
    for source in options.files:
        try:
            file = read_label_file(source)
            for loss in known.losses(file.labels.regions):
                say(f"{source.name}: {loss}")
            target = options.out / f"{source.stem}{known.suffixes[0]}"
            same = known.key == file.format.key
            write_atomically(target, known.write(file.labels.regions, file.content if same else None))
            result.append({"file": str(target), "from": str(source), **_facts(file)})
        except UserError as error:
            refused.append(Quarantined(source, str(error), error.remedy))
    return _report(options, result, refused)


def formats(options: argparse.Namespace) -> int:
    """`audioclf labels formats`."""
    rows = [(one.key, one.name, " ".join(one.suffixes)) for one in FORMATS.values()]
    if options.json:
        print_json([dict(zip(("name", "title", "suffixes"), row, strict=True)) for row in rows])
    else:
        print_rows(rows)
    return DONE


def _facts(file: ReadLabels) -> dict[str, object]:
    for line in file.labels.skipped:
        say(f"{file.source.name}: line {line.number} skipped: {line.reason}")
    return {
        "format": file.format.key,
        "labels": len(file.labels.regions),
        "skipped": [{"line": line.number, "reason": line.reason} for line in file.labels.skipped],
        "canonical": file.labels.canonical,
    }


def _report(options: argparse.Namespace, result: list[dict[str, object]], refused: list[Quarantined]) -> int:
    status = show_quarantined(refused)
    if options.json:
        problems = [{"path": str(one.path), "reason": one.reason} for one in refused]
        print_json({"files": result, "quarantined": problems})
    else:
        print_rows([(one["file"], one["labels"]) for one in result], ("File", "Labels"))
    return status
