import json
import shutil
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.cli.main import main
from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.gui.train.trainer import gathered
from audioclf_gui.gui.train.workspace import TrainWorkspace
from audioclf_gui.ml.events import EpochDone

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 60_000
SMALL = {"architecture": "r4_cnn", "dropout": None}  # for many epochs, or many networks


def train(workspace, qtbot):
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        pass
    return ended.args[0]


def begin(workspace, qtbot):
    """Start a run and leave it going."""
    with qtbot.waitSignal(workspace.trainer.began, timeout=ENOUGH_MS) as began:
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    return began.args[0]


def cell_with_clips(matrix):
    size = range(len(matrix.classes))
    return next((true, said) for true in size for said in size if matrix.counts[true][said])


def test_a_click_trains_draws_every_epoch_and_shows_what_came_of_it(workspace, context, qtbot):
    workspace.settings.suggest.setChecked(False)
    run = train(workspace, qtbot)
    assert run.status is RunStatus.DONE
    assert [epoch.number for epoch in context.document.project.runs.epochs(run.id)] == [1, 2, 3]
    assert workspace.header.title.text() == "Run 1"
    assert workspace.header.figures.isVisible()
    assert workspace.header.figures.blocks["accuracy"].value.text() == f"{run.report['accuracy']:.3f}"
    assert set(workspace.matrix.classes) == {"whistle", "hiss"}
    assert sum(map(sum, workspace.matrix.counts)) == run.report["clips"]["test"]
    assert workspace.table.figures.rowCount() == 2
    assert "Trained on" in workspace.header.remarks.words.text()
    assert workspace.settings.train_button.isEnabled()


def test_a_run_of_the_window_is_logged_and_repeated_as_one_of_the_command_line(workspace, context, qtbot):
    workspace.settings.suggest.setChecked(False)
    run = train(workspace, qtbot)
    project = context.document.project
    assert run.report["run"] == run.id
    bundle = project.runs.bundle_path(run)
    config = bundle.with_name(f"{bundle.name}.settings.json")
    assert json.loads(config.read_text("utf-8"))["settings"] == run.settings
    lines = bundle.with_name(f"{bundle.name}.log.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert [one["epoch"]["number"] for one in records if "epoch" in one] == [1, 2, 3]
    assert records[-1]["done"]["accuracy"] == run.report["accuracy"]


def test_stop_keeps_the_best_epoch_and_answers_quickly(workspace, context, qtbot):
    workspace.choice.set(epochs=5000)
    workspace.settings.suggest.setChecked(False)
    run = begin(workspace, qtbot)
    qtbot.waitUntil(lambda: len(context.document.project.runs.epochs(run.id)) >= 2, timeout=ENOUGH_MS)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=5000) as ended:
        qtbot.mouseClick(workspace.header.stop_button, LEFT)
    stopped = ended.args[0]
    assert stopped.status is RunStatus.STOPPED
    assert stopped.report["best_epoch"] >= 1
    assert (context.document.project.runs.bundle_path(stopped)).is_dir()
    assert not workspace.header.stop_button.isVisible()


def test_a_run_that_was_stopped_goes_on_with_a_click(workspace, context, qtbot):
    workspace.choice.set(epochs=200, **SMALL)
    workspace.settings.suggest.setChecked(False)
    run = begin(workspace, qtbot)
    assert not workspace.header.continue_button.isVisible()
    qtbot.waitUntil(lambda: len(context.document.project.runs.epochs(run.id)) >= 2, timeout=ENOUGH_MS)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        workspace.stop()
    assert ended.args[0].status is RunStatus.STOPPED
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(workspace.header.continue_button, LEFT)
        assert not workspace.settings.train_button.isEnabled()
        qtbot.waitUntil(lambda: len(workspace._live.now.epochs) > 2, timeout=ENOUGH_MS)
        numbers = [epoch.number for epoch in workspace._live.now.epochs]
        assert numbers == list(range(1, len(numbers) + 1))  # the curves go on, too
    (run,) = ended.args
    assert (run.id, run.status, run.report["epochs"]) == (1, RunStatus.DONE, 200)
    assert "Training goes on after epoch" in workspace.header.remarks.words.text()
    assert not workspace.header.continue_button.isVisible()
    numbers = [epoch.number for epoch in context.document.project.runs.epochs(run.id)]
    assert numbers == list(range(1, 201))


