import pytest
import torch

from audioclf_gui.ml import augmentation
from audioclf_gui.ml.settings import settings_for


def rng(seed=0):
    return torch.Generator().manual_seed(seed)


def pictures(batch=6, mels=16, columns=40):
    return torch.randn(batch, mels, columns, generator=rng(9)) * 10.0 - 50.0


@pytest.mark.parametrize("preset", ["default", "speech", "r4", "fast"])
def test_every_preset_changes_pictures_and_repeats_itself(preset):
    settings = settings_for(preset)
    before = pictures()
    kept = before.clone()
    after = augmentation.augment(before, settings, rng())
    assert after.shape == before.shape
    assert bool(torch.isfinite(after).all())
    assert not torch.equal(after, before)
    assert torch.equal(before, kept)
    assert torch.equal(after, augmentation.augment(before, settings, rng()))


def test_a_circular_shift_loses_nothing():
    before = pictures()
    after = augmentation.shift_in_time(before, 1.0, circular=True, rng=rng())
    assert torch.equal(after.sort(dim=2).values, before.sort(dim=2).values)
    assert not torch.equal(after, before)


def test_a_padded_shift_fills_with_the_quietest_value():
    before = torch.arange(1.0, 41.0).expand(50, 2, 40).clone()
    after = augmentation.shift_in_time(before, 0.2, circular=False, rng=rng())
    for picture in after[:, 0]:
        moved = int(picture.argmax())
        assert 31 <= moved <= 39
        assert set(picture[moved + 1 :].tolist()) <= {1.0}


def test_the_equaliser_stays_within_its_bounds_and_is_constant_in_time():
    curve = augmentation.equaliser(pictures(), 6.0, rng())
    assert curve.shape == (6, 16, 1)
    assert float(curve.abs().max()) <= 6.0


def test_pitch_moves_whole_bands():
    before = torch.arange(16.0).view(1, 16, 1).expand(30, 16, 5).clone()
    after = augmentation.shift_in_frequency(before, 4, rng())
    shifts = {int((picture[8] - 8).item()) for picture in after[:, :, 0]}
    assert shifts <= set(range(-4, 5))
    assert len(shifts) > 4


def test_noise_only_adds_power_and_only_to_its_share():
    before = pictures(batch=200)
    after = augmentation.add_noise(before, 0.3, rng())
    assert bool((after >= before - 1e-3).all())
    changed = (after - before).abs().amax(dim=(1, 2)) > 0.1
    assert float(changed.float().mean()) == pytest.approx(0.3, abs=0.1)


def test_masks_are_bounded_and_hold_the_picture_s_mean():
    settings = settings_for("default", masks=1, mask_bins=0.25, mask_columns=0.1)
    before = pictures(batch=100)
    after = augmentation.mask(before, settings, rng())
    hidden = after != before
    assert int(hidden.all(dim=2).sum(dim=1).max()) <= 4
    assert int(hidden.all(dim=1).sum(dim=1).max()) <= 4
    assert torch.allclose(after[hidden], before.mean(dim=(1, 2)).view(-1, 1, 1).expand_as(before)[hidden])


def test_mixup_blends_pictures_and_targets_alike():
    before = pictures(batch=8)
    targets = torch.eye(8)
    mixed, blended = augmentation.mix(before, targets, 0.3, rng(2))
    assert torch.allclose(blended.sum(dim=1), torch.ones(8))
    assert torch.allclose(mixed, torch.einsum("ij,jmt->imt", blended, before), atol=1e-3)
