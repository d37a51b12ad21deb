"""The label table below the editor: all labels of the project, sorted, filtered, edited, played, copied."""

import csv
import io
import random
from collections import Counter
from dataclasses import asdict, replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Certainty, Label, Source
from audioclf_gui.core.label_query import matching, ordered
from audioclf_gui.core.label_rows import rows_of
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import Track
from audioclf_gui.gui.label.class_field import ClassField
from audioclf_gui.gui.label.label_drag import Drag

FURTHER = ((), (("Call Type", "drip"),), (("Quality", "1"), ("note", "theirs")))
LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Table:
    """What a person sees of the table, and does with it."""

    def __init__(self, user):
        self.user = user
        self.table = user.workspace.table
        self.view = self.table.view
        self.model = self.table.model

    def column(self, key):
        return self.model.column_of(key)

    def cells(self, key):
        """A column as it is read, from the top."""
        column = self.column(key)
        return [self.model.index(row, column).data() for row in range(self.model.rowCount())]

    def shown(self):
        return [column.key for column in self.table.columns.shown]

    def place(self, row, key):
        index = self.model.index(row, self.column(key))
        self.view.scrollTo(index)
        return self.view.visualRect(index).center()

    def click(self, row, key="class", modifier=Qt.KeyboardModifier.NoModifier):
        self.user.qtbot.mouseClick(self.view.viewport(), LEFT, modifier, self.place(row, key))

    def double_click(self, row, key):
        self.click(row, key)
        self.user.qtbot.mouseDClick(self.view.viewport(), LEFT, pos=self.place(row, key))

    def sort(self, key):
        header = self.view.horizontalHeader()
        section = self.column(key)
        self.view.scrollTo(self.model.index(0, section))
        at = QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)
        self.user.qtbot.mouseClick(header.viewport(), LEFT, pos=at)

    def type_filter(self, text):
        self.table.filter.setFocus()
        self.table.filter.selectAll()
        QTest.keyClicks(self.table.filter, text)
        QTest.keyClick(self.table.filter, Qt.Key.Key_Return)

    def editor(self):
        """The field of the cell that is being edited."""
        found = [one for one in self.view.viewport().children() if isinstance(one, QLineEdit | QComboBox)]
        return next(one for one in found if one.isVisible())

    def type_into(self, row, key, text):
        """Open a cell by F2, type, and Enter."""
        self.click(row, key)
        self.user.key(Qt.Key.Key_F2)
        field = self.editor()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.user.qtbot.waitUntil(lambda: QApplication.focusWidget() is self.view)

    def pick(self, below):
        """Choose from the list of a cell, so far below what is there."""
        choices = self.editor().view()
        self.user.qtbot.waitUntil(choices.isVisible)
        for _ in range(below):
            QTest.keyClick(choices, Qt.Key.Key_Down)
        QTest.keyClick(choices, Qt.Key.Key_Return)

    def selected(self):
        return [self.model.label_of(place)[1] for place in self.view.chosen().tolist()]


@pytest.fixture
def table(user):
    """The table, opened by its key; one clip has three regions, four have a label of the whole."""
    document = user.document
    dog, rain = (known.id for known in document.view.classes)
    regions = (
        Label(rain, 0.3, 0.45, 2000.0, 4000.0, note="loud", extra=(("Call Type", "drip"),)),
        Label(dog, 0.1, 0.2, certainty=Certainty.UNSURE, source=Source.MODEL, score=0.5),
        Label(None, 0.25, 0.25),
    )
    clip = user.clip
    assert clip.name == "dog-0.wav"
    document.do(Text("label"), Change(labels={clip.id: regions}))
    user.editor.setFocus()
    user.key(Qt.Key.Key_F8)
    return Table(user)


def labels_in(user, name):
    view = user.document.view
    return view.labels(next(clip.id for clip in view.clips if clip.name == name))


