"""Scores of files: the same however the sound is cut up, for files of any length and kind."""

import json
import math
import tracemalloc
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
import torch

from audioclf_gui.audio.files import read_mono
from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.label import ClassId, Region, Source
from audioclf_gui.core.run import RunId, Suggestion
from audioclf_gui.ml import inference, prediction_values
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.decision_settings import DecisionSettings, LiveSettings
from audioclf_gui.ml.decisions import Event
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.inference import FilePrediction
from audioclf_gui.ml.live import LiveClassifier
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.regression import Regression
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.window_scores import WindowScores
from audioclf_gui.ml.windows import fit, starts


def write_sound(path, seconds, rate_hz=8000, channels=1, seed=0):
    rng = np.random.default_rng(seed)
    frames = round(seconds * rate_hz)
    loudness = 0.05 + 0.2 * np.abs(np.sin(np.arange(frames) / rate_hz))[:, None]
    sf.write(path, (loudness * rng.standard_normal((frames, channels))).astype(np.float32), rate_hz, "FLOAT")
    return path


def made(windows, duration_s, classes=("dog", "cat"), events=(), *, sets=False):
    scores = np.mean([window.scores for window in windows], axis=0, dtype=np.float32)
    objective = (MultiLabel if sets else SingleLabel)(classes)
    return FilePrediction(
        Path("a.wav"), duration_s, objective, (0.5, 0.5), scores, tuple(windows), tuple(events)
    )


def scored(start_s, end_s, *scores):
    return WindowScores(start_s, end_s, np.array(scores, np.float32))


def test_a_window_has_the_same_scores_alone_and_in_any_batch(tiny_bundle):
    rng = np.random.default_rng(5)
    loudness = 10.0 ** rng.uniform(-4, 0, (70, 1))
    windows = (loudness * rng.standard_normal((70, tiny_bundle.card.front_end.window_frames))).astype(
        np.float32
    )
    together = inference.score_windows(tiny_bundle, windows)
    alone = np.concatenate([inference.score_windows(tiny_bundle, window[None]) for window in windows])
    reversed_order = inference.score_windows(tiny_bundle, windows[::-1])[::-1]
    assert together.shape == (70, 3)
    np.testing.assert_allclose(together.sum(axis=1), 1.0, atol=1e-6)
    np.testing.assert_allclose(together, alone, atol=1e-5)
    np.testing.assert_allclose(together, reversed_order, atol=1e-5)


def test_no_windows_have_no_scores(tiny_bundle):
    nothing = np.zeros((0, tiny_bundle.card.front_end.window_frames), np.float32)
    assert inference.score_windows(tiny_bundle, nothing).shape == (0, 3)


@pytest.mark.parametrize(
    ("seconds", "rate_hz", "channels", "hop_s"),
    [
        pytest.param(2.3, 8000, 1, 0.2, id="native rate"),
        pytest.param(2.3, 44100, 2, 0.2, id="stereo, from above"),
        pytest.param(2.3, 5512, 1, 0.13, id="from below"),
        pytest.param(3.0, 8000, 1, 0.7, id="hops longer than windows"),
        pytest.param(0.5, 8000, 1, 0.25, id="exactly a window"),
        pytest.param(0.2, 44100, 1, 0.25, id="shorter than a window"),
        pytest.param(12.0, 48000, 1, 0.1, id="many blocks"),
    ],
)
def test_a_file_is_scored_as_its_whole_sound_would_be(
    tiny_bundle, tmp_path, seconds, rate_hz, channels, hop_s
):
    path = write_sound(tmp_path / "sound.wav", seconds, rate_hz, channels)
    prediction = inference.predict_file(tiny_bundle, path, hop_s)
    whole = read_mono(path, 8000)
    begins = starts(len(whole), 4000, round(hop_s * 8000))
    expected = inference.score_windows(
        tiny_bundle, [fit(whole[begin:], 4000, tiny_bundle.card.front_end.pad) for begin in begins]
    )
    assert [round(window.start_s * 8000) for window in prediction.windows] == begins
    np.testing.assert_allclose([window.scores for window in prediction.windows], expected, atol=1e-6)
    np.testing.assert_allclose(prediction.scores, expected.mean(axis=0), atol=1e-6)
    assert prediction.duration_s == pytest.approx(seconds, abs=1e-3)
    assert prediction.windows[-1].end_s == pytest.approx(prediction.duration_s, abs=1e-3)
    assert prediction.class_name == tiny_bundle.card.classes[int(prediction.scores.argmax())]
    assert prediction.score == prediction.scores.max()


