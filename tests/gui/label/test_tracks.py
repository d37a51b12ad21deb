"""Tracks are rows with names: they are chosen, made, locked and hidden by mouse and menu."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidgetAction

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track, TrackKind
from audioclf_gui.gui.label.label_painter import ROW_PX
from audioclf_gui.gui.label.time_pane import GUTTER
from audioclf_gui.jobs.export_labels import ExportLabels, LabelFileWritten, export_labels
from audioclf_gui.jobs.import_labels import ImportLabels, import_labels

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
WORDS, PHONES = Track("words", TrackKind.INTERVALS), Track("phones", TrackKind.INTERVALS)
GRID = (
    'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n0.5\n<exists>\n3\n'
    '"IntervalTier"\n"words"\n0\n0.5\n2\n0\n0.25\n"ba"\n0.25\n0.5\n""\n'
    '"IntervalTier"\n"phones"\n0\n0.5\n3\n0\n0.125\n"b"\n0.125\n0.25\n"a"\n0.25\n0.5\n""\n'
    '"TextTier"\n"ticks"\n0\n0.5\n1\n0.375\n"tick"\n'
)


@pytest.fixture
def in_tracks(user):
    """A clip with two words, and a phone in one of them."""
    user.open("new-0.wav")
    labels = (
        Label(None, 0.0, 0.2, track="words"),
        Label(None, 0.2, 0.4, track="words"),
        Label(None, 0.0, 0.1, track="phones"),
    )
    change = Change(labels={user.clip.id: labels}, tracks=(MAIN_TRACK, WORDS, PHONES))
    user.document.do(Text("label"), change)
    return user


def rows(user):
    return [row.track.name for row in user.layer.rows]


def name_at(user, track):
    """A place on the name of a track."""
    return QPoint(GUTTER // 2, user.editor.tiers.track_top(track) + ROW_PX // 2)


def place_of(user, track, time_s):
    tiers = user.editor.tiers
    return user.at(tiers, time_s, tiers.track_top(track) + ROW_PX // 2)


def choose_in_menu(user, track, *texts, typed=""):
    """Right-click the name of a track and choose an entry, of submenus one after the other."""
    user.editor.tiers.track_menu_asked.emit(
        user.layer.rows[rows(user).index(track)].track,
        user.editor.tiers.mapToGlobal(name_at(user, track)),
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    within = menu
    for text in texts:
        action = next(one for one in within.actions() if one.text() == text)
        if action.menu() is None:
            action.trigger()
        else:
            within = action.menu()
    if typed:
        (widget,) = [one for one in within.actions() if isinstance(one, QWidgetAction)]
        field = widget.defaultWidget()
        assert isinstance(field, QLineEdit)
        field.setText(typed)
        QTest.keyClick(field, KEY.Key_Return)
    menu.close()
    with user.qtbot.waitActive(user.workspace.window()):  # which not every platform does after a menu
        user.workspace.window().activateWindow()


def test_each_track_with_labels_has_its_rows_and_an_empty_one_has_none(in_tracks):
    user = in_tracks
    assert rows(user) == ["words", "phones"]
    height = user.editor.tiers.height()
    view, clip_id = user.document.view, user.clip.id
    user.document.do(Text("label"), edits.add_label(view, clip_id, Label(None, 0.3, 0.4)))
    assert rows(user) == ["", "words", "phones"]
    assert user.editor.tiers.height() == height + ROW_PX
    user.open("new-1.wav")
    assert rows(user) == [""]


def test_the_menu_says_which_track_it_is_of_and_that_others_are_to_be_shown(in_tracks):
    user = in_tracks
    choose_in_menu(user, "phones", "Hide")
    user.qtbot.waitUntil(lambda: rows(user) == ["words"])
    user.editor.tiers.track_menu_asked.emit(WORDS, user.editor.tiers.mapToGlobal(name_at(user, "words")))
    menu = QApplication.activePopupWidget()
    told = [one.text() for one in menu.actions() if not one.isSeparator()]
    headings = [one.text() for one in menu.actions() if one.text() and not one.isEnabled()]
    assert told[0] == headings[0] == "words"
    assert told.index("phones") > told.index("Show")
    assert "Show" in headings
    menu.close()


def test_a_click_on_a_name_makes_that_track_the_one_of_new_labels(in_tracks):
    user = in_tracks
    assert user.layer.current_track == WORDS
    QTest.mouseClick(user.editor.tiers, LEFT, pos=name_at(user, "phones"))
    user.select(0.3, 0.4)
    user.key(KEY.Key_1)
    assert [label.track for label in user.labels] == ["words", "words", "phones", "phones"]
    assert user.view.selection is not None


def test_a_label_that_is_clicked_makes_its_track_the_current_one(in_tracks):
    user = in_tracks
    QTest.mouseClick(user.editor.tiers, LEFT, pos=place_of(user, "phones", 0.05))
    assert user.layer.selected == Label(None, 0.0, 0.1, track="phones")
    assert user.layer.current_track == PHONES


def test_a_locked_track_is_neither_dragged_nor_named_nor_deleted(in_tracks):
    user = in_tracks
    choose_in_menu(user, "words", "Locked")
    user.qtbot.waitUntil(lambda: user.document.view.track("words").locked)
    before, tiers = user.labels, user.editor.tiers
    user.drag(tiers, place_of(user, "words", 0.1), place_of(user, "words", 0.3))
    assert user.labels == before
    QTest.mouseClick(tiers, LEFT, pos=place_of(user, "words", 0.1))
    user.key(KEY.Key_Delete)
    assert user.labels == before
    assert "locked" in user.context.message_bar.text.text()
    user.drag(tiers, place_of(user, "phones", 0.05), place_of(user, "phones", 0.15))
    assert user.labels != before
    choose_in_menu(user, "words", "Locked")
    user.qtbot.waitUntil(lambda: not user.document.view.track("words").locked)
    QTest.mouseClick(tiers, LEFT, pos=place_of(user, "words", 0.1))
    user.key(KEY.Key_Delete)
    assert len(user.labels) == 2


def test_a_hidden_track_is_not_shown_until_it_is_asked_for(in_tracks):
    user = in_tracks
    choose_in_menu(user, "words", "Hide")
    user.qtbot.waitUntil(lambda: rows(user) == ["phones"])
    choose_in_menu(user, "phones", "words")
    user.qtbot.waitUntil(lambda: rows(user) == ["words", "phones"])
    assert user.layer.current_track.name == "words"
    user.document.undo()
    assert rows(user) == ["phones"]


def test_a_track_is_made_renamed_moved_and_deleted_by_its_menu(in_tracks):
    user = in_tracks
    choose_in_menu(user, "words", "Add a track", "Moments", typed="ticks")
    user.qtbot.waitUntil(lambda: rows(user) == ["words", "phones", "ticks"])
    assert user.layer.current_track == Track("ticks", TrackKind.MOMENTS)
    choose_in_menu(user, "ticks", "Rename", typed="clicks")
    user.qtbot.waitUntil(lambda: rows(user) == ["words", "phones", "clicks"])
    choose_in_menu(user, "words", "Rename", typed="speech")
    user.qtbot.waitUntil(lambda: rows(user)[0] == "speech")
    assert Counter(label.track for label in user.labels) == {"speech": 2, "phones": 1}
    choose_in_menu(user, "phones", "Move up")
    user.qtbot.waitUntil(lambda: rows(user)[:2] == ["phones", "speech"])
    choose_in_menu(user, "speech", "Delete with its labels")
    user.qtbot.waitUntil(lambda: len(user.labels) == 1)
    for _ in range(5):
        user.document.undo()
    assert [one.name for one in user.document.view.tracks] == ["", "words", "phones"]
    assert Counter(label.track for label in user.labels) == {"words": 2, "phones": 1}


def test_the_menu_opens_without_a_mouse(in_tracks):
    in_tracks.workspace.commands["tracks"].trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Models learn from it" in [one.text() for one in menu.actions()]
    menu.close()


def test_a_label_goes_to_another_track_by_its_menu(in_tracks):
    user = in_tracks
    user.editor.chosen.set_track("words")
    before = user.labels
    QTest.mouseClick(user.editor.tiers, LEFT, pos=place_of(user, "phones", 0.05))
    user.editor.chosen.set_track("words")
    assert user.labels == before
    assert "would lie over each other" in user.context.message_bar.text.text()
    QTest.mouseClick(user.editor.tiers, LEFT, pos=place_of(user, "words", 0.3))
    user.editor.chosen.set_track("phones")
    assert [one.track for one in user.labels].count("phones") == 2
    assert user.layer.selected.track == "phones"
    assert user.layer.current_track == PHONES


def test_a_grid_of_three_tiers_shows_three_rows_and_comes_out_as_it_was(user, tmp_path):
    user.open("new-0.wav")
    (tmp_path / "new-0.TextGrid").write_text(GRID)
    done = []
    request = ImportLabels((tmp_path / "new-0.TextGrid",), clip=user.clip)
    user.context.start(
        lambda: import_labels(request, user.document.project.view()), Text("Importing"), on_done=done.append
    )
    user.qtbot.waitUntil(lambda: len(done) == 1)
    assert rows(user) == ["words", "phones", "ticks"]
    assert [row.count for row in user.layer.rows] == [1, 1, 1]
    told = []
    out = ExportLabels("textgrid", tmp_path / "out", (user.clip,))
    user.context.start(
        lambda: export_labels(out, user.document.project.view()), Text("Exporting"), told.append,
        on_done=done.append,
    )  # fmt: skip
    user.qtbot.waitUntil(lambda: len(done) == 2)
    (written,) = [one for one in told if isinstance(one, LabelFileWritten)]
    assert written.target.read_text() == GRID
    assert written.losses == ()


def test_tab_while_naming_goes_on_in_the_same_track(in_tracks):
    user = in_tracks
    QTest.mouseClick(user.editor.tiers, LEFT, pos=place_of(user, "words", 0.05))
    user.key(KEY.Key_Return)
    user.type("ba")
    user.key(KEY.Key_Tab)
    assert user.layer.selected == Label(None, 0.2, 0.4, track="words")
    user.type("na")
    user.key(KEY.Key_Return)
    names = {one.id: one.name for one in user.document.view.classes}
    named = {(names.get(one.class_id), one.track) for one in user.labels}
    assert named == {("ba", "words"), ("na", "words"), (None, "phones")}


def test_no_name_is_asked_for_in_a_locked_track(in_tracks):
    user = in_tracks
    change = Change(tracks=(MAIN_TRACK, replace(WORDS, locked=True), PHONES))
    user.document.do(Text("lock"), change)
    QTest.mouseClick(user.editor.tiers, LEFT, pos=place_of(user, "words", 0.05))
    user.key(KEY.Key_Return)
    assert QApplication.focusWidget() is user.editor
    assert "locked" in user.context.message_bar.text.text()
