"""How the spectrogram is shown, as a person changes it: by wheel, drag, panel and offer."""

from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audioclf_gui.audio.spectrogram_presets import VIEW_PRESETS
from audioclf_gui.audio.spectrogram_view import Analysis, SpectrogramView
from audioclf_gui.core.project import Project
from audioclf_gui.gui.colour_maps import COLOUR_MAPS
from audioclf_gui.gui.label.ruler import day_text
from audioclf_gui.gui.label.time_pane import GUTTER
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.theme import apply_theme, contrast

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def wheel(pane, place, notches, modifiers):
    at = QPointF(place)
    event = QWheelEvent(
        at,
        QPointF(pane.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane, event)


def settled(user):
    """Wait until the picture is as it was asked to be."""
    pane, look = user.editor.spectrogram, user.workspace.look

    def is_settled():
        picture = pane.picture
        if picture is None or pane.clip_view is None or not picture.is_exact:
            return False
        what, wanted = picture.request.what, look.keeper.view
        same_zoom = picture.request.s_per_px == pytest.approx(user.view.s_per_px, rel=1e-6)
        return (
            same_zoom
            and picture.request.view is pane.clip_view
            and picture.request.view.spectra[0].analysis == wanted.analysis
            and what.axis == wanted.band(pane.clip_view.wave.rate_hz)
            and (what.shown, what.colours) == (wanted.shown, wanted.colours)
        )

    user.qtbot.waitUntil(is_settled)
    return pane.picture


def pick(combo, data):
    combo.setCurrentIndex(combo.findData(data))


def test_control_wheel_over_the_axis_zooms_the_band_and_leaves_the_time(user):
    user.open("rain-0.wav")
    pane = user.editor.spectrogram
    settled(user)
    before_s = user.view.s_per_px
    y = round((1 - pane.axis.height_at(900.0)) * pane.height())
    wheel(pane, QPoint(20, y), 3, CTRL)
    settled(user)
    assert pane.axis.high_hz < 8000
    assert pane.axis.frequency_at(1 - y / pane.height()) == pytest.approx(900, rel=0.03)
    assert user.view.s_per_px == before_s
    wheel(pane, QPoint(20, y), -20, CTRL)
    assert user.workspace.look.keeper.view.high_hz is None
    assert user.workspace.look.keeper.view.low_hz == 0


def test_control_wheel_over_the_picture_zooms_time_and_with_shift_the_band(user):
    user.open("rain-0.wav")
    pane = user.editor.spectrogram
    settled(user)
    before_s = user.view.s_per_px
    place = QPoint(GUTTER + 200, pane.height() // 2)
    wheel(pane, place, 1, CTRL)
    assert user.view.s_per_px < before_s
    now_s = user.view.s_per_px
    wheel(pane, place, 1, CTRL | SHIFT)
    assert user.view.s_per_px == now_s
    assert user.workspace.look.keeper.view.high_hz < 8000


def test_shift_drag_on_the_axis_pans_the_band_as_far_as_there_is_sound(user):
    user.open("rain-0.wav")
    pane, look = user.editor.spectrogram, user.workspace.look
    look.show_as(SpectrogramView(axis="linear", low_hz=1000.0, high_hz=3000.0))
    settled(user)
    quarter = pane.height() // 4
    user.drag(pane, QPoint(20, quarter), QPoint(20, 2 * quarter), SHIFT)
    view = look.keeper.view
    assert view.low_hz == pytest.approx(1500, abs=20)
    assert view.high_hz == pytest.approx(3500, abs=20)
    assert user.view.selection is None
    user.drag(pane, QPoint(20, 3 * quarter), QPoint(20, -20 * quarter), SHIFT)
    view = look.keeper.view
    assert view.low_hz == pytest.approx(0, abs=1)
    assert view.high_hz == pytest.approx(2000, abs=20)
    QTest.mouseDClick(pane, LEFT, NONE, QPoint(20, quarter))
    assert (look.keeper.view.low_hz, look.keeper.view.high_hz) == (0.0, None)


def test_control_wheel_over_the_amplitudes_magnifies_the_waveform(user):
    user.open("rain-0.wav")
    wave = user.editor.wave
    before_s = user.view.s_per_px
    drawn = wave.picture.request.what.full_scale
    wheel(wave, QPoint(20, 30), 3, CTRL)
    user.qtbot.waitUntil(lambda: wave.picture.request.what.full_scale < 0.6 * drawn)
    assert user.view.s_per_px == before_s
    QTest.mouseDClick(wave, LEFT, NONE, QPoint(20, 30))
    user.qtbot.waitUntil(lambda: wave.picture.request.what.full_scale == pytest.approx(drawn))


def test_the_band_is_zoomed_and_panned_by_keys(user):
    user.open("rain-0.wav")
    look = user.workspace.look
    pick(look.panel.axis, "linear")
    user.key(Qt.Key.Key_1, CTRL | ALT)
    assert (look.keeper.view.low_hz, look.keeper.view.high_hz) == (2000, 6000)
    user.key(Qt.Key.Key_Up, CTRL)
    assert (look.keeper.view.low_hz, look.keeper.view.high_hz) == (3000, 7000)
    user.key(Qt.Key.Key_Down, CTRL)
    user.key(Qt.Key.Key_Down, CTRL)
    assert (look.keeper.view.low_hz, look.keeper.view.high_hz) == (1000, 5000)
    user.key(Qt.Key.Key_3, CTRL | ALT)
    assert look.keeper.view.low_hz == 0
    user.key(Qt.Key.Key_2, CTRL | ALT)
    assert (look.keeper.view.low_hz, look.keeper.view.high_hz) == (0, None)
    user.key(Qt.Key.Key_F7)
    assert look.panel.isVisible()
    look.panel.hide()


def test_the_panel_changes_what_it_says(user):
    user.open("rain-0.wav")
    pane, panel = user.editor.spectrogram, user.workspace.look.panel
    QTest.mouseClick(user.workspace.transport.look_button, LEFT)
    assert panel.isVisible()
    pick(panel.axis, "log")
    panel.low.setValue(100)
    panel.high.setValue(4000)
    panel.window_ms.setValue(40.0)
    panel.overlap.setValue(75)
    pick(panel.window_kind, "blackman-harris")
    pick(panel.padding, 4)
    panel.colours.setCurrentIndex(COLOUR_MAPS.index("viridis"))
    picture = settled(user)
    transform = picture.request.view.spectra[0].transform(picture.request.s_per_px)
    assert (transform.window_frames, transform.hop_frames) == (640, 160)
    assert transform.fft_frames == 4096
    assert transform.window == "blackman-harris"
    assert (pane.axis.kind, pane.axis.low_hz, pane.axis.high_hz) == ("log", 100.0, 4000.0)
    assert "640 samples (40 ms)" in panel.facts.text()
    QTest.mouseClick(panel.whole, LEFT)
    assert user.workspace.look.keeper.view.high_hz is None


def test_levels_are_set_by_slider_and_number_and_never_cross(user):
    user.open("rain-0.wav")
    panel = user.workspace.look.panel
    picture = settled(user)
    levels = panel.range
    assert levels.values() == (None, None)
    assert levels.ceiling.value() == pytest.approx(
        user.editor.spectrogram.scale.value(picture.span[1]), abs=1
    )
    levels.floor.setValue(-60)
    levels.ceiling_slider.setValue(-10)
    picture = settled(user)
    user.qtbot.waitUntil(lambda: user.editor.spectrogram.picture.request.what.brightest is not None)
    view = user.workspace.look.keeper.view
    assert (view.floor_db, view.ceiling_db) == (-60, -10)
    levels.floor.setValue(0)
    assert levels.floor.value() < levels.ceiling.value()
    QTest.mouseClick(levels.automatic, LEFT, NONE, QPoint(8, levels.automatic.height() // 2))
    assert user.workspace.look.keeper.view.floor_db is None


@pytest.mark.parametrize("name", VIEW_PRESETS)
def test_every_preset_can_be_chosen_and_is_named_afterwards(user, name):
    user.open("rain-0.wav")
    panel = user.workspace.look.panel
    pick(panel.preset, "bats" if name == "general" else "general")
    pick(panel.preset, name)
    settled(user)
    assert panel.preset.currentData() == name
    panel.window_ms.setValue(33.0)
    assert panel.preset.currentData() == "own"


def test_a_view_is_kept_with_the_project(user):
    user.open("rain-0.wav")
    look = user.workspace.look
    pick(look.panel.axis, "linear")
    look.panel.window_ms.setValue(12.0)
    user.workspace.deactivate()
    with Project.open(user.document.project.file) as again:
        kept = SpectrogramView.from_json(again.settings.get("spectrogram"))
    assert kept.axis == "linear"
    assert kept.analysis == Analysis(window_s=0.012)


@pytest.mark.parametrize(
    "spoilt", [None, 3, {}, {"axis": "bark"}, {"analysis": {"window_s": -1}}, {"new": 1}]
)
def test_a_view_that_is_not_understood_is_the_usual_one(spoilt):
    assert SpectrogramView.from_json(spoilt) == SpectrogramView()


def test_a_view_comes_back_from_json_as_it_was():
    for preset in VIEW_PRESETS.values():
        assert SpectrogramView.from_json(preset.view.to_json()) == preset.view


def test_ultrasound_is_offered_the_view_for_bats_and_asked_about_once(user, add_clip):
    assert not user.workspace.look.offer.isVisible()
    add_clip("20240131_053000.wav", 0.1 * np.random.default_rng(0).standard_normal(38_400), 384_000)
    offer = user.workspace.look.offer
    user.qtbot.waitUntil(offer.isVisible)
    assert "384" in offer.words.text()
    QTest.mouseClick(offer.take, LEFT)
    settled(user)
    assert not offer.isVisible()
    assert user.editor.spectrogram.axis.low_hz == 10_000
    user.open("rain-0.wav")
    user.open("20240131_053000.wav")
    assert not offer.isVisible()


def test_an_offer_that_was_declined_stays_away(user, add_clip):
    add_clip("bat.wav", 0.1 * np.random.default_rng(0).standard_normal(38_400), 384_000)
    offer = user.workspace.look.offer
    user.qtbot.waitUntil(offer.isVisible)
    before = user.workspace.look.keeper.view
    QTest.mouseClick(offer.keep, LEFT)
    user.open("rain-0.wav")
    user.open("bat.wav")
    assert not offer.isVisible()
    assert user.workspace.look.keeper.view == before


def test_steady_noise_is_taken_away_and_what_stands_out_stays(user, add_clip):
    time_s = np.arange(32_000) / 16_000
    hum = 0.3 * np.sin(2 * np.pi * 1000 * time_s)
    call = 0.1 * np.sin(2 * np.pi * 3000 * time_s) * (abs(time_s - 1.0) < 0.1)
    add_clip("hum.wav", hum + call, 16_000)
    user.workspace.look.show_as(SpectrogramView(axis="linear", shown="above median"))
    picture = settled(user)
    scale = user.editor.spectrogram.scale
    rows = picture.bytes.shape[0]
    middle = picture.bytes.shape[1] // 2
    hum_row, call_row = (round((1 - hz / 8000) * rows) for hz in (1000, 3000))
    assert abs(scale.value(picture.bytes[hum_row, middle])) < 1.0
    assert scale.value(picture.bytes[call_row - 3 : call_row + 3, middle].max()) > 30


@pytest.mark.parametrize("shown", ["above median", "pcen"])
def test_what_an_encoder_let_through_does_not_stand_out_more_than_a_call(user, add_clip, shown):
    """Above 5 kHz it has cut everything off but a few blips, which are no louder than noise elsewhere."""
    random = np.random.default_rng(0)
    spectrum = np.fft.rfft(0.003 * random.standard_normal(64_000))
    spectrum[5 * 4000 :] = 0.0
    time_s = np.arange(64_000) / 16_000
    blips = 1e-4 * random.standard_normal(64_000) * (time_s % 0.5 < 0.02) * (time_s > 0.4)
    kept = np.fft.rfft(blips)
    kept[: 6 * 4000] = 0.0
    call = 0.03 * np.sin(2 * np.pi * 3000 * time_s) * (abs(time_s - 2.2) < 0.05)
    add_clip("lossy.wav", np.fft.irfft(spectrum) + np.fft.irfft(kept) + call, 16_000)
    user.workspace.look.show_as(SpectrogramView(axis="linear", shown=shown))
    picture = settled(user)
    cut = picture.colours.shape[0] * 2 // 8
    row = round((1 - 3000 / 8000) * picture.bytes.shape[0])
    quiet, loud = picture.span
    blip, tone = (
        (level - quiet) / (loud - quiet)
        for level in (np.percentile(picture.bytes[:cut], 99), picture.bytes[row - 3 : row + 3].max())
    )
    assert tone > 2 * max(blip, 0.0)


def test_pcen_flattens_what_stays_and_shows_what_begins(user, add_clip):
    time_s = np.arange(64_000) / 16_000
    tone = np.sin(2 * np.pi * 2000 * time_s) * np.where(time_s > 2, 0.3, 0.003)
    add_clip("step.wav", tone, 16_000)
    user.workspace.look.show_as(SpectrogramView(axis="linear", shown="pcen"))
    picture = settled(user)
    row = picture.bytes[round(0.75 * picture.bytes.shape[0])].astype(float)
    columns = len(row)
    before, after = row[columns // 4], row[-columns // 20]
    assert row.max() > 3 * before
    assert columns // 2 - 10 <= row.argmax() <= columns // 2 + 10
    assert after == pytest.approx(before, abs=4)


def test_the_range_says_what_holds_where_no_levels_can_be_chosen(user):
    user.open("rain-0.wav")
    look = user.workspace.look
    look.show_as(SpectrogramView(floor_db=-60, ceiling_db=-10))
    levels = look.panel.range
    assert not levels.floor.isHidden()
    look.show_as(SpectrogramView(floor_db=-60, ceiling_db=-10, shown="pcen"))
    settled(user)
    look.panel.show()
    assert "no levels in dB" in levels.reason.text()
    assert levels.reason.isVisible()
    assert not levels.floor.isVisible()
    look.show_as(SpectrogramView(floor_db=-60, ceiling_db=-10, shown="above median"))
    span = settled(user).span
    scale = user.editor.spectrogram.scale
    user.qtbot.waitUntil(
        lambda: f"{scale.value(span[0]):.0f} to {scale.value(span[1]):.0f} dB over" in levels.reason.text()
    )
    pick(look.panel.shown, "level")
    assert levels.floor.isVisible()
    assert levels.values() == (-60, -10)


def test_each_channel_can_have_a_lane(user, add_clip):
    time_s = np.arange(16_000) / 16_000
    both = np.stack([np.sin(2 * np.pi * hz * time_s) for hz in (1000, 5000)], axis=1)
    add_clip("stereo.wav", 0.3 * both, 16_000)
    panel = user.workspace.look.panel
    pick(panel.axis, "linear")
    QTest.mouseClick(panel.separate, LEFT, NONE, QPoint(8, panel.separate.height() // 2))
    assert user.workspace.look.keeper.view.analysis.separate
    picture = settled(user)
    pane = user.editor.spectrogram
    half = picture.bytes.shape[0] // 2
    column = picture.bytes[:, picture.bytes.shape[1] // 2]
    for part, hz in ((column[:half], 1000), (column[half:], 5000)):
        assert (1 - part.argmax() / half) * 8000 == pytest.approx(hz, abs=80)
    upper = pane.describe(QPointF(GUTTER + 100, pane.height() * 0.25))
    lower = pane.describe(QPointF(GUTTER + 100, pane.height() * 0.75))
    assert upper.frequency_hz == pytest.approx(4000, abs=60)
    assert lower.frequency_hz == pytest.approx(4000, abs=60)


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
@pytest.mark.parametrize("colours", COLOUR_MAPS)
def test_the_edges_of_boxes_can_be_read_on_the_picture_in_both_themes(user, qapp, scheme, colours):
    user.open("new-0.wav")
    user.workspace.look.show_as(SpectrogramView(colours=colours))
    user.editor.edits.add(Selection(0.1, 0.3, 2000.0, 5000.0), user.document.view.classes[0].id)
    apply_theme(qapp, scheme)
    try:
        picture = settled(user)
        pane = user.editor.spectrogram
        darkest = QColor.fromRgb(int(picture.colours.ravel()[picture.bytes.argmin()]))
        image = pane.grab().toImage()
        x = round(user.at(pane, 0.2).x())
        top = round((1 - pane.axis.height_at(5000.0)) * pane.height())
        edges = [image.pixelColor(x, top + by).name() for by in (-1, 0, 1)]
        assert max(contrast(edge, darkest.name()) for edge in edges) >= 2.9
    finally:
        apply_theme(qapp, Qt.ColorScheme.Dark)


def test_the_ruler_tells_the_time_of_day_from_a_files_name(user, add_clip):
    add_clip("20240131_053000.wav", np.zeros(16_000), 16_000)
    user.qtbot.waitUntil(lambda: user.workspace.times.start is not None)
    times, ruler = user.workspace.times, user.editor.ruler
    day = next(action for action in times.menu().actions() if "2024-01-31 05:30:00" in action.text())
    assert "name" in day.text()
    day.trigger()
    assert ruler.text(0.25) == "05:30:00.250"
    user.editor.spectrogram.pointed.emit(user.editor.spectrogram.describe(QPointF(GUTTER, 50)))
    assert user.editor.readout.text().startswith("05:30:00.000")
    user.open("rain-0.wav")
    assert ruler.text(0.25) == "0.250 s"


def test_when_a_recording_began_can_be_typed_and_is_kept(user):
    user.open("rain-0.wav")
    times = user.workspace.times
    times.choose("time of day")
    assert times.panel.isVisible()
    times.panel.moment.setDateTime(datetime(2020, 2, 3, 4, 5, 6))
    QTest.mouseClick(times.panel.take, LEFT)
    assert user.editor.ruler.text(1.0) == "04:05:07.000"
    user.open("dog-0.wav")
    assert user.workspace.times.start is None
    assert user.editor.ruler.text(1.0) == "1.000 s"
    user.open("rain-0.wav")
    assert user.editor.ruler.text(1.0) == "04:05:07.000"
    assert user.document.project.settings.get("ruler") == "time of day"


@pytest.mark.parametrize(
    ("time_s", "step_s", "text"),
    [(0.0, 60.0, "05:30"), (5.0, 5.0, "05:30:05"), (0.25, 0.05, "05:30:00.25"), (86_400.0, 3600.0, "05:30")],
)
def test_times_of_day_are_as_exact_as_the_step(time_s, step_s, text):
    assert day_text(datetime(2024, 1, 31, 5, 30), time_s, step_s) == text


def test_a_long_file_is_said_to_be_read_and_its_picture_to_be_an_estimate(user, add_clip):
    random = np.random.default_rng(0)
    said, tasks = [], user.context.tasks
    tasks.changed.connect(lambda: said.append(tasks.reading))
    add_clip("long.wav", 0.1 * random.standard_normal(16_000 * 600), 16_000)
    settled(user)
    user.qtbot.waitUntil(lambda: user.editor.spectrogram.clip_view.is_exact)
    assert any(text is not None and "long.wav" in str(text) for text in said)
    assert tasks.reading is None