def test_silence_behind_a_sound_does_not_change_what_the_file_is(tiny_bundle, tmp_path):
    path = write_sound(tmp_path / "sound.wav", 1.0)
    alone = inference.predict_file(tiny_bundle, path)
    sound = sf.read(path, dtype="float32")[0]
    sf.write(path, np.concatenate([sound, np.zeros(80_000, np.float32)]), 8000, "FLOAT")
    before_silence = inference.predict_file(tiny_bundle, path)
    heard = [one.scores for one in before_silence.windows if not one.is_silent]
    assert len(before_silence.windows) > 10 * len(heard)
    np.testing.assert_allclose(before_silence.scores, np.mean(heard, axis=0), atol=1e-6)
    assert before_silence.class_name == alone.class_name
    sf.write(path, np.zeros(8000, np.float32), 8000)
    silent = inference.predict_file(tiny_bundle, path)
    np.testing.assert_allclose(silent.scores, silent.windows[0].scores, atol=1e-6)


def test_windows_overlap_by_half_unless_told_otherwise(tiny_bundle, tmp_path):
    prediction = inference.predict_file(tiny_bundle, write_sound(tmp_path / "sound.wav", 1.0))
    assert [window.start_s for window in prediction.windows] == [0.0, 0.25, 0.5]


def test_a_long_file_takes_little_memory(tiny_bundle, tmp_path):
    path = write_sound(tmp_path / "long.wav", 120.0, 44100, 2)
    inference.predict_file(tiny_bundle, path, 0.5)
    tracemalloc.start()
    inference.predict_file(tiny_bundle, path, 0.5)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert path.stat().st_size > 40e6
    assert peak < 6e6


@pytest.mark.parametrize("hop_s", [0.0, -1.0, 0.009, float("nan"), float("inf")])
def test_a_hop_that_gets_nowhere_is_refused(tiny_bundle, tmp_path, hop_s):
    path = write_sound(tmp_path / "sound.wav", 1.0)
    with pytest.raises(UserError, match="windows cannot follow"):
        inference.predict_file(tiny_bundle, path, hop_s)
    with pytest.raises(UserError, match="windows cannot follow"):
        list(inference.predict_files(tiny_bundle, [path], hop_s))


def test_bad_files_are_put_aside_and_the_good_ones_answered_in_order(tiny_bundle, tmp_path):
    good = [write_sound(tmp_path / f"good {index}.wav", 0.6, seed=index) for index in range(2)]
    text, empty, silent = tmp_path / "text.wav", tmp_path / "empty.wav", tmp_path / "no frames.wav"
    text.write_text("this is no sound")
    empty.touch()
    sf.write(silent, np.zeros(0, np.float32), 8000)
    paths = [text, good[0], tmp_path / "gone.wav", empty, silent, good[1]]
    answers = list(inference.predict_files(tiny_bundle, paths))
    assert [answer.path for answer in answers] == paths
    assert [isinstance(answer, FilePrediction) for answer in answers] == [
        False,
        True,
        False,
        False,
        False,
        True,
    ]
    assert all(answer.reason and answer.remedy for answer in answers if isinstance(answer, Quarantined))


def test_a_file_without_sound_says_so(tiny_bundle, tmp_path):
    sf.write(tmp_path / "none.wav", np.zeros(0, np.float32), 8000)
    with pytest.raises(UnreadableAudioError, match="no sound"):
        inference.predict_file(tiny_bundle, tmp_path / "none.wav")


def test_odd_real_files_never_stop_a_batch(tiny_bundle, shared_data):
    paths = sorted(path for path in (shared_data / "robustness").rglob("*") if path.is_file())
    short = [path for path in paths if path.stat().st_size < 500_000]
    answers = list(inference.predict_files(tiny_bundle, short))
    assert [answer.path for answer in answers] == short
    for answer in answers:
        if isinstance(answer, FilePrediction):
            assert np.isfinite(answer.scores).all()
            assert sum(answer.scores) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("rate_hz", [8000, 22050, 44100])
