"""A number of each clip is learnt in the window: chosen, named, trained, and told by its errors."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.edits import name_quantity
from audioclf_gui.core.project import Project
from audioclf_gui.core.quantity import Quantity, quantity_of
from audioclf_gui.core.run import RunStatus
from audioclf_gui.core.text import Text

from .conftest import RATE_HZ
from .test_training import begin, train

LEFT = Qt.MouseButton.LeftButton
N = 24


@pytest.fixture
def labels():
    """What the clips are labelled with beside their numbers."""
    return ("",)


@pytest.fixture
def project_folder(tmp_path, labels):
    """Tones of known pitch from six sites."""
    folder = tmp_path / "Pitches"
    with Project.create(folder) as project:
        wanted = []
        for number in range(N):
            khz = 0.5 + 0.1 * (number * 7 % N)
            path = Path(folder / "audio" / f"{number}.wav")
            path.parent.mkdir(exist_ok=True)
            tone = 0.3 * np.sin(2 * np.pi * 1000 * khz * np.arange(RATE_HZ // 2) / RATE_HZ)
            noise = 0.02 * np.random.default_rng(number).standard_normal(len(tone))
            write_wav(path, (tone + noise).astype(np.float32), RATE_HZ)
            label, group = labels[number % len(labels)], f"site {number // 4}"
            about = {"target": khz, "quantity": quantity_of("pitch_khz")}
            wanted.append(Candidate(path, label, group, **about))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return folder


def test_numbers_are_said_to_be_learnt_and_a_click_trains_on_them(workspace, qtbot):
    settings = workspace.settings
    qtbot.waitUntil(lambda: "pitch" in settings.contents.text())
    assert settings.contents.text().replace("\N{NO-BREAK SPACE}", " ") == (
        f"{N} clips · pitch in kHz · 6 recording groups"
    )
    assert settings.goal.note.text() == "Numbers are learnt."
    assert not settings.suggest.isVisible()
    run = train(workspace, qtbot)
    assert run.status is RunStatus.DONE, run.report
    blocks = workspace.header.figures.blocks
    assert list(blocks)[:5] == ["r2", "mae", "rmse", "bias", "guess_rmse"]
    assert blocks["r2"].value.text() == f"{run.report['r2']:.3f}"
    assert blocks["mae"].value.text() == f"{run.report['mae']:.3f} kHz"
    assert workspace.figure.heading.text() == "R²"
    assert workspace.runs.table.item(0, 2).text() == f"{run.report['r2']:.3f}"
    assert f"trained on {run.report['clips']['train']} clips" in workspace.header.remarks.words.text().lower()


def test_estimates_and_errors_take_the_place_of_matrix_and_table(workspace, context, qtbot):
    run = train(workspace, qtbot)
    answers = workspace.answers
    assert answers.estimates.isVisible()
    assert answers.errors.isVisible()
    assert not workspace.matrix.isVisible()
    assert not workspace.table.isVisible()
    told = [one.text() for one in workspace.findChildren(QLabel) if one.isVisible()]
    assert any("no confusion matrix" in one for one in told)
    pairs = run.report["estimates"]
    assert len(pairs) == run.report["clips"]["test"]
    assert answers.estimates.points == tuple(map(tuple, pairs))
    assert answers.errors.points == tuple((true, said - true) for true, said in pairs)
    assert not workspace.header.suggest_button.isVisible()
    assert workspace.header.errors_button.text() == "Largest errors"
    with qtbot.waitSignal(workspace.clips_shown, timeout=60_000) as shown:
        qtbot.mouseClick(workspace.header.errors_button, LEFT)
    title, clip_ids = shown.args
    numbered = [clip for clip in context.document.view.clips if clip.target is not None]
    assert title == (
        f"Largest errors, of {len(numbered)} judged clips (by quick folds:"
        " a random forest and a small network on the same numbers)"
    )
    assert set(clip_ids) == {clip.id for clip in numbered}


def test_the_number_is_named_where_it_is_learnt_and_undone_like_any_edit(workspace, context, qtbot):
    goal = workspace.settings.goal
    qtbot.waitUntil(goal.name.isVisible)
    goal.name.selectAll()
    qtbot.keyClicks(goal.name, "tone")
    qtbot.keyClick(goal.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: context.document.view.quantity == Quantity("tone", "kHz", "pitch_khz"))
    qtbot.waitUntil(
        lambda: "tone in kHz" in workspace.settings.contents.text().replace("\N{NO-BREAK SPACE}", " ")
    )
    context.document.undo()
    assert context.document.view.quantity.name == "pitch"
    qtbot.waitUntil(lambda: goal.name.text() == "pitch")


def test_while_it_runs_the_curve_is_called_after_the_figure(workspace, qtbot):
    workspace.choice.set(epochs=500)
    run = begin(workspace, qtbot)
    assert run.objective == "regression"
    assert workspace.figure.heading.text() == "R²"
    with qtbot.waitSignal(workspace.trainer.ended, timeout=60_000):
        qtbot.mouseClick(workspace.header.stop_button, LEFT)


def test_a_model_of_another_number_is_measured_with_a_warning(workspace, context, qtbot):
    run = train(workspace, qtbot)
    context.document.do(Text("name the numbers"), name_quantity(context.document.view, "loudness", "dB"))
    with qtbot.waitSignal(workspace.evaluator.measured, timeout=60_000):
        workspace.evaluator.measure(context.document.project.runs.bundle_path(run))
    assert "pitch in kHz" in context.message_bar.text.text()
    assert "loudness in dB" in context.message_bar.text.text()
    assert workspace.answers.estimates.isVisible()


class TestBesideLabels:
    """The same clips are labelled, too."""

    @pytest.fixture
    def labels(self):
        return ("low", "high")

    def test_labels_are_learnt_until_the_number_is_chosen(self, workspace, qtbot):
        settings, goal = workspace.settings, workspace.settings.goal
        qtbot.waitUntil(lambda: "2\N{NO-BREAK SPACE}classes" in settings.contents.text())
        assert "choose the number" in goal.note.text()
        assert settings.suggest.isVisible()
        assert not goal.name.isVisible()
        goal.goal.setFocus()
        while goal.goal.currentData() != "regression":
            qtbot.keyClick(goal.goal, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: "pitch" in settings.contents.text())
        assert goal.name.isVisible()
        assert not settings.suggest.isVisible()
        run = train(workspace, qtbot)
        assert run.report["objective"] == "regression"
