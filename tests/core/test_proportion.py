import pytest

from audioclf_gui.core.proportion import Proportion


@pytest.mark.parametrize(
    ("right", "judged", "low", "high"),
    [  # R 4.3: prop.test(right, judged, correct = FALSE)$conf.int
        (9, 10, 0.5958, 0.9821),
        (10, 10, 0.7225, 1.0),
        (0, 10, 0.0, 0.2775),
        (1, 1, 0.2065, 1.0),
        (90, 100, 0.8256, 0.9448),
    ],
)
def test_the_interval_is_that_of_wilson(right, judged, low, high):
    assert Proportion(right, judged).interval == pytest.approx((low, high), abs=1e-4)


def test_it_is_told_in_words():
    told = "9 of 10 are right: precision 0.90 (95 % interval 0.60 to 0.98)"
    assert str(Proportion(9, 10).text) == told


@pytest.mark.parametrize(("right", "judged"), [(0, 0), (2, 1), (-1, 3)])
def test_more_cannot_be_right_than_were_judged(right, judged):
    with pytest.raises(ValueError, match="cannot be right"):
        Proportion(right, judged)