def test_digital_silence_is_never_an_event_though_resampled_sound_rings_on_into_it(
    tiny_bundle, tmp_path, rate_hz
):
    noise = np.random.default_rng(1).uniform(-0.9, 0.9, 2 * rate_hz)
    sound = np.concatenate([noise, np.zeros(2 * rate_hz), noise]).astype(np.float32)
    sf.write(tmp_path / "night.wav", sound, rate_hz, "FLOAT")
    eager = replace(tiny_bundle, card=replace(tiny_bundle.card, thresholds=(0.0, 0.0, 0.0)))
    prediction = inference.predict_file(eager, tmp_path / "night.wav", hop_s=0.1)
    assert [one.start_s for one in prediction.windows if one.is_silent] == pytest.approx(
        np.arange(2.0, 3.55, 0.1)
    )
    assert [(event.start_s, event.end_s) for event in prediction.events] == [
        (0.0, pytest.approx(2.0, abs=1e-3)),
        (pytest.approx(4.0, abs=1e-3), pytest.approx(6.0, abs=1e-3)),
    ]
    assert len(prediction.events) == 2, "of classes that exclude each other there is one at a time"


def test_sound_below_the_gate_is_of_no_class(tiny_bundle, tmp_path):
    eager = replace(tiny_bundle, card=replace(tiny_bundle.card, thresholds=(0.0, 0.0, 0.0)))
    sound = (1e-4 * np.random.default_rng(1).standard_normal(16000)).astype(np.float32)  # -80 dBFS
    sf.write(tmp_path / "quiet.wav", sound, 8000, "FLOAT")
    prediction = inference.predict_file(eager, tmp_path / "quiet.wav")
    assert (prediction.class_name, prediction.events, prediction.is_silent) == ("", (), True)
    heard = inference.predict_file(eager, tmp_path / "quiet.wav", settings=DecisionSettings(silence_db=-90.0))
    assert heard.class_name
    assert heard.events


def test_a_constant_offset_is_silence_too(tiny_bundle, tmp_path):
    noise = np.random.default_rng(1).uniform(-0.4, 0.4, 16000)
    sf.write(tmp_path / "a.wav", np.concatenate([np.full(16000, 0.5), noise + 0.5]), 8000, "FLOAT")
    eager = replace(tiny_bundle, card=replace(tiny_bundle.card, thresholds=(0.0, 0.0, 0.0)))
    prediction = inference.predict_file(eager, tmp_path / "a.wav", hop_s=0.5)
    assert [one.start_s for one in prediction.windows if one.is_silent] == [0.0, 0.5, 1.0, 1.5]
    assert {(event.start_s, event.end_s) for event in prediction.events} == {(2.0, 4.0)}


def test_classes_at_one_place_add_up(tiny_bundle):
    windows = np.random.default_rng(2).uniform(-0.5, 0.5, (40, 4000)).astype(np.float32)
    dog, cat, owl = inference.score_windows(tiny_bundle, windows).T
    merged = replace(
        tiny_bundle,
        card=replace(tiny_bundle.card, objective=SingleLabel(("pet", "owl")), thresholds=(0.4, 0.6)),
        places=(0, 0, 1),
    )
    np.testing.assert_allclose(inference.score_windows(merged, windows).T, [dog + cat, owl], rtol=1e-5)


def test_json_has_the_published_keys():
    prediction = made([scored(0.0, 1.0, 0.75, 0.25)], 1.0, events=[Event(0.0, 1.0, "dog", 0.75)])
    assert json.loads(json.dumps(prediction_values.to_json(prediction))) == {
        "path": "a.wav",
        "duration_s": 1.0,
        "class": "dog",
        "classes": ["dog"],
        "score": 0.75,
        "silent": False,
        "scores": {"dog": 0.75, "cat": 0.25},
        "windows": [
            {"start_s": 0.0, "end_s": 1.0, "silent": False, "scores": {"dog": 0.75, "cat": 0.25}},
        ],
        "events": [{"start_s": 0.0, "end_s": 1.0, "class": "dog", "score": 0.75}],
    }


def test_a_table_has_one_row_for_each_window():
    prediction = made([scored(0.0, 1.0, 0.75, 0.25), scored(1.0, 2.0, 0.25, 0.75)], 2.0)
    assert prediction_values.row_names(prediction.objective) == [
        "path",
        "start_s",
        "end_s",
        "class",
        "score",
        "dog",
        "cat",
    ]
    assert prediction_values.to_rows(prediction) == [
        ["a.wav", 0.0, 1.0, "dog", 0.75, 0.75, 0.25],
        ["a.wav", 1.0, 2.0, "cat", 0.75, 0.25, 0.75],
    ]


