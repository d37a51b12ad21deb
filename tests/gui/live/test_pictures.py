import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from audioclf_gui.gui.live.listener import Tick
from audioclf_gui.gui.live.rolling_picture import RollingPicture
from audioclf_gui.gui.live.score_history import ScoreHistory
from audioclf_gui.gui.live.scores_plot import ScoresPlot
from audioclf_gui.gui.live.spectrogram import Spectrogram

RATE_HZ = 16_000


def noise(seconds, level=0.1, seed=0):
    return (level * np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ))).astype(np.float32)


def shown(picture):
    """The picture as it is seen: the newest column last."""
    seam = picture._drawn % picture._width
    return np.concatenate([picture._pixels[:, seam:], picture._pixels[:, :seam]], axis=1)


@pytest.mark.parametrize("width", [60, 400, 1300])  # several columns in a pixel, and the other way round
@pytest.mark.parametrize("block", [100, 533, 40_000])
def test_blocks_of_any_size_draw_the_same_picture_but_for_the_last_bit_of_a_level(width, block):
    sound = noise(7.3)
    whole, cut = RollingPicture(RATE_HZ, 8000, 5.0), RollingPicture(RATE_HZ, 8000, 5.0)
    for picture in (whole, cut):
        picture.resize(width, 100)
    whole.push(sound)
    for start in range(0, len(sound), block):
        cut.push(sound[start : start + block])
    assert abs(cut._levels.astype(int) - whole._levels).max() <= 1
    whole._redraw()
    cut._range, cut._levels = whole._range, whole._levels
    cut._redraw()
    np.testing.assert_array_equal(shown(cut), shown(whole))
    assert cut.seconds == pytest.approx(7.3, abs=0.1)


def test_columns_drawn_one_by_one_are_those_of_a_picture_drawn_at_once():
    picture = RollingPicture(RATE_HZ, 8000, 5.0)
    picture.resize(500, 80)
    for start in range(0, 6 * RATE_HZ, 533):
        picture.push(noise(533 / RATE_HZ, seed=start))
    drawn = shown(picture).copy()
    picture._redraw()
    np.testing.assert_array_equal(shown(picture), drawn)


def test_the_newest_sound_is_at_the_right_and_low_tones_are_below():
    picture = RollingPicture(RATE_HZ, 8000, 5.0)
    picture.resize(500, 200)
    tone = 0.5 * np.sin(2 * np.pi * 300 * np.arange(RATE_HZ) / RATE_HZ).astype(np.float32)
    picture.push(np.concatenate([noise(4.0, level=1e-3), tone]))
    light = (shown(picture) & 0xFF) + (shown(picture) >> 8 & 0xFF) + (shown(picture) >> 16 & 0xFF)
    row = light[:, 450:490].mean(axis=1).argmax()
    assert row > 120
    assert light[row, 450:490].mean() > 3 * light[row, 50:350].mean()


def test_another_size_keeps_what_was_heard(qtbot):
    view = Spectrogram(5.0)
    qtbot.addWidget(view)
    view.resize(640, 300)
    view.show()
    view.begin(RATE_HZ, 8000)
    view.add(Tick(noise(5.0), 5.0, ()))
    view.resize(900, 420)
    qtbot.waitUntil(lambda: view.picture._width > 700)
    pixels = shown(view.picture)
    assert (pixels != pixels[0, 0]).mean() > 0.5
    view.set_span(30.0)
    pixels = shown(view.picture)
    assert len(np.unique(pixels[:, : pixels.shape[1] // 2])) == 1, "nothing was heard so long ago"


def test_more_than_a_view_at_once_is_drawn_too():
    picture = RollingPicture(RATE_HZ, 8000, 5.0)
    picture.resize(300, 50)
    picture.push(noise(130.0))
    assert len(np.unique(shown(picture))) > 20


def test_score_history_keeps_the_newest_however_long_it_runs():
    history = ScoreHistory(2)
    for number in range(40_000):
        history.add(number * 0.05, np.array([number % 2, 0.5], np.float32))
    times_s, scores = history.between(39_999 * 0.05 - 10.0, 39_999 * 0.05, most=50)
    assert times_s[-1] == pytest.approx(39_999 * 0.05)
    assert times_s[0] <= 39_999 * 0.05 - 9.0
    assert len(times_s) <= 102
    assert scores.shape == (len(times_s), 2)


def test_the_plot_draws_only_classes_that_have_something_to_say(qtbot):
    plot = ScoresPlot(10.0)
    qtbot.addWidget(plot)
    plot.resize(600, 200)
    plot.begin(("dog", "cat", "owl"), ("#e69f00", "#56b4e9", "#009e73"), (0.5, 0.5, 0.5))
    for step in range(20):
        plot.add(step * 0.25, np.array([0.9, 0.02, 0.2 if step == 3 else 0.0], np.float32))
    plot.move_to(5.0, ())
    assert plot.drawn == ("dog", "owl")
    plot.grab()
    plot.move_to(30.0, ())
    assert "owl" not in plot.drawn


def test_what_has_moved_on_the_screen_is_what_would_be_painted_anew(qtbot):
    view = Spectrogram(5.0)
    qtbot.addWidget(view)
    view.resize(700, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.begin(RATE_HZ, 8000)
    for number in range(80):  # 2.6 s: the colours adapt meanwhile
        view.add(Tick(noise(533 / RATE_HZ, level=0.01 * (1 + number % 7), seed=number), 0.033 * number, ()))
        if number % 3:
            QApplication.processEvents()
    QApplication.processEvents()
    on_screen = view.screen().grabWindow(view.winId()).toImage()
    assert on_screen.size() == view.size()
    painted = view.grab().toImage().convertToFormat(on_screen.format())
    assert on_screen == painted
