from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.review.queue import ReviewVerdict
from audioclf_gui.gui.review.tile_loader import TileRequest
from audioclf_gui.gui.review.tile_painter import Tile, TilePainter
from audioclf_gui.jobs.writing import AddClips

LEFT = Qt.MouseButton.LeftButton


def names(workspace, context):
    document = context.document
    return [document.view.clip(entry.clip_id).name.removesuffix(".wav") for entry in workspace.grid.entries]


def class_of(context, clip_id):
    return next(iter(whole_clip_classes(context.document.view.labels(clip_id))), None)


def test_without_a_model_the_grid_says_what_to_do(workspace):
    assert workspace.grid.entries == ()
    assert workspace.grid.empty_text == "Train a model first; its suggestions appear here."
    assert not workspace.panel.accept_page.isEnabled()


def test_the_least_certain_come_first_and_the_order_can_be_turned(suggestions, workspace, context):
    assert names(workspace, context)[:3] == ["c00", "c01", "c02"]
    workspace.panel.order_box.setCurrentIndex(1)
    assert names(workspace, context)[:3] == ["c39", "c38", "c37"]


def test_of_a_class_with_a_long_name_the_score_is_shown_all_the_same(workspace):
    name = "heavy rain on a tin roof in the monsoon season"
    request = TileRequest(Path("c00.wav"), "", 1.0, 16_000)
    tile = Tile(request, "c00.wav", f"{name} 0.97", ("#e69f00",), "", ReviewVerdict.OPEN)
    shown = TilePainter(workspace.grid.font()).proposal_text(tile, 130.0)
    assert shown != tile.proposed
    assert shown.endswith("0.97")


def test_a_class_narrows_the_queue(suggestions, workspace, context, class_ids):
    box = workspace.panel.class_box
    box.setCurrentIndex(box.findData(int(class_ids["rain"])))
    assert names(workspace, context)[:2] == ["c01", "c03"]
    assert len(workspace.grid.entries) == 20


def test_keys_judge_and_move_on(suggestions, workspace, context, clip_ids, class_ids, qtbot):
    grid = workspace.grid
    qtbot.keyClick(grid, Qt.Key.Key_Y)
    qtbot.keyClick(grid, Qt.Key.Key_N)
    place = [known.name for known in context.document.view.classes].index("bell")
    qtbot.keyClick(grid, Qt.Key(Qt.Key.Key_1.value + place))
    assert grid.current == 3
    assert class_of(context, clip_ids["c00"]) == class_ids["dog"]
    assert class_of(context, clip_ids["c01"]) is None
    assert context.document.view.rejected(clip_ids["c01"]) == {class_ids["rain"]}
    assert class_of(context, clip_ids["c02"]) == class_ids["bell"]
    words = workspace.panel.counts.text().replace("\N{NO-BREAK SPACE}", " ")
    assert words == "4 of 40 · 1 accepted · 1 rejected · 1 other class"


def test_shift_and_a_digit_correct_one_class_of_a_set(
    suggest, workspace, context, clip_ids, class_ids, qtbot
):
    suggest({"c00": ("dog", 0.5)})
    grid, clip_id = workspace.grid, clip_ids["c00"]
    places = {known.name: place for place, known in enumerate(context.document.view.classes)}

    def press(name):
        key = Qt.Key(Qt.Key.Key_1.value + places[name])
        qtbot.keyClick(grid, key, Qt.KeyboardModifier.ShiftModifier)

    press("bell")
    assert whole_clip_classes(context.document.view.labels(clip_id)) == (class_ids["dog"], class_ids["bell"])
    assert grid.current == 0
    (tile,) = (workspace._tile(entry) for entry in grid.entries)
    assert (tile.proposed, tile.given) == ("dog 0.50", "dog, bell")
    press("dog")
    assert whole_clip_classes(context.document.view.labels(clip_id)) == (class_ids["bell"],)


