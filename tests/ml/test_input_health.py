"""What is wrong with the input is said in words, and nothing is said of a good one."""

import numpy as np
import pytest

from audioclf_gui.ml.input_health import InputMeter

RATE_HZ = 16000
TIME_S = np.arange(RATE_HZ) / RATE_HZ
NOISE = np.random.default_rng(2).standard_normal(RATE_HZ)


def mains(frequency_hz):
    return sum(np.sin(2 * np.pi * frequency_hz * order * TIME_S) / order for order in (1, 2, 3, 5))


def problems(sound):
    reports = InputMeter(RATE_HZ, silence_db=-60.0).push(np.asarray(sound, np.float32))
    assert len(reports) == 2
    return " ".join(str(problem) for report in reports for problem in report.problems)


@pytest.mark.parametrize(
    ("sound", "word"),
    [
        pytest.param(np.zeros(RATE_HZ), "permission", id="all zeros"),
        pytest.param(1e-4 * NOISE, "Silence", id="next to nothing"),
        pytest.param(np.clip(3.0 * NOISE, -1, 1), "Too loud", id="clipped"),
        pytest.param(0.1 * mains(50) + 0.005 * NOISE, "50 Hz", id="hum in Europe"),
        pytest.param(0.1 * mains(60) + 0.005 * NOISE, "60 Hz", id="hum in America"),
        pytest.param(0.05 * NOISE + 0.2, "offset", id="offset"),
    ],
)
def test_a_bad_input_is_described(sound, word):
    assert word in problems(sound)


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(0.05 * NOISE, id="noise"),
        pytest.param(0.3 * np.sin(2 * np.pi * 440 * TIME_S), id="a tone"),
        pytest.param(0.3 * np.sin(2 * np.pi * 300 * TIME_S), id="a tone at a harmonic of both mains"),
        pytest.param(0.05 * NOISE + 0.02 * mains(50), id="a little hum"),
    ],
)
def test_nothing_is_said_of_a_good_input(sound):
    assert problems(sound) == ""


def test_reports_come_every_half_second_with_levels():
    meter = InputMeter(RATE_HZ, silence_db=-60.0)
    tone = (0.5 * np.sin(2 * np.pi * 440 * np.arange(20_000) / RATE_HZ)).astype(np.float32)
    reports = [report for start in range(0, 20_000, 777) for report in meter.push(tone[start : start + 777])]
    assert [report.time_s for report in reports] == [0.5, 1.0]
    assert reports[0].peak_db == pytest.approx(-6.02, abs=0.1)
    assert reports[0].level_db == pytest.approx(-9.03, abs=0.1)


@pytest.mark.parametrize(("lost", "words"), [(1600, "100 ms of sound got lost"), (0, "Some sound got lost")])
def test_lost_sound_is_reported_once(lost, words):
    meter = InputMeter(RATE_HZ, silence_db=-60.0)
    meter.push(np.full(4000, 0.1, np.float32))
    meter.gap(lost)
    first, second = meter.push((0.05 * NOISE).astype(np.float32))
    assert words in str(first.problems[0])
    assert second.problems == ()
    assert first.time_s == pytest.approx((4000 + lost + 8000) / RATE_HZ)


def test_a_device_that_delivers_nothing_is_named():
    assert "still connected" in str(InputMeter(RATE_HZ, silence_db=-60.0).stalled().problems[0])
