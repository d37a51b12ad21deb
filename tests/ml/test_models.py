import pytest
import torch

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.models import ARCHITECTURES, build, residual_cnn, takes
from audioclf_gui.ml.models.registry import architecture

PICTURES = [name for name, known in ARCHITECTURES.items() if known.axes == 2]
ROWS = [name for name, known in ARCHITECTURES.items() if known.axes == 1]


KINDS = [(name, {}) for name in PICTURES] + [
    (name, {"position": True}) for name in PICTURES if takes(name, "position")
]


@pytest.mark.parametrize(("name", "options"), KINDS)
@pytest.mark.parametrize(("mels", "columns"), [(64, 251), (128, 33), (16, 1), (7, 5)])
def test_any_size_of_picture_gives_one_row_of_logits_per_clip(name, options, mels, columns):
    network = build(name, 5, (mels, 100), options).eval()
    assert network(torch.randn(3, mels, columns)).shape == (3, 5)


OPTIONS = {"stack": {"vectors": 14, "bands": 4}}
"""Those without which a model cannot be built."""


@pytest.mark.parametrize(("name", "options"), KINDS)
def test_a_clip_scores_the_same_alone_and_in_a_batch(name, options):
    network = build(name, 4, (64, 100), options).eval()
    pictures = torch.randn(6, 64, 100)
    together = network(pictures)
    alone = torch.cat([network(picture[None]) for picture in pictures])
    assert torch.allclose(together, alone, rtol=0.0, atol=1e-5)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_of_numbers_scores_the_same_alone_and_in_a_batch(name):
    network = build(name, 4, (30,), OPTIONS.get(name, {})).eval()
    rows = torch.randn(6, 30)
    alone = torch.cat([network(row[None]) for row in rows])
    assert alone.shape == (6, 4)
    assert torch.allclose(network(rows), alone, rtol=0.0, atol=1e-5)


@pytest.mark.parametrize(
    ("name", "shape", "cure"), [("r4_cnn", (40,), "log-mel"), ("mlp", (64, 100), "mfcc")]
)
def test_a_network_is_not_given_what_it_does_not_hear(name, shape, cure):
    with pytest.raises(UserError) as error:
        build(name, 3, shape, {})
    assert cure in str(error.value.remedy)


def test_the_network_of_r1_is_as_its_authors_wrote_it():
    network = build("r1_mlp", 10, (40,), {})
    assert sum(p.numel() for p in network.parameters()) == 45410
    assert [layer.out_features for layer in network.layers[::3]] == [100, 200, 100]
    for layer in (*network.layers[::3], network.head):
        widest = (6 / (layer.in_features + layer.out_features)) ** 0.5  # Glorot's
        assert 0.9 * widest < float(layer.weight.detach().abs().max()) <= widest
        assert not layer.bias.any()


def fresh(name):
    return build(name, 10, (64, 100), {})


def test_the_networks_are_as_small_as_they_say():
    sizes = {name: sum(p.numel() for p in build(name, 10, (64, 100), {}).parameters()) for name in PICTURES}
    assert sizes["r4_cnn"] == 25402  # the stereo input layer of the original had 200 weights more
    assert sizes["residual_cnn"] == 308538  # as models of before have it
    told_where = build("residual_cnn", 10, (64, 100), {"position": True})
    assert sum(p.numel() for p in told_where.parameters()) == 308538 + 16 * 3 * 3


def test_options_shape_the_network():
    small = build("residual_cnn", 3, (64, 100), {"width": 2, "dropout": 0.0})
    assert sum(p.numel() for p in small.parameters()) < 6000


def test_an_unknown_name_or_option_says_what_there_is():
    with pytest.raises(UserError) as error:
        build("residual_cn", 3, (64, 100), {})
    assert "residual_cnn" in str(error.value.remedy)
    with pytest.raises(UserError) as error:
        build("r4_cnn", 3, (64, 100), {"depth": 3})
    assert "widths" in str(error.value.remedy)


