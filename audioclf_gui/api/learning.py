"""Training and measuring for scripts and notebooks."""

import threading

from audioclf_gui.api.models import Model, bundle_of
from audioclf_gui.api.progress import Show, finished
from audioclf_gui.api.projects import FilePath, OpenProject
from audioclf_gui.api.values import (
    ModelReport,
    SimilarRow,
    TrainedRun,
    figures_in,
    in_words,
    refused_files,
)
from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.jobs.evaluate import Evaluate
from audioclf_gui.jobs.evaluate import evaluate as evaluate_job
from audioclf_gui.jobs.find_similar import FindSimilar
from audioclf_gui.jobs.find_similar import find_similar as similar_job
from audioclf_gui.jobs.heard_sounds import USUAL_EAR, Ear
from audioclf_gui.jobs.presets import preset_called, preset_folder
from audioclf_gui.jobs.train import Train, check_report
from audioclf_gui.jobs.train import train as train_job
from audioclf_gui.ml.presets import AUTOMATIC, PRESETS, main_variant
from audioclf_gui.ml.saved_preset import changed


def train(
    project: OpenProject,
    preset: str = AUTOMATIC,
    *,
    cross_validate: bool = False,
    show: Show | None = None,
    stop: threading.Event | None = None,
    **settings: object,
) -> TrainedRun:
    """Train a model on the labels of a project, and keep it there.

    Parameters
    ----------
    project : OpenProject
        Which may be written.
    preset : str
        A ready-made choice, such as ``fast``, one of yours or a file; ``auto`` looks at
        the data.
    cross_validate : bool
        Hold each fold of the data out once, then train the model to keep on everything.
    show : callable, optional
        Is called with every event; see `show_progress`.
    stop : threading.Event, optional
        Once it is set, by `show` or another thread, training ends after the batch at hand and keeps the best
        epoch. Ctrl+C ends it at once; ``audioclf train --resume`` goes on with it.
    **settings
        Parameters to change in the preset, by the names that the window and ``audioclf train --set`` have:
        ``epochs=20``, ``seed=1``, ``validate="fold:2"``, ``max_minutes=5``.

    Returns
    -------
    TrainedRun
        With the folder of the model and its figures on sound that it has not learnt from.

    Raises
    ------
    UserError
        If a preset or parameter is not known or out of range, there is too little to learn from or the
        project cannot be written.

    Examples
    --------
    >>> run = ac.train(project, "fast", epochs=2, seed=1)
    >>> run.status, list(run.figures)[0], 0.0 <= run.figures["accuracy"] <= 1.0
    ('done', 'accuracy', True)
    """
    name, _note = main_variant(preset)
    chosen = preset_called(name, preset_folder())
    wanted = changed(chosen.settings, settings)
    title = "" if chosen.name in PRESETS or wanted != chosen.settings else chosen.name
    engine = project.engine
    run = engine.runs.next(wanted.preset, wanted.to_dict())
    request = Train(run, wanted, cross_validate or "folds" in settings, title)
    work = train_job(request, engine.view(), cache_folder(), stop or threading.Event())
    run = finished(work, engine, show)
    check_report(run)
    return project.trained_run(run)


def evaluate(
    model: Model | TrainedRun | FilePath,
    project: OpenProject,
    *,
    fold: str | None = None,
    show: Show | None = None,
) -> ModelReport:
    """Measure a model on the labels of a project that it has not learnt from.

    Parameters
    ----------
    model : Model, TrainedRun, str or path
        The model, what trained it, or its folder.
    project : OpenProject
        Whose labelled recordings are the measure.
    fold : str, optional
        Only the recordings of this fold.
    show : callable, optional
        Is called with every event; see `show_progress`.

    Returns
    -------
    ModelReport
        Figures and the whole report.

    Raises
    ------
    UserError
        If the model cannot be loaded, or nothing is left to measure: one that has learnt from all of the
        project has to be measured on another.

    Examples
    --------
    >>> with ac.new_project(folder / "later") as later:
    ...     done = ac.import_clips(later, folder / "later years")
    ...     report = ac.evaluate(model, later)
    >>> report.report["clips"], 0.0 <= report.figures["accuracy"] <= 1.0
    (4, True)
    """
    done = finished(evaluate_job(Evaluate(bundle_of(model), fold), project.engine.view()), None, show)
    notes = in_words([done.note])
    return ModelReport(figures_in(done.report), done.facts, " ".join(notes), refused_files(done.refused))


def find_similar(
    project: OpenProject,
    clip: FilePath,
    start_s: float = 0.0,
    end_s: float | None = None,
    *,
    count: int = 20,
    through: str = USUAL_EAR,
    show: Show | None = None,
) -> list[SimilarRow]:
    """Find the sounds of a project that are most like one of them.

    Parameters
    ----------
    project : OpenProject
        Whose recordings are compared; the first time they are listened to, which takes a while.
    clip : str or path
        A recording of the project.
    start_s, end_s : float
        The stretch of it that is looked for, in seconds; by default all of it.
    count : int
        How many are wanted, 1 or more.
    through : str
        What listens: ``statistics`` of the sound, ``run 3`` for the model of that run, or a pretrained
        listener by its name; by default the listener that suits, else the newest model, else statistics.
    show : callable, optional
        Is called with every event; see `show_progress`.

    Returns
    -------
    list of SimilarRow
        The most similar first, each other recording once.

    Raises
    ------
    UserError
        If there is no such recording or stretch, or nothing to hear it through.

    Examples
    --------
    >>> found = ac.find_similar(project, folder / "scene.wav", 1.0, 2.0, count=3, through="statistics")
    >>> len(found), found[0].similarity >= found[2].similarity
    (3, True)
    """
    engine = project.engine
    view = engine.catalogue.view
    models = {int(run.id): engine.runs.bundle_path(run) for run in engine.runs.with_model}
    request = FindSimilar(project.clip_called(clip).id, start_s, end_s, count, Ear(through, models))
    found = finished(similar_job(request, engine.view(), cache_folder()), None, show).found
    return [
        SimilarRow(view.audio_path(view.clip(one.clip_id)), one.start_s, one.stop_s, one.similarity)
        for one in found
    ]
