"""Recordings and labels for scripts and notebooks: brought in, given, suggested and written out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.api.progress import Show, finished
from audioclf_gui.api.projects import FilePath, OpenProject, as_paths
from audioclf_gui.api.values import ClipRow, Imported, TrainedRun, in_words, refused_files
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.copy_labels import CopyLabels, copy_labels
from audioclf_gui.jobs.edit_clips import LabelClips, edit_clips
from audioclf_gui.jobs.export_labels import ExportLabels, LabelFileWritten
from audioclf_gui.jobs.export_labels import export_labels as export_job
from audioclf_gui.jobs.import_clips import ImportClips
from audioclf_gui.jobs.import_clips import import_clips as import_job
from audioclf_gui.jobs.import_labels import ImportLabels, import_labels
from audioclf_gui.jobs.import_plan import guessed_plan, outline
from audioclf_gui.jobs.import_survey import survey
from audioclf_gui.jobs.suggest import Suggest
from audioclf_gui.jobs.suggest import suggest as suggest_job

GUESS = "guess"


def import_clips(
    project: OpenProject,
    paths: FilePath | Sequence[FilePath],
    *,
    layout: str = GUESS,
    name_parts: str = "",
    copy: bool = False,
    label_files: bool = True,
    show: Show | None = None,
) -> Imported:
    """Bring recordings into a project, with what their places say about their classes.

    Files that are in the project already get what they lack. The files stay as they are.

    Parameters
    ----------
    project : OpenProject
        Which may be written.
    paths : str or path, or a sequence of them
        Sound files, and folders of them.
    layout : str
        How classes, groups and folds are told: ``guess`` takes what the folders look like, ``plain`` the
        sound alone; else a name that ``audioclf import --help`` lists, such as ``folders``.
    name_parts : str
        What the parts of file names mean: ``{class}_{group}_{}`` for ``wren_site3_12.wav``.
    copy : bool
        Copy the files into the project; else it only knows where they are.
    label_files : bool
        Take in the label files of other programs that lie beside the recordings.
    show : callable, optional
        Is called with every event; see `show_progress`.

    Returns
    -------
    Imported
        How many came, and which files were put aside, why.

    Raises
    ------
    UserError
        If a path does not exist, the layout does not fit or the project cannot be written; files that
        cannot be read raise nothing.

    Examples
    --------
    >>> with ac.new_project(folder / "birds") as birds:
    ...     done = ac.import_clips(birds, [folder / "owl", folder / "wren"], name_parts="{group}-{}")
    ...     print(done.added, done.refused, birds.classes)
    24 () ('owl', 'wren')
    """
    engine = project.engine
    engine.view().check_writable()
    before = engine.catalogue.view
    found = survey(as_paths(paths))
    plan = replace(guessed_plan(found), name_template=name_parts)
    if layout != GUESS:
        plan = replace(plan, layout=layout)
    outlined = outline(found, plan, before)
    request = ImportClips(outlined.candidates, copy, outlined.groups_called)
    done = finished(import_job(request, engine.view()), engine, show)
    refused = done.refused
    if label_files and outlined.label_files:
        work = import_labels(ImportLabels(outlined.label_files), engine.view())
        refused = (*refused, *finished(work, engine, show).refused)
    added = len(engine.catalogue.view.clips) - len(before.clips)
    return Imported(added, done.known, refused_files(refused), in_words(outlined.notes))


def label(
    project: OpenProject,
    clips: FilePath | Sequence[FilePath],
    what: str | Sequence[Region | tuple[float, float, str]],
) -> int:
    """Give recordings a class, or label stretches of them.

    Parameters
    ----------
    project : OpenProject
        Which may be written.
    clips : str or path, or a sequence of them
        Recordings of the project: as paths, or as the project lists them, relative to its folder.
    what : str, or a sequence of regions
        A class for the recordings as a whole, in the place of those that they have; empty: none. Or
        stretches: each a `Region`, or start and end in seconds and a class. Labels that are there stay.
        A class that the project does not have is made.

    Returns
    -------
    int
        How many recordings have other labels now.

    Raises
    ------
    UserError
        If a recording is not in the project, a stretch lies beyond its end or the project cannot be
        written; nothing is labelled then.
    ValueError
        If a stretch ends before it begins.

    Examples
    --------
    >>> ac.label(project, folder / "scene.wav", [(0.5, 0.9, "door"), (1.0, 1.0, "knock")])
    1
    >>> [one.end_s for one in project.labels if one.class_name == "door"]
    [0.9]
    """
    engine = project.engine
    clip_ids = tuple(project.clip_called(path).id for path in as_paths(clips))
    if isinstance(what, str):
        return finished(edit_clips(LabelClips(clip_ids, what), engine.view()), engine)
    regions = tuple(one if isinstance(one, Region) else Region(*one) for one in what)
    return finished(copy_labels(CopyLabels(regions, clip_ids), engine.view()), engine).clips


def suggest(
    project: OpenProject, run: TrainedRun | None = None, *, show: Show | None = None
) -> list[ClipRow]:
    """Let a model of the project suggest classes for its recordings; kept for the Review workspace.

    Parameters
    ----------
    project : OpenProject
        Which may be written.
    run : TrainedRun, optional
        Whose model is to look, one of the project's; else the newest that has one.
    show : callable, optional
        Is called with every event; see `show_progress`.

    Returns
    -------
    list of ClipRow
        The recordings without a label for which there is a suggestion, the least sure first: in that order
        a person's answers teach the next model most.

    Raises
    ------
    UserError
        If there is no model, it has no class of the project or the project cannot be written.

    Examples
    --------
    >>> found = ac.suggest(project, run)
    >>> [clip.path.name for clip in found if clip.score > 0.0]
    ['scene.wav']
    """
    engine = project.engine
    chosen = _run_with_model(project, run)
    work = suggest_job(Suggest(chosen.id, engine.runs.bundle_path(chosen)), engine.view())
    finished(work, engine, show)
    found = [clip for clip in project.clips if clip.score is not None and not clip.classes]
    return sorted(found, key=lambda clip: clip.score or 0.0)


def _run_with_model(project: OpenProject, wanted: TrainedRun | None) -> Run:
    known = {int(run.id): run for run in project.engine.runs.with_model}
    if not known:
        raise UserError(
            Text("no run of this project has a model yet"),
            remedy=Text("Train one: `audioclf train PROJECT`."),
        )
    number = max(known) if wanted is None else wanted.number
    if number not in known:
        raise UserError(
            Text("run {number:d} has no model", number=number),
            remedy=Text("There are: {numbers}.", numbers=", ".join(map(str, known))),
        )
    return known[number]


def export_labels(
    project: OpenProject, folder: FilePath, format_name: str = "audacity", *, show: Show | None = None
) -> list[Path]:
    """Write a label file for each labelled recording, for another program.

    Parameters
    ----------
    project : OpenProject
        Whose labels they are.
    folder : str or path
        Where the files go; one that is there is kept beside the new one.
    format_name : str
        One of those that ``audioclf labels formats`` lists: ``audacity``, ``raven``, ``csv`` …
    show : callable, optional
        Is called with every event; see `show_progress`.

    Returns
    -------
    list of pathlib.Path
        The files.

    Raises
    ------
    UserError
        If there is no such format, or a file cannot be written.

    Examples
    --------
    >>> files = ac.export_labels(project, folder / "tables", "raven")
    >>> len(files), files[0].suffix
    (24, '.txt')
    """
    engine = project.engine
    written: list[Path] = []

    def take(event: object) -> None:
        if isinstance(event, LabelFileWritten):
            written.append(event.target)
        if show is not None:
            show(event)

    request = ExportLabels(format_name, Path(folder), engine.catalogue.view.clips)
    finished(export_job(request, engine.view()), engine, take)
    return written
