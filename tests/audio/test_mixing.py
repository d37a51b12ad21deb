"""Mixtures as they sound: levels, rooms, noise, and when each event is heard."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.mixing import rendered, sounding_part
from audioclf_gui.audio.noises import SLOPES, noise
from audioclf_gui.audio.rooms import heard_in, room_response
from audioclf_gui.core.mixtures import (
    LEVEL_DB,
    Background,
    BackgroundSource,
    MixturePlan,
    PlacedBackground,
    PlacedEvent,
    Placement,
    SoundSource,
    Subset,
)

RATE_HZ = 8000


def event(at_s: float, seconds: float = 0.5, **how) -> PlacedEvent:
    source = SoundSource("key", Path("tone.wav"), 0.0, seconds, ("owl",), "here", RATE_HZ)
    facts = {"gain_db": 0.0, "speed": 1.0, "rt60_s": 0.0, "seed": 1, **how}
    return PlacedEvent(source, 0.0, seconds, at_s, **facts)


def plan(*events: PlacedEvent, background: PlacedBackground | None = None, **how) -> MixturePlan:
    facts = {"length_s": 2.0, "rate_hz": RATE_HZ, "placement": Placement.OVERLAPPING, "peak_db": -1.0, **how}
    return MixturePlan(Subset.TRAIN, 1, events=events, background=background, **facts)


def tone(_path: Path, _rate_hz: int, start_s: float, stop_s: float) -> np.ndarray:
    """A file that holds a tone of 500 Hz all the time."""
    return (0.3 * np.sin(2 * np.pi * 500 * np.arange(round((stop_s - start_s) * RATE_HZ)) / RATE_HZ)).astype(
        np.float32
    )


def level_db(samples: np.ndarray) -> float:
    return 10 * math.log10(np.square(samples, dtype=np.float64).mean())


@given(
    st.lists(st.tuples(st.floats(0.0, 1.5), st.floats(-10, 10), st.sampled_from((0.0, 0.3)))),
    st.floats(-20.0, 40.0),
    st.sampled_from(["white", "pink", "brown"]),
    st.floats(-20.0, 0.0),
)
def test_the_background_is_as_far_below_the_events_as_was_asked_and_nothing_clips(
    placed, snr_db, colour, peak_db
):
    events = [event(at_s, gain_db=gain_db, rt60_s=rt60_s) for at_s, gain_db, rt60_s in placed]
    behind = PlacedBackground(Background(colour), snr_db, 7)
    full = rendered(plan(*events, background=behind, peak_db=0.0), tone)
    mixed = rendered(plan(*events, background=behind, peak_db=peak_db), tone)
    assert np.abs(mixed.samples).max() <= 10 ** (peak_db / 20) + 1e-7
    assert full.snr_db == mixed.snr_db
    if not events:
        assert mixed.snr_db is None
        return
    dry = rendered(plan(*events, peak_db=0.0), tone)
    if dry.lowered_db or full.lowered_db:
        return
    sounding = np.zeros(2 * RATE_HZ, bool)
    for start_s, stop_s in dry.spans_s:
        sounding[round(start_s * RATE_HZ) : round(stop_s * RATE_HZ)] = True
    measured_db = level_db(dry.samples[sounding]) - level_db(full.samples - dry.samples)
    assert measured_db == pytest.approx(snr_db, abs=0.1)
    assert full.snr_db == pytest.approx(snr_db, abs=0.1)


def test_an_event_sounds_where_and_as_loud_as_planned():
    mixed = rendered(plan(event(0.5, gain_db=-6.0)), tone)
    assert mixed.spans_s == ((pytest.approx(0.5, abs=0.011), pytest.approx(1.0, abs=0.011)),)
    start, stop = (round(second * RATE_HZ) for second in mixed.spans_s[0])
    assert level_db(mixed.samples[start:stop]) == pytest.approx(LEVEL_DB - 6.0, abs=0.01)
    assert not mixed.samples[: start - 100].any()
    assert not mixed.samples[stop + 100 :].any()


def test_silence_around_a_sound_is_not_labelled():
    def padded(path, rate_hz, start_s, stop_s):
        sound = tone(path, rate_hz, start_s, stop_s)
        sound[: RATE_HZ // 10] = sound[-RATE_HZ // 5 :] = 0.0
        return sound

    mixed = rendered(plan(event(0.5, 1.0)), padded)
    assert mixed.spans_s == ((pytest.approx(0.6, abs=0.011), pytest.approx(1.3, abs=0.011)),)


def test_a_silent_sound_has_no_label_and_harms_nothing():
    behind = PlacedBackground(Background.WHITE, 10.0, 1)
    mixed = rendered(plan(event(0.5), background=behind), lambda *_: np.zeros(RATE_HZ // 2, np.float32))
    assert mixed.spans_s == (None,)
    assert mixed.snr_db is None
    assert np.isfinite(mixed.samples).all()


def test_speed_shortens_and_raises():
    mixed = rendered(plan(event(0.0, 1.0, speed=2.0)), tone)
    assert mixed.spans_s[0][1] == pytest.approx(0.5, abs=0.011)
    spectrum = np.abs(np.fft.rfft(mixed.samples[: RATE_HZ // 2]))
    assert spectrum.argmax() * 2 == pytest.approx(1000, abs=4)


def test_a_plan_sounds_the_same_every_time():
    made = plan(event(0.2, rt60_s=0.3), background=PlacedBackground(Background.PINK, 10.0, 3))
    assert np.array_equal(rendered(made, tone).samples, rendered(made, tone).samples)
    other = replace(made, events=(event(0.2, rt60_s=0.3, seed=2),))
    assert not np.array_equal(rendered(made, tone).samples, rendered(other, tone).samples)


@pytest.mark.parametrize("rt60_s", [0.2, 0.8, 2.0])
def test_the_echo_of_a_room_falls_by_60_db_in_its_time(rt60_s):
    """By Schroeder's backward integration, from 5 to 25 dB below the beginning, as ISO 3382 has T20."""
    response = room_response(rt60_s, 16_000, np.random.default_rng(1))[400:].astype(np.float64)
    left_db = 10 * np.log10(np.cumsum(np.square(response)[::-1])[::-1])
    left_db -= left_db[0]
    begin, end = (int(np.argmax(left_db < level)) for level in (-5, -25))
    assert 3 * (end - begin) / 16_000 == pytest.approx(rt60_s, rel=0.08)


