"""A folder that is watched is watched again when the project is opened again, until somebody stops it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog


def opened(window, folder, qtbot):
    window.open_project(folder)
    qtbot.waitUntil(lambda: window.page is not None)
    return window.page


def closed(window, qtbot):
    window.close_project()
    qtbot.waitUntil(lambda: window.page is None)


def watched(page, folder, qtbot):
    """Import a folder and watch it from then on."""
    page.show_import([folder])
    panel = page.importer
    qtbot.waitUntil(panel.import_button.isEnabled)
    panel.watching.box.setChecked(True)
    with qtbot.waitSignal(panel.imported, timeout=20_000):
        qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)


def test_watching_goes_on_when_the_project_is_opened_again_and_says_so(
    window, project_folder, tone, tmp_path, qtbot
):
    tone("set/dog_1.wav")
    watched(opened(window, project_folder, qtbot), tmp_path / "set", qtbot)
    closed(window, qtbot)
    tone("set/dog_2.wav", hz=700.0)

    page = opened(window, project_folder, qtbot)
    assert "come in by themselves, as before" in window.message_bar.text.text()
    document = page.context.document
    names = {"dog_1.wav", "dog_2.wav"}
    qtbot.waitUntil(lambda: names <= {clip.name for clip in document.view.clips}, timeout=20_000)

    page.show_import()
    qtbot.mouseClick(page.importer.watching.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
    closed(window, qtbot)
    page = opened(window, project_folder, qtbot)
    assert page.importer is None, "nobody watches any more"


def test_labels_that_lie_beside_a_recording_come_in_with_it(window, project_folder, tone, tmp_path, qtbot):
    tone("set/dog_1.wav")
    page = opened(window, project_folder, qtbot)
    watched(page, tmp_path / "set", qtbot)
    (tmp_path / "set/night.txt").write_text("0.0\t0.1\towl\n")
    tone("set/night.wav", hz=700.0)
    qtbot.waitUntil(lambda: "owl" in labels(page, "night.wav"), timeout=20_000)


def test_labels_that_are_written_later_come_in_if_there_are_none_yet(
    window, project_folder, tone, tmp_path, qtbot
):
    tone("set/night.wav")
    page = opened(window, project_folder, qtbot)
    watched(page, tmp_path / "set", qtbot)
    written = tmp_path / "set/night.txt"
    written.write_text("0.0\t0.1\towl\n")
    qtbot.waitUntil(lambda: labels(page, "night.wav") == ["owl"], timeout=20_000)
    written.write_text("0.0\t0.1\towl\n0.1\t0.2\twren\n")
    bar = window.message_bar.text
    qtbot.waitUntil(lambda: "night.txt" in bar.text() and "was left" in bar.text(), timeout=20_000)
    assert labels(page, "night.wav") == ["owl"]

    written.unlink()
    tone("set/dusk.wav", hz=500.0)
    qtbot.waitUntil(lambda: "dusk.wav" in names(page), timeout=20_000)
    closed(window, qtbot)
    (tmp_path / "set/dusk.txt").write_text("0.0\t0.1\towl\n")  # while the program is not open
    page = opened(window, project_folder, qtbot)
    qtbot.waitUntil(lambda: labels(page, "dusk.wav") == ["owl"], timeout=20_000)


def labels(page, name):
    """The classes of the labels of a recording, whose whole-clip class is left out."""
    view = page.context.document.view
    known = {one.id: one.name for one in view.classes}
    return [
        known[label.class_id]
        for clip in view.clips
        if clip.name == name
        for label in view.labels(clip.id)
        if not label.is_whole_clip
    ]


def names(page):
    return {clip.name for clip in page.context.document.view.clips}


def test_a_folder_that_was_moved_is_watched_where_its_recordings_were_found(
    window, project_folder, tone, tmp_path, qtbot, monkeypatch
):
    tone("set/dog_1.wav")
    page = opened(window, project_folder, qtbot)
    watched(page, tmp_path / "set", qtbot)
    (tmp_path / "set").rename(tmp_path / "moved")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "moved"))
    window.commands["relink"].trigger()
    qtbot.waitUntil(lambda: page.importer.watching.watcher.folder == tmp_path / "moved", timeout=20_000)
    qtbot.waitUntil(lambda: "from now on" in window.message_bar.text.text())
    tone("moved/dog_2.wav", hz=700.0)
    document = page.context.document
    qtbot.waitUntil(lambda: "dog_2.wav" in {clip.name for clip in document.view.clips}, timeout=20_000)
    closed(window, qtbot)
    page = opened(window, project_folder, qtbot)
    assert page.importer.watching.watcher.folder == tmp_path / "moved"
