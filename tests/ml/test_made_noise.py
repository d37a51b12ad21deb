"""Made noise is learnt as none of the classes, so that a model in a quiet room names nothing."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.decisions import Decision, EventTold
from audioclf_gui.ml.events import Note, TrainingDone
from audioclf_gui.ml.inference import score_windows
from audioclf_gui.ml.live import LiveClassifier
from audioclf_gui.ml.made_noise import looks_like, made_noise
from audioclf_gui.ml.objectives import objective_from_json, objective_to_json
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

RATE_HZ = 8000
QUICK = {"epochs": 100, "batch_size": 8, "mels": 24, "refit": False, "threads": 1, "device": "cpu"}


def unheard_noise(count, frames, seed=77):
    """White and pink noise that nothing has learnt from, from soft to loud."""
    rng = np.random.default_rng(seed)
    levels = 10.0 ** (np.linspace(-60.0, -20.0, count) / 20.0)
    white = rng.standard_normal((count, frames))
    hz = np.maximum(np.fft.rfftfreq(frames), 1.0 / frames)
    pink = np.fft.irfft(np.fft.rfft(white) * hz**-0.5, frames)
    pink /= pink.std(axis=1, keepdims=True)
    white[::2] = pink[::2]
    return (levels[:, None] * white).astype(np.float32)


def learnt(tones, folder, preset="default", **changes):
    settings = settings_for(preset, **(QUICK | changes))
    (plan,) = prepare(tones, settings)
    return list(run_training(plan, folder / "model", folder / "cache")), load_bundle(folder / "model")


@pytest.fixture(scope="module")
def tones(tmp_path_factory):
    """Two dozen clips of a second, a low or a high tone that comes twice and fades."""
    folder = tmp_path_factory.mktemp("tones")
    rng, time_s = np.random.default_rng(4), np.arange(RATE_HZ) / RATE_HZ
    examples = []
    for at in range(24):
        pitch_hz = (400.0, 2000.0)[at % 2] * rng.uniform(0.9, 1.1)
        sound = np.sin(2.0 * np.pi * pitch_hz * time_s) * np.exp(-8.0 * (time_s % 0.5))
        path = folder / f"{at}.wav"
        write_wav(path, (rng.uniform(0.1, 0.6) * sound).astype(np.float32), RATE_HZ)
        facts = (ClipId(at + 1), path, content_hash(path), at % 2, f"g{at // 2}", "", 0.0, 1.0, RATE_HZ)
        examples.append(Example(*facts))
    return TrainingData(("low", "high"), (1, 2), tuple(examples), "group")


@pytest.fixture(scope="module")
def run(tones, tmp_path_factory):
    return learnt(tones, tmp_path_factory.mktemp("learnt"))


def test_noise_is_the_same_for_every_model_and_within_full_scale():
    noises = made_noise(20, 4000, 8000)
    assert noises.shape == (20, 4000)
    assert (noises == made_noise(20, 4000, 8000)).all()
    assert float(np.abs(noises).max()) <= 1.0
    levels_db = 20.0 * np.log10(np.sqrt(np.square(noises, dtype=np.float64).mean(axis=1)))
    assert levels_db.min() < -55.0
    assert levels_db.max() > -25.0


def test_noise_that_was_never_heard_is_none_of_the_classes_and_what_was_learnt_is(run, tones):
    events, model = run
    goal, frames = model.card.objective, model.card.front_end.window_frames
    for scores in score_windows(model, unheard_noise(12, frames)):
        assert goal.is_none(scores)
        assert goal.answered(scores, model.card.thresholds) == ()
    (done,) = (event for event in events if isinstance(event, TrainingDone))
    assert done.report["accuracy"] == 1.0
    assert done.report["taken_for_none"] == 0


def test_live_listening_to_noise_has_no_event_and_says_why(run):
    _, model = run
    rate_hz = model.card.front_end.rate_hz
    live = LiveClassifier(model, LiveSettings(), rate_hz)
    told = [one for noise in unheard_noise(6, 2 * rate_hz) for one in live.push(noise)]
    assert not [one for one in told if isinstance(one, EventTold)]
    reasons = {str(one.reason) for one in told if isinstance(one, Decision)}
    assert "no class" in reasons


def test_without_made_noise_scores_of_all_sounds_sum_to_one(tones, tmp_path):
    _, model = learnt(tones, tmp_path, made_noise=0.0, epochs=1)
    frames = model.card.front_end.window_frames
    assert not model.card.objective.is_open
    assert score_windows(model, unheard_noise(3, frames)).sum(axis=1) == pytest.approx([1.0] * 3, abs=1e-5)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_model_keeps_whether_it_knows_what_is_none(is_open):
    goal = SingleLabel(("dog", "cat"), is_open=is_open)
    assert objective_from_json(objective_to_json(goal)) == goal
    assert goal.opened().is_open


def test_a_sound_of_no_class_costs_more_the_surer_the_answer_to_it():
    goal, plain = SingleLabel(("dog", "cat"), is_open=True), settings_for("default", label_smoothing=0.0)
    none, dog = torch.zeros(1, 2), torch.tensor([[1.0, 0.0]])
    low, high = torch.tensor([[-9.0, -9.0]]), torch.tensor([[9.0, -9.0]])
    assert float(goal.loss(low, none, plain)) < 0.01 < float(goal.loss(high, none, plain))
    assert float(goal.loss(high, dog, plain)) < 0.01 < float(goal.loss(low, dog, plain))
    assert goal.scores(low).sum() < 0.01


def test_noise_like_a_class_is_told_and_no_other():
    """Pictures of 8 bands: two classes, each with some spread, and noises in and far beside them."""
    rng = torch.Generator().manual_seed(0)
    loud = torch.tensor([-20.0, -60.0]).repeat_interleave(10).view(-1, 1, 1)
    spread, grain = torch.randn(20, 8, 1, generator=rng), torch.randn(20, 8, 50, generator=rng)
    pictures = loud + spread + grain
    noises = torch.stack([pictures[3] + 0.1, pictures[15] - 0.1, torch.full((8, 50), 0.0)])
    assert looks_like(noises, pictures, np.repeat([0, 1], 10)) == {0: 0, 1: 1}


def test_a_class_of_noise_is_learnt_and_the_noise_like_it_left_out(tones, tmp_path):
    """Whoever wants to know hiss from hum has clips that sound like what is made."""
    hiss = made_noise(12, 8000, 8000)
    examples = []
    for at, example in enumerate(tones.examples[:12]):
        path = tmp_path / f"hiss-{at}.wav"
        write_wav(path, hiss[at], 8000)
        examples.append(replace(example, path=path, content=content_hash(path), target=0))
    data = replace(tones, examples=(*examples, *tones.examples[12:]))
    events, _ = learnt(data, tmp_path, epochs=2)
    notes = [str(event.text) for event in events if isinstance(event, Note)]
    (told,) = (note for note in notes if "made noises sound like" in note)
    assert "low" in told
    (done,) = (event for event in events if isinstance(event, TrainingDone))
    assert told in done.report["notes"]
