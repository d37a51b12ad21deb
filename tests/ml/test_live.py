"""Live answers equal those of files, and every decision says why."""

from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio import streams
from audioclf_gui.audio.levels import rms_db, swing
from audioclf_gui.audio.recent_sound import RecentSound
from audioclf_gui.audio.streams import FileInput, FileStream
from audioclf_gui.core.errors import UserError
from audioclf_gui.ml import live
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.decisions import Decision, EventTold, Phase
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.input_health import InputHealth
from audioclf_gui.ml.live import LiveClassifier, LiveScores
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.window_scores import NO_SIGNAL, SILENT

RATE_HZ = 8000
PLAIN = LiveSettings(hop_s=0.25, threshold=0.6, release=1.0, join_s=0.0)


def noise(seconds, rate_hz=RATE_HZ, level=0.1, seed=0):
    rng = np.random.default_rng(seed)
    return (level * rng.standard_normal(round(seconds * rate_hz))).astype(np.float32)


def only(kind, answers):
    return [answer for answer in answers if isinstance(answer, kind)]


def pushed(classifier, sound, block=1000):
    answers = []
    for start in range(0, len(sound), block):
        answers += classifier.push(sound[start : start + block])
    return answers + classifier.push(sound[:0], last=True)


def of_sets(bundle):
    """The same model, but one that names sets of classes."""
    return replace(bundle, card=replace(bundle.card, objective=MultiLabel(bundle.card.classes)))


@pytest.fixture
def scripted(tiny_bundle, monkeypatch):
    """Decisions about windows of half a second, four a second, whose scores are given."""

    def decide(rows, bundle=tiny_bundle, **changes):
        queue = [np.array(row, np.float32) for row in rows]

        def next_scores(_bundle, windows):
            return np.array([queue.pop(0) for _ in windows], np.float32).reshape(-1, 3)

        monkeypatch.setattr(live, "score_windows", next_scores)
        values = {"hop_s": 0.25, "threshold": 0.6, "release": 1.0, "join_s": 0.0} | changes
        classifier = LiveClassifier(bundle, LiveSettings(**values), RATE_HZ)
        answers = classifier.push(noise(0.25 * (len(rows) + 1)))
        assert not queue
        return answers

    return decide


DOG, CAT, NONE = (0.8, 0.1, 0.1), (0.1, 0.8, 0.1), (0.4, 0.3, 0.3)


def told(answers):
    return [
        (decision.time_s, decision.class_name, str(decision.reason)) for decision in only(Decision, answers)
    ]


@pytest.mark.parametrize("block", [37, 4096, 10**6])
@pytest.mark.parametrize(
    ("rate_hz", "channels", "seconds", "hop_s"),
    [(8000, 1, 2.0, 0.25), (44100, 2, 2.37, 0.1), (48000, 1, 0.3, 0.25), (11025, 1, 3.1, 0.7)],
)
def test_live_gives_the_scores_of_the_file(tiny_bundle, tmp_path, rate_hz, channels, seconds, hop_s, block):
    path = tmp_path / "sound.wav"
    frames = round(seconds * rate_hz)
    sf.write(path, noise(seconds * channels, rate_hz).reshape(-1, channels)[:frames], rate_hz, "FLOAT")
    prediction = predict_file(tiny_bundle, path, hop_s)
    mono = sf.read(path, dtype="float32", always_2d=True)[0].mean(axis=1, dtype=np.float32)
    classifier = LiveClassifier(tiny_bundle, LiveSettings(hop_s=hop_s), rate_hz)
    heard = only(LiveScores, pushed(classifier, mono, block))
    file = FileStream(FileInput(path, realtime=False))
    from_file = only(LiveScores, live.listen(tiny_bundle, LiveSettings(hop_s=hop_s), file))
    for scores in (heard, from_file):
        np.testing.assert_allclose(
            [(one.start_s, one.end_s, *one.scores) for one in scores],
            [(window.start_s, window.end_s, *window.scores) for window in prediction.windows],
            atol=1e-5,
        )


