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


def test_zeros_of_a_file_are_silence_and_nobodys_fault():
    reports = InputMeter(RATE_HZ, silence_db=-60.0, is_file=True).push(np.zeros(RATE_HZ, np.float32))
    said = [str(problem) for report in reports for problem in report.problems]
    assert len(said) == 2
    assert all(one.startswith("Silence: peaks of -120.0 dBFS") for one in said)


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


STEREO = pytest.mark.parametrize(
    ("left", "right", "channel", "said"),
    [
        pytest.param(1.0, 0.0, None, "Channel 2 is dead, channel 1 is not", id="a dead one"),
        pytest.param(0.0, 1.0, 1, "Channel 1, which is listened to, carries no sound", id="the dead one"),
        pytest.param(1.0, -1.0, None, "Channel 2 is channel 1 inverted", id="crossed wires"),
        pytest.param(1.0, -0.8, 2, "Channel 2 is channel 1 inverted.", id="crossed, one is heard"),
        pytest.param(1.0, 1.0, None, "", id="twice the same"),
        pytest.param(1.0, 0.01, None, "", id="a quiet one"),
        pytest.param(1e-4, 0.0, None, "Silence: peaks", id="silence"),
    ],
)


@STEREO
def test_channels_that_are_dead_or_inverted_are_named_as_such(left, right, channel, said):
    meter = InputMeter(RATE_HZ, silence_db=-90.0, channel=channel)
    sound = 0.1 * np.stack([left * NOISE, right * NOISE], axis=1).astype(np.float32)
    meter.channels.push(sound[: RATE_HZ // 2])
    heard = sound[: RATE_HZ // 2, 0 if channel is None else channel - 1]
    (report,) = meter.push(heard)
    text = " ".join(map(str, report.problems))
    assert said in text
    assert bool(text) == bool(said)
    assert ("Channel" in text) == said.startswith("Channel")
    assert "permission" not in text
    meter.channels.push(0.1 * np.stack([NOISE, np.roll(NOISE, 999)], axis=1).astype(np.float32))
    assert meter.push((0.1 * NOISE[: RATE_HZ // 2]).astype(np.float32))[0].problems == ()


def test_the_numbers_are_those_of_the_report():
    loud = np.clip(3.0 * NOISE, -1, 1)
    assert "% of the sound is cut off at 0.0 dBFS" in problems(loud)
    meter = InputMeter(RATE_HZ, silence_db=-60.0)
    report = meter.push((1e-4 * NOISE).astype(np.float32))[0]
    assert f"peaks of {report.peak_db:.1f} dBFS, in the mean {report.level_db:.1f} dBFS" in str(
        report.problems[0]
    )


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
    assert [words in str(problem) for problem in first.problems] == [True]
    assert second.problems == ()
    assert first.time_s == pytest.approx((4000 + lost + 8000) / RATE_HZ)


def test_a_device_that_delivers_nothing_is_named():
    meter = InputMeter(RATE_HZ, silence_db=-60.0)
    meter.push(np.zeros(RATE_HZ, np.float32))
    report = meter.stalled()
    assert (report.time_s, report.level_db, report.peak_db) == (1.0, -120.0, -120.0)
    assert "still connected" in str(report.problems[0])


def tones(**powers):
    """Tones of the given power at frequencies called `hz_50`, together as strong as a tone of 0.1."""
    return sum(
        0.1 * np.sqrt(power) * np.sin(2 * np.pi * float(name.removeprefix("hz_")) * TIME_S)
        for name, power in powers.items()
    )


@pytest.mark.parametrize(
    ("powers", "said"),
    [
        pytest.param({"hz_50": 0.62, "hz_1000": 0.38}, "50 Hz", id="most of the power"),
        pytest.param({"hz_50": 0.58, "hz_1000": 0.42}, "", id="not quite most"),
        pytest.param({"hz_60": 0.12, "hz_180": 0.88}, "60 Hz", id="a fundamental of a tenth"),
        pytest.param({"hz_60": 0.08, "hz_180": 0.92}, "", id="a weaker fundamental"),
        pytest.param({"hz_50": 0.3, "hz_300": 0.4, "hz_1000": 0.3}, "50 Hz", id="the sixth harmonic counts"),
        pytest.param({"hz_50": 0.3, "hz_350": 0.4, "hz_1000": 0.3}, "", id="the seventh does not"),
        pytest.param({"hz_51": 1.0}, "50 Hz", id="a mains frequency that is off"),
        pytest.param({"hz_54": 1.0}, "50 Hz", id="as far off as two bins"),
        pytest.param({"hz_45": 1.0}, "", id="another frequency"),
    ],
)
def test_hum_is_most_of_the_power_in_a_mains_frequency_and_its_harmonics(powers, said):
    found = problems(tones(**powers))
    assert said in found
    assert ("hum" in found) == bool(said)


@pytest.mark.parametrize(("rate_hz", "is_heard"), [(1000, True), (998, False)])
def test_hum_is_not_looked_for_where_its_harmonics_do_not_fit(rate_hz, is_heard):
    sound = 0.1 * np.sin(2 * np.pi * 50 * np.arange(rate_hz // 2) / rate_hz)
    (report,) = InputMeter(rate_hz, silence_db=-60.0).push(sound.astype(np.float32))
    assert bool(report.problems) == is_heard


@pytest.mark.parametrize(("peaks", "height", "said"), [(8, 1.0, ""), (9, -1.0, "Too loud"), (9, 0.9985, "")])
def test_more_than_a_thousandth_of_full_scale_is_too_loud(peaks, height, said):
    sound = 0.05 * NOISE
    sound[:peaks] = height
    sound[peaks : 2 * peaks] = -0.9 * height  # no offset
    assert problems(sound).startswith(said)
    assert bool(problems(sound)) == bool(said)


@pytest.mark.parametrize(
    ("offset", "said"), [(0.021, "offset of +2 %"), (-0.03, "offset of -3 %"), (0.019, "")]
)
def test_an_offset_of_more_than_two_hundredths_is_told_with_its_sign(offset, said):
    tone = 0.3 * np.sin(2 * np.pi * 440 * TIME_S)
    found = problems(tone + offset)
    assert said in found
    assert bool(found) == bool(said)


@pytest.mark.parametrize(("level_db", "said"), [(-59.5, ""), (-60.5, "nothing is classified below -60 dBFS")])
def test_silence_is_what_is_below_its_level_whatever_the_offset(level_db, said):
    tone = np.sqrt(2.0) * 10.0 ** (level_db / 20.0) * np.sin(2 * np.pi * 440 * TIME_S)
    found = problems(tone + 0.01)
    assert said in found
    assert bool(found) == bool(said)


@pytest.mark.parametrize("silence_db", [-60.0, -120.0, -300.0])
def test_a_constant_input_of_which_nothing_moves_is_described(silence_db):
    (report, _second) = InputMeter(RATE_HZ, silence_db).push(np.full(RATE_HZ, 0.5, np.float32))
    assert "offset" in str(report.problems[0])
