"""What a run answered: which class it took for which and how well, or its estimates of a number."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from audioclf_gui.core.figures import MultiLabelFigures, RegressionFigures
from audioclf_gui.core.report import REGRESSION, Report
from audioclf_gui.core.run import Run
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.train.arrangement import scrolling
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.train.class_table import ClassTable
from audioclf_gui.gui.train.confusion import ConfusionMatrix
from audioclf_gui.gui.train.estimates_plot import EstimatesPlot
from audioclf_gui.gui.train.group_naming import GroupNamer
from audioclf_gui.gui.train.group_table import GroupTable
from audioclf_gui.gui.train.labels_page import LabelsPage
from audioclf_gui.gui.train.reliability_plot import ReliabilityPlot
from audioclf_gui.gui.train.report import PresentName
from audioclf_gui.gui.train.search_page import SearchPage
from audioclf_gui.gui.train.settings_table import SettingsTable
from audioclf_gui.gui.train.tabbed_panel import TabbedPanel
from audioclf_gui.gui.train.threshold_page import ThresholdPage
from audioclf_gui.gui.train.watch_page import WatchPage
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label

_MATRIX, _THRESHOLDS, _RELIABILITY, _ESTIMATES, _LABELS, _SEARCH, _WATCH = range(7)  # the pages at the left


class AnswersPages(QObject):
    """Two panels side by side: matrix and table of the classes, or two plots of estimates; and the groups.

    Attributes
    ----------
    left, right : QWidget
        For the workspace to lay out.
    labels : LabelsPage
        Questions about the labels themselves, whichever run is shown.
    search : SearchPage
    watch : WatchPage
    """

    clips_asked = Signal(str, object)  # a title and tuple[ClipId | Answer, ...]

    def __init__(self, context: Context, choice: TrainChoice, parent: QObject) -> None:
        super().__init__(parent)
        self.labels, self.watch = LabelsPage(context), WatchPage(context)
        self.search = SearchPage(context, choice)
        for page in (self.labels, self.watch):
            page.clips_asked.connect(self.clips_asked)
        self.matrix, self.table, self.groups = ConfusionMatrix(), ClassTable(), GroupTable()
        self.group_namer = GroupNamer(context, self.groups.naming, self)
        self.estimates, self.errors = EstimatesPlot(of_errors=False), EstimatesPlot(of_errors=True)
        self.thresholds, self.reliability, self.settings = ThresholdPage(), ReliabilityPlot(), SettingsTable()
        self.left, self.right = TabbedPanel(self.tr("Answers")), TabbedPanel(self.tr("Classes and groups"))
        self.hint = muted_label(
            self.tr(
                "A sound may be of several classes here, so there is no confusion matrix. Click a class to"
                " hear the clips that were missed or falsely taken for it."
            ),
            wrap=True,
        )
        self.shares = button(
            self.tr("In %"), self.tr("Show the share of each true class in place of the counts"), role="page"
        )
        self._details = QStackedWidget()
        self._add_figures()
        self._add_questions()
        self._add_right()

    def _add_figures(self) -> None:
        self.shares.setCheckable(True)
        self.shares.toggled.connect(self.matrix.set_in_shares)
        self.left.add_page(
            self.tr("Confusion matrix"),
            scrolling(self.matrix),
            self.tr("Which class is taken for which, counted on clips that the model had not learnt from."),
            self.tr("click to listen"),
            self.shares,
        )
        self.left.add_page(
            self.tr("Thresholds"),
            self.thresholds,
            self.tr(
                "From which score on each class counts, and what it costs: a high threshold misses "
                "sounds, a low one cries wolf."
            ),
        )
        self.left.add_page(
            self.tr("Reliability"),
            self.reliability,
            self.tr(
                "Whether scores can be believed: of all answers with a score of 0.8, about 80 % ought "
                "to be right."
            ),
        )
        note = muted_label(self.tr("A number is no class, so there is no confusion matrix."), wrap=True)
        self.left.add_page(
            self.tr("Estimates"),
            _column(self.estimates, note),
            self.tr(
                "Each clip by its true number and the one that the model said, where numbers are learnt."
            ),
            self.tr("on the line they are right"),
        )

    def _add_questions(self) -> None:
        self.left.add_page(
            self.tr("Labels"),
            self.labels,
            self.tr(
                "Questions about the labels: whether more of them would help, whether some are wrong, "
                "whether groups or new recordings make the figures too good."
            ),
        )
        self.left.add_page(
            self.tr("Search"),
            self.search,
            self.tr("Tries other settings of the model and tells honestly how good the best of them are."),
        )
        self.left.add_page(
            self.tr("Over time"),
            self.watch,
            self.tr(
                "Whether what the model hears in use still sounds like what it has learnt from, day by day."
            ),
        )

    def _add_right(self) -> None:
        self._details.addWidget(_column(self.table, self.hint))
        self._details.addWidget(self.errors)
        self.right.add_page(
            self.tr("Per class"),
            self._details,
            self.tr("How well each class, or each range of numbers, is recognised."),
        )
        self.right.add_page(
            self.tr("Per group"),
            self.groups,
            self.tr(
                "How well each site, speaker or recording is recognised. A bad one often has another "
                "microphone, or wrong labels."
            ),
            self.tr("the worst first"),
        )
        self.right.add_page(
            self.tr("Settings"),
            self.settings,
            self.tr("In which settings the chosen runs differ, side by side."),
            self.tr("what differs between the runs"),
        )
        self.show_settings(())
        self.right.setMinimumWidth(334)  # so that the names of classes stay whole beside four numbers

    def expect(self, *, of_numbers: bool) -> None:
        """Show where the answers of the next run will be."""
        self._details.setCurrentIndex(int(of_numbers))
        self.hint.hide()
        of_classes = (_MATRIX, _THRESHOLDS, _RELIABILITY, _LABELS, _SEARCH, _WATCH)
        self.left.offer((_ESTIMATES, _LABELS, _SEARCH, _WATCH) if of_numbers else of_classes)
        if of_numbers:
            self.right.rename(0, self.tr("Errors"), self.tr("above the line too high"))
        else:
            self.right.rename(0, self.tr("Per class"))

    def show_settings(self, runs: Sequence[Run]) -> None:
        """Offer what differs in the settings of these runs, if there are several."""
        if len(runs) > 1:
            self.settings.show_runs(runs)
        self.right.offer((0, 1, 2) if len(runs) > 1 else (0, 1))

    def show_report(self, report: Report, objective: str, names: Sequence[PresentName]) -> None:
        """Show another run, whose classes are called so now."""
        self.expect(of_numbers=objective == REGRESSION)
        self.groups.show_report(report)
        are_sets = isinstance(report.figures, MultiLabelFigures)
        self.reliability.show_report(report)
        if are_sets:
            self.left.offer((_THRESHOLDS, _RELIABILITY, _LABELS, _SEARCH, _WATCH))
        self.hint.setVisible(are_sets)
        if isinstance(report.figures, RegressionFigures):
            self.estimates.show_figures(report.figures)
            self.errors.show_figures(report.figures)
            return
        if objective == REGRESSION:
            self.estimates.clear()
            self.errors.clear()
            return
        self._show_classes(report, names)

    def _show_classes(self, report: Report, names: Sequence[PresentName]) -> None:
        called = [words(name.text) for name in names]
        self.matrix.show_matrix(called, report.confusion)
        rows = [replace(row, name=name) for row, name in zip(report.per_class, called, strict=False)]
        self.table.show_figures(rows, dict(zip(called, (name.colour for name in names), strict=True)))


def _column(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widgets[0], 1)
    for widget in widgets[1:]:
        column.addWidget(widget)
    return whole
