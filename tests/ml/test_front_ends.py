"""What all front ends have in common: the key of their cache, and the rule for short sounds."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends import FRONT_ENDS, front_end_for
from audioclf_gui.ml.front_ends.listener import Embeddings
from audioclf_gui.ml.front_ends.listener_and_log_mel import EmbeddingsAndPictures
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.front_ends.mfcc import MfccStatistics
from audioclf_gui.ml.front_ends.spectrogram_image import SpectrogramImage
from audioclf_gui.ml.listeners import LISTENERS, PretrainedListener, packages
from audioclf_gui.ml.settings import settings_for

MEL = mel_settings(8000, mels=16)


def listener(content: str) -> PretrainedListener:
    nobody = Text("nobody")
    return PretrainedListener("a", nobody, nobody, nobody, 8000, 4000, 2000, 4, content, network=None)


ENDS = {
    one.kind: one
    for one in (
        LogMelPictures(1.0, "zeros", MEL),
        SpectrogramImage(1.0, "zeros", MEL),
        MfccStatistics(1.0, "zeros", MEL, 8, ("mfcc_mean",)),
        Embeddings(1.0, "zeros", listener("0")),
        EmbeddingsAndPictures(1.0, "zeros", listener("0"), MEL),
    )
}


def key(ends):
    return json.dumps(ends.identity())


def test_every_kind_of_front_end_is_looked_at():
    assert ENDS.keys() <= FRONT_ENDS.keys()


@pytest.mark.parametrize("kind", ENDS)
def test_the_key_of_the_cache_holds_window_and_padding_of_every_front_end(kind):
    ends = ENDS[kind]
    keys = {key(ends), key(replace(ends, window_s=1.5)), key(replace(ends, pad="repeat"))}
    assert len(keys) == 3


def test_the_key_of_the_cache_holds_which_front_end_it_was():
    assert len({key(ends) for ends in ENDS.values()}) == len(ENDS)


def test_the_key_of_two_parts_holds_all_that_changes_either():
    ends = ENDS["listener-and-log-mel"]
    keys = {
        key(ends),
        key(replace(ends, listener=listener("1"))),
        key(replace(ends, mel=replace(MEL, mels=8))),
    }
    assert len(keys) == 3


@pytest.mark.parametrize(
    ("preset", "front_end"),
    [
        ("default", "log-mel"),
        ("forest", "mfcc-statistics"),
        ("listener", "listener"),
        ("combined", "listener-and-log-mel"),
    ],
)
@pytest.mark.parametrize("pad", ["zeros", "repeat"])
def test_short_sounds_are_lengthened_by_the_rule_that_is_set(preset, front_end, pad):
    if "listener" in front_end and packages.absent(LISTENERS["speech"].needs):
        pytest.skip("the extra listeners is not installed")
    sounds = [Example(ClipId(1), Path("a.wav"), "a", 0, "g", "", 0.0, 1.0, 16_000)]
    ends = front_end_for(sounds, settings_for(preset, pad=pad, listener="speech"))
    assert (ends.kind, ends.pad) == (front_end, pad)


@pytest.mark.parametrize("pad", ["zeros", "repeat"])
def test_features_to_learn_from_are_of_the_sound_lengthened_by_that_rule(pad):
    sound = np.random.default_rng(1).standard_normal(3000).astype(np.float32)
    lengthened = {"zeros": np.pad(sound, (0, 5000)), "repeat": np.tile(sound, 3)[:8000]}
    ends = LogMelPictures(1.0, pad, MEL)
    (heard,) = ends.windows(sound)
    (expected,) = ends.windows(lengthened[pad])
    assert torch.equal(heard, expected)


def test_a_front_end_that_nobody_has_is_refused_with_those_that_there_are():
    with pytest.raises(UserError, match="no front end called 'ears'") as refused:
        front_end_for([], settings_for("default", front_end="ears"))
    assert "log-mel" in str(refused.value.remedy)