def test_stop_keeps_the_measured_model_when_a_model_of_all_clips_is_being_made(workspace, context, qtbot):
    workspace.choice.set(refit=True, epochs=150, **SMALL)
    workspace.settings.suggest.setChecked(False)
    begin(workspace, qtbot)
    qtbot.waitUntil(lambda: "Measured: accuracy" in workspace.header.remarks.words.text(), timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: "all clips · epoch" in workspace.header.state.whole_text(), timeout=ENOUGH_MS)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(workspace.header.stop_button, LEFT)
    (run,) = ended.args
    assert run.status is RunStatus.STOPPED
    assert "the model that was measured was kept" in workspace.header.state.whole_text()
    assert "training on all clips was stopped" in workspace.header.remarks.words.text()
    assert workspace.header.figures.blocks["accuracy"].value.text() == f"{run.report['accuracy']:.3f}"
    assert context.document.project.runs.with_model == (run,)


def test_a_finished_run_says_what_its_figures_are_of_and_at_which_temperature(workspace, qtbot):
    workspace.choice.set(refit=True)
    workspace.settings.suggest.setChecked(False)
    run = train(workspace, qtbot)
    assert "then trained on all 24 clips" in workspace.header.remarks.words.text()
    shown = workspace.header.figures.blocks["ece"].detail.text()
    assert shown == f"at T {run.report['figures_temperature']:.2f}"


def test_labelling_goes_on_while_a_model_is_trained(workspace, context, qtbot):
    workspace.choice.set(epochs=5000)
    workspace.settings.suggest.setChecked(False)
    run = begin(workspace, qtbot)
    qtbot.waitUntil(lambda: bool(context.document.project.runs.epochs(run.id)), timeout=ENOUGH_MS)
    project = context.document.project
    clip = next(clip for clip in project.catalogue.view.clips if not project.catalogue.view.labels(clip.id))
    context.document.do(
        Text("label"), Change(labels={clip.id: (Label(project.catalogue.view.classes[0].id),)})
    )
    assert project.catalogue.view.labels(clip.id)
    qtbot.waitUntil(lambda: workspace.settings.contents.text().startswith("25"))
    before = len(project.runs.epochs(run.id))
    qtbot.waitUntil(lambda: len(project.runs.epochs(run.id)) > before)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=5000):
        workspace.stop()


def test_suggestions_follow_for_every_clip(workspace, context, qtbot):
    run = train(workspace, qtbot)
    document = context.document
    qtbot.waitUntil(
        lambda: all(document.view.suggestion(clip.id) is not None for clip in document.view.clips),
        timeout=ENOUGH_MS,
    )
    assert {document.view.suggestion(clip.id).run_id for clip in document.view.clips} == {run.id}


def stop_early(workspace, context, qtbot):
    workspace.choice.set(epochs=5000)
    run = begin(workspace, qtbot)
    qtbot.waitUntil(lambda: bool(context.document.project.runs.epochs(run.id)), timeout=ENOUGH_MS)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=5000):
        workspace.stop()


def test_a_run_that_was_stopped_early_leaves_the_suggestions_of_another_one_alone(workspace, context, qtbot):
    stop_early(workspace, context, qtbot)
    document = context.document  # there were no suggestions yet
    qtbot.waitUntil(
        lambda: all(document.view.suggestion(clip.id) for clip in document.view.clips), timeout=ENOUGH_MS
    )
    qtbot.waitUntil(lambda: not workspace.suggester.is_running, timeout=ENOUGH_MS)
    stop_early(workspace, context, qtbot)
    assert not workspace.suggester.is_running
    workspace.suggest()
    assert workspace.suggester.is_running


