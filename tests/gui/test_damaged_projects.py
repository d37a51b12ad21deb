"""Damaged projects in the window: what happened is said at the top, and the project is there."""

import shutil

from audioclf_gui.core import edits
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.translate import words


def test_what_was_damaged_and_restored_is_said_when_the_project_is_shown(window, project_folder, qtbot):
    file = project_folder / "City sounds.audioclf"
    content = bytearray(file.read_bytes())
    content[5 * 4096 : 6 * 4096] = bytes(4096)
    file.write_bytes(content)
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    said = window.message_bar.text.text().split("\n")
    assert said[0].startswith("City sounds.audioclf was damaged. It was put aside as")
    assert said[-1] == "Nothing is missing."
    assert not window.message_bar.isHidden()
    assert len(window.page.context.document.view.clips) == 6


def test_a_file_that_is_no_project_is_named_and_the_start_stays(window, tmp_path, qtbot):
    file = tmp_path / "holiday.audioclf"
    file.write_bytes(b"\xff\xd8\xff\xe0" + bytes(4000))
    window.open_project(file)
    qtbot.waitUntil(lambda: not window.message_bar.isHidden())
    assert (
        window.message_bar.text.text()
        == "holiday.audioclf is not an audioclf project: it is a picture (JPEG)"
    )
    assert window.message_bar.remedy.text()
    assert window.page is None


def test_a_project_is_copied_in_the_background_when_it_is_left(window: MainWindow, project_folder, qtbot):
    shutil.rmtree(project_folder / "snapshots", ignore_errors=True)
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    document = window.page.context.document
    document.do(Text("add"), edits.add_class(document.view, "owl"))
    titles = []
    window.tasks.changed.connect(lambda: titles.extend(words(task.title) for task in window.tasks.running))
    window.close_project()
    qtbot.waitUntil(lambda: window.page is None)
    assert "Copying the project" in titles
    (copy,) = (project_folder / "snapshots").iterdir()
    with Project.open(copy) as project:
        assert "owl" in {known.name for known in project.catalogue.view.classes}
