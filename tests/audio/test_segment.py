import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.segment import SegmentSettings, find_sounds, spans

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


@pytest.mark.parametrize("wrong", [{"step_s": 0.0}, {"min_silence_s": -1.0}, {"threshold_db": float("nan")}])
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
