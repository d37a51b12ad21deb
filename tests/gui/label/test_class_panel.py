"""Classes are added, renamed, recoloured, merged, moved and deleted, and all of it can be undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.run import Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.writing import PutRun, PutSuggestions

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(user):
    user.workspace.classes.table.selectRow(0)
    user.workspace.classes.table.setFocus()
    return user.workspace.classes


def class_names(user):
    return [one.name for one in user.document.view.classes]


def entry(menu, *path):
    for text in path[:-1]:
        menu = next(action for action in menu.actions() if action.text() == text).menu()
    return next(action for action in menu.actions() if action.text() == path[-1])


def test_a_new_class_is_typed_where_the_button_was(user, panel):
    place = panel.add_button.geometry()
    user.qtbot.mouseClick(panel.add_button, LEFT)
    panel.layout().activate()
    assert panel.name.x() == place.x()
    assert panel.more_button.geometry().left() > panel.name.geometry().right()
    user.type("wren 2")
    user.key(KEY.Key_Return)
    assert class_names(user) == ["dog", "rain", "wren 2"]
    assert panel.add_button.isVisible()
    user.document.undo()
    assert class_names(user) == ["dog", "rain"]


@pytest.mark.parametrize("typed", ["  big \u00a0 owl ", "big owl\u200b"])
def test_a_typed_name_is_tidied_so_that_it_is_not_a_second_class(user, panel, typed):
    for text in ("big owl", typed):
        user.qtbot.mouseClick(panel.add_button, LEFT)
        panel.name.setText(text)
        user.key(KEY.Key_Return)
    assert class_names(user) == ["dog", "rain", "big owl"]
    panel.model.setData(panel.model.index(0, 1), " do\u0308g ")
    assert class_names(user) == ["dög", "rain", "big owl"]


def test_f2_renames_a_class(user, panel):
    panel.table.setCurrentIndex(panel.model.index(0, 1))
    user.key(KEY.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    QApplication.focusWidget().selectAll()
    user.type("bark 1")
    user.key(KEY.Key_Return)
    user.qtbot.waitUntil(lambda: class_names(user) == ["bark 1", "rain"])
    model = user.workspace.clips.model
    assert model.data(model.index(user.row("dog-0.wav"), 1)) == "bark 1"


def test_two_classes_cannot_have_one_name(user, panel):
    panel.model.setData(panel.model.index(0, 1), "rain")
    assert class_names(user) == ["dog", "rain"]
    assert user.context.message_bar.isVisible()


def test_alt_and_arrows_move_a_class_and_its_key_with_it(user, panel):
    user.key(KEY.Key_Down, ALT)
    assert class_names(user) == ["rain", "dog"]
    assert panel.selected().name == "dog"
    user.key(KEY.Key_Up, ALT)
    assert class_names(user) == ["dog", "rain"]


def test_a_class_is_dragged_to_another_place(user, panel):
    data = panel.model.mimeData([panel.model.index(0, 0)])
    panel.model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert class_names(user) == ["rain", "dog"]


def test_merging_gives_its_labels_to_the_other_class(user, panel):
    entry(panel.menu(panel.selected()), "Merge into", "rain").trigger()
    user.qtbot.waitUntil(lambda: class_names(user) == ["rain"])
    counts = user.document.view.class_counts
    assert counts[user.document.view.classes[0].id] == 4
    user.document.undo()
    assert class_names(user) == ["dog", "rain"]


def test_merging_tells_how_many_labels_became_one(user, panel):
    dog, rain = user.document.view.classes
    own = user.labels[0]
    both = (replace(own, class_id=dog.id), replace(own, class_id=rain.id))
    user.document.do(Text("label"), Change(labels={user.clip.id: both}))
    told = []
    user.context.status_changed.connect(told.append)
    entry(panel.menu(dog), "Merge into", "rain").trigger()
    user.qtbot.waitUntil(lambda: class_names(user) == ["rain"])
    user.qtbot.waitUntil(lambda: bool(told))
    assert told[-1] == (
        "2 labels are called rain now; 1 of them equals a label that was there and became one with it"
    )


def test_a_class_gets_another_colour(user, panel):
    entry(panel.menu(panel.selected()), "Colour", "#cc79a7").trigger()
    assert user.document.view.classes[0].colour == "#cc79a7"


def test_delete_drops_the_class_and_undo_brings_it_back(user, panel):
    user.key(KEY.Key_Delete)
    user.qtbot.waitUntil(lambda: class_names(user) == ["rain"])
    user.document.undo()
    assert class_names(user) == ["dog", "rain"]


def test_a_class_is_given_by_its_menu_as_by_its_key(user, panel):
    user.open("new-0.wav")
    clip = user.clip
    entry(panel.menu(user.document.view.classes[1]), "Label with “rain”").trigger()
    assert len(user.document.view.labels(clip.id)) == 1


def test_digits_typed_into_a_field_are_text(user, panel):
    user.open("new-0.wav")
    user.workspace.clips.focus_filter()
    user.type("1")
    assert user.workspace.clips.filter.text() == "1"
    assert user.labels == ()


def test_a_project_that_may_only_be_read_refuses_every_change_of_its_classes(user, panel, monkeypatch):
    user.document.do(Text("no classes"), edits.delete_class(user.document.view, 1))
    user.document.do(Text("no classes"), edits.delete_class(user.document.view, 2))
    monkeypatch.setattr(user.document.project._database, "read_only", True)
    user.qtbot.mouseClick(panel.add_button, LEFT)
    user.qtbot.keyClicks(panel.name, "owl")
    user.qtbot.keyClick(panel.name, KEY.Key_Return)
    assert class_names(user) == []
    assert "open elsewhere" in user.context.message_bar.text.text()


def test_a_long_class_name_is_shortened_and_pushes_nothing_out_of_the_window(user, panel):
    name = "Northern house wren, dawn song of the second brood (uncertain)"
    user.document.do(
        Text("rename"), edits.change_class(user.document.view, replace(panel.selected(), name=name))
    )
    run, class_id = user.document.project.runs.next("fast", {}), panel.selected().id
    user.document.write(PutRun(run))
    detail = SuggestionDetail(Suggestion(user.clip.id, run.id, class_id, 0.9), {class_id: 0.9}, ())
    user.document.write(PutSuggestions((detail,)))
    suggestion = user.workspace.suggestion
    user.qtbot.waitUntil(suggestion.title.isVisible)
    column = user.workspace.columns.widget(2)
    assert suggestion.title.whole_text() == name
    assert column.widget().minimumSizeHint().width() <= column.viewport().width()


def add_classes(user, *names):
    view = user.document.view
    user.document.do(Text("add classes"), Change(classes=view.with_classes(names)))


def texts(panel, column):
    return [panel.model.data(panel.model.index(row, column)) for row in range(panel.model.rowCount())]


def test_alt_and_a_digit_let_the_digits_mean_other_classes(user, panel):
    add_classes(user, *(f"bird {n}" for n in range(1, 22)))
    assert texts(panel, 0) == [*"1234567890", *[""] * 13]
    assert panel.pages.text.text() == "Keys: 1–10 of 23"
    user.open("new-0.wav")
    panel.moves_on.setChecked(False)
    user.workspace.clips.table.setFocus()
    user.key(KEY.Key_2, ALT)
    assert texts(panel, 0) == [*[""] * 10, *"1234567890", *[""] * 3]
    user.key(KEY.Key_1)
    user.key(KEY.Key_3, ALT)
    user.key(KEY.Key_2, Qt.KeyboardModifier.ShiftModifier)
    user.key(KEY.Key_4, ALT)
    assert panel.pages.text.text() == "Keys: 21–23 of 23"
    names = {one.id: one.name for one in user.document.view.classes}
    assert [names[one.class_id] for one in user.labels] == ["bird 9", "bird 20"]
    user.qtbot.mouseClick(panel.pages.back, LEFT)
    assert panel.pages.text.text() == "Keys: 11–20 of 23"
    user.document.undo()
    user.document.undo()
    user.document.undo()
    assert texts(panel, 0) == ["1", "2"]
    assert not panel.pages.isVisible()


def test_c_labels_with_a_class_by_its_name(user, panel):
    user.open("new-0.wav")
    panel.moves_on.setChecked(False)
    user.workspace.clips.table.setFocus()
    user.key(KEY.Key_C)
    user.type("ra")
    user.key(KEY.Key_Return)
    user.key(KEY.Key_C)
    user.key(KEY.Key_Escape)
    names = {one.id: one.name for one in user.document.view.classes}
    assert [names[one.class_id] for one in user.labels] == ["rain"]
    user.select(0.1, 0.3)
    user.key(KEY.Key_C)
    user.type("thunder")
    user.key(KEY.Key_Return)
    assert class_names(user) == ["dog", "rain", "thunder"]
    assert [(one.start_s is None, one.class_id) for one in user.labels] == [(True, 2), (False, 3)]


@pytest.fixture
def finder(user, panel):
    """Press C in a clip of two classes that begin alike, and of one that is new; nothing is given yet."""
    add_classes(user, "bird", "bird/wren")
    user.open("new-0.wav")
    panel.moves_on.setChecked(False)
    user.workspace.clips.table.setFocus()
    user.key(KEY.Key_C)
    return user.workspace.class_finder


def given(user):
    names = {one.id: one.name for one in user.document.view.classes}
    return [names[one.class_id] for one in user.labels]


def test_tab_in_the_finder_writes_out_the_class_that_is_marked_and_then_takes_it(user, finder):
    user.type("bi")
    user.key(KEY.Key_Tab)
    assert (finder.field.text(), finder.field.offered[:2]) == ("bird", ["bird", "bird/wren"])
    user.key(KEY.Key_Down)
    user.key(KEY.Key_Tab)
    assert finder.field.text() == "bird/wren"
    assert given(user) == []
    user.key(KEY.Key_Tab)
    assert not finder.isVisible()
    assert given(user) == ["bird/wren"]


def test_names_of_any_length_are_offered_within_the_screen(user, finder):
    add_classes(user, "bittern " + "of a very long name " * 30)
    finder.hide()
    user.key(KEY.Key_C)
    user.type("bitt")
    screen, offered = finder.screen().availableGeometry(), finder.field.list
    assert offered.isVisible()
    assert offered.width() <= screen.width()
    assert screen.contains(offered.frameGeometry().topLeft())


def test_tab_in_the_finder_makes_no_class_and_return_does(user, finder):
    for ignored in ("", "owl"):
        user.type(ignored)
        user.key(KEY.Key_Tab)
        assert finder.isVisible()
        assert finder.field.text() == ignored
    assert "owl" not in class_names(user)
    user.key(KEY.Key_Return)
    assert given(user) == ["owl"]


def test_the_finder_is_closed_after_a_new_class_and_opens_empty_with_the_class_in_its_offers(user, finder):
    first = finder.field
    user.type("owl")
    user.key(KEY.Key_Return)
    assert not finder.isVisible()
    assert not first.list.isVisible()
    user.workspace.clips.table.setFocus()
    user.key(KEY.Key_C)
    assert (finder.field.text(), finder.field.offered) == ("", [])
    user.type("ow")
    assert finder.field.offered[0] == "owl"
    user.key(KEY.Key_Escape)
    assert given(user) == ["owl"]


def test_a_click_beside_the_finder_gives_nothing(user, finder):
    user.type("ra")
    window = user.workspace.window()
    beside = user.workspace.facts.mapTo(window, user.workspace.facts.rect().center())
    QTest.mouseClick(window.windowHandle(), LEFT, pos=beside)
    user.qtbot.waitUntil(lambda: not finder.isVisible())
    assert given(user) == []


def test_escape_makes_no_class_of_what_was_typed_and_nothing_of_it_stays(user, panel):
    user.qtbot.mouseClick(panel.add_button, LEFT)
    user.type("ow")
    user.key(KEY.Key_Escape)
    assert class_names(user) == ["dog", "rain"]
    assert panel.add_button.hasFocus()
    assert not panel.name.isVisible()
    user.qtbot.mouseClick(panel.add_button, LEFT)
    assert panel.name.text() == ""
    user.type("wren")
    user.key(KEY.Key_Return)
    assert class_names(user) == ["dog", "rain", "wren"]
    assert panel.table.hasFocus()
    assert panel.selected().name == "wren"


def test_classes_of_one_level_stand_below_a_heading_that_a_click_closes(user, panel):
    add_classes(user, "bird/owl", "bird/wren")
    user.open("new-0.wav")
    panel.moves_on.setChecked(False)
    user.workspace.clips.table.setFocus()
    user.key(KEY.Key_3)
    user.select(0.1, 0.3)
    user.key(KEY.Key_4)
    assert [text.strip() for text in texts(panel, 1)] == ["dog", "rain", "▾ bird", "owl", "wren"]
    assert texts(panel, 0) == ["1", "2", "", "3", "4"]
    assert texts(panel, 3)[2:] == ["2", "1", "1"]
    user.qtbot.mouseClick(
        panel.table.viewport(), LEFT, pos=panel.table.visualRect(panel.model.index(2, 1)).center()
    )
    assert [text.strip() for text in texts(panel, 1)] == ["dog", "rain", "▸ bird"]
    assert texts(panel, 3)[2] == "2"


def test_a_class_is_dropped_before_a_heading_and_behind_the_last_one(user, panel):
    add_classes(user, "bird/owl", "bird/wren")
    model = panel.model
    model.dropMimeData(model.mimeData([model.index(0, 1)]), Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert class_names(user) == ["rain", "dog", "bird/owl", "bird/wren"]
    model.dropMimeData(model.mimeData([model.index(0, 1)]), Qt.DropAction.MoveAction, 5, 0, QModelIndex())
    assert class_names(user) == ["dog", "bird/owl", "bird/wren", "rain"]


def test_classes_come_from_a_list_are_sorted_and_written_as_one(user, panel, tmp_path, monkeypatch):
    listed, out = tmp_path / "list.txt", tmp_path / "out.csv"
    listed.write_text("wren 10\nwren 2\ndog\nArt\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(listed), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(out), ""))
    entry(panel.lists.menu(), "Add classes from a list…").trigger()
    user.qtbot.waitUntil(lambda: class_names(user) == ["dog", "rain", "wren 10", "wren 2", "Art"])
    entry(panel.lists.menu(), "Sort by name").trigger()
    user.qtbot.waitUntil(lambda: class_names(user) == ["Art", "dog", "rain", "wren 2", "wren 10"])
    entry(panel.lists.menu(), "Export the classes…").trigger()
    assert out.read_text("utf-8").splitlines()[1].startswith("Art,#")
    user.document.undo()
    user.document.undo()
    assert class_names(user) == ["dog", "rain"]


def test_a_list_that_cannot_be_read_is_told(user, panel, tmp_path):
    panel.lists.add(tmp_path / "missing.txt")
    user.qtbot.waitUntil(user.context.message_bar.isVisible)
    assert "missing.txt" in user.context.message_bar.text.text()
