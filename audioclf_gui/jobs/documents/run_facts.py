"""All that is to be told of a run: what it reported, and what its model says beside that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.report import Report, figure_title
from audioclf_gui.core.run import Epoch, Run
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.far_estimates import FarEstimate
from audioclf_gui.jobs.figures.curves import Fit
from audioclf_gui.jobs.label_errors import DoubtedLabels
from audioclf_gui.ml.presets import title_of

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.model_card import ModelCard
    from audioclf_gui.ml.thresholds import ClassScores


@dataclass(frozen=True, slots=True, eq=False)
class RunFacts:
    """A run, read for a document; classes and clips are called as the project calls them now."""

    run: Run
    report: Report
    names: tuple[Text, ...] = ()  # of its classes
    epochs: tuple[Epoch, ...] = ()
    note: RunNote = RunNote()  # noqa: RUF009 - it is a frozen value
    card: "ModelCard | None" = None  # None: no model was kept, or it cannot be read
    scores: "tuple[ClassScores, ...]" = ()
    doubted: DoubtedLabels | None = None
    far: tuple[FarEstimate, ...] = ()
    clips: Mapping[ClipId, str] = field(default_factory=dict)  # what those are called that are named here
    problem: Text | None = None  # why nothing could be read of the model
    keeps_model: bool = True  # whether there is one

    @property
    def title(self) -> Text:
        """Its number, and its name or what it was trained with."""
        return Text("Run {id:d}: {title}", id=self.run.id, title=self.called)

    @property
    def model(self) -> Text:
        """What it was trained with."""
        return title_of(self.run.preset, self.run.settings)

    @property
    def called(self) -> Text:
        """Its name; what it was trained with where nobody gave it one."""
        return Text.plain(self.note.name) if self.note.name else self.model

    @property
    def figure_title(self) -> Text:
        """What is measured after each epoch."""
        return figure_title(self.run.objective)

    @property
    def thresholds(self) -> tuple[float, ...]:
        """From which score each class is answered; none where nobody knows."""
        return () if self.card is None else self.card.thresholds

    def fits(self, *, beside_others: bool = False) -> list[Fit]:
        """Each training of which there are epochs: one, or those of the folds.

        Parameters
        ----------
        beside_others
            Whether the run is to be named, too.
        """
        parts = sorted({epoch.part for epoch in self.epochs})
        return [
            Fit(
                self._fit_name(part if len(parts) > 1 else 0, beside_others=beside_others),
                tuple(epoch for epoch in self.epochs if epoch.part == part),
            )
            for part in parts
        ]

    def _fit_name(self, fold: int, *, beside_others: bool) -> Text:
        run = Text("run {id:d}", id=self.run.id)
        if not fold:
            return run
        if beside_others:
            return Text("{run}, fold {number}", run=run, number=fold)
        return Text("fold {number}", number=fold)