@pytest.mark.parametrize("rt60_s", [0.0, 0.001, 0.5])
def test_a_room_leaves_noise_as_loud_as_it_is(rt60_s):
    rng = np.random.default_rng(2)
    dry = rng.standard_normal(RATE_HZ * 4, np.float32)
    wet = heard_in(room_response(rt60_s, RATE_HZ, rng), dry)
    assert level_db(wet[RATE_HZ : 3 * RATE_HZ]) == pytest.approx(0.0, abs=0.5)


@pytest.mark.parametrize("colour", SLOPES)
def test_noise_falls_by_its_decibels_an_octave(colour):
    made = noise(colour, 2**17, 16_000, np.random.default_rng(3))
    power = np.square(np.abs(np.fft.rfft(made)))
    octaves = [
        power[round(low * 2**17 / 16_000) : round(2 * low * 2**17 / 16_000)].mean()
        for low in (100, 200, 400, 800, 1600, 3200)
    ]
    slope_db = np.polyfit(range(6), 10 * np.log10(octaves), 1)[0]
    assert slope_db == pytest.approx(-10 * math.log10(2) * SLOPES[colour], abs=0.3)
    assert level_db(made) == pytest.approx(0.0, abs=0.01)


def test_a_background_that_is_too_short_goes_on_with_itself():
    behind = BackgroundSource("rain", Path("rain.wav"), 0.7, RATE_HZ)
    made = plan(event(0.0), background=PlacedBackground(Background.FILES, 0.0, 1, behind), length_s=5.0)
    rain = np.random.default_rng(5).standard_normal(round(0.7 * RATE_HZ)).astype(np.float32) * 0.1

    def read(path, rate_hz, start_s, stop_s):
        return rain if path.name == "rain.wav" else tone(path, rate_hz, start_s, stop_s)

    samples = rendered(made, read).samples
    levels_db = [level_db(part) for part in samples[RATE_HZ:].reshape(-1, RATE_HZ // 20)]
    assert max(levels_db) - min(levels_db) < 3.0


@given(st.integers(0, 3000), st.integers(1000, 3000), st.integers(0, 3000), st.sampled_from((0.0, 0.01)))
def test_the_sounding_part_is_found_to_a_hundredth_of_a_second(before, frames, after, noise_level):
    rng = np.random.default_rng(frames)
    samples = np.concatenate((np.zeros(before), np.full(frames, 0.1), np.zeros(after)))
    samples += noise_level * rng.standard_normal(len(samples))
    part = sounding_part(samples.astype(np.float32), RATE_HZ)
    assert abs(part.start - before) < 80
    assert abs(part.stop - before - frames) < 80


def test_a_sound_that_never_pauses_sounds_from_its_start_to_its_end():
    rng = np.random.default_rng(4)
    rain = rng.standard_normal(RATE_HZ).astype(np.float32) * np.linspace(0.5, 1.0, RATE_HZ, dtype=np.float32)
    rain[::900] *= 6.0  # near drops
    assert sounding_part(rain, RATE_HZ) == slice(0, RATE_HZ)
