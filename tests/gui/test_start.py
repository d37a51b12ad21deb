from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from audioclf_gui.core.project import Project


def test_a_new_project_needs_only_a_name(window, tmp_path, qtbot):
    panel = window.start_panel
    qtbot.mouseClick(panel.new_button, Qt.MouseButton.LeftButton)
    assert not panel.form.create_button.isEnabled()
    panel.form.place.setText(str(tmp_path))
    qtbot.keyClicks(panel.form.name, "Night birds")
    qtbot.keyClick(panel.form.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.top_bar.title.whole_text() == "Night birds  ·  0 clips  ·  0 labelled"
    assert (tmp_path / "Night birds" / "Night birds.audioclf").is_file()
    assert window.page.importer is not None, "an empty project begins with the importer"


def test_a_folder_that_cannot_be_made_is_refused_with_a_remedy(window, tmp_path, qtbot):
    (tmp_path / "file").write_text("in the way")
    window.create_project(tmp_path / "file" / "below")
    qtbot.waitUntil(lambda: bool(window.message_bar.remedy.text()))
    assert window.page is None


def test_recent_projects_are_one_click_away(window, project_folder, qtbot):
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    window.close_project()
    qtbot.waitUntil(lambda: window.page is None)
    assert window.start_panel.isVisible()
    (link,) = [one for one in window.start_panel.findChildren(QPushButton) if one.text() == "City sounds"]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.page.context.document.project.name == "City sounds"


def test_a_project_is_read_in_the_background_and_can_be_given_up(window, project_folder, qtbot):
    panel = window.start_panel
    window.open_project(project_folder)
    assert panel.progress.isVisible()
    assert not panel.open_button.isEnabled()
    qtbot.mouseClick(panel.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.tasks.running)
    assert window.page is None
    assert not panel.progress.isVisible()
    assert not panel.cancel_button.isVisible()
    with Project.open(project_folder) as project:
        assert not project.read_only, "it was given back"
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)


def test_a_recent_project_that_is_gone_is_not_offered(session, tmp_path):
    session.opened(tmp_path / "gone.audioclf")
    assert session.recent == ()


def test_the_start_panel_leads_back_to_the_open_project(open_window, qtbot):
    open_window.commands["new_project"].trigger()
    assert open_window.start_panel.isVisible()
    qtbot.mouseClick(open_window.start_panel.back_button, Qt.MouseButton.LeftButton)
    assert open_window.page.isVisible()


def test_another_project_takes_the_place_of_the_open_one(open_window, project_folder, tmp_path, qtbot):
    Project.create(tmp_path / "Other").close()
    open_window.open_project(tmp_path / "Other")
    qtbot.waitUntil(lambda: open_window.page is not None and "Other" in open_window.windowTitle())
    with Project.open(project_folder) as project:
        assert not project.read_only, "the first project was given back"


@pytest.mark.slow
def test_the_demo_project_is_made_and_opened(window, tmp_path, qtbot):
    window.open_demo(tmp_path / "demo")
    assert window.start_panel.progress.isVisible()
    qtbot.waitUntil(lambda: window.page is not None, timeout=60_000)
    document = window.page.context.document
    assert len(document.view.clips) > 200
    assert len(document.view.classes) >= 6
    assert not window.start_panel.progress.isVisible()


def test_the_window_opens_what_was_open_last_on_the_clip_that_was_shown(open_window, session, qtbot):
    document = open_window.page.context.document
    file, shown = document.project.file, document.view.clips[3].id
    document.set_current(shown)
    open_window.close_project()
    qtbot.waitUntil(lambda: open_window.page is None)
    assert session.recent == (Path(file),)
    open_window.open_project(session.recent[0])
    qtbot.waitUntil(lambda: open_window.page is not None)
    assert open_window.page.context.document.current.id == shown


def test_a_project_that_is_asked_for_twice_opens_once(window, project_folder, qtbot):
    window.open_project(project_folder)
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    assert not window.page.context.document.project.read_only


def test_of_two_projects_wanted_at_once_the_first_opens_and_the_other_stays_free(
    window, project_folder, tmp_path, qtbot
):
    Project.create(tmp_path / "other").close()
    window.open_project(project_folder)
    window.open_project(tmp_path / "other")
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.page.context.document.project.folder == project_folder
    with Project.open(tmp_path / "other") as other:
        assert not other.read_only


def test_closing_is_said_of_a_project_that_is_closed_and_never_of_one_that_is_opened(
    window, project_folder, tmp_path, qtbot
):
    said = []
    window.status_line.messageChanged.connect(said.append)
    Project.create(tmp_path / "other").close()
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    window.open_project(tmp_path / "other")
    qtbot.waitUntil(lambda: window.page is not None and "other" in window.windowTitle())
    assert not any("Closing" in text for text in said)
    window.close_project()
    qtbot.waitUntil(lambda: window.page is None)
    assert any("Closing" in text for text in said)
