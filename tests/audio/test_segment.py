import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.find_presets import FIND_PRESETS
from audioclf_gui.audio.segment import (
    PageSettings,
    SegmentSettings,
    find_settings_from_json,
    find_settings_to_json,
    find_sounds,
    pages,
    spans,
)
from audioclf_gui.audio.sound_levels import step_levels

RATE_HZ = 8000


def bursts(*spans_s, seconds=12.0, level=0.5):
    sound = np.random.default_rng(0).uniform(-0.001, 0.001, round(seconds * RATE_HZ)).astype(np.float32)
    for start_s, end_s in spans_s:
        place = np.arange(round(start_s * RATE_HZ), round(end_s * RATE_HZ))
        sound[place] += level * np.sin(place * 1.1).astype(np.float32)
    return sound


def found(tmp_path, sound, **changes):
    write_wav(tmp_path / "take.wav", sound, RATE_HZ)
    return [
        pytest.approx(span, abs=0.011)
        for span in find_sounds(tmp_path / "take.wav", SegmentSettings(**changes))
    ]


def test_sounds_between_silences_are_found_to_the_step(tmp_path):
    given_spans = [(1.0, 2.5), (4.0, 4.2), (9.0, 12.0)]
    assert given_spans == found(tmp_path, bursts(*given_spans))


def test_a_pause_shorter_than_the_silence_asked_for_belongs_to_the_sound(tmp_path):
    sound = bursts((1.0, 1.5), (2.0, 2.5), (4.0, 4.5))
    assert found(tmp_path, sound) == [(1.0, 2.5), (4.0, 4.5)]
    assert found(tmp_path, sound, min_silence_s=0.3) == [(1.0, 1.5), (2.0, 2.5), (4.0, 4.5)]


def test_quiet_and_short_sounds_can_be_left_out(tmp_path):
    sound = bursts((1.0, 1.05), (4.0, 5.0)) + bursts((7.0, 8.0), level=0.01)
    assert found(tmp_path, sound) == [(1.0, 1.05), (4.0, 5.0)]
    assert found(tmp_path, sound, min_sound_s=0.2) == [(4.0, 5.0)]
    assert found(tmp_path, sound, threshold_db=-45.0, min_sound_s=0.2) == [(4.0, 5.0), (7.0, 8.0)]


def test_lead_and_trail_reach_into_silence_only(tmp_path):
    sound = bursts((0.2, 1.0), (2.2, 3.0), (11.8, 12.0))
    spans_found = found(tmp_path, sound, lead_s=0.5, trail_s=0.9)
    assert spans_found == [(0.0, 1.9), (1.9, 3.9), (11.3, 12.0)]


def test_the_average_level_ignores_a_click(tmp_path):
    sound = bursts((4.0, 5.0))
    sound[RATE_HZ] = 0.2
    assert found(tmp_path, sound) == [(1.0, 1.01), (4.0, 5.0)]
    assert found(tmp_path, sound, measure="rms") == [(4.0, 5.0)]


def test_silence_and_nothing_hold_no_sound(tmp_path):
    assert found(tmp_path, bursts()) == []
    assert found(tmp_path, bursts(seconds=0.0)) == []


@given(
    levels_db=st.lists(st.floats(-60, 0), max_size=200),
    min_silence_s=st.floats(0, 0.5),
    min_sound_s=st.floats(0, 0.2),
    lead_s=st.floats(0, 0.3),
    trail_s=st.floats(0, 0.3),
)
def test_spans_are_ordered_apart_and_hold_every_loud_step(
    levels_db, min_silence_s, min_sound_s, lead_s, trail_s
):
    settings = SegmentSettings(-30.0, "peak", 0.01, min_silence_s, min_sound_s, lead_s, trail_s)
    duration_s = len(levels_db) * 0.01
    result = list(spans(levels_db, 0.01, duration_s, settings))
    edges = [edge for span in result for edge in span]
    assert edges == sorted(edges)
    assert all(0.0 <= start_s < end_s <= duration_s for start_s, end_s in result)
    if not min_sound_s:
        loud = [step * 0.01 + 0.005 for step, level_db in enumerate(levels_db) if level_db > -30.0]
        assert all(any(start_s < middle_s < end_s for start_s, end_s in result) for middle_s in loud)


@pytest.mark.parametrize(
    "wrong",
    [
        {"step_s": 0.0},
        {"step_s": math.inf},
        {"min_silence_s": -1.0},
        {"min_silence_s": math.inf},
        {"threshold_db": math.nan},
    ],
)
def test_settings_without_meaning_are_refused(wrong):
    with pytest.raises(ValueError, match="cannot be found"):
        SegmentSettings(**wrong)