@pytest.mark.parametrize("sets", [False, True])
def test_live_tells_the_events_of_the_file(tiny_bundle, tmp_path, sets):
    bundle = of_sets(tiny_bundle) if sets else tiny_bundle
    seconds = np.arange(12 * RATE_HZ) / RATE_HZ
    tones = [0.3 * np.sin(2 * np.pi * pitch_hz * seconds) * (seconds % 3 < 1) for pitch_hz in (300, 1500)]
    sound = noise(12.0, level=0.003) + np.where(seconds % 6 < 3, *tones).astype(np.float32)
    sound[5 * RATE_HZ : 6 * RATE_HZ] = 0.0
    sound[8 * RATE_HZ : 9 * RATE_HZ] *= 1e-4
    sf.write(tmp_path / "scene.wav", sound, RATE_HZ, "FLOAT")
    settings = LiveSettings(hop_s=0.2, threshold=0.4, smoothing=0.3, cool_down_s=0.3)
    prediction = predict_file(bundle, tmp_path / "scene.wav", settings.hop_s, settings)
    source = FileStream(FileInput(tmp_path / "scene.wav", realtime=False))
    answers = only(EventTold, live.listen(bundle, settings, source))
    ended = [one.event for one in answers if one.phase is Phase.ENDED]
    assert len(ended) > 1
    assert sorted((one.class_name, one.start_s) for one in ended) == [
        (one.class_name, pytest.approx(one.start_s, abs=1e-6))
        for one in sorted(prediction.events, key=lambda one: (one.class_name, one.start_s))
    ]
    assert sorted(one.end_s for one in ended) == pytest.approx(sorted(one.end_s for one in prediction.events))


@pytest.mark.parametrize("realtime_block_s", [0.05, 0.333])
def test_channels_that_cancel_each_other_are_heard_live_as_in_the_file(
    tiny_bundle, tmp_path, monkeypatch, realtime_block_s
):
    monkeypatch.setattr(streams, "_BLOCK_S", realtime_block_s)
    left = noise(2.05)
    sf.write(tmp_path / "inverted.wav", np.stack([left, -left], axis=1), RATE_HZ, "FLOAT")
    sf.write(tmp_path / "left.wav", left, RATE_HZ, "FLOAT")
    expected = predict_file(tiny_bundle, tmp_path / "left.wav", PLAIN.hop_s)
    prediction = predict_file(tiny_bundle, tmp_path / "inverted.wav", PLAIN.hop_s)
    np.testing.assert_array_equal(prediction.scores, expected.scores)
    source = FileStream(FileInput(tmp_path / "inverted.wav", realtime=False))
    answers = list(live.listen(tiny_bundle, PLAIN, source))
    heard = only(LiveScores, answers)
    assert [answer.start_s for answer in heard] == [window.start_s for window in expected.windows]
    np.testing.assert_allclose(
        [answer.scores for answer in heard], [window.scores for window in expected.windows], atol=1e-6
    )
    assert all(answer.state is None for answer in heard)
    assert not any("ilence" in str(problem) for one in only(InputHealth, answers) for problem in one.problems)


def test_blocks_do_not_change_the_decisions(tiny_bundle):
    sound = np.concatenate([noise(2.0), np.zeros(8000, np.float32), noise(2.0, level=0.3, seed=1)])
    settings = LiveSettings(hop_s=0.1, threshold=0.4, min_event_s=0.2)
    one, other = (
        pushed(LiveClassifier(tiny_bundle, settings, RATE_HZ), sound, block) for block in (123, 50_000)
    )
    assert told(one) == told(other)


def test_all_zeros_are_no_signal_and_no_class(tiny_bundle):
    answers = LiveClassifier(tiny_bundle, PLAIN, 44100).push(np.zeros(88200, np.float32))
    assert {scores.state for scores in only(LiveScores, answers)} == {NO_SIGNAL}
    assert not any(scores.smoothed.any() for scores in only(LiveScores, answers))
    assert {(name, reason) for _, name, reason in told(answers)} == {("", "no signal")}
    assert not any(decision.accepted for decision in only(Decision, answers))


