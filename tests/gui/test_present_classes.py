"""What a model says stays true in the window when classes are renamed, merged, moved and dropped."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus, Suggestion, SuggestionDetail
from audioclf_gui.jobs.edit_clips import DeleteClass, MergeClasses, MoveClass, RenameClass

LEFT = Qt.MouseButton.LeftButton
RATE_HZ = 8000
NAMES = ("dog", "rain", "bell")
IDS = (1, 2, 3)


@pytest.fixture
def project_folder(tmp_path, says):
    """Two clips of each class, one without; a run whose model takes everything for a dog, then for rain.

    When it was measured, it took the first bell for a dog, with a score of its own.
    """
    folder = tmp_path / "Yard"
    with Project.create(folder) as project:
        wanted = []
        rng = np.random.default_rng(1)
        for name in (*(f"{label}-{number}" for label in NAMES for number in range(2)), "new-0"):
            path = Path(folder / "audio" / f"{name}.wav")
            path.parent.mkdir(exist_ok=True)
            write_wav(path, (0.1 * rng.standard_normal(4000)).astype(np.float32), RATE_HZ)
            label = name.partition("-")[0]
            wanted.append(Candidate(path, "" if label == "new" else label))
        found = [event for event in ingest(wanted) if isinstance(event, FoundClip)]
        project.catalogue.add_clips(sorted(found, key=lambda one: wanted.index(one.candidate)))
        run = project.runs.next("fast", {})
        predictions = [
            {"clip_id": 5, "true": "bell", "predicted": "dog", "scores": [0.91, 0.05, 0.04]},
            {"clip_id": 2, "true": "dog", "predicted": "dog", "scores": [0.83, 0.1, 0.07]},
        ]
        says(
            project.runs.bundle_path(run),
            [3.0, 2.0, 0.0],
            classes=NAMES,
            class_ids=IDS,
            predictions=predictions,
        )
        figures = {"precision": 0.5, "recall": 0.5, "f1": 0.5, "support": 1}
        report = {
            "classes": list(NAMES),
            "class_ids": list(IDS),
            "accuracy": 0.5,
            "confusion": [[1, 0, 0], [0, 0, 0], [1, 0, 0]],
            "per_class": [{"class": name, **figures} for name in NAMES],
        }
        project.runs.put(replace(run, status=RunStatus.DONE, report=report))
    return folder


@pytest.fixture
def page(open_window):
    return open_window.page


@pytest.fixture
def train(open_window, qtbot):
    open_window.commands["show_train"].trigger()
    train = open_window.page.desk.workspace("train")
    qtbot.waitUntil(lambda: bool(train.matrix.classes))
    return train


@pytest.fixture
def edit(page, qtbot):
    def make(request):
        done = []
        page.context.edit(request, done.append)
        qtbot.waitUntil(lambda: bool(done))

    return make


def look(train, qtbot):
    """Press “Suggest labels now” and wait until the model has looked at every clip."""
    qtbot.mouseClick(train.header.suggest_button, LEFT)
    qtbot.waitUntil(lambda: not train.suggester.is_running, timeout=20_000)


def review_of(open_window, qtbot):
    open_window.commands["show_review"].trigger()
    review = open_window.page.desk.workspace("review")
    qtbot.waitUntil(review.isVisible)
    return review


def click_cell(train, cell, qtbot):
    matrix = train.matrix
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(cell).center().toPoint())


def test_the_tiles_of_a_cell_show_the_scores_of_its_run_not_those_of_newer_suggestions(
    open_window, page, train, press, qtbot
):
    run = page.context.document.project.runs.all[0]
    newer = SuggestionDetail(Suggestion(5, run.id, 2, 0.55), {2: 0.55}, ())
    page.context.document.project.suggestions.put([newer])
    click_cell(train, (2, 0), qtbot)
    review = page.desk.workspace("review")
    qtbot.waitUntil(lambda: review.isVisible() and len(review.grid.entries) == 1)
    (entry,) = review.grid.entries
    assert (entry.clip_id, entry.proposed, entry.score) == (5, (1,), 0.91)
    assert review._tile(entry).proposed == "dog 0.91"
    press(open_window, Qt.Key.Key_Y)
    (label,) = page.context.document.view.labels(5)
    assert label.class_id == 1


def test_the_report_calls_classes_as_they_are_called_now_and_says_what_they_were(page, train, edit, qtbot):
    edit(RenameClass("dog", "hound"))
    assert train.matrix.classes == ("hound (was dog)", "rain", "bell")
    edit(MergeClasses(("rain",), "hound"))
    edit(DeleteClass("bell"))
    assert train.matrix.classes == ("hound (was dog)", "hound (was rain)", "bell (not in the project)")
    shown = [train.table.figures.index(row, 0).data() for row in range(3)]
    assert sorted(shown) == sorted(train.matrix.classes)
    click_cell(train, (2, 0), qtbot)
    review = page.desk.workspace("review")
    qtbot.waitUntil(lambda: review.isVisible() and len(review.grid.entries) == 1)
    assert review._tile(review.grid.entries[0]).proposed == "hound 0.91"


def test_a_class_that_was_renamed_is_suggested_and_accepted_under_its_new_name(
    open_window, page, train, edit, press, qtbot
):
    edit(RenameClass("dog", "hound"))
    edit(MoveClass("hound", 2))
    look(train, qtbot)
    review = review_of(open_window, qtbot)
    qtbot.waitUntil(lambda: len(review.grid.entries) == 1)
    assert review._tile(review.grid.entries[0]).proposed.startswith("hound ")
    review.grid.setFocus()
    press(open_window, Qt.Key.Key_Y)
    view = page.context.document.view
    (label,) = view.labels(7)
    assert {known.id: known.name for known in view.classes}[label.class_id] == "hound"


def test_a_class_that_was_merged_is_suggested_as_what_it_went_into_until_that_is_undone(
    open_window, page, train, edit, press, qtbot
):
    look(train, qtbot)
    edit(MergeClasses(("dog",), "bell"))
    review = review_of(open_window, qtbot)
    qtbot.waitUntil(lambda: len(review.grid.entries) == 1)
    assert review._tile(review.grid.entries[0]).proposed.startswith("bell ")
    qtbot.mouseClick(review.panel.undo, LEFT)
    qtbot.waitUntil(lambda: review._tile(review.grid.entries[0]).proposed.startswith("dog "))


def test_what_is_taken_for_a_dropped_class_is_not_suggested_and_that_is_said(
    open_window, page, train, edit, press, qtbot
):
    edit(DeleteClass("dog"))
    look(train, qtbot)
    bar = page.context.message_bar
    qtbot.waitUntil(lambda: not bar.isHidden())
    assert "7 clips got no suggestion: the project has no such class: dog (7)." in bar.text.text()
    assert not page.context.document.view.has_suggestions
    assert review_of(open_window, qtbot).grid.entries == ()
