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
    before[:, :, 0] = 50.5  # neither end is the quietest place
    after = augmentation.shift_in_time(before, 0.2, circular=False, rng=rng())
    for picture in after[:, 0].tolist():
        shift = 20 - picture.index(21.0)
        kept = before[0, 0].tolist()[max(0, shift) : 40 + min(0, shift)]
        assert -8 <= shift <= 8
        assert picture == [2.0] * max(0, -shift) + kept + [2.0] * max(0, shift)


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


def only(**changes):
    """Settings of which nothing is on but what is named."""
    off = {
        "shift": 0.0,
        "gain_db": 0.0,
        "eq_db": 0.0,
        "pitch_bins": 0,
        "noise": 0.0,
        "masks": 0,
        "mixup": 0.0,
    }
    return settings_for("default", **(off | changes))


@pytest.mark.parametrize(
    "change", [{"shift": 0.05}, {"pitch_bins": 1}, {"eq_db": 0.5}, {"gain_db": 0.5}, {"noise": 0.5}]
)
def test_a_little_of_anything_changes_pictures(change):
    before = pictures(batch=20)
    assert not torch.equal(augmentation.augment(before, only(**change), rng()), before)


def test_a_shift_in_time_returns_or_loses_what_leaves_as_the_settings_say():
    before = torch.arange(40.0).expand(50, 2, 40).clone()
    rolled = augmentation.augment(before, only(shift=0.5, shift_mode="roll"), rng())
    padded = augmentation.augment(before, only(shift=0.5, shift_mode="pad"), rng())
    assert torch.equal(rolled.sum(dim=2), before.sum(dim=2))
    assert not torch.equal(padded.sum(dim=2), before.sum(dim=2))


def test_nothing_changes_where_everything_is_off():
    before = pictures()
    assert torch.equal(augmentation.augment(before, only(), rng()), before)
    assert torch.equal(augmentation.mask(before, only(), rng()), before)


def test_what_is_off_draws_no_random_numbers():
    generator = rng()
    augmentation.augment(pictures(), only(), generator)
    assert torch.equal(generator.get_state(), rng().get_state())


def test_loudness_changes_as_a_whole_up_to_its_bound_in_both_directions():
    before = pictures(batch=300)
    moved = augmentation.augment(before, only(gain_db=6.0), rng()) - before
    gains = moved.mean(dim=(1, 2))
    assert torch.allclose(moved, gains.view(-1, 1, 1).expand_as(moved), atol=1e-4)
    assert float(gains.max()) == pytest.approx(6.0, abs=0.2)
    assert float(gains.min()) == pytest.approx(-6.0, abs=0.2)


def test_the_equaliser_reaches_its_bounds_at_both_ends_and_in_the_middle():
    curve = augmentation.equaliser(pictures(batch=300), 6.0, rng()).squeeze(2)
    for band in (0, 15):
        assert float(curve[:, band].max()) == pytest.approx(6.0, abs=0.2)
        assert float(curve[:, band].min()) == pytest.approx(-6.0, abs=0.2)
    bends = (curve[:, 2:] - 2.0 * curve[:, 1:-1] + curve[:, :-2]).abs() > 1e-3
    assert bends.any(dim=0).nonzero().flatten().tolist() == [4, 9]  # straight but in the bands 5 and 10


def test_a_circular_shift_reaches_every_place():
    before = torch.zeros(600, 1, 20)
    before[:, 0, 0] = 1.0
    after = augmentation.shift_in_time(before, 1.0, circular=True, rng=rng())
    assert torch.bincount(after[:, 0].argmax(dim=1), minlength=20).min() > 10
    half = augmentation.shift_in_time(before, 0.5, circular=True, rng=rng())
    assert int(half[:, 0].argmax(dim=1).max()) == 9


def test_a_padded_shift_goes_to_either_side_as_far_as_asked():
    before = torch.zeros(600, 1, 20)
    before[:, 0, 10] = 1.0
    after = augmentation.shift_in_time(before, 0.25, circular=False, rng=rng())
    assert sorted(set(after[:, 0].argmax(dim=1).tolist())) == list(range(5, 15))


def test_pitch_reaches_its_bounds_evenly_and_repeats_the_edge_band():
    before = torch.arange(16.0).view(1, 16, 1).expand(900, 16, 2).clone()
    after = augmentation.shift_in_frequency(before, 2, rng())[:, :, 0]
    shifts = (after[:, 8] - 8).long() + 2
    counts = torch.bincount(shifts, minlength=5)
    assert len(counts) == 5
    assert counts.tolist() == pytest.approx([180] * 5, rel=0.25)
    assert set(after[after[:, 8] == 6.0][:, :3].flatten().tolist()) == {0.0}
    assert set(after[after[:, 8] == 10.0][:, -3:].flatten().tolist()) == {15.0}