def steps(levels_db, **changes):
    """Spans in steps of a second of levels that are given, each sound being louder than -30 dB."""
    settings = SegmentSettings(step_s=1.0, **({"min_silence_s": 2.0} | changes))
    return list(spans(levels_db, 1.0, float(len(levels_db)), settings))


LOUD, QUIET = -10.0, -50.0


def test_a_step_exactly_at_the_threshold_is_quiet():
    assert steps([-30.0, -29.9, -30.0]) == [(1.0, 2.0)]


def test_a_silence_exactly_as_long_as_asked_for_parts_two_sounds():
    assert steps([LOUD, QUIET, LOUD, QUIET, QUIET, LOUD]) == [(0.0, 3.0), (5.0, 6.0)]


def test_a_sound_exactly_as_long_as_asked_for_is_kept():
    levels = [QUIET, LOUD, LOUD, QUIET, QUIET, LOUD]
    assert steps(levels, min_sound_s=2.0) == [(1.0, 3.0)]
    assert steps(levels, min_sound_s=1.0) == [(1.0, 3.0), (5.0, 6.0)]


def test_the_trail_goes_before_the_lead_and_both_end_at_the_other_sound_or_the_edge():
    levels = [QUIET, LOUD, QUIET, QUIET, QUIET, LOUD, QUIET]
    assert steps(levels, lead_s=2.0, trail_s=2.0) == [(0.0, 4.0), (4.0, 7.0)]
    assert steps(levels, lead_s=0.5) == [(0.5, 2.0), (4.5, 6.0)]
    assert steps(levels, trail_s=9.0) == [(1.0, 5.0), (5.0, 7.0)]


def test_a_sound_in_the_last_part_of_a_step_ends_with_the_recording():
    settings = SegmentSettings(step_s=1.0)
    assert list(spans([QUIET, LOUD], 1.0, 1.25, settings)) == [(1.0, 1.25)]
    settings = SegmentSettings(step_s=1.0, min_sound_s=0.5)
    assert list(spans([QUIET, LOUD], 1.0, 1.25, settings)) == []


@pytest.mark.parametrize("offsets", [(0.4,), (0.4, -0.2)])
def test_a_constant_offset_is_no_sound(tmp_path, offsets):
    given_spans = [(1.0, 2.5), (4.0, 4.2), (40.0, 60.0)]
    sound = bursts(*given_spans, seconds=70.0)[:, None] + np.float32(offsets)
    assert found(tmp_path, sound) == given_spans
    assert found(tmp_path, bursts() + np.float32(0.4), threshold_db=-50.0) == []


def test_what_stands_out_of_rising_noise_is_found_wherever_it_is(tmp_path):
    """Noise that grows by 30 dB: no threshold in dBFS would do."""
    seconds = 60.0
    noise = np.random.default_rng(1).standard_normal(round(seconds * RATE_HZ)).astype(np.float32)
    noise *= 10.0 ** (np.linspace(-70, -40, len(noise)) / 20)
    sound = noise.copy()
    given_spans = [(5.0, 6.0), (30.0, 30.5), (55.0, 56.0)]
    for start_s, end_s in given_spans:
        place = np.arange(round(start_s * RATE_HZ), round(end_s * RATE_HZ))
        sound[place] *= 10.0
    settings = {"threshold_db": 10.0, "measure": "rms", "over_floor": True}
    assert given_spans == found(tmp_path, sound, **settings)
    assert found(tmp_path, noise, **settings) == []


def test_silence_in_a_padded_clip_does_not_make_its_noise_a_sound(tmp_path):
    sound = bursts((4.0, 5.0))
    sound[: 2 * RATE_HZ] = sound[-5 * RATE_HZ :] = 0.0
    settings = {"threshold_db": 12.0, "measure": "rms", "over_floor": True}
    assert found(tmp_path, sound, **settings) == [(4.0, 5.0)]


def tone(frequency_hz, start_s, end_s, seconds=6.0, level=0.2):
    times = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    inside = (times >= start_s) & (times < end_s)
    return (level * np.sin(2 * np.pi * frequency_hz * times) * inside).astype(np.float32)


@pytest.mark.parametrize("measure", ["peak", "rms", "flux"])
def test_only_sounds_of_the_band_are_found(tmp_path, measure):
    sound = tone(300, 1.0, 2.0) + tone(2500, 4.0, 4.3)
    settings = {"measure": measure, "min_silence_s": 1.5}
    whole = find_all(tmp_path, sound, **settings)
    assert len(whole) == 2
    (start_s, end_s) = find_all(tmp_path, sound, low_hz=2000.0, high_hz=3000.0, **settings)[0]
    assert (start_s, end_s) == (pytest.approx(4.0, abs=0.05), pytest.approx(4.3, abs=0.05))
    low = find_all(tmp_path, sound, high_hz=1000.0, **settings)
    assert len(low) == 1
    assert low[0] == (pytest.approx(1.0, abs=0.05), pytest.approx(2.0, abs=0.05))


