"""Tells which of two chosen runs is better on the same clips, and whether luck explains it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.compare_on_new import CompareOnNew, OnNew, compare_on_new
from audioclf_gui.jobs.compare_runs import CompareRuns, RunDifference, compare_runs, not_compared
from audioclf_gui.jobs.setting_differences import differences_text, setting_differences


class Comparer(QObject):
    """Compares one pair at a time; of an earlier one nothing is said any more."""

    compared = Signal(object)  # tuple[str, ...]: sentences about the runs that were asked for last

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: CompareRuns | None = None
        self._settings = ""  # what differs in them

    def compare(self, shown: tuple[Run, ...]) -> None:
        """Tell what differs in the settings of all, and compare the first two if both kept a model."""
        keeps_model = self._context.document.project.runs.keeps_model
        without = [run for run in shown[:2] if not keeps_model(run)]
        if len(shown) > 1:
            self._settings = words(differences_text(shown, setting_differences(shown)))
            missing = [words(not_compared(without))] if without else []
            self.compared.emit((*missing, self._settings))
        self._asked = CompareRuns(*shown[:2]) if len(shown) > 1 and not without else None
        if self._asked is not None:
            self._context.start(
                partial(compare_runs, self._asked, self._context.document.project.view()),
                Text("Comparing two runs"),
                on_done=partial(self._tell, self._asked),
            )

    def _tell(self, request: CompareRuns, found: RunDifference) -> None:
        if request is self._asked:
            self.compared.emit((words(found.text), self._settings))
            self._context.start(
                partial(
                    compare_on_new,
                    CompareOnNew(*sorted((request.first, request.second), key=lambda one: one.id)),
                    self._context.document.project.view(),
                ),
                Text("Comparing on new sounds"),
                on_done=partial(self._tell_of_new, request, found),
            )

    def _tell_of_new(self, request: CompareRuns, found: RunDifference, on_new: OnNew) -> None:
        if request is self._asked and on_new.text is not None:
            self.compared.emit((words(found.text), words(on_new.text), self._settings))