def test_the_window_and_the_command_line_give_the_same_scores(workspace, context, qtbot, capsys):
    run = train(workspace, qtbot)
    project = context.document.project
    qtbot.waitUntil(
        lambda: all(
            map(project.catalogue.view.suggestion, (clip.id for clip in project.catalogue.view.clips))
        ),
        timeout=ENOUGH_MS,
    )
    paths = [str(project.catalogue.view.audio_path(clip)) for clip in project.catalogue.view.clips]
    capsys.readouterr()
    assert main(["predict", str(project.runs.bundle_path(run)), *paths, "--json"]) == 0
    printed = {one["path"]: one["scores"] for one in json.loads(capsys.readouterr().out)}
    names = {known.id: known.name for known in project.catalogue.view.classes}
    for clip, path in zip(project.catalogue.view.clips, paths, strict=True):
        stored = {names[key]: score for key, score in project.suggestions.detail(clip.id).scores.items()}
        assert stored == pytest.approx(printed[path], abs=1e-4)


def test_a_cell_of_the_matrix_hands_its_clips_over(workspace, qtbot):
    workspace.settings.suggest.setChecked(False)
    train(workspace, qtbot)
    matrix = workspace.matrix
    cell = cell_with_clips(matrix)
    with qtbot.waitSignal(workspace.clips_shown, timeout=5000) as chosen:
        qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(cell).center().toPoint())
    title, clip_ids = chosen.args
    assert len(clip_ids) == matrix.counts[cell[0]][cell[1]]
    assert title in matrix.cell_text(cell)


def test_epochs_of_milliseconds_come_as_a_few_news_a_second_and_none_is_lost():
    epochs = [EpochDone(Epoch(number, 1, 0, 1, 0, 1e-3, 0.001), 500, 1, 1.0, 1.0) for number in range(1, 501)]
    told = list(gathered(event for event in epochs))
    assert len(told) <= 5
    assert [one for news in told for one in news.events] == epochs


def test_nothing_to_learn_from_is_said_and_makes_no_run(workspace, context, qtbot):
    project = context.document.project
    context.document.do(Text("clear"), Change(labels={clip.id: () for clip in project.catalogue.view.clips}))
    assert train(workspace, qtbot) is None
    assert not context.message_bar.isHidden()
    assert "labelled" in context.message_bar.text.text()
    assert workspace.settings.train_button.isEnabled()
    assert project.runs.all == ()


def test_what_is_done_before_the_first_run_begins_is_told_and_no_more_when_nothing_came_of_it(
    workspace, context, qtbot
):
    def told():
        return workspace.header.state.whole_text()

    qtbot.waitUntil(lambda: workspace.data.summary is not None)
    before = told()
    assert "Press Train" in before
    view = context.document.view
    clip_ids = [clip.id for clip in view.clips]
    context.document.do(Text("group"), edits.set_group(view, clip_ids, "one site"))
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    assert "Looking through" in told()
    assert workspace.header.bar.isVisible()
    qtbot.waitUntil(lambda: not workspace.trainer.is_running)
    assert context.document.project.runs.all == ()
    assert told() == before
    assert not workspace.header.bar.isVisible()


def test_a_failure_is_shown_and_written_down(workspace, context, qtbot, monkeypatch):
    def broken(*_args, **_kwargs):
        raise MemoryError("no memory left")
        yield

    monkeypatch.setattr("audioclf_gui.ml.runs.run_training", broken)
    run = train(workspace, qtbot)
    assert run.status is RunStatus.FAILED
    assert run.report["error"] == "no memory left"
    assert workspace.settings.train_button.isEnabled()
    assert "failed" in workspace.header.state.whole_text()


def test_closing_the_workspace_ends_a_run_as_stopped(workspace, context, qtbot):
    workspace.choice.set(epochs=5000)
    run = begin(workspace, qtbot)
    project = context.document.project
    qtbot.waitUntil(lambda: bool(project.runs.epochs(run.id)), timeout=ENOUGH_MS)
    workspace.shutdown()
    qtbot.waitUntil(lambda: not context.tasks.running, timeout=5000)
    project.close()
    with Project.open(project.folder) as again:
        assert again.runs.all[0].status is RunStatus.STOPPED


