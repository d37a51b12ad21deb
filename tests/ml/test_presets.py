"""What each preset sets, to the last number: a run that names it must be the same run next year."""

import pytest

from audioclf_gui.ml.presets import PRESETS, references, title_of

PLAIN = {
    "keep": "accuracy",
    "judging_share": 1.0,
    "patience": None,
    "weight_decay": 0.0,
    "label_smoothing": 0.0,
    "ema": 0.0,
    "mixup": 0.0,
    "noise": 0.0,
    "made_noise": 0.0,
    "balance": 0.0,
    "shift": 0.0,
    "gain_db": 0.0,
    "eq_db": 0.0,
    "masks": 0,
}
MELS_128 = {
    "rate_hz": 22050,
    "mel_window_s": pytest.approx(0.0928798186),  # 2048 samples
    "mel_hop_s": pytest.approx(0.0232199546),  # 512 samples
    "mels": 128,
    "low_hz": 0.0,
    "top_db": 80.0,
}
IMAGES = {**PLAIN, **MELS_128, "front_end": "spectrogram-image", "window_s": 4.0}
ADADELTA = {"optimizer": "adadelta", "learning_rate": 1.0}
RECIPES = {
    "auto": {},
    "default": {"effort": 1.35},
    "fast": {"width": 8, "columns": 125, "effort": 0.6},
    "quality": {"members": 4, "width": 12, "effort": 2.0},
    "speech": {
        "rate_hz": 16000,
        "mel_window_s": 0.032,
        "mel_hop_s": 0.01,
        "shift_mode": "pad",
        "shift": 0.1,
        "pitch_bins": 4,
        "position": False,
        "eq_db": 8.0,
        "noise": 0.3,
    },
    "forest": {"front_end": "mfcc-statistics", "architecture": "forest", "dropout": None},
    "mfcc-mlp": {
        "front_end": "mfcc-statistics",
        "architecture": "mlp",
        "dropout": 0.5,
        "learning_rate": 0.001,
        "weight_decay": 0.05,
        "patience": None,
    },
    "listener": {
        "front_end": "listener",
        "architecture": "head",
        "dropout": None,
        "pad": "repeat",
        "label_smoothing": 0.0,
    },
    "combined": {"front_end": "listener-and-log-mel", "architecture": "stack", "pad": "repeat"},
    "r0a": {**IMAGES, **ADADELTA, "architecture": "r0a", "epochs": 60, "batch_size": 50},
    "r0b": {
        **IMAGES,
        "architecture": "r0b",
        "dropout": None,
        "epochs": 100,
        "batch_size": 32,
        "optimizer": "adam",
        "learning_rate": 0.01,
        "shift": 0.3,
        "shift_mode": "pad",
        "pitch_bins": 4,
    },
    "r0c": {
        **IMAGES,
        **ADADELTA,
        "architecture": "r0c",
        "dropout": None,
        "epochs": 60,
        "batch_size": 32,
        "shift": 0.2,
        "shift_mode": "pad",
        "pitch_bins": 4,
    },
    "r0d": {
        **IMAGES,
        "architecture": "r0d",
        "dropout": 0.1,
        "epochs": 60,
        "batch_size": 32,
        "optimizer": "adam",
        "learning_rate": 0.001,
        "shift": 0.3,
        "shift_mode": "pad",
        "pitch_bins": 4,
    },
    "r1": {
        **PLAIN,
        **MELS_128,
        "front_end": "mfcc-statistics",
        "architecture": "r1_mlp",
        "dropout": 0.5,
        "coefficients": 40,
        "statistics": "mfcc-mean",
        "pad": "repeat",
        "epochs": 200,
        "batch_size": 32,
        "optimizer": "adam",
        "learning_rate": 0.001,
        "warm_up": 0.0,
        "decay": "none",
    },
    "r2": {
        **PLAIN,
        **MELS_128,
        "architecture": "r2",
        "longest_window_s": 60.0,
        "epochs": 100,
        "patience": 10,
        "keep": "loss",
        "report_every": 10,
        "batch_size": 8,
        "optimizer": "adam",
        "learning_rate": 0.001,
        "ema": 0.99,
    },
    "r3": {
        **MELS_128,
        "rate_hz": 44100,
        "mel_window_s": pytest.approx(0.0464399093),  # 2048 samples
        "mel_hop_s": pytest.approx(0.0116099773),  # 512 samples
        "front_end": "mfcc-statistics",
        "architecture": "forest",
        "dropout": None,
        "statistics": "band-mean,band-sd",
        "pad": "repeat",
        "balance": 0.0,
        "trees": 100,
        "search": "full",
    },
    "r4": {
        "keep": "accuracy",
        "judging_share": 1.0,
        "architecture": "r4_cnn",
        "precision": "float32",
        "dropout": None,
        "rate_hz": 44100,
        "mel_window_s": pytest.approx(0.0232199546),  # 1024 samples
        "mel_hop_s": pytest.approx(0.0116099773),  # 512 samples
        "mel_scale": "htk",
        "mel_norm": "",
        "low_hz": 0.0,
        "top_db": 80.0,
        "window_s": 4.0,
        "epochs": 50,
        "patience": None,
        "batch_size": 16,
        "optimizer": "adam",
        "learning_rate": 0.001,
        "weight_decay": 0.0,
        "warm_up": 0.3,
        "decay": "linear",
        "label_smoothing": 0.0,
        "ema": 0.0,
        "mixup": 0.0,
        "noise": 0.0,
        "made_noise": 0.0,
        "balance": 0.0,
        "shift": 0.4,
        "gain_db": 0.0,
        "eq_db": 0.0,
        "masks": 2,
        "mask_bins": 0.1,
    },
}


CONSTANT = {"warm_up": 0.0, "decay": "none", "refit": False}
TENTHS = {"validate": "random:0.1", "test": "", "valid_share": 0.1}
AS_GIVEN = {
    "r0a": {**CONSTANT, **TENTHS},
    "r0b": {**CONSTANT, "validate": "random:0.2", "test": ""},
    "r0c": {**CONSTANT, **TENTHS},
    "r0d": {**CONSTANT, "validate": "random:0.15", "test": ""},
    "r1": {"validate": "random:0.2", "test": "", "refit": False},
    "r2": {**CONSTANT, "ema": 0.0},
    "r3": {"validate": "random:0.2", "test": "", "refit": False, "search": "shallow"},
    "r4": {"validate": "random:0.2", "test": "", "refit": False, "epochs": 2},
}


def test_what_the_authors_of_a_reference_had_otherwise_is_as_they_wrote_it():
    known = {name: PRESETS[name].as_given.values for name in references()}
    assert known == AS_GIVEN


def test_no_name_of_a_run_hides_that_it_repeats_a_references_mistakes():
    assert str(title_of("r4", {})) == "Reference R4"
    assert str(title_of("r4", {"as_given": True})) == "Reference R4, as given"
    assert str(title_of("gone since", {})) == "gone since"


def test_presets_are_the_recipes_that_were_published():
    assert {name: preset.values for name, preset in PRESETS.items()} == RECIPES
    assert [preset.name for preset in PRESETS.values()] == list(RECIPES)