def test_quiet_sound_is_silent_input_up_to_the_gate(tiny_bundle):
    sound = np.concatenate([noise(1.0, level=1e-4), noise(1.0, level=1e-2)])
    answers = LiveClassifier(tiny_bundle, LiveSettings(silence_db=-60.0), RATE_HZ).push(sound)
    states = [scores.state for scores in only(LiveScores, answers)]
    assert states == [SILENT] * 3 + [None] * 4


def test_an_event_is_told_once_while_it_goes_on(scripted):
    assert told(scripted([NONE, DOG, DOG, DOG, NONE, DOG])) == [
        (0.5, "dog", "below 0.60"),
        (0.75, "dog", "event"),
        (1.5, "dog", "below 0.60"),
        (1.75, "dog", "event"),
    ]


def test_another_class_is_another_event(scripted):
    assert told(scripted([DOG, CAT])) == [(0.5, "dog", "event"), (0.75, "cat", "event")]


def test_a_class_must_last_before_it_counts(scripted):
    assert [
        reason for *_, reason in told(scripted([DOG, DOG, NONE, DOG, DOG, DOG, DOG], min_event_s=0.5))
    ] == [
        "too short",
        "too short",
        "below 0.60",
        "too short",
        "too short",
        "event",
    ]


def test_a_class_rests_after_its_event_but_others_do_not(scripted):
    assert told(scripted([DOG, NONE, DOG, CAT, DOG, NONE, DOG], cool_down_s=1.2)) == [
        (0.5, "dog", "event"),
        (0.75, "dog", "below 0.60"),
        (1.0, "dog", "cool-down"),
        (1.25, "cat", "event"),
        (1.5, "dog", "cool-down"),
        (1.75, "dog", "below 0.60"),
        (2.0, "dog", "event"),
    ]


def test_the_past_weighs_as_much_as_smoothing_says(scripted):
    answers = scripted([(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 1.0, 0.0)], smoothing=0.75)
    smoothed = [scores.smoothed.tolist() for scores in only(LiveScores, answers)]
    assert smoothed == [[1.0, 0.0, 0.0], [0.75, 0.25, 0.0], [0.5625, 0.4375, 0.0]]


def test_each_class_has_the_threshold_of_the_model_unless_one_is_given(scripted):
    """The model's thresholds are 0.4, 0.5 and 0.6."""
    rows = [(0.45, 0.3, 0.25), (0.3, 0.45, 0.25)]
    assert [reason for *_, reason in told(scripted(rows, threshold=None))] == ["event", "below 0.50"]
    assert [reason for *_, reason in told(scripted(rows, threshold=0.46))] == ["below 0.46"] * 2


def test_each_class_of_a_set_has_events_of_its_own(scripted, tiny_bundle):
    """The model's thresholds are 0.4, 0.5 and 0.6."""
    answers = scripted(
        [(0.45, 0.9, 0.5), (0.45, 0.1, 0.7), (0.1, 0.1, 0.7), (0.3, 0.45, 0.5), (0.5, 0.1, 0.1)],
        bundle=of_sets(tiny_bundle),
        threshold=None,
    )
    assert told(answers) == [
        (0.5, "cat", "event"),
        (0.5, "dog", "event"),
        (0.75, "owl", "event"),
        (1.25, "owl", "below 0.60"),
        (1.5, "dog", "event"),
    ]
    told_of = [(one.phase.name, one.event.class_name) for one in only(EventTold, answers)]
    assert told_of == [
        ("BEGUN", "cat"),
        ("BEGUN", "dog"),
        ("BEGUN", "owl"),
        ("GOES_ON", "dog"),
        ("ENDED", "cat"),
        ("GOES_ON", "owl"),
        ("ENDED", "dog"),
        ("ENDED", "owl"),
        ("BEGUN", "dog"),
    ]


def test_each_class_of_a_set_must_last_and_rests_by_itself(scripted, tiny_bundle):
    both, dog, none = (0.9, 0.9, 0.1), (0.9, 0.1, 0.1), (0.1, 0.1, 0.1)
    answers = scripted(
        [both, dog, both, none, both, both], bundle=of_sets(tiny_bundle), min_event_s=0.25, cool_down_s=0.75
    )
    assert told(answers) == [
        (0.5, "dog", "too short"),
        (0.5, "cat", "too short"),
        (0.75, "dog", "event"),
        (1.0, "cat", "too short"),
        (1.25, "dog", "below 0.60"),
        (1.5, "dog", "too short"),
        (1.5, "cat", "too short"),
        (1.75, "dog", "event"),
        (1.75, "cat", "event"),
    ]


