import pytest
import torch

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.models import ARCHITECTURES, build


@pytest.mark.parametrize("name", ARCHITECTURES)
@pytest.mark.parametrize(("mels", "columns"), [(64, 251), (128, 33), (16, 1), (7, 5)])
def test_any_size_of_picture_gives_one_row_of_logits_per_clip(name, mels, columns):
    network = build(name, 5, mels, {}).eval()
    assert network(torch.randn(3, 1, mels, columns)).shape == (3, 5)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_a_clip_scores_the_same_alone_and_in_a_batch(name):
    network = build(name, 4, 64, {}).eval()
    pictures = torch.randn(6, 1, 64, 100)
    together = network(pictures)
    alone = torch.cat([network(picture[None]) for picture in pictures])
    assert torch.allclose(together, alone, rtol=0.0, atol=1e-5)


def test_the_networks_are_as_small_as_they_say():
    sizes = {name: sum(p.numel() for p in build(name, 10, 64, {}).parameters()) for name in ARCHITECTURES}
    assert sizes["r4_cnn"] == 25402  # the stereo input layer of the original had 200 weights more
    assert 280_000 < sizes["residual_cnn"] < 320_000


def test_options_shape_the_network():
    small = build("residual_cnn", 3, 64, {"widths": [4, 8], "dropout": 0.0})
    assert sum(p.numel() for p in small.parameters()) < 3000


def test_an_unknown_name_or_option_says_what_there_is():
    with pytest.raises(UserError) as error:
        build("residual_cn", 3, 64, {})
    assert "residual_cnn" in str(error.value.remedy)
    with pytest.raises(UserError) as error:
        build("r4_cnn", 3, 64, {"depth": 3})
    assert "widths" in str(error.value.remedy)