def find_all(tmp_path, sound, **changes):
    write_wav(tmp_path / "take.wav", sound, RATE_HZ)
    return list(find_sounds(tmp_path / "take.wav", SegmentSettings(**changes)))


def test_flux_hears_what_breaks_in_on_a_hum_that_is_louder(tmp_path):
    sound = tone(150, 0.0, 6.0, level=0.5) + tone(2500, 3.0, 3.2, level=0.05)
    settings = {"threshold_db": -40.0, "min_silence_s": 0.3}
    assert len(find_all(tmp_path, sound, measure="rms", **settings)) == 1  # all of it
    spans_found = find_all(tmp_path, sound, measure="flux", **settings)
    (knock,) = [span for span in spans_found if 0.1 < span[0] < 5.9]  # it begins and ends, too
    assert knock == (pytest.approx(3.0, abs=0.03), pytest.approx(3.2, abs=0.03))


@pytest.mark.parametrize("measure", ["rms", "flux"])
def test_levels_are_those_of_a_sine_and_do_not_depend_on_blocks(tmp_path, measure, monkeypatch):
    sound = tone(1000, 1.0, 5.0)[:-3]
    write_wav(tmp_path / "take.wav", np.stack([0.1 * sound, sound], axis=1), RATE_HZ)

    def levels():
        parts = step_levels(tmp_path / "take.wav", measure, 0.01, (500.0, 2000.0))
        return np.concatenate(list(parts))

    whole = levels()
    assert len(whole) == 600
    if measure == "rms":
        np.testing.assert_allclose(whole[150:450], 20 * np.log10(0.2) - 3.01, atol=0.2)
    else:
        assert whole[150:450].max() < -60
        assert whole[[99, 100, 101]].max() > -30
    monkeypatch.setattr("audioclf_gui.audio.sound_levels._BLOCK_SAMPLES", 700)
    np.testing.assert_allclose(levels(), whole, atol=0.01)


@pytest.mark.parametrize(
    ("seconds", "settings", "starts"),
    [
        (10.0, PageSettings(3.0, 3.0), [0.0, 3.0, 6.0]),
        (9.0, PageSettings(3.0, 3.0), [0.0, 3.0, 6.0]),
        (4.0, PageSettings(3.0, 0.5), [0.0, 0.5, 1.0]),
        (10.0, PageSettings(1.0, 4.0), [0.0, 4.0, 8.0]),
    ],
)
def test_windows_are_whole_and_as_far_apart_as_wished(tmp_path, seconds, settings, starts):
    write_wav(tmp_path / "take.wav", bursts(seconds=seconds), RATE_HZ)
    windows = list(find_sounds(tmp_path / "take.wav", settings))
    assert windows == [(start_s, start_s + settings.length_s) for start_s in starts]


def test_a_clip_shorter_than_a_window_is_one(tmp_path):
    assert list(pages(2.0, PageSettings())) == [(0.0, 2.0)]
    assert list(pages(0.0, PageSettings())) == []


@pytest.mark.parametrize("wrong", [(0.0, 1.0), (1.0, 0.0), (float("nan"), 1.0), (float("inf"), 1.0)])
def test_windows_without_length_are_refused(wrong):
    with pytest.raises(ValueError, match="no windows"):
        PageSettings(*wrong)


def test_a_band_that_a_recording_does_not_reach_holds_nothing(tmp_path):
    assert find_all(tmp_path, bursts((1.0, 2.0)), low_hz=15_000.0) == []


@pytest.mark.parametrize(
    "wrong", [{"low_hz": 5.0, "high_hz": 5.0}, {"low_hz": -1.0}, {"measure": "loud"}, {"over_floor": True}]
)
def test_a_band_that_is_none_is_refused(wrong):
    with pytest.raises(ValueError, match="cannot be found"):
        SegmentSettings(**wrong)


def overlaps(one, other):
    return one[0] < other[1] and other[0] < one[1]


def test_every_syllable_of_the_finches_is_in_a_song_that_is_found(shared_data):
    folder = shared_data / "long-recordings" / "bengalese-finch-session"
    songs = list(find_sounds(folder / "finch_session.ogg", FIND_PRESETS["birds"].settings))
    lines = (folder / "finch_session.labels.txt").read_text().splitlines()
    syllables = [tuple(map(float, line.split()[:2])) for line in lines]
    missed = [one for one in syllables if not any(overlaps(one, song) for song in songs)]
    empty = [song for song in songs if not any(overlaps(song, one) for one in syllables)]
    assert len(syllables) == 7652
    assert not missed
    assert len(empty) <= 5