def test_all_labels_of_the_project_are_listed_and_f8_hides_them(table, user):
    assert table.table.isVisible()
    assert table.cells("clip") == ["dog-0.wav"] * 3 + ["dog-1.wav", "rain-0.wav", "rain-1.wav"]
    assert table.cells("class") == ["dog", "", "rain", "dog", "rain", "rain"]
    assert table.cells("start_s") == ["0.100", "0.250", "0.300", "0.000", "0.000", "0.000"]
    assert table.cells("high_hz")[2] == "4\N{NARROW NO-BREAK SPACE}000"
    assert table.cells("certainty")[0] == "unsure"
    assert table.table.count.text() == "6 labels"
    assert user.context.session.flag("label_table/open", False)
    user.key(Qt.Key.Key_F8)
    assert not table.table.isVisible()


def test_numbers_stand_at_the_right_with_units_in_the_header(table):
    header = [table.model.headerData(place, Qt.Orientation.Horizontal) for place in range(8)]
    assert header == [
        "Clip",
        "Class",
        "Track",
        "Start (s)",
        "End (s)",
        "Duration (s)",
        "Low (Hz)",
        "High (Hz)",
    ]
    sides = {
        key: table.model.index(0, table.column(key)).data(Qt.ItemDataRole.TextAlignmentRole)
        for key in ("class", "start_s")
    }
    assert sides["start_s"] & Qt.AlignmentFlag.AlignRight
    assert sides["class"] & Qt.AlignmentFlag.AlignLeft


def test_times_late_in_a_recording_of_a_day_are_shown_to_their_last_digit(table, user):
    document = user.document
    known = document.view.classes[0].id
    late = Label(known, 86_390.125, 86_399.875)
    document.do(Text("label"), Change(labels={user.clip.id: (late,)}))
    assert any(text.endswith("399.875") for text in table.cells("end_s"))
    for key in ("start_s", "end_s"):
        column = table.column(key)
        assert table.view.columnWidth(column) >= table.view.sizeHintForColumn(column)


def test_a_frequency_is_rounded_once_as_in_the_field_of_its_band(table, user):
    label = Label(user.document.view.classes[0].id, 0.1, 0.2, 1056.502, 4683.4)
    user.document.do(Text("label"), Change(labels={user.clip.id: (label,)}))
    assert table.cells("low_hz")[0] == "1\N{NARROW NO-BREAK SPACE}057"


def test_columns_that_label_files_brought_are_shown_when_there_are_any(table, user):
    assert "Call Type" in table.shown()
    assert table.cells("Call Type")[2] == "drip"
    user.document.undo()
    assert "Call Type" not in [column.key for column in table.model.columns] or not any(
        table.cells("Call Type")
    )


def test_headers_sort_forth_and_back_and_then_as_the_project_is(table):
    table.sort("duration_s")
    assert table.cells("duration_s")[:3] == ["0.000", "0.100", "0.150"]
    table.sort("duration_s")
    assert table.cells("duration_s")[-1] == "0.000"
    table.sort("duration_s")
    assert table.cells("start_s")[:3] == ["0.100", "0.250", "0.300"]


@pytest.mark.parametrize(
    ("terms", "count"),
    [
        ("class:rain", 3),
        ("note:loud", 1),
        ("is:unsure", 1),
        ("len:>0.3", 3),
        ("-is:whole dog-0", 3),
        ("xyz", 0),
    ],
)
def test_the_filter_shows_what_its_terms_mean(table, terms, count):
    table.type_filter(terms)
    assert table.model.rowCount() == count
    assert table.table.count.text() == f"{count} of 6 labels"
    assert table.table.empty.isVisible() == (count == 0)


def test_a_filter_that_is_not_understood_is_told_and_changes_nothing(table):
    table.type_filter("is:odd")
    assert "is:odd is not understood" in table.table.problem.text()
    assert table.table.problem.isVisible()
    assert table.model.rowCount() == 6
    table.type_filter("is:unsure")
    assert not table.table.problem.isVisible()


def test_labels_of_this_clip_only_follow_the_clip(table, user):
    user.qtbot.mouseClick(table.table.of_one, LEFT)
    assert table.cells("clip") == ["dog-0.wav"] * 3
    user.open("rain-0.wav")
    assert table.cells("clip") == ["rain-0.wav"]
    user.qtbot.mouseClick(table.table.of_all, LEFT)
    assert table.model.rowCount() == 6


