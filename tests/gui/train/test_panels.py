import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from audioclf_gui.core.figures import ClassFigures
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.run import Epoch, Run, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.text import number_text
from audioclf_gui.gui.theme import class_colour
from audioclf_gui.gui.train.advanced_panel import AdvancedPanel
from audioclf_gui.gui.train.answers_pages import AnswersPages
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.train.class_table import ClassTable
from audioclf_gui.gui.train.confusion import ConfusionMatrix
from audioclf_gui.gui.train.curves import TRAINING, VALIDATION, CurvePanel, RunCurves
from audioclf_gui.gui.train.group_table import GroupTable
from audioclf_gui.gui.train.reliability_plot import ReliabilityPlot
from audioclf_gui.gui.train.report import progress_text, remarks, state_text
from audioclf_gui.gui.train.run_header import RunHeader
from audioclf_gui.gui.train.settings_panel import SettingsPanel
from audioclf_gui.gui.train.tabbed_panel import TabbedPanel
from audioclf_gui.gui.train.threshold_page import ThresholdPage
from audioclf_gui.gui.train.unit_plot import unit_plot
from audioclf_gui.ml.class_counts import ClassCount, ClassCounts
from audioclf_gui.ml.events import BatchDone, EpochDone, FitProgress, Measuring
from audioclf_gui.ml.settings import describe, settings_for
from audioclf_gui.ml.thresholds import ClassScores

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def choice(qapp):
    return TrainChoice()


@pytest.fixture
def advanced(choice, session, qtbot):
    panel = AdvancedPanel(choice, session)
    qtbot.addWidget(panel)
    panel.resize(980, 700)
    panel.show()
    return panel


def row_of(panel, name):
    return next(row for row in panel.rows if row.parameter.name == name)


def test_every_parameter_is_in_the_advanced_panel_with_its_reason(advanced):
    shown = {row.parameter.name for row in advanced.rows}
    assert shown == {parameter.name for parameter in describe()} - {"preset"}
    assert all(row.reason.text() for row in advanced.rows)


def test_a_value_typed_is_taken_and_reset_puts_the_default_back(advanced, choice, qtbot):
    row = row_of(advanced, "batch_size")
    row.editor.clear()
    qtbot.keyClicks(row.editor, "16")
    qtbot.keyClick(row.editor, Qt.Key.Key_Return)
    assert choice.settings.batch_size == 16
    assert row.reset.isVisible()
    qtbot.mouseClick(row.reset, LEFT)
    assert choice.settings.batch_size == choice.base.batch_size
    assert row.editor.text() == str(choice.base.batch_size)
    assert not row.reset.isVisible()


def test_a_reference_as_given_is_a_tick_that_ends_with_the_reference(advanced, choice, qtbot):
    choice.choose_preset("r4")
    choice.set(epochs=50)
    row = row_of(advanced, "as_given")
    row.editor.click()
    assert (choice.settings.as_given, choice.settings.validate) == (True, "random:0.2")
    assert (choice.settings.epochs, choice.base.epochs) == (2, 2)
    choice.set(epochs=50)
    assert choice.settings.epochs == 50
    kept = choice.kept()
    choice.choose_preset("default")
    assert not choice.settings.as_given
    assert choice.settings.validate == "group"
    choice.load(kept)
    assert (choice.settings.preset, choice.settings.as_given, choice.settings.epochs) == ("r4", True, 50)


def test_a_value_that_cannot_be_used_says_why_and_changes_nothing(advanced, choice, qtbot):
    row = row_of(advanced, "learning_rate")
    row.editor.clear()
    qtbot.keyClicks(row.editor, "fast")
    qtbot.keyClick(row.editor, Qt.Key.Key_Return)
    assert advanced.note.isVisible()
    assert "learning_rate" in advanced.note.text()
    assert row.editor.text() == f"{choice.settings.learning_rate:g}"


