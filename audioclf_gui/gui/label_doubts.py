"""Finds labels that models doubt, or of a number the largest errors, to be looked at."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.far_estimates import FarEstimates, JudgedNumbers, far_estimates
from audioclf_gui.jobs.label_errors import DoubtedLabels, LabelErrors, label_errors
from audioclf_gui.jobs.unlearnt_answers import Judges
from audioclf_gui.ml.objective_choice import learns_numbers
from audioclf_gui.ml.presets import AUTOMATIC
from audioclf_gui.ml.settings import TrainSettings, settings_for, settings_from_dict

_JUDGING = Text("Judging labels")
_MOST_FAR = 100  # clips with large errors that are worth a look


class LabelDoubts(QObject):
    """Lets all labels of a project be judged by models that have not learnt from them."""

    found = Signal(str, object)  # a title and tuple[ClipId | Answer, ...]

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_judging = False

    def find_by_newest_folds(self) -> None:
        """Find them by the newest run that held each fold out once, else by quick folds."""
        runs = self._context.document.project.runs
        of_folds = (run for run in reversed(runs.with_model) if report_from_json(run.report).folds)
        self.find(next(of_folds, None))

    def find(self, run: Run | None, settings: TrainSettings | None = None) -> None:
        """Find the labels that models doubt, or of a number the largest errors, unless that is under way.

        A run judges them if it held each out once; else quick folds do, and always where there is no run.

        Parameters
        ----------
        settings
            What learns from quick folds; by default what takes seconds.
        """
        if self._is_judging:
            return
        project = self._context.document.project
        known = settings_for(AUTOMATIC) if run is None else settings_from_dict(run.settings)
        numbers = learns_numbers(self._context.document.view, settings or known)
        judges = Judges(settings=settings)
        if run is not None and project.runs.keeps_model(run):
            judges = Judges(project.runs.bundle_path(run))
        self._is_judging = True
        if numbers:
            self._context.start(
                partial(far_estimates, FarEstimates(judges), project.view(), cache_folder()),
                _JUDGING,
                on_done=self._show_far_estimates,
                on_ended=self._end,
            )
            return
        self._context.start(
            partial(label_errors, LabelErrors(judges), project.view(), cache_folder()),
            _JUDGING,
            on_done=self._show_label_errors,
            on_ended=self._end,
        )

    def _end(self) -> None:
        self._is_judging = False

    def _show_far_estimates(self, found: JudgedNumbers) -> None:
        title = Text(
            "Largest errors, of {n} judged clip",
            "Largest errors, of {n} judged clips",
            n=len(found.estimates),
        )
        self.found.emit(_by(title, found.learner), tuple(one.clip_id for one in found.estimates[:_MOST_FAR]))

    def _show_label_errors(self, found: DoubtedLabels) -> None:
        if found.doubted:
            title = Text(
                "Likely label errors first, of {n} judged label; {strong} strongly doubted",
                "Likely label errors first, of {n} judged labels; {strong} strongly doubted",
                n=found.judged,
                strong=found.strong,
            )
            self.found.emit(_by(title, found.learner), found.worth_a_look)
        else:
            none = Text(
                "The model doubts none of {n} judged label.",
                "The model doubts none of {n} judged labels.",
                n=found.judged,
            )
            self._context.status(words(none))


def _by(title: Text, learner: Text | None) -> str:
    """The title with who has judged, if no run has."""
    if learner is None:
        return words(title)
    return words(Text("{title} (by quick folds: {learner})", title=title, learner=learner))