def test_a_gap_is_reported_and_no_window_spans_it(tiny_bundle):
    classifier = LiveClassifier(tiny_bundle, PLAIN, RATE_HZ)
    before = only(LiveScores, classifier.push(noise(0.9)))
    assert told(classifier.gap(800)) == [(0.9, "", "gap")]
    after = only(LiveScores, classifier.push(noise(0.9, seed=1)))
    assert [scores.start_s for scores in before] == [0.0, 0.25]
    assert [scores.start_s for scores in after] == pytest.approx([1.0, 1.25])
    fresh = only(LiveScores, LiveClassifier(tiny_bundle, PLAIN, RATE_HZ).push(noise(0.9, seed=1)))
    np.testing.assert_allclose([one.scores for one in after], [one.scores for one in fresh], atol=1e-5)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_samples_that_are_no_numbers_are_heard_as_nothing(tiny_bundle, value):
    sound = noise(1.0, 44100)
    sound[:100] = 0.0
    expected = LiveClassifier(tiny_bundle, PLAIN, 44100).push(sound.copy())
    sound[:100] = value
    answers = LiveClassifier(tiny_bundle, PLAIN, 44100).push(sound)
    assert told(answers) == told(expected)
    for one, same in zip(only(LiveScores, answers), only(LiveScores, expected), strict=True):
        assert one.scores.tolist() == same.scores.tolist()


@pytest.mark.parametrize(
    "values",
    [
        {"hop_s": 0.0},
        {"hop_s": 0.009},
        {"hop_s": float("nan")},
        {"smoothing": 1.0},
        {"smoothing": -0.1},
        {"threshold": 1.01},
        {"threshold": -0.01},
        {"min_event_s": -1.0},
        {"cool_down_s": -0.1},
        {"join_s": -0.1},
        {"release": 0.0},
        {"release": 1.01},
        {"cool_down_s": float("nan")},
        {"silence_db": 0.1},
    ],
)
def test_settings_without_sense_are_refused(values):
    with pytest.raises(ValueError):
        LiveSettings(**values)


def test_listening_begins_with_the_settings_the_manual_names():
    assert LiveSettings() == LiveSettings(
        hop_s=0.25,
        threshold=None,
        release=0.8,
        smoothing=0.0,
        min_event_s=0.0,
        join_s=0.25,
        cool_down_s=0.0,
        silence_db=None,
    )


@pytest.mark.parametrize(
    "values",
    [{"hop_s": 0.01}, {"smoothing": 0.0}, {"threshold": 0.0}, {"threshold": 1.0}, {"silence_db": 0.0}],
)
def test_settings_at_their_bounds_are_taken(values):
    taken = LiveSettings(**values)
    assert {name: getattr(taken, name) for name in values} == values


def test_the_last_seconds_are_at_the_rate_of_the_input(tiny_bundle):
    classifier = LiveClassifier(tiny_bundle, PLAIN, 44100)
    sound = noise(1.0, 44100)
    classifier.push(sound)
    np.testing.assert_allclose(classifier.last_seconds(0.25), sound[-11025:], atol=1e-4)


class ScriptedSource:
    """A device of which every read, and what went wrong until then, is given."""

    rate_hz = RATE_HZ
    channel = None
    is_file = False

    def __init__(self, reads):
        self._reads = list(reads)
        self.overflows = self.lost_frames = 0
        self.is_active = False
        self.stops = 0

    def start(self):
        self.is_active = True

    def read(self):
        if not self._reads:
            self.is_active = False
            return np.zeros((0, 1), np.float32)
        block, lost, overflows = self._reads.pop(0)
        self.lost_frames += lost
        self.overflows += overflows
        return block.reshape(-1, 1)

    def stop(self):
        self.is_active = False
        self.stops += 1