def test_a_class_is_typed_with_classes_offered_and_the_edit_is_undone(table, user):
    table.click(2, "class")
    user.key(Qt.Key.Key_F2)
    field = table.editor()
    assert isinstance(field, ClassField)
    QTest.keyClicks(field, "do")
    assert field.meant == "dog"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert table.cells("class")[2] == "dog"
    assert user.document.undoable.clips == 1
    user.document.undo()
    assert table.cells("class")[2] == "rain"


def test_a_new_class_is_made_where_it_is_typed(table, user):
    table.type_into(1, "class", "thunder")
    assert table.cells("class")[1] == "thunder"
    assert "thunder" in [known.name for known in user.document.view.classes]


@pytest.mark.parametrize(
    ("key", "typed", "read", "expected"),
    [
        ("start_s", "0.15", "0.150", {"start_s": 0.15}),
        ("end_s", "0:00.22", "0.220", {"end_s": 0.22}),
        ("duration_s", "0,125", "0.125", {"end_s": 0.225}),
        ("low_hz", "500", "500", {"low_hz": 500.0}),
        ("note", "far away", "far away", {"note": "far away"}),
    ],
)
def test_a_cell_is_edited_in_place_as_one_step(table, user, key, typed, read, expected):
    before = user.labels[1]
    table.type_into(0, key, typed)
    assert table.cells(key)[0] == read
    label = table.model.label_at(0)[1]
    assert label in user.labels
    assert asdict(label) == asdict(before) | expected
    user.document.undo()
    assert before in user.labels


def test_a_certainty_is_chosen_from_a_list(table, user):
    table.double_click(2, "certainty")
    table.pick(2)
    assert table.cells("certainty")[2] == "unsure"
    assert Certainty.UNSURE in {label.certainty for label in user.labels if label.note == "loud"}


