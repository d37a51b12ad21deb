"""The history beside the workspaces: what is listed, and going back and forth by clicks and keys."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core import edits
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui import history_model
from audioclf_gui.gui.history_model import DETAIL, moment

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
IMPORT, FIRST = "Import clips", "Before the first edit"


def lines(panel, role=Qt.ItemDataRole.DisplayRole):
    return [panel.model.index(row).data(role) for row in range(panel.model.rowCount())]


def details(panel):
    return [line.split("  ·  ") for line in lines(panel, DETAIL)]


def marks(panel):
    known = {"now", "undone", "left behind"}
    return [parts[-1] if parts[-1] in known else "done" for parts in details(panel)]


def add_classes(project, *names):
    for name in names:
        project.catalogue.apply(Text("add {name}", name=name), edits.add_class(project.catalogue.view, name))


def class_names(window):
    return [known.name for known in window.page.context.document.view.classes]


def double_click(qtbot, panel, row):
    view = panel.view
    index = panel.model.index(row)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def opened(window, press):
    press(window, Qt.Key.Key_H, CTRL, SHIFT)
    assert window.page.history.isVisible()
    return window.page.history


@pytest.fixture
def edited(project_folder):
    """The project of six clips, after three more edits."""
    with Project.open(project_folder) as project:
        add_classes(project, "owl", "wren", "crow")


@pytest.fixture
def history(edited, open_window, press):
    return opened(open_window, press)


def test_the_newest_edit_comes_first_and_the_present_moment_is_chosen(history, open_window):
    assert lines(history) == ["Add crow", "Add wren", "Add owl", IMPORT, FIRST]
    assert [parts[1] for parts in details(history)[:-1]] == ["0 clips", "0 clips", "0 clips", "6 clips"]
    assert marks(history) == ["now", "done", "done", "done", "done"]
    assert all(parts[0].startswith(("Today", "Yesterday")) for parts in details(history)[:-1])
    assert open_window.focusWidget() is history.view
    assert history.view.currentIndex().row() == 0
    assert not history.go_button.isEnabled()


def test_going_back_three_edits_and_forward_again_by_clicks(history, open_window, qtbot):
    index = history.model.index(3)
    qtbot.mouseClick(
        history.view.viewport(), Qt.MouseButton.LeftButton, pos=history.view.visualRect(index).center()
    )
    assert history.hint.text() == "3 edits are taken back; they can be made again."
    qtbot.mouseClick(history.go_button, Qt.MouseButton.LeftButton)
    assert class_names(open_window) == ["dog", "rain"]
    assert marks(history) == ["undone"] * 3 + ["now", "done"]
    double_click(qtbot, history, 1)
    assert class_names(open_window) == ["dog", "rain", "owl", "wren"]
    assert open_window.commands["redo"].text() == "Redo: add crow"


def test_the_keyboard_is_enough(history, open_window, press, qtbot):
    for _row in range(4):
        qtbot.keyClick(history.view, Qt.Key.Key_Down)
    press(open_window, Qt.Key.Key_Return)
    assert open_window.page.context.document.view.clips == ()
    assert marks(history)[-1] == "now"
    qtbot.keyClick(history.view, Qt.Key.Key_Up)
    assert history.go_button.text() == "Go forward to here"
    assert history.hint.text() == "1 edit is made again."
    press(open_window, Qt.Key.Key_Return)
    assert len(open_window.page.context.document.view.clips) == 6
    press(open_window, Qt.Key.Key_Escape)
    assert not history.isVisible()
    assert open_window.page.desk.isAncestorOf(open_window.focusWidget())


def test_going_back_works_after_closing_and_opening_the_project_again(
    edited, open_window, project_folder, press, qtbot
):
    double_click(qtbot, opened(open_window, press), 2)
    open_window.close_project()
    qtbot.waitUntil(lambda: open_window.page is None)
    open_window.open_project(project_folder)
    qtbot.waitUntil(lambda: open_window.page is not None)
    history = opened(open_window, press)
    assert marks(history) == ["undone", "undone", "now", "done", "done"]
    assert history.view.currentIndex().row() == 2
    double_click(qtbot, history, 0)
    assert class_names(open_window) == ["dog", "rain", "owl", "wren", "crow"]


def test_what_was_left_behind_cannot_be_reached_which_is_said(history, open_window, qtbot):
    document = open_window.page.context.document
    double_click(qtbot, history, 2)
    document.do(Text("add jay"), edits.add_class(document.view, "jay"))
    assert lines(history) == ["Add jay", "Add crow", "Add wren", "Add owl", IMPORT, FIRST]
    assert marks(history) == ["now", "left behind", "left behind", "done", "done", "done"]
    double_click(qtbot, history, 1)
    assert "no way leads back" in history.hint.text()
    assert not history.go_button.isEnabled()
    assert "cannot be gone back to" in open_window.message_bar.text.text()
    assert class_names(open_window) == ["dog", "rain", "owl", "jay"]
    double_click(qtbot, history, 4)
    assert class_names(open_window) == ["dog", "rain"]
    assert history.model.steps_to(0) == 2, "what was left behind is no step"


def test_an_edit_made_meanwhile_appears_and_the_chosen_one_stays_chosen(history, open_window):
    document = open_window.page.context.document
    history.view.setCurrentIndex(history.model.index(1))
    document.do(Text("add jay"), edits.add_class(document.view, "jay"))
    assert lines(history)[0] == "Add jay"
    assert history.view.currentIndex().data() == "Add wren"
    assert history.hint.text().startswith("2 edits are taken back")


def test_who_may_only_read_may_only_look(edited, window, project_folder, press, qtbot):
    with Project.open(project_folder):
        window.open_project(project_folder)
        qtbot.waitUntil(lambda: window.page is not None)
        history = opened(window, press)
        double_click(qtbot, history, 3)
        assert class_names(window) == ["dog", "rain", "owl", "wren", "crow"]
        assert not history.go_button.isEnabled()
        assert "may only be read" in history.hint.text()
        assert not window.message_bar.isVisible()


def test_a_long_history_is_read_page_by_page(window, project_folder, press, qtbot, monkeypatch, qapp):
    monkeypatch.setattr(history_model, "_PAGE", 50)
    with Project.open(project_folder) as project:
        add_classes(project, *(f"class {number}" for number in range(120)))
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    history = opened(window, press)
    assert history.model.rowCount() == 50
    for _page in range(3):
        qtbot.keyClick(history.view, Qt.Key.Key_End)
        qapp.processEvents()
    assert history.model.rowCount() == 122
    assert lines(history)[-2:] == [IMPORT, FIRST]
    double_click(qtbot, history, 100)
    qtbot.waitUntil(lambda: len(class_names(window)) == 2 + 20)
    history.close_button.click()
    assert not history.isVisible()
    assert opened(window, press).view.currentIndex().row() == 100, "the present moment is always read"


def test_a_step_of_thousands_of_clips_is_gone_in_the_background(window, tmp_path, press, qtbot):
    facts = AudioFacts(rate_hz=8000, channels=1, frames=8000, encoding="WAV 16 bit")
    clips = [
        FoundClip(Candidate(tmp_path / "large" / f"{number}.wav", "dog"), facts, f"{number:032x}")
        for number in range(2500)
    ]
    with Project.create(tmp_path / "large") as project:
        project.catalogue.add_clips(clips)
        add_classes(project, "owl")
    window.open_project(tmp_path / "large")
    qtbot.waitUntil(lambda: window.page is not None)
    history = opened(window, press)
    assert details(history)[1][1] == "2\N{NARROW NO-BREAK SPACE}500 clips"
    double_click(qtbot, history, 2)
    assert len(window.page.context.document.view.clips) == 2500
    qtbot.waitUntil(lambda: marks(history) == ["undone", "undone", "now"])
    assert window.page.context.document.view.clips == ()


def test_a_moment_is_told_as_one_would_say_it():
    made = datetime(2026, 3, 4, 12, 34, tzinfo=UTC)
    local = made.astimezone()
    told = [str(moment(made.isoformat(), local.date() + timedelta(days=days))) for days in (0, 1, 2)]
    assert told == [f"Today {local:%H:%M}", f"Yesterday {local:%H:%M}", f"{local:%Y-%m-%d %H:%M}"]
    assert str(moment(made.isoformat(), date(2020, 1, 1))) == told[2]


def test_without_a_project_there_is_no_history(window):
    assert not window.commands["history"].isEnabled()
