"""Measurements of a stretch against sounds of which the answers are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioclf_gui.audio import measurements
from audioclf_gui.audio.measurements import Measurements, Stretch, measured

RATE_HZ = 48_000
LIMITS = {"start_s", "end_s", "duration_s", "low_hz", "high_hz", "bandwidth_hz"}


def of(sound, *stretch, rate_hz=RATE_HZ):
    sound = np.asarray(sound, np.float32)
    return measured(lambda start, stop: sound[start:stop], rate_hz, len(sound), Stretch(*stretch))


def tone(hz, duration_s=1.0, amplitude=1.0, rate_hz=RATE_HZ):
    times_s = np.arange(round(duration_s * rate_hz)) / rate_hz
    return amplitude * np.sin(2 * np.pi * hz * times_s)


def noise(duration_s=1.0, amplitude=0.1, seed=1):
    return amplitude * np.random.default_rng(seed).standard_normal(round(duration_s * RATE_HZ))


def numbers(found: Measurements) -> dict[str, float]:
    """Those that the sound told, beside the limits that were given."""
    return {
        name: value
        for name in Measurements.__dataclass_fields__
        if name not in LIMITS and (value := getattr(found, name)) is not None
    }


def test_a_tone_is_where_it_is_and_as_loud_as_a_sine():
    found = of(tone(1234.5), 0.0, 1.0)
    assert found.peak_hz == pytest.approx(1234.5, abs=0.5)
    assert found.centre_hz == pytest.approx(1234.5, abs=1.0)
    assert found.rms_db == pytest.approx(-3.01, abs=0.01)
    assert found.peak_db == pytest.approx(0.0, abs=0.01)
    assert (found.time_5_s, found.time_95_s) == pytest.approx((0.05, 0.95), abs=1e-3)
    assert found.duration_90_s == pytest.approx(0.9, abs=2e-3)
    assert found.bandwidth_90_hz < 30.0, "two lines of a window of an eighth of it"
    assert found.snr_db is None, "nothing stands beside it"


def test_times_count_from_the_beginning_of_the_clip():
    sound = np.concatenate([np.zeros(RATE_HZ), tone(1000.0), np.zeros(RATE_HZ)])
    found = of(sound, 0.5, 2.5)
    assert (found.time_5_s, found.time_95_s) == pytest.approx((1.05, 1.95), abs=1e-3)


def test_two_tones_of_which_one_has_most_of_the_energy():
    weak, strong = np.sqrt(0.2), np.sqrt(0.8)
    found = of(tone(2000.0, amplitude=0.5 * weak) + tone(6000.0, amplitude=0.5 * strong), 0.0, 1.0)
    assert found.peak_hz == pytest.approx(6000.0, abs=1.0)
    assert found.centre_hz == pytest.approx(6000.0, abs=20.0)
    assert found.frequency_5_hz == pytest.approx(2000.0, abs=20.0)
    assert found.frequency_95_hz == pytest.approx(6000.0, abs=20.0)
    assert found.rms_db == pytest.approx(-3.01 - 6.02, abs=0.01)


def test_a_box_measures_what_is_in_it_and_nothing_beside_it():
    sound = tone(2000.0, amplitude=0.02) + tone(6000.0, amplitude=0.5)
    found = of(sound, 0.2, 0.8, 1000.0, 3000.0)
    assert found.peak_hz == pytest.approx(2000.0, abs=1.0)
    assert found.rms_db == pytest.approx(20 * np.log10(0.02) - 3.01, abs=0.05)
    assert found.peak_db == pytest.approx(20 * np.log10(0.02), abs=0.05)
    assert (found.low_hz, found.high_hz, found.bandwidth_hz) == (1000.0, 3000.0, 2000.0)


@pytest.mark.parametrize(("rate_hz", "duration_s", "from_hz", "to_hz"), [
    (48_000, 1.0, 1000.0, 9000.0),
    (375_000, 0.002, 120_000.0, 40_000.0),  # a bat's
])  # fmt: skip
def test_a_sweep_has_its_energy_evenly_in_time_and_frequency(rate_hz, duration_s, from_hz, to_hz):
    times_s = np.arange(round(duration_s * rate_hz)) / rate_hz
    phase = from_hz * times_s + (to_hz - from_hz) / (2 * duration_s) * times_s**2
    sound = np.sin(2 * np.pi * phase)
    found = of(sound, 0.0, duration_s, rate_hz=rate_hz)
    width_hz = abs(to_hz - from_hz)
    low_hz = min(from_hz, to_hz)
    assert found.centre_hz == pytest.approx(low_hz + 0.5 * width_hz, abs=0.01 * width_hz)
    assert found.frequency_5_hz == pytest.approx(low_hz + 0.05 * width_hz, abs=0.02 * width_hz)
    assert found.frequency_95_hz == pytest.approx(low_hz + 0.95 * width_hz, abs=0.02 * width_hz)
    assert found.duration_90_s == pytest.approx(0.9 * duration_s, rel=0.01)


def test_a_click_is_one_sample_long():
    sound = np.zeros(RATE_HZ)
    sound[12_000] = 0.5
    found = of(sound, 0.0, 1.0)
    assert found.time_5_s == pytest.approx(0.25, abs=1 / RATE_HZ)
    assert found.duration_90_s <= 1 / RATE_HZ
    assert found.peak_db == pytest.approx(-6.02, abs=0.01)
    assert found.centre_hz == pytest.approx(RATE_HZ / 4, rel=0.01)


def test_white_noise_lies_evenly_over_all_frequencies():
    found = of(noise(10.0), 0.0, 10.0)
    edges = (found.frequency_5_hz, found.centre_hz, found.frequency_95_hz)
    assert edges == pytest.approx((1200.0, 12_000.0, 22_800.0), rel=0.01)
    assert found.rms_db == pytest.approx(-20.0, abs=0.1)


def test_noise_in_a_band_has_that_share_of_its_power():
    found = of(noise(10.0), 0.0, 10.0, 6000.0, 12_000.0)
    assert found.rms_db == pytest.approx(-20.0 - 6.02, abs=0.2)
    assert found.centre_hz == pytest.approx(9000.0, abs=100.0)


@pytest.mark.parametrize("band", [(), (4000.0, 6000.0)])
def test_the_ratio_to_noise_is_that_of_what_was_mixed(band):
    sound = noise(5.0, 0.01)
    sound[2 * RATE_HZ : 3 * RATE_HZ] += tone(5000.0, amplitude=0.1)
    found = of(sound, 2.0, 3.0, *band)
    noise_power = 1e-4 * (2000.0 / 24_000.0 if band else 1.0)
    assert found.snr_db == pytest.approx(10 * np.log10(0.005 / noise_power), abs=0.3)


def test_the_quieter_side_is_the_noise():
    sound = noise(5.0, 0.01)
    sound[2 * RATE_HZ : 3 * RATE_HZ] += tone(5000.0, amplitude=0.1)
    sound[3 * RATE_HZ :] += tone(5000.0, 2.0, amplitude=0.3)
    assert of(sound, 2.0, 3.0).snr_db == pytest.approx(10 * np.log10(0.005 / 1e-4), abs=0.3)


def test_what_is_no_louder_than_its_surroundings_has_no_ratio():
    sound = noise(3.0)
    sound[RATE_HZ : 2 * RATE_HZ] *= 0.5
    assert of(sound, 1.0, 2.0).snr_db is None


def test_digital_silence_beside_a_sound_is_no_noise_to_compare_it_with():
    sound = np.concatenate([np.zeros(RATE_HZ), tone(1000.0), np.zeros(RATE_HZ)])
    assert of(sound, 1.0, 2.0).snr_db is None


@pytest.mark.parametrize(("sound", "stretch"), [
    (np.zeros(RATE_HZ), (0.0, 1.0)),
    (np.full(RATE_HZ, 0.25), (0.0, 1.0)),  # an offset is no sound
    (tone(1000.0), (0.2, 0.8, 5000.0, 6000.0)),  # a band that holds nothing
    (tone(1000.0), (0.2, 0.8, 30_000.0, 40_000.0)),  # or lies above all that the file can hold
    (tone(1000.0), (0.5, 0.5)),
    (tone(1000.0), (0.5, 0.500001)),  # between two samples
    (tone(1000.0), (0.5, 0.51, 990.0, 1010.0)),  # narrower than 10 ms can tell
    (tone(1000.0), (1.5, 2.0)),  # after the end
])  # fmt: skip
def test_where_there_is_nothing_to_measure_there_is_no_number(sound, stretch):
    found = of(sound, *stretch)
    assert numbers(found) == {}
    assert (found.start_s, found.end_s) == stretch[:2]


def test_a_stretch_shorter_than_a_window_is_measured_as_a_whole():
    found = of(tone(3000.0), 0.5, 0.51)
    assert found.peak_hz == pytest.approx(3000.0, abs=10.0)
    assert found.rms_db == pytest.approx(-3.01, abs=0.05)


def test_a_few_samples_have_a_level_and_no_frequency():
    found = of(tone(3000.0), 0.5, 0.5 + 10 / RATE_HZ)
    assert set(numbers(found)) >= {"rms_db", "peak_db", "time_5_s"}
    assert found.peak_hz is None
    assert found.centre_hz is None


def test_an_offset_changes_nothing():
    sound = noise(2.0, 0.01) + tone(1000.0, 2.0, 0.1)
    plain, offset = of(sound, 0.5, 1.5), of(sound + 0.5, 0.5, 1.5)
    assert numbers(offset) == pytest.approx(numbers(plain), rel=1e-3)


@pytest.mark.parametrize("band", [(), (4000.0, 6000.0)])
def test_sound_is_measured_alike_in_blocks_of_any_size(monkeypatch, band):
    sound = noise(2.0, 0.01) + tone(5000.0, 2.0, 0.1)
    whole = of(sound, 0.5, 1.7, *band)
    monkeypatch.setattr(measurements, "_BLOCK", 7001)
    assert numbers(of(sound, 0.5, 1.7, *band)) == pytest.approx(numbers(whole), rel=1e-4)


def test_an_unknown_edge_of_a_band_is_open():
    sound = tone(1000.0, amplitude=0.5) + tone(9000.0, amplitude=0.1)
    found = of(sound, 0.2, 0.8, 5000.0, None)
    assert found.peak_hz == pytest.approx(9000.0, abs=1.0)
    assert (found.low_hz, found.high_hz, found.bandwidth_hz) == (5000.0, None, None)


@given(
    seed=st.integers(0, 2**16),
    frames=st.integers(0, 3000),
    edges_s=st.tuples(st.floats(0.0, 0.5), st.floats(0.0, 0.5)),
    band=st.one_of(
        st.just(()), st.tuples(st.none() | st.floats(0.0, 6000.0), st.none() | st.floats(0.0, 6000.0))
    ),
    power=st.integers(-12, 3),
)
@settings(max_examples=60)
def test_whatever_is_measured_lies_within_its_limits(seed, frames, edges_s, band, power):
    rate_hz = 8000
    sound = np.random.default_rng(seed).standard_normal(frames) * 10.0**power
    start_s, end_s = sorted(edges_s)
    found = of(sound, start_s, end_s, *band, rate_hz=rate_hz)
    told = numbers(found)
    assert all(np.isfinite(list(told.values())))
    low_hz, high_hz = ((*band, None, None))[:2]
    floor_hz, ceiling_hz = low_hz or 0.0, min(4000.0, 4000.0 if high_hz is None else high_hz)
    for name in ("frequency_5_hz", "centre_hz", "frequency_95_hz", "peak_hz"):
        assert floor_hz <= told.get(name, floor_hz) <= max(ceiling_hz, floor_hz), name
    if "time_5_s" in told:
        one_frame_s = 1 / rate_hz
        assert start_s - one_frame_s <= told["time_5_s"] <= told["time_95_s"] <= end_s + one_frame_s
        assert told["rms_db"] <= told["peak_db"] + 1e-6
    if "centre_hz" in told:
        assert told["frequency_5_hz"] <= told["centre_hz"] <= told["frequency_95_hz"]
