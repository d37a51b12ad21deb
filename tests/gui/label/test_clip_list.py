"""The list of clips: filter, order, many rows, what labelling does to it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.label import Label, Source
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import NO_CLASS, Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.label.clip_menu import clip_menu
from audioclf_gui.gui.label.clip_table import ClipPanel
from audioclf_gui.gui.text import DASH
from audioclf_gui.jobs.edit_clips import LabelClips, MergeClasses
from audioclf_gui.jobs.writing import AddClips, PutSuggestions

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def names(user):
    model = user.workspace.clips.model
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def type_filter(user, text):
    user.key(KEY.Key_F, CTRL)
    user.type(text)
    user.key(KEY.Key_Return)


def test_ctrl_f_focuses_the_filter_and_words_pick_out_clips(user):
    type_filter(user, "rain")
    assert sorted(names(user)) == ["rain-0.wav", "rain-1.wav"]
    assert user.clip.name in names(user)
    assert QApplication.focusWidget() is user.workspace.clips.table


def test_names_that_differ_at_their_end_stay_apart_where_there_is_little_room(user):
    table = user.workspace.clips.table
    index = user.workspace.clips.model.index(user.row("rain-0.wav"), 0)
    for room, text in ((200, "rain-0.wav"), (50, "rain-0")):
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, room, 24)
        table.itemDelegateForColumn(0).initStyleOption(option, index)
        assert option.text == text
        assert option.textElideMode == Qt.TextElideMode.ElideMiddle
    assert table.columnWidth(0) >= 130


def test_the_row_of_the_open_clip_stays_in_view_when_the_list_gets_lower(user):
    table = user.workspace.clips.table
    last = table.model().index(table.model().rowCount() - 1, 0)
    user.workspace.clips.step(last.row())
    table.setFixedHeight(table.visualRect(last).bottom() + table.viewport().y() - 10)
    QApplication.processEvents()
    assert table.viewport().rect().contains(table.visualRect(last).adjusted(0, 0, -1, 0))


def test_the_open_clip_stays_open_while_a_filter_is_typed(user):
    user.open("dog-0.wav")
    user.key(KEY.Key_F, CTRL)
    user.type("rain")
    user.qtbot.waitUntil(lambda: len(names(user)) == 2)
    assert user.clip.name == "dog-0.wav"
    user.key(KEY.Key_Return)
    assert user.clip.name == names(user)[0]


def test_a_term_that_is_not_understood_is_said_below_the_box_and_the_list_stays(user):
    type_filter(user, "is:purple")
    panel = user.workspace.clips
    assert panel.problem.isVisible()
    assert "is:purple" in panel.problem.text()
    assert len(names(user)) == 6
    type_filter(user, "is:labelled")
    assert not panel.problem.isVisible()
    assert len(names(user)) == 4


def test_a_clip_that_is_labelled_does_not_jump_out_of_a_filtered_list(user):
    type_filter(user, "is:unlabelled")
    first, second = names(user)
    user.key(KEY.Key_1)
    assert names(user) == [first, second]
    assert user.clip.name == second
    type_filter(user, "is:unlabelled")
    assert names(user) == [second]


def test_only_the_rows_of_labelled_clips_are_repainted(user):
    user.open("new-0.wav")
    row = user.row("new-0.wav")
    with user.qtbot.waitSignal(user.workspace.clips.model.dataChanged) as touched:
        user.key(KEY.Key_1)
    assert (touched.args[0].row(), touched.args[1].row()) == (row, row)


def test_the_bar_tells_how_many_are_labelled(user):
    assert user.workspace.clips.progress.text() == "4 of 6 labelled"
    user.open("new-0.wav")
    user.key(KEY.Key_1)
    assert user.workspace.clips.progress.text() == "5 of 6 labelled"
    user.document.undo()
    assert user.workspace.clips.progress.text() == "4 of 6 labelled"


def test_a_heading_sorts_and_the_open_clip_stays_open(user):
    user.open("rain-1.wav")
    user.workspace.clips.table.horizontalHeader().sectionClicked.emit(0)
    assert names(user) == sorted(names(user))
    user.workspace.clips.table.horizontalHeader().sectionClicked.emit(0)
    assert names(user) == sorted(names(user), reverse=True)
    assert user.clip.name == "rain-1.wav"


def test_page_keys_step_through_the_clips(user):
    user.open(names(user)[1])
    user.key(KEY.Key_PageDown)
    assert user.clip.name == names(user)[2]
    user.key(KEY.Key_PageUp)
    user.key(KEY.Key_PageUp)
    assert user.clip.name == names(user)[0]


def test_suggestions_appear_with_the_model_and_the_surest_come_first(user):
    project = user.document.project
    run = project.runs.next("default", {})
    project.runs.put(run)
    dog = project.catalogue.view.classes[0].id
    clips = list(project.catalogue.view.clips)
    assert user.workspace.clips.table.isColumnHidden(3)
    details = tuple(
        SuggestionDetail(Suggestion(clip.id, run.id, dog, score), {dog: score}, ())
        for clip, score in zip(clips, (0.3, 0.9, 0.5, 0.7, 0.4, 0.6), strict=True)
    )
    user.document.write(PutSuggestions(details))
    assert not user.workspace.clips.table.isColumnHidden(3)
    user.workspace.clips.table.horizontalHeader().sectionClicked.emit(3)
    assert names(user)[0] == clips[1].name


def test_enter_accepts_the_suggestion_and_skip_goes_on(user):
    project = user.document.project
    run = project.runs.next("default", {})
    project.runs.put(run)
    dog, rain = (one.id for one in project.catalogue.view.classes)
    event = Label(rain, 0.1, 0.2, source=Source.MODEL, score=0.8)
    details = tuple(
        SuggestionDetail(Suggestion(clip.id, run.id, rain, 0.8), {rain: 0.8, dog: 0.2}, (event,))
        for clip in project.catalogue.view.clips
    )
    user.document.write(PutSuggestions(details))
    user.workspace.suggestion.show_clip(None)
    assert user.workspace.suggestion.none.text() == DASH, "nothing is said of a clip where none is shown"
    user.open("new-0.wav")
    clip = user.clip
    assert user.workspace.suggestion.title.text() == "rain"
    user.qtbot.mouseClick(user.workspace.suggestion.skip_button, LEFT)
    assert user.clip.name == "new-1.wav"
    assert project.catalogue.view.labels(clip.id) == ()
    user.open("new-0.wav")
    user.key(KEY.Key_Return)
    assert [label.class_id for label in project.catalogue.view.labels(clip.id)] == [rain]
    assert user.clip.name == "new-1.wav"
    tiers = user.editor.tiers
    user.qtbot.mouseDClick(tiers, LEFT, pos=user.at(tiers, 0.15, tiers.height() - 15))
    assert user.labels == (replace(event, source=Source.HUMAN, score=None),)
    user.document.undo()
    user.editor.setFocus()
    user.key(KEY.Key_Down)
    assert user.layer.selected == event
    user.key(KEY.Key_Return)
    assert user.labels == (replace(event, source=Source.HUMAN, score=None),)


def test_what_is_heard_in_a_recording_of_no_class_is_shown_and_taken(user):
    project = user.document.project
    run = project.runs.next("default", {})
    project.runs.put(run)
    user.open("new-0.wav")
    assert user.workspace.suggestion.none.text().startswith("None yet. Train a model")
    rain = project.catalogue.view.classes[1].id
    event = Label(rain, 0.1, 0.2, source=Source.MODEL, score=0.8)
    detail = SuggestionDetail(Suggestion(user.clip.id, run.id, NO_CLASS, 0.2), {rain: 0.2}, (event,))
    user.document.write(PutSuggestions((detail,)))
    assert user.workspace.suggestion.none.text().startswith("No class as a whole, but 1 sound is heard in it")
    assert not user.workspace.suggestion.has_suggestion
    user.key(KEY.Key_Return)
    assert user.labels == ()
    tiers = user.editor.tiers
    user.qtbot.mouseClick(tiers, LEFT, pos=user.at(tiers, 0.15, tiers.height() - 15))
    assert user.layer.selected == event
    user.editor.setFocus()
    user.key(KEY.Key_Return)
    assert user.labels == (replace(event, source=Source.HUMAN, score=None),)


def test_removing_clips_can_be_undone(user):
    user.open("new-0.wav")
    user.key(KEY.Key_Delete, CTRL)
    user.qtbot.waitUntil(lambda: "new-0.wav" not in names(user))
    assert user.clip.name != "new-0.wav"
    user.document.undo()
    assert "new-0.wav" in names(user)


def test_the_menu_of_clips_clears_labels_and_sets_groups(user):
    user.open("dog-0.wav")
    clip = user.clip
    user.workspace.clips.menu_asked.emit(user.workspace.mapToGlobal(user.workspace.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    actions["Clear label"].trigger()
    user.qtbot.waitUntil(lambda: user.document.view.labels(clip.id) == ())
    menu.close()


def test_what_the_menu_does_to_several_clips_is_one_step_with_a_copy_before(user):
    user.open("dog-0.wav")
    user.click_row(user.row("dog-1.wav"), CTRL)
    ids = user.workspace.clips.selected_ids()
    rain = user.document.view.classes[1].id
    user.workspace.clips.menu_asked.emit(user.workspace.mapToGlobal(user.workspace.rect().center()))
    menu = QApplication.activePopupWidget()
    (given,) = (action.menu() for action in menu.actions() if action.text() == "Label as")
    next(action for action in given.actions() if action.text() == "rain").trigger()
    menu.close()
    user.qtbot.waitUntil(lambda: all(user.document.view.labels(one) == (Label(rain),) for one in ids))
    assert len(list((user.document.project.folder / "snapshots").glob("*label-rain*"))) == 1
    user.document.undo()
    assert not any(user.document.view.labels(one) == (Label(rain),) for one in ids)


def test_nothing_is_undone_before_an_edit_that_was_asked_for_is_made(user):
    ids = tuple(clip.id for clip in user.document.view.clips)
    refused = []
    user.document.failed.connect(refused.append)
    user.context.edit(LabelClips(ids, "rain"))
    user.document.undo()
    assert "just being made" in str(refused[0])
    rain = user.document.view.classes[1].id
    user.qtbot.waitUntil(lambda: user.document.view.class_counts[rain] == len(ids))
    user.document.undo()
    assert len(refused) == 1
    assert user.document.view.class_counts[rain] == 2


def test_suggestions_of_several_clips_are_accepted_or_rejected_at_once(user):
    project = user.document.project
    run = project.runs.next("default", {})
    project.runs.put(run)
    rain = project.catalogue.view.classes[1].id
    user.open("new-0.wav")
    user.click_row(user.row("new-1.wav"), CTRL)
    ids = user.workspace.clips.selected_ids()
    details = [SuggestionDetail(Suggestion(one, run.id, rain, 0.9), {rain: 0.9}, ()) for one in ids]
    user.document.write(PutSuggestions(tuple(details)))
    for text, labels in (("Accept 2 suggestions", (Label(rain),)), ("Reject 2 suggestions", ())):
        menu = clip_menu(user.document, ids, user.context.edit, [QAction("remove")], user.workspace)
        next(action for action in menu.actions() if action.text() == text).trigger()
        user.qtbot.waitUntil(
            lambda labels=labels: all(user.document.view.labels(one) == labels for one in ids)
        )
    assert all(user.document.view.rejected(one) == {rain} for one in ids)


def test_suggestions_that_contradict_people_are_accepted_only_after_a_question(user):
    project, document = user.document.project, user.document
    run = project.runs.next("default", {})
    project.runs.put(run)
    rain = document.view.classes[1].id
    ids = {clip.name: clip.id for clip in document.view.clips}
    chosen = [ids["dog-0.wav"], ids["dog-1.wav"], ids["new-0.wav"]]
    details = [SuggestionDetail(Suggestion(one, run.id, rain, 0.9), {rain: 0.9}, ()) for one in chosen]
    document.write(PutSuggestions(tuple(details)))

    def choices():
        menu = clip_menu(document, chosen, user.context.edit, [QAction("remove")], user.workspace)
        accept = next(action for action in menu.actions() if action.text() == "Accept 3 suggestions")
        return accept.menu().actions()

    before = [document.view.labels(one) for one in chosen[:2]]
    told, others, replace = choices()
    assert (told.text(), told.isEnabled()) == (
        "2 proposals of 3 contradict labels that people gave",
        False,
    )
    assert (others.text(), replace.text()) == ("Accept the other one", "Replace 2 labels too")
    others.trigger()
    user.qtbot.waitUntil(lambda: document.view.labels(chosen[2]) == (Label(rain),))
    assert [document.view.labels(one) for one in chosen[:2]] == before
    choices()[-1].trigger()
    user.qtbot.waitUntil(lambda: all(document.view.labels(one) == (Label(rain),) for one in chosen))


def test_edits_of_several_clips_build_on_each_other(user):
    dog, rain = user.document.view.classes
    ids = tuple(clip.id for clip in user.document.view.clips)
    done = []
    user.context.edit(LabelClips(ids, "rain"), done.append)
    user.context.edit(LabelClips(ids, "dog"), done.append)
    user.context.edit(MergeClasses(("dog",), "rain"), done.append)
    user.qtbot.waitUntil(lambda: len(done) == 3 and not user.context.tasks.running)
    assert [known.id for known in user.document.view.classes] == [rain.id]
    assert all(user.document.view.labels(one) == (Label(rain.id),) for one in ids)
    user.document.undo()
    assert all(user.document.view.labels(one) == (Label(dog.id),) for one in ids)


def test_the_group_of_a_clip_is_edited_beside_its_facts(user):
    user.open("dog-0.wav")
    facts = user.workspace.facts
    facts.group.setFocus()
    user.type("site3")
    user.key(KEY.Key_Return)
    assert user.clip.group == "site3"
    user.document.undo()
    assert user.clip.group == ""
    assert facts.group.text() == ""


def test_escape_gives_the_group_back_that_was_and_the_keyboard_to_the_editor(user):
    user.open("dog-0.wav")
    group = user.workspace.facts.group
    for ends, stays in ((KEY.Key_Return, "site3"), (KEY.Key_Escape, "site3")):
        group.setFocus()
        group.selectAll()
        user.type("site3" if ends == KEY.Key_Return else "no")
        user.key(ends)
        assert (user.clip.group, group.text()) == (stays, stays)
        assert user.editor.isAncestorOf(QApplication.focusWidget()) or user.editor.hasFocus()
    assert str(user.document.undoable.what) == "set group"
    user.document.undo()
    assert user.clip.group == ""


def test_a_group_that_is_being_typed_is_of_the_clip_that_was_shown_and_not_lost(user, tone):
    user.open("dog-0.wav")
    clip, group = user.clip, user.workspace.facts.group
    group.setFocus()
    user.type("si")
    found = ingest([Candidate(tone("audio/more.wav"), "")])
    user.document.write(AddClips(tuple(one for one in found if isinstance(one, FoundClip))))
    user.type("te3")
    assert group.text() == "site3"
    user.key(KEY.Key_PageDown)
    assert user.clip != clip
    assert (user.document.view.clip(clip.id).group, user.clip.group, group.text()) == ("site3", "", "")


def test_an_empty_project_says_what_to_do(tmp_path, qtbot):
    with Project.create(tmp_path / "empty") as project:
        panel = ClipPanel(Document(project))
        panel.take_clips()
        qtbot.addWidget(panel)
        panel.show()
        assert "Drop recordings" in panel.empty.text()
        assert panel.empty.isVisible()


@pytest.fixture
def many(tmp_path):
    with Project.create(tmp_path / "many") as project:
        facts = AudioFacts(16_000, 1, 80_000, "WAV 16 bit")
        project.catalogue.add_clips(
            [
                FoundClip(
                    Candidate(tmp_path / f"clip-{number:06}.wav", f"class {number % 7}"), facts, str(number)
                )
                for number in range(100_000)
            ]
        )
        yield project


@pytest.mark.slow
def test_a_hundred_thousand_clips_are_filtered_and_shown_to_the_last(many, qtbot):
    panel = ClipPanel(Document(many))
    panel.take_clips()
    qtbot.addWidget(panel)
    panel.resize(320, 800)
    panel.show()
    assert panel.model.rowCount() == 100_000
    panel.filter.setText("clip-0999")
    panel.apply_filter()
    assert panel.model.rowCount() == 100
    panel.filter.clear()
    panel.apply_filter()
    panel.table.scrollToBottom()
    last = panel.table.indexAt(panel.table.viewport().rect().bottomLeft() + QPoint(9, -9))
    assert last.row() > 99_990


def test_shift_and_a_digit_label_a_clip_with_several_classes_and_take_one_away(user):
    user.open("new-0.wav")
    clip = user.clip
    row = user.row("new-0.wav")
    user.key(KEY.Key_1, SHIFT)
    user.key(KEY.Key_2, SHIFT)
    assert user.clip == clip, "there may be more to add, so the next clip waits"
    dog, rain = (one.id for one in user.document.view.classes)
    assert whole_clip_classes(user.labels) == (dog, rain)
    assert user.workspace.clips.model.index(row, 1).data() == "dog, rain"
    assert user.workspace.facts.label.value.text() == "dog, rain"
    assert user.document.view.class_counts == {dog: 3, rain: 3}
    user.workspace.clips.filter.setText("class:rain")
    user.workspace.clips.apply_filter()
    assert "new-0.wav" in names(user)
    user.key(KEY.Key_1, SHIFT)
    assert whole_clip_classes(user.labels) == (rain,)
    user.document.undo()
    assert user.workspace.facts.label.value.text() == "dog, rain"
    user.key(KEY.Key_1)
    assert whole_clip_classes(user.document.view.labels(clip.id)) == (dog,)


def test_several_clips_get_a_class_beside_others_from_their_menu(user):
    dog, rain = (one.id for one in user.document.view.classes)
    clips = [clip for clip in user.document.view.clips if clip.name.startswith("dog")]
    user.click_row(user.row(clips[0].name))
    user.click_row(user.row(clips[1].name), Qt.KeyboardModifier.ControlModifier)
    chosen = [clip.id for clip in clips]
    edit = user.context.edit
    remove = user.workspace.commands["remove_clips"]
    menu = clip_menu(user.document, chosen, edit, [remove], user.workspace)
    also = next(action.menu() for action in menu.actions() if action.text() == "Label also as")
    assert [action.isChecked() for action in also.actions()] == [True, False]
    also.actions()[1].trigger()
    view = user.document.view
    user.qtbot.waitUntil(
        lambda: all(whole_clip_classes(user.document.view.labels(one)) == (dog, rain) for one in chosen)
    )
    assert view.classes == user.document.view.classes


def test_a_stretch_gets_another_class_beside_its_own(user):
    user.open("new-0.wav")
    user.select(0.1, 0.3)
    user.key(KEY.Key_1)
    (label,) = user.labels
    user.key(KEY.Key_2, SHIFT)
    assert [one.class_id for one in user.labels] == [one.id for one in user.document.view.classes]
    assert {(one.start_s, one.end_s) for one in user.labels} == {(label.start_s, label.end_s)}
    user.layer.select(label)
    user.key(KEY.Key_2, SHIFT)
    assert user.labels == (label,)


def test_enter_accepts_all_classes_of_a_suggested_set(user):
    project = user.document.project
    run = project.runs.next("default", {})
    project.runs.put(run)
    user.open("new-0.wav")
    clip = user.clip
    dog, rain = (one.id for one in project.catalogue.view.classes)
    suggestion = Suggestion(clip.id, run.id, rain, 0.8, (dog,))
    user.document.write(PutSuggestions((SuggestionDetail(suggestion, {rain: 0.8, dog: 0.7}, ()),)))
    assert user.workspace.suggestion.title.text() == "rain, dog"
    user.key(KEY.Key_Return)
    assert whole_clip_classes(project.catalogue.view.labels(clip.id)) == (rain, dog)


def test_return_names_the_stretch_that_is_selected_before_it_agrees_with_the_model(user):
    project = user.document.project
    run = project.runs.next("default", {})
    project.runs.put(run)
    user.open("new-0.wav")
    clip, (dog, rain) = user.clip, (one.id for one in project.catalogue.view.classes)
    detail = SuggestionDetail(Suggestion(clip.id, run.id, rain, 0.8), {rain: 0.8, dog: 0.2}, ())
    user.document.write(PutSuggestions((detail,)))
    user.select(0.1, 0.3)
    user.key(KEY.Key_Return)
    user.type("dog")
    user.key(KEY.Key_Return)
    assert user.clip == clip
    (label,) = user.labels
    assert label.class_id == dog
    assert not label.is_whole_clip


@pytest.mark.parametrize(
    ("class_ids", "text"),
    [((1,), "dog"), ((1, 1), "dog ×2"), ((1, 2, 1), "dog ×2 +1"), ((2, None), "rain +1"), ((None,), "×1")],
)
def test_of_regions_the_commonest_class_is_told_with_its_number_and_how_many_others_there_are(
    user, class_ids, text
):
    user.open("new-0.wav")
    labels = tuple(Label(one, at / 10, at / 10 + 0.05) for at, one in enumerate(class_ids))
    user.document.do(Text("label"), Change(labels={user.clip.id: labels}))
    model = user.workspace.clips.model
    assert model.data(model.index(user.row("new-0.wav"), 1)) == text
