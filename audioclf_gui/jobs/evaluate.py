"""Measuring a finished model on the labels of a project."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.quantity import Quantity
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.name_groups import groups_called

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.objectives import Objective


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Which model, and on which clips."""

    bundle: Path
    fold: str | None = None  # only the clips of this fold
    with_training: bool = False  # those that it has learnt from too, apart from the rest


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of it."""

    report: dict[str, object]  # see `ml.metrics.report`; and how many `clips` and `pieces` were measured
    refused: tuple[Quarantined, ...]
    left_out: int | None  # how many the model has learnt from; None where it does not say
    doubt: Text | None = None  # why the figures may be about something else
    training: dict[str, object] | None = None  # the report on what it has learnt from, if that was wanted
    not_known: Mapping[str, int] = field(default_factory=dict)  # classes the model lacks, and clips of each

    @property
    def clips(self) -> int:
        """How many clips were measured, whole or in pieces."""
        clips = self.report.get("clips")
        return clips if isinstance(clips, int) else 0

    @property
    def note(self) -> Text | None:
        """What the user should know about the figures."""
        told = [one for one in self._notes if one is not None]
        return listed(told) if told else None

    @property
    def _notes(self) -> tuple[Text | None, ...]:
        return self._left_out_note, *self.figure_notes, self.doubt

    @property
    def figure_notes(self) -> tuple[Text | None, ...]:
        """What the figures count and what not."""
        return self.training_note, self._not_known_note, self._told_twice_note

    @property
    def _told_twice_note(self) -> Text | None:
        n = self.report.get("told_twice")
        if not isinstance(n, int) or not n:
            return None
        return Text(
            "{n} sound is of several classes, of which the model can name one: it counts once for each, and"
            " all but one are mistakes.",
            "{n} sounds are of several classes, of which the model can name one: they count once for each,"
            " and all but one are mistakes.",
            n=n,
        )

    @property
    def _not_known_note(self) -> Text | None:
        """Which labels no figure counts, since the model could not have answered them."""
        if not self.not_known:
            return None
        by_class = [Text("{name} ({n})", name=name, n=n) for name, n in sorted(self.not_known.items())]
        return Text(
            "Labels of classes that the model does not know are left out of all figures; clips of each:"
            " {classes}.",
            classes=listed(by_class, ", "),
        )

    @property
    def _left_out_note(self) -> Text | None:
        if self.left_out is None:
            return Text(
                "The model does not say what it has learnt from (version 0.1.0 did not note it):"
                " clips that it was trained on flatter the figures."
            )
        if not self.left_out or self.training is not None:
            return None
        return Text(
            "{n} clip that the model has learnt from was left out.",
            "{n} clips that the model has learnt from were left out.",
            n=self.left_out,
        )

    @property
    def training_note(self) -> Text | None:
        """What it came to on what it has learnt from, which is no measure of it."""
        if self.training is None:
            return None
        figure = report_from_json(self.training).headline
        n = self.left_out or 0
        if figure is None:
            return Text(
                "{n} clip that the model has learnt from cannot be read.",
                "{n} clips that the model has learnt from cannot be read.",
                n=n,
            )
        return Text(
            "On {n} clip that it has learnt from, which does not count: {figure}.",
            "On {n} clips that it has learnt from, which do not count: {figure}.",
            n=n,
            figure=figure.text,
        )

    @property
    def facts(self) -> dict[str, object]:
        """The report as JSON holds it, what it leaves out, and that on `training` clips if it was wanted."""
        training = {} if self.training is None else {"training": self.training}
        return {**self.report, "left_out": self.left_out, "not_known": dict(self.not_known), **training}


def evaluate(request: Evaluate, project: ProjectView) -> Generator[Progress, None, Evaluation]:
    """Score every labelled clip or stretch whose class the model knows, those it has learnt from apart.

    The figures are in the classes that the project has now.

    Raises
    ------
    UserError
        If the model cannot be loaded, or nothing is left to measure.
    """
    from audioclf_gui.ml.bundle import in_words_of, load_bundle
    from audioclf_gui.ml.dataset import with_groups_called
    from audioclf_gui.ml.evaluation import Evaluated, clips_not_known
    from audioclf_gui.ml.evaluation import evaluate as measure
    from audioclf_gui.ml.events import CacheProgress
    from audioclf_gui.ml.objective_choice import data_of_kind

    refused = []
    done = Evaluated({}, None)
    view = project.catalogue
    bundle, _classes = in_words_of(view, load_bundle(request.bundle))
    data = with_groups_called(data_of_kind(view, bundle.card.objective.kind), groups_called(project))
    for event in measure(bundle, data, request.fold, with_training=request.with_training):
        match event:
            case Quarantined():
                refused.append(event)
            case CacheProgress():
                yield Progress(event.done, event.total)
            case Evaluated():
                done = event
    doubt = _doubt(bundle.card.objective, view)
    not_known = clips_not_known(data, bundle.card.objective.classes, request.fold)
    return Evaluation(done.report, tuple(refused), done.left_out, doubt, done.training, not_known)


def _doubt(objective: "Objective", view: CatalogueView) -> Text | None:
    """What to say where the numbers of the project are called otherwise than what the model estimates."""
    if objective.has_classes or not view.quantity.name:
        return None
    estimated = Quantity(objective.names[0], objective.unit)
    if estimated.is_same(view.quantity):
        return None
    return Text(
        "The model estimates {estimated}, and the numbers of the project are {own}: if that is not the same,"
        " the figures mean nothing.",
        estimated=estimated.text,
        own=view.quantity.text,
    )
