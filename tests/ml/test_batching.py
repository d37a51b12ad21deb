"""How many clips a step learns from: what is set, and on a GPU more only where no step is lost by that."""

from types import SimpleNamespace

import pytest
import torch

from audioclf_gui.ml.pipeline.batching import batch_size
from audioclf_gui.ml.pipeline.policy import MOST_STEPS, epochs_for
from audioclf_gui.ml.settings import settings_for

CPU, GPU = torch.device("cpu"), torch.device("cuda")
SHAPE = (64, 251)


@pytest.fixture
def memory(monkeypatch):
    """A GPU with so many bytes."""

    def has(count):
        monkeypatch.setattr(
            torch.cuda, "get_device_properties", lambda _device: SimpleNamespace(total_memory=count)
        )

    has(80 * 2**30)
    return has


@pytest.mark.parametrize(
    ("examples", "expected"), [(60, 32), (3199, 32), (3200, 64), (6400, 128), (12800, 128), (10**6, 128)]
)
def test_a_gpu_takes_more_where_there_are_thousands(memory, examples, expected):
    size, note = batch_size(settings_for("default"), examples, SHAPE, GPU)
    assert size == expected
    assert (note is None) == (size == 32)
    if note is not None:
        assert f"{size} clips instead of 32" in str(note)


@pytest.mark.parametrize("examples", [10, 320, 2000, 3200, 5000, 9999, 20_000, 500_000])
def test_there_are_as_many_steps_as_with_the_usual_batches_or_the_most_that_are_planned(memory, examples):
    size, _ = batch_size(settings_for("default"), examples, SHAPE, GPU)

    def steps(of):
        return epochs_for(examples, of) * round(examples / of)

    assert steps(size) >= 0.95 * min(steps(32), MOST_STEPS)  # epochs are whole
    assert epochs_for(examples, size) >= epochs_for(examples, 32)


def test_the_processor_takes_what_is_set():
    assert batch_size(settings_for("default"), 10**6, SHAPE, CPU) == (32, None)


def test_where_the_epochs_are_given_there_would_be_fewer_steps_so_it_stays_as_it_is(memory):
    assert batch_size(settings_for("default", epochs=20), 10**6, SHAPE, GPU) == (32, None)


def test_a_small_gpu_takes_what_fits(memory):
    memory(2**30)
    assert batch_size(settings_for("default"), 10**6, SHAPE, GPU)[0] == 64
    assert batch_size(settings_for("default"), 10**6, (512, 3000), GPU)[0] == 32


def test_the_largest_can_be_set_and_is_never_below_the_usual_one(memory):
    assert batch_size(settings_for("default", gpu_batch_size=256), 10**6, SHAPE, GPU)[0] == 256
    assert batch_size(settings_for("default", gpu_batch_size=2), 10**6, SHAPE, GPU)[0] == 32