def test_where_there_are_labels_nobody_is_told_to_label_some(workspace, qtbot):
    qtbot.waitUntil(lambda: workspace.header.state.whole_text().startswith("Press Train"), timeout=ENOUGH_MS)


@pytest.mark.parametrize("count", [1, 2])
def test_one_run_is_shown_and_two_are_laid_over_each_other(workspace, context, qtbot, count):
    workspace.settings.suggest.setChecked(False)
    first = train(workspace, qtbot)
    second = train(workspace, qtbot)
    table = workspace.runs.table
    assert workspace.runs.selected == (second.id,)
    if count == 2:
        row = table.visualItemRect(table.item(1, 1)).center()
        qtbot.mouseClick(
            table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, QPoint(row.x(), row.y())
        )
        assert workspace.runs.selected == (second.id, first.id)
        assert "compared with run 1" in workspace.header.state.whole_text()
        told = workspace.header.remarks.words
        qtbot.waitUntil(lambda: "that both judged" in told.text(), timeout=ENOUGH_MS)
        assert [text for text, _, _ in workspace.loss.legend.entries] == [
            "training",
            "validation",
            "run 2",
            "run 1",
        ]
    else:
        assert [text for text, _, _ in workspace.loss.legend.entries] == ["training", "validation", "best"]


def test_any_number_of_runs_is_laid_over_each_other(workspace, context, qtbot):
    workspace.settings.suggest.setChecked(False)
    for epochs in (3, 3, 2):
        workspace.choice.set(epochs=epochs)
        train(workspace, qtbot)
    tabs = workspace.answers.right.tabs
    assert not tabs[2].isVisible(), "one run differs from none"
    table = workspace.runs.table
    for row in (1, 2):
        place = table.visualItemRect(table.item(row, 1)).center()
        qtbot.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, place)
    assert workspace.runs.selected == (3, 2, 1)
    assert [text for text, _, _ in workspace.loss.legend.entries] == ["validation", "run 3", "run 2", "run 1"]
    colours = [colour for _, colour, _ in workspace.loss.legend.entries[1:]]
    assert len(set(colours)) == 3
    assert "compared" not in workspace.header.state.whole_text()
    told = workspace.header.remarks.words
    assert "Settings of runs 3, 2, 1 that differ: epochs 2 / 3 / 3." in told.text()
    qtbot.mouseClick(tabs[2], LEFT)
    model = workspace.answers.settings.model
    assert [model.index(0, column).data() for column in range(4)] == ["epochs", "2", "3", "3"]
    assert model.rowCount() == 1
    assert "Passes over the clips" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualItemRect(table.item(2, 1)).center())
    assert [text for text, _, _ in workspace.loss.legend.entries] == ["training", "validation", "best"]


def test_the_choice_is_kept_with_the_project(workspace, context, qtbot, tmp_path):
    from audioclf_gui.gui.train.workspace import TrainWorkspace

    workspace.settings.suggest.setChecked(False)
    train(workspace, qtbot)
    again = TrainWorkspace(context, tmp_path / "cache")
    qtbot.addWidget(again)
    assert again.choice.settings == workspace.choice.settings
    assert again.header.title.text() == "Run 1"


@pytest.fixture
def every_fold(workspace, qtbot):
    """Cross-validation is chosen, of trainings of two epochs."""
    check_on = workspace.settings.check_on
    qtbot.waitUntil(lambda: check_on.findText("Every fold in turn") >= 0)
    workspace.choice.set(epochs=2, **SMALL)
    workspace.settings.suggest.setChecked(False)
    check_on.setCurrentIndex(check_on.findText("Every fold in turn"))


