"""Commands on projects: new, import, info, check."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from audioclf_gui.audio.data_check import CheckProgress, Finding, check_clips, clips_to_check
from audioclf_gui.audio.files import probe
from audioclf_gui.audio.ingest import IngestProgress, audio_files, ingest
from audioclf_gui.cli.output import DONE, Progress, print_facts, print_json, print_rows, say, show_quarantined
from audioclf_gui.core.clip import Candidate, ClipId, FoundClip, Quarantined
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.project import RECORDINGS, Project, project_files
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import LAYOUTS, preview_names, table

_BATCH = 500


def new(options: argparse.Namespace) -> int:
    """`audioclf new`."""
    with Project.create(options.project) as project:
        result = {"project": str(project.file)}
    print_json(result) if options.json else print_facts(result)
    return DONE


def open_for_writing(path: Path) -> Project:
    """The project, unless somebody else is writing to it."""
    project = Project.open(path)
    for note in project.notes:
        say(str(note))
    if project.read_only:
        project.close()
        raise ReadOnlyProjectError(project.file)
    return project


def import_audio(options: argparse.Namespace) -> int:
    """`audioclf import`."""
    with open_for_writing(options.project) as project:
        candidates = project.catalogue.view.unknown(_candidates(options))
        copy_to = project.folder / RECORDINGS if options.copy else None
        refused, added = take_in(project, candidates, copy_to)
        view = project.catalogue.view
        result = {
            "added": added,
            "clips": len(view.clips),
            "classes": [known.name for known in view.classes],
            "folds": sorted({clip.fold for clip in view.clips} - {""}),
            "groups": len({clip.group for clip in view.clips} - {""}),
            "unlabelled": len(view.clips) - view.labelled,
            "quarantined": [{"path": str(one.path), "reason": str(one.reason)} for one in refused],
        }
    status = show_quarantined(refused)
    print_json(result) if options.json else print_facts(_summary(result))
    return status


def take_in(
    project: Project, candidates: Sequence[Candidate], copy_to: Path | None
) -> tuple[list[Quarantined], int]:
    """Read every candidate and add it in batches; an interruption keeps all that was read.

    Returns
    -------
    refused, added
        The files that were put aside, and how many clips are new.
    """
    before = len(project.catalogue.view.clips)
    refused: list[Quarantined] = []
    batch: list[FoundClip] = []
    with (
        _kept_at_the_end(project, batch, refused),
        closing(ingest(candidates, copy_to)) as events,
        Progress("reading", "files") as progress,
    ):
        for event in events:
            match event:
                case FoundClip():
                    batch.append(event)
                case Quarantined():
                    refused.append(event)
                case IngestProgress():
                    progress.show(event.done, event.total)
            if len(batch) >= _BATCH:
                _add(project, batch)
    return refused, len(project.catalogue.view.clips) - before


@contextmanager
def _kept_at_the_end(
    project: Project, batch: list[FoundClip], refused: Sequence[Quarantined]
) -> Iterator[None]:
    """Put what is left of a batch into the project, and what was refused, also after Ctrl+C."""
    try:
        yield
    except KeyboardInterrupt:
        _add(project, batch)
        project.quarantine.put(refused)
        raise
    _add(project, batch)
    project.quarantine.put(refused)


def _add(project: Project, batch: list[FoundClip]) -> None:
    found = tuple(batch)
    batch.clear()
    project.catalogue.add_clips(found)
    project.quarantine.put((), cleared=[one.candidate.path for one in found])


def _candidates(options: argparse.Namespace) -> list[Candidate]:
    """The files that were named, with what table, layout and finally file names say about them."""
    if options.table is not None:
        candidates = _from_table(options)
    else:
        layout = LAYOUTS[options.layout] if options.layout else _unlabelled
        candidates = [one for path in options.paths for one in layout(_existing(path), audio_files(path))]
    patterns = (options.labels_from_name, options.group_from_name)
    matches = preview_names([one.path for one in candidates], *patterns)
    return [
        replace(
            one,
            class_name=match.label or one.class_name,
            group=match.group or one.group,
            fold=match.fold or one.fold,
        )
        for one, match in zip(candidates, matches, strict=True)
    ]


def _unlabelled(_root: Path, files: Sequence[Path]) -> list[Candidate]:
    return [Candidate(file) for file in files]


def _from_table(options: argparse.Namespace) -> list[Candidate]:
    if not (options.path_column and (options.label_column or options.target_column)):
        raise UserError(
            Text("a table needs to be told which columns count"),
            remedy=Text("Add --path-column and --label-column (or --target-column)."),
        )
    return table(
        options.table,
        options.path_column,
        options.label_column,
        group_column=options.group_column,
        fold_column=options.fold_column,
        target_column=options.target_column,
        root=_existing(options.paths[0]),
    )


def _existing(path: Path) -> Path:
    if not path.exists():
        raise UserError(
            Text("{path} does not exist", path=path), remedy=Text("Check the path; nothing was imported.")
        )
    return path


def _summary(result: dict[str, object]) -> dict[str, object]:
    return {name: len(value) if isinstance(value, list) else value for name, value in result.items()}


def info(options: argparse.Namespace) -> int:
    """`audioclf info`."""
    path: Path = options.path
    if not path.exists():
        raise UserError(Text("{path} does not exist", path=path), remedy=Text("Check the path."))
    if (path / "bundle.json").is_file():
        facts = _bundle_facts(path)
    elif path.is_dir() or path.suffix == ".audioclf":
        facts = _project_facts(path)
    else:
        audio = probe(path)
        facts = {
            "duration_s": audio.duration_s,
            "rate_hz": audio.rate_hz,
            "channels": audio.channels,
            "frames": audio.frames,
            "encoding": audio.encoding,
            "warning": str(audio.warning or ""),
        }
    print_json(facts) if options.json else print_facts(facts)
    return DONE


def _bundle_facts(path: Path) -> dict[str, object]:
    from audioclf_gui.ml.bundle import load_bundle

    bundle = load_bundle(path)
    return {
        "classes": list(bundle.card.classes),
        "window_s": bundle.card.window_s,
        "rate_hz": bundle.card.mel.rate_hz,
        "parameters": sum(weights.numel() for weights in bundle.model.parameters()),
        "record": bundle.card.record,
    }


def _project_facts(path: Path) -> dict[str, object]:
    if path.is_dir() and not project_files(path):
        raise UserError(
            Text("{path} is neither a project nor a model", path=path),
            remedy=Text("Make one with `audioclf new`."),
        )
    with Project.open(path) as project:
        view = project.catalogue.view
        return {
            "project": str(project.file),
            "clips": len(view.clips),
            "labelled": view.labelled,
            "hours": sum(clip.duration_s for clip in view.clips) / 3600,
            "classes": {known.name: view.class_counts.get(known.id, 0) for known in view.classes},
            "groups": len({clip.group for clip in view.clips} - {""}),
            "folds": sorted({clip.fold for clip in view.clips} - {""}),
            "runs": len(project.runs.all),
            "quarantined": len(tuple(project.quarantine)),
            "open_elsewhere": project.read_only,
        }


def check(options: argparse.Namespace) -> int:
    """`audioclf check`."""
    with Project.open(options.project) as project:
        names = {clip.id: clip.path for clip in project.catalogue.view.clips}
        clips = clips_to_check(project.catalogue.view)
    findings = []
    with closing(check_clips(clips)) as events, Progress("checking", "clips") as progress:
        for event in events:
            if isinstance(event, CheckProgress):
                progress.show(event.done, event.total)
            else:
                findings.append(event)
    if options.json:
        print_json([_finding_facts(one, names) for one in findings])
    else:
        print_rows([(one.severity.value, one.message) for one in findings])
    return DONE


def _finding_facts(finding: Finding, names: Mapping[ClipId, str]) -> dict[str, object]:
    return {
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "message": str(finding.message),
        "clips": [names[clip_id] for clip_id in finding.clip_ids],
    }
