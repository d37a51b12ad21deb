"""Every epoch visits the examples in an order that is fair to the classes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.ml.pipeline.sampling import balanced_order, epoch_batches


def test_full_balance_worked_out_by_hand():
    """Eight of one class and two of another become five each."""
    labels = np.array([0] * 8 + [1] * 2)
    order = balanced_order(labels, 1.0, np.random.default_rng(0))
    counts = np.bincount(order, minlength=10)
    assert counts[:8].sum() == counts[8:].sum() == 5
    assert counts[:8].max() == 1
    assert sorted(counts[8:].tolist()) == [2, 3]


def test_half_balance_worked_out_by_hand():
    """Of 81 and 9 examples the shares are in proportion to the square roots 9 and 3: 67.5 and 22.5 of 90."""
    labels = np.array([0] * 81 + [1] * 9)
    found = {
        int((balanced_order(labels, 0.5, np.random.default_rng(seed)) >= 81).sum()) for seed in range(40)
    }
    assert found == {22, 23}


def test_a_class_of_one_is_never_left_out():
    labels = np.array([0] * 1000 + [1])
    for balance in (0.0, 0.3, 1.0):
        assert 1000 in balanced_order(labels, balance, np.random.default_rng(0))


@given(
    labels=st.lists(st.integers(0, 4), min_size=1, max_size=60),
    balance=st.floats(0.0, 1.0),
    seed=st.integers(0, 1000),
)
def test_nobody_comes_twice_before_all_of_the_class_came_once(labels, balance, seed):
    labels = np.array(labels)
    order = balanced_order(labels, balance, np.random.default_rng(seed))
    counts = np.bincount(order, minlength=len(labels))
    for index in set(labels.tolist()):
        times = counts[labels == index]
        assert times.max() - times.min() <= 1
        assert times.sum() >= 1
    assert abs(len(order) - len(labels)) <= len(set(labels.tolist()))


def test_the_order_is_mixed():
    labels = np.array([0] * 50 + [1] * 50)
    order = labels[balanced_order(labels, 0.5, np.random.default_rng(0))]
    assert order.tolist() != sorted(order)
    assert order[:50].mean() == pytest.approx(0.5, abs=0.2)


def test_batches_are_even_and_made_of_the_training_examples():
    labels = np.array([0, 9, 9, 1, 0, 1, 9, 0, 1, 0, 1, 9])
    train = [0, 3, 4, 5, 7, 8, 9, 10]
    batches = epoch_batches(train, labels, 0.0, 3, np.random.default_rng(0))
    assert [len(batch) for batch in batches] == [3, 3, 2]
    assert sorted(at for batch in batches for at in batch) == train


@pytest.mark.parametrize("seed", range(20))
def test_no_batch_is_of_one_example(seed):
    """Of four rare classes a few examples more or less are drawn, as chance rounds."""
    labels = np.array([0] * 5 + [1, 2, 3])
    batches = epoch_batches(range(8), labels, 0.5, 4, np.random.default_rng(seed))
    assert len(batches) == 4
    assert min(map(len, batches)) >= 2


def test_the_classes_of_the_training_examples_are_balanced_and_no_others():
    labels = np.array([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    train = [4, 5, 6, 7, 8, 9, 10, 11]
    (batch,) = epoch_batches(train, labels, 1.0, 1, np.random.default_rng(0))
    assert np.bincount(labels[batch]).tolist() == [4, 4]
