"""What a run is going to do, and what of it the user should know before."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.pipeline.plan import fresh_network, make_plan
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import Split


def plan_for(rates=(8000,) * 10, classes=(0, 1) * 5, unused=(), preset="default", seconds=1.0, **settings):
    examples = tuple(
        Example(ClipId(at), Path(f"{at}.wav"), f"{at}", index, "g", "", 0.0, seconds, rate_hz)
        for at, (index, rate_hz) in enumerate(zip(classes, rates, strict=True))
    )
    data = TrainingData(("dog", "cat"), (1, 2), examples, unused=unused)
    split = Split((0,), (1,), (), Text("by hand"), "best", (Text("Of the split."),))
    return make_plan(data, split, settings_for(preset, **settings))


@pytest.mark.parametrize(
    ("changes", "notes"),
    [
        ({}, []),
        ({"unused": ("owl", "wren")}, ["No labelled clip of: owl, wren. The model will not know them."]),
        ({"classes": (0,) * 9 + (1,)}, ["One clip only of: cat."]),
        ({"classes": (1,) * 8 + (0, 0)}, []),
        (
            {"rates": (16000,) * 19 + (8000,), "classes": (0, 1) * 10},
            ["1 clip has a lower sample rate than 16000 Hz: its top is empty."],
        ),
        (
            {"rates": (48000,) * 8 + (96000, 384000), "rate_hz": 32000},
            [
                (
                    "2 clips hold sound up to 192 kHz, and the model hears up to 16 kHz: if your sounds"
                    " are above that, train a preset that has rate_hz, with rate_hz = 384000."
                )
            ],
        ),
        ({"rates": (48000,) * 10, "rate_hz": 16000}, []),  # little is missed above what people hear well
        ({"rates": (384000,) * 10, "rate_hz": 384000}, []),
        ({"rates": (0, *(16000,) * 9)}, []),  # a rate that nobody knows is not lower
    ],
)
def test_what_the_data_lacks_is_said_after_what_the_split_says(changes, notes):
    assert [str(note) for note in plan_for(**changes).notes] == ["Of the split.", *notes]


def test_the_network_is_told_its_sizes_and_the_dropout_if_there_is_one():
    together = {"members": 1, "summary_share": 0.2}
    assert plan_for(dropout=0.25).options == {"dropout": 0.25, "width": 16, "position": True, **together}
    assert plan_for(dropout=0.0, width=8).options == {
        "dropout": 0.0,
        "width": 8,
        "position": True,
        **together,
    }
    assert plan_for(dropout=None, position=False).options == {"width": 16, "position": False, **together}
    alone = plan_for(architecture="residual_cnn", dropout=None, position=False)
    assert alone.options == {"width": 16, "position": False}
    assert plan_for(architecture="r4_cnn", dropout=None, width=8).options == {}


def test_the_seed_alone_decides_the_first_weights():
    plan = plan_for(architecture="r4_cnn", dropout=None, mels=16)
    other = replace(plan, settings=replace(plan.settings, seed=1))
    first = fresh_network(plan).state_dict()
    torch.rand(3)
    again, changed = fresh_network(plan).state_dict(), fresh_network(other).state_dict()
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not torch.equal(first["head.weight"], changed["head.weight"])
    assert first["head.weight"].shape == (2, 64)


def test_a_reference_as_given_says_so_first_and_hears_the_beginning_only():
    plan = plan_for(preset="r4", as_given=True, seconds=9.0)
    assert str(plan.notes[0]).startswith("This is Reference R4, as given, with its authors' mistakes: ")
    assert {one.stop_s for one in plan.data.examples} == {4.0}
    assert plan.options == {"as_given": True}
    usual = plan_for(preset="r4", seconds=9.0)
    assert {one.stop_s for one in usual.data.examples} == {9.0}
    assert usual.options == {}
    assert str(usual.notes[0]) == "Of the split."


def test_a_coarse_picture_is_coarser_only_of_long_windows():
    short, long = plan_for(preset="fast", seconds=1.0), plan_for(preset="fast", seconds=5.0)
    assert short.front_end.mel == plan_for(seconds=1.0).front_end.mel
    mel = long.front_end.mel
    assert (mel.hop_frames, mel.window_frames) == (320, 320)  # of 8 kHz, twice and once what they usually are
    assert long.front_end.shape[1] == pytest.approx(125, abs=1)
