"""A tiny model with fixed random weights, for tests that need any model at all."""

import numpy as np
import pytest
import torch

from audioclf_gui.ml.bundle import load_bundle, save_bundle
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.models import build

TINY_CLASSES = ("dog", "cat", "owl")
TINY_OPTIONS = {"widths": [4, 8]}
PREDICTIONS = [{"clip_id": 3, "true": "dog", "predicted": "cat", "scores": [0.2, 0.7, 0.1]}]


def tiny_model(seed):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return build("r4_cnn", len(TINY_CLASSES), 16, TINY_OPTIONS)


@pytest.fixture(scope="session")
def save_tiny():
    """Save a model of three classes that listens to 0.5 s at 8 kHz; keywords change the card."""

    def save(folder, seed=1, model=None, predictions=PREDICTIONS, **changes):
        values = {
            "classes": TINY_CLASSES,
            "architecture": "r4_cnn",
            "options": TINY_OPTIONS,
            "mel": mel_settings(8000, mels=16),
            "mean": tuple(np.linspace(-60.0, -50.0, 16).tolist()),
            "deviation": (12.0,) * 16,
            "window_s": 0.5,
            "pad": "repeat",
            "temperature": 0.8,
            "thresholds": (0.4, 0.5, 0.6),
            "record": {"seed": seed, "accuracy": 0.75},
        }
        save_bundle(folder, ModelCard(**(values | changes)), model or tiny_model(seed), predictions)
        return folder

    return save


@pytest.fixture(scope="session")
def tiny_bundle(save_tiny, tmp_path_factory):
    return load_bundle(save_tiny(tmp_path_factory.mktemp("models") / "tiny"))