def test_training_on_all_clips_afterwards_is_a_tick(advanced, choice, qtbot):
    row = row_of(advanced, "refit")
    assert row.editor.isChecked()
    assert row.default.text() == "on"
    qtbot.mouseClick(row.editor, LEFT, pos=QPoint(8, row.editor.height() // 2))
    assert choice.settings.refit is False
    assert row.reset.isVisible()
    choice.reset("refit")
    assert row.editor.isChecked()


def test_what_is_left_blank_is_told_in_words(advanced, choice):
    shown = {row.parameter.name: row for row in advanced.rows}
    assert shown["test"].default.text() == "chosen by share"
    assert (shown["test"].editor.text(), shown["test"].editor.placeholderText()) == ("", "chosen by share")
    assert shown["threads"].default.text() == "automatic"
    assert [row.name.text() for row in advanced.rows if row.default.text() in {"", "—"}] == []
    assert shown["patience"].editor.placeholderText() == "never"
    assert shown["mel_norm"].editor.itemText(shown["mel_norm"].editor.findData("")) == "equal height"


def test_the_window_starts_with_what_the_command_line_has(choice):
    assert choice.settings == settings_for("auto")
    choice.set(epochs=7, patience=None)
    choice.reset_all()
    assert choice.settings == settings_for("auto")


def test_a_test_set_by_name_and_other_ways_to_hold_clips_back_replace_each_other(choice):
    choice.hold_out_every_fold()
    choice.set(test="group:a")
    assert (choice.settings.validate, choice.settings.test, choice.all_folds) == ("group", "group:a", False)
    choice.set(validate="fold:1")
    assert (choice.settings.validate, choice.settings.test) == ("fold:1", "")
    choice.set(test="fold:2")
    choice.hold_out_every_fold()
    assert (choice.settings.test, choice.all_folds) == ("", True)


def test_the_reasons_are_in_sight_however_long_a_default_is(advanced):
    for row in advanced.rows:
        right = row.reason.mapTo(advanced, row.reason.rect().topRight()).x()
        assert row.reason.width() > 200
        assert right < advanced.width()


def test_the_filter_finds_parameters_by_their_reason(advanced, qtbot):
    qtbot.keyClicks(advanced.filter, "blanked")
    assert {row.parameter.name for row in advanced.rows if row.name.isVisible()} == {
        "masks",
        "mask_bins",
        "mask_columns",
    }


def test_simple_and_advanced_settings_show_the_same_choice(advanced, choice, qtbot):
    panel = SettingsPanel(choice, Session())
    qtbot.addWidget(panel)
    panel.show()
    panel.limit.setCurrentIndex(2)
    panel.epochs.setValue(7)
    assert choice.settings.epochs == 7
    assert choice.settings.patience is None
    assert row_of(advanced, "epochs").editor.text() == "7"
    choice.set(max_minutes=2.5)
    assert panel.limit.currentIndex() == 1
    assert panel.minutes.value() == 2.5


def test_a_random_split_comes_with_a_warning(choice, qtbot):
    panel = SettingsPanel(choice, Session())
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.warning.isVisible()
    choice.set(validate="random:0.2")
    assert panel.warning.isVisible()


def test_settings_kept_by_another_version_are_taken_up_or_ignored(choice):
    choice.load({**choice.settings.to_dict(), "batch_size": 64})
    assert choice.settings.batch_size == 64
    choice.load({"preset": "gone"})
    assert choice.settings.batch_size == 64


@pytest.fixture
def matrix(qtbot):
    widget = ConfusionMatrix()
    qtbot.addWidget(widget)
    widget.resize(560, 340)
    widget.show_matrix(
        ["dog", "a class with a very long name indeed", "rain"], [[3, 0, 1], [0, 4, 0], [2, 0, 5]]
    )
    widget.show()
    return widget


def test_a_click_opens_the_cell_under_the_pointer_and_empty_cells_do_not_open(matrix, qtbot):
    with qtbot.waitSignal(matrix.cell_activated) as opened:
        qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect((2, 0)).center().toPoint())
    assert opened.args == [2, 0]
    with qtbot.assertNotEmitted(matrix.cell_activated):
        qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect((0, 1)).center().toPoint())


def test_cells_open_with_the_keyboard(matrix, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(matrix, key)
    assert matrix.accessibleDescription() == "rain recognised: 5 of 7 clips"
    with qtbot.waitSignal(matrix.cell_activated) as opened:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert opened.args == [2, 2]


@pytest.mark.parametrize("size", [(360, 260), (560, 340), (1200, 700)])
def test_the_matrix_stays_inside_its_widget_at_every_size(matrix, size):
    matrix.resize(*size)
    assert matrix.rect().contains(matrix.cell_rect((0, 0)).toRect())
    assert matrix.rect().contains(matrix.cell_rect((2, 2)).toRect())
    assert matrix.cell_at(QPointF(0, 0)) is None


def test_one_long_name_leaves_most_of_the_matrix_to_its_cells_and_is_told_whole(matrix, monkeypatch):
    matrix.resize(460, 260)
    cells = matrix.cell_rect((0, 0)).united(matrix.cell_rect((2, 2)))
    assert cells.height() > 0.6 * matrix.height()
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: told.append(text))
    below = QPointF(cells.left() + cells.width() / 2 - 20, cells.bottom() + 20).toPoint()
    QApplication.sendEvent(matrix, QHelpEvent(QEvent.Type.ToolTip, below, matrix.mapToGlobal(below)))
    assert told == ["a class with a very long name indeed"]