def test_of_a_set_all_classes_at_their_thresholds_are_told_the_likeliest_first():
    both = made([scored(0.0, 1.0, 0.5, 0.9), scored(1.0, 2.0, 0.5, 0.25)], 2.0, sets=True)
    assert both.named == ("cat", "dog")
    rows = prediction_values.to_rows(both)
    assert [row[3:5] for row in rows] == [
        ["cat;dog", pytest.approx(0.9)],
        ["dog", 0.5],
    ]
    told = prediction_values.to_json(both)
    assert (told["class"], told["classes"]) == ("cat", ["cat", "dog"])


def test_a_sound_may_be_of_no_class_of_a_set():
    silence = made([scored(0.0, 1.0, 0.25, 0.375)], 1.0, sets=True)
    assert prediction_values.to_rows(silence)[0][3:5] == ["none", 0.375]
    told = prediction_values.to_json(silence)
    assert (told["class"], told["classes"], told["score"]) == (None, [], 0.375)


def test_of_digital_silence_no_class_is_named_but_its_scores_are_told():
    hush = replace(scored(1.0, 2.0, 0.25, 0.75), lead_s=math.inf)
    both = made([scored(0.0, 1.0, 0.75, 0.25), hush], 2.0)
    assert [row[3:] for row in prediction_values.to_rows(both)] == [
        ["dog", 0.75, 0.75, 0.25],
        ["no signal", 0.75, 0.25, 0.75],
    ]
    told = prediction_values.to_json(both)
    assert (told["class"], told["silent"]) == ("dog", False)
    assert [one["silent"] for one in told["windows"]] == [False, True]
    told = prediction_values.to_json(made([hush], 1.0))
    assert (told["class"], told["classes"], told["silent"]) == (None, [], True)


def test_of_digital_silence_no_number_is_told():
    hush = WindowScores(1.0, 2.0, np.array([7.0], np.float32), lead_s=math.inf)
    heard = WindowScores(0.0, 1.0, np.array([3.0], np.float32))
    goal = Regression(("snr",), "dB", 5.0, 2.0)

    def of(*windows):
        mean = np.mean([one.scores for one in windows], axis=0)
        return FilePrediction(Path("a.wav"), 2.0, goal, (), mean, windows, ())

    assert [row[3] for row in prediction_values.to_rows(of(heard, hush))] == [3.0, ""]
    told = prediction_values.to_json(of(heard, hush))
    assert [(one["value"], one["silent"]) for one in told["windows"]] == [(3.0, False), (None, True)]
    assert (told["value"], prediction_values.to_json(of(hush))["value"]) == (5.0, None)


def test_events_become_regions_for_label_files():
    prediction = made([scored(0.0, 1.0, 0.75, 0.25)], 1.0, events=[Event(0.25, 1.0, "dog", 0.75)])
    assert prediction_values.to_regions(prediction) == (Region(0.25, 1.0, "dog", score=0.75),)


IDS = {"dog": ClassId(7), "cat": ClassId(9)}


def test_a_long_clip_is_suggested_with_its_events():
    windows = [scored(0.0, 1.0, 0.75, 0.25), scored(1.0, 2.0, 0.5, 0.5)]
    prediction = made(windows, 2.0, events=[Event(0.0, 1.0, "dog", 0.75)])
    detail = inference.suggestion_values(prediction, IDS, ClipId(3), RunId(4))
    assert detail.suggestion == Suggestion(ClipId(3), RunId(4), ClassId(7), 0.625)
    assert detail.scores == {ClassId(7): 0.625, ClassId(9): 0.375}
    (label,) = detail.events
    assert (label.class_id, label.start_s, label.end_s, label.source) == (ClassId(7), 0.0, 1.0, Source.MODEL)
    assert label.score == 0.75