def test_undo_takes_back_one_decision_at_a_time(suggestions, workspace, context, clip_ids, qtbot):
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Y)
    qtbot.keyClick(workspace.grid, Qt.Key.Key_N)
    qtbot.mouseClick(workspace.panel.undo, LEFT)
    assert context.document.view.rejected(clip_ids["c01"]) == frozenset()
    assert class_of(context, clip_ids["c00"]) is not None
    qtbot.mouseClick(workspace.panel.undo, LEFT)
    assert class_of(context, clip_ids["c00"]) is None
    assert str(context.document.undoable.what) == "import clips", "the next step back would be the import"


def test_a_rejected_clip_can_still_be_accepted(suggestions, workspace, context, clip_ids, qtbot):
    qtbot.keyClick(workspace.grid, Qt.Key.Key_N)
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Left)
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Y)
    assert context.document.view.rejected(clip_ids["c00"]) == frozenset()
    assert class_of(context, clip_ids["c00"]) is not None


def test_accepting_the_page_is_one_step_with_a_copy_before(suggestions, workspace, context, qtbot):
    grid, document = workspace.grid, context.document
    page = grid.page
    assert 1 < len(page) < 40
    qtbot.keyClick(grid, Qt.Key.Key_N)
    qtbot.keyClick(grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: grid.current == page.stop)
    labelled = [entry for entry in grid.entries if document.view.labels(entry.clip_id)]
    assert len(labelled) == len(page) - 1
    (copy,) = (document.project.folder / "snapshots").glob("*before*")
    assert f"accept-{len(page) - 1}-suggestions" in copy.name
    document.undo()
    assert not any(document.view.labels(entry.clip_id) for entry in grid.entries)


def test_arrows_pages_and_ends_move_and_scroll(suggestions, workspace, qtbot):
    grid = workspace.grid
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current == grid.columns
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current == grid.columns + 1
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.current == 39
    assert 39 in grid.page
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.current == 39 - grid.columns * grid.rows
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert grid.current == 0
    assert 0 in grid.page


def test_a_click_selects_and_a_double_click_opens(suggestions, workspace, qtbot):
    grid = workspace.grid
    qtbot.mouseClick(grid.viewport(), LEFT, pos=grid.tile_rect(2).center().toPoint())
    assert grid.current == 2
    with qtbot.waitSignal(workspace.clip_opened) as opened:
        qtbot.mouseDClick(grid.viewport(), LEFT, pos=grid.tile_rect(1).center().toPoint())
    assert opened.args == [grid.entries[1].clip_id]
    with qtbot.waitSignal(workspace.clip_opened):
        qtbot.keyClick(grid, Qt.Key.Key_Return)


def test_disagreements_show_both_classes(suggest, workspace, context, clip_ids, class_ids, qtbot):
    suggest({"dog0": ("rain", 0.8), "dog1": ("dog", 0.9), "rain0": ("bell", 0.6)})
    workspace.panel.show_box.setCurrentIndex(1)
    assert names(workspace, context) == ["rain0", "dog0"]
    tile = workspace._tile(workspace.grid.entries[1])
    assert (tile.proposed, tile.given) == ("rain 0.80", "dog")
    qtbot.keyClick(workspace.grid, Qt.Key.Key_N)
    assert class_of(context, clip_ids["rain0"]) == class_ids["rain"]
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Y)
    assert class_of(context, clip_ids["dog0"]) == class_ids["rain"]


def test_clips_that_are_handed_over_come_in_their_order(suggestions, workspace, context, clip_ids):
    chosen = [clip_ids[name] for name in ("rain1", "c05", "dog0")]
    workspace.show_clips("dog taken for rain", chosen)
    assert names(workspace, context) == ["rain1", "c05", "dog0"]
    assert workspace.panel.show_box.currentText() == "Chosen clips (3)"
    assert workspace.panel.given.text() == "dog taken for rain"
    workspace.show_clips("3 clips are silent", chosen[:1])
    assert workspace.panel.show_box.count() == 9
    assert names(workspace, context) == ["rain1"]