def in_blocks(sound, size=400):
    return [(sound[start : start + size], 0, 0) for start in range(0, len(sound), size)]


def test_listening_to_a_device_gives_what_its_sound_gives(tiny_bundle):
    sound = noise(2.2)
    source = ScriptedSource(in_blocks(sound))
    answers = list(live.listen(tiny_bundle, PLAIN, source))
    expected = pushed(LiveClassifier(tiny_bundle, PLAIN, RATE_HZ), sound)
    assert told(answers) == told(expected)
    assert [health.time_s for health in only(InputHealth, answers)] == [0.5, 1.0, 1.5, 2.0]
    assert source.stops == 1


def test_frames_that_found_no_room_are_missing_after_what_was_read(tiny_bundle):
    reads = in_blocks(noise(1.0))
    reads[-1] = (reads[-1][0], 1600, 0)
    answers = list(live.listen(tiny_bundle, PLAIN, ScriptedSource(reads + in_blocks(noise(1.0)))))
    assert [decision.time_s for decision in only(Decision, answers) if decision.reason == live.GAP] == [1.0]
    assert [scores.start_s for scores in only(LiveScores, answers)] == pytest.approx(
        [0.0, 0.25, 0.5, 1.2, 1.45, 1.7]
    )
    assert (
        sum("200 ms" in str(health.problems[0]) for health in only(InputHealth, answers) if health.problems)
        == 1
    )


def test_a_block_with_a_hole_in_it_is_not_believed(tiny_bundle):
    reads = in_blocks(noise(1.0))
    reads.insert(10, (noise(0.05), 0, 1))
    answers = list(live.listen(tiny_bundle, PLAIN, ScriptedSource(reads)))
    assert [decision.time_s for decision in only(Decision, answers) if decision.reason == live.GAP] == [0.5]
    assert [scores.start_s for scores in only(LiveScores, answers)] == pytest.approx([0.0, 0.55])


def test_a_silent_device_still_reports_so_that_listening_can_be_stopped(tiny_bundle, monkeypatch):
    monkeypatch.setattr(live, "_WAIT_S", 0.001)
    monkeypatch.setattr(live, "REPORT_S", 0.005)
    source = ScriptedSource([(np.zeros(0, np.float32), 0, 0)] * 1000)
    with closing(live.listen(tiny_bundle, PLAIN, source)) as answers:
        for reads in (6, 11):  # the first finds the device running, five more are five waits
            assert "still connected" in str(next(answers).problems[0])
            assert 1000 - len(source._reads) == pytest.approx(reads, abs=1)
    assert source.stops == 1


def test_closing_stops_the_device(tiny_bundle):
    source = ScriptedSource(in_blocks(noise(5.0)))
    with closing(live.listen(tiny_bundle, PLAIN, source)) as answers:
        next(answers)
        assert source.is_active
    assert source.stops == 1


def test_a_file_at_its_own_pace_takes_its_own_time(tiny_bundle, tmp_path, monkeypatch):
    now_s = [100.0]
    waits = []

    class Pause:
        def wait(self, seconds):
            waits.append(seconds)
            now_s[0] += seconds

    monkeypatch.setattr(streams.time, "monotonic", lambda: now_s[0])
    monkeypatch.setattr(live.threading, "Event", Pause)
    path = tmp_path / "sound.wav"
    sf.write(path, noise(1.5), RATE_HZ)
    recent = RecentSound(RATE_HZ)
    answers = list(live.listen(tiny_bundle, PLAIN, FileStream(FileInput(path)), recent))
    assert sum(waits) == pytest.approx(1.5, abs=0.1)
    assert len(only(LiveScores, answers)) == 5
    assert len(recent.last_seconds(9.0)) == 12_000


def test_a_file_that_is_no_sound_is_refused(tiny_bundle, tmp_path):
    (tmp_path / "text.wav").write_text("nothing to hear")
    with pytest.raises(UserError, match=r"text\.wav"):
        FileStream(FileInput(tmp_path / "text.wav"))


