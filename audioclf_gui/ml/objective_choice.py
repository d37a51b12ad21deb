"""Which kind of objective suits what a project knows, and what there is to learn then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.background import with_background
from audioclf_gui.ml.dataset import TrainingData, training_data
from audioclf_gui.ml.number_data import number_data
from audioclf_gui.ml.set_data import contested_labels, set_data
from audioclf_gui.ml.settings import TrainSettings

_DATA: Mapping[str, Callable[[CatalogueView], TrainingData]] = {
    "single-label": training_data,
    "multi-label": set_data,
    "regression": number_data,
}
"""For each kind of objective, see `objectives`, how its data come out of a project."""

_FEWEST_CLASSES = 2  # that can be told apart
_SHARED_PART = 0.1  # of the labels: then they are meant to share their time


@dataclass(frozen=True, slots=True)
class ObjectiveChoice:
    """A kind of objective, and what the user should know about how it was chosen."""

    kind: str
    notes: tuple[Text, ...] = ()


def chosen_objective(view: CatalogueView, settings: TrainSettings) -> ObjectiveChoice:
    """What the setting says; where that leaves it to the data, labels go before numbers.

    Labels of one class only cannot be told apart, so they give way to numbers. Sets of classes are learnt
    where a tenth of the labels share their time with a label of another class.
    """
    if settings.objective != "auto":
        return ObjectiveChoice(settings.objective)
    if not view.has_numbers:
        return _of_labels(view)
    if not learns_numbers(view, settings):
        note = Text(
            "The labels are learnt; objective = regression learns {quantity} instead.",
            quantity=view.quantity.text,
        )
        of_labels = _of_labels(view)
        return replace(of_labels, notes=(*of_labels.notes, note))
    note = Text(
        "Numbers are learnt: {quantity}; objective = single-label learns the labels instead.",
        quantity=view.quantity.text,
    )
    return ObjectiveChoice("regression", (note,) if view.labelled else ())


def learns_numbers(view: CatalogueView, settings: TrainSettings) -> bool:
    """Whether numbers are what `chosen_objective` says."""
    if settings.objective != "auto":
        return settings.objective == "regression"
    return view.has_numbers and sum(count > 0 for count in view.class_counts.values()) < _FEWEST_CLASSES


def _of_labels(view: CatalogueView) -> ObjectiveChoice:
    shared, total = contested_labels(view)
    if shared < _SHARED_PART * max(1, total):
        return ObjectiveChoice("single-label")
    note = Text(
        "Sets of classes are learnt, since {n} label shares its time with a label of another class;"
        " objective = single-label learns one class for each sound.",
        "Sets of classes are learnt, since {n} labels share their time with a label of another class;"
        " objective = single-label learns one class for each sound.",
        n=shared,
    )
    return ObjectiveChoice("multi-label", (note,))


def data_to_learn(view: CatalogueView, settings: TrainSettings) -> TrainingData:
    """What there is to learn from, with notes on how that was chosen; looks at no file."""
    choice = chosen_objective(view, settings)
    data = with_background(data_of_kind(view, choice.kind), view, settings)
    return replace(data, notes=(*choice.notes, *data.notes))


def data_of_kind(view: CatalogueView, kind: str) -> TrainingData:
    """What an objective of this kind can learn of a project, or be measured on."""
    return _DATA[kind](view)