def test_most_calls_of_the_bats_are_found_one_by_one(shared_data):
    folder = shared_data / "long-recordings" / "ultrasonic-bats"
    with (folder / "boxes.csv").open() as file:
        rows = list(csv.DictReader(file))
    found_calls = calls = false = 0
    for path in folder.glob("*.flac"):
        boxes = [
            (float(row["start_s"]), float(row["end_s"]))
            for row in rows
            if Path(row["filename"]).stem == path.stem
        ]
        sounds = list(find_sounds(path, FIND_PRESETS["bats"].settings))
        calls += len(boxes)
        found_calls += sum(any(overlaps(box, one) for one in sounds) for box in boxes)
        false += sum(not any(overlaps(one, box) for box in boxes) for one in sounds)
    assert calls == 90
    assert found_calls >= 85
    assert false <= 14


def test_a_bats_long_call_of_one_frequency_is_one_sound(tmp_path):
    rate_hz, length_s = 250_000, 0.06
    sound = 0.003 * np.random.default_rng(3).standard_normal(rate_hz)
    times_s = np.arange(round(length_s * rate_hz)) / rate_hz
    for start_s in (0.2, 0.5, 0.8):
        start = round(start_s * rate_hz)
        sound[start : start + len(times_s)] += 0.2 * np.sin(2 * np.pi * 82_000 * times_s)
    write_wav(tmp_path / "horseshoe.wav", sound.astype(np.float32), rate_hz)
    sounds = list(find_sounds(tmp_path / "horseshoe.wav", FIND_PRESETS["bats"].settings))
    np.testing.assert_allclose([start_s for start_s, _ in sounds], [0.2, 0.5, 0.8], atol=0.003)
    np.testing.assert_allclose([end_s - start_s for start_s, end_s in sounds], length_s, atol=0.005)


@pytest.mark.parametrize("preset", FIND_PRESETS.values(), ids=FIND_PRESETS)
def test_settings_are_kept_as_json(preset):
    kept = json.loads(json.dumps(find_settings_to_json(preset.settings)))
    assert find_settings_from_json(kept) == preset.settings


@pytest.mark.parametrize(
    "kept", [None, 3, {"newer": 1}, {"hop_s": 0.0}, {"step_s": "short"}, {"measure": []}]
)
def test_kept_settings_that_are_not_understood_mean_the_usual_ones(kept):
    assert find_settings_from_json(kept) == SegmentSettings()


def test_the_songs_of_a_hummingbird_are_found_among_louder_hum(shared_data):
    """The selections that its table holds, and the other three songs that its spectrogram shows."""
    (path,) = (shared_data / "long-recordings" / "hermit-squalidus").glob("*.mp3")
    sounds = list(find_sounds(path, FIND_PRESETS["birds"].settings))
    songs = [(1.38, 1.50), (1.60, 1.77), (1.84, 1.95), (20.5, 25.7), (31.8, 32.5), (54.7, 56.6)]
    assert all(any(overlaps(song, one) for one in sounds) for song in songs)
    assert sum(end_s - start_s for start_s, end_s in sounds) < 35.0  # another bird calls in between


def test_both_calls_of_the_blue_whale_are_found_in_ten_minutes_of_the_sea(shared_data):
    path = shared_data / "long-recordings" / "mars-blue-whale" / "MARS-20150910T000000Z-2kHz.wav"
    sounds = list(find_sounds(path, FIND_PRESETS["whales"].settings))
    for start_s, end_s in ((161.79, 180.99), (492.542, 507.392)):  # as its table has them
        shared_s = sum(max(0.0, min(end_s, end) - max(start_s, start)) for start, end in sounds)
        assert shared_s > 0.6 * (end_s - start_s)
    assert sum(end_s - start_s for start_s, end_s in sounds) < 130.0


def test_a_long_low_call_is_one_sound_and_a_short_knock_none(tmp_path):
    sound = 0.01 * np.random.default_rng(4).standard_normal(120 * 2000)
    times_s = np.arange(len(sound)) / 2000
    call = (times_s > 40) & (times_s < 58)
    sound += 0.01 * np.sin(2 * np.pi * 45 * times_s) * (call | ((times_s > 90) & (times_s < 90.5)))
    write_wav(tmp_path / "sea.wav", sound.astype(np.float32), 2000)
    (whole,) = find_sounds(tmp_path / "sea.wav", FIND_PRESETS["whales"].settings)
    assert whole == pytest.approx((40.0, 58.0), abs=1.5)
