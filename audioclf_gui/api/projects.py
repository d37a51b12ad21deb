"""Projects for scripts and notebooks: made, opened, read and closed."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from typing_extensions import override

from audioclf_gui.api.progress import Show, finished
from audioclf_gui.api.values import ClipRow, LabelRow, TrainedRun, figures_in, in_words
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.closing import Closing
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Run
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.demo import make_demo
from audioclf_gui.jobs.label_choice import clip_called

FilePath: TypeAlias = str | os.PathLike[str]
Names: TypeAlias = Mapping[ClassId | None, str]


class OpenProject(Closing):
    """A project that is open: a folder of recordings, labels, classes, trainings and models.

    `new_project`, `open_project` and `demo_project` make it. Close it, or use it in a ``with`` block: until
    then other windows and commands may only read the project.

    Parameters
    ----------
    project : audioclf_gui.core.project.Project
        The engine's own, opened.

    Examples
    --------
    >>> with ac.open_project(folder / "project") as project:
    ...     print(len(project.clips), project.classes)
    25 ('owl', 'wren')

    Clips and labels are rows of a table:

    >>> table = pandas.DataFrame(project.clips)
    >>> int(table.channels.max()), sorted(set(table.group))
    (1, ['', 'site0', 'site1', 'site2', 'site3'])
    """

    def __init__(self, project: Project) -> None:
        self._project = project

    @property
    def engine(self) -> Project:
        """What the functions of this package work on; its own attributes may change between versions."""
        return self._project

    @property
    def folder(self) -> Path:
        """Where its file, models and recordings are."""
        return self._project.folder

    @property
    def read_only(self) -> bool:
        """Whether it cannot be changed, as somebody else has it open or nobody may write its folder."""
        return self._project.read_only

    @property
    def notes(self) -> tuple[str, ...]:
        """What opening it had to put aside or repair."""
        return in_words(self._project.notes)

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of its classes, in the user's order."""
        return tuple(known.name for known in self._project.catalogue.view.classes)

    @property
    def clips(self) -> list[ClipRow]:
        """Its recordings, in the order in which they came."""
        view = self._project.catalogue.view
        names = _names(view)
        return [_clip_row(view, clip, names) for clip in view.clips]

    @property
    def labels(self) -> list[LabelRow]:
        """Its labels, recording by recording."""
        view = self._project.catalogue.view
        names = _names(view)
        return [row for clip in view.clips for row in _label_rows(view, clip, names)]

    @property
    def runs(self) -> list[TrainedRun]:
        """Its trainings, oldest first."""
        return [self.trained_run(run) for run in self._project.runs.all]

    def clip_called(self, path: FilePath) -> Clip:
        """The engine's own clip of a path, here or in the project's folder; UserError if there is none."""
        return clip_called(self._project.catalogue.view, os.fspath(path))

    def trained_run(self, run: Run) -> TrainedRun:
        """One of its trainings, as `runs` lists it."""
        runs = self._project.runs
        model = runs.bundle_path(run) if runs.keeps_model(run) else None
        return TrainedRun(run.id, run.preset, run.status.value, model, figures_in(run.report), run.report)

    @override
    def close(self) -> None:
        """Give the project back, so that others may change it; closing twice does no harm."""
        self._project.close()

    def __repr__(self) -> str:
        view = self._project.catalogue.view
        return f"<project {self._project.name}: {len(view.clips)} clips, {len(view.classes)} classes>"


def _clip_row(view: CatalogueView, clip: Clip, names: Names) -> ClipRow:
    suggestion = view.suggestion(clip.id)
    classes = dict.fromkeys(names.get(label.class_id, "") for label in view.labels(clip.id))
    return ClipRow(
        path=view.audio_path(clip),
        duration_s=clip.duration_s,
        rate_hz=clip.audio.rate_hz,
        channels=clip.audio.channels,
        classes=tuple(filter(None, classes)),
        group=clip.group,
        fold=clip.fold,
        number=clip.target,
        suggested="" if suggestion is None else names[suggestion.class_id],
        score=None if suggestion is None else suggestion.score,
    )


def _label_rows(view: CatalogueView, clip: Clip, names: Names) -> Iterator[LabelRow]:
    path = view.audio_path(clip)
    for label in view.labels(clip.id):
        start_s, end_s = label.span_s(clip.duration_s)
        yield LabelRow(
            path=path,
            class_name=names.get(label.class_id, ""),
            start_s=start_s,
            end_s=end_s,
            low_hz=label.low_hz,
            high_hz=label.high_hz,
            is_whole_clip=label.is_whole_clip,
            source=label.source.value,
            score=label.score,
            track=label.track,
            note=label.note,
        )


def _names(view: CatalogueView) -> Names:
    return {known.id: known.name for known in view.classes}


def new_project(folder: FilePath) -> OpenProject:
    """Make an empty project and open it.

    Parameters
    ----------
    folder : str or path
        Where it is made; the folder need not exist, and may hold recordings already.

    Returns
    -------
    OpenProject
        Without clips; `import_clips` brings them in.

    Raises
    ------
    UserError
        If the folder holds a project already, or cannot be written to.

    Examples
    --------
    >>> with ac.new_project(folder / "owls") as owls:
    ...     print(owls)
    <project owls: 0 clips, 0 classes>
    """
    return OpenProject(Project.create(Path(folder)))


def open_project(path: FilePath) -> OpenProject:
    """Open a project, for reading only if somebody else has it open.

    Parameters
    ----------
    path : str or path
        Its folder, or the file in it that ends in ``.audioclf``.

    Returns
    -------
    OpenProject
        To be closed, or used in a ``with`` block.

    Raises
    ------
    UserError
        If there is no project, or its file cannot be read.

    Examples
    --------
    >>> with ac.open_project(folder / "project") as project:
    ...     print(project)
    <project project: 25 clips, 2 classes>
    """
    return OpenProject(Project.open(Path(path)))


def demo_project(folder: FilePath, *, seed: int = 1, show: Show | None = None) -> OpenProject:
    """Make a project of generated sounds to try things on, most of them labelled, and open it.

    Parameters
    ----------
    folder : str or path
        Where it is made.
    seed : int
        Another number makes other sounds of the same classes.
    show : callable, optional
        Is called with every event; see `show_progress`.

    Returns
    -------
    OpenProject
        With some hundred short clips of several sites, and a scene of three minutes with its events.

    Raises
    ------
    UserError
        If the folder holds a project already, or cannot be written to.

    Examples
    --------
    >>> with ac.demo_project("demo") as demo:  # doctest: +SKIP
    ...     print(demo)
    <project demo: 385 clips, 8 classes>
    """
    finished(make_demo(Path(folder), seed), None, show)
    return open_project(folder)


def as_paths(paths: FilePath | Sequence[FilePath]) -> tuple[Path, ...]:
    """One path or several, as a tuple."""
    if isinstance(paths, str | os.PathLike):
        return (Path(paths),)
    return tuple(map(Path, paths))
