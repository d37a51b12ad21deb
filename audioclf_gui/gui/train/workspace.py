"""The Train workspace: its panels and how they are wired; nothing is computed here."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.report import SINGLE_LABEL, Report, report_from_json
from audioclf_gui.core.run import Run, RunId, RunStatus
from audioclf_gui.gui.actions import build_actions
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label_doubts import LabelDoubts
from audioclf_gui.gui.train.advanced_panel import AdvancedPanel
from audioclf_gui.gui.train.adviser import PresetAdviser
from audioclf_gui.gui.train.answers_pages import AnswersPages
from audioclf_gui.gui.train.arrangement import CurvesAndResults, SideColumn, above, side_by_side
from audioclf_gui.gui.train.checks_panel import ChecksPanel
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.train.class_table import Wrong
from audioclf_gui.gui.train.comparer import Comparer
from audioclf_gui.gui.train.curves import CurvePanel
from audioclf_gui.gui.train.data_count import DataCount
from audioclf_gui.gui.train.evaluator import Evaluator
from audioclf_gui.gui.train.first_run import FirstRun
from audioclf_gui.gui.train.folds_box import Foresight
from audioclf_gui.gui.train.jobs_panel import JobsPanel
from audioclf_gui.gui.train.judged import JudgedClips
from audioclf_gui.gui.train.model_export import ModelExportPanel
from audioclf_gui.gui.train.preset_keeper import PresetKeeper
from audioclf_gui.gui.train.report import ended_text, no_figures_text, present_names
from audioclf_gui.gui.train.result_pages import ResultPages
from audioclf_gui.gui.train.run_header import NO_NOTE, RunHeader
from audioclf_gui.gui.train.run_menu import RunKeeper
from audioclf_gui.gui.train.run_reports import RunReports
from audioclf_gui.gui.train.runs_panel import RunsPanel
from audioclf_gui.gui.train.settings_panel import SettingsPanel
from audioclf_gui.gui.train.shown_curves import LiveCurves
from audioclf_gui.gui.train.suggester import Suggester, may_suggest
from audioclf_gui.gui.train.threshold_chooser import ThresholdChooser
from audioclf_gui.gui.train.tracking_field import TRACK
from audioclf_gui.gui.train.trainer import News, Trainer
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import MARGIN
from audioclf_gui.gui.workspace import Workspace
from audioclf_gui.jobs.edit_clips import NameQuantity
from audioclf_gui.jobs.evaluate import Evaluation
from audioclf_gui.jobs.keep_runs import deleted_runs
from audioclf_gui.jobs.resume import can_go_on
from audioclf_gui.jobs.training_choice import CHOICE
from audioclf_gui.ml.dataset import TrainingSummary
from audioclf_gui.ml.events import Note, PartBegun
from audioclf_gui.remote.tracking.tools import places_in

_SIDE_WIDTH = 284
_RUNS_HEIGHT = 196  # four runs, and what can be done with them
_REDRAW_MS = 250  # a plot costs about 10 ms, of which training wants none


class TrainWorkspace(Workspace):
    """Choose, train, and see how good it is."""

    _shown: tuple[Run, ...] = ()

    def __init__(
        self, context: Context, cache_dir: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._live = LiveCurves(context.document.project.runs)
        self.choice = TrainChoice(self)
        self.choice.load(context.document.project.settings.get(CHOICE))
        self.trainer = Trainer(context, cache_dir or cache_folder(), self)
        self.suggester = Suggester(context, self)
        self.evaluator = Evaluator(context, self)
        self.judged, self.doubts = JudgedClips(context, self), LabelDoubts(context, self)
        self.comparer = Comparer(context, self)
        self.settings = SettingsPanel(self.choice, context.session)
        self.checks = ChecksPanel(context)
        self.runs = RunsPanel()
        self.keeper = RunKeeper(context, self.runs)
        self.header = RunHeader()
        self.first_run = FirstRun(context.document.project, self.trainer, self.header)
        self.loss = CurvePanel(self.tr("Loss"), "loss")
        self.figure = CurvePanel(self.tr("Accuracy"), "figure")
        self.answers = AnswersPages(context, self.choice, self)
        self.chooser = ThresholdChooser(context, self.answers.thresholds, self)
        self.matrix, self.table = self.answers.matrix, self.answers.table
        self.pages = ResultPages()
        self.data = DataCount(context, self, self.choice)
        self.adviser = PresetAdviser(context, self, self.choice)
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._arrange()
        self._connect()
        self._connect_measuring()
        self._refresh_runs()
        if self._context.document.project.runs.all:
            self.runs.choose(self._context.document.project.runs.all[-1].id)

    def _arrange(self) -> None:
        self.checks.setMinimumHeight(92)
        self.runs.setMinimumHeight(_RUNS_HEIGHT)
        self.reports = RunReports(self._context, self.runs)
        self.foresight = Foresight(self._context, self, self.choice, self.settings.folds)
        self.presets = PresetKeeper(self._context, self, self.choice, self.settings)
        side = SideColumn({self.settings: 0, self.checks: 2, self.runs: 3}, _SIDE_WIDTH)
        self.pages.addWidget(above(self.header, self._results()))
        self.pages.cover(self.settings.advanced, lambda: self.advanced)
        self.pages.cover(self.settings.where.jobs, lambda: self.jobs)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(self.pages, 1)

    def _results(self) -> QWidget:
        """Curves above, below them matrix and table, or of a number its estimates."""
        curves = side_by_side(self.loss, self.figure, stretch=(1, 1))
        results = side_by_side(self.answers.left, self.answers.right, stretch=(5, 3))
        tip = self.tr("Hide the curves above, so that this has all the room")
        self.rows = CurvesAndResults(curves, results, tip, self._context.session, "train/curves_hidden")
        self.keep_layout("train/rows", self.rows.splitter, [300, 430])
        self.keep_layout("train/curves", curves, [300, 300])
        self.keep_layout("train/results", results, [900, 600])
        self.answers.right.add_at_end(self.rows.larger)
        return self.rows

    def _connect(self) -> None:
        document = self._context.document
        self.data.changed.connect(self.checks.refresh)
        self.data.counted.connect(self._show_summary)
        document.runs_changed.connect(self._refresh_runs)
        self.presets.watch(self.keeper, self.answers.search, self.answers.labels)
        document.classes_changed.connect(self._show_names)
        self._redraw.timeout.connect(self._refresh_curves)
        self.adviser.advised.connect(self.settings.show_advice)
        self.settings.train_asked.connect(self.train)
        self.settings.goal.quantity_named.connect(lambda *said: self._context.edit(NameQuantity(*said)))
        self.checks.clips_asked.connect(self.clips_shown)
        self.checks.counted.connect(self.table.show_counts)
        self.runs.chosen.connect(self._show_runs)
        self.header.stop_asked.connect(self.stop)
        self.header.continue_asked.connect(self.go_on)
        self.header.suggest_asked.connect(self.suggest)
        self.judged.found.connect(self.clips_shown)
        self.answers.clips_asked.connect(self.clips_shown)
        self.matrix.cell_activated.connect(self._open_cell)
        self.table.clips_asked.connect(self._open_class)
        self.trainer.asked.connect(lambda: self._show_running(True))
        self.trainer.began.connect(self._begin)
        self.trainer.reported.connect(self._report)
        self.trainer.ended.connect(self._end)
        self.header.export_asked.connect(self.export_model)
        handlers = {
            "train": self.train,
            "stop_training": self.stop,
            "evaluate": self.evaluator.ask,
            "export_model": self.export_model,
            "report_runs": self.reports.ask,
        }
        self.commands = build_actions(self, handlers, self._context.session)
        self.commands["stop_training"].setEnabled(False)
        self.commands["export_model"].setEnabled(False)

    def _connect_measuring(self) -> None:
        self.answers.group_namer.tell(self.settings.call_groups)
        self.evaluator.measured.connect(self._show_measured)
        self.evaluator.all_learnt.connect(self._show_all_learnt)
        self.header.errors_asked.connect(lambda: self.doubts.find(self._shown[0]))
        self.doubts.found.connect(self.clips_shown)
        self.comparer.compared.connect(self.header.show_comparison)
        self.answers.thresholds.asked.connect(lambda: self.judged.read_scores(self._shown))
        self.answers.thresholds.asked.connect(lambda: self.chooser.read(self._shown))
        self.judged.scored.connect(self.answers.thresholds.show_scores)
        self.header.fold_asked.connect(self.evaluator.measure_fold)
        self.header.training_asked.connect(self.evaluator.measure_training)

    @cached_property
    def advanced(self) -> AdvancedPanel:
        """Every parameter; made when it is first asked for, since it has as many fields as all the rest."""
        panel = AdvancedPanel(self.choice, self._context.session)
        panel.presets.clicked.connect(lambda: self.presets.open_menu(panel.presets))
        return panel

    @cached_property
    def jobs(self) -> JobsPanel:
        """What was sent to Azure; made when it is first asked for."""
        panel = JobsPanel(self._context, self.settings.where, self.trainer)
        panel.fetch_asked.connect(self.fetch)
        return panel

    @cached_property
    def export_panel(self) -> ModelExportPanel:
        """The form of an export; made when it is first asked for."""
        return ModelExportPanel(self._context, self)

    @override
    def shutdown(self) -> None:
        """End what is going on, keeping the best epoch."""
        super().shutdown()
        self.data.stop()
        self.adviser.stop()
        self.foresight.stop()
        self._redraw.stop()
        self.trainer.shutdown()
        self.suggester.shutdown()

    def train(self) -> None:
        """Begin a run with what is chosen."""
        if self.trainer.is_running:
            return
        try:
            places = places_in(self._context.session.text(TRACK))
            self._context.document.project.settings.put_look(CHOICE, self.choice.kept())
        except UserError as error:
            self._context.message_bar.show_error(error)
            return
        self.trainer.start(
            self.choice.settings,
            all_folds=self.choice.all_folds,
            name=self.choice.saved_name,
            places=places,
            where=self.settings.where.chosen,
        )

    def go_on(self) -> None:
        """Go on with the run that is shown, which ended early."""
        if self.trainer.is_running or not self._shown:
            return
        try:
            places = places_in(self._context.session.text(TRACK))
            self.trainer.go_on(self._shown[0], places, self.settings.where.chosen)
        except UserError as error:
            self._context.message_bar.show_error(error)
            return

    def fetch(self, job: str) -> None:
        """Make a run of what a job left elsewhere."""
        where = self.settings.where.chosen
        if where is not None and not self.trainer.is_running:
            self.trainer.fetch(where, job)

    def _show_running(self, is_running: bool) -> None:
        self.settings.set_running(is_running)
        self.commands["train"].setEnabled(not is_running)

    def stop(self) -> None:
        """End the run and keep the best epoch."""
        if self.trainer.is_running:
            self.trainer.stop()
            self.header.show_stopping()
            self.commands["stop_training"].setEnabled(False)

    def suggest(self) -> None:
        """Let the model of the run that is shown look at every clip."""
        if self._shown:
            self.suggester.start(self._shown[0])

    def export_model(self) -> None:
        """Ask how the model of the run that is shown is to be exported."""
        if self._shown:
            self.export_panel.open_for(self._shown[0], self.header.export_button)

    def _show_summary(self, summary: TrainingSummary) -> None:
        self.settings.show_data(summary)
        if not (self._context.document.project.runs.all or self.trainer.is_running):
            self.answers.expect(of_numbers=summary.of_numbers)
            self.figure.expect(of_numbers=summary.of_numbers)
            self.header.expect(summary)

    def _refresh_runs(self) -> None:
        runs = self._context.document.project.runs.all
        notes = self._context.document.project.runs.notes
        self.runs.show_runs(runs, notes)
        if self._shown:
            self.header.show_name(self._shown[0], notes.get(self._shown[0].id, NO_NOTE))
        self.settings.show_runs(self._context.document.project)
        if not runs and self._shown:  # the last one was deleted
            self._show_no_run()
            self._show_report(Report(), SINGLE_LABEL)
            self.header.expect(self.data.summary)
        # Without runs its room goes to what there is to mend before the first, unless one can come back.
        self.runs.setVisible(bool(runs) or bool(deleted_runs(self._document.project.folder)))

    def _begin(self, run: Run) -> None:
        self._live.begin(run)
        self.pages.uncover()
        self.commands["stop_training"].setEnabled(True)
        self.runs.choose(run.id)

    def _report(self, news: News) -> None:
        for event in news.events:
            self._live.add(event)
        run = self.trainer.run
        is_far = run is None or self.trainer.where is not None  # here the curves tell enough
        notes = [words(event.text) for event in news.latest if isinstance(event, Note) and is_far]
        for told in notes:
            self._context.status(told)
        if run is None or not self._shown or self._shown[0].id != run.id:
            return
        for told in notes:
            self.header.state.set_text(told)
        if any(isinstance(event, PartBegun) for event in news.events):
            self._show_curves()
        for event in news.latest:
            self.header.show_event(event, self._live.now.best_figure)
        if self.trainer.is_stopping:
            self.header.show_stopping()
        if self.isVisible() and not self._redraw.isActive():
            self._redraw.start()

    def _show_curves(self) -> None:
        curves = self._live.to_draw(self._shown, self.trainer.run)
        self.loss.show_runs(curves)
        self.figure.show_runs(curves)
        self.rows.show_curves(self.loss.has_curves)
        if self._shown:
            self.figure.name_after(self._shown[0].objective)

    def _refresh_curves(self) -> None:
        self.loss.refresh()
        self.figure.refresh()
        self.rows.show_curves(self.loss.has_curves)

    def _end(self, run: Run | None) -> None:
        self._show_running(False)
        self.commands["stop_training"].setEnabled(False)
        if run is None:
            return
        if self._shown and self._shown[0].id == run.id:
            self._show_runs(self.runs.selected)
        found = report_from_json(run.report).headline
        if found is not None:
            self._context.status(words(ended_text(run, found, self.trainer.place_name)))
            if self.settings.suggest.isChecked() and may_suggest(run, self._document.view):
                self.suggester.start(run)

    def _show_runs(self, run_ids: tuple[RunId, ...]) -> None:
        by_id = {run.id: run for run in self._context.document.project.runs.all}
        self._shown = tuple(by_id[run_id] for run_id in run_ids if run_id in by_id)
        if not self._shown:
            return
        shown = self._shown[0]
        compared = self._shown[1] if len(self._shown) == 2 else None
        has_model = self._context.document.project.runs.keeps_model(shown)
        folder = self._document.project.folder
        may_go_on = not self.trainer.is_running and can_go_on(folder, shown)
        note = self._context.document.project.runs.notes.get(shown.id, NO_NOTE)
        self.header.show_run(
            shown, compared, has_model=has_model, can_go_on=may_go_on, note=note, folder=folder
        )
        self.comparer.compare(self._shown)
        self.answers.show_settings(self._shown)
        self.answers.thresholds.expect()
        self.commands["export_model"].setEnabled(has_model and shown.status is not RunStatus.RUNNING)
        self._show_curves()
        self.matrix.empty_text = self.table.empty_text = words(no_figures_text(shown, has_model=has_model))
        self._show_report(report_from_json(shown.report), shown.objective)

    def _show_report(self, report: Report, objective: str) -> None:
        """The matrix and the table of the classes, or the estimates of a number."""
        self.answers.show_report(report, objective, present_names(report, self._document.view))

    def _show_names(self) -> None:
        """Call the classes of the run that is shown as they are called now."""
        if self._shown:
            self._show_report(report_from_json(self._shown[0].report), self._shown[0].objective)

    def _show_measured(self, name: str, measured: Evaluation) -> None:
        """What a model came to that need not be of any run here; nobody knows which clips it answered how."""
        self._show_no_run()
        folds = () if self.data.summary is None else sorted(filter(None, self.data.summary.folds))
        self.header.show_measured(name, measured, folds)
        report = report_from_json(measured.report)
        self._show_report(report, report.objective)

    def _show_all_learnt(self, name: str) -> None:
        self._show_no_run()
        self.header.show_all_learnt(name)
        self._show_report(Report(), SINGLE_LABEL)

    def _show_no_run(self) -> None:
        self._shown = ()
        self.answers.show_settings(())
        self.answers.thresholds.expect()
        self.commands["export_model"].setEnabled(False)
        self.runs.table.clearSelection()
        self.loss.show_runs(())
        self.figure.show_runs(())

    def _open_cell(self, true: int, answered: int) -> None:
        if self._shown:
            self.judged.open_cell(self._shown[0], true, answered, self.matrix.cell_title((true, answered)))

    def _open_class(self, place: int, wrong: Wrong) -> None:
        if self._shown:
            self.judged.open_class(self._shown[0], place, wrong)
