"""What is selected is measured at once; all labels go into a table."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.audio.files import read_mono, write_wav
from audioclf_gui.audio.measurements import Stretch, measured
from audioclf_gui.core import edits
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.measured_line import energy_parts, levels_parts, limits_text
from audioclf_gui.gui.label.view_state import Selection


@pytest.fixture
def sound(user):
    """The clip that is shown, as one channel, and its rate."""
    clip = user.clip
    return read_mono(user.document.view.audio_path(clip)), clip.audio.rate_hz


def measure(sound, stretch):
    samples, rate_hz = sound
    return measured(lambda start, stop: samples[start:stop], rate_hz, len(samples), stretch)


def test_a_stretch_drawn_with_the_mouse_is_measured(user, sound):
    lines = user.editor.measured
    assert lines.levels.text() == "Select a stretch or a label to measure it"
    user.select(0.1, 0.3)
    user.qtbot.waitUntil(lambda: lines.energy.whole_text() != "")
    selection = user.view.selection
    found = measure(sound, Stretch(selection.start_s, selection.end_s))
    assert found.rms_db is not None
    assert lines.energy.whole_text() == " · ".join(energy_parts(found))
    assert lines.levels.whole_text() == " · ".join([limits_text(found), *levels_parts(found)])


def test_the_read_out_follows_the_selected_label_and_ends_with_it(user):
    document, lines = user.document, user.editor.measured
    label = Label(document.view.classes[0].id, 0.1, 0.3, 1000.0, 3000.0)
    document.do(Text("label"), edits.add_label(document.view, user.clip.id, label))
    user.editor.setFocus()
    user.key(Qt.Key.Key_Tab)
    assert user.layer.selected == label
    assert lines.levels.whole_text().startswith("0.100–0.300 s (0.200 s)")
    assert user.editor.band.width_told.text() == "(2\N{NARROW NO-BREAK SPACE}000 Hz)"
    user.qtbot.waitUntil(lambda: "RMS" in lines.levels.whole_text())
    user.key(Qt.Key.Key_Escape)
    assert lines.levels.text() == "Select a stretch or a label to measure it"
    assert lines.energy.text() == ""


def test_a_moment_has_no_measurements(user):
    user.view.select(Selection(0.1, 0.1))
    assert (user.editor.measured.levels.text(), user.editor.measured.energy.text()) == ("", "")


def test_both_lines_are_in_view_as_a_whole_in_a_small_window(user):
    user.workspace.window().resize(1280, 700)
    user.view.select(Selection(12.345, 23.456, 11_000.0, 22_000.0))
    user.select(0.1, 0.3)
    lines = user.editor.measured
    user.qtbot.waitUntil(lambda: lines.energy.whole_text() != "")
    for line in (lines.levels, lines.energy):
        assert line.visibleRegion().boundingRect() == line.rect()
        assert line.text() == line.whole_text()


def test_in_a_small_window_nothing_is_cut_off_of_a_long_read_out(user):
    """What a bat worker reads of a box far into a recording, with large numbers everywhere."""
    window, lines = user.workspace.window(), user.editor.measured
    window.resize(1280, 760)
    user.view.select(Selection(0.1, 0.3, 1000.0, 3000.0))
    user.qtbot.waitUntil(lambda: lines.energy.whole_text() != "")
    numbers = {
        "start_s": 13_412.125, "end_s": 13_579.5, "duration_s": 167.375, "rms_db": -101.6, "peak_db": -109.2,
        "snr_db": -15.6, "peak_hz": 124_794.0, "centre_hz": 113_708.0, "frequency_5_hz": 111_540.0,
        "frequency_95_hz": 130_690.0, "bandwidth_90_hz": 19_150.0, "time_5_s": 13_413.887,
        "time_95_s": 13_577.046, "duration_90_s": 163.159,
    }  # fmt: skip
    far = replace(lines.found, **numbers)
    lines._limits = limits_text(far)
    lines.meter.measured.emit(far)
    for line in (lines.levels, lines.energy):
        assert line.text() == line.whole_text()
    told = f"{lines.levels.text()} · {lines.energy.text()}"
    for part in ("13412.125–13579.500 s", "peak −109.2 dBFS", "SNR −15.6 dB", "113.71 kHz", "13577.046 s"):
        assert part in told
    assert "(163.159 s)" not in told
    assert "(163.159 s)" in lines.energy.toolTip()
    window.resize(2000, 760)
    user.qtbot.waitUntil(lambda: "(163.159 s)" in lines.energy.text())
    assert lines.levels.text().endswith("SNR −15.6 dB")


def test_all_labels_are_measured_into_a_table_from_the_menu(user, tmp_path, monkeypatch):
    out = tmp_path / "measurements.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    user.workspace.commands["export_measurements"].trigger()
    user.qtbot.waitUntil(lambda: "labels measured" in user.context.message_bar.text.text())
    rows = list(csv.DictReader(out.read_text().splitlines()))
    view = user.document.view
    assert len(rows) == sum(len(view.labels(clip.id)) for clip in view.clips)
    assert {row["class"] for row in rows} == {known.name for known in view.classes}
    assert all(float(row["duration_s"]) > 0 and float(row["peak_hz"]) > 0 for row in rows)


def test_a_file_that_went_away_leaves_the_limits_of_what_is_selected(user):
    user.document.view.audio_path(user.clip).unlink()
    user.view.select(Selection(0.1, 0.3))
    lines = user.editor.measured
    assert lines.levels.whole_text() == "0.100–0.300 s (0.200 s) · …"
    user.qtbot.waitUntil(lambda: lines.levels.whole_text() == "0.100–0.300 s (0.200 s)")
    assert lines.energy.whole_text() == ""


def test_silence_is_told_and_no_number(user):
    path = user.document.view.audio_path(user.clip)
    write_wav(path, np.zeros(round(user.clip.duration_s * 16_000), np.float32), 16_000)
    user.view.select(Selection(0.1, 0.3))
    lines = user.editor.measured
    user.qtbot.waitUntil(lambda: "…" not in lines.levels.whole_text())
    assert lines.levels.whole_text() == "0.100–0.300 s (0.200 s) · no sound to measure"
    assert lines.energy.whole_text() == ""


def test_the_line_says_how_far_a_long_measurement_is(user):
    user.open("rain-0.wav")
    user.view.select(Selection(0.1, 0.4))
    line = user.editor.measured
    user.qtbot.waitUntil(lambda: line.found is not None)
    line.meter.going_on.emit(0.354)
    assert "… 35%" in f"{line.levels.text()} {line.energy.text()}"
