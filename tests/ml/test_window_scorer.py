"""Windows of several sounds are scored together, and each sound gets its own scores."""

import numpy as np

from audioclf_gui.ml.window_scorer import WindowScorer


def windows(*values):
    return [np.full(4, value, np.float32) for value in values]


def asked_by(sizes):
    """A model whose only score is the mean of a window."""

    def score(batch):
        sizes.append(len(batch))
        return np.stack(batch).mean(axis=1, keepdims=True)

    return score


def test_each_sound_gets_its_scores_in_order_and_batches_are_full():
    sizes = []
    scorer = WindowScorer(asked_by(sizes), 4)
    scorer.add(0, windows(1, 2))
    scorer.add(1, windows(3))
    scorer.add(0, [])
    scorer.add(2, windows(4, 5, 6, 7, 8))
    scorer.add(1, windows(9))
    assert sizes == [4, 4]
    assert [scorer.scores(sound)[:, 0].tolist() for sound in range(3)] == [[1, 2], [3, 9], [4, 5, 6, 7, 8]]
    assert sizes == [4, 4, 1]


def test_no_more_windows_wait_than_are_asked_about_at_a_time():
    scorer = WindowScorer(asked_by([]), 3)
    for number in range(100):
        scorer.add(0, windows(number))
        assert len(scorer._waiting) < 3