def test_every_fold_in_turn_tells_its_folds_and_comes_to_a_mean_and_its_spread(
    workspace, context, qtbot, every_fold
):
    run = begin(workspace, qtbot)
    told, drawn = set(), []
    workspace.trainer.reported.connect(lambda _news: told.add(workspace.header.state.whole_text()))
    workspace.trainer.reported.connect(lambda _news: drawn.append([one.name for one in workspace.loss._runs]))
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        pass
    (run,) = ended.args
    report, header = run.report, workspace.header
    assert run.status is RunStatus.DONE
    assert any("of 5" in text for text in told)
    assert len(report["folds"]) == 5
    assert header.figures.blocks["accuracy"].value.text() == f"{report['mean']['accuracy']:.3f}"
    assert header.figures.blocks["accuracy"].detail.text() == f"± {report['sd']['accuracy']:.3f}"
    names = [block.accessibleName() for block in header.figures.blocks.values()]
    assert [name for name in names if "mean ± sd of 5 folds" in name] == names[:1], "or they have no room"
    assert workspace.runs.table.item(0, 2).text() == header.figures.blocks["accuracy"].value.text()
    assert f"{report['folds'][0]['accuracy']:.3f}" in header.remarks.words.text()
    assert sum(map(sum, workspace.matrix.counts)) == 24, "every labelled clip was held out once"
    assert sum(
        workspace.table.figures.index(row, 4).data(Qt.ItemDataRole.UserRole) or 0 for row in (0, 1)
    ) in (0, 24)
    epochs = context.document.project.runs.epochs(run.id)
    assert [(epoch.part, epoch.number) for epoch in epochs] == list(product(range(1, 6), (1, 2)))
    assert any({"fold 1", "fold 2", "fold 3"} <= set(names) for names in drawn), "while they are learnt"
    assert [[epoch.part for epoch in one.epochs] for one in workspace.loss._runs] == [
        [part, part] for part in (5, 4, 3, 2, 1)
    ]
    named = ["fold 1", "fold 2", "fold 3", "fold 4", "fold 5"]
    for panel in (workspace.loss, workspace.figure):
        told = [text for text, _, _ in panel.legend.entries]
        newest = len(told) - 2  # of which there is room to name so many
        assert told in (["validation", *named], ["validation", *named[-newest:], f"+ {5 - newest}"])
        assert len(told) > 3
    (config,) = (context.document.project.folder / "models").glob("*.settings.json")
    assert json.loads(config.read_text("utf-8"))["command"].endswith("--folds all")


def test_cells_and_doubts_after_a_cross_validation_are_about_every_labelled_clip(
    workspace, context, qtbot, every_fold
):
    train(workspace, qtbot)
    matrix = workspace.matrix
    cell = cell_with_clips(matrix)
    with qtbot.waitSignal(workspace.clips_shown, timeout=5000) as chosen:
        qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(cell).center().toPoint())
    assert len(chosen.args[1]) == matrix.counts[cell[0]][cell[1]]
    told = []
    context.status_changed.connect(told.append)
    workspace.clips_shown.connect(lambda title, _ids: told.append(title))
    qtbot.mouseClick(workspace.header.errors_button, LEFT)
    qtbot.waitUntil(lambda: any("24 judged labels" in text for text in told))


def test_every_fold_in_turn_is_kept_with_the_project_and_given_up_for_another_choice(
    workspace, context, qtbot, tmp_path, every_fold
):
    from audioclf_gui.gui.train.workspace import TrainWorkspace

    begin(workspace, qtbot)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS):
        qtbot.mouseClick(workspace.header.stop_button, LEFT)
    again = TrainWorkspace(context, tmp_path / "cache")
    qtbot.addWidget(again)
    again.show()
    again.activate()
    qtbot.waitUntil(lambda: again.settings.check_on.currentText() == "Every fold in turn")
    again.settings.check_on.setCurrentIndex(0)
    assert not again.choice.all_folds
    assert again.choice.settings.validate == "group"
    again.shutdown()


