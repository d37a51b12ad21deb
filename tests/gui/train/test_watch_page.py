"""What a model heard in use, compared over time by a click."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.edits import set_group
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui.review.queue import Show
from audioclf_gui.gui.review.workspace import ReviewWorkspace
from audioclf_gui.gui.theme import theme_signals
from audioclf_gui.jobs.predict import Predict, predict

from .conftest import RATE_HZ, sound

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 120_000


@pytest.fixture
def project_folder(project_folder):
    """Of twice as many sites, so that those which a run learns from are enough to tell how they differ."""
    with Project.open(project_folder) as project:
        for number, clip in enumerate(project.catalogue.view.clips):
            change = set_group(project.catalogue.view, [clip.id], f"site {number // 2}")
            project.catalogue.apply(Text("set the group"), change)
    return project_folder


@pytest.fixture
def model(workspace, context, qtbot):
    """A small forest."""
    workspace.settings.suggest.setChecked(False)
    workspace.choice.choose_preset("forest")
    workspace.choice.set(trees=20, coefficients=8)
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS):
        pass
    runs = context.document.project.runs
    return runs.bundle_path(runs.with_model[0])


@pytest.fixture
def page(workspace, model, qtbot):
    assert model.exists()
    tab = next(tab for tab in workspace.answers.left.tabs if tab.text() == "Over time")
    qtbot.mouseClick(tab, LEFT)
    assert workspace.answers.watch.isVisible()
    return workspace.answers.watch


def hear(model, folder, gain=1.0):
    for number in range(100, 124):
        pitch_hz = 900.0 if number % 2 == 0 else None  # to which `sound` adds its number
        heard = gain * sound(number, pitch_hz)
        write_wav(folder / f"{number}.wav", heard.astype(np.float32), RATE_HZ)
    result_of(predict(Predict(model, (folder,))), lambda _event: None)


def test_nothing_can_be_compared_before_anything_was_heard(page):
    assert not page.compare.isEnabled()
    assert page.said.text().startswith("Nothing is recorded yet.")
    assert not page.plot.isVisible()


def test_sessions_are_compared_and_the_one_chosen_is_told_in_words(
    page, workspace, context, model, tmp_path, qtbot
):
    hear(model, tmp_path / "alike")
    hear(model, tmp_path / "soft", 0.03)
    qtbot.mouseClick(workspace.answers.left.tabs[0], LEFT)
    tab = next(tab for tab in workspace.answers.left.tabs if tab.text() == "Over time")
    qtbot.mouseClick(tab, LEFT)
    page.by.setFocus()
    qtbot.keyClick(page.by, Qt.Key.Key_Down)
    assert page.run.currentText() == "Run 1: Random forest"
    qtbot.mouseClick(page.compare, LEFT)
    qtbot.waitUntil(page.plot.isVisible, timeout=ENOUGH_MS)
    qtbot.waitUntil(page.compare.isEnabled)
    assert page.answer.text().startswith("Alarm: what run 1 heard last")
    assert "quieter by 30 dB" in page.details.text()
    assert "48 recorded windows" in page.said.text()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.details.text().endswith("Like the labelled sounds.")
    theme_signals.changed.emit()
    page.plot.chosen.emit(1)
    assert "quieter by 30 dB" in page.details.text()
    drawn = {}
    for row in range(page.figure.count()):
        page.figure.setCurrentIndex(row)
        drawn[page.figure.currentData()] = [value > 1.0 for _, value, _ in page.plot._points]
    kinds = [drawn[kind] for kind in ("psi", "ks", "embedding")]
    assert drawn["farthest"] == [any(of_kind) for of_kind in zip(*kinds, strict=True)] == [False, True]
    with qtbot.waitSignal(workspace.clips_shown, timeout=ENOUGH_MS) as shown:
        qtbot.mouseClick(page.queue, LEFT)
    title, clips = shown.args
    assert title == "Unlike what run 1 has learnt from, the most unlike first"
    view = context.document.view
    assert len(clips) == 24
    assert {view.audio_path(view.clip(clip)).parent.name for clip in clips} == {"soft"}


def test_review_finds_by_itself_what_differs(context, model, tmp_path, qtbot):
    said = []
    context.status_changed.connect(said.append)
    review = ReviewWorkspace(context, tmp_path / "cache")
    qtbot.addWidget(review, before_close_func=ReviewWorkspace.shutdown)
    review.show()
    box = review.panel.show_box
    place = box.findText("Unlike what was learnt")
    box.setCurrentIndex(place)
    assert "nothing to compare" in said[-1]
    hear(model, tmp_path / "soft", 0.03)
    box.setCurrentIndex(place)
    qtbot.waitUntil(lambda: review.panel.show_kind is Show.GIVEN, timeout=ENOUGH_MS)
    assert review.panel.given.text() == "Unlike what run 1 has learnt from, the most unlike first"
    view = context.document.view
    folders = [view.audio_path(view.clip(entry.clip_id)).parent.name for entry in review.grid.entries]
    assert folders == ["soft"] * 24
