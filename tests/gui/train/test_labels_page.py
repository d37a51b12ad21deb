"""Questions about the labels, asked by a click each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core import edits
from audioclf_gui.core.text import Text
from audioclf_gui.gui.theme import theme_signals

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 120_000


@pytest.fixture
def page(workspace, qtbot):
    """The page, with a run of a small forest as what learns."""
    workspace.settings.suggest.setChecked(False)
    workspace.choice.choose_preset("forest")
    workspace.choice.set(trees=20, coefficients=8)
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS):
        pass
    tab = next(tab for tab in workspace.answers.left.tabs if tab.text() == "Labels")
    qtbot.mouseClick(tab, LEFT)
    page = workspace.answers.labels
    assert page.isVisible()
    page.learner.setFocus()
    qtbot.keyClick(page.learner, Qt.Key.Key_Down)
    assert page.learner.currentText() == "as run 1: Random forest"
    return page


def test_the_learning_curve_is_drawn_and_told_in_words(page, qtbot):
    assert "no model is kept" in page.caution.text()
    qtbot.mouseClick(page.more, LEFT)
    assert not page.more.isEnabled()
    qtbot.waitUntil(page.plot.isVisible, timeout=ENOUGH_MS)
    assert [point.labels for point in page.plot.curve.points][-1] == pytest.approx(19.2)
    assert page.answer.text().startswith("More labels of this kind would hardly help"), "they are told apart"
    assert "the preset Random forest" in page.caution.text()
    qtbot.waitUntil(page.more.isEnabled)
    theme_signals.changed.emit()
    assert page.plot.isVisible()


def test_a_random_split_is_compared_with_one_by_group(page, qtbot):
    qtbot.mouseClick(page.leakage, LEFT)
    qtbot.waitUntil(lambda: "24 judged labels" in page.caution.text(), timeout=ENOUGH_MS)
    assert page.answer.text().startswith("A random split would say ")
    assert not page.plot.isVisible()


def test_wrong_labels_are_handed_to_review_the_likeliest_first(page, workspace, context, qtbot):
    view = context.document.view
    wrong = next(clip for clip in view.clips if clip.name == "whistle-4.wav")
    hiss = next(known.id for known in view.classes if known.name == "hiss")
    context.document.do(Text("label"), edits.label_clips(view, [wrong.id], hiss))
    with qtbot.waitSignal(workspace.clips_shown, timeout=ENOUGH_MS) as shown:
        qtbot.mouseClick(page.errors, LEFT)
    title, answers = shown.args
    assert title.startswith("Likely label errors first, of 24 judged labels; ")
    assert title.endswith("(by quick folds: the preset Random forest)")
    assert answers[0].clip_id == wrong.id


def test_recordings_of_a_folder_are_compared_with_the_labelled_sounds(page, context, qtbot, monkeypatch):
    folder = context.document.project.folder / "audio"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    qtbot.mouseClick(page.drift, LEFT)
    qtbot.waitUntil(lambda: "24 labels of 6 groups" in page.caution.text(), timeout=ENOUGH_MS)
    assert page.answer.text().startswith("These recordings sound like those that the project learns from")
    qtbot.waitUntil(page.drift.isEnabled)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    qtbot.mouseClick(page.drift, LEFT)
    assert page.drift.isEnabled()
    assert "24 labels" in page.caution.text()


def test_a_preset_of_ones_own_learns_for_an_answer(page, workspace, qtbot):
    workspace.choice.choose_preset("forest")
    workspace.choice.set(trees=5, coefficients=8)
    workspace.presets.save("Five trees", workspace.choice.settings)
    qtbot.waitUntil(lambda: page.learner.findText("Five trees") > 0)
    page.learner.setFocus()
    while page.learner.currentText() != "Five trees":
        qtbot.keyClick(page.learner, Qt.Key.Key_Down)
    assert page._settings.trees == 5
    qtbot.mouseClick(page.leakage, LEFT)
    qtbot.waitUntil(lambda: "24 judged labels" in page.caution.text(), timeout=ENOUGH_MS)
    page.learner.setCurrentIndex(page.learner.findText("General sounds"))
    assert page._settings.preset == "default"
