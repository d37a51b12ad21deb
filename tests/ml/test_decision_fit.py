"""Thresholds are fitted on sounds in noise that a model has not learnt, with the rule that decides later."""

import threading
from dataclasses import replace

import numpy as np
import pytest
import soundfile as sf
import torch
from torch import nn

from audioclf_gui.audio.decoder import Decoder
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.decision_fit import STEPS, fitted_thresholds
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.front_ends.listener import Embeddings
from audioclf_gui.ml.front_ends.listener_and_log_mel import EmbeddingsAndPictures
from audioclf_gui.ml.heard_scenes import HeardScenes, together
from audioclf_gui.ml.made_scenes import hear_scenes
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.pipeline.task import make_task
from audioclf_gui.ml.runs import prepare
from audioclf_gui.ml.settings import settings_for

NAMES = ("rain", "dog", "cat")
USUAL = (0.5, 0.5, 0.5)
QUICK = {"epochs": 1, "batch_size": 8, "mels": 8, "refit": False, "threads": 1, "device": "cpu"}


def heard(rows, noise=((0.6, 0.2, 0.2),)):
    """Scenes of windows with scores and the class that sounds, or None."""
    logits = np.log(np.array([scores for scores, _ in rows], np.float32))
    wanted = np.array([[name == one for one in NAMES] for _, name in rows])
    partly = np.zeros_like(wanted)
    return HeardScenes(logits, wanted, partly, np.log(np.array(noise, np.float32)), len(rows))


IN_NOISE = heard(
    [((0.9, 0.05, 0.05), "rain")] * 6
    + [((0.6, 0.3, 0.1), "dog")] * 6
    + [((0.6, 0.1, 0.3), "cat")] * 6
    + [((0.6, 0.2, 0.2), None)] * 6
)


@pytest.mark.parametrize(
    ("scores", "thresholds", "expected"),
    [
        pytest.param((0.6, 0.3, 0.1), (0.8, 0.2, 0.2), (1,), id="much for a dog"),
        pytest.param((0.9, 0.05, 0.05), (0.8, 0.2, 0.2), (0,), id="rain"),
        pytest.param((0.6, 0.3, 0.1), (0.5, 0.5, 0.5), (0,), id="the likeliest where all are alike"),
        pytest.param((0.4, 0.3, 0.3), (0.5, 0.5, 0.5), (), id="none"),
        pytest.param((0.5, 0.3, 0.2), (0.5, 0.5, 0.5), (0,), id="the threshold itself"),
    ],
)
def test_a_window_is_of_the_class_that_is_most_above_its_own_threshold(scores, thresholds, expected):
    assert SingleLabel(NAMES).heard(np.array(scores, np.float32), thresholds) == expected


def test_what_stands_for_none_is_never_heard():
    goal = SingleLabel((*NAMES, "background"), has_background=True)
    assert goal.heard(np.array((0.1, 0.2, 0.0, 0.7), np.float32), (0.5,) * 4) == ()
    assert goal.heard(np.array((0.1, 0.2, 0.0, 0.7), np.float32), (0.5, 0.15, 0.5, 0.5)) == (1,)


def test_thresholds_find_what_is_masked_by_noise_and_leave_noise_alone():
    goal = SingleLabel(NAMES)
    found = fitted_thresholds(goal, IN_NOISE, 1.0, USUAL)
    scores = torch.softmax(torch.from_numpy(IN_NOISE.logits), 1).numpy()
    answers = [next(iter(goal.heard(row, found)), None) for row in scores]
    assert answers == [0] * 6 + [1] * 6 + [2] * 6 + [None] * 6
    assert goal.heard(np.array((0.6, 0.2, 0.2), np.float32), found) == ()


def test_a_class_that_sounds_like_noise_is_not_given_up_for_fewer_answers_to_noise():
    rain = ((0.8, 0.1, 0.1), "rain")
    scenes = heard([rain] * 4 + [((0.3, 0.6, 0.1), "dog")] * 4, noise=((0.8, 0.1, 0.1),) * 20)
    found = fitted_thresholds(SingleLabel(NAMES), scenes, 1.0, USUAL)
    assert SingleLabel(NAMES).heard(np.array(rain[0], np.float32), found) == (0,)


