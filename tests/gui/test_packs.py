"""A project into one file and out again, by the window."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core.project import Project
from audioclf_gui.jobs.pack_project import PackProject, pack_project
from audioclf_gui.jobs.writing import carry_out


@pytest.fixture
def opened(window, project_folder, qtbot):
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    return window


def shown_folder(window):
    return None if window.page is None else window.page.context.document.project.folder


def pack(window, qtbot, monkeypatch, out):
    window.commands["pack_project"].trigger()
    panel = window.page._packer
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    qtbot.mouseClick(panel.pack_button, Qt.MouseButton.LeftButton)
    return panel


def test_a_project_goes_into_one_file_and_comes_out_of_it(opened, tmp_path, qtbot, monkeypatch):
    pack(opened, qtbot, monkeypatch, tmp_path / "city.zip")
    qtbot.waitUntil(lambda: "city.zip holds the project with 6 recordings" in opened.message_bar.text.text())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "city.zip"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "there"))
    opened.commands["unpack_project"].trigger()
    folder = tmp_path / "there" / "city"
    qtbot.waitUntil(
        lambda: opened.page is not None and opened.page.context.document.project.folder == folder,
        timeout=20_000,
    )
    view = opened.page.context.document.view
    assert len(view.clips) == 6
    assert all(view.audio_path(clip).is_file() for clip in view.clips)


def test_what_comes_out_of_a_pack_watches_no_folder(opened, tone, tmp_path, qtbot, monkeypatch):
    tone("card/owl.wav")
    opened.page.show_import([tmp_path / "card"])
    panel = opened.page.importer
    qtbot.waitUntil(panel.import_button.isEnabled)
    panel.watching.box.setChecked(True)
    with qtbot.waitSignal(panel.imported, timeout=20_000):
        qtbot.mouseClick(panel.import_button, Qt.MouseButton.LeftButton)
    pack(opened, qtbot, monkeypatch, tmp_path / "city.zip")
    qtbot.waitUntil(lambda: "with 7 recordings" in opened.message_bar.text.text(), timeout=20_000)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "there"))
    opened.take_dropped([tmp_path / "city.zip"])
    folder = tmp_path / "there" / "city"
    qtbot.waitUntil(lambda: shown_folder(opened) == folder, timeout=20_000)
    assert opened.page.importer is None, "nobody watches"
    assert opened.message_bar.isHidden()


def test_without_its_recordings_the_file_holds_none(opened, tmp_path, qtbot, monkeypatch):
    opened.commands["pack_project"].trigger()
    opened.page._packer.with_audio.setChecked(False)
    pack(opened, qtbot, monkeypatch, tmp_path / "city.zip")
    qtbot.waitUntil(lambda: "with 0 recordings" in opened.message_bar.text.text())
    with zipfile.ZipFile(tmp_path / "city.zip") as packed:
        assert not [name for name in packed.namelist() if name.endswith(".wav")]


def test_a_packed_project_can_be_dropped_on_the_window(window, project_folder, tmp_path, qtbot, monkeypatch):
    with Project.open(project_folder) as project:
        carry_out(pack_project(PackProject(tmp_path / "city.zip"), project.view()), None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "there"))
    window.take_dropped([tmp_path / "city.zip"])
    qtbot.waitUntil(lambda: window.page is not None, timeout=20_000)
    assert window.page.context.document.project.folder == tmp_path / "there" / "city"


def test_an_unsafe_file_is_refused_in_words_and_nothing_is_left(window, tmp_path, qtbot):
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as evil:
        evil.writestr("../evil.wav", b"x")
    window.start_panel.unpack_requested.emit(tmp_path / "evil.zip", tmp_path / "there")
    qtbot.waitUntil(lambda: "no packed project" in window.message_bar.text.text())
    assert not (tmp_path / "there").exists()
    assert not window.start_panel.progress.isVisible()


def test_an_archive_that_is_no_project_goes_to_the_importer(opened, tmp_path, qtbot):
    with zipfile.ZipFile(tmp_path / "sounds.zip", "w") as sounds:
        sounds.write(next(opened.page.context.document.project.folder.rglob("*.wav")), "owl/1.wav")
    opened.take_dropped([tmp_path / "sounds.zip"])
    qtbot.waitUntil(lambda: opened.page.importer is not None)
    qtbot.waitUntil(opened.page.importer.import_button.isEnabled)
    assert opened.page.importer.found.text() == "1 sound file"


def test_a_project_becomes_shards_and_these_a_project(opened, tmp_path, qtbot, monkeypatch):
    opened.commands["pack_project"].trigger()
    panel = opened.page._packer
    qtbot.keyClick(panel.kind, Qt.Key.Key_Down)
    assert panel.kind.currentText() == "tar shards (WebDataset)"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.mouseClick(panel.pack_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "shards holds 6 sounds with their labels" in opened.message_bar.text.text())
    (shards,) = tmp_path.glob("* shards")
    opened.take_dropped([shards])
    qtbot.waitUntil(lambda: opened.page.importer is not None)