def test_noise_lies_down_to_40_db_below_the_sound():
    """The mean power of a flat picture; the slope of up to 12 dB adds 4.6 dB to it at most."""
    before = torch.full((500, 32, 40), -50.0)
    after = augmentation.add_noise(before, 1.0, rng())
    added = ((10.0 ** (after / 10.0)).mean(dim=(1, 2)) - 1e-5) / 1e-5
    ratio_db = 10.0 * torch.log10(added)
    assert -41.0 < float(ratio_db.min()) < -36.0
    assert 0.0 < float(ratio_db.max()) < 5.5


def test_a_short_sound_gets_no_less_noise_than_a_long_one():
    """What is silent around it does not count."""
    long = torch.full((300, 32, 40), -50.0)
    short = torch.full((300, 32, 40), -100.0)
    short[:, :, :8] = -50.0
    loud = [augmentation.add_noise(one, 1.0, rng())[:, :, :8].mean() for one in (long, short)]
    assert float(loud[0]) == pytest.approx(float(loud[1]), abs=0.1)


def test_no_draw_makes_noise_that_is_no_number():
    """Of eight million draws some lie within a millionth of 1, whose logarithm is next to nothing."""
    assert bool(torch.isfinite(augmentation.add_noise(torch.zeros(1, 2000, 4000), 1.0, rng())).all())


def test_a_picture_by_itself_gets_noise_like_any_other():
    before = torch.full((1, 32, 40), -50.0)
    after = augmentation.add_noise(before, 1.0, rng())
    assert 0.0 < float((after - before).mean()) < 5.0


def test_masks_reach_their_largest_size_from_edge_to_edge():
    before = pictures(batch=600)
    settings = only(masks=1, mask_bins=0.5, mask_columns=0.25)
    hidden = augmentation.mask(before, settings, rng()) != before
    bands, columns = hidden.all(dim=2), hidden.all(dim=1)
    assert (int(bands.sum(dim=1).max()), int(columns.sum(dim=1).max())) == (7, 9)
    # a mask begins below length - width, as in the paper, so the very last place stays
    assert bands.any(dim=0).tolist() == [True] * 15 + [False]
    assert columns.any(dim=0).tolist() == [True] * 39 + [False]


def test_so_many_masks_are_drawn_as_asked():
    before = pictures(batch=300, mels=64, columns=64)
    hidden = augmentation.mask(before, only(masks=3, mask_bins=0.1, mask_columns=0.0), rng()) != before
    bands = hidden.all(dim=2).long()
    runs = (torch.diff(bands, dim=1, prepend=torch.zeros(300, 1, dtype=torch.long)) == 1).sum(dim=1)
    assert int(runs.max()) == 3
    assert not bool(hidden.all(dim=1).any())


def test_mixup_takes_one_weight_for_a_batch_and_every_picture_once_as_partner():
    weight = augmentation.mixing_weight(0.3, rng(2))
    _, blended = augmentation.mix(pictures(batch=8), torch.eye(8), weight, rng(2))
    assert torch.allclose(blended.sum(dim=0), torch.ones(8))
    weights = sorted({round(float(value), 5) for value in blended.flatten() if 0.0 < value < 1.0})
    assert len(weights) == 2
    assert sum(weights) == pytest.approx(1.0)


def test_mixup_draws_its_weight_from_a_beta_distribution():
    """The variance of Beta(a, a) is 1 / (4 (2 a + 1)); the mean is a half."""
    generator = rng(5)
    weights = [augmentation.mixing_weight(0.5, generator) for _ in range(800)]
    assert sum(weights) / len(weights) == pytest.approx(0.5, abs=0.06)
    variance = sum((weight - 0.5) ** 2 for weight in weights) / len(weights)
    assert variance == pytest.approx(1 / (4 * 2), rel=0.15)


def test_a_picture_moves_only_into_the_silence_at_its_end():
    pictures = torch.full((400, 3, 10), -100.0)
    pictures[:, :, :6] = -20.0
    pictures[:, 1, 6] = -60.0  # one band sounds a column longer
    pictures[0] = -20.0  # nothing is silent
    moved = augmentation.pad_at_random(pictures, torch.Generator().manual_seed(0))
    assert torch.equal(moved[0], pictures[0])
    starts = (moved[1:, 0] == -20.0).float().argmax(dim=1)
    assert sorted(set(starts.tolist())) == [0, 1, 2, 3]
    assert torch.equal((moved[1:] > -100.0).sum(dim=(1, 2)), (pictures[1:] > -100.0).sum(dim=(1, 2)))
