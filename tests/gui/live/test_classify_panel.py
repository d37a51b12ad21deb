"""Files of no project are classified from the window."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.gui.classify_panel import ClassifyPanel

from .conftest import hiss, whistle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(context_with_run, qtbot):
    panel = ClassifyPanel(context_with_run)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def files(sound_file):
    return [sound_file(whistle(0.5), name="a.wav"), sound_file(hiss(0.5), name="b.wav")]


def choose(panel, key):
    panel.formats.setCurrentIndex(panel.formats.findData(key))


def test_files_are_chosen_and_what_the_model_says_is_written(panel, files, tmp_path, qtbot, monkeypatch):
    names = [str(file) for file in files]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.json"), ""))
    choose(panel, "json")
    with qtbot.waitSignal(panel.closed, timeout=20_000):
        qtbot.mouseClick(panel.classify_button, LEFT)
    told = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [max(one["scores"], key=one["scores"].get) for one in told] == ["whistle", "hiss"]
    assert panel._context.message_bar.text.text().startswith("1 file of results written.")


def test_windows_follow_each_other_as_closely_as_is_chosen(panel, sound_file, tmp_path, qtbot):
    files = [sound_file(whistle(3.0), name="long.wav")]
    assert panel.hop.text() == "half a window"
    choose(panel, "csv")
    counts = []
    for hop in ("", "0.05"):
        panel.hop.selectAll()
        qtbot.keyClicks(panel.hop, hop)
        with qtbot.waitSignal(panel.closed, timeout=20_000):
            panel.classify(files, tmp_path / f"out{hop}.csv")
        counts.append(len((tmp_path / f"out{hop}.csv").read_text("utf-8").splitlines()))
    assert panel.hop.value() == 0.05
    assert counts[1] > counts[0]


def test_what_was_in_the_place_of_the_results_is_kept_and_that_is_said(panel, files, tmp_path, qtbot):
    (tmp_path / "out.csv").write_text("my own table")
    choose(panel, "csv")
    with qtbot.waitSignal(panel.closed, timeout=20_000):
        panel.classify(files, tmp_path / "out.csv")
    assert (tmp_path / "out.1.csv").read_text() == "my own table"
    assert "kept as out.1.csv" in panel._context.message_bar.text.text()


def test_label_files_go_into_a_folder_and_bad_files_are_named(panel, files, tmp_path, qtbot):
    (tmp_path / "bad.wav").write_text("no sound")
    choose(panel, "audacity")
    with qtbot.waitSignal(panel.closed, timeout=20_000):
        panel.classify([*files, tmp_path / "bad.wav"], tmp_path / "labels")
    assert sorted(file.name for file in (tmp_path / "labels").iterdir()) == ["a.txt", "b.txt"]
    assert "bad.wav: " in panel._context.message_bar.text.text()


def test_without_a_model_nothing_can_be_classified(context, qtbot):
    panel = ClassifyPanel(context)
    qtbot.addWidget(panel)
    assert not panel.classify_button.isEnabled()
    assert panel.model.currentText() == "No model yet"
