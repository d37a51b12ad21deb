"""The network of reference R2: what it makes of a spectrogram, by hand and by torchaudio."""

import pytest
import torch
import torchaudio

from audioclf_gui.ml.models import build
from audioclf_gui.ml.models.r2 import segments, slope

MINUTE = (128, 2584)  # 60 s at 22 050 Hz, hop 512, edges reflected


def test_the_slope_is_that_of_torchaudio_and_mirrors_what_is_at_the_ends():
    pictures = torch.randn(2, 8, 30)
    inner = torchaudio.functional.compute_deltas(pictures, 5)[..., 2:-2]
    assert torch.allclose(slope(pictures)[..., 2:-2], inner, atol=1e-6)
    rising = torch.arange(6.0).view(1, 1, 6)
    # mirrored: 1 0 0 1 2 3 4 5 5 4
    assert slope(rising).flatten().tolist() == pytest.approx([0.3, 0.8, 1.0, 1.0, 0.8, 0.3])


def test_segments_are_64_columns_long_and_begin_every_32():
    picture = torch.arange(150.0).expand(1, 3, 150)
    found = segments(picture)
    assert found.shape == (1, 3, 64, 3)
    assert found[0, :, 0, 0].tolist() == [0.0, 32.0, 64.0]
    assert segments(torch.ones(1, 3, 10)).sum() == 30.0


def test_a_minute_has_the_2581_columns_of_unpadded_windows_and_79_segments():
    network = build("r2", 2, MINUTE, {}).eval()
    heard = []
    network.blocks.register_forward_pre_hook(lambda _module, inputs: heard.append(inputs[0].shape))
    network(torch.randn(1, *MINUTE))
    assert heard == [(1, 2, 79, 64, 128)]
    assert 1 + (79 - 1) * 32 + 63 <= 2581 < 1 + 79 * 32 + 63


def test_four_blocks_halve_all_three_axes_rounded_up():
    network = build("r2", 5, MINUTE, {}).eval()
    assert network.blocks(torch.zeros(1, 2, 5, 64, 128)).shape == (1, 128, 1, 8, 16)
    assert [layer.out_channels for layer in network.blocks if isinstance(layer, torch.nn.Conv3d)] == [
        16,
        32,
        64,
        128,
    ]


def test_as_given_only_the_loudest_answer_counts():
    state = build("r2", 3, (16, 200), {}).state_dict()
    given, ours = build("r2", 3, (16, 200), {"as_given": True}).eval(), build("r2", 3, (16, 200), {}).eval()
    for network in (given, ours):
        network.load_state_dict(state)
    pictures = torch.randn(2, 16, 200)
    maps = ours.blocks(segments(torch.stack([pictures[..., 2:-1], slope(pictures[..., 2:-1])], dim=1)))
    loudest, mean = maps.amax(dim=(2, 3, 4)), maps.mean(dim=(2, 3, 4))
    assert torch.allclose(given(pictures), given.head(loudest), atol=1e-5)
    assert torch.allclose(ours(pictures), ours.head(loudest + mean), atol=1e-5)


def test_many_minutes_are_answered_a_few_at_a_time_and_as_each_alone():
    network = build("r2", 2, MINUTE, {"widths": [2, 2]}).eval()
    sizes = []
    network.blocks.register_forward_pre_hook(lambda _module, inputs: sizes.append(len(inputs[0])))
    pictures = torch.randn(10, *MINUTE)
    together = network(pictures)
    assert sizes == [4, 4, 2]
    assert torch.allclose(together[7], network(pictures[7:8])[0], atol=1e-5)