def test_a_model_of_any_origin_is_measured_on_the_labels_of_the_project(
    workspace, context, qtbot, tmp_path, monkeypatch
):
    workspace.settings.suggest.setChecked(False)
    run = train(workspace, qtbot)
    project = context.document.project
    elsewhere = tmp_path / "somebody's model"
    shutil.copytree(project.runs.bundle_path(run), elsewhere)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))
    with qtbot.waitSignal(workspace.evaluator.measured, timeout=ENOUGH_MS) as measured:
        workspace.commands["evaluate"].trigger()
    name, evaluation = measured.args
    report = evaluation.facts
    assert name == workspace.header.title.text() == "somebody's model"
    held_out = sum(map(sum, run.report["confusion"])) + run.report["clips"]["valid"]
    assert (report["clips"], report["left_out"]) == (held_out, 24 - held_out)
    assert f"measured on {held_out} labelled clips" in workspace.header.state.whole_text()
    assert f"{24 - held_out} that it learnt from left out" in workspace.header.state.whole_text()
    assert workspace.header.figures.blocks["accuracy"].value.text() == f"{report['accuracy']:.3f}"
    assert sum(map(sum, workspace.matrix.counts)) == held_out
    assert not workspace.header.errors_button.isVisible()
    assert not workspace.header.folds.isVisible()
    with qtbot.waitSignal(workspace.evaluator.measured, timeout=ENOUGH_MS) as measured:
        qtbot.mouseClick(workspace.header.training, LEFT)
    _name, evaluation = measured.args
    assert evaluation.report == {name: report[name] for name in evaluation.report}
    assert workspace.header.training.isChecked()
    assert f"On {24 - held_out} clips that it has learnt from" in workspace.header.remarks.words.text()
    matrix = workspace.matrix
    with qtbot.assertNotEmitted(workspace.clips_shown):
        cell = matrix.cell_rect(cell_with_clips(matrix)).center().toPoint()
        qtbot.mouseClick(matrix, LEFT, pos=cell)
    workspace.runs.choose(run.id)
    assert workspace.header.title.text() == "Run 1"
    assert workspace.header.errors_button.isVisible()


def test_a_model_is_measured_on_the_fold_that_is_chosen(workspace, context, qtbot, tmp_path, save_tiny):
    view = context.document.view
    clips = {clip.id: replace(clip, fold="1" if clip.id % 3 else "2") for clip in view.clips}
    context.document.do(Text("folds"), Change(clips=clips))
    bundle = save_tiny(tmp_path / "model", classes=("whistle", "hiss", "owl"))
    folds = workspace.header.folds
    qtbot.waitUntil(lambda: workspace.data.summary is not None and "2" in workspace.data.summary.folds)
    with qtbot.waitSignal(workspace.evaluator.measured, timeout=ENOUGH_MS):
        workspace.evaluator.measure(bundle)
    assert "measured on 24 labelled clips; it does not say" in workspace.header.state.whole_text()
    assert [folds.itemText(place) for place in range(folds.count())] == ["All folds", "Fold 1", "Fold 2"]
    with qtbot.waitSignal(workspace.evaluator.measured, timeout=ENOUGH_MS):
        qtbot.mouseClick(folds, LEFT)
        qtbot.keyClick(folds.view(), Qt.Key.Key_End)
        qtbot.keyClick(folds.view(), Qt.Key.Key_Return)
    of_fold = sum(view.labels(clip.id) != () for clip in clips.values() if clip.fold == "2")
    assert f"measured on {of_fold} labelled clips" in workspace.header.state.whole_text()
    assert folds.currentText() == "Fold 2"


def test_a_folder_that_is_no_model_is_not_measured(workspace, context, qtbot, tmp_path):
    workspace.evaluator.measure(tmp_path)
    qtbot.waitUntil(lambda: not context.message_bar.isHidden())
    assert workspace.header.title.text() == "No run yet"


def test_the_curves_make_room_for_what_is_below_and_stay_away_until_they_are_asked_for(
    workspace, context, qtbot, tmp_path
):
    below = workspace.answers.left.height()
    qtbot.mouseClick(workspace.rows.larger, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace.answers.left.height() > below + 100)
    assert not workspace.loss.isVisible()
    assert not workspace.figure.isVisible()
    other = TrainWorkspace(context, tmp_path / "cache")
    qtbot.addWidget(other)
    assert other.rows.larger.isChecked()
    other.shutdown()
    qtbot.mouseClick(workspace.rows.larger, Qt.MouseButton.LeftButton)
    assert workspace.loss.isVisible()
    qtbot.waitUntil(lambda: workspace.answers.left.height() == below)
