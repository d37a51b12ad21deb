"""Commands that exchange labels with other programs: labels import, export, convert, formats."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path, PureWindowsPath

from audioclf_gui.cli.output import DONE, print_json, print_rows, say, show_quarantined
from audioclf_gui.cli.projects import open_for_writing
from audioclf_gui.core.clip import Clip, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_files import ClipFinder, import_change
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.formats.exchange import (
    KeptFile,
    ReadLabels,
    Targets,
    exports,
    format_called,
    placed,
    read_label_file,
    to_keep,
    write_export,
    write_labels,
)
from audioclf_gui.formats.registry import FORMATS, LabelFormat


def import_labels(options: argparse.Namespace) -> int:
    """`audioclf labels import`."""
    wanted: list[tuple[Clip, Sequence[Region]]] = []
    kept: list[KeptFile] = []
    refused = []
    result = []
    with open_for_writing(options.project) as project:
        finder = ClipFinder(project.catalogue.view)
        for source in options.files:
            try:
                file = read_label_file(source, options.format)
                pairs, problem = placed(finder, file)
            except UserError as error:
                refused.append(Quarantined(source, error.message, error.remedy))
                continue
            if problem is not None:
                refused.append(Quarantined(source, problem.message, problem.remedy))
            wanted += pairs
            kept += to_keep(file, pairs)
            result.append(_import_facts(file, pairs))
        if wanted:
            project.snapshot("before importing labels")
            project.catalogue.apply(
                Text("import labels of {n} file", "import labels of {n} files", n=len(result)),
                import_change(project.catalogue.view, wanted),
            )
            project.label_files.keep(kept)
    return _report(options, result, refused)


def _import_facts(file: ReadLabels, pairs: Sequence[tuple[Clip, Sequence[Region]]]) -> dict[str, object]:
    clips = [clip.path for clip, _ in pairs]
    labels = sum(len(regions) for _, regions in pairs)
    return {"file": str(file.source), "clip": clips[0], "clips": clips, **_facts(file), "labels": labels}


def export_labels(options: argparse.Namespace) -> int:
    """`audioclf labels export`."""
    known = format_called(options.format)
    result = []
    with Project.open(options.project) as project:
        for export in exports(project, project.catalogue.view.clips, known, options.out):
            for loss in write_export(export):
                say(f"{export.clip.name}: {loss}")
            labels = len(export.regions)
            result.append({"file": str(export.target), "clip": export.clip.path, "labels": labels})
    return _report(options, result, [])


def convert(options: argparse.Namespace) -> int:
    """`audioclf labels convert`."""
    known = format_called(options.to)
    targets = Targets(options.out, known.suffixes[0], taken=options.files)
    refused = []
    result: list[dict[str, object]] = []
    for source in options.files:
        try:
            file = read_label_file(source)
        except UserError as error:
            refused.append(Quarantined(source, error.message, error.remedy))
        else:
            result += _converted(file, known, targets)
    return _report(options, result, refused)


def _converted(file: ReadLabels, known: LabelFormat, targets: Targets) -> Iterator[dict[str, object]]:
    """Write a label file anew: one for each sound file, if it is about several that `known` would mix up."""
    same = known.key == file.format.key
    parts = {} if same or len(file.labels.by_file) < 2 else file.labels.by_file
    facts = _facts(file)
    for name, regions in (parts or {"": file.labels.regions}).items():
        target = targets.of(Path(PureWindowsPath(name).name or file.source.name))
        for loss in write_labels(target, known, regions, file.content if same else None):
            say(f"{target.name}: {loss}")
        yield {"file": str(target), "from": str(file.source), **facts, "labels": len(regions)}


def formats(options: argparse.Namespace) -> int:
    """`audioclf labels formats`."""
    rows = [(one.key, str(one.name), " ".join(one.suffixes)) for one in FORMATS.values()]
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
        "skipped": [{"line": line.number, "reason": str(line.reason)} for line in file.labels.skipped],
        "canonical": file.labels.canonical,
    }


def _report(options: argparse.Namespace, result: list[dict[str, object]], refused: list[Quarantined]) -> int:
    status = show_quarantined(refused)
    if options.json:
        problems = [{"path": str(one.path), "reason": str(one.reason)} for one in refused]
        print_json({"files": result, "quarantined": problems})
    else:
        print_rows([(one["file"], one["labels"]) for one in result], ("File", "Labels"))
    return status