def test_the_table_sorts_by_a_click_and_right_aligns_numbers(qtbot):
    table = ClassTable()
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    rows = [
        ClassFigures("dog", 0.9, 0.5, 0.64, 8, 0.2, 0.8),
        ClassFigures("cat", 0.7, 0.9, 0.79, 9, 0.6, 1.0),
    ]
    table.show_figures(rows, {"dog": "#e69f00"})
    header = table.horizontalHeader()
    position = header.sectionViewportPosition(2) + header.sectionSize(2) // 2
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPointF(position, header.height() / 2).toPoint())
    texts = [table.figures.index(row, 0).data() for row in range(2)]
    assert texts in (["dog", "cat"], ["cat", "dog"])
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPointF(position, header.height() / 2).toPoint())
    assert [table.figures.index(row, 0).data() for row in range(2)] == texts[::-1]
    assert table.figures.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert "95 % interval" in table.figures.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)


def test_what_follows_the_learning_is_told_while_figures_of_epochs_stay_in_sight(qtbot):
    header = RunHeader()
    qtbot.addWidget(header)
    header.show_event(FitProgress(300, 300, Text("growing trees")), 0.0)
    header.show_event(Measuring(20, 80), 0.0)
    assert header.state.whole_text() == "measuring, 20 of 80"
    header.show_event(EpochDone(Epoch(3, 1.0, 0.5, 1.0, 0.5, 1e-3, 1.0), 9, 3, 100.0, 6.0), 0.5)
    told = header.state.whole_text()
    header.show_event(BatchDone(4, 9, 7, 7, 0.5), 0.5)
    header.show_event(Measuring(20, 80), 0.5)
    assert header.state.whole_text() == told
    header.show_stopping()
    header.show_event(Measuring(30, 80), 0.5)
    assert header.state.whole_text() == "measuring, 30 of 80"


def test_counts_and_their_headings_are_shown_whole_however_large(qtbot):
    table = ClassTable()
    qtbot.addWidget(table)
    table.resize(364, 300)
    table.show()
    table.show_counts(ClassCounts(1.0, (ClassCount("Carollia castanea", 120, 19_300, 19_020, 1_319_020),)))
    assert table.model().index(0, 2).data() == f"{number_text(19_020)} / {number_text(19_300)}"
    for column in range(1, 4):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)


def test_curves_follow_epochs_and_batches_and_name_the_lines_beside_the_plot(qtbot):
    panel = CurvePanel("Loss", "loss")
    qtbot.addWidget(panel)
    panel.resize(500, 300)
    panel.show()
    run = RunCurves("run 1")
    panel.show_runs([run])
    assert panel.legend.entries == ()
    for number in range(1, 5):
        for batch in range(1, 11):
            run.add_batch(number - 1 + batch / 10, 2.0 / number, 10)
        run.epochs.append(Epoch(number, 2.0 / number, 0.5, 2.1 / number, 0.4, 1e-3, 1.0))
        run.best_epoch = number
        panel.refresh()
    assert [text for text, _, _ in panel.legend.entries] == ["training", "validation", "best"]
    assert len(run.batches) == 40


def test_a_single_epoch_is_seen_too_and_has_its_number(qtbot):
    panel = CurvePanel("Accuracy", "figure")
    qtbot.addWidget(panel)
    panel.resize(500, 300)
    panel.show()
    run = RunCurves("run 1")
    run.epochs.append(Epoch(1, 2.0, 0.5, 2.1, 0.25, 1e-3, 1.0))
    panel.show_runs([run])
    plot = panel._plot.grab().toImage()
    seen = {plot.pixelColor(x, y).name() for x in range(plot.width()) for y in range(plot.height())}
    assert {class_colour(colour).name() for colour in (TRAINING, VALIDATION)} <= seen
    axis = panel._plot.getPlotItem().getAxis("bottom")
    assert [1.0, 2.0] in [list(values) for _step, values in axis.tickValues(*axis.range, 400)]


