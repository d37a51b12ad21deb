"""The state of a fit on disk: what is gone on with comes to the same numbers, and nothing foreign is."""

import json
import math
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import EpochDone, Note
from audioclf_gui.ml.pipeline.checkpoint import CheckpointFile, origin_of
from audioclf_gui.ml.pipeline.fit import fit
from audioclf_gui.ml.pipeline.fit_state import Best, FitState
from audioclf_gui.ml.pipeline.learner import Learner, weights_on_cpu
from audioclf_gui.ml.pipeline.plan import make_plan
from audioclf_gui.ml.pipeline.policy import StoppingPolicy
from audioclf_gui.ml.pipeline.schedule import OneCycle
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import Split

CPU = torch.device("cpu")


def fitted(network, task, saved, stop_after=None):
    """What a fit comes to, and its events; stopped after so many epochs."""
    stop, events = threading.Event(), []
    job = fit(network, task, CPU, keep=lambda *_: None, stop=stop, saved=saved)
    while True:
        try:
            event = next(job)
        except StopIteration as end:
            return end.value, events
        events.append(event)
        if isinstance(event, EpochDone) and event.epoch.number == stop_after:
            job.close()
            return None, events


class Pictures(torch.nn.Module):
    """A convolution, whose weights lie in memory in another order than they are stored in."""

    def __init__(self):
        super().__init__()
        self.convolution = torch.nn.Conv2d(1, 3, 3)
        self.norm = torch.nn.BatchNorm2d(3)
        self.drop = torch.nn.Dropout(0.3)
        self.head = torch.nn.Linear(3, 2)

    def forward(self, pictures):
        return self.head(self.drop(self.norm(self.convolution(pictures[:, None]))).mean(dim=(2, 3)))


@pytest.mark.parametrize("optimizer", ["adamw", "adam", "adadelta"])
def test_a_fit_that_was_cut_off_comes_to_the_same_weights(optimizer, make_task, random_pictures, tmp_path):
    changes = {"optimizer": optimizer, "epochs": 8, "patience": 3, "mixup": 0.3, "shift": 1.0, "ema": 0.9}
    task = make_task(random_pictures(14), [0, 1] * 7, range(10), (10, 11, 12, 13), batch_size=4, **changes)
    network = Pictures()
    whole, events = fitted(network, task, None)
    saved = CheckpointFile(tmp_path / "state", "these data")
    fitted(network, task, saved, stop_after=2)  # the state of the first epoch is on disk
    again, more = fitted(network, task, saved)
    assert [str(event.text) for event in more if isinstance(event, Note)][:1] == [
        "Training goes on after epoch 1."
    ]
    epochs = [
        (one.epoch.number, one.epoch.train_loss, one.epoch.valid_loss)
        for one in events[1:]
        if isinstance(one, EpochDone)
    ]
    gone_on = [
        (one.epoch.number, one.epoch.train_loss, one.epoch.valid_loss)
        for one in more
        if isinstance(one, EpochDone)
    ]
    assert gone_on == [one for one in epochs if one[0] > 1]
    for name, value in whole.model.state_dict().items():
        assert torch.equal(again.model.state_dict()[name], value), name
    assert (again.best_epoch, again.epochs, again.steps) == (whole.best_epoch, whole.epochs, whole.steps)


def test_a_fit_that_is_over_is_not_done_again(make_task, random_pictures, band_means, tmp_path):
    task = make_task(random_pictures(8), [0, 1] * 4, range(4), range(4, 8), batch_size=4, epochs=3)
    saved = CheckpointFile(tmp_path / "state", "these data")
    first, _events = fitted(band_means(2), task, saved)
    again, events = fitted(band_means(2, seed=9), task, saved)
    assert events == []
    assert torch.equal(again.model.head.weight, first.model.head.weight)
    assert again.epochs == 3


def test_the_state_of_other_data_or_a_damaged_one_is_refused(
    make_task, random_pictures, band_means, tmp_path
):
    task = make_task(random_pictures(8), [0, 1] * 4, range(4), range(4, 8), batch_size=4, epochs=3)
    file = tmp_path / "state"
    fitted(band_means(2), task, CheckpointFile(file, "these data"))
    with pytest.raises(UserError, match="have changed"):
        fitted(band_means(2), task, CheckpointFile(file, "other data"))
    tensors = load_file(file)
    save_file(tensors, file)
    with pytest.raises(UserError, match="cannot be gone on with"):
        fitted(band_means(2), task, CheckpointFile(file, "these data"))
    file.write_bytes(b"half")
    with pytest.raises(UserError, match="cannot be gone on with") as error:
        fitted(band_means(2), task, CheckpointFile(file, "these data"))
    assert "Train anew" in str(error.value.remedy)


