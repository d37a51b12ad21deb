"""Sounds like labelled ones are not novel, whatever their shares; others are."""

import numpy as np
import pytest

from audioclf_gui.ml.novelty import novel_share


@pytest.fixture
def known():
    """Two kinds of sounds, of thirty groups each, the second kind a tenth of all."""
    rng = np.random.default_rng(4)
    first, second = rng.normal(0.0, 1.0, (540, 4)), rng.normal(8.0, 1.0, (60, 4))
    groups = np.concatenate([np.arange(540) % 30, 30 + np.arange(60) % 30])
    return np.concatenate([first, second]), groups


def test_more_of_a_rare_kind_is_not_novel(known):
    rare = np.random.default_rng(5).normal(8.0, 0.7, (200, 4))
    assert novel_share(*known, rare) < 0.1


def test_what_is_like_nothing_is_novel(known):
    between = np.random.default_rng(6).normal(4.0, 0.3, (50, 4))
    assert novel_share(*known, between) == 1.0
    assert novel_share(*known, np.concatenate([between, known[0][:50]])) == pytest.approx(0.5, abs=0.02)
