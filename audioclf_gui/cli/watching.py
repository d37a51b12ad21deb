"""`audioclf import --watch`: recordings that come while the command waits."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.cli.interrupts import first_interrupt
from audioclf_gui.cli.opening import run_job
from audioclf_gui.cli.output import say, show_conflicts
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError, in_words
from audioclf_gui.core.label_merge import Mode
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.import_clips import ClipsImported, ImportClips, import_clips
from audioclf_gui.jobs.import_labels import ImportLabels, import_labels
from audioclf_gui.jobs.import_plan import ImportPlan
from audioclf_gui.jobs.watch_folder import (
    WatchFolders,
    arrived,
    label_files_of,
    late_label_files,
    watch_folder,
)


def watched(
    paths: Sequence[Path],
    plan: ImportPlan,
    project: Project,
    so_far: ClipsImported,
    *,
    copy: bool,
    every_s: float,
    mode: Mode | None,
) -> ClipsImported:
    """Take in what comes into the folders until Ctrl+C; what was imported so far, and that.

    Parameters
    ----------
    mode
        How label files are taken in that lie beside what comes; None: they are left, as those are that are
        written later.

    Raises
    ------
    UserError
        If none of the paths is a folder.
    """
    folders = tuple(path for path in paths if path.is_dir())
    if not folders:
        raise UserError(
            Text("there is no folder to watch"), remedy=Text("Name a folder into which recordings come.")
        )
    say(f"watching {', '.join(map(str, folders))}; Ctrl+C ends it")
    whole, missing = so_far, False
    with first_interrupt() as stop:
        for looked in watch_folder(WatchFolders(folders, every_s), stop):
            if looked.missing and not missing:
                say(f"{looked.missing[0]} is not there any more; it is waited for")
            missing = bool(looked.missing)
            try:
                came = _taken(looked.ready, folders, plan, project, copy=copy)
                refused = () if mode is None else _labels_of(came.taken, looked.texts, project, mode)
                whole = _joined(whole, replace(came, refused=(*came.refused, *refused)))
            except KeyboardInterrupt:
                break
    return whole


def _taken(
    files: Sequence[Path], folders: Sequence[Path], plan: ImportPlan, project: Project, *, copy: bool
) -> ClipsImported:
    """Take in files that came, and tell of them."""
    if not files:
        return ClipsImported((), ())
    try:
        found, notes = arrived(files, folders, plan, project.catalogue.view)
    except UserError as error:
        say(in_words(error))
        return ClipsImported((), ())
    for note in notes:
        say(f"note: {note}")
    if not found:
        return ClipsImported((), ())
    done = run_job(import_clips(ImportClips(found, copy), project.view()), project, "reading", "files")
    for path in done.taken:
        say(f"came in: {path}")
    return done


def _labels_of(
    came: Sequence[Path], texts: Sequence[Path], project: Project, mode: Mode
) -> tuple[Quarantined, ...]:
    """Take in the label files beside recordings that came, then those that came later than theirs."""
    beside = label_files_of(came) if came else ()
    refused = _labels_taken(ImportLabels(beside, mode=mode), project)
    late = late_label_files(texts, project.catalogue.view) if texts else ()
    return (*refused, *_labels_taken(ImportLabels(late, unasked=True), project))


def _labels_taken(request: ImportLabels, project: Project) -> tuple[Quarantined, ...]:
    """Take in label files, and tell of them; those that could not be."""
    if not request.files:
        return ()
    done = run_job(import_labels(request, project.view()), project, "reading", "files")
    for one in done.files:
        say(f"labels came in: {one.file.source}")
    show_conflicts(done.conflicts)
    if done.left_note is not None:
        say(f"note: {done.left_note}")
    return done.refused


def _joined(first: ClipsImported, second: ClipsImported) -> ClipsImported:
    return replace(
        first,
        taken=(*first.taken, *second.taken),
        refused=(*first.refused, *second.refused),
        odd=(*first.odd, *second.odd),
        gaining=first.gaining + second.gaining,
        left_alone=(*first.left_alone, *second.left_alone),
    )
