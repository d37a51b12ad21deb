import multiprocessing

import pytest
import torch

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.devices import CPU, DevicePlacement, placement
from audioclf_gui.ml.events import BatchDone, EpochDone, TrainingDone
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

QUICK = {
    "epochs": 3,
    "mels": 16,
    "dropout": 0.0,  # each process draws its own
    "batch_size": 12,
    "threads": 1,
    "refit": False,
    "precision": "float32",
}


def trained(data, folder, on_event=lambda event: None, **changes):
    """The epochs of a training, and its report."""
    (plan,) = prepare(data, settings_for("fast", **{**QUICK, **changes}))
    seen = []
    result_of(
        run_training(plan, folder / "model", folder / "cache"),
        lambda event: (seen.append(event), on_event(event)),
    )
    assert isinstance(seen[-1], TrainingDone)
    return [event.epoch for event in seen if isinstance(event, EpochDone)], seen[-1].report


@pytest.mark.slow
def test_two_processes_come_to_the_loss_curve_of_one(tones, tmp_path):
    alone, report = trained(tones, tmp_path / "alone", device="cpu")
    shared, of_both = trained(tones, tmp_path / "shared", devices="cpu:2")
    assert len(shared) == len(alone) == 3
    for one, other in zip(alone, shared, strict=True):
        assert other.train_loss == pytest.approx(one.train_loss, rel=1e-3)
        assert other.valid_loss == pytest.approx(one.valid_loss, rel=1e-3)
    assert of_both["accuracy"] == report["accuracy"]
    assert any("2 processes share each step" in note for note in of_both["notes"])
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_a_process_that_ends_is_told_with_what_helps(tones, tmp_path):
    def kill(event):
        if isinstance(event, BatchDone):
            for helper in multiprocessing.active_children():
                helper.kill()
                helper.join()

    with pytest.raises(UserError, match="the process that learns on cpu has ended") as told:
        trained(tones, tmp_path, kill, devices="cpu:2")
    assert "smaller batch_size" in str(told.value.remedy)
    assert not multiprocessing.active_children()


def test_devices_are_numbers_of_gpus_or_so_many_processes():
    assert placement(settings_for("fast", devices="cpu:3")).devices == (CPU,) * 3
    assert placement(settings_for("fast", device="cpu")).devices == (CPU,)
    for text in ("gpu", "0,0", "0,", "cpu:0", "cpu:x", "-1"):
        with pytest.raises(UserError, match="names no devices"):
            placement(settings_for("fast", devices=text))
    there = torch.cuda.device_count()
    with pytest.raises(UserError, match=f"no GPU {there}"):
        placement(settings_for("fast", devices=str(there)))


def test_a_batch_of_few_is_not_shared_by_many():
    assert len(DevicePlacement((CPU,) * 8).for_batches_of(12)) == 3
    assert len(DevicePlacement((CPU,) * 8).for_batches_of(2)) == 1