def test_what_was_heard_before_a_silence_does_not_weigh_after_it(tiny_bundle):
    sound = np.concatenate([noise(1.0), np.zeros(RATE_HZ, np.float32), noise(1.5, level=0.3, seed=1)])
    settings = LiveSettings(hop_s=0.25, smoothing=0.9, threshold=0.0)
    answers = only(LiveScores, LiveClassifier(tiny_bundle, settings, RATE_HZ).push(sound))
    first = next(at for at in range(1, len(answers)) if answers[at - 1].state and not answers[at].state)
    np.testing.assert_allclose(answers[first].smoothed, answers[first].scores, rtol=1e-5)
    expected = 0.9 * answers[first].smoothed + 0.1 * answers[first + 1].scores
    np.testing.assert_allclose(answers[first + 1].smoothed, expected, rtol=1e-5)


def test_what_was_heard_before_a_gap_does_not_weigh_after_it(tiny_bundle):
    classifier = LiveClassifier(tiny_bundle, LiveSettings(hop_s=0.25, smoothing=0.9), RATE_HZ)
    classifier.push(noise(1.0))
    classifier.gap(0)
    first, second = only(LiveScores, classifier.push(noise(0.75, seed=1)))
    np.testing.assert_allclose(first.smoothed, first.scores, rtol=1e-5)
    np.testing.assert_allclose(second.smoothed, 0.9 * first.scores + 0.1 * second.scores, rtol=1e-5)


def test_an_event_ends_in_a_silence_and_is_told_anew_after_it(tiny_bundle):
    sound = np.concatenate([noise(0.5), np.zeros(4000, np.float32), noise(0.5)])
    settings = LiveSettings(hop_s=0.5, smoothing=0.0, threshold=0.0, cool_down_s=0.0)
    answers = LiveClassifier(tiny_bundle, settings, RATE_HZ).push(sound)
    assert [reason for *_, reason in told(answers)] == ["event", "no signal", "event"]


@pytest.mark.parametrize(("above_db", "state"), [(0.0, None), (1e-9, SILENT)])
def test_sound_exactly_at_the_silence_level_is_no_silence(tiny_bundle, above_db, state):
    sound = noise(0.5, level=1e-2)
    settings = LiveSettings(silence_db=rms_db(swing(sound)) + above_db)
    (answer,) = only(LiveScores, LiveClassifier(tiny_bundle, settings, RATE_HZ).push(sound))
    assert answer.state == state


def test_a_score_exactly_at_the_threshold_is_an_event(scripted):
    rows = [(0.75, 0.25, 0.0), (0.74, 0.26, 0.0)]
    assert [reason for *_, reason in told(scripted(rows, threshold=0.75))] == ["event", "below 0.75"]


def test_a_rest_that_is_exactly_over_is_over(scripted):
    assert [reason for *_, reason in told(scripted([DOG, NONE, NONE, DOG, DOG], cool_down_s=1.0))] == [
        "event",
        "below 0.60",
        "below 0.60",
        "cool-down",
        "event",
    ]


def test_the_rest_begins_with_the_end_of_an_event_and_not_with_its_beginning(scripted):
    assert [reason for *_, reason in told(scripted([DOG, DOG, DOG, NONE, DOG, DOG], cool_down_s=0.75))] == [
        "event",
        "below 0.60",
        "cool-down",
        "event",
    ]


def test_where_nothing_is_heard_no_class_and_no_score_is_told(tiny_bundle):
    classifier = LiveClassifier(tiny_bundle, PLAIN, RATE_HZ)
    (silent,) = only(Decision, classifier.push(np.zeros(4000, np.float32)))
    assert silent == Decision(0.5, "", 0.0, accepted=False, reason=NO_SIGNAL)
    assert classifier.gap(0) == [Decision(0.5, "", 0.0, accepted=False, reason=live.GAP)]


def test_a_quiet_sound_on_a_constant_offset_is_silent_input(tiny_bundle):
    sound = noise(0.5, level=1e-4) + np.float32(0.5)
    (answer,) = only(LiveScores, LiveClassifier(tiny_bundle, LiveSettings(), RATE_HZ).push(sound))
    assert answer.state == SILENT
    assert answer.level_db == pytest.approx(rms_db(swing(sound)))
