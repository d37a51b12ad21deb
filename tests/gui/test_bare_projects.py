"""Projects that may only be read, and those with nothing in them: every action answers in words."""

from audioclf_gui.core.project import Project
from audioclf_gui.gui.workspaces import WORKSPACES

_ASKS_THE_SYSTEM = {"find_sounds", "find_clip", "evaluate"}
_ASKS_WHERE_THERE_IS_SOMETHING = {"export_measurements", "export_picture", "review_spot_check"}


def try_everything(window, qtbot, left_out=_ASKS_THE_SYSTEM):
    page = window.page
    for name in WORKSPACES:
        page.show_workspace(name)
        commands = page.desk.workspace(name).commands
        for key, command in commands.items():
            if key not in left_out:
                command.trigger()
    page.record()
    page.record()
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
    assert "bug" not in window.message_bar.text.text()


def test_a_project_that_is_open_elsewhere_refuses_everything_calmly(window, project_folder, qtbot):
    with Project.open(project_folder) as owner:
        before = [owner.catalogue.view.labels(clip.id) for clip in owner.catalogue.view.clips]
        window.open_project(project_folder)
        qtbot.waitUntil(lambda: window.page is not None)
        try_everything(window, qtbot, _ASKS_THE_SYSTEM | _ASKS_WHERE_THERE_IS_SOMETHING)
        window.message_bar.clear()  # whatever was refused last in the background
        window.page.record()
        assert not window.page.is_recording
        assert "open elsewhere" in window.message_bar.text.text()
        assert window.page.context.document.undoable is None
    with Project.open(project_folder) as project:
        assert [project.catalogue.view.labels(clip.id) for clip in project.catalogue.view.clips] == before


def test_a_project_without_clips_or_classes_answers_everything(window, tmp_path, qtbot, monkeypatch):
    Project.create(tmp_path / "bare").close()
    window.open_project(tmp_path / "bare")
    qtbot.waitUntil(lambda: window.page is not None)
    monkeypatch.setattr(window.page, "record", lambda: None)
    try_everything(window, qtbot)
    assert window.page.context.document.view.clips == ()