def test_confirming_a_label_is_shown_and_changes_nothing(suggest, workspace, context, clip_ids, qtbot):
    suggest({"dog0": ("dog", 0.9)})
    workspace.show_clips("dog recognised", [clip_ids["dog0"], clip_ids["dog1"]])
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Y)
    assert workspace.review.verdict(workspace.grid.entries[0]) is ReviewVerdict.ACCEPTED
    assert str(context.document.undoable.what) == "import clips"
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Left)
    qtbot.keyClick(workspace.grid, Qt.Key.Key_N)
    assert workspace.review.verdict(workspace.grid.entries[0]) is ReviewVerdict.REJECTED


def test_new_suggestions_do_not_disturb_a_queue_in_work(suggestions, suggest, workspace, context, qtbot):
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Y)
    before = workspace.grid.entries
    suggest({"c07": ("bell", 0.3)})
    assert workspace.grid.entries == before
    qtbot.mouseClick(workspace.panel.renew, LEFT)
    assert names(workspace, context)[0] == "c07"


def test_new_suggestions_appear_by_themselves_before_work_begins(workspace, suggest, context):
    suggest({"c03": ("dog", 0.6)})
    assert names(workspace, context) == ["c03"]


def test_pictures_are_made_for_what_is_in_sight(suggestions, workspace, context, qtbot):
    grid = workspace.grid
    contents = [context.document.view.clip(grid.entries[at].clip_id).content for at in grid.page]
    qtbot.waitUntil(lambda: all(workspace.loader.picture(content) for content in contents))
    assert workspace.loader.picture(contents[0]).image is not None
    last = context.document.view.clip(grid.entries[-1].clip_id).content
    assert workspace.loader.picture(last) is None
    qtbot.keyClick(grid, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: workspace.loader.picture(last) is not None)


def test_a_missing_file_has_its_reason_in_the_place_of_a_picture(suggestions, context, qtbot, tmp_path):
    from audioclf_gui.gui.review.workspace import ReviewWorkspace

    document = context.document
    clip = next(clip for clip in document.view.clips if clip.name == "c00.wav")
    document.view.audio_path(clip).unlink()
    workspace = ReviewWorkspace(context, tmp_path / "cache")
    qtbot.addWidget(workspace)
    workspace.resize(1280, 740)
    workspace.show()
    workspace.activate()
    qtbot.waitUntil(lambda: workspace.loader.picture(clip.content) is not None)
    picture = workspace.loader.picture(clip.content)
    assert picture.image is None
    assert picture.problem
    workspace.shutdown()


@pytest.mark.parametrize("size", [(700, 400), (1280, 740), (2400, 1400)])
def test_tiles_fill_the_grid_without_overlap(suggestions, workspace, size):
    workspace.resize(*size)
    grid = workspace.grid
    rects = [grid.tile_rect(place) for place in grid.page]
    assert all(grid.viewport().rect().contains(rect.toRect()) for rect in rects)
    assert not any(one.intersects(other) for at, one in enumerate(rects) for other in rects[:at])


def test_removed_labels_make_a_clip_open_again(suggestions, workspace, context, clip_ids, qtbot):
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Y)
    entry = workspace.grid.entries[0]
    assert workspace.review.verdict(entry) is ReviewVerdict.ACCEPTED
    context.document.do(Text("clear"), Change(labels={entry.clip_id: ()}))
    assert workspace.review.verdict(entry) is ReviewVerdict.OPEN


def test_everything_else_than_a_label_in_the_queue_is_left_alone(
    suggestions, workspace, context, clip_ids, class_ids
):
    context.document.do(Text("label"), Change(labels={clip_ids["dog0"]: (Label(class_ids["bell"]),)}))
    assert workspace.panel.counts.text().startswith("1")
    assert "accepted" not in workspace.panel.counts.text()


def test_a_project_that_may_only_be_read_refuses_each_decision_and_stays_at_the_clip(
    suggestions, workspace, context, qtbot, monkeypatch
):
    monkeypatch.setattr(context.document.project._database, "read_only", True)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_1):
        context.message_bar.clear()
        qtbot.keyClick(workspace.grid, key)
        assert not context.message_bar.isHidden()
        assert workspace.grid.current == 0