def test_long_names_of_classes_keep_the_end_by_which_they_differ(qtbot):
    table = ClassTable()
    qtbot.addWidget(table)
    assert table.textElideMode() == Qt.TextElideMode.ElideMiddle


def test_a_comparison_is_told_before_what_may_be_cut_off_and_dashes_only_where_there_are_curves():
    report = {"objective": "single-label", "accuracy": 0.75}
    shown = Run(2, "2026-11-29T09:00:00+00:00", "forest", {}, RunStatus.DONE, report=report)
    other = replace(shown, id=1, preset="fast")
    told = state_text(shown, other, has_model=True).split(" · ")
    assert told[1:] == ["compared with run 1, 0.750 (dashed)", "finished", "2026-11-29 09:00 UTC"]
    at_once = replace(other, report={**report, "in_one_go": True})
    assert " · compared with run 1, 0.750 · " in state_text(shown, at_once, has_model=True)


def test_a_run_that_was_cut_off_is_not_told_to_have_failed():
    run = Run(1, "", "fast", {}, RunStatus.FAILED)
    assert "interrupted; no model was kept" in state_text(run, None, has_model=False)
    run = replace(run, report={"error": "the disk is full"})
    assert "failed; no model was kept" in state_text(run, None, has_model=False)


def test_the_ends_of_a_low_axis_have_room_for_words_and_points(qtbot):
    plot = unit_plot("recall", "precision")
    qtbot.addWidget(plot)
    plot.resize(300, 110)
    plot.show()
    box = plot.getPlotItem().getViewBox()
    assert box.mapViewToDevice(QPointF(0.5, 1.0)).y() - box.mapToDevice(box.rect().topLeft()).y() >= 8


def test_words_about_a_run():
    report = {
        "clips": {"train": 240, "valid": 80, "test": 1, "quarantined": 2},
        "refused": [
            {"path": "/audio/a.wav", "reason": "it is not there any more"},
            {"path": "/audio/b.wav", "reason": "it was changed since it was imported"},
        ],
        "groups": {"train": 3, "valid": 1, "test": 1},
        "notes": ["the split is random"],
    }
    words = " ".join(remarks(report_from_json(report)))
    assert "Trained on 240 labels (3 groups), validated on 80 labels (1 group)" in words
    assert "tested on 1 label (1 group)." in words
    assert (
        "2 clips could not be used and were left out: a.wav (it is not there any more),"
        " b.wav (it was changed since it was imported)."
    ) in words
    assert words.startswith("The split is random. Trained on")
    assert progress_text(37, 60, (0.861, 31), 72.0) == ("epoch 37 of 60 · best 0.861 at 31 · 1 min 12 s left")


