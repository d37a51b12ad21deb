"""Events stand where the sound is, and one rule makes them, whatever the windows come from."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.ml.decisions import Decider, Decision, EventTold, Phase, find_events
from audioclf_gui.ml.edges import FRAME_S, QuietLevel, levels_db, sounds
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.window_scores import WindowScores

NAMES = ("dog", "cat")
ONE_CLASS, SETS = SingleLabel(NAMES), MultiLabel(NAMES)
HALF = (0.5, 0.5)
STRICT = DecisionSettings(release=1.0, join_s=0.0)
RATE_HZ = 8000


def window(start_s, *scores, end_s=None, **others):
    """A window of a second in which nothing stands out."""
    return WindowScores(
        start_s, start_s + 1.0 if end_s is None else end_s, np.array(scores, np.float32), **others
    )


def dogs(scores, hop_s=0.5):
    return [window(hop_s * at, score, 0.0) for at, score in enumerate(scores)]


def spans(windows, goal=SETS, settings=STRICT):
    events = find_events(windows, goal, HALF, settings)
    return [(event.class_name, round(event.start_s, 3), round(event.end_s, 3)) for event in events]


def told(windows, goal=SETS, settings=STRICT):
    decider = Decider(goal, HALF, settings)
    answers = [one for each in windows for one in decider.hear(each)[1]]
    return [*answers, *decider.end()]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param([0.1, 0.2, 0.1], [], id="never"),
        pytest.param([0.1, 0.9, 0.1], [(0.75, 1.25)], id="one window, between its neighbours"),
        pytest.param([0.5, 0.8, 0.7], [(0.0, 2.0)], id="all, the threshold itself included"),
        pytest.param([0.1, 0.1, 0.7], [(1.25, 2.0)], id="to the end of the sound"),
        pytest.param([0.6, 0.1, 0.7], [(0.0, 0.75), (1.25, 2.0)], id="twice"),
    ],
)
def test_where_no_level_tells_events_lie_between_the_middles_of_windows(scores, expected):
    assert spans(dogs(scores)) == [("dog", *one) for one in expected]


def test_a_sound_without_windows_has_no_events():
    assert spans([]) == []


def test_the_score_of_an_event_is_the_highest_of_its_windows():
    (event,) = find_events(dogs([0.6, 0.8, 0.7]), SETS, HALF, STRICT)
    assert event.score == pytest.approx(0.8)


@pytest.mark.parametrize(("join_s", "count"), [(0.4, 2), (0.5, 1), (0.6, 1)])
def test_events_with_little_between_them_are_one(join_s, count):
    settings = DecisionSettings(release=1.0, join_s=join_s)
    assert len(spans(dogs([0.6, 0.1, 0.7]), settings=settings)) == count


@pytest.mark.parametrize(("release", "count"), [(1.0, 2), (0.8, 1)])
def test_an_event_goes_on_a_little_below_its_threshold(release, count):
    settings = DecisionSettings(release=release, join_s=0.0)
    assert len(spans(dogs([0.6, 0.42, 0.7]), settings=settings)) == count
    assert spans(dogs([0.42, 0.42, 0.42]), settings=settings) == []


def test_of_classes_that_exclude_each_other_there_is_one_at_a_time():
    windows = [window(0.5 * at, dog, 1.0 - dog) for at, dog in enumerate([0.9, 0.8, 0.3, 0.1, 0.9])]
    assert spans(windows, ONE_CLASS) == [("dog", 0.0, 1.25), ("cat", 1.25, 2.25), ("dog", 2.25, 3.0)]
    apart = [window(0.5 * at, dog, cat) for at, (dog, cat) in enumerate([(0.9, 0.1), (0.9, 0.8), (0.1, 0.9)])]
    assert spans(apart, SETS) == [("dog", 0.0, 1.25), ("cat", 0.75, 2.0)]


def test_a_brief_change_of_mind_parts_an_event_from_what_follows_only_by_another_class():
    minds = [(0.9, 0.1), (0.1, 0.9), (0.9, 0.1)]
    settings = DecisionSettings(join_s=5.0)
    windows = [window(0.5 * at, *scores) for at, scores in enumerate(minds)]
    assert [name for name, *_ in spans(windows, ONE_CLASS, settings)] == ["dog", "cat", "dog"]


def test_an_event_is_told_from_its_beginning_to_its_end():
    answers = told(dogs([0.1, 0.9, 0.9, 0.1, 0.1, 0.1]))
    events = [one for one in answers if isinstance(one, EventTold)]
    assert [one.phase for one in events] == [Phase.BEGUN, Phase.GOES_ON, Phase.ENDED]
    assert {one.number for one in events} == {0}
    accepted = [one for one in answers if isinstance(one, Decision) and one.accepted]
    assert [(one.time_s, one.class_name) for one in accepted] == [(1.5, "dog")]
    starts = {one.event.start_s for one in events}
    assert starts == {0.75}, "what was told of its beginning holds"


def test_what_is_too_quiet_is_no_event_and_ends_one():
    quiet = window(1.0, 0.9, 0.1, is_quiet=True)
    answers = told([window(0.0, 0.9, 0.1), quiet, window(2.0, 0.9, 0.1)])
    reasons = [str(one.reason) for one in answers if isinstance(one, Decision)]
    assert reasons == ["event", "silent input", "event"]
    assert spans([window(0.0, 0.9, 0.1), quiet]) == [("dog", 0.0, 1.0)]


def test_events_on_both_sides_of_a_quiet_window_do_not_overlap_though_the_windows_do():
    windows = [window(0.1 * at, 0.9, 0.1, is_quiet=at == 1) for at in range(3)]
    assert spans(windows) == [("dog", 0.0, 0.55), ("dog", 0.65, 1.2)]


def noise(seconds, level, seed=0):
    rng = np.random.default_rng(seed)
    return (level * rng.standard_normal(round(seconds * RATE_HZ))).astype(np.float32)


def scene(*sounding, seconds=6.0, background=1e-3):
    """Noise, louder by 40 dB from each start to each end."""
    sound = noise(seconds, background)
    for start_s, end_s in sounding:
        first, last = round(start_s * RATE_HZ), round(end_s * RATE_HZ)
        sound[first:last] *= 100.0
    return sound


def heard(sound, sounding, hop_s, least_s=0.08):
    """Windows of a second that are of a class once `least_s` of one of the stretches is in them."""
    quiet = QuietLevel()
    for start_s in np.arange(0.0, len(sound) / RATE_HZ - 1.0 + 1e-9, hop_s).tolist():
        first = round(start_s * RATE_HZ)
        within = max(
            (min(start_s + 1.0, end_s) - max(start_s, begin_s) for begin_s, end_s in sounding), default=0.0
        )
        score = 0.9 if within >= least_s else 0.1
        levels = levels_db(sound[first : first + RATE_HZ], RATE_HZ)
        found = sounds(levels, quiet.after(start_s, levels))
        placed = tuple((start_s + one, start_s + end) for one, end in found)
        yield window(start_s, score, 1.0 - score, sounds=placed)


@pytest.mark.parametrize("hop_s", [0.1, 0.25, 0.5])
@pytest.mark.parametrize(
    "sounding",
    [
        pytest.param([(2.13, 2.33)], id="short"),
        pytest.param([(1.58, 4.27)], id="longer than a window"),
        pytest.param([(0.0, 0.4), (3.3, 3.9)], id="from the start on"),
        pytest.param([(1.1, 1.4), (2.9, 3.0), (5.2, 6.0)], id="several, and to the end"),
    ],
)
def test_events_stand_where_the_sound_is(sounding, hop_s):
    found = find_events(list(heard(scene(*sounding), sounding, hop_s)), ONE_CLASS, HALF, DecisionSettings())
    edges = [edge for one in found if one.class_name == "dog" for edge in (one.start_s, one.end_s)]
    assert edges == pytest.approx([edge for one in sounding for edge in one], abs=0.03)


@pytest.mark.parametrize("hop_s", [0.1, 0.25, 0.5])
def test_sounds_that_no_window_parts_are_one_event(hop_s):
    barks = [(2.0, 2.2), (2.75, 3.0)]
    found = find_events(list(heard(scene(*barks), barks, hop_s)), ONE_CLASS, HALF, DecisionSettings())
    (event,) = [one for one in found if one.class_name == "dog"]
    assert (event.start_s, event.end_s) == (pytest.approx(2.0, abs=0.03), pytest.approx(3.0, abs=0.03))


def test_the_rest_of_a_sound_is_no_event_of_another_class():
    sound = scene((1.0, 1.5))
    windows = list(heard(sound, [(1.0, 1.5)], 0.1))
    confused = [
        window(one.start_s, 0.1, 0.9, sounds=one.sounds) if 1.2 < one.start_s < 1.5 else one
        for one in windows
    ]
    found = find_events(confused, SETS, HALF, DecisionSettings())
    assert [(one.start_s, one.end_s) for one in found if one.class_name == "dog"] == [
        (pytest.approx(1.0, abs=0.03), pytest.approx(1.5, abs=0.03))
    ]
    reasons = {str(one.reason) for one in told(confused) if isinstance(one, Decision) and not one.accepted}
    assert "only the end of a sound" in reasons


def test_a_constant_offset_and_slow_rumble_have_no_edges():
    plain = scene((2.0, 2.5))
    seconds = np.arange(len(plain)) / RATE_HZ
    shaken = plain + 0.3 + 0.2 * np.sin(2 * np.pi * 3.0 * seconds).astype(np.float32)
    levels = levels_db(shaken, RATE_HZ)
    ((start_s, end_s),) = sounds(levels, QuietLevel().after(0.0, levels))
    assert (start_s, end_s) == (pytest.approx(2.0, abs=2 * FRAME_S), pytest.approx(2.5, abs=2 * FRAME_S))


def test_a_pause_within_a_sound_does_not_part_it_and_a_crackle_is_none():
    sound = scene((1.0, 1.3), (1.45, 1.8), (3.0, 3.004))
    levels = levels_db(sound, RATE_HZ)
    found = sounds(levels, QuietLevel().after(0.0, levels))
    assert [pytest.approx(one, abs=2 * FRAME_S) for one in found] == [(1.0, 1.8)]


@pytest.mark.parametrize("rate_hz", [20, 200, 1000, 96_000])
@pytest.mark.parametrize("seconds", [0.0, 0.004, 0.05, 3.0])
def test_any_sound_at_any_rate_is_looked_through(rate_hz, seconds):
    rng = np.random.default_rng(0)
    sound = 0.01 * rng.standard_normal(round(seconds * rate_hz)).astype(np.float32)
    sound[len(sound) // 3 : len(sound) // 2] *= 100.0
    for samples in (sound, np.zeros_like(sound), sound + 0.5):
        levels = levels_db(samples, rate_hz)
        found = sounds(levels, QuietLevel().after(0.0, levels))
        assert all(0.0 <= one < end <= seconds + FRAME_S for one, end in found)
        if seconds == 3.0 and rate_hz >= 1000 and samples.any():  # below, hundredths hold too few samples
            ((start_s, end_s),) = found
            assert (start_s, end_s) == (pytest.approx(1.0, abs=0.05), pytest.approx(1.5, abs=0.05))


def test_even_sound_has_no_edges():
    levels = levels_db(noise(10.0, 0.1), RATE_HZ)
    assert sounds(levels, QuietLevel().after(0.0, levels)) == ()
    nothing = levels_db(noise(0.0, 0.1), RATE_HZ)
    assert sounds(nothing, QuietLevel().after(0.0, nothing)) == ()


def test_a_soft_tone_stands_out_from_louder_noise_of_other_bands():
    rng = np.random.default_rng(3)
    hiss = np.diff(0.02 * rng.standard_normal(2 * RATE_HZ + 2), 2).astype(np.float32)  # above all high
    seconds = np.arange(len(hiss)) / RATE_HZ
    within = (seconds >= 0.8) & (seconds < 1.2)
    levels = levels_db(
        hiss + (0.03 * np.sin(2 * np.pi * 300.0 * seconds) * within).astype(np.float32), RATE_HZ
    )
    ((start_s, end_s),) = sounds(levels, QuietLevel().after(0.0, levels))
    assert (start_s, end_s) == (pytest.approx(0.8, abs=0.03), pytest.approx(1.2, abs=0.03))


def test_sound_beside_digital_silence_stands_out_however_even_it_is():
    sound = np.concatenate([np.zeros(RATE_HZ, np.float32), noise(0.5, 0.1), np.zeros(4000, np.float32)])
    levels = levels_db(sound, RATE_HZ)
    ((start_s, end_s),) = sounds(levels, QuietLevel().after(0.0, levels))
    assert (start_s, end_s) == (pytest.approx(1.0, abs=0.03), pytest.approx(1.5, abs=0.03))


def test_the_background_is_the_quietest_of_the_last_seconds():
    background = QuietLevel()
    quiet, loud, silent = (np.full((100, 2), level, np.float32) for level in (-80.0, -30.0, -120.0))
    assert background.after(0.0, quiet).tolist() == [-80.0, -80.0]
    assert background.after(5.0, loud).tolist() == [-80.0, -80.0]
    assert background.after(9.0, silent).tolist() == [-80.0, -80.0], "digital silence is none"
    assert background.after(10.5, loud).tolist() == [-30.0, -30.0]


CALM = DecisionSettings(min_event_s=0.6, cool_down_s=0.5, smoothing=0.5)


@given(
    st.lists(st.tuples(st.floats(0, 1, width=32), st.booleans()), min_size=1, max_size=40),
    st.sampled_from([0.1, 0.25, 0.5, 1.0, 1.7]),
    st.sampled_from([ONE_CLASS, SETS]),
    st.sampled_from(
        [STRICT, DecisionSettings(), DecisionSettings(min_event_s=0.6, cool_down_s=0.5, smoothing=0.5)]
    ),
)
def test_events_lie_within_the_sound_and_do_not_overlap_with_their_like(windows, hop_s, goal, settings):
    heard = [
        window(hop_s * at, score, 1.0 - score, is_quiet=quiet) for at, (score, quiet) in enumerate(windows)
    ]
    events = find_events(heard, goal, HALF, settings)
    for event in events:
        assert 0.0 <= event.start_s <= event.end_s <= heard[-1].end_s
        assert any(one.state is None and one.start_s <= event.end_s <= one.end_s + 1e-9 for one in heard)
    rivals = [events] if goal is ONE_CLASS else [[e for e in events if e.class_name == n] for n in NAMES]
    for own in rivals:
        assert all(after.start_s >= before.end_s - 1e-9 for before, after in itertools.pairwise(own))
    if settings is STRICT and goal is SETS:
        is_dog = any(one.state is None and one.scores[0] >= 0.5 for one in heard)
        assert is_dog == any(event.class_name == "dog" for event in events)
