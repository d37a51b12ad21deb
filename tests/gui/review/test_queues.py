"""What can be judged: kept sounds, copies, files put aside; and a queue that is gone on with."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.text import Text
from audioclf_gui.gui.review.queue import Show
from audioclf_gui.gui.review.workspace import ReviewWorkspace
from audioclf_gui.jobs.edit_clips import DeleteClass, MergeClasses, RenameClass, edit_clips
from audioclf_gui.jobs.writing import AddClips, PutAside, carry_out

KEY = Qt.Key
RATE_HZ = 16_000


def noise(path, seed):
    path.parent.mkdir(exist_ok=True)
    write_wav(path, np.random.default_rng(seed).normal(0.0, 0.1, 4000).astype(np.float32), RATE_HZ)
    return path


def add(context, *candidates):
    found = tuple(event for event in ingest(candidates) if isinstance(event, FoundClip))
    context.document.write(AddClips(found))


def names(workspace, context):
    view = context.document.view
    return [view.clip(entry.clip_id).name for entry in workspace.grid.entries]


def choose(workspace, show):
    workspace.panel.show_box.setCurrentIndex(workspace.panel.show_box.findData(show))


def words(label):
    return label.text().replace("\N{NO-BREAK SPACE}", " ")


def test_sounds_that_were_kept_while_listening_are_a_queue(workspace, context):
    folder = context.document.project.folder
    add(context, Candidate(noise(folder / "recordings" / "live-2026-03-01 06-00-00-000.wav", 7)))
    choose(workspace, Show.CAPTURED)
    assert names(workspace, context) == ["live-2026-03-01 06-00-00-000.wav"]


def test_copies_stand_side_by_side_those_with_different_labels_first(workspace, context):
    folder = context.document.project.folder
    add(
        context,
        Candidate(noise(folder / "audio" / "same1.wav", 8), "dog"),
        Candidate(noise(folder / "audio" / "odd1.wav", 9), "dog"),
        Candidate(noise(folder / "audio" / "same2.wav", 8), "dog"),
        Candidate(noise(folder / "audio" / "odd2.wav", 9), "rain"),
    )
    choose(workspace, Show.DUPLICATES)
    assert names(workspace, context) == ["odd1.wav", "odd2.wav", "same1.wav", "same2.wav"]


def test_files_put_aside_are_named_with_their_reason_and_tried_again(workspace, context, qtbot, tmp_path):
    context.document.write(
        PutAside((Quarantined(tmp_path / "mended.wav", Text("it is empty"), Text("Record it anew.")),))
    )
    choose(workspace, Show.QUARANTINED)
    table = workspace.aside.table
    assert table.isVisible()
    told = [table.item(0, column).text() for column in range(3)]
    assert told == [str(tmp_path / "mended.wav"), "it is empty", "Record it anew."]
    noise(tmp_path / "mended.wav", 3)
    qtbot.mouseClick(workspace.aside.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(workspace.aside.none.isVisible)
    assert "mended.wav" in [clip.name for clip in context.document.view.clips]
    choose(workspace, Show.UNLABELLED)
    assert workspace.grid.isVisible()


def test_the_queues_are_offered_with_their_length(suggestions, workspace, context, qtbot):
    box = workspace.panel.show_box
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_F4)
    qtbot.waitUntil(lambda: box.itemText(0) == "Model suggestions (40)")
    box.hidePopup()
    sizes = [box.itemText(at) for at in range(1, 6)]
    assert sizes == [
        "Disagreements with labels (0)",
        "Unlabelled clips (40)",
        "Kept in Live (0)",
        "Same sound twice (0)",
        "Files put aside (0)",
    ]


def test_it_is_said_whose_suggestions_these_are_and_what_is_learnt_from_next(
    suggestions, workspace, context, qtbot
):
    assert words(workspace.panel.sources) == "Suggested by run 1.\nThe next training uses 6 labelled clips."
    qtbot.keyClick(workspace.grid, KEY.Key_Y)
    assert words(workspace.panel.sources).endswith("The next training uses 7 labelled clips.")


@pytest.fixture
def again(context, qtbot, tmp_path):
    """Leaves a workspace, and opens it again as after a restart."""
    opened = []

    def leave(workspace):
        workspace.shutdown()
        workspace.hide()
        other = ReviewWorkspace(context, Path(tmp_path / "cache"))
        qtbot.addWidget(other)
        other.resize(1280, 740)
        with qtbot.waitActive(other):
            other.show()
            other.activateWindow()
        opened.append(other)
        return other

    yield leave
    for one in opened:
        one.shutdown()


def test_a_queue_is_gone_on_with_where_it_was_left(suggestions, workspace, context, again, qtbot):
    workspace.panel.order_box.setCurrentIndex(1)
    for key in (KEY.Key_Home, KEY.Key_Y, KEY.Key_N, KEY.Key_Y):
        qtbot.keyClick(workspace.grid, key)
    entries = workspace.grid.entries
    other = again(workspace)
    assert other.grid.entries == entries
    assert other.grid.current == 3
    assert words(other.panel.counts) == "4 of 40 · 2 accepted · 1 rejected"
    assert other.panel.order == workspace.panel.order


def test_clips_that_were_handed_over_and_what_was_confirmed_of_them_are_kept(
    suggest, workspace, context, clip_ids, again, qtbot
):
    suggest({"dog0": ("dog", 0.9)})
    workspace.show_clips("dog taken for rain", [clip_ids["dog0"], clip_ids["rain0"]])
    qtbot.keyClick(workspace.grid, KEY.Key_Y)
    other = again(workspace)
    assert names(other, context) == ["dog0.wav", "rain0.wav"]
    assert other.panel.show_box.currentText() == "Chosen clips (2)"
    assert other.panel.given.text() == "dog taken for rain"
    assert words(other.panel.counts) == "2 of 2 · 1 accepted"


def test_a_queue_in_which_nothing_was_decided_is_made_anew(suggestions, suggest, workspace, context, again):
    workspace.panel.order_box.setCurrentIndex(1)
    other = again(workspace)
    assert names(other, context)[0] == "c00.wav", "the least certain come first"


def test_what_another_version_has_kept_is_passed_over(suggestions, workspace, context, again):
    workspace.shutdown()
    context.document.project.settings.put("review queue", {"show": "MOONLIGHT", "entries": 3})
    assert len(again(workspace).grid.entries) == 40


def test_a_queue_in_work_stays_when_classes_are_renamed_merged_and_dropped(
    suggestions, workspace, context, class_ids, qtbot
):
    grid, document = workspace.grid, context.document
    for key in (KEY.Key_Y, KEY.Key_N):
        qtbot.keyClick(grid, key)

    def edit(request):
        carry_out(edit_clips(request, document.project.view()), document.project)
        document.classes_changed.emit()

    edit(RenameClass("dog", "hound"))
    assert words(workspace.panel.counts) == "3 of 40 · 1 accepted · 1 rejected"
    edit(MergeClasses(("rain",), "bell"))
    assert words(workspace.panel.counts) == "3 of 40 · 1 accepted", "what is no rain may still be a bell"
    assert [workspace._tile(entry).proposed for entry in grid.entries[2:4]] == ["hound 0.42", "bell 0.43"]
    edit(DeleteClass("bell"))
    assert [workspace._tile(entry).proposed for entry in grid.entries[2:4]] == ["hound 0.42", ""]
    qtbot.keyClick(grid, KEY.Key_Y)
    assert document.view.labels(grid.entries[2].clip_id)[0].class_id == class_ids["dog"]