@pytest.mark.parametrize(
    "windows",
    [[scored(0.0, 0.4, 0.75, 0.25)], [scored(0.0, 1.0, 0.75, 0.25), scored(0.5, 1.5, 0.75, 0.25)]],
)
def test_a_short_clip_is_suggested_as_a_whole(windows):
    prediction = made(windows, windows[-1].end_s, events=[Event(0.0, windows[-1].end_s, "dog", 0.75)])
    assert inference.suggestion_values(prediction, IDS, ClipId(3), RunId(4)).events == ()


def test_of_a_recording_of_no_class_as_a_whole_what_is_heard_in_it_is_kept():
    windows = [scored(0.0, 1.0, 0.75, 0.125), scored(1.0, 2.0, 0.125, 0.125)]
    heard = made(windows, 2.0, events=[Event(0.0, 1.0, "dog", 0.75)], sets=True)
    detail = inference.suggestion_values(heard, IDS, ClipId(3), RunId(4))
    assert detail.suggestion.classes == ()
    assert [one.class_id for one in detail.events] == [ClassId(7)]
    quiet = made(windows[1:], 2.0, sets=True)
    assert inference.suggestion_values(quiet, IDS, ClipId(3), RunId(4)) is None


def test_a_class_that_the_project_lacks_is_replaced_by_no_other():
    prediction = made([scored(0.0, 1.0, 0.75, 0.25)], 9.0, events=[Event(0.0, 1.0, "dog", 0.75)])
    assert inference.suggestion_values(prediction, {"cat": ClassId(9)}, ClipId(3), RunId(4)) is None
    detail = inference.suggestion_values(prediction, {"dog": ClassId(9)}, ClipId(3), RunId(4))
    assert (detail.suggestion.class_id, dict(detail.scores)) == (ClassId(9), {ClassId(9): 0.75})


def test_a_gpu_multiplies_as_precisely_as_the_processor_while_it_answers():
    before = torch.backends.cudnn.enabled, torch.backends.cudnn.allow_tf32
    with inference._full_precision(torch.device("cuda")):
        assert torch.backends.cudnn.enabled
        assert not torch.backends.cudnn.allow_tf32
    assert (torch.backends.cudnn.enabled, torch.backends.cudnn.allow_tf32) == before


def test_a_clip_longer_than_one_and_a_half_windows_is_suggested_with_its_events():
    windows = [scored(0.0, 1.0, 0.75, 0.25), scored(0.5, 1.5, 0.75, 0.25)]
    prediction = made(windows, 1.501, events=[Event(0.0, 1.5, "dog", 0.75)])
    assert len(inference.suggestion_values(prediction, IDS, ClipId(3), RunId(4)).events) == 1


def test_long_windows_come_in_smaller_batches(tiny_bundle, monkeypatch):
    sizes = []
    monkeypatch.setattr(inference, "_BATCH_SAMPLES", 4000 * 3)
    handle = tiny_bundle.network.model.register_forward_pre_hook(
        lambda _, inputs: sizes.append(len(inputs[0]))
    )
    inference.score_windows(tiny_bundle, np.zeros((7, 4000), np.float32))
    monkeypatch.setattr(inference, "_BATCH_SAMPLES", 1)
    inference.score_windows(tiny_bundle, np.zeros((2, 4000), np.float32))
    handle.remove()
    assert sizes == [3, 3, 1, 1, 1]


@pytest.mark.parametrize("pad", ["zeros", "repeat"])
def test_a_short_sound_is_lengthened_by_the_rule_of_the_model_in_a_file_and_live(save_tiny, tmp_path, pad):
    ends = LogMelPictures(0.5, pad, mel_settings(8000, mels=16))
    bundle = load_bundle(save_tiny(tmp_path / "model", front_end=ends))
    sound = (0.1 * np.random.default_rng(3).standard_normal(1500)).astype(np.float32)
    lengthened = {"zeros": np.pad(sound, (0, 2500)), "repeat": np.tile(sound, 3)[:4000]}
    scores = {rule: inference.score_windows(bundle, one[None])[0] for rule, one in lengthened.items()}
    assert np.abs(scores["zeros"] - scores["repeat"]).max() > 1e-3
    sf.write(tmp_path / "short.wav", sound, 8000, "FLOAT")
    assert inference.predict_file(bundle, tmp_path / "short.wav").scores == pytest.approx(
        scores[pad], abs=1e-6
    )
    live, *_ = LiveClassifier(bundle, LiveSettings(), 8000).push(sound, last=True)
    assert live.scores == pytest.approx(scores[pad], abs=1e-6)