def test_each_stage_after_the_first_halves_the_picture_and_doubles_the_width():
    network = build("residual_cnn", 5, (64, 100), {})
    maps = network.stem(torch.zeros(2, 1, 64, 101))
    sizes = [maps.shape]
    for stage in network.stages:
        maps = stage(maps)
        sizes.append(maps.shape)
    assert sizes == [
        (2, 16, 32, 51),
        (2, 16, 32, 51),
        (2, 32, 16, 26),
        (2, 64, 8, 13),
        (2, 128, 4, 7),
    ]


def test_the_four_layers_halve_the_picture_and_double_the_width():
    network = build("r4_cnn", 5, (64, 100), {})
    assert network.layers(torch.zeros(2, 1, 64, 101)).shape == (2, 64, 4, 7)
    assert [tuple(layer.kernel_size) for layer in network.layers[::3]] == [(5, 5), (3, 3), (3, 3), (3, 3)]
    assert all(not layer.bias.any() for layer in network.layers[::3])


def test_a_fresh_residual_block_passes_on_what_it_gets():
    block = residual_cnn.Block(4, 4, 1).eval()
    maps = torch.rand(2, 4, 6, 8)
    assert torch.equal(block(maps), maps)
    halved = residual_cnn.Block(4, 4, 2).eval()(torch.ones(2, 4, 5, 7))
    assert torch.equal(halved, torch.ones(2, 4, 3, 4))  # edges are no darker than the middle


def test_time_is_pooled_by_mean_and_by_maximum():
    network = build("residual_cnn", 2, (8, 100), {"width": 3}).eval()
    network.stem, network.stages, network.head = torch.nn.Identity(), torch.nn.Identity(), torch.nn.Identity()
    maps = torch.rand(2, 1, 4, 5)
    over_time = maps.mean(dim=2)
    assert torch.allclose(network(maps.squeeze(1)), over_time.mean(dim=2) + over_time.max(dim=2).values)


def test_a_fresh_network_makes_nothing_of_where_in_frequency_something_is():
    def answer(position):
        torch.manual_seed(0)
        network = build("residual_cnn", 2, (64, 40), {"position": position}).eval()
        return network(torch.arange(2 * 64 * 40).sin().view(2, 64, 40))

    assert torch.equal(answer(position=True), answer(position=False))


def test_the_first_layer_gets_the_picture_and_the_height_of_each_place():
    pictures = torch.randn(2, 5, 7)
    told = build("residual_cnn", 2, (5, 7), {"position": True}).hearing(pictures)
    assert torch.equal(told[:, 0], pictures)
    assert torch.allclose(told[1, 1, :, 3], torch.tensor([-1.7, -0.85, 0.0, 0.85, 1.7]))
    assert torch.equal(told[:, 1], told[:1, 1, :, :1].expand(2, 5, 7))
    assert torch.equal(build("residual_cnn", 2, (5, 7), {}).hearing(pictures), pictures[:, None])


def test_a_name_taken_twice_is_refused():
    with pytest.raises(ValueError, match="two of the kind architecture"):
        architecture("r4_cnn")(torch.nn.Identity)
    assert ARCHITECTURES["r4_cnn"] is not torch.nn.Identity


def test_a_name_unlike_any_other_is_told_all_there_are():
    with pytest.raises(UserError) as error:
        build("zzz", 3, (64, 100), {})
    names = "ensemble, forest, head, mlp, r0a, r0b, r0c, r0d, r1_mlp, r2, r4_cnn, residual_cnn, stack"
    assert str(error.value.remedy) == f"Use one of: {names}."


def test_r4_as_given_hears_two_channels_and_standardises_each_batch_by_itself():
    network = build("r4_cnn", 10, (64, 344), {"as_given": True}).eval()
    assert sum(p.numel() for p in network.parameters()) == 25602
    pictures = torch.randn(4, 64, 344) * 12.0 - 50.0
    together = network(pictures)
    assert torch.allclose(network(pictures * 3.0 + 20.0), together, atol=1e-4)
    alone = torch.cat([network(picture[None]) for picture in pictures * torch.arange(1.0, 5.0).view(4, 1, 1)])
    assert not torch.allclose(alone, network(pictures * torch.arange(1.0, 5.0).view(4, 1, 1)), atol=1e-2)
    assert network(torch.zeros(1, 64, 344)).isfinite().all()
