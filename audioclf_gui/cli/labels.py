"""Commands that exchange labels with other programs: labels import, export, convert, formats."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.cli.output import DONE, print_json, print_rows, say, show_quarantined
from audioclf_gui.cli.projects import open_for_writing
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label_files import clip_for, import_change
from audioclf_gui.core.naming import as_regions
from audioclf_gui.core.project import Project
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, LabelFile, LabelFormat, recognise


@dataclass(frozen=True, slots=True)
class _ReadFile:
    source: Path
    content: bytes
    format: LabelFormat
    labels: LabelFile


def import_labels(options: argparse.Namespace) -> int:
    """`audioclf labels import`."""
    refused = []
    result = []
    with open_for_writing(options.project) as project:
        project.snapshot("before importing labels")
        for source in options.files:
            try:
                result.append(_import_one(project, _read(source, options.format)))
            except UserError as error:
                refused.append(Quarantined(source, str(error), error.remedy))
    return _report(options, result, refused)


def _import_one(project: Project, file: _ReadFile) -> dict[str, object]:
    clip = clip_for(project, file.source)
    regions = file.labels.regions_of(clip.name)
    change = import_change(project, clip, regions)
    project.apply(f"import labels of {clip.name}", change)
    project.keep_label_file(clip.id, file.format.key, file.source.name, file.content)
    return {"file": str(file.source), "clip": clip.path, **_facts(file)}


def export_labels(options: argparse.Namespace) -> int:
    """`audioclf labels export`."""
    known = _format_called(options.format)
    result = []
    with Project.open(options.project) as project:
        for clip in project.clips:
            template = project.label_file(clip.id, known.key)
            labels = project.labels(clip.id)
            if not labels and template is None:
                continue
            regions = as_regions(labels, project.classes, clip.duration_s)
            for loss in known.losses(regions):
                say(f"{clip.name}: {loss}")
            target = options.out / _name_below(clip.path).with_suffix(known.suffixes[0])
            write_atomically(target, known.write(regions, template))
            result.append({"file": str(target), "clip": clip.path, "labels": len(regions)})
    return _report(options, result, [])


def _name_below(path: str) -> Path:
    """The same path, made to stay inside whatever folder it is put into."""
    parts = Path(path).relative_to(Path(path).anchor).parts
    return Path(*(part for part in parts if part != ".."))


def convert(options: argparse.Namespace) -> int:
    """`audioclf labels convert`."""
    known = _format_called(options.to)
    refused = []
    result = []
    for source in options.files:
        try:
            file = _read(source, None)
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


def _read(source: Path, format_name: str | None) -> _ReadFile:
    known = _format_called(format_name) if format_name else recognise(source)
    if known is None:
        raise UserError(
            f"the format of {source.name} is not recognised",
            remedy="Name it with --format; `audioclf labels formats` lists the formats.",
        )
    try:
        content = source.read_bytes()
    except OSError as error:
        raise BadLabelFileError(source, error.strerror or str(error)) from error
    return _ReadFile(source, content, known, known.read(content, source))


def _facts(file: _ReadFile) -> dict[str, object]:
    for line in file.labels.skipped:
        say(f"{file.source.name}: line {line.number} skipped: {line.reason}")
    return {
        "format": file.format.key,
        "labels": len(file.labels.regions),
        "skipped": [{"line": line.number, "reason": line.reason} for line in file.labels.skipped],
        "canonical": file.labels.canonical,
    }


def _format_called(name: str) -> LabelFormat:
    if name not in FORMATS:
        raise UserError(
            f"there is no label format called {name}", remedy=f"Use one of: {', '.join(FORMATS)}."
        )
    return FORMATS[name]


def _report(options: argparse.Namespace, result: list[dict[str, object]], refused: list[Quarantined]) -> int:
    status = show_quarantined(refused)
    if options.json:
        problems = [{"path": str(one.path), "reason": one.reason} for one in refused]
        print_json({"files": result, "quarantined": problems})
    else:
        print_rows([(one["file"], one["labels"]) for one in result], ("File", "Labels"))
    return status
