"""Find sounds: what would be found is seen while it is set, and labelled when that is asked for."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.find_presets import FIND_PRESETS
from audioclf_gui.audio.segment import PageSettings, SegmentSettings, find_settings_from_json
from audioclf_gui.gui.label.time_pane import GUTTER, merged_pixels
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.theme import palette

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
RATE_HZ = 16_000
LOUD, QUIET = (1.0, 2.0), (4.0, 4.5)  # seconds; the quiet one is higher


@pytest.fixture
def sounds(user, add_clip):
    """A clip with a loud low and a quiet high tone in faint noise, in view; the panel is open."""
    times = np.arange(6 * RATE_HZ) / RATE_HZ
    sound = np.random.default_rng(1).normal(0.0, 1e-4, len(times))
    for (start_s, end_s), hertz, level in ((LOUD, 400, 0.5), (QUIET, 3000, 0.01)):
        gate = np.convolve((times >= start_s) & (times < end_s), np.hanning(800) / 399.5, "same")
        sound += level * np.sin(2 * np.pi * hertz * times) * gate  # one that is switched on clicks
    add_clip("two tones.wav", sound, RATE_HZ)
    user.workspace.commands["find_sounds"].trigger()
    panel = user.workspace.finding.panel
    yield panel
    panel.hide()


def seen(user, *spans):
    """Wait until the panes show that these would be found."""

    expected = np.array(spans).reshape(-1, 2)
    user.qtbot.waitUntil(lambda: user.view.found.shape == expected.shape)
    np.testing.assert_allclose(user.view.found, expected, atol=0.15)


def choose(box, data):
    box.setCurrentIndex(box.findData(data))


def test_what_would_be_found_follows_threshold_band_and_preset_and_goes_with_the_panel(user, sounds):
    panel = sounds
    seen(user, LOUD)
    assert panel.told.text().startswith("1 label in this clip")
    panel.threshold_slider.setValue(-50)
    seen(user, LOUD, QUIET)
    assert panel.threshold.value() == -50.0
    panel.low.setValue(1000.0)
    seen(user, QUIET)
    choose(panel.preset, "speech")
    assert panel.settings == FIND_PRESETS["speech"].settings
    assert panel.over_floor.isChecked()
    seen(user, LOUD, QUIET)
    panel.hide()
    seen(user)
    assert user.labels == ()


def test_outlines_are_drawn_over_the_waveform(user, sounds):
    seen(user, LOUD)
    wave = user.editor.wave
    x = round(GUTTER + user.view.x_at(user.view.found[0, 0]))
    colour = wave.grab().toImage().pixelColor(x, wave.height() // 2)
    assert colour.name() == palette().found


def test_what_is_seen_is_what_is_labelled(user, sounds):
    panel = sounds
    panel.threshold.setValue(-50.0)
    seen(user, LOUD, QUIET)
    expected = user.view.found
    user.qtbot.mouseClick(panel.go, LEFT)
    user.qtbot.waitUntil(lambda: len(user.labels) == 2)
    assert [(label.start_s, label.end_s) for label in user.labels] == [tuple(span) for span in expected]
    assert not len(user.view.found)


def test_windows_are_seen_and_have_their_own_fields(user, sounds):
    panel = sounds
    choose(panel.preset, "windows")
    seen(user, (0.0, 3.0), (3.0, 6.0))
    assert panel.length.isVisible()
    assert not panel.threshold.isVisible()
    panel.hop.setValue(1.5)
    seen(user, (0.0, 3.0), (1.5, 4.5), (3.0, 6.0))
    assert panel.settings == PageSettings(3.0, 1.5)
    choose(panel.preset, "level")
    assert panel.threshold.isVisible()
    assert panel.settings == SegmentSettings()


def test_a_threshold_over_the_noise_starts_where_it_makes_sense(user, sounds):
    panel = sounds
    user.qtbot.mouseClick(panel.over_floor, LEFT, pos=panel.over_floor.rect().center() / 4)
    assert panel.settings.over_floor
    assert panel.threshold.value() == 10.0
    assert panel.threshold.text() == "10 dB"
    seen(user, LOUD, QUIET)


def test_a_band_that_the_clip_does_not_reach_finds_nothing_and_that_is_told(user, sounds):
    panel = sounds
    choose(panel.preset, "bats")
    user.qtbot.waitUntil(lambda: panel.told.text().startswith("This clip holds no frequencies"))
    user.qtbot.mouseClick(panel.go, LEFT)
    bar = user.context.message_bar
    user.qtbot.waitUntil(lambda: "holds no frequencies so high" in bar.text.text())


def test_outlines_that_meet_on_a_pixel_are_one(qapp):
    view = ViewState()
    view.set_width(100)
    view.show_clip(100.0)
    spans = np.array([(1.0, 2.0), (2.2, 3.0), (10.0, 20.0), (98.0, 100.0)])
    assert merged_pixels(view, spans) == [(1, 3), (10, 20), (98, 100)]
    view.show_span(50.0, 60.0)
    assert merged_pixels(view, spans) == []


def test_a_long_clip_shows_what_is_found_so_far(user, sounds, monkeypatch):
    panel = sounds
    monkeypatch.setattr("audioclf_gui.gui.label.found_preview._BETWEEN_S", 0.0)
    monkeypatch.setattr("audioclf_gui.audio.sound_levels._BLOCK_SAMPLES", RATE_HZ)
    told = []
    tell = panel.tell
    monkeypatch.setattr(panel, "tell", lambda text: (told.append(text), tell(text)))
    choose(panel.measure, "rms")
    panel.threshold.setValue(-50.0)
    panel.low.setValue(100.0)
    seen(user, LOUD, QUIET)
    user.qtbot.waitUntil(lambda: "looked" not in panel.told.text())
    assert panel.told.text().startswith("2 labels in this clip")
    assert any("% looked through" in text for text in told)


def test_what_was_set_is_there_again_with_the_project(user, sounds):
    panel = sounds
    choose(panel.preset, "windows")
    panel.hop.setValue(1.5)
    user.workspace.finding.keeper.flush()
    kept = user.document.project.settings.get("find sounds")
    assert find_settings_from_json(kept) == PageSettings(3.0, 1.5)


def test_the_button_says_in_how_many_clips_it_looks(user):
    user.open("new-0.wav")
    user.workspace.commands["find_sounds"].trigger()
    panel = user.workspace.finding.panel
    assert panel.go.text() == "Find in 1 clip"
    panel.hide()
    user.click_row(user.row("new-1.wav"), Qt.KeyboardModifier.ControlModifier)
    user.workspace.commands["find_sounds"].trigger()
    assert panel.go.text() == "Find in 2 clips"
    panel.hide()


def test_return_in_a_field_only_shows_what_would_be_found_and_ctrl_return_labels_it(user, sounds):
    panel = sounds
    seen(user, LOUD)
    panel.threshold.setFocus()
    panel.threshold.selectAll()
    user.type("-50")
    user.key(KEY.Key_Return)
    seen(user, LOUD, QUIET)
    for field in (panel.preset, panel.threshold_slider, panel.over_floor, panel.low, panel.classes, panel):
        field.setFocus()
        user.key(KEY.Key_Return)
        user.key(KEY.Key_Enter)
    assert panel.isVisible()
    assert not user.context.tasks.running
    assert user.labels == ()
    panel.low.setFocus()
    panel.low.selectAll()
    user.type("1000")
    user.key(KEY.Key_Return, CTRL)
    user.qtbot.waitUntil(lambda: len(user.labels) == 1)
    assert abs(user.labels[0].start_s - QUIET[0]) < 0.15, "what was typed last holds"
    assert not panel.isVisible()
