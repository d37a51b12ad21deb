"""Recordings that were moved are found again by the menu, whether or not one of them is shown."""

import shutil

import pytest
from PySide6.QtWidgets import QFileDialog


@pytest.fixture
def opened(window, project_folder, qtbot):
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    return window


def find_in(window, folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.commands["relink"].trigger()


def test_moved_recordings_are_found_in_the_folder_that_is_named(
    opened, project_folder, tmp_path, qtbot, monkeypatch
):
    shutil.move(project_folder / "audio", tmp_path / "away")
    find_in(opened, tmp_path / "away", monkeypatch)
    document = opened.page.context.document
    qtbot.waitUntil(lambda: all(document.view.audio_path(clip).is_file() for clip in document.view.clips))


def test_where_nothing_is_missing_that_is_said(opened, project_folder, qtbot, monkeypatch):
    find_in(opened, project_folder, monkeypatch)
    qtbot.waitUntil(lambda: "is where it should be" in opened.message_bar.text.text())


def test_how_many_are_still_missing_is_said_beside_what_was_found(
    opened, project_folder, tmp_path, qtbot, monkeypatch
):
    shutil.move(project_folder / "audio", tmp_path / "away")
    (tmp_path / "away" / "dog-0.wav").unlink()
    (tmp_path / "away" / "dog-1.wav").unlink()
    said = []
    opened.page.context.status_changed.connect(said.append)
    find_in(opened, tmp_path / "away", monkeypatch)
    qtbot.waitUntil(lambda: said == ["4 clips were found again; 2 are still missing"])
