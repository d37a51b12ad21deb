"""Reads by what thresholds the run that is shown decides, and has others chosen."""

from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import REGRESSION
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.train.threshold_page import ThresholdPage
from audioclf_gui.jobs.choose_thresholds import (
    ChooseThresholds,
    Decisions,
    SetThresholds,
    choose_thresholds,
    read_decisions,
    set_thresholds,
)
from audioclf_gui.jobs.run_scores import RunScores
from audioclf_gui.ml.decision_choice import HowSure


class ThresholdChooser(QObject):
    """Asks for what the page shows, and does what its row wants."""

    def __init__(self, context: Context, page: ThresholdPage, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._page = page
        self._run: Run | None = None  # whose thresholds are shown
        page.row.wanted.connect(self.choose)
        page.kept.connect(self.keep)

    def read(self, shown: Sequence[Run]) -> None:
        """Read by what the first run decides, if it kept a model of classes."""
        self._run = run = next(iter(shown), None)
        runs = self._context.document.project.runs
        if run is not None and run.objective != REGRESSION and runs.keeps_model(run):
            self._context.start(
                partial(read_decisions, RunScores(runs.bundle_path(run))),
                Text("Reading predictions"),
                on_done=partial(self._show, run),
            )

    def choose(self, how_sure: HowSure) -> None:
        """Choose how sure the run that is shown is to be."""
        if self._run is not None:
            request = ChooseThresholds(self._bundle(self._run), how_sure)
            self._begin(self._run, partial(choose_thresholds, request))

    def keep(self, place: int, score: float | None) -> None:
        """Let the run that is shown answer the class at that place from that score on; None: as chosen."""
        if self._run is not None:
            request = SetThresholds(self._bundle(self._run), {place: score})
            self._begin(self._run, partial(set_thresholds, request))

    def _bundle(self, run: Run) -> Path:
        return self._context.document.project.runs.bundle_path(run)

    def _begin(self, run: Run, job: Callable[[ProjectView], Generator[Progress, None, Decisions]]) -> None:
        self._page.set_ready(False)
        self._context.start(
            partial(job, self._context.document.project.view()),
            Text("Choosing thresholds"),
            on_done=partial(self._show, run),
            on_ended=partial(self._page.set_ready, True),
        )

    def _show(self, run: Run, found: Decisions) -> None:
        if run is self._run:  # else another one is looked at by now
            self._page.show_decisions(found)