def test_a_file_without_any_sound_has_a_tile_too(workspace, context, tmp_path, qtbot):
    write_wav(tmp_path / "nothing.wav", np.zeros(0, np.float32), 16_000)
    (found,) = [one for one in ingest([Candidate(tmp_path / "nothing.wav")]) if isinstance(one, FoundClip)]
    context.document.write(AddClips((found,)))
    clip = context.document.view.clip_at(tmp_path / "nothing.wav")
    workspace.show_clips("no sound", [clip.id])
    qtbot.waitUntil(lambda: workspace.loader.picture(clip.content) is not None)
    workspace.grid.grab()


def test_a_fault_in_painting_is_reported_and_does_not_end_the_program(
    suggestions, workspace, qtbot, monkeypatch
):
    monkeypatch.setattr(workspace.grid, "_tile_of", lambda entry: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        workspace.grid.viewport().repaint()
    monkeypatch.undo()
    workspace.grid.grab()


@pytest.fixture
def contradicted(suggest, workspace, clip_ids):
    """Six clips are chosen: the model contradicts three labels and agrees with one; two clips are bare."""
    suggest(
        {
            "dog0": ("rain", 0.9),
            "dog1": ("bell", 0.8),
            "rain0": ("bell", 0.7),
            "rain1": ("rain", 0.6),
            "c00": ("dog", 0.5),
            "c01": ("rain", 0.4),
        }
    )
    names = ("dog0", "dog1", "rain0", "rain1", "c00", "c01")
    workspace.show_clips("six", [clip_ids[name] for name in names])
    return workspace


def classes_by_name(context, clip_ids, *wanted):
    known = {one.id: one.name for one in context.document.view.classes}
    return [known.get(class_of(context, clip_ids[name]), "") for name in wanted]


ALL_SIX = ("dog0", "dog1", "rain0", "rain1", "c00", "c01")


def test_a_page_that_contradicts_people_is_asked_about_before_it_is_accepted(
    contradicted, context, clip_ids, qtbot
):
    question, before = contradicted.panel.question, context.document.undoable
    qtbot.keyClick(contradicted.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert question.isVisible()
    assert question.text.text() == "3 proposals of 6 contradict labels that people gave"
    assert question.which.text().splitlines() == [
        "dog0.wav: dog, not rain",
        "dog1.wav: dog, not bell",
        "rain0.wav: rain, not bell",
    ]
    assert question.others.text() == "Accept the 3 others"
    qtbot.keyClick(question.others, Qt.Key.Key_Escape)
    assert question.isHidden()
    assert context.document.undoable == before
    assert contradicted.grid.hasFocus()


def test_what_contradicts_nobody_can_be_accepted_alone(contradicted, context, clip_ids, qtbot):
    contradicted.accept_page()
    qtbot.keyClick(contradicted.panel.question.others, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: class_of(context, clip_ids["c01"]) is not None)
    expected = ["dog", "dog", "rain", "rain", "dog", "rain"]
    assert classes_by_name(context, clip_ids, *ALL_SIX) == expected
    context.document.undo()
    assert classes_by_name(context, clip_ids, "c00", "c01") == ["", ""]


def test_labels_of_people_are_replaced_as_one_step_where_that_is_wanted(
    contradicted, context, clip_ids, qtbot
):
    contradicted.accept_page()
    qtbot.mouseClick(contradicted.panel.question.all, LEFT)
    qtbot.waitUntil(lambda: class_of(context, clip_ids["c01"]) is not None)
    expected = ["rain", "bell", "bell", "rain", "dog", "rain"]
    assert classes_by_name(context, clip_ids, *ALL_SIX) == expected
    context.document.undo()
    assert classes_by_name(context, clip_ids, "dog0", "rain0", "c00") == ["dog", "rain", ""]


def test_the_question_goes_with_its_queue(contradicted, qtbot):
    contradicted.accept_page()
    contradicted.panel.show_box.setCurrentIndex(0)
    assert contradicted.panel.question.isHidden()
