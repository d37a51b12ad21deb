"""What is left to learn from when some clips cannot be read."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import ClipRefused
from audioclf_gui.ml.feature_cache import Features
from audioclf_gui.ml.pipeline.plan import make_plan
from audioclf_gui.ml.pipeline.task import make_task
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import Split


@pytest.fixture
def task_without(tmp_path):
    """A task of eight examples of two classes in turn: 0 to 3 train, 4 and 5 validate, 6 and 7 test.

    Example `at` has a spectrogram that is `at` dB everywhere.
    """

    def make(*refused, preset="default", **settings):
        examples = tuple(
            Example(ClipId(at), Path(f"{at}.wav"), f"{at}", at % 2, "g", "", 0.0, 1.0) for at in range(8)
        )
        split = Split((0, 1, 2, 3), (4, 5), (6, 7), Text("by hand"), "best")
        plan = make_plan(TrainingData(("a", "b"), (1, 2), examples), split, settings_for(preset, **settings))
        files = {at: tmp_path / f"{at}" for at in range(8) if at not in refused}
        for at, file in files.items():
            file.write_bytes(save({"windows": torch.full((1, 64, 10), float(at)).half()}))
        reasons = tuple(ClipRefused(Path(f"{at}.wav"), Text("damaged")) for at in refused)
        loud = dict.fromkeys(files, np.zeros(1, np.float32))
        return make_task(plan, Features(files, loud, plan.front_end, reasons))

    return make


def test_refused_clips_are_in_no_set(task_without):
    split = task_without(2, 4, 7).split
    assert (split.train, split.valid, split.test) == ((0, 1, 3), (5,), (6,))


def test_pictures_are_standardised_by_the_training_clips_alone(task_without):
    task = task_without(3)
    assert task.mean.tolist() == [1.0] * 64
    assert task.standardised(torch.full((1, 64, 2), 5.0)).unique().tolist() == [4.0]


def test_nothing_is_chosen_when_no_clip_is_left_to_choose_by(task_without):
    split = task_without(4, 5).split
    assert (split.measured, split.test, split.selection) == ((6, 7), (), "last")


@pytest.mark.parametrize("refused", [(4, 5, 6, 7), (0, 2), (0, 1, 2, 3)])
def test_too_little_to_learn_from_or_to_judge_by_is_refused(task_without, refused):
    with pytest.raises(UserError, match=f"{len(refused)} clips cannot be read"):
        task_without(*refused)


@pytest.mark.parametrize("refused", [(6, 7), (4,), (0, 1)])
def test_two_classes_and_one_clip_to_judge_by_are_enough(task_without, refused):
    assert set(task_without(*refused).split.train) == {0, 1, 2, 3} - set(refused)


def test_a_reference_as_given_learns_from_features_as_they_are_and_is_judged_by_altered_ones(
    task_without,
):
    usual, given = task_without(), task_without(preset="r4", as_given=True, top_db=None)
    pictures = torch.randn(40, 64, 30)
    assert torch.equal(usual.judged(pictures, torch.Generator()), usual.standardised(pictures))
    assert given.mean.unique().tolist() == [0.0]
    assert given.deviation.unique().tolist() == [1.0]
    altered = given.judged(pictures, torch.Generator().manual_seed(3))
    assert not torch.equal(altered, pictures)
    assert torch.equal(altered, given.varied(pictures, torch.Generator().manual_seed(3)))


def test_balanced_weights_are_those_of_the_training_clips_alone(plan_of_rows):
    rows = [(int(at >= 6), f"{at}", f"{at}", torch.zeros(1, 1)) for at in range(18)]
    for balance, ratio in ((0.0, 6 / 2), (0.5, (6 / 2) ** 0.5)):
        _plan, task, _filled = plan_of_rows(
            rows[:8], held=rows[8:], class_weights="balanced", balance=balance
        )
        first, second = task.objective.weights
        assert second / first == pytest.approx(ratio), "what drawing them more often has left to do"
