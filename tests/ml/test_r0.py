"""The networks and pictures of reference R0, by the numbers that were published of them."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.features import LogMel, mel_settings
from audioclf_gui.ml.front_ends import front_end_for, front_end_from_json, front_end_to_json
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.front_ends.spectrogram_image import Distortion, SpectrogramImage, distorted, grey_levels
from audioclf_gui.ml.models import build, options_from_file
from audioclf_gui.ml.settings import settings_for

SHAPE = (128, 173)
WIDTHS = (2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6)
MEL = mel_settings(22050, window_s=2048 / 22050, hop_s=512 / 22050, mels=128, low_hz=0.0, top_db=80.0)
IMAGES = SpectrogramImage(4.0, "zeros", MEL)


def values_of(network):
    """Weights and running statistics, as the reference counts its parameters."""
    return sum(value.numel() for value in network.state_dict().values() if value.is_floating_point())


@pytest.mark.parametrize(("name", "count"), [("r0a", 4_451_331), ("r0c", 4_451_331), ("r0b", 7_348_252)])
def test_the_networks_are_as_large_as_they_were_published(name, count):
    assert values_of(build(name, 3, SHAPE, {})) == count


def test_pictures_of_the_usual_size_reach_the_dense_layers_unchanged():
    network = build("r0a", 3, SHAPE, {}).eval()
    maps = network.maps(torch.randn(1, 1, *SHAPE))
    assert maps.shape == (1, 128, 14, 19)
    assert torch.equal(network.grid(maps), maps)
    assert build("r0b", 3, SHAPE, {}).eval().maps(torch.randn(1, 1, *SHAPE)).shape == (1, 128, 12, 18)


def test_variant_c_is_variant_a_without_dropout():
    pictures = torch.randn(2, *SHAPE)
    with_dropout, without = build("r0a", 3, SHAPE, {}).train(), build("r0c", 3, SHAPE, {}).train()
    assert not torch.equal(with_dropout(pictures), with_dropout(pictures))
    assert torch.equal(without(pictures), without(pictures))


@pytest.fixture
def weights_file(tmp_path):
    """Thirteen small convolutions as a network for photographs is stored, with random weights."""
    rng = torch.Generator().manual_seed(1)
    layers = (0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28)
    tensors = {"classifier.0.weight": torch.zeros(2, 2), "classifier.0.bias": torch.zeros(2)}
    for layer, width_in, width in zip(layers, (3, *WIDTHS), WIDTHS, strict=False):
        tensors[f"features.{layer}.weight"] = torch.randn(width, width_in, 3, 3, generator=rng)
        tensors[f"features.{layer}.bias"] = torch.randn(width, generator=rng)
    save_file(tensors, tmp_path / "vgg.safetensors")
    return tmp_path / "vgg.safetensors", tensors


def test_frozen_weights_come_from_the_file_in_the_order_of_its_layers_and_never_change(weights_file):
    file, tensors = weights_file
    options = options_from_file("r0d", str(file))
    assert options == {"widths": list(WIDTHS)}
    network = build("r0d", 3, SHAPE, options)
    network.start_from(file)
    layers = [layer for layer in network.maps if isinstance(layer, torch.nn.Conv2d)]
    assert torch.equal(layers[2].weight, tensors["features.5.weight"])
    assert torch.equal(layers[12].bias, tensors["features.28.bias"])
    network(torch.randn(2, *SHAPE)).sum().backward()
    learning = {name.split(".")[0] for name, value in network.named_parameters() if value.grad is not None}
    assert learning == {"head"}


def test_the_frozen_network_has_the_size_of_the_published_one():
    with torch.device("meta"):
        network = build("r0d", 3, SHAPE, {})
    assert sum(value.numel() for value in network.maps.parameters()) == 14_714_688
    assert network.head[0].in_features == 10_240


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda tensors: tensors.pop("features.28.weight"), "12 convolutions"),
        (lambda tensors: tensors.pop("features.0.bias"), "features.0.weight has no bias"),
        (
            lambda tensors: tensors.update({"features.2.weight": torch.zeros(2, 9, 3, 3)}),
            "hears 9 maps, not 2",
        ),
        (lambda tensors: tensors.update({"features.0.bias": torch.zeros(7)}), "no bias"),
    ],
)
def test_a_file_of_another_network_is_refused_with_the_reason(weights_file, change, words):
    file, tensors = weights_file
    change(tensors)
    save_file(tensors, file)
    with pytest.raises(UserError, match=words) as error:
        options_from_file("r0d", str(file))
    assert file.name in str(error.value)
    assert "VGG-16" in str(error.value.remedy)


def test_a_file_that_is_not_there_or_no_safetensors_file_is_refused(tmp_path):
    with pytest.raises(UserError, match="cannot be used"):
        options_from_file("r0d", str(tmp_path / "gone.safetensors"))
    (tmp_path / "text.safetensors").write_text("weights")
    with pytest.raises(UserError, match="no whole safetensors file"):
        options_from_file("r0d", str(tmp_path / "text.safetensors"))


def test_weights_are_needed_where_a_network_starts_from_some_and_refused_where_not():
    with pytest.raises(UserError, match="none are given") as error:
        options_from_file("r0d", "")
    assert "--set weights=" in str(error.value.remedy)
    with pytest.raises(UserError, match="does not start from a file"):
        options_from_file("r0a", "vgg.safetensors")


def sounds(count):
    rng = torch.Generator().manual_seed(0)
    return torch.randn(count, IMAGES.window_frames, generator=rng) * 0.1


def test_a_picture_is_of_the_published_size_in_steps_of_a_255th():
    heard = IMAGES.module()(sounds(2))
    assert heard.shape == (2, *IMAGES.shape) == (2, *SHAPE)
    assert torch.equal((heard * 255).round() / 255, heard)
    assert heard.amax(dim=(1, 2)).tolist() == [1.0, 1.0]


def test_greys_are_decibels_below_the_loudest_point_of_the_same_sound():
    loud = sounds(1) * torch.linspace(0.0, 1.0, IMAGES.window_frames) ** 4
    first, quiet = IMAGES.module()(torch.cat([loud, loud * 0.5]))
    assert float((first - quiet).abs().max()) <= 1.01 / 255  # loudness as a whole is no matter
    decibels = LogMel(replace(MEL, top_db=None))(loud)[0]
    expected = ((decibels - decibels.max()).clamp(min=-80.0) + 80.0) / 80.0
    assert float((first - expected).abs().max()) <= 0.501 / 255
    assert float(first.min()) == 0.0


def test_grey_levels_by_hand():
    decibels = torch.tensor([[[0.0, -40.0], [-80.0, -120.0]]]) - 7.0
    ((top, bottom),) = grey_levels(decibels, 80.0).tolist()
    assert top == [1.0, pytest.approx(128 / 255)]
    assert bottom == [0.0, 0.0]


def test_the_pictures_come_back_from_a_bundle_and_are_no_log_mel_pictures_to_the_cache():
    assert front_end_from_json(front_end_to_json(IMAGES)) == IMAGES
    assert IMAGES.identity() != LogMelPictures(4.0, "zeros", MEL).identity()


def test_settings_without_a_floor_get_the_usual_one():
    example = Example(ClipId(1), Path("a.wav"), "a", 0, "g", "", 0.0, 4.0, 44100)
    settings = settings_for("default", front_end="spectrogram-image", window_s=4.0)
    assert front_end_for((example,), settings).mel.top_db == 80.0


def test_pictures_are_varied_as_sounds_are_and_stay_grey_levels():
    heard = IMAGES.module()(sounds(3))
    plain = {"eq_db": 0.0, "shift": 0.0, "noise": 0.0}
    settings = settings_for("default", front_end="spectrogram-image", gain_db=20.0, **plain)
    louder = IMAGES.augmented(heard, settings, torch.Generator().manual_seed(0))
    assert float((louder - heard).abs().max()) <= 1.01 / 255  # a gain is lost in what is relative
    shifted = settings_for("default", front_end="spectrogram-image", gain_db=0.0, eq_db=0.0, shift=1.0)
    moved = IMAGES.augmented(heard, shifted, torch.Generator().manual_seed(0))
    assert float((moved.sort(dim=2).values - heard.sort(dim=2).values).abs().max()) <= 1e-6
    assert not torch.equal(moved, heard)


PLAIN = Distortion((1.0, 1.0), 0.0, 0.0, 0.0)


def test_a_distortion_of_nothing_changes_nothing():
    pictures = torch.rand(3, 12, 20)
    assert torch.allclose(distorted(pictures, PLAIN, torch.Generator()), pictures, atol=1e-4)


@pytest.mark.parametrize(("flip", "axis"), [("flips_time", 2), ("flips_frequency", 1)])
def test_photographs_are_mirrored_by_halves(flip, axis):
    pictures = torch.rand(40, 6, 8)
    found = distorted(pictures, replace(PLAIN, **{flip: True}), torch.Generator().manual_seed(0))
    same = [torch.allclose(one, before, atol=1e-4) for one, before in zip(found, pictures, strict=True)]
    mirrored = [
        torch.allclose(one, before, atol=1e-4) for one, before in zip(found, pictures.flip(axis), strict=True)
    ]
    assert sum(same) + sum(mirrored) == 40
    assert 8 < sum(same) < 32


def test_photographs_are_zoomed_and_moved_within_bounds():
    ramp = torch.arange(100.0).expand(50, 4, 100)
    moved = distorted(ramp, replace(PLAIN, width=0.3), torch.Generator().manual_seed(0))
    shifts = (moved[:, 0, 50] - 50.0).abs()
    assert 20.0 < float(shifts.max()) <= 30.5
    zoomed = distorted(ramp, replace(PLAIN, zoom=(0.5, 2.0)), torch.Generator().manual_seed(0))
    steps = zoomed[:, 0, 51] - zoomed[:, 0, 50]
    assert 0.499 <= float(steps.min()) < float(steps.max()) <= 2.001