def test_the_state_comes_back_whole_and_the_time_between_does_not_count(
    make_task, random_pictures, band_means, tmp_path
):
    task = make_task(random_pictures(8), [0, 1] * 4, range(4), range(4, 8))
    first, again = (Learner(band_means(2), task, CPU) for _ in range(2))
    first.parts = 4
    now = time.monotonic()
    cooling = OneCycle(100, 0.01, 0.1, "cosine", cool_start=60, cool_rate=0.004)
    policy = StoppingPolicy(cooling, 5, 120, 10, 0.1, 4, now + 500.0, judge_every=2, first_step_at=now - 70.0)
    best = Best(9, (-0.5, 0.75), weights_on_cpu(first.averaged))
    state = FitState(now - 80.0, policy, 65, 13, 900, best, smoothed=0.61, has_diverged=True)
    saved = CheckpointFile(tmp_path / "state", "these data")
    saved.write(state, first, [Text("Memory ran out.")])
    with safe_open(saved.path, "pt") as opened:
        facts = json.loads(opened.metadata()["audioclf"])
    facts["now"] -= 1000.0  # as if it had been written so many seconds ago
    save_file(load_file(saved.path), saved.path, {"audioclf": json.dumps(facts)})

    found, notes = saved.take_up(again)
    later_s = found.began - state.began
    assert later_s == pytest.approx(1000.0, abs=60.0)
    moved = replace(policy, deadline=now + 500.0 + later_s, first_step_at=now - 70.0 + later_s)
    for name in ("deadline", "first_step_at"):
        assert getattr(found.policy, name) == pytest.approx(getattr(moved, name))
    assert replace(found.policy, deadline=None, first_step_at=0.0) == replace(
        policy, deadline=None, first_step_at=0.0
    )
    for name in ("step", "epoch", "examples", "smoothed", "has_diverged", "waited"):
        assert getattr(found, name) == getattr(state, name), name
    assert (found.best.epoch, found.best.rank) == (9, (-0.5, 0.75))
    assert all(torch.equal(found.best.weights[name], value) for name, value in best.weights.items())
    assert [str(note) for note in notes] == ["Memory ran out."]
    assert again.parts == 4


def test_an_epoch_that_nobody_judged_comes_back_as_the_worst(
    make_task, random_pictures, band_means, tmp_path
):
    task = make_task(random_pictures(8), [0, 1] * 4, range(4), range(4, 8))
    learner = Learner(band_means(2), task, CPU)
    policy = StoppingPolicy(OneCycle(100, 0.01, 0.1, "cosine"), 5, 100, 10, 0.1)
    unjudged = Best(1, (-math.inf, -math.inf), weights_on_cpu(learner.averaged))
    saved = CheckpointFile(tmp_path / "state", "these data")
    saved.write(FitState(time.monotonic(), policy, 5, 1, 4, unjudged), learner, [])
    found, _notes = saved.take_up(learner)
    assert found.best.rank == (-math.inf, -math.inf)
    assert found.policy.deadline is None


@pytest.mark.parametrize(
    "changes",
    [
        {"settings": {"batch_size": 7}},
        {"settings": {"pad": "repeat"}},
        {"target": 0},
        {"content": "another recording"},
        {"start_s": 0.25},
        {"train": (0, 1)},
    ],
    ids=str,
)
def test_a_state_is_of_the_very_same_labels_sounds_and_settings(changes):
    def plan(target=1, content="a", start_s=0.0, train=(0, 1, 2), settings=None):
        examples = tuple(
            Example(ClipId(at), Path("a.wav"), content, (0, target)[at % 2], f"{at}", "", start_s, 1.0)
            for at in range(4)
        )
        split = Split(train, (3,), (), Text("by hand"), "best")
        data = TrainingData(("a", "b"), (1, 2), examples)
        return make_plan(data, split, settings_for("default", **(settings or {})))

    assert origin_of(plan()) == origin_of(plan())
    assert origin_of(plan(**changes)) != origin_of(plan())


def test_a_place_that_refuses_the_state_does_not_end_the_training(
    make_task, random_pictures, band_means, tmp_path
):
    task = make_task(random_pictures(8), [0, 1] * 4, range(4), range(4, 8), batch_size=4, epochs=3)
    (tmp_path / "no folder").write_text("in the way")
    done, events = fitted(band_means(2), task, CheckpointFile(tmp_path / "no folder" / "state", "these data"))
    assert done.epochs == 3
    told = [str(event.text) for event in events if isinstance(event, Note)]
    assert len(told) == 1
    assert "do not interrupt it" in told[0]
