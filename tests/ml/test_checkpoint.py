"""The state of a fit on disk: what is gone on with comes to the same numbers, and nothing foreign is."""

import threading

import pytest
import torch
from safetensors.torch import load_file, save_file

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.events import EpochDone, Note
from audioclf_gui.ml.pipeline.checkpoint import CheckpointFile
from audioclf_gui.ml.pipeline.fit import fit

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