def test_a_track_is_chosen_from_those_that_there_are(table, user):
    tracks = (*user.document.view.tracks, Track("calls"))
    user.document.do(Text("add track"), Change(tracks=tracks))
    table.double_click(2, "track")
    box = table.editor()
    assert [box.itemText(row) for row in range(box.count())] == ["labels", "calls"]
    table.pick(1)
    assert table.cells("track")[2] == "calls"


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("start_s", "0.3", "would end before it begins"),
        ("end_s", "9", "dog-0.wav ends at 0.5 s"),
        ("end_s", "soon", "is no number"),
        ("high_hz", "99999", "holds frequencies up to 8000 Hz"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_changes(table, user, key, typed, told):
    before = user.labels
    table.type_into(0, key, typed)
    assert told in user.context.message_bar.text.text()
    assert user.labels == before


def test_labels_of_a_locked_track_are_neither_edited_nor_deleted(table, user):
    tracks = tuple(replace(track, locked=True) for track in user.document.view.tracks)
    user.document.do(Text("lock"), Change(tracks=tracks))
    before = user.labels
    table.type_into(0, "note", "no")
    assert "is locked" in user.context.message_bar.text.text()
    table.click(0)
    user.key(Qt.Key.Key_Delete)
    assert user.labels == before


def test_times_of_a_label_of_the_whole_clip_are_not_typed_into(table, user):
    table.click(3, "start_s")
    user.key(Qt.Key.Key_F2)
    assert not [
        one for one in table.view.viewport().children() if isinstance(one, QLineEdit) and one.isVisible()
    ]


def test_several_rows_are_deleted_and_come_back_in_one_step(table, user):
    table.click(0)
    table.click(2, modifier=CONTROL)
    table.click(3, modifier=CONTROL)
    assert user.layer.chosen == (user.labels[1], user.labels[0]) or set(user.layer.chosen) == set(
        user.labels[:2]
    )
    user.key(Qt.Key.Key_Delete)
    assert table.cells("clip") == ["dog-0.wav", "rain-0.wav", "rain-1.wav"]
    assert labels_in(user, "dog-1.wav") == ()
    user.document.undo()
    assert table.model.rowCount() == 6
    assert len(labels_in(user, "dog-1.wav")) == 1


def test_a_digit_gives_its_class_to_all_chosen_rows_in_one_step(table, user):
    table.click(1)
    table.click(4, modifier=SHIFT)
    user.key(Qt.Key.Key_1)
    assert table.cells("class") == ["dog"] * 5 + ["rain"]
    user.document.undo()
    assert table.cells("class") == ["dog", "", "rain", "dog", "rain", "rain"]


@pytest.mark.parametrize("way", ["Enter", "double click"])
def test_a_row_leads_to_its_label(table, user, way):
    user.open("rain-0.wav")
    if way == "Enter":
        table.click(2, "note")
        user.key(Qt.Key.Key_Return)
    else:
        table.double_click(2, "start_s")
    assert user.clip.name == "dog-0.wav"
    assert user.layer.selected == user.labels[0]
    assert (user.view.selection.start_s, user.view.selection.end_s) == (0.3, 0.45)
    assert QApplication.focusWidget() is table.view


def test_space_plays_the_label_stops_it_and_plays_another_one(table, user, player):
    user.open("rain-0.wav")
    table.click(0)
    user.key(Qt.Key.Key_Space)
    assert (user.clip.name, player.calls[-1][:2]) == ("dog-0.wav", (0.1, 0.2))
    user.key(Qt.Key.Key_Space)
    assert not player.is_playing
    user.key(Qt.Key.Key_Space)
    table.click(2)
    user.key(Qt.Key.Key_Space)
    assert player.is_playing
    assert player.calls[-1][:2] == (0.3, 0.45)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_row_on_which_the_keys_rest_is_chosen_by_playing_or_going_to_it(table, user, player, key):
    user.open("dog-0.wav")
    table.type_filter("rain")
    assert QApplication.focusWidget() is table.view
    assert table.selected() == []
    user.key(key)
    assert table.selected() == [user.layer.selected]
    user.key(Qt.Key.Key_Delete)
    assert len(user.labels) == 2


def test_of_no_chosen_rows_nothing_is_copied_and_it_is_said(table, user, qtbot):
    table.view.clearSelection()
    with qtbot.waitSignal(user.context.status_changed) as said:
        user.key(Qt.Key.Key_C, CONTROL)
    assert said.args == ["Choose labels first"]


def test_going_to_a_short_label_shows_it_large_enough_and_never_smaller_than_it_was(table, user):
    user.view.show_span(0.24, 0.26)
    seen = user.view.s_per_px
    table.click(1)
    user.key(Qt.Key.Key_Return)
    assert user.view.s_per_px == seen


def test_what_is_selected_in_the_editor_is_selected_in_the_table_and_the_other_way(table, user):
    user.editor.setFocus()
    user.key(Qt.Key.Key_Tab)
    assert table.selected() == [user.layer.selected]
    user.key(Qt.Key.Key_Tab)
    assert table.selected() == [user.layer.selected]
    table.click(2)
    assert user.layer.selected == user.labels[0]
    user.editor.setFocus()
    user.key(Qt.Key.Key_Escape)
    assert table.selected() == []


def test_a_label_that_is_moved_in_the_editor_keeps_its_row(table, user):
    table.sort("end_s")
    row = table.cells("note").index("loud")
    old = user.labels[0]
    user.editor.edits.drop(Drag(old, replace(old, start_s=0.0, end_s=0.05)))
    assert table.cells("end_s")[row] == "0.050"
    table.table.filter.setFocus()
    QTest.keyClick(table.table.filter, Qt.Key.Key_Return)
    assert table.cells("note").index("loud") < row


def test_rows_are_copied_with_their_header(table, user):
    table.click(0)
    table.click(2, modifier=SHIFT)
    user.key(Qt.Key.Key_C, CONTROL)
    copied = list(csv.DictReader(io.StringIO(QApplication.clipboard().text()), delimiter="\t"))
    assert list(copied[0]) == table.shown()
    assert [(row["class"], row["start_s"], row["note"]) for row in copied] == [
        ("dog", "0.1", ""), ("", "0.25", ""), ("rain", "0.3", "loud"),
    ]  # fmt: skip
    assert copied[0]["clip"].endswith("audio/dog-0.wav")


def test_ctrl_a_chooses_all_rows(table, user):
    table.click(0)
    user.key(Qt.Key.Key_A, CONTROL)
    assert len(table.selected()) == 6


def choose_column(table, key, *, on=True):
    header = table.view.horizontalHeader()
    menu = table.table.columns.open_menu(header.mapToGlobal(QPoint(10, 10)))
    action = next(action for action in menu.actions() if action.data() == key)
    if action.isChecked() != on:
        action.trigger()
    menu.close()


def test_columns_are_chosen_at_the_header_and_kept_for_the_user(table, user):
    choose_column(table, "note", on=False)
    choose_column(table, "group")
    assert "note" not in table.shown()
    assert "group" in table.shown()
    assert table.view.isColumnHidden(table.column("note"))
    again = type(table.table)(user.context)
    assert "note" not in [column.key for column in again.columns.shown]
    again.shutdown()
    again.deleteLater()


def test_the_column_of_tracks_comes_with_a_second_track_and_goes_with_it(table, user):
    assert "track" not in table.shown()
    user.document.do(Text("add track"), Change(tracks=(*user.document.view.tracks, Track("calls"))))
    assert "track" in table.shown()
    user.document.undo()
    assert "track" not in table.shown()
    choose_column(table, "track")
    assert "track" in table.shown()


def test_measurements_are_made_for_the_rows_in_view_and_sort_them(table, user):
    choose_column(table, "peak_hz")
    choose_column(table, "rms_db")
    user.qtbot.waitUntil(lambda: table.cells("peak_hz")[-1] not in {"", "…"})
    assert table.cells("peak_hz")[-3:] == ["300", "900", "900"]
    assert table.cells("peak_hz")[1] == ""
    table.sort("rms_db")
    user.qtbot.waitUntil(lambda: table.cells("note")[0] == "loud")
    assert table.cells("rms_db")[-1] == ""
    table.sort("rms_db")
    user.qtbot.waitUntil(lambda: table.cells("note")[-2:] == ["loud", ""])


def test_the_table_as_it_is_listed_is_written_with_its_columns(table, user, tmp_path, monkeypatch):
    out = tmp_path / "some.tsv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    for key in table.shown():
        choose_column(table, key, on=key in {"class", "end_s"})
    table.type_filter("class:rain")
    table.sort("end_s")
    table.sort("end_s")
    user.qtbot.mouseClick(table.table.export, LEFT)
    user.qtbot.waitUntil(lambda: "labels written" in user.context.message_bar.text.text())
    assert out.read_text() == "class\tend_s\nrain\t0.5\nrain\t0.5\nrain\t0.45\n"


def test_new_clips_and_labels_come_and_go_while_the_table_is_open(table, user):
    clip = next(clip for clip in user.document.view.clips if clip.name == "new-0.wav")
    dog = user.document.view.classes[0].id
    user.document.do(Text("label"), Change(labels={clip.id: (Label(dog, 0.1, 0.3), Label(dog))}))
    assert table.cells("clip").count("new-0.wav") == 2
    user.document.do(Text("remove"), Change(clips={clip.id: replace(clip, removed=True)}))
    assert "new-0.wav" not in table.cells("clip")
    user.document.undo()
    assert table.cells("clip").count("new-0.wav") == 2


def test_what_happens_while_the_table_is_hidden_is_there_when_it_is_seen(table, user):
    user.key(Qt.Key.Key_F8)
    user.document.undo()
    user.key(Qt.Key.Key_F8)
    assert table.cells("class") == ["dog", "dog", "rain", "rain"]


def test_many_labels_are_listed_in_the_background(table, user):
    clip, dog = user.clip, user.document.view.classes[0].id
    many = tuple(Label(dog, at * 1e-5, at * 1e-5) for at in range(6000))
    user.document.do(Text("label"), Change(labels={clip.id: many}))
    user.qtbot.waitUntil(lambda: table.model.rowCount() == 6003)
    table.type_filter("start:>0.05")
    assert table.model.rowCount() == 999


def test_many_rows_are_copied_in_the_background(table, user):
    clip, dog = user.clip, user.document.view.classes[0].id
    many = tuple(Label(dog, at * 1e-5, at * 1e-5) for at in range(6000))
    user.document.do(Text("label"), Change(labels={clip.id: many}))
    user.qtbot.waitUntil(lambda: table.model.rowCount() == 6003)
    table.click(0)
    user.key(Qt.Key.Key_A, CONTROL)
    QApplication.clipboard().clear()
    with user.qtbot.waitSignal(user.context.status_changed) as said:
        user.key(Qt.Key.Key_C, CONTROL)
        assert not QApplication.clipboard().text(), "the window waits for it"
    assert said.args == ["6\N{NARROW NO-BREAK SPACE}003 rows copied"]
    assert len(QApplication.clipboard().text().splitlines()) == 6004


def test_the_height_of_the_table_is_kept(table, user):
    user.workspace.rows.setSizes([300, 260])
    sizes = user.workspace.rows.sizes()
    user.workspace.deactivate()
    again = type(user.workspace)(user.context, None)
    assert again.table.isHidden() is False
    again.resize(user.workspace.size())
    again.show()
    assert again.rows.sizes()[1] == pytest.approx(sizes[1], abs=30)
    again.shutdown()
    again.close()
    again.deleteLater()


def test_a_number_that_is_none_is_told(table, user):
    for typed in ("nan", "inf", "-1"):
        before = user.labels
        table.type_into(0, "start_s", typed)
        assert user.context.message_bar.isVisible()
        assert user.labels == before


def test_a_label_of_a_hidden_track_is_shown_by_its_stretch_when_one_goes_to_it(table, user):
    tracks = (*user.document.view.tracks, Track("hidden", hidden=True))
    label = replace(user.labels[0], track="hidden", note="")
    user.document.do(Text("hide"), Change(tracks=tracks, labels={user.clip.id: (*user.labels, label)}))
    table.click(table.cells("track").index("hidden"), "note")
    user.key(Qt.Key.Key_Return)
    assert user.layer.chosen == ()
    assert (user.view.selection.start_s, user.view.selection.end_s) == (0.3, 0.45)


def test_labels_that_come_while_a_filter_is_not_understood_are_shown_by_the_one_before(table, user):
    table.type_filter("class:dog")
    table.type_filter("is:")
    new = Label(user.document.view.classes[0].id, 0.4, 0.45)
    user.document.do(Text("label"), Change(labels={user.clip.id: (*user.labels, new)}))
    assert table.cells("class") == ["dog"] * 3
    assert table.table.problem.isVisible()


def test_a_column_that_comes_with_an_edit_is_shown_at_once_and_goes_with_its_labels(table, user):
    old = user.labels[1]
    new = replace(old, extra=(("Quality", "good"),))
    user.editor.edits.drop(Drag(old, new))
    table.sort("Quality")
    assert table.cells("Quality")[0] == "good"
    user.workspace.table.hide()
    user.document.undo()
    user.workspace.table.show()
    assert "Quality" not in table.shown()
    assert table.model.rowCount() == 6


def test_two_classes_of_a_whole_clip_that_become_the_same_are_one_label(table, user):
    dog, rain = (known.id for known in user.document.view.classes)
    clip = next(clip for clip in user.document.view.clips if clip.name == "dog-1.wav")
    user.document.do(Text("label"), Change(labels={clip.id: (Label(dog), Label(rain))}))
    row = table.cells("clip").index("dog-1.wav")
    table.click(row)
    table.click(row + 1, modifier=SHIFT)
    with user.qtbot.waitSignal(user.context.status_changed) as said:
        user.key(Qt.Key.Key_2)
    assert said.args == ["1 label is one with another one now, to which it was equal"]
    assert labels_in(user, "dog-1.wav") == (Label(rain),)
    assert table.cells("clip").count("dog-1.wav") == 1


def test_a_cell_that_makes_a_label_equal_to_another_one_tells_that_it_went(table, user):
    dog, rain = (known.id for known in user.document.view.classes)
    change = Change(labels={user.clip.id: (Label(dog, 0.1, 0.2), Label(rain, 0.1, 0.2))})
    user.document.do(Text("label"), change)
    with user.qtbot.waitSignal(user.context.status_changed) as said:
        table.type_into(1, "class", "dog")
    assert said.args == ["1 label is one with another one now, to which it was equal"]
    assert labels_in(user, "dog-0.wav") == (Label(dog, 0.1, 0.2),)


def test_rows_that_are_deleted_are_not_called_equal_to_others(table, user):
    told = []
    user.context.status_changed.connect(told.append)
    table.click(0)
    user.key(Qt.Key.Key_Delete)
    assert len(labels_in(user, "dog-0.wav")) == 2
    assert not any("equal" in text for text in told)


def test_find_leads_to_the_filter_of_the_table(table, user):
    table.click(0)
    user.key(Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is table.table.filter


def test_rows_are_the_labels_of_the_project_after_any_edits(table, user):
    """A walk through edits, undo, filters and orders; the same one each time."""
    chance, document = random.Random(5), user.document
    dog, rain = (known.id for known in document.view.classes)

    def some_labels():
        regions = []
        for _ in range(chance.randrange(4)):
            start_s = round(chance.uniform(0, 0.3), 3)
            what = {"note": chance.choice("ab"), "extra": chance.choice(FURTHER)}
            regions.append(Label(chance.choice([dog, rain, None]), start_s, start_s + 0.1, **what))
        return (*regions, *chance.sample([Label(dog), Label(rain)], chance.randrange(3)))

    def label():
        clips = chance.sample(document.view.clips, chance.randint(1, 3))
        document.do(Text("label"), Change(labels={clip.id: some_labels() for clip in clips}))

    def change_one():
        labelled = [(clip, one) for clip in document.view.clips for one in document.view.labels(clip.id)]
        if labelled:
            clip, old = chance.choice(labelled)
            new = chance.choice([None, replace(old, note="c")])
            document.do(Text("change"), edits.replace_label(document.view, clip.id, old, new))

    def remove():
        if len(document.view.clips) > 3:
            clip = chance.choice(document.view.clips)
            document.do(Text("remove"), edits.remove_clips(document.view, [clip.id]))

    def rename():
        known = document.view.classes[0]
        document.do(Text("rename"), edits.change_class(document.view, replace(known, name=f"{known.name}x")))

    def sort():
        table.table.sort_by(chance.choice(["", "class", "note", "end_s"]), falls=chance.random() < 0.5)

    steps = [label, change_one, change_one, remove, rename, document.undo, document.redo, document.undo]
    steps.append(sort)
    for _ in range(300):
        chance.choice(steps)()
        terms = chance.choice(["", "class:d", "note:a", "is:whole", "start:>0.1 -note:b"])
        if chance.random() < 0.3:
            table.table.filter.setText(terms)
        table.table.apply_filter()
        view, rows = document.view, table.model.rows
        known = Counter((clip.id, one) for clip in view.clips for one in view.labels(clip.id))
        assert Counter(map(table.model.label_of, range(len(rows)))) == known
        anew = rows_of(view)
        key, falls = table.table.request.sort, table.table.request.falling
        fits = np.flatnonzero(matching(anew, view.classes, table.table.filter.text()))
        order = ordered(anew, view.classes, fits, key, falling=falls)
        found = [(anew.clip_ids[place], anew.labels[place]) for place in order]
        assert Counter(map(table.model.label_at, range(table.model.rowCount()))) == Counter(found)
        if not key:
            shown = [table.model.label_at(row) for row in range(table.model.rowCount())]
            assert [(clip, one.start_s) for clip, one in shown] == [
                (clip, one.start_s) for clip, one in found
            ]


def test_a_click_on_a_class_speaks_to_the_chosen_rows_also_of_other_clips(table, user):
    table.click(4)
    assert user.clip.name == "dog-0.wav"
    user.workspace.classes.class_chosen.emit(user.document.view.classes[0])
    assert table.cells("class") == ["dog", "", "rain", "dog", "dog", "rain"]
    assert len(table.selected()) == 1


def test_what_is_selected_elsewhere_is_meant_from_then_on(table, user):
    table.click(4)
    user.select(0.4, 0.48)
    assert table.selected() == []
    user.key(Qt.Key.Key_1)
    assert labels_in(user, "rain-0.wav")[0].class_id == user.document.view.classes[1].id
    assert len(user.labels) == 4
    table.click(5)
    user.open("new-0.wav")
    assert table.selected() == []


def test_the_menu_of_rows_speaks_to_all_that_are_chosen(table, user):
    user.document.do(Text("add track"), Change(tracks=(*user.document.view.tracks, Track("calls"))))
    table.click(1)
    table.click(3, modifier=SHIFT)

    def choose(menu_name, action_name):
        menu = user.workspace.table_hands.menu()
        inner = next(one.menu() for one in menu.actions() if one.text() == menu_name)
        next(one for one in inner.actions() if one.text() == action_name).trigger()
        menu.close()

    choose("Certainty", "unknown")
    assert table.cells("certainty") == ["unsure", "unknown", "unknown", "unknown", "", ""]
    choose("Track", "calls")
    assert table.cells("track") == ["labels", "calls", "calls", "labels", "labels", "labels"]
    choose("Class", "dog")
    assert table.cells("class") == ["dog"] * 4 + ["rain"] * 2
    for _ in range(3):
        user.document.undo()
    assert table.cells("class") == ["dog", "", "rain", "dog", "rain", "rain"]


def test_arrows_begin_at_the_clip_that_is_shown(table, user):
    user.open("rain-1.wav")
    table.view.setFocus()
    user.key(Qt.Key.Key_Up)
    assert table.selected() == list(labels_in(user, "rain-0.wav"))
    user.key(Qt.Key.Key_Down)
    assert table.view.currentIndex().row() == 5


def test_the_table_stays_where_it_is_when_clips_are_described_or_labels_come(table, user):
    dog = user.document.view.classes[0].id
    many = tuple(Label(dog, at / 200, at / 200 + 0.004) for at in range(90))
    user.document.do(Text("label"), Change(labels={user.clip.id: many}))
    table.view.scrollTo(table.model.index(60, 0))
    top = table.view.verticalScrollBar().value()
    assert top > 0
    user.document.do(Text("set group"), edits.set_group(user.document.view, [user.clip.id], "site 3"))
    assert table.view.verticalScrollBar().value() == top
    table.click(60)
    labels = (*user.labels, Label(dog, 0.4, 0.49))
    user.document.do(Text("label"), Change(labels={user.clip.id: labels}))
    assert (table.view.verticalScrollBar().value(), table.selected()) == (top, [many[60]])


def test_all_rows_are_measured_when_they_are_sorted_by_what_they_measure(table, user):
    dog = user.document.view.classes[0].id
    many = tuple(Label(dog, at / 2000, at / 2000 + 0.01) for at in range(800))
    user.document.do(Text("label"), Change(labels={user.clip.id: many}))
    choose_column(table, "peak_hz")
    table.sort("peak_hz")
    user.qtbot.waitUntil(lambda: "to be measured" in table.table.count.text())
    user.qtbot.waitUntil(lambda: table.table.measuring.left == 0, timeout=30_000)
    user.qtbot.waitUntil(lambda: table.cells("peak_hz") == sorted(table.cells("peak_hz")))
    assert table.table.count.text() == "803 labels"


def test_what_was_measured_belongs_to_its_label_after_others_have_gone(table, user):
    choose_column(table, "rms_db")
    user.qtbot.waitUntil(lambda: "…" not in table.cells("rms_db"))
    before = dict(zip(table.cells("clip"), table.cells("rms_db"), strict=True))
    table.click(0)
    table.click(2, modifier=SHIFT)
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    user.qtbot.waitUntil(lambda: "…" not in table.cells("rms_db"))
    after = dict(zip(table.cells("clip"), table.cells("rms_db"), strict=True))
    assert after == {name: before[name] for name in ("dog-1.wav", "rain-0.wav", "rain-1.wav")}


@pytest.mark.parametrize("key", ["class", "note", "start_s"])
def test_escape_drops_what_is_typed_into_a_cell_and_nothing_else(table, user, key):
    before = user.labels
    table.click(0, key)
    user.key(Qt.Key.Key_F2)
    QTest.keyClicks(table.editor(), "0.1")
    user.key(Qt.Key.Key_Escape)
    user.qtbot.waitUntil(lambda: QApplication.focusWidget() is table.view)
    assert user.labels == before
    assert table.table.isVisible()


def test_escape_goes_from_the_filter_to_the_rows_and_then_out_of_the_table(table, user):
    table.table.filter.setFocus()
    user.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is table.view
    user.key(Qt.Key.Key_Escape)
    assert not table.table.isVisible()
    assert not user.workspace.commands["label_table"].isChecked()
