"""Answers to labelled clips by models that have not learnt from them, from folds that take seconds.

A cross-validation of a run gives such answers, too, but keeps a model of each fold and costs what training
costs. Here a head on what a pretrained listener hears learns, where one is installed, or else a random
forest; any other preset on request.
"""

import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from torch import nn

from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.devices import freed_memory_kept, placement, training_threads
from audioclf_gui.ml.estimators import learn
from audioclf_gui.ml.events import CacheProgress, ClipRefused, TrainEvent
from audioclf_gui.ml.feature_cache import Features, cache_features
from audioclf_gui.ml.file_check import check_files
from audioclf_gui.ml.front_ends import front_end_for
from audioclf_gui.ml.listeners import LISTENERS
from audioclf_gui.ml.objective_choice import data_to_learn
from audioclf_gui.ml.pipeline.judging import Judged, judge
from audioclf_gui.ml.pipeline.plan import make_plan
from audioclf_gui.ml.pipeline.task import Task, make_task
from audioclf_gui.ml.preset_choice import chosen_preset, with_chosen_preset
from audioclf_gui.ml.presets import AUTOMATIC, title_of
from audioclf_gui.ml.settings import TrainSettings, settings_for
from audioclf_gui.ml.splits import Split, check_trainable

_MOST_HEARD_S = 4 * 3600.0
"""A listener needs a fiftieth of that, at least, to hear it for the first time."""


@dataclass(frozen=True, slots=True, eq=False)
class HeardExamples:
    """All there is to learn from, with its features."""

    data: TrainingData
    settings: TrainSettings
    features: Features
    refused: tuple[ClipRefused, ...]

    @property
    def learner(self) -> Text:
        """What learns, for the user."""
        if self.settings.hears_listener and self.settings.listener in LISTENERS:
            return Text("a small model on the listener {name}", name=LISTENERS[self.settings.listener].name)
        return Text("the preset {name}", name=title_of(self.settings.preset, self.settings.to_dict()))


def quick_settings(view: CatalogueView, kind: str = "auto") -> TrainSettings:
    """The most accurate of what learns in seconds: a head on a listener where one suits, else a forest.

    Parameters
    ----------
    kind : str
        Of the objective, as the setting says it.
    """
    choice = chosen_preset(view, settings_for(AUTOMATIC, objective=kind))
    duration_s = sum(clip.duration_s for clip in view.clips if view.learnt_labels(clip.id))
    if choice.listener and duration_s <= _MOST_HEARD_S:
        return settings_for(choice.preset, listener=choice.listener, objective=kind)
    return settings_for("forest", objective=kind)


def hear(
    view: CatalogueView, folder: Path, settings: TrainSettings, cache_dir: Path
) -> Generator[CacheProgress | ClipRefused, None, HeardExamples]:
    """Get hold of everything that is labelled; what cannot be read is reported and left out.

    Parameters
    ----------
    folder
        The project's.

    Raises
    ------
    UserError
        If there is nothing to tell apart.
    """
    if settings.preset == AUTOMATIC:
        settings = with_chosen_preset(settings, chosen_preset(view, settings))
    data = data_to_learn(view, settings)
    settings = replace(settings, objective=data.objective)  # type: ignore[arg-type]
    check_trainable(data)
    data, refused = yield from check_files(data, folder, cache_dir)
    ends = front_end_for(data.examples, settings)
    features = yield from cache_features(data.examples, ends, cache_dir, threading.Event())
    return HeardExamples(data, settings, features, (*refused, *features.refused))


def answers(heard: HeardExamples, splits: Sequence[Split]) -> Generator[TrainEvent, None, list[Judged]]:
    """For each split what a model that learnt its training set answers to what it measures.

    Examples of a class that the training set lacks are left out: no model can be blamed for them.
    """
    device, found = placement(heard.settings).first, []
    with training_threads(heard.settings.threads), freed_memory_kept():
        for split in splits:
            plan = make_plan(heard.data, split, heard.settings)
            task = make_task(plan, heard.features)
            fitted = yield from learn(plan, task, device, keep=_keep_nothing, stop=threading.Event())
            assert fitted is not None  # nobody stops it
            model = fitted.model.to(fitted.device)
            known = _known(task, heard.data)
            found.append((yield from judge(model, task, heard.data.examples, known, fitted.device)))
    return found


def blended(first: Judged, second: Judged) -> Judged:
    """What two models say together that answered the same windows: the mean of their logits."""
    pairs = zip(first.logits, second.logits, strict=True)
    return replace(first, logits=tuple((one + other) / 2.0 for one, other in pairs))


def _known(task: Task, data: TrainingData) -> list[int]:
    """What is measured of classes that were learnt."""
    learnt = {place for at in task.split.train for place in data.examples[at].classes}
    return [at for at in task.split.measured if learnt.issuperset(data.examples[at].classes)]


def _keep_nothing(_model: nn.Module, _epoch: int) -> None:
    """It is asked for its answers only."""
