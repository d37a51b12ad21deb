"""Where a model estimates a number, the window tells its value with the unit, and no class."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.ml.live import Decision, Estimate
from audioclf_gui.ml.objectives.regression import Regression

from .conftest import RATE_HZ, whistle
from .test_workspace import listen_to


@pytest.fixture
def trained_model(says, tmp_path):
    """A model that says 12 dB to everything: two deviations above its mean."""
    goal = Regression(("snr",), "dB", 6.0, 3.0)
    return says(tmp_path / "number", [2.0], objective=goal, thresholds=(), predictions=[])


def test_a_number_is_told_with_its_unit_and_drawn_between_its_usual_values(workspace, qtbot, sound_file):
    told = []
    workspace.listener.ticked.connect(lambda _tick: told.append(workspace.now.title.whole_text()))
    answers = listen_to(workspace, qtbot, sound_file(whistle(2.0), rate_hz=RATE_HZ))
    assert {round(one.value, 3) for one in answers if isinstance(one, Estimate)} == {12.0}
    assert not [one for one in answers if isinstance(one, Decision)]
    assert "snr 12.0 dB" in told
    assert workspace.plot.drawn == ("snr [dB]",)
    assert not workspace.sitting.log.rows
    workspace.grab()


def test_what_was_estimated_is_a_row_for_each_second_in_the_place_of_events(
    workspace, qtbot, sound_file, tmp_path, monkeypatch
):
    listen_to(workspace, qtbot, sound_file(whistle(2.0), rate_hz=RATE_HZ))
    readings, model = workspace.readings, workspace.readings.view.model()
    assert readings.isVisible()
    assert not workspace.events.isVisible()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert {tuple(row[1:]) for row in rows} == {("12.0 dB", "12.0 dB", "12.0 dB")}
    widths = [readings.view.columnWidth(column) for column in range(4)]
    assert sum(widths) <= readings.view.viewport().width(), "all columns are seen at once"
    assert [row[0] for row in rows] == ["00:00.0", "00:01.0"]
    assert readings.summary.text() == "snr: 12.0 dB on average, from 12.0 dB to 12.0 dB."
    out = tmp_path / "night.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    qtbot.mouseClick(readings.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(out.exists)
    with out.open(encoding="utf-8") as file:
        head, *lines = csv.reader(file)
    assert head == ["start_s", "snr mean [dB]", "snr lowest [dB]", "snr highest [dB]"]
    assert [float(line[0]) for line in lines] == [0.0, 1.0]
    assert {round(float(value), 3) for line in lines for value in line[1:]} == {12.0}
    qtbot.mouseClick(readings.clear_button, Qt.MouseButton.LeftButton)
    assert (model.rowCount(), readings.export_button.isEnabled()) == (0, False)
    assert "no events" in readings.summary.text()


def test_of_silence_no_number_is_told(workspace, qtbot, sound_file):
    told = []
    workspace.listener.ticked.connect(lambda _tick: told.append(workspace.now.title.whole_text()))
    answers = listen_to(workspace, qtbot, sound_file(0.0 * whistle(1.0), rate_hz=RATE_HZ))
    assert not [one for one in answers if isinstance(one, Estimate)]
    assert not any("snr" in text for text in told)
    assert workspace.readings.rows == []
    assert workspace.plot.drawn == ()


def test_a_log_and_sounds_near_a_threshold_that_a_number_cannot_have_are_told(
    workspace, qtbot, sound_file, context, tmp_path
):
    workspace.bar.options_button.click()
    unasked = workspace.options_panel.unasked
    unasked.log.setText(str(tmp_path / "night.csv"))
    unasked.is_logged.click()
    unasked.keeps_near.click()
    listen_to(workspace, qtbot, sound_file(whistle(1.0), rate_hz=RATE_HZ))
    told = context.message_bar.text.text()
    assert "snr is a number, which has no events: nothing is logged to night.csv." in told
    assert "no sound near one is kept" in told
    assert not (tmp_path / "night.csv").exists()


def test_beside_a_number_the_events_of_a_second_model_have_a_table(
    workspace, qtbot, sound_file, says, tmp_path
):
    workspace.bar.second.add_folder(says(tmp_path / "classes", [3.0, 0.0, 0.0]))
    listen_to(workspace, qtbot, sound_file(whistle(2.0), rate_hz=RATE_HZ))
    assert workspace.events.isVisible()
    assert workspace.readings.isVisible()
    assert workspace.events.model.index(0, 3).data() == "classes"


@pytest.mark.parametrize("again", ["the same", "of classes"])
def test_a_model_of_classes_has_its_events_back(again, workspace, qtbot, sound_file, says, tmp_path):
    listen_to(workspace, qtbot, sound_file(whistle(1.0), rate_hz=RATE_HZ))
    if again == "of classes":
        workspace.bar.model.add_folder(says(tmp_path / "classes", [3.0, 0.0, 0.0]))
    listen_to(workspace, qtbot, sound_file(whistle(1.0), rate_hz=RATE_HZ))
    assert workspace.events.isVisible() is (again == "of classes")
    assert workspace.readings.isVisible() is (again == "the same")
