"""What the recipes of the reference systems need beside our own."""

import pytest
import torch

from audioclf_gui.ml.pipeline.learner import Learner
from audioclf_gui.ml.pipeline.schedule import OneCycle
from audioclf_gui.ml.windows import usual_window_s

CPU = torch.device("cpu")


def test_a_rate_that_does_not_fall_stays_but_for_an_early_end():
    constant = OneCycle(200, 0.1, 0.0, "none")
    assert {constant.rate(step) for step in range(200)} == {0.1}
    shortened = constant.shortened(100, 10)
    rates = [shortened.rate(step) for step in range(100, shortened.steps)]
    assert rates[0] == pytest.approx(0.1)
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < 0.01


def test_adadelta_makes_its_first_step_as_the_paper_has_it(make_task, random_pictures, band_means):
    """With rho = 0.95: rate * gradient * sqrt(eps) / sqrt(0.05 * gradient ** 2 + eps)."""
    task = make_task(random_pictures(4), [0, 1, 0, 1], optimizer="adadelta")
    learner = Learner(band_means(2), task, CPU)
    before = learner._model.head.weight.detach().clone()
    learner.step(range(4), 0.5, torch.Generator().manual_seed(0))
    gradient = learner._model.head.weight.grad.double()
    step = gradient * (1e-7) ** 0.5 / (0.05 * gradient.square() + 1e-7).sqrt()
    assert torch.allclose(learner._model.head.weight.double(), before.double() - 0.5 * step, atol=1e-7)


class Cube(torch.nn.Module):
    """A network with weights of five axes."""

    def __init__(self):
        super().__init__()
        self.convolution = torch.nn.Conv3d(1, 2, 3, padding=1)

    def forward(self, pictures):
        return self.convolution(pictures[:, None, None]).mean(dim=(2, 3, 4))


def test_networks_of_three_dimensions_learn_too(make_task, random_pictures):
    task = make_task(random_pictures(4), [0, 1, 0, 1])
    learner = Learner(Cube(), task, CPU)
    before = learner._model.convolution.weight.detach().clone()
    learner.step(range(4), 0.1, torch.Generator().manual_seed(0))
    assert not torch.equal(learner._model.convolution.weight, before)


def test_the_longest_window_chosen_from_the_clips_is_the_presets_business():
    assert usual_window_s([59.9] * 20) == 6.0
    assert usual_window_s([59.9] * 20, 60.0) == 59.9
    assert usual_window_s([300.0] * 20, 60.0) == 60.0
