"""Agreement beyond chance, by the examples of the books."""

import numpy as np
import pytest

from audioclf_gui.ml.objectives.agreement import kappa


def of_counts(matrix):
    """Targets and scores of so many clips of each class that are answered so, a row for each class."""
    counts = np.array(matrix)
    pairs = [pair for pair in np.ndindex(counts.shape) for _ in range(counts[pair])]
    eye = np.eye(len(counts), dtype=np.float32)
    return eye[[true for true, _ in pairs]], eye[[answer for _, answer in pairs]]


@pytest.mark.parametrize(
    ("matrix", "expected"),
    [
        ([[20, 5], [10, 15]], 0.4),  # 0.7 agree, 0.5 would by chance
        ([[45, 15], [25, 15]], 0.1304),
        ([[9, 0], [0, 3]], 1.0),
        ([[0, 4], [4, 0]], -1.0),
        ([[5, 5], [5, 5]], 0.0),
        ([[7, 0], [0, 0]], 1.0),  # one class, and nothing else is answered
    ],
)
def test_kappa_is_that_of_the_books(matrix, expected):
    assert kappa(*of_counts(matrix)) == pytest.approx(expected, abs=1e-4)