def test_a_class_that_the_scenes_lack_keeps_its_usual_threshold():
    scenes = heard([((0.6, 0.3, 0.1), "dog")] * 6 + [((0.6, 0.1, 0.3), "cat")])
    found = fitted_thresholds(SingleLabel(NAMES), scenes, 1.0, (0.45, 0.5, 0.55))
    assert (found[0], found[2]) == (0.45, 0.55)
    assert found[1] in STEPS


def test_scenes_of_several_models_are_taken_together():
    both = together([IN_NOISE, IN_NOISE])
    assert len(both.logits) == len(both.wanted) == 48
    assert both.sounds == 48
    found = [fitted_thresholds(SingleLabel(NAMES), one, 1.0, USUAL) for one in (both, IN_NOISE)]
    assert found[0] == pytest.approx(found[1], abs=0.2)


class Loudness(nn.Module):
    """Two logits that say how loud a window is."""

    def forward(self, pictures):
        mean = pictures.mean(dim=(1, 2))
        return torch.stack([mean, -mean], dim=1)


def task_of(plan, cache):
    stop = threading.Event()
    return make_task(plan, result_of(cache_features(plan.data.examples, plan.front_end, cache, stop)))


def test_scenes_have_sounds_and_pauses_and_do_not_change(tones, tmp_path):
    (plan,) = prepare(tones, settings_for("default", **QUICK))
    task = task_of(plan, tmp_path / "cache")
    first, again = (
        result_of(hear_scenes(Loudness(), task, tones.examples[:8], torch.device("cpu"))) for _ in range(2)
    )
    assert (first.logits == again.logits).all()
    assert first.sounds == 8
    of_each = first.wanted.sum(axis=0)
    assert of_each.min() >= 4
    assert len(first.noise) == 64 + 3 * 12


def test_scenes_of_a_long_ogg_cost_one_pass_of_it(tones, tmp_path, monkeypatch):
    path, read = tmp_path / "night.ogg", []
    long = np.random.default_rng(0).normal(0.0, 0.1, 40 * 8000).astype(np.float32)
    sf.write(path, long, 8000, format="OGG", subtype="VORBIS")
    calls = [replace(tones.examples[0], path=path, start_s=at, stop_s=at + 1.0) for at in range(40)]
    (plan,) = prepare(tones, settings_for("default", **QUICK))
    read_frames = Decoder.read

    def counted(decoder, frames):
        block = read_frames(decoder, frames)
        read.append(len(block))
        return block

    task = task_of(plan, tmp_path / "cache")
    monkeypatch.setattr(Decoder, "read", counted)
    found = result_of(hear_scenes(Loudness(), task, calls, torch.device("cpu")))
    assert found.sounds == 40
    assert sum(read) == len(long)


def test_without_examples_there_is_noise_only(tones, tmp_path):
    (plan,) = prepare(tones, settings_for("default", **QUICK))
    task = task_of(plan, tmp_path / "cache")
    found = result_of(hear_scenes(Loudness(), task, (), torch.device("cpu")))
    assert (len(found.logits), len(found.noise)) == (0, 100)


def test_a_window_says_which_classes_sound_in_it_too_shortly_to_be_asked_for(tones, tmp_path):
    (plan,) = prepare(tones, settings_for("default", **QUICK))
    task = task_of(plan, tmp_path / "cache")
    found = result_of(hear_scenes(Loudness(), task, tones.examples[:8], torch.device("cpu")))
    assert found.partly.any()
    assert not (found.partly & found.wanted).any()
    assert not (found.wanted | found.partly).all(axis=1).all(), "there are pauses"


def test_a_pretrained_listener_does_not_hear_scenes_since_training_on_it_is_to_take_seconds(tones, tmp_path):
    (plan,) = prepare(tones, settings_for("default", **QUICK))
    task = task_of(plan, tmp_path / "cache")
    assert task.decides_by_scenes
    for ends in (Embeddings, EmbeddingsAndPictures):
        listening = object.__new__(ends)  # what it listens through does not matter
        assert not replace(task, front_end=listening).decides_by_scenes