def test_the_workspaces_need_neither_torch_nor_pyqtgraph_to_open():
    code = (
        "import sys, audioclf_gui.gui.train.workspace, audioclf_gui.gui.review.workspace;"
        "sys.exit(bool({'torch', 'pyqtgraph'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_groups_of_a_run_are_compared_with_the_worst_first(qtbot):
    table = GroupTable()
    qtbot.addWidget(table)
    table.show()
    assert table.empty.isVisible()
    rows = [
        {"group": "site 3", "pieces": 20, "accuracy": 0.5},
        {"group": "site 1", "pieces": 8, "accuracy": 1.0},
    ]
    table.show_report(report_from_json({"accuracy": 0.7, "per_group": rows}))
    cells = [[table.model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert cells == [["site 3", "0.500", "20"], ["site 1", "1.000", "8"]]
    assert not table.empty.isVisible()
    numbers = [
        {"group": "rig", "pieces": 3, "mae": 2.0, "bias": -1.0},
        {"group": "lab", "pieces": 3, "mae": 1.0, "bias": 0.5},
    ]
    report = {"objective": "regression", "r2": 0.5, "unit": "dB", "per_group": numbers}
    table.show_report(report_from_json(report))
    assert [table.model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)] == [
        "Group",
        "MAE",
        "Bias",
        "Clips",
    ]
    assert table.model.index(0, 1).data() == "2.00 dB"


def test_a_panel_shows_the_page_whose_name_is_clicked(qtbot):
    panel = TabbedPanel("answers")
    for name in ("one", "two", "three"):
        panel.add_page(name, QLabel(name), f"What {name} is")
    qtbot.addWidget(panel)
    panel.show()
    qtbot.mouseClick(panel.tabs[2], LEFT)
    assert panel.pages.currentWidget().text() == "three"
    panel.offer([0, 1])
    assert panel.pages.currentWidget().text() == "one"
    assert [tab.isVisible() for tab in panel.tabs] == [True, True, False]


def test_names_without_room_are_in_a_menu_and_the_page_shown_is_always_named(qtbot):
    panel = TabbedPanel("answers")
    names = ("Confusion matrix", "Thresholds", "Reliability", "Labels", "Search")
    for name in names:
        panel.add_page(name, QLabel(name), f"What {name} is")
    qtbot.addWidget(panel)
    panel.resize(panel.sizeHint())
    panel.show()
    assert all(tab.isVisible() for tab in panel.tabs)
    assert not panel.more.isVisible()
    panel.resize(panel.minimumSizeHint().width() + 40, 200)
    hidden = [tab.text() for tab in panel.tabs if not tab.isVisible()]
    assert hidden == ["Thresholds", "Reliability", "Labels", "Search"]
    menu = panel.more.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == hidden
    menu.actions()[2].trigger()
    assert panel.pages.currentWidget().text() == "Labels"
    assert panel.tabs[3].isVisible()
    assert not panel.tabs[0].isVisible()
    assert panel.tabs[3].geometry().right() < panel.more.geometry().left() < panel.width()


def test_the_counts_follow_the_threshold_and_the_class(qtbot):
    page = ThresholdPage()
    qtbot.addWidget(page)
    page.resize(500, 300)
    with qtbot.waitSignal(page.asked):
        page.show()
    there, scores = np.array([True, True, False]), np.array([0.9, 0.4, 0.6])
    page.show_scores(
        [ClassScores("a", there, scores), ClassScores("b", ~there, 1 - scores)], ["frog", "toad"]
    )
    assert "0.50: 1 right, 1 missed, 1 false" in page.counts.text()
    page.slider.setFocus()
    qtbot.keyClick(page.slider, Qt.Key.Key_Home)
    assert "0.00: 2 right, 0 missed, 1 false" in page.counts.text()
    qtbot.keyClick(page.slider, Qt.Key.Key_End)
    assert "1.00: 0 right, 2 missed, 0 false" in page.counts.text()
    page.slider.setValue(50)
    page.chooser.setCurrentText("toad")
    assert "0 right, 1 missed, 1 false" in page.counts.text()
    with qtbot.waitSignal(page.asked):
        page.expect()
    assert page.empty.isVisible()
    assert not page.slider.isVisible()


def test_before_the_first_run_nothing_is_said_of_sounds_of_several_classes(workspace):
    assert not workspace.answers.hint.isVisible()


def test_the_matrix_shows_counts_or_shares_of_the_true_class(context, qtbot):
    pages = AnswersPages(context, TrainChoice(), QObject())
    qtbot.addWidget(pages.left)
    qtbot.addWidget(pages.right)
    pages.left.show()
    pages.matrix.show_matrix(("dog", "owl"), ((6, 2), (0, 0)))
    cells = ((0, 0), (0, 1), (1, 0))
    assert [pages.matrix.number_in(cell) for cell in cells] == ["6", "2", "0"]
    qtbot.mouseClick(pages.shares, LEFT)
    assert [pages.matrix.number_in(cell) for cell in cells] == ["75", "25", "0"]
    qtbot.mouseClick(pages.shares, LEFT)
    assert pages.matrix.number_in((0, 0)) == "6"


def test_the_reliability_of_a_run_is_drawn_and_of_one_that_does_not_tell_it_words_are_shown(qtbot):
    plot = ReliabilityPlot()
    qtbot.addWidget(plot)
    plot.show()
    steps = [
        {"confidence": 0.6, "accuracy": 0.5, "count": 4},
        {"confidence": 0.9, "accuracy": 1.0, "count": 9},
    ]
    plot.show_report(report_from_json({"accuracy": 0.8, "reliability": steps}))
    assert plot.points == ((0.6, 0.5, 4), (0.9, 1.0, 9))
    assert not plot.empty.isVisible()
    plot.show_report(report_from_json({"accuracy": 0.8}))
    assert plot.empty.isVisible()
